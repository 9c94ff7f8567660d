#pragma once

#include "checks/phrase.h"
#include "schema/enginekind.h"
#include "schema/parts.h"

#include <QString>

namespace countersign::checks {

/// A type in its parts: character varying(20) ► name "character varying", arguments {20}.
struct TypeParts {
    QString name; ///< lower case, without arguments, aliases resolved (varchar ► character varying on PostgreSQL)
    std::vector<int> arguments;
    QStringList labels; ///< ENUM and SET
    bool isUnsigned = false;
    bool withTimeZone = false;
    bool array = false;

    friend bool operator==(const TypeParts &, const TypeParts &) = default;
};
[[nodiscard]] TypeParts typeParts(const QString &type, schema::EngineKind engine);

enum class TypeFamily : std::uint8_t {
    Other,
    Integer,
    Decimal,
    Float,
    Text,
    Binary,
    Boolean,
    Date,
    Time,
    Timestamp,
    Uuid,
    Json,
    Enum
};
[[nodiscard]] TypeFamily familyOf(const TypeParts &type);

/// Bytes of an integer type; 0 for another.
[[nodiscard]] int integerBytes(const TypeParts &type);
/// Smallest and largest value of an integer type, as text for a question; empty for another.
[[nodiscard]] std::pair<QString, QString> integerRange(const TypeParts &type);

/// How a value may suffer when a column's type changes.
enum class Loss : std::uint8_t {
    None, ///< every old value has an exact image
    ShorterText,
    SmallerInteger,
    SmallerDecimal, ///< fewer digits or a smaller scale
    LessPrecision,  ///< of a time, or decimal to float
    ZoneDropped,
    TextToTyped,
    EnumLabels, ///< a label is gone
    Unsigned,
    Other, ///< a conversion between families that the tool does not know to be exact
};
[[nodiscard]] Loss lossOf(const schema::Column &before, const schema::Column &after, schema::EngineKind engine);
/// "values longer than 10 characters", for messages.
[[nodiscard]] Phrase describe(Loss loss, const schema::Column &after, schema::EngineKind engine);

/// PostgreSQL: true when ALTER COLUMN TYPE does not rewrite the heap (risk catalogue (b);
/// ATColumnChangeRequiresRewrite). timestamp ↔ timestamptz counts as rewriting, because only a session in UTC is
/// spared.
[[nodiscard]] bool isBinaryCompatible(const TypeParts &before, const TypeParts &after);

} // namespace countersign::checks
