#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QString concurrentForm(const CheckContext &context, const Step &step)
{
    return withInserted(context, step.sql(), u"INDEX"_s, u"CONCURRENTLY"_s);
}

void builds(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const bool creates =
            step.facts.verb == Verb::CreateIndex ||
            (context.isMySqlFamily() && std::ranges::any_of(step.facts.actions, [](const Action &action) {
                 return action.kind == ActionKind::AddIndex;
             }));
        if (!creates || step.facts.targets.empty() || step.facts.concurrently) {
            continue;
        }
        const schema::Table *table = context.resolve(*step.before, step.facts.targets.front());
        const QString path = table == nullptr ? QString() : table->id().path();
        const rehearsal::Lock *lock = table == nullptr ? nullptr : step.lockOn(path);
        const auto severity = table == nullptr ? std::nullopt : context.scaled(step, path);
        const bool onlyParent = step.facts.only && table != nullptr && !table->partitionKey.isEmpty();
        const bool blocks = lock == nullptr ? context.isPostgreSql() : lock->blocksWrites;
        const bool noEffect = step.ran && step.change.isEmpty() && step.run->effects.empty();
        if (!severity || !blocks || onlyParent || noEffect) {
            continue;
        }
        const bool partitioned = !table->partitionKey.isEmpty();
        findings.findings.push_back(finding(
            *severity, step.index(), path + u'.' + step.facts.object,
            (partitioned
                 ? say("Finding", "Nobody can write to %1 and all its partitions (%2) while the index is built.")
                 : say("Finding", "Nobody can write to %1 (%2) while the index is built."))
                .arg(path, context.sizeText(context.basePath(step, path))),
            context.isPostgreSql()
                ? (!partitioned
                       ? say("Finding", "Build it CONCURRENTLY, outside of a transaction.")
                       : say("Finding", "Create it ON ONLY the parent, build it CONCURRENTLY on each partition, and "
                                        "attach them."))
                : say("Finding", "Build it off-peak, or with gh-ost or pt-online-schema-change."),
            context.isPostgreSql() && !partitioned ? concurrentForm(context, step) : QString()));
    }
}

void drops(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        if (step.facts.verb != Verb::DropIndex || step.facts.concurrently) {
            continue;
        }
        for (const TableChange &table : step.change.tables) {
            for (const auto &pair : table.indexes) {
                const bool partitioned = table.before != nullptr && !table.before->partitionKey.isEmpty();
                const bool relevant = pair.removed() && table.altered() &&
                                      context.existed(step, table.before->id().path()) &&
                                      context.sizeOf(step, table.before->id().path()) != TableSize::Empty;
                if (relevant) {
                    findings.findings.push_back(finding(
                        Severity::Warning, step.index(), table.path() + u'.' + pair.before->name,
                        say("Finding",
                            "DROP INDEX needs %1 for itself: it is short, but it waits for every running query, "
                            "and every later "
                            "query waits behind it.")
                            .arg(table.path()),
                        partitioned ? say("Finding", "An index of a partitioned table cannot be dropped CONCURRENTLY: "
                                                     "do it off-peak, with a short lock timeout.")
                                    : say("Finding", "Drop it CONCURRENTLY, outside of a transaction."),
                        partitioned ? QString() : concurrentForm(context, step)));
                }
            }
        }
    }
}

/// The key from an index that was built before. One that takes the place of a key of its name needs another name until
/// that is gone; the constraint gives the index its own.
QString onlineKey(const CheckContext &context, const Pair<schema::Constraint> &pair, const QString &table,
                  const QString &columns, bool primary)
{
    const QString name = sqlName(context, pair.after->name);
    const bool replaces = pair.before != nullptr;
    const QString index = replaces ? sqlName(context, pair.after->name + u"_new"_s) : name;
    return u"CREATE UNIQUE INDEX CONCURRENTLY %1 ON %2 (%3);\nALTER TABLE %2 %4ADD CONSTRAINT %5 %6 USING INDEX %1"_s
        .arg(index, table, columns, replaces ? u"DROP CONSTRAINT %1, "_s.arg(name) : QString(), name,
             primary ? u"PRIMARY KEY"_s : u"UNIQUE"_s);
}

void uniqueInline(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const auto severity = table.altered() ? context.scaled(step, table.before->id().path()) : std::nullopt;
            const bool usesIndex =
                std::ranges::any_of(step.facts.actions, [](const Action &a) { return a.usingIndex; });
            for (const auto &pair : table.constraints) {
                // Dropped and added again in one ALTER: of the same name, and yet another.
                const bool made = pair.added() || (pair.altered() && pair.before->keys != pair.after->keys);
                const bool key = made && (pair.after->kind == schema::ConstraintKind::Unique ||
                                          pair.after->kind == schema::ConstraintKind::PrimaryKey ||
                                          pair.after->kind == schema::ConstraintKind::Exclusion);
                if (!severity || !key || usesIndex) {
                    continue;
                }
                const QString path = table.path() + u'.' + nameOrKind(*pair.after);
                QStringList columns;
                for (const QString &column : columnsOf(pair.after->keys)) {
                    columns.append(sqlName(context, column));
                }
                const bool primary = pair.after->kind == schema::ConstraintKind::PrimaryKey;
                const bool exclusion = pair.after->kind == schema::ConstraintKind::Exclusion;
                // The parts of a key of a partitioned table are not built CONCURRENTLY in one go.
                const bool partitioned = !table.after->partitionKey.isEmpty();
                findings.findings.push_back(finding(
                    *severity, step.index(), path,
                    say("Finding", "The index behind %1 is built while nobody can read or write %2 (%3).")
                        .arg(path, table.path(), context.sizeText(context.basePath(step, table.before->id().path()))),
                    exclusion ? say("Finding", "An exclusion constraint has no online form: do it off-peak.")
                    : partitioned
                        ? say("Finding", "Create it ON ONLY the parent, build it CONCURRENTLY on each partition, and "
                                         "attach them.")
                        : say("Finding", "Build a unique index CONCURRENTLY first, then make it the constraint."),
                    exclusion || partitioned
                        ? QString()
                        : onlineKey(context, pair, sqlName(context, *table.after), listed(columns), primary)));
            }
        }
    }
}

} // namespace

Rule indexBuildBlocksWrites()
{
    return {u"index-build-blocks-writes"_s, servers(), say("Finding", "An index is built while nobody can write."),
            Severity::Error, builds};
}

Rule indexDropBlocks()
{
    return {u"index-drop-blocks"_s, postgreSql(), say("Finding", "DROP INDEX without CONCURRENTLY."), Severity::Warning,
            drops};
}

Rule uniqueBuildsIndexInline()
{
    return {u"unique-builds-index-inline"_s, postgreSql(),
            say("Finding", "A key constraint builds its index under ACCESS EXCLUSIVE."), Severity::Error, uniqueInline};
}

} // namespace countersign::checks::rules
