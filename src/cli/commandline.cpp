#include "cli/commandline.h"

#include "base/show.h"

#include <QFile>
#include <QRegularExpression>

#include <unistd.h>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

int fail(CommandContext &context, const base::Error &error)
{
    clearProgress(context);
    context.err << "countersignctl: " << base::show(error.text(), true) << Qt::endl;
    return base::exitCode(error.kind);
}

std::optional<int> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
                                  CommandContext &context)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    parser.addOption({{u"h"_s, u"help"_s}, u"Shows this help."_s});
    if (!parser.parse(QStringList{u"countersignctl "_s + command} + arguments)) {
        return fail(context, base::usageError(parser.errorText(), {}, u"See: countersignctl %1 --help"_s.arg(command)));
    }
    if (parser.isSet(u"help"_s)) {
        context.out << helpOf(parser, command);
        return 0;
    }
    return std::nullopt;
}

QString helpOf(const QCommandLineParser &parser, const QString &command)
{
    const QString text = parser.helpText();
    // Qt names the program by the path it was started with, and knows nothing of commands.
    static const QRegularExpression program(u"^Usage: .* (?=\\[options\\])"_s);
    return QString(text).replace(program, u"usage: countersignctl %1 "_s.arg(command));
}

base::ProgressSink progressSink(CommandContext &context)
{
    if (!context.progress) {
        return {};
    }
    return [&context](const base::Progress &progress) {
        QString line = progress.what;
        if (progress.total > 0) {
            line += u" %1 of %2"_s.arg(progress.done).arg(progress.total);
        }
        if (isatty(STDERR_FILENO) != 0) {
            context.err << "\r\x1b[K" << base::show(line).left(100) << Qt::flush;
        } else {
            context.err << base::show(line) << Qt::endl;
        }
    };
}

void clearProgress(CommandContext &context)
{
    if (context.progress && isatty(STDERR_FILENO) != 0) {
        context.err << "\r\x1b[K" << Qt::flush;
    }
}

void addSourceOptions(QCommandLineParser &parser)
{
    parser.addOption({u"engine"_s,
                      u"Engine of schema scripts and migration folders: postgresql, mysql, mariadb, sqlite."_s,
                      u"ENGINE"_s});
    parser.addOption({u"schema"_s, u"Only these schemas, separated by commas."_s, u"NAME,…"_s});
    parser.addOption({u"scratch"_s, u"Server for scratch databases instead of a private one."_s, u"URL"_s});
}

Result<std::unique_ptr<Surroundings>> Surroundings::from(const QCommandLineParser &parser, CommandContext &context)
{
    auto out = std::unique_ptr<Surroundings>(new Surroundings);
    if (!context.workspaceFolder.isEmpty()) {
        CS_TRY(workspace, app::loadWorkspace(context.workspaceFolder));
        for (const QString &warning : workspace.warnings) {
            context.err << "warning: " << base::show(warning) << Qt::endl;
        }
        out->m_workspace = std::move(workspace);
        out->m_sources.workspace = &*out->m_workspace;
    }
    rehearsal::ScratchSettings settings;
    if (out->m_workspace) {
        for (const app::Environment &environment : out->m_workspace->environments) {
            if (environment.environmentClass == app::EnvironmentClass::Production) {
                settings.production.push_back(environment.url);
            }
        }
        if (out->m_workspace->scratch) {
            settings.servers[out->m_workspace->scratch->engine] = *out->m_workspace->scratch;
        }
    }
    if (parser.isSet(u"scratch"_s)) {
        CS_TRY(url, db::parseServerUrl(parser.value(u"scratch"_s)));
        settings.servers[url.engine] = url;
    }
    out->m_scratch = std::make_unique<rehearsal::ScratchPool>(std::move(settings));
    out->m_sources.scratch = out->m_scratch.get();
    if (const QString name = parser.value(u"engine"_s); !name.isEmpty()) {
        const auto engine = schema::engineFromName(name);
        if (!engine) {
            return base::Fail(base::usageError(u"Unknown engine \"%1\""_s.arg(name), u"--engine"_s,
                                               u"Write postgresql, mysql, mariadb or sqlite."_s));
        }
        out->m_sources.engineHint = engine;
    }
    out->m_sources.schemas = parser.value(u"schema"_s).split(u',', Qt::SkipEmptyParts);
    return out;
}

void Surroundings::hint(schema::EngineKind engine)
{
    if (!m_sources.engineHint) {
        m_sources.engineHint = engine;
    }
}

void warnAboutPasswords(const QStringList &sources, CommandContext &context)
{
    for (const QString &source : sources) {
        if (!db::looksLikeConnectionUrl(source)) {
            continue;
        }
        if (const auto url = db::parseConnectionUrl(source); url && url->hasPassword()) {
            context.err << "warning: the URL of " << base::show(url->display())
                        << " holds a password, which other users of this machine may see in the list of processes; use "
                           "a password file or a service file"
                        << Qt::endl;
        }
    }
}

void warnAboutSource(const app::LoadedSchema &loaded, CommandContext &context)
{
    clearProgress(context);
    for (const QString &warning : loaded.warnings) {
        context.err << "warning: " << base::show(loaded.source) << ": " << base::show(warning) << Qt::endl;
    }
}

Result<void> writeResult(const QString &path, const QByteArray &bytes, CommandContext &context)
{
    clearProgress(context);
    if (!path.isEmpty()) {
        return app::writeFile(path, bytes);
    }
    context.out.flush();
    QFile file;
    if (!file.open(stdout, QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return base::Fail(
            base::undecided(u"The result could not be written to standard output: "_s + file.errorString()));
    }
    return {};
}

} // namespace countersign::cli
