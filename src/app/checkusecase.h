#pragma once

#include "app/sources.h"
#include "checks/report.h"

namespace countersign::app {

/// What `check` is asked, as the window and the command line give it.
struct CheckRequest {
    QString migration;       ///< a script or a folder of migrations
    QString base;            ///< SOURCE the migration starts from
    QString expect;          ///< SOURCE it should lead to; may be empty
    QString rollback;        ///< file with the way back; empty: that of the migrations, if they have one
    QString production;      ///< SOURCE that is a live database, asked read-only; may be empty
    QStringList workloads;   ///< files with the statements of the application
    QString plans;           ///< SOURCE for query plans; may be empty
    bool showValues = false; ///< sample values in answers of the preflight
    std::chrono::milliseconds deadline{120000}; ///< for the rehearsal
};

/// Reads the base, rehearses the migration and its way back, asks production, runs the rules and returns everything as
/// one value. What a failed statement says is in the report; an error of this function means that nothing could be
/// judged. Writes to nothing but scratch databases. @p sources.scratch must be set.
[[nodiscard]] base::Result<checks::Report> runCheck(const CheckRequest &request, const SourceContext &sources,
                                                    const base::ProgressSink &progress, std::stop_token stop);

/// The report in one of the formats text, json, sarif, junit, html; a usage error for another.
[[nodiscard]] base::Result<QByteArray> renderReport(const checks::Report &report, const QString &format);

} // namespace countersign::app
