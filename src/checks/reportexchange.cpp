#include "base/show.h"
#include "checks/report.h"

#include <QJsonDocument>
#include <QUrl>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

const rehearsal::StatementRun *statementOf(const Report &report, int index)
{
    const auto it = std::ranges::find(report.rehearsal.statements, index, &rehearsal::StatementRun::index);
    return it == report.rehearsal.statements.end() ? nullptr : &*it;
}

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"note"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

/// As seen from where the check was started, like the path of the migration: files of a folder go by their names in it.
QString fileOf(const Report &report, const rehearsal::StatementRun *run)
{
    const QString &path = report.migrationPath;
    if (run == nullptr || run->file.isEmpty() || path == run->file || path.endsWith(u'/' + run->file)) {
        return path;
    }
    const bool whole = path.isEmpty() || run->file.startsWith(u'/') || run->file.startsWith(path + u'/') ||
                       path.endsWith(".sql"_L1, Qt::CaseInsensitive);
    return whole ? run->file : path + (path.endsWith(u'/') ? u""_s : u"/"_s) + run->file;
}

/// RFC 3986: a relative reference for a relative path, so that CI servers find the file in their checkout.
QString uriOf(const QString &path)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return path.startsWith(u'/') ? u"file://"_s + encoded : encoded;
}

QJsonObject location(const Report &report, const rehearsal::StatementRun *run, const QString &object)
{
    QJsonObject physical{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, uriOf(fileOf(report, run))}}}};
    if (run != nullptr && run->range.line > 0) {
        physical.insert(u"region"_s, QJsonObject{{u"startLine"_s, run->range.line},
                                                 {u"endLine"_s, std::max(run->range.line, run->range.endLine)}});
    }
    QJsonObject json{{u"physicalLocation"_s, physical}};
    if (!object.isEmpty()) {
        json.insert(u"logicalLocations"_s, QJsonArray{QJsonObject{{u"fullyQualifiedName"_s, base::show(object)}}});
    }
    return json;
}

QJsonObject sarifResult(const Report &report, const Finding &item)
{
    const rehearsal::StatementRun *run = statementOf(report, item.statement);
    QString text = base::show(item.message.english());
    text += item.advice.isEmpty() ? QString() : u"\n"_s + base::show(item.advice.english());
    text += item.fix.isEmpty() ? QString() : u"\nSafer: "_s + base::show(item.fix, true);
    QJsonObject result{{u"ruleId"_s, item.rule},
                       {u"level"_s, levelOf(item.severity)},
                       {u"message"_s, QJsonObject{{u"text"_s, text}}},
                       {u"locations"_s, QJsonArray{location(report, run, item.object)}}};
    if (item.waived) {
        result.insert(u"suppressions"_s, QJsonArray{QJsonObject{{u"kind"_s, u"external"_s},
                                                                {u"justification"_s, base::show(item.waivedBecause)}}});
    }
    return result;
}

/// A statement that failed is a result as well: there may be no finding about it.
QJsonArray failures(const Report &report)
{
    QJsonArray out;
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        if (run.outcome == rehearsal::Outcome::Failed) {
            const QString why = run.error ? run.error->message : run.refusal;
            out.append(QJsonObject{{u"ruleId"_s, u"statement-failed"_s},
                                   {u"level"_s, u"error"_s},
                                   {u"message"_s, QJsonObject{{u"text"_s, base::show(why)}}},
                                   {u"locations"_s, QJsonArray{location(report, &run, {})}}});
        }
    }
    return out;
}

QJsonArray sarifRules()
{
    QJsonArray rules;
    for (const Rule &rule : allRules()) {
        rules.append(QJsonObject{{u"id"_s, rule.id},
                                 {u"shortDescription"_s, QJsonObject{{u"text"_s, rule.description.english()}}},
                                 {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, levelOf(rule.severity)}}}});
    }
    rules.append(
        QJsonObject{{u"id"_s, u"statement-failed"_s},
                    {u"shortDescription"_s, QJsonObject{{u"text"_s, u"A statement failed in the rehearsal."_s}}},
                    {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, u"error"_s}}}});
    return rules;
}

} // namespace

