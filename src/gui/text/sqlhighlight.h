#pragma once

#include "gui/common/tokens.h"
#include "schema/enginekind.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace countersign::gui {

/// One run of characters of one line in one style.
struct StyledRun {
    int begin = 0;
    int length = 0;
    Token style = Token::SyntaxNormal;

    friend bool operator==(const StyledRun &, const StyledRun &) = default;
};

using LineStyles = std::vector<StyledRun>;

/// The styles of every line of @p sql by the KSyntaxHighlighting definition of the engine. Colours are tokens, so a
/// theme change needs no new run. Meant for worker threads: takes its time on long texts; calls take turns on one
/// repository. Stops early, with the lines done so far, when @p stop is requested.
[[nodiscard]] std::vector<LineStyles> highlightSql(const QString &sql, schema::EngineKind engine, std::stop_token stop);

/// The name of the definition: "SQL (PostgreSQL)", "SQL (MySQL)", "SQL".
[[nodiscard]] QString definitionName(schema::EngineKind engine);

} // namespace countersign::gui
