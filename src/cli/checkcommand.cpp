#include "app/checkusecase.h"
#include "checks/check.h"
#include "cli/commandline.h"

namespace countersign::cli {

using namespace Qt::StringLiterals;

namespace {

void addCheckOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Rehearses MIGRATION on a scratch copy of the base, looks at what it did, and says what can go wrong."_s);
    parser.addPositionalArgument(u"MIGRATION"_s, u"A script or a folder of migrations."_s);
    parser.addOption({u"base"_s, u"The schema that the migration starts from."_s, u"SOURCE"_s});
    parser.addOption({u"expect"_s, u"The schema that it should lead to."_s, u"SOURCE"_s});
    parser.addOption({u"rollback"_s, u"The way back."_s, u"FILE"_s});
    parser.addOption(
        {u"production"_s, u"The live database it is for; asked read-only for sizes and data."_s, u"SOURCE"_s});
    parser.addOption({u"workload"_s, u"Statements of the application; may be given several times."_s, u"FILE"_s});
    parser.addOption({u"plans"_s, u"The live database whose query plans are compared."_s, u"SOURCE"_s});
    parser.addOption({u"format"_s, u"text, json, sarif, junit or html."_s, u"FORMAT"_s, u"text"_s});
    parser.addOption({u"rules"_s, u"List the rules with their usual severity and engines, and check nothing."_s});
    parser.addOption({u"show-values"_s, u"Show values of offending rows, not only their keys."_s});
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of standard output."_s, u"FILE"_s});
    addSourceOptions(parser);
}

QString ruleList()
{
    QString out;
    for (const checks::Rule &rule : checks::allRules()) {
        QStringList engines;
        for (const schema::EngineKind engine : rule.engines) {
            engines << schema::nameOf(engine);
        }
        out += u"%1 (%2; %3)\n    %4\n"_s.arg(rule.id, checks::nameOf(rule.severity), engines.join(u", "_s),
                                              rule.description.english());
    }
    return out;
}

} // namespace

int runCheck(const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    addCheckOptions(parser);
    if (const auto code = parseArguments(parser, u"check"_s, arguments, context)) {
        return *code;
    }
    if (parser.isSet(u"rules"_s)) {
        context.out << ruleList();
        return 0;
    }
    if (parser.positionalArguments().size() != 1) {
        return fail(context, base::usageError(u"check takes one migration: a script or a folder"_s, {},
                                              u"See: countersignctl check --help"_s));
    }
    if (!parser.isSet(u"base"_s)) {
        return fail(context,
                    base::usageError(u"check needs to know what the migration starts from"_s, u"--base"_s,
                                     u"Give the URL of a database, an environment, a snapshot or a script."_s));
    }
    app::CheckRequest request;
    request.migration = parser.positionalArguments().constFirst();
    request.base = parser.value(u"base"_s);
    request.expect = parser.value(u"expect"_s);
    request.rollback = parser.value(u"rollback"_s);
    request.production = parser.value(u"production"_s);
    request.workloads = parser.values(u"workload"_s);
    request.plans = parser.value(u"plans"_s);
    request.showValues = parser.isSet(u"show-values"_s);
    const QString format = parser.value(u"format"_s);
    // A wrong format shall not be found out after minutes of work.
    if (const auto probe = app::renderReport({}, format); !probe) {
        return fail(context, probe.error());
    }
    warnAboutPasswords({request.base, request.expect, request.production, request.plans}, context);
    auto surroundings = Surroundings::from(parser, context);
    if (!surroundings) {
        return fail(context, surroundings.error());
    }
    for (const QString &hint : {request.base, request.production, request.expect}) {
        if (const auto engine = app::engineOf(hint, (*surroundings)->sources())) {
            (*surroundings)->hint(*engine);
            break;
        }
    }
    const auto checked = app::runCheck(request, (*surroundings)->sources(), progressSink(context), context.stop);
    if (!checked) {
        clearProgress(context);
        return fail(context, checked.error());
    }
    auto rendered = app::renderReport(checked->report, format);
    if (!rendered) {
        return fail(context, rendered.error());
    }
    if (const auto written = writeResult(parser.value(u"output"_s), *rendered, context); !written) {
        return fail(context, written.error());
    }
    return checked->report.verdict() == checks::Verdict::Pass ? 0 : 1;
}

} // namespace countersign::cli
