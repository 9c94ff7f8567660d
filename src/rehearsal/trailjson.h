#pragma once

#include "rehearsal/runner.h"

#include <QJsonObject>

namespace countersign::rehearsal {

// What passes between the program and its rehearsing child, as one JSON document each way. Schemas go as what changed
// since the one before; effects are counted again by the reader.

/// What the child shall do: where the scratch database is, the script, the options.
struct ChildTask {
    db::ConnectionUrl url;
    Script script;
    RunOptions options;
};

[[nodiscard]] QByteArray toJson(const ChildTask &task);
[[nodiscard]] base::Result<ChildTask> childTaskFromJson(const QByteArray &bytes);

[[nodiscard]] QByteArray toJson(const base::Result<Rehearsal> &trail);
/// @p base is the schema that the trail starts from, as the program itself read it.
[[nodiscard]] base::Result<Rehearsal> trailFromJson(const QByteArray &bytes,
                                                    std::shared_ptr<const schema::Schema> base);

} // namespace countersign::rehearsal
