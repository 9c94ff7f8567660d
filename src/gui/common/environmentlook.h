#pragma once

#include "app/workspace.h"
#include "gui/common/looks.h"

namespace countersign::gui {

/// The mark of an environment in lists, without a word: only production is hatched and only staging has the bar.
[[nodiscard]] inline Look lookOf(app::EnvironmentClass environmentClass)
{
    switch (environmentClass) {
    case app::EnvironmentClass::Production:
        return {Glyph::Hatched, Token::Production, {}};
    case app::EnvironmentClass::Staging:
        return {Glyph::Bar, Token::Staging, {}};
    case app::EnvironmentClass::Other:
        return {Glyph::Low, Token::Unknown, {}};
    }
    Q_UNREACHABLE_RETURN({});
}

/// The same as an icon.
[[nodiscard]] inline QIcon iconOf(app::EnvironmentClass environmentClass)
{
    const Look look = lookOf(environmentClass);
    return glyphIcon(look.glyph, look.token);
}

} // namespace countersign::gui
