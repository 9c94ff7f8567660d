#include "checks/tabletrace.h"

namespace countersign::checks {

using schema::Table;

namespace {

void addRenames(const CheckContext &context, const Step &step, const StatementFacts &facts, StepRenames &renames)
{
    if (facts.verb == Verb::CreateSchema && !facts.actions.empty()) {
        const Action &rename = facts.actions.front(); // ALTER SCHEMA … RENAME TO
        for (const Table *table : tablesOf(*step.before)) {
            if (table->schema == rename.name) {
                renames.tables[table->id().path()] = rename.newName + u'.' + table->name;
            }
        }
        return;
    }
    for (size_t i = 0; i < facts.actions.size(); ++i) {
        const Action &action = facts.actions[i];
        // RENAME TABLE a TO b, c TO d has one target for each action; every other form has one target.
        const size_t target = facts.targets.size() == 1 ? 0 : i;
        const Table *table =
            target < facts.targets.size() ? context.resolve(*step.before, facts.targets[target]) : nullptr;
        if (table == nullptr) {
            // RENAME TABLE a TO swap, b TO a, swap TO b goes from left to right.
            const QString between = target < facts.targets.size() ? facts.targets[target].path() : QString();
            for (auto &[path, now] : renames.tables) {
                const bool same = action.kind == ActionKind::RenameTable && now == between;
                now = same ? action.newName : now;
            }
            continue;
        }
        const QString path = table->id().path();
        if (action.kind == ActionKind::RenameTable) {
            renames.tables[path] = table->schema.isEmpty() ? action.newName : table->schema + u'.' + action.newName;
        } else if (action.kind == ActionKind::SetSchema) {
            renames.tables[path] = action.newName + u'.' + table->name;
        } else if (action.kind == ActionKind::RenameColumn) {
            const schema::Column *column = findColumn(*table, action.name);
            renames.columns[path][column == nullptr ? action.name : column->name] = action.newName;
        }
    }
}

std::map<QString, QString> copiedColumns(const StatementFacts &facts, const Table &source, const Table &target)
{
    std::map<QString, QString> out;
    QStringList to = facts.columns;
    if (to.isEmpty()) {
        for (const schema::Column &column : target.columns) {
            to.append(column.name);
        }
    }
    if (facts.selectStar) {
        for (qsizetype i = 0; i < to.size() && i < static_cast<qsizetype>(source.columns.size()); ++i) {
            // By position into another order is a mistake of its own, not a rename of both columns.
            const QString &name = source.columns[static_cast<size_t>(i)].name;
            out[name] = to.contains(name) ? name : to[i];
        }
        return out;
    }
    for (qsizetype i = 0; i < to.size() && i < facts.selected.size(); ++i) {
        // An expression in place of the column keeps the column of that name: its values were computed from it.
        const QString from = facts.selected[i].isEmpty() ? to[i] : facts.selected[i];
        if (const schema::Column *column = findColumn(source, from)) {
            out[column->name] = to[i];
        }
    }
    return out;
}

} // namespace

StepRenames renamesOf(const CheckContext &context, const Step &step)
{
    StepRenames renames;
    if (step.ran) {
        addRenames(context, step, step.facts, renames);
        for (const StatementFacts &inner : step.facts.inner) {
            addRenames(context, step, inner, renames);
        }
    }
    return renames;
}

TablesByPath tablesByPath(const schema::Schema &schema)
{
    TablesByPath tables;
    for (const Table *table : tablesOf(schema)) {
        tables.insert(table->id().path(), table);
    }
    return tables;
}

Tracer::Tracer(const CheckContext &context, std::vector<Trace> &traces) : m_context(context), m_traces(traces)
{
}

void Tracer::follow(const Step &step)
{
    const StepRenames renames = renamesOf(m_context, step);
    noteCopy(step, step.facts);
    for (const StatementFacts &inner : step.facts.inner) {
        noteCopy(step, inner);
    }
    if (step.after == step.before && renames.tables.empty() && renames.columns.empty()) {
        return;
    }
    m_before = tablesByPath(*step.before);
    m_after = tablesByPath(*step.after);
    for (Trace &trace : m_traces) {
        if (!trace.path.isEmpty()) {
            followTable(trace, step, renames);
        }
    }
    std::map<QString, Successor> successors;
    for (auto &[old, successor] : m_successors) {
        if (const auto it = renames.tables.find(successor.path); it != renames.tables.end()) {
            successor.path = it->second;
        }
        const auto moved = renames.tables.find(old);
        successors[moved == renames.tables.end() ? old : moved->second] = successor;
    }
    m_successors = std::move(successors);
    for (Trace &trace : m_traces) {
        if (!trace.path.isEmpty()) {
            followColumns(trace, step, renames);
        }
    }
}

/// INSERT INTO new SELECT … FROM old, or CREATE TABLE new AS SELECT … FROM old.
void Tracer::noteCopy(const Step &step, const StatementFacts &facts)
{
    const bool copies = (facts.verb == Verb::Insert && facts.fromSelect) || facts.verb == Verb::CreateTableAs;
    const Table *target =
        copies && !facts.targets.empty() ? m_context.resolve(*step.after, facts.targets.front()) : nullptr;
    if (target == nullptr) {
        return;
    }
    for (const Name &read : facts.reads) {
        const Table *source = m_context.resolve(*step.before, read);
        if (source == nullptr || source->id().path() == target->id().path() ||
            std::ranges::any_of(m_traces, [&](const Trace &t) { return t.path == target->id().path(); })) {
            continue;
        }
        m_successors[source->id().path()] = {target->id().path(), copiedColumns(facts, *source, *target)};
    }
}

void Tracer::followTable(Trace &trace, const Step &step, const StepRenames &renames)
{
    const QString old = trace.path;
    if (const auto it = renames.tables.find(old); it != renames.tables.end()) {
        trace.path = it->second;
        return;
    }
    const bool replaced = step.facts.verb == Verb::CreateTable && step.facts.orReplace && !step.facts.targets.empty() &&
                          m_context.resolve(*step.before, step.facts.targets.front()) == m_before.value(old);
    if (!replaced && m_after.contains(old)) {
        return;
    }
    trace.path.clear();
    trace.goneAt = step.index();
    const auto successor = m_successors.find(old);
    if (successor != m_successors.end() && m_after.contains(successor->second.path)) {
        trace.path = successor->second.path;
        trace.goneAt = 0;
        trace.rebuiltAt = step.index();
        for (auto &[baseName, now] : trace.columns) {
            const auto copied = successor->second.columns.find(now);
            const bool kept = copied != successor->second.columns.end();
            if (!kept && !now.isEmpty()) {
                trace.lostAt[baseName] = step.index();
            }
            now = kept ? copied->second : QString();
        }
    }
}

void Tracer::followColumns(Trace &trace, const Step &step, const StepRenames &renames) const
{
    const Table *now = m_after.value(trace.path);
    QString before = trace.path;
    for (const auto &[from, to] : renames.tables) {
        before = to == trace.path ? from : before;
    }
    const auto renamed = renames.columns.find(before);
    for (auto &[baseName, name] : trace.columns) {
        if (name.isEmpty() || now == nullptr) {
            continue;
        }
        if (renamed != renames.columns.end()) {
            const auto it = renamed->second.find(name);
            name = it == renamed->second.end() ? name : it->second;
        }
        if (const schema::Column *column = findColumn(*now, name)) {
            name = column->name;
        } else {
            name.clear();
            trace.lostAt[baseName] = step.index();
        }
    }
}

} // namespace countersign::checks
