#include "gui/compare/partwords.h"

#include "app/objectddl.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString wordsOf(const schema::Column &column)
{
    QStringList words{column.type};
    if (!column.generated.isEmpty()) {
        words << u"GENERATED ALWAYS AS ("_s + column.generated.text + u')' << column.generatedKind.toUpper();
    }
    if (!column.identity.isEmpty()) {
        words << u"GENERATED "_s + column.identity.toUpper() + u" AS IDENTITY"_s;
    }
    if (column.notNull) {
        words << u"NOT NULL"_s;
    }
    if (!column.defaultValue.isEmpty()) {
        words << u"DEFAULT "_s + column.defaultValue.text;
    }
    if (column.autoIncrement) {
        words << u"AUTO_INCREMENT"_s;
    }
    words.removeAll(QString());
    return words.join(u' ');
}

QString wordsOf(const std::vector<schema::IndexKey> &keys)
{
    QStringList words;
    for (const schema::IndexKey &key : keys) {
        QString one = key.column.isEmpty() ? u'(' + key.expression.text + u')' : key.column;
        one += key.prefixLength > 0 ? u"(%1)"_s.arg(key.prefixLength) : QString();
        one += key.descending ? u" DESC"_s : QString();
        one += key.exclusionOperator.isEmpty() ? QString() : u" WITH "_s + key.exclusionOperator;
        words << one;
    }
    return u'(' + words.join(u", "_s) + u')';
}

QString wordsOf(const schema::Index &index)
{
    QString words = index.unique ? u"UNIQUE "_s : QString();
    const QString method = index.method.toLower();
    words += method.isEmpty() || method == u"btree" ? QString() : index.method + u' ';
    words += wordsOf(index.keys);
    words += index.include.isEmpty() ? QString() : u" INCLUDE ("_s + index.include.join(u", "_s) + u')';
    words += index.predicate.isEmpty() ? QString() : u" WHERE "_s + index.predicate.text;
    return words;
}

QString wordsOf(const schema::Constraint &constraint)
{
    QString words;
    switch (constraint.kind) {
    case schema::ConstraintKind::PrimaryKey:
        words = u"PRIMARY KEY "_s + wordsOf(constraint.keys);
        break;
    case schema::ConstraintKind::Unique:
        words = u"UNIQUE "_s + wordsOf(constraint.keys);
        break;
    case schema::ConstraintKind::Check:
        words = u"CHECK ("_s + constraint.expression.text + u')';
        break;
    case schema::ConstraintKind::ForeignKey:
        words = wordsOf(constraint.keys) + u" REFERENCES "_s + constraint.referencedTable +
                (constraint.referencedColumns.isEmpty() ? QString()
                                                        : u" ("_s + constraint.referencedColumns.join(u", "_s) + u')') +
                (constraint.onDelete.isEmpty() ? QString() : u" ON DELETE "_s + constraint.onDelete.toUpper()) +
                (constraint.onUpdate.isEmpty() ? QString() : u" ON UPDATE "_s + constraint.onUpdate.toUpper());
        break;
    case schema::ConstraintKind::Exclusion:
        words = u"EXCLUDE "_s + wordsOf(constraint.keys);
        break;
    }
    return constraint.notValid ? words + u" NOT VALID"_s : words;
}

QString wordsOf(const schema::Trigger &trigger)
{
    return (trigger.timing + u' ' + trigger.events).trimmed();
}

template <class Part>
QString wordsOfNamed(const std::vector<Part> &parts, const QString &name)
{
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found != parts.end() && !name.isEmpty() ? wordsOf(*found) : QString();
}

} // namespace

QString definitionOf(const schema::Schema &schema, const schema::ObjectId &part)
{
    if (!schema::isPartOfRelation(part.kind)) {
        return {};
    }
    const schema::Object *owner = app::ownerOf(schema, part);
    if (owner == nullptr) {
        return {};
    }
    const auto *table = std::get_if<schema::Table>(owner);
    const auto *view = std::get_if<schema::View>(owner);
    switch (part.kind) {
    case schema::ObjectKind::Column:
        return table != nullptr  ? wordsOfNamed(table->columns, part.name)
               : view != nullptr ? wordsOfNamed(view->columns, part.name)
                                 : QString();
    case schema::ObjectKind::Index:
        return table != nullptr  ? wordsOfNamed(table->indexes, part.name)
               : view != nullptr ? wordsOfNamed(view->indexes, part.name)
                                 : QString();
    case schema::ObjectKind::Trigger:
        return table != nullptr  ? wordsOfNamed(table->triggers, part.name)
               : view != nullptr ? wordsOfNamed(view->triggers, part.name)
                                 : QString();
    case schema::ObjectKind::Constraint:
        return table != nullptr ? wordsOfNamed(table->constraints, part.name) : QString();
    default:
        return {};
    }
}

QString ownerNameOf(const schema::Object &object)
{
    return std::visit([](const auto &one) { return one.owner; }, object);
}

} // namespace countersign::gui
