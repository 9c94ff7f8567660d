// What the ledger says in English, in the language of the window.

#include "gui/review/reasonwords.h"

#include "gui/common/sentencebook.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// As review writes them; what is not here, or was worded anew since, is shown as it is.
constexpr const char *sentences[] = {
    QT_TRANSLATE_NOOP("ReviewReason", "This ledger lacks events that this computer knew"),
    QT_TRANSLATE_NOOP("ReviewReason", "This ledger is another branch than the one this computer knew"),
    QT_TRANSLATE_NOOP(
        "ReviewReason",
        "Find the newer ledger, merge the two (ledger merge), or have admins restore it (ledger restore)."),
    QT_TRANSLATE_NOOP("ReviewReason", "The change was abandoned"),
    QT_TRANSLATE_NOOP("ReviewReason", "Open a new one."),
    QT_TRANSLATE_NOOP("ReviewReason", "The revision holds no script to run"),
    QT_TRANSLATE_NOOP("ReviewReason", "Add a revision with scripts."),
    QT_TRANSLATE_NOOP("ReviewReason", "Revision %1 was superseded by revision %2"),
    QT_TRANSLATE_NOOP("ReviewReason", "Look at the newer revision."),
    QT_TRANSLATE_NOOP("ReviewReason", "Separation of duties is off here: authors may approve their own changes"),
    QT_TRANSLATE_NOOP("ReviewReason", "Make a revision against the right server."),
    QT_TRANSLATE_NOOP("ReviewReason", "Connect to the right server."),
    QT_TRANSLATE_NOOP("ReviewReason", "The schema is not the one the change was reviewed against"),
    QT_TRANSLATE_NOOP("ReviewReason", "Add a revision against the schema as it is now."),
    QT_TRANSLATE_NOOP("ReviewReason", "This file was not reviewed"),
    QT_TRANSLATE_NOOP("ReviewReason", "Remove it, or add a revision with it."),
    QT_TRANSLATE_NOOP("ReviewReason", "The bytes of this file are not the reviewed ones"),
    QT_TRANSLATE_NOOP("ReviewReason", "Restore the file, or add a revision and have it reviewed."),
    QT_TRANSLATE_NOOP("ReviewReason", "This file was reviewed but is missing"),
    QT_TRANSLATE_NOOP("ReviewReason", "Restore it, or add a revision without it."),
    QT_TRANSLATE_NOOP("ReviewReason", "The waiver of this finding has expired"),
    QT_TRANSLATE_NOOP("ReviewReason", "Solve the finding, or waive it again."),
    QT_TRANSLATE_NOOP("ReviewReason", "Solve it, or have it waived (review waive %1)."),
    QT_TRANSLATE_NOOP("ReviewReason", "There is no way back: the revision has no rollback script"),
    QT_TRANSLATE_NOOP("ReviewReason", "Run the checks and add a revision with their report."),
    QT_TRANSLATE_NOOP("ReviewReason", "Run it and add a revision with its result."),
    QT_TRANSLATE_NOOP("ReviewReason", "A check found an error: %1"),
    QT_TRANSLATE_NOOP("ReviewReason", "A blocking comment by %1 is open"),
    QT_TRANSLATE_NOOP("ReviewReason", "A deployment of this revision is under way"),
    QT_TRANSLATE_NOOP("ReviewReason", "This revision has been deployed"),
    QT_TRANSLATE_NOOP("ReviewReason", "Nothing is left to do; a new deployment needs a new change."),
    QT_TRANSLATE_NOOP("ReviewReason", "An earlier deployment was left half done"),
    QT_TRANSLATE_NOOP("ReviewReason", "An earlier deployment failed"),
    QT_TRANSLATE_NOOP("ReviewReason", "Deployments are frozen: %1"),
    QT_TRANSLATE_NOOP("ReviewReason", "Wait until %1."),
    QT_TRANSLATE_NOOP("ReviewReason", "%1 vetoed this change"),
    QT_TRANSLATE_NOOP("ReviewReason", "%1 contributed to this change"),
    QT_TRANSLATE_NOOP("ReviewReason", "Somebody else has to approve it."),
    QT_TRANSLATE_NOOP("ReviewReason",
                      "The folder has no history in Git: only the signer is recorded as a contributor."),
    QT_TRANSLATE_NOOP("ReviewReason", "Not committed as they are: %1. Who wrote them, Git does not know; name them "
                                      "with --contributor, or commit before opening a review."),
    QT_TRANSLATE_NOOP("ReviewReason",
                      "The Git history is cut short (a shallow clone): earlier authors of these files are not known, "
                      "and they could approve their own work. Fetch all of it before opening a review."),
    QT_TRANSLATE_NOOP("ReviewReason",
                      "Git does not say who wrote these files, so their authors could approve their own work"),
    QT_TRANSLATE_NOOP("ReviewReason",
                      "%1 is named like a way back, but a runner would run it as a migration; it is signed as one."),
    QT_TRANSLATE_NOOP("ReviewReason",
                      "%1 says that %2 was begun and did not end: see what it left behind (countersignctl verify)."),
};

} // namespace

QString riskWords(const QString &risk)
{
    // Reports have the same words (app/report.cpp).
    return QCoreApplication::translate("Report", risk.toUtf8().constData());
}

QString reasonWords(const QString &english)
{
    static const SentenceBook book("ReviewReason", sentences);
    return book.said(english);
}

base::Error reasonWords(base::Error error)
{
    static const QRegularExpression coded(u"^([A-Z][A-Z_]+): (.+)$"_s, QRegularExpression::DotMatchesEverythingOption);
    error.advice = reasonWords(error.advice);
    if (const QRegularExpressionMatch match = coded.match(error.message); match.hasMatch()) {
        error.message = reasonWords(match.captured(2));
        error.advice += (error.advice.isEmpty() ? QString() : QString(u' ')) + u'(' + match.captured(1) + u')';
    }
    return error;
}

} // namespace countersign::gui
