#include "acceptance/countingproxy.h"
#include "engine/engine.h"
#include "support/servers.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

/// A database at the other end of a slow line is read in a few turns of question and answer, however many objects it
/// has: connecting, guards, identity and reading together.
class TestRoundTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void few_data()
    {
        QTest::addColumn<schema::EngineKind>("engine");
        QTest::addColumn<int>("tables");
        QTest::newRow("postgresql, 3 tables") << schema::EngineKind::PostgreSql << 3;
        QTest::newRow("postgresql, 800 tables") << schema::EngineKind::PostgreSql << 800;
        QTest::newRow("mariadb, 3 tables") << schema::EngineKind::MariaDb << 3;
        QTest::newRow("mariadb, 800 tables") << schema::EngineKind::MariaDb << 800;
    }
    void few()
    {
        QFETCH(const schema::EngineKind, engine);
        QFETCH(const int, tables);
        const auto server = TestServers::of(engine);
        if (!server) {
            QSKIP(qPrintable(u"no server: "_s + server.error().text()));
        }
        const auto database = TestDatabase::create(engine, u"far_away"_s);
        CS_REQUIRE(database);
        CS_REQUIRE(database->execute(schemaOf(engine, tables)));
        const QTemporaryDir folder;
        const bool postgresql = engine == schema::EngineKind::PostgreSql;
        const QString socket = postgresql ? u"/.s.PGSQL.5432"_s : u"/far.sock"_s;
        const acceptance::CountingProxy proxy(folder.path() + socket,
                                              postgresql ? server->folder + socket : server->socket);
        QVERIFY(proxy.isListening());
        db::ConnectionUrl url = database->url();
        if (postgresql) {
            url.host = folder.path();
        } else {
            url.options.insert(u"socket"_s, folder.path() + socket);
        }
        int roundTrips = 0;
        {
            const auto session = db::openSession(url, {}, {});
            CS_REQUIRE(session);
            const engine::Engine &product = engine::engineFor((*session)->engine());
            CS_REQUIRE(product.identity(**session, {}));
            const auto schema = product.read(**session, {}, {}, {});
            CS_REQUIRE(schema);
            roundTrips = proxy.roundTrips(); // not the farewell, for which nobody waits
            QCOMPARE(std::ranges::count_if(
                         schema->objects,
                         [](const schema::Object &object) { return std::holds_alternative<schema::Table>(object); }),
                     tables);
        }
        qInfo("%d round trips", roundTrips);
        QVERIFY2(roundTrips <= 10, qPrintable(u"%1 round trips"_s.arg(roundTrips)));
    }

private:
    static QString schemaOf(schema::EngineKind engine, int tables)
    {
        QString sql = u"BEGIN;\n"_s;
        for (int i = 0; i < tables; ++i) {
            sql += u"CREATE TABLE t%1 (id int PRIMARY KEY, name varchar(20) DEFAULT 'a', CHECK (id > 0));\n"_s.arg(i);
        }
        sql += u"CREATE VIEW v AS SELECT id FROM t0;\n"_s;
        if (engine == schema::EngineKind::PostgreSql) { // one of the rare kinds, which are asked for by themselves
            sql += u"CREATE COLLATION c (provider = icu, locale = 'de');\n"_s;
        }
        return sql + u"COMMIT;\n"_s;
    }
};

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
