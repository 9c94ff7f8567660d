#include "app/comparesources.h"

#include "app/schemascope.h"
#include "base/show.h"

#include <QJsonDocument>

#include <future>
#include <mutex>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// Two threads report; the sink is called by one at a time.
base::ProgressSink serialized(const base::ProgressSink &sink)
{
    if (!sink) {
        return {};
    }
    return [sink, mutex = std::make_shared<std::mutex>()](const base::Progress &progress) {
        const std::lock_guard lock(*mutex);
        sink(progress);
    };
}

QJsonObject sourceToJson(const LoadedSchema &loaded)
{
    return {{u"source"_s, loaded.source},
            {u"engine"_s, schema::nameOf(loaded.schema.engine)},
            {u"version"_s, loaded.schema.serverVersion},
            {u"fingerprint"_s, fingerprintOf(loaded.schema)}};
}

QJsonObject differenceToJson(const diff::Difference &difference)
{
    QJsonObject json{{u"difference"_s, diff::nameOf(difference.change)},
                     {u"kind"_s, schema::nameOf(difference.id.kind)},
                     {u"path"_s, difference.id.path()}};
    QJsonArray properties;
    for (const diff::Property &property : difference.properties) {
        properties.append(QJsonObject{{u"name"_s, property.name}, {u"from"_s, property.from}, {u"to"_s, property.to}});
    }
    json.insert(u"properties"_s, properties);
    if (difference.change == diff::Change::Renamed) {
        json.insert(u"from"_s, difference.before.path());
    }
    return json;
}

QJsonArray stepsToJson(const std::vector<engine::Step> &steps)
{
    QJsonArray array;
    for (const engine::Step &step : steps) {
        QJsonArray differences;
        for (const int index : step.differences) {
            differences.append(index);
        }
        QJsonObject json{{u"sql"_s, step.sql},
                         {u"differences"_s, differences},
                         {u"transactional"_s, step.transactional},
                         {u"destructive"_s, step.destructive}};
        if (!step.comment.isEmpty()) {
            json.insert(u"comment"_s, step.comment);
        }
        array.append(json);
    }
    return array;
}

QChar sign(diff::Change change)
{
    switch (change) {
    case diff::Change::Added:
        return u'+';
    case diff::Change::Removed:
        return u'-';
    case diff::Change::Altered:
        return u'~';
    case diff::Change::Renamed:
        return u'>';
    }
    return u'?';
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? u"(none)"_s : base::show(value.simplified());
}

QString escaped(const QString &text)
{
    return base::show(text, true).toHtmlEscaped();
}

