#include "checks/check.h"
#include "checks/report.h"
#include "rehearsal/rehearse.h"
#include "support/servers.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace countersign;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;
using schema::EngineKind;

/// What other programs read of a check: JSON as CLI.md has it, SARIF 2.1.0 (OASIS), JUnit as CI servers take it, HTML.
/// Of real checks on the three engines: one that passes, one with findings, one that fails, one that is refused.
class ReportFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void json_data() { reports(); }
    void json();
    void sarif_data() { reports(); }
    void sarif();
    void junit_data() { reports(); }
    void junit();
    void html_data() { reports(); }
    void html();
    void pathsBecomeUris_data();
    void pathsBecomeUris();

private:
    void reports();
    void make(EngineKind engine, const QString &name, const QString &migration, bool downToo);

    rehearsal::ScratchPool m_pool;
    std::map<QString, checks::Report> m_reports;
};

namespace {

const auto before = u"CREATE TABLE trips (id bigint NOT NULL PRIMARY KEY, name varchar(40), code varchar(40));"
                    "CREATE TABLE owners (id bigint NOT NULL PRIMARY KEY);"_s;

QJsonObject parsed(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        qWarning("%s", qPrintable(error.errorString()));
        return {};
    }
    return document.object();
}

const QSet<QString> levels{u"none"_s, u"note"_s, u"warning"_s, u"error"_s};

} // namespace

void ReportFormatsTest::make(EngineKind engine, const QString &name, const QString &migration, bool downToo)
{
    const auto schema = rehearsal::loadScript(m_pool, engine, before, u"base.sql"_s, {}, {});
    CS_REQUIRE(schema);
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(*schema);
    request.migrations = rehearsal::migrationsFromSql(migration, u"migrations/0001 <first> & more.sql"_s);
    checks::Report report;
    report.engine = engine;
    report.migrationPath = u"migrations/0001 <first> & more.sql"_s;
    auto trail = rehearsal::rehearse(m_pool, request, {}, {});
    CS_REQUIRE(trail);
    report.rehearsal = std::move(*trail);
    report.limits = report.rehearsal.circumstances.limits;
    if (downToo) {
        auto back = rehearsal::reversibility(m_pool, request, report.rehearsal, {}, {});
        CS_REQUIRE(back);
        report.reversibility = std::move(*back);
        report.completeness = rehearsal::completeness(report.rehearsal, *schema);
    }
    checks::CheckInput input{report.rehearsal, nullptr, nullptr, nullptr, {}, {}};
    input.reversibility = report.reversibility ? &*report.reversibility : nullptr;
    checks::Findings found = checks::runRules(input);
    report.findings = std::move(found.findings);
    report.notRun = std::move(found.notRun);
    report.notRun.push_back({u"preflight"_s, u"no --production was given"_s});
    m_reports[schema::nameOf(engine) + u": "_s + name] = std::move(report);
}

void ReportFormatsTest::initTestCase()
{
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        make(engine, u"passes"_s, u"CREATE TABLE notes (id bigint NOT NULL PRIMARY KEY);"_s, false);
        make(engine, u"findings"_s,
             u"-- a comment\nALTER TABLE trips\n  DROP COLUMN name;\nDELETE FROM owners;\nDROP TABLE owners;"_s, true);
        make(engine, u"fails"_s,
             u"ALTER TABLE trips ADD COLUMN a int;\nDROP TABLE \"<nothing> & 'so'\";\nDROP TABLE owners;"_s, false);
        make(engine, u"refused"_s,
             engine == EngineKind::PostgreSql ? u"COPY trips TO PROGRAM 'id';"_s
             : engine == EngineKind::Sqlite   ? u"ATTACH '/tmp/x' AS x;"_s
                                              : u"SELECT 1 INTO OUTFILE '/tmp/x';"_s,
             false);
    }
    checks::Report waived = m_reports.at(u"postgresql: findings"_s);
    const QString reason = u"nobody reads it, and the owner agreed"_s;
    const checks::Waiver waiver{u"drop-column"_s, {}, reason, QDate(2999, 1, 1)};
    QCOMPARE(checks::applyWaivers(waived.findings, {waiver}, QDate(2026, 1, 1)), QStringList());
    m_reports[u"postgresql: waived"_s] = waived;
}

