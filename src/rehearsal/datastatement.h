#pragma once

#include "sql/dialect.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace countersign::rehearsal {

/// What one UPDATE, DELETE, INSERT or TRUNCATE says, cut into its clauses as they are written. Only the forms of which
/// a question to the rows can be made: no WITH before it, no LIMIT, one target.
struct DataStatement {
    enum class Verb : std::uint8_t { Update, Delete, InsertRows, InsertQuery, Truncate };
    /// What a clause calls, and so what may be asked of a database that is not ours.
    enum class Purity : std::uint8_t {
        Pure,    ///< names, literals, operators and functions of a closed list: the same now as then
        Stable,  ///< also the time of day: harmless to ask, of no use to compare
        Unknown, ///< anything else: never sent
    };
    struct Expression {
        QString text;
        Purity purity = Purity::Pure; ///< of an empty text too
        QStringList names;            ///< plain names in it, folded
    };
    struct Assignment {
        QString column; ///< its name, folded
        Expression value;
    };

    Verb verb = Verb::Update;
    QStringList target;         ///< parts of the relation's name, folded
    QString alias;              ///< by which the clauses call it; empty for its own name
    Expression from;            ///< the other relations, as after FROM or USING; MySQL family: all of them
    bool fromHasTarget = false; ///< from names the target too (MySQL family: UPDATE a JOIN b …)
    std::vector<Assignment> assignments;
    Expression where;    ///< empty text where there is none
    QStringList columns; ///< of an INSERT, folded; empty where it names none
    std::vector<std::vector<Expression>> rows;
    Expression query;                 ///< of an INSERT
    std::vector<Purity> queryColumns; ///< of its select list; empty where that cannot be cut (SELECT *)
    bool keepsOther = false;          ///< INSERT IGNORE, ON CONFLICT DO NOTHING: a row that is there is enough
    bool overwrites = false;          ///< REPLACE, ON CONFLICT DO UPDATE, ON DUPLICATE KEY UPDATE
};

[[nodiscard]] std::optional<DataStatement> parseDataStatement(const QString &sql, const sql::Dialect &dialect);

} // namespace countersign::rehearsal
