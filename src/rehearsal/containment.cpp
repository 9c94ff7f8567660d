#include "rehearsal/containment.h"

#include "sql/tokens.h"

#include <QStringList>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

/// The statement as upper-case words and operators; strings become ' and quoted names their text.
QStringList shapeOf(const QString &statement, const sql::Dialect &dialect)
{
    QStringList shape;
    for (const sql::Token &token : sql::significantTokens(statement, dialect)) {
        const QStringView text = token.in(statement);
        switch (token.kind) {
        case sql::TokenKind::Word:
            shape << text.toString().toUpper();
            break;
        case sql::TokenKind::QuotedIdentifier:
            shape << sql::identifierText(token, statement, dialect).toUpper();
            break;
        case sql::TokenKind::String:
            shape << u"'"_s;
            break;
        case sql::TokenKind::Parameter:
            shape << text.toString().toUpper();
            break;
        case sql::TokenKind::Number:
        case sql::TokenKind::Operator:
            shape << text.toString();
            break;
        case sql::TokenKind::Comment:
        case sql::TokenKind::Space:
        case sql::TokenKind::Code:
        case sql::TokenKind::Invalid:
            break;
        }
    }
    return shape;
}

bool startsWith(const QStringList &shape, std::initializer_list<QStringView> words)
{
    qsizetype at = 0;
    for (const QStringView word : words) {
        if (shape.value(at++) != word) {
            return false;
        }
    }
    return true;
}

/// Index of the first of these words after @p from; -1 when there is none.
qsizetype find(const QStringList &shape, QStringView word, qsizetype from = 0)
{
    return shape.indexOf(word, from);
}

bool follows(const QStringList &shape, QStringView first, QStringView second)
{
    for (qsizetype at = find(shape, first); at >= 0; at = find(shape, first, at + 1)) {
        if (shape.value(at + 1) == second) {
            return true;
        }
    }
    return false;
}

/// The name of the first called function that is in @p names.
QString calls(const QStringList &shape, const QSet<QString> &names)
{
    for (qsizetype i = 0; i + 1 < shape.size(); ++i) {
        if (shape.at(i + 1) == u"(" && names.contains(shape.at(i))) {
            return shape.at(i);
        }
    }
    return {};
}

bool createsOrReplaces(const QStringList &shape, QStringView what)
{
    return (startsWith(shape, {u"CREATE", what}) || startsWith(shape, {u"CREATE", u"OR", u"REPLACE", what}) ||
            startsWith(shape, {u"ALTER", what}) || startsWith(shape, {u"DROP", what}));
}

QString postgresqlFunctionRefusal(const QStringList &shape)
{
    static const QSet<QString> files{u"PG_READ_FILE"_s,  u"PG_READ_BINARY_FILE"_s, u"PG_LS_DIR"_s,
                                     u"PG_STAT_FILE"_s,  u"LO_IMPORT"_s,           u"LO_EXPORT"_s,
                                     u"PG_FILE_WRITE"_s, u"PG_LS_LOGDIR"_s,        u"PG_LS_WALDIR"_s,
                                     u"PG_LS_TMPDIR"_s,  u"PG_CURRENT_LOGFILE"_s};
    static const QSet<QString> network{u"DBLINK"_s,
                                       u"DBLINK_CONNECT"_s,
                                       u"DBLINK_CONNECT_U"_s,
                                       u"DBLINK_EXEC"_s,
                                       u"DBLINK_SEND_QUERY"_s,
                                       u"DBLINK_OPEN"_s,
                                       u"POSTGRES_FDW_GET_CONNECTIONS"_s};
    static const QSet<QString> server{u"PG_TERMINATE_BACKEND"_s,
                                      u"PG_CANCEL_BACKEND"_s,
                                      u"PG_RELOAD_CONF"_s,
                                      u"PG_ROTATE_LOGFILE"_s,
                                      u"PG_PROMOTE"_s,
                                      u"PG_SWITCH_WAL"_s,
                                      u"PG_CREATE_PHYSICAL_REPLICATION_SLOT"_s,
                                      u"PG_CREATE_LOGICAL_REPLICATION_SLOT"_s,
                                      u"PG_DROP_REPLICATION_SLOT"_s,
                                      u"PG_LOGICAL_EMIT_MESSAGE"_s};
    if (const QString name = calls(shape, files); !name.isEmpty()) {
        return u"%1() reads or writes files of the server"_s.arg(name.toLower());
    }
    if (const QString name = calls(shape, network); !name.isEmpty()) {
        return u"%1() opens a connection to another database"_s.arg(name.toLower());
    }
    if (const QString name = calls(shape, server); !name.isEmpty()) {
        return u"%1() acts on the server or on other sessions"_s.arg(name.toLower());
    }
    return {};
}

