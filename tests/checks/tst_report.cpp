#include "checks/context.h"
#include "checks/locks.h"
#include "checks/report.h"
#include "rehearsal/rehearse.h"
#include "support/servers.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

using namespace countersign;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

namespace {

base::Result<checks::Report> play(rehearsal::ScratchPool &pool, schema::EngineKind engine, const QString &base,
                                  const QString &migration, const TestDatabase *production,
                                  const checks::Settings &settings = {})
{
    CS_TRY(schema, rehearsal::loadScript(pool, engine, base, u"base.sql"_s, {}, {}));
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(std::move(schema));
    request.migrations = rehearsal::migrationsFromSql(migration, u"migration.sql"_s);
    checks::Report report;
    report.engine = engine;
    report.migrationPath = u"migration.sql"_s;
    report.settings = settings;
    CS_TRY(rehearsal, rehearsal::rehearse(pool, request, {}, {}));
    report.rehearsal = std::move(rehearsal);
    checks::CheckInput input{report.rehearsal, nullptr, nullptr, nullptr, {}, {}};
    input.settings = settings;
    if (production != nullptr) {
        CS_TRY(session, db::openSession(production->url(), {}, {}));
        CS_TRY(facts, checks::readProductionFacts(*session, u"production"_s, {}));
        report.production = std::move(facts);
        input.production = &*report.production;
        CS_TRY(answers, checks::askPreflight(*session, checks::preflightQuestions(input), settings, {}, {}, {}));
        report.preflight = std::move(answers);
        input.preflight = &report.preflight;
    }
    checks::Findings found = checks::runRules(input);
    report.findings = std::move(found.findings);
    report.notRun = std::move(found.notRun);
    return report;
}

const auto trips = u"CREATE TABLE trips (id bigint PRIMARY KEY, name varchar(40), code varchar(40), owner_id bigint);"
                   "CREATE TABLE owners (id bigint PRIMARY KEY);"_s;
const auto rows = u"INSERT INTO trips VALUES (1, 'a', 'same', 7), (2, NULL, 'same', 8), (3, 'c', 'other', NULL);"
                  "INSERT INTO owners VALUES (7);"_s;

QString answersOf(const checks::Report &report)
{
    QStringList out;
    for (const checks::PreflightAnswer &answer : report.preflight) {
        out.append(u"%1 %2 %3 %4 %5"_s.arg(answer.question.rule, checks::nameOf(answer.answer),
                                           QString::number(answer.rows), answer.keys.join(u','), answer.why.english()));
    }
    return out.join(u'\n');
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void preflightFindsRows_data();
    void preflightFindsRows();
    void preflightOfDomainsExclusionsAndInserts();
    void columnsThatAreFilledAskNothing();
    void preflightOfTypesWithUsing();
    void preflightOfColumnsThatAreNew_data();
    void preflightOfColumnsThatAreNew();
    void preflightOnSqlite();
    void unknownIsNotGreen();
    void jsonIsStable();
    void exchangeFormatsAreWellFormed();
    void hostileTextIsHarmless();
    void aStretchOfTheWayBackIsToldOnce();
    void waiversEnd();
    void severitiesAndSwitches();
    void invalidIndexIsFound();
    void predictedLocksAreObserved_data();
    void predictedLocksAreObserved();

private:
    rehearsal::ScratchPool m_pool;
};

void ReportTest::preflightFindsRows_data()
{
    QTest::addColumn<int>("engine");
    QTest::newRow("PostgreSQL") << static_cast<int>(schema::EngineKind::PostgreSql);
    QTest::newRow("MariaDB") << static_cast<int>(schema::EngineKind::MariaDb);
}

void ReportTest::preflightFindsRows()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto production = TestDatabase::create(kind, u"preflight"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(trips + rows));
    const QString migration =
        kind == schema::EngineKind::PostgreSql
            ? u"ALTER TABLE trips ALTER COLUMN name SET NOT NULL;\n"
              "ALTER TABLE trips ADD CONSTRAINT trips_code UNIQUE (code);\n"
              "ALTER TABLE trips ADD CONSTRAINT small CHECK (id < 3);\n"
              "ALTER TABLE trips ADD CONSTRAINT owned FOREIGN KEY (owner_id) REFERENCES owners (id);\n"
              "ALTER TABLE trips ALTER COLUMN code TYPE varchar(4);"_s
            : u"ALTER TABLE trips MODIFY name varchar(40) NOT NULL;\n"
              "ALTER TABLE trips ADD CONSTRAINT trips_code UNIQUE (code);\n"
              "ALTER TABLE trips ADD CONSTRAINT small CHECK (id < 3);\n"
              "ALTER TABLE trips ADD CONSTRAINT owned FOREIGN KEY (owner_id) REFERENCES owners (id);\n"
              "ALTER TABLE trips MODIFY code varchar(4);"_s;
    const auto report = play(m_pool, kind, trips, migration, &*production);
    CS_REQUIRE(report);
    const QString answers = answersOf(*report);
    const QStringList rules = {u"data-violates-not-null fails 1 2"_s, u"data-violates-unique fails 1"_s,
                               u"data-violates-check fails 1 3"_s, u"data-violates-foreign-key fails 1 2"_s,
                               u"data-does-not-fit fails 1 3"_s};
    for (const QString &expected : rules) {
        QVERIFY2(answers.contains(expected), qPrintable(expected + u"\nin:\n"_s + answers));
        const QString rule = expected.section(u' ', 0, 0);
        QVERIFY2(std::ranges::any_of(report->findings,
                                     [&](const checks::Finding &item) {
                                         return item.rule == rule && item.severity == checks::Severity::Error;
                                     }),
                 qPrintable(rule));
    }
    QVERIFY2(!answers.contains(u"same"_s), "values are hidden unless asked for");
    QCOMPARE(report->verdict(), checks::Verdict::Fail);
}