void ReportFormatsTest::reports()
{
    QTest::addColumn<QString>("name");
    for (const auto &[name, report] : m_reports) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void ReportFormatsTest::json()
{
    QFETCH(QString, name);
    const checks::Report &report = m_reports.at(name);
    const QJsonObject json = parsed(checks::toJson(report));
    QCOMPARE(json[u"migration"_s][u"statements"_s].toInt(), static_cast<int>(report.rehearsal.statements.size()));
    const QJsonArray statements = json[u"statements"_s].toArray();
    QCOMPARE(statements.size(), static_cast<qsizetype>(report.rehearsal.statements.size()));
    for (int i = 0; i < statements.size(); ++i) {
        const QJsonObject statement = statements.at(i).toObject();
        QCOMPARE(statement[u"index"_s].toInt(), i + 1);
        QVERIFY(statement[u"line"_s].toInt() >= 1);
        QVERIFY(statement[u"endLine"_s].toInt() >= statement[u"line"_s].toInt());
        QVERIFY(!statement[u"sql"_s].toString().isEmpty());
        const QString outcome = statement[u"outcome"_s].toString();
        QVERIFY(QSet<QString>({u"ok"_s, u"failed"_s, u"not-run"_s}).contains(outcome));
        QVERIFY(statement[u"error"_s].isNull() || !statement[u"error"_s][u"message"_s].toString().isEmpty());
        QVERIFY(outcome != u"failed" || statement[u"error"_s].isObject() || statement[u"refusal"_s].isString());
        QVERIFY(statement[u"durationMs"_s].isDouble());
        QVERIFY(statement[u"effects"_s].isArray());
        for (const QJsonValue &lock : statement[u"locks"_s].toArray()) {
            QVERIFY(!lock[u"object"_s].toString().isEmpty() && !lock[u"mode"_s].toString().isEmpty());
            for (const QString &key : {u"blocksReads"_s, u"blocksWrites"_s, u"rewritesTable"_s, u"scansTable"_s}) {
                QVERIFY2(lock[key].isBool(), qPrintable(key));
            }
        }
    }
    for (const QJsonValue &finding : json[u"findings"_s].toArray()) {
        QVERIFY(!finding[u"rule"_s].toString().isEmpty() && !finding[u"message"_s].toString().isEmpty());
        QVERIFY(QSet<QString>({u"error"_s, u"warning"_s, u"info"_s}).contains(finding[u"severity"_s].toString()));
        const QJsonValue statement = finding[u"statement"_s];
        QVERIFY(statement.isNull() || (statement.toInt() >= 1 && statement.toInt() <= statements.size()));
        QVERIFY(finding[u"fix"_s].isNull() || finding[u"fix"_s].isString());
    }
    for (const QString &key : {u"completeness"_s, u"reversibility"_s}) {
        QVERIFY2(json[key][u"ran"_s].isBool(), qPrintable(key));
    }
    QCOMPARE(json[u"completeness"_s][u"ran"_s].toBool(), report.completeness.has_value());
    QCOMPARE(json[u"reversibility"_s][u"ran"_s].toBool(), report.reversibility.has_value());
    for (const QString &key : {u"preflight"_s, u"compatibility"_s, u"plans"_s, u"notRun"_s}) {
        QVERIFY2(json[key].isArray(), qPrintable(key));
    }
    const QString verdict = json[u"verdict"_s].toString();
    QCOMPARE(verdict, name.endsWith(u"passes") ? u"pass"_s : u"fail"_s);
}

void ReportFormatsTest::sarif()
{
    QFETCH(QString, name);
    const checks::Report &report = m_reports.at(name);
    const QJsonObject sarif = parsed(checks::toSarif(report));
    // SARIF 2.1.0: sarifLog (3.13) requires version and runs; run (3.14) tool; toolComponent (3.19) name;
    // reportingDescriptor (3.49) id; result (3.27) message; message (3.11) text.
    QCOMPARE(sarif[u"version"_s].toString(), u"2.1.0"_s);
    QVERIFY(sarif[u"$schema"_s].toString().contains(u"sarif-2.1.0"_s));
    QCOMPARE(sarif[u"runs"_s].toArray().size(), 1);
    const QJsonObject run = sarif[u"runs"_s].toArray().at(0).toObject();
    const QJsonValue driver = run[u"tool"_s][u"driver"_s];
    QVERIFY(!driver[u"name"_s].toString().isEmpty());
    QSet<QString> known;
    for (const QJsonValue &rule : driver[u"rules"_s].toArray()) {
        const QString id = rule[u"id"_s].toString();
        QVERIFY(!id.isEmpty() && !known.contains(id));
        known.insert(id);
        QVERIFY(!rule[u"shortDescription"_s][u"text"_s].toString().isEmpty());
        QVERIFY(levels.contains(rule[u"defaultConfiguration"_s][u"level"_s].toString()));
    }
    const QJsonValue invocation = run[u"invocations"_s].toArray().at(0);
    QCOMPARE(invocation[u"executionSuccessful"_s].toBool(), report.rehearsal.complete);
    QVERIFY(!invocation[u"toolExecutionNotifications"_s].toArray().isEmpty());
    const QJsonArray results = run[u"results"_s].toArray();
    const auto failed =
        std::ranges::count(report.rehearsal.statements, rehearsal::Outcome::Failed, &rehearsal::StatementRun::outcome);
    QCOMPARE(results.size(), static_cast<qsizetype>(report.findings.size()) + static_cast<qsizetype>(failed));
    int suppressed = 0;
    for (const QJsonValue &result : results) {
        QVERIFY2(known.contains(result[u"ruleId"_s].toString()), qPrintable(result[u"ruleId"_s].toString()));
        QVERIFY(levels.contains(result[u"level"_s].toString()));
        QVERIFY(!result[u"message"_s][u"text"_s].toString().isEmpty());
        const QJsonValue physical = result[u"locations"_s].toArray().at(0)[u"physicalLocation"_s];
        const QString uri = physical[u"artifactLocation"_s][u"uri"_s].toString();
        QVERIFY2(QUrl(uri, QUrl::StrictMode).isValid() && !uri.contains(u' ') && !uri.contains(u'<'), qPrintable(uri));
        QCOMPARE(QUrl(uri).path(), u"migrations/0001 <first> & more.sql"_s);
        const QJsonValue region = physical[u"region"_s];
        QVERIFY(region.isUndefined() || region[u"startLine"_s].toInt() >= 1);
        QVERIFY(region.isUndefined() || region[u"endLine"_s].toInt() >= region[u"startLine"_s].toInt());
        for (const QJsonValue &suppression : result[u"suppressions"_s].toArray()) {
            QCOMPARE(suppression[u"kind"_s].toString(), u"external"_s);
            QVERIFY(!suppression[u"justification"_s].toString().isEmpty());
            ++suppressed;
        }
    }
    QCOMPARE(suppressed > 0, name.endsWith(u"waived"));
}

void ReportFormatsTest::junit()
{
    QFETCH(QString, name);
    const checks::Report &report = m_reports.at(name);
    QXmlStreamReader xml(checks::toJUnit(report));
    std::map<QString, int> announced;
    std::map<QString, int> counted;
    QStringList open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement()) {
            open.removeLast();
        }
        if (!xml.isStartElement()) {
            continue;
        }
        const QString element = xml.name().toString();
        const auto attributes = xml.attributes();
        const QString parent = open.value(open.size() - 1);
        open << element;
        if (element == u"testsuites") {
            QVERIFY(parent.isEmpty());
        } else if (element == u"testsuite") {
            QCOMPARE(parent, u"testsuites"_s);
            QVERIFY(!attributes.value(u"name"_s).isEmpty());
            for (const QString &key : {u"tests"_s, u"failures"_s, u"errors"_s, u"skipped"_s}) {
                bool number = false;
                announced[key] = attributes.value(key).toInt(&number);
                QVERIFY2(number, qPrintable(key));
            }
            QVERIFY(attributes.hasAttribute(u"time"_s));
        } else if (element == u"testcase") {
            QCOMPARE(parent, u"testsuite"_s);
            QVERIFY(!attributes.value(u"name"_s).isEmpty() && !attributes.value(u"classname"_s).isEmpty());
            bool number = false;
            QVERIFY(attributes.value(u"time"_s).toDouble(&number) >= 0 && number);
            ++counted[u"tests"_s];
        } else {
            QVERIFY2(QSet<QString>({u"failure"_s, u"skipped"_s, u"system-out"_s}).contains(element),
                     qPrintable(element));
            QCOMPARE(parent, u"testcase"_s);
            QVERIFY(element == u"system-out" || !attributes.value(u"message"_s).isEmpty());
            ++counted[element == u"failure" ? u"failures"_s : element];
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(counted[u"tests"_s], announced[u"tests"_s]);
    QCOMPARE(counted[u"failures"_s], announced[u"failures"_s]);
    QCOMPARE(counted[u"skipped"_s], announced[u"skipped"_s]);
    QCOMPARE(announced[u"errors"_s], 0);
    // What a CI server shows as red or green is the verdict.
    QCOMPARE(announced[u"failures"_s] > 0, report.verdict() == checks::Verdict::Fail);
}

void ReportFormatsTest::html()
{
    QFETCH(QString, name);
    const checks::Report &report = m_reports.at(name);
    const QString page = QString::fromUtf8(checks::toHtml(report));
    QVERIFY(page.startsWith(u"<!doctype html>"_s));
    static const QSet<QString> empty{u"meta"_s, u"br"_s};
    static const QRegularExpression tag(u"<(/?)([a-z0-9]+)([^<>]*)>"_s);
    QStringList open;
    qsizetype brackets = 0;
    for (const QRegularExpressionMatch &match : tag.globalMatch(page)) {
        ++brackets;
        const QString element = match.captured(2);
        QVERIFY2(element != u"script" && !match.captured(3).contains(u" on"), qPrintable(match.captured(0)));
        if (empty.contains(element)) {
            continue;
        }
        if (match.captured(1).isEmpty()) {
            open << element;
        } else {
            QVERIFY2(!open.isEmpty() && open.takeLast() == element, qPrintable(match.captured(0)));
        }
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u' ')));
    QCOMPARE(page.count(u'<'), brackets + 1); // and the doctype: nothing of the input is taken for markup
    QVERIFY(page.contains(u"0001 &lt;first&gt; &amp; more.sql"_s));
    QVERIFY(page.contains(checks::nameOf(report.verdict())));
    for (const checks::Finding &finding : report.findings) {
        QVERIFY2(page.contains(finding.rule), qPrintable(finding.rule));
    }
    for (const checks::NotRun &item : report.notRun) {
        QVERIFY2(page.contains(u"not run, and not passed: "_s + item.check), qPrintable(item.check));
    }
}