QString postgresqlRefusal(const QStringList &shape)
{
    if (startsWith(shape, {u"COPY"})) {
        if (follows(shape, u"TO", u"PROGRAM") || follows(shape, u"FROM", u"PROGRAM")) {
            return u"COPY … PROGRAM runs a program on the server"_s;
        }
        if (follows(shape, u"TO", u"'") || follows(shape, u"FROM", u"'")) {
            return u"COPY with a file name reads or writes files of the server"_s;
        }
    }
    if (startsWith(shape, {u"ALTER", u"SYSTEM"})) {
        return u"ALTER SYSTEM changes the server's configuration"_s;
    }
    if (startsWith(shape, {u"LOAD"})) {
        return u"LOAD loads a library into the server"_s;
    }
    if (createsOrReplaces(shape, u"SUBSCRIPTION")) {
        return u"A subscription connects to another server"_s;
    }
    if (createsOrReplaces(shape, u"USER") && shape.value(2) == u"MAPPING") {
        return u"A user mapping holds credentials for another server"_s;
    }
    for (const QStringView what : {u"DATABASE", u"TABLESPACE"}) {
        if (createsOrReplaces(shape, what) && (shape.value(0) != u"ALTER" || what == u"TABLESPACE")) {
            return u"%1 %2 reaches outside the database"_s.arg(shape.value(0), what);
        }
    }
    if (startsWith(shape, {u"ALTER", u"DATABASE"}) && shape.value(2).startsWith(u"COUNTERSIGN_"_s)) {
        return u"ALTER DATABASE reaches a database of another rehearsal"_s;
    }
    if (startsWith(shape, {u"SET", u"SESSION", u"AUTHORIZATION"}) ||
        startsWith(shape, {u"RESET", u"SESSION", u"AUTHORIZATION"})) {
        return u"SET SESSION AUTHORIZATION changes who the rehearsal runs as"_s;
    }
    static const QSet<QString> attributes{u"SUPERUSER"_s, u"CREATEDB"_s, u"CREATEROLE"_s, u"REPLICATION"_s,
                                          u"BYPASSRLS"_s, u"IN"_s,       u"ROLE"_s,       u"ADMIN"_s,
                                          u"USER"_s,      u"SYSID"_s};
    const bool plainRole =
        shape.value(0) == u"CREATE" && std::none_of(shape.cbegin() + std::min<qsizetype>(3, shape.size()), shape.cend(),
                                                    [](const QString &word) { return attributes.contains(word); });
    for (const QStringView what : {u"ROLE", u"USER", u"GROUP"}) {
        if (plainRole) {
            break; // made by the administrator, without rights
        }
        if (createsOrReplaces(shape, what)) {
            return u"%1 %2 changes roles, which all databases of a server share"_s.arg(shape.value(0), what);
        }
    }
    if (follows(shape, u"LANGUAGE", u"C") || follows(shape, u"LANGUAGE", u"INTERNAL")) {
        return u"LANGUAGE C and internal run machine code in the server"_s;
    }
    for (qsizetype at = find(shape, u"LANGUAGE"); at >= 0; at = find(shape, u"LANGUAGE", at + 1)) {
        const QString language = shape.value(at + 1);
        if (shape.value(0) == u"CREATE" && language.startsWith(u"PL"_s) && language.endsWith(u'U')) {
            return u"LANGUAGE %1 is untrusted: it can reach files and network"_s.arg(language.toLower());
        }
    }
    if (startsWith(shape, {u"PREPARE", u"TRANSACTION"})) {
        return u"PREPARE TRANSACTION leaves a transaction behind that outlives the session"_s;
    }
    return postgresqlFunctionRefusal(shape);
}

QString mysqlSettingRefusal(const QStringList &shape)
{
    if (!startsWith(shape, {u"SET"})) {
        return {};
    }
    for (const QString &word : shape) {
        if (word == u"GLOBAL" || word == u"PERSIST" || word == u"PERSIST_ONLY" || word.startsWith(u"@@GLOBAL"_s) ||
            word.startsWith(u"@@PERSIST"_s)) {
            return u"SET %1 changes the whole server"_s.arg(word.startsWith(u'@') ? word.mid(2) : word);
        }
        if (word.endsWith(u"SQL_LOG_BIN"_s)) {
            return u"sql_log_bin=0 hides statements from replicas"_s;
        }
    }
    if (shape.value(1) == u"PASSWORD" || shape.value(1) == u"ROLE" ||
        startsWith(shape, {u"SET", u"DEFAULT", u"ROLE"})) {
        return u"SET %1 changes accounts"_s.arg(shape.value(1));
    }
    return {};
}

