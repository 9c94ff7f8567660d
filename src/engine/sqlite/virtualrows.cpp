#include "engine/sqlite/virtualrows.h"

#include "sql/sqliteparser.h"
#include "sql/tokens.h"

#include <QHash>

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using schema::Column;
using schema::Constraint;
using schema::Table;

namespace {

const sql::Dialect &dialect()
{
    static const sql::Dialect sqlite = sql::dialectOf(schema::EngineKind::Sqlite);
    return sqlite;
}

QString quoted(const QString &name)
{
    return dialect().identifier(name);
}

/// What a module's arguments say.
struct Module {
    QString name; ///< in lower case
    QStringList columns;
    bool known = false;
    bool hasContent = false; ///< content=…: rows are in another table, or nowhere
    bool contentless = false;
};

QString unquoted(const QString &text)
{
    if (text.size() < 2 || !u"'\"`["_s.contains(text.front())) {
        return text;
    }
    const QChar quote = text.back();
    return text.sliced(1, text.size() - 2).replace(QString(2, quote), QString(1, quote));
}

void addArgument(Module &module, const std::vector<QString> &words)
{
    if (words.empty()) {
        return;
    }
    const bool fullText = module.name.startsWith("fts"_L1);
    const QString first = words.front();
    if (fullText && words.size() > 1 && words[1] == u"="_s) {
        if (first.compare("content"_L1, Qt::CaseInsensitive) == 0) {
            module.hasContent = true;
            module.contentless = words.size() < 3 || unquoted(words[2]).isEmpty();
        }
        return;
    }
    if (fullText && first.compare("tokenize"_L1, Qt::CaseInsensitive) == 0) {
        return; // fts3 writes it without the sign
    }
    module.columns << unquoted(first == u"+"_s && words.size() > 1 ? words[1] : first);
}

Module moduleOf(const Table &table)
{
    Module module;
    const QString &text = table.virtualModule.text;
    std::vector<QString> words;
    int depth = 0;
    for (const sql::Token &token : sql::significantTokens(text, dialect())) {
        const QString word = token.in(text).toString();
        if (module.name.isEmpty()) {
            module.name = unquoted(word).toLower();
            continue;
        }
        const bool outer = depth == 1 && (word == u","_s || word == u")"_s);
        depth += word == u"("_s ? 1 : word == u")"_s ? -1 : 0;
        if (outer) {
            addArgument(module, words);
            words.clear();
        } else if (depth > 1 || (depth == 1 && word != u"("_s)) {
            words.push_back(word);
        }
    }
    static const QStringList known{u"fts3"_s, u"fts4"_s, u"fts5"_s, u"rtree"_s, u"rtree_i32"_s};
    module.known = known.contains(module.name);
    if (module.columns.isEmpty() && (module.name == u"fts3"_s || module.name == u"fts4"_s)) {
        module.columns << u"content"_s;
    }
    return module;
}

} // namespace

KeptRows keepRows(const Table &before, const Table &after, const QString &keep)
{
    const Module from = moduleOf(before);
    const Module to = moduleOf(after);
    KeptRows kept;
    if (to.known && to.hasContent && !to.contentless) {
        kept.restore = u"INSERT INTO %1 (%1) VALUES ('rebuild')"_s.arg(quoted(after.name));
        return kept;
    }
    const QString all = u"The rows of %1 are lost"_s.arg(after.name);
    if (!from.known || !to.known || from.contentless) {
        kept.lost =
            all + (from.contentless ? u": it is without content, which cannot be read back."_s
                                    : u": the module %1 is not known here."_s.arg(from.known ? to.name : from.name));
        return kept;
    }
    QStringList sources;
    QStringList targets;
    QStringList dropped;
    const bool fullText = from.name.startsWith("fts"_L1) && to.name.startsWith("fts"_L1);
    if (fullText) {
        sources << u"rowid AS kept_rowid"_s;
        targets << u"rowid"_s;
    }
    int number = 0;
    for (qsizetype i = 0; i < from.columns.size(); ++i) {
        const auto same = std::ranges::find_if(
            to.columns, [&](const QString &name) { return sql::sameSqliteName(name, from.columns.at(i)); });
        const bool id = i == 0 && !fullText && !to.columns.isEmpty(); // of an R-tree: the first, whatever its name
        if (same == to.columns.end() && !id) {
            dropped << from.columns.at(i);
            continue;
        }
        sources << u"%1 AS kept_%2"_s.arg(quoted(from.columns.at(i))).arg(++number);
        targets << quoted(id ? to.columns.front() : *same);
    }
    if (number == 0) {
        kept.lost = all + u": before and after have no column in common."_s;
        return kept;
    }
    if (!dropped.isEmpty()) {
        kept.lost = u"The values of %1.%2 are lost."_s.arg(after.name, dropped.join(u", "_s));
    }
    kept.save =
        u"CREATE TEMP TABLE %1 AS SELECT %2 FROM %3"_s.arg(quoted(keep), sources.join(u", "_s), quoted(before.name));
    kept.restore =
        u"INSERT INTO %1 (%2) SELECT * FROM temp.%3"_s.arg(quoted(after.name), targets.join(u", "_s), quoted(keep));
    kept.forget = u"DROP TABLE temp.%1"_s.arg(quoted(keep));
    return kept;
}

ShadowTables shadowTables(const Table &table)
{
    static const QHash<QString, QStringList> suffixes{
        {u"fts3"_s, {u"_content"_s, u"_segments"_s, u"_segdir"_s}},
        {u"fts4"_s, {u"_content"_s, u"_segments"_s, u"_segdir"_s, u"_docsize"_s, u"_stat"_s}},
        {u"fts5"_s, {u"_content"_s, u"_data"_s, u"_idx"_s, u"_docsize"_s, u"_config"_s}},
        {u"rtree"_s, {u"_node"_s, u"_parent"_s, u"_rowid"_s}},
        {u"rtree_i32"_s, {u"_node"_s, u"_parent"_s, u"_rowid"_s}},
        {u"geopoly"_s, {u"_node"_s, u"_parent"_s, u"_rowid"_s}},
    };
    const Module module = moduleOf(table);
    const QString name = sql::foldSqliteName(table.name);
    ShadowTables shadows;
    for (const QString &suffix : suffixes.value(module.name)) {
        const bool elsewhere = suffix == u"_content"_s && module.hasContent;
        (elsewhere ? shadows.none : shadows.own) << name + suffix;
    }
    return shadows;
}

QString rowIdName(const Table &table)
{
    if (table.withoutRowId) {
        return {};
    }
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (std::ranges::none_of(table.columns,
                                 [&](const Column &column) { return sql::sameSqliteName(column.name, name); })) {
            return name;
        }
    }
    return {};
}

QString rowIdColumn(const Table &table)
{
    for (const Constraint &constraint : table.constraints) {
        if (constraint.kind != schema::ConstraintKind::PrimaryKey || constraint.keys.size() != 1 ||
            table.withoutRowId || (constraint.columnLevel && constraint.keys.front().descending)) {
            continue;
        }
        const auto column = std::ranges::find_if(table.columns, [&](const Column &candidate) {
            return sql::sameSqliteName(candidate.name, constraint.keys.front().column);
        });
        if (column != table.columns.end() && column->type.compare("integer"_L1, Qt::CaseInsensitive) == 0) {
            return column->name;
        }
    }
    return {};
}

} // namespace countersign::engine::sqlite
