#pragma once

#include "base/result.h"
#include "base/textrange.h"
#include "sql/dialect.h"

#include <QString>

#include <vector>

namespace countersign::sql {

/// One statement of a script with its place in it.
struct Statement {
    QString text;          ///< without the terminator, without leading comments and space
    base::TextRange range; ///< of text in the script
    base::TextRange whole; ///< with leading comments and terminator
    QString
        clientCommand; ///< what a client, not a server, would do (\copy, DELIMITER, .read): text is not SQL; else empty
    QString copyData;  ///< PostgreSQL: the lines after COPY … FROM STDIN; up to the \. line

    friend bool operator==(const Statement &, const Statement &) = default;
};

/// Splits a script as the engine's own client would: strings, quoted names, comments, dollar quotes, BEGIN ATOMIC
/// bodies (PostgreSQL), DELIMITER and compound bodies (MySQL family), CREATE TRIGGER … BEGIN … END (SQLite). Empty
/// statements are left out. An unterminated string or comment is a usage error that names the line where it began.
[[nodiscard]] base::Result<std::vector<Statement>> splitStatements(const QString &script, const Dialect &dialect,
                                                                   const QString &where = {});

} // namespace countersign::sql
