#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <variant>
#include <vector>

namespace countersign::app {

/// How a cell or a sentence is marked, beside its word: never by colour alone.
enum class ReportTone : std::uint8_t { Plain, Good, Notice, Bad, Added, Removed, Changed };

struct ReportHeading {
    int level = 2; ///< 2 to 4; the title is the only one of level 1
    QString text;
};

struct ReportParagraph {
    QString text;
    ReportTone tone = ReportTone::Plain;
};

struct ReportCell {
    QString text; ///< may have several lines
    ReportTone tone = ReportTone::Plain;
    bool code = false;
};

struct ReportTable {
    QStringList head;
    std::vector<std::vector<ReportCell>> rows;
};

struct ReportCode {
    QString text;
};

/// A drawing with the facts it shows, which stand beside it for those who cannot see it.
struct ReportPicture {
    QString id;    ///< "timeline", "touches", "generated-touches", "statements"; one of each in a document
    QString title; ///< what it shows, in one sentence
    QByteArray svg;
};

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportTable, ReportCode, ReportPicture>;

/// What a report says, in order, independent of how it is written down. All texts are raw: the writers make hostile
/// names harmless.
struct ReportDocument {
    QString title;
    std::vector<std::vector<QString>> facts; ///< pairs: what, value
    std::vector<ReportBlock> blocks;
};

/// One self-contained page without script; drawings are inline, and it prints well.
[[nodiscard]] QByteArray documentToHtml(const ReportDocument &document);
/// The same for a text engine that knows no CSS beyond HTML 4 and no inline drawings: each drawing is
/// <img src="report:ID">.
[[nodiscard]] QString documentToPrintableHtml(const ReportDocument &document);
/// For tickets and merge requests. Drawings are left out: the facts they show are in the text.
[[nodiscard]] QString documentToMarkdown(const ReportDocument &document);

} // namespace countersign::app
