#include "review/demo.h"
#include "review/maintenance.h"
#include "review/workbench.h"

#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

class TestMaintenance : public QObject
{
    Q_OBJECT
private slots:
    void verifiesWithoutTrustingTheMark();
    void exportAndImport();
    void damagedExport();
    void redaction();
    void backupAndRestore();
    void mergeHealsAnHonestFork();
    void acceptedLoss();
    void lossThatOnlyAColleagueKnew();
    void lossAcceptedWithAStolenKey();
    void outboxIsDelivered();
    void demo();
};

namespace {

QByteArray exported(Ledger &ledger)
{
    QByteArray text;
    must(exportLedger(ledger, [&text](const QByteArray &line) {
        text += line;
        return true;
    }));
    return text;
}

void copy(const QString &from, const QString &to)
{
    QFile::remove(to);
    QVERIFY(QFile::copy(from, to));
}

/// A ledger whose file is the one of before its last event.
void loseLastEvents(Workbench &bench)
{
    const QString file = bench.path(u"ledger.sqlite"_s);
    const QString old = bench.path(u"old.sqlite"_s);
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        copy(file, old);
        must(openChange(ledger, u"Lost"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    copy(old, file);
}

} // namespace

void TestMaintenance::verifiesWithoutTrustingTheMark()
{
    Workbench bench;
    bench.ledger(teamPolicy(), team());
    const VerifyResult result = must(verifyLedger(bench.locator(), bench.client(), true));
    QCOMPARE(result.events, 2);
    QVERIFY(result.bad.isEmpty());
    QCOMPARE(result.mark, MarkState::Equal);
    QCOMPARE(must(verifyLedger(bench.locator(), bench.client(u"fresh"_s), true)).mark, MarkState::None);
}

void TestMaintenance::exportAndImport()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    const QByteArray text = exported(ledger);
    const QString target = u"sqlite:"_s + bench.path(u"imported.sqlite"_s);
    QCOMPARE(must(importLedger(text, target, bench.client())), ledger.state().head);
    Ledger imported = must(Ledger::open(target, bench.client()));
    QCOMPARE(imported.state().mark, MarkState::Equal);
    QCOMPARE(exported(imported), text);
    QCOMPARE(imported.evaluate(opened.change, opened.digest).reasons,
             ledger.evaluate(opened.change, opened.digest).reasons);
    QCOMPARE(importLedger(text, target, bench.client()).error().kind, base::ErrorKind::Conflict);
}

void TestMaintenance::damagedExport()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    const QByteArray text = exported(ledger);
    const QList<QByteArray> lines = text.split('\n');
    int number = 0;
    const auto refused = [&](const QByteArray &bad) {
        const auto head = importLedger(bad, u"sqlite:"_s + bench.path(u"bad%1.sqlite"_s.arg(++number)), bench.client());
        return !head && head.error().kind == base::ErrorKind::Integrity;
    };
    QVERIFY(refused(lines[0] + '\n' + lines[1]));
    QVERIFY(refused(lines[0] + '\n' + lines[2] + '\n' + lines[1]));
    QVERIFY(refused(text.left(text.size() / 2)));
    QVERIFY(refused({}));
    QByteArray edited = text;
    edited.replace("\"recv_us\":1", "\"recv_us\":2");
    QVERIFY(refused(edited));
}