void ReportTest::preflightOfDomainsExclusionsAndInserts()
{
    const QString base = u"CREATE DOMAIN email AS text;"
                         "CREATE TABLE people (id bigint PRIMARY KEY, mail email);"
                         "CREATE TABLE booking (id bigint PRIMARY KEY, room int, starts int, ends int);"
                         "CREATE TABLE country (code text PRIMARY KEY, name text UNIQUE);"
                         "CREATE TABLE parts (id bigint NOT NULL, kind text NOT NULL) PARTITION BY LIST (kind);"
                         "CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');"_s;
    auto production = TestDatabase::create(schema::EngineKind::PostgreSql, u"preflight"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(
        base + u"INSERT INTO people VALUES (1, 'a@b'), (2, 'a b');"
               "INSERT INTO booking VALUES (1, 7, 10, 20), (2, 7, 15, 30), (3, 8, 15, 30), (4, 8, 30, 31);"
               "INSERT INTO country VALUES ('DE', 'Germany'); INSERT INTO parts VALUES (1, 'a');"_s));
    const auto report =
        play(m_pool, schema::EngineKind::PostgreSql, base,
             u"ALTER DOMAIN email ADD CONSTRAINT no_blank CHECK (VALUE !~ ' ');\n"
             "ALTER TABLE booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (int4range(starts, ends) WITH &&);\n"
             "ALTER TABLE booking ADD CONSTRAINT one_room EXCLUDE (room WITH =);\n"
             "INSERT INTO country (name, code) VALUES ('again', 'DE'), ('France', 'FR');\n"
             "INSERT INTO country VALUES ('AT', 'Austria');\n"
             "INSERT INTO country VALUES ('DE', 'again') ON CONFLICT DO NOTHING;\n"
             "ALTER TABLE parts ADD COLUMN size int NOT NULL;"_s,
             &*production);
    CS_REQUIRE(report);
    QStringList answers;
    for (const checks::PreflightAnswer &answer : report->preflight) {
        answers.append(u"%1 %2 %3 %4"_s.arg(QString::number(answer.question.statement), answer.question.object,
                                            checks::nameOf(answer.answer), QString::number(answer.rows)) +
                       (answer.why.isEmpty() ? QString() : u' ' + answer.why.english()));
    }
    QCOMPARE(answers.join(u'\n'), u"1 public.people.mail fails 1\n"
                                  "2 public.booking.no_overlap fails 3\n"
                                  "3 public.booking.one_room fails 2\n"
                                  "4 public.country.country_name_key passes 0\n"
                                  "4 public.country.country_pkey fails 1\n"
                                  "5 public.country.country_name_key passes 0\n"
                                  "5 public.country.country_pkey passes 0\n"
                                  "7 public.parts.size fails 1"_s);
}

