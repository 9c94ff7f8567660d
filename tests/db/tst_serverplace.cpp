#include "db/privateserver.h"
#include "db/serverplace.h"
#include "db/session.h"

#include <QDir>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

class TestServerPlace : public QObject
{
    Q_OBJECT

private slots:
    void plentyOfMemory_data()
    {
        QTest::addColumn<QByteArray>("memoryInfo");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<bool>("plenty");
        const QByteArray much(
            "MemTotal:       24684000 kB\nMemFree:        16300000 kB\nMemAvailable:   23394000 kB\n");
        const QByteArray little(
            "MemTotal:        3900000 kB\nMemFree:         2300000 kB\nMemAvailable:    3100000 kB\n");
        QTest::newRow("much") << much << QByteArray() << true;
        QTest::newRow("much, no limit") << much << QByteArray("max\n") << true;
        QTest::newRow("much, but a small container") << much << QByteArray("2147483648\n") << false;
        QTest::newRow("much, and a large container") << much << QByteArray("17179869184\n") << true;
        QTest::newRow("little") << little << QByteArray() << false;
        QTest::newRow("unknown") << QByteArray() << QByteArray() << false;
    }

    void plentyOfMemory()
    {
        QFETCH(const QByteArray, memoryInfo);
        QFETCH(const QByteArray, limit);
        QTEST(db::isPlentyOfMemory(memoryInfo, limit), "plenty");
    }

    void roomIsToldOrUnknown()
    {
        const auto room = db::roomLeft(QDir::tempPath());
        QVERIFY(room && *room > 0);
        QVERIFY(!db::roomLeft(u"/no/such/folder"_s));
    }

    void aTemporaryFolderThatWasNamedIsTaken()
    {
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/tmp");
        const QStringList named = db::serverParents();
        qunsetenv("TMPDIR");
        const QStringList free = db::serverParents();
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QCOMPARE(named.size(), 1);
        QVERIFY2(named.constFirst().startsWith(u"/tmp/countersign-"_s), qPrintable(named.constFirst()));
        QVERIFY(free.contains(named.constFirst())); // what was left there is found again
    }

    void theWallStandsWhereverTheFolderIs_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("parent");
        for (const QString &engine : {u"postgresql"_s, u"mariadb"_s}) {
            for (const QString &parent : db::serverParents()) {
                QTest::addRow("%s %s", qPrintable(engine), qPrintable(parent)) << engine << parent;
            }
        }
    }

    void theWallStandsWhereverTheFolderIs()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, parent);
        const auto server =
            db::PrivateServer::start(*schema::engineFromName(engine), {.parentFolder = parent, .walled = true});
        QVERIFY2(server.has_value(), server ? "" : qPrintable(server.error().text()));
        if (!server->isWalled()) {
            QSKIP("bwrap is missing or not allowed here: nothing is walled");
        }
        QVERIFY(server->folder().startsWith(parent + u'/'));
        const auto session = db::openSession(server->url(), {}, {});
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().text()));
    }
};

QTEST_GUILESS_MAIN(TestServerPlace)
#include "tst_serverplace.moc"
