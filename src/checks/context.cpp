#include "checks/context.h"

#include "checks/locks.h"
#include "checks/tabletrace.h"

#include <QLocale>
#include <QRegularExpression>

#include <ranges>

using namespace Qt::StringLiterals;

namespace countersign::checks {

using schema::Table;

Version parseVersion(const QString &text)
{
    static const QRegularExpression number(u"(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?"_s);
    const QRegularExpressionMatch match = number.match(text);
    return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

const rehearsal::Lock *Step::lockOn(const QString &path) const
{
    const auto it = std::ranges::find(locks, path, &rehearsal::Lock::object);
    return it == locks.end() ? nullptr : &*it;
}

Finding finding(Severity severity, int statement, const QString &object, const Phrase &message, const Phrase &advice,
                const QString &fix)
{
    Finding out;
    out.severity = severity;
    out.statement = statement;
    out.object = object;
    out.message = message;
    out.advice = advice;
    out.fix = fix;
    return out;
}

CheckContext::CheckContext(const CheckInput &input) : m_input(input)
{
    const auto &rehearsal = m_input.rehearsal;
    m_result = rehearsal.result ? rehearsal.result.get() : rehearsal.base.get();
    for (const rehearsal::StatementRun &run : rehearsal.statements) {
        // After a failure the result was rolled back; what the statements before it did is still to be judged.
        m_result = !rehearsal.complete && run.after ? run.after.get() : m_result;
    }
    const QString production = productionVersionText();
    const QString version = production.isEmpty() ? rehearsal.circumstances.engineVersion : production;
    m_version = parseVersion(version.isEmpty() ? base().serverVersion : version);
    buildSteps();
    assignTransactions();
    traceTables();
}

QString CheckContext::productionVersionText() const
{
    const QString asked = m_input.production != nullptr ? m_input.production->version : QString();
    return asked.isEmpty() ? m_input.rehearsal.circumstances.productionVersion : asked;
}

const Step *CheckContext::step(int statement) const
{
    const auto it = std::ranges::find_if(m_steps, [&](const Step &step) { return step.index() == statement; });
    return it == m_steps.end() ? nullptr : &*it;
}

const Table *CheckContext::resolve(const schema::Schema &schema, const Name &name) const
{
    return resolveTable(schema, name);
}

namespace {

template <class T>
void stamp(std::vector<Pair<T>> &pairs, int statement)
{
    for (Pair<T> &pair : pairs) {
        pair.statement = statement;
    }
}

void stamp(SchemaChange &change, int statement)
{
    for (TableChange &table : change.tables) {
        table.statement = statement;
        stamp(table.columns, statement);
        stamp(table.constraints, statement);
        stamp(table.indexes, statement);
        stamp(table.triggers, statement);
        stamp(table.policies, statement);
    }
    stamp(change.views, statement);
    stamp(change.routines, statement);
    stamp(change.sequences, statement);
    stamp(change.types, statement);
    stamp(change.others, statement);
}

/// The last statement that changed a part of this name and kind in one of these tables.
template <class T>
int lastTouching(const std::vector<Step> &steps, const QStringList &paths, std::vector<Pair<T>> TableChange::*parts,
                 const Pair<T> &wanted)
{
    const auto names = [](const T *item) { return item == nullptr ? QString() : item->name; };
    for (const Step &step : steps | std::views::reverse) {
        for (const TableChange &table : step.change.tables) {
            const bool here = (table.before != nullptr && paths.contains(table.before->id().path())) ||
                              (table.after != nullptr && paths.contains(table.after->id().path()));
            if (!here) {
                continue;
            }
            const bool whole = table.before == nullptr || table.after == nullptr;
            const bool found = std::ranges::any_of(table.*parts, [&](const Pair<T> &pair) {
                return (pair.after != nullptr && wanted.after != nullptr && names(pair.after) == names(wanted.after)) ||
                       (pair.before != nullptr && wanted.before != nullptr &&
                        names(pair.before) == names(wanted.before));
            });
            if (found || whole) {
                return step.index();
            }
        }
    }
    return 0;
}

void stampNet(TableChange &change, const std::vector<Step> &steps, const Trace *trace)
{
    QStringList paths = {change.path()};
    if (change.before != nullptr) {
        paths.append(change.before->id().path());
    }
    for (auto &pair : change.columns) {
        const bool lost = trace != nullptr && pair.removed() && trace->lostAt.contains(pair.before->name);
        pair.statement =
            lost ? trace->lostAt.at(pair.before->name) : lastTouching(steps, paths, &TableChange::columns, pair);
    }
    for (auto &pair : change.constraints) {
        pair.statement = lastTouching(steps, paths, &TableChange::constraints, pair);
    }
    for (auto &pair : change.indexes) {
        pair.statement = lastTouching(steps, paths, &TableChange::indexes, pair);
    }
    for (auto &pair : change.triggers) {
        pair.statement = lastTouching(steps, paths, &TableChange::triggers, pair);
    }
    for (auto &pair : change.policies) {
        pair.statement = lastTouching(steps, paths, &TableChange::policies, pair);
    }
    for (const Step &step : steps) {
        for (const TableChange &table : step.change.tables) {
            const bool here = (table.before != nullptr && paths.contains(table.before->id().path())) ||
                              (table.after != nullptr && paths.contains(table.after->id().path()));
            change.statement = here ? step.index() : change.statement;
        }
    }
    if (trace != nullptr && (trace->goneAt > 0 || trace->rebuiltAt > 0)) {
        change.statement = trace->goneAt > 0 ? trace->goneAt : trace->rebuiltAt;
    }
}

template <class T>
void stampWhole(std::vector<Pair<T>> &pairs, const std::vector<Step> &steps, std::vector<Pair<T>> SchemaChange::*list)
{
    const auto path = [](const T *item) { return item == nullptr ? QString() : item->id().path(); };
    for (Pair<T> &pair : pairs) {
        for (const Step &step : steps) {
            for (const Pair<T> &other : step.change.*list) {
                const bool same = (pair.before != nullptr && path(pair.before) == path(other.before)) ||
                                  (pair.after != nullptr && path(pair.after) == path(other.after));
                pair.statement = same ? step.index() : pair.statement;
            }
        }
    }
}

/// A partitioned table has no rows of its own: what is read or written anew are its partitions, under its lock. A lock
/// that the transaction held before is not among those of the statement.
void addPartitionWork(const CheckContext &context, Step &step)
{
    const auto works = [](const rehearsal::Lock &lock) { return lock.scansTable || lock.rewritesTable; };
    if (std::ranges::none_of(step.locks, works)) {
        return;
    }
    QStringList named;
    for (const Name &name : step.facts.targets) {
        const Table *table = context.resolve(*step.before, name);
        named.append(table == nullptr ? QString() : table->id().path());
    }
    const TablesByPath tables = tablesByPath(*step.before);
    for (const rehearsal::Lock &lock : std::vector(step.locks)) {
        const Table *table = works(lock) ? tables.value(lock.object) : nullptr;
        for (; table != nullptr && !table->partitionOf.isEmpty(); table = tables.value(table->partitionOf)) {
            auto parent = std::ranges::find(step.locks, table->partitionOf, &rehearsal::Lock::object);
            if (parent == step.locks.end() && named.contains(table->partitionOf)) {
                parent = step.locks.insert(parent, lock);
                parent->object = table->partitionOf;
            }
            if (parent != step.locks.end() && parent->mode == lock.mode) {
                parent->scansTable |= lock.scansTable;
                parent->rewritesTable |= lock.rewritesTable;
            }
        }
    }
}

} // namespace

void CheckContext::buildSteps()
{
    const schema::Schema *before = m_input.rehearsal.base.get();
    for (const rehearsal::StatementRun &run : m_input.rehearsal.statements) {
        Step step;
        step.run = &run;
        step.facts = statementFacts(run.sql, dialect());
        step.before = before;
        step.ran = run.outcome == rehearsal::Outcome::Ok;
        step.after = step.ran && run.after ? run.after.get() : before;
        if (step.after != step.before) {
            step.change = changeBetween(*step.before, *step.after, renamesOf(*this, step));
            stamp(step.change, step.index());
        }
        step.locks = run.locks;
        if (step.locks.empty()) {
            step.locks = predictLocks({engine(), m_version, *step.before, *step.after}, step.facts);
        }
        addPartitionWork(*this, step);
        before = step.after;
        const std::vector<StatementFacts> inner = step.facts.inner;
        m_steps.push_back(std::move(step));
        for (const StatementFacts &facts : inner) {
            Step part = m_steps[m_steps.size() - 1 - static_cast<std::size_t>(m_steps.back().part)];
            part.facts = facts;
            part.part = m_steps.back().part + 1;
            if (run.locks.empty()) {
                part.locks = predictLocks({engine(), m_version, *part.before, *part.after}, part.facts);
            }
            m_steps.push_back(std::move(part));
        }
    }
}

void CheckContext::assignTransactions()
{
    int next = 1;
    for (const rehearsal::StatementRun &run : m_input.rehearsal.statements) {
        next = std::max(next, run.transaction + 1);
    }
    int open = 0;
    for (Step &step : m_steps) {
        step.transaction = step.run->transaction;
        if (step.facts.verb == Verb::Begin) {
            open = next++;
        }
        if (open > 0) {
            step.transaction = open;
            step.explicitTransaction = true;
        }
        if (step.facts.verb == Verb::Commit || step.facts.verb == Verb::Rollback) {
            open = 0;
        }
    }
}

void CheckContext::traceTables()
{
    std::vector<Trace> traces;
    for (const Table *table : tablesOf(base())) {
        Trace trace;
        trace.base = table;
        trace.path = table->id().path();
        for (const schema::Column &column : table->columns) {
            trace.columns[column.name] = column.name;
        }
        traces.push_back(std::move(trace));
    }
    Tracer tracer(*this, traces);
    const auto baseOf = [&traces]() {
        QMap<QString, QString> paths;
        for (const Trace &trace : traces) {
            if (!trace.path.isEmpty()) {
                paths.insert(trace.path, trace.base->id().path());
            }
        }
        return paths;
    };
    QMap<QString, QString> current = baseOf();
    for (Step &step : m_steps) {
        step.baseOf = current;
        if (step.ran && step.part == 0) {
            tracer.follow(step);
            current = step.after == step.before ? current : baseOf();
        }
    }
    m_net = changeBetween(base(), result(), {});
    m_net.tables.clear();
    QSet<QString> known;
    QSet<QString> traced;
    const TablesByPath last = tablesByPath(result());
    for (const Trace &trace : traces) {
        traced.insert(trace.path);
        TableChange change;
        change.before = trace.base;
        const Table *now = trace.path.isEmpty() ? nullptr : last.value(trace.path);
        if (now != nullptr) {
            known.insert(trace.path);
            std::map<QString, QString> columns;
            for (const auto &[from, to] : trace.columns) {
                if (from != to) {
                    columns[from] = to;
                }
            }
            if (*trace.base == *now && columns.empty()) {
                continue;
            }
            change = changeOf(*trace.base, *now, columns);
            change.rebuilt = trace.rebuiltAt > 0;
        }
        stampNet(change, m_steps, &trace);
        m_net.tables.push_back(std::move(change));
    }
    for (const Table *table : tablesOf(result())) {
        const QString path = table->id().path();
        if (!known.contains(path) && !traced.contains(path)) {
            TableChange change;
            change.after = table;
            stampNet(change, m_steps, nullptr);
            // CREATE OR REPLACE TABLE with the same definition is in no difference of schemas.
            for (const Trace &trace : traces) {
                const bool replaced = change.statement == 0 && trace.base->id().path() == path;
                change.statement = replaced ? trace.goneAt : change.statement;
            }
            m_net.tables.push_back(std::move(change));
        }
    }
    stampWhole(m_net.views, m_steps, &SchemaChange::views);
    stampWhole(m_net.routines, m_steps, &SchemaChange::routines);
    stampWhole(m_net.sequences, m_steps, &SchemaChange::sequences);
    stampWhole(m_net.types, m_steps, &SchemaChange::types);
    stampWhole(m_net.others, m_steps, &SchemaChange::others);
}

QString CheckContext::basePath(const Step &step, const QString &path) const
{
    return step.baseOf.value(path);
}

std::optional<qint64> CheckContext::rowsOf(const QString &basePath) const
{
    if (m_input.production == nullptr) {
        return std::nullopt;
    }
    const auto it = m_input.production->relations.find(basePath);
    return it == m_input.production->relations.end() ? std::nullopt : it->second.rows;
}

TableSize CheckContext::sizeOfBase(const QString &basePath) const
{
    if (m_input.production == nullptr) {
        return TableSize::Unknown;
    }
    const auto it = m_input.production->relations.find(basePath);
    if (it == m_input.production->relations.end() || (!it->second.rows && !it->second.bytes)) {
        return TableSize::Unknown;
    }
    const RelationFacts &facts = it->second;
    if (facts.rowsExact && facts.rows == 0) {
        return TableSize::Empty;
    }
    const bool big =
        facts.rows.value_or(0) >= m_input.settings.bigRows || facts.bytes.value_or(0) >= m_input.settings.bigBytes;
    return big ? TableSize::Big : TableSize::Small;
}

TableSize CheckContext::sizeOf(const Step &step, const QString &path) const
{
    const QString base = basePath(step, path);
    return base.isEmpty() ? TableSize::New : sizeOfBase(base);
}

std::optional<Severity> CheckContext::scaled(const Step &step, const QString &path) const
{
    switch (sizeOf(step, path)) {
    case TableSize::New:
    case TableSize::Empty:
        return std::nullopt;
    case TableSize::Small:
        return Severity::Warning;
    case TableSize::Big:
    case TableSize::Unknown:
        return Severity::Error;
    }
    return std::nullopt;
}

Phrase CheckContext::sizeText(const QString &basePath) const
{
    return m_input.production == nullptr ? say("Finding", "size unknown") : m_input.production->sizeText(basePath);
}

} // namespace countersign::checks
