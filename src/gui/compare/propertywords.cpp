#include "gui/compare/propertywords.h"

#include "gui/compare/compareindex.h"

#include <QCoreApplication>
#include <QHash>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    const char *property; ///< as in schema's lists of fields
    const char *title;
};

constexpr Word words[] = {
    {"name", QT_TRANSLATE_NOOP("Property", "name")},
    {"comment", QT_TRANSLATE_NOOP("Property", "comment")},
    {"grants", QT_TRANSLATE_NOOP("Property", "grants")},
    {"schema", QT_TRANSLATE_NOOP("Property", "schema")},
    {"owner", QT_TRANSLATE_NOOP("Property", "owner")},
    {"attributes", QT_TRANSLATE_NOOP("Property", "attributes")},
    {"options", QT_TRANSLATE_NOOP("Property", "options")},
    {"definition", QT_TRANSLATE_NOOP("Property", "definition")},
    {"tablespace", QT_TRANSLATE_NOOP("Property", "tablespace")},
    {"optionsOrder", QT_TRANSLATE_NOOP("Property", "order of options")},
    {"collation", QT_TRANSLATE_NOOP("Property", "collation")},
    {"inherited", QT_TRANSLATE_NOOP("Property", "inherited")},
    {"columns", QT_TRANSLATE_NOOP("Property", "columns")},
    {"type", QT_TRANSLATE_NOOP("Property", "type")},
    {"triggers", QT_TRANSLATE_NOOP("Property", "triggers")},
    {"rules", QT_TRANSLATE_NOOP("Property", "rules")},
    {"replicaIdentity", QT_TRANSLATE_NOOP("Property", "replica identity")},
    {"persistence", QT_TRANSLATE_NOOP("Property", "persistence")},
    {"onUpdate", QT_TRANSLATE_NOOP("Property", "on update")},
    {"nullsNotDistinct", QT_TRANSLATE_NOOP("Property", "nulls not distinct")},
    {"notNull", QT_TRANSLATE_NOOP("Property", "not null")},
    {"nameIsGenerated", QT_TRANSLATE_NOOP("Property", "generated name")},
    {"method", QT_TRANSLATE_NOOP("Property", "method")},
    {"keys", QT_TRANSLATE_NOOP("Property", "keys")},
    {"invisible", QT_TRANSLATE_NOOP("Property", "invisible")},
    {"indexes", QT_TRANSLATE_NOOP("Property", "indexes")},
    {"include", QT_TRANSLATE_NOOP("Property", "included columns")},
    {"header", QT_TRANSLATE_NOOP("Property", "header")},
    {"expression", QT_TRANSLATE_NOOP("Property", "expression")},
    {"enabled", QT_TRANSLATE_NOOP("Property", "enabled")},
    {"definer", QT_TRANSLATE_NOOP("Property", "definer")},
    {"default", QT_TRANSLATE_NOOP("Property", "default")},
    {"constraints", QT_TRANSLATE_NOOP("Property", "constraints")},
    {"conflictClause", QT_TRANSLATE_NOOP("Property", "conflict clause")},
    {"charset", QT_TRANSLATE_NOOP("Property", "character set")},
    {"autoIncrement", QT_TRANSLATE_NOOP("Property", "auto increment")},
    {"accessMethod", QT_TRANSLATE_NOOP("Property", "access method")},
    {"withoutSystemVersioning", QT_TRANSLATE_NOOP("Property", "without system versioning")},
    {"withoutRowId", QT_TRANSLATE_NOOP("Property", "without row id")},
    {"withoutOverlaps", QT_TRANSLATE_NOOP("Property", "without overlaps")},
    {"virtualModule", QT_TRANSLATE_NOOP("Property", "virtual module")},
    {"using", QT_TRANSLATE_NOOP("Property", "using condition")},
    {"unique", QT_TRANSLATE_NOOP("Property", "unique")},
    {"typeKind", QT_TRANSLATE_NOOP("Property", "kind of type")},
    {"timing", QT_TRANSLATE_NOOP("Property", "timing")},
    {"systemVersioned", QT_TRANSLATE_NOOP("Property", "system versioned")},
    {"strict", QT_TRANSLATE_NOOP("Property", "strict")},
    {"storage", QT_TRANSLATE_NOOP("Property", "storage")},
    {"statisticsTarget", QT_TRANSLATE_NOOP("Property", "statistics target")},
    {"start", QT_TRANSLATE_NOOP("Property", "start")},
    {"srid", QT_TRANSLATE_NOOP("Property", "spatial reference (SRID)")},
    {"sqlMode", QT_TRANSLATE_NOOP("Property", "SQL mode")},
    {"security", QT_TRANSLATE_NOOP("Property", "security")},
    {"rowSecurity", QT_TRANSLATE_NOOP("Property", "row level security")},
    {"rowFormat", QT_TRANSLATE_NOOP("Property", "row format")},
    {"routineKind", QT_TRANSLATE_NOOP("Property", "kind of routine")},
    {"roles", QT_TRANSLATE_NOOP("Property", "roles")},
    {"returns", QT_TRANSLATE_NOOP("Property", "returned type")},
    {"restrictive", QT_TRANSLATE_NOOP("Property", "restrictive")},
    {"referencedTable", QT_TRANSLATE_NOOP("Property", "referenced table")},
    {"referencedSchema", QT_TRANSLATE_NOOP("Property", "referenced schema")},
    {"referencedColumns", QT_TRANSLATE_NOOP("Property", "referenced columns")},
    {"query", QT_TRANSLATE_NOOP("Property", "query")},
    {"privilege", QT_TRANSLATE_NOOP("Property", "privilege")},
    {"prefixLength", QT_TRANSLATE_NOOP("Property", "prefix length")},
    {"predicate", QT_TRANSLATE_NOOP("Property", "condition")},
    {"policies", QT_TRANSLATE_NOOP("Property", "policies")},
    {"periods", QT_TRANSLATE_NOOP("Property", "periods")},
    {"partitions", QT_TRANSLATE_NOOP("Property", "partitions")},
    {"partitionOf", QT_TRANSLATE_NOOP("Property", "partition of")},
    {"partitionKey", QT_TRANSLATE_NOOP("Property", "partition key")},
    {"partitionBound", QT_TRANSLATE_NOOP("Property", "partition bound")},
    {"ownedBy", QT_TRANSLATE_NOOP("Property", "owned by")},
    {"order", QT_TRANSLATE_NOOP("Property", "order")},
    {"operatorClass", QT_TRANSLATE_NOOP("Property", "operator class")},
    {"onDeleteColumns", QT_TRANSLATE_NOOP("Property", "columns set on delete")},
    {"onDelete", QT_TRANSLATE_NOOP("Property", "on delete")},
    {"ofType", QT_TRANSLATE_NOOP("Property", "of type")},
    {"ofColumn", QT_TRANSLATE_NOOP("Property", "of columns")},
    {"nulls", QT_TRANSLATE_NOOP("Property", "order of nulls")},
    {"notValid", QT_TRANSLATE_NOOP("Property", "not valid")},
    {"notPopulated", QT_TRANSLATE_NOOP("Property", "not populated")},
    {"notNullConstraint", QT_TRANSLATE_NOOP("Property", "name of the not null constraint")},
    {"notEnforced", QT_TRANSLATE_NOOP("Property", "not enforced")},
    {"noInherit", QT_TRANSLATE_NOOP("Property", "not inherited")},
    {"minimum", QT_TRANSLATE_NOOP("Property", "minimum")},
    {"maximum", QT_TRANSLATE_NOOP("Property", "maximum")},
    {"materialized", QT_TRANSLATE_NOOP("Property", "materialized")},
    {"match", QT_TRANSLATE_NOOP("Property", "match")},
    {"lastValue", QT_TRANSLATE_NOOP("Property", "last value")},
    {"language", QT_TRANSLATE_NOOP("Property", "language")},
    {"labels", QT_TRANSLATE_NOOP("Property", "labels")},
    {"invalid", QT_TRANSLATE_NOOP("Property", "invalid")},
    {"initiallyDeferred", QT_TRANSLATE_NOOP("Property", "initially deferred")},
    {"inherits", QT_TRANSLATE_NOOP("Property", "inherits")},
    {"increment", QT_TRANSLATE_NOOP("Property", "increment")},
    {"identityOptions", QT_TRANSLATE_NOOP("Property", "identity options")},
    {"identityArguments", QT_TRANSLATE_NOOP("Property", "arguments")},
    {"identity", QT_TRANSLATE_NOOP("Property", "identity")},
    {"grantable", QT_TRANSLATE_NOOP("Property", "grantable")},
    {"grantee", QT_TRANSLATE_NOOP("Property", "grantee")},
    {"generatedKind", QT_TRANSLATE_NOOP("Property", "kind of generation")},
    {"generated", QT_TRANSLATE_NOOP("Property", "generated")},
    {"foreignServer", QT_TRANSLATE_NOOP("Property", "foreign server")},
    {"forceRowSecurity", QT_TRANSLATE_NOOP("Property", "row level security for the owner, too")},
    {"exclusionOperator", QT_TRANSLATE_NOOP("Property", "exclusion operator")},
    {"events", QT_TRANSLATE_NOOP("Property", "events")},
    {"engine", QT_TRANSLATE_NOOP("Property", "storage engine")},
    {"descending", QT_TRANSLATE_NOOP("Property", "descending")},
    {"deferrable", QT_TRANSLATE_NOOP("Property", "deferrable")},
    {"cycle", QT_TRANSLATE_NOOP("Property", "cycle")},
    {"counter", QT_TRANSLATE_NOOP("Property", "counter")},
    {"constraint", QT_TRANSLATE_NOOP("Property", "constraint")},
    {"compression", QT_TRANSLATE_NOOP("Property", "compression")},
    {"command", QT_TRANSLATE_NOOP("Property", "command")},
    {"columnOrder", QT_TRANSLATE_NOOP("Property", "order of columns")},
    {"columnLevel", QT_TRANSLATE_NOOP("Property", "column level")},
    {"column", QT_TRANSLATE_NOOP("Property", "column")},
    {"clustered", QT_TRANSLATE_NOOP("Property", "clustered")},
    {"checkOption", QT_TRANSLATE_NOOP("Property", "check option")},
    {"check", QT_TRANSLATE_NOOP("Property", "check")},
    {"cache", QT_TRANSLATE_NOOP("Property", "cache")},
    {"body", QT_TRANSLATE_NOOP("Property", "body")},
    {"baseType", QT_TRANSLATE_NOOP("Property", "base type")},
    {"attachedTo", QT_TRANSLATE_NOOP("Property", "attached to")},
    {"arguments", QT_TRANSLATE_NOOP("Property", "arguments")},
    {"algorithm", QT_TRANSLATE_NOOP("Property", "algorithm")},
};

