#pragma once

#include "diff/compare.h"
#include "schema/schema.h"

#include <map>
#include <optional>
#include <vector>

namespace countersign::engine::sqlite {

/// What has to happen to one table that is there before and after.
struct TableWork {
    const schema::Table *before = nullptr;
    const schema::Table *after = nullptr;
    std::vector<int> differences; ///< of the table, its columns and constraints
    std::vector<QString> reasons; ///< why ALTER TABLE cannot do it; empty when it can
    std::vector<const schema::Column *> added;
    std::vector<const schema::Column *> dropped;
    std::vector<int> partDifferences; ///< of its indexes and triggers, which a rebuild brings back

    [[nodiscard]] bool rebuild() const { return !reasons.empty(); }
};

/// Sorts what the comparison says about tables that stay. A table that was removed and one that was added under a name
/// that differs only in case are one table to SQLite: it is rebuilt, its rows are kept.
class TableWorks
{
public:
    TableWorks(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison);

    [[nodiscard]] const std::map<QString, TableWork> &all() const { return m_works; } ///< by name in TO
    /// True for indexes into the comparison's differences that a TableWork covers though they are "added" or "removed".
    [[nodiscard]] bool covers(int difference) const;
    /// True when parts of this relation go with a rebuild. The name may be the one in FROM or in TO.
    [[nodiscard]] bool rebuilds(const QString &table) const;

private:
    void pairByCase();
    void add(int difference);
    void decide(TableWork &work);
    TableWork &workOf(const QString &nameInTo);
    [[nodiscard]] bool hasViewOrTrigger() const;
    [[nodiscard]] bool hasDoubleQuotedStrings();

    const schema::Schema &m_from;
    const schema::Schema &m_to;
    const diff::Comparison &m_comparison;
    std::map<QString, TableWork> m_works;
    std::set<int> m_covered;
    std::set<QString> m_rebuilt;
    std::optional<bool> m_doubleQuotedStrings; ///< asked of the whole schema once, not for each table
};

} // namespace countersign::engine::sqlite
