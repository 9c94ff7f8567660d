#include "app/report.h"
#include "cli/commandline.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr int printMs = 60'000;

/// Fonts and pages belong to the window: it prints without a display.
Result<QByteArray> printedAsPdf(const app::ReportDocument &document)
{
    const QString name = u"countersign"_s;
    const QString beside = QCoreApplication::applicationDirPath();
    QString program = QStandardPaths::findExecutable(name, {beside});
    program = program.isEmpty() ? QStandardPaths::findExecutable(name) : program;
    if (program.isEmpty()) {
        return base::Fail(base::undecided(u"PDF is printed by the program countersign, which is not here"_s, beside,
                                          u"Install it, or write --format html and print that."_s));
    }
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return base::Fail(base::undecided(u"No temporary folder can be made"_s, folder.errorString()));
    }
    CS_CHECK(app::writeFile(folder.filePath(u"report.html"_s), app::documentToPrintableHtml(document).toUtf8()));
    for (const app::ReportBlock &block : document.blocks) {
        if (const auto *picture = std::get_if<app::ReportPicture>(&block)) {
            CS_CHECK(app::writeFile(folder.filePath(picture->id + u".svg"_s), picture->svg));
        }
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    const QString out = folder.filePath(u"report.pdf"_s);
    process.start(program, {u"--print-report"_s, folder.path(), out});
    if (!process.waitForFinished(printMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        return base::Fail(base::undecided(u"The report could not be printed: "_s +
                                              QString::fromUtf8(process.readAllStandardError()).trimmed(),
                                          program));
    }
    return app::readFile(out);
}

Result<QByteArray> rendered(const app::ReportSubject &subject, const app::ReportOptions &options, const QString &format)
{
    if (format == u"json"_s) {
        return app::reportToJson(subject, options);
    }
    const app::ReportDocument document = app::makeReport(subject, options);
    if (format == u"pdf"_s) {
        return printedAsPdf(document);
    }
    return format == u"md"_s ? app::documentToMarkdown(document).toUtf8() : app::documentToHtml(document);
}

Result<QByteArray> reviewReport(const QCommandLineParser &parser, const Surroundings &surroundings,
                                const app::ReportOptions &options, const CommandContext &context)
{
    if (!surroundings.workspace()) {
        return base::Fail(base::usageError(u"A review is reported from a workspace, and there is none here"_s, {},
                                           u"Name it with --workspace DIR."_s));
    }
    const app::Workspace &workspace = *surroundings.workspace();
    CS_TRY(overview, app::readReviews(workspace, context.stop));
    CS_TRY(record, overview.state.find(parser.value(u"change"_s)));
    app::ReportSubject subject;
    subject.workspace = workspace.name;
    subject.change = overview.find(record->id);
    subject.ledger = &overview.state;
    return rendered(subject, options, parser.value(u"format"_s));
}

Result<QByteArray> comparisonReport(const QStringList &sources, const QCommandLineParser &parser,
                                    const Surroundings &surroundings, const app::ReportOptions &options,
                                    CommandContext &context)
{
    CS_TRY(comparison, app::compareSources(sources.at(0), sources.at(1), surroundings.sources(), {},
                                           progressSink(context), context.stop));
    app::ReportSubject subject;
    subject.workspace = surroundings.workspace() ? surroundings.workspace()->name : QString();
    subject.comparison = &comparison;
    return rendered(subject, options, parser.value(u"format"_s));
}

} // namespace

int runReport(const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes a document about how two schemas differ, or about a change under review (--change)."_s);
    parser.addPositionalArgument(u"SOURCE"_s, u"FROM and TO, when it is about a comparison."_s, u"[FROM TO]"_s);
    parser.addOption({u"change"_s, u"The change under review: its id, or an alias such as #1."_s, u"CHANGE"_s});
    parser.addOption({u"format"_s, u"html, pdf, md or json."_s, u"FORMAT"_s, u"html"_s});
    parser.addOption({u"redact"_s, u"Replace the literals in SQL."_s});
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of standard output."_s, u"FILE"_s});
    addSourceOptions(parser);
    if (const auto code = parseArguments(parser, u"report"_s, arguments, context)) {
        return *code;
    }
    const QStringList sources = parser.positionalArguments();
    const bool review = parser.isSet(u"change"_s);
    if (review ? !sources.isEmpty() : sources.size() != 2) {
        return fail(context, base::usageError(u"report takes FROM and TO, or --change CHANGE"_s, {},
                                              u"See: countersignctl report --help"_s));
    }
    const QString format = parser.value(u"format"_s);
    if (!QStringList{u"html"_s, u"pdf"_s, u"md"_s, u"json"_s}.contains(format)) {
        return fail(context, base::usageError(u"Unknown format \"%1\""_s.arg(format), u"--format"_s,
                                              u"Write html, pdf, md or json."_s));
    }
    app::ReportOptions options;
    options.at = QDateTime::currentDateTimeUtc();
    options.redact = parser.isSet(u"redact"_s);
    if (options.redact && format == u"json"_s) {
        return fail(context, base::usageError(u"JSON is not redacted"_s, u"--redact"_s,
                                              u"Choose another format, or leave --redact out."_s));
    }
    warnAboutPasswords(sources, context);
    auto surroundings = Surroundings::from(parser, context);
    if (!surroundings) {
        return fail(context, surroundings.error());
    }
    const auto bytes = review ? reviewReport(parser, **surroundings, options, context)
                              : comparisonReport(sources, parser, **surroundings, options, context);
    clearProgress(context);
    if (!bytes) {
        return fail(context, bytes.error());
    }
    const auto written = writeResult(parser.value(u"output"_s), *bytes, context);
    return written ? 0 : fail(context, written.error());
}

} // namespace countersign::cli