QString mysqlRefusal(const QStringList &shape)
{
    if (startsWith(shape, {u"LOAD", u"DATA"}) || startsWith(shape, {u"LOAD", u"XML"}) ||
        calls(shape, {u"LOAD_FILE"_s}).size()) {
        return u"LOAD reads files"_s;
    }
    if (follows(shape, u"INTO", u"OUTFILE") || follows(shape, u"INTO", u"DUMPFILE")) {
        return u"INTO OUTFILE and DUMPFILE write files"_s;
    }
    if (startsWith(shape, {u"INSTALL"}) || startsWith(shape, {u"UNINSTALL"}) || shape.contains(u"SONAME")) {
        return u"INSTALL and SONAME load a library into the server"_s;
    }
    static const QSet<QString> serverWords{u"SHUTDOWN"_s, u"KILL"_s,   u"RESTART"_s, u"CHANGE"_s, u"PURGE"_s,
                                           u"CLONE"_s,    u"FLUSH"_s,  u"RESET"_s,   u"STOP"_s,   u"BINLOG"_s,
                                           u"BACKUP"_s,   u"IMPORT"_s, u"HANDLER"_s};
    if (serverWords.contains(shape.value(0)) || (startsWith(shape, {u"START"}) && shape.value(1) != u"TRANSACTION")) {
        return u"%1 acts on the server or on other sessions"_s.arg(shape.value(0));
    }
    if (startsWith(shape, {u"GRANT"}) || startsWith(shape, {u"REVOKE"})) {
        return {};
    }
    for (const QStringView what :
         {u"USER", u"ROLE", u"SERVER", u"DATABASE", u"SCHEMA", u"TABLESPACE", u"LOGFILE", u"INSTANCE"}) {
        const bool database = what == u"DATABASE" || what == u"SCHEMA";
        if (createsOrReplaces(shape, what) && !(database && shape.value(0) == u"ALTER")) {
            return u"%1 %2 reaches outside the database"_s.arg(shape.value(0), what);
        }
    }
    if (startsWith(shape, {u"USE"})) {
        return u"USE leaves the database under review"_s;
    }
    if (shape.value(0) != u"INSERT" && shape.value(0) != u"UPDATE" && follows(shape, u"DIRECTORY", u"=") &&
        shape.contains(u"'")) {
        return u"DATA and INDEX DIRECTORY place files of the server"_s;
    }
    return mysqlSettingRefusal(shape);
}

QString sqliteRefusal(const QStringList &shape)
{
    if (startsWith(shape, {u"ATTACH"}) || startsWith(shape, {u"DETACH"})) {
        return u"ATTACH opens another database file"_s;
    }
    if (startsWith(shape, {u"VACUUM"}) && shape.contains(u"INTO")) {
        return u"VACUUM INTO writes another file"_s;
    }
    if (!calls(shape, {u"LOAD_EXTENSION"_s}).isEmpty()) {
        return u"load_extension() runs machine code in this process"_s;
    }
    static const QSet<QString> files{u"WRITEFILE"_s, u"READFILE"_s, u"EDIT"_s, u"FTS3_TOKENIZER"_s};
    if (const QString name = calls(shape, files); !name.isEmpty()) {
        return u"%1() reaches files or memory"_s.arg(name.toLower());
    }
    if (startsWith(shape, {u"PRAGMA"})) {
        static const QSet<QString> refused{u"WRITABLE_SCHEMA"_s,
                                           u"TEMP_STORE_DIRECTORY"_s,
                                           u"DATA_STORE_DIRECTORY"_s,
                                           u"TRUSTED_SCHEMA"_s,
                                           u"HARD_HEAP_LIMIT"_s,
                                           u"SOFT_HEAP_LIMIT"_s,
                                           u"KEY"_s,
                                           u"REKEY"_s};
        const QString name = shape.value(shape.value(2) == u"." ? 3 : 1);
        if (refused.contains(name) && shape.size() > 2) {
            return u"PRAGMA %1 takes away a guard or reaches files"_s.arg(name.toLower());
        }
    }
    return {};
}

} // namespace

QString refusal(const sql::Statement &statement, const sql::Dialect &dialect)
{
    if (!statement.clientCommand.isEmpty()) {
        return u"%1 is not SQL: it is a command of the engine's command-line client"_s.arg(
            statement.clientCommand.section(u' ', 0, 0));
    }
    const QStringList shape = shapeOf(statement.text, dialect);
    switch (dialect.engine) {
    case EngineKind::PostgreSql:
        return postgresqlRefusal(shape);
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        return mysqlRefusal(shape);
    case EngineKind::Sqlite:
        return sqliteRefusal(shape);
    }
    return {};
}

} // namespace countersign::rehearsal