void ReportFormatsTest::pathsBecomeUris_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("uri");
    QTest::newRow("relative") << u"db/migrate/1.sql"_s << u"db/migrate/1.sql"_s;
    QTest::newRow("folder") << u"db/migrate/"_s << u"db/migrate/1.sql"_s;
    QTest::newRow("absolute") << u"/srv/app/1.sql"_s << u"file:///srv/app/1.sql"_s;
    QTest::newRow("blank, percent and hash") << u"a b%20#c?.sql"_s << u"a%20b%2520%23c%3F.sql"_s;
    QTest::newRow("colon in the first part") << u"V1:x.sql"_s << u"V1%3Ax.sql"_s;
    QTest::newRow("other letters") << u"größe/表.sql"_s << u"gr%C3%B6%C3%9Fe/%E8%A1%A8.sql"_s;
}

void ReportFormatsTest::pathsBecomeUris()
{
    QFETCH(QString, path);
    QFETCH(QString, uri);
    checks::Report report;
    report.migrationPath = path;
    if (path.endsWith(u'/')) { // a folder: the file is named as seen from where the check was started
        rehearsal::StatementRun run;
        run.index = 1;
        run.file = u"1.sql"_s;
        report.rehearsal.statements = {run};
    }
    checks::Finding item;
    item.statement = 1;
    item.rule = u"drop-table"_s;
    item.message = u"x"_s;
    report.findings = {item};
    const QJsonObject sarif = parsed(checks::toSarif(report));
    const QJsonValue result = sarif[u"runs"_s].toArray().at(0)[u"results"_s].toArray().at(0);
    QCOMPARE(result[u"locations"_s].toArray().at(0)[u"physicalLocation"_s][u"artifactLocation"_s][u"uri"_s].toString(),
             uri);
}

QTEST_GUILESS_MAIN(ReportFormatsTest)
#include "tst_reportformats.moc"
