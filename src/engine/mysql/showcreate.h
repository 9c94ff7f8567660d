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
/// Fills in what information_schema.ROUTINES does not say: arguments, what is returned, whether it is an aggregate, and
/// the body as it was written. The catalog's ROUTINE_DEFINITION, ACTION_STATEMENT and EVENT_DEFINITION are for readers:
/// they are without comments and without the backslashes of string literals.
void readRoutineText(const QString &text, schema::Routine &routine);

/// A trigger as it was written: both empty where the text is not that of a trigger.
struct TriggerText {
    QString header; ///< from the word TRIGGER to the body
    QString body;
};
[[nodiscard]] TriggerText readTriggerText(const QString &text);
/// What stands behind DO in SHOW CREATE EVENT, as it was written; empty where the text is not that of an event.
[[nodiscard]] QString eventBody(const QString &text);
/// The names that a server-printed query reads: it quotes every name, and names what it reads after FROM, JOIN, a comma
/// or a parenthesis. May hold names that are no relations.
[[nodiscard]] QSet<QString> relationsIn(const QString &query);
/// Only those that surely are relations of the view's own database: right behind FROM or JOIN. Nothing of a query with
/// common table expressions, whose names look the same.
[[nodiscard]] QSet<QString> surelyRelationsIn(const QString &query);

} // namespace countersign::engine::mysql
