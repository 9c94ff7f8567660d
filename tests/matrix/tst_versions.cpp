// The same schema in two versions of a server: it has no difference but those that the newer server makes itself, which
// are listed here with their reason and told by name. Needs the servers of `./dev test --matrix`.

#include "acceptance/postgresql/roundtrip.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

/// A difference that a version makes by itself.
struct Known {
    int since; ///< the first version that has it
    QString kind;
    QString property; ///< or its beginning
    QString reason;
};

const QList<Known> &knownDifferences()
{
    static const QList<Known> known{
        {15, u"schema"_s, u"owner"_s, u"schema public belongs to pg_database_owner"_s},
        {15, u"schema"_s, u"grants"_s, u"in schema public PUBLIC may not create any more"_s},
        {0, u"extension"_s, u"attributes.version"_s, u"extensions come in the version that the server brings"_s},
        {14, u"operator-class"_s, u"attributes.items"_s, u"optional support functions belong to the family"_s},
        {14, u"operator-family"_s, u"attributes.items"_s, u"optional support functions belong to the family"_s},
        {17, u"table"_s, u"grants"_s, u"ALL has MAINTAIN, too"_s},
        {17, u"view"_s, u"grants"_s, u"ALL has MAINTAIN, too"_s},
        {17, u"materialized-view"_s, u"grants"_s, u"ALL has MAINTAIN, too"_s},
    };
    return known;
}

/// MariaDB 11.5 made uca1400_ai_ci the collation of what names none (release notes, MDEV-25829).
bool isNewDefaultCollation(const diff::Property &property)
{
    return property.name.contains(u"collation"_s, Qt::CaseInsensitive) && property.from.endsWith(u"_general_ci"_s) &&
           property.to == QString(property.from).replace(u"_general_ci"_s, u"_uca1400_ai_ci"_s);
}

