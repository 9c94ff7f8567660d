#include "engine/postgresql/ddl.h"

namespace countersign::engine::postgresql::ddl {

using namespace Qt::StringLiterals;
using schema::ConstraintKind;

namespace {

const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::PostgreSql);

QString nameList(const QStringList &names)
{
    QStringList out;
    for (const QString &entry : names) {
        out += name(entry);
    }
    return out.join(u", ");
}

/// Where the last name of a qualified one begins.
qsizetype lastNameAt(const QString &text)
{
    bool quoted = false;
    qsizetype at = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'"') {
            quoted = !quoted;
        } else if (text.at(i) == u'.' && !quoted) {
            at = i + 1;
        }
    }
    return at;
}

QString keyText(const schema::IndexKey &key)
{
    QString out = key.column.isEmpty() ? key.expression.text : name(key.column);
    if (!key.collation.isEmpty()) {
        out += u" COLLATE "_s + key.collation;
    }
    if (!key.operatorClass.isEmpty()) {
        out += u' ' + key.operatorClass;
    }
    if (key.descending) {
        out += u" DESC"_s;
    }
    if (!key.nulls.isEmpty()) {
        out += u" NULLS "_s + key.nulls.toUpper();
    }
    if (!key.exclusionOperator.isEmpty()) {
        out += u" WITH "_s + key.exclusionOperator;
    }
    return out;
}

QString keyList(const std::vector<schema::IndexKey> &keys, bool withoutOverlaps = false, bool period = false)
{
    QStringList out;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool last = i + 1 == keys.size();
        out += (last && period ? u"PERIOD "_s : QString()) + keyText(keys[i]) +
               (last && withoutOverlaps ? u" WITHOUT OVERLAPS"_s : QString());
    }
    return out.join(u", ");
}

/// Storage parameters: values are written as they are read, quoted where they are no plain word or number.
QString withClause(const schema::Attributes &options, const QString &order)
{
    QStringList keys = order.split(u',', Qt::SkipEmptyParts);
    for (const auto &entry : options) {
        if (!keys.contains(entry.first)) {
            keys += entry.first;
        }
    }
    QStringList out;
    for (const QString &key : keys) {
        const auto found = options.find(key);
        if (found == options.end() || key.startsWith(u"option."_s)) {
            continue;
        }
        const QString &value = found->second;
        const bool plain = !value.isEmpty() && std::ranges::all_of(value, [](QChar c) {
            return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_';
        });
        out += key + u'=' + (plain ? value : literal(value));
    }
    return out.isEmpty() ? QString() : u" WITH ("_s + out.join(u", ") + u')';
}

QString foreignKeyClause(const schema::Constraint &c)
{
    QStringList referenced;
    for (const QString &column : c.referencedColumns) {
        referenced += name(column);
    }
    if (c.withoutOverlaps && !referenced.isEmpty()) {
        referenced.last().prepend(u"PERIOD "_s);
    }
    QString out = u"FOREIGN KEY ("_s + keyList(c.keys, false, c.withoutOverlaps) + u") REFERENCES "_s +
                  qualified(c.referencedSchema, c.referencedTable) + u" ("_s + referenced.join(u", ") + u')';
    if (!c.match.isEmpty()) {
        out += u" MATCH "_s + c.match.toUpper();
    }
    if (!c.onUpdate.isEmpty()) {
        out += u" ON UPDATE "_s + c.onUpdate.toUpper();
    }
    if (!c.onDelete.isEmpty()) {
        out += u" ON DELETE "_s + c.onDelete.toUpper();
        if (!c.onDeleteColumns.isEmpty()) {
            out += u" ("_s + nameList(c.onDeleteColumns) + u')';
        }
    }
    return out;
}

} // namespace

QString name(const QString &identifier)
{
    return dialect.identifier(identifier);
}

QString qualified(const QString &schemaName, const QString &identifier)
{
    return dialect.qualified(schemaName, identifier);
}

QString lastName(const QString &qualifiedName)
{
    QString last = qualifiedName.mid(lastNameAt(qualifiedName));
    if (last.startsWith(u'"') && last.endsWith(u'"') && last.size() > 1) {
        last = last.mid(1, last.size() - 2).replace(u"\"\""_s, u"\""_s);
    }
    return last;
}

QString withoutLastName(const QString &qualifiedName)
{
    return qualifiedName.left(std::max<qsizetype>(0, lastNameAt(qualifiedName) - 1));
}

