#include "engine/sqlite/tablework.h"

#include "sql/sqliteparser.h"
#include "sql/tokens.h"

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::ObjectKind;
using schema::Table;

namespace {

bool isConstant(const QString &value)
{
    const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::Sqlite);
    const std::vector<sql::Token> tokens = sql::significantTokens(value, dialect);
    if (tokens.empty() || tokens.size() > 2) {
        return false;
    }
    const sql::Token &last = tokens.back();
    const QString text = last.in(value).toString().toLower();
    const bool literal = last.kind == sql::TokenKind::Number || last.kind == sql::TokenKind::String ||
                         (last.kind == sql::TokenKind::Word && !text.startsWith("current_"_L1));
    return literal && (tokens.size() == 1 || tokens[0].in(value) == u"-" || tokens[0].in(value) == u"+");
}

bool isNullDefault(const Column &column)
{
    return column.defaultValue.isEmpty() || column.defaultValue.text.compare("null"_L1, Qt::CaseInsensitive) == 0;
}

bool belongsTo(const Constraint &constraint, const Column &column)
{
    return constraint.columnLevel && constraint.ofColumn == column.name;
}

/// Why ADD COLUMN cannot bring this column (lang_altertable.html, section 4), or nothing.
QString notAddable(const Table &table, const Column &column)
{
    if (column.generatedKind == u"stored"_s) {
        return u"ADD COLUMN cannot add the stored generated column %1"_s.arg(column.name);
    }
    if (!column.defaultValue.isEmpty() && !isConstant(column.defaultValue.text)) {
        return u"ADD COLUMN takes no default that is not constant, as %1 has"_s.arg(column.name);
    }
    if (column.notNull && column.generated.isEmpty() && isNullDefault(column)) {
        return u"ADD COLUMN cannot add %1, which is NOT NULL and has no default"_s.arg(column.name);
    }
    for (const Constraint &constraint : table.constraints) {
        if (!belongsTo(constraint, column)) {
            continue;
        }
        if (constraint.kind == ConstraintKind::PrimaryKey || constraint.kind == ConstraintKind::Unique) {
            return u"ADD COLUMN cannot add %1 with its key"_s.arg(column.name);
        }
        if (constraint.kind == ConstraintKind::ForeignKey && !isNullDefault(column)) {
            return u"ADD COLUMN cannot add %1, which refers to another table and has a default"_s.arg(column.name);
        }
    }
    return {};
}

bool sameOrder(const TableWork &work)
{
    QStringList result;
    for (const Column &column : work.before->columns) {
        if (std::ranges::find(work.dropped, &column) == work.dropped.end()) {
            result << column.name;
        }
    }
    for (const Column *column : work.added) {
        result << column->name;
    }
    return std::ranges::equal(result, work.after->columns, {}, {}, &Column::name);
}

} // namespace

TableWorks::TableWorks(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
    : m_from(from), m_to(to), m_comparison(comparison)
{
    pairByCase();
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        add(static_cast<int>(i));
    }
    for (auto &[name, work] : m_works) {
        decide(work);
        if (work.rebuild()) {
            m_rebuilt.insert(work.before->name);
            m_rebuilt.insert(work.after->name);
        }
    }
}

bool TableWorks::covers(int difference) const
{
    return m_covered.contains(difference);
}

bool TableWorks::rebuilds(const QString &table) const
{
    return m_rebuilt.contains(table);
}

