#include "app/demoworkspace.h"

#include "app/sources.h"
#include "app/tomlfile.h"
#include "review/demo.h"
#include "sql/statements.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

// Outside of any namespace, as the macro asks: the resource lies in a static library and would not be linked otherwise.
static void loadDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

Result<QByteArray> resource(const QString &name)
{
    loadDemoResource();
    return readFile(u":/demo/"_s + name);
}

/// The first @p most statements of a script; all of them when negative.
Result<void> runScript(const db::ConnectionUrl &url, const QString &resourceName, std::stop_token stop,
                       qsizetype most = -1)
{
    CS_TRY(script, resource(resourceName));
    CS_TRY(statements, sql::splitStatements(QString::fromUtf8(script), sql::dialectOf(url.engine), resourceName));
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    CS_TRY(session, db::openSession(url, options, stop));
    for (const sql::Statement &statement : statements) {
        if (most-- == 0) {
            break;
        }
        if (auto done = session->run(statement.text, stop); !done) {
            return base::Fail(done.error().within(u"%1 line %2"_s.arg(resourceName).arg(statement.range.line)));
        }
    }
    return {};
}

/// Production as it is today with its data, staging with the migration applied, and a copy of production on which the
/// migration stopped after its second statement.
enum class Stage : std::uint8_t { Before, After, Interrupted };

Result<void> fill(const db::ConnectionUrl &url, const QString &engine, Stage stage, std::stop_token stop)
{
    CS_CHECK(runScript(url, engine + u"/baseline.sql"_s, stop));
    CS_CHECK(runScript(url, engine + u"/data.sql"_s, stop));
    if (stage != Stage::Before) {
        CS_CHECK(runScript(url, engine + u"/up.sql"_s, stop, stage == Stage::Interrupted ? 2 : -1));
    }
    return {};
}

Result<void> createDatabase(const db::ConnectionUrl &server, const QString &name, std::stop_token stop)
{
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    CS_TRY(session, db::openSession(server, options, stop));
    CS_CHECK(session->run(u"CREATE DATABASE "_s + sql::dialectOf(server.engine).quoted(name), stop));
    return {};
}

Result<void> copyResources(const QDir &folder, const QString &engine)
{
    const std::pair<QString, QString> files[] = {
        {engine + u"/baseline.sql"_s, u"baseline.sql"_s},
        {engine + u"/up.sql"_s, u"migrations/0042_trip_status.up.sql"_s},
        {engine + u"/down.sql"_s, u"migrations/0042_trip_status.down.sql"_s},
        {u"app-4.1.sql"_s, u"workloads/app-4.1.sql"_s},
        {u"app-4.2.sql"_s, u"workloads/app-4.2.sql"_s},
    };
    for (const auto &[from, to] : files) {
        CS_TRY(bytes, resource(from));
        if (!folder.mkpath(QFileInfo(folder.filePath(to)).path())) {
            return base::Fail(base::undecided(u"The folder cannot be made"_s, folder.filePath(to)));
        }
        CS_CHECK(writeFile(folder.filePath(to), bytes));
    }
    return {};
}

struct Databases {
    QString production; ///< URLs as the workspace file has them
    QString staging;
    QString interrupted;
};

QByteArray settings(const review::Demo &demo, const QDir &folder, const Databases &databases)
{
    const auto relative = [&](const QString &path) { return tomlString(folder.relativeFilePath(path)); };
    return u"# The demo workspace. docs/workspace.md describes every setting.\n"
           "workspace = 1\n"
           "name = \"Trip sharing (demo)\"\n"
           "migrations = \"migrations\"\n"
           "ledger = %1\npolicy = %2\nallowed_signers = %3\ntrust = %4\n\n"
           "[signer]\nperson = \"you\"\nkey = %5\n\n"
           "[environment.production]\nurl = %6\nclass = \"production\"\n\n"
           "[environment.staging]\nurl = %7\nclass = \"staging\"\n\n"
           "# A copy of production on which the migration stopped half-way: try Verify on it.\n"
           "[environment.interrupted]\nurl = %8\nclass = \"other\"\n\n"
           "[[workload]]\nname = \"app 4.1\"\nfile = \"workloads/app-4.1.sql\"\n\n"
           "[[workload]]\nname = \"app 4.2\"\nfile = \"workloads/app-4.2.sql\"\n"_s
               .arg(tomlString(u"sqlite:"_s + folder.relativeFilePath(demo.locator.mid(7))), relative(demo.policyFile),
                    relative(demo.signersFile), relative(demo.trustFile), relative(demo.yourKeyFile),
                    tomlString(databases.production), tomlString(databases.staging), tomlString(databases.interrupted))
               .toUtf8();
}