QString literal(const QString &text)
{
    return dialect.literal(text);
}

QString relation(const schema::Table &table)
{
    return qualified(table.schema, table.name);
}

QString relation(const schema::View &view)
{
    return qualified(view.schema, view.name);
}

QString sequenceOptions(const schema::SequenceOptions &o, bool withType)
{
    QStringList out;
    if (withType && !o.type.isEmpty()) {
        out += u"AS "_s + o.type;
    }
    const auto add = [&](const QString &word, const QString &value) {
        if (!value.isEmpty()) {
            out += word + u' ' + value;
        }
    };
    add(u"INCREMENT BY"_s, o.increment);
    add(u"MINVALUE"_s, o.minimum);
    add(u"MAXVALUE"_s, o.maximum);
    add(u"START WITH"_s, o.start);
    add(u"CACHE"_s, o.cache);
    if (o.cycle) {
        out += u"CYCLE"_s;
    }
    return out.join(u' ');
}

QString identityClause(const schema::Column &column)
{
    QString options = sequenceOptions(column.identityOptions.get(), false);
    if (const auto it = column.options.find(u"identity.sequence"_s); it != column.options.end()) {
        options.prepend(u"SEQUENCE NAME "_s + it->second + u' ');
    }
    return u"GENERATED "_s + column.identity.toUpper() + u" AS IDENTITY"_s +
           (options.isEmpty() ? QString() : u" ("_s + options.trimmed() + u')');
}

QString columnClause(const schema::Column &column, bool withDefault)
{
    QString out = name(column.name) + u' ' + column.type;
    if (const QString options = optionList(column.options, u"option."_s); !options.isEmpty()) {
        out += u' ' + options;
    }
    if (!column.collation.isEmpty()) {
        out += u" COLLATE "_s + column.collation;
    }
    if (!column.identity.isEmpty()) {
        out += u' ' + identityClause(column);
    } else if (withDefault && !column.generated.isEmpty()) {
        out += u" GENERATED ALWAYS AS ("_s + column.generated.text + u") "_s + column.generatedKind.toUpper();
    } else if (withDefault && !column.defaultValue.isEmpty()) {
        out += u" DEFAULT "_s + column.defaultValue.text;
    }
    if (!column.notNullConstraint.isEmpty()) {
        out += u" CONSTRAINT "_s + name(column.notNullConstraint);
    }
    if (column.notNull) {
        out += u" NOT NULL"_s + (column.options.contains(u"notNull.noInherit"_s) ? u" NO INHERIT"_s : QString());
    }
    return out;
}

QString notNullClause(const schema::Column &column)
{
    return (column.notNullConstraint.isEmpty() ? QString() : u"CONSTRAINT "_s + name(column.notNullConstraint) + u' ') +
           u"NOT NULL "_s + name(column.name) +
           (column.options.contains(u"notNull.noInherit"_s) ? u" NO INHERIT"_s : QString()) +
           (column.options.contains(u"notNull.notValid"_s) ? u" NOT VALID"_s : QString());
}

QString notNullName(const schema::Column &column, const QString &relation)
{
    return column.notNullConstraint.isEmpty() ? lastName(relation) + u'_' + column.name + u"_not_null"_s
                                              : column.notNullConstraint;
}

QString constraintClause(const schema::Constraint &c, bool notValid)
{
    QString out = u"CONSTRAINT "_s + name(c.name) + u' ';
    switch (c.kind) {
    case ConstraintKind::PrimaryKey:
        out += u"PRIMARY KEY ("_s + keyList(c.keys, c.withoutOverlaps) + u')';
        break;
    case ConstraintKind::Unique:
        out += u"UNIQUE "_s + (c.nullsNotDistinct ? u"NULLS NOT DISTINCT "_s : QString()) + u'(' +
               keyList(c.keys, c.withoutOverlaps) + u')';
        break;
    case ConstraintKind::Exclusion:
        out += u"EXCLUDE USING "_s + (c.method.isEmpty() ? u"btree"_s : c.method) + u" ("_s + keyList(c.keys) + u')';
        break;
    case ConstraintKind::Check:
        out += u"CHECK ("_s + c.expression.text + u')' + (c.noInherit ? u" NO INHERIT"_s : QString());
        break;
    case ConstraintKind::ForeignKey:
        out += foreignKeyClause(c);
        break;
    }
    if (!c.include.isEmpty()) {
        out += u" INCLUDE ("_s + nameList(c.include) + u')';
    }
    out += withClause(c.options, c.optionsOrder);
    if (!c.tablespace.isEmpty()) {
        out += u" USING INDEX TABLESPACE "_s + name(c.tablespace);
    }
    if (c.kind == ConstraintKind::Exclusion && !c.expression.isEmpty()) {
        out += u" WHERE ("_s + c.expression.text + u')';
    }
    if (c.deferrable) {
        out += u" DEFERRABLE"_s + (c.initiallyDeferred ? u" INITIALLY DEFERRED"_s : QString());
    }
    if (c.notEnforced) {
        out += u" NOT ENFORCED"_s;
    } else if (notValid || c.notValid) {
        out += u" NOT VALID"_s;
    }
    return out;
}

