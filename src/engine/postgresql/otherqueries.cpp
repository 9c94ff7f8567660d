#include "engine/postgresql/otherqueries.h"

#include <array>

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// How a kind is named to people, and what tells quickly that a database has none of it: what initdb makes has numbers
/// below 16384 (PostgreSQL manual, 67.2 "Initial Data", "OID Assignment").
struct Presence {
    const char16_t *catalog;
    const char16_t *title;
    const char16_t *from;
};
constexpr Presence presences[] = {
    {u"3079", u"extensions", u"pg_extension WHERE oid >= 16384"},
    {u"3456", u"collations", u"pg_collation WHERE oid >= 16384"},
    {u"2607", u"conversions", u"pg_conversion WHERE oid >= 16384"},
    {u"3381", u"statistics objects", u"pg_statistic_ext"},
    {u"2617", u"operators", u"pg_operator WHERE oid >= 16384"},
    {u"2753", u"operator families", u"pg_opfamily WHERE oid >= 16384"},
    {u"2616", u"operator classes", u"pg_opclass WHERE oid >= 16384"},
    {u"3601", u"text search parsers", u"pg_ts_parser WHERE oid >= 16384"},
    {u"3764", u"text search templates", u"pg_ts_template WHERE oid >= 16384"},
    {u"3600", u"text search dictionaries", u"pg_ts_dict WHERE oid >= 16384"},
    {u"3602", u"text search configurations", u"pg_ts_config WHERE oid >= 16384"},
    {u"2328", u"foreign data wrappers", u"pg_foreign_data_wrapper"},
    {u"1417", u"foreign servers", u"pg_foreign_server"},
    {u"1418", u"user mappings", u"pg_foreign_server"}, // no mapping without a server
    {u"6104", u"publications", u"pg_publication"},
    {u"6100", u"subscriptions", u"pg_subscription"},
    {u"3466", u"event triggers", u"pg_event_trigger"},
    {u"2605", u"casts", u"pg_cast WHERE oid >= 16384"},
    {u"2612", u"languages", u"pg_language WHERE oid >= 16384 OR lanacl IS NOT NULL"},
    {u"3576", u"transforms", u"pg_transform"},
    {u"2601", u"access methods", u"pg_am WHERE oid >= 16384"},
};

OtherKind row(const QString &classId, const QString &oid, const QString &space, const QString &name,
              const QString &owner, const QString &acl, const QString &attributes, const QString &from,
              const QString &definition = u"NULL"_s)
{
    const auto *presence = std::ranges::find(presences, classId, [](const Presence &p) { return QString(p.catalog); });
    Q_ASSERT(presence != std::end(presences));
    return {QString(presence->title), u"EXISTS (SELECT FROM %1)"_s.arg(presence->from),
            u"SELECT %1::oid, %2::oid, %3::oid, %4::text, %5::oid, %6::text, (%7)::text[], %8::text FROM "_s.arg(
                classId, oid, space, name, owner, acl, attributes, definition) +
                from};
}

/// An array of names and values from an array of name=value.
QString options(const QString &column)
{
    return u"COALESCE((SELECT array_agg(x.v ORDER BY o.i, x.j) FROM unnest(%1) WITH ORDINALITY o(t, i), "
           "LATERAL unnest(ARRAY['option.' || split_part(o.t, '=', 1), substr(o.t, strpos(o.t, '=') + 1)]) "
           "WITH ORDINALITY x(v, j)), '{}')"_s.arg(column);
}

QString function(const QString &name, const QString &column)
{
    return u"'%1', CASE WHEN %2 <> 0 THEN %2::regproc::text END"_s.arg(name, column);
}

QString notMember(const QString &classId, const QString &oid)
{
    return u"NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = %1 AND e.objid = %2 AND e.deptype = 'e')"_s.arg(
        classId, oid);
}

QString operatorName(const QString &column)
{
    return u"(SELECT format('OPERATOR(%I.%s)', n.nspname, o2.oprname) FROM pg_operator o2 "
           "JOIN pg_namespace n ON n.oid = o2.oprnamespace WHERE o2.oid = %1)"_s.arg(column);
}

