#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>
#include <QTextStream>

#include <chrono>
#include <span>
#include <stop_token>

namespace countersign::cli {

/// What every command gets. Owned by main(), used on the main thread.
struct CommandContext {
    QTextStream &out;        ///< standard output: the result and nothing else
    QTextStream &err;        ///< standard error: progress, warnings, what went wrong
    bool progress = false;   ///< standard error is a terminal, or --progress was given
    std::stop_token stop;    ///< requested by SIGINT and SIGTERM
    QString workspaceFolder; ///< --workspace, or the nearest upward; may be empty
};

/// A command: the arguments after its name. Returns the exit code.
using CommandFunction = int (*)(const QStringList &arguments, CommandContext &context);

struct Command {
    const char *name;
    const char *summary; ///< one line for the help
    CommandFunction run;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> allCommands();

/// Prints the error as one to three lines and returns its exit code.
int fail(CommandContext &context, const base::Error &error);

int runDiff(const QStringList &arguments, CommandContext &context);
int runSnapshot(const QStringList &arguments, CommandContext &context);
int runCheck(const QStringList &arguments, CommandContext &context);
int runVerify(const QStringList &arguments, CommandContext &context);
int runReport(const QStringList &arguments, CommandContext &context);
int runReview(const QStringList &arguments, CommandContext &context);
int runEmergency(const QStringList &arguments, CommandContext &context);
int runCertificate(const QStringList &arguments, CommandContext &context);
int runGate(const QStringList &arguments, CommandContext &context);
int runPolicy(const QStringList &arguments, CommandContext &context);
int runKey(const QStringList &arguments, CommandContext &context);
int runLedger(const QStringList &arguments, CommandContext &context);

} // namespace countersign::cli
