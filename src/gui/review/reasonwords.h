#pragma once

#include "base/error.h"

#include <QString>

namespace countersign::gui {

/// A reason or its remedy, as review says it in English, in the language of the window; names and numbers stay. What is
/// not known here comes back as it is.
[[nodiscard]] QString reasonWords(const QString &english);

/// A class of risk; policies may name their own, which come back as they are.
[[nodiscard]] QString riskWords(const QString &risk);

/// An error of an action on the ledger, for people: "SELF_APPROVAL: …" in words, with the code at the end.
[[nodiscard]] base::Error reasonWords(base::Error error);

} // namespace countersign::gui
