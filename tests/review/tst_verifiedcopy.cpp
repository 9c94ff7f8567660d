#include "review/certificate.h"
#include "review/verifiedcopy.h"
#include "review/workbench.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <sqlite3.h>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// A client's copy of what it verified: that it is the same, that it is used only where the ledger has the same link,
/// and that nothing is decided or signed on it without comparing every event with what is stored.
class TestVerifiedCopy : public QObject
{
    Q_OBJECT
private slots:
    void everyKindOfEvent();
    void damagedCopies();
    void sameStateWithAndWithout();
    void oldRowsAreComparedBeforeSigning_data();
    void oldRowsAreComparedBeforeSigning();
    void copyOfAnotherHistory();
    void smallLedgersHaveNone();
};

namespace {

const QString digest(64, u'a');

QList<Body> everyBody()
{
    const Head head{7, digest};
    return {Genesis{u"n"_s, {{u"ada"_s, u"ssh-ed25519 AAAA"_s}, {u"bo"_s, u"k"_s}}, 2},
            PolicyActivate{3, digest, digest, u"r"_s},
            KeyRevoke{u"ada"_s, u"SHA256:x"_s, RevocationCause::Compromised, 9},
            Endorse{digest},
            ChangeOpen{u"production"_s, u"Zeile\nzwei \u202e"_s},
            RevisionAdd{digest},
            Vote{digest, VoteKind::Withdraw, {u"data-loss"_s, u"long-lock"_s}, digest},
            Comment{digest, {digest, 4, 5, 6, digest, {}}, true, digest},
            Comment{digest, {{}, 0, 0, 0, {}, u"public.trips"_s}, false, digest},
            Resolve{digest},
            Dismiss{digest, u"why"_s},
            Waive{u"f"_s, u"o"_s, u"reason"_s, 1'790'000'000'000'000},
            Unwaive{digest},
            Abandon{u"over"_s},
            EmergencyOpen{digest, u"INC-1"_s, digest},
            DeployBegin{digest, true, digest},
            DeployFinish{digest, DeployResult::Partial},
            DeployConfirm{digest, true, u"sha256:x"_s},
            Merge{5, head, digest},
            Restore{head, {9, digest}, u"r"_s},
            Upgrade{1, 2}};
}

bool same(const VerifiedEvent &one, const VerifiedEvent &two)
{
    return one.stored == two.stored && one.payload == two.payload && one.key == two.key &&
           one.userVerified == two.userVerified;
}

void execute(const QString &file, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.toUtf8().constData(), &handle);
    const int result = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    QCOMPARE(result, SQLITE_OK);
}

/// Runs @p sql with the triggers gone and puts them back, as somebody who owns the file can do.
void edit(const QString &file, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.toUtf8().constData(), &handle);
    QByteArray triggers;
    QByteArray drop;
    const auto collect = [](void *out, int, char **values, char **) {
        *static_cast<QByteArray *>(out) += QByteArray(values[0]) + ";";
        return 0;
    };
    sqlite3_exec(handle, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", collect, &triggers, nullptr);
    sqlite3_exec(handle, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'", collect, &drop,
                 nullptr);
    sqlite3_close(handle);
    execute(file, drop + sql + ";" + triggers);
}

ClientOptions shows(Workbench &bench)
{
    ClientOptions options = bench.client();
    options.reread = Reread::SinceTheMark;
    return options;
}

QString copyOf(const Workbench &bench, const Ledger &ledger)
{
    return bench.path(u"state/copies/"_s + ledger.ledgerId());
}

} // namespace