std::vector<OtherKind> operatorKinds(const QString &spaces)
{
    const QString operandTypes =
        u"(CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END) || ', ' || "
        "(CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)"_s;
    const QString items =
        u"(SELECT string_agg(t, ', ' ORDER BY k, n, t) FROM ("
        "SELECT 1 AS k, a.amopstrategy::int AS n, format('OPERATOR %s %s%s', a.amopstrategy, "
        "a.amopopr::regoperator::text, CASE WHEN a.amopsortfamily <> 0 THEN (SELECT format(' FOR ORDER BY %I.%I', "
        "sn.nspname, sf.opfname) FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace "
        "WHERE sf.oid = a.amopsortfamily) ELSE '' END) AS t FROM pg_depend d "
        "JOIN pg_amop a ON a.oid = d.objid WHERE d.classid = 2602 AND d.refclassid = %1 AND d.refobjid = %2 "
        "AND d.deptype = '%3' UNION ALL "
        "SELECT 2, a.amprocnum::int, format('FUNCTION %s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, "
        "NULL), "
        "format_type(a.amprocrighttype, NULL), a.amproc::regprocedure::text) FROM pg_depend d "
        "JOIN pg_amproc a ON a.oid = d.objid WHERE d.classid = 2603 AND d.refclassid = %1 AND d.refobjid = %2 "
        "AND d.deptype = '%3') q)"_s;
    return {
        row(u"2617"_s, u"o.oid"_s, u"o.oprnamespace"_s, u"o.oprname || '(' || "_s + operandTypes + u" || ')'"_s,
            u"o.oprowner"_s, u"NULL"_s,
            u"ARRAY[%1, 'left', CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END, "
            "'right', CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END, "
            "'commutator', %2, 'negator', %3, %4, %5, 'hashes', NULLIF(o.oprcanhash, false)::text, "
            "'merges', NULLIF(o.oprcanmerge, false)::text]"_s.arg(
                function(u"function"_s, u"o.oprcode"_s), operatorName(u"o.oprcom"_s), operatorName(u"o.oprnegate"_s),
                function(u"restrict"_s, u"o.oprrest"_s), function(u"join"_s, u"o.oprjoin"_s)),
            u"pg_operator o WHERE o.oprcode <> 0 AND o.oprnamespace IN "_s + spaces + u" AND "_s +
                notMember(u"2617"_s, u"o.oid"_s)),
        row(u"2753"_s, u"f.oid"_s, u"f.opfnamespace"_s, u"f.opfname || ' USING ' || m.amname"_s, u"f.opfowner"_s,
            u"NULL"_s, u"ARRAY['method', m.amname, 'items', "_s + items.arg(u"2753"_s, u"f.oid"_s, u"a"_s) + u"]"_s,
            u"pg_opfamily f JOIN pg_am m ON m.oid = f.opfmethod WHERE f.opfnamespace IN "_s + spaces + u" AND "_s +
                notMember(u"2753"_s, u"f.oid"_s)),
        row(u"2616"_s, u"c.oid"_s, u"c.opcnamespace"_s, u"c.opcname || ' USING ' || m.amname"_s, u"c.opcowner"_s,
            u"NULL"_s,
            u"ARRAY['method', m.amname, 'default', NULLIF(c.opcdefault, false)::text, "
            "'type', format_type(c.opcintype, NULL), 'family', format('%I.%I', fn.nspname, f.opfname), "
            "'storage', CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END, 'items', "_s +
                items.arg(u"2616"_s, u"c.oid"_s, u"i"_s) + u"]"_s,
            u"pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod JOIN pg_opfamily f ON f.oid = c.opcfamily "
            "JOIN pg_namespace fn ON fn.oid = f.opfnamespace WHERE c.opcnamespace IN "_s +
                spaces + u" AND "_s + notMember(u"2616"_s, u"c.oid"_s)),
    };
}

