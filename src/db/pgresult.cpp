#include "db/pgresult.h"

namespace countersign::db {

bool endCopy(PGconn *connection, ExecStatusType status)
{
    if (status == PGRES_COPY_IN) {
        PQputCopyEnd(connection, "no rows come with this statement");
        return true;
    }
    if (status == PGRES_COPY_OUT) {
        char *line = nullptr;
        while (PQgetCopyData(connection, &line, 0) > 0) {
            PQfreemem(line);
        }
        return true;
    }
    return false;
}

} // namespace countersign::db
