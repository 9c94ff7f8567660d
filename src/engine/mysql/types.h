#pragma once

// Column types and character sets in one spelling, whatever product and version printed them.

#include "schema/objects.h"

namespace countersign::engine::mysql {

/// utf8 and its collations are called utf8mb3 (MySQL 8.0.28, MariaDB 10.6: the alias will change its meaning).
[[nodiscard]] QString canonicalCharset(const QString &charset);
[[nodiscard]] QString canonicalCollation(const QString &collation);

/// The type without default display widths: int(11) is int, year(4) is year; int(5) and int(10) zerofill stay.
[[nodiscard]] QString canonicalType(const QString &type);

/// True for the types that have a character set.
[[nodiscard]] bool hasCharset(const QString &type);
[[nodiscard]] bool isSpatial(const QString &type);
[[nodiscard]] bool isNumeric(const QString &type);
/// A DEFAULT or ON UPDATE as every server of the family is taken to spell it: MySQL quotes numbers and puts expressions
/// in parentheses, the bytes of binary columns come as 'text', 0x… or x'…'. Empty for NULL.
[[nodiscard]] QString canonicalDefault(QString text, const QString &type);

/// `database`. taken away from the names of relations, sequences and functions in server-printed text, which quotes
/// every name. `database`.`x` elsewhere is a column of a table, or of an alias, that has the database's name.
[[nodiscard]] QString withoutDatabase(const QString &text, const QString &database);

/// The set of characters and the collation that a column of this table really has; empty for types without.
struct EffectiveCharset {
    QString charset;
    QString collation;

    friend bool operator==(const EffectiveCharset &, const EffectiveCharset &) = default;
};
[[nodiscard]] EffectiveCharset effectiveCharset(const schema::Table &table, const schema::Column &column);

} // namespace countersign::engine::mysql
