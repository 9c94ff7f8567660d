#pragma once

#include "review/event.h"
#include "review/json.h"

namespace countersign::review {

/// The "body" member of a payload, by kind.
[[nodiscard]] Json encodeBody(const Body &body);
/// ErrorKind::Undecided for a kind this program does not know, Integrity for a malformed body.
[[nodiscard]] base::Result<Body> decodeBody(const QString &kind, const Json &json);

[[nodiscard]] Json encodeHead(const Head &head);
[[nodiscard]] base::Result<Head> decodeHead(const Json &json);

} // namespace countersign::review