constexpr auto pageStyle = R"(
:root{color-scheme:light dark;--base:#fff;--text:#1b1f24;--line:#d5d9de;--added:#00594e;--removed:#a33600;--altered:#5638bd;--renamed:#3f4f5f}
@media(prefers-color-scheme:dark){:root{--base:#1f2328;--text:#e8eaed;--line:#454c55;--added:#4fd0bb;--removed:#ff9a5c;--altered:#b3a5ff;--renamed:#c3ccd6}}
body{background:var(--base);color:var(--text);font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.35rem .75rem;border-bottom:1px solid var(--line)}
.added{color:var(--added)}.removed{color:var(--removed)}.altered{color:var(--altered)}.renamed{color:var(--renamed)}
code,pre{font-family:ui-monospace,monospace;font-size:13px}pre{overflow:auto;padding:1rem;border:1px solid var(--line)}
)"_L1;

QString propertyLine(const diff::Property &property)
{
    if (property.name == u"attributes.source"_s) { // a digest of the text; listed only where the body means the same
        return u"body: spelled otherwise (white space, comments), means the same"_s;
    }
    // The catalogs spell out only what is unusual: unlogged, temporary.
    const auto value = [&](const QString &text) {
        return text.isEmpty() && property.name == u"persistence"_s ? u"(default)"_s : orNone(text);
    };
    return u"%1: %2 → %3"_s.arg(property.name, value(property.from), value(property.to));
}

/// Not all of them because somebody asked for it: what is data, as the next AUTO_INCREMENT, counts only when asked for.
QString hiddenLine(const std::vector<diff::Suppressed> &suppressed)
{
    std::map<QString, int> counts;
    for (const diff::Suppressed &entry : suppressed) {
        ++counts[entry.option];
    }
    QStringList parts;
    for (const auto &[option, count] : counts) {
        parts << u"%1 in %2"_s.arg(count).arg(base::show(option));
    }
    return u"%1 further differences are hidden: %2\n"_s.arg(suppressed.size()).arg(parts.join(u", "_s));
}

/// A misspelt schema must not read as "no difference". One that only one side has is a difference.
Result<void> schemasAreThere(const QStringList &names, const std::map<QString, QString> &mapping,
                             const LoadedSchema &from, const LoadedSchema &to)
{
    const QStringList missing = missingSchemas(names, to);
    for (const QString &name : missingSchemas(missing, from)) {
        return base::Fail(noSuchSchema(name, u"--schema"_s, {from.source, to.source}));
    }
    if (to.schema.engine != schema::EngineKind::PostgreSql) {
        return {};
    }
    for (const auto &[before, after] : mapping) {
        const QString where = u"--map %1=%2"_s.arg(before, after);
        if (!missingSchemas({before}, from).isEmpty()) {
            return base::Fail(noSuchSchema(before, where, {from.source}));
        }
        if (!missingSchemas({after}, to).isEmpty()) {
            return base::Fail(noSuchSchema(after, where, {to.source}));
        }
    }
    return {};
}

bool isScript(const QString &source, const SourceContext &context)
{
    const SourceForm form = formOf(source, context);
    return form == SourceForm::Script || form == SourceForm::Folder;
}

} // namespace

Result<SchemaComparison> compareSources(const QString &from, const QString &to, const SourceContext &context,
                                        const diff::Options &options, const base::ProgressSink &progress,
                                        std::stop_token stop)
{
    SourceContext leftContext = context;
    SourceContext rightContext = context;
    const bool leftIsScript = isScript(from, context);
    const bool rightIsScript = isScript(to, context);
    // Only scripts need to be told; to ask a snapshot means to read all of it.
    if (!context.engineHint && leftIsScript) {
        leftContext.engineHint = engineOf(to, context);
    }
    if (!context.engineHint && rightIsScript) {
        rightContext.engineHint = engineOf(from, context);
    }
    // One side that fails stops the other: nobody waits for a result that cannot be used.
    std::stop_source both;
    const std::stop_callback forward(stop, [&both] { both.request_stop(); });
    const base::ProgressSink sink = serialized(progress);
    const auto load = [&](const QString &source, const SourceContext &sideContext) {
        auto loaded = loadSchema(source, sideContext, sink, both.get_token());
        if (!loaded) {
            both.request_stop();
        }
        return loaded;
    };
    Result<LoadedSchema> left = base::Fail(base::cancelled());
    Result<LoadedSchema> right = base::Fail(base::cancelled());
    if (leftIsScript == rightIsScript) {
        auto pending = std::async(std::launch::async, [&] { return load(from, leftContext); });
        right = load(to, rightContext);
        left = pending.get();
    } else {
        // A script does not say everything: it comes after the side that does.
        Result<LoadedSchema> &first = leftIsScript ? right : left;
        first = leftIsScript ? load(to, rightContext) : load(from, leftContext);
        if (first) {
            (leftIsScript ? leftContext : rightContext).databaseDefaults = first->schema.settings;
            (leftIsScript ? left : right) = leftIsScript ? load(from, leftContext) : load(to, rightContext);
        }
    }
    if (!left && (right || left.error().kind != base::ErrorKind::Cancelled)) {
        return base::Fail(left.error());
    }
    if (!right) {
        return base::Fail(right.error());
    }
    CS_CHECK(schemasAreThere(context.schemas, options.schemaMapping, *left, *right));
    base::report(progress, u"Comparing"_s);
    return compareLoaded(std::move(*left), std::move(*right), options);
}

Result<SchemaComparison> compareLoaded(LoadedSchema from, LoadedSchema to, const diff::Options &options)
{
    if (!schema::sameFamily(from.schema.engine, to.schema.engine)) {
        return base::Fail(base::usageError(u"%1 and %2 cannot be compared"_s.arg(schema::titleOf(from.schema.engine),
                                                                                 schema::titleOf(to.schema.engine)),
                                           u"%1, %2"_s.arg(from.source, to.source),
                                           u"Both sides must be of one engine."_s));
    }
    SchemaComparison comparison{std::move(from), std::move(to), {}};
    comparison.plan = plan::makePlan(comparison.from.schema, comparison.to.schema, options);
    return comparison;
}

QByteArray comparisonToJson(const SchemaComparison &comparison)
{
    const diff::Comparison &found = comparison.plan.comparison;
    QJsonArray differences;
    for (const diff::Difference &difference : found.differences) {
        differences.append(differenceToJson(difference));
    }
    QJsonArray suppressed;
    for (const diff::Suppressed &entry : found.suppressed) {
        QJsonObject json = differenceToJson(entry.difference);
        json.insert(u"option"_s, entry.option);
        suppressed.append(json);
    }
    QJsonArray candidates;
    for (const diff::RenameCandidate &candidate : found.renameCandidates) {
        candidates.append(QJsonObject{{u"kind"_s, schema::nameOf(candidate.rename.from.kind)},
                                      {u"from"_s, candidate.rename.from.path()},
                                      {u"to"_s, candidate.rename.to.path()},
                                      {u"score"_s, candidate.score},
                                      {u"reason"_s, candidate.reason}});
    }
    QJsonArray notCompared;
    for (const schema::NotCompared &entry : found.notCompared) {
        notCompared.append(QJsonObject{
            {u"kind"_s, schema::nameOf(entry.id.kind)}, {u"path"_s, entry.id.path()}, {u"reason"_s, entry.reason}});
    }
    const QJsonObject root{{u"from"_s, sourceToJson(comparison.from)},
                           {u"to"_s, sourceToJson(comparison.to)},
                           {u"identical"_s, found.identical()},
                           {u"differences"_s, differences},
                           {u"plan"_s, stepsToJson(comparison.plan.forward)},
                           {u"rollback"_s, stepsToJson(comparison.plan.rollback)},
                           {u"suppressed"_s, suppressed},
                           {u"renameCandidates"_s, candidates},
                           {u"notCompared"_s, notCompared}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString comparisonToText(const SchemaComparison &comparison)
{
    const diff::Comparison &found = comparison.plan.comparison;
    QString out;
    for (const diff::Difference &difference : found.differences) {
        out += u"%1 %2 %3\n"_s.arg(sign(difference.change))
                   .arg(schema::nameOf(difference.id.kind), base::show(difference.id.path()));
        for (const diff::Property &property : difference.properties) {
            out += u"    "_s + propertyLine(property) + u'\n';
        }
    }
    for (const diff::RenameCandidate &candidate : found.renameCandidates) {
        out += u"? %1 %2 may be renamed to %3 (%4 of 100: %5); confirm with --renames\n"_s.arg(
            schema::nameOf(candidate.rename.from.kind), base::show(candidate.rename.from.path()),
            base::show(candidate.rename.to.path()), QString::number(candidate.score), candidate.reason);
    }
    for (const schema::NotCompared &entry : found.notCompared) {
        out += u"! %1 %2 was not compared: %3\n"_s.arg(schema::nameOf(entry.id.kind), base::show(entry.id.path()),
                                                       base::show(entry.reason));
    }
    if (!found.suppressed.empty() && !out.isEmpty()) {
        out += hiddenLine(found.suppressed);
    }
    if (std::ranges::any_of(found.differences, [](const diff::Difference &one) {
            return one.change == diff::Change::Added || one.change == diff::Change::Removed;
        })) {
        out += u"(+ only in %1, - only in %2)\n"_s.arg(base::show(comparison.to.source),
                                                       base::show(comparison.from.source));
    }
    return out;
}

QByteArray comparisonToHtml(const SchemaComparison &comparison)
{
    const diff::Comparison &found = comparison.plan.comparison;
    QString rows;
    for (const diff::Difference &difference : found.differences) {
        QStringList properties;
        for (const diff::Property &property : difference.properties) {
            properties << escaped(propertyLine(property));
        }
        rows += u"<tr><td class=\"%1\">%2 %1</td><td>%3</td><td><code>%4</code></td><td>%5</td></tr>\n"_s.arg(
            diff::nameOf(difference.change), QString(sign(difference.change)), schema::nameOf(difference.id.kind),
            escaped(difference.id.path()), properties.join(u"<br>"_s));
    }
    const auto side = [](const LoadedSchema &loaded) {
        return u"%1 · %2 %3 · <code>%4</code>"_s.arg(escaped(loaded.source), schema::titleOf(loaded.schema.engine),
                                                     escaped(loaded.schema.serverVersion),
                                                     fingerprintOf(loaded.schema));
    };
    QString page =
        u"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Schema comparison</title><style>"_s +
        pageStyle +
        u"</style><h1>Schema comparison</h1>\n<p>From %1<br>To %2</p>\n"_s.arg(side(comparison.from),
                                                                               side(comparison.to));
    if (found.identical()) {
        page += u"<p>No differences.</p>\n"_s;
    } else {
        page += u"<p>%1 differences, %2 hidden, %3 objects not compared.</p>\n"_s.arg(found.differences.size())
                    .arg(found.suppressed.size())
                    .arg(found.notCompared.size());
        page += u"<table><tr><th>Difference</th><th>Kind</th><th>Object</th><th>Attributes</th></tr>\n"_s + rows +
                u"</table>\n"_s;
        page += u"<h2>SQL</h2><pre>"_s + escaped(plan::script(comparison.plan.forward, comparison.to.schema.engine)) +
                u"</pre>\n"_s;
        page += u"<h2>The way back</h2><pre>"_s +
                escaped(plan::script(comparison.plan.rollback, comparison.from.schema.engine)) + u"</pre>\n"_s;
    }
    return (page + u"</html>\n"_s).toUtf8();
}

QString comparisonToMarkdown(const SchemaComparison &comparison)
{
    const diff::Comparison &found = comparison.plan.comparison;
    const auto cell = [](QString text) {
        return base::show(text.simplified()).replace(u'|', u"\\|"_s).replace(u'<', u"&lt;"_s);
    };
    QString out =
        u"# Schema comparison\n\nFrom %1, to %2.\n\n"_s.arg(cell(comparison.from.source), cell(comparison.to.source));
    if (found.identical()) {
        return out + u"No differences.\n"_s;
    }
    out += u"| Difference | Kind | Object | Attributes |\n|---|---|---|---|\n"_s;
    for (const diff::Difference &difference : found.differences) {
        QStringList properties;
        for (const diff::Property &property : difference.properties) {
            properties << cell(propertyLine(property));
        }
        out += u"| %1 | %2 | %3 | %4 |\n"_s.arg(diff::nameOf(difference.change), schema::nameOf(difference.id.kind),
                                                cell(difference.id.path()), properties.join(u"<br>"_s));
    }
    return out + u"\n```sql\n"_s +
           base::show(plan::script(comparison.plan.forward, comparison.to.schema.engine), true) + u"```\n"_s;
}

} // namespace countersign::app
