#include "base/digest.h"
#include "review/gate.h"
#include "review/hiddentext.h"
#include "review/maintenance.h"
#include "review/workbench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Scripts that read otherwise than they run, and that an approval does not count for them unless it says so.
class TestHiddenText : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void spellsOut();
    void approvalSaysSo();
    void namesOfFiles();
    void hugeLine();
};

void TestHiddenText::finds_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("hides");
    const auto hides = [](const char *name, const QByteArray &script) { QTest::newRow(name) << script << true; };
    const auto plain = [](const char *name, const QByteArray &script) { QTest::newRow(name) << script << false; };
    hides("right-to-left override", "SELECT 1; -- \u202E;DROP TABLE t\n");
    hides("right-to-left isolate", "/* \u2067 */ DELETE FROM t /* \u2069 where id = 1 */;\n");
    hides("implicit mark", "SELECT '\u200F';\n");
    hides("zero-width space in a name", "ALTER TABLE us\u200Bers ADD a int;\n");
    hides("zero-width joiner", "SELECT a\u200Db;\n");
    hides("soft hyphen", "SELECT a\u00ADb;\n");
    hides("byte order mark within", "SELECT 1;\xef\xbb\xbf\n");
    hides("byte order mark in front of another line", "SELECT 1;\n\xef\xbb\xbfSELECT 2;\n");
    hides("no-break space", "DROP\u00A0TABLE t;\n");
    hides("ideographic space", "DROP\u3000TABLE t;\n");
    hides("Hangul filler", "SELECT \u3164;\n");
    hides("tag characters", "SELECT 1; -- \U000E0041\n");
    hides("line separator ends a comment", "-- harmless\u2028DROP TABLE t;\n");
    hides("next line", "-- harmless\u0085DROP TABLE t;\n");
    hides("lone carriage return ends a comment", "-- harmless\rDROP TABLE t;\n");
    hides("carriage return at the end of the file", "-- harmless\r");
    hides("form feed", "SELECT\f1;\n");
    hides("escape code", "SELECT '\x1b[2K';\n");
    hides("backspace", "-- a\b\b\n");
    hides("NUL", QByteArray("SELECT 1;\0DROP TABLE t;\n", 24));
    hides("DEL", "SELECT '\x7f';\n");
    hides("not UTF-8", "SELECT '\xe9';\n");
    hides("overlong UTF-8", "SELECT '\xc0\xaf';\n");
    hides("UTF-16", QByteArray("S\0E\0L\0", 6));
    hides("Cyrillic letter in a keyword", "DR\u041EP TABLE t;\n");
    hides("Cyrillic letter in a name", "ALTER TABLE p\u0430yments ADD a int;\n");
    hides("Greek letter in a name", "ALTER TABLE \u03BFrders ADD a int;\n");
    hides("name of Cyrillic letters only", "ALTER TABLE \u0441\u043E\u0440\u0443 ADD a int;\n");
    hides("full width", "\uFF24\uFF32\uFF2F\uFF30 TABLE t;\n");
    hides("mathematical letters", "ALTER TABLE \U0001D42E\U0001D42C\U0001D41E\U0001D42B ADD a int;\n");
    hides("Kelvin sign", "ALTER TABLE \u212Aeys ADD a int;\n");
    hides("MySQL runs it", "/*!40000 DROP TABLE t */;\n");
    hides("MariaDB runs it", "/*M!100000 DROP TABLE t */;\n");
    hides("hint", "SELECT /*+ NO_INDEX(t) */ 1;\n");
    hides("after many plain lines", QByteArray("SELECT 1;\n").repeated(1000) + "SELECT\u00A01;\n");
    plain("nothing", "");
    plain("ASCII", "ALTER TABLE trips ADD note text; -- /* + */ 50 % & more\n\tSELECT 1;\n");
    plain("CRLF", "SELECT 1;\r\nSELECT 2;\r\n");
    plain("byte order mark in front", "\xef\xbb\xbfSELECT 1;\n");
    plain("no newline at the end", "SELECT 1;");
    plain("French", "INSERT INTO t VALUES ('d\u00E9j\u00E0 vu \u00E0 No\u00EBl');\n");
    plain("German", "COMMENT ON TABLE t IS 'Gr\u00F6\u00DFe der Stra\u00DFe';\n");
    plain("Russian", "-- \u0434\u043E\u0431\u0430\u0432\u0438\u0442\u044C \u043A\u043E\u043B\u043E\u043D\u043A\u0443 "
                     "\u0432 users \u0438 \u0441\u043E\u0440\n");
    plain("Greek", "-- \u03C0\u03AF\u03BD\u03B1\u03BA\u03B1\u03C2 \u03C4\u03C9\u03BD users\n");
    plain("Chinese", "COMMENT ON COLUMN t.a IS '\u7528\u6237name\u8868';\n");
    plain("comment with a line of stars", "/*************** + ! ***************/\nSELECT 1;\n");
    plain("emoji", "INSERT INTO t VALUES ('\U0001F680');\n");
}

