#pragma once

#include "app/comparesources.h"
#include "app/reportdocument.h"
#include "app/reviewusecase.h"
#include "checks/report.h"

#include <QDateTime>

namespace countersign::app {

/// What a report is about. Null parts are left out.
struct ReportSubject {
    QString workspace; ///< its name; may be empty
    const SchemaComparison *comparison = nullptr;
    const checks::Report *checks = nullptr;
    const ReviewedChange *change = nullptr;
    const review::LedgerState *ledger = nullptr; ///< with change: for the timeline
};

struct ReportOptions {
    QDateTime at;             ///< when it is written; the document says so
    bool redact = false;      ///< literals in SQL are replaced, so that no data leaves with the report
    std::size_t mostRows = 0; ///< of each table, for a preview; 0: all
};

/// What there is to say about the subject, value by value. Pure: same subject, same document.
[[nodiscard]] ReportDocument makeReport(const ReportSubject &subject, const ReportOptions &options);

/// The machine-readable form: the documents of `diff`, `check` and the verdict under the keys comparison, checks and
/// review.
[[nodiscard]] QByteArray reportToJson(const ReportSubject &subject, const ReportOptions &options);

/// SQL with every string and number literal replaced by '…' and 0; comments are left out, since they may hold anything.
[[nodiscard]] QString redactedSql(const QString &sql, schema::EngineKind engine);

} // namespace countersign::app