void TestVerifiedCopy::everyKindOfEvent()
{
    VerifiedCopy copy;
    copy.ledger = u"L-0123456789ABCDEF"_s;
    QSet<std::size_t> kinds;
    for (const Body &body : everyBody()) {
        VerifiedEvent event;
        event.stored.seq = copy.events.size() + 1;
        event.stored.eid = QString::number(event.stored.seq, 16).rightJustified(64, u'0');
        event.stored.link = QString::number(event.stored.seq + 100, 16).rightJustified(64, u'0');
        event.stored.receivedUs = 1'790'000'000'000'000 + event.stored.seq;
        event.payload = Payload{copy.ledger, u"C-0123456789ABCDEF"_s,    u"ada"_s,    -5,
                                u"00ff"_s,   {digest, event.stored.eid}, {2, digest}, body};
        event.key = {u"ssh-ed25519"_s, QByteArray("\x00\xff key", 6) + static_cast<char>(event.stored.seq % 3)};
        event.userVerified = event.stored.seq % 2 == 0;
        copy.events << event;
        kinds << body.index();
    }
    QCOMPARE(kinds.size(), qsizetype{std::variant_size_v<Body>});
    const auto read = decodeCopy(encodeCopy(copy));
    QVERIFY(read);
    QCOMPARE(read->ledger, copy.ledger);
    QCOMPARE(read->events.size(), copy.events.size());
    for (qsizetype i = 0; i < copy.events.size(); ++i) {
        QVERIFY2(same(read->events[i], copy.events[i]), qPrintable(kindName(copy.events[i].payload.body)));
    }
}

void TestVerifiedCopy::damagedCopies()
{
    VerifiedCopy copy;
    copy.ledger = u"L-0123456789ABCDEF"_s;
    VerifiedEvent event;
    event.stored.seq = 1;
    event.payload.body = Endorse{digest};
    copy.events << event;
    const QByteArray good = encodeCopy(copy);
    QVERIFY(decodeCopy(good));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(~bad[i]);
        QVERIFY2(!decodeCopy(bad), QByteArray::number(i));
        QVERIFY2(!decodeCopy(good.first(i)), QByteArray::number(i));
    }
    QVERIFY(!decodeCopy(good + 'x'));
}

void TestVerifiedCopy::sameStateWithAndWithout()
{
    Workbench bench;
    bench.copyEvery = 3;
    OpenedRevision opened;
    QString path;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
        must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"ada"_s)));
        path = copyOf(bench, ledger);
    }
    QVERIFY2(QFileInfo::exists(path), qPrintable(path));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto describe = [&](const Ledger &ledger) {
        QStringList lines{ledger.state().head.link};
        for (const Event &event : ledger.state().events) {
            lines << event.eid + event.link + event.key + event.note +
                         QString::fromUtf8(encodePayload(event.payload).toBase64());
        }
        for (const Reason &reason : ledger.evaluateLatest(opened.change).reasons) {
            lines << codeName(reason.code) + reason.text;
        }
        return lines;
    };
    const QStringList byCopy = describe(must(Ledger::open(bench.locator(), shows(bench))));
    const QStringList compared = describe(must(Ledger::open(bench.locator(), bench.client())));
    const QStringList fresh = describe(must(Ledger::open(bench.locator(), bench.client(u"fresh"_s))));
    QCOMPARE(byCopy, fresh);
    QCOMPARE(compared, fresh);
    // Whoever goes on from a copy signs for all of what came before.
    Ledger ledger = must(Ledger::open(bench.locator(), shows(bench)));
    must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"bo"_s)));
    const Ledger another = must(Ledger::open(bench.locator(), bench.client(u"another"_s)));
    QCOMPARE(another.evaluateLatest(opened.change).verdict, VerdictKind::Approved);
}

void TestVerifiedCopy::oldRowsAreComparedBeforeSigning_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("payload") << QByteArray(
        "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'eve', 'bob') AS BLOB) WHERE seq = 3");
    QTest::newRow("signature") << QByteArray(
        "UPDATE event SET sig = (SELECT sig FROM event WHERE seq = 1) WHERE seq = 2");
    QTest::newRow("time") << QByteArray("UPDATE event SET recv_us = recv_us - 1 WHERE seq = 2");
    QTest::newRow("change") << QByteArray("UPDATE event SET change = '' WHERE seq = 3");
    QTest::newRow("kind") << QByteArray("UPDATE event SET kind = 'vote' WHERE seq = 3");
    QTest::newRow("removed") << QByteArray("DELETE FROM event WHERE seq = 2");
    QTest::newRow("the first removed") << QByteArray("DELETE FROM event WHERE seq = 1");
    QTest::newRow("exchanged") << QByteArray(
        "UPDATE event SET seq = 90 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3;"
        "UPDATE event SET seq = 3 WHERE seq = 90");
}

