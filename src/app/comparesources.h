#pragma once

#include "app/sources.h"
#include "plan/plan.h"

namespace countersign::app {

/// Two schemas, how they differ and what would close the difference. A value for the window and the command line.
struct SchemaComparison {
    LoadedSchema from;
    LoadedSchema to;
    plan::Plan plan;
};

/// Reads both sides at once (each in a thread of its own) and plans both ways. Different engine families are a usage
/// error. In the window FROM is production, so that "added" means: will appear in production.
[[nodiscard]] base::Result<SchemaComparison> compareSources(const QString &from, const QString &to,
                                                            const SourceContext &context, const diff::Options &options,
                                                            const base::ProgressSink &progress, std::stop_token stop);

/// The same for schemas that are already there.
[[nodiscard]] base::Result<SchemaComparison> compareLoaded(LoadedSchema from, LoadedSchema to,
                                                           const diff::Options &options);

/// The document of `diff --format json`: keys as in the CLI contract.
[[nodiscard]] QByteArray comparisonToJson(const SchemaComparison &comparison);
/// For terminals: a line for each difference with its properties, hostile names made harmless, and what was not
/// compared.
[[nodiscard]] QString comparisonToText(const SchemaComparison &comparison);
/// One self-contained page.
[[nodiscard]] QByteArray comparisonToHtml(const SchemaComparison &comparison);
/// For tickets and merge requests.
[[nodiscard]] QString comparisonToMarkdown(const SchemaComparison &comparison);

} // namespace countersign::app
