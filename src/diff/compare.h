#pragma once

#include "schema/schema.h"
#include "sql/dialect.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace countersign::diff {

enum class Change : std::uint8_t { Added, Removed, Altered, Renamed };
[[nodiscard]] QString nameOf(Change change); ///< added, removed, altered, renamed

/// One altered attribute, as text for people.
struct Property {
    QString name; ///< the field's name; for entries of an attribute map "options.fillfactor"
    QString from;
    QString to;

    friend bool operator==(const Property &, const Property &) = default;
};

/// What is different about one object between two schemas. The parts of an added or removed relation are not listed
/// again. An altered relation and its altered parts are separate differences.
struct Difference {
    Change change = Change::Altered;
    schema::ObjectId id;              ///< as it is called in TO; for Removed as in FROM
    schema::ObjectId before;          ///< as it was called in FROM; differs from id only when renamed or mapped
    std::vector<Property> properties; ///< for Altered: never empty

    friend bool operator==(const Difference &, const Difference &) = default;
};

/// A rename that a person has confirmed.
struct Rename {
    schema::ObjectId from;
    schema::ObjectId to;

    friend bool operator==(const Rename &, const Rename &) = default;
};

/// A removed and an added object that may be one renamed object. Never assumed.
struct RenameCandidate {
    Rename rename;
    int score = 0;  ///< 1 to 100
    QString reason; ///< "same type and position, names alike"

    friend bool operator==(const RenameCandidate &, const RenameCandidate &) = default;
};

struct Options {
    /// Ignore switches: "owner", "comment", "column.collation", "table.options.fillfactor", "whitespace" is always on.
    QSet<QString> ignore;
    /// Attributes that are ignored by default and shall be compared: "table.autoIncrement",
    /// "sequence.counter.lastValue".
    QSet<QString> include;
    std::optional<std::set<schema::ObjectKind>> only;
    QStringList schemas;                      ///< only objects in these namespaces; empty for all
    std::map<QString, QString> schemaMapping; ///< namespace in FROM ► namespace in TO
    std::vector<Rename> renames;
    /// Object paths, with * and ?, that are left out.
    QStringList excludePaths;
};

/// Something that differs but that an option hides: countable and visible.
struct Suppressed {
    Difference difference; ///< with only the suppressed properties when Altered
    QString option;        ///< the switch that hid it

    friend bool operator==(const Suppressed &, const Suppressed &) = default;
};

struct Comparison {
    std::vector<Difference> differences; ///< ordered by kind, then path
    std::vector<Suppressed> suppressed;
    std::vector<RenameCandidate> renameCandidates;
    std::vector<schema::NotCompared> notCompared; ///< of both sides
    /// FROM with the confirmed renames and the schema mapping applied: what the plan starts from.
    schema::Schema renamedFrom;

    [[nodiscard]] bool identical() const { return differences.empty(); }
};

/// Both schemas must be normalized and of the same engine family.
[[nodiscard]] Comparison compare(const schema::Schema &from, const schema::Schema &to, const Options &options);

/// Every ignore switch there is, for menus and documentation: "column.type", …
[[nodiscard]] QStringList ignoreSwitches();

} // namespace countersign::diff
