#include "engine/postgresql/catalogqueries.h"

#include "engine/postgresql/otherqueries.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

namespace {

QString settingsQuery()
{
    return u"SELECT current_user, pg_encoding_to_char(encoding), datcollate, datctype, "
           "current_setting('server_version'), (SELECT array_agg(name || '=' || default_version) "
           "FROM pg_available_extensions) FROM pg_database WHERE datname = current_database()"_s;
}

QString typesQuery(int version, const QString &spaces)
{
    return u"SELECT t.oid, t.typname, t.typnamespace, t.typtype, t.typowner, t.typacl, t.typisdefined, t.typnotnull, "
           "CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END, "
           // typdefault keeps the words it was made with, also when what they name was renamed.
           "COALESCE(pg_get_expr(t.typdefaultbin, 0), t.typdefault), "
           "CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation THEN t.typcollation END, "
           "CASE WHEN t.typtype = 'b' THEN ARRAY["
           "'input', t.typinput::regproc::text, 'output', t.typoutput::regproc::text, "
           "'receive', t.typreceive::regproc::text, 'send', t.typsend::regproc::text, "
           "'typmodIn', t.typmodin::regproc::text, 'typmodOut', t.typmodout::regproc::text, "
           "'analyze', t.typanalyze::regproc::text, 'length', t.typlen::text, 'byValue', t.typbyval::text, "
           "'alignment', t.typalign::text, 'storage', t.typstorage::text, 'category', t.typcategory::text, "
           "'preferred', t.typispreferred::text, 'delimiter', t.typdelim::text, "
           "'collatable', (t.typcollation <> 0)::text, 'default', t.typdefault, "
           "'element', CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END"_s +
           (version >= 140000 ? u", 'subscript', CASE WHEN t.typsubscript <> 0 THEN t.typsubscript::regproc::text END"_s
                              : QString()) +
           u"] END, t.typrelid "
           "FROM pg_type t LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype "
           "WHERE t.typnamespace IN "_s +
           spaces +
           u" AND t.typtype IN ('e', 'd', 'r', 'b', 'p', 'c') AND NOT (t.typtype = 'b' AND t.typcategory = 'A' AND "
           "t.typelem <> 0) AND (t.typtype <> 'c' OR t.typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'c'))"_s;
}

QString rangesQuery(int version)
{
    return u"SELECT r.rngtypid, r.rngsubtype::regtype::text, r.rngsubopc, r.rngcollation, "
           "CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical::regproc::text END, "
           "CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::regproc::text END, "_s +
           (version >= 140000 ? u"mt.typname, st.typcollation, r.rngmultitypid FROM pg_range r "
                                "LEFT JOIN pg_type mt ON mt.oid = r.rngmultitypid "_s
                              : u"NULL, st.typcollation, 0 FROM pg_range r "_s) +
           u"JOIN pg_type st ON st.oid = r.rngsubtype WHERE r.rngtypid >= 16384"_s;
}

QString relationsQuery(const QString &spaces)
{
    return u"SELECT c.oid, c.relname, c.relnamespace, c.relkind, c.relowner, c.relacl, c.relpersistence, am.amname, "
           "ts.spcname, c.reloptions, toast.reloptions, "
           "CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype::text END, c.relrowsecurity, c.relforcerowsecurity, "
           "c.relreplident, CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END, "
           "CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, "
           "CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, c.relispopulated, srv.srvname, "
           "ft.ftoptions, c.relispartition "
           "FROM pg_class c LEFT JOIN pg_am am ON am.oid = c.relam "
           "LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace "
           "LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL "
           "LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid "
           "LEFT JOIN pg_foreign_server srv ON srv.oid = ft.ftserver "
           "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.relnamespace IN "_s +
           spaces;
}

QString attributesQuery(int version, const QString &spaces)
{
    return u"SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, "
           "a.attidentity, a.attgenerated, a.attislocal, a.attcollation, t.typcollation, "
           "CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, "_s +
           (version >= 140000 ? u"NULLIF(a.attcompression, '')"_s : u"NULL"_s) +
           u", CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions, a.attfdwoptions, a.attacl "
           "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_type t ON t.oid = a.atttypid "
           "WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace IN "_s +
           spaces +
           u" AND (c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') OR (c.relkind IN ('i', 'I') AND "
           "(a.attoptions IS NOT NULL OR a.attstattarget >= 0)))"_s;
}

QString defaultsQuery(const QString &spaces)
{
    // A default that mentions no column is deparsed without opening its relation.
    return u"SELECT d.oid, d.adrelid, d.adnum, CASE WHEN strpos(d.adbin::text, '{VAR ') = 0 "
           "THEN pg_get_expr(d.adbin, 0) ELSE pg_get_expr(d.adbin, d.adrelid) END "
           "FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid WHERE c.relnamespace IN "_s +
           spaces;
}

QString sequencesQuery(const QString &spaces)
{
    return u"SELECT s.seqrelid, s.seqtypid::regtype::text, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, "
           "s.seqcycle, d.refobjid, d.refobjsubid, d.deptype "
           "FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid "
           "LEFT JOIN pg_depend d ON d.classid = 1259 AND d.objid = s.seqrelid AND d.objsubid = 0 "
           "AND d.refclassid = 1259 AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') WHERE c.relnamespace IN "_s +
           spaces;
}

QString constraintsQuery(int version, const QString &spaces)
{
    return u"SELECT o.oid, o.conname, o.conrelid, o.contypid, o.contype, o.condeferrable, o.condeferred, "
           "o.convalidated, o.conindid, o.conparentid, o.confrelid, o.confupdtype, o.confdeltype, o.confmatchtype, "
           "o.conislocal, o.connoinherit, o.conkey, o.confkey, "
           "CASE WHEN o.contype = 'c' THEN pg_get_expr(o.conbin, o.conrelid) END, "
           "CASE WHEN o.contype = 'x' THEN ARRAY(SELECT CASE WHEN n.nspname = 'pg_catalog' THEN p.oprname::text "
           "ELSE format('OPERATOR(%I.%s)', n.nspname, p.oprname) END FROM unnest(o.conexclop) WITH ORDINALITY u(op, i) "
           "JOIN pg_operator p ON p.oid = u.op JOIN pg_namespace n ON n.oid = p.oprnamespace ORDER BY u.i) END, "_s +
           (version >= 150000 ? u"o.confdelsetcols"_s : u"NULL"_s) + u", "_s +
           (version >= 180000 ? u"o.conenforced, o.conperiod"_s : u"true, false"_s) +
           u", o.coninhcount FROM pg_constraint o WHERE o.contype IN ('p', 'u', 'c', 'f', 'x', 'n') "
           "AND o.connamespace IN "_s +
           spaces;
}

QString indexesQuery(int version, const QString &spaces)
{
    return u"SELECT i.indexrelid, i.indrelid, c.relname, am.amname, ts.spcname, c.reloptions, i.indisunique, "_s +
           (version >= 150000 ? u"i.indnullsnotdistinct"_s : u"false"_s) +
           u", i.indisvalid, i.indisclustered, i.indisreplident, i.indnkeyatts, i.indkey, i.indcollation, i.indclass, "
           "i.indoption, CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(SELECT pg_get_indexdef(i.indexrelid, n, false) "
           "FROM generate_series(1, i.indnkeyatts) n) END, pg_get_expr(i.indpred, i.indrelid), c.relkind "
           "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_am am ON am.oid = c.relam "
           "LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace WHERE c.relnamespace IN "_s +
           spaces;
}

QString triggersQuery(int version, const QString &spaces)
{
    const bool hasParent = version >= 130000;
    return u"SELECT t.oid, t.tgrelid, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled, t.tgtype, "_s +
           (hasParent ? u"t.tgparentid <> 0, p.tgenabled "_s : u"false, NULL "_s) +
           u"FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "_s +
           (hasParent ? u"LEFT JOIN pg_trigger p ON p.oid = t.tgparentid "_s : QString()) + u"WHERE "_s +
           (hasParent && version < 150000 ? u"(NOT t.tgisinternal OR (t.tgparentid <> 0 AND t.tgconstraint = 0))"_s
                                          : u"NOT t.tgisinternal"_s) +
           u" AND c.relnamespace IN "_s + spaces;
}

QString routinesQuery(int version, const QString &spaces)
{
    return u"SELECT p.oid, p.proname, p.pronamespace, p.prokind, p.proowner, p.proacl, oidvectortypes(p.proargtypes), "
           "pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), l.lanname, p.prosrc, p.probin, "_s +
           (version >= 140000 ? u"CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END"_s
                              : u"NULL"_s) +
           u", p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel, p.procost, p.prorows, "
           "CASE WHEN p.prosupport <> 0 THEN p.prosupport::regproc::text END, p.proconfig, "
           "CASE WHEN p.protrftypes IS NOT NULL THEN ARRAY(SELECT format_type(u, NULL) FROM unnest(p.protrftypes) u) "
           "END "
           "FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace IN "_s +
           spaces +
           u" AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 1255 AND e.objid = p.oid "
           "AND e.deptype IN ('e', 'i'))"_s;
}

QString aggregatesQuery(const QString &spaces)
{
    const QString function = u"'%1', CASE WHEN a.%2 <> 0 THEN a.%2::regproc::text END"_s;
    QStringList parts{
        u"'kind', a.aggkind::text"_s,
        u"'directArguments', a.aggnumdirectargs::text"_s,
        u"'stateType', format_type(a.aggtranstype, NULL)"_s,
        u"'stateSize', NULLIF(a.aggtransspace, 0)::text"_s,
        u"'initialState', a.agginitval"_s,
        u"'finalExtra', NULLIF(a.aggfinalextra, false)::text"_s,
        u"'finalModify', a.aggfinalmodify::text"_s,
        u"'movingStateType', CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END"_s,
        u"'movingStateSize', NULLIF(a.aggmtransspace, 0)::text"_s,
        u"'movingInitialState', a.aggminitval"_s,
        u"'movingFinalExtra', NULLIF(a.aggmfinalextra, false)::text"_s,
        u"'movingFinalModify', CASE WHEN a.aggmtransfn <> 0 THEN a.aggmfinalmodify::text END"_s,
        u"'sortOperator', (SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname) FROM pg_operator o "
        "JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = a.aggsortop)"_s};
    for (const auto &[name, column] :
         std::initializer_list<std::pair<QString, QString>>{{u"stateFunction"_s, u"aggtransfn"_s},
                                                            {u"finalFunction"_s, u"aggfinalfn"_s},
                                                            {u"combineFunction"_s, u"aggcombinefn"_s},
                                                            {u"serialFunction"_s, u"aggserialfn"_s},
                                                            {u"deserialFunction"_s, u"aggdeserialfn"_s},
                                                            {u"movingStateFunction"_s, u"aggmtransfn"_s},
                                                            {u"movingInverseFunction"_s, u"aggminvtransfn"_s},
                                                            {u"movingFinalFunction"_s, u"aggmfinalfn"_s}}) {
        parts += function.arg(name, column);
    }
    return u"SELECT p.oid, ARRAY["_s + parts.join(u", ") +
           u"] FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid WHERE p.pronamespace IN "_s + spaces;
}

QString dependenciesQuery()
{
    // Left out is what follows from the objects themselves: namespaces, row types, toast, a constraint's and a plain
    // index' own columns, a default's own column (its only automatic dependency), the triggers behind constraints.
    return u"SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, t.typrelid, e.oid, "
           "e.typrelid FROM pg_depend d "
           "LEFT JOIN pg_type t ON d.refclassid = 1247 AND t.oid = d.refobjid "
           "LEFT JOIN pg_type e ON t.typcategory = 'A' AND t.typelem <> 0 AND e.oid = t.typelem "
           "LEFT JOIN pg_class o ON d.classid = 1259 AND o.oid = d.objid "
           "LEFT JOIN pg_index x ON x.indexrelid = o.oid AND (x.indexprs IS NOT NULL OR x.indpred IS NOT NULL) "
           "WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype <> 'e' AND d.refclassid <> 2615 "
           "AND NOT (d.classid = 2606 AND d.refclassid = 1259) AND NOT (d.classid = 1247 AND d.deptype = 'i') "
           "AND NOT (d.classid = 2620 AND d.deptype = 'i') AND NOT (d.classid = 2604 AND d.deptype = 'a') "
           "AND NOT (d.classid = 1259 AND d.refclassid IN (1259, 2606) AND (o.relkind = 't' OR "
           "(o.relkind IN ('i', 'I') AND x.indexrelid IS NULL)))"_s;
}

} // namespace

