#pragma once

#include <QString>

namespace countersign::gui {

/// A reason or its remedy, as review says it in English, in the language of the window; names and numbers stay. What is
/// not known here comes back as it is.
[[nodiscard]] QString reasonWords(const QString &english);

} // namespace countersign::gui
