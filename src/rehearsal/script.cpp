#include "rehearsal/runner.h"
#include "sql/tokens.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using migration::TransactionMode;

namespace {

struct Contents {
    bool controls = false;      ///< has BEGIN or COMMIT of its own
    bool refuses = false;       ///< a statement that no transaction may hold
    bool onlyRefuses = true;    ///< nothing else but settings
    bool switchesKeys = false;  ///< SQLite: PRAGMA foreign_keys, which a transaction makes a no-op
    std::size_t statements = 0; ///< without settings
};

Contents contentsOf(const std::vector<sql::Statement> &statements, const sql::Dialect &dialect)
{
    Contents contents;
    for (const sql::Statement &statement : statements) {
        const StatementKind kind = kindOf(statement.text, dialect);
        contents.controls |=
            kind.transaction == TransactionControl::Begin || kind.transaction == TransactionControl::Commit;
        contents.refuses |= kind.refusesTransaction;
        contents.onlyRefuses &= kind.refusesTransaction || kind.setting;
        contents.switchesKeys |=
            kind.setting && kind.words.value(0) == u"PRAGMA" && kind.words.contains(u"FOREIGN_KEYS"_s);
        contents.statements += kind.setting ? 0 : 1;
    }
    return contents;
}

/// A plain file is piped into the engine's client: it has the transactions that it opens itself. When it opens none and
/// nothing in it refuses one, people run it in one transaction (psql -1). golang-migrate sends a file as one query
/// string, which PostgreSQL runs in one transaction unless the file has its own, or is one statement
/// (manual, 53.2.2.1). Flyway leaves the transaction out where every statement refuses one, and stops where only some
/// do.
TransactionMode modeOf(const migration::MigrationSet &set, TransactionMode asked,
                       const std::vector<sql::Statement> &statements, const sql::Dialect &dialect)
{
    const Contents contents = contentsOf(statements, dialect);
    if (set.layout == migration::Layout::GolangMigrate) {
        return contents.controls || contents.statements <= 1 ? TransactionMode::None : asked;
    }
    if (set.layout == migration::Layout::Flyway) {
        return contents.refuses && contents.onlyRefuses ? TransactionMode::None : asked;
    }
    if (set.layout != migration::Layout::Plain || asked == TransactionMode::None) {
        return asked;
    }
    return contents.refuses || contents.controls || contents.switchesKeys ? TransactionMode::None : asked;
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

namespace {

/// CREATE INDEX, DROP INDEX and REINDEX come to the same without CONCURRENTLY. DETACH PARTITION does not: it leaves a
/// constraint behind (PostgreSQL manual, ALTER TABLE).
bool comesToTheSame(const StatementKind &kind)
{
    static const QSet<QString> first{u"CREATE"_s, u"DROP"_s, u"REINDEX"_s};
    return kind.refusesTransaction && kind.words.contains(u"CONCURRENTLY"_s) && first.contains(kind.words.value(0));
}

/// Code that may end the transaction it runs in.
bool mayCommit(const sql::Statement &statement, const StatementKind &kind)
{
    static const QSet<QString> unknown{u"CALL"_s, u"EXECUTE"_s, u"PREPARE"_s, u"DISCARD"_s};
    const auto says = [&statement](QStringView word) { return statement.text.contains(word, Qt::CaseInsensitive); };
    return unknown.contains(kind.words.value(0)) ||
           (kind.words.value(0) == u"DO" && (says(u"COMMIT") || says(u"ROLLBACK") || says(u"CALL")));
}

bool canNest(const sql::Statement &statement, const sql::Dialect &dialect)
{
    const StatementKind kind = kindOf(statement.text, dialect);
    if (!statement.copyData.isEmpty() || kind.talksToClient || !statement.clientCommand.isEmpty() ||
        mayCommit(statement, kind) || kind.transaction == TransactionControl::Rollback ||
        kind.transaction == TransactionControl::Savepoint) {
        return false;
    }
    if (kind.refusesTransaction) {
        return comesToTheSame(kind);
    }
    // PostgreSQL undoes settings with the savepoint, but for the role; SQLite keeps them, or ignores them meanwhile.
    return !kind.setting || (dialect.engine == schema::EngineKind::PostgreSql && kind.words.value(1) != u"ROLE" &&
                             kind.words.value(1) != u"TRANSACTION" && !kind.words.contains(u"AUTHORIZATION"_s));
}

} // namespace

bool canNest(const Script &script, const sql::Dialect &dialect)
{
    for (const ScriptFile &file : script) {
        bool open = false;
        for (const sql::Statement &statement : file.statements) {
            const StatementKind kind = kindOf(statement.text, dialect);
            const bool begins = kind.transaction == TransactionControl::Begin;
            const bool commits = kind.transaction == TransactionControl::Commit;
            if (!canNest(statement, dialect) || (begins && open) || (commits && !open)) {
                return false;
            }
            open = begins || (open && !commits);
        }
        if (open) {
            return false; // whoever runs it throws that transaction away
        }
    }
    return true;
}

QString nestable(const QString &sql, const sql::Dialect &dialect)
{
    if (!comesToTheSame(kindOf(sql, dialect))) {
        return sql;
    }
    for (const sql::Token &token : sql::significantTokens(sql, dialect)) {
        if (token.kind == sql::TokenKind::Word && token.in(sql).compare(u"CONCURRENTLY", Qt::CaseInsensitive) == 0) {
            QString without = sql;
            return without.remove(token.begin, token.end - token.begin);
        }
    }
    return sql;
}

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
