#include "gui/review/underreview.h"

#include "base/show.h"
#include "gui/common/localtext.h"

#include <QCoreApplication>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

SignedThing findingsThing(const app::ReviewedChange &change)
{
    if (change.reportJson.isEmpty()) {
        return {{{Glyph::Question, Token::Unknown, Text::tr("Unknown")},
                 Text::tr("Not rehearsed"),
                 Text::tr("No report is part of this revision."),
                 {}},
                u"checks"_s};
    }
    const std::vector<app::SignedFinding> found = app::signedFindings(change.reportJson);
    const auto count = [&found](checks::Severity severity) {
        return int(std::ranges::count_if(
            found, [severity](const app::SignedFinding &one) { return one.severity == severity && !one.waived; }));
    };
    const int errors = count(checks::Severity::Error);
    const int warnings = count(checks::Severity::Warning);
    const int waived = int(std::ranges::count_if(found, &app::SignedFinding::waived));
    QStringList words;
    if (errors > 0) {
        words << Text::tr("%n blocking finding(s)", nullptr, errors);
    }
    if (warnings > 0) {
        words << Text::tr("%n warning(s)", nullptr, warnings);
    }
    if (waived > 0) {
        words << Text::tr("%n waived", nullptr, waived);
    }
    if (words.isEmpty()) {
        words << Text::tr("Rehearsed, nothing to warn of");
    }
    QStringList rules;
    for (const app::SignedFinding &one : found) {
        if (one.severity != checks::Severity::Info && !rules.contains(one.rule)) {
            rules << one.rule;
        }
    }
    const Look look = errors > 0     ? lookOf(checks::Severity::Error)
                      : warnings > 0 ? lookOf(checks::Severity::Warning)
                                     : Look{Glyph::Check, Token::Met, Text::tr("Met")};
    return {{look, words.join(u", "_s), rules.join(u", "_s), {}}, u"checks"_s};
}

} // namespace

std::vector<SignedThing> thingsUnderReview(const app::ReviewedChange &change)
{
    std::vector<SignedThing> things;
    const review::RevisionRecord *revision = change.record.latest();
    if (revision == nullptr) {
        return things;
    }
    for (const review::ManifestFile &file : revision->manifest.files) {
        const QString path = base::showBytes(file.path);
        const bool differs = std::ranges::any_of(change.evaluation.reasons, [&path](const review::Reason &reason) {
            return reason.code == review::Code::BytesDiffer && reason.subject == path;
        });
        const Look look = differs ? Look{Glyph::High, Token::High, Text::tr("Changed since")}
                                  : Look{Glyph::Pencil, Token::Link, Text::tr("As it is now")};
        //: %1 is a number of bytes, %2 the beginning of a digest
        const QString detail = Text::tr("%1 bytes, SHA-256 %2").arg(localText(file.bytes), shortDigest(file.sha256));
        things.push_back({{look, path, detail, look.word}, u"migration"_s});
    }
    things.push_back(findingsThing(change));
    return things;
}

} // namespace countersign::gui
