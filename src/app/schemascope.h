#pragma once

#include "app/sources.h"

namespace countersign::app {

/// Takes away what is in other namespaces; all stays where none is named. A live database is not even asked for it.
void keepOnly(const QStringList &schemas, schema::Schema &schema);

/// Those of @p names that are no namespace of what was loaded. MySQL's one namespace is the database, SQLite's is main.
[[nodiscard]] QStringList missingSchemas(const QStringList &names, const LoadedSchema &loaded);

/// A usage error. @p where: the option that names it; @p sources: where it was looked for.
[[nodiscard]] base::Error noSuchSchema(const QString &name, const QString &where, const QStringList &sources);

} // namespace countersign::app
