#pragma once

#include "app/comparesources.h"

namespace countersign::app {

/// The canonical DDL of one object on both sides of a comparison; empty where the object is not there.
struct ObjectDdl {
    QString from;
    QString to;

    friend bool operator==(const ObjectDdl &, const ObjectDdl &) = default;
};

/// @p before and @p after are the ids of a difference (equal unless renamed or mapped), of an object or of a part of
/// one: the DDL is that of the whole relation. Any thread.
[[nodiscard]] ObjectDdl ddlOf(const SchemaComparison &comparison, const schema::ObjectId &before,
                              const schema::ObjectId &after);

/// The object that stands alone and that @p id is, or is a part of; nullptr when it is not in @p schema.
[[nodiscard]] const schema::Object *ownerOf(const schema::Schema &schema, const schema::ObjectId &id);

} // namespace countersign::app
