#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void money(const CheckContext &context, Findings &findings)
{
    static const QRegularExpression words(
        u"(^|_)(price|amount|cost|total|balance|fee|tax|salary)s?($|_)|(Price|Amount|Cost|Total|Balance|Fee|Tax|Salary)"_s);
    for (const NewColumn &added : newColumns(context, true)) {
        const TypeParts type = typeParts(added.column->type, context.engine());
        const bool inexact = familyOf(type) == TypeFamily::Float || type.name == "money"_L1;
        if (!inexact ||
            (!words.match(added.column->name).hasMatch() && !words.match(added.column->name.toLower()).hasMatch())) {
            continue;
        }
        const Step *step = context.step(added.statement);
        findings.findings.push_back(
            finding(Severity::Warning, added.statement, added.path(),
                    say("Finding", "%1 looks like money and is %2: sums and comparisons are off by rounding.")
                        .arg(added.path(), added.column->type),
                    say("Finding", "Use numeric with the digits of the currency, such as numeric(12,2)."),
                    step == nullptr || !type.arguments.empty()
                        ? QString()
                        : withType(context, step->sql(), added.column->name, added.column->type.section(u' ', 0, 0),
                                   u"numeric(12,2)"_s)));
    }
}

void json(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, true)) {
        if (added.column->type.toLower() != "json"_L1) {
            continue;
        }
        const Step *step = context.step(added.statement);
        findings.findings.push_back(finding(
            Severity::Warning, added.statement, added.path(),
            say("Finding", "%1 is json, which has no equality: DISTINCT, GROUP BY and UNION on it fail.")
                .arg(added.path()),
            say("Finding", "Use jsonb."),
            step == nullptr ? QString() : withType(context, step->sql(), added.column->name, u"json"_s, u"jsonb"_s)));
    }
}

void timestamps(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, true)) {
        const TypeParts type = typeParts(added.column->type, context.engine());
        if (type.name != "timestamp"_L1 || type.withTimeZone) {
            continue;
        }
        const Step *step = context.step(added.statement);
        if (context.isPostgreSql()) {
            findings.findings.push_back(finding(
                Severity::Warning, added.statement, added.path(),
                say("Finding", "%1 has no time zone: the same value means another instant in every session's zone.")
                    .arg(added.path()),
                say("Finding", "Use timestamptz."),
                step == nullptr
                    ? QString()
                    : withType(context, step->sql(), added.column->name, u"timestamp"_s, u"timestamptz"_s)));
        } else {
            findings.findings.push_back(
                finding(Severity::Info, added.statement, added.path(),
                        say("Finding", "%1 is a TIMESTAMP, which ends in January 2038.").arg(added.path()),
                        say("Finding", "Use DATETIME in UTC where later instants can occur.")));
        }
    }
}

void padding(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, true)) {
        const TypeParts type = typeParts(added.column->type, context.engine());
        const bool single = type.arguments.empty() || type.arguments.front() <= 1;
        if (type.name != "character"_L1 || single) {
            continue;
        }
        const Step *step = context.step(added.statement);
        findings.findings.push_back(finding(
            Severity::Warning, added.statement, added.path(),
            say("Finding", "%1 is %2: values are padded with spaces, and comparisons ignore them in some "
                           "places and not in others.")
                .arg(added.path(), added.column->type),
            say("Finding", "Use varchar(n) or text."),
            step == nullptr ? QString() : withType(context, step->sql(), added.column->name, u"char"_s, u"varchar"_s)));
    }
}

void narrowKeys(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, true)) {
        const schema::Column &column = *added.column;
        const int bytes = integerBytes(typeParts(column.type, context.engine()));
        const bool generated = column.autoIncrement || !column.identity.isEmpty() ||
                               column.defaultValue.text.startsWith("nextval("_L1, Qt::CaseInsensitive);
        if (!generated || bytes == 0 || bytes > 4) {
            continue;
        }
        const Step *step = context.step(added.statement);
        QString fix;
        for (const auto &[written, wide] :
             {std::pair(u"serial"_s, u"bigserial"_s), {u"int"_s, u"bigint"_s}, {u"integer"_s, u"bigint"_s}}) {
            fix = step != nullptr && fix.isEmpty() ? withType(context, step->sql(), column.name, written, wide) : fix;
        }
        findings.findings.push_back(
            finding(Severity::Warning, added.statement, added.path(),
                    say("Finding", "%1 is a generated key of %2 bytes: it ends at %3, and inserts stop there.")
                        .arg(added.path(), QString::number(bytes),
                             integerRange(typeParts(column.type, context.engine())).second),
                    say("Finding", "Use bigint from the start; widening it later rewrites the table."), fix));
    }
}

} // namespace

Rule moneyAsFloat()
{
    return {u"money-as-float"_s, everyEngine(), say("Finding", "Money in a type that rounds."), Severity::Warning,
            money};
}

Rule jsonColumn()
{
    return {u"json-column"_s, postgreSql(), say("Finding", "A new column of type json."), Severity::Warning, json};
}

Rule timestampWithoutZone()
{
    return {u"timestamp-without-zone"_s, servers(),
            say("Finding", "A new timestamp whose instants are ambiguous or end in 2038."), Severity::Warning,
            timestamps};
}

Rule charPadding()
{
    return {u"char-padding"_s, servers(), say("Finding", "A new char(n) column."), Severity::Warning, padding};
}

Rule key32Bit()
{
    return {u"key-32-bit"_s, servers(), say("Finding", "A new generated key of 32 bits or less."), Severity::Warning,
            narrowKeys};
}

} // namespace countersign::checks::rules
