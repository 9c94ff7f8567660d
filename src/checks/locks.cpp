#include "checks/locks.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

const schema::Table *resolveTable(const schema::Schema &schema, const Name &name)
{
    const bool namespaces = schema.engine == schema::EngineKind::PostgreSql;
    const Qt::CaseSensitivity cs = namespaces ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const schema::Table *found = nullptr;
    for (const schema::Table *table : tablesOf(schema)) {
        if (table->name.compare(name.name, cs) != 0) {
            continue;
        }
        if (!namespaces || table->schema == name.schema || (name.schema.isEmpty() && table->schema == "public"_L1)) {
            return table;
        }
        if (name.schema.isEmpty() && found == nullptr) {
            found = table;
        }
    }
    return found;
}

std::vector<rehearsal::Lock> predictLocks(const LockQuestion &question, const StatementFacts &facts)
{
    switch (question.engine) {
    case schema::EngineKind::PostgreSql:
        return predictPostgreSqlLocks(question, facts);
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb:
        return predictMySqlLocks(question, facts);
    case schema::EngineKind::Sqlite:
        return predictSqliteLocks(question, facts);
    }
    return {};
}

namespace {

/// (x) as x, as often as the parentheses go around everything.
QString unwrapped(QString text)
{
    text = text.trimmed();
    while (text.startsWith(u'(') && text.endsWith(u')')) {
        int depth = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
            if (depth == 0 && i + 1 < text.size()) {
                return text;
            }
        }
        text = text.sliced(1, text.size() - 2).trimmed();
    }
    return text;
}

} // namespace

QStringList conjuncts(const QString &expression)
{
    const QString text = unwrapped(expression);
    QStringList parts;
    int depth = 0;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
        if (depth == 0 && text.mid(i, 4).compare(" or "_L1, Qt::CaseInsensitive) == 0) {
            return {text}; // AND binds closer: none of its sides holds by itself
        }
        if (depth == 0 && text.mid(i, 5).compare(" and "_L1, Qt::CaseInsensitive) == 0) {
            parts += conjuncts(text.mid(from, i - from));
            from = i + 5;
        }
    }
    return from == 0 ? QStringList{text} : parts + conjuncts(text.mid(from));
}

bool refusesNull(const schema::Table &table, const QString &column)
{
    const auto names = [&column](QString part) {
        part = unwrapped(part).simplified();
        const QString ending = u" is not null"_s;
        if (!part.endsWith(ending, Qt::CaseInsensitive)) {
            return false;
        }
        QString name = unwrapped(part.chopped(ending.size()));
        if (name.size() > 1 && (name.front() == u'"' || name.front() == u'`' || name.front() == u'[')) {
            name = name.sliced(1, name.size() - 2);
        }
        return name.compare(column, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(table.constraints, [&](const schema::Constraint &constraint) {
        return constraint.kind == schema::ConstraintKind::Check && !constraint.notValid && !constraint.notEnforced &&
               std::ranges::any_of(conjuncts(constraint.expression.text), names);
    });
}

} // namespace countersign::checks
