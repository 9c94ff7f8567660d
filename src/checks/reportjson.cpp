#include "base/digest.h"
#include "checks/report.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject differenceJson(const diff::Difference &difference)
{
    QJsonArray properties;
    for (const diff::Property &property : difference.properties) {
        properties.append(QJsonObject{{u"name"_s, property.name}, {u"from"_s, property.from}, {u"to"_s, property.to}});
    }
    QJsonObject json{{u"difference"_s, diff::nameOf(difference.change)},
                     {u"kind"_s, schema::nameOf(difference.id.kind)},
                     {u"path"_s, difference.id.path()},
                     {u"properties"_s, properties}};
    if (difference.change == diff::Change::Renamed) {
        json.insert(u"before"_s, difference.before.path());
    }
    return json;
}

QJsonArray differencesJson(const std::vector<diff::Difference> &differences)
{
    QJsonArray out;
    for (const diff::Difference &difference : differences) {
        out.append(differenceJson(difference));
    }
    return out;
}

QJsonObject errorJson(const base::Error &error)
{
    return {{u"code"_s, error.sqlState}, {u"message"_s, error.message}, {u"hint"_s, error.advice}};
}

double milliseconds(std::chrono::microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

/// Of a table of production; null is unknown.
void insertSize(const std::optional<ProductionFacts> &production, const QString &path, QJsonObject &json)
{
    const auto it = production ? production->relations.find(path) : std::map<QString, RelationFacts>::const_iterator();
    const RelationFacts facts = production && it != production->relations.end() ? it->second : RelationFacts();
    json.insert(u"rows"_s, facts.rows ? QJsonValue(*facts.rows) : QJsonValue());
    json.insert(u"rowsExact"_s, facts.rowsExact);
    json.insert(u"bytes"_s, facts.bytes ? QJsonValue(*facts.bytes) : QJsonValue());
}

QJsonObject statementJson(const rehearsal::StatementRun &run, const Report &report)
{
    QJsonArray tables;
    const auto notes = report.notes.find(run.index);
    for (const QString &path : notes == report.notes.end() ? QStringList() : notes->second.tables) {
        QJsonObject json{{u"object"_s, path}};
        insertSize(report.production, path, json);
        tables.append(json);
    }
    QJsonArray locks;
    for (const rehearsal::Lock &lock : run.locks) {
        QJsonObject json{{u"object"_s, lock.object},
                         {u"mode"_s, lock.mode},
                         {u"blocksReads"_s, lock.blocksReads},
                         {u"blocksWrites"_s, lock.blocksWrites},
                         {u"rewritesTable"_s, lock.rewritesTable},
                         {u"scansTable"_s, lock.scansTable},
                         {u"observed"_s, lock.observed},
                         {u"algorithm"_s, textOrNull(lock.algorithm)}};
        insertSize(report.production, lock.object, json);
        locks.append(json);
    }
    return {{u"index"_s, run.index},
            {u"file"_s, run.file},
            {u"line"_s, run.range.line},
            {u"endLine"_s, run.range.endLine},
            {u"sql"_s, run.sql},
            {u"outcome"_s, rehearsal::nameOf(run.outcome)},
            {u"error"_s, run.error ? QJsonValue(errorJson(*run.error)) : QJsonValue()},
            {u"refusal"_s, textOrNull(run.refusal)},
            {u"durationMs"_s, milliseconds(run.duration)},
            {u"notices"_s, QJsonArray::fromStringList(run.notices)},
            {u"transaction"_s, run.transaction > 0 ? QJsonValue(run.transaction) : QJsonValue()},
            {u"effects"_s, differencesJson(run.effects)},
            {u"tables"_s, tables},
            {u"locks"_s, locks}};
}

QJsonArray findingsJson(const std::vector<Finding> &findings)
{
    QJsonArray out;
    for (const Finding &item : findings) {
        QJsonObject json{{u"rule"_s, item.rule},
                         {u"severity"_s, nameOf(item.severity)},
                         {u"statement"_s, item.statement > 0 ? QJsonValue(item.statement) : QJsonValue()},
                         {u"object"_s, item.object},
                         {u"message"_s, item.message.english()},
                         {u"advice"_s, item.advice.english()},
                         {u"fix"_s, textOrNull(item.fix)},
                         {u"waived"_s, item.waived}};
        if (item.waived) {
            json.insert(u"waiver"_s, item.waivedBecause);
        }
        out.append(json);
    }
    return out;
}

QJsonObject completenessJson(const Report &report)
{
    if (!report.completeness) {
        return {
            {u"ran"_s, false}, {u"matches"_s, false}, {u"missing"_s, QJsonArray()}, {u"unexpected"_s, QJsonArray()}};
    }
    return {{u"ran"_s, true},
            {u"matches"_s, report.completeness->matches},
            {u"missing"_s, differencesJson(report.completeness->missing)},
            {u"unexpected"_s, differencesJson(report.completeness->unexpected)}};
}

QJsonObject reversibilityJson(const Report &report)
{
    QJsonObject json{
        {u"ran"_s, false}, {u"restoresBase"_s, false}, {u"left"_s, QJsonArray()}, {u"losesData"_s, QJsonArray()}};
    if (!report.reversibility || !report.reversibility->ran) {
        return json;
    }
    const rehearsal::Reversibility &reversibility = *report.reversibility;
    QJsonArray states;
    QJsonArray left;
    bool first = true;
    for (const rehearsal::Reversal &reversal : reversibility.reversals) {
        states.append(QJsonObject{{u"fromStatement"_s, reversal.fromStatement},
                                  {u"succeeded"_s, reversal.succeeded},
                                  {u"restoresBase"_s, reversal.restoresBase},
                                  {u"error"_s, reversal.error ? QJsonValue(errorJson(*reversal.error)) : QJsonValue()},
                                  {u"left"_s, differencesJson(reversal.left)}});
        left = first ? differencesJson(reversal.left) : left;
        first = false;
    }
    json[u"ran"_s] = true;
    json[u"restoresBase"_s] = reversibility.restoresBase;
    json[u"left"_s] = left;
    json[u"losesData"_s] = QJsonArray::fromStringList(reversibility.losesData);
    json[u"generated"_s] = reversibility.generated;
    if (!reversibility.without.isEmpty()) {
        json[u"without"_s] = QJsonArray::fromStringList(reversibility.without);
    }
    json[u"sql"_s] = textOrNull(reversibility.generated ? reversibility.sql : QString());
    json[u"complete"_s] = reversibility.complete;
    json[u"states"_s] = states;
    return json;
}

QJsonArray preflightJson(const std::vector<PreflightAnswer> &answers)
{
    QJsonArray out;
    for (const PreflightAnswer &answer : answers) {
        out.append(QJsonObject{{u"statement"_s, answer.question.statement},
                               {u"object"_s, answer.question.object},
                               {u"question"_s, answer.question.question.english()},
                               {u"sql"_s, answer.sql},
                               {u"answer"_s, nameOf(answer.answer)},
                               {u"rows"_s, answer.rows < 0 ? QJsonValue() : QJsonValue(answer.rows)},
                               {u"atLeast"_s, answer.atLeast},
                               {u"sampled"_s, answer.sampled},
                               {u"keys"_s, QJsonArray::fromStringList(answer.keys)},
                               {u"why"_s, textOrNull(answer.why.english())},
                               {u"durationMs"_s, static_cast<qint64>(answer.duration.count())}});
    }
    return out;
}

QJsonArray compatibilityJson(const std::vector<CompatibilityResult> &results)
{
    QJsonArray out;
    const auto word = [](bool ok) { return ok ? u"ok"_s : u"broken"_s; };
    for (const CompatibilityResult &item : results) {
        out.append(QJsonObject{{u"workload"_s, item.workload},
                               {u"query"_s, item.query},
                               {u"before"_s, word(item.okBefore)},
                               {u"after"_s, word(item.okAfter)},
                               {u"error"_s, textOrNull(item.error)}});
    }
    return out;
}

QJsonArray plansJson(const std::vector<PlanResult> &results)
{
    QJsonArray out;
    for (const PlanResult &item : results) {
        out.append(QJsonObject{{u"workload"_s, item.workload},
                               {u"query"_s, item.query},
                               {u"before"_s, item.before},
                               {u"after"_s, item.after},
                               {u"verdict"_s, item.verdict},
                               {u"why"_s, item.why}});
    }
    return out;
}

QJsonObject document(const Report &report)
{
    QJsonArray statements;
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        statements.append(statementJson(run, report));
    }
    QJsonArray notRun;
    for (const NotRun &item : report.notRun) {
        notRun.append(QJsonObject{{u"check"_s, item.check}, {u"why"_s, item.why.english()}});
    }
    QJsonArray reasons;
    for (const Phrase &reason : report.reasons()) {
        reasons.append(reason.english());
    }
    const auto &circumstances = report.rehearsal.circumstances;
    return {
        {u"migration"_s, QJsonObject{{u"path"_s, report.migrationPath},
                                     {u"sha256"_s, report.migrationSha256},
                                     {u"engine"_s, schema::nameOf(report.engine)},
                                     {u"statements"_s, static_cast<int>(report.rehearsal.statements.size())}}},
        {u"base"_s, QJsonObject{{u"source"_s, report.base.source},
                                {u"engine"_s, report.base.engine},
                                {u"version"_s, report.base.version},
                                {u"fingerprint"_s, report.base.fingerprint}}},
        {u"rehearsal"_s, QJsonObject{{u"engine"_s, schema::nameOf(circumstances.engine)},
                                     {u"engineVersion"_s, circumstances.engineVersion},
                                     {u"productionVersion"_s, textOrNull(circumstances.productionVersion)},
                                     {u"contained"_s, circumstances.contained},
                                     {u"complete"_s, report.rehearsal.complete},
                                     {u"limits"_s, QJsonArray::fromStringList(report.limits)}}},
        {u"result"_s, QJsonObject{{u"fingerprint"_s, textOrNull(report.resultFingerprint)}}},
        {u"statements"_s, statements},
        {u"findings"_s, findingsJson(report.findings)},
        {u"completeness"_s, completenessJson(report)},
        {u"reversibility"_s, reversibilityJson(report)},
        {u"preflight"_s, preflightJson(report.preflight)},
        {u"compatibility"_s, compatibilityJson(report.compatibility)},
        {u"plans"_s, plansJson(report.plans)},
        {u"notRun"_s, notRun},
        {u"reasons"_s, reasons},
        {u"risk"_s, nameOf(report.risk())},
        {u"verdict"_s, nameOf(report.verdict())},
    };
}

QJsonValue withoutDurations(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &item : value.toArray()) {
            out.append(withoutDurations(item));
        }
        return out;
    }
    if (value.isObject()) {
        QJsonObject out;
        const QJsonObject in = value.toObject();
        for (auto it = in.begin(); it != in.end(); ++it) {
            if (it.key() != "durationMs"_L1) {
                out.insert(it.key(), withoutDurations(it.value()));
            }
        }
        return out;
    }
    return value;
}

} // namespace

QByteArray toJson(const Report &report)
{
    return QJsonDocument(document(report)).toJson(QJsonDocument::Indented);
}

QString digest(const Report &report)
{
    const QJsonObject stable = withoutDurations(document(report)).toObject();
    return base::sha256Hex(QJsonDocument(stable).toJson(QJsonDocument::Compact));
}

} // namespace countersign::checks
