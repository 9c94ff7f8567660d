// Half-applied migrations through `countersignctl verify`, on every engine: what the live catalog shows, whoever ran
// it.

#include "support/servers.h"

#include <QFile>
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

/// One target: what was run on it, and what verify has to say.
struct Case {
    QString title;
    QList<EngineKind> engines;
    QString base;
    QString migration;
    QString ran; ///< on the target, after the base
    QString state;
    QStringList statements;
    bool drift = false;
};

const QList<EngineKind> all{EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb};
const QList<EngineKind> sqliteOnly{EngineKind::Sqlite}; // the judgement is the same on every engine, and quick here
const QList<EngineKind> servers{EngineKind::PostgreSql, EngineKind::MariaDb};

const QString trips = u"CREATE TABLE trips (id bigint NOT NULL PRIMARY KEY, name varchar(40), n int);\n"
                      "CREATE TABLE owners (id bigint NOT NULL PRIMARY KEY);\n"_s;
const QString three = u"ALTER TABLE trips ADD COLUMN status varchar(20);\n"
                      "CREATE INDEX trips_status ON trips (status);\n"
                      "CREATE TABLE stops (id bigint NOT NULL PRIMARY KEY, trip_id bigint);\n"_s;

std::vector<Case> cases()
{
    return {
        {u"nothing ran"_s,
         sqliteOnly,
         trips,
         three,
         {},
         u"not-applied"_s,
         {u"not-applied"_s, u"not-applied"_s, u"not-applied"_s}},
        {u"all of it ran"_s, all, trips, three, three, u"applied"_s, {u"applied"_s, u"applied"_s, u"applied"_s}},
        {u"the first statement ran"_s,
         all,
         trips,
         three,
         three.section(u'\n', 0, 0),
         u"half-applied"_s,
         {u"applied"_s, u"not-applied"_s, u"not-applied"_s}},
        {u"somebody ran them in another order"_s,
         all,
         trips,
         three,
         three.section(u'\n', 2, 2),
         u"half-applied"_s,
         {u"not-applied"_s, u"not-applied"_s, u"applied"_s}},
        {u"somebody ran all of them in another order"_s,
         all,
         trips,
         three,
         three.section(u'\n', 2, 2) + three.section(u'\n', 0, 1),
         u"applied"_s,
         {u"applied"_s, u"applied"_s, u"applied"_s}},
        {u"half of it, and drift on top"_s,
         all,
         trips,
         three,
         three.section(u'\n', 0, 0) + u"CREATE TABLE somebody_elses (id int);"_s,
         u"half-applied"_s,
         {u"applied"_s, u"not-applied"_s, u"not-applied"_s},
         true},
        {u"none of it, and drift"_s,
         sqliteOnly,
         trips,
         three,
         u"ALTER TABLE owners ADD COLUMN note varchar(9);"_s,
         u"drifted"_s,
         {u"not-applied"_s, u"not-applied"_s, u"not-applied"_s},
         true},
        {u"another column of the same name"_s,
         sqliteOnly,
         trips,
         three,
         u"ALTER TABLE trips ADD COLUMN status int;"_s,
         u"drifted"_s,
         {u"unknown"_s, u"not-applied"_s, u"not-applied"_s},
         true},
        {u"rows at the end, of which there are none"_s,
         all,
         trips,
         three.section(u'\n', 0, 0) + u"\nUPDATE trips SET status = 'draft';\n"_s,
         three.section(u'\n', 0, 0),
         u"ambiguous"_s,
         {u"applied"_s, u"unknown"_s}},
        {u"rows at the end that were not changed"_s,
         all,
         trips,
         three.section(u'\n', 0, 0) + u"\nUPDATE trips SET status = 'draft';\n"_s,
         three.section(u'\n', 0, 0) + u"\nINSERT INTO trips (id) VALUES (1);\n"_s,
         u"half-applied"_s,
         {u"applied"_s, u"not-applied"_s}},
        {u"what leaves no trace"_s,
         all,
         trips,
         three.section(u'\n', 0, 0) + u"\nUPDATE trips SET n = n + 1;\n"_s,
         three.section(u'\n', 0, 0) + u"\nINSERT INTO trips (id, n) VALUES (1, 1);\n"_s,
         u"ambiguous"_s,
         {u"applied"_s, u"unknown"_s}},
        {u"rows alone"_s,
         sqliteOnly,
         trips,
         u"INSERT INTO owners (id) VALUES (1);\n"_s,
         {},
         u"not-applied"_s,
         {u"not-applied"_s}},
        {u"two parts of one statement, of which somebody made one"_s,
         servers,
         trips,
         u"ALTER TABLE trips ADD COLUMN a int, ADD COLUMN b int;\n"_s,
         u"ALTER TABLE trips ADD COLUMN a int;"_s,
         u"half-applied"_s,
         {u"partly"_s}},
        {u"a part of one statement, and rows and a rename after it"_s,
         servers,
         trips,
         u"ALTER TABLE trips ADD COLUMN a int, ADD COLUMN b int, ADD COLUMN c int;\n"
         "UPDATE trips SET a = 1;\nALTER TABLE owners RENAME TO people;\n"_s,
         u"INSERT INTO trips (id) VALUES (1); ALTER TABLE trips ADD COLUMN a int;"_s,
         u"half-applied"_s,
         {u"partly"_s, u"not-applied"_s, u"not-applied"_s}},
        {u"parts of one statement of three kinds"_s,
         {EngineKind::MariaDb},
         trips,
         u"ALTER TABLE trips ADD COLUMN a int, MODIFY n bigint, ADD INDEX trips_n (n);\n"_s,
         u"ALTER TABLE trips MODIFY n bigint; ALTER TABLE trips ADD INDEX trips_n (n);"_s,
         u"half-applied"_s,
         {u"partly"_s}},
        {u"views and triggers by another definer"_s,
         {EngineKind::MariaDb},
         trips,
         u"CREATE VIEW names AS SELECT name FROM trips;\n"
         "CREATE TRIGGER trips_ins BEFORE INSERT ON trips FOR EACH ROW SET NEW.n = 1;\n"_s,
         u"CREATE VIEW names AS SELECT name FROM trips;\n"
         "CREATE TRIGGER trips_ins BEFORE INSERT ON trips FOR EACH ROW SET NEW.n = 1;\n"_s,
         u"applied"_s,
         {u"applied"_s, u"applied"_s}},
        {u"a table that was to be dropped is still there"_s,
         sqliteOnly,
         trips,
         u"ALTER TABLE trips ADD COLUMN a int;\nDROP TABLE owners;\n"_s,
         u"ALTER TABLE trips ADD COLUMN a int;"_s,
         u"half-applied"_s,
         {u"applied"_s, u"not-applied"_s}},
        {u"the second statement undoes the first"_s,
         sqliteOnly,
         trips,
         u"CREATE TABLE helper (id int);\nDROP TABLE helper;\n"_s,
         {},
         u"ambiguous"_s,
         {}},
    };
}

} // namespace

