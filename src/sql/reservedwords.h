#pragma once

#include "schema/enginekind.h"

#include <QString>

namespace countersign::sql {

/// True when an unquoted @p word could be taken for a keyword somewhere a name may stand. Errs towards quoting.
/// Sources: PostgreSQL 18 appendix C; MySQL 9 and MariaDB 11 "Keywords and Reserved Words"; SQLite lang_keywords.html.
[[nodiscard]] bool isReservedWord(const QString &word, schema::EngineKind engine);

} // namespace countersign::sql
