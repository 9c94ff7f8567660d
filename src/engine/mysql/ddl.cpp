#include "engine/mysql/ddl.h"

#include "engine/mysql/createtable.h"
#include "engine/mysql/textcursor.h"

#include <QRegularExpression>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using schema::Attributes;
using schema::CatalogObject;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::EngineKind;
using schema::Index;
using schema::IndexKey;
using schema::Routine;
using schema::Sequence;
using schema::Table;
using schema::Trigger;
using schema::View;

namespace {

QString entry(const Attributes &attributes, const QString &key)
{
    const auto it = attributes.find(key);
    return it == attributes.end() ? QString() : it->second;
}

/// A default that may stand without parentheses on both products.
bool isPlainDefault(const QString &text)
{
    if (text.startsWith(u'\'')) {
        TextCursor cursor(text);
        cursor.skipUnit();
        return cursor.atEnd();
    }
    static const QRegularExpression plain(u"^(current_timestamp(\\(\\d*\\))?|b'[01]*'|x'[0-9a-f]*'|0x[0-9a-f]+)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    bool number = false;
    text.toDouble(&number);
    if (number || plain.match(text).hasMatch()) {
        return true;
    }
    static const QStringList words{u"true"_s, u"false"_s};
    return words.contains(text, Qt::CaseInsensitive);
}

QString charsetClause(const Table &table, const Column &column)
{
    if (!hasCharset(column.type)) {
        return {};
    }
    if (column.charset.isEmpty() && column.collation.isEmpty()) {
        return {};
    }
    const EffectiveCharset effective = effectiveCharset(table, column);
    return u" CHARACTER SET "_s + effective.charset + u" COLLATE "_s + effective.collation;
}

QString generatedClause(const Column &column)
{
    if (column.generated.isEmpty()) {
        return {};
    }
    if (column.generatedKind == u"system"_s) {
        return u" GENERATED ALWAYS AS "_s + column.generated.text;
    }
    return u" GENERATED ALWAYS AS (%1) %2"_s.arg(column.generated.text, column.generatedKind.toUpper());
}

QString keyList(const std::vector<IndexKey> &keys, const Attributes &attributes)
{
    const QString period = entry(attributes, u"withoutOverlaps"_s);
    QStringList out;
    for (const IndexKey &key : keys) {
        QString text = key.column.isEmpty() ? u'(' + key.expression.text + u')' : quotedName(key.column);
        if (key.prefixLength > 0) {
            text += u'(' + QString::number(key.prefixLength) + u')';
        }
        if (key.descending) {
            text += u" DESC"_s;
        }
        if (!period.isEmpty() && key.column == period) {
            text += u" WITHOUT OVERLAPS"_s;
        }
        out << text;
    }
    return u" ("_s + out.join(u", "_s) + u')';
}

QString keyOptions(const Attributes &options, const QString &comment)
{
    QString out;
    for (const auto &[name, value] : options) {
        if (name == u"using"_s) {
            out += u" USING "_s + value;
        } else if (name == u"parser"_s) {
            out += u" WITH PARSER "_s + quotedName(value);
        } else {
            out += u' ' + name + u'=' + value;
        }
    }
    return comment.isEmpty() ? out : out + u" COMMENT "_s + quotedLiteral(comment);
}

QString quotedList(const QStringList &names)
{
    QStringList out;
    for (const QString &name : names) {
        out << quotedName(name);
    }
    return u'(' + out.join(u", "_s) + u')';
}

QString foreignKeyDefinition(const Constraint &key)
{
    QString out = u"FOREIGN KEY"_s + keyList(key.keys, {}) + u" REFERENCES "_s;
    if (!key.referencedSchema.isEmpty()) {
        out += quotedName(key.referencedSchema) + u'.';
    }
    out += quotedName(key.referencedTable) + u' ' + quotedList(key.referencedColumns);
    if (!key.match.isEmpty()) {
        out += u" MATCH "_s + key.match.toUpper();
    }
    if (!key.onDelete.isEmpty()) {
        out += u" ON DELETE "_s + key.onDelete.toUpper();
    }
    if (!key.onUpdate.isEmpty()) {
        out += u" ON UPDATE "_s + key.onUpdate.toUpper();
    }
    return out;
}

QString timing(const CatalogObject &event)
{
    const QString at = entry(event.attributes, u"executeAt"_s);
    if (!at.isEmpty()) {
        return u"AT '"_s + at + u'\'';
    }
    QString out = u"EVERY "_s + entry(event.attributes, u"every"_s);
    const QString starts = entry(event.attributes, u"starts"_s);
    const QString ends = entry(event.attributes, u"ends"_s);
    if (!starts.isEmpty()) {
        out += u" STARTS '"_s + starts + u'\'';
    }
    if (!ends.isEmpty()) {
        out += u" ENDS '"_s + ends + u'\'';
    }
    return out;
}

/// True when the header as written still says what the trigger is: it may have been moved or renamed since.
bool headerSays(const Table &table, const Trigger &trigger)
{
    TextCursor cursor(trigger.header);
    QStringList said;
    while (!cursor.atEnd()) {
        cursor.skipSpace();
        const QString name = cursor.name();
        if (name.isEmpty()) {
            break;
        }
        said << name;
    }
    const QStringList meant{u"TRIGGER"_s, trigger.name, trigger.timing, trigger.events, u"ON"_s,
                            table.name,   u"FOR"_s,     u"EACH"_s,      u"ROW"_s};
    return cursor.atEnd() && said.size() == meant.size() &&
           std::ranges::equal(
               said, meant,
               [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; }) &&
           said.at(1) == trigger.name && said.at(5) == table.name;
}

} // namespace

QString columnDefinition(const Table &table, const Column &column, EngineKind engine)
{
    QString out = column.type;
    const QString clause = entry(column.options, u"clause"_s);
    const bool compressed = clause.startsWith(u"COMPRESSED"_s);
    if (compressed) {
        out += u' ' + clause;
    }
    if (!column.srid.isEmpty() && engine == EngineKind::MariaDb) {
        out += u" REF_SYSTEM_ID="_s + column.srid;
    }
    out += charsetClause(table, column);
    out += generatedClause(column);
    // A timestamp without NULL becomes NOT NULL where explicit_defaults_for_timestamp is off. MariaDB takes neither
    // word after a generation expression.
    const bool mayBeNull = column.generated.isEmpty();
    if (column.notNull && (mayBeNull || engine == EngineKind::MySql)) {
        out += u" NOT NULL"_s;
    } else if (mayBeNull && column.type.startsWith(u"timestamp"_s)) {
        out += u" NULL"_s;
    }
    if (!column.srid.isEmpty() && engine == EngineKind::MySql) {
        out += u" SRID "_s + column.srid;
    }
    if (column.invisible) {
        out += u" INVISIBLE"_s;
    }
    if (column.withoutSystemVersioning) {
        out += u" WITHOUT SYSTEM VERSIONING"_s;
    }
    if (!column.defaultValue.isEmpty()) {
        const QString &text = column.defaultValue.text;
        out += u" DEFAULT "_s + (isPlainDefault(text) ? text : u'(' + text + u')');
    }
    if (!column.onUpdate.isEmpty()) {
        out += u" ON UPDATE "_s + column.onUpdate.text;
    }
    if (column.autoIncrement) {
        out += u" AUTO_INCREMENT"_s;
    }
    if (!clause.isEmpty() && !compressed) {
        out += u' ' + clause;
    }
    if (!column.comment.isEmpty()) {
        out += u" COMMENT "_s + quotedLiteral(column.comment);
    }
    for (const auto &[name, value] : column.options) {
        if (name != u"check"_s && name != u"clause"_s) {
            out += u' ' + quotedName(name) + u'=' + value;
        }
    }
    const QString check = entry(column.options, u"check"_s);
    return check.isEmpty() ? out : out + u" CHECK ("_s + check + u')';
}

QString indexDefinition(const Index &index, EngineKind engine)
{
    QString out;
    if (index.unique) {
        out = u"UNIQUE "_s;
    } else if (index.method == u"FULLTEXT"_s || index.method == u"SPATIAL"_s || index.method == u"VECTOR"_s) {
        out = index.method + u' ';
    }
    out += u"KEY "_s + quotedName(index.name) + keyList(index.keys, index.attributes) +
           keyOptions(index.options, index.comment);
    if (index.invisible) {
        out += engine == EngineKind::MariaDb ? u" IGNORED"_s : u" INVISIBLE"_s;
    }
    return out;
}

QString constraintDefinition(const Constraint &constraint)
{
    const QString name = u"CONSTRAINT "_s + quotedName(constraint.name) + u' ';
    switch (constraint.kind) {
    case ConstraintKind::PrimaryKey:
        return u"PRIMARY KEY"_s + keyList(constraint.keys, constraint.attributes) +
               keyOptions(constraint.options, constraint.comment);
    case ConstraintKind::ForeignKey:
        return name + foreignKeyDefinition(constraint);
    case ConstraintKind::Check:
        return name + u"CHECK ("_s + constraint.expression.text + u')' +
               (constraint.notEnforced ? u" NOT ENFORCED"_s : QString());
    case ConstraintKind::Unique:
    case ConstraintKind::Exclusion:
        break;
    }
    return name + u"UNIQUE"_s + keyList(constraint.keys, constraint.attributes);
}

QString tableOptions(const Table &table)
{
    QStringList out;
    const auto add = [&out](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            out << name + u'=' + value;
        }
    };
    if (!table.tablespace.isEmpty()) {
        out << u"TABLESPACE "_s + quotedName(table.tablespace);
    }
    add(u"ENGINE"_s, table.engine);
    add(u"DEFAULT CHARSET"_s, table.charset);
    add(u"COLLATE"_s, table.collation);
    add(u"ROW_FORMAT"_s, table.rowFormat);
    for (const auto &[name, value] : table.options) {
        add(name, value);
    }
    add(u"COMMENT"_s, table.comment.isEmpty() ? QString() : quotedLiteral(table.comment));
    return out.join(u' ');
}

