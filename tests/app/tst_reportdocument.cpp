#include "app/report.h"
#include "app/reportpictures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

using namespace countersign;
using namespace countersign::app;
using namespace Qt::StringLiterals;

namespace {

const QString hostile = u"x<script>alert(1)</script>|`*_\u202e\n# y"_s;

SchemaComparison comparison()
{
    LoadedSchema from;
    LoadedSchema to;
    from.source = u"production"_s;
    to.source = u"staging"_s;
    schema::Table table;
    table.name = hostile;
    to.schema.objects = {table};
    from.schema.normalize();
    to.schema.normalize();
    return *compareLoaded(from, to, {});
}

ReportOptions options(bool redact = false)
{
    return {QDateTime(QDate(2026, 3, 2), QTime(14, 5), QTimeZone::UTC), redact, 0};
}

bool wellFormed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    return !reader.hasError();
}

} // namespace

class TestReportDocument : public QObject
{
    Q_OBJECT
private slots:
    void hostileNamesAreHarmlessInEveryFormat();
    void literalsAreRedactedAndSizesAreNot_data();
    void literalsAreRedactedAndSizesAreNot();
    void conditionsAsNamesAreRedacted();
    void drawingsAreWellFormedAndLimited();
    void jsonHoldsTheDocumentOfDiff();
    void previewsAreCutAndSaySo();
};

void TestReportDocument::hostileNamesAreHarmlessInEveryFormat()
{
    const SchemaComparison found = comparison();
    ReportSubject subject;
    subject.workspace = hostile;
    subject.comparison = &found;
    const ReportDocument document = makeReport(subject, options());
    for (const QString &text : {QString::fromUtf8(documentToHtml(document)), documentToPrintableHtml(document)}) {
        QVERIFY(text.contains(u"&lt;script&gt;"_s));
        QVERIFY(!text.contains(u"<script"_s));
        QVERIFY(!text.contains(QChar(0x202e)));
    }
    const QString markdown = documentToMarkdown(document);
    QVERIFY(!markdown.contains(QChar(0x202e)));
    // Raw HTML stands in code only, where Markdown shows it as it is.
    for (const QString &line : markdown.section(u"```"_s, 0, 0).split(u'\n')) {
        const qsizetype at = line.indexOf(u"<script"_s);
        QVERIFY2(at < 0 || line.left(at).contains(u'`'), qPrintable(line));
    }
    QVERIFY(markdown.contains(u"2026-03-02 14:05:00 UTC"_s));
}

void TestReportDocument::literalsAreRedactedAndSizesAreNot_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("redacted");
    QTest::newRow("insert") << u"INSERT INTO t VALUES (1, 'Ada', 2.5) -- her row"_s
                            << u"INSERT INTO t VALUES (0, '…', 0)  "_s;
    QTest::newRow("size") << u"ALTER TABLE t ADD c varchar(16), ADD d numeric(10, 2) DEFAULT 5"_s
                          << u"ALTER TABLE t ADD c varchar(16), ADD d numeric(10, 2) DEFAULT 0"_s;
    QTest::newRow("dollar") << u"SELECT $x$secret$x$"_s << u"SELECT '…'"_s;
    QTest::newRow("function") << u"SELECT f(12345)"_s << u"SELECT f(0)"_s;
    QTest::newRow("unterminated") << u"SELECT 'secret"_s << u"SELECT '…'"_s;
}

void TestReportDocument::literalsAreRedactedAndSizesAreNot()
{
    QFETCH(QString, sql);
    QFETCH(QString, redacted);
    QCOMPARE(redactedSql(sql, schema::EngineKind::PostgreSql), redacted);
}

