#include "app/comparesources.h"
#include "app/rehearseplan.h"
#include "base/show.h"
#include "cli/commandline.h"
#include "diff/ignoredbydefault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// --renames FILE: [{"kind":"column","from":"public.trips.emial","to":"public.trips.email"}], as `diff --format json`
/// lists candidates.
Result<std::vector<diff::Rename>> readRenames(const QString &path)
{
    std::vector<diff::Rename> out;
    if (path.isEmpty()) {
        return out;
    }
    CS_TRY(bytes, app::readFile(path));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isArray()) {
        const bool syntax = problem.error != QJsonParseError::NoError;
        return base::Fail(
            base::usageError(syntax ? u"This file of renames is not JSON: "_s + problem.errorString()
                                    : u"A file of renames is a JSON array, this is something else"_s,
                             path, u"Write [{\"kind\":\"column\",\"from\":\"public.t.a\",\"to\":\"public.t.b\"}]"_s));
    }
    for (const auto &entry : document.array()) {
        const QJsonObject object = entry.toObject();
        const auto kind = schema::objectKindFromName(object.value(u"kind"_s).toString());
        const QStringList from = object.value(u"from"_s).toString().split(u'.');
        const QStringList to = object.value(u"to"_s).toString().split(u'.');
        if (!kind || from.last().isEmpty() || to.last().isEmpty() || from.size() != to.size()) {
            return base::Fail(base::usageError(u"Entry %1 is not a rename"_s.arg(out.size() + 1), path,
                                               u"Each entry has kind, from and to."_s));
        }
        if (kind != schema::ObjectKind::Table && kind != schema::ObjectKind::Column &&
            kind != schema::ObjectKind::Index && kind != schema::ObjectKind::Constraint) {
            return base::Fail(base::usageError(
                u"Entry %1 renames a %2, which holds no data: it is dropped and made anew"_s.arg(out.size() + 1)
                    .arg(schema::nameOf(*kind)),
                path, u"Only tables, columns, indexes and constraints can be renamed; remove the entry."_s));
        }
        const auto id = [&](const QStringList &parts) {
            const bool part = schema::isPartOfRelation(*kind);
            const auto at = [&](qsizetype fromEnd) { return parts.value(parts.size() - fromEnd); };
            return schema::ObjectId{*kind, part ? at(3) : at(2), part ? at(2) : QString(), at(1)};
        };
        out.push_back({id(from), id(to)});
    }
    return out;
}

QStringList kindNames()
{
    QStringList out;
    for (int i = 0; i < schema::objectKindCount; ++i) {
        out << schema::nameOf(static_cast<schema::ObjectKind>(i));
    }
    return out;
}

/// A switch is named with or without its kind, and may go into a map: column.collation, collation, options.fillfactor.
bool names(const QStringList &switches, const QString &option)
{
    return std::ranges::any_of(switches, [&](const QString &entry) {
        const QString plain = entry.section(u'.', 1);
        return entry == option || plain == option || option.startsWith(entry + u'.') ||
               (!plain.isEmpty() && option.startsWith(plain + u'.'));
    });
}

