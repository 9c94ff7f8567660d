#include "app/firststeps.h"
#include "app/reviewusecase.h"
#include "review/maintenance.h"
#include "review/workbench.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::app;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

} // namespace

/// From an empty folder to a ledger that names its people, and from there back when something is in the way.
class TestFirstSteps : public QObject
{
    Q_OBJECT

private slots:
    void settingsKeepWhatIsThere_data();
    void settingsKeepWhatIsThere();
    void settingsThatNameALedger();
    void colleaguesByLine();
    void looksAround();
    void planIsWhatIsWritten();
    void ignoringAddsWhatIsMissing();
    void ledgerAndTrustAreNotCommitted();
    void nothingIsTakenOver_data();
    void nothingIsTakenOver();
    void refusedSignatureLeavesNothing();
    void stopLeavesNothing();
    void changedSettingsAreAConflict();
    void claimOfADeadProcess();
    void twoProcessesAtOnce();

private:
    FoundingWish wish(const QString &folder);
    base::Result<Founded> begin(const FoundingWish &wish, std::stop_token stop = {});

    Workbench m_bench;
};

FoundingWish TestFirstSteps::wish(const QString &folder)
{
    FoundingWish wish;
    wish.folder = m_bench.path(folder);
    wish.underPolicy = {{u"production"_s, {}}};
    wish.policy = review::PolicyTemplate::Alone;
    wish.person = u"ada"_s;
    wish.key = m_bench.person(u"ada"_s).key;
    return wish;
}

base::Result<Founded> TestFirstSteps::begin(const FoundingWish &wish, std::stop_token stop)
{
    CS_TRY(plan, planFounding(wish));
    review::SigningOptions signing;
    signing.mayAsk = false;
    return found(plan, signing, m_bench.client(), {}, stop);
}

void TestFirstSteps::settingsKeepWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("keys only") << QByteArray("workspace = 1\nname = \"shop\"\n");
    QTest::newRow("no newline at the end") << QByteArray("workspace = 1");
    QTest::newRow("a table first") << QByteArray("[environment.\"a b\"]\nurl = \"sqlite:a.db\"\n");
    QTest::newRow("tables and comments") << QByteArray(
        "# ours\nworkspace = 1\n\n# the one\n[environment.production]\nurl = \"sqlite:p.db\"\nclass = \"production\"\n"
        "\n[signer]\nperson = \"old\"\nkey = \"/nowhere\"\n# rules\n[checks]\nfail_on = \"error\"\n");
}

void TestFirstSteps::settingsKeepWhatIsThere()
{
    QFETCH(const QByteArray, before);
    FoundingWish asked = wish(u"settings"_s);
    asked.migrations = m_bench.path(u"settings/db/migrations"_s);
    Environment staging;
    staging.name = u"stage 2"_s;
    staging.urlText = u"sqlite:s.db"_s;
    staging.environmentClass = EnvironmentClass::Staging;
    asked.environments = {staging};
    const QByteArray after = must(settingsWith(before.isEmpty() ? QByteArray() : before, asked));
    QVERIFY(write(m_bench.path(u"settings/countersign.toml"_s), after));
    const auto read = loadWorkspace(m_bench.path(u"settings"_s));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text() + u'\n' + QString::fromUtf8(after)));
    QCOMPARE(read->ledger, u"sqlite:"_s + m_bench.path(u"settings/countersign/ledger.sqlite"_s));
    QCOMPARE(read->person, u"ada"_s);
    QCOMPARE(read->keyFile, asked.key.file);
    QCOMPARE(read->migrations, asked.migrations);
    QVERIFY(read->find(u"stage 2"_s) != nullptr);
    for (const QByteArray &line : before.split('\n')) {
        QVERIFY2(line.contains("old") || line.contains("nowhere") || after.contains(line), line);
    }
    QCOMPARE(after.count("[signer]"), 1);
}

