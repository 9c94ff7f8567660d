#include "gui/shell/helpdialog.h"

#include "gui/common/widgets.h"
#include "gui/shell/actionregistry.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QTextBrowser>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &page)
{
    if (page == u"start"_s) {
        return HelpDialog::tr(
            "Open a workspace, a folder with countersign.toml, or try the demo. SQLite files, scripts "
            "and snapshots that are dropped on the window are compared.");
    }
    if (page == u"environments"_s) {
        return HelpDialog::tr(
            "The databases of the workspace. The test goes step by step and says what to do; the guard "
            "says by evidence whether the role could write. Passwords are never kept in the workspace.");
    }
    if (page == u"compare"_s) {
        return HelpDialog::tr(
            "Left is production now, right is what is proposed. Added will appear in production, removed "
            "will disappear from it. Space marks an object as viewed; the script closes the difference.");
    }
    if (page == u"migration"_s) {
        return HelpDialog::tr(
            "The migration statement by statement: what a rehearsal on a scratch copy of production’s "
            "schema saw, which locks it took, and whether the way back leads back.");
    }
    if (page == u"checks"_s) {
        return HelpDialog::tr("What the rules and the questions to production found, worst first. What was not run is "
                              "listed and never counts as passed.");
    }
    if (page == u"review"_s) {
        return HelpDialog::tr(
            "Named people sign exactly these bytes for this environment under this policy. Approved is "
            "computed each time; a changed byte makes signatures void.");
    }
    if (page == u"verify"_s) {
        return HelpDialog::tr(
            "Whether each statement of a migration took effect on a target, from its catalog alone, and "
            "the rehearsed SQL that finishes it or goes back. The SQL is copied or saved, never run.");
    }
    if (page == u"export"_s) {
        return HelpDialog::tr(
            "Comparison, checks and review as one document: HTML, PDF, Markdown or JSON. The preview is "
            "made by the same code as the file.");
    }
    return HelpDialog::tr(
        "How the console looks, which rules the workspace runs, which keys do what, and who signs here.");
}

} // namespace

HelpDialog::HelpDialog(const QString &pageId, const QString &pageTitle, const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"helpDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is the title of a page
    setWindowTitle(tr("Help: %1").arg(pageTitle));
    resize(620, 560);
    QString rows;
    for (const QAction *action : actions.actions()) {
        if (!action->shortcut().isEmpty()) {
            rows += u"<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>"_s.arg(
                QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText).toHtmlEscaped(),
                action->text().remove(u'&').toHtmlEscaped());
        }
    }
    auto *text = named(new QTextBrowser(this), u"helpText"_s, tr("Help"));
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(spacing::wide);
    text->setHtml(u"<h2>%1</h2><p>%2</p><h3>%3</h3><table cellpadding=3>%4</table>"_s.arg(
        pageTitle.toHtmlEscaped(), textOf(pageId).toHtmlEscaped(), tr("Keys").toHtmlEscaped(), rows));
    auto *close = named(new QPushButton(tr("Close"), this), u"helpClose"_s, tr("Close"));
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    column->addWidget(text, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace countersign::gui
