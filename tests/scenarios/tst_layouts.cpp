// Folders as the tools keep them, through `countersignctl check` on every engine: which statements run, in which
// transactions, where the migrations lead, whether the way back restores the base, and what is said of the folder.

#include "support/servers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace countersign;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

struct Written {
    QString path;
    QString text; ///< {index}: drops the index trips_n; {block}: a definition with semicolons inside
};

struct Case {
    QString title;
    QList<Written> files;
    QStringList statements; ///< "file:line transaction", - for none
    QString expected;       ///< after the base; the same places as in the files
    QStringList says = {};  ///< what the limits of the rehearsal have to contain
    bool restores = true;   ///< the folder's own way back gives the base
    QString applied = {};   ///< run on the live base first: what the tool has noted there
};

const QList<EngineKind> all{EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb};

const QString before = u"CREATE TABLE owners (id bigint NOT NULL PRIMARY KEY);\n"_s;
const QString table = u"CREATE TABLE trips (id bigint NOT NULL PRIMARY KEY, name varchar(40));\n"_s;
const QString column = u"ALTER TABLE trips ADD COLUMN n int;\n"_s;
const QString index = u"CREATE INDEX trips_n ON trips (n);\n"_s;
const QString view = u"CREATE VIEW names AS SELECT name FROM trips;\n"_s;
const QString noTable = u"DROP TABLE trips;\n"_s;
const QString noColumn = u"ALTER TABLE trips DROP COLUMN n;\n"_s;
const QString noIndex = u"{index}\n"_s;
const QString block = u"{block}\n"_s;

QString forEngine(QString text, EngineKind engine)
{
    const bool mariaDb = engine == EngineKind::MariaDb;
    text.replace(u"{index}"_s, mariaDb ? u"DROP INDEX trips_n ON trips;"_s : u"DROP INDEX trips_n;"_s);
    text.replace(u"{concurrently}"_s, engine == EngineKind::PostgreSql ? u"CONCURRENTLY"_s : QString());
    switch (engine) {
    case EngineKind::PostgreSql:
        return text.replace(u"{block}"_s, u"CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$\n"
                                          "BEGIN\n  RETURN 1;\nEND\n$$;"_s);
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        return text.replace(u"{block}"_s, u"CREATE TRIGGER trips_new BEFORE INSERT ON trips FOR EACH ROW\n"
                                          "BEGIN\n  SET NEW.name = 'x';\nEND;"_s);
    case EngineKind::Sqlite:
        return text.replace(u"{block}"_s, u"CREATE TRIGGER trips_new AFTER INSERT ON trips\n"
                                          "BEGIN\n  UPDATE trips SET name = 'x';\nEND;"_s);
    }
    return text;
}

const QString liquibase = u"--liquibase formatted sql\n"_s;