void TestFirstSteps::settingsThatNameALedger()
{
    for (const QByteArray line : {"ledger = \"pg:team\"\n", "  policy=\"p.toml\"\n", "\"trust\" = \"t\"\n"}) {
        const auto refused = settingsWith("workspace = 1\n" + line, wish(u"named"_s));
        QVERIFY2(!refused && refused.error().kind == base::ErrorKind::Conflict, line);
    }
    QVERIFY(settingsWith("workspace = 1\nname = \"the ledger = x\"\n", wish(u"named"_s)));
}

void TestFirstSteps::colleaguesByLine()
{
    const QString bo = m_bench.person(u"bo"_s).key.key.line();
    const QString cy = m_bench.person(u"cy"_s).key.key.line();
    const auto people = must(parseColleagues(u"# the others\n\nbo "_s + bo + u"\n"_s + cy + u" Cy@host.example\n"_s));
    QCOMPARE(people.size(), 2);
    QCOMPARE(people.at(0).id, u"bo"_s);
    QCOMPARE(people.at(0).key, bo);
    QCOMPARE(people.at(1).id, u"cy"_s);
    QVERIFY(parseColleagues(u"bo ssh-ed25519 rubbish"_s).error().message.startsWith(u"line 1"_s));
    QVERIFY(parseColleagues(u"\n"_s + cy).error().message.contains(u"Line 2"_s));
    FoundingWish asked = wish(u"same"_s);
    asked.colleagues = {{u"bo"_s, {}, asked.key.key.line()}};
    QCOMPARE(planFounding(asked).error().kind, base::ErrorKind::Usage);
}

void TestFirstSteps::looksAround()
{
    const QString folder = m_bench.path(u"around"_s);
    QVERIFY(write(folder + u"/db/migrations/V1__a.sql"_s, "SELECT 1;\n"));
    review::SigningOptions signing;
    signing.agentSocket = u""_s;
    signing.keyFolder = m_bench.path(u"keys at hand"_s);
    QVERIFY(QDir().mkpath(signing.keyFolder));
    const Beginnings empty = must(lookAround(folder, signing));
    QVERIFY(empty.keys.isEmpty() && !empty.workspace);
    QCOMPARE(empty.migrations, folder + u"/db/migrations"_s);
    QVERIFY(review::makeKey(empty.newKeyFile, u"ada@desk"_s, false));
    const Beginnings one = must(lookAround(folder, signing));
    QCOMPARE(one.keys.size(), 1);
    QCOMPARE(one.keys.constFirst().comment, u"ada@desk"_s);
    QVERIFY(one.newKeyFile != empty.newKeyFile);
    QVERIFY(write(folder + u"/countersign.toml"_s, "workspace = 1\nnonsense = 2\n"));
    QCOMPARE(lookAround(folder, signing).error().kind, base::ErrorKind::Usage);
}

void TestFirstSteps::planIsWhatIsWritten()
{
    FoundingWish asked = wish(u"new/deep"_s);
    const FoundingPlan plan = must(planFounding(asked));
    QVERIFY(!QFileInfo::exists(asked.folder));
    review::SigningOptions signing;
    signing.mayAsk = false;
    const Founded founded = must(found(plan, signing, m_bench.client(), {}, {}));
    for (const PlannedFile &file : plan.files) {
        QVERIFY2(QFileInfo::exists(file.path), qPrintable(file.path));
        QVERIFY2(file.knownOnlyThen || bytesOf(file.path) == file.bytes, qPrintable(file.path));
    }
    QCOMPARE(QDir(asked.folder + u"/countersign"_s).entryList(QDir::Files | QDir::Hidden, QDir::Name),
             QStringList({u".gitignore"_s, u"allowed_signers"_s, u"ledger.sqlite"_s, u"ledger.sqlite-queue"_s,
                          u"policy.toml"_s, u"trust.toml"_s}));
    const auto verified = must(review::verifyLedger(founded.locator, m_bench.client(), true));
    QCOMPARE(verified.events, 2);
    QVERIFY(verified.bad.isEmpty());
    QCOMPARE(planFounding(asked).error().kind, base::ErrorKind::Conflict);
}