void ReportTest::columnsThatAreFilledAskNothing()
{
    const auto kind = schema::EngineKind::PostgreSql;
    auto production = TestDatabase::create(kind, u"filled"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(trips + rows));
    // As Django and Alembic write it, and as people fill a column by hand.
    const QString filled = u"ALTER TABLE trips ADD COLUMN zone varchar(10) DEFAULT 'UTC' NOT NULL;\n"
                           "ALTER TABLE trips ALTER COLUMN zone DROP DEFAULT;\n"
                           "ALTER TABLE trips ADD COLUMN level int;\n"
                           "UPDATE trips SET level = 1;\n"
                           "ALTER TABLE trips ALTER COLUMN level SET NOT NULL;"_s;
    const auto report = play(m_pool, kind, trips, filled, &*production);
    CS_REQUIRE(report);
    QVERIFY2(!answersOf(*report).contains(u"data-violates-not-null"_s), qPrintable(answersOf(*report)));
    const QString empty = u"ALTER TABLE trips ADD COLUMN zone varchar(10);\n"
                          "ALTER TABLE trips ALTER COLUMN zone SET NOT NULL;\n"
                          "ALTER TABLE trips ADD COLUMN level int NOT NULL;"_s;
    const auto failing = play(m_pool, kind, trips, empty, &*production);
    CS_REQUIRE(failing);
    QStringList found;
    for (const checks::Finding &item : failing->findings) {
        if (item.rule == "data-violates-not-null"_L1) {
            found.append(u"%1 %2"_s.arg(QString::number(item.statement), item.object));
        }
    }
    QCOMPARE(found, (QStringList{u"2 public.trips.zone"_s, u"3 public.trips.level"_s}));
}

/// Labels of an enumeration that production has not yet; an expression that makes the values is not to be foreseen.
void ReportTest::preflightOfTypesWithUsing()
{
    const auto kind = schema::EngineKind::PostgreSql;
    const QString base = u"CREATE TABLE items (id int PRIMARY KEY, plan text, state text, code text, size text);"_s;
    auto production = TestDatabase::create(kind, u"using"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(base + u"INSERT INTO items VALUES (1, 'pro', 'new', '7', 'x'), (2, 'old', 'x', '', "
                                          "'1');"_s));
    const auto report = play(m_pool, kind, base,
                             u"CREATE TYPE plan AS ENUM ('pro', 'team');\n"
                             "ALTER TABLE items ALTER plan TYPE plan USING plan::plan;\n"
                             "ALTER TABLE items ALTER plan SET DEFAULT 'pro';\n"
                             "ALTER TABLE items ALTER state TYPE int USING CASE state WHEN 'new' THEN 0 ELSE 1 END;\n"
                             "ALTER TABLE items ALTER code TYPE int USING nullif(code, '')::int;\n"
                             "ALTER TABLE items ALTER \"size\" TYPE int USING CAST((\"size\") AS int);"_s,
                             &*production);
    CS_REQUIRE(report);
    QVERIFY2(report->rehearsal.complete, qPrintable(report->rehearsal.stopped));
    QStringList answers;
    for (const checks::PreflightAnswer &answer : report->preflight) {
        answers.append(u"%1 %2 %3"_s.arg(QString::number(answer.question.statement), checks::nameOf(answer.answer),
                                         QString::number(answer.rows)));
    }
    QCOMPARE(answers.join(u'\n'), u"2 fails 1\n4 unknown -1\n5 unknown -1\n6 fails 1"_s);
}

void ReportTest::preflightOfColumnsThatAreNew_data()
{
    preflightFindsRows_data();
    QTest::newRow("SQLite") << static_cast<int>(schema::EngineKind::Sqlite);
}

