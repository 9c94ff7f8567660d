#include "cli/commands.h"

#include <array>

namespace countersign::cli {

namespace {

// One row for each command; its code is in a file of its own (diffcommand.cpp, …).
constexpr Command commands[] = {
    {"diff", "how two schemas differ, and the SQL that closes the difference", runDiff},
    {"snapshot", "the schema of a source as a JSON file", runSnapshot},
    {"check", "what a migration does, and what can go wrong", runCheck},
    {"verify", "which statements of a migration took effect on a target, and the SQL to finish or go back", runVerify},
    {"report", "a comparison or a review as a document: html, pdf, md or json", runReport},
    {"review", "changes under review: open, show, vote, comment, waive", runReview},
    {"gate", "may these files be deployed there, now?", runGate},
    {"cert", "certificates for pipelines without the ledger", runCertificate},
    {"policy", "who may approve what: check, activate, endorse, show", runPolicy},
    {"key", "SSH keys to sign with: list, new, revoke", runKey},
    {"emergency", "break the glass, and the review owed afterwards", runEmergency},
    {"ledger", "the signed events: verify, export, merge, back up, restore", runLedger},
};

} // namespace

std::span<const Command> allCommands()
{
    return commands;
}

} // namespace countersign::cli
