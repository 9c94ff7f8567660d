#include "app/verifyusecase.h"
#include "cli/commandline.h"

namespace countersign::cli {

using namespace Qt::StringLiterals;

namespace {

/// 0 where every target is at the expected schema; 3 where that could not be decided; else 1.
int exitCodeOf(const app::VerifyOutcome &outcome)
{
    int code = 0;
    for (const app::TargetReport &target : outcome.targets) {
        if (target.error) {
            return base::exitCode(target.error->kind);
        }
        switch (target.report.state) {
        case rehearsal::TargetState::Applied:
            break;
        case rehearsal::TargetState::Ambiguous:
            code = code == 0 ? 3 : code;
            break;
        case rehearsal::TargetState::NotApplied:
        case rehearsal::TargetState::HalfApplied:
        case rehearsal::TargetState::Drifted:
            code = 1;
            break;
        }
    }
    return code;
}

} // namespace

int runVerify(const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says where targets are on the way to the expected schema: statement by statement, from the live catalog, whoever ran it; for statements that change data only, from bounded questions to the rows."_s);
    parser.addPositionalArgument(u"SOURCE"_s, u"The targets: URLs or environments."_s, u"SOURCE…"_s);
    parser.addOption({u"expect"_s, u"The schema that the targets should have."_s, u"SOURCE"_s});
    parser.addOption({u"base"_s, u"The schema before the migration."_s, u"SOURCE"_s});
    parser.addOption(
        {u"migration"_s, u"The migration that may have stopped half-way: a file or a folder."_s, u"FILE"_s});
    parser.addOption({u"catalog-only"_s, u"Do not ask the targets' rows about statements that change data only."_s});
    parser.addOption({u"ignore"_s, u"Attributes or kinds that shall not count."_s, u"OPTION,…"_s});
    parser.addOption({u"format"_s, u"text or json."_s, u"FORMAT"_s, u"text"_s});
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of standard output."_s, u"FILE"_s});
    addSourceOptions(parser);
    if (const auto code = parseArguments(parser, u"verify"_s, arguments, context)) {
        return *code;
    }
    app::VerifyRequest request;
    request.targets = parser.positionalArguments();
    request.expected = parser.value(u"expect"_s);
    request.base = parser.value(u"base"_s);
    request.migration = parser.value(u"migration"_s);
    request.askRows = !parser.isSet(u"catalog-only"_s);
    for (const QString &option : parser.value(u"ignore"_s).split(u',', Qt::SkipEmptyParts)) {
        request.options.ignore << option;
    }
    const QString format = parser.value(u"format"_s);
    if (request.targets.isEmpty() || request.expected.isEmpty()) {
        return fail(context, base::usageError(u"verify takes one or more targets and --expect SOURCE"_s, {},
                                              u"See: countersignctl verify --help"_s));
    }
    if (format != u"text"_s && format != u"json"_s) {
        return fail(context,
                    base::usageError(u"Unknown format \"%1\""_s.arg(format), u"--format"_s, u"Write text or json."_s));
    }
    warnAboutPasswords(request.targets + QStringList{request.expected, request.base}, context);
    auto surroundings = Surroundings::from(parser, context);
    if (!surroundings) {
        return fail(context, surroundings.error());
    }
    const auto outcome = app::verifyTargets(request, (*surroundings)->sources(), progressSink(context), context.stop);
    if (!outcome) {
        return fail(context, outcome.error());
    }
    const QByteArray rendered =
        format == u"json"_s ? app::verifyToJson(*outcome) : app::verifyToText(*outcome).toUtf8();
    if (const auto written = writeResult(parser.value(u"output"_s), rendered, context); !written) {
        return fail(context, written.error());
    }
    for (const app::TargetReport &target : outcome->targets) {
        if (target.error) {
            static_cast<void>(fail(context, *target.error));
        }
    }
    return exitCodeOf(*outcome);
}

} // namespace countersign::cli