/// Why the newer server makes it; empty when it does not.
QString reasonFor(const diff::Difference &difference, const QString &property, int older, int newer)
{
    for (const Known &known : knownDifferences()) {
        if ((known.since == 0 || (older < known.since && newer >= known.since)) &&
            schema::nameOf(difference.id.kind) == known.kind && property.startsWith(known.property)) {
            return known.reason;
        }
    }
    return {};
}

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (TestServers::matrix().isEmpty()) {
            QSKIP("COUNTERSIGN_MATRIX names no servers; ./dev test --matrix does");
        }
    }

    void postgresqlSaysTheSame_data() { files(schema::EngineKind::PostgreSql); }

    void postgresqlSaysTheSame()
    {
        QFETCH(QString, file);
        struct Loaded {
            QString name;
            int major;
            TestDatabase database;
            schema::Schema schema;
        };
        std::vector<Loaded> loaded;
        QStringList refused;
        for (const ServerSpecification &specification : TestServers::matrix()) {
            if (specification.engine != schema::EngineKind::PostgreSql) {
                continue;
            }
            const auto server = TestServers::start(specification);
            CS_REQUIRE(server);
            auto database = TestDatabase::create(*server, u"ve"_s);
            CS_REQUIRE(database);
            makeRoles(*database, file);
            const auto done = database->load(file);
            if (const QString reason = acceptance::tooOld(*server, done); !reason.isEmpty()) {
                refused += reason;
                continue;
            }
            CS_REQUIRE(done);
            auto schema = acceptance::readSchema(*database);
            CS_REQUIRE(schema);
            QVERIFY2(schema->notCompared.empty(), qPrintable(specification.name));
            loaded.push_back({specification.name, server->majorVersion(), std::move(*database), std::move(*schema)});
        }
        if (loaded.size() < 2) {
            QSKIP(qPrintable(u"fewer than two servers load it: "_s + refused.join(u"; ")));
        }
        // Neighbours, and the oldest beside the newest.
        for (std::size_t i = 0; i < loaded.size(); ++i) {
            const Loaded &older = i + 1 < loaded.size() ? loaded[i] : loaded.front();
            const Loaded &newer = i + 1 < loaded.size() ? loaded[i + 1] : loaded.back();
            const QString problem = difference(older.schema, newer.schema, older.major, newer.major);
            QVERIFY2(problem.isEmpty(), qPrintable(older.name + u" to "_s + newer.name + u':' + problem));
        }
        // What was read from the oldest server is written for the newest one, and means what the newest one holds.
        if (refused.isEmpty()) {
            const QString problem =
                rebuilt(loaded.front().schema, loaded.front().major, loaded.back().major, loaded.back().name);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void mariadbSaysTheSame_data() { files(schema::EngineKind::MariaDb); }

    void mariadbSaysTheSame()
    {
        QFETCH(QString, file);
        const auto newer = TestServers::mariadb();
        CS_REQUIRE(newer);
        bool compared = false;
        for (const ServerSpecification &specification : TestServers::matrix()) {
            if (specification.engine != schema::EngineKind::MariaDb) {
                continue;
            }
            const auto older = TestServers::start(specification);
            CS_REQUIRE(older);
            auto a = TestDatabase::create(*older, u"ve"_s);
            CS_REQUIRE(a);
            auto b = TestDatabase::create(*newer, u"ve"_s);
            CS_REQUIRE(b);
            CS_REQUIRE(a->load(file));
            CS_REQUIRE(b->load(file));
            const auto from = readAny(*a);
            CS_REQUIRE(from);
            const auto to = readAny(*b);
            CS_REQUIRE(to);
            diff::Comparison comparison = diff::compare(*from, *to, {});
            withoutWhatIsKnown(comparison, [](const diff::Difference &, const diff::Property &property) {
                return isNewDefaultCollation(property) ? u"what names no collation gets uca1400_ai_ci"_s : QString();
            });
            QVERIFY2(comparison.identical(), qPrintable(specification.name + u" to "_s + newer->version + u':' +
                                                        acceptance::described(comparison)));
            compared = true;
        }
        if (!compared) {
            QSKIP("the matrix has no MariaDB");
        }
    }

    void mysqlAndMariadbSayTheSame()
    {
        const QString file = qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + u"/tests/matrix/bothproducts.sql"_s;
        std::vector<schema::Schema> schemas;
        QStringList names;
        for (const ServerSpecification &specification : TestServers::matrix()) {
            if (!schema::isMySqlFamily(specification.engine)) {
                continue;
            }
            const auto server = TestServers::start(specification);
            CS_REQUIRE(server);
            const auto database = TestDatabase::create(*server, u"vp"_s);
            CS_REQUIRE(database);
            CS_REQUIRE(database->load(file));
            auto schema = readAny(*database);
            CS_REQUIRE(schema);
            QVERIFY2(schema->notCompared.empty(), qPrintable(specification.name));
            schemas.push_back(std::move(*schema));
            names << specification.name;
        }
        if (schemas.size() < 2) {
            QSKIP("the matrix has no two of MySQL and MariaDB");
        }
        for (std::size_t i = 1; i < schemas.size(); ++i) {
            for (const bool forth : {true, false}) {
                const diff::Comparison comparison = diff::compare(schemas[forth ? 0 : i], schemas[forth ? i : 0], {});
                QVERIFY2(comparison.identical(), qPrintable(names.front() + u", "_s + names.at(static_cast<int>(i)) +
                                                            u':' + acceptance::described(comparison)));
            }
        }
    }

    void toldByName()
    {
        for (auto it = m_reasons.cbegin(); it != m_reasons.cend(); ++it) {
            qInfo("%s (%d schemas)", qPrintable(it.key()), static_cast<int>(it.value().size()));
        }
    }

private:
    static void files(schema::EngineKind engine)
    {
        QTest::addColumn<QString>("file");
        const bool postgresql = engine == schema::EngineKind::PostgreSql;
        QStringList folders{sharedFolder() + (postgresql ? u"/corpus/schemas/pg"_s : u"/corpus/schemas/mysql"_s)};
        if (postgresql) {
            folders.prepend(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + u"/tests/acceptance/postgresql/schemas"_s);
        }
        for (const QString &folder : std::as_const(folders)) {
            for (const QString &name : QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
                if (!name.startsWith(u"since"_s)) {
                    QTest::newRow(qPrintable(name)) << folder + u'/' + name;
                }
            }
        }
    }

    static base::Result<schema::Schema> readAny(const TestDatabase &database)
    {
        CS_TRY(session, db::openSession(database.url(), {}, {}));
        return engine::engineFor(database.engine()).read(*session, {}, {}, {});
    }

    static void makeRoles(const TestDatabase &database, const QString &file)
    {
        QFile facts(QString(file).replace(u".sql"_s, u".json"_s));
        if (!facts.open(QIODevice::ReadOnly)) {
            return;
        }
        for (const auto &role : QJsonDocument::fromJson(facts.readAll()).object().value(u"roles"_s).toArray()) {
            (void)database.execute(u"CREATE ROLE \"%1\""_s.arg(role.toString())); // there already, for another schema
        }
    }

    /// @p reason: why the newer server makes a property differ; empty when it does not.
    void withoutWhatIsKnown(diff::Comparison &comparison, const auto &reason)
    {
        for (diff::Difference &one : comparison.differences) {
            std::erase_if(one.properties, [&](const diff::Property &property) {
                const QString known = reason(one, property);
                if (!known.isEmpty()) {
                    m_reasons[known].insert(QString::fromUtf8(QTest::currentDataTag()));
                }
                return !known.isEmpty();
            });
        }
        std::erase_if(comparison.differences, [](const diff::Difference &one) {
            return one.change == diff::Change::Altered && one.properties.empty();
        });
    }

    /// What differs and is not the newer server's own doing.
    QString difference(const schema::Schema &from, const schema::Schema &to, int older, int newer)
    {
        diff::Comparison comparison = diff::compare(from, to, {});
        withoutWhatIsKnown(comparison, [&](const diff::Difference &one, const diff::Property &property) {
            return reasonFor(one, property.name, older, newer);
        });
        return comparison.identical() ? QString() : acceptance::described(comparison);
    }

    QString rebuilt(const schema::Schema &schema, int older, int newer, const QString &name)
    {
        for (const ServerSpecification &specification : TestServers::matrix()) {
            if (specification.name != name) {
                continue;
            }
            const auto server = TestServers::start(specification);
            CS_OR_PROBLEM(server);
            auto empty = TestDatabase::create(*server, u"vr"_s);
            CS_OR_PROBLEM(empty);
            const auto start = acceptance::readSchema(*empty);
            CS_OR_PROBLEM(start);
            schema::Schema goal = schema;
            // What only this server has stays as it is: its schema public.
            goal.objects.removeIf([](const schema::Object &object) {
                return schema::idOf(object).kind == schema::ObjectKind::Namespace &&
                       schema::idOf(object).name == u"public"_s;
            });
            goal.objects += *start->find({schema::ObjectKind::Namespace, {}, {}, u"public"_s});
            goal.normalize();
            const plan::Plan plan = plan::makePlan(*start, goal, {});
            const auto ran = empty->execute(plan::script(plan.forward, schema::EngineKind::PostgreSql));
            if (!ran) {
                return u"what the older server holds cannot be made in the newer: "_s + ran.error().text();
            }
            const auto result = acceptance::readSchema(*empty);
            CS_OR_PROBLEM(result);
            const QString left = difference(goal, *result, older, newer);
            if (!left.isEmpty()) {
                return u"what the older server holds is something else in the newer:"_s + left;
            }
        }
        return {};
    }

    QMap<QString, QSet<QString>> m_reasons;
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