QStringList periodDefinitions(const Table &table)
{
    QStringList out;
    for (const QString &period : table.periods.split(u'\n', Qt::SkipEmptyParts)) {
        out << u"PERIOD FOR "_s + period;
    }
    return out;
}

QString createTable(const Table &table, EngineKind engine, const QSet<QString> &withoutForeignKeys)
{
    QStringList lines;
    for (const Column &column : table.columns) {
        lines << quotedName(column.name) + u' ' + columnDefinition(table, column, engine);
    }
    lines << periodDefinitions(table);
    for (const Constraint &constraint : table.constraints) {
        if (constraint.kind == ConstraintKind::PrimaryKey) {
            lines << constraintDefinition(constraint);
        }
    }
    for (const Index &index : table.indexes) {
        lines << indexDefinition(index, engine);
    }
    for (const Constraint &constraint : table.constraints) {
        const bool left = constraint.kind == ConstraintKind::ForeignKey && withoutForeignKeys.contains(constraint.name);
        if (constraint.kind != ConstraintKind::PrimaryKey && !left) {
            lines << constraintDefinition(constraint);
        }
    }
    QString out = u"CREATE TABLE "_s + quotedName(table.name) + u" (\n    "_s + lines.join(u",\n    "_s) + u"\n) "_s +
                  tableOptions(table);
    if (table.systemVersioned) {
        out += u" WITH SYSTEM VERSIONING"_s;
    }
    return table.partitions.isEmpty() ? out : out + u'\n' + table.partitions.text;
}