void TestMaintenance::redaction()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    const QByteArray secret = "ALTER USER app PASSWORD 'swordfish-8841';\n";
    const OpenedRevision opened =
        must(openChange(ledger, u"Note"_s, Workbench::revision(secret), bench.person(u"eve"_s)));
    must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, u"fine"_s, bench.person(u"bo"_s)));
    const QString script = ledger.state().changes[opened.change].latest()->manifest.files.first().sha256;
    const Head head = ledger.state().head;
    const Evaluation before = ledger.evaluate(opened.change, opened.digest);
    QCOMPARE(redactBlob(ledger, script.left(8)).error().kind, base::ErrorKind::Usage);
    QCOMPARE(redactBlob(ledger, opened.digest).error().kind, base::ErrorKind::Usage);
    QCOMPARE(must(redactBlob(ledger, script.left(12))), script);
    // Another client sees the same history and verdict, and none of the bytes; nor are they left in the file.
    const Ledger again = must(Ledger::open(bench.locator(), bench.client()));
    QCOMPARE(again.state().head, head);
    QCOMPARE(again.evaluate(opened.change, opened.digest).reasons, before.reasons);
    QCOMPARE(again.blob(script).error().kind, base::ErrorKind::Undecided);
    QVERIFY(must(verifyLedger(bench.locator(), bench.client(), true)).bad.isEmpty());
    QFile file(bench.path(u"ledger.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("swordfish-8841"));
    // An export and a move of it still work, and blobs are still never removed by anybody else.
    const QString target = u"sqlite:"_s + bench.path(u"moved.sqlite"_s);
    QCOMPARE(must(moveLedger(ledger, target, bench.client())), head);
    QVERIFY(QProcess::execute(u"sqlite3"_s, {bench.path(u"ledger.sqlite"_s), u"DELETE FROM blob"_s}) != 0);
}

void TestMaintenance::backupAndRestore()
{
    Workbench bench;
    const QString backup = bench.path(u"backup.sqlite"_s);
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        must(backupLedger(ledger, backup));
        QCOMPARE(backupLedger(ledger, backup).error().kind, base::ErrorKind::Conflict);
        QVERIFY(!(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther)));
    }
    QVERIFY(QFile::remove(bench.path(u"ledger.sqlite"_s)));
    const RestoreResult result = must(restoreBackup(backup, bench.locator(), bench.client()));
    QCOMPARE(result.restored.size, 2);
    QVERIFY(!result.needsAdmins);
}

void TestMaintenance::mergeHealsAnHonestFork()
{
    Workbench bench;
    const QString file = bench.path(u"ledger.sqlite"_s);
    const QString branchFile = bench.path(u"branch.sqlite"_s);
    const Signatory eve = bench.person(u"eve"_s);
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
    }
    copy(file, branchFile);
    OpenedRevision there;
    {
        Ledger branch = must(Ledger::open(u"sqlite:"_s + branchFile, bench.client(u"colleague"_s)));
        there = must(openChange(branch, u"There"_s, Workbench::revision(), eve));
        must(vote(branch, there.change, there.digest, VoteKind::Approve, {}, {}, bench.person(u"bo"_s)));
    }
    Ledger ledger = must(Ledger::open(bench.locator(), bench.client()));
    must(openChange(ledger, u"Here"_s, Workbench::revision(), eve));
    {
        const Ledger colleague = must(Ledger::open(bench.locator(), bench.client(u"colleague"_s)));
        QVERIFY(colleague.state().readOnly);
    }
    Ledger branch = must(Ledger::open(u"sqlite:"_s + branchFile, bench.client()));
    QVERIFY(branch.state().readOnly);
    const MergeResult merged = must(mergeLedger(ledger, branch, eve));
    QCOMPARE(merged.added, 3);
    QVERIFY(!ledger.state().readOnly);
    QCOMPARE(ledger.state().changes.size(), 2);
    QVERIFY(ledger.evaluate(there.change, there.digest).votes.first().counts);
    // The colleague who only knew the branch accepts the merged ledger now.
    const Ledger colleague = must(Ledger::open(bench.locator(), bench.client(u"colleague"_s)));
    QCOMPARE(colleague.state().mark, MarkState::Ahead);
    QVERIFY(must(verifyLedger(bench.locator(), bench.client(), true)).bad.isEmpty());
    QVERIFY(!mergeLedger(ledger, branch, eve));
}

void TestMaintenance::acceptedLoss()
{
    Workbench bench;
    loseLastEvents(bench);
    Ledger ledger = must(Ledger::open(bench.locator(), bench.client()));
    QVERIFY(ledger.state().readOnly);
    must(ledger.append({}, Restore{ledger.state().head, Head{4, QString(64, u'0')}, u"no"_s}, {},
                       bench.person(u"eve"_s)));
    QVERIFY(ledger.state().readOnly);
    must(acceptLoss(ledger, u"the disk died"_s, bench.person(u"ada"_s)));
    QVERIFY(!ledger.state().readOnly);
    must(openChange(ledger, u"Again"_s, Workbench::revision(), bench.person(u"eve"_s)));
}