Result<diff::Options> readOptions(const QCommandLineParser &parser, const std::optional<app::Workspace> &workspace)
{
    diff::Options options;
    if (const QString name = parser.value(u"profile"_s); !name.isEmpty()) {
        const auto *profile = workspace ? [&]() -> const app::CompareProfile * {
            const auto it = std::ranges::find(workspace->profiles, name, &app::CompareProfile::name);
            return it == workspace->profiles.end() ? nullptr : &*it;
        }()
            : nullptr;
        if (profile == nullptr) {
            return base::Fail(
                base::usageError(u"There is no profile \"%1\" in this workspace"_s.arg(name), u"--profile"_s));
        }
        options = profile->options;
    }
    for (const QString &option : parser.value(u"ignore"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!schema::objectKindFromName(option) && !names(diff::ignoreSwitches(), option)) {
            return base::Fail(base::usageError(
                u"There is nothing called \"%1\" to ignore"_s.arg(option), u"--ignore"_s,
                u"Name an attribute (owner, column.collation, table.options.fillfactor) or a kind (trigger); "
                "countersignctl diff --help lists them."_s));
        }
        options.ignore << option;
    }
    for (const QString &option : parser.value(u"include"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!names(diff::includeSwitches(), option)) {
            return base::Fail(
                base::usageError(u"\"%1\" is nothing that is ignored unless asked for"_s.arg(option), u"--include"_s,
                                 u"These are: %1. All else is compared anyway; --only leaves kinds out."_s.arg(
                                     diff::includeSwitches().join(u", "_s))));
        }
        options.include << option;
    }
    for (const QString &name : parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto kind = schema::objectKindFromName(name);
        if (!kind) {
            return base::Fail(base::usageError(u"There is no kind of object called \"%1\""_s.arg(name), u"--only"_s,
                                               u"Kinds: %1."_s.arg(kindNames().join(u", "_s))));
        }
        if (!options.only) {
            options.only.emplace();
        }
        options.only->insert(*kind);
    }
    for (const QString &mapping : parser.values(u"map"_s)) {
        if (mapping.count(u'=') != 1) {
            return base::Fail(base::usageError(u"A mapping is written FROM=TO"_s, u"--map "_s + mapping));
        }
        options.schemaMapping[mapping.section(u'=', 0, 0)] = mapping.section(u'=', 1);
    }
    CS_TRY(renames, readRenames(parser.value(u"renames"_s)));
    options.renames = renames;
    return options;
}

/// Without the rename the two are dropped and made, and nobody would see why.
void warnAboutRenames(const std::vector<diff::Rename> &renames, const std::vector<diff::Difference> &differences,
                      CommandContext &context)
{
    for (const diff::Rename &rename : renames) {
        // The relation around a part may have been renamed, too.
        const bool applied = std::ranges::any_of(differences, [&](const diff::Difference &difference) {
            return difference.change == diff::Change::Renamed && difference.id.kind == rename.to.kind &&
                   difference.before.name == rename.from.name && difference.id.name == rename.to.name;
        });
        if (!applied) {
            clearProgress(context);
            context.err << u"warning: the %1 %2 is not renamed to %3: FROM has no such %1, or has both"_s.arg(
                               schema::nameOf(rename.from.kind), base::show(rename.from.path()),
                               base::show(rename.to.path()))
                        << Qt::endl;
        }
    }
}

using Rehearsed = std::optional<app::PlanRehearsal>;

QByteArray withRehearsal(const QByteArray &json, const app::PlanRehearsal &rehearsed)
{
    QJsonObject root = QJsonDocument::fromJson(json).object();
    root.insert(u"rehearsal"_s, app::rehearsalToJson(rehearsed));
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString rehearsalText(const app::PlanRehearsal &rehearsed)
{
    const auto line = [](const QString &direction, const app::PlanVerdict &verdict) {
        return u"rehearsal of the way %1: %2"_s.arg(direction, app::nameOf(verdict.state)) +
               (verdict.why.isEmpty() ? QString() : u": "_s + base::show(verdict.why)) + u'\n';
    };
    return line(u"there"_s, rehearsed.forward) + line(u"back"_s, rehearsed.rollback);
}

Result<QByteArray> render(const app::SchemaComparison &comparison, const Rehearsed &rehearsed, const QString &format)
{
    if (format == u"text"_s) {
        return (app::comparisonToText(comparison) + (rehearsed ? rehearsalText(*rehearsed) : QString())).toUtf8();
    }
    if (format == u"json"_s) {
        const QByteArray json = app::comparisonToJson(comparison);
        return rehearsed ? withRehearsal(json, *rehearsed) : json;
    }
    if (format == u"sql"_s) {
        return ((rehearsed ? app::verdictComment(rehearsed->forward) : QString()) +
                plan::script(comparison.plan.forward, comparison.to.schema.engine))
            .toUtf8();
    }
    if (format == u"rollback-sql"_s) {
        return ((rehearsed ? app::verdictComment(rehearsed->rollback) : QString()) +
                plan::script(comparison.plan.rollback, comparison.from.schema.engine))
            .toUtf8();
    }
    if (format == u"html"_s) {
        return app::comparisonToHtml(comparison);
    }
    if (format == u"markdown"_s || format == u"md"_s) {
        return app::comparisonToMarkdown(comparison).toUtf8();
    }
    return base::Fail(base::usageError(u"Unknown format \"%1\""_s.arg(format), u"--format"_s,
                                       u"Write text, json, sql, rollback-sql, html or markdown."_s));
}

} // namespace

