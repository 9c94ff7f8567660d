#include "support/servers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;
using testsupport::TestDatabase;

namespace {

const auto before = u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, published int NOT NULL, legacy int);"
                    "INSERT INTO trips VALUES (1, 1, 0), (2, 0, 0);"_s;
// A column that goes cannot be made up again: only running the rest tells how far a target is.
const QStringList statements{u"ALTER TABLE trips ADD COLUMN status varchar(16) DEFAULT 'draft' NOT NULL"_s,
                             u"UPDATE trips SET status = 'published' WHERE published = 1 AND status <> 'published'"_s,
                             u"CREATE INDEX trips_status_idx ON trips (status)"_s,
                             u"CREATE TABLE notes (id int NOT NULL PRIMARY KEY, trip_id int)"_s,
                             u"ALTER TABLE trips DROP COLUMN legacy"_s,
                             u"CREATE VIEW published_trips AS SELECT id, status FROM trips"_s};

QJsonObject verify(const TestDatabase &target, const QString &expected, const QString &migration)
{
    QProcess process;
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s,
                  {u"verify"_s, target.urlText(), u"--expect"_s, expected, u"--migration"_s, migration, u"--format"_s,
                   u"json"_s});
    if (!process.waitForFinished(120000)) {
        return {};
    }
    const auto answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (answer.isEmpty()) {
        qWarning() << process.exitCode() << process.readAllStandardError();
    }
    return answer.value(u"targets"_s).toArray().first().toObject();
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

class TestVerifyCommand : public QObject
{
    Q_OBJECT

private slots:
    void withoutTheSchemaBefore_data()
    {
        QTest::addColumn<EngineKind>("engine");
        QTest::addColumn<int>("ran");
        for (int ran = 0; ran <= int(statements.size()); ++ran) {
            QTest::addRow("sqlite %d", ran) << EngineKind::Sqlite << ran;
            QTest::addRow("postgresql %d", ran) << EngineKind::PostgreSql << ran;
            QTest::addRow("mariadb %d", ran) << EngineKind::MariaDb << ran;
        }
    }

    /// Nobody kept the schema before the migration, and it has no way back: target, migration and what should be there
    /// are all there is.
    void withoutTheSchemaBefore()
    {
        QFETCH(EngineKind, engine);
        QFETCH(int, ran);
        const QTemporaryDir folder;
        const QString migration = folder.filePath(u"change.sql"_s);
        write(migration, statements.join(u";\n"_s) + u";\n"_s);
        auto full = TestDatabase::create(engine, u"verify_full"_s);
        CS_REQUIRE(full);
        CS_REQUIRE(full->execute(before + statements.join(u';') + u';'));
        auto target = TestDatabase::create(engine, u"verify_target"_s);
        CS_REQUIRE(target);
        CS_REQUIRE(target->execute(before + statements.first(ran).join(u';') + u';'));

        const QJsonObject found = verify(*target, full->urlText(), migration);
        const QByteArray told = QJsonDocument(found).toJson();
        const bool all = ran == statements.size();
        QVERIFY2(found.value(u"state"_s) == (ran == 0 ? u"not-applied"_s
                                             : all    ? u"applied"_s
                                                      : u"half-applied"_s),
                 told);
        for (const QJsonValue &one : found.value(u"statements"_s).toArray()) {
            const bool applied = one[u"index"_s].toInt() <= ran;
            QVERIFY2(one[u"state"_s] == (applied ? u"applied"_s : u"not-applied"_s), told);
            QVERIFY2(!one[u"evidence"_s].toString().isEmpty(), told);
        }
        QStringList finish;
        for (const QJsonValue &one : found.value(u"finish"_s).toArray()) {
            finish << one.toString();
        }
        QCOMPARE(finish.isEmpty(), all);
        if (!all) {
            CS_REQUIRE(target->execute(finish.join(u';') + u';'));
            QCOMPARE(verify(*target, full->urlText(), migration).value(u"state"_s).toString(), u"applied"_s);
        }
    }

    void rowsThatAreThereInPartAreNotNothing_data()
    {
        QTest::addColumn<EngineKind>("engine");
        QTest::newRow("sqlite") << EngineKind::Sqlite;
        QTest::newRow("postgresql") << EngineKind::PostgreSql;
        QTest::newRow("mariadb") << EngineKind::MariaDb;
    }

    /// The run was cut within a statement, or somebody brought some of its rows in by hand.
    void rowsThatAreThereInPartAreNotNothing()
    {
        QFETCH(EngineKind, engine);
        const QTemporaryDir folder;
        const QString migration = folder.filePath(u"change.sql"_s);
        const auto rows = u"INSERT INTO trips (id, published) VALUES (7, 1), (8, 1), (9, 0)"_s;
        const auto index = u"CREATE INDEX trips_published_idx ON trips (published)"_s;
        write(migration, rows + u";\n"_s + index + u";\n"_s);
        auto full = TestDatabase::create(engine, u"verify_full"_s);
        CS_REQUIRE(full);
        CS_REQUIRE(full->execute(before + rows + u';' + index + u';'));
        auto target = TestDatabase::create(engine, u"verify_target"_s);
        CS_REQUIRE(target);
        CS_REQUIRE(target->execute(before + u"INSERT INTO trips (id, published) VALUES (7, 1);"_s));

        const QJsonObject found = verify(*target, full->urlText(), migration);
        const QByteArray told = QJsonDocument(found).toJson();
        QVERIFY2(found.value(u"state"_s) == u"half-applied"_s, told);
        QVERIFY2(found.value(u"statements"_s)[0][u"state"_s] == u"partly"_s, told);
        QVERIFY2(!found.value(u"finishRehearsal"_s)[u"arrives"_s].toBool(), told);
    }

    void nothingIsClaimedWhereNoPointFits()
    {
        // The last statement was run by hand before the others: no rest of the script leads on from here.
        const QTemporaryDir folder;
        const QString migration = folder.filePath(u"change.sql"_s);
        write(migration, statements.join(u";\n"_s) + u";\n"_s);
        auto full = TestDatabase::create(EngineKind::Sqlite, u"verify_full"_s);
        CS_REQUIRE(full);
        CS_REQUIRE(full->execute(before + statements.join(u';') + u';'));
        auto target = TestDatabase::create(EngineKind::Sqlite, u"verify_target"_s);
        CS_REQUIRE(target);
        CS_REQUIRE(target->execute(before + statements[3] + u';' + statements[0] + u';'));
        QVERIFY(verify(*target, full->urlText(), migration).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVerifyCommand)
#include "tst_verifycommand.moc"
