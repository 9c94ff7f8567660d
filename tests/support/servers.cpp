#include "support/servers.h"

#include "db/serverprograms.h"
#include "support/serversstate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <map>

using namespace Qt::StringLiterals;

namespace countersign::testsupport {

using schema::EngineKind;

QString ServerInfo::urlText(const QString &database) const
{
    if (engine == EngineKind::PostgreSql) {
        return u"postgresql:///%1?host=%2&user=postgres"_s.arg(database.isEmpty() ? u"postgres"_s : database, folder);
    }
    return u"mysql:///%1?socket=%2&user=root"_s.arg(database, socket);
}

base::Result<ServerInfo> TestServers::postgresql()
{
    return of(EngineKind::PostgreSql);
}

base::Result<ServerInfo> TestServers::mariadb()
{
    return of(EngineKind::MariaDb);
}

base::Result<ServerInfo> TestServers::mysql()
{
    return of(EngineKind::MySql);
}

QList<ServerSpecification> TestServers::matrix()
{
    QList<ServerSpecification> found;
    for (const QString &entry : qEnvironmentVariable("COUNTERSIGN_MATRIX").split(u';', Qt::SkipEmptyParts)) {
        const QString name = entry.section(u'=', 0, 0);
        if (const auto engine = schema::engineFromName(name.section(u'-', 0, 0))) {
            found.append({name, *engine, entry.section(u'=', 1)});
        }
    }
    return found;
}

base::Result<ServerInfo> TestServers::start(const ServerSpecification &specification)
{
    static std::map<QString, db::PrivateServer> own;
    if (const auto found = own.find(specification.name); found != own.end()) {
        return informationOf(found->second);
    }
    CS_TRY(server, db::PrivateServer::start(specification.engine, {.programs = specification.programs}));
    return informationOf(own.emplace(specification.name, std::move(server)).first->second);
}

base::Result<ServerInfo> TestServers::of(EngineKind engine)
{
    const QString wanted = qEnvironmentVariable("COUNTERSIGN_TEST_SERVER");
    const auto wantedEngine = schema::engineFromName(wanted.section(u'-', 0, 0));
    const bool meant = wantedEngine && (*wantedEngine == engine ||
                                        (*wantedEngine == EngineKind::MySql && engine == EngineKind::MariaDb));
    for (const ServerSpecification &specification : matrix()) {
        if (meant ? specification.name == wanted : engine == EngineKind::MySql && specification.engine == engine) {
            return start(specification);
        }
    }
    if (meant) {
        return std::unexpected(base::usageError(u"COUNTERSIGN_MATRIX does not name the server"_s, wanted));
    }
    if (const std::optional<ServerInfo> shared = readState(stateFile(), engine)) {
        return *shared;
    }
    static std::map<EngineKind, db::PrivateServer> own;
    if (const auto found = own.find(engine); found != own.end()) {
        return informationOf(found->second);
    }
    CS_TRY(server, db::PrivateServer::start(engine, {}));
    return informationOf(own.emplace(engine, std::move(server)).first->second);
}

base::Result<QString> runProgram(const QString &program, const QStringList &arguments, const QString &standardInput)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        return std::unexpected(base::undecided(u"%1 cannot be started: %2"_s.arg(program, process.errorString())));
    }
    process.write(standardInput.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return std::unexpected(base::undecided(u"%1 did not end within two minutes"_s.arg(program)));
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return std::unexpected(base::undecided(u"%1 ended with %2: %3"_s.arg(program)
                                                   .arg(process.exitCode())
                                                   .arg(QString::fromUtf8(process.readAllStandardError()).trimmed())));
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString ServerInfo::client(const QString &program) const
{
    if (QFileInfo(programs + u'/' + program).isExecutable()) {
        return programs + u'/' + program;
    }
    for (const QString &entry : qEnvironmentVariable("COUNTERSIGN_MATRIX").split(u';')) {
        const QString newest = entry.section(u'=', 1) + u'/' + program;
        if (entry.startsWith(u"client="_s) && QFileInfo(newest).isExecutable()) {
            return newest;
        }
    }
    // Debian's psql in PATH is a script that looks for clusters first.
    static std::map<EngineKind, QString> folders;
    auto found = folders.find(engine);
    if (found == folders.end()) {
        const auto system = db::findServerPrograms(engine);
        found = folders.emplace(engine, system ? system->folder : QString()).first;
    }
    const QString path = found->second + u'/' + program;
    return QFileInfo(path).isExecutable() ? path : program;
}

int ServerInfo::majorVersion() const
{
    return version.section(u'.', 0, 0).toInt();
}

struct TestDatabase::State {
    EngineKind engine = EngineKind::Sqlite;
    ServerInfo server;
    QString name;
    std::unique_ptr<QTemporaryDir> folder;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (engine == EngineKind::PostgreSql) {
            // WITH (FORCE) is there from 13 on.
            (void)client(
                u"postgres"_s,
                {u"-c"_s, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(name),
                 u"-c"_s,
                 u"DROP DATABASE IF EXISTS \"%1\"%2"_s.arg(name, server.majorVersion() < 13 ? QString()
                                                                                            : u" WITH (FORCE)"_s)});
        } else if (engine != EngineKind::Sqlite) {
            (void)client({}, {u"-e"_s, u"DROP DATABASE IF EXISTS `%1`"_s.arg(name)});
        }
    }

    base::Result<QString> client(const QString &database, const QStringList &more, const QString &input = {}) const
    {
        if (engine == EngineKind::PostgreSql) {
            return runProgram(server.client(u"psql"_s),
                              QStringList{u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-F"_s, u"\t"_s, u"-v"_s,
                                          u"ON_ERROR_STOP=1"_s, u"-h"_s, server.folder, u"-U"_s, u"postgres"_s, u"-d"_s,
                                          database} +
                                  more,
                              input);
        }
        if (engine == EngineKind::Sqlite) {
            return runProgram(
                u"sqlite3"_s,
                QStringList{u"-batch"_s, u"-bail"_s, u"-init"_s, u"/dev/null"_s, u"-separator"_s, u"\t"_s} + more +
                    QStringList{database},
                input);
        }
        QStringList arguments{u"--no-defaults"_s,
                              u"--batch"_s,
                              u"--skip-column-names"_s,
                              u"--default-character-set=utf8mb4"_s,
                              u"--socket="_s + server.socket,
                              u"--user=root"_s};
        if (engine == EngineKind::MariaDb) {
            arguments.append(u"--skip-ssl"_s); // a server before 11.4 has no certificate
        }
        if (!database.isEmpty()) {
            arguments.append(u"--database="_s + database);
        }
        return runProgram(server.client(engine == EngineKind::MySql ? u"mysql"_s : u"mariadb"_s), arguments + more,
                          input);
    }
};