void TestVerifiedCopy::oldRowsAreComparedBeforeSigning()
{
    QFETCH(QByteArray, sql);
    Workbench bench;
    bench.copyEvery = 5;
    OpenedRevision opened;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
        for (const QString &id : {u"ada"_s, u"bo"_s}) {
            must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(id)));
        }
    }
    edit(bench.path(u"ledger.sqlite"_s), sql);
    {
        // What is shown is what this client verified, not what the edit made of it ...
        Ledger shown = must(Ledger::open(bench.locator(), shows(bench)));
        QCOMPARE(shown.evaluateLatest(opened.change).verdict, VerdictKind::Approved);
        // ... and nobody signs on top of it, by whichever way.
        const auto voted = vote(shown, opened.change, opened.digest, VoteKind::Veto, {}, {}, bench.person(u"cy"_s));
        QVERIFY(!voted);
        QCOMPARE(voted.error().kind, base::ErrorKind::Integrity);
        QVERIFY2(voted.error().message.startsWith(u"CHAIN_BROKEN: event "), qPrintable(voted.error().message));
        const auto issued = issueCertificate(shown, opened.change, bench.person(u"ci"_s));
        QVERIFY(!issued);
        QCOMPARE(issued.error().kind, base::ErrorKind::Integrity);
    }
    const auto decides = Ledger::open(bench.locator(), bench.client());
    QVERIFY(!decides);
    QCOMPARE(decides.error().kind, base::ErrorKind::Integrity);
}

void TestVerifiedCopy::copyOfAnotherHistory()
{
    Workbench bench;
    bench.copyEvery = 1;
    const QString file = bench.path(u"ledger.sqlite"_s);
    const QString old = bench.path(u"old.sqlite"_s);
    QString path;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        QVERIFY(QFile::copy(file, old));
        must(openChange(ledger, u"Mine"_s, Workbench::revision(), bench.person(u"eve"_s)));
        path = copyOf(bench, ledger);
    }
    // Another branch of the same length, by somebody who never saw this one.
    QVERIFY(QFile::remove(file) && QFile::copy(old, file));
    {
        Ledger other = must(Ledger::open(bench.locator(), bench.client(u"elsewhere"_s)));
        must(openChange(other, u"Theirs"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    const Ledger forked = must(Ledger::open(bench.locator(), shows(bench)));
    QCOMPARE(forked.state().mark, MarkState::Forked);
    QCOMPARE(must(forked.state().find(u"#1"_s))->title, u"Theirs"_s);
    // A copy without its mark is nothing: the ledger is seen for the first time.
    QVERIFY(QFile::remove(bench.path(u"state/marks/"_s + forked.ledgerId())));
    const Ledger unknown = must(Ledger::open(bench.locator(), shows(bench)));
    QCOMPARE(unknown.state().mark, MarkState::None);
    QCOMPARE(must(unknown.state().find(u"#1"_s))->title, u"Theirs"_s);
    // The copy of another client, put in this one's place, names another link.
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(bench.path(u"elsewhere/copies/"_s + forked.ledgerId()), path));
    QVERIFY(QFile::remove(file) && QFile::copy(old, file));
    QCOMPARE(must(Ledger::open(bench.locator(), shows(bench))).state().mark, MarkState::Behind);
}

void TestVerifiedCopy::smallLedgersHaveNone()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    QVERIFY(!QFileInfo::exists(copyOf(bench, ledger)));
}

QTEST_GUILESS_MAIN(TestVerifiedCopy)
#include "tst_verifiedcopy.moc"