/// "orderOfParts" ► "order of parts", for what has no plain name yet.
QString spelledOut(const QString &property)
{
    QString text;
    for (const QChar c : property) {
        if (c.isUpper() && !text.isEmpty() && text.back().isLower()) {
            text += u' ';
            text += c.toLower();
        } else {
            text += c;
        }
    }
    return text;
}

} // namespace

QString propertyTitle(const QString &property)
{
    static const QHash<QString, const char *> known = [] {
        QHash<QString, const char *> made;
        for (const Word &word : words) {
            made.insert(QString::fromLatin1(word.property), word.title);
        }
        return made;
    }();
    const auto found = known.constFind(property);
    if (found != known.constEnd()) {
        return QCoreApplication::translate("Property", *found);
    }
    // Attributes of an engine: "attributes.fillfactor" is fillfactor, as people write it.
    const qsizetype dot = property.indexOf(u'.');
    return dot < 0 ? spelledOut(property) : property.sliced(dot + 1);
}

QString ignoreTitle(const QString &rule)
{
    const QString kindName = rule.section(u'.', 0, 0);
    const QString property = rule.section(u'.', 1);
    const auto kind = schema::objectKindFromName(kindName);
    const QString owner = kind ? titleOf(*kind) : kindName;
    //: Everything that is not compared: %1 is a kind of object such as "Column"
    return property.isEmpty() ? QCoreApplication::translate("Property", "%1: everything").arg(owner)
                              //: %1 is a kind of object such as "Column", %2 one of its properties
                              : QCoreApplication::translate("Property", "%1: %2").arg(owner, propertyTitle(property));
}

} // namespace countersign::gui