QByteArray toSarif(const Report &report)
{
    QJsonArray results = failures(report);
    for (const Finding &item : report.findings) {
        results.append(sarifResult(report, item));
    }
    QJsonArray notRun;
    for (const NotRun &item : report.notRun) {
        notRun.append(QJsonObject{
            {u"level"_s, u"warning"_s},
            {u"message"_s,
             QJsonObject{{u"text"_s, u"%1 did not run: %2"_s.arg(item.check, base::show(item.why.english()))}}}});
    }
    const QJsonObject driver{{u"name"_s, u"Countersign"_s}, {u"rules"_s, sarifRules()}};
    const QJsonObject invocation{{u"executionSuccessful"_s, report.rehearsal.complete},
                                 {u"toolExecutionNotifications"_s, notRun}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"invocations"_s, QJsonArray{invocation}},
                          {u"columnKind"_s, u"utf16CodeUnits"_s},
                          {u"results"_s, results}};
    return QJsonDocument(QJsonObject{{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                                     {u"version"_s, u"2.1.0"_s},
                                     {u"runs"_s, QJsonArray{run}}})
        .toJson(QJsonDocument::Indented);
}

namespace {

/// One line of a JUnit suite.
struct Case {
    QString name;
    QString group;
    double seconds = 0;
    QString failure;
    QString skipped;
    QString output;
};

std::vector<Case> casesOf(const Report &report)
{
    std::vector<Case> out;
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        Case item;
        item.name = u"statement %1 (%2:%3)"_s.arg(QString::number(run.index), fileOf(report, &run),
                                                  QString::number(run.range.line));
        item.group = u"rehearsal"_s;
        item.seconds = static_cast<double>(run.duration.count()) / 1e6;
        item.failure =
            run.outcome == rehearsal::Outcome::Failed ? (run.error ? run.error->message : run.refusal) : QString();
        item.skipped = run.outcome == rehearsal::Outcome::NotRun ? u"not run"_s : QString();
        out.push_back(item);
    }
    for (const Finding &item : report.findings) {
        Case entry;
        entry.name = item.object.isEmpty() ? item.rule : u"%1 %2"_s.arg(item.rule, item.object);
        entry.group = u"findings"_s;
        const QString text = u"%1\n%2"_s.arg(item.message.english(), item.advice.english());
        const bool fails = !item.waived && item.severity >= report.settings.failOn;
        entry.failure = fails ? text : QString();
        entry.output = fails ? QString() : nameOf(item.severity) + u": "_s + text;
        out.push_back(entry);
    }
    const auto whole = [&](const QString &name, const QString &failure) {
        Case item;
        item.name = name;
        item.group = u"checks"_s;
        item.failure = failure;
        out.push_back(item);
    };
    if (report.completeness) {
        whole(u"completeness"_s, report.completeness->matches ? QString() : u"the result is not the expected schema"_s);
    }
    for (const NotRun &item : report.notRun) {
        Case entry;
        entry.name = item.check;
        entry.group = u"checks"_s;
        entry.skipped = item.why.english();
        out.push_back(entry);
    }
    whole(u"verdict"_s, Phrase::joined(report.reasons(), u"\n"_s).english());
    return out;
}

} // namespace

QByteArray toJUnit(const Report &report)
{
    const std::vector<Case> cases = casesOf(report);
    const auto failed = std::ranges::count_if(cases, [](const Case &item) { return !item.failure.isEmpty(); });
    const auto skipped = std::ranges::count_if(cases, [](const Case &item) { return !item.skipped.isEmpty(); });
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, base::show(report.migrationPath));
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failed));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"skipped"_s, QString::number(skipped));
    double seconds = 0;
    for (const Case &item : cases) {
        seconds += item.seconds;
    }
    xml.writeAttribute(u"time"_s, QString::number(seconds, 'f', 6));
    for (const Case &item : cases) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, u"countersign."_s + item.group);
        xml.writeAttribute(u"name"_s, base::show(item.name));
        xml.writeAttribute(u"time"_s, QString::number(item.seconds, 'f', 6));
        if (!item.failure.isEmpty()) {
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"message"_s, base::show(item.failure.section(u'\n', 0, 0)));
            xml.writeCharacters(base::show(item.failure, true));
            xml.writeEndElement();
        } else if (!item.skipped.isEmpty()) {
            xml.writeStartElement(u"skipped"_s);
            xml.writeAttribute(u"message"_s, base::show(item.skipped));
            xml.writeEndElement();
        } else if (!item.output.isEmpty()) {
            xml.writeTextElement(u"system-out"_s, base::show(item.output, true));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace countersign::checks
