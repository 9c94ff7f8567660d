#pragma once

#include "app/reviewusecase.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/console.h"
#include "gui/shell/page.h"

class QComboBox;
class QListView;
class QScrollArea;
class QTabWidget;

namespace countersign::gui {

class ChangeSession;
struct SinceSignature;

/// Whether the change is approved and why not: requirements, sign-offs, timeline. "Approved" is computed from the
/// ledger and the files on disk each time, and never stored.
class ReviewPage : public Page
{
    Q_OBJECT
public:
    ReviewPage(Console &console, ChangeSession &session, QWidget *parent);

    int attention() const override;
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;

    void openSignOff();
    void submitRevision();
    /// The dialog that puts the first files under review.
    void openFirst();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildLists();
    /// The one thing to do on an empty page.
    void begin();
    void copyAs(const QString &format);
    void update(bool settle);
    void updateConversation(const app::ReviewedChange &change);
    void updateVerdict();
    void updateChoice();
    void updateDrafts();
    void updatePrimary(bool outOfDate);
    /// The requirement that the button under the list is about: the selected one, or the first that something can be
    /// done about.
    [[nodiscard]] const Requirement *offered() const;
    void offerNextStep();
    void takeNextStep();
    /// Recomputes every link and signature of the ledger.
    void verifyChain();
    [[nodiscard]] QString workspaceLedger() const;
    /// Statement by statement, what is not as it was signed.
    void updateSince();
    void showSince(const SinceSignature &since);
    /// What a signature is given for: files, and what their rehearsal found.
    void updateThings();

    Console &m_console;
    ChangeSession &m_session;
    TwoLineModel *m_requirements;
    TwoLineModel *m_timeline;
    TwoLineModel *m_conversation;
    TwoLineModel *m_people;
    TwoLineModel *m_since;
    TwoLineModel *m_things;
    QStringList m_thingPages;            ///< of its rows
    std::vector<int> m_sinceStatements;  ///< of its rows, as the files are; 0: gone
    std::vector<Place> m_places;         ///< of the rows of the conversation
    std::vector<Requirement> m_required; ///< as they are listed
    QComboBox *m_choice = nullptr;       ///< only where more than one change is open
    QPushButton *m_unsent = nullptr;     ///< drafts of comments that nobody else sees
    QPushButton *m_next = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_sign = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_copy = nullptr;
    StatusLabel *m_verdict = nullptr;
    QLabel *m_facts = nullptr;
    QScrollArea *m_leftScroll = nullptr;
    Card *m_requirementsCard = nullptr;
    QListView *m_requirementList = nullptr;
    QListView *m_thingList = nullptr;
    QListView *m_timelineList = nullptr;
    QListView *m_conversationList = nullptr;
    QListView *m_peopleList = nullptr;
    QListView *m_sinceList = nullptr;
    Card *m_timelineCard = nullptr;
    QTabWidget *m_tabs = nullptr;
};

} // namespace countersign::gui
