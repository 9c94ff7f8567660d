#include "db/rows.h"

namespace countersign::db {

bool Rows::flag(int row, int column) const
{
    const QByteArrayView value = bytes(row, column);
    return !value.isEmpty() && (value[0] == 't' || value[0] == '1' || value[0] == 'Y' || value[0] == 'y');
}

} // namespace countersign::db
