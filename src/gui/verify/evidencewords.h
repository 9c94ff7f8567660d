#pragma once

#include <QString>

namespace countersign::gui {

/// What a verdict on a target rests on, fact by fact as rehearsal says it in English, in the language of the window;
/// names and numbers stay.
[[nodiscard]] QString evidenceWords(const QString &english);

} // namespace countersign::gui
