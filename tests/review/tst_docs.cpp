#include "review/workbench.h"
#include "support/servers.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

/// The pipelines of docs/review.md, run as they are printed there: with an open gate they deploy, with a closed one
/// nothing reaches the database.
class TestDocs : public QObject
{
    Q_OBJECT
private slots:
    void shell_data();
    void shell();
    void gitHubActions_data() { openOrClosed(); }
    void gitHubActions();
    void gitLab_data() { openOrClosed(); }
    void gitLab();

private:
    struct Outcome {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    static void openOrClosed();
    /// The first code block of @p language after @p heading that contains @p part.
    static QString block(const QString &heading, const QString &language, const QString &part = {});
    Outcome start(const QString &program, const QStringList &arguments, const QStringList &more = {}) const;
    Outcome ctl(const QStringList &arguments) const
    {
        return start(u"countersignctl"_s, arguments + QStringList{u"--json"_s, u"--no-input"_s});
    }
    /// An approved change with its certificate, and what a pipeline keeps. @p open: its key may deploy.
    void prepare(schema::EngineKind engine, bool open);
    void standIn(const QString &name, const QByteArray &findsFolder) const;
    void verify(const Outcome &outcome, bool open);
    bool deployed();

    std::unique_ptr<Workbench> m_bench;
    std::optional<TestDatabase> m_database;
    QString m_change;
};

QString TestDocs::block(const QString &heading, const QString &language, const QString &part)
{
    const QString text = QString::fromUtf8(must(readWholeFile(QStringLiteral(COUNTERSIGN_REVIEW_DOCS), 1024 * 1024)));
    const QString fence = u"```"_s;
    qsizetype at = text.indexOf(u"### "_s + heading);
    while (at >= 0 && (at = text.indexOf(fence + language + u'\n', at)) >= 0) {
        const qsizetype begin = text.indexOf(u'\n', at) + 1;
        const QString found = text.mid(begin, text.indexOf(u'\n' + fence, begin) + 1 - begin);
        if (found.contains(part)) {
            return found;
        }
        at = begin;
    }
    return {};
}

TestDocs::Outcome TestDocs::start(const QString &program, const QStringList &arguments, const QStringList &more) const
{
    const QString programs =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s,
                       m_bench->path(u"stand-ins"_s) + u':' + programs + u':' + qEnvironmentVariable("PATH"));
    environment.insert(u"XDG_STATE_HOME"_s, m_bench->path(u"state"_s));
    environment.insert(u"PIPELINE"_s, m_bench->path(u"pipeline"_s));
    environment.insert(u"PGSERVICEFILE"_s, m_bench->path(u"pipeline/services"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    for (const QString &variable : more) {
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_bench->path(u"work"_s));
    process.start(u"env"_s, QStringList{program} + arguments);
    process.waitForFinished(120000);
    const int exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {exit, process.readAllStandardOutput(), process.readAllStandardError()};
}

#define EXITS(OUTCOME, CODE)                                                                                           \
    do {                                                                                                               \
        const Outcome outcome = (OUTCOME);                                                                             \
        QVERIFY2(outcome.exit == (CODE), QByteArray::number(outcome.exit) + ": " + outcome.err + '\n' + outcome.out);  \
    } while (false)

void TestDocs::prepare(schema::EngineKind engine, bool open)
{
    m_database.reset();
    m_bench = std::make_unique<Workbench>();
    auto database = TestDatabase::create(engine, u"docs"_s);
    CS_REQUIRE(database);
    m_database.emplace(std::move(*database));
    CS_REQUIRE(m_database->execute(u"CREATE TABLE trips (id INTEGER PRIMARY KEY);"_s));
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QDir().mkpath(QFileInfo(m_bench->path(name)).absolutePath());
        must(writeDurably(m_bench->path(name), bytes));
    };
    write(u"work/migrations/V2__note.sql"_s, "ALTER TABLE trips ADD COLUMN note VARCHAR(40);\n");
    // Whoever runs all that ends in .sql, in the order of the names, begins with the way back.
    write(u"work/migrations/U2__note.sql"_s, "ALTER TABLE trips DROP COLUMN note;\n");
    QByteArray settings = "workspace = 1\n";
    settings += "[environment.production]\nurl = \"" + m_database->urlText().toUtf8() + "\"\n";
    write(u"work/countersign.toml"_s, settings);
    const QString pipelineKey = m_bench->person(u"pipeline"_s).key.file;
    EXITS(ctl({u"review"_s, u"init"_s, u"--template"_s, u"alone"_s, u"--as"_s, u"ada"_s, u"--key"_s,
               m_bench->person(u"ada"_s).key.file}),
          0);
    const QByteArray policy = must(readWholeFile(m_bench->path(u"work/countersign/policy.toml"_s), 100000));
    write(u"work/countersign/policy.toml"_s, QByteArray(policy).replace("serial = 1", "serial = 2") +
                                                 "\n[person.pipeline]\nmachine = true\nroles = [\"" +
                                                 (open ? "deployer" : "watcher") + "\"]\n");
    write(u"work/countersign/allowed_signers"_s, m_bench->signers({u"ada"_s, u"pipeline"_s}));
    EXITS(ctl({u"policy"_s, u"activate"_s}), 0);
    const Outcome opened =
        ctl({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s, u"--check"_s});
    EXITS(opened, 0);
    const QJsonObject json = QJsonDocument::fromJson(opened.out).object();
    m_change = json.value(u"change"_s).toString();
    EXITS(ctl({u"review"_s, u"vote"_s, m_change, u"approve"_s, u"--digest"_s,
               json.value(u"revision"_s)[u"digest"_s].toString(), u"--ack"_s, u"long-lock"_s}),
          0);
    EXITS(ctl({u"cert"_s, u"issue"_s, m_change, u"--out"_s, u"change.cert"_s}), 0);

    write(u"pipeline/trust.toml"_s, must(readWholeFile(m_bench->path(u"work/countersign/trust.toml"_s), 100000)));
    QVERIFY(QFile::copy(pipelineKey, m_bench->path(u"pipeline/id_ed25519"_s)));
    if (engine == schema::EngineKind::PostgreSql) {
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
        write(u"pipeline/services"_s,
              u"[prod]\nhost=%1\ndbname=%2\nuser=%3\n"_s.arg(server->folder, m_database->name(), m_database->url().user)
                  .toUtf8());
    } else if (engine == schema::EngineKind::MariaDb) {
        const auto server = TestServers::mariadb();
        CS_REQUIRE(server);
        write(u"pipeline/prod.cnf"_s,
              u"[client]\nsocket=%1\nuser=%2\n"_s.arg(server->socket, m_database->url().user).toUtf8());
    } else {
        QVERIFY(QFile::link(m_database->name(), m_bench->path(u"work/prod.db"_s)));
    }
}

bool TestDocs::deployed()
{
    return m_database->query(u"SELECT count(note) FROM trips"_s).has_value();
}

void TestDocs::verify(const Outcome &outcome, bool open)
{
    const QByteArray said = outcome.err + '\n' + outcome.out;
    QVERIFY2((outcome.exit == 0) == open, QByteArray::number(outcome.exit) + ": " + said);
    QVERIFY2(deployed() == open, said);
    const QJsonObject status = QJsonDocument::fromJson(ctl({u"review"_s, u"status"_s, m_change}).out).object();
    QCOMPARE(status.value(u"state"_s).toString(), open ? u"verified"_s : u"approved"_s);
}

void TestDocs::shell_data()
{
    QTest::addColumn<schema::EngineKind>("engine");
    QTest::addColumn<QString>("runner");
    QTest::addColumn<bool>("open");
    QTest::newRow("psql") << schema::EngineKind::PostgreSql << u"psql"_s << true;
    QTest::newRow("psql, closed gate") << schema::EngineKind::PostgreSql << u"psql"_s << false;
    QTest::newRow("mariadb") << schema::EngineKind::MariaDb << u"mariadb"_s << true;
    QTest::newRow("sqlite3") << schema::EngineKind::Sqlite << u"sqlite3"_s << true;
    QTest::newRow("sqlite3, closed gate") << schema::EngineKind::Sqlite << u"sqlite3"_s << false;
}

void TestDocs::shell()
{
    QFETCH(schema::EngineKind, engine);
    QFETCH(QString, runner);
    QFETCH(bool, open);
    prepare(engine, open);
    if (QTest::currentTestFailed()) {
        return;
    }
    const QString heading = u"Plain shell"_s;
    QString script = block(heading, u"sh"_s);
    QVERIFY(script.startsWith(u"#!/bin/sh\n"));
    if (runner != u"psql") {
        static const QRegularExpression psql(u"^ +psql .*\n"_s, QRegularExpression::MultilineOption);
        QString line = block(heading, u"sh"_s, runner + u' ');
        QVERIFY(!line.isEmpty());
        line.replace(u" orders "_s, u' ' + m_database->name() + u' ');
        script.replace(psql, line);
    }
    QVERIFY2(script.contains(u"    "_s + runner + u' '), qPrintable(script));
    must(writeDurably(m_bench->path(u"deploy.sh"_s), script.toUtf8()));
    const QStringList target{u"TARGET="_s + m_database->urlText()};
    verify(start(u"sh"_s, {m_bench->path(u"deploy.sh"_s)}, runner == u"psql" ? QStringList() : target), open);
}

void TestDocs::openOrClosed()
{
    QTest::addColumn<bool>("open");
    QTest::newRow("open gate") << true;
    QTest::newRow("closed gate") << false;
}

void TestDocs::standIn(const QString &name, const QByteArray &findsFolder) const
{
    const QString path = m_bench->path(u"stand-ins/"_s + name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    must(writeDurably(path, "#!/bin/sh\n" + findsFolder +
                                "\nfor file in \"$folder\"/V*.sql; do\n"
                                "    psql -X -v ON_ERROR_STOP=1 -f \"$file\" service=prod || exit 1\ndone\n"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestDocs::gitHubActions()
{
    QFETCH(bool, open);
    prepare(schema::EngineKind::PostgreSql, open);
    if (QTest::currentTestFailed()) {
        return;
    }
    standIn(u"flyway"_s, "for word; do case $word in -locations=filesystem:*) folder=${word#*:} ;; esac; done");
    const QString text =
        block(u"GitHub Actions"_s, u"yaml"_s).replace(u"/etc/pipeline"_s, m_bench->path(u"pipeline"_s));
    static const QRegularExpression setting(u"^ +(GATE|SIGN): (.*)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression step(u"- name: (.*)\n(?:(?!- name).*\n)*? +run: (.*)"_s);
    QStringList variables{u"RUNNER_TEMP="_s + m_bench->path(u"work"_s)};
    for (const auto &match : setting.globalMatch(text)) {
        variables << match.captured(1) + u'=' + match.captured(2);
    }
    QCOMPARE(variables.size(), 3);
    // As the service does it: every step is a shell of its own with -e; after a failure only "always()" runs on.
    Outcome job{0, {}, {}};
    bool begun = false;
    int steps = 0;
    for (const auto &match : step.globalMatch(text)) {
        ++steps;
        const bool runs = match.captured().contains(u"if: always()") ? begun : job.exit == 0;
        if (!runs) {
            continue;
        }
        const QString result = u"RESULT="_s + (job.exit == 0 ? u"ok"_s : u"partial"_s);
        const Outcome outcome =
            start(u"bash"_s, {u"-e"_s, u"-c"_s, match.captured(2)}, variables + QStringList{result});
        begun = begun || (match.captured().contains(u"id: begin") && outcome.exit == 0);
        job.exit = job.exit == 0 ? outcome.exit : job.exit;
        job.err += match.captured(1).toUtf8() + ": " + outcome.err;
    }
    QCOMPARE(steps, 5);
    verify(job, open);
}

void TestDocs::gitLab()
{
    QFETCH(bool, open);
    prepare(schema::EngineKind::PostgreSql, open);
    if (QTest::currentTestFailed()) {
        return;
    }
    standIn(u"migrate"_s, "[ \"$1\" = -path ] && folder=$2");
    const QString text = block(u"GitLab CI"_s, u"yaml"_s);
    static const QRegularExpression setting(u"^ +(GATE|SIGN): (.*?)(?: +#.*)?$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression line(u"^    - (.*)$"_s, QRegularExpression::MultilineOption);
    QStringList variables{u"TRUST_FILE="_s + m_bench->path(u"pipeline/trust.toml"_s),
                          u"PIPELINE_KEY="_s + m_bench->path(u"pipeline/id_ed25519"_s), u"DATABASE_URL=unused"_s};
    for (const auto &match : setting.globalMatch(text)) {
        variables << match.captured(1) + u'=' + match.captured(2);
    }
    QCOMPARE(variables.size(), 5);
    QString script = u"set -eo pipefail\n"_s;
    for (const auto &match : line.globalMatch(text)) {
        script += match.captured(1) + u'\n';
    }
    // A variable of type "file" is readable for all, which OpenSSH does not accept for a key.
    QFile::setPermissions(m_bench->path(u"pipeline/id_ed25519"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    verify(start(u"bash"_s, {u"-c"_s, script}, variables), open);
}

QTEST_GUILESS_MAIN(TestDocs)
#include "tst_docs.moc"