base::Result<TestDatabase> TestDatabase::create(EngineKind engine, const QString &prefix)
{
    if (engine == EngineKind::Sqlite) {
        auto state = std::make_unique<State>();
        state->folder = std::make_unique<QTemporaryDir>();
        state->name = state->folder->filePath(prefix + u".db"_s);
        CS_CHECK(state->client(state->name, {}, u"VACUUM;"_s));
        return TestDatabase(std::move(state));
    }
    CS_TRY(server, TestServers::of(engine));
    return create(server, prefix);
}

base::Result<TestDatabase> TestDatabase::create(const ServerInfo &server, const QString &prefix)
{
    static std::atomic<int> counter = 0;
    auto state = std::make_unique<State>();
    state->server = server;
    const QString name = u"%1_%2_%3"_s.arg(prefix).arg(QCoreApplication::applicationPid()).arg(++counter);
    state->engine = server.engine;
    state->name = name;
    if (server.engine == EngineKind::PostgreSql) {
        CS_CHECK(state->client(u"postgres"_s, {u"-c"_s, u"CREATE DATABASE \"%1\" TEMPLATE template0"_s.arg(name)}));
    } else {
        CS_CHECK(state->client({}, {u"-e"_s, u"CREATE DATABASE `%1` CHARACTER SET utf8mb4"_s.arg(name)}));
    }
    return TestDatabase(std::move(state));
}

