#include "engine/mysql/showcreate.h"

#include "engine/mysql/textcursor.h"
#include "engine/mysql/types.h"

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
    if (cursor.peek() == u'(') { // MySQL: the column list
        cursor.skipUnit();
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
    cursor.skipSpace();
    if (cursor.take(u"RETURNS")) {
        cursor.skipSpace();
        const qsizetype begin = cursor.position();
        while (!cursor.atEnd() && cursor.peek() != u'\n') {
            cursor.skipUnit();
        }
        routine.returns = cursor.since(begin).toString();
    }
}

QString triggerHeader(const QString &text, const QString &body)
{
    TextCursor cursor(text);
    while (!cursor.atEnd() && !cursor.take(u" TRIGGER ")) {
        cursor.skipUnit();
    }
    const QString rest = cursor.rest().toString();
    return rest.endsWith(body) ? rest.chopped(body.size()) : QString();
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

} // namespace countersign::engine::mysql
