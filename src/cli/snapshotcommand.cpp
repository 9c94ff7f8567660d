#include "app/schemascope.h"
#include "cli/commandline.h"

namespace countersign::cli {

using namespace Qt::StringLiterals;

int runSnapshot(const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes the schema of SOURCE as a snapshot that can be compared later without the database."_s);
    parser.addPositionalArgument(u"SOURCE"_s, u"A URL, an environment, a schema script or a folder of migrations."_s);
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of standard output."_s, u"FILE"_s});
    addSourceOptions(parser);
    if (const auto code = parseArguments(parser, u"snapshot"_s, arguments, context)) {
        return *code;
    }
    const QStringList sources = parser.positionalArguments();
    if (sources.size() != 1) {
        return fail(context,
                    base::usageError(u"snapshot takes one SOURCE"_s, {}, u"See: countersignctl snapshot --help"_s));
    }
    warnAboutPasswords(sources, context);
    auto surroundings = Surroundings::from(parser, context);
    if (!surroundings) {
        return fail(context, surroundings.error());
    }
    const auto loaded =
        app::loadSchema(sources.front(), (*surroundings)->sources(), progressSink(context), context.stop);
    if (!loaded) {
        return fail(context, loaded.error());
    }
    const QStringList &schemas = (*surroundings)->sources().schemas;
    if (const QStringList missing = app::missingSchemas(schemas, *loaded); !missing.isEmpty()) {
        return fail(context, app::noSuchSchema(missing.front(), u"--schema"_s, {loaded->source}));
    }
    warnAboutSource(*loaded, context);
    for (const schema::NotCompared &entry : loaded->schema.notCompared) {
        context.err << "warning: " << entry.id.path() << " is not in the snapshot: " << entry.reason << Qt::endl;
    }
    const auto written = writeResult(parser.value(u"output"_s), schema::toSnapshot(loaded->schema), context);
    return written ? 0 : fail(context, written.error());
}

} // namespace countersign::cli
