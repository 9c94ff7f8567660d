#include "acceptance/mysql/judge.h"
#include "plan/plan.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

/// An object's parts, each with the states that it can be in; the empty one is "not there".
struct Choice {
    QStringList states;
    qsizetype chosen = 0;

    [[nodiscard]] QString text() const { return states.at(chosen); }
};

struct ColumnModel {
    QString name;
    QString value; ///< allowed in every state of the definition
    Choice definition;
    Choice comment;
    Choice visibility;
};

struct TableModel {
    QString name;
    std::vector<ColumnModel> columns;
    std::vector<Choice> parts; ///< keys, checks, foreign keys
    std::vector<Choice> options;
};

struct Model {
    std::vector<TableModel> tables;
    std::vector<Choice> others; ///< views, programs, events, sequences: whole statements
};

class Generator
{
public:
    Generator(quint32 seed, schema::EngineKind engine) : m_random(seed), m_engine(engine) {}

    Model model()
    {
        Model out;
        for (int i = 0; i < 3; ++i) {
            out.tables.push_back(table(u"t%1"_s.arg(i), i));
        }
        for (const QStringList &states : otherStates()) {
            out.others.push_back(choose(states));
        }
        return out;
    }

    void mutate(Model &model)
    {
        for (int i = 2 + below(5); i > 0; --i) {
            TableModel &table = model.tables[static_cast<std::size_t>(below(3))];
            switch (below(8)) {
            case 0:
                table.columns.insert(table.columns.begin() + below(static_cast<int>(table.columns.size()) + 1),
                                     column());
                break;
            case 1:
                if (table.columns.size() > 1) {
                    table.columns.erase(table.columns.begin() + below(static_cast<int>(table.columns.size())));
                }
                break;
            case 2:
            case 3: {
                ColumnModel &column =
                    table.columns[static_cast<std::size_t>(below(static_cast<int>(table.columns.size())))];
                again(below(2) == 0 ? column.definition : below(2) == 0 ? column.comment : column.visibility);
                break;
            }
            case 4:
                again(one(table.parts));
                break;
            case 5:
                again(one(table.options));
                break;
            default:
                again(one(model.others));
                break;
            }
        }
    }

private:
    int below(int limit) { return m_random.bounded(limit); }
    Choice choose(QStringList states)
    {
        if (m_engine == schema::EngineKind::MySql) { // what only MariaDB has, and what MySQL calls otherwise
            states.replaceInStrings(u" IGNORED"_s, u" INVISIBLE"_s);
            states.removeIf([](const QString &state) {
                return state.contains(u"COMPRESSED"_s) || state == u"uuid"_s || state.startsWith(u"CREATE SEQUENCE"_s);
            });
        }
        return {states, below(static_cast<int>(states.size()))};
    }
    void again(Choice &choice) { choice.chosen = below(static_cast<int>(choice.states.size())); }
    Choice &one(std::vector<Choice> &choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

    ColumnModel column()
    {
        static const QStringList values{u"3"_s,   u"'x'"_s, u"'2021-02-03 04:05:06'"_s, u"2"_s, u"'b'"_s,
                                        u"'x'"_s, u"NULL"_s};
        static const QList<QStringList> families{
            {u"int"_s, u"int NOT NULL DEFAULT 5"_s, u"bigint unsigned DEFAULT 7"_s, u"int(6) zerofill"_s,
             u"int GENERATED ALWAYS AS (`n` + 1) VIRTUAL"_s, u"int GENERATED ALWAYS AS (`n` * 2) STORED"_s},
            {u"varchar(20)"_s, u"varchar(40) NOT NULL DEFAULT 'it''s'"_s,
             u"varchar(40) CHARACTER SET latin1 DEFAULT 'a\\\\b'"_s, u"varchar(40) COLLATE utf8mb4_bin"_s, u"text"_s,
             u"text DEFAULT (concat('a', 'b'))"_s, u"longtext COMPRESSED"_s},
            {u"datetime"_s, u"datetime(3) NOT NULL DEFAULT current_timestamp(3)"_s,
             u"timestamp NULL DEFAULT NULL ON UPDATE current_timestamp()"_s, u"date DEFAULT '2020-02-29'"_s},
            {u"decimal(10,2) DEFAULT 1.50"_s, u"decimal(12,4) NOT NULL DEFAULT 0"_s, u"double"_s,
             u"decimal(10,2) CHECK (`d` <> 13)"_s},
            {u"enum('a','b')"_s, u"enum('a','b','c,d') NOT NULL DEFAULT 'b'"_s},
            {u"set('x','y') DEFAULT 'x'"_s, u"set('x','y','z') NOT NULL DEFAULT 'y'"_s},
            {u"json"_s, u"uuid"_s, u"varbinary(16)"_s, u"binary(4) DEFAULT 'abcd'"_s, u"bit(5) DEFAULT b'101'"_s},
        };
        const int family = below(static_cast<int>(families.size()));
        QStringList states = families.at(family);
        const QString name = u"c%1"_s.arg(++m_columns);
        states.replaceInStrings(u"`d`"_s, u'`' + name + u'`');
        return {name, values.at(family), choose(states),
                choose({QString(), u"COMMENT 'one'"_s, u"COMMENT 'it''s; ü'"_s}),
                choose({QString(), QString(), u"INVISIBLE"_s})};
    }

    TableModel table(const QString &name, int number)
    {
        TableModel out{name, {}, {}, {}};
        for (int i = 2 + below(4); i > 0; --i) {
            out.columns.push_back(column());
        }
        const QString parent = u"t%1"_s.arg(number == 0 ? 2 : number - 1); // a circle of three
        out.parts = {
            choose({QString(), u"KEY k1 (n)"_s, u"KEY k1 (n DESC, s(10))"_s, u"UNIQUE KEY k1 (n, id)"_s}),
            choose({QString(), u"KEY k2 (s(20)) COMMENT 'x'"_s, u"FULLTEXT KEY k2 (s)"_s, u"KEY k2 (s) IGNORED"_s}),
            choose({QString(), u"CONSTRAINT %1_c CHECK (n > 0)"_s.arg(name),
                    u"CONSTRAINT %1_c CHECK (n > 0 or s like 'a;%')"_s.arg(name)}),
            choose({QString(), u"CONSTRAINT %1_f FOREIGN KEY (p) REFERENCES %2 (id)"_s.arg(name, parent),
                    u"CONSTRAINT %1_f FOREIGN KEY (p) REFERENCES %2 (id) ON DELETE CASCADE ON UPDATE SET NULL"_s.arg(
                        name, parent)})};
        out.options = {choose({u"COLLATE=utf8mb4_general_ci"_s, u"COLLATE=utf8mb4_unicode_ci"_s}),
                       choose({QString(), u"COMMENT='table; ''x'''"_s}),
                       choose({QString(), u"ROW_FORMAT=DYNAMIC"_s, u"ROW_FORMAT=COMPACT"_s, u"STATS_PERSISTENT=1"_s})};
        return out;
    }

    static QList<QStringList> otherStates()
    {
        return {
            {QString(), u"CREATE VIEW v1 AS SELECT id, n FROM t0"_s,
             u"CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW v1 AS SELECT t0.id, t1.s FROM t0 JOIN t1 ON t0.n = t1.n WHERE t1.s <> 'a;b'"_s},
            {QString(), u"CREATE VIEW v0 AS SELECT n AS x FROM t2 UNION SELECT 1"_s,
             u"CREATE VIEW v0 AS SELECT id AS x FROM t2 WHERE n > 3 WITH LOCAL CHECK OPTION"_s},
            {QString(), u"CREATE PROCEDURE p(IN a int) BEGIN SELECT a; SELECT 'x;y'; END"_s,
             u"CREATE DEFINER=someone@'%' PROCEDURE p(IN a int, OUT b int) READS SQL DATA COMMENT 'c' SET b = a"_s},
            {QString(), u"CREATE FUNCTION f(a varchar(10)) RETURNS int DETERMINISTIC RETURN char_length(a)"_s,
             u"CREATE FUNCTION f(a varchar(10)) RETURNS bigint NO SQL SQL SECURITY INVOKER RETURN 7"_s},
            {QString(), u"CREATE TRIGGER g1 BEFORE INSERT ON t0 FOR EACH ROW SET NEW.n = NEW.n + 1"_s,
             u"CREATE TRIGGER g1 AFTER UPDATE ON t1 FOR EACH ROW BEGIN SET @a = NEW.n; END"_s},
            {QString(), u"CREATE TRIGGER g2 BEFORE INSERT ON t0 FOR EACH ROW SET NEW.n = NEW.n * 2"_s},
            {QString(), u"CREATE EVENT e ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' DO SELECT 1"_s,
             u"CREATE EVENT e ON SCHEDULE AT '2030-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'x' DO SELECT 2"_s},
            {QString(), u"CREATE SEQUENCE q"_s, u"CREATE SEQUENCE q START WITH 5 INCREMENT BY 3 MAXVALUE 900 CYCLE"_s},
        };
    }

    QRandomGenerator m_random;
    schema::EngineKind m_engine;
    int m_columns = 0;
};

QString script(const Model &model)
{
    QString out = u"SET foreign_key_checks=0;\n"_s;
    for (const TableModel &table : model.tables) {
        QStringList lines{u"id int NOT NULL AUTO_INCREMENT"_s, u"n int DEFAULT 1"_s, u"s varchar(50)"_s, u"p int"_s};
        for (const ColumnModel &column : table.columns) {
            lines << u"%1 %2 %3 %4"_s.arg(column.name, column.definition.text().section(u" CHECK"_s, 0, 0),
                                          column.visibility.text(), column.comment.text()) +
                         (column.definition.text().contains(u" CHECK"_s)
                              ? u" CHECK"_s + column.definition.text().section(u" CHECK"_s, 1)
                              : QString());
        }
        lines << u"PRIMARY KEY (id)"_s;
        for (const Choice &part : table.parts) {
            if (!part.text().isEmpty()) {
                lines << part.text();
            }
        }
        out += u"CREATE TABLE %1 (\n    %2\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"_s.arg(table.name,
                                                                                           lines.join(u",\n    "_s));
        for (const Choice &option : table.options) {
            out += u' ' + option.text();
        }
        out += u";\nINSERT IGNORE INTO %1 (id, n, s) VALUES (3, 10, 'ab'), (9, 20, 'it''s');\n"_s.arg(table.name);
        for (const ColumnModel &column : table.columns) {
            if (!column.definition.text().contains(u"GENERATED"_s)) {
                out += u"UPDATE %1 SET %2 = %3;\n"_s.arg(table.name, column.name, column.value);
            }
        }
    }
    out += u"DELIMITER $$\n"_s;
    for (const Choice &other : model.others) {
        if (!other.text().isEmpty()) {
            out += other.text() + u"\n$$\n"_s;
        }
    }
    return out + u"DELIMITER ;\n"_s;
}

} // namespace

