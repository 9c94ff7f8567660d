#pragma once

#include <QString>

namespace countersign::gui {

/// What a test of a connection found and what helps, as app says it in English, in the language of the window; names
/// and what a server answered stay.
[[nodiscard]] QString connectionWords(const QString &english);

} // namespace countersign::gui
