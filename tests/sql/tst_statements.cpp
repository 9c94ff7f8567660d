#include "sql/statements.h"
#include "sql/tokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;

namespace {

QStringList texts(const QString &script, EngineKind engine)
{
    const auto statements = sql::splitStatements(script, sql::dialectOf(engine));
    QStringList out;
    if (!statements) {
        return {u"error: "_s + statements.error().message};
    }
    for (const sql::Statement &statement : *statements) {
        out << statement.text.simplified();
    }
    return out;
}

} // namespace

class TestStatements : public QObject
{
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<EngineKind>("engine");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << EngineKind::Sqlite << u"-- first\nSELECT 1;\nSELECT ';';;"_s
                               << QStringList{u"SELECT 1"_s, u"SELECT ';'"_s};
        QTest::newRow("sqlite trigger")
            << EngineKind::Sqlite
            << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; DELETE FROM b; END; SELECT 1"_s
            << QStringList{
                   u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; DELETE FROM b; END"_s,
                   u"SELECT 1"_s};
        QTest::newRow("sqlite transaction") << EngineKind::Sqlite << u"BEGIN; CREATE TABLE t(a); END;"_s
                                            << QStringList{u"BEGIN"_s, u"CREATE TABLE t(a)"_s, u"END"_s};
        QTest::newRow("dollar quotes")
            << EngineKind::PostgreSql
            << u"CREATE FUNCTION f() RETURNS int AS $x$ a; $$ b; $x$ LANGUAGE sql; SELECT 2;"_s
            << QStringList{u"CREATE FUNCTION f() RETURNS int AS $x$ a; $$ b; $x$ LANGUAGE sql"_s, u"SELECT 2"_s};
        QTest::newRow("begin atomic")
            << EngineKind::PostgreSql
            << u"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3;"_s
            << QStringList{
                   u"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END"_s,
                   u"SELECT 3"_s};
        QTest::newRow("rule") << EngineKind::PostgreSql
                              << u"CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 3"_s
                              << QStringList{u"CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)"_s,
                                             u"SELECT 3"_s};
        QTest::newRow("copy") << EngineKind::PostgreSql << u"COPY t FROM stdin;\n1\t;\n\\.\nSELECT 1;"_s
                              << QStringList{u"COPY t FROM stdin"_s, u"SELECT 1"_s};
        QTest::newRow("nested comment") << EngineKind::PostgreSql << u"/* a /* b; */ c; */ SELECT 1;"_s
                                        << QStringList{u"SELECT 1"_s};
        QTest::newRow("delimiter")
            << EngineKind::MariaDb
            << u"DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nSELECT 2;"_s
            << QStringList{u"CREATE PROCEDURE p() BEGIN SELECT 1; END"_s, u"SELECT 2"_s};
        QTest::newRow("delimiter slashes")
            << EngineKind::MySql
            << u"DELIMITER //\nCREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW BEGIN IF NEW.a THEN SET NEW.b=1; END IF; END //\nDELIMITER ;\nSELECT 2;"_s
            << QStringList{
                   u"CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW BEGIN IF NEW.a THEN SET NEW.b=1; END IF; END"_s,
                   u"SELECT 2"_s};
        QTest::newRow("body without delimiter")
            << EngineKind::MariaDb
            << u"CREATE PROCEDURE p() BEGIN IF (1=1) THEN SELECT IF(1,2,3); END IF; WHILE a DO SET a = 0; END WHILE; END; SELECT 2;"_s
            << QStringList{
                   u"CREATE PROCEDURE p() BEGIN IF (1=1) THEN SELECT IF(1,2,3); END IF; WHILE a DO SET a = 0; END WHILE; END"_s,
                   u"SELECT 2"_s};
        QTest::newRow("backslash") << EngineKind::MariaDb << u"SELECT 'a\\'; b'; SELECT 2;"_s
                                   << QStringList{u"SELECT 'a\\'; b'"_s, u"SELECT 2"_s};
        QTest::newRow("unterminated") << EngineKind::PostgreSql << u"SELECT 'a; SELECT 2;"_s
                                      << QStringList{
                                             u"error: A string, quoted name or comment begins here and never ends"_s};
        QTest::newRow("psql") << EngineKind::PostgreSql << u"\\set x 1\nSELECT 1;"_s
                              << QStringList{u"\\set x 1"_s, u"SELECT 1"_s};
    }
    void splits()
    {
        QFETCH(EngineKind, engine);
        QFETCH(QString, script);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(script, engine), expected);
    }

    void positions()
    {
        const QString script = u"-- note\n\nALTER TABLE t\n  ADD c int;\n\nSELECT 1;\n"_s;
        const auto statements = sql::splitStatements(script, sql::dialectOf(EngineKind::Sqlite));
        QVERIFY(statements);
        QCOMPARE(statements->size(), 2U);
        QCOMPARE(statements->at(0).range.line, 3);
        QCOMPARE(statements->at(0).range.endLine, 4);
        QCOMPARE(statements->at(1).range.line, 6);
        QCOMPARE(statements->at(0).whole.begin, 0);
        QCOMPARE(script.sliced(statements->at(1).range.begin, statements->at(1).range.length()), u"SELECT 1"_s);
    }

    void tokensCoverTheText()
    {
        const QString text = u"SELECT a::int, \"B\" FROM [t] WHERE x = $1 AND y = E'\\'' /* c */ -- d\n"_s;
        for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
            QString joined;
            for (const sql::Token &token : sql::tokenize(text, sql::dialectOf(engine))) {
                joined += token.in(text);
            }
            QCOMPARE(joined, text);
        }
    }

    void quoting()
    {
        const sql::Dialect pg = sql::dialectOf(EngineKind::PostgreSql);
        QCOMPARE(pg.identifier(u"orders"_s), u"orders"_s);
        QCOMPARE(pg.identifier(u"Orders"_s), u"\"Orders\""_s);
        QCOMPARE(pg.identifier(u"order"_s), u"\"order\""_s);
        QCOMPARE(pg.quoted(u"a\"b"_s), u"\"a\"\"b\""_s);
        QCOMPARE(pg.literal(u"it's \\"_s), u"E'it''s \\\\'"_s);
        QCOMPARE(sql::dialectOf(EngineKind::MariaDb).quoted(u"a`b"_s), u"`a``b`"_s);
    }
};

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
