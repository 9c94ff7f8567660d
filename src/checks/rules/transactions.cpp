#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool needsOwnTransaction(const StatementFacts &facts)
{
    const bool concurrently = facts.concurrently && (facts.verb == Verb::CreateIndex || facts.verb == Verb::DropIndex ||
                                                     facts.verb == Verb::Reindex);
    const bool detach = std::ranges::any_of(facts.actions, [](const Action &action) {
        return action.kind == ActionKind::DetachPartition && action.concurrently;
    });
    return concurrently || detach || facts.verb == Verb::Vacuum || facts.verb == Verb::CreateDatabase ||
           facts.verb == Verb::DropDatabase;
}

/// Labels added earlier in the transaction of a step, and not yet usable in it.
QStringList freshLabels(const CheckContext &context, const Step &step)
{
    QStringList labels;
    const auto madeHere = [&](const Step &adding) {
        return std::ranges::any_of(context.steps(), [&](const Step &other) {
            return other.index() < adding.index() && other.transaction == adding.transaction &&
                   other.facts.verb == Verb::CreateType && !other.facts.targets.empty() &&
                   !adding.facts.targets.empty() &&
                   other.facts.targets.front().name == adding.facts.targets.front().name;
        });
    };
    for (const Step &other : context.steps()) {
        if (&other == &step) {
            break;
        }
        if (other.transaction > 0 && other.transaction == step.transaction && other.facts.verb == Verb::AlterType &&
            !other.facts.label.isEmpty() && other.facts.newLabel.isEmpty() &&
            (context.version().major < 17 || !madeHere(other))) {
            labels.append(other.facts.label);
        }
    }
    return labels;
}

void forbidden(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        if (step.transaction == 0) {
            continue;
        }
        if (needsOwnTransaction(step.facts)) {
            findings.findings.push_back(finding(
                Severity::Error, step.index(), step.facts.object,
                say("Finding",
                    "This statement cannot run inside a transaction, and %1: it fails after the ones before it ran.")
                    .arg(step.explicitTransaction ? say("Finding", "the script opens one")
                                                  : say("Finding", "the runner opens one for the file")),
                say("Finding", "Put it into a file of its own with the runner's mark for no transaction."),
                context.input().runner.tool == "goose"_L1 ? u"-- +goose NO TRANSACTION\n"_s + step.sql() : step.sql()));
        }
        // The server of the rehearsal has the last word where it is of production's version.
        const bool proven = step.ran && parseVersion(context.input().rehearsal.circumstances.engineVersion).major ==
                                            context.version().major;
        for (const QString &label : proven ? QStringList() : freshLabels(context, step)) {
            if (step.sql().contains(u'\'' + label + u'\'')) {
                findings.findings.push_back(finding(
                    Severity::Error, step.index(), label,
                    say("Finding", "The label '%1' is used in the transaction that added it, which PostgreSQL refuses.")
                        .arg(label),
                    say("Finding", "Commit between adding the label and using it.")));
            }
        }
    }
}

void unbalanced(const CheckContext &context, Findings &findings)
{
    int open = 0;
    const auto report = [&](int statement, const Phrase &message) {
        findings.findings.push_back(finding(Severity::Error, statement, {}, message,
                                            say("Finding", "Balance BEGIN and COMMIT, or leave both to the runner.")));
    };
    for (const Step &step : context.steps()) {
        const Verb verb = step.facts.verb;
        if (!isTransactionControl(verb)) {
            continue;
        }
        if (step.run->transaction > 0 && open == 0) {
            report(step.index(),
                   say("Finding",
                       "The script controls transactions itself although the runner has opened one: work before "
                       "this point is kept or lost by surprise."));
            continue;
        }
        if (verb == Verb::Begin) {
            if (open > 0) {
                report(step.index(), say("Finding", "BEGIN inside a transaction that statement %1 opened.").arg(open));
            }
            open = step.index();
        } else if (open == 0) {
            report(step.index(),
                   say("Finding", "%1 without BEGIN.").arg(verb == Verb::Commit ? u"COMMIT"_s : u"ROLLBACK"_s));
        } else {
            open = 0;
        }
    }
    if (open > 0) {
        report(open,
               say("Finding", "BEGIN without COMMIT: when the session ends, everything after it is rolled back."));
    }
}

bool touchesExisting(const CheckContext &context, const Step &step)
{
    return std::ranges::any_of(step.facts.targets, [&](const Name &name) {
        const schema::Table *table = context.resolve(*step.before, name);
        static const QSet<QString> bookkeeping = {u"schema_migrations"_s, u"flyway_schema_history"_s,
                                                  u"goose_db_version"_s, u"databasechangelog"_s,
                                                  u"django_migrations"_s};
        return table != nullptr && context.existed(step, table->id().path()) && !bookkeeping.contains(table->name);
    });
}