std::vector<Case> layouts()
{
    return {
        {u"Flyway"_s,
         {{u"V1__trips.sql"_s, table},
          {u"V1.10__index.sql"_s, index},
          {u"V1_9__n.sql"_s, column},
          {u"U1__trips.sql"_s, noTable},
          {u"U1.9__n.sql"_s, noColumn},
          {u"U1.10__index.sql"_s, noIndex},
          {u"afterMigrate.sql"_s, u"DELETE FROM owners;\n"_s}},
         {u"V1__trips.sql:1 1"_s, u"V1_9__n.sql:1 2"_s, u"V1.10__index.sql:1 3"_s},
         table + column + index,
         {u"the runner would run it: afterMigrate.sql"_s}},
        {u"Flyway, what is run again whenever it changes"_s,
         {{u"R__names.sql"_s, u"DROP VIEW IF EXISTS names;\n"_s + view}, {u"V1__trips.sql"_s, table}},
         {u"V1__trips.sql:1 1"_s, u"R__names.sql:1 2"_s, u"R__names.sql:2 2"_s},
         table + view,
         {},
         false},
        {u"Flyway without a transaction"_s,
         {{u"V1__trips.sql"_s, table + column},
          {u"V2__index.sql"_s, u"CREATE INDEX {concurrently} trips_n ON trips (n);\n"_s},
          {u"V2__index.sql.conf"_s, u"executeInTransaction=false\n"_s}},
         {u"V1__trips.sql:1 1"_s, u"V1__trips.sql:2 1"_s, u"V2__index.sql:1 -"_s},
         table + column + index,
         {},
         false},
        {u"Flyway, a version twice"_s,
         {{u"V1__trips.sql"_s, table}, {u"V2__n.sql"_s, column}, {u"V02__index.sql"_s, index}},
         {},
         {},
         {u"version 2 is there 2 times: V02__index.sql, V2__n.sql"_s},
         false},
        {u"Flyway, applied in part, and one out of order"_s,
         {{u"V1__trips.sql"_s, table}, {u"V2__n.sql"_s, column}, {u"V3__index.sql"_s, index}},
         {u"V2__n.sql:1 1"_s},
         {},
         {u"2 of the folder's migrations are applied already"_s,
          u"V2__n.sql: out of order, version 3 is applied there already"_s},
         false,
         table + u"CREATE TABLE flyway_schema_history (installed_rank int NOT NULL PRIMARY KEY, version varchar(50), "
                 "type varchar(20) NOT NULL, success boolean NOT NULL);\n"
                 "INSERT INTO flyway_schema_history VALUES (1, '1', 'SQL', true), (2, '3', 'SQL', true);\n"_s},
        {u"golang-migrate"_s,
         {{u"2_n.up.sql"_s, column + index},
          {u"2_n.down.sql"_s, noIndex + noColumn},
          {u"1_trips.up.sql"_s, table},
          {u"1_trips.down.sql"_s, noTable}},
         {u"1_trips.up.sql:1 -"_s, u"2_n.up.sql:1 1"_s, u"2_n.up.sql:2 1"_s},
         table + column + index},
        {u"golang-migrate, a version twice and a file of another name"_s,
         {{u"1_trips.up.sql"_s, table}, {u"1_more.up.sql"_s, view}, {u"notes.sql"_s, index}},
         {},
         {},
         {u"version 1 is there 2 times: 1_more.up.sql, 1_trips.up.sql"_s, u"notes.sql: is not named"_s},
         false},
        {u"dbmate"_s,
         {{u"20240102000000_index.sql"_s,
           u"-- migrate:up transaction:false\nCREATE INDEX {concurrently} trips_n ON trips (n);\n\n-- migrate:down "
           "transaction:false\n{index}\n"_s},
          {u"20240101000000_trips.sql"_s, u"-- migrate:up\n"_s + table + column + u"-- migrate:down\n"_s + noTable}},
         {u"20240101000000_trips.sql:2 1"_s, u"20240101000000_trips.sql:3 1"_s, u"20240102000000_index.sql:2 -"_s},
         table + column + index},
        {u"goose"_s,
         {{u"00002_index.sql"_s,
           u"-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX {concurrently} trips_n ON trips "
           "(n);\n-- +goose Down\n{index}\n"_s},
          {u"00001_trips.sql"_s, u"-- +goose Up\n"_s + table + column + u"-- +goose Down\n"_s + noTable}},
         {u"00001_trips.sql:2 1"_s, u"00001_trips.sql:3 1"_s, u"00002_index.sql:3 -"_s},
         table + column + index},
        {u"goose, semicolons inside a statement"_s,
         {{u"00001_trips.sql"_s, u"-- +goose Up\n"_s + table + u"-- +goose StatementBegin\n"_s + block +
                                     u"-- +goose StatementEnd\n"_s + column}},
         {u"00001_trips.sql:2 1"_s, u"00001_trips.sql:4 1"_s, u"00001_trips.sql:{after} 1"_s},
         table + block + column,
         {},
         false},
        {u"goose, a version twice and a program"_s,
         {{u"1_trips.sql"_s, u"-- +goose Up\n"_s + table},
          {u"01_names.sql"_s, u"-- +goose Up\n"_s + view},
          {u"2_go.go"_s, u"package migrations\n"_s}},
         {},
         {},
         {u"version 1 is there 2 times: 01_names.sql, 1_trips.sql"_s, u"2_go.go: a migration in Go"_s},
         false},
        {u"sqitch"_s,
         {{u"sqitch.plan"_s, u"%syntax-version=1.0.0\n%project=trips\n\ntrips 2024-01-01T00:00:00Z A <a@example.org>\n"
                             "n [trips] 2024-01-02T00:00:00Z A <a@example.org>\n"_s},
          {u"deploy/trips.sql"_s, u"-- Deploy trips\nBEGIN;\n"_s + table + u"COMMIT;\n"_s},
          {u"deploy/n.sql"_s, u"BEGIN;\n"_s + column + index + u"COMMIT;\n"_s},
          {u"revert/trips.sql"_s, u"BEGIN;\n"_s + noTable + u"COMMIT;\n"_s},
          {u"revert/n.sql"_s, u"BEGIN;\n"_s + noIndex + noColumn + u"COMMIT;\n"_s},
          {u"verify/n.sql"_s, u"SELECT n FROM trips;\n"_s}},
         {u"deploy/trips.sql:2 -"_s, u"deploy/trips.sql:3 1"_s, u"deploy/trips.sql:4 1"_s, u"deploy/n.sql:1 -"_s,
          u"deploy/n.sql:2 2"_s, u"deploy/n.sql:3 2"_s, u"deploy/n.sql:4 2"_s},
         table + column + index},
        {u"sqitch, a plan out of order"_s,
         {{u"sqitch.plan"_s, u"%syntax-version=1.0.0\n%project=trips\n\nn [trips] 2024-01-01T00:00:00Z A "
                             "<a@example.org>\ntrips 2024-01-02T00:00:00Z A <a@example.org>\n"_s},
          {u"deploy/trips.sql"_s, table},
          {u"deploy/n.sql"_s, column}},
         {u"deploy/n.sql:1 -"_s, u"deploy/trips.sql:1 -"_s},
         {},
         {u"sqitch.plan:4: n requires trips, which does not come before it"_s},
         false},
        {u"Liquibase formatted SQL"_s,
         {{u"changelog.sql"_s, liquibase + u"--changeset nene:1\n"_s + table + u"--rollback DROP TABLE trips;\n"_s +
                                   u"--changeset nene:2 runInTransaction:false\n"_s + column +
                                   u"--rollback ALTER TABLE trips DROP COLUMN n;\n--changeset nene:3 dbms:oracle\n"
                                   "CREATE SEQUENCE s;\n--rollback empty\n"_s}},
         {u"changelog.sql:3 1"_s, u"changelog.sql:6 -"_s},
         table + column,
         {u"changeset nene:3 is for dbms:oracle"_s}},
        {u"Liquibase formatted SQL, applied in part"_s,
         {{u"changelog.sql"_s, liquibase + u"--changeset nene:1\n"_s + table + u"--changeset nene:1.0\n"_s + column}},
         {u"changelog.sql:5 1"_s},
         {},
         {u"1 of the folder's migrations are applied already"_s},
         false,
         table + u"CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, exectype "
                 "varchar(10) NOT NULL);\nINSERT INTO databasechangelog VALUES ('1', 'nene', 'EXECUTED');\n"_s},
        {u"Rails, the whole schema"_s,
         {{u"structure.sql"_s, table + column + index +
                                   u"CREATE TABLE schema_migrations (version varchar(255) NOT NULL PRIMARY KEY);\n"
                                   "INSERT INTO schema_migrations (version) VALUES\n('20240102'),\n('20240101');\n"_s}},
         {u"structure.sql:1 -"_s, u"structure.sql:2 -"_s, u"structure.sql:3 -"_s, u"structure.sql:4 -"_s,
          u"structure.sql:5 -"_s},
         table + column + index + u"CREATE TABLE schema_migrations (version varchar(255) NOT NULL PRIMARY KEY);\n"_s,
         {},
         false},
        {u"Django, sqlmigrate"_s,
         {{u"0001_initial.sql"_s, u"BEGIN;\n--\n-- Create model Trip\n--\n"_s + table + u"COMMIT;\n"_s},
          {u"0001_initial.reverse.sql"_s, u"BEGIN;\n--\n-- Create model Trip\n--\n"_s + noTable + u"COMMIT;\n"_s},
          {u"0002_trip_n.sql"_s, u"--\n-- Add field n to trip\n--\n"_s + column},
          {u"0002_trip_n.reverse.sql"_s, u"--\n-- Add field n to trip\n--\n"_s + noColumn}},
         {u"0001_initial.sql:1 -"_s, u"0001_initial.sql:5 1"_s, u"0001_initial.sql:6 1"_s, u"0002_trip_n.sql:4 -"_s},
         table + column},
        {u"Django, a branch conflict"_s,
         {{u"0001_initial.sql"_s, u"BEGIN;\n--\n-- Create model Trip\n--\n"_s + table + u"COMMIT;\n"_s},
          {u"0002_a.sql"_s, u"--\n-- Add field n to trip\n--\n"_s + column},
          {u"0002_b.sql"_s, u"--\n-- Raw SQL operation\n--\n"_s + view}},
         {},
         {},
         {u"branch conflict: 0002_a.sql, 0002_b.sql"_s},
         false},
        {u"plain"_s,
         {{u"01_trips.sql"_s, table + column},
          {u"01_trips.down.sql"_s, noTable},
          {u"02_index.sql"_s, index},
          {u"02_index.rollback.sql"_s, noIndex}},
         {u"01_trips.sql:1 1"_s, u"01_trips.sql:2 1"_s, u"02_index.sql:1 2"_s},
         table + column + index},
        {u"plain, numbers of different lengths"_s,
         {{u"10_n.sql"_s, column}, {u"9_trips.sql"_s, table}},
         {u"10_n.sql:1 1"_s, u"9_trips.sql:1 2"_s},
         {},
         {u"10_n.sql: runs before 9_trips.sql"_s},
         false},
    };
}

} // namespace

