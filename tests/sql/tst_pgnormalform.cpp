#include "sql/normalform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

class TestPgNormalForm : public QObject
{
    Q_OBJECT

private slots:
    void same_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("equal");
        QTest::newRow("space and case") << u"lower( Name )"_s << u"LOWER(name)"_s << true;
        QTest::newRow("parentheses") << u"((a > 0) AND (b > 0))"_s << u"a > 0 AND b > 0"_s << true;
        QTest::newRow("a list after a reload")
            << u"((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"_s
            << u"((s)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"_s << true;
        QTest::newRow("nested and") << u"((a > 0) AND (b > 0)) AND (c > 0)"_s << u"(a > 0) AND ((b > 0) AND (c > 0))"_s
                                    << true;
        QTest::newRow("and is not or") << u"a > 0 AND b > 0"_s << u"a > 0 OR b > 0"_s << false;
        QTest::newRow("type aliases") << u"(x)::int4"_s << u"x::integer"_s << true;
        QTest::newRow("lengths count") << u"x::numeric(10,2)"_s << u"x::numeric(10,3)"_s << false;
        QTest::newRow("lengths at another place") << u"  x :: numeric(10,2)"_s << u"x::numeric(10,2)"_s << true;
        QTest::newRow("numbers") << u"'-1'::integer"_s << u"'-2'::integer"_s << false;
        QTest::newRow("constants") << u"'a'::text"_s << u"'A'::text"_s << false;
        QTest::newRow("casts count") << u"a::text"_s << u"a"_s << false;
        QTest::newRow("queries") << u"SELECT a,\n b FROM t"_s << u"select a, b from t"_s << true;
        // One view, as 13 to 15 and as 16 and newer describe it; likewise below.
        QTest::newRow("qualified columns") << u"SELECT t.a AS x FROM s.t WHERE (t.b > 0) ORDER BY t.a"_s
                                           << u"SELECT a AS x FROM s.t WHERE (b > 0) ORDER BY a"_s << true;
        QTest::newRow("qualified by an alias")
            << u"SELECT q.a FROM (SELECT t.a FROM t) q"_s << u"SELECT a FROM (SELECT t.a FROM t) q"_s << true;
        QTest::newRow("another relation's column") << u"SELECT t.a FROM t, u"_s << u"SELECT a FROM t, u"_s << false;
        QTest::newRow("a column of the query around")
            << u"SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE t.a = u.a)"_s
            << u"SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE a = u.a)"_s << false;
        QTest::newRow("at time zone") << u"timezone('UTC'::text, happened)"_s
                                      << u"(happened AT TIME ZONE 'UTC'::text)"_s << true;
        QTest::newRow("another time zone")
            << u"timezone('UTC'::text, happened)"_s << u"(happened AT TIME ZONE 'CET'::text)"_s << false;
        QTest::newRow("normalize") << u"\"normalize\"((n)::text, 'nfkc'::text)"_s << u"NORMALIZE((n)::text, NFKC)"_s
                                   << true;
        QTest::newRow("overlay") << u"\"overlay\"(a, b, 1)"_s << u"OVERLAY(a PLACING b FROM 1)"_s << true;
        QTest::newRow("substring") << u"\"substring\"(a, 2, 3)"_s << u"SUBSTRING(a FROM 2 FOR 3)"_s << true;
        QTest::newRow("position") << u"\"position\"(a, 'x'::text)"_s << u"POSITION('x'::text IN a)"_s << true;
        QTest::newRow("trim") << u"btrim(a, 'x'::text)"_s << u"TRIM(BOTH 'x'::text FROM a)"_s << true;
        QTest::newRow("extract is not date_part")
            << u"date_part('year'::text, a)"_s << u"EXTRACT(year FROM a)"_s << false;
        QTest::newRow("no SQL at all") << u"BEGIN x := 1; END"_s << u"BEGIN  x := 2; END"_s << false;
    }

    void same()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, equal);
        const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::PostgreSql);
        QCOMPARE(sql::normalForm(left, dialect) == sql::normalForm(right, dialect), equal);
    }
};

QTEST_APPLESS_MAIN(TestPgNormalForm)
#include "tst_pgnormalform.moc"
