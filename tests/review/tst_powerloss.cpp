#include "base/digest.h"
#include "review/maintenance.h"
#include "review/recordingvfs.h"
#include "review/workbench.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// The power fails at any moment of a series of appends (RELIABILITY, F2): whatever was acknowledged is there
/// afterwards, and the chain holds. CS_SEED chooses other states, CS_SOAK makes more of them.
class TestPowerLoss : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void acknowledgedIsThere_data();
    void acknowledgedIsThere();
};

void TestPowerLoss::acknowledgedIsThere_data()
{
    QTest::addColumn<bool>("journalLost");
    QTest::newRow("power loss") << false;
    QTest::newRow("power loss, and somebody tidies the journal away") << true;
}

void TestPowerLoss::acknowledgedIsThere()
{
    QFETCH(bool, journalLost);
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int states = qEnvironmentVariableIsSet("CS_SOAK") ? 20000 : 500;
    QRandomGenerator random(seed);
    Workbench bench;
    const QString file = bench.path(u"ledger.sqlite"_s);
    OpenedRevision opened;
    {
        Ledger ledger = bench.ledger(teamPolicy(), team());
        opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), bench.person(u"eve"_s)));
    }
    RecordingVfs disk;
    {
        Ledger ledger = must(Ledger::open(bench.locator(), bench.client()));
        for (int i = 0; i < 10; ++i) {
            // From nothing to several pages at once, so that commits of every size are cut off.
            const QString message = QString(1 << (2 * (i % 8)), u'x');
            disk.note(
                must(vote(ledger, opened.change, opened.digest, VoteKind::Abstain, {}, message, bench.person(u"bo"_s)))
                    .eid);
        }
        const QByteArray secret(1, 'x');
        must(redactBlob(ledger, base::sha256Hex(secret)));
        disk.note(
            must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"bo"_s))).eid);
    }
    disk.stop();
    const auto &operations = disk.operations();
    int refused = 0;
    int rolledBack = 0;
    QVERIFY(QDir().mkpath(bench.path(u"crashed"_s)));
    for (int state = 0; state < states; ++state) {
        const qsizetype end = random.bounded(static_cast<int>(operations.size())) + 1;
        QSet<QString> acknowledged;
        for (const auto &operation : operations.first(end)) {
            if (operation.action == RecordingVfs::Action::Note) {
                acknowledged << operation.file;
            }
        }
        const auto files = disk.filesAfterPowerLoss(end, random);
        const QString crashed = bench.path(u"crashed/ledger.sqlite"_s);
        QFile::remove(crashed + u"-journal"_s);
        for (const auto &[name, bytes] : files.asKeyValueRange()) {
            QFile out(crashed + name.mid(file.size()));
            QVERIFY(name.startsWith(file) && out.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(out.write(bytes), bytes.size());
        }
        rolledBack += QFile::exists(crashed + u"-journal"_s) ? 1 : 0;
        if (journalLost) {
            QFile::remove(crashed + u"-journal"_s);
        }
        const QString where =
            u"seed %1, state %2, %3 of %4 operations: "_s.arg(seed).arg(state).arg(end).arg(operations.size());
        const auto ledger = Ledger::open(u"sqlite:"_s + crashed, bench.client(u"state%1"_s.arg(state)));
        if (!ledger && journalLost) {
            ++refused;
            QVERIFY2(ledger.error().kind == base::ErrorKind::Integrity, qPrintable(where + ledger.error().text()));
            continue;
        }
        QVERIFY2(ledger, qPrintable(where + (ledger ? QString() : ledger.error().text())));
        for (const QString &eid : std::as_const(acknowledged)) {
            QVERIFY2(ledger->state().event(eid) != nullptr, qPrintable(where + u"lost "_s + eid));
        }
        // One more than was acknowledged may have made it.
        QVERIFY2(ledger->state().head.size <= 4 + acknowledged.size() + 1,
                 qPrintable(where + u"more than was written"_s));
    }
    qInfo("%d states, %d with a journal, %d refused", states, rolledBack, refused);
    QVERIFY(rolledBack > 0);
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