QString definerClause(const QString &definer)
{
    return definer.isEmpty() ? QString() : u"DEFINER="_s + account(definer) + u' ';
}

QString account(const QString &text)
{
    if (text.startsWith(u'\'') || text.startsWith(u'`')) {
        return text;
    }
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0 || at + 1 == text.size()) {
        return quotedName(at < 0 ? text : text.left(at)); // a role
    }
    return quotedName(text.left(at)) + u'@' + quotedName(text.mid(at + 1));
}

QString createView(const View &view, bool orReplace)
{
    QString out = u"CREATE "_s;
    if (orReplace) {
        out += u"OR REPLACE "_s;
    }
    if (!view.algorithm.isEmpty()) {
        out += u"ALGORITHM="_s + view.algorithm + u' ';
    }
    out += definerClause(view.definer);
    if (!view.security.isEmpty()) {
        out += u"SQL SECURITY "_s + view.security + u' ';
    }
    const QString columns = entry(view.options, u"columns"_s);
    out += u"VIEW "_s + quotedName(view.name) + (columns.isEmpty() ? QString() : u" ("_s + columns + u')') + u" AS "_s +
           view.query.text;
    return view.checkOption.isEmpty() ? out : out + u" WITH "_s + view.checkOption.toUpper() + u" CHECK OPTION"_s;
}