std::vector<OtherKind> textSearchKinds(const QString &spaces)
{
    const QString qualified = u"(SELECT format('%I.%I', n.nspname, x.%1) FROM %2 x "
                              "JOIN pg_namespace n ON n.oid = x.%3 WHERE x.oid = %4)"_s;
    return {
        row(u"3601"_s, u"p.oid"_s, u"p.prsnamespace"_s, u"p.prsname"_s, u"0"_s, u"NULL"_s,
            u"ARRAY[%1, %2, %3, %4, %5]"_s.arg(
                function(u"start"_s, u"p.prsstart"_s), function(u"gettoken"_s, u"p.prstoken"_s),
                function(u"end"_s, u"p.prsend"_s), function(u"headline"_s, u"p.prsheadline"_s),
                function(u"lextypes"_s, u"p.prslextype"_s)),
            u"pg_ts_parser p WHERE p.prsnamespace IN "_s + spaces + u" AND "_s + notMember(u"3601"_s, u"p.oid"_s)),
        row(u"3764"_s, u"t.oid"_s, u"t.tmplnamespace"_s, u"t.tmplname"_s, u"0"_s, u"NULL"_s,
            u"ARRAY[%1, %2]"_s.arg(function(u"init"_s, u"t.tmplinit"_s), function(u"lexize"_s, u"t.tmpllexize"_s)),
            u"pg_ts_template t WHERE t.tmplnamespace IN "_s + spaces + u" AND "_s + notMember(u"3764"_s, u"t.oid"_s)),
        row(u"3600"_s, u"d.oid"_s, u"d.dictnamespace"_s, u"d.dictname"_s, u"d.dictowner"_s, u"NULL"_s,
            u"ARRAY['template', "_s +
                qualified.arg(u"tmplname"_s, u"pg_ts_template"_s, u"tmplnamespace"_s, u"d.dicttemplate"_s) +
                u", 'options', d.dictinitoption]"_s,
            u"pg_ts_dict d WHERE d.dictnamespace IN "_s + spaces + u" AND "_s + notMember(u"3600"_s, u"d.oid"_s)),
        row(u"3602"_s, u"c.oid"_s, u"c.cfgnamespace"_s, u"c.cfgname"_s, u"c.cfgowner"_s, u"NULL"_s,
            u"ARRAY['parser', "_s +
                qualified.arg(u"prsname"_s, u"pg_ts_parser"_s, u"prsnamespace"_s, u"c.cfgparser"_s) +
                u"]::text[] || COALESCE((SELECT array_agg(y.v ORDER BY q.alias, y.j) FROM (SELECT tt.alias, "
                "string_agg(format('%I.%I', dn.nspname, di.dictname), ', ' ORDER BY m.mapseqno) AS dicts "
                "FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) tt ON tt.tokid = m.maptokentype "
                "JOIN pg_ts_dict di ON di.oid = m.mapdict JOIN pg_namespace dn ON dn.oid = di.dictnamespace "
                "WHERE m.mapcfg = c.oid GROUP BY tt.alias) q, "
                "LATERAL unnest(ARRAY['mapping.' || q.alias, q.dicts]) WITH ORDINALITY y(v, j)), '{}')"_s,
            u"pg_ts_config c WHERE c.cfgnamespace IN "_s + spaces + u" AND "_s + notMember(u"3602"_s, u"c.oid"_s)),
    };
}

std::vector<OtherKind> foreignKinds()
{
    return {
        row(u"2328"_s, u"w.oid"_s, u"0"_s, u"w.fdwname"_s, u"w.fdwowner"_s, u"w.fdwacl"_s,
            u"ARRAY[%1, %2]::text[] || "_s.arg(function(u"handler"_s, u"w.fdwhandler"_s),
                                               function(u"validator"_s, u"w.fdwvalidator"_s)) +
                options(u"w.fdwoptions"_s),
            u"pg_foreign_data_wrapper w WHERE "_s + notMember(u"2328"_s, u"w.oid"_s)),
        row(u"1417"_s, u"s.oid"_s, u"0"_s, u"s.srvname"_s, u"s.srvowner"_s, u"s.srvacl"_s,
            u"ARRAY['wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion]::text[] || "_s +
                options(u"s.srvoptions"_s),
            u"pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw WHERE "_s +
                notMember(u"1417"_s, u"s.oid"_s)),
        row(u"1418"_s, u"m.umid"_s, u"0"_s,
            u"(CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE m.usename END) || '@' || m.srvname"_s, u"0"_s, u"NULL"_s,
            // Who may see the options: manual, pg_user_mappings. To others they are null, as where there are none.
            u"ARRAY['server', m.srvname, 'role', CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE m.usename END, "
            u"'optionsHidden', "
            "CASE WHEN m.umoptions IS NULL AND NOT COALESCE((SELECT rolsuper FROM pg_roles WHERE rolname = "
            "current_user) "
            "OR (m.umuser = 0 AND pg_has_role(u.srvowner, 'USAGE')) OR (m.usename = current_user AND "
            "(pg_has_role(u.srvowner, 'USAGE') OR has_server_privilege(m.srvid, 'USAGE'))), false) THEN 'yes' "
            "END]::text[] "
            "|| "_s +
                options(u"m.umoptions"_s),
            u"pg_user_mappings m JOIN pg_foreign_server u ON u.oid = m.srvid"_s),
    };
}