void TestReportDocument::conditionsAsNamesAreRedacted()
{
    schema::Table table;
    table.name = u"t"_s;
    schema::Column column;
    column.name = u"s"_s;
    column.type = u"TEXT"_s;
    table.columns = {column};
    LoadedSchema from;
    LoadedSchema to;
    from.schema.engine = to.schema.engine = schema::EngineKind::Sqlite;
    from.schema.objects = {table};
    schema::Constraint check;
    check.name = u"check (s <> 'geheim' AND length(s) < 4711)"_s;
    check.nameIsGenerated = true;
    check.expression.text = u"s <> 'geheim' AND length(s) < 4711"_s;
    table.constraints = {check};
    to.schema.objects = {table};
    from.schema.normalize();
    to.schema.normalize();
    const SchemaComparison found = *compareLoaded(from, to, {});

    checks::Report report;
    report.engine = schema::EngineKind::Sqlite;
    checks::Finding finding;
    finding.rule = u"r"_s;
    finding.object = u"t."_s + check.name;
    finding.message = finding.object + u" reads the table"_s;
    report.findings = {finding};
    rehearsal::StatementRun run;
    run.index = 1;
    run.sql = u"INSERT INTO t VALUES ('geheim')"_s;
    run.outcome = rehearsal::Outcome::Failed;
    run.error = base::Error{};
    run.error->message = u"CHECK constraint failed: s <> 'geheim' AND length(s) < 4711"_s;
    run.effects = found.plan.comparison.differences;
    report.rehearsal.statements = {run};

    ReportSubject subject;
    subject.comparison = &found;
    subject.checks = &report;
    const auto everyText = [&subject](bool redact) {
        const ReportDocument document = makeReport(subject, options(redact));
        return QStringList{QString::fromUtf8(documentToHtml(document)), documentToPrintableHtml(document),
                           documentToMarkdown(document)};
    };
    for (const QString &text : everyText(true)) {
        QVERIFY2(!text.contains(u"geheim"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"4711"_s), qPrintable(text));
        QVERIFY(text.contains(u"check (s"_s));
    }
    for (const QString &text : everyText(false)) {
        QVERIFY(text.contains(u"geheim"_s));
    }
}

void TestReportDocument::drawingsAreWellFormedAndLimited()
{
    std::vector<Touch> touches;
    std::vector<StatementBar> bars;
    std::vector<TimelineMark> marks;
    for (int i = 0; i < 500; ++i) {
        touches.push_back({hostile + QString::number(i), hostile + QString::number(i), u"adds"_s, ReportTone::Added});
        bars.push_back({hostile, double(i), hostile, ReportTone::Changed});
        marks.push_back({QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC), hostile, ReportTone::Good});
    }
    QSet<QString> ids; // a page and a PDF find a picture by its id
    for (const ReportPicture &picture :
         {touchesPicture(touches, TouchesOf::Migration), touchesPicture(touches, TouchesOf::GeneratedScript),
          statementsPicture(bars), timelinePicture(marks)}) {
        QVERIFY2(!ids.contains(picture.id), qPrintable(picture.id));
        ids.insert(picture.id);
        QVERIFY2(wellFormed(picture.svg), picture.svg.left(400).constData());
        QVERIFY(!picture.svg.contains("<script"));
        QVERIFY(picture.svg.size() < 60'000);
        QVERIFY(picture.title.contains(u"460 more"_s));
    }
    QVERIFY(wellFormed(timelinePicture({}).svg));
}

void TestReportDocument::jsonHoldsTheDocumentOfDiff()
{
    const SchemaComparison found = comparison();
    ReportSubject subject;
    subject.comparison = &found;
    const QJsonObject root = QJsonDocument::fromJson(reportToJson(subject, options())).object();
    QCOMPARE(root.value(u"schema"_s).toString(), u"countersign.report/1"_s);
    QCOMPARE(root.value(u"comparison"_s).toObject(), QJsonDocument::fromJson(comparisonToJson(found)).object());
    QVERIFY(!root.contains(u"review"_s));
}

void TestReportDocument::previewsAreCutAndSaySo()
{
    LoadedSchema from;
    LoadedSchema to;
    for (int i = 0; i < 50; ++i) {
        schema::Table table;
        table.name = u"t%1"_s.arg(i);
        to.schema.objects.push_back(table);
    }
    from.schema.normalize();
    to.schema.normalize();
    const SchemaComparison found = *compareLoaded(from, to, {});
    ReportSubject subject;
    subject.comparison = &found;
    ReportOptions cut = options();
    cut.mostRows = 10;
    QVERIFY(documentToMarkdown(makeReport(subject, cut)).contains(u"40 more rows are not shown here"_s));
    QVERIFY(!documentToMarkdown(makeReport(subject, options())).contains(u"not shown here"_s));
}

QTEST_GUILESS_MAIN(TestReportDocument)
#include "tst_reportdocument.moc"
