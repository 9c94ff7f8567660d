#include "rehearsal/atoms.h"

namespace countersign::rehearsal {

using diff::Change;
using schema::ObjectId;

namespace {

bool isRelation(schema::ObjectKind kind)
{
    return kind == schema::ObjectKind::Table || kind == schema::ObjectKind::View ||
           kind == schema::ObjectKind::MaterializedView || kind == schema::ObjectKind::ForeignTable ||
           kind == schema::ObjectKind::VirtualTable;
}

} // namespace

std::pair<QString, QString> standsIn(const ObjectId &id)
{
    return {id.schema, id.parent.isEmpty() ? id.name : id.parent};
}

std::vector<Atom> atomsOf(const diff::Difference &difference)
{
    std::vector<Atom> atoms;
    switch (difference.change) {
    case Change::Added:
    case Change::Removed:
        atoms.push_back({difference.id, {}});
        break;
    case Change::Renamed:
        atoms.push_back({difference.before, {}});
        atoms.push_back({difference.id, {}});
        break;
    case Change::Altered:
        for (const diff::Property &property : difference.properties) {
            atoms.push_back({difference.id, property.name});
        }
        break;
    }
    return atoms;
}

AtomSet::AtomSet(const std::vector<diff::Difference> &differences)
{
    for (const diff::Difference &difference : differences) {
        for (Atom &atom : atomsOf(difference)) {
            if (atom.property.isEmpty() && isRelation(atom.id.kind)) {
                m_missingRelations.insert(standsIn(atom.id));
            }
            m_atoms.insert(std::move(atom));
        }
    }
}

bool AtomSet::relationMissing(const ObjectId &id) const
{
    return !id.parent.isEmpty() && m_missingRelations.contains(standsIn(id));
}

bool AtomSet::differs(const Atom &atom) const
{
    return m_atoms.contains(atom) || (!atom.property.isEmpty() && m_atoms.contains({atom.id, {}})) ||
           relationMissing(atom.id);
}

bool AtomSet::anyOf(const ObjectId &id) const
{
    return relationMissing(id) || !of(id).empty();
}

std::vector<Atom> AtomSet::of(const ObjectId &id) const
{
    std::vector<Atom> atoms;
    const bool whole = isRelation(id.kind);
    for (const Atom &atom : m_atoms) {
        if (atom.id == id || (whole && !atom.id.parent.isEmpty() && standsIn(atom.id) == standsIn(id))) {
            atoms.push_back(atom);
        }
    }
    return atoms;
}

schema::Schema restrictedTo(const schema::Schema &schema, const std::set<std::pair<QString, QString>> &names)
{
    schema::Schema part;
    part.engine = schema.engine;
    part.settings = schema.settings;
    for (const schema::Object &object : schema.objects) {
        if (names.contains(standsIn(idOf(object)))) {
            part.objects.push_back(object);
        }
    }
    return part; // in the order of the whole, which is normalized
}

} // namespace countersign::rehearsal
