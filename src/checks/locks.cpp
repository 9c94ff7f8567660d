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

} // namespace countersign::checks
