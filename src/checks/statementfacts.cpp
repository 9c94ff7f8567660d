#include "checks/statementfacts.h"

namespace countersign::checks {

StatementFacts statementFacts(const QString &sql, const sql::Dialect &dialect)
{
    return dialect.engine == schema::EngineKind::PostgreSql ? postgreSqlFacts(sql) : tokenFacts(sql, dialect);
}

bool isDataChange(Verb verb)
{
    return verb == Verb::Insert || verb == Verb::Update || verb == Verb::Delete || verb == Verb::Copy;
}

bool isTransactionControl(Verb verb)
{
    return verb == Verb::Begin || verb == Verb::Commit || verb == Verb::Rollback;
}

bool isDefinition(Verb verb)
{
    switch (verb) {
    case Verb::Truncate:
    case Verb::CreateTable:
    case Verb::CreateTableAs:
    case Verb::AlterTable:
    case Verb::DropTable:
    case Verb::CreateIndex:
    case Verb::DropIndex:
    case Verb::AlterIndex:
    case Verb::Reindex:
    case Verb::CreateView:
    case Verb::CreateMaterializedView:
    case Verb::RefreshMaterializedView:
    case Verb::DropView:
    case Verb::DropMaterializedView:
    case Verb::AlterView:
    case Verb::CreateType:
    case Verb::AlterType:
    case Verb::DropType:
    case Verb::CreateDomain:
    case Verb::AlterDomain:
    case Verb::CreateSequence:
    case Verb::AlterSequence:
    case Verb::DropSequence:
    case Verb::CreateTrigger:
    case Verb::DropTrigger:
    case Verb::CreateRoutine:
    case Verb::DropRoutine:
    case Verb::CreatePolicy:
    case Verb::DropPolicy:
    case Verb::CreateRule:
    case Verb::CreateStatistics:
    case Verb::CreateSchema:
    case Verb::DropSchema:
    case Verb::CreateDatabase:
    case Verb::DropDatabase:
    case Verb::Cluster:
    case Verb::Optimize:
    case Verb::Grant:
    case Verb::Comment:
    case Verb::Publication:
        return true;
    case Verb::Other:
    case Verb::Select:
    case Verb::Insert:
    case Verb::Update:
    case Verb::Delete:
    case Verb::Copy:
    case Verb::Vacuum:
    case Verb::Analyze:
    case Verb::Lock:
    case Verb::Set:
    case Verb::Pragma:
    case Verb::Begin:
    case Verb::Commit:
    case Verb::Rollback:
    case Verb::Savepoint:
    case Verb::Do:
        return false;
    }
    return false;
}

} // namespace countersign::checks
