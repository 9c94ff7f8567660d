#pragma once

#include "checks/finding.h"
#include "gui/common/icons.h"
#include "rehearsal/rehearsal.h"
#include "review/evaluate.h"

namespace countersign::gui {

/// How one state is shown everywhere: glyph, colour, word. Never colour alone.
struct Look {
    Glyph glyph = Glyph::None;
    Token token = Token::Text;
    QString word;
};

[[nodiscard]] Look lookOf(checks::Severity severity);
[[nodiscard]] Look lookOf(rehearsal::Outcome outcome);
[[nodiscard]] Look lookOf(review::VerdictKind verdict);
[[nodiscard]] Look lookOf(review::VoteKind vote);
/// What went wrong in a rehearsal, for people: without the place, which is a scratch database that is gone.
[[nodiscard]] QString rehearsalErrorText(const base::Error &error);
/// "12 ms", "38.4 s", "3 min".
[[nodiscard]] QString durationText(std::chrono::microseconds duration);
/// "7f3a91…c1": enough of a digest to recognise it.
[[nodiscard]] QString shortDigest(const QString &digest);

} // namespace countersign::gui
