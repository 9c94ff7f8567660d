#pragma once

#include "app/reviewusecase.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QRadioButton;

namespace countersign::gui {

class ChangeSession;
class Console;

/// Shows on one page exactly what is signed (environment, digest, files, findings, waivers, what is still missing) and
/// asks for the vote.
class SignOffDialog : public QDialog
{
    Q_OBJECT
public:
    SignOffDialog(Console &console, ChangeSession &session, const app::ReviewedChange &change, QWidget *parent);

private:
    [[nodiscard]] QWidget *facts(const app::ReviewedChange &change);
    /// How much of the comparison and of the migration the person has ticked in this window.
    [[nodiscard]] QString viewedText() const;
    [[nodiscard]] QWidget *fileList(const app::ReviewedChange &change);
    [[nodiscard]] QWidget *findingList(const app::ReviewedChange &change);
    [[nodiscard]] QWidget *reasonList(const app::ReviewedChange &change);
    [[nodiscard]] QWidget *waiverList(const app::ReviewedChange &change);
    [[nodiscard]] QWidget *voteForm(const app::ReviewedChange &change);
    /// An approval of somebody who contributed to the change is refused where the policy separates the two: the vote is
    /// not offered to whoever is chosen to sign.
    void updateVotes();
    void updateButton();
    void sign();

    Console &m_console;
    ChangeSession &m_session;
    QString m_change;
    QString m_digest;
    QStringList m_contributors; ///< people of the roster whose approval cannot count
    QRadioButton *m_approve = nullptr;
    QRadioButton *m_request = nullptr;
    QRadioButton *m_abstain = nullptr;
    QPlainTextEdit *m_message = nullptr;
    QLabel *m_noApproval = nullptr;
    QComboBox *m_person = nullptr;
    QList<QCheckBox *> m_acks;
    QCheckBox *m_drafts = nullptr;
    QPushButton *m_sign = nullptr;
};

} // namespace countersign::gui