Result<QString> identityOf(const db::ConnectionUrl &url, std::stop_token stop)
{
    CS_TRY(session, db::openSession(url, {}, stop));
    return engine::engineFor(url.engine).identity(*session, stop);
}

} // namespace

QString demoFolder(EngineKind engine)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/countersign/demo-"_s +
           schema::nameOf(engine);
}

Result<Demo> openDemo(EngineKind engine, const QString &folderPath, const base::ProgressSink &progress,
                      std::stop_token stop)
{
    const QDir folder(folderPath);
    if (!folder.mkpath(u"."_s)) {
        return base::Fail(base::undecided(u"The folder for the demo cannot be made"_s, folderPath));
    }
    const QString engineName = schema::isMySqlFamily(engine) ? u"mariadb"_s : schema::nameOf(engine);
    Demo demo;
    Databases texts{u"sqlite:production.db"_s, u"sqlite:staging.db"_s, u"sqlite:interrupted.db"_s};
    if (engine != EngineKind::Sqlite) {
        base::report(progress, u"Starting a private server for the demo"_s);
        CS_TRY(server, db::PrivateServer::start(engine, {}, stop));
        demo.server = std::make_shared<db::PrivateServer>(std::move(server));
        const auto textOf = [&](const QString &name) { return db::composeUrl(demo.server->url(name)); };
        texts = {textOf(u"production"_s), textOf(u"staging"_s), textOf(u"interrupted"_s)};
    }
    CS_TRY(production, db::parseConnectionUrl(texts.production, folderPath));
    CS_TRY(staging, db::parseConnectionUrl(texts.staging, folderPath));
    CS_TRY(interrupted, db::parseConnectionUrl(texts.interrupted, folderPath));
    const std::pair<db::ConnectionUrl, Stage> all[] = {
        {production, Stage::Before}, {staging, Stage::After}, {interrupted, Stage::Interrupted}};
    const bool databasesMissing = engine != EngineKind::Sqlite || !std::ranges::all_of(all, [](const auto &one) {
                                      return QFile::exists(one.first.database);
                                  });
    if (databasesMissing) {
        base::report(progress, u"Making the demo's databases"_s);
        for (const auto &[url, stage] : all) {
            if (engine == EngineKind::Sqlite) {
                QFile::remove(url.database);
            } else {
                CS_CHECK(createDatabase(demo.server->url(), url.database, stop));
            }
            CS_CHECK(fill(url, engineName, stage, stop));
        }
    }
    auto people = review::findDemo(folderPath);
    // A private server has a new identity each time, so the ledger that names it starts anew as well.
    if (!people || engine != EngineKind::Sqlite || databasesMissing) {
        base::report(progress, u"Making the demo's ledger and keys"_s);
        for (const QString &old : {u"ledger.sqlite"_s, u"trust.toml"_s}) {
            QFile::remove(folder.filePath(old));
        }
        QDir(folder.filePath(u"keys"_s)).removeRecursively();
        QDir(folder.filePath(u"countersign"_s)).removeRecursively();
        CS_CHECK(copyResources(folder, engineName));
        CS_TRY(productionIdentity, identityOf(production, stop));
        CS_TRY(stagingIdentity, identityOf(staging, stop));
        people = review::makeDemo(folderPath, {{u"production"_s, productionIdentity}, {u"staging"_s, stagingIdentity}},
                                  {}, stop);
        if (!people) {
            return base::Fail(people.error().within(u"making the demo's ledger"_s));
        }
        CS_CHECK(writeFile(folder.filePath(u"countersign.toml"_s), settings(*people, folder, texts)));
    }
    CS_TRY(workspace, loadWorkspace(folderPath));
    demo.workspace = std::move(workspace);
    demo.secondKeyFile = people->secondKeyFile;
    return demo;
}

} // namespace countersign::app
