#include "app/workspace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

base::Result<app::Workspace> load(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"countersign.toml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        return base::Fail(base::defect(u"the test could not write its file"_s));
    }
    file.close();
    return app::loadWorkspace(folder.path());
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void readsEverySetting()
    {
        const QTemporaryDir folder;
        const auto workspace = load(folder, "workspace = 1\n"
                                            "name = \"Shop\"\n"
                                            "migrations = \"migrations\"\n"
                                            "ledger = \"sqlite:ledger.sqlite\"\n"
                                            "policy = \"countersign/policy.toml\"\n"
                                            "[signer]\n"
                                            "person = \"ada\"\n"
                                            "[environment.staging]\n"
                                            "url = \"postgresql://ada@db/shop?sslmode=require\"\n"
                                            "class = \"staging\"\n"
                                            "[environment.production]\n"
                                            "url = \"sqlite:data/shop.db\"\n"
                                            "class = \"production\"\n"
                                            "[checks]\n"
                                            "disabled = [\"name-style\"]\n"
                                            "fail_on = \"warning\"\n"
                                            "[checks.severity]\n"
                                            "char-padding = \"info\"\n"
                                            "[[profile]]\n"
                                            "name = \"quiet\"\n"
                                            "ignore = [\"owner\"]\n"
                                            "[profile.map]\n"
                                            "app = \"app_staging\"\n"
                                            "[[workload]]\n"
                                            "name = \"app 4.1\"\n"
                                            "file = \"app.sql\"\n");
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().text()));
        QCOMPARE(workspace->name, u"Shop"_s);
        QCOMPARE(workspace->migrations, folder.filePath(u"migrations"_s));
        QCOMPARE(workspace->ledger, u"sqlite:"_s + folder.filePath(u"ledger.sqlite"_s));
        QCOMPARE(workspace->environments.front().name, u"production"_s);
        QCOMPARE(workspace->production()->url.database, folder.filePath(u"data/shop.db"_s));
        QCOMPARE(workspace->staging()->url.options.value(u"sslmode"_s), u"require"_s);
        QCOMPARE(workspace->checks.failOn, checks::Severity::Warning);
        QVERIFY(workspace->checks.disabled.contains(u"name-style"_s));
        QCOMPARE(workspace->profiles.front().options.schemaMapping.at(u"app"_s), u"app_staging"_s);
        QCOMPARE(workspace->workloads.front().file, folder.filePath(u"app.sql"_s));
        QVERIFY(workspace->warnings.isEmpty());
    }

    void mistakesNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("place");
        QTest::newRow("syntax") << QByteArray("workspace = 1\nname = \n") << u"not valid TOML"_s
                                << u"countersign.toml:2"_s;
        QTest::newRow("unknown") << QByteArray("workspace = 1\nmigratons = \"m\"\n") << u"migratons"_s
                                 << u"countersign.toml:2"_s;
        QTest::newRow("type") << QByteArray("name = 4\n") << u"text in quotes"_s << u"countersign.toml:1"_s;
        QTest::newRow("class") << QByteArray("[environment.p]\nurl = \"sqlite:x\"\nclass = \"prod\"\n") << u"\"prod\""_s
                               << u"countersign.toml:3"_s;
        QTest::newRow("url") << QByteArray("[environment.p]\nurl = \"oracle://x\"\n") << u"not a database URL"_s
                             << u"countersign.toml:2"_s;
        QTest::newRow("unknown in environment") << QByteArray("[environment.p]\nurl = \"sqlite:x\"\ncolour = \"red\"\n")
                                                << u"colour"_s << u"countersign.toml:3"_s;
    }
    void mistakesNameTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QFETCH(QString, place);
        const QTemporaryDir folder;
        const auto workspace = load(folder, text);
        QVERIFY(!workspace);
        QVERIFY2(workspace.error().message.contains(message), qPrintable(workspace.error().text()));
        QVERIFY2(workspace.error().where.contains(place), qPrintable(workspace.error().text()));
    }

    void aNameSaysWhatNoClassSays()
    {
        const QTemporaryDir folder;
        const auto workspace =
            load(folder, "[environment.eu]\nurl = \"sqlite:eu.db\"\n[environment.prod-us]\nurl = \"sqlite:us.db\"\n"
                         "[environment.production]\nurl = \"sqlite:p.db\"\nclass = \"other\"\n");
        QVERIFY(workspace);
        QCOMPARE(workspace->find(u"prod-us"_s)->environmentClass, app::EnvironmentClass::Production);
        QCOMPARE(workspace->find(u"production"_s)->environmentClass, app::EnvironmentClass::Other);
        QCOMPARE(workspace->production()->name, u"prod-us"_s);
        QCOMPARE(workspace->staging()->name, u"eu"_s);
    }

    void anEnvironmentOfAFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("url");
        QTest::newRow("plain") << u"shop.db"_s << u"sqlite:shop.db"_s;
        QTest::newRow("what URLs keep for themselves") << u"a%20b #1?.db"_s << u"sqlite:a%2520b %231%3F.db"_s;
    }
    void anEnvironmentOfAFile()
    {
        QFETCH(QString, file);
        const QTemporaryDir folder;
        QFile made(folder.filePath(file));
        QVERIFY(made.open(QIODevice::WriteOnly));
        const auto environment = app::environmentFrom(u"production"_s, file, folder.path());
        QVERIFY2(environment, environment ? "" : qPrintable(environment.error().text()));
        QCOMPARE(environment->environmentClass, app::EnvironmentClass::Production);
        QTEST(environment->urlText, "url");
        QCOMPARE(environment->url.database, folder.filePath(file));
    }

    void passwordsAreWarnedAboutAndNotShown()
    {
        const QTemporaryDir folder;
        const auto workspace = load(folder, "[environment.p]\nurl = \"postgresql://ada:s3cret@db/shop\"\n");
        QVERIFY(workspace);
        QCOMPARE(workspace->warnings.size(), 1);
        QVERIFY(!workspace->warnings.front().contains(u"s3cret"_s));
        QVERIFY(!workspace->environments.front().url.display().contains(u"s3cret"_s));
        const auto broken = load(folder, "[environment.p]\nurl = \"postgres//ada:s3cret@db/shop\"\n");
        QVERIFY(!broken && !broken.error().text().contains(u"s3cret"_s));
    }

    void savingKeepsTheRest()
    {
        const QTemporaryDir folder;
        auto workspace = load(folder, "workspace = 1\nname = \"Shop\" # ours\n\n[environment.p]\nurl = "
                                      "\"sqlite:a.db\"\n\n[checks]\nfail_on = \"warning\"\n");
        QVERIFY(workspace);
        workspace->environments.front().urlText = u"sqlite:b.db"_s;
        workspace->environments.front().environmentClass = app::EnvironmentClass::Production;
        QVERIFY(app::saveEnvironments(*workspace));
        const auto again = app::loadWorkspace(folder.path());
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        QCOMPARE(again->production()->url.database, folder.filePath(u"b.db"_s));
        QCOMPARE(again->checks.failOn, checks::Severity::Warning);
    }

    void isFoundUpward()
    {
        const QTemporaryDir folder;
        QVERIFY(load(folder, "workspace = 1\n"));
        QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
        QCOMPARE(app::findWorkspaceFolder(folder.filePath(u"a/b"_s)), folder.path());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
