#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void withoutIndex(const CheckContext &context, Findings &findings)
{
    for (const NewConstraint &added : newConstraints(context)) {
        const schema::Constraint &key = *added.constraint;
        const QStringList columns = columnsOf(key.keys);
        if (key.kind != schema::ConstraintKind::ForeignKey || hasIndexFor(*added.table, columns)) {
            continue;
        }
        QStringList quoted;
        for (const QString &column : columns) {
            quoted.append(sqlName(context, column));
        }
        const bool online = context.isPostgreSql() && !added.tableIsNew;
        findings.findings.push_back(
            finding(Severity::Warning, added.statement, added.table->id().path() + u'.' + nameOrKind(key),
                    say("Finding", "No index begins with %1 (%2): every DELETE or key UPDATE in %3 scans %1.")
                        .arg(added.table->id().path(), listed(columns), key.referencedTable),
                    say("Finding", "Create an index on the columns of the foreign key."),
                    // On a partitioned table it cannot be built CONCURRENTLY, and would stop all writes.
                    online && !added.table->partitionKey.isEmpty()
                        ? QString()
                        : u"CREATE INDEX %1%2 ON %3 (%4)"_s.arg(
                              online ? u"CONCURRENTLY "_s : QString(),
                              sqlName(context, added.table->name + u'_' + columns.join(u'_') + u"_idx"_s),
                              sqlName(context, *added.table), listed(quoted))));
    }
}

bool servesKey(const schema::Table &before, const schema::Table &after, const schema::Index &index, QString &name)
{
    for (const schema::Constraint &constraint : after.constraints) {
        const QStringList columns = columnsOf(constraint.keys);
        const QStringList first = columnsOf(index.keys).mid(0, columns.size());
        if (constraint.kind == schema::ConstraintKind::ForeignKey &&
            QSet<QString>(first.begin(), first.end()) == QSet<QString>(columns.begin(), columns.end()) &&
            hasIndexFor(before, columns) && !hasIndexFor(after, columns)) {
            name = nameOrKind(constraint);
            return true;
        }
    }
    return false;
}

/// An index that begins with the same column and is there at the end.
bool isReplaced(const schema::Table &after, const schema::Index &gone)
{
    const QStringList columns = columnsOf(gone.keys);
    return hasIndexFor(after, columns);
}

void droppedInUse(const CheckContext &context, Findings &findings)
{
    const auto *production = context.input().production;
    bool anyDropped = false;
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->indexes) {
            if (!pair.removed()) {
                continue;
            }
            anyDropped = true;
            const QString path = table->before->id().path() + u'.' + pair.before->name;
            QString key;
            if (servesKey(*table->before, *table->after, *pair.before, key)) {
                findings.findings.push_back(finding(Severity::Error, pair.statement, path,
                                                    say("Finding", "%1 is the last index that serves the foreign key "
                                                                   "%2: deletes in the parent scan %3 from now on.")
                                                        .arg(path, key, table->path()),
                                                    say("Finding", "Create the replacement first.")));
                continue;
            }
            const auto scans =
                production == nullptr ? std::map<QString, qint64>::const_iterator() : production->indexScans.find(path);
            const bool used = production != nullptr && scans != production->indexScans.end() && scans->second > 0;
            if (used && !isReplaced(*table->after, *pair.before)) {
                findings.findings.push_back(finding(
                    Severity::Warning, pair.statement, path,
                    say("Finding", "%1 is in use: %2 scans since the counters were reset. Queries that need it read "
                                   "the whole table "
                                   "(%3).")
                        .arg(path, QString::number(scans->second), context.sizeText(table->before->id().path())),
                    context.isMySqlFamily()
                        ? say("Finding", "Make it %1 first and watch for a day.")
                              .arg(context.isMariaDb() ? u"IGNORED"_s : u"INVISIBLE"_s)
                        : say("Finding", "Create the replacement first, and watch the counters of all nodes.")));
            }
        }
    }
    if (anyDropped && (production == nullptr || production->indexScans.empty())) {
        findings.notRun.push_back(
            {u"dropped-index-in-use"_s, say("Finding", "production's index statistics are not known")});
    }
}

void swapOrder(const CheckContext &context, Findings &findings)
{
    for (const Step &drop : context.steps()) {
        for (const TableChange &table : drop.change.tables) {
            for (const auto &gone : table.indexes) {
                if (!gone.removed() || !table.altered() || !context.existed(drop, table.before->id().path())) {
                    continue;
                }
                for (const Step &create : context.steps()) {
                    if (create.index() <= drop.index()) {
                        continue;
                    }
                    for (const TableChange &later : create.change.tables) {
                        for (const auto &made : later.indexes) {
                            const bool replaces = made.added() && later.path() == table.path() &&
                                                  !made.after->keys.empty() && !gone.before->keys.empty() &&
                                                  made.after->keys.front() == gone.before->keys.front();
                            if (replaces) {
                                findings.findings.push_back(finding(
                                    Severity::Warning, drop.index(), table.path() + u'.' + gone.before->name,
                                    say("Finding",
                                        "%1 is dropped in statement %2 and replaced by %3 only in statement %4: in "
                                        "between, "
                                        "queries have no index.")
                                        .arg(gone.before->name, QString::number(drop.index()), made.after->name,
                                             QString::number(create.index())),
                                    say("Finding", "Create the new index first, then drop the old one."),
                                    create.sql() + u";\n"_s + drop.sql()));
                            }
                        }
                    }
                }
            }
        }
    }
}

} // namespace

Rule foreignKeyWithoutIndex()
{
    return {u"foreign-key-without-index"_s,
            {schema::EngineKind::PostgreSql, schema::EngineKind::Sqlite},
            say("Finding", "No index serves a new foreign key."),
            Severity::Warning,
            withoutIndex};
}

Rule droppedIndexInUse()
{
    return {u"dropped-index-in-use"_s, everyEngine(),
            say("Finding", "A dropped index serves a foreign key or queries."), Severity::Warning, droppedInUse};
}

Rule indexSwapOrder()
{
    return {u"index-swap-order"_s, everyEngine(),
            say("Finding", "An index is dropped before its replacement is created."), Severity::Warning, swapOrder};
}

} // namespace countersign::checks::rules
