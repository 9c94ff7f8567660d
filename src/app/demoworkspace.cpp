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

Result<void> runScript(const db::ConnectionUrl &url, const QString &resourceName, std::stop_token stop)
{
    CS_TRY(script, resource(resourceName));
    CS_TRY(statements, sql::splitStatements(QString::fromUtf8(script), sql::dialectOf(url.engine), resourceName));
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    CS_TRY(session, db::openSession(url, options, stop));
    for (const sql::Statement &statement : statements) {
        if (auto done = session->run(statement.text, stop); !done) {
            return base::Fail(done.error().within(u"%1 line %2"_s.arg(resourceName).arg(statement.range.line)));
        }
    }
    return {};
}

/// Production as it is today with its data, and staging with the migration applied.
Result<void> fill(const db::ConnectionUrl &url, const QString &engine, bool staging, std::stop_token stop)
{
    CS_CHECK(runScript(url, engine + u"/baseline.sql"_s, stop));
    CS_CHECK(runScript(url, engine + u"/data.sql"_s, stop));
    if (staging) {
        CS_CHECK(runScript(url, engine + u"/up.sql"_s, stop));
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

QByteArray settings(const review::Demo &demo, const QDir &folder, const QString &productionUrl,
                    const QString &stagingUrl)
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
           "[[workload]]\nname = \"app 4.1\"\nfile = \"workloads/app-4.1.sql\"\n\n"
           "[[workload]]\nname = \"app 4.2\"\nfile = \"workloads/app-4.2.sql\"\n"_s
               .arg(tomlString(u"sqlite:"_s + folder.relativeFilePath(demo.locator.mid(7))), relative(demo.policyFile),
                    relative(demo.signersFile), relative(demo.trustFile), relative(demo.yourKeyFile),
                    tomlString(productionUrl), tomlString(stagingUrl))
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
    QString productionText = u"sqlite:production.db"_s;
    QString stagingText = u"sqlite:staging.db"_s;
    if (engine != EngineKind::Sqlite) {
        base::report(progress, u"Starting a private server for the demo"_s);
        CS_TRY(server, db::PrivateServer::start(engine, {}, stop));
        demo.server = std::make_shared<db::PrivateServer>(std::move(server));
        productionText = demo.server->urlText(u"production"_s);
        stagingText = demo.server->urlText(u"staging"_s);
    }
    CS_TRY(production, db::parseConnectionUrl(productionText, folderPath));
    CS_TRY(staging, db::parseConnectionUrl(stagingText, folderPath));
    const bool databasesMissing =
        engine != EngineKind::Sqlite || !QFile::exists(production.database) || !QFile::exists(staging.database);
    if (databasesMissing) {
        base::report(progress, u"Making the demo's databases"_s);
        for (const db::ConnectionUrl &url : {production, staging}) {
            if (engine == EngineKind::Sqlite) {
                QFile::remove(url.database);
            } else {
                CS_CHECK(createDatabase(demo.server->url(), url.database, stop));
            }
            CS_CHECK(fill(url, engineName, url.database == staging.database, stop));
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
        CS_CHECK(
            writeFile(folder.filePath(u"countersign.toml"_s), settings(*people, folder, productionText, stagingText)));
    }
    CS_TRY(workspace, loadWorkspace(folderPath));
    demo.workspace = std::move(workspace);
    demo.secondKeyFile = people->secondKeyFile;
    return demo;
}

} // namespace countersign::app
