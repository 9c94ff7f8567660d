#include "engine/postgresql/ddl.h"

namespace countersign::engine::postgresql::ddl {

using namespace Qt::StringLiterals;
using schema::Attributes;

namespace {

QString dollarQuoted(const QString &text)
{
    QString tag = u"$$"_s;
    for (int i = 0; text.contains(tag) || (text.endsWith(u'$') && i == 0); ++i) {
        tag = i == 0 ? u"$body$"_s : u"$body%1$"_s.arg(i);
    }
    return tag + text + tag;
}

/// Settings that hold a list of names are stored as the list; they are written name by name (as pg_dump does).
QString settingValue(const QString &setting, const QString &text)
{
    static const QSet<QString> lists{u"search_path"_s, u"temp_tablespaces"_s, u"local_preload_libraries"_s,
                                     u"session_preload_libraries"_s, u"shared_preload_libraries"_s};
    if (!lists.contains(setting)) {
        return literal(text);
    }
    QStringList out;
    QString current;
    bool quoted = false;
    const QString all = text + u',';
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all[i];
        if (c == u'"' && quoted && all[i + 1] == u'"') {
            current += c; // doubled within quotes
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            out += literal(current.trimmed());
            current.clear();
        } else {
            current += c;
        }
    }
    return out.join(u", ");
}

QString createAggregate(const schema::Routine &routine, bool orReplace)
{
    const Attributes &a = routine.attributes;
    QStringList parts;
    const auto add = [&](const QString &word, const QString &key) {
        if (const QString text = value(a, key); !text.isEmpty()) {
            parts += word + u" = "_s + text;
        }
    };
    const auto addText = [&](const QString &word, const QString &key) {
        if (a.contains(key)) {
            parts += word + u" = "_s + literal(value(a, key));
        }
    };
    const auto addFlag = [&](const QString &word, const QString &key) {
        if (a.contains(key)) {
            parts += word;
        }
    };
    // 'r' read-only, 's' shareable, 'w' read-write; the default depends on the kind (manual, CREATE AGGREGATE).
    const QString usual = value(a, u"kind"_s) == u"n"_s ? u"r"_s : u"r"_s;
    const auto addModify = [&](const QString &word, const QString &key) {
        const QString text = value(a, key);
        const QString standard = value(a, u"kind"_s) == u"n"_s || value(a, u"kind"_s) == u"o"_s ? u"w"_s : usual;
        if (!text.isEmpty() && text != standard) {
            parts += word + u" = "_s +
                     (text == u"s"_s   ? u"SHAREABLE"_s
                      : text == u"w"_s ? u"READ_WRITE"_s
                                       : u"READ_ONLY"_s);
        }
    };
    add(u"SFUNC"_s, u"stateFunction"_s);
    add(u"STYPE"_s, u"stateType"_s);
    add(u"SSPACE"_s, u"stateSize"_s);
    add(u"FINALFUNC"_s, u"finalFunction"_s);
    addFlag(u"FINALFUNC_EXTRA"_s, u"finalExtra"_s);
    addModify(u"FINALFUNC_MODIFY"_s, u"finalModify"_s);
    add(u"COMBINEFUNC"_s, u"combineFunction"_s);
    add(u"SERIALFUNC"_s, u"serialFunction"_s);
    add(u"DESERIALFUNC"_s, u"deserialFunction"_s);
    addText(u"INITCOND"_s, u"initialState"_s);
    add(u"MSFUNC"_s, u"movingStateFunction"_s);
    add(u"MINVFUNC"_s, u"movingInverseFunction"_s);
    add(u"MSTYPE"_s, u"movingStateType"_s);
    add(u"MSSPACE"_s, u"movingStateSize"_s);
    add(u"MFINALFUNC"_s, u"movingFinalFunction"_s);
    addFlag(u"MFINALFUNC_EXTRA"_s, u"movingFinalExtra"_s);
    addModify(u"MFINALFUNC_MODIFY"_s, u"movingFinalModify"_s);
    addText(u"MINITCOND"_s, u"movingInitialState"_s);
    add(u"SORTOP"_s, u"sortOperator"_s);
    if (value(a, u"kind"_s) == u"h"_s) {
        parts += u"HYPOTHETICAL"_s;
    }
    add(u"PARALLEL"_s, u"parallel"_s);
    return u"CREATE "_s + (orReplace ? u"OR REPLACE "_s : QString()) + u"AGGREGATE "_s +
           qualified(routine.schema, routine.name) + u'(' + (routine.arguments.isEmpty() ? u"*"_s : routine.arguments) +
           u") (\n    "_s + parts.join(u",\n    ") + u"\n)"_s;
}

QString createDomain(const schema::Type &type)
{
    QString out = u"CREATE DOMAIN "_s + qualified(type.schema, type.name) + u" AS "_s + type.baseType;
    if (!type.collation.isEmpty()) {
        out += u" COLLATE "_s + type.collation;
    }
    if (!type.defaultValue.isEmpty()) {
        out += u" DEFAULT "_s + type.defaultValue.text;
    }
    if (type.notNull) {
        out += u" NOT NULL"_s;
    }
    for (const schema::Constraint &constraint : type.constraints) {
        if (!constraint.notValid) {
            out += u"\n    "_s + constraintClause(constraint);
        }
    }
    return out;
}

QString createBase(const schema::Type &type)
{
    QStringList parts;
    const auto add = [&](const QString &word, const QString &key) {
        if (const QString text = value(type.attributes, key); !text.isEmpty()) {
            parts += word + u" = "_s + text;
        }
    };
    add(u"INPUT"_s, u"input"_s);
    add(u"OUTPUT"_s, u"output"_s);
    add(u"RECEIVE"_s, u"receive"_s);
    add(u"SEND"_s, u"send"_s);
    add(u"TYPMOD_IN"_s, u"typmodIn"_s);
    add(u"TYPMOD_OUT"_s, u"typmodOut"_s);
    add(u"ANALYZE"_s, u"analyze"_s);
    const QString length = value(type.attributes, u"length"_s);
    parts += u"INTERNALLENGTH = "_s + (length == u"-1"_s ? u"VARIABLE"_s : length);
    if (value(type.attributes, u"byValue"_s) == u"true"_s) {
        parts += u"PASSEDBYVALUE"_s;
    }
    static const std::map<QString, QString> alignments{
        {u"c"_s, u"char"_s}, {u"s"_s, u"int2"_s}, {u"i"_s, u"int4"_s}, {u"d"_s, u"double"_s}};
    static const std::map<QString, QString> storages{
        {u"p"_s, u"plain"_s}, {u"e"_s, u"external"_s}, {u"m"_s, u"main"_s}, {u"x"_s, u"extended"_s}};
    parts += u"ALIGNMENT = "_s + value(alignments, value(type.attributes, u"alignment"_s));
    parts += u"STORAGE = "_s + value(storages, value(type.attributes, u"storage"_s));
    parts += u"CATEGORY = "_s + literal(value(type.attributes, u"category"_s));
    if (value(type.attributes, u"preferred"_s) == u"true"_s) {
        parts += u"PREFERRED = true"_s;
    }
    for (const auto &[word, key] : {std::pair{u"SUBSCRIPT = "_s, u"subscript"_s}, {u"ELEMENT = "_s, u"element"_s}}) {
        if (const QString name = value(type.attributes, key); !name.isEmpty()) {
            parts += word + name;
        }
    }
    if (const auto it = type.attributes.find(u"default"_s); it != type.attributes.end()) {
        parts += u"DEFAULT = "_s + literal(it->second);
    }
    parts += u"DELIMITER = "_s + literal(value(type.attributes, u"delimiter"_s));
    if (value(type.attributes, u"collatable"_s) == u"true"_s) {
        parts += u"COLLATABLE = true"_s;
    }
    return u"CREATE TYPE "_s + qualified(type.schema, type.name) + u" (\n    "_s + parts.join(u",\n    ") + u"\n)"_s;
}

} // namespace

