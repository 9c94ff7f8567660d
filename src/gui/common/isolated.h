#pragma once

#include <QGuiApplication>
#include <QString>

namespace countersign::gui {

/// @p text to be painted in a window that may go from right to left: names, paths, numbers and sentences of a script
/// that goes the other way keep their own order (UAX #9, LRI and PDI). For painting only: nothing that is copied,
/// compared or read aloud.
[[nodiscard]] inline QString isolated(const QString &text)
{
    if (!QGuiApplication::isRightToLeft() || text.isEmpty() || text.isRightToLeft()) {
        return text;
    }
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace countersign::gui