void TestFirstSteps::ignoringAddsWhatIsMissing()
{
    const QByteArray fresh = ignoringWith({});
    QVERIFY(fresh.endsWith("/ledger.sqlite*\n/trust.toml\n/.founding\n"));
    QCOMPARE(ignoringWith(fresh), fresh);
    QVERIFY(ignoringWith("notes.txt").startsWith("notes.txt\n# Countersign"));
    const QByteArray undone = fresh + "!trust.toml\n";
    QVERIFY(ignoringWith(undone).startsWith(undone) && ignoringWith(undone).endsWith("/.founding\n"));
}

void TestFirstSteps::ledgerAndTrustAreNotCommitted()
{
    const FoundingWish asked = wish(u"committed"_s);
    const auto git = [&](const QStringList &arguments) {
        QProcess process;
        process.start(u"git"_s, QStringList{u"-C"_s, asked.folder} + arguments);
        return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    };
    const QString ignored = asked.folder + u"/countersign/.gitignore"_s;
    QVERIFY(write(ignored, "notes.txt\n!*.toml"));
    if (git({u"init"_s}).isEmpty()) {
        QSKIP("git is not installed: what it would commit cannot be asked");
    }
    QVERIFY(found(must(planFounding(asked)), {}, m_bench.client(), {}, {}));
    QVERIFY(bytesOf(ignored).startsWith("notes.txt\n!*.toml\n"));
    QVERIFY(write(asked.folder + u"/countersign/ledger.sqlite-journal"_s, "x"));
    git({u"add"_s, u"--all"_s});
    QCOMPARE(git({u"ls-files"_s}), QByteArray("countersign.toml\ncountersign/.gitignore\ncountersign/allowed_signers\n"
                                              "countersign/policy.toml\n"));
    // Of a link nobody knows what else it would change.
    const FoundingWish linked = wish(u"linked"_s);
    QVERIFY(write(linked.folder + u"/countersign/notes"_s, "mine\n"));
    QVERIFY(QFile::link(linked.folder + u"/countersign/notes"_s, linked.folder + u"/countersign/.gitignore"_s));
    QCOMPARE(planFounding(linked).error().kind, base::ErrorKind::Conflict);
    QCOMPARE(bytesOf(linked.folder + u"/countersign/notes"_s), QByteArray("mine\n"));
}

void TestFirstSteps::nothingIsTakenOver_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"policy.toml", "allowed_signers", "ledger.sqlite", "trust.toml"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestFirstSteps::nothingIsTakenOver()
{
    QFETCH(const QString, name);
    const FoundingWish asked = wish(u"taken-"_s + name);
    const FoundingPlan plan = must(planFounding(asked));
    // It appears between the look and the deed.
    const QString path = asked.folder + u"/countersign/"_s + name;
    QVERIFY(write(path, "theirs"));
    const auto refused = found(plan, {}, m_bench.client(), {}, {});
    QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
    QCOMPARE(bytesOf(path), QByteArray("theirs"));
    QCOMPARE(QDir(asked.folder + u"/countersign"_s).entryList(QDir::Files | QDir::Hidden), QStringList({name}));
    QVERIFY(!QFileInfo::exists(asked.folder + u"/countersign.toml"_s));
}

void TestFirstSteps::refusedSignatureLeavesNothing()
{
    const QString locked = m_bench.path(u"locked"_s);
    QCOMPARE(
        QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u"secret"_s, u"-f"_s, locked}), 0);
    FoundingWish asked = wish(u"refused"_s);
    asked.key = must(review::keyFromFile(locked));
    QCOMPARE(begin(asked).error().kind, base::ErrorKind::NotAllowed);
    QVERIFY(!QFileInfo::exists(asked.folder));
    // A folder that was there stays as it was.
    asked = wish(u"refused too"_s);
    asked.key = must(review::keyFromFile(locked));
    QVERIFY(write(asked.folder + u"/countersign.toml"_s, "workspace = 1\n"));
    QVERIFY(!begin(asked));
    QCOMPARE(bytesOf(asked.folder + u"/countersign.toml"_s), QByteArray("workspace = 1\n"));
    QCOMPARE(QDir(asked.folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({u"countersign.toml"_s}));
}

