// What a person can do from the review page about what is missing, and about doubt in the ledger itself.

#include "gui/common/theme.h"
#include "gui/review/reasonwords.h"
#include "gui/review/reviewpage.h"
#include "gui/shell/changesession.h"

#include <QApplication>
#include <QClipboard>
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

QString ReviewPage::workspaceLedger() const
{
    const auto workspace = m_console.workspace();
    return workspace ? workspace->ledger : QString();
}

} // namespace countersign::gui
