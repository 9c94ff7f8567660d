#pragma once

#include <QStringList>

class QWidget;

namespace countersign::gui {

/// What a picture must not show. Each line names the widget.
struct Inspection {
    QStringList untranslated; ///< texts of controls that the pseudo-locale did not reach; empty in other languages
    QStringList clipped;      ///< labels and buttons whose text does not fit
    QStringList unnamed;      ///< interactive widgets without object name or accessible name
    QStringList duplicates;   ///< object names that occur twice
};

/// Looks at every visible widget below @p root. @p pseudo: the interface speaks the pseudo-locale, and what does not is
/// told.
[[nodiscard]] Inspection inspect(const QWidget &root, bool pseudo = false);

} // namespace countersign::gui
