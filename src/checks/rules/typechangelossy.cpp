#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// SQLite stores what it is given: only the affinity under which rows are copied can change a value.
Loss sqliteLoss(const schema::Column &before, const schema::Column &after, bool strict)
{
    const auto isText = [](const QString &type) {
        const QString upper = type.toUpper();
        return upper.contains("CHAR"_L1) || upper.contains("TEXT"_L1) || upper.contains("CLOB"_L1);
    };
    const auto isNumber = [](const QString &type) {
        const QString upper = type.toUpper();
        return upper.contains("INT"_L1) || upper.contains("REAL"_L1) || upper.contains("DEC"_L1) ||
               upper.contains("NUM"_L1) || upper.contains("FLOA"_L1) || upper.contains("DOUB"_L1);
    };
    if (isText(before.type) && isNumber(after.type)) {
        return Loss::TextToTyped;
    }
    return strict && before.type.toUpper() != after.type.toUpper() && after.type.toUpper() != "ANY"_L1 ? Loss::Other
                                                                                                       : Loss::None;
}

/// PostgreSQL: from one enumeration to another one that has all of its labels.
bool isWiderEnum(const CheckContext &context, const schema::Column &before, const schema::Column &after)
{
    const auto labels = [](const schema::Schema &schema, const QString &name) {
        for (const schema::Type *type : objectsOf<schema::Type>(schema)) {
            if (type->typeKind == "enum"_L1 && (type->id().path() == name || type->name == name)) {
                return type->labels;
            }
        }
        return QStringList();
    };
    const QStringList from = labels(context.base(), before.type);
    const QStringList to = labels(context.result(), after.type);
    return !from.isEmpty() && !to.isEmpty() &&
           std::ranges::all_of(from, [&to](const QString &label) { return to.contains(label); });
}

void checkTypeChangeLossy(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        const QString basePath = table->before->id().path();
        for (const auto &pair : table->columns) {
            if (!pair.altered() || pair.before->type == pair.after->type ||
                context.sizeOfBase(basePath) == TableSize::Empty) {
                continue;
            }
            const auto lossBetween = [&](const schema::Column &was, const schema::Column &is) {
                return context.isSqlite() ? sqliteLoss(was, is, table->after->strict)
                                          : lossOf(was, is, context.engine());
            };
            const Loss loss = lossBetween(*pair.before, *pair.after);
            if (loss == Loss::None || loss == Loss::EnumLabels || isWiderEnum(context, *pair.before, *pair.after)) {
                continue;
            }
            const QString path = table->columnPath(*pair.after);
            findings.findings.push_back(finding(
                probedClean(context, path) ? Severity::Warning : Severity::Error,
                statementThat(context, *table, pair,
                              [&](const auto &was, const auto &is) { return lossBetween(was, is) != Loss::None; }),
                path,
                say("Finding", "%1 changes from %2 to %3: %4 (%5).")
                    .arg(path, pair.before->type, pair.after->type, describe(loss, *pair.after, context.engine()),
                         context.sizeText(basePath)),
                say("Finding",
                    "Ask the data first (preflight). If values would change, add a new column, copy with a check, and "
                    "switch.")));
        }
    }
}

} // namespace

Rule typeChangeLossy()
{
    return {u"type-change-lossy"_s, everyEngine(), say("Finding", "A new type cannot hold every value of the old one."),
            Severity::Error, checkTypeChangeLossy};
}

} // namespace countersign::checks::rules
