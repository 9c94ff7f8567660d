#include "rehearsal/rehearsal.h"

namespace countersign::rehearsal {

diff::Options withoutAccounts(const diff::Options &options, schema::EngineKind engine, bool ownRoles)
{
    diff::Options out = options;
    if (schema::isMySqlFamily(engine)) {
        out.ignore << QStringLiteral("definer") << QStringLiteral("attributes.definer");
    }
    if (ownRoles) {
        out.ignore << QStringLiteral("owner") << QStringLiteral("grants");
    }
    return out;
}

Completeness completeness(const Rehearsal &rehearsal, const schema::Schema &expected, const diff::Options &options)
{
    Completeness answer;
    if (!rehearsal.result) {
        return answer;
    }
    diff::Comparison comparison = diff::compare(
        *rehearsal.result, expected, withoutAccounts(options, expected.engine, rehearsal.circumstances.ownRoles));
    answer.suppressed = std::move(comparison.suppressed);
    for (diff::Difference &difference : comparison.differences) {
        const bool surplus = difference.change == diff::Change::Removed;
        (surplus ? answer.unexpected : answer.missing).push_back(std::move(difference));
    }
    answer.matches = rehearsal.complete && answer.missing.empty() && answer.unexpected.empty();
    return answer;
}

} // namespace countersign::rehearsal