bool isMadeLater(const schema::Table &table, const schema::Constraint &constraint, bool deferred)
{
    const auto isKey = [](const schema::Constraint &one) {
        return one.kind == ConstraintKind::PrimaryKey || one.kind == ConstraintKind::Unique;
    };
    const auto repeats = [&](const schema::Constraint &earlier) {
        return &earlier < &constraint && isKey(earlier) && earlier.keys == constraint.keys &&
               earlier.include == constraint.include && earlier.deferrable == constraint.deferrable &&
               earlier.initiallyDeferred == constraint.initiallyDeferred &&
               earlier.nullsNotDistinct == constraint.nullsNotDistinct;
    };
    return constraint.kind == ConstraintKind::ForeignKey || constraint.notValid ||
           (deferred && constraint.kind == ConstraintKind::Check) ||
           (isKey(constraint) && std::ranges::any_of(table.constraints, repeats));
}

QString createTable(const schema::Table &table, bool deferred)
{
    const bool foreign = !table.foreignServer.isEmpty();
    const bool typed = !table.ofType.isEmpty();
    const bool partition = !table.partitionOf.isEmpty();
    QStringList lines;
    for (const schema::Column &column : table.columns) {
        if (typed) {
            const QString clause = columnClause(column, !deferred);
            const QString plain = name(column.name) + u' ' + column.type;
            if (clause != plain) {
                lines += name(column.name) + u" WITH OPTIONS"_s + clause.mid(plain.size());
            }
        } else if (!column.inherited || partition) {
            lines += columnClause(column, !deferred);
        }
    }
    for (const schema::Constraint &constraint : table.constraints) {
        if (!isMadeLater(table, constraint, deferred) && (!constraint.inherited || partition)) {
            lines += constraintClause(constraint);
        }
    }
    QString out = u"CREATE "_s + (table.persistence == u"unlogged"_s ? u"UNLOGGED "_s : QString()) +
                  (foreign ? u"FOREIGN TABLE "_s : u"TABLE "_s) + relation(table);
    if (typed) {
        out += u" OF "_s + table.ofType;
    }
    if (!lines.isEmpty()) {
        out += u" (\n    "_s + lines.join(u",\n    ") + u"\n)"_s;
    } else if (!typed) {
        out += u" ()"_s;
    }
    if (!table.inherits.isEmpty()) {
        out += u" INHERITS ("_s + table.inherits.join(u", ") + u')';
    }
    if (foreign) {
        out += u" SERVER "_s + name(table.foreignServer);
        const QString options = optionList(table.options, u"option."_s);
        return options.isEmpty() ? out : out + u' ' + options;
    }
    if (!table.partitionKey.isEmpty()) {
        out += u" PARTITION BY "_s + table.partitionKey;
    }
    if (!table.accessMethod.isEmpty()) {
        out += u" USING "_s + name(table.accessMethod);
    }
    out += withClause(table.options, table.optionsOrder);
    if (!table.tablespace.isEmpty()) {
        out += u" TABLESPACE "_s + name(table.tablespace);
    }
    return out;
}

QString createIndex(const schema::Index &index, const QString &on, bool only, bool concurrently)
{
    QString out = u"CREATE "_s + (index.unique ? u"UNIQUE "_s : QString()) + u"INDEX "_s +
                  (concurrently ? u"CONCURRENTLY "_s : QString()) + name(index.name) + u" ON "_s +
                  (only ? u"ONLY "_s : QString()) + on + u" USING "_s + index.method + u" ("_s + keyList(index.keys) +
                  u')';
    if (!index.include.isEmpty()) {
        out += u" INCLUDE ("_s + nameList(index.include) + u')';
    }
    if (index.nullsNotDistinct) {
        out += u" NULLS NOT DISTINCT"_s;
    }
    out += withClause(index.options, index.optionsOrder);
    if (!index.tablespace.isEmpty()) {
        out += u" TABLESPACE "_s + name(index.tablespace);
    }
    if (!index.predicate.isEmpty()) {
        out += u" WHERE "_s + index.predicate.text;
    }
    return out;
}

