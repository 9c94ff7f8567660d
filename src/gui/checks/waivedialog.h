#pragma once

#include "checks/finding.h"
#include "review/evaluate.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace countersign::gui {

class ChangeSession;
class Console;

/// Asks for the reason and the last day of a waiver and signs it. The finding stays visible.
class WaiveDialog : public QDialog
{
    Q_OBJECT
public:
    WaiveDialog(Console &console, ChangeSession &session, const checks::Finding &finding, QWidget *parent);

private:
    void updateButton();
    void sign();

    Console &m_console;
    ChangeSession &m_session;
    checks::Finding m_finding;
    QPlainTextEdit *m_reason;
    QLabel *m_missing;
    QDateEdit *m_until;
    QComboBox *m_person;
    QPushButton *m_sign;
};

/// "Waived by bo until 2 March 2026: reason".
[[nodiscard]] QString waiverText(const review::WaiverView &waiver);

} // namespace countersign::gui