/// Rows are asked with the columns that the migration adds and renames: a constant default is in every one of them.
void ReportTest::preflightOfColumnsThatAreNew()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    const bool sqlite = kind == schema::EngineKind::Sqlite;
    const QString base = u"CREATE TABLE items (id int NOT NULL PRIMARY KEY, code varchar(20), note varchar(20));\n"_s;
    auto production = TestDatabase::create(kind, u"added"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(base + u"INSERT INTO items VALUES (1, 'a', 'x'), (2, 'A', 'y'), (3, 'b', 'z');"_s));
    // MariaDB has no index on an expression, SQLite adds no constraint to a table.
    const QString expression = kind == schema::EngineKind::MariaDb
                                   ? u"CREATE UNIQUE INDEX i3 ON items (name);\n"_s
                                   : u"CREATE UNIQUE INDEX i3 ON items (lower(name));\n"_s;
    const QString check = sqlite ? u"CREATE UNIQUE INDEX i6 ON items (id, level);\n"_s
                                 : u"ALTER TABLE items ADD CONSTRAINT c6 CHECK (level > 0 AND name <> '');\n"_s;
    const auto report = play(m_pool, kind, base,
                             u"ALTER TABLE items ADD COLUMN slug varchar(20) DEFAULT '' NOT NULL;\n"
                             "ALTER TABLE items RENAME COLUMN code TO name;\n"_s +
                                 expression +
                                 u"CREATE UNIQUE INDEX i4 ON items (slug);\n"
                                 "ALTER TABLE items ADD COLUMN level int DEFAULT 0 NOT NULL;\n"_s +
                                 check +
                                 u"ALTER TABLE items ADD COLUMN extra varchar(20);\n"
                                 "CREATE UNIQUE INDEX i8 ON items (extra);\n"
                                 "ALTER TABLE items ADD COLUMN token varchar(20);\n"
                                 "UPDATE items SET token = note;\n"
                                 "CREATE UNIQUE INDEX i11 ON items (token);\n"_s,
                             &*production);
    CS_REQUIRE(report);
    QVERIFY2(report->rehearsal.complete, qPrintable(report->rehearsal.stopped));
    QStringList answers;
    for (const checks::PreflightAnswer &answer : report->preflight) {
        answers.append(u"%1 %2 %3"_s.arg(QString::number(answer.question.statement), checks::nameOf(answer.answer),
                                         QString::number(answer.rows)));
    }
    // MariaDB compares without regard to case.
    QCOMPARE(answers.join(u'\n'),
             u"3 fails 1\n4 fails 1\n%1\n11 unknown -1"_s.arg(sqlite ? u"6 passes 0"_s : u"6 fails 3"_s));
}

void ReportTest::preflightOnSqlite()
{
    auto production = TestDatabase::create(schema::EngineKind::Sqlite, u"preflight"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(trips + rows));
    checks::Settings settings;
    settings.showValues = true;
    const auto report =
        play(m_pool, schema::EngineKind::Sqlite, trips,
             u"CREATE UNIQUE INDEX trips_code ON trips (code);\nCREATE UNIQUE INDEX trips_name ON trips (name);"_s,
             &*production, settings);
    CS_REQUIRE(report);
    const QString answers = answersOf(*report);
    QVERIFY2(answers.contains(u"data-violates-unique fails 1 same/2"_s), qPrintable(answers));
    QVERIFY2(answers.contains(u"data-violates-unique passes 0"_s), qPrintable(answers));
    QVERIFY(report->production->relations.at(u"trips"_s).rowsExact);
    QCOMPARE(report->production->relations.at(u"trips"_s).rows, std::optional<qint64>(3));
}

void ReportTest::unknownIsNotGreen()
{
    auto production = TestDatabase::create(schema::EngineKind::Sqlite, u"preflight"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(u"CREATE TABLE something_else (id int);"_s));
    const auto report = play(m_pool, schema::EngineKind::Sqlite, trips,
                             u"CREATE UNIQUE INDEX trips_code ON trips (code);"_s, &*production);
    CS_REQUIRE(report);
    QCOMPARE(report->preflight.size(), size_t(1));
    QCOMPARE(report->preflight.front().answer, checks::Answer::Unknown);
    QVERIFY(report->preflight.front().why.english().contains(u"no such table"_s));
    QVERIFY(std::ranges::any_of(report->findings, [](const checks::Finding &item) {
        return item.rule == u"data-violates-unique"_s && item.severity == checks::Severity::Warning;
    }));
    checks::Report required = *report;
    required.settings.required = {u"completeness"_s};
    required.settings.failOn = checks::Severity::Error;
    std::erase_if(required.findings,
                  [](const checks::Finding &item) { return item.severity == checks::Severity::Error; });
    required.notRun = {};
    QCOMPARE(required.verdict(), checks::Verdict::Pass);
    required.notRun = {{u"completeness"_s, u"no --expect was given"_s}};
    QCOMPARE(required.verdict(), checks::Verdict::Fail);
}