/// The parameters of CREATE SUBSCRIPTION that the catalog keeps, under their own names; left out where they are what
/// 17 takes by default (manual, pg_subscription and CREATE SUBSCRIPTION).
QString subscriptionOptions(int version)
{
    QString out;
    if (version >= 140000) {
        out += u", 'parameter.binary', CASE WHEN s.subbinary THEN 'true' END"_s;
    }
    if (version >= 160000) {
        out += u", 'parameter.streaming', CASE s.substream::text WHEN 't' THEN 'on' WHEN 'p' THEN 'parallel' "
               "END, 'parameter.origin', NULLIF(s.suborigin, 'any'), 'parameter.password_required', "
               "CASE WHEN NOT s.subpasswordrequired THEN 'false' END, 'parameter.run_as_owner', "
               "CASE WHEN s.subrunasowner THEN 'true' END"_s;
    } else if (version >= 140000) {
        out += u", 'parameter.streaming', CASE WHEN s.substream THEN 'on' END"_s;
    }
    if (version >= 150000) {
        out += u", 'parameter.two_phase', CASE WHEN s.subtwophasestate <> 'd' THEN 'true' END, "
               "'parameter.disable_on_error', CASE WHEN s.subdisableonerr THEN 'true' END"_s;
    }
    if (version >= 170000) {
        out += u", 'parameter.failover', CASE WHEN s.subfailover THEN 'true' END"_s;
    }
    return out;
}

std::vector<OtherKind> replicationKinds(int version)
{
    QString tables =
        u"SELECT format('table.%I.%I', n.nspname, c.relname) AS k, "_s +
        (version >= 150000 ? u"COALESCE('(' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) "
                             "FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) "
                             "|| ')', '') || COALESCE(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')"_s
                           : u"''"_s) +
        u" AS v FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid"_s;
    if (version >= 150000) {
        tables += u" UNION ALL SELECT 'schema.' || quote_ident(n.nspname), '' FROM pg_publication_namespace s "
                  "JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid"_s;
    }
    return {
        row(u"6104"_s, u"p.oid"_s, u"0"_s, u"p.pubname"_s, u"p.pubowner"_s, u"NULL"_s,
            u"ARRAY['allTables', NULLIF(p.puballtables, false)::text, 'publish', concat_ws(', ', "
            "CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END, "
            "CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END)"_s +
                (version >= 130000 ? u", 'viaRoot', NULLIF(p.pubviaroot, false)::text"_s : QString()) +
                (version >= 180000 ? u", 'generatedColumns', CASE WHEN p.pubgencols = 's' THEN 'stored' END"_s
                                   : QString()) +
                u"]::text[] || COALESCE((SELECT array_agg(y.v ORDER BY q.k, y.j) FROM ("_s + tables +
                u") q, LATERAL unnest(ARRAY[q.k, q.v]) WITH ORDINALITY y(v, j)), '{}')"_s,
            u"pg_publication p WHERE "_s + notMember(u"6104"_s, u"p.oid"_s)),
        row(u"6100"_s, u"s.oid"_s, u"0"_s, u"s.subname"_s, u"s.subowner"_s, u"NULL"_s,
            u"ARRAY['enabled', s.subenabled::text, 'slot', s.subslotname::text, "
            "'synchronousCommit', s.subsynccommit, 'publications', array_to_string(s.subpublications, ', ')"_s +
                subscriptionOptions(version) + u"]"_s,
            u"pg_subscription s WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())"_s),
    };
}

