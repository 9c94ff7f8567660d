#include "engine/mysql/showcreate.h"

#include "engine/mysql/textcursor.h"
#include "engine/mysql/types.h"
#include "sql/tokens.h"

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using schema::Routine;
using schema::Sequence;
using schema::View;

namespace {

QString definer(TextCursor &cursor)
{
    const QString user = cursor.name();
    return cursor.take(u"@") ? user + u'@' + cursor.name() : user;
}

/// The server prints each on a line of its own, in this order and spelling (sp_head.cc, show_create).
void skipCharacteristics(TextCursor &cursor)
{
    static const QStringList lines{u"\n    DETERMINISTIC"_s,       u"\n    NO SQL"_s,
                                   u"\n    READS SQL DATA"_s,      u"\n    MODIFIES SQL DATA"_s,
                                   u"\n    LANGUAGE SQL"_s,        u"\n    SQL SECURITY INVOKER"_s,
                                   u"\n    SQL SECURITY DEFINER"_s};
    bool found = true;
    while (found) {
        found = std::ranges::any_of(lines, [&cursor](const QString &line) { return cursor.take(line); });
        if (!found && cursor.take(u"\n    COMMENT ")) {
            (void)cursor.string();
            found = true;
        }
    }
    cursor.take(u"\n");
}

} // namespace

View parseCreateView(const QString &text, const QString &database)
{
    TextCursor cursor(text);
    View view;
    cursor.take(u"CREATE");
    cursor.skipSpace();
    while (!cursor.atEnd() && !cursor.take(u"VIEW")) {
        if (cursor.take(u"ALGORITHM=")) {
            view.algorithm = cursor.word();
        } else if (cursor.take(u"DEFINER=")) {
            view.definer = definer(cursor);
        } else if (cursor.take(u"SQL SECURITY")) {
            cursor.skipSpace();
            view.security = cursor.word();
        } else {
            cursor.skipUnit();
        }
        cursor.skipSpace();
    }
    cursor.skipSpace();
    view.name = cursor.name();
    if (cursor.take(u".")) {
        view.name = cursor.name();
    }
    cursor.skipSpace();
    if (cursor.peek() == u'(') { // MySQL keeps the names apart, MariaDB makes aliases of them
        view.options.insert_or_assign(u"columns"_s, cursor.parenthesized());
        cursor.skipSpace();
    }
    cursor.take(u"AS");
    cursor.skipSpace();
    QString query = cursor.rest().toString();
    for (const QString &option : {u"LOCAL"_s, u"CASCADED"_s}) {
        const QString suffix = u" WITH "_s + option + u" CHECK OPTION"_s;
        if (query.endsWith(suffix)) {
            query.chop(suffix.size());
            view.checkOption = option.toLower();
        }
    }
    view.query.text = withoutDatabase(query, database);
    return view;
}

Sequence parseCreateSequence(const QString &text)
{
    Sequence sequence;
    TextCursor cursor(text);
    cursor.take(u"CREATE SEQUENCE");
    cursor.skipSpace();
    sequence.name = cursor.name();
    if (cursor.take(u".")) {
        sequence.name = cursor.name();
    }
    const auto number = [&cursor] {
        cursor.skipSpace();
        const qsizetype begin = cursor.position();
        cursor.take(u"-");
        (void)cursor.word();
        return cursor.since(begin).toString();
    };
    schema::SequenceOptions &counter = sequence.counter;
    while (!cursor.atEnd()) {
        cursor.skipSpace();
        if (cursor.take(u"as")) {
            cursor.skipSpace();
            counter.type = cursor.word();
            counter.type += cursor.take(u" unsigned") ? u" unsigned"_s : QString();
        } else if (cursor.take(u"start with")) {
            counter.start = number();
        } else if (cursor.take(u"minvalue")) {
            counter.minimum = number();
        } else if (cursor.take(u"maxvalue")) {
            counter.maximum = number();
        } else if (cursor.take(u"increment by")) {
            counter.increment = number();
        } else if (cursor.take(u"cache")) {
            counter.cache = number();
        } else if (cursor.take(u"cycle")) {
            counter.cycle = true;
        } else if (cursor.take(u"ENGINE=")) {
            const QString engine = cursor.word();
            sequence.persistence = engine == u"InnoDB"_s ? QString() : engine;
        } else if (cursor.take(u"COMMENT=")) {
            sequence.comment = cursor.string();
        } else if (cursor.word().isEmpty() && !cursor.atEnd()) { // nocache, nocycle
            cursor.skipUnit();
        }
    }
    if (counter.type == u"bigint"_s) {
        counter.type.clear();
    }
    return sequence;
}

