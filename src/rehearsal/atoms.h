#pragma once

#include "diff/compare.h"
#include "schema/schema.h"

#include <set>

namespace countersign::rehearsal {

/// The smallest thing the catalog can say: that an object is there (property empty), or one attribute of it. kind and
/// qualified name as in differences.
struct Atom {
    schema::ObjectId id;
    QString property;

    friend bool operator==(const Atom &, const Atom &) = default;
    friend bool operator<(const Atom &a, const Atom &b)
    {
        return std::tie(a.id, a.property) < std::tie(b.id, b.property);
    }
};

/// What differs between two schemas, as atoms.
class AtomSet
{
public:
    AtomSet() = default;
    explicit AtomSet(const std::vector<diff::Difference> &differences);

    /// True when the atom differs: itself, or because its object or relation is on one side only.
    [[nodiscard]] bool differs(const Atom &atom) const;
    /// True when anything of the object or of its parts differs.
    [[nodiscard]] bool anyOf(const schema::ObjectId &id) const;
    /// The attributes and parts of the object that differ, for evidence.
    [[nodiscard]] std::vector<Atom> of(const schema::ObjectId &id) const;

private:
    [[nodiscard]] bool relationMissing(const schema::ObjectId &id) const;

    std::set<Atom> m_atoms;
    std::set<std::pair<QString, QString>> m_missingRelations; ///< namespace and name
};

/// Atoms of one difference: existence for added, removed and renamed, else one for each property.
[[nodiscard]] std::vector<Atom> atomsOf(const diff::Difference &difference);

/// Only the objects that these differences speak of, whole.
[[nodiscard]] schema::Schema restrictedTo(const schema::Schema &schema,
                                          const std::set<std::pair<QString, QString>> &names);
/// Namespace and name of the object that stands alone: the relation of a part, else the object itself.
[[nodiscard]] std::pair<QString, QString> standsIn(const schema::ObjectId &id);

} // namespace countersign::rehearsal
