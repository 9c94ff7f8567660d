#include "gui/report/printing.h"

#include "app/sources.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextStream>
#include <QUrl>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownWidth = 540; ///< of a drawing in the document's pixels: the text of an A4 page is some 550 wide
constexpr int sharpness = 3;    ///< pixels of the image for one of the document

QImage imageOf(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    if (!renderer.isValid() || renderer.defaultSize().isEmpty()) {
        return {};
    }
    const QSize size = renderer.defaultSize().scaled(shownWidth, renderer.defaultSize().height(), Qt::KeepAspectRatio);
    QImage image(size * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    image.setDevicePixelRatio(sharpness);
    return image;
}

} // namespace

ReportPictures picturesOf(const app::ReportDocument &document)
{
    ReportPictures pictures;
    for (const app::ReportBlock &block : document.blocks) {
        if (const auto *picture = std::get_if<app::ReportPicture>(&block)) {
            pictures.insert(picture->id, picture->svg);
        }
    }
    return pictures;
}

std::unique_ptr<QTextDocument> printableDocument(const QString &html, const ReportPictures &pictures)
{
    auto document = std::make_unique<QTextDocument>();
    QFont font(u"sans-serif"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(9);
    document->setDefaultFont(font);
    for (const auto &[id, svg] : pictures.asKeyValueRange()) {
        document->addResource(QTextDocument::ImageResource, QUrl(u"report:"_s + id), imageOf(svg));
    }
    // One thin line around cells, and long digests and lines of SQL break instead of widening the page.
    document->setDefaultStyleSheet(u"table{border-collapse:collapse;border-color:#c9ced6;margin-top:6px;"
                                   "margin-bottom:12px}th{background-color:#f3f4f7}"
                                   "h1{margin-top:0px;margin-bottom:10px}h2{margin-top:22px;margin-bottom:8px}"
                                   "h3{margin-top:16px;margin-bottom:6px}p{margin-top:6px;margin-bottom:6px}"
                                   ".fact{padding-right:16px;color:#535b64}pre{white-space:pre-wrap}"_s);
    QTextOption wrapping = document->defaultTextOption();
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(wrapping);
    document->setHtml(html);
    return document;
}

void printReport(QPagedPaintDevice &device, const QString &html, const ReportPictures &pictures)
{
    printableDocument(html, pictures)->print(&device);
}

base::Result<QByteArray> reportToPdf(const QString &html, const ReportPictures &pictures)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        return base::Fail(base::defect(u"The memory for the PDF could not be opened"_s));
    }
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(12, 12, 12, 14), QPageLayout::Millimeter);
        writer.setCreator(u"Countersign"_s);
        printReport(writer, html, pictures);
    }
    buffer.close();
    if (!bytes.startsWith("%PDF-")) {
        return base::Fail(base::defect(u"The PDF could not be written"_s));
    }
    return bytes;
}

int printReportFolder(const QString &folder, const QString &file)
{
    const auto complain = [](const base::Error &error) {
        QTextStream(stderr) << error.text() << u'\n';
        return base::exitCode(error.kind);
    };
    const auto html = app::readFile(QDir(folder).filePath(u"report.html"_s));
    if (!html) {
        return complain(html.error());
    }
    ReportPictures pictures;
    for (const QFileInfo &picture : QDir(folder).entryInfoList({u"*.svg"_s}, QDir::Files)) {
        const auto svg = app::readFile(picture.filePath());
        if (!svg) {
            return complain(svg.error());
        }
        pictures.insert(picture.completeBaseName(), *svg);
    }
    const auto pdf = reportToPdf(QString::fromUtf8(*html), pictures);
    if (!pdf) {
        return complain(pdf.error());
    }
    const auto written = app::writeFile(file, *pdf);
    return written ? 0 : complain(written.error());
}

} // namespace countersign::gui