void mixed(const CheckContext &context, Findings &findings)
{
    std::map<int, std::pair<const Step *, const Step *>> byTransaction;
    for (const Step &step : context.steps()) {
        if (step.transaction == 0 || !touchesExisting(context, step)) {
            continue;
        }
        auto &[definition, data] = byTransaction[step.transaction];
        const bool onlyNewTable = step.facts.verb == Verb::CreateTable;
        if (isDefinition(step.facts.verb) && !onlyNewTable && definition == nullptr) {
            definition = &step;
        }
        if (isDataChange(step.facts.verb) && data == nullptr) {
            data = &step;
        }
    }
    for (const auto &[transaction, pair] : byTransaction) {
        const auto &[definition, data] = pair;
        if (definition != nullptr && data != nullptr) {
            findings.findings.push_back(finding(
                Severity::Warning, std::max(definition->index(), data->index()),
                pathOf(context, *data, data->facts.targets.front()),
                say("Finding", "One transaction changes definitions (statement %1) and rows (statement %2) of existing "
                               "tables: the strong "
                               "locks are held while the rows are changed.")
                    .arg(QString::number(definition->index()), QString::number(data->index())),
                say("Finding", "Split it: definitions in one transaction, rows in another.")));
        }
    }
}

void implicitCommits(const CheckContext &context, Findings &findings)
{
    int open = 0;
    bool dirty = false;
    for (const Step &step : context.steps()) {
        const Verb verb = step.facts.verb;
        if (verb == Verb::Begin) {
            open = step.index();
            dirty = false;
        } else if (verb == Verb::Commit || verb == Verb::Rollback) {
            open = 0;
        } else if (isDataChange(verb)) {
            dirty = true;
        } else if (isDefinition(verb) && open > 0) {
            findings.findings.push_back(finding(
                Severity::Warning, step.index(), step.facts.object,
                say("Finding", "This statement commits the transaction that statement %1 opened%2: a ROLLBACK later "
                               "undoes nothing.")
                    .arg(QString::number(open), dirty ? say("Finding", " with the rows changed so far") : QString()),
                say("Finding", "Put no transaction around definition statements.")));
            open = 0;
        }
    }
}

void halfApplied(const CheckContext &context, Findings &findings)
{
    std::vector<const Step *> steps;
    bool ownTransaction = false;
    for (const Step &step : context.steps()) {
        const bool counted = !steps.empty() && steps.back()->run == step.run;
        if (!counted && (isDefinition(step.facts.verb) || isDataChange(step.facts.verb)) &&
            touchesExisting(context, step)) {
            steps.push_back(&step);
        }
        ownTransaction |= context.isPostgreSql() && needsOwnTransaction(step.facts);
    }
    if (steps.size() < 2 || (context.isPostgreSql() && !ownTransaction)) {
        return;
    }
    findings.findings.push_back(finding(
        context.isPostgreSql() ? Severity::Info : Severity::Warning, 0, {},
        say("Finding",
            "%1 statements change existing tables and no transaction holds them together: if one fails, the ones "
            "before it "
            "stay.")
            .arg(steps.size()),
        say("Finding",
            "One such statement a file, or keep at hand the SQL that finishes and the SQL that goes back.")));
}

} // namespace

Rule forbiddenInTransaction()
{
    return {u"forbidden-in-transaction"_s, postgreSql(),
            say("Finding", "A statement that cannot run inside a transaction is in one."), Severity::Error, forbidden};
}

Rule transactionUnbalanced()
{
    return {u"transaction-unbalanced"_s, everyEngine(), say("Finding", "BEGIN and COMMIT do not match."),
            Severity::Error, unbalanced};
}

Rule ddlMixedWithDml()
{
    return {u"ddl-mixed-with-dml"_s, postgreSql(), say("Finding", "One transaction changes definitions and rows."),
            Severity::Warning, mixed};
}

Rule implicitCommit()
{
    return {u"implicit-commit"_s, mySqlFamily(), say("Finding", "A definition statement commits a transaction."),
            Severity::Warning, implicitCommits};
}

Rule halfAppliedRisk()
{
    return {u"half-applied-risk"_s, servers(),
            say("Finding", "A failure in the middle leaves a half-applied migration."), Severity::Warning, halfApplied};
}

} // namespace countersign::checks::rules