void TestFirstSteps::stopLeavesNothing()
{
    std::stop_source source;
    source.request_stop();
    const FoundingWish asked = wish(u"stopped"_s);
    QCOMPARE(begin(asked, source.get_token()).error().kind, base::ErrorKind::Cancelled);
    QVERIFY(!QFileInfo::exists(asked.folder));
    QVERIFY(begin(asked));
}

void TestFirstSteps::changedSettingsAreAConflict()
{
    const FoundingWish asked = wish(u"changed"_s);
    const FoundingPlan plan = must(planFounding(asked));
    QVERIFY(write(asked.folder + u"/countersign.toml"_s, "workspace = 1\n"));
    QCOMPARE(found(plan, {}, m_bench.client(), {}, {}).error().kind, base::ErrorKind::Conflict);
    QCOMPARE(bytesOf(asked.folder + u"/countersign.toml"_s), QByteArray("workspace = 1\n"));
    QVERIFY(!QFileInfo::exists(asked.folder + u"/countersign"_s));
}

void TestFirstSteps::claimOfADeadProcess()
{
    const FoundingWish asked = wish(u"dead"_s);
    const QString claim = asked.folder + u"/countersign/.founding"_s;
    QVERIFY(QDir().mkpath(asked.folder + u"/countersign"_s));
    QLockFile alive(claim);
    QVERIFY(alive.tryLock());
    QCOMPARE(begin(asked).error().kind, base::ErrorKind::Conflict);
    const QByteArray held = bytesOf(claim);
    alive.unlock();
    QProcess gone;
    gone.start(u"true"_s);
    const QByteArray pid = QByteArray::number(gone.processId());
    QVERIFY(gone.waitForFinished());
    QVERIFY(write(claim, pid + held.sliced(held.indexOf('\n'))));
    const auto founded = begin(asked);
    QVERIFY2(founded, founded ? "" : qPrintable(founded.error().text()));
    QVERIFY(!QFileInfo::exists(claim));
}

void TestFirstSteps::twoProcessesAtOnce()
{
    constexpr int rounds = 12;
    constexpr std::size_t racers = 3;
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench.path(u"racing"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    const auto start = [&](QProcess &process, const QString &folder, const QStringList &arguments) {
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.start(program, arguments);
    };
    for (int i = 0; i < rounds; ++i) {
        const QString folder = m_bench.path(u"race-%1"_s.arg(i));
        QVERIFY(QDir().mkpath(folder));
        const QStringList people{u"ada"_s, u"bo"_s, u"cy"_s};
        std::array<QProcess, racers> processes;
        for (std::size_t n = 0; n < racers; ++n) {
            const QString person = people.at(qsizetype(n));
            start(processes[n], folder,
                  {u"review"_s, u"init"_s, u"--template"_s, u"alone"_s, u"--no-input"_s, u"--as"_s, person, u"--key"_s,
                   m_bench.person(person).key.file});
        }
        QString winner;
        for (std::size_t n = 0; n < racers; ++n) {
            QVERIFY(processes[n].waitForFinished(60000));
            if (processes[n].exitCode() == 0) {
                QVERIFY2(winner.isEmpty(), "two have won");
                winner = people.at(qsizetype(n));
            } else {
                QVERIFY2(processes[n].exitCode() == 5, processes[n].readAllStandardError());
            }
        }
        QVERIFY2(!winner.isEmpty(), "nobody has won");
        const Workspace workspace = must(loadWorkspace(folder));
        QCOMPARE(workspace.person, winner);
        QVERIFY(bytesOf(workspace.signersFile).contains(winner.toUtf8() + ' '));
        QProcess verify;
        start(verify, folder, {u"ledger"_s, u"verify"_s, u"--full"_s});
        QVERIFY(verify.waitForFinished(60000));
        QVERIFY2(verify.exitCode() == 0, verify.readAllStandardError());
        QVERIFY(QFileInfo::exists(workspace.trustFile));
    }
}

QTEST_GUILESS_MAIN(TestFirstSteps)

#include "tst_firststeps.moc"
