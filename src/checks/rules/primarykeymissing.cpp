#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkPrimaryKeyMissing(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (table.after == nullptr || table.after->kind() != schema::ObjectKind::Table ||
            !table.after->partitionOf.isEmpty() || primaryKey(*table.after) != nullptr) {
            continue;
        }
        const bool had = table.before != nullptr && primaryKey(*table.before) != nullptr;
        if (!table.added() && !had) {
            continue;
        }
        findings.findings.push_back(
            finding(Severity::Warning,
                    had ? statementThat(context, table,
                                        [](const auto &was, const auto &is) {
                                            return primaryKey(was) != nullptr && primaryKey(is) == nullptr;
                                        })
                        : table.statement,
                    table.path(),
                    had ? say("Finding", "%1 loses its primary key, and nothing replaces it: single rows cannot be "
                                         "addressed, replicas and "
                                         "online tools stop.")
                              .arg(table.path())
                        : say("Finding", "%1 has no primary key: single rows cannot be addressed, replicas and online "
                                         "tools cannot work with "
                                         "it.")
                              .arg(table.path()),
                    say("Finding", "Add a primary key.")));
    }
}

} // namespace

Rule primaryKeyMissing()
{
    return {u"primary-key-missing"_s, everyEngine(), say("Finding", "A table is without a primary key."),
            Severity::Warning, checkPrimaryKeyMissing};
}

} // namespace countersign::checks::rules