QString titleOf(Query query)
{
    switch (query) {
    case Query::Settings:
        return u"settings"_s;
    case Query::Roles:
        return u"roles"_s;
    case Query::Namespaces:
        return u"schemas"_s;
    case Query::Members:
        return u"extension members"_s;
    case Query::Collations:
        return u"collations"_s;
    case Query::OperatorClasses:
        return u"operator classes"_s;
    case Query::Types:
        return u"types"_s;
    case Query::EnumLabels:
        return u"enum labels"_s;
    case Query::Ranges:
        return u"range types"_s;
    case Query::Relations:
        return u"relations"_s;
    case Query::Attributes:
        return u"columns"_s;
    case Query::Defaults:
        return u"column defaults"_s;
    case Query::Sequences:
        return u"sequences"_s;
    case Query::Constraints:
        return u"constraints"_s;
    case Query::Indexes:
        return u"indexes"_s;
    case Query::Inherits:
        return u"inheritance"_s;
    case Query::Triggers:
        return u"triggers"_s;
    case Query::Rules:
        return u"rules"_s;
    case Query::Policies:
        return u"policies"_s;
    case Query::Routines:
        return u"routines"_s;
    case Query::Aggregates:
        return u"aggregates"_s;
    case Query::Others:
        return u"other objects"_s;
    case Query::DefaultPrivileges:
        return u"default privileges"_s;
    case Query::Comments:
        return u"comments"_s;
    case Query::Dependencies:
        return u"dependencies"_s;
    }
    return {};
}

