#pragma once

#include "schema/enginekind.h"

#include <QString>

namespace countersign::sql {

/// How one engine spells SQL. A value.
struct Dialect {
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    bool ansiQuotes = false;         ///< MySQL family: sql_mode ANSI_QUOTES, "x" is an identifier
    bool noBackslashEscapes = false; ///< MySQL family: sql_mode NO_BACKSLASH_ESCAPES

    /// Always quoted, safe for any name.
    [[nodiscard]] QString quoted(const QString &identifier) const;
    /// Quoted only where the name needs it (case, characters, reserved word).
    [[nodiscard]] QString identifier(const QString &name) const;
    /// schema.name, each part as by identifier(); without the schema when that is empty.
    [[nodiscard]] QString qualified(const QString &schema, const QString &name) const;
    /// A string literal that is safe for any text: 'it''s', E'…' on PostgreSQL where a backslash is in it.
    [[nodiscard]] QString literal(const QString &text) const;

    friend bool operator==(const Dialect &, const Dialect &) = default;
};

[[nodiscard]] inline Dialect dialectOf(schema::EngineKind engine)
{
    return {engine, false, false};
}

} // namespace countersign::sql