void ReportTest::jsonIsStable()
{
    const QString migration = u"DROP TABLE owners;\nALTER TABLE trips DROP COLUMN name;"_s;
    auto first = play(m_pool, schema::EngineKind::Sqlite, trips, migration, nullptr);
    auto second = play(m_pool, schema::EngineKind::Sqlite, trips, migration, nullptr);
    CS_REQUIRE(first);
    CS_REQUIRE(second);
    QCOMPARE(checks::digest(*first), checks::digest(*second));
    QCOMPARE(checks::findingsDigest(*first), checks::findingsDigest(*second));
    QCOMPARE(checks::footprintDigest(*first), checks::footprintDigest(*second));
    const QJsonObject json = QJsonDocument::fromJson(checks::toJson(*first)).object();
    for (const QString &key :
         {u"migration"_s, u"base"_s, u"result"_s, u"statements"_s, u"findings"_s, u"completeness"_s, u"reversibility"_s,
          u"preflight"_s, u"compatibility"_s, u"plans"_s, u"notRun"_s, u"verdict"_s}) {
        QVERIFY2(json.contains(key), qPrintable(key));
    }
    QCOMPARE(json[u"verdict"_s].toString(), u"fail"_s);
    QCOMPARE(json[u"statements"_s].toArray().size(), 2);
    QCOMPARE(json[u"statements"_s].toArray().at(1)[u"line"_s].toInt(), 2);
    first->findings.pop_back();
    QVERIFY(checks::digest(*first) != checks::digest(*second));
    QVERIFY(checks::findingsDigest(*first) != checks::findingsDigest(*second));
}

void ReportTest::exchangeFormatsAreWellFormed()
{
    const auto report = play(m_pool, schema::EngineKind::Sqlite, trips,
                             u"ALTER TABLE trips DROP COLUMN name;\nDROP TABLE nothing;"_s, nullptr);
    CS_REQUIRE(report);
    const QJsonObject sarif = QJsonDocument::fromJson(checks::toSarif(*report)).object();
    QCOMPARE(sarif[u"version"_s].toString(), u"2.1.0"_s);
    const QJsonObject run = sarif[u"runs"_s].toArray().at(0).toObject();
    QStringList known;
    for (const QJsonValue &rule : run[u"tool"_s][u"driver"_s][u"rules"_s].toArray()) {
        known.append(rule[u"id"_s].toString());
    }
    QVERIFY(run[u"results"_s].toArray().size() >= 2);
    for (const QJsonValue &result : run[u"results"_s].toArray()) {
        QVERIFY(known.contains(result[u"ruleId"_s].toString()));
        QVERIFY(!result[u"message"_s][u"text"_s].toString().isEmpty());
    }
    QXmlStreamReader xml(checks::toJUnit(*report));
    int cases = 0;
    int failures = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        cases += xml.isStartElement() && xml.name() == u"testcase"_s ? 1 : 0;
        failures += xml.isStartElement() && xml.name() == u"failure"_s ? 1 : 0;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(cases > 3);
    QVERIFY(failures >= 3);
}

void ReportTest::hostileTextIsHarmless()
{
    checks::Report report;
    const QString hostile = u"<script>alert(1)</script>\x1b[2J\u202Eevil"_s;
    checks::Finding item;
    item.rule = u"drop-table"_s;
    item.object = item.fix = hostile;
    item.message = item.advice = hostile;
    report.findings = {item};
    report.migrationPath = hostile;
    report.limits = {hostile};
    for (const QByteArray &text : {checks::toText(report).toUtf8(), checks::toHtml(report), checks::toJUnit(report)}) {
        QVERIFY(!text.contains('\x1b'));
        QVERIFY(!text.contains(u"\u202E"_s.toUtf8()));
    }
    QVERIFY(!checks::toHtml(report).contains("<script"));
}

