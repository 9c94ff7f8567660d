#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QString fixFor(const Step &step, const CheckContext &context, const schema::Table &table, const QString &name)
{
    // A foreign key of a partitioned table cannot be NOT VALID before 18.
    const Action *only = step.facts.actions.size() == 1 ? &step.facts.actions.front() : nullptr;
    const bool refused = only != nullptr && only->constraint == schema::ConstraintKind::ForeignKey &&
                         !table.partitionKey.isEmpty() && context.version().major < 18;
    if (only == nullptr || only->kind != ActionKind::AddConstraint || refused || step.part > 0) {
        return {};
    }
    return u"%1 NOT VALID;\nALTER TABLE %2 VALIDATE CONSTRAINT %3"_s.arg(step.sql().trimmed(), sqlName(context, table),
                                                                         sqlName(context, name));
}

void checkConstraints(const CheckContext &context, schema::ConstraintKind kind, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            if (!table.altered()) {
                continue;
            }
            const QString before = table.before->id().path();
            const auto severity = context.scaled(step, before);
            const rehearsal::Lock *lock = step.lockOn(before);
            for (const auto &pair : table.constraints) {
                const bool valid =
                    pair.added() && pair.after->kind == kind && !pair.after->notValid && !pair.after->notEnforced;
                // A reference that comes with a column of NULLs is not scanned; the rehearsal shows it.
                const bool scanned = kind == schema::ConstraintKind::Check || (lock != nullptr && lock->scansTable);
                if (!severity || !valid || !scanned) {
                    continue;
                }
                const QString path = table.path() + u'.' + nameOrKind(*pair.after);
                const Phrase size = context.sizeText(context.basePath(step, before));
                const Phrase message =
                    kind == schema::ConstraintKind::Check
                        ? say("Finding", "%1 is tested on every row of %2 (%3) while nobody can read or write it.")
                              .arg(path, table.path(), size)
                        : say("Finding", "%1 joins %2 (%3) with %4 while nobody can write to either.")
                              .arg(path, table.path(), size, pair.after->referencedTable);
                findings.findings.push_back(
                    finding(*severity, step.index(), path, message,
                            kind == schema::ConstraintKind::ForeignKey && !table.after->partitionKey.isEmpty() &&
                                    context.version().major < 18
                                ? say("Finding", "On a partitioned table it cannot be NOT VALID: add it to each "
                                                 "partition so, VALIDATE it there, and add it to the parent last.")
                                : say("Finding", "Add it NOT VALID now, and VALIDATE it in a later transaction."),
                            fixFor(step, context, *table.after, pair.after->name)));
            }
        }
    }
}

void checks(const CheckContext &context, Findings &findings)
{
    checkConstraints(context, schema::ConstraintKind::Check, findings);
    for (const Step &step : context.steps()) {
        const bool adds = step.facts.verb == Verb::AlterDomain && !step.facts.actions.empty() &&
                          step.facts.actions.front().kind == ActionKind::AddConstraint &&
                          !step.facts.actions.front().notValid;
        if (!adds || step.facts.targets.empty()) {
            continue;
        }
        const QString domain = step.facts.targets.front().name;
        for (const schema::Table *table : tablesOf(*step.before)) {
            const bool uses = std::ranges::any_of(
                table->columns, [&](const schema::Column &column) { return column.type.section(u'.', -1) == domain; });
            const auto severity = context.scaled(step, table->id().path());
            if (uses && severity) {
                findings.findings.push_back(finding(
                    *severity, step.index(), table->id().path(),
                    say("Finding",
                        "The new rule of domain %1 is tested on every row of %2 (%3) while nobody can write to it.")
                        .arg(domain, table->id().path(), context.sizeText(context.basePath(step, table->id().path()))),
                    say("Finding", "Add it NOT VALID now, and VALIDATE it in a later transaction."),
                    step.part > 0 ? QString() : step.sql() + u" NOT VALID"_s));
            }
        }
    }
}

void foreignKeys(const CheckContext &context, Findings &findings)
{
    checkConstraints(context, schema::ConstraintKind::ForeignKey, findings);
}

bool isStrong(const QString &mode)
{
    return mode == "SHARE ROW EXCLUSIVE"_L1 || mode == "EXCLUSIVE"_L1 || mode == "ACCESS EXCLUSIVE"_L1;
}

void underLock(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const Action &action : step.facts.actions) {
            const schema::Table *table = action.kind == ActionKind::ValidateConstraint && !step.facts.targets.empty()
                                             ? context.resolve(*step.before, step.facts.targets.front())
                                             : nullptr;
            const auto severity = table == nullptr ? std::nullopt : context.scaled(step, table->id().path());
            if (!severity || step.transaction == 0) {
                continue;
            }
            for (const Step &earlier : context.steps()) {
                const rehearsal::Lock *lock = earlier.index() < step.index() && earlier.transaction == step.transaction
                                                  ? earlier.lockOn(table->id().path())
                                                  : nullptr;
                if (lock != nullptr && isStrong(lock->mode)) {
                    findings.findings.push_back(finding(
                        *severity, step.index(), table->id().path(),
                        say("Finding",
                            "VALIDATE scans %1 (%2) while the transaction still holds the %3 of statement %4: "
                            "nothing is won by "
                            "NOT VALID.")
                            .arg(table->id().path(), context.sizeText(context.basePath(step, table->id().path())),
                                 lock->mode, QString::number(earlier.index())),
                        say("Finding", "Commit between ADD and VALIDATE."), u"COMMIT;\n"_s + step.sql()));
                    break;
                }
            }
        }
    }
}

} // namespace

Rule checkValidatedInline()
{
    return {u"check-validated-inline"_s, postgreSql(),
            say("Finding", "A CHECK is tested on all rows under a strong lock."), Severity::Error, checks};
}

Rule foreignKeyValidatedInline()
{
    return {u"foreign-key-validated-inline"_s, postgreSql(),
            say("Finding", "A foreign key is tested on all rows under a strong lock."), Severity::Error, foreignKeys};
}

Rule validateUnderLock()
{
    return {u"validate-under-lock"_s, postgreSql(), say("Finding", "VALIDATE runs while a stronger lock is held."),
            Severity::Error, underLock};
}

} // namespace countersign::checks::rules
