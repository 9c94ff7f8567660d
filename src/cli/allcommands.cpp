#include "cli/commands.h"

#include <array>

namespace countersign::cli {

namespace {

// One row for each command; its code is in a file of its own (diffcommand.cpp, …).
constexpr Command commands[] = {
    {"diff", "how two schemas differ, and the SQL that closes the difference", runDiff},
    {"snapshot", "the schema of a source as a JSON file", runSnapshot},
    {"verify", "which statements of a migration took effect on a target, and the SQL to finish or go back", runVerify},
};

} // namespace

std::span<const Command> allCommands()
{
    return commands;
}

} // namespace countersign::cli