QString createView(const schema::View &view, bool orReplace)
{
    QStringList columns;
    for (const schema::Column &column : view.columns) {
        columns += name(column.name);
    }
    QString out = u"CREATE "_s + (orReplace ? u"OR REPLACE "_s : QString()) +
                  (view.materialized ? u"MATERIALIZED VIEW "_s : u"VIEW "_s) + relation(view);
    if (view.materialized && !view.accessMethod.isEmpty()) {
        out += u" USING "_s + name(view.accessMethod);
    }
    out += withClause(view.options, view.optionsOrder);
    if (!view.tablespace.isEmpty()) {
        out += u" TABLESPACE "_s + name(view.tablespace);
    }
    out += u" AS\n"_s + view.query.text;
    if (view.materialized && view.notPopulated) {
        out += u"\nWITH NO DATA"_s;
    }
    if (!view.checkOption.isEmpty()) {
        out += u"\nWITH "_s + view.checkOption.toUpper() + u" CHECK OPTION"_s;
    }
    return out;
}

QString placeholderView(const schema::View &view)
{
    QStringList columns;
    for (const schema::Column &column : view.columns) {
        columns += u"NULL::"_s + column.type +
                   (column.collation.isEmpty() ? QString() : u" COLLATE "_s + column.collation) + u" AS "_s +
                   name(column.name);
    }
    return u"CREATE VIEW "_s + relation(view) + u" AS\nSELECT "_s + columns.join(u",\n    ");
}

QString createPolicy(const schema::Policy &policy, const QString &on)
{
    QString out = u"CREATE POLICY "_s + name(policy.name) + u" ON "_s + on +
                  (policy.restrictive ? u" AS RESTRICTIVE"_s : QString()) +
                  (policy.command == u"ALL"_s ? QString() : u" FOR "_s + policy.command);
    QStringList roles;
    for (const QString &role : policy.roles) {
        roles += role == u"PUBLIC"_s ? role : name(role);
    }
    if (!roles.isEmpty() && roles != QStringList{u"PUBLIC"_s}) {
        out += u" TO "_s + roles.join(u", ");
    }
    if (!policy.usingExpression.isEmpty()) {
        out += u" USING ("_s + policy.usingExpression.text + u')';
    }
    if (!policy.checkExpression.isEmpty()) {
        out += u" WITH CHECK ("_s + policy.checkExpression.text + u')';
    }
    return out;
}

QString createSequence(const schema::Sequence &sequence)
{
    return u"CREATE "_s + (sequence.persistence == u"unlogged"_s ? u"UNLOGGED "_s : QString()) + u"SEQUENCE "_s +
           qualified(sequence.schema, sequence.name) + u' ' + sequenceOptions(sequence.counter, true);
}

QStringList columnSettings(const schema::Column &column, const QString &on)
{
    const QString alter = u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + name(column.name);
    QStringList out;
    if (!column.storage.isEmpty()) {
        out += alter + u" SET STORAGE "_s + column.storage.toUpper();
    }
    if (!column.compression.isEmpty()) {
        out += alter + u" SET COMPRESSION "_s + column.compression;
    }
    if (!column.statisticsTarget.isEmpty()) {
        out += alter + u" SET STATISTICS "_s + column.statisticsTarget;
    }
    QStringList options;
    for (const auto &[key, value] : column.options) {
        if (!key.contains(u'.')) {
            options += key + u'=' + value;
        } else if (key == u"notNull.notValid"_s) {
            // A column is made with a valid one.
            out += alter + u" DROP NOT NULL"_s;
            out += u"ALTER TABLE "_s + on + u" ADD "_s + notNullClause(column);
        }
    }
    if (const QString text = ddl::value(column.options, u"notNull.comment"_s); !text.isEmpty()) {
        out += comment(u"CONSTRAINT "_s + name(notNullName(column, on)) + u" ON "_s + on, text);
    }
    if (!options.isEmpty()) {
        out += alter + u" SET ("_s + options.join(u", ") + u')';
    }
    return out;
}

} // namespace countersign::engine::postgresql::ddl
