#include "base/digest.h"
#include "review/workbench.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

namespace {

/// Runs SQL on the file as somebody who has write access to it would.
void attack(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &handle), SQLITE_OK);
    char *message = nullptr;
    const int code = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &message);
    if (code != SQLITE_OK) {
        qWarning("attack failed: %s", message);
    }
    sqlite3_free(message);
    sqlite3_close(handle);
    QCOMPARE(code, SQLITE_OK);
}

bool refused(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    const int code = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    return code != SQLITE_OK;
}

void copy(const QString &from, const QString &to)
{
    QFile::remove(to);
    QVERIFY(QFile::copy(from, to));
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void createAndReopen();
    void triggersRefuse();
    void editsAreSeen_data();
    void editsAreSeen();
    void everyByteInverted();
    void rolledBackAndForked();
    void swappedLedger();
    void olderProgramLowersNoMark();
    void emptyFileIsNoObstacle();
    void relativePlaces();
    void decisionsConflictFactsDoNot();
    void idempotentAppend();
    void foreignFiles();
    void fileModeAndSettings();

private:
    static void tryEdit(const QByteArray &sql, qint64 copyEvery);
    static void tryInversions(qint64 copyEvery);
    static void tryRollback(qint64 copyEvery);
};

void TestLedger::createAndReopen()
{
    Workbench bench;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        QCOMPARE(ledger.state().head.size, 2);
        QVERIFY(ledger.state().policy() != nullptr);
        must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
        QCOMPARE(ledger.state().head.size, 4);
    }
    const Ledger again = must(Ledger::open(bench.locator(), bench.client()));
    QCOMPARE(again.state().head.size, 4);
    QCOMPARE(again.state().mark, MarkState::Equal);
    QCOMPARE(again.state().changes.size(), 1);
    const ChangeRecord &change = *must(again.state().find(u"#1"_s));
    QCOMPARE(change.latest()->number, 1);
    QCOMPARE(change.contributors(), QStringList{u"eve"_s});
    QCOMPARE(Ledger::create(bench.locator(), {}, bench.person(u"ada"_s), bench.client()).error().kind,
             base::ErrorKind::Conflict);
}

void TestLedger::triggersRefuse()
{
    Workbench bench;
    bench.ledger(teamPolicy(), team());
    const QString file = bench.path(u"ledger.sqlite"_s);
    QVERIFY(refused(file, "UPDATE event SET recv_us = 0"));
    QVERIFY(refused(file, "DELETE FROM event"));
    QVERIFY(refused(file, "DELETE FROM blob"));
    QVERIFY(refused(file, "UPDATE blob SET bytes = x''"));
    QVERIFY(refused(file, "INSERT INTO meta VALUES ('x', 'y')"));
    QVERIFY(refused(file, "UPDATE meta SET value = 'y'"));
    QVERIFY(refused(file, "INSERT OR REPLACE INTO event SELECT 1, eid, change, kind, payload, sig, prev, link, 0 "
                          "FROM event WHERE seq = 1"));
    QVERIFY(refused(file, "INSERT OR REPLACE INTO event SELECT 3, eid, change, kind, payload, sig, link, "
                          "randomblob(32), 0 FROM event WHERE seq = 2"));
    QVERIFY(Ledger::open(bench.locator(), bench.client()));
}

void TestLedger::editsAreSeen_data()
{
    QTest::addColumn<QByteArray>("sql");
    // Every edit is tried twice: on a client that keeps a copy of what it verified, and on one that does not.
    QTest::newRow("payload") << QByteArray(
        "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'ada', 'eve') AS BLOB) WHERE seq = 2");
    QTest::newRow("signature") << QByteArray(
        "UPDATE event SET sig = (SELECT sig FROM event WHERE seq = 1) WHERE seq = 2");
    QTest::newRow("time") << QByteArray("UPDATE event SET recv_us = recv_us + 1 WHERE seq = 3");
    QTest::newRow("kind") << QByteArray("UPDATE event SET kind = 'vote' WHERE seq = 3");
    QTest::newRow("change") << QByteArray("UPDATE event SET change = 'C-0000000000000000' WHERE seq = 3");
    QTest::newRow("prev") << QByteArray("UPDATE event SET prev = randomblob(32) WHERE seq = 3");
    QTest::newRow("link") << QByteArray("UPDATE event SET link = randomblob(32) WHERE seq = 3");
    QTest::newRow("eid") << QByteArray("UPDATE event SET eid = randomblob(32) WHERE seq = 3");
    QTest::newRow("removed from the middle") << QByteArray("DELETE FROM event WHERE seq = 2");
    QTest::newRow("genesis removed") << QByteArray("DELETE FROM event WHERE seq = 1");
    QTest::newRow("emptied") << QByteArray("DELETE FROM event");
    QTest::newRow("truncated") << QByteArray("DELETE FROM event WHERE seq = 4");
    QTest::newRow("policy blob") << QByteArray("UPDATE blob SET bytes = x'00' WHERE sha256 = (SELECT sha256 FROM blob "
                                               "WHERE CAST(bytes AS TEXT) LIKE 'policy = 1%')");
    QTest::newRow("manifest blob") << QByteArray(
        "UPDATE blob SET bytes = x'00' WHERE CAST(bytes AS TEXT) LIKE '%contributors%'");
    QTest::newRow("meta") << QByteArray("UPDATE meta SET value = 'L-0000000000000000' WHERE key = 'ledger'");
}

