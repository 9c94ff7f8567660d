#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

enum class Keys : std::uint8_t { Unknown, On, Off };

/// Tables whose rows vanish or change when the rows of @p parent are deleted.
QStringList children(const schema::Schema &schema, const schema::Table &parent)
{
    QStringList out;
    for (const schema::Table *table : tablesOf(schema)) {
        for (const schema::Constraint &constraint : table->constraints) {
            const bool acts = constraint.onDelete == "cascade"_L1 || constraint.onDelete.startsWith("set "_L1);
            if (constraint.kind == schema::ConstraintKind::ForeignKey && acts && table != &parent &&
                constraint.referencedTable.compare(parent.name, Qt::CaseInsensitive) == 0) {
                out.append(table->id().path());
            }
        }
    }
    return out;
}

void checkRebuildCascadesDeletes(const CheckContext &context, Findings &findings)
{
    Keys keys = Keys::Unknown;
    bool ignored = false;
    for (const Step &step : context.steps()) {
        if (step.facts.verb == Verb::Pragma && step.facts.setting == "foreign_keys"_L1 && !step.facts.value.isEmpty()) {
            const QString value = step.facts.value.toLower();
            const bool off = value == "off"_L1 || value == "0"_L1 || value == "false"_L1 || value == "no"_L1;
            // Inside a transaction the pragma does nothing at all (pragma.html#pragma_foreign_keys).
            ignored |= step.transaction > 0 && off;
            keys = step.transaction > 0 ? keys : off ? Keys::Off : Keys::On;
            continue;
        }
        if (step.facts.verb != Verb::DropTable || keys == Keys::Off) {
            continue;
        }
        for (const Name &name : step.facts.targets) {
            const schema::Table *table = context.resolve(*step.before, name);
            const QStringList hit = table == nullptr ? QStringList() : children(*step.before, *table);
            if (hit.isEmpty() || !context.existed(step, table->id().path())) {
                continue;
            }
            const Phrase why = ignored ? say("Finding", "PRAGMA foreign_keys=OFF inside a transaction does nothing")
                               : keys == Keys::On ? say("Finding", "the script switches foreign_keys on")
                                                  : say("Finding", "the script does not switch foreign_keys off");
            findings.findings.push_back(finding(
                Severity::Error, step.index(), table->id().path(),
                say("Finding", "DROP TABLE %1 deletes its rows first, and ON DELETE then empties or changes %2: %3.")
                    .arg(table->name, listed(hit), why),
                say("Finding", "Run PRAGMA foreign_keys=OFF before BEGIN, and PRAGMA foreign_key_check before COMMIT."),
                ignored ? QString() : u"PRAGMA foreign_keys=OFF"_s));
        }
    }
}

} // namespace

Rule rebuildCascadesDeletes()
{
    return {u"rebuild-cascades-deletes"_s, sqlite(),
            say("Finding", "Dropping a parent fires ON DELETE actions in its children."), Severity::Error,
            checkRebuildCascadesDeletes};
}

} // namespace countersign::checks::rules
