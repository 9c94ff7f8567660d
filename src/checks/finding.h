#pragma once

#include "checks/phrase.h"
#include "schema/objectid.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace countersign::checks {

enum class Severity : std::uint8_t { Info, Warning, Error };
[[nodiscard]] QString nameOf(Severity severity); ///< info, warning, error

/// What a rule says about a statement or about the whole migration.
struct Finding {
    QString rule; ///< id from the risk catalogue
    Severity severity = Severity::Warning;
    int statement = 0; ///< 1-based; 0 for the whole migration
    QString object;    ///< path
    Phrase message;    ///< what and why it hurts
    Phrase advice;     ///< the safe way
    QString fix;       ///< SQL that does it the safe way, tried in a rehearsal; empty where there is none
    bool waived = false;
    QString waivedBecause; ///< the reason of the waiver and its last day; empty where there is none

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace countersign::checks