int runDiff(const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows how the schema FROM differs from TO, or prints the SQL that turns FROM "
                                     u"into TO. In text, + is only in TO, "
                                     "- only in FROM, ~ altered, > renamed, ? possibly renamed, ! not compared."_s);
    parser.addPositionalArgument(u"FROM"_s,
                                 u"A URL, an environment, a snapshot, a schema script or a folder of migrations."_s);
    parser.addPositionalArgument(u"TO"_s, u"Likewise."_s);
    parser.addOption({u"format"_s, u"text, json, sql, rollback-sql, html or markdown."_s, u"FORMAT"_s, u"text"_s});
    parser.addOption({u"only"_s, u"Only these kinds of objects: %1."_s.arg(kindNames().join(u", "_s)), u"KIND,…"_s});
    parser.addOption(
        {u"ignore"_s,
         u"Kinds or attributes that shall not count. An attribute is named alone or with its kind "
         "(collation, column.collation); what is in a map by its key (table.options.fillfactor): %1."_s.arg(
             diff::ignoreSwitches().join(u", "_s)),
         u"OPTION,…"_s});
    parser.addOption({u"include"_s,
                      u"Attributes that are ignored unless asked for: %1."_s.arg(diff::includeSwitches().join(u", "_s)),
                      u"OPTION,…"_s});
    parser.addOption({u"map"_s, u"Compare schema FROM with schema TO."_s, u"FROM=TO"_s});
    parser.addOption({u"renames"_s,
                      u"Confirmed renames of tables, columns, indexes and constraints, as --format json lists the "
                      "candidates: [{\"kind\":\"column\",\"from\":\"public.t.a\",\"to\":\"public.t.b\"}]."_s,
                      u"FILE"_s});
    parser.addOption({u"rehearse"_s, u"Run the plan both ways on scratch databases and say whether it arrives."_s});
    parser.addOption({u"profile"_s, u"Ignore profile of the workspace."_s, u"NAME"_s});
    parser.addOption({{u"o"_s, u"output"_s}, u"Write to FILE instead of standard output."_s, u"FILE"_s});
    addSourceOptions(parser);
    if (const auto code = parseArguments(parser, u"diff"_s, arguments, context)) {
        return *code;
    }
    const QStringList sources = parser.positionalArguments();
    if (sources.size() != 2) {
        return fail(context, base::usageError(u"diff takes two sources, FROM and TO"_s, {},
                                              u"See: countersignctl diff --help"_s));
    }
    warnAboutPasswords(sources, context);
    auto surroundings = Surroundings::from(parser, context);
    if (!surroundings) {
        return fail(context, surroundings.error());
    }
    const auto options = readOptions(parser, (*surroundings)->workspace());
    if (!options) {
        return fail(context, options.error());
    }
    const auto comparison = app::compareSources(sources.at(0), sources.at(1), (*surroundings)->sources(), *options,
                                                progressSink(context), context.stop);
    if (!comparison) {
        return fail(context, comparison.error());
    }
    warnAboutSource(comparison->from, context);
    warnAboutSource(comparison->to, context);
    warnAboutRenames(options->renames, comparison->plan.comparison.differences, context);
    Rehearsed rehearsed;
    if (parser.isSet(u"rehearse"_s) && !comparison->plan.comparison.identical()) {
        auto tried =
            app::rehearsePlan(*comparison, *options, (*surroundings)->scratch(), progressSink(context), context.stop);
        if (!tried) {
            return fail(context, tried.error());
        }
        rehearsed = std::move(*tried);
    }
    auto rendered = render(*comparison, rehearsed, parser.value(u"format"_s));
    if (!rendered) {
        return fail(context, rendered.error());
    }
    if (const auto written = writeResult(parser.value(u"output"_s), *rendered, context); !written) {
        return fail(context, written.error());
    }
    return comparison->plan.comparison.identical() ? 0 : 1;
}

} // namespace countersign::cli