void TestHiddenText::finds()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, hides);
    QCOMPARE(hidesText(script), hides);
    QCOMPARE(hiddenTextLines(script).isEmpty(), !hides);
    // Files that nobody runs may hold what they like.
    QCOMPARE(hazardsOf({{FileRole::Up, "a.sql", script}}).isEmpty(), !hides);
    QCOMPARE(hazardsOf({{FileRole::Rollback, "a.down.sql", script}}).isEmpty(), !hides);
    QVERIFY(hazardsOf({{FileRole::Other, "a.png", script}}).isEmpty());
}

void TestHiddenText::spellsOut()
{
    QCOMPARE(hiddenTextLines("SELECT 1;\nDR\u041EP TABLE \u202Et;\nSELECT 2;\n"),
             QStringList{u"line 2: DR\\u041EP TABLE \\u202Et;"_s});
    QCOMPARE(hiddenTextLines(QByteArray("\x01\n").repeated(100)).size(), 20);
}

void TestHiddenText::approvalSaysSo()
{
    Workbench bench;
    Ledger ledger = bench.ledger(teamPolicy().replace("[\"data-loss\"]", "[\"data-loss\", \"hidden-text\"]"), team());
    // No report at all: the author's computer need not have looked.
    const RevisionInput input = Workbench::revision("ALTER TABLE us\u200Bers ADD note text;\n");
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, input, bench.person(u"eve"_s)));
    const auto approve = [&](const QString &who, const QStringList &acks) {
        must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, acks, {}, bench.person(who)));
    };
    approve(u"ada"_s, {});
    approve(u"bo"_s, {u"hidden-text"_s});
    const Evaluation evaluation = ledger.evaluate(opened.change, opened.digest);
    QCOMPARE(evaluation.verdict, VerdictKind::Pending);
    QCOMPARE(evaluation.hazards, QStringList{u"hidden-text"_s});
    QVERIFY(std::any_of(evaluation.reasons.begin(), evaluation.reasons.end(), [](const Reason &reason) {
        return reason.code == Code::AckMissing && reason.subject == u"ada";
    }));
    QVERIFY(!issueCertificate(ledger, opened.change, bench.person(u"ci"_s)));
    GateRequest request;
    request.change = opened.change;
    request.environment = u"production"_s;
    request.files = input.files;
    request.trust = trustOf(ledger.state());
    request.nowUs = bench.nowUs;
    QVERIFY(!must(askGate(request, &ledger)).open);
    approve(u"ada"_s, {u"hidden-text"_s});
    QVERIFY(must(askGate(request, &ledger)).open);
    // The gate looks at the bytes itself, also where the ledger no longer holds them.
    must(redactBlob(ledger, base::sha256Hex(input.files.first().bytes)));
    Ledger again = must(Ledger::open(bench.locator(), bench.client()));
    QVERIFY(must(askGate(request, &again)).open);
    must(vote(again, opened.change, opened.digest, VoteKind::Approve, {}, {}, bench.person(u"bo"_s)));
    QVERIFY(!must(askGate(request, &again)).open);
}

void TestHiddenText::hugeLine()
{
    // One statement of 8 MiB on one line that is not ASCII.
    const QByteArray line = "INSERT INTO t VALUES ('" + QByteArray("caf\u00E9 ").repeated(1400000) + "');\n";
    QVERIFY(line.size() > 8 * 1024 * 1024);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!hidesText(line));
    qInfo("%lld ms for %lld bytes", static_cast<long long>(clock.elapsed()), static_cast<long long>(line.size()));
}

void TestHiddenText::namesOfFiles()
{
    const QByteArray policy = teamPolicy().replace("ack = [\"data-loss\"]", "ack = [\"hidden-text\"]");
    Workbench bench;
    Ledger ledger = bench.ledger(policy, team());
    for (const char *name :
         {"V2__n\xd0\xbete.sql", "V2__\xe2\x80\xaelqs.eton", "V2__note\xe2\x80\x8b.sql", "V2__\xff.sql"}) {
        RevisionInput input = Workbench::revision("SELECT 1;\n");
        input.files = {{FileRole::Up, name, "SELECT 1;\n"}};
        const OpenedRevision opened = must(openChange(ledger, u"Name"_s, input, bench.person(u"eve"_s)));
        QCOMPARE(ledger.evaluate(opened.change, opened.digest).hazards, QStringList{u"hidden-text"_s});
        QCOMPARE(hazardsOf(input.files), QStringList{u"hidden-text"_s});
    }
    QVERIFY(hazardsOf({{FileRole::Up, "V2__caf\xc3\xa9.sql", "SELECT 1;\n"}}).isEmpty());
}

QTEST_GUILESS_MAIN(TestHiddenText)
#include "tst_hiddentext.moc"
