#include "app/objectddl.h"

namespace countersign::app {

const schema::Object *ownerOf(const schema::Schema &schema, const schema::ObjectId &id)
{
    using schema::ObjectKind;
    if (!schema::isPartOfRelation(id.kind) || id.parent.isEmpty()) {
        return schema.find(id);
    }
    for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::View, ObjectKind::MaterializedView,
                                  ObjectKind::ForeignTable, ObjectKind::VirtualTable, ObjectKind::Type}) {
        if (const schema::Object *found = schema.find(id.parentId(kind))) {
            return found;
        }
    }
    return nullptr;
}

ObjectDdl ddlOf(const SchemaComparison &comparison, const schema::ObjectId &before, const schema::ObjectId &after)
{
    ObjectDdl ddl;
    const auto text = [](const schema::Schema &schema, const schema::ObjectId &id) {
        const schema::Object *object = ownerOf(schema, id);
        return object != nullptr ? engine::engineFor(schema.engine).ddl(schema, *object) : QString();
    };
    ddl.from = text(comparison.from.schema, before);
    ddl.to = text(comparison.to.schema, after);
    return ddl;
}

} // namespace countersign::app
