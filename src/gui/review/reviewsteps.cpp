// What a person can do from the review page about what is missing, and about doubt in the ledger itself.

#include "app/revisiondraft.h"
#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/review/comments.h"
#include "gui/review/reasonwords.h"
#include "gui/review/reviewpage.h"
#include "gui/shell/changesession.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QTabWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

const Requirement *ReviewPage::offered() const
{
    const int row = m_requirementList->currentIndex().row();
    if (row >= 0 && row < int(m_required.size()) && m_required[std::size_t(row)].next != NextStep::None) {
        return &m_required[std::size_t(row)];
    }
    const auto first =
        std::ranges::find_if(m_required, [](const Requirement &one) { return one.next != NextStep::None; });
    return first != m_required.end() ? &*first : nullptr;
}

void ReviewPage::offerNextStep()
{
    const Requirement *one = offered();
    // For a new revision there is a button above already.
    m_next->setVisible(one != nullptr && one->next != NextStep::Submit);
    if (one == nullptr) {
        return;
    }
    switch (one->next) {
    case NextStep::None:
    case NextStep::Submit:
        break;
    case NextStep::Ask:
        m_next->setIcon(icon(u"person"_s));
        m_next->setText(tr("Ask…"));
        break;
    case NextStep::Rehearse:
        m_next->setIcon(icon(u"media-playback-start"_s));
        m_next->setText(tr("Rehearse and check"));
        break;
    case NextStep::Answer:
        m_next->setIcon(icon(u"edit-comment"_s));
        m_next->setText(tr("Go to the comment"));
        break;
    }
    m_next->setToolTip(one->text);
    //: what a button does, and for which requirement
    m_next->setAccessibleName(tr("%1: %2").arg(m_next->text(), one->text));
}

void ReviewPage::takeNextStep()
{
    const Requirement *one = offered();
    const app::ReviewedChange *change = m_session.change();
    if (one == nullptr || change == nullptr) {
        return;
    }
    switch (one->next) {
    case NextStep::None:
    case NextStep::Submit:
        break;
    case NextStep::Ask:
        QApplication::clipboard()->setText(requestText(*change, *one));
        emit m_console.announced(tr("The request was copied: paste it where your team talks."), false);
        break;
    case NextStep::Rehearse:
        m_session.check();
        emit m_console.pageRequested(u"checks"_s);
        break;
    case NextStep::Answer:
        m_tabs->setCurrentWidget(m_conversationList);
        m_conversationList->setFocus();
        break;
    }
}

void ReviewPage::verifyChain()
{
    const auto workspace = m_console.workspace();
    if (!workspace) {
        return;
    }
    using Value = app::ChainCheck;
    m_console.jobs().start<Value>(
        {u"review.verify"_s, tr("Verifying the ledger")},
        [workspace](std::stop_token stop, const base::ProgressSink &) { return app::verifyChain(*workspace, stop); },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *error = std::get_if<1>(&outcome)) {
                setFailed(reasonWords(*error));
            } else if (auto *found = std::get_if<0>(&outcome)) {
                if (!found->problems.isEmpty()) {
                    setFailed(base::integrityError(
                        tr("The ledger does not hold: %n problem(s)", nullptr, int(found->problems.size())),
                        workspaceLedger(), found->problems.join(u'\n')));
                    return;
                }
                setReady();
                banner()->present(InlineBanner::Tone::Information,
                                  tr("Every link and signature of %n event(s) holds.", nullptr, int(found->events)),
                                  //: %1 is the size and short link of the ledger's last event
                                  tr("Verified from the first event on, up to %1.").arg(found->head));
            }
        });
}

void ReviewPage::updateChoice()
{
    const std::vector<const app::ReviewedChange *> open = m_session.openChanges();
    const app::ReviewedChange *shown = m_session.change();
    m_choice->clear();
    for (const app::ReviewedChange *one : open) {
        const Look look = lookOf(one->evaluation.verdict);
        m_choice->addItem(glyphIcon(look.glyph, look.token),
                          base::show(one->record.alias + u"  "_s + one->record.title), one->record.id);
        //: %1 an environment, %2 a verdict such as "Waiting"
        m_choice->setItemData(m_choice->count() - 1,
                              base::show(tr("For %1: %2").arg(one->record.environment, look.word)).toHtmlEscaped(),
                              Qt::ToolTipRole);
    }
    m_choice->setCurrentIndex(shown != nullptr ? m_choice->findData(shown->record.id) : -1);
    m_choice->setVisible(open.size() > 1);
    // The files on disk become a revision of the newest change for production, whichever one is looked at.
    const auto workspace = m_console.workspace();
    const app::Environment *production = workspace ? workspace->production() : nullptr;
    const QString revised = shown != nullptr && production != nullptr
                                ? app::changeToRevise(*m_session.reviews(), production->name)
                                : QString();
    const bool own = shown == nullptr || revised.isEmpty() || revised == shown->record.id;
    m_submit->setEnabled(own);
    m_submit->setToolTip(own ? QString() : tr("The files belong to the newest change for production: choose that one"));
}

void ReviewPage::updateDrafts()
{
    const auto workspace = m_console.workspace();
    const int drafts = workspace ? int(readDrafts(workspace->folder).size()) : 0;
    m_unsent->setText(tr("%n draft(s) not sent", nullptr, drafts));
    m_unsent->setAccessibleName(m_unsent->text());
    m_unsent->setVisible(drafts > 0);
}

QString ReviewPage::workspaceLedger() const
{
    const auto workspace = m_console.workspace();
    return workspace ? workspace->ledger : QString();
}

} // namespace countersign::gui
