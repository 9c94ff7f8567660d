#pragma once

#include "engine/engine.h"
#include "engine/postgresql/otherqueries.h"

#include <QStringList>

namespace countersign::engine::postgresql {

/// The bulk queries, in the order in which they are sent. Raw catalog columns; only expressions are deparsed by the
/// server. Sources: PostgreSQL manual, part VII, "System Catalogs", 12 to 18.
enum class Query : std::uint8_t {
    Settings,
    Roles,
    Namespaces,
    Members,
    Collations,
    OperatorClasses,
    Types,
    EnumLabels,
    Ranges,
    Relations,
    Attributes,
    Defaults,
    Sequences,
    Constraints,
    Indexes,
    Inherits,
    Triggers,
    Rules,
    Policies,
    Routines,
    Aggregates,
    Others,
    DefaultPrivileges,
    Comments,
    Dependencies,
};
inline constexpr int queryCount = static_cast<int>(Query::Dependencies) + 1;

/// What a query reads, for progress and messages: "indexes".
[[nodiscard]] QString titleOf(Query query);
/// The texts for a server of this version (170006), in the order of Query.
[[nodiscard]] QStringList catalogQueries(int version, const ReadOptions &options);
/// The SQL list of the namespaces that are read, for otherKinds().
[[nodiscard]] QString wantedSpaces(const ReadOptions &options);
/// One query for several kinds.
[[nodiscard]] QString unionOf(const std::vector<OtherKind> &kinds);
/// The same of a whole database for what a definition of relations can change: relations, columns, defaults,
/// constraints and indexes of the relations whose numbers the setting countersign.touched lists, with all views and all
/// constraints of domains; empty texts for what it leaves alone.
[[nodiscard]] QStringList changedQueries(int version, bool comments);

} // namespace countersign::engine::postgresql
