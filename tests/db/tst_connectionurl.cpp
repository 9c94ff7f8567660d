#include "db/connectionurl.h"
#include "db/keyring.h"
#include "db/tunnel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

class TestConnectionUrl : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("database");
        QTest::newRow("postgresql") << u"postgresql://ada:s3cret@db.example:5433/shop%20eu?sslmode=verify-full"_s
                                    << u"postgresql://ada@db.example:5433/shop%20eu?sslmode=verify-full"_s
                                    << u"shop eu"_s;
        QTest::newRow("service") << u"postgresql:///?service=prod"_s << u"postgresql:///?service=prod"_s << u""_s;
        QTest::newRow("socket as libpq encodes it") << u"postgresql://me:p%40ss@%2Frun%2Fpg:5433/shop"_s
                                                    << u"postgresql://me@/shop?host=/run/pg&port=5433"_s << u"shop"_s;
        QTest::newRow("socket") << u"postgresql:///shop?host=/run/pg&user=me&port=5433"_s
                                << u"postgresql://me@/shop?host=/run/pg&port=5433"_s << u"shop"_s;
        QTest::newRow("mysql socket") << u"mysql:///shop?socket=/run/my.sock&user=root&password=s3cret"_s
                                      << u"mysql://root@/shop?socket=/run/my.sock"_s << u"shop"_s;
        QTest::newRow("mariadb") << u"mariadb://me@h/shop"_s << u"mariadb://me@h/shop"_s << u"shop"_s;
        QTest::newRow("sqlite relative") << u"sqlite:a/b.db"_s << u"sqlite:/base/a/b.db"_s << u"/base/a/b.db"_s;
        QTest::newRow("sqlite absolute") << u"sqlite:///abs/b%23.db"_s << u"sqlite:/abs/b#.db"_s << u"/abs/b#.db"_s;
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QFETCH(QString, database);
        const auto url = db::parseConnectionUrl(text, u"/base"_s);
        QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
        QCOMPARE(url->display(), shown);
        QCOMPARE(url->database, database);
        QVERIFY(!url->display().contains(u"s3cret"_s));
    }

    void areReadAsTheyWereWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("server") << u"postgresql://me@db.example.com:6432/shop?sslmode=verify-full"_s;
        QTest::newRow("ipv6") << u"postgresql://me@[::1]:5432/shop"_s;
        QTest::newRow("service") << u"postgresql:///?service=shop-prod"_s;
        QTest::newRow("socket") << u"postgresql:///shop?host=/run/postgresql&port=5433&user=me"_s;
        QTest::newRow("mysql socket") << u"mysql:///shop?socket=/run/mysqld/mysqld.sock&user=me"_s;
        QTest::newRow("ssh") << u"mariadb://me@db/shop?keyring=yes&ssh=ops@bastion:2222"_s;
        QTest::newRow("odd names") << u"mysql://us%40er%3A@host/sh%2Fo%3Fp%23"_s;
        QTest::newRow("file") << u"sqlite:folder/a%25b%23c.db"_s;
    }
    void areReadAsTheyWereWritten()
    {
        QFETCH(QString, text);
        const auto url = db::parseConnectionUrl(text);
        QVERIFY(url.has_value());
        const auto again = db::parseConnectionUrl(db::composeUrl(*url));
        QVERIFY2(again.has_value(), qPrintable(db::composeUrl(*url)));
        QCOMPARE(*again, *url);
        db::ConnectionUrl secret = *url;
        secret.password = u"s3cret"_s;
        QVERIFY(!db::composeUrl(secret).contains(u"s3cret"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("scheme") << u"oracle://u:s3cret@h/x"_s;
        QTest::newRow("no database") << u"mysql://u:s3cret@h"_s;
        QTest::newRow("no file") << u"sqlite:"_s;
        QTest::newRow("bad port") << u"postgresql://u:s3cret@h:99x/d"_s;
        QTest::newRow("empty") << u""_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto url = db::parseConnectionUrl(text);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, base::ErrorKind::Usage);
        QVERIFY(!url.error().text().contains(u"s3cret"_s));
    }

    void noServerGetsThePasswordOfAnother()
    {
        QSet<QString> keys;
        const QStringList servers{
            u"postgresql:///?service=shop-prod"_s,        u"postgresql:///?service=shop-stage"_s,
            u"postgresql:///shop?host=/run/a&user=me"_s,  u"postgresql:///shop?host=/run/b&user=me"_s,
            u"postgresql:///shop?host=/run/b&user=you"_s, u"mysql:///shop?socket=/run/a.sock"_s,
            u"mysql:///shop?socket=/run/b.sock"_s,        u"mysql://me@localhost/shop?ssh=a.example"_s,
            u"mysql://me@localhost/shop?ssh=b.example"_s,
        };
        for (const QString &text : servers) {
            const auto url = db::parseConnectionUrl(text);
            QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
            keys.insert(db::keyringKey(*url));
        }
        QCOMPARE(keys.size(), servers.size());
        const auto plain = db::parseConnectionUrl(u"postgresql://me@db.example/shop?keyring=yes"_s);
        const auto strict = db::parseConnectionUrl(u"postgresql://me:s3cret@db.example/shop?sslmode=verify-full"_s);
        QVERIFY(plain && strict);
        QCOMPARE(db::keyringKey(*plain), db::keyringKey(*strict));
        QVERIFY(!db::keyringKey(*strict).contains(u"s3cret"_s));
    }

    void aTunnelNeverDropsTheTlsThatWasAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("require") << u"postgresql://me@db.example/shop?sslmode=require&ssh=jump.invalid"_s;
        QTest::newRow("verify-full") << u"postgresql://me@db.example/shop?sslmode=verify-full&ssh=jump.invalid"_s;
        QTest::newRow("MariaDB verify-full") << u"mariadb://me@db.example/shop?ssl-mode=verify-full&ssh=jump.invalid"_s;
        QTest::newRow("an option for ssh") << u"postgresql://me@db.example/shop?ssh=-oProxyCommand"_s;
    }
    void aTunnelNeverDropsTheTlsThatWasAskedFor()
    {
        QFETCH(QString, text);
        const auto url = db::parseConnectionUrl(text);
        QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
        const auto way = db::openTunnel(*url, std::chrono::seconds(5), {});
        QVERIFY(!way);
        QCOMPARE(way.error().kind, base::ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestConnectionUrl)
#include "tst_connectionurl.moc"
