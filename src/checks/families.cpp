#include "checks/families.h"

namespace countersign::checks {

Families::Families(const CheckContext &context)
{
    for (const schema::Schema *schema : {&context.base(), &context.result()}) {
        for (const schema::Table *table : tablesOf(*schema)) {
            m_tables.insert(table->id().path());
            if (!table->partitionOf.isEmpty()) {
                m_parents[table->id().path()] = {{table->partitionOf}, true};
            } else if (!table->inherits.isEmpty()) {
                m_parents[table->id().path()] = {table->inherits, false};
            }
        }
    }
}

/// The table that an object is or is part of; empty for none.
QString Families::tableOf(QString object) const
{
    while (!object.isEmpty() && !m_tables.contains(object)) {
        object.truncate(std::max<qsizetype>(0, object.lastIndexOf(u'.')));
    }
    return object;
}

bool Families::repeats(const QString &child, const QString &parent) const
{
    const QString below = tableOf(child);
    const QString above = tableOf(parent);
    const Kinship kin = below.isEmpty() || above.isEmpty() ? Kinship::None : kinship(below, above);
    const QString part = child.sliced(below.size());
    const QString same = parent.sliced(above.size());
    switch (kin) {
    case Kinship::None:
        return false;
    case Kinship::Inherits:
        return part == same && !part.isEmpty();
    case Kinship::Partition:
        return part == same || (!part.isEmpty() && !same.isEmpty());
    }
    return false;
}

/// A partition is one at any depth.
Families::Kinship Families::kinship(const QString &below, const QString &above) const
{
    const auto it = m_parents.find(below);
    if (it == m_parents.end()) {
        return Kinship::None;
    }
    const Kinship own = it->second.partition ? Kinship::Partition : Kinship::Inherits;
    for (const QString &path : it->second.paths) {
        if (path == above) {
            return own;
        }
        if (const Kinship further = kinship(path, above); further != Kinship::None) {
            return own == Kinship::Partition ? further : own;
        }
    }
    return Kinship::None;
}

} // namespace countersign::checks
