#include "rehearsal/runner.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using migration::TransactionMode;

namespace {

/// A plain file is piped into the engine's client: it has the transactions that it opens itself. When it opens none and
/// nothing in it refuses one, people run it in one transaction (psql -1).
TransactionMode modeOf(const migration::MigrationSet &set, TransactionMode asked,
                       const std::vector<sql::Statement> &statements, const sql::Dialect &dialect)
{
    if (set.layout != migration::Layout::Plain || asked == TransactionMode::None) {
        return asked;
    }
    const bool own = std::ranges::any_of(statements, [&dialect](const sql::Statement &statement) {
        const StatementKind kind = kindOf(statement.text, dialect);
        return kind.refusesTransaction || kind.transaction == TransactionControl::Begin ||
               kind.transaction == TransactionControl::Commit;
    });
    return own ? TransactionMode::None : asked;
}

Result<ScriptFile> fileOf(const migration::MigrationSet &set, const QString &path, const QString &sql,
                          TransactionMode mode, const sql::Dialect &dialect)
{
    ScriptFile file;
    file.path = path;
    CS_TRY(statements, sql::splitStatements(sql, dialect, path));
    file.statements = std::move(statements);
    file.mode = modeOf(set, mode, file.statements, dialect);
    return file;
}

} // namespace

Result<Script> upScript(const migration::MigrationSet &migrations, const sql::Dialect &dialect)
{
    Script script;
    for (const migration::Migration &migration : migrations.migrations) {
        CS_TRY(file, fileOf(migrations, migration.upPath, migration.upSql, migration.transaction, dialect));
        script.push_back(std::move(file));
    }
    return script;
}

Result<Script> downScript(const migration::MigrationSet &migrations, const QString &downSql,
                          const sql::Dialect &dialect)
{
    Script script;
    if (!downSql.trimmed().isEmpty()) {
        CS_TRY(file, fileOf(migrations, u"rollback"_s, downSql, TransactionMode::PerFile, dialect));
        script.push_back(std::move(file));
        return script;
    }
    for (auto it = migrations.migrations.rbegin(); it != migrations.migrations.rend(); ++it) {
        if (it->repeatable) {
            continue;
        }
        if (!it->hasDown) {
            return Script();
        }
        const QString path = it->downPath.isEmpty() ? it->upPath : it->downPath;
        CS_TRY(file, fileOf(migrations, path, it->downSql, it->transaction, dialect));
        script.push_back(std::move(file));
    }
    return script;
}

} // namespace countersign::rehearsal
