#include "checks/statementfacts.h"

using namespace Qt::StringLiterals;

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

std::optional<std::chrono::milliseconds> postgreSqlDuration(const QString &text)
{
    static const QHash<QString, double> units = {{QString(), 1.0},    {u"us"_s, 0.001},    {u"ms"_s, 1.0},
                                                 {u"s"_s, 1000.0},    {u"min"_s, 60000.0}, {u"h"_s, 3600000.0},
                                                 {u"d"_s, 86400000.0}};
    const QString trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && (trimmed[digits].isDigit() || trimmed[digits] == u'.')) {
        ++digits;
    }
    bool isNumber = false;
    const double number = trimmed.left(digits).toDouble(&isNumber);
    const auto unit = units.constFind(trimmed.mid(digits).trimmed());
    if (!isNumber || unit == units.constEnd() || number <= 0) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(static_cast<qint64>(number * unit.value()));
}

} // namespace countersign::checks
