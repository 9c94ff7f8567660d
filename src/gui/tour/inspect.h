#pragma once

#include <QStringList>

class QWidget;

namespace countersign::gui {

/// What a picture must not show. Each line names the widget.
struct Inspection {
    QStringList clipped;    ///< labels and buttons whose text does not fit
    QStringList unnamed;    ///< interactive widgets without object name or accessible name
    QStringList duplicates; ///< object names that occur twice
};

/// Looks at every visible widget below @p root.
[[nodiscard]] Inspection inspect(const QWidget &root);

} // namespace countersign::gui