void TestMaintenance::lossThatOnlyAColleagueKnew()
{
    Workbench bench;
    loseLastEvents(bench);
    Ledger admin = must(Ledger::open(bench.locator(), bench.client(u"admin"_s)));
    QVERIFY(!admin.state().readOnly);
    const Signatory ada = bench.person(u"ada"_s);
    QCOMPARE(acceptLoss(admin, u"the disk died"_s, ada).error().kind, base::ErrorKind::Usage);
    QCOMPARE(acceptLoss(admin, u"the disk died"_s, ada, admin.state().head).error().kind, base::ErrorKind::Usage);
    const VerifyResult colleague = must(verifyLedger(bench.locator(), bench.client(), false));
    QCOMPARE(colleague.mark, MarkState::Behind);
    QCOMPARE(colleague.known.size, admin.state().head.size + 2);
    must(acceptLoss(admin, u"the disk died"_s, ada, colleague.known));
    QVERIFY(!must(Ledger::open(bench.locator(), bench.client())).state().readOnly);
    // Of whom it was not accepted, it is not.
    Head another = colleague.known;
    another.link = QString(64, u'a');
    QVERIFY(acceptLoss(admin, u"the disk died"_s, bench.person(u"eve"_s), another));
    QCOMPARE(admin.state().restores.size(), 1);
}

void TestMaintenance::lossAcceptedWithAStolenKey()
{
    Workbench bench;
    const QString file = bench.path(u"ledger.sqlite"_s);
    const QString old = bench.path(u"old.sqlite"_s);
    const QByteArray policy = teamPolicy().replace("people = [\"ada\"]", "people = [\"ada\", \"cy\"]");
    {
        Ledger ledger = bench.ledger(policy, team());
        copy(file, old);
        const OpenedRevision opened =
            must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
        must(vote(ledger, opened.change, opened.digest, VoteKind::Veto, {}, {}, bench.person(u"cy"_s)));
        must(Ledger::open(bench.locator(), bench.client(u"colleague"_s)));
        must(Ledger::open(bench.locator(), bench.client(u"other"_s)));
    }
    // Whoever has ada's key cuts the veto off and lets it pass for a loss.
    copy(old, file);
    Ledger ledger = must(Ledger::open(bench.locator(), bench.client()));
    const qint64 stolenFrom = ledger.state().head.size + 1;
    must(acceptLoss(ledger, u"the disk died"_s, bench.person(u"ada"_s)));
    QVERIFY(!must(Ledger::open(bench.locator(), bench.client(u"other"_s))).state().readOnly);
    must(revokeKey(ledger, u"ada"_s, bench.person(u"ada"_s).key.key.fingerprint(), RevocationCause::Compromised,
                   stolenFrom, bench.person(u"cy"_s)));
    const Ledger colleague = must(Ledger::open(bench.locator(), bench.client(u"colleague"_s)));
    QVERIFY(colleague.state().readOnly);
    QVERIFY(!colleague.state().restores.first().inForce);
}

void TestMaintenance::outboxIsDelivered()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy(), team());
    Payload payload;
    payload.ledger = ledger.ledgerId();
    payload.change = randomId(u'C');
    payload.by = u"eve"_s;
    payload.nonce = randomNonce();
    payload.witness = ledger.state().head;
    payload.body = ChangeOpen{u"production"_s, u"Offline"_s};
    const QByteArray bytes = encodePayload(payload);
    const Signatory eve = bench.person(u"eve"_s);
    const QByteArray signature =
        must(sign(eve.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, bytes), eve.options));
    must(ledger.outbox().put({eventId(bytes), bytes, signature, {"blob"}}));
    QCOMPARE(must(verifyLedger(bench.locator(), bench.client(), false)).unsent.size(), 1);
    QCOMPARE(must(sendOutbox(ledger)).sent, 1);
    QCOMPARE(must(sendOutbox(ledger)).sent, 0);
    QCOMPARE(ledger.state().changes.size(), 1);
    // What had arrived before the crash is not stored twice.
    must(ledger.outbox().put({eventId(bytes), bytes, signature, {"blob"}}));
    QCOMPARE(must(sendOutbox(ledger)).sent, 1);
    QCOMPARE(ledger.state().head.size, 3);
}

void TestMaintenance::demo()
{
    Workbench bench;
    const Demo demo = must(makeDemo(bench.path(u"demo"_s),
                                    {{u"production"_s, u"sqlite:x"_s}, {u"staging"_s, u"sqlite:y"_s}}, bench.client()));
    Ledger ledger = must(Ledger::open(demo.locator, bench.client()));
    RevisionInput input = Workbench::revision();
    input.environment.identity = u"sqlite:x"_s;
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, input, demo.you));
    QCOMPARE(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, demo.you).error().kind,
             base::ErrorKind::NotAllowed);
    must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, demo.second));
    QCOMPARE(ledger.evaluate(opened.change, opened.digest).verdict, VerdictKind::Approved);
    QCOMPARE(must(findDemo(bench.path(u"demo"_s))).second.key.key, demo.second.key.key);
}

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
