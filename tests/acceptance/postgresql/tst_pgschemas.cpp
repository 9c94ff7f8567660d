// Whole real schemas: silent against themselves and against a dumped and restored copy, and rebuilt by our own SQL in
// an empty database.

#include "acceptance/postgresql/roundtrip.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using acceptance::described;
using acceptance::differenceOf;
using acceptance::readSchema;
using acceptance::statementsOf;

class TestPgSchemas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
    }

    /// Says aloud when the round trips are only those of our own files.
    void corpusIsThere() { CS_NEEDS_SHARED(); }

    void roundTrips_data()
    {
        QTest::addColumn<QString>("file");
        const QDir own(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + u"/tests/acceptance/postgresql/schemas"_s);
        const auto server = TestServers::postgresql();
        for (const QString &name : own.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            // since18.sql needs PostgreSQL 18.
            const int since = name.startsWith(u"since"_s) ? QStringView(name).sliced(5).chopped(4).toInt() : 0;
            if (server && server->majorVersion() < since) {
                continue;
            }
            QTest::newRow(qPrintable(name)) << own.filePath(name);
        }
        const QDir schemas(sharedFolder() + u"/corpus/schemas/pg"_s); // without shared: none
        const QString pattern = qEnvironmentVariable("COUNTERSIGN_PG_CASES", u"*"_s);
        for (const QString &name : schemas.entryList({pattern + u".sql"_s}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(name)) << schemas.filePath(name);
        }
    }

    void roundTrips()
    {
        QFETCH(QString, file);
        auto original = TestDatabase::create(schema::EngineKind::PostgreSql, u"so"_s);
        CS_REQUIRE(original);
        QFile metaFile(QString(file).replace(u".sql"_s, u".json"_s));
        const bool needsRoles = metaFile.open(QIODevice::ReadOnly);
        for (const auto &role : needsRoles
                                    ? QJsonDocument::fromJson(metaFile.readAll()).object().value(u"roles"_s).toArray()
                                    : QJsonArray()) {
            CS_REQUIRE(
                original->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') THEN "
                                  "CREATE ROLE \"%1\"; END IF; END $$"_s.arg(role.toString())));
        }
        const auto loaded = original->load(file);
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
        if (const QString reason = acceptance::tooOld(*server, loaded); !reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
        CS_REQUIRE(loaded);
        const auto schema = readSchema(*original);
        CS_REQUIRE(schema);
        const auto again = readSchema(*original);
        CS_REQUIRE(again);
        const diff::Comparison self = diff::compare(*schema, *again, {});
        QVERIFY2(self.identical(), qPrintable(u"against itself:"_s + described(self)));

        const auto dump = original->dump();
        CS_REQUIRE(dump);
        auto copy = TestDatabase::create(schema::EngineKind::PostgreSql, u"sc"_s);
        CS_REQUIRE(copy);
        CS_REQUIRE(copy->execute(*dump));
        const auto copied = readSchema(*copy);
        CS_REQUIRE(copied);
        const diff::Comparison restored = diff::compare(*schema, *copied, {});
        QVERIFY2(restored.identical(), qPrintable(u"against a restored copy:"_s + described(restored)));

        auto rebuilt = TestDatabase::create(schema::EngineKind::PostgreSql, u"sr"_s);
        CS_REQUIRE(rebuilt);
        const auto empty = readSchema(*rebuilt);
        CS_REQUIRE(empty);
        const plan::Plan plan = plan::makePlan(*empty, *schema, {});
        const QString script = plan::script(plan.forward, schema::EngineKind::PostgreSql);
        const auto ran = rebuilt->execute(script);
        QVERIFY2(ran.has_value(), qPrintable(QString::fromUtf8(errorText(ran)) + u'\n' + script));
        const auto result = rebuilt->dump();
        CS_REQUIRE(result);
        QVERIFY2(statementsOf(*result) == statementsOf(*dump),
                 qPrintable(differenceOf(statementsOf(*result), statementsOf(*dump))));
        const auto back = rebuilt->execute(plan::script(plan.rollback, schema::EngineKind::PostgreSql));
        QVERIFY2(back.has_value(), qPrintable(QString::fromUtf8(errorText(back))));
        const auto emptied = readSchema(*rebuilt);
        CS_REQUIRE(emptied);
        const diff::Comparison left = diff::compare(*emptied, *empty, {});
        QVERIFY2(left.identical(), qPrintable(u"left after going back:"_s + described(left)));
    }
};

QTEST_GUILESS_MAIN(TestPgSchemas)
#include "tst_pgschemas.moc"
