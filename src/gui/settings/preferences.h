#pragma once

#include "gui/common/theme.h"

#include <QString>

/// What one person chose, kept in QSettings. Passwords are not among it.
namespace countersign::gui::Preferences {

[[nodiscard]] ThemeChoice theme();
void setTheme(ThemeChoice choice);

/// Locale name such as "de"; empty for the system's.
[[nodiscard]] QString language();
void setLanguage(const QString &language);

/// Size of the interface's text in percent of the system's.
[[nodiscard]] int textPercent();
void setTextPercent(int percent);

/// Tell the desktop when a long task ends.
[[nodiscard]] bool notifies();
void setNotifies(bool notifies);

/// Open the last workspace at the start.
[[nodiscard]] bool restoresWorkspace();
void setRestoresWorkspace(bool restores);

} // namespace countersign::gui::Preferences
