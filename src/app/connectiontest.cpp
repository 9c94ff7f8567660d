#include "app/connectiontest.h"

#include "db/keyring.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>

namespace countersign::app {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

QString firstValue(db::Session &session, const QString &sql, std::stop_token stop)
{
    const auto rows = session.run(sql, stop);
    return rows && !rows->isEmpty() ? rows->text(0, 0) : QString();
}

/// The first thing that the role, or a role that it may become, could write to; empty for none. Not only what it
/// inherits counts: SET ROLE needs no further right.
QString postgresqlWritable(db::Session &session, std::stop_token stop)
{
    return firstValue(session,
                      u"SELECT c.oid::pg_catalog.regclass::text"
                      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                      " JOIN pg_catalog.pg_roles r ON pg_catalog.pg_has_role(r.oid, 'MEMBER')"
                      " WHERE c.relkind IN ('r', 'p', 'v', 'f')"
                      " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                      " AND (pg_catalog.has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')"
                      " OR pg_catalog.has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE')) LIMIT 1"_s,
                      stop);
}

ConnectionStep postgresqlGuard(db::Session &session, Guard &guard, std::stop_token stop)
{
    if (firstValue(session, u"SHOW transaction_read_only"_s, stop) != u"on"_s) {
        guard = Guard::NotProtected;
        return {u"guard"_s, StepResult::Failed, u"the server did not confirm a read-only session"_s, {}};
    }
    guard = Guard::SessionOnly;
    if (const QString writable = postgresqlWritable(session, stop); !writable.isEmpty()) {
        return {u"guard"_s, StepResult::Failed, u"the role may write to %1"_s.arg(writable),
                u"Give Countersign a role with SELECT only (for example a member of pg_read_all_data)."_s};
    }
    // Also where there is no table yet: superusers and owners, and up to PostgreSQL 14 everybody in schema public.
    const QString creatable = firstValue(session,
                                         u"SELECT pg_catalog.quote_ident(n.nspname) FROM pg_catalog.pg_namespace n"
                                         " JOIN pg_catalog.pg_roles r ON pg_catalog.pg_has_role(r.oid, 'MEMBER')"
                                         " WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                                         " AND pg_catalog.has_schema_privilege(r.oid, n.oid, 'CREATE') LIMIT 1"_s,
                                         stop);
    if (!creatable.isEmpty()) {
        return {u"guard"_s, StepResult::Failed, u"the role may create objects in schema %1"_s.arg(creatable),
                u"Revoke CREATE on that schema from the role, and from PUBLIC."_s};
    }
    guard = Guard::Enforced;
    return {u"guard"_s, StepResult::Passed, u"read-only session, and the role cannot write"_s, {}};
}

/// The first right to write or to change definitions in one line of SHOW GRANTS; empty for none. TRIGGER and EVENT are
/// none: reading triggers and events needs them, and what they define runs with the rights of its definer.
QString writingRight(const QString &grant)
{
    static const QStringList writing{
        u"ALL PRIVILEGES"_s, u"INSERT"_s, u"UPDATE"_s,      u"DELETE"_s,      u"DELETE HISTORY"_s,   u"DROP"_s,
        u"ALTER"_s,          u"CREATE"_s, u"INDEX"_s,       u"CREATE VIEW"_s, u"CREATE ROUTINE"_s,   u"ALTER ROUTINE"_s,
        u"CREATE USER"_s,    u"SUPER"_s,  u"CREATE ROLE"_s, u"DROP ROLE"_s,   u"CREATE TABLESPACE"_s};
    const qsizetype on = grant.indexOf(u" ON "_s);
    if (!grant.startsWith(u"GRANT "_s) || on < 0) {
        return {};
    }
    for (const QString &one : grant.sliced(6, on - 6).split(u", "_s)) {
        const QString right = one.section(u" ("_s, 0, 0).trimmed();
        if (writing.contains(right)) {
            return right;
        }
    }
    return {};
}

/// The roles in a line "GRANT `a`@`%`,`b`@`%` TO …", each as it is quoted there; none in a line about rights. MariaDB
/// writes them without a host.
QStringList grantedRoles(const QString &grant)
{
    static const QString role = u"`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?"_s;
    static const QRegularExpression line(u"^GRANT (%1(?:,%1)*) TO "_s.arg(role));
    static const QRegularExpression one(role);
    QStringList roles;
    const QString list = line.match(grant).captured(1);
    for (const QRegularExpressionMatch &match : one.globalMatch(list)) {
        roles << match.captured();
    }
    return roles;
}

/// What SHOW GRANTS says of the account and of every role that it may become, whether or not one is active now.
base::Result<QStringList> mysqlGrants(db::Session &session, EngineKind engine, std::stop_token stop)
{
    const auto lines = [&](const QString &statement) -> base::Result<QStringList> {
        CS_TRY(rows, session.run(statement, stop));
        QStringList grants;
        for (int row = 0; row < rows.size(); ++row) {
            grants << rows.text(row, 0);
        }
        return grants;
    };
    CS_TRY(grants, lines(u"SHOW GRANTS"_s));
    QStringList roles;
    for (const QString &grant : grants) {
        roles += grantedRoles(grant);
    }
    roles.removeDuplicates();
    if (roles.isEmpty()) {
        return grants;
    }
    if (engine == EngineKind::MySql) {
        CS_TRY(through, lines(u"SHOW GRANTS FOR CURRENT_USER() USING "_s + roles.join(u", "_s)));
        return grants + through;
    }
    // MariaDB shows the rights of the role that is active, and of no other without a right on mysql.*.
    for (const QString &role : roles) {
        CS_TRY(set, session.run(u"SET ROLE "_s + role, stop));
        CS_TRY(through, lines(u"SHOW GRANTS"_s));
        grants += through;
    }
    return grants;
}

ConnectionStep mysqlGuard(db::Session &session, EngineKind engine, Guard &guard, std::stop_token stop)
{
    const auto readOnly =
        session.run(u"SHOW VARIABLES WHERE Variable_name IN ('tx_read_only', 'transaction_read_only')"_s, stop);
    if (!readOnly || readOnly->isEmpty() || readOnly->text(0, 1) != u"ON"_s) {
        guard = Guard::NotProtected;
        return {u"guard"_s, StepResult::Failed, u"the server did not confirm a read-only session"_s, {}};
    }
    guard = Guard::SessionOnly;
    const auto grants = mysqlGrants(session, engine, stop);
    if (!grants) {
        return {u"guard"_s, StepResult::Failed, grants.error().message, u"The rights of the role could not be read."_s};
    }
    for (const QString &grant : *grants) {
        if (const QString right = writingRight(grant); !right.isEmpty()) {
            return {u"guard"_s, StepResult::Failed, u"the role has %1"_s.arg(right),
                    u"Give Countersign an account with SELECT, SHOW VIEW, TRIGGER and PROCESS only."_s};
        }
    }
    guard = Guard::Enforced;
    return {u"guard"_s, StepResult::Passed, u"read-only session, and the role cannot write"_s, {}};
}

ConnectionStep encryption(db::Session &session, const db::ConnectionUrl &url, std::stop_token stop)
{
    const QString tunnel = url.options.value(u"ssh"_s);
    const bool local = url.engine == EngineKind::Sqlite || url.host.startsWith(u'/') ||
                       url.options.contains(u"socket"_s) || url.options.value(u"host"_s).startsWith(u'/');
    static const QStringList itself{QString(), u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    if (!tunnel.isEmpty() && (local || itself.contains(url.host))) {
        return {u"encryption"_s,
                StepResult::Passed,
                u"inside the SSH tunnel, which ends at the server: %1"_s.arg(tunnel),
                {}};
    }
    if (local) {
        return {u"encryption"_s, StepResult::NotApplicable, u"a local file or socket"_s, {}};
    }
    const QString cipher =
        url.engine == EngineKind::PostgreSql
            ? firstValue(session, u"SELECT cipher FROM pg_catalog.pg_stat_ssl WHERE pid = pg_backend_pid()"_s, stop)
            : [&] {
                  const auto rows = session.run(u"SHOW STATUS LIKE 'Ssl_cipher'"_s, stop);
                  return rows && !rows->isEmpty() ? rows->text(0, 1) : QString();
              }();
    if (cipher.isEmpty() && !tunnel.isEmpty()) {
        return {u"encryption"_s, StepResult::Failed,
                u"encrypted as far as %1 only, not from there to %2"_s.arg(tunnel, url.host),
                u"Let ssh go to the database server itself, or connect without ssh and with TLS."_s};
    }
    return cipher.isEmpty() ? ConnectionStep{u"encryption"_s, StepResult::Failed, u"the connection is not encrypted"_s,
                                             u"Set sslmode=verify-full (MySQL family: ssl-mode=VERIFY_IDENTITY)."_s}
                            : ConnectionStep{u"encryption"_s, StepResult::Passed, cipher, {}};
}

} // namespace

QStringList guardStatements(EngineKind engine)
{
    return db::guardStatements(engine, {});
}

base::Result<void> keepPassword(const db::ConnectionUrl &url, const QString &password)
{
    return db::writeKeyring(url, password);
}

base::Result<ConnectionTest> testConnection(const db::ConnectionUrl &url, std::stop_token stop)
{
    ConnectionTest test;
    const db::SessionOptions options;
    test.guardStatements = db::guardStatements(url.engine, options);
    QElapsedTimer clock;
    clock.start();
    const auto session = db::openSession(url, options, stop);
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    if (!session) {
        const base::Error &error = session.error();
        const bool reached = error.kind == base::ErrorKind::NotAllowed || error.kind == base::ErrorKind::Usage;
        if (reached) {
            test.steps.push_back({u"reach"_s, StepResult::Passed, {}, {}});
        }
        test.steps.push_back({reached ? u"sign-in"_s : u"reach"_s, StepResult::Failed, error.message, error.advice});
        return test;
    }
    test.steps.push_back({u"reach"_s, StepResult::Passed, u"%1 ms"_s.arg(clock.elapsed()), {}});
    test.steps.push_back({u"sign-in"_s,
                          url.engine == EngineKind::Sqlite ? StepResult::NotApplicable : StepResult::Passed,
                          url.engine == EngineKind::Sqlite ? u"a file needs none"_s : url.user,
                          {}});
    test.steps.push_back({u"version"_s, StepResult::Passed, (*session)->versionText(), {}});
    test.steps.push_back(encryption(**session, url, stop));
    switch (url.engine) {
    case EngineKind::PostgreSql:
        test.steps.push_back(postgresqlGuard(**session, test.guard, stop));
        break;
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        test.steps.push_back(mysqlGuard(**session, url.engine, test.guard, stop));
        break;
    case EngineKind::Sqlite:
        test.guard = Guard::Enforced;
        test.steps.push_back({u"guard"_s, StepResult::Passed, u"the file is opened read-only"_s, {}});
        break;
    }
    test.sent = (*session)->sent();
    return test;
}

} // namespace countersign::app
