#pragma once

// Real servers for tests, in a few lines:
//
//     const auto server = TestServers::postgresql();          // started once per ctest run, else once per program
//     CS_REQUIRE(server);                                     // fails the test with the error's text
//     auto database = TestDatabase::create(schema::EngineKind::PostgreSql, u"orders"_s);
//     CS_REQUIRE(database);                                   // dropped when it goes out of scope
//     CS_REQUIRE(database->execute(u"CREATE TABLE t (id int)"_s));   // by psql, mariadb or sqlite3 themselves
//     db::openSession(database->url(), …);  database->urlText();  database->dump();  database->query(u"SELECT 1"_s);
//     CS_NEEDS_SHARED();                                      // skips aloud without ../shared
//
// Servers of other versions are named by the environment, which `./dev test --matrix` sets:
//
//     COUNTERSIGN_MATRIX=postgresql-12=/folder;mysql-9.7=/folder   what there is: name=folder of the server's programs;
//                                                              client=folder of the newest pg_dump
//     COUNTERSIGN_TEST_SERVER=postgresql-12                        everything above means this one
//
//     for (const ServerSpecification &specification : TestServers::matrix()) {
//         const auto server = TestServers::start(specification);   // once per program
//         auto database = TestDatabase::create(*server, u"orders"_s);
//     }
//     const auto mysql = TestServers::mysql();                     // of the matrix, else the system's, else an error
//
// A test that links countersign_test_support gets the servers of the ctest run (fixture "servers"). Started by hand it
// starts its own, which end with it, also when it is killed. Call everything from the main thread.

#include "base/result.h"
#include "db/connectionurl.h"
#include "schema/enginekind.h"

#include <QString>
#include <QTest>

#include <memory>

namespace countersign::testsupport {

/// A server that runs while the test program does.
struct ServerInfo {
    schema::EngineKind engine = schema::EngineKind::PostgreSql;
    QString folder;   ///< holds socket, data and log; PostgreSQL's `host`
    QString socket;   ///< the socket itself; MariaDB's `socket`
    QString version;  ///< "17.6"
    QString programs; ///< folder of the server's programs (initdb, pg_dump …)

    /// The path of a client program: beside the server's, else the matrix's, else the system's newest.
    [[nodiscard]] QString client(const QString &program) const;
    /// 12, 18, 10, 9
    [[nodiscard]] int majorVersion() const;
    /// The superuser's URL to @p database; empty: the maintenance database, or none.
    [[nodiscard]] QString urlText(const QString &database = {}) const;
};

/// A server that is not the system's.
struct ServerSpecification {
    QString name; ///< "postgresql-12", "mariadb-10.11", "mysql-9.7"
    schema::EngineKind engine = schema::EngineKind::PostgreSql;
    QString programs; ///< folder with initdb and postgres, mariadb-install-db and mariadbd, or mysqld
};

class TestServers
{
public:
    [[nodiscard]] static base::Result<ServerInfo> postgresql();
    [[nodiscard]] static base::Result<ServerInfo> mariadb();
    [[nodiscard]] static base::Result<ServerInfo> mysql();
    /// Where COUNTERSIGN_TEST_SERVER names a MySQL server, that is the one for MariaDb too: one suite serves the
    /// family.
    [[nodiscard]] static base::Result<ServerInfo> of(schema::EngineKind engine);

    /// What COUNTERSIGN_MATRIX names, in its order.
    [[nodiscard]] static QList<ServerSpecification> matrix();
    /// Started at the first call, ends with the program.
    [[nodiscard]] static base::Result<ServerInfo> start(const ServerSpecification &specification);
};

/// A database of its own, dropped by the destructor. For SQLite a file in a temporary folder.
class TestDatabase
{
public:
    /// @p prefix: letters, digits and underscores; the rest of the name is made up.
    [[nodiscard]] static base::Result<TestDatabase> create(schema::EngineKind engine, const QString &prefix);
    [[nodiscard]] static base::Result<TestDatabase> create(const ServerInfo &server, const QString &prefix);
    TestDatabase(TestDatabase &&other) noexcept;
    TestDatabase &operator=(TestDatabase &&other) noexcept;
    ~TestDatabase();

    [[nodiscard]] schema::EngineKind engine() const;
    [[nodiscard]] QString name() const; ///< for SQLite the file's path
    [[nodiscard]] QString urlText() const;
    [[nodiscard]] db::ConnectionUrl url() const;

    /// Runs SQL with the engine's own client, stopping at the first error, whose text the result has.
    [[nodiscard]] base::Result<void> execute(const QString &sql) const;
    [[nodiscard]] base::Result<void> load(const QString &sqlFile) const;
    /// What a query answers: columns by tab, rows by newline, no headers, no newline at the end.
    [[nodiscard]] base::Result<QString> query(const QString &sql) const;
    /// The schema as the engine's own tool writes it (pg_dump --schema-only, mariadb-dump or mysqldump --no-data,
    /// sqlite3 .schema): an independent judge, which a server of the same version can load.
    [[nodiscard]] base::Result<QString> dump() const;

private:
    struct State;
    explicit TestDatabase(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Runs a program to its end and returns its standard output; on a failing exit code the error has its standard error.
[[nodiscard]] base::Result<QString> runProgram(const QString &program, const QStringList &arguments,
                                               const QString &standardInput = {});

/// The folder with test input beside the project (environment COUNTERSIGN_SHARED, or ../shared), absolute; empty when
/// there is none.
[[nodiscard]] QString sharedFolder();

/// "" for a value, else the error's text: for QVERIFY2 and comparisons that read well.
template <class T>
[[nodiscard]] QByteArray errorText(const base::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

} // namespace countersign::testsupport

/// Fails the running test function with the error's text unless the expression (a Result) has a value.
#define CS_REQUIRE(EXPR)                                                                                               \
    do {                                                                                                               \
        const auto &csRequired = (EXPR);                                                                               \
        QVERIFY2(csRequired.has_value(), ::countersign::testsupport::errorText(csRequired).constData());               \
    } while (false)

/// Skips the running test function, aloud, where the test input beside the project is absent.
#define CS_NEEDS_SHARED()                                                                                              \
    do {                                                                                                               \
        if (::countersign::testsupport::sharedFolder().isEmpty()) {                                                    \
            QSKIP("the folder ../shared (or COUNTERSIGN_SHARED) with test input is absent");                           \
        }                                                                                                              \
    } while (false)
