#pragma once

#include "app/sources.h"
#include "base/progress.h"
#include "cli/commands.h"

#include <QCommandLineParser>

namespace countersign::cli {

/// Parses a command's arguments; --help is added. When the result has a value, the command ends with that exit code.
[[nodiscard]] std::optional<int> parseArguments(QCommandLineParser &parser, const QString &command,
                                                const QStringList &arguments, CommandContext &context);

/// What --help prints for a command.
[[nodiscard]] QString helpOf(const QCommandLineParser &parser, const QString &command);

/// A progress sink that writes one changing line to a terminal, or nothing.
[[nodiscard]] base::ProgressSink progressSink(CommandContext &context);
/// Removes the progress line.
void clearProgress(CommandContext &context);

/// The options every command with a SOURCE has: --engine, --schema, --scratch, --base as a hint.
void addSourceOptions(QCommandLineParser &parser);

/// Workspace, scratch pool and source context of one command. Not movable: the context points into it.
class Surroundings
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Surroundings>> from(const QCommandLineParser &parser,
                                                                          CommandContext &context);
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;

    [[nodiscard]] const std::optional<app::Workspace> &workspace() const { return m_workspace; }
    [[nodiscard]] const app::SourceContext &sources() const { return m_sources; }
    [[nodiscard]] rehearsal::ScratchPool &scratch() const { return *m_scratch; }
    void hint(schema::EngineKind engine);

private:
    Surroundings() = default;
    std::optional<app::Workspace> m_workspace;
    std::unique_ptr<rehearsal::ScratchPool> m_scratch;
    app::SourceContext m_sources;
};

/// Says on standard error that a URL holds a password.
void warnAboutPasswords(const QStringList &sources, CommandContext &context);
/// What was odd about a source that could be read nevertheless: two migrations of one version.
void warnAboutSource(const app::LoadedSchema &loaded, CommandContext &context);

/// Writes the result to --output when given, else to standard output.
[[nodiscard]] base::Result<void> writeResult(const QString &path, const QByteArray &bytes, CommandContext &context);

} // namespace countersign::cli
