#pragma once

// Reads what SHOW CREATE TABLE prints. The text is the server's own and complete description of a table, in one regular
// form: one column, key or constraint a line. What the parser does not know it keeps verbatim as an option of the part,
// so that it is compared and written back; a line that it cannot place at all makes the whole table "not compared".

#include "base/result.h"
#include "engine/mysql/types.h"
#include "schema/objects.h"

#include <QHash>

namespace countersign::engine::mysql {

/// What the text is relative to.
struct CreateTableContext {
    QString database;                          ///< qualifications with this name are left out
    QHash<QString, QString> defaultCollations; ///< of each character set, on this server
    bool mariaDb = true;
};

/// The table that this CREATE TABLE describes, without triggers and grants.
[[nodiscard]] base::Result<schema::Table> parseCreateTable(const QString &text, const CreateTableContext &context);

} // namespace countersign::engine::mysql
