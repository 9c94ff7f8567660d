#pragma once

#include "app/stepeffects.h"
#include "gui/common/icons.h"

#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace countersign::gui {

enum class ObjectStatus : std::uint8_t { Changed, Added, Removed, Renamed, Same, Unknown };
inline constexpr int objectStatusCount = 6;

/// The word, glyph and colour of a status; the same everywhere.
struct StatusLook {
    QString word;
    Glyph glyph = Glyph::None;
    Token token = Token::Text;
};
[[nodiscard]] StatusLook lookOf(ObjectStatus status);
[[nodiscard]] StatusLook lookOf(diff::Change change);
/// What people call a kind: "Table", "Materialized view".
[[nodiscard]] QString titleOf(schema::ObjectKind kind);
/// The name of an object as people would write it, made harmless: a constraint without a name of its own is called by
/// its normal form, whose spaces between tokens are taken out. With @p whole the path, else the last part.
[[nodiscard]] QString shownName(const schema::ObjectId &id, bool whole = false);
/// The same over a list of them: "Tables", "Materialized views".
[[nodiscard]] QString pluralTitleOf(schema::ObjectKind kind);

/// What statements do to those who use the database meanwhile, in words: "rewrites the table, blocks reads and writes".
struct EffectWords {
    QString text;
    Token token = Token::TextMuted; ///< the worse, the louder
};

/// One object that stands alone, with everything that differs in it.
struct ObjectEntry {
    schema::ObjectId id;     ///< as in TO; for Removed as in FROM
    schema::ObjectId before; ///< as in FROM
    ObjectStatus status = ObjectStatus::Same;
    std::vector<int> differences; ///< indexes into the comparison's differences
    QString name;                 ///< path for people
    QString summary;              ///< "4 columns, 1 index"
    bool losesData = false;       ///< a step of the plan that serves it is destructive
    EffectWords effect;           ///< of all steps that serve it
    QString search;    ///< lower case, its keys in upper case: name, kind, parts as "COL:status IDX:orders_total_idx"
    QByteArray digest; ///< of what differs: a viewed mark holds while it is equal
    QString mark;      ///< kind, name and digest: the key of the viewed mark
    std::vector<schema::ObjectId> parts; ///< what differs in it, besides itself
    QString partlyRead;                  ///< why parts of it were not compared; empty when all of it was
};

/// What the object list shows, derived once per comparison in a worker.
struct CompareIndex {
    std::vector<ObjectEntry> entries; ///< by kind, data loss first, then name
    std::array<int, objectStatusCount> counts{};
    int suppressed = 0;
    std::vector<app::StepEffect> stepEffects; ///< of the forward plan
    std::vector<std::vector<int>> stepsOf;    ///< by difference: 0-based statements of the forward plan

    /// The worst that these statements of the forward plan do; empty for none.
    [[nodiscard]] EffectWords effectOf(const std::vector<int> &steps) const;
};

[[nodiscard]] CompareIndex buildIndex(const app::SchemaComparison &comparison);

/// Terms of a search text: plain words must occur in the entry; "col:x", "idx:x" and "kind:x" in that part of it.
[[nodiscard]] bool matches(const ObjectEntry &entry, const QStringList &terms);
/// The parts that the terms met, as people call them: "Column status". Empty when the object itself is what was met.
[[nodiscard]] QStringList matchedParts(const ObjectEntry &entry, const QStringList &terms);

} // namespace countersign::gui
