#include "engine/postgresql/ddl.h"

namespace countersign::engine::postgresql::ddl {

using namespace Qt::StringLiterals;
using schema::ConstraintKind;

namespace {

class Writer
{
public:
    void add(const QString &statement)
    {
        if (!statement.isEmpty()) {
            m_text += statement + u";\n"_s;
        }
    }
    void add(const QStringList &statements)
    {
        for (const QString &statement : statements) {
            add(statement);
        }
    }
    void addComment(const QString &what, const QString &text)
    {
        if (!text.isEmpty()) {
            add(comment(what, text));
        }
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

QString stateClause(const QString &state, const QString &what)
{
    return state == u"disabled"_s  ? u" DISABLE "_s + what
           : state == u"replica"_s ? u" ENABLE REPLICA "_s + what
                                   : u" ENABLE ALWAYS "_s + what;
}

void addCode(Writer &out, const QString &on, const std::vector<schema::Trigger> &triggers,
             const std::vector<schema::Rule> &rules)
{
    for (const schema::Trigger &trigger : triggers) {
        if (!trigger.inherited) {
            out.add(trigger.definition.text);
        }
        if (!trigger.enabled.isEmpty()) {
            out.add(u"ALTER TABLE "_s + on + stateClause(trigger.enabled, u"TRIGGER "_s + name(trigger.name)));
        }
        out.addComment(u"TRIGGER "_s + name(trigger.name) + u" ON "_s + on, trigger.comment);
    }
    for (const schema::Rule &rule : rules) {
        out.add(rule.definition.text);
        if (!rule.enabled.isEmpty()) {
            out.add(u"ALTER TABLE "_s + on + stateClause(rule.enabled, u"RULE "_s + name(rule.name)));
        }
        out.addComment(u"RULE "_s + name(rule.name) + u" ON "_s + on, rule.comment);
    }
}

void addIndexes(Writer &out, const QString &schemaName, const QString &on, const std::vector<schema::Index> &indexes,
                bool partitioned)
{
    for (const schema::Index &index : indexes) {
        out.add(createIndex(index, on, partitioned, false));
        const QString full = qualified(schemaName, index.name);
        if (!index.attachedTo.isEmpty()) {
            out.add(u"ALTER INDEX "_s + index.attachedTo + u" ATTACH PARTITION "_s + full);
        }
        out.addComment(u"INDEX "_s + full, index.comment);
        if (index.clustered) {
            out.add(u"ALTER TABLE "_s + on + u" CLUSTER ON "_s + name(index.name));
        }
    }
}

void addColumns(Writer &out, const QString &on, const std::vector<schema::Column> &columns, bool view)
{
    for (const schema::Column &column : columns) {
        const QString full = on + u'.' + name(column.name);
        if (!view) {
            out.add(columnSettings(column, on));
        }
        out.addComment(u"COLUMN "_s + full, column.comment);
        out.add(grants(u"TABLE "_s + on, u" ("_s + name(column.name) + u')', {}, column.grants, {}));
    }
}

void addTable(Writer &out, const schema::Table &table)
{
    const QString on = relation(table);
    schema::Table own = table;
    std::erase_if(own.constraints,
                  [](const auto &constraint) { return constraint.kind == ConstraintKind::ForeignKey; });
    out.add(createTable(own, false));
    if (!table.partitionOf.isEmpty()) {
        out.add(u"ALTER TABLE ONLY "_s + table.partitionOf + u" ATTACH PARTITION "_s + on + u' ' +
                table.partitionBound.text);
    }
    for (const schema::Constraint &constraint : table.constraints) {
        if (isMadeLater(table, constraint, false)) {
            out.add(u"ALTER TABLE "_s + on + u" ADD "_s + constraintClause(constraint));
        }
        out.addComment(u"CONSTRAINT "_s + name(constraint.name) + u" ON "_s + on, constraint.comment);
    }
    addIndexes(out, table.schema, on, table.indexes, !table.partitionKey.isEmpty());
    addColumns(out, on, table.columns, false);
    if (!table.replicaIdentity.isEmpty()) {
        out.add(u"ALTER TABLE ONLY "_s + on + u" REPLICA IDENTITY "_s +
                (table.replicaIdentity.startsWith(u"INDEX "_s) ? u"USING "_s : QString()) + table.replicaIdentity);
    }
    if (table.rowSecurity) {
        out.add(u"ALTER TABLE "_s + on + u" ENABLE ROW LEVEL SECURITY"_s);
    }
    if (table.forceRowSecurity) {
        out.add(u"ALTER TABLE "_s + on + u" FORCE ROW LEVEL SECURITY"_s);
    }
    for (const schema::Policy &policy : table.policies) {
        out.add(createPolicy(policy, on));
        out.addComment(u"POLICY "_s + name(policy.name) + u" ON "_s + on, policy.comment);
    }
    addCode(out, on, table.triggers, table.rules);
}

} // namespace

QString whole(const schema::Object &object)
{
    Writer out;
    if (const auto *table = std::get_if<schema::Table>(&object)) {
        addTable(out, *table);
    } else if (const auto *view = std::get_if<schema::View>(&object)) {
        out.add(createView(*view, false));
        addIndexes(out, view->schema, relation(*view), view->indexes, false);
        addColumns(out, relation(*view), view->columns, true);
        addCode(out, relation(*view), view->triggers, view->rules);
    } else if (const auto *routine = std::get_if<schema::Routine>(&object)) {
        out.add(createRoutine(*routine, false));
    } else if (const auto *sequence = std::get_if<schema::Sequence>(&object)) {
        out.add(createSequence(*sequence));
        if (!sequence->ownedBy.isEmpty()) {
            out.add(u"ALTER "_s + reference(object) + u" OWNED BY "_s + sequence->ownedBy);
        }
    } else if (const auto *type = std::get_if<schema::Type>(&object)) {
        out.add(createType(*type));
    } else if (const auto *other = std::get_if<schema::CatalogObject>(&object)) {
        out.add(createOther(*other));
    }
    const QString owner = ownerOf(object);
    if (!owner.isEmpty() && schema::idOf(object).kind != schema::ObjectKind::Extension) {
        out.add(u"ALTER "_s + reference(object) + u" OWNER TO "_s + name(owner));
    }
    out.addComment(reference(object), commentOf(object));
    if (const QString target = grantTarget(object); !target.isEmpty()) {
        out.add(grants(target, {}, initialGrants(object), grantsOf(object), owner));
    }
    return out.text();
}

} // namespace countersign::engine::postgresql::ddl