class HalfApplied : public QObject
{
    Q_OBJECT

private slots:
    void verify_data();
    void verify();

private:
    QString file(const QString &name, const QString &text)
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0) {
            qFatal("cannot write a file of the test");
        }
        return out.fileName();
    }

    std::vector<Case> m_cases = cases();
    QTemporaryDir m_folder;
};

void HalfApplied::verify_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("engine");
    for (int i = 0; i < static_cast<int>(m_cases.size()); ++i) {
        for (const EngineKind engine : m_cases[static_cast<std::size_t>(i)].engines) {
            QTest::newRow(qPrintable(schema::titleOf(engine) + u": "_s + m_cases[static_cast<std::size_t>(i)].title))
                << i << static_cast<int>(engine);
        }
    }
}

void HalfApplied::verify()
{
    QFETCH(int, index);
    QFETCH(int, engine);
    const Case &item = m_cases[static_cast<std::size_t>(index)];
    const auto kind = static_cast<EngineKind>(engine);
    auto live = TestDatabase::create(kind, u"half"_s);
    CS_REQUIRE(live);
    CS_REQUIRE(live->execute(item.base + item.ran));
    const QString base = file(u"base.sql"_s, item.base);
    const QString expected = file(u"expected.sql"_s, item.base + item.migration);
    const QString migration = file(u"migration.sql"_s, item.migration);
    QStringList arguments{u"verify"_s,   live->urlText(),  u"--expect"_s, expected,      u"--base"_s,
                          base,          u"--migration"_s, migration,     u"--engine"_s, schema::nameOf(kind),
                          u"--format"_s, u"json"_s};
    if (kind != EngineKind::Sqlite) {
        const auto server = TestServers::of(kind);
        CS_REQUIRE(server);
        arguments << u"--scratch"_s << server->urlText();
    }
    QProcess process;
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s, arguments);
    process.waitForFinished(120000);
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray seen = out + process.readAllStandardError();
    const QJsonObject target = QJsonDocument::fromJson(out).object()[u"targets"_s].toArray().at(0).toObject();
    QVERIFY2(target[u"state"_s].toString() == item.state, seen);
    QCOMPARE(process.exitCode(), item.state == u"applied" ? 0 : item.state == u"ambiguous" ? 3 : 1);
    QStringList states;
    for (const QJsonValue &statement : target[u"statements"_s].toArray()) {
        states << statement[u"state"_s].toString();
        QVERIFY2(!statement[u"evidence"_s].toString().isEmpty(), seen);
    }
    if (!item.statements.isEmpty()) {
        QVERIFY2(states == item.statements, seen);
    }
    QVERIFY2(target[u"drift"_s].toArray().isEmpty() != item.drift, seen);
    for (const QString &route : {u"finishRehearsal"_s, u"backRehearsal"_s}) {
        QVERIFY2(target[route][u"rehearsed"_s].toBool() && target[route][u"arrives"_s].toBool(), seen);
    }
}

QTEST_GUILESS_MAIN(HalfApplied)
#include "tst_halfapplied.moc"
