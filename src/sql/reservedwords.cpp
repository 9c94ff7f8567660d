#include "sql/reservedwords.h"

#include <QSet>

namespace countersign::sql {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

QSet<QString> words(QStringView text)
{
    QSet<QString> set;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        set.insert(word.toString());
    }
    return set;
}

// Reserved in every engine here, or close enough to a keyword that quoting is the safer choice.
const QSet<QString> &commonWords()
{
    static const QSet<QString> set = words(
        u"add all alter analyze and any as asc begin between both by case cast check collate column commit constraint "
        u"create cross current_date current_time current_timestamp database default deferrable delete desc distinct "
        u"drop "
        u"else end escape except exists explain false fetch for foreign from full grant group having if in index inner "
        u"insert intersect into is join key leading left like limit natural not null of offset on or order outer "
        u"primary "
        u"references right rollback row rows select set table then to trailing trigger true union unique update using "
        u"values view when where window with");
    return set;
}

const QSet<QString> &postgreSqlWords()
{
    static const QSet<QString> set = words(
        u"analyse array asymmetric authorization binary bigint bit boolean char character coalesce collation "
        u"concurrently current_catalog current_role current_schema current_user dec decimal do exists extract float "
        u"freeze greatest grouping ilike initially inout int integer interval isnull json json_array json_arrayagg "
        u"json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral "
        u"least localtime localtimestamp merge_action national nchar none normalize notnull nullif numeric only out "
        u"overlaps overlay placing position precision real returning session_user setof similar smallint some "
        u"substring "
        u"symmetric system_user tablesample time timestamp treat trim user variadic varchar verbose xmlattributes "
        u"xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable "
        u"filter over within without");
    return set;
}

const QSet<QString> &mySqlWords()
{
    static const QSet<QString> set = words(
        u"accessible asensitive before bigint binary blob call cascade change char character condition continue "
        u"convert "
        u"cube cume_dist current_role current_user cursor databases day_hour day_microsecond day_minute day_second dec "
        u"decimal declare delayed delete_domain_id dense_rank describe deterministic distinctrow div do_domain_ids "
        u"double "
        u"dual each elseif empty enclosed escaped exit first_value float float4 float8 force fulltext function general "
        u"generated get grouping groups high_priority hour_microsecond hour_minute hour_second ignore "
        u"ignore_domain_ids "
        u"ignore_server_ids infile inout insensitive int int1 int2 int3 int4 int8 integer interval io_after_gtids "
        u"io_before_gtids iterate json_table keys kill lag last_value lateral lead leave linear lines load localtime "
        u"localtimestamp lock long longblob longtext loop low_priority manual master_bind master_heartbeat_period "
        u"master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint minute_microsecond "
        u"minute_second mod modifies no_write_to_binlog nth_value ntile numeric optimize optimizer_costs option "
        u"optionally out outfile over page_checksum parallel parse_vcol_expr partition percent_rank position precision "
        u"procedure purge qualify range rank read reads read_write real recursive ref_system_id regexp release rename "
        u"repeat replace require resignal restrict return returning revoke rlike row_number schema schemas "
        u"second_microsecond sensitive separator show signal slow smallint spatial specific sql sqlexception sqlstate "
        u"sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting stats_auto_recalc "
        u"stats_persistent stats_sample_pages stored straight_join system tablesample terminated tinyblob tinyint "
        u"tinytext undo unlock unsigned usage use utc_date utc_time utc_timestamp varbinary varchar varcharacter "
        u"varying "
        u"vector virtual while write xor year_month zerofill");
    return set;
}

const QSet<QString> &sqliteWords()
{
    static const QSet<QString> set = words(
        u"abort action after always attach autoincrement before cascade conflict current database deferred detach do "
        u"each exclude exclusive fail filter first following generated glob groups ignore immediate indexed initially "
        u"instead isnull last match materialized no nothing notnull nulls others over partition plan pragma preceding "
        u"query raise range recursive regexp reindex release rename replace restrict returning savepoint temp "
        u"temporary "
        u"ties transaction unbounded vacuum virtual without");
    return set;
}

} // namespace

bool isReservedWord(const QString &word, EngineKind engine)
{
    const QString lower = word.toLower();
    if (commonWords().contains(lower)) {
        return true;
    }
    switch (engine) {
    case EngineKind::PostgreSql:
        return postgreSqlWords().contains(lower);
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        return mySqlWords().contains(lower);
    case EngineKind::Sqlite:
        return sqliteWords().contains(lower);
    }
    return true;
}

} // namespace countersign::sql