class Layouts : public QObject
{
    Q_OBJECT

private slots:
    void check_data();
    void check();

private:
    std::vector<Case> m_cases = layouts();
};

void Layouts::check_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("engine");
    for (int i = 0; i < static_cast<int>(m_cases.size()); ++i) {
        for (const EngineKind engine : all) {
            QTest::newRow(qPrintable(schema::titleOf(engine) + u": "_s + m_cases[static_cast<std::size_t>(i)].title))
                << i << static_cast<int>(engine);
        }
    }
}

void Layouts::check()
{
    QFETCH(int, number);
    QFETCH(int, engine);
    const Case &item = m_cases[static_cast<std::size_t>(number)];
    const auto kind = static_cast<EngineKind>(engine);
    QTemporaryDir folder;
    const auto write = [&](const QString &path, const QString &text) {
        QDir(folder.path()).mkpath(QFileInfo(folder.filePath(path)).path());
        QFile out(folder.filePath(path));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(forEngine(text, kind).toUtf8()) >= 0);
    };
    for (const Written &file : item.files) {
        write(u"m/"_s + file.path, file.text);
    }
    const auto live = TestDatabase::create(kind, u"layout"_s);
    CS_REQUIRE(live);
    CS_REQUIRE(live->execute(before + item.applied));
    QStringList arguments{u"check"_s, folder.filePath(u"m"_s), u"--base"_s, live->urlText(), u"--format"_s, u"json"_s};
    if (!item.expected.isEmpty()) {
        write(u"expected.sql"_s, before + item.expected);
        arguments << u"--expect"_s << folder.filePath(u"expected.sql"_s);
    }
    if (kind != EngineKind::Sqlite) {
        const auto server = TestServers::of(kind);
        CS_REQUIRE(server);
        arguments << u"--scratch"_s << server->urlText();
    }
    QProcess process;
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s, arguments);
    QVERIFY(process.waitForFinished(120000));
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray seen = out + process.readAllStandardError();
    const QJsonObject json = QJsonDocument::fromJson(out).object();
    QVERIFY2(!json.isEmpty(), seen);
    QStringList statements;
    for (const QJsonValue &statement : json[u"statements"_s].toArray()) {
        const QJsonValue transaction = statement[u"transaction"_s];
        statements << u"%1:%2 %3"_s.arg(statement[u"file"_s].toString(), QString::number(statement[u"line"_s].toInt()),
                                        transaction.isNull() ? u"-"_s : QString::number(transaction.toInt()));
    }
    if (!item.statements.isEmpty()) {
        QString wanted = item.statements.join(u'\n');
        const auto lines = 4 + forEngine(block, kind).count(u'\n') + 1;
        QCOMPARE(statements.join(u'\n'), wanted.replace(u"{after}"_s, QString::number(lines)));
    }
    const QString limits = json[u"rehearsal"_s][u"limits"_s].toVariant().toStringList().join(u'\n');
    for (const QString &says : item.says) {
        QVERIFY2(limits.contains(says), qPrintable(limits));
    }
    if (!item.expected.isEmpty()) {
        QVERIFY2(json[u"rehearsal"_s][u"complete"_s].toBool(), seen);
        QVERIFY2(json[u"completeness"_s][u"matches"_s].toBool(), seen);
    }
    const QJsonValue back = json[u"reversibility"_s];
    if (item.restores) {
        QVERIFY2(!back[u"generated"_s].toBool() && back[u"restoresBase"_s].toBool(), seen);
    }
}

QTEST_GUILESS_MAIN(Layouts)
#include "tst_layouts.moc"