QString wantedSpaces(const ReadOptions &options)
{
    const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::PostgreSql);
    QString spaces = u"(SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"_s;
    if (!options.schemas.isEmpty()) {
        QStringList names;
        for (const QString &name : options.schemas) {
            names += dialect.literal(name);
        }
        spaces += u" AND nspname IN ("_s + names.join(u", ") + u')';
    }
    return spaces + u')';
}

QString unionOf(const std::vector<OtherKind> &kinds)
{
    QStringList queries;
    for (const OtherKind &kind : kinds) {
        queries += kind.query;
    }
    return queries.join(u" UNION ALL ");
}

QStringList catalogQueries(int version, const ReadOptions &options)
{
    const QString spaces = wantedSpaces(options);
    return {
        settingsQuery(),
        u"SELECT oid, rolname FROM pg_roles"_s,
        u"SELECT n.oid, n.nspname, n.nspowner, n.nspacl, n.oid IN "_s + spaces + u" FROM pg_namespace n"_s,
        u"SELECT d.classid, d.objid, d.refobjid, e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid "
        "WHERE d.deptype = 'e' AND d.refclassid = 3079"_s,
        u"SELECT c.oid, c.collname, n.nspname FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace"_s,
        u"SELECT c.oid, c.opcname, n.nspname, c.opcdefault FROM pg_opclass c "
        "JOIN pg_namespace n ON n.oid = c.opcnamespace"_s,
        typesQuery(version, spaces),
        u"SELECT enumtypid, enumlabel FROM pg_enum ORDER BY enumtypid, enumsortorder"_s,
        rangesQuery(version),
        relationsQuery(spaces),
        attributesQuery(version, spaces),
        defaultsQuery(spaces),
        sequencesQuery(spaces),
        constraintsQuery(version, spaces),
        indexesQuery(version, spaces),
        u"SELECT inhrelid, inhparent FROM pg_inherits ORDER BY inhrelid, inhseqno"_s,
        triggersQuery(version, spaces),
        u"SELECT r.oid, r.ev_class, r.rulename, CASE WHEN r.rulename <> '_RETURN' THEN pg_get_ruledef(r.oid) END, "
        "r.ev_enabled FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace IN "_s +
            spaces,
        u"SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, p.polroles, "
        "pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid) FROM pg_policy p "
        "JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace IN "_s +
            spaces,
        routinesQuery(version, spaces),
        aggregatesQuery(spaces),
        unionOf(otherKinds(version, spaces)),
        u"SELECT d.oid, d.defaclrole, d.defaclnamespace, d.defaclobjtype, d.defaclacl FROM pg_default_acl d"_s,
        u"SELECT classoid, objoid, objsubid, description FROM pg_description "
        "WHERE objoid >= 16384 OR classoid = 2615"_s,
        dependenciesQuery(),
    };
}

QStringList changedQueries(int version, bool comments)
{
    QStringList queries = catalogQueries(version, {});
    const QString touched =
        u" = ANY ((SELECT string_to_array(current_setting('countersign.touched'), ',')::oid[])::oid[])"_s;
    const auto only = [&queries](Query query, const QString &condition) {
        queries[static_cast<qsizetype>(query)] += u" AND "_s + condition;
    };
    only(Query::Relations, u"(c.relkind IN ('v', 'm') OR c.oid"_s + touched + u')');
    only(Query::Attributes, u"a.attrelid"_s + touched);
    only(Query::Defaults, u"d.adrelid"_s + touched);
    only(Query::Constraints, u"(o.conrelid = 0 OR o.conrelid"_s + touched + u')');
    only(Query::Indexes, u"i.indrelid"_s + touched);
    QList<Query> leftAlone{Query::Collations, Query::OperatorClasses, Query::EnumLabels, Query::Ranges};
    if (!comments) {
        leftAlone << Query::Comments;
    }
    for (const Query query : leftAlone) {
        queries[static_cast<qsizetype>(query)].clear();
    }
    return queries;
}

} // namespace countersign::engine::postgresql