void ReportTest::waiversEnd()
{
    checks::Finding item;
    item.rule = u"drop-column"_s;
    item.object = u"trips.note"_s;
    item.severity = checks::Severity::Error;
    const QDate today(2026, 6, 1);
    const auto waived = [&](const checks::Waiver &waiver) {
        std::vector<checks::Finding> findings = {item};
        const QStringList problems = checks::applyWaivers(findings, {waiver}, today);
        return findings.front().waived ? u"yes"_s : problems.join(u';');
    };
    const QString reason = u"archived on 3 June, see OPS-114"_s;
    QCOMPARE(waived({u"drop-column"_s, u"trips.note"_s, reason, today}), u"yes"_s);
    QCOMPARE(waived({u"drop-column"_s, {}, reason, today}), u"yes"_s);
    QVERIFY(waived({u"drop-column"_s, {}, reason, today.addDays(-1)}).contains(u"ended"_s));
    QVERIFY(waived({u"drop-column"_s, {}, u"because"_s, today}).contains(u"20 characters"_s));
    QVERIFY(waived({u"drop-column"_s, {}, reason, {}}).contains(u"no end date"_s));
    QCOMPARE(waived({u"drop-column"_s, u"trips.other"_s, reason, today}), QString());
    QCOMPARE(waived({u"drop-table"_s, {}, reason, today}), QString());
}

void ReportTest::severitiesAndSwitches()
{
    checks::Settings settings;
    settings.severities[u"drop-table"_s] = checks::Severity::Info;
    settings.disabled = {u"irreversible-step"_s};
    const auto report = play(m_pool, schema::EngineKind::Sqlite, trips, u"DROP TABLE owners;"_s, nullptr, settings);
    CS_REQUIRE(report);
    for (const checks::Finding &item : report->findings) {
        QVERIFY(item.rule != u"irreversible-step"_s);
        QVERIFY(item.rule != u"drop-table"_s || item.severity == checks::Severity::Info);
    }
    QVERIFY(std::ranges::any_of(report->notRun,
                                [](const checks::NotRun &item) { return item.check == u"irreversible-step"_s; }));
}

void ReportTest::invalidIndexIsFound()
{
    auto schema = rehearsal::loadScript(m_pool, schema::EngineKind::PostgreSql,
                                        u"CREATE TABLE trips (id bigint PRIMARY KEY, name text);"
                                        "CREATE INDEX trips_name ON trips (name);"_s,
                                        u"base.sql"_s, {}, {});
    CS_REQUIRE(schema);
    const auto findings = [&](bool invalid) {
        for (schema::Object &object : schema->objects) {
            if (auto *table = std::get_if<schema::Table>(&object); table != nullptr && !table->indexes.empty()) {
                table->indexes.front().invalid = invalid;
            }
        }
        rehearsal::Rehearsal rehearsal;
        rehearsal.base = rehearsal.result = std::make_shared<const schema::Schema>(*schema);
        rehearsal::StatementRun run;
        run.index = 1;
        run.sql = u"CREATE INDEX CONCURRENTLY IF NOT EXISTS trips_name ON trips (name)"_s;
        run.outcome = rehearsal::Outcome::Ok;
        run.after = rehearsal.base;
        rehearsal.statements = {run};
        const checks::Findings found = checks::runRules({rehearsal, nullptr, nullptr, nullptr, {}, {}});
        return std::ranges::count(found.findings, u"index-invalid"_s, &checks::Finding::rule);
    };
    QCOMPARE(findings(true), 1);
    QCOMPARE(findings(false), 0);
}