QString createRoutine(const Routine &routine)
{
    QString out = u"CREATE "_s + definerClause(entry(routine.attributes, u"definer"_s));
    if (routine.routineKind == u"aggregate"_s) {
        out += u"AGGREGATE "_s;
    }
    out += (routine.routineKind == u"procedure"_s ? u"PROCEDURE "_s : u"FUNCTION "_s) + quotedName(routine.name) +
           u'(' + (routine.header.simplified() == routine.arguments ? routine.header : routine.arguments) + u')';
    if (!routine.returns.isEmpty()) {
        out += u" RETURNS "_s + routine.returns;
    }
    if (!routine.language.isEmpty()) {
        out += u"\n    LANGUAGE "_s + routine.language;
    }
    if (routine.attributes.contains(u"deterministic"_s)) {
        out += u"\n    DETERMINISTIC"_s;
    }
    const QString access = entry(routine.attributes, u"dataAccess"_s);
    if (!access.isEmpty()) {
        out += u"\n    "_s + access;
    }
    const QString security = entry(routine.attributes, u"security"_s);
    if (!security.isEmpty()) {
        out += u"\n    SQL SECURITY "_s + security;
    }
    if (!routine.comment.isEmpty()) {
        out += u"\n    COMMENT "_s + quotedLiteral(routine.comment);
    }
    return out + u'\n' + routine.body.text;
}

QString createTrigger(const Table &table, const Trigger &trigger, const QString &position)
{
    const QString create = u"CREATE "_s + definerClause(trigger.definer);
    const QString order = position.isEmpty() ? QString() : position + u' ';
    if (headerSays(table, trigger)) {
        return create + trigger.header + order + trigger.definition.text;
    }
    return create + u"TRIGGER "_s + quotedName(trigger.name) + u' ' + trigger.timing + u' ' + trigger.events +
           u" ON "_s + quotedName(table.name) + u" FOR EACH ROW "_s + order + trigger.definition.text;
}

QString createEvent(const CatalogObject &event)
{
    QString out = u"CREATE "_s + definerClause(entry(event.attributes, u"definer"_s)) + u"EVENT "_s +
                  quotedName(event.name) + u" ON SCHEDULE "_s + timing(event);
    out += u" ON COMPLETION "_s + entry(event.attributes, u"onCompletion"_s);
    out += u' ' + entry(event.attributes, u"status"_s);
    if (!event.comment.isEmpty()) {
        out += u" COMMENT "_s + quotedLiteral(event.comment);
    }
    return out + u" DO "_s + event.definition.text;
}

QString createSequence(const Sequence &sequence)
{
    QString out = u"CREATE SEQUENCE "_s + quotedName(sequence.name);
    const schema::SequenceOptions &counter = sequence.counter;
    if (!counter.type.isEmpty()) {
        out += u" AS "_s + counter.type;
    }
    out += u" START WITH "_s + counter.start + u" MINVALUE "_s + counter.minimum + u" MAXVALUE "_s + counter.maximum +
           u" INCREMENT BY "_s + counter.increment;
    out += counter.cache == u"0"_s || counter.cache.isEmpty() ? u" NOCACHE"_s : u" CACHE "_s + counter.cache;
    out += counter.cycle ? u" CYCLE"_s : u" NOCYCLE"_s;
    if (!sequence.comment.isEmpty()) {
        out += u" COMMENT="_s + quotedLiteral(sequence.comment);
    }
    return sequence.persistence.isEmpty() ? out : out + u" ENGINE="_s + sequence.persistence;
}

QString canonicalDdl(const schema::Schema &schema, const schema::Object &object)
{
    const EngineKind engine = schema.engine;
    struct Writer {
        EngineKind engine;
        QString operator()(const Table &table) const
        {
            QString out = createTable(table, engine) + u";\n"_s;
            for (const Trigger &trigger : table.triggers) {
                out += createTrigger(table, trigger) + u";\n"_s;
            }
            return out;
        }
        QString operator()(const View &view) const { return createView(view, false) + u";\n"_s; }
        QString operator()(const Routine &routine) const { return createRoutine(routine) + u";\n"_s; }
        QString operator()(const Sequence &sequence) const { return createSequence(sequence) + u";\n"_s; }
        QString operator()(const schema::Type &) const { return {}; }
        QString operator()(const CatalogObject &other) const
        {
            if (other.objectKind == schema::ObjectKind::Event) {
                return createEvent(other) + u";\n"_s;
            }
            if (other.objectKind == schema::ObjectKind::Database) {
                return u"ALTER DATABASE CHARACTER SET %1 COLLATE %2;\n"_s.arg(entry(other.attributes, u"charset"_s),
                                                                              entry(other.attributes, u"collation"_s));
            }
            return other.definition.text + u";\n"_s;
        }
    };
    return std::visit(Writer{engine}, object);
}

} // namespace countersign::engine::mysql
