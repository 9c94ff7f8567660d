#include "bench/measure.h"
#include "engine/postgresql/postgresqlengine.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    bench::Subject subject;
    subject.engine = schema::EngineKind::PostgreSql;
    subject.product = &engine::postgresql::engine();
    subject.sizes = {100, 1000};
    // Raw columns, and text only for what has an expression: what any reader has to ask for.
    subject.bareQueries = {
        u"SELECT oid, nspname, nspowner, nspacl FROM pg_catalog.pg_namespace"_s,
        u"SELECT oid, relname, relnamespace, reltype, reloftype, relowner, relam, reltablespace, relpersistence, "
        u"relkind, "
        "relrowsecurity, relforcerowsecurity, relreplident, relispartition, reloptions, relacl FROM "
        "pg_catalog.pg_class "
        "WHERE relnamespace > 16000 OR relnamespace = 2200"_s,
        u"SELECT attrelid, attname, atttypid, atttypmod, attnum, attnotnull, atthasdef, attidentity, attgenerated, "
        u"attcollation, "
        "attstorage, attcompression, attstattarget, attoptions, attacl FROM pg_catalog.pg_attribute "
        "WHERE attnum > 0 AND NOT attisdropped AND attrelid >= 16384"_s,
        u"SELECT adrelid, adnum, pg_catalog.pg_get_expr(adbin, 0) FROM pg_catalog.pg_attrdef"_s,
        u"SELECT oid, conname, connamespace, contype, condeferrable, condeferred, convalidated, conrelid, conindid, "
        u"confrelid, "
        "confupdtype, confdeltype, confmatchtype, conkey, confkey, CASE WHEN contype = 'c' THEN "
        "pg_catalog.pg_get_expr(conbin, conrelid) END FROM pg_catalog.pg_constraint WHERE conrelid >= 16384"_s,
        u"SELECT indexrelid, indrelid, indisunique, indisprimary, indisvalid, indkey, indcollation, indclass, "
        u"indoption "
        "FROM pg_catalog.pg_index WHERE indrelid >= 16384"_s,
        u"SELECT ev_class, rulename, pg_catalog.pg_get_viewdef(ev_class) FROM pg_catalog.pg_rewrite WHERE oid >= 16384"_s,
        u"SELECT oid, tgrelid, tgname, tgenabled FROM pg_catalog.pg_trigger WHERE NOT tgisinternal"_s,
        u"SELECT oid, proname, pronamespace, prosrc FROM pg_catalog.pg_proc WHERE oid >= 16384"_s,
        u"SELECT oid, typname, typnamespace, typtype, typrelid FROM pg_catalog.pg_type WHERE typtype <> 'c' AND typelem = 0"_s,
        u"SELECT objoid, classoid, objsubid, description FROM pg_catalog.pg_description WHERE objoid >= 16384"_s,
        u"SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype FROM pg_catalog.pg_depend "
        "WHERE objid >= 16384 AND refobjid >= 16384"_s,
    };
    const auto server = testsupport::TestServers::postgresql();
    if (!server) {
        qCritical("%s", qPrintable(server.error().text()));
        return 1;
    }
    subject.dumpCommand = [&](const testsupport::TestDatabase &database) {
        return QStringList{server->programs + u"/pg_dump"_s,
                           u"-s"_s,
                           u"-h"_s,
                           server->folder,
                           u"-U"_s,
                           u"postgres"_s,
                           database.name()};
    };
    return bench::measure(subject, QCoreApplication::arguments().sliced(1));
}
