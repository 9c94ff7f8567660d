#include "plan/plan.h"

#include "sql/tokens.h"

namespace countersign::plan {

using namespace Qt::StringLiterals;
using engine::Step;
using schema::EngineKind;

namespace {

diff::Options reversed(const diff::Options &options)
{
    diff::Options out = options;
    out.schemaMapping.clear(); // the way back starts from renamedFrom, which is mapped already
    out.renames.clear();
    for (const diff::Rename &rename : options.renames) {
        out.renames.push_back({rename.to, rename.from});
    }
    return out;
}

/// The way back speaks of the same objects: its differences are found again among those of the way there.
void pointToForward(std::vector<Step> &steps, const diff::Comparison &back, const diff::Comparison &forward)
{
    std::map<schema::ObjectId, int> position;
    for (std::size_t i = 0; i < forward.differences.size(); ++i) {
        position.try_emplace(forward.differences[i].id, static_cast<int>(i));
        position.try_emplace(forward.differences[i].before, static_cast<int>(i));
    }
    for (Step &step : steps) {
        std::vector<int> found;
        for (const int index : step.differences) {
            if (const auto it = position.find(back.differences.at(static_cast<std::size_t>(index)).id);
                it != position.end()) {
                found.push_back(it->second);
            }
        }
        step.differences = std::move(found);
    }
}

bool needsDelimiter(const QString &statement, const sql::Dialect &dialect)
{
    // Whether a backslash hides the quote behind it depends on the sql_mode that the script has set by then.
    if (statement.contains(u';') && statement.contains(u'\\')) {
        return true;
    }
    return std::ranges::any_of(sql::significantTokens(statement, dialect), [&](const sql::Token &token) {
        return token.kind == sql::TokenKind::Operator && token.in(statement) == u";";
    });
}

QString freeDelimiter(const QString &statement)
{
    for (const QString &delimiter : {u"//"_s, u"$$"_s, u";;;"_s}) {
        if (!statement.contains(delimiter)) {
            return delimiter;
        }
    }
    QString delimiter = u"$$countersign"_s;
    while (statement.contains(delimiter)) {
        delimiter += u'$';
    }
    return delimiter;
}

class ScriptWriter
{
public:
    explicit ScriptWriter(EngineKind engine) : m_dialect(sql::dialectOf(engine)) {}

    QString run(const std::vector<Step> &steps)
    {
        for (const Step &step : steps) {
            writeStep(step);
        }
        closeTransaction();
        return m_out;
    }

private:
    [[nodiscard]] bool hasTransactionalDdl() const { return !schema::isMySqlFamily(m_dialect.engine); }

    void writeStep(const Step &step)
    {
        if (!step.sql.isEmpty() && hasTransactionalDdl()) {
            if (step.transactional) {
                makeRoomForLocks(step);
            }
            if (step.transactional && !m_open) {
                m_out += (m_out.isEmpty() ? u""_s : u"\n"_s) + u"BEGIN;\n"_s;
                m_open = true;
                m_locks = 0;
            } else if (!step.transactional) {
                closeTransaction();
            }
        }
        for (const QString &line : step.comment.split(u'\n', Qt::SkipEmptyParts)) {
            m_out += u"-- "_s + line + u'\n';
        }
        if (step.sql.isEmpty()) {
            return;
        }
        if (schema::isMySqlFamily(m_dialect.engine) && needsDelimiter(step.sql, m_dialect)) {
            const QString delimiter = freeDelimiter(step.sql);
            m_out += u"DELIMITER %1\n%2\n%1\nDELIMITER ;\n"_s.arg(delimiter, step.sql);
        } else {
            m_out += step.sql + u";\n"_s;
        }
    }

    /// PostgreSQL keeps a lock for each table, index, sequence and TOAST table that a transaction touches, and has room
    /// for some 6,400 by default (max_locks_per_transaction 64 times max_connections 100).
    void makeRoomForLocks(const Step &step)
    {
        if (m_dialect.engine != EngineKind::PostgreSql) {
            return;
        }
        constexpr int most = 4000;
        const bool wholeTable = step.sql.startsWith(u"CREATE TABLE"_s) || step.sql.startsWith(u"DROP TABLE"_s);
        m_locks += wholeTable ? 6 : 1;
        if (m_open && m_locks > most) {
            closeTransaction();
            m_out +=
                u"-- Goes on in a transaction of its own: one for all of it would need more locks than a server has\n"_s;
        }
    }

    void closeTransaction()
    {
        if (m_open) {
            m_out += u"COMMIT;\n"_s;
            m_open = false;
        }
    }