void TestLedger::editsAreSeen()
{
    QFETCH(QByteArray, sql);
    for (const qint64 copyEvery : {10000, 1}) {
        tryEdit(sql, copyEvery);
    }
}

void TestLedger::tryEdit(const QByteArray &sql, qint64 copyEvery)
{
    Workbench bench;
    bench.copyEvery = copyEvery;
    const QString file = bench.path(u"ledger.sqlite"_s);
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    // With the triggers gone and put back, as somebody who owns the file can do.
    QByteArray triggers;
    sqlite3 *handle = nullptr;
    sqlite3_open(file.toUtf8().constData(), &handle);
    sqlite3_exec(
        handle, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'",
        [](void *out, int, char **values, char **) {
            *static_cast<QByteArray *>(out) += QByteArray(values[0]) + ";";
            return 0;
        },
        &triggers, nullptr);
    sqlite3_close(handle);
    QByteArray drop;
    for (const char *name : {"event_next", "event_kept_as_is", "event_kept", "blob_once", "blob_kept_as_is",
                             "blob_kept", "meta_once", "meta_kept_as_is", "meta_kept"}) {
        drop += "DROP TRIGGER " + QByteArray(name) + ";";
    }
    attack(file, drop + sql + ";" + triggers);
    const auto opened = Ledger::open(bench.locator(), bench.client());
    const bool seen = opened ? opened->state().readOnly : opened.error().kind == base::ErrorKind::Integrity;
    QVERIFY2(seen, opened ? "opened" : qPrintable(opened.error().text()));
    // A client that never saw this ledger notices everything but a clean truncation.
    const auto fresh = Ledger::open(bench.locator(), bench.client(u"fresh"_s));
    QCOMPARE(fresh.has_value(), QByteArray(QTest::currentDataTag()) == "truncated");
}

void TestLedger::everyByteInverted()
{
    for (const qint64 copyEvery : {10000, 1}) {
        tryInversions(copyEvery);
    }
}

void TestLedger::tryInversions(qint64 copyEvery)
{
    Workbench bench;
    bench.copyEvery = copyEvery;
    const QString file = bench.path(u"ledger.sqlite"_s);
    OpenedRevision opened;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
        must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"ada"_s)));
    }
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray good = source.readAll();
    const Ledger whole = must(Ledger::open(bench.locator(), bench.client()));
    const Evaluation expected = whole.evaluate(opened.change, opened.digest);
    const qint64 expectedSize = whole.state().head.size;
    const QString victim = bench.path(u"victim.sqlite"_s);
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    QRandomGenerator random(seed);
    const int cases = qEnvironmentVariableIsSet("CS_SOAK") ? static_cast<int>(good.size()) : 400;
    int refusedCases = 0;
    for (int i = 0; i < cases; ++i) {
        const qsizetype at = cases == good.size() ? i : random.bounded(static_cast<int>(good.size()));
        QByteArray bad = good;
        bad[at] = static_cast<char>(~bad[at]);
        QFile out(victim);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(bad);
        out.close();
        ClientOptions client = bench.client(u"state"_s);
        const auto ledger = Ledger::open(u"sqlite:"_s + victim, client);
        if (!ledger) {
            ++refusedCases;
            const bool right =
                ledger.error().kind == base::ErrorKind::Integrity || ledger.error().kind == base::ErrorKind::Undecided;
            QVERIFY2(right, qPrintable(u"seed %1 byte %2: %3"_s.arg(seed).arg(at).arg(ledger.error().text())));
            continue;
        }
        const Evaluation verdict = ledger->evaluate(opened.change, opened.digest);
        QVERIFY2(ledger->state().readOnly || verdict.reasons == expected.reasons,
                 qPrintable(u"seed %1 byte %2 round %3: %4 of %5 events, mark %6"_s.arg(seed)
                                .arg(at)
                                .arg(i)
                                .arg(ledger->state().head.size)
                                .arg(expectedSize)
                                .arg(static_cast<int>(ledger->state().mark))));
    }
    qInfo("%d of %d inversions refused, the others changed no verdict", refusedCases, cases);
    QVERIFY(refusedCases > 0);
}

