#pragma once

// JSON of described values, made from the lists of fields. Values equal to the default are left out; unknown keys are
// an error, so that a snapshot of a newer version is never read with half its content.

#include "schema/objects.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace countersign::schema {

[[nodiscard]] QJsonObject toJson(const Object &object);
/// False with @p problem set ("unknown key x", "y: expected text").
[[nodiscard]] bool fromJson(const QJsonObject &json, Object &object, QString &problem);
[[nodiscard]] QJsonObject toJson(const ObjectId &id);
[[nodiscard]] bool fromJson(const QJsonObject &json, ObjectId &id, QString &problem);

} // namespace countersign::schema