QString value(const schema::Attributes &attributes, const QString &key)
{
    const auto it = attributes.find(key);
    return it == attributes.end() ? QString() : it->second;
}

QString createRoutine(const schema::Routine &routine, bool orReplace)
{
    if (routine.routineKind == u"aggregate"_s) {
        return createAggregate(routine, orReplace);
    }
    const bool procedure = routine.routineKind == u"procedure"_s;
    const Attributes &a = routine.attributes;
    QString out = u"CREATE "_s + (orReplace ? u"OR REPLACE "_s : QString()) +
                  (procedure ? u"PROCEDURE "_s : u"FUNCTION "_s) + qualified(routine.schema, routine.name) + u'(' +
                  routine.arguments + u')';
    if (!procedure && !routine.returns.isEmpty()) {
        out += u" RETURNS "_s + routine.returns;
    }
    out += u"\n    LANGUAGE "_s + name(routine.language);
    if (const QString types = value(a, u"transform"_s); !types.isEmpty()) {
        QStringList each;
        for (const QString &type : types.split(u", "_s)) {
            each += u"FOR TYPE "_s + type;
        }
        out += u" TRANSFORM "_s + each.join(u", ");
    }
    if (routine.routineKind == u"window"_s) {
        out += u" WINDOW"_s;
    }
    const auto add = [&](const QString &key, const QString &prefix) {
        if (const QString text = value(a, key); !text.isEmpty()) {
            out += u' ' + prefix + text;
        }
    };
    add(u"volatility"_s, {});
    if (a.contains(u"strict"_s)) {
        out += u" STRICT"_s;
    }
    if (a.contains(u"securityDefiner"_s)) {
        out += u" SECURITY DEFINER"_s;
    }
    if (a.contains(u"leakproof"_s)) {
        out += u" LEAKPROOF"_s;
    }
    add(u"parallel"_s, u"PARALLEL "_s);
    add(u"cost"_s, u"COST "_s);
    add(u"rows"_s, u"ROWS "_s);
    add(u"support"_s, u"SUPPORT "_s);
    for (const auto &[key, text] : a) {
        if (key.startsWith(u"set."_s)) {
            out += u"\n    SET "_s + key.mid(4) + u" TO "_s + settingValue(key.mid(4), text);
        }
    }
    if (a.contains(u"standardBody"_s)) {
        return out + u'\n' + routine.body.text;
    }
    if (a.contains(u"object"_s)) {
        return out + u"\n    AS "_s + literal(value(a, u"object"_s)) + u", "_s + literal(routine.body.text);
    }
    return out + u"\n    AS "_s + dollarQuoted(routine.body.text);
}

