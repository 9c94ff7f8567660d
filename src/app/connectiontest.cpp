#include "app/connectiontest.h"

#include "db/keyring.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace countersign::app {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

QString firstValue(db::Session &session, const QString &sql, std::stop_token stop)
{
    const auto rows = session.run(sql, stop);
    return rows && !rows->isEmpty() ? rows->text(0, 0) : QString();
}

ConnectionStep postgresqlGuard(db::Session &session, Guard &guard, std::stop_token stop)
{
    const bool readOnly = firstValue(session, u"SHOW transaction_read_only"_s, stop) == u"on"_s;
    const QString writable =
        firstValue(session,
                   u"SELECT c.oid::regclass::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
                   u"c.relnamespace"
                   " WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                   " AND pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') LIMIT 1"_s,
                   stop);
    // Also where there is no table yet: superusers and owners, and up to PostgreSQL 14 everybody in schema public.
    const QString creatable = writable.isEmpty()
                                  ? firstValue(session,
                                               u"SELECT quote_ident(n.nspname) FROM pg_catalog.pg_namespace n"
                                               " WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                                               " AND pg_catalog.has_schema_privilege(n.oid, 'CREATE') LIMIT 1"_s,
                                               stop)
                                  : QString();
    guard = !readOnly                                   ? Guard::NotProtected
            : writable.isEmpty() && creatable.isEmpty() ? Guard::Enforced
                                                        : Guard::SessionOnly;
    if (!creatable.isEmpty() && guard == Guard::SessionOnly) {
        return {u"guard"_s, StepResult::Failed, u"the role may create objects in schema %1"_s.arg(creatable),
                u"Revoke CREATE on that schema from the role, and from PUBLIC."_s};
    }
    if (guard == Guard::SessionOnly) {
        return {u"guard"_s, StepResult::Failed, u"the role may write to %1"_s.arg(writable),
                u"Give Countersign a role with SELECT only (for example a member of pg_read_all_data)."_s};
    }
    return {u"guard"_s,
            readOnly ? StepResult::Passed : StepResult::Failed,
            readOnly ? u"read-only session, and the role cannot write"_s
                     : u"the server did not confirm a read-only session"_s,
            {}};
}

ConnectionStep mysqlGuard(db::Session &session, Guard &guard, std::stop_token stop)
{
    const auto grants = session.run(u"SHOW GRANTS"_s, stop);
    if (!grants) {
        guard = Guard::SessionOnly;
        return {u"guard"_s, StepResult::Failed, grants.error().message, u"The rights of the role could not be read."_s};
    }
    for (int row = 0; row < grants->size(); ++row) {
        const QString grant = grants->text(row, 0).section(u" ON "_s, 0, 0);
        for (const QString &right :
             {u"ALL PRIVILEGES"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"DROP"_s, u"ALTER"_s, u"CREATE"_s}) {
            if (grant.contains(right)) {
                guard = Guard::SessionOnly;
                return {u"guard"_s, StepResult::Failed, u"the role has %1"_s.arg(right),
                        u"Give Countersign an account with SELECT, SHOW VIEW, TRIGGER and PROCESS only."_s};
            }
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
        test.steps.push_back(mysqlGuard(**session, test.guard, stop));
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
