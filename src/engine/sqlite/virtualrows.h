#pragma once

#include "schema/objects.h"

namespace countersign::engine::sqlite {

/// How the rows of a virtual table get over a change of its module or of the module's arguments, for which it has to be
/// dropped and created again. Known are fts3, fts4, fts5, rtree and rtree_i32 (fts3.html, fts5.html, rtree.html).
struct KeptRows {
    QString save;    ///< before the table is dropped; empty when there is nothing that could be saved
    QString restore; ///< after it is created
    QString forget;  ///< after that
    QString lost;    ///< for people; empty when nothing is
};

/// @p keep: name for a temporary table, not used otherwise.
[[nodiscard]] KeptRows keepRows(const schema::Table &before, const schema::Table &after, const QString &keep);

/// The tables in which a virtual table keeps what it holds, whatever the linked library knows of its module. Names
/// alone do not tell: with content=… a full-text table has none called NAME_content, so that one is an ordinary table.
struct ShadowTables {
    QStringList own;  ///< folded names (sql::foldSqliteName)
    QStringList none; ///< folded names that the library takes for shadows and that are not
};
[[nodiscard]] ShadowTables shadowTables(const schema::Table &table);

/// The name under which the rowid of a table can be read and written, or an empty text: WITHOUT ROWID, or hidden by
/// columns that have all its names.
[[nodiscard]] QString rowIdName(const schema::Table &table);
/// The INTEGER PRIMARY KEY column, which is the rowid, or an empty text (lang_createtable.html, section 5).
[[nodiscard]] QString rowIdColumn(const schema::Table &table);

} // namespace countersign::engine::sqlite
