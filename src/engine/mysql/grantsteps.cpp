#include "engine/mysql/planner.h"

namespace countersign::engine::mysql {

void Planner::changeGrants()
{
    for (std::size_t i = 0; i < m_differences.size(); ++i) {
        const Difference &difference = m_differences[i];
        const int number = static_cast<int>(i);
        if (difference.id.kind == ObjectKind::Table || difference.id.kind == ObjectKind::View) {
            grantsOfRelation(difference, number);
        } else if (difference.id.kind == ObjectKind::Column) {
            grantsOfColumn(difference, number);
        }
    }
}

bool Planner::reports(const Difference &difference, const QString &property)
{
    return difference.change == Change::Added ||
           std::ranges::any_of(difference.properties, [&](const diff::Property &p) { return p.name == property; });
}

schema::Grants Planner::grantsOf(const schema::Object *object)
{
    if (!object) {
        return {};
    }
    if (const Table *table = std::get_if<Table>(object)) {
        return table->grants;
    }
    const View *view = std::get_if<View>(object);
    return view ? view->grants : schema::Grants();
}

void Planner::grantsOfRelation(const Difference &difference, int number)
{
    if (difference.change == Change::Removed || !reports(difference, u"grants"_s)) {
        return;
    }
    const bool added = difference.change == Change::Added;
    writeGrants(added ? schema::Grants() : grantsOf(m_from.find(difference.id)), grantsOf(m_to.find(difference.id)),
                difference.id.name, {}, number);
    const Table *table = toTable(difference.id.name);
    if (added && table) {
        for (const Column &column : table->columns) {
            writeGrants({}, column.grants, table->name, column.name, number);
        }
    }
}

void Planner::grantsOfColumn(const Difference &difference, int number)
{
    const Table *from = fromTable(difference.id.parent);
    const Table *to = toTable(difference.id.parent);
    const Column *after = to ? findPart(to->columns, difference.id.name) : nullptr;
    if (!from || !after || !reports(difference, u"grants"_s)) {
        return;
    }
    const Column *before = findPart(from->columns, difference.id.name);
    writeGrants(before ? before->grants : schema::Grants(), after->grants, to->name, after->name, number);
}

void Planner::writeGrants(const schema::Grants &before, const schema::Grants &after, const QString &relation,
                          const QString &column, int number)
{
    const QString what = column.isEmpty() ? QString() : u" ("_s + quotedName(column) + u')';
    const QString on = u" ON "_s + quotedName(relation);
    for (const schema::Grant &grant : before) {
        if (std::ranges::find(after, grant) == after.end()) {
            const bool stays = std::ranges::any_of(after, [&](const schema::Grant &other) {
                return other.grantee == grant.grantee && other.privilege == grant.privilege;
            });
            if (stays) {
                step(u"REVOKE GRANT OPTION"_s + on + u" FROM "_s + account(grant.grantee), {number});
            } else {
                step(u"REVOKE "_s + grant.privilege + what + on + u" FROM "_s + account(grant.grantee), {number});
            }
        }
    }
    for (const schema::Grant &grant : after) {
        if (std::ranges::find(before, grant) == before.end()) {
            step(u"GRANT "_s + grant.privilege + what + on + u" TO "_s + account(grant.grantee) +
                     (grant.grantable ? u" WITH GRANT OPTION"_s : QString()),
                 {number});
        }
    }
}

} // namespace countersign::engine::mysql
