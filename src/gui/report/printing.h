#pragma once

#include "app/reportdocument.h"
#include "base/result.h"

#include <QMap>

#include <memory>

class QTextDocument;
class QPagedPaintDevice;

namespace countersign::gui {

using ReportPictures = QMap<QString, QByteArray>; ///< id ► SVG

[[nodiscard]] ReportPictures picturesOf(const app::ReportDocument &document);

/// A text document of documentToPrintableHtml() with its drawings as images. Any thread; stays in the thread that made
/// it.
[[nodiscard]] std::unique_ptr<QTextDocument> printableDocument(const QString &html, const ReportPictures &pictures);

/// A4 with page numbers. Any thread.
[[nodiscard]] base::Result<QByteArray> reportToPdf(const QString &html, const ReportPictures &pictures);
void printReport(QPagedPaintDevice &device, const QString &html, const ReportPictures &pictures);

/// `countersign --print-report FOLDER FILE`: FOLDER holds report.html and one SVG for each drawing. Returns the exit
/// code.
[[nodiscard]] int printReportFolder(const QString &folder, const QString &file);

} // namespace countersign::gui
