#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool sameType(const CheckContext &context, const schema::Column &a, const schema::Column &b)
{
    const TypeParts x = typeParts(a.type, context.engine());
    const TypeParts y = typeParts(b.type, context.engine());
    if (context.isSqlite()) {
        return familyOf(x) == familyOf(y);
    }
    return x == y || (familyOf(x) == TypeFamily::Text && x.name == y.name && !context.isMySqlFamily());
}

bool isUniqueTarget(const schema::Table &target, const QStringList &columns)
{
    const auto matches = [&](const std::vector<schema::IndexKey> &keys) {
        const QStringList all = columnsOf(keys);
        return QSet<QString>(all.begin(), all.end()) == QSet<QString>(columns.begin(), columns.end());
    };
    return std::ranges::any_of(target.constraints,
                               [&](const schema::Constraint &c) {
                                   return (c.kind == schema::ConstraintKind::PrimaryKey ||
                                           c.kind == schema::ConstraintKind::Unique) &&
                                          matches(c.keys);
                               }) ||
           std::ranges::any_of(target.indexes, [&](const schema::Index &i) {
               return i.unique && i.predicate.isEmpty() && matches(i.keys);
           });
}

void checkKey(const CheckContext &context, const NewConstraint &added, Findings &findings)
{
    const schema::Constraint &key = *added.constraint;
    const schema::Table *target = context.resolve(context.result(), {key.referencedSchema, key.referencedTable});
    if (key.kind != schema::ConstraintKind::ForeignKey || target == nullptr) {
        return;
    }
    const QString path = added.table->id().path() + u'.' + nameOrKind(key);
    const QStringList columns = columnsOf(key.keys);
    QStringList referenced = key.referencedColumns;
    if (referenced.isEmpty() && primaryKey(*target) != nullptr) {
        referenced = columnsOf(primaryKey(*target)->keys);
    }
    for (qsizetype i = 0; i < columns.size() && i < referenced.size(); ++i) {
        const schema::Column *from = findColumn(*added.table, columns[i]);
        const schema::Column *to = findColumn(*target, referenced[i]);
        if (from == nullptr || to == nullptr) {
            continue;
        }
        const bool collations = from->collation != to->collation;
        if (!sameType(context, *from, *to) || collations) {
            findings.findings.push_back(finding(
                Severity::Warning, added.statement, path,
                say("Finding",
                    "%1.%2 is %3%4, but it refers to %5.%6, which is %7%8: silent casts, and joins that cannot use an "
                    "index.")
                    .arg(added.table->id().path(), from->name, from->type,
                         collations ? u" "_s + from->collation : QString(), target->id().path(), to->name, to->type)
                    .arg(collations ? u" "_s + to->collation : QString()),
                say("Finding", "Give both the same type."),
                context.isPostgreSql() ? u"ALTER TABLE %1 ALTER COLUMN %2 TYPE %3"_s.arg(
                                             sqlName(context, *added.table), sqlName(context, from->name), to->type)
                                       : QString()));
        }
    }
    if (!referenced.isEmpty() && !isUniqueTarget(*target, referenced)) {
        findings.findings.push_back(
            finding(Severity::Warning, added.statement, path,
                    say("Finding", "%1 refers to %2 (%3), which is not unique: one row can have several parents.")
                        .arg(path, target->id().path(), listed(referenced)),
                    say("Finding", "Refer to a primary or unique key.")));
    }
}

void checkFkWeakTarget(const CheckContext &context, Findings &findings)
{
    for (const NewConstraint &added : newConstraints(context)) {
        checkKey(context, added, findings);
    }
    for (const NewColumn &added : newColumns(context, true)) {
        const QString name = added.column->name;
        if (!name.endsWith("_id"_L1)) {
            continue;
        }
        const bool hasKey = std::ranges::any_of(added.table->constraints, [&](const schema::Constraint &constraint) {
            return constraint.kind == schema::ConstraintKind::ForeignKey && columnsOf(constraint.keys).contains(name);
        });
        for (const QString &candidate : {name.chopped(3), name.chopped(3) + u's', name.chopped(3) + u"es"_s}) {
            const schema::Table *target =
                hasKey ? nullptr : context.resolve(context.result(), {added.table->schema, candidate});
            const schema::Constraint *key = target == nullptr ? nullptr : primaryKey(*target);
            const schema::Column *column =
                key == nullptr || key->keys.size() != 1 ? nullptr : findColumn(*target, key->keys.front().column);
            if (column != nullptr && !sameType(context, *added.column, *column)) {
                findings.findings.push_back(
                    finding(Severity::Warning, added.statement, added.path(),
                            say("Finding", "%1 is %2, but the key of %3 is %4.")
                                .arg(added.path(), added.column->type, target->id().path(), column->type),
                            say("Finding", "Give it the type of the key.")));
            }
        }
    }
}

} // namespace

Rule fkWeakTarget()
{
    return {u"fk-weak-target"_s, everyEngine(),
            say("Finding", "A reference differs from its target, or its target is not unique."), Severity::Warning,
            checkFkWeakTarget};
}

} // namespace countersign::checks::rules
