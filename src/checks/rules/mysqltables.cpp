#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void notTransactional(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (table.after == nullptr || table.after->engine.isEmpty() ||
            table.after->engine.compare("InnoDB"_L1, Qt::CaseInsensitive) == 0) {
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Error,
            statementThat(context, table, [](const auto &was, const auto &is) { return was.engine != is.engine; }),
            table.path(),
            say("Finding", "%1 uses %2: no transactions, and after a crash rows may be missing or broken.")
                .arg(table.path(), table.after->engine),
            say("Finding", "Use InnoDB."), u"ALTER TABLE %1 ENGINE=InnoDB"_s.arg(sqlName(context, *table.after))));
    }
}

QString usualCollation(const schema::Schema &schema)
{
    std::map<QString, int> counts;
    for (const schema::Table *table : tablesOf(schema)) {
        ++counts[table->collation];
    }
    QString usual;
    int most = 0;
    for (const auto &[collation, count] : counts) {
        if (count > most && !collation.isEmpty()) {
            usual = collation;
            most = count;
        }
    }
    return usual;
}

void collations(const CheckContext &context, Findings &findings)
{
    const QString usual = usualCollation(context.base());
    const auto report = [&](int statement, const QString &path, const QString &collation, const schema::Table &table,
                            const QString &most) {
        findings.findings.push_back(finding(
            Severity::Warning, statement, path,
            say("Finding",
                "%1 uses %2, most tables here use %3: joins between them skip indexes or fail with \"Illegal mix of "
                "collations\".")
                .arg(path, collation, most.isEmpty() ? say("Finding", "another one") : most),
            say("Finding", "Use the same collation."),
            most.isEmpty() ? QString()
                           : u"ALTER TABLE %1 CONVERT TO CHARACTER SET %2 COLLATE %3"_s.arg(
                                 sqlName(context, table), most.section(u'_', 0, 0), most)));
    };
    for (const TableChange &table : context.net().tables) {
        if (table.added()) {
            const bool old = table.after->charset == "utf8mb3"_L1 || table.after->charset == "utf8"_L1;
            if (old || (!usual.isEmpty() && !table.after->collation.isEmpty() && table.after->collation != usual)) {
                report(table.statement, table.path(), table.after->collation, *table.after, usual);
            }
        }
    }
    const QString usualThen = usualCollation(context.result()); // where most tables are converted, that is the new one
    for (const Step &step : context.steps()) {
        const bool converts = std::ranges::any_of(
            step.facts.actions, [](const Action &action) { return action.kind == ActionKind::ConvertCharset; });
        for (const TableChange &table : step.part == 0 ? step.change.tables : std::vector<TableChange>()) {
            if (!table.altered() || table.before->collation == table.after->collation) {
                continue;
            }
            if (converts) {
                if (!usualThen.isEmpty() && table.after->collation != usualThen) {
                    report(step.index(), table.path(), table.after->collation, *table.after, usualThen);
                }
            } else if (std::ranges::any_of(table.after->columns, [](const schema::Column &column) {
                           return !column.collation.isEmpty() || !column.charset.isEmpty();
                       })) {
                findings.findings.push_back(finding(
                    Severity::Warning, step.index(), table.path(),
                    say("Finding", "Only the default of %1 changes to %2: the columns keep the collation they have.")
                        .arg(table.path(), table.after->collation),
                    say("Finding", "Convert the table if the columns are meant."),
                    u"ALTER TABLE %1 CONVERT TO CHARACTER SET %2 COLLATE %3"_s.arg(
                        sqlName(context, *table.after), table.after->charset, table.after->collation)));
            }
        }
    }
    for (const NewColumn &added : newColumns(context, true)) {
        if (!added.column->collation.isEmpty() && added.column->collation != usual && !usual.isEmpty() &&
            !added.column->collation.endsWith("_bin"_L1)) {
            report(added.statement, added.path(), added.column->collation, *added.table, usual);
        }
    }
}

void inlineReferences(const CheckContext &context, Findings &findings)
{
    if (context.version() >= Version{9, 0, 0}) {
        return;
    }
    for (const Step &step : context.steps()) {
        bool inlineKey = step.facts.inlineReferences;
        for (const Action &action : step.facts.actions) {
            inlineKey |= action.kind == ActionKind::AddColumn && action.inlineReferences;
        }
        if (!inlineKey || step.facts.targets.empty()) {
            continue;
        }
        findings.findings.push_back(
            finding(Severity::Error, step.index(), step.facts.targets.front().path(),
                    say("Finding", "A REFERENCES written with a column is ignored by MySQL before 9.0: %1 "
                                   "gets no foreign key, and an upgrade "
                                   "changes what the script means.")
                        .arg(step.facts.targets.front().path()),
                    say("Finding", "Write FOREIGN KEY (column) REFERENCES … as a clause of its own.")));
    }
}

/// MariaDB accepts ADD COLUMN … CHECK at once without looking at the rows.
void checkSkipsRows(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const Action &action : step.facts.actions) {
            if (action.kind != ActionKind::AddColumn || !action.inlineCheck || step.facts.targets.empty()) {
                continue;
            }
            const schema::Table *table = context.resolve(*step.after, step.facts.targets.front());
            const schema::Column *column = table == nullptr ? nullptr : findColumn(*table, action.name);
            if (column == nullptr || context.sizeOf(step, table->id().path()) == TableSize::New ||
                context.sizeOf(step, table->id().path()) == TableSize::Empty) {
                continue;
            }
            const bool nullPasses = !column->notNull && column->defaultValue.isEmpty();
            if (nullPasses) {
                continue;
            }
            findings.findings.push_back(
                finding(Severity::Error, step.index(), table->id().path() + u'.' + column->name,
                        say("Finding", "The CHECK that comes with %1 is not tested on existing rows: if %2 breaks it, "
                                       "the rows stay invalid "
                                       "and a "
                                       "later copy of the table fails with 4025.")
                            .arg(table->id().path() + u'.' + column->name, column->defaultValue.isEmpty()
                                                                               ? say("Finding", "the implicit value")
                                                                               : column->defaultValue.text),
                        say("Finding", "Choose a default that keeps the rule, or add the CHECK in a statement of its "
                                       "own, which tests the rows.")));
        }
    }
}

} // namespace

Rule engineNotTransactional()
{
    return {u"engine-not-transactional"_s, mySqlFamily(), say("Finding", "A table is not InnoDB."), Severity::Error,
            notTransactional};
}

Rule collationMismatch()
{
    return {u"collation-mismatch"_s, mySqlFamily(), say("Finding", "A collation differs from that of most tables."),
            Severity::Warning, collations};
}

Rule inlineReferenceIgnored()
{
    return {u"inline-reference-ignored"_s,
            {schema::EngineKind::MySql},
            say("Finding", "MySQL before 9.0 ignores REFERENCES written with a column."),
            Severity::Error,
            inlineReferences};
}

Rule checkSkipsOldRows()
{
    return {u"check-skips-old-rows"_s,
            {schema::EngineKind::MariaDb},
            say("Finding", "A CHECK that comes with a new column is not tested on existing rows."),
            Severity::Error,
            checkSkipsRows};
}

} // namespace countersign::checks::rules
