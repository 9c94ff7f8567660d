#pragma once

// Reads what SHOW CREATE prints of everything but tables (createtable.h has those): pure functions over the server's
// text, so that the answers of servers that are not at hand can be tested.

#include "schema/objects.h"

#include <QSet>

namespace countersign::engine::mysql {

/// @p database: qualifications with this name are left out of the query.
[[nodiscard]] schema::View parseCreateView(const QString &text, const QString &database);
/// MariaDB's CREATE SEQUENCE.
[[nodiscard]] schema::Sequence parseCreateSequence(const QString &text);
/// Fills in what information_schema.ROUTINES does not say: arguments, what is returned, whether it is an aggregate.
void readRoutineText(const QString &text, schema::Routine &routine);
/// What stands between TRIGGER and the body, if the server kept both as they were written; else empty.
[[nodiscard]] QString triggerHeader(const QString &text, const QString &body);
/// The names that a server-printed query reads: it quotes every name, and names what it reads after FROM, JOIN, a comma
/// or a parenthesis. May hold names that are no relations.
[[nodiscard]] QSet<QString> relationsIn(const QString &query);

} // namespace countersign::engine::mysql
