#include "bench/measure.h"
#include "engine/mysql/mysqlengine.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    bench::Subject subject;
    subject.engine = schema::EngineKind::MariaDb;
    subject.product = &engine::mysql::engine();
    subject.sizes = {100, 1000};
    // Each predicate on the column by which the server looks databases up.
    subject.bareQueries = {
        u"SELECT TABLE_NAME, TABLE_TYPE, ENGINE, ROW_FORMAT, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT "
        "FROM information_schema.TABLES WHERE TABLE_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.VIEWS WHERE TABLE_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = '%1'"_s,
        u"SELECT * FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '%1'"_s,
    };
    const auto server = testsupport::TestServers::mariadb();
    if (!server) {
        qCritical("%s", qPrintable(server.error().text()));
        return 1;
    }
    subject.dumpCommand = [&](const testsupport::TestDatabase &database) {
        return QStringList{
            u"mariadb-dump"_s, u"--no-data"_s, u"--single-transaction"_s, u"--socket="_s + server->socket,
            u"-uroot"_s,       database.name()};
    };
    return bench::measure(subject, QCoreApplication::arguments().sliced(1));
}
