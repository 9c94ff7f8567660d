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
        out += u"\n  "_s + diff::nameOf(difference.change) + u' ' + schema::nameOf(difference.id.kind) + u' ' +
               difference.id.path();
        for (const diff::Property &property : difference.properties) {
            out += u"\n     "_s + property.name + u": "_s + property.from + u" -> "_s + property.to;
        }
    }
    return out;
}

/// Leaves the function with the error's text unless the expression (a Result) has a value.
#define CS_OR_PROBLEM(EXPR)                                                                                            \
    if (const auto &csResult = (EXPR); !csResult) {                                                                    \
        return csResult.error().text();                                                                                \
    }                                                                                                                  \
    static_assert(true)

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
        const QString problem = problemOf(folder);
        if (const auto known = knownProblems().constFind(QLatin1StringView(QTest::currentDataTag()));
            known != knownProblems().constEnd()) {
            QEXPECT_FAIL("", qPrintable(*known), Abort);
        }
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private:
    /// What the planner cannot do yet. A case that is mended has to leave this list, or the test fails.
    static const QHash<QString, QString> &knownProblems()
    {
        static const QHash<QString, QString> problems{
            {u"migra-dependencies"_s, u"back: cannot drop view ddd_changed because other objects depend on it"_s},
            {u"migra-extversions"_s, u"forward leaves: altered extension citext"_s},
            {u"pagila-v006-2018-02-12"_s, u"forward: relation \"payment\" already exists"_s},
            {u"pagila-v012-2020-08-22"_s,
             u"forward does not converge: only in result: ALTER INDEX public.idx_fk_staff_id ATTACH PARTITION public.payment_p2020_01_staff_id_idx"_s},
            {u"pgck-modify-function-depcy-col"_s,
             u"forward: cannot drop function f(integer,integer) because other objects depend on it"_s},
            {u"pgsd-extensions-upgrade-an-extension-implicitly-and-explicitly"_s,
             u"back: extension \"amcheck\" has no update path from version \"1.4\" to version \"1.3\""_s},
            {u"pgsd-foreign-key-constraint-alter-non-castable-type-change"_s,
             u"forward: cannot cast type bigint to timestamp without time zone"_s},
            {u"pgsd-partitioned-index-add-primary-key-to-partition-using-existin"_s,
             u"back: cannot drop inherited constraint \"foobar_1_pkey\" of relation \"foobar_1\""_s},
            {u"pgsd-partitioned-index-add-unique-constraint-to-partition-using-e"_s,
             u"back: cannot drop inherited constraint \"foobar_1_foo_id_key\" of relation \"foobar_1\""_s},
            {u"pgsd-partitioned-index-add-unique-constraint-with-existing-matchi-2"_s,
             u"forward: cannot drop index foobar_1_pkey because index foobar_foo_id_key requires it"_s},
            {u"pgsd-partitioned-index-add-unique-constraint-with-existing-matchi-3"_s,
             u"forward: cannot drop index foobar_1_pkey because index foobar_foo_id_key requires it"_s},
            {u"pgsd-partitioned-table-adding-a-partition-with-local-primary-key"_s,
             u"back: cannot drop table foobar_1 because other objects depend on it"_s},
            {u"sqldef-dependency-ordering-viewdependsonview-updatebaseviewaffectin"_s,
             u"back: cannot drop view cheap_products because other objects depend on it"_s},
            {u"sqldef-indices-createindexwithmultiplestorageparameters"_s,
             u"forward does not converge: only in result: CREATE INDEX idx_data_multi ON public.test_table USING btree (data) WITH (deduplicate_items='on',"_s},
            {u"sqldef-types-changecolumntypefromenumtodifferentenum"_s,
             u"forward: cannot cast type old_status to new_status"_s},
            {u"sqldef-types-renameenumtypewithschemaqualifiedcolumn"_s,
             u"forward: cannot cast type myschema.item_state to myschema.item_status"_s},
        };
        return problems;
    }

    static QString problemOf(const QString &folder)
    {
        QFile file(folder + u"/meta.json"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            return file.errorString();
        }
        const QJsonObject meta = QJsonDocument::fromJson(file.readAll()).object();
        auto a = TestDatabase::create(schema::EngineKind::PostgreSql, u"pa"_s);
        CS_OR_PROBLEM(a);
        auto b = TestDatabase::create(schema::EngineKind::PostgreSql, u"pb"_s);
        CS_OR_PROBLEM(b);
        for (const auto &role : meta.value(u"roles"_s).toArray()) {
            const QString name = role.toString();
            CS_OR_PROBLEM(a->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') THEN "
                                     "CREATE ROLE \"%1\"; END IF; END $$"_s.arg(name)));
        }
        CS_OR_PROBLEM(a->load(folder + u"/a.sql"_s));
        CS_OR_PROBLEM(b->load(folder + u"/b.sql"_s));
        const auto dumpA = a->dump();
        const auto dumpB = b->dump();
        CS_OR_PROBLEM(dumpA);
        CS_OR_PROBLEM(dumpB);
        const QStringList wantA = statementsOf(*dumpA);
        const QStringList wantB = statementsOf(*dumpB);
        const auto schemaA = readSchema(*a);
        const auto schemaB = readSchema(*b);
        CS_OR_PROBLEM(schemaA);
        CS_OR_PROBLEM(schemaB);
        const plan::Plan plan = plan::makePlan(*schemaA, *schemaB, {});
        // pg_dump does not tell versions of extensions; who made the corpus looked at them too.
        if (wantA == wantB && !meta.value(u"differs_exact"_s).toBool()) {
            if (!plan.comparison.identical()) {
                return u"noise:"_s + described(plan.comparison);
            }
        } else if (wantA != wantB && plan.comparison.identical()) {
            return u"missed:"_s + differenceOf(wantA, wantB);
        }
        const QString forward = plan::script(plan.forward, schema::EngineKind::PostgreSql);
        const QString back = plan::script(plan.rollback, schema::EngineKind::PostgreSql);
        const QString there = check(*a, forward, wantB, *schemaB, u"forward"_s, plan.comparison);
        return there.isEmpty() ? check(*a, back, wantA, *schemaA, u"back"_s, plan.comparison) : there;
    }

    static QString check(const TestDatabase &database, const QString &script, const QStringList &wanted,
                         const schema::Schema &target, const QString &direction, const diff::Comparison &comparison)
    {
        if (!script.isEmpty()) {
            const auto ran = database.execute(script);
            if (!ran) {
                return direction + u" does not run: "_s + ran.error().text() + u'\n' + script + described(comparison);
            }
        }
        const auto dump = database.dump();
        CS_OR_PROBLEM(dump);
        const QStringList result = statementsOf(*dump);
        if (result != wanted) {
            return direction + u" does not converge:"_s + differenceOf(result, wanted) + u'\n' + script +
                   described(comparison);
        }
        const auto after = readSchema(database);
        CS_OR_PROBLEM(after);
        const diff::Comparison rest = diff::compare(*after, target, {});
        if (!rest.identical()) {
            return direction + u" leaves:"_s + described(rest);
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestPgPairs)
#include "tst_pgpairs.moc"