    sql::Dialect m_dialect;
    QString m_out;
    bool m_open = false;
    int m_locks = 0; ///< about how many the open transaction holds
};

/// True where whoever read @p side could not see whether this is there: it said so of the object, or of its kind.
bool mayHide(const schema::Schema &side, const schema::ObjectId &id)
{
    const bool view = id.kind == schema::ObjectKind::View; // listed with the tables
    return std::ranges::any_of(side.notCompared, [&](const schema::NotCompared &entry) {
        const bool kind = entry.id.kind == id.kind || (view && entry.id.kind == schema::ObjectKind::Table);
        return entry.id == id || (kind && entry.id.parent.isEmpty() && entry.id.name == u"*"_s &&
                                  entry.reason.startsWith(u"permission denied"_s));
    });
}

/// The engine's steps, without those that would make or drop what one side could not see: nobody knows whether it is
/// there. These differences stay, with a comment in place of a statement.
std::vector<Step> stepsFor(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
{
    const engine::Engine &engine = engine::engineFor(to.engine);
    std::vector<int> kept;
    std::vector<int> unknown;
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        const diff::Difference &difference = comparison.differences[i];
        const bool hidden = (difference.change == diff::Change::Removed && mayHide(to, difference.id)) ||
                            (difference.change == diff::Change::Added && mayHide(from, difference.id));
        (hidden ? unknown : kept).push_back(static_cast<int>(i));
    }
    if (unknown.empty()) {
        return engine.steps(from, to, comparison);
    }
    diff::Comparison known = comparison;
    known.differences.clear();
    for (const int index : kept) {
        known.differences.push_back(comparison.differences[static_cast<std::size_t>(index)]);
    }
    std::vector<Step> steps = engine.steps(from, to, known);
    for (Step &step : steps) {
        for (int &index : step.differences) {
            index = kept[static_cast<std::size_t>(index)];
        }
    }
    for (const int index : unknown) {
        const schema::ObjectId &id = comparison.differences[static_cast<std::size_t>(index)].id;
        Step step;
        step.differences = {index};
        step.comment = u"nothing is done about %1 %2: one side was read by a role that may not see it"_s.arg(
            schema::nameOf(id.kind), id.path());
        steps.push_back(std::move(step));
    }
    return steps;
}

/// Whoever pipes the script sees no other hint that a rename was possible. Only where something would be lost.
void hintAtRenames(std::vector<Step> &steps, const diff::Comparison &comparison)
{
    for (const diff::RenameCandidate &candidate : comparison.renameCandidates) {
        const schema::ObjectId &before = candidate.rename.from;
        if (before.kind != schema::ObjectKind::Table && before.kind != schema::ObjectKind::Column) {
            continue;
        }
        const auto serves = [&](int index) {
            const diff::Difference &difference = comparison.differences.at(static_cast<std::size_t>(index));
            return difference.change == diff::Change::Removed && difference.id == before;
        };
        const auto step = std::ranges::find_if(
            steps, [&](const Step &one) { return one.destructive && std::ranges::any_of(one.differences, serves); });
        if (step != steps.end()) {
            step->comment +=
                (step->comment.isEmpty() ? u""_s : u"\n"_s) +
                u"perhaps %1 %2 is to become %3 (%4): named with --renames, it is renamed and keeps its data"_s.arg(
                    schema::nameOf(before.kind), before.path(), candidate.rename.to.path(), candidate.reason);
        }
    }
}

} // namespace

Plan makePlan(const schema::Schema &from, const schema::Schema &to, const diff::Options &options)
{
    Plan plan;
    plan.comparison = diff::compare(from, to, options);
    if (plan.comparison.identical()) {
        return plan;
    }
    plan.forward = stepsFor(plan.comparison.renamedFrom, to, plan.comparison);
    hintAtRenames(plan.forward, plan.comparison);
    // With a schema mapping the way back ends in the mapped FROM: the namespaces of TO are the ones that exist there.
    schema::Schema mapped;
    if (!options.schemaMapping.empty()) {
        diff::Options mappingOnly;
        mappingOnly.schemaMapping = options.schemaMapping;
        mapped = diff::compare(from, to, mappingOnly).renamedFrom;
    }
    const schema::Schema &start = options.schemaMapping.empty() ? from : mapped;
    const diff::Comparison back = diff::compare(to, start, reversed(options));
    plan.rollback = stepsFor(back.renamedFrom, start, back);
    hintAtRenames(plan.rollback, back);
    pointToForward(plan.rollback, back, plan.comparison);
    return plan;
}

QString script(const std::vector<Step> &steps, EngineKind engine)
{
    return ScriptWriter(engine).run(steps);
}

std::vector<Step> buildSteps(const schema::Schema &schema)
{
    schema::Schema empty;
    empty.engine = schema.engine;
    empty.serverVersion = schema.serverVersion;
    empty.settings = schema.settings;
    const diff::Comparison comparison = diff::compare(empty, schema, {});
    return engine::engineFor(schema.engine).steps(comparison.renamedFrom, schema, comparison);
}

} // namespace countersign::plan