QString createType(const schema::Type &type)
{
    const QString create = u"CREATE TYPE "_s + qualified(type.schema, type.name);
    if (type.typeKind == u"domain"_s) {
        return createDomain(type);
    }
    if (type.typeKind == u"base"_s) {
        return createBase(type);
    }
    QStringList lines;
    if (type.typeKind == u"enum"_s) {
        for (const QString &label : type.labels) {
            lines += literal(label);
        }
        return create + u" AS ENUM ("_s + (lines.isEmpty() ? QString() : u"\n    "_s + lines.join(u",\n    ") + u'\n') +
               u')';
    }
    if (type.typeKind == u"composite"_s) {
        for (const schema::Column &column : type.columns) {
            lines += name(column.name) + u' ' + column.type +
                     (column.collation.isEmpty() ? QString() : u" COLLATE "_s + column.collation);
        }
        return create + u" AS ("_s + (lines.isEmpty() ? QString() : u"\n    "_s + lines.join(u",\n    ") + u'\n') +
               u')';
    }
    if (type.typeKind == u"range"_s) {
        lines += u"subtype = "_s + value(type.attributes, u"subtype"_s);
        const auto add = [&](const QString &word, const QString &key) {
            if (const QString text = value(type.attributes, key); !text.isEmpty()) {
                lines += word + u" = "_s + text;
            }
        };
        add(u"subtype_opclass"_s, u"operatorClass"_s);
        add(u"collation"_s, u"collation"_s);
        add(u"canonical"_s, u"canonical"_s);
        add(u"subtype_diff"_s, u"subtypeDiff"_s);
        if (const QString text = value(type.attributes, u"multirange"_s); !text.isEmpty()) {
            lines += u"multirange_type_name = "_s + qualified(type.schema, text);
        }
        return create + u" AS RANGE (\n    "_s + lines.join(u",\n    ") + u"\n)"_s;
    }
    return create;
}

} // namespace countersign::engine::postgresql::ddl