/// Random schemas with rows, changed at random: the plan leads to the other schema and back, mariadb-dump says so, the
/// rows stay, and a dump restored under another name has no difference.
/// COUNTERSIGN_PROPERTY_ROUNDS: how many (6 by default); COUNTERSIGN_PROPERTY_SEED: where they begin.
class TestMySqlProperty : public QObject
{
    Q_OBJECT

private slots:
    void converges()
    {
        const int rounds = qEnvironmentVariable("COUNTERSIGN_PROPERTY_ROUNDS", u"6"_s).toInt();
        const int first = qEnvironmentVariable("COUNTERSIGN_PROPERTY_SEED", u"1"_s).toInt();
        const auto server = TestServers::mariadb();
        CS_REQUIRE(server);
        for (int seed = first; seed < first + rounds; ++seed) {
            Generator generator(static_cast<quint32>(seed), server->engine);
            const Model before = generator.model();
            Model after = before;
            generator.mutate(after);
            const auto problem = check(before, after);
            QVERIFY2(problem && problem->isEmpty(),
                     qPrintable(u"seed %1: %2\nfrom\n%3\nto\n%4"_s.arg(seed).arg(
                         problem ? *problem : problem.error().text(), script(before), script(after))));
        }
    }

    /// Scripts as people pipe them into the client, for what random schemas do not hold.
    void scriptsArrive_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto server = TestServers::mariadb();
        CS_REQUIRE(server);
        QTest::newRow("a trigger moves to another table")
            << u"CREATE TABLE a (i int); CREATE TABLE b (i int); CREATE TRIGGER g BEFORE INSERT ON a FOR EACH ROW SET NEW.i = 1;"_s
            << u"CREATE TABLE a (i int); CREATE TABLE b (i int); CREATE TRIGGER g BEFORE INSERT ON b FOR EACH ROW SET NEW.i = 1;"_s;
        QTest::newRow("a backslash that escapes nothing")
            << QString()
            << u"SET sql_mode='ANSI_QUOTES,NO_BACKSLASH_ESCAPES';\nDELIMITER //\nCREATE PROCEDURE \"p q\"(\"a\" int) BEGIN SELECT \"a\", 'x\\' ; END//\n"_s
               "SET sql_mode=''//\nCREATE VIEW v AS SELECT 'it''s \\\\ \"x\"' AS x//\nDELIMITER ;\n";
        QTest::newRow("a program that was made under no sql_mode")
            << u"CREATE TABLE a (i int);"_s
            << u"CREATE TABLE a (i int); SET sql_mode=''; CREATE TRIGGER g BEFORE INSERT ON a FOR EACH ROW SET NEW.i = 1;"_s;
        if (server->engine == schema::EngineKind::MySql) {
            QTest::newRow("a check that moves to another table")
                << u"CREATE TABLE a (x int, y int, CONSTRAINT pos CHECK (y > 0)); CREATE TABLE b (x int, CONSTRAINT q CHECK (x > 0)); CREATE TABLE z (x int CHECK (x > 1), CONSTRAINT moved CHECK (x < 9));"_s
                << u"CREATE TABLE a (x int, y int, CONSTRAINT moved CHECK (x < 9)); CREATE TABLE b (x int, CONSTRAINT pos CHECK (x > 0)); CREATE TABLE c (y int, CONSTRAINT q CHECK (y > 0)); CREATE TABLE z (x int);"_s;
            return;
        }
        QTest::newRow("names that another object takes")
            << u"CREATE TABLE x (i int); CREATE VIEW y AS SELECT 1 AS i; CREATE SEQUENCE z; CREATE TABLE p (i int "
               u"PRIMARY KEY);"
               "CREATE TABLE q (i int, CONSTRAINT fk FOREIGN KEY (i) REFERENCES p (i)); CREATE TABLE w (i int PRIMARY "
               "KEY);"
               "CREATE TABLE v (i int, CONSTRAINT vk FOREIGN KEY (i) REFERENCES w (i)); CREATE TABLE s (i int);"
               "CREATE TRIGGER g BEFORE INSERT ON v FOR EACH ROW SET NEW.i = 1; CREATE FUNCTION F() RETURNS int RETURN 1;"_s
            << u"CREATE VIEW x AS SELECT 1 AS i; CREATE TABLE y (i int); CREATE TABLE z (i int); CREATE TABLE p (i "
               u"bigint PRIMARY KEY);"
               "CREATE TABLE r (i bigint, CONSTRAINT fk FOREIGN KEY (i) REFERENCES p (i)); CREATE TABLE s (i int);"
               "CREATE TRIGGER g BEFORE INSERT ON s FOR EACH ROW SET NEW.i = 1; CREATE FUNCTION f() RETURNS int RETURN 2;"_s;
        QTest::newRow("types that are never converted")
            << u"CREATE TABLE a (i int, u uuid, p point, n inet6, KEY k (u)); INSERT INTO a (u) VALUES (uuid());"_s
            << u"CREATE TABLE a (i int, u bigint, p datetime, n year, KEY k (u));"_s;
        QTest::newRow("a counter outside the new limits")
            << u"CREATE SEQUENCE q; CREATE SEQUENCE d INCREMENT BY -1;"_s
            << u"CREATE SEQUENCE q START WITH 7 MINVALUE 5; CREATE SEQUENCE d START WITH -9 MAXVALUE -8 INCREMENT BY -1;"_s;
    }
    void scriptsArrive()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"from"_s);
        const auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"to"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        CS_REQUIRE(a->execute(from));
        CS_REQUIRE(b->execute(to));
        const auto schemaA = readMySql(*a);
        const auto schemaB = readMySql(*b);
        CS_REQUIRE(schemaA);
        CS_REQUIRE(schemaB);
        for (const auto &[source, target] : {std::pair{*schemaA, *schemaB}, std::pair{*schemaB, *schemaA}}) {
            CS_REQUIRE(a->execute(plan::script(stepsBetween(source, target), target.engine)));
            const auto reached = readMySql(*a);
            CS_REQUIRE(reached);
            QCOMPARE(listed(diff::compare(*reached, target, {})), QString());
        }
        QVERIFY(schemaB->notCompared.empty());
    }

    /// Every statement commits: whoever writes or reads meanwhile must not meet a trigger or view that misses a table.
    void whatStaysWorksAllTheWhile()
    {
        const auto database = TestDatabase::create(schema::EngineKind::MariaDb, u"from"_s);
        const auto wanted = TestDatabase::create(schema::EngineKind::MariaDb, u"to"_s);
        CS_REQUIRE(database);
        CS_REQUIRE(wanted);
        const QString item = u"CREATE TABLE item (id int AUTO_INCREMENT PRIMARY KEY, qty %1, price int);"
                             "CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, n %1);"_s;
        CS_REQUIRE(database->execute(
            item.arg(u"int"_s) +
            u"CREATE TABLE log (i int); CREATE TABLE old_log (i int); CREATE FUNCTION unit() RETURNS int RETURN 1;"
            "CREATE VIEW summary AS SELECT unit() AS n FROM old_log; CREATE VIEW gone AS SELECT i FROM log;"
            "CREATE TRIGGER a BEFORE INSERT ON item FOR EACH ROW INSERT INTO log VALUES (unit());"
            "CREATE TRIGGER b BEFORE INSERT ON orders FOR EACH ROW INSERT INTO old_log VALUES (unit());"_s));
        CS_REQUIRE(
            wanted->execute(item.arg(u"bigint"_s) +
                            u"CREATE TABLE new_log (i int); CREATE VIEW summary AS SELECT 1 AS n FROM new_log;"
                            "CREATE TRIGGER b BEFORE INSERT ON orders FOR EACH ROW INSERT INTO new_log VALUES (1);"_s));
        const auto from = readMySql(*database);
        const auto to = readMySql(*wanted);
        CS_REQUIRE(from);
        CS_REQUIRE(to);
        for (const engine::Step &one : stepsBetween(*from, *to)) {
            if (one.sql.isEmpty() || one.sql.startsWith(u"SET ")) {
                continue;
            }
            CS_REQUIRE(database->execute(plan::script({one}, to->engine)));
            const auto used =
                database->execute(u"INSERT INTO item (qty) VALUES (1); INSERT INTO orders (n) VALUES (1); "
                                  "SELECT * FROM summary;"_s);
            QVERIFY2(used, qPrintable(u"after %1: %2"_s.arg(one.sql, used ? QString() : used.error().text())));
        }
        const auto reached = readMySql(*database);
        CS_REQUIRE(reached);
        QCOMPARE(listed(diff::compare(*reached, *to, {})), QString());
    }

    /// A view may outlive what it names. Nothing creates such a view, and the rest of the script runs all the same.
    void brokenViewsStopNothing()
    {
        const auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"from"_s);
        const auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"to"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        CS_REQUIRE(a->execute(u"CREATE TABLE t (a int)"_s));
        CS_REQUIRE(b->execute(
            u"CREATE TABLE t (a int, b int); CREATE TABLE gone (x int); CREATE VIEW broken AS SELECT x FROM gone; "
            "CREATE VIEW upon AS SELECT t.a FROM t JOIN broken ON broken.x = t.a; DROP TABLE gone; CREATE VIEW v AS "
            "SELECT trim(both ' ' from a) AS a, extract(year from now()) AS y FROM t AS gone; CREATE VIEW w AS WITH "
            "gone AS (SELECT 1 AS x) SELECT x FROM gone"_s));
        const auto from = readMySql(*a);
        const auto to = readMySql(*b);
        CS_REQUIRE(from);
        CS_REQUIRE(to);
        const QString failed = apply(*a, stepsBetween(*from, *to));
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        const auto reached = readMySql(*a);
        CS_REQUIRE(reached);
        QStringList left;
        for (const diff::Difference &difference : diff::compare(*reached, *to, {}).differences) {
            left << difference.id.name;
        }
        QCOMPARE(left, (QStringList{u"broken"_s, u"upon"_s}));
    }

    /// Everything that may name a column or a table does, when these are renamed.
    void renamesArrive()
    {
        const auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"from"_s);
        const auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"to"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        const QString tables =
            u"CREATE TABLE p (id int PRIMARY KEY); "
            "CREATE TABLE %1 (id int PRIMARY KEY, %2 int CHECK (%2 > 0), w varchar(20) DEFAULT (concat('x', 1)), "
            "k int, g int AS (%2 + 1) VIRTUAL, h int AS (%2 * 2) STORED, CONSTRAINT c CHECK (%2 < 9 OR w <> 'b'), "
            "CHECK (w <> 'q'), FOREIGN KEY (k) REFERENCES p (id), KEY (g)); "
            "CREATE TABLE r (%3 int) PARTITION BY HASH (%3) PARTITIONS 2;"_s;
        CS_REQUIRE(a->execute(tables.arg(u"old_name"_s, u"amount"_s, u"uuid"_s)));
        CS_REQUIRE(b->execute(tables.arg(u"new_name"_s, u"total"_s, u"id"_s)));
        if (a->engine() == schema::EngineKind::MySql) {
            CS_REQUIRE(a->execute(u"ALTER TABLE old_name ADD KEY f ((amount * 3)), ADD d int DEFAULT (amount + 1)"_s));
            CS_REQUIRE(b->execute(u"ALTER TABLE new_name ADD KEY f ((total * 3)), ADD d int DEFAULT (total + 1)"_s));
        }
        const auto from = readMySql(*a);
        const auto to = readMySql(*b);
        CS_REQUIRE(from);
        CS_REQUIRE(to);
        diff::Options options;
        const auto column = [](const QString &table, const QString &name) {
            return schema::ObjectId{schema::ObjectKind::Column, {}, table, name};
        };
        options.renames = {
            {{schema::ObjectKind::Table, {}, {}, u"old_name"_s}, {schema::ObjectKind::Table, {}, {}, u"new_name"_s}},
            {column(u"new_name"_s, u"amount"_s), column(u"new_name"_s, u"total"_s)},
            {column(u"r"_s, u"uuid"_s), column(u"r"_s, u"id"_s)}};
        const diff::Comparison comparison = diff::compare(*from, *to, options);
        QCOMPARE(comparison.differences.size(), 3U);
        const QString failed = apply(*a, engine::mysql::engine().steps(comparison.renamedFrom, *to, comparison));
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        const auto reached = readMySql(*a);
        CS_REQUIRE(reached);
        QCOMPARE(listed(diff::compare(*reached, *to, {})), QString());
        QCOMPARE(firstDifference(judged(*a), judged(*b)), QString());

        for (diff::Rename &rename : options.renames) {
            std::swap(rename.from, rename.to);
        }
        const diff::Comparison back = diff::compare(*reached, *from, options);
        QCOMPARE(back.differences.size(), 3U);
        const QString failedBack = apply(*a, engine::mysql::engine().steps(back.renamedFrom, *from, back));
        QVERIFY2(failedBack.isEmpty(), qPrintable(failedBack));
        const auto again = readMySql(*a);
        CS_REQUIRE(again);
        QCOMPARE(listed(diff::compare(*again, *from, {})), QString());
    }