void ReportTest::predictedLocksAreObserved_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("sql");
    const auto both = u"ALTER TABLE trips ADD COLUMN note text|ALTER TABLE trips DROP COLUMN name|"
                      "CREATE INDEX trips_code ON trips (code)|DROP TABLE trips|"
                      "ALTER TABLE trips ADD CONSTRAINT small CHECK (id < 3)|"
                      "ALTER TABLE trips ADD CONSTRAINT one UNIQUE (code)"_s;
    const auto postgreSql =
        u"ALTER TABLE trips ALTER COLUMN name SET NOT NULL|ALTER TABLE trips ALTER COLUMN code TYPE varchar(80)|"
        "ALTER TABLE trips ALTER COLUMN code TYPE varchar(10)|ALTER TABLE trips ALTER COLUMN code TYPE text|"
        "ALTER TABLE trips ADD COLUMN at timestamptz DEFAULT now()|"
        "ALTER TABLE trips ADD COLUMN token uuid DEFAULT gen_random_uuid()|"
        "ALTER TABLE trips ADD CONSTRAINT owned FOREIGN KEY (owner_id) REFERENCES owners (id)|"
        "ALTER TABLE trips ADD CONSTRAINT owned FOREIGN KEY (owner_id) REFERENCES owners (id) NOT VALID|"
        "ALTER TABLE trips RENAME COLUMN name TO title|ALTER TABLE trips SET (fillfactor = 70)|TRUNCATE trips|"
        "CREATE TABLE child (id bigint REFERENCES trips)|COMMENT ON TABLE trips IS 'x'"_s;
    const auto mariaDb =
        u"ALTER TABLE trips MODIFY code varchar(50)|ALTER TABLE trips MODIFY code varchar(10)|"
        "ALTER TABLE trips MODIFY name varchar(40) NOT NULL|ALTER TABLE trips MODIFY owner_id int|"
        "ALTER TABLE trips RENAME COLUMN name TO title|ALTER TABLE trips ALTER COLUMN code SET DEFAULT 'x'|"
        "ALTER TABLE trips FORCE|ALTER TABLE trips ADD COLUMN n int FIRST"_s;
    const auto add = [](schema::EngineKind engine, const QString &list) {
        for (const QString &sql : list.split(u'|')) {
            QTest::newRow(qPrintable(schema::titleOf(engine) + u": "_s + sql)) << static_cast<int>(engine) << sql;
        }
    };
    add(schema::EngineKind::PostgreSql, both + u'|' + postgreSql);
    add(schema::EngineKind::MariaDb, both + u'|' + mariaDb);
}

void ReportTest::predictedLocksAreObserved()
{
    QFETCH(int, engine);
    QFETCH(QString, sql);
    const auto kind = static_cast<schema::EngineKind>(engine);
    const auto report = play(m_pool, kind, trips, sql + u';', nullptr);
    CS_REQUIRE(report);
    const rehearsal::StatementRun &run = report->rehearsal.statements.front();
    QVERIFY2(run.outcome == rehearsal::Outcome::Ok, qPrintable(run.error ? run.error->text() : run.refusal));
    QVERIFY2(!run.locks.empty(), "nothing was observed");
    const checks::Version version = checks::parseVersion(report->rehearsal.circumstances.engineVersion);
    const auto predicted = checks::predictLocks({kind, version, *report->rehearsal.base, *run.after},
                                                checks::statementFacts(sql, sql::dialectOf(kind)));
    const auto text = [&](const rehearsal::Lock &lock) {
        return kind == schema::EngineKind::PostgreSql
                   ? u"%1 %2 rewrites %3"_s.arg(lock.object, lock.mode).arg(lock.rewritesTable)
                   : u"%1 blocks writes %2 rewrites %3"_s.arg(lock.object)
                         .arg(lock.blocksWrites)
                         .arg(lock.rewritesTable);
    };
    QStringList expected;
    for (const rehearsal::Lock &lock : predicted) {
        QVERIFY(!lock.observed);
        expected.append(text(lock));
    }
    QStringList observed;
    for (const rehearsal::Lock &lock : run.locks) {
        const bool relation =
            std::ranges::any_of(checks::tablesOf(*report->rehearsal.base),
                                [&](const schema::Table *table) { return table->id().path() == lock.object; });
        if (relation) {
            observed.append(text(lock));
        }
    }
    expected.sort();
    observed.sort();
    QCOMPARE(expected.join(u'\n'), observed.join(u'\n'));
}

void ReportTest::aStretchOfTheWayBackIsToldOnce()
{
    diff::Difference left;
    left.change = diff::Change::Removed;
    left.id = {schema::ObjectKind::Index, {}, u"trips"_s, u"by_day"_s};
    checks::Report report;
    report.reversibility.emplace();
    report.reversibility->ran = true;
    for (const int i : {6, 1, 2, 3, 4, 5}) { // the full state comes first
        rehearsal::Reversal reversal;
        reversal.fromStatement = i;
        reversal.restoresBase = i == 4;
        reversal.left = i == 4 ? std::vector<diff::Difference>() : std::vector<diff::Difference>(i > 5 ? 2 : 1, left);
        report.reversibility->reversals.push_back(reversal);
    }
    const QString text = checks::toText(report);
    QVERIFY2(text.contains(u"    after statement 6: leaves 2 differences\n    left: removed index trips.by_day\n"
                           "    left: removed index trips.by_day\n"
                           "    after statements 1 to 3: leaves a difference\n    left: removed index trips.by_day\n"
                           "    after statement 5: leaves a difference\n"_s),
             qPrintable(text));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
