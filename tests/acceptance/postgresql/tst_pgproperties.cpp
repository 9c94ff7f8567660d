// Made-up databases: a restored copy is silent, and the way to a neighbour and back arrives.
// COUNTERSIGN_PG_SEEDS=first:count runs others or more of them.

#include "acceptance/postgresql/generator.h"
#include "acceptance/postgresql/roundtrip.h"

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using acceptance::GeneratedDatabase;

class TestPgProperties : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
        m_major = server->majorVersion();
    }

    void arrives_data()
    {
        QTest::addColumn<quint32>("seed");
        const QString seeds = qEnvironmentVariable("COUNTERSIGN_PG_SEEDS", u"1:8"_s);
        const quint32 first = seeds.section(u':', 0, 0).toUInt();
        for (quint32 i = 0; i < seeds.section(u':', 1, 1).toUInt(); ++i) {
            QTest::addRow("seed %u", first + i) << first + i;
        }
    }

    void arrives()
    {
        QFETCH(quint32, seed);
        GeneratedDatabase one(seed);
        const QString sqlOne = one.sql(m_major);
        // From one decision taken anew, where a failure is easy to read, up to many at once.
        GeneratedDatabase other = GeneratedDatabase::neighbour(one, seed, 1 << (seed % 6));
        const QString problem = problemOf(sqlOne, other.sql(m_major), seed % 4 == 0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem + u"\nchanged: "_s + other.changed().join(u", ")));
    }

    /// An explicit cast would cut the text and say nothing; the plan has to be refused by the data.
    void aNarrowerTypeNeverCuts()
    {
        auto a = TestDatabase::create(schema::EngineKind::PostgreSql, u"na"_s);
        CS_REQUIRE(a);
        auto b = TestDatabase::create(schema::EngineKind::PostgreSql, u"nb"_s);
        CS_REQUIRE(b);
        CS_REQUIRE(
            a->execute(u"CREATE TABLE t (c varchar(20), n bigint); INSERT INTO t VALUES ('longer than five', 7)"_s));
        CS_REQUIRE(b->execute(u"CREATE TABLE t (c varchar(5), n integer)"_s));
        const auto from = acceptance::readSchema(*a);
        CS_REQUIRE(from);
        const auto to = acceptance::readSchema(*b);
        CS_REQUIRE(to);
        const QString script = plan::script(plan::makePlan(*from, *to, {}).forward, schema::EngineKind::PostgreSql);
        const auto refused = a->execute(script);
        QVERIFY2(!refused && refused.error().message.contains(u"too long"_s), qPrintable(script));
        const auto kept = a->query(u"SELECT c FROM t"_s);
        CS_REQUIRE(kept);
        QCOMPARE(*kept, u"longer than five"_s);
    }

private:
    int m_major = 0;

    static QString problemOf(const QString &sqlA, const QString &sqlB, bool restored)
    {
        auto a = TestDatabase::create(schema::EngineKind::PostgreSql, u"ga"_s);
        CS_OR_PROBLEM(a);
        auto b = TestDatabase::create(schema::EngineKind::PostgreSql, u"gb"_s);
        CS_OR_PROBLEM(b);
        for (const QString &role : GeneratedDatabase::roles()) {
            CS_OR_PROBLEM(a->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') THEN "
                                     "CREATE ROLE \"%1\"; END IF; END $$"_s.arg(role)));
        }
        CS_OR_PROBLEM(a->execute(sqlA));
        CS_OR_PROBLEM(b->execute(sqlB));
        if (restored) {
            const QString noise = restoredNoise(*a);
            if (!noise.isEmpty()) {
                return noise;
            }
        }
        return acceptance::roundTripProblem(*a, *b);
    }

    static QString restoredNoise(const TestDatabase &a)
    {
        auto copy = TestDatabase::create(schema::EngineKind::PostgreSql, u"gc"_s);
        CS_OR_PROBLEM(copy);
        const auto dump = a.dump();
        CS_OR_PROBLEM(dump);
        CS_OR_PROBLEM(copy->execute(*dump));
        const auto original = acceptance::readSchema(a);
        CS_OR_PROBLEM(original);
        const auto restored = acceptance::readSchema(*copy);
        CS_OR_PROBLEM(restored);
        const diff::Comparison comparison = diff::compare(*original, *restored, {});
        return comparison.identical() ? QString() : u"a restored copy differs:"_s + acceptance::described(comparison);
    }
};

QTEST_GUILESS_MAIN(TestPgProperties)
#include "tst_pgproperties.moc"
