#pragma once

#include "schema/enginekind.h"

#include <QStringList>

namespace countersign::bench {

/// SQL for so many tables: ten columns, primary key, two indexes, a foreign key, a check and, where the engine has
/// them, comments; a view for every tenth table. With @p changed every hundredth table differs: a column more, another
/// default, an index less. Scripts of at most a thousand tables, each a transaction: PostgreSQL keeps a lock for each
/// table until the end.
[[nodiscard]] QStringList schemaSql(schema::EngineKind engine, int tables, bool changed);

} // namespace countersign::bench
