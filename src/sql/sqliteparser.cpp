#include "sql/sqliteparser.h"

#include "sql/sqlitecursor.h"

namespace countersign::sql {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using schema::Column;
using schema::IndexKey;
using schema::SqlText;
using schema::Table;

const Dialect &sqliteDialect()
{
    static const Dialect sqlite = dialectOf(schema::EngineKind::Sqlite);
    return sqlite;
}

IndexKey takeKey(SqliteCursor &cursor)
{
    IndexKey key;
    const std::size_t first = cursor.position();
    cursor.moveToElementEnd();
    const std::size_t after = cursor.position();
    std::size_t last = after;
    const auto wordAt = [&](std::size_t position, QStringView word) {
        cursor.moveTo(position);
        return cursor.isWord(word);
    };
    if (last - first > 2 && wordAt(last - 2, u"NULLS")) {
        last -= 2; // only the default is allowed: parsed and ignored
    }
    if (last - first > 1 && (wordAt(last - 1, u"ASC") || wordAt(last - 1, u"DESC"))) {
        key.descending = wordAt(last - 1, u"DESC");
        --last;
    }
    if (last - first > 2 && wordAt(last - 2, u"COLLATE")) {
        cursor.moveTo(last - 1);
        key.collation = cursor.takeName().toUpper();
        last -= 2;
    }
    cursor.moveTo(first);
    if (last - first == 1 && cursor.isName()) {
        key.column = cursor.takeName();
    } else {
        key.expression.text = cursor.between(first, last);
    }
    cursor.moveTo(after);
    return key;
}

void spellStrings(SqlText &expression, const Table &table)
{
    if (!expression.text.contains(u'"')) {
        return;
    }
    const std::vector<Token> tokens = significantTokens(expression.text, sqliteDialect());
    const auto isAt = [&](std::size_t i, QStringView text) {
        return i < tokens.size() && tokens[i].in(expression.text).compare(text, Qt::CaseInsensitive) == 0;
    };
    QString out;
    qsizetype copied = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const QString name = identifierText(tokens[i], expression.text, sqliteDialect());
        const bool elsewhereName =
            isAt(i + 1, u".") || isAt(i + 1, u"(") || (i > 0 && (isAt(i - 1, u"COLLATE") || isAt(i - 1, u"AS")));
        if (tokens[i].kind != TokenKind::QuotedIdentifier || expression.text.at(tokens[i].begin) != u'"' ||
            elsewhereName || std::ranges::any_of(table.columns, [&](const Column &column) {
                return sameSqliteName(column.name, name);
            })) {
            continue;
        }
        out += QStringView(expression.text).sliced(copied, tokens[i].begin - copied);
        out += sqliteDialect().literal(name);
        copied = tokens[i].end;
    }
    expression.text = out + expression.text.sliced(copied);
}

namespace {

/// CREATE … kind [IF NOT EXISTS] [schema.]name
Result<QString> takeHead(SqliteCursor &cursor, QStringView kind)
{
    cursor.takeWord(u"CREATE");
    cursor.takeWord(u"TEMP") || cursor.takeWord(u"TEMPORARY");
    cursor.takeWord(u"UNIQUE");
    if (!cursor.takeWord(kind)) {
        return Fail(cursor.notUnderstood(kind.toString()));
    }
    cursor.takeWords({u"IF", u"NOT", u"EXISTS"});
    QString name = cursor.takeName();
    if (cursor.takeOperator(u".")) {
        name = cursor.takeName();
    }
    return name;
}

} // namespace

Result<schema::Index> parseSqliteIndex(const QString &text, const Table &table)
{
    SqliteCursor cursor(text);
    schema::Index index;
    index.unique = cursor.isWord(u"UNIQUE", 1);
    CS_TRY(name, takeHead(cursor, u"INDEX"));
    index.name = name;
    index.definition.text = cursor.whole();
    if (!cursor.takeWord(u"ON")) {
        return Fail(cursor.notUnderstood(u"ON"_s));
    }
    cursor.takeName();
    if (!cursor.takeOperator(u"(")) {
        return Fail(cursor.notUnderstood(u"("_s));
    }
    while (!cursor.atEnd() && !cursor.takeOperator(u")")) {
        if (cursor.takeOperator(u",")) {
            continue;
        }
        IndexKey key = takeKey(cursor);
        const auto column = std::ranges::find_if(
            table.columns, [&](const Column &candidate) { return sameSqliteName(candidate.name, key.column); });
        if (!key.column.isEmpty() && column == table.columns.end()) {
            // To SQLite a name in quotes that is no column is a string.
            key.expression.text = sqliteDialect().literal(std::exchange(key.column, QString()));
        } else if (!key.column.isEmpty()) {
            key.column = column->name;
            const QString own = column->collation.isEmpty() ? u"BINARY"_s : column->collation;
            key.collation = key.collation == own ? QString() : key.collation;
        }
        spellStrings(key.expression, table);
        index.keys.push_back(std::move(key));
    }
    if (cursor.takeWord(u"WHERE")) {
        index.predicate.text = cursor.rest();
        spellStrings(index.predicate, table);
    }
    return index;
}

Result<schema::View> parseSqliteView(const QString &text)
{
    SqliteCursor cursor(text);
    schema::View view;
    CS_TRY(name, takeHead(cursor, u"VIEW"));
    view.name = name;
    if (cursor.takeOperator(u"(")) {
        while (!cursor.atEnd() && !cursor.takeOperator(u")")) {
            if (!cursor.takeOperator(u",")) {
                Column column;
                column.name = takeKey(cursor).column;
                view.columns.push_back(std::move(column));
            }
        }
    }
    if (!cursor.takeWord(u"AS")) {
        return Fail(cursor.notUnderstood(u"AS"_s));
    }
    view.query.text = cursor.restWithComments();
    return view;
}

Result<schema::Trigger> parseSqliteTrigger(const QString &text)
{
    SqliteCursor cursor(text);
    schema::Trigger trigger;
    CS_TRY(name, takeHead(cursor, u"TRIGGER"));
    trigger.name = name;
    trigger.definition.text = cursor.whole();
    trigger.timing = cursor.takeWord(u"AFTER")               ? u"AFTER"_s
                     : cursor.takeWords({u"INSTEAD", u"OF"}) ? u"INSTEAD OF"_s
                                                             : u"BEFORE"_s;
    cursor.takeWord(u"BEFORE");
    trigger.events = cursor.takeName().toUpper();
    if (cursor.takeWord(u"OF")) {
        QStringList columns;
        while (!cursor.atEnd() && !cursor.isWord(u"ON")) {
            columns << cursor.takeName();
            cursor.takeOperator(u",");
        }
        trigger.events += u" OF "_s + columns.join(u", "_s);
    }
    return trigger;
}

Result<QString> withTableName(const QString &createTable, const QString &name)
{
    SqliteCursor cursor(createTable);
    cursor.takeWord(u"CREATE");
    cursor.takeWord(u"VIRTUAL");
    if (!cursor.takeWord(u"TABLE") || !cursor.isName()) {
        return Fail(cursor.notUnderstood(u"CREATE TABLE name"_s));
    }
    const Token token = cursor.token(cursor.position());
    return createTable.first(token.begin) + sqliteDialect().identifier(name) + createTable.sliced(token.end);
}

} // namespace countersign::sql