void readRoutineText(const QString &text, Routine &routine)
{
    TextCursor cursor(text);
    // Quoted as the routine's own sql_mode says.
    while (!cursor.atEnd() && !cursor.sees(u"PROCEDURE `") && !cursor.sees(u"FUNCTION `") &&
           !cursor.sees(u"PROCEDURE \"") && !cursor.sees(u"FUNCTION \"")) {
        if (cursor.take(u"AGGREGATE")) {
            routine.routineKind = u"aggregate"_s;
        }
        cursor.skipUnit();
    }
    (void)cursor.word();
    cursor.skipSpace();
    (void)cursor.name();
    routine.header = cursor.parenthesized();
    routine.arguments = routine.header.simplified();
    TextCursor ahead = cursor; // what follows a procedure's arguments begins with its line break
    ahead.skipSpace();
    if (ahead.take(u"RETURNS")) {
        cursor = ahead;
        cursor.skipSpace();
        const qsizetype begin = cursor.position();
        while (!cursor.atEnd() && cursor.peek() != u'\n') {
            cursor.skipUnit();
        }
        routine.returns = cursor.since(begin).toString();
    }
    skipCharacteristics(cursor);
    if (!cursor.atEnd()) {
        routine.body.text = cursor.rest().toString();
    }
}

TriggerText readTriggerText(const QString &text)
{
    const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::MariaDb);
    const std::vector<sql::Token> tokens = sql::significantTokens(text, dialect);
    const auto is = [&](std::size_t at, QStringView word) {
        return at < tokens.size() && tokens[at].in(text).compare(word, Qt::CaseInsensitive) == 0;
    };
    std::size_t at = 0;
    while (at < tokens.size() && !is(at, u"TRIGGER")) {
        ++at;
    }
    const qsizetype header = at < tokens.size() ? tokens[at].begin : text.size();
    while (at < tokens.size() && !(is(at, u"FOR") && is(at + 1, u"EACH") && is(at + 2, u"ROW"))) {
        ++at;
    }
    at += 3;
    if (is(at, u"FOLLOWS") || is(at, u"PRECEDES")) {
        at += 2;
    }
    if (at >= tokens.size()) {
        return {};
    }
    const qsizetype body = tokens[at].begin;
    return {text.sliced(header, body - header), text.sliced(body)};
}

QString eventBody(const QString &text)
{
    TextCursor cursor(text);
    while (!cursor.atEnd() && !cursor.take(u" DO ")) {
        cursor.skipUnit();
    }
    return cursor.rest().toString();
}

QSet<QString> relationsIn(const QString &query)
{
    QSet<QString> names;
    TextCursor cursor(query);
    bool expected = false;
    while (!cursor.atEnd()) {
        cursor.skipSpace();
        if (cursor.peek() == u'`') {
            const QString name = cursor.name();
            if (expected && cursor.peek() != u'.') {
                names << name;
            }
            expected = false;
        } else if (cursor.peek() == u'(' || cursor.peek() == u',') {
            cursor.take(cursor.peek() == u'(' ? u"(" : u",");
            expected = true;
        } else if (const QString word = cursor.word(); !word.isEmpty()) {
            expected = word == u"from"_s || word == u"join"_s || word == u"straight_join"_s;
        } else if (!cursor.atEnd()) {
            cursor.skipUnit();
            expected = false;
        }
    }
    return names;
}

QSet<QString> surelyRelationsIn(const QString &query)
{
    QSet<QString> names;
    TextCursor cursor(query);
    bool expected = false;
    while (!cursor.atEnd()) {
        cursor.skipSpace();
        if (cursor.peek() == u'`') {
            const QString name = cursor.name();
            if (expected && cursor.peek() != u'.') {
                names << name;
            }
            expected = false;
        } else if (cursor.peek() == u'(') {
            cursor.take(u"(");
        } else if (const QString word = cursor.word(); !word.isEmpty()) {
            if (word == u"with"_s) {
                return {};
            }
            expected = word == u"from"_s || word == u"join"_s || word == u"straight_join"_s;
        } else if (!cursor.atEnd()) {
            cursor.skipUnit();
            expected = false;
        }
    }
    return names;
}

} // namespace countersign::engine::mysql
