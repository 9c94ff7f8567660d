#pragma once

#include "gui/shell/page.h"

class QListView;

namespace countersign::gui {

class ChangeSession;
class Console;
class TwoLineModel;

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

private:
    void build();
    void update(bool settle);
    void updateVerdict();

    Console &m_console;
    ChangeSession &m_session;
    TwoLineModel *m_requirements;
    TwoLineModel *m_timeline;
    QPushButton *m_sign = nullptr;
    QPushButton *m_submit = nullptr;
    StatusLabel *m_verdict = nullptr;
    QLabel *m_facts = nullptr;
    Card *m_requirementsCard = nullptr;
    QListView *m_requirementList = nullptr;
    QListView *m_timelineList = nullptr;
};

} // namespace countersign::gui
