#pragma once

#include <QString>

namespace countersign::gui {

/// The plain name of a property as schema calls it, in the language of the window: "notNull" ► "not null".
[[nodiscard]] QString propertyTitle(const QString &property);

/// The plain name of an ignore rule as countersign.toml has it: "table.accessMethod" ► "Table: access method".
[[nodiscard]] QString ignoreTitle(const QString &rule);

} // namespace countersign::gui