void TestLedger::rolledBackAndForked()
{
    for (const qint64 copyEvery : {10000, 1}) {
        tryRollback(copyEvery);
    }
}

void TestLedger::tryRollback(qint64 copyEvery)
{
    Workbench bench;
    bench.copyEvery = copyEvery;
    const QString file = bench.path(u"ledger.sqlite"_s);
    const QString old = bench.path(u"old.sqlite"_s);
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        copy(file, old);
        must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    copy(old, file);
    {
        Ledger back = must(Ledger::open(bench.locator(), bench.client()));
        QCOMPARE(back.state().mark, MarkState::Behind);
        QVERIFY(back.state().readOnly);
        const auto append = openChange(back, u"Other"_s, Workbench::revision(), bench.person(u"eve"_s));
        QCOMPARE(append.error().kind, base::ErrorKind::Integrity);
        QVERIFY(append.error().message.startsWith(u"ROLLED_BACK"));
        // Somebody who never saw the newer head goes on and so forks the ledger.
        Ledger other = must(Ledger::open(bench.locator(), bench.client(u"elsewhere"_s)));
        QCOMPARE(other.state().mark, MarkState::None);
        must(openChange(other, u"Other"_s, Workbench::revision(), bench.person(u"eve"_s)));
        must(openChange(other, u"Third"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    const Ledger forked = must(Ledger::open(bench.locator(), bench.client()));
    QCOMPARE(forked.state().mark, MarkState::Forked);
    QVERIFY(forked.state().readOnly);
}

void TestLedger::olderProgramLowersNoMark()
{
    // Two programs of one user: what the slower one read is older than what the other has remembered meanwhile.
    Workbench bench;
    Marks marks(bench.path(u"state"_s));
    const QString ledger = randomId(u'L');
    const Mark nine{ledger, {9, QString(64, u'9')}};
    const Mark ten{ledger, {10, QString(64, u'a')}};
    const Mark twelve{ledger, {12, QString(64, u'c')}};
    must(marks.save(nine, {}));
    must(marks.save(twelve, nine));
    must(marks.save(ten, nine));
    QCOMPARE(must(marks.find(ledger)), std::optional(twelve));
    // After a restore that admins accepted the head is smaller; whoever knew the larger one replaces it.
    must(marks.save(ten, twelve));
    QCOMPARE(must(marks.find(ledger)), std::optional(ten));
}

void TestLedger::emptyFileIsNoObstacle()
{
    // Left by somebody who was stopped between making the file and writing into it; a link or a full file stays.
    Workbench bench;
    const QString file = bench.path(u"ledger.sqlite"_s);
    must(writeDurably(file, {}));
    must(store::createStore(bench.locator(), randomId(u'L'), std::chrono::seconds(5)));
    QCOMPARE(store::createStore(bench.locator(), randomId(u'L'), std::chrono::seconds(5)).error().kind,
             base::ErrorKind::Conflict);
    must(writeDurably(bench.path(u"empty"_s), {}));
    QVERIFY(QFile::link(bench.path(u"empty"_s), bench.path(u"link"_s)));
    QCOMPARE(
        store::createStore(u"sqlite:"_s + bench.path(u"link"_s), randomId(u'L'), std::chrono::seconds(5)).error().kind,
        base::ErrorKind::Conflict);
}

void TestLedger::swappedLedger()
{
    Workbench bench;
    bench.ledger(teamPolicy(), team());
    QVERIFY(QFile::remove(bench.path(u"ledger.sqlite"_s)));
    FoundingOptions founding;
    founding.admins = {{u"eve"_s, bench.person(u"eve"_s).key.key.line()}};
    must(Ledger::create(bench.locator(), founding, bench.person(u"eve"_s), bench.client(u"attacker"_s)));
    const Ledger swapped = must(Ledger::open(bench.locator(), bench.client()));
    QCOMPARE(swapped.state().mark, MarkState::Forked);
    QVERIFY(swapped.state().readOnly);
}

void TestLedger::relativePlaces()
{
    Workbench bench;
    const QString before = QDir::currentPath();
    FoundingOptions founding;
    founding.admins = {{u"ada"_s, bench.person(u"ada"_s).key.key.line()}};
    for (const QString &folder : {u"one"_s, u"two"_s, u"one"_s}) {
        QVERIFY(QDir().mkpath(bench.path(folder)));
        QVERIFY(QDir::setCurrent(bench.path(folder)));
        if (!QFile::exists(u"ledger.sqlite"_s)) {
            must(Ledger::create(u"sqlite:ledger.sqlite"_s, founding, bench.person(u"ada"_s), bench.client()));
        }
        // Two ledgers of the same relative name are no swap.
        QVERIFY(!must(Ledger::open(u"sqlite:ledger.sqlite"_s, bench.client())).state().readOnly);
    }
    QVERIFY(QDir::setCurrent(before));
}

void TestLedger::decisionsConflictFactsDoNot()
{
    Workbench bench;
    Ledger one = bench.ledger(teamPolicy(), team());
    const OpenedRevision opened = must(openChange(one, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    Ledger two = must(Ledger::open(bench.locator(), bench.client(u"two"_s)));
    must(vote(two, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"bo"_s)));
    // A fact lands although the ledger moved; a decision taken before the move does not.
    must(vote(one, opened.change, opened.digest, VoteKind::Abstain, {}, {}, bench.person(u"cy"_s)));
    const auto revised = addRevision(two, opened.change, Workbench::revision("SELECT 1;"), bench.person(u"eve"_s));
    QVERIFY(!revised);
    QCOMPARE(revised.error().kind, base::ErrorKind::Conflict);
    QVERIFY(must(two.outbox().items()).isEmpty());
    must(addRevision(two, opened.change, Workbench::revision("SELECT 1;"), bench.person(u"eve"_s)));
}

void TestLedger::idempotentAppend()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    store::NewEvent again;
    const Event &last = ledger.state().events.last();
    again.eid = last.eid;
    const store::Stored stored = must(ledger.storage().append(again, bench.nowUs, {}));
    QVERIFY(stored.wasThere);
    QCOMPARE(stored.head, ledger.state().head);
    QCOMPARE(must(ledger.storage().head({})).size, 2);
}

void TestLedger::foreignFiles()
{
    Workbench bench;
    const auto kindOf = [&](const QString &path) {
        const auto opened = Ledger::open(u"sqlite:"_s + path, bench.client());
        return opened ? base::ErrorKind::Defect : opened.error().kind;
    };
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(bench.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qCritical("cannot write %s", qPrintable(file.fileName()));
        }
        return bench.path(name);
    };
    QCOMPARE(kindOf(bench.path(u"missing"_s)), base::ErrorKind::Usage);
    QCOMPARE(kindOf(write(u"empty"_s, {})), base::ErrorKind::Integrity);
    QCOMPARE(kindOf(write(u"text"_s, QByteArray(4096, 'x'))), base::ErrorKind::Integrity);
    const QString other = bench.path(u"other.sqlite"_s);
    attack(other, "CREATE TABLE event (x)");
    QCOMPARE(kindOf(other), base::ErrorKind::Integrity);
    bench.ledger(teamPolicy(), team());
    const QString file = bench.path(u"ledger.sqlite"_s);
    attack(file, "CREATE VIEW approved AS SELECT 1");
    QCOMPARE(kindOf(file), base::ErrorKind::Integrity);
    attack(file, "DROP VIEW approved; DROP TRIGGER event_kept");
    QCOMPARE(kindOf(file), base::ErrorKind::Integrity);
    QCOMPARE(Ledger::open(u"nowhere"_s, bench.client()).error().kind, base::ErrorKind::Usage);
}

void TestLedger::fileModeAndSettings()
{
    Workbench bench;
    bench.ledger(teamPolicy(), team());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(bench.path(u"ledger.sqlite"_s)) & others));
    QVERIFY(!(QFile::permissions(bench.path(u"state/marks"_s)) & others));
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