std::vector<OtherKind> codeKinds()
{
    return {
        row(u"3466"_s, u"t.oid"_s, u"0"_s, u"t.evtname"_s, u"t.evtowner"_s, u"NULL"_s,
            u"ARRAY['event', t.evtevent::text, %1, 'enabled', t.evtenabled::text, "
            "'tags', array_to_string(t.evttags, ', ')]"_s.arg(function(u"function"_s, u"t.evtfoid"_s)),
            u"pg_event_trigger t WHERE "_s + notMember(u"3466"_s, u"t.oid"_s)),
        row(u"2605"_s, u"c.oid"_s, u"0"_s,
            u"'(' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')'"_s, u"0"_s,
            u"NULL"_s,
            u"ARRAY['function', CASE WHEN c.castfunc <> 0 THEN c.castfunc::regprocedure::text END, "
            "'method', c.castmethod::text, 'context', c.castcontext::text]"_s,
            // Not the casts that come with a range type.
            u"pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend i WHERE i.classid = 2605 AND "
            "i.objid = c.oid AND i.deptype = 'i') AND "_s +
                notMember(u"2605"_s, u"c.oid"_s)),
        row(u"2612"_s, u"l.oid"_s, u"0"_s, u"l.lanname"_s, u"l.lanowner"_s, u"l.lanacl"_s,
            u"ARRAY['trusted', NULLIF(l.lanpltrusted, false)::text, %1, %2, %3]"_s.arg(
                function(u"handler"_s, u"l.lanplcallfoid"_s), function(u"inline"_s, u"l.laninline"_s),
                function(u"validator"_s, u"l.lanvalidator"_s)),
            u"pg_language l WHERE l.lanacl IS NOT NULL OR (l.oid >= 16384 AND "_s + notMember(u"2612"_s, u"l.oid"_s) +
                u')'),
        row(u"3576"_s, u"t.oid"_s, u"0"_s, u"'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname"_s,
            u"0"_s, u"NULL"_s,
            u"ARRAY['fromSql', CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END, "
            "'toSql', CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END]"_s,
            u"pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE "_s + notMember(u"3576"_s, u"t.oid"_s)),
        row(u"2601"_s, u"m.oid"_s, u"0"_s, u"m.amname"_s, u"0"_s, u"NULL"_s,
            u"ARRAY['type', m.amtype::text, %1]"_s.arg(function(u"handler"_s, u"m.amhandler"_s)),
            u"pg_am m WHERE m.oid >= 16384 AND "_s + notMember(u"2601"_s, u"m.oid"_s)),
    };
}

} // namespace

std::vector<OtherKind> otherKinds(int version, const QString &spaces)
{
    const QString locale = version >= 170000   ? u"c.colllocale"_s
                           : version >= 150000 ? u"c.colliculocale"_s
                                               : u"CASE WHEN c.collprovider = 'i' THEN c.collcollate::text END"_s;
    const QString rules = version >= 160000 ? u", 'rules', c.collicurules"_s : QString();
    std::vector<OtherKind> kinds{
        row(u"3079"_s, u"x.oid"_s, u"0"_s, u"x.extname"_s, u"x.extowner"_s, u"NULL"_s,
            u"ARRAY['schema', xn.nspname, 'version', x.extversion]"_s,
            u"pg_extension x JOIN pg_namespace xn ON xn.oid = x.extnamespace WHERE x.oid >= 16384"_s),
        row(u"3456"_s, u"c.oid"_s, u"c.collnamespace"_s, u"c.collname"_s, u"c.collowner"_s, u"NULL"_s,
            u"ARRAY['provider', c.collprovider::text, 'deterministic', c.collisdeterministic::text, 'locale', %1, "
            "'lcCollate', CASE WHEN c.collprovider = 'c' THEN c.collcollate::text END, "
            "'lcCtype', CASE WHEN c.collprovider = 'c' THEN c.collctype::text END%2]"_s.arg(locale, rules),
            u"pg_collation c WHERE c.collnamespace IN "_s + spaces + u" AND "_s + notMember(u"3456"_s, u"c.oid"_s)),
        row(u"2607"_s, u"c.oid"_s, u"c.connamespace"_s, u"c.conname"_s, u"c.conowner"_s, u"NULL"_s,
            u"ARRAY['from', pg_encoding_to_char(c.conforencoding), 'to', pg_encoding_to_char(c.contoencoding), %1, "
            "'default', NULLIF(c.condefault, false)::text]"_s.arg(function(u"function"_s, u"c.conproc"_s)),
            u"pg_conversion c WHERE c.connamespace IN "_s + spaces + u" AND "_s + notMember(u"2607"_s, u"c.oid"_s)),
        row(u"3381"_s, u"s.oid"_s, u"s.stxnamespace"_s, u"s.stxname"_s, u"s.stxowner"_s, u"NULL"_s,
            u"ARRAY['table', s.stxrelid::regclass::text"_s +
                (version >= 130000 ? u", 'target', CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget::text END"_s
                                   : QString()) +
                u"]"_s,
            u"pg_statistic_ext s WHERE s.stxnamespace IN "_s + spaces, u"pg_get_statisticsobjdef(s.oid)"_s),
    };
    for (const std::vector<OtherKind> &more :
         {operatorKinds(spaces), textSearchKinds(spaces), foreignKinds(), replicationKinds(version), codeKinds()}) {
        kinds.insert(kinds.end(), more.begin(), more.end());
    }
    return kinds;
}

} // namespace countersign::engine::postgresql
