#pragma once

#include <QLocale>

#include <utility>

namespace countersign::gui {

/// What QLocale writes, with plain spaces: some languages put narrow no-break ones into numbers and times, and
/// base::show() would spell them out as hidden characters.
[[nodiscard]] inline QString withPlainSpaces(QString text)
{
    return text.replace(QChar(0x202F), u' ').replace(QChar(0x00A0), u' ');
}

/// QLocale().toString() that can be shown beside hostile text.
template <class... Arguments>
[[nodiscard]] QString localText(Arguments &&...arguments)
{
    return withPlainSpaces(QLocale().toString(std::forward<Arguments>(arguments)...));
}

} // namespace countersign::gui