TestDatabase::TestDatabase(std::unique_ptr<State> state) : m_state(std::move(state))
{
}
TestDatabase::TestDatabase(TestDatabase &&other) noexcept = default;
TestDatabase &TestDatabase::operator=(TestDatabase &&other) noexcept = default;
TestDatabase::~TestDatabase() = default;

EngineKind TestDatabase::engine() const
{
    return m_state->engine;
}

QString TestDatabase::name() const
{
    return m_state->name;
}

QString TestDatabase::urlText() const
{
    return m_state->engine == EngineKind::Sqlite ? u"sqlite:"_s + m_state->name
                                                 : m_state->server.urlText(m_state->name);
}

db::ConnectionUrl TestDatabase::url() const
{
    db::ConnectionUrl url;
    url.engine = m_state->engine;
    url.database = m_state->name;
    if (m_state->engine == EngineKind::PostgreSql) {
        url.host = m_state->server.folder;
        url.user = u"postgres"_s;
    } else if (m_state->engine != EngineKind::Sqlite) {
        url.user = u"root"_s;
        url.options.insert(u"socket"_s, m_state->server.socket);
    }
    return url;
}

base::Result<void> TestDatabase::execute(const QString &sql) const
{
    CS_CHECK(m_state->client(m_state->name, {}, sql));
    return {};
}

base::Result<void> TestDatabase::load(const QString &sqlFile) const
{
    QFile file(sqlFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(base::usageError(u"cannot be read: "_s + file.errorString(), sqlFile));
    }
    const base::Result<void> result = execute(QString::fromUtf8(file.readAll()));
    return result ? result : std::unexpected(result.error().within(sqlFile));
}

base::Result<QString> TestDatabase::query(const QString &sql) const
{
    CS_TRY(text, m_state->client(m_state->name, {}, sql + u"\n;\n"_s));
    return text.endsWith(u'\n') ? text.chopped(1) : text;
}

base::Result<QString> TestDatabase::dump() const
{
    const ServerInfo &server = m_state->server;
    switch (m_state->engine) {
    case EngineKind::PostgreSql: {
        CS_TRY(text, runProgram(server.client(u"pg_dump"_s),
                                {u"--schema-only"_s, u"-h"_s, server.folder, u"-U"_s, u"postgres"_s, m_state->name}));
        // A newer pg_dump writes what older servers do not know.
        if (server.majorVersion() < 17) {
            text.remove(u"SET transaction_timeout = 0;\n"_s);
        }
        if (server.majorVersion() < 15) {
            text.replace(u"\n    LOGGED\n"_s, u"\n"_s);
        }
        return text;
    }
    case EngineKind::MySql:
        return runProgram(server.client(u"mysqldump"_s),
                          {u"--no-defaults"_s, u"--socket="_s + server.socket, u"--user=root"_s, u"--no-data"_s,
                           u"--routines"_s, u"--triggers"_s, u"--events"_s, u"--skip-dump-date"_s,
                           u"--no-tablespaces"_s, u"--set-gtid-purged=OFF"_s, m_state->name});
    case EngineKind::MariaDb:
        return runProgram(u"mariadb-dump"_s, {u"--no-defaults"_s, u"--skip-ssl"_s, u"--socket="_s + server.socket,
                                              u"--user=root"_s, u"--no-data"_s, u"--routines"_s, u"--triggers"_s,
                                              u"--events"_s, u"--skip-dump-date"_s, m_state->name});
    case EngineKind::Sqlite:
        return m_state->client(m_state->name, {}, u".schema --indent\n"_s);
    }
    return {};
}

QString sharedFolder()
{
    // The program is in build/PRESET/tests of the project.
    const QString beside = QCoreApplication::applicationDirPath() + u"/../../../../shared"_s;
    for (const QString &folder : {qEnvironmentVariable("COUNTERSIGN_SHARED"), beside}) {
        if (!folder.isEmpty() && QFileInfo(folder + u"/corpus"_s).isDir()) {
            return QFileInfo(folder).canonicalFilePath();
        }
    }
    return {};
}

} // namespace countersign::testsupport
