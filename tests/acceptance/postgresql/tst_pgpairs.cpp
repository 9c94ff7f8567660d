// Every pair of the corpus, both ways: our script runs in psql, and pg_dump judges the result. COUNTERSIGN_PG_SHARD=i/n
// runs the i-th of n parts; COUNTERSIGN_PG_CASES is a wildcard over the names of cases.

#include "acceptance/postgresql/dumps.h"
#include "engine/engine.h"
#include "plan/plan.h"
#include "support/servers.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using acceptance::differenceOf;
using acceptance::statementsOf;

namespace {

base::Result<schema::Schema> readSchema(const TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::engineFor(schema::EngineKind::PostgreSql).read(*session, {}, {}, {});
}

QString described(const diff::Comparison &comparison)
{
    QString out;
    for (const diff::Difference &difference : comparison.differences) {
        out += u"\n  "_s + diff::nameOf(difference.change) + u' ' + schema::nameOf(difference.id.kind) + u' ' + difference.id.path();
        for (const diff::Property &property : difference.properties) {
            out += u"\n     "_s + property.name + u": "_s + property.from + u" -> "_s + property.to;
        }
    }
    return out;
}

} // namespace

class TestPgPairs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        CS_NEEDS_SHARED();
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
    }

    void converges_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir pairs(sharedFolder() + u"/corpus/pairs/pg"_s);
        const QString shard = qEnvironmentVariable("COUNTERSIGN_PG_SHARD", u"0/1"_s);
        const int part = shard.section(u'/', 0, 0).toInt();
        const int parts = shard.section(u'/', 1, 1).toInt();
        const QString pattern = qEnvironmentVariable("COUNTERSIGN_PG_CASES", u"*"_s);
        int number = 0;
        for (const QString &name : pairs.entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (number++ % parts == part) {
                QTest::newRow(qPrintable(name)) << pairs.filePath(name);
            }
        }
    }

    void converges()
    {
        QFETCH(QString, folder);
        QFile file(folder + u"/meta.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject meta = QJsonDocument::fromJson(file.readAll()).object();
        auto a = TestDatabase::create(schema::EngineKind::PostgreSql, u"pa"_s);
        CS_REQUIRE(a);
        auto b = TestDatabase::create(schema::EngineKind::PostgreSql, u"pb"_s);
        CS_REQUIRE(b);
        for (const auto &role : meta.value(u"roles"_s).toArray()) {
            const QString name = role.toString();
            CS_REQUIRE(a->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') THEN "
                                  "CREATE ROLE \"%1\"; END IF; END $$"_s.arg(name)));
        }
        CS_REQUIRE(a->load(folder + u"/a.sql"_s));
        CS_REQUIRE(b->load(folder + u"/b.sql"_s));
        const auto dumpA = a->dump();
        const auto dumpB = b->dump();
        CS_REQUIRE(dumpA);
        CS_REQUIRE(dumpB);
        const QStringList wantA = statementsOf(*dumpA);
        const QStringList wantB = statementsOf(*dumpB);
        const auto schemaA = readSchema(*a);
        const auto schemaB = readSchema(*b);
        CS_REQUIRE(schemaA);
        CS_REQUIRE(schemaB);
        const plan::Plan plan = plan::makePlan(*schemaA, *schemaB, {});
        // pg_dump does not tell versions of extensions; who made the corpus looked at them too.
        if (wantA == wantB && !meta.value(u"differs_exact"_s).toBool()) {
            QVERIFY2(plan.comparison.identical(), qPrintable(u"noise:"_s + described(plan.comparison)));
        } else if (wantA != wantB) {
            QVERIFY2(!plan.comparison.identical(), qPrintable(u"missed:"_s + differenceOf(wantA, wantB)));
        }
        const QString forward = plan::script(plan.forward, schema::EngineKind::PostgreSql);
        const QString back = plan::script(plan.rollback, schema::EngineKind::PostgreSql);
        check(*a, forward, wantB, *schemaB, u"forward"_s, plan.comparison);
        if (!QTest::currentTestFailed()) {
            check(*a, back, wantA, *schemaA, u"back"_s, plan.comparison);
        }
    }

private:
    static void check(const TestDatabase &database, const QString &script, const QStringList &wanted,
                      const schema::Schema &target, const QString &direction, const diff::Comparison &comparison)
    {
        if (!script.isEmpty()) {
            const auto ran = database.execute(script);
            QVERIFY2(ran.has_value(), qPrintable(direction + u" does not run: "_s + QString::fromUtf8(errorText(ran)) +
                                                 u"\n"_s + script + described(comparison)));
        }
        const auto dump = database.dump();
        CS_REQUIRE(dump);
        const QStringList result = statementsOf(*dump);
        QVERIFY2(result == wanted, qPrintable(direction + u" does not converge:"_s + differenceOf(result, wanted) + u'\n' +
                                              script + described(comparison)));
        const auto after = readSchema(database);
        CS_REQUIRE(after);
        const diff::Comparison rest = diff::compare(*after, target, {});
        QVERIFY2(rest.identical(), qPrintable(direction + u" leaves:"_s + described(rest)));
    }
};

QTEST_GUILESS_MAIN(TestPgPairs)
#include "tst_pgpairs.moc"
