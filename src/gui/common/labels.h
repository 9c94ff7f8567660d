#pragma once

#include "gui/common/widgets.h"

namespace countersign::gui {

/// The heading of a dialog, for forms in ui/.
class TitleLabel : public TokenLabel
{
public:
    explicit TitleLabel(QWidget *parent = nullptr) : TokenLabel(Token::Text, 1.3, true, parent) {}
};

/// What stands over an input or a list, for forms in ui/.
class CaptionLabel : public TokenLabel
{
public:
    explicit CaptionLabel(QWidget *parent = nullptr) : TokenLabel(Token::TextMuted, 1.0, true, parent) {}
};

/// A sentence that explains, wrapped, for forms in ui/.
class HintLabel : public TokenLabel
{
public:
    explicit HintLabel(QWidget *parent = nullptr) : TokenLabel(Token::TextMuted, 1.0, false, parent)
    {
        setWordWrap(true);
    }
};

} // namespace countersign::gui
