#include "sql/normalform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

/// The same expression as MySQL and MariaDB spell it, and different ones that look much the same.
class TestMySqlNormalForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void same_data()
    {
        columns();
        pair("comparison", u"((`a` > 1) and (`b` < 2))"_s, u"`a` > 1 and `b` < 2"_s);
        pair("or within and", u"(((`a` = 1) or (`b` = 2)) and (`c` = 3))"_s, u"(`a` = 1 or `b` = 2) and `c` = 3"_s);
        pair("flat and", u"((`a` and `b`) and `c`)"_s, u"`a` and `b` and `c`"_s);
        pair("between", u"((`a` between (1 + 2) and 3) and (`b` = 1))"_s, u"`a` between 1 + 2 and 3 and `b` = 1"_s);
        pair("not between", u"((`a` not between 1 and 2) or (`b` is not null))"_s,
             u"`a` not between 1 and 2 or `b` is not null"_s);
        pair("arithmetic", u"(((`a` + `b`) + `c`) * 2)"_s, u"(`a` + `b` + `c`) * 2"_s);
        pair("call", u"round((`a` * 0.19),2)"_s, u"round(`a` * 0.19,2)"_s);
        pair("if", u"if((`a` > 0),'y','n')"_s, u"if(`a` > 0,'y','n')"_s);
        pair("case", u"(case when (`a` = 1) then (`b` + 1) else 2 end)"_s,
             u"case when `a` = 1 then `b` + 1 else 2 end"_s);
        pair("in", u"((`a` in (1,2)) and (`b` not in (3,4)))"_s, u"`a` in (1,2) and `b` not in (3,4)"_s);
        pair("like", u"((`a` like _utf8mb4'x%') or (not((`b` like 'y'))))"_s, u"`a` like 'x%' or not (`b` like 'y')"_s);
        pair("interval", u"(`a` >= (now() - interval 7 day))"_s, u"`a` >= current_timestamp() - interval 7 day"_s);
        pair("mod", u"((mod(`a`,3) + 1) = (`b` div 2))"_s, u"mod(`a`,3) + 1 = `b` div 2"_s);
        pair("regexp", u"(regexp_like((`a` + 1),'^b') and (`c` = 1))"_s, u"`a` + 1 regexp '^b' and `c` = 1"_s);
        pair("not", u"((0 = `t`.`a`) or (0 <> `b`))"_s, u"`t`.`a` = 0 or `b` <> 0"_s);
        pair("mod operator", u"(`a` % 3)"_s, u"`a` MOD 3"_s);
        pair("join", u"select 1 from (`a` join `b` on((`a`.`x` = `b`.`x`)))"_s,
             u"select 1 from (`a` join `b` on(`a`.`x` = `b`.`x`))"_s);
        pair("where", u"select `a` from `t` where ((`a` = 1) and (`b` = 2)) order by (`a` + 1) desc"_s,
             u"select `a` from `t` where `a` = 1 and `b` = 2 order by `a` + 1 desc"_s);
        pair("having", u"select 1 from `t` group by `a` having (count(0) > 1)"_s,
             u"select 1 from `t` group by `a` having count(0) > 1"_s);
        pair("exists", u"select 1 from `t` where exists(select 1 from `u` where (`u`.`a` = `t`.`a`))"_s,
             u"select 1 from `t` where exists(select 1 from `u` where `u`.`a` = `t`.`a` limit 1)"_s);
        pair("synonyms", u"concat(lower(`a`),substr(`b`,1,2),ceiling(`c`))"_s,
             u"concat(lcase(`a`),substring(`b`,1,2),ceil(`c`))"_s);
        pair("window", u"(sum(`a`) over (partition by `b`) > 1)"_s, u"sum(`a`) over (partition by `b`) > 1"_s);
        pair("collate", u"((`a` collate utf8mb4_bin) = 'x')"_s, u"`a` collate utf8mb4_bin = 'x'"_s);
        pair("json", u"(json_extract(`a`,'$.b') = 1)"_s, u"json_extract(`a`,'$.b') = 1"_s);
    }
    void same()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, two);
        QCOMPARE(form(one), form(two));
    }

    void different_data()
    {
        columns();
        pair("or and and", u"(`a` or `b`) and `c`"_s, u"`a` or `b` and `c`"_s);
        pair("and of between", u"`a` between 1 and (2 and `b`)"_s, u"`a` between 1 and 2 and `b`"_s);
        pair("minus", u"`a` - (`b` - `c`)"_s, u"`a` - `b` - `c`"_s);
        pair("division", u"`a` / (`b` * `c`)"_s, u"`a` / `b` * `c`"_s);
        pair("sum of product", u"(`a` + `b`) * `c`"_s, u"`a` + `b` * `c`"_s);
        pair("not", u"(not `a`) = `b`"_s, u"not `a` = `b`"_s);
        pair("negative", u"(-`a`) ^ 2"_s, u"-(`a` ^ 2)"_s);
        pair("comparison", u"`a` = (`b` = `c`)"_s, u"`a` = `b` = `c`"_s);
        pair("is", u"(`a` = `b`) is null"_s, u"`a` = `b` is null"_s);
        pair("pipes", u"(`a` || `b`) and `c`"_s, u"`a` || `b` and `c`"_s);
        pair("row", u"(`a`, `b`) = (1, 2)"_s, u"`a`, `b` = 1, 2"_s);
        pair("subquery", u"`a` = (select 1)"_s, u"`a` = select 1"_s);
        pair("list", u"`a` in (1)"_s, u"`a` in 1"_s);
        pair("name that is a word", u"(`a` and `b`) or `c`"_s, u"(`a` `and` `b`) or `c`"_s);
        pair("limit of a subquery", u"`a` = (select `b` from `t` limit 1)"_s, u"`a` = (select `b` from `t`)"_s);
        pair("collate", u"(`a` = `b`) collate utf8mb4_bin"_s, u"`a` = `b` collate utf8mb4_bin"_s);
        pair("interval", u"`a` + interval (1 + 2) day"_s, u"`a` + interval 1 + 2 day"_s);
        pair("not in", u"not (`a` in (1))"_s, u"`a` not in (1)"_s);
        pair("flags of regexp", u"regexp_like(`a`,'b','c')"_s, u"regexp_like(`a`,'b')"_s);
        pair("zero", u"(0 = `a`)"_s, u"`a` <> 0"_s);
        pair("xor", u"(`a` xor `b`) and `c`"_s, u"`a` xor `b` and `c`"_s);
        pair("case", u"(case when `a` then 1 end) + 1"_s, u"case when `a` then 1 end + 2"_s);
    }
    void different()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, two);
        QVERIFY2(form(one) != form(two), qPrintable(form(one)));
    }

private:
    static void columns()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
    }
    static void pair(const char *name, const QString &one, const QString &two) { QTest::newRow(name) << one << two; }
    static QString form(const QString &text)
    {
        return sql::normalForm(text, sql::dialectOf(schema::EngineKind::MySql));
    }
};

QTEST_GUILESS_MAIN(TestMySqlNormalForm)
#include "tst_mysqlnormalform.moc"