void TableWorks::pairByCase()
{
    std::map<QString, int> removed;
    for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
        const Difference &difference = m_comparison.differences[i];
        if (difference.id.kind == ObjectKind::Table && difference.change == Change::Removed) {
            removed.emplace(sql::foldSqliteName(difference.id.name), static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
        const Difference &difference = m_comparison.differences[i];
        if (difference.id.kind != ObjectKind::Table || difference.change != Change::Added) {
            continue;
        }
        if (const auto it = removed.find(sql::foldSqliteName(difference.id.name)); it != removed.end()) {
            TableWork &work = m_works[difference.id.name];
            work.before = m_from.findTable({}, m_comparison.differences[static_cast<std::size_t>(it->second)].id.name);
            work.after = m_to.findTable({}, difference.id.name);
            work.differences = {it->second, static_cast<int>(i)};
            work.reasons.push_back(u"SQLite cannot rename a table to its own name in other letters"_s);
            m_covered.insert(it->second);
            m_covered.insert(static_cast<int>(i));
        }
    }
}

TableWork &TableWorks::workOf(const QString &nameInTo)
{
    TableWork &work = m_works[nameInTo];
    if (work.after == nullptr) {
        work.before = m_from.findTable({}, nameInTo);
        work.after = m_to.findTable({}, nameInTo);
    }
    return work;
}

void TableWorks::add(int index)
{
    const Difference &difference = m_comparison.differences[static_cast<std::size_t>(index)];
    const schema::ObjectId &id = difference.id;
    if (difference.change == Change::Renamed && id.kind != ObjectKind::Constraint) {
        return;
    }
    if (id.kind == ObjectKind::Table && difference.change == Change::Altered) {
        TableWork &work = workOf(id.name);
        work.differences.push_back(index);
        for (const diff::Property &property : difference.properties) {
            work.reasons.push_back(u"%1 changes"_s.arg(property.name));
        }
        return;
    }
    if (!isPartOfRelation(id.kind) || m_to.findTable({}, id.parent) == nullptr ||
        m_from.findTable({}, id.parent) == nullptr) {
        return;
    }
    TableWork &work = workOf(id.parent);
    switch (id.kind) {
    case ObjectKind::Column:
    case ObjectKind::Constraint:
        work.differences.push_back(index);
        break;
    default: // indexes and triggers have statements of their own
        work.partDifferences.push_back(index);
        return;
    }
    const auto columnIn = [&](const Table &table) -> const Column * {
        const auto it = std::ranges::find(table.columns, id.name, &Column::name);
        return it == table.columns.end() ? nullptr : &*it;
    };
    if (id.kind == ObjectKind::Column && difference.change == Change::Altered) {
        for (const diff::Property &property : difference.properties) {
            work.reasons.push_back(u"%1 of %2 changes"_s.arg(property.name, id.name));
        }
    } else if (id.kind == ObjectKind::Column && difference.change == Change::Added) {
        work.added.push_back(columnIn(*work.after));
    } else if (id.kind == ObjectKind::Column) {
        work.dropped.push_back(columnIn(*work.before));
    }
}

void TableWorks::decide(TableWork &work)
{
    if (work.differences.empty()) {
        return;
    }
    const auto position = [&](const Column *column) { return column - work.after->columns.data(); };
    std::ranges::sort(work.added, [&](const Column *a, const Column *b) { return position(a) < position(b); });
    for (const int index : work.differences) {
        const Difference &difference = m_comparison.differences[static_cast<std::size_t>(index)];
        if (difference.id.kind != ObjectKind::Constraint) {
            continue;
        }
        const bool added = difference.change == Change::Added;
        const std::vector<const Column *> &columns = added ? work.added : work.dropped;
        const std::vector<Constraint> &constraints = added ? work.after->constraints : work.before->constraints;
        const auto constraint = std::ranges::find(constraints, difference.id.name, &Constraint::name);
        const bool comesAlong =
            (added || difference.change == Change::Removed) && constraint != constraints.end() &&
            (constraint->kind == ConstraintKind::Check || constraint->kind == ConstraintKind::ForeignKey) &&
            std::ranges::any_of(columns, [&](const Column *column) { return belongsTo(*constraint, *column); });
        if (!comesAlong) {
            work.reasons.push_back(u"constraint %1 %2"_s.arg(difference.id.name, added ? u"is added"_s
                                                                                 : difference.change == Change::Removed
                                                                                     ? u"is dropped"_s
                                                                                     : u"changes"_s));
        }
    }
    for (const Column *column : work.added) {
        if (const QString reason = notAddable(*work.after, *column); !reason.isEmpty()) {
            work.reasons.push_back(reason);
        }
    }
    if (work.dropped.size() > 1) {
        work.reasons.push_back(u"each DROP COLUMN would rewrite all rows"_s);
    }
    if (!work.rebuild() && !work.dropped.empty() && hasViewOrTrigger()) {
        work.reasons.push_back(u"DROP COLUMN fails while any view or trigger of the schema does not compile"_s);
    }
    if (!work.rebuild() && !work.dropped.empty() && hasDoubleQuotedStrings()) {
        work.reasons.push_back(u"DROP COLUMN would rewrite every double-quoted string in the schema"_s);
    }
    if (!work.rebuild() && !sameOrder(work)) {
        work.reasons.push_back(u"ADD COLUMN would put the column at another place"_s);
    }
}

bool TableWorks::hasViewOrTrigger() const
{
    return std::ranges::any_of(m_to.objects, [](const schema::Object &object) {
        const auto *table = std::get_if<Table>(&object);
        return table == nullptr || !table->triggers.empty();
    });
}

bool TableWorks::hasDoubleQuotedStrings()
{
    if (m_doubleQuotedStrings) {
        return *m_doubleQuotedStrings;
    }
    QSet<QString> names;
    QStringList texts;
    const auto addParts = [&](const auto &parts) {
        for (const auto &part : parts) {
            names.insert(sql::foldSqliteName(part.name));
            if constexpr (requires { part.definition; }) {
                texts << part.definition.text;
            }
        }
    };
    for (const schema::Object &object : m_to.objects) {
        names.insert(sql::foldSqliteName(idOf(object).name));
        if (const auto *table = std::get_if<Table>(&object)) {
            texts << table->definition.text;
            addParts(table->columns);
            addParts(table->constraints);
            addParts(table->indexes);
            addParts(table->triggers);
        } else if (const auto *view = std::get_if<schema::View>(&object)) {
            texts << view->query.text;
            addParts(view->columns);
            addParts(view->triggers);
        }
    }
    m_doubleQuotedStrings =
        std::ranges::any_of(texts, [&](const QString &text) { return sql::hasDoubleQuotedString(text, names); });
    return *m_doubleQuotedStrings;
}

} // namespace countersign::engine::sqlite
