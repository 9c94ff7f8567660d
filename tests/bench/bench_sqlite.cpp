#include "bench/measure.h"
#include "engine/sqlite/sqliteengine.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    bench::Subject subject;
    subject.engine = schema::EngineKind::Sqlite;
    subject.product = &engine::sqlite::engine();
    subject.sizes = {100, 1000};
    subject.bareQueries = {
        u"SELECT type, name, tbl_name, sql FROM sqlite_schema"_s,
        u"SELECT m.name, c.* FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'"_s,
        u"SELECT m.name, i.name, i.\"unique\", i.origin, i.partial, x.* FROM sqlite_schema m, "
        u"pragma_index_list(m.name) i, "
        "pragma_index_xinfo(i.name) x WHERE m.type = 'table'"_s,
        u"SELECT m.name, k.* FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'"_s,
    };
    subject.dumpCommand = [](const testsupport::TestDatabase &database) {
        return QStringList{u"sqlite3"_s, u"-readonly"_s, database.name(), u".schema"_s};
    };
    return bench::measure(subject, QCoreApplication::arguments().sliced(1));
}
