#pragma once

#include <QString>

#include <optional>

namespace countersign::sql {

/// The normal form of a PostgreSQL expression, query or statement from its parse tree (libpg_query 17): places, white
/// space, parentheses and the spelling of type names do not count; nor does what the server changes when it deparses
/// and reads again: casts of array constants move to their elements, chains of AND and OR are flat. Nothing when the
/// text does not parse, as the body of a PL/pgSQL function. Thread-safe.
[[nodiscard]] std::optional<QString> postgreSqlNormalForm(const QString &text);

} // namespace countersign::sql
