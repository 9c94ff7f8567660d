#pragma once

#include <QByteArrayView>
#include <QString>

namespace countersign::base {

/// Makes hostile text harmless for every sink (terminal, label, tooltip, HTML text, log): control characters, bidi
/// overrides, zero-width and other invisible characters and unpaired surrogates come out as visible escapes such as
/// \x1B or \u202E. Newline and tab are kept when @p keepLayout. Printable text is returned unchanged.
[[nodiscard]] QString show(const QString &text, bool keepLayout = false);

/// The same for bytes that may not be UTF-8: each byte that does not belong to valid UTF-8 comes out as \xNN.
[[nodiscard]] QString showBytes(QByteArrayView bytes, bool keepLayout = false);

/// True when show() would change the text.
[[nodiscard]] bool hasHiddenCharacters(const QString &text);

} // namespace countersign::base