private:
    static base::Result<QString> rows(const TestDatabase &database)
    {
        QString out;
        for (const QString &table : {u"t0"_s, u"t1"_s, u"t2"_s}) {
            CS_TRY(answer, database.query(u"SELECT id, n, s FROM %1 ORDER BY id"_s.arg(table)));
            out += answer + u'\n';
        }
        return out;
    }

    static base::Result<QString> check(const Model &from, const Model &to)
    {
        CS_TRY(a, TestDatabase::create(schema::EngineKind::MariaDb, u"from"_s));
        CS_TRY(b, TestDatabase::create(schema::EngineKind::MariaDb, u"to"_s));
        CS_TRY(copy, TestDatabase::create(schema::EngineKind::MariaDb, u"copy"_s));
        CS_CHECK(a.execute(script(from)));
        CS_CHECK(b.execute(script(to)));
        CS_TRY(dump, b.dump());
        CS_CHECK(copy.execute(dump));
        CS_TRY(schemaA, readMySql(a));
        CS_TRY(schemaB, readMySql(b));
        CS_TRY(schemaCopy, readMySql(copy));
        const diff::Comparison noise = diff::compare(schemaB, schemaCopy, {});
        if (!noise.identical()) {
            return u"noise in a copy:\n"_s + listed(noise);
        }
        const QString dumpA = judged(a);
        const QString dumpB = judged(b);
        CS_TRY(rowsBefore, rows(a));
        for (const auto &[source, target, wanted] :
             {std::tuple{&schemaA, &schemaB, dumpB}, std::tuple{&schemaB, &schemaA, dumpA}}) {
            const std::vector<engine::Step> steps = stepsBetween(*source, *target);
            if (const QString failed = apply(a, steps); !failed.isEmpty()) {
                return failed;
            }
            CS_TRY(reached, readMySql(a));
            const diff::Comparison rest = diff::compare(reached, *target, {});
            const QString left = firstDifference(judged(a), wanted);
            if (!rest.identical() || !left.isEmpty()) {
                QString plan;
                for (const engine::Step &step : steps) {
                    plan += step.sql + u";\n"_s;
                }
                return u"still different:\n%1\n%2\nafter\n%3"_s.arg(listed(rest), left, plan);
            }
            CS_TRY(rowsAfter, rows(a));
            if (rowsAfter != rowsBefore) {
                return u"rows were\n%1and are\n%2"_s.arg(rowsBefore, rowsAfter);
            }
        }
        return QString();
    }
};

QTEST_GUILESS_MAIN(TestMySqlProperty)
#include "tst_mysqlproperty.moc"
