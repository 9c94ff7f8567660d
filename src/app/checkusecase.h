#pragma once

#include "app/sources.h"
#include "checks/report.h"
#include "migration/migrationset.h"

namespace countersign::app {

/// What `check` is asked, as the window, the pipeline and `review open --check` give it.
struct CheckRequest {
    QString migration; ///< a script or a folder of migrations; not looked at when migrations is set
    std::optional<migration::MigrationSet> migrations; ///< already read
    int index = -1;                                    ///< the one migration of the set; -1 for all of them
    QString base;                                      ///< SOURCE the migration starts from
    QString expect;                                    ///< SOURCE it should lead to; may be empty
    QString rollback;      ///< file with the way back; empty: that of the migrations, if they have one
    QString production;    ///< SOURCE that is a live database, asked read-only; empty: the base where it is production
    QStringList workloads; ///< files with the statements of the application
    QString plans;         ///< SOURCE for query plans; may be empty
    bool showValues = false; ///< sample values in answers of the preflight
    /// What cannot be read beside the base (expect, production, workloads) becomes an entry of notRun, not an error:
    /// for a window, where the rest is still worth seeing.
    bool goOnWithout = false;
    std::chrono::milliseconds deadline{120000}; ///< for the rehearsal
};

/// The request that a workspace stands for: @p environment (empty: production) as base and as production, staging as
/// what it should lead to, every workload of the workspace. A usage error when there is no such environment.
[[nodiscard]] base::Result<CheckRequest> checkRequestFor(const Workspace &workspace, migration::MigrationSet migrations,
                                                         int index, const QString &environment = {});

/// A report with what a window needs beside it.
struct CheckedMigration {
    checks::Report report;
    migration::MigrationSet migrations;  ///< what was rehearsed
    QString baseName;                    ///< the SOURCE that was the base
    QByteArray upBytes;                  ///< of the one migration, as rehearsed
    QByteArray downBytes;                ///< likewise
    std::vector<db::SentStatement> sent; ///< to live databases, for the SQL log
};

/// Reads the base, rehearses the migration and its way back, asks production, runs the rules and returns everything as
/// one value. What a failed statement says is in the report; an error of this function means that nothing could be
/// judged. Writes to nothing but scratch databases, never on the server of production. @p sources.scratch must be set.
/// Blocks: never on the GUI thread.
[[nodiscard]] base::Result<CheckedMigration> runCheck(const CheckRequest &request, const SourceContext &sources,
                                                      const base::ProgressSink &progress, std::stop_token stop);

/// The report in one of the formats text, json, sarif, junit, html; a usage error for another.
[[nodiscard]] base::Result<QByteArray> renderReport(const checks::Report &report, const QString &format);

} // namespace countersign::app
