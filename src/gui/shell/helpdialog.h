#pragma once

#include <QDialog>

namespace countersign::gui {

class ActionRegistry;

/// What a page is for and which keys hold on it.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    HelpDialog(const QString &pageId, const QString &pageTitle, const ActionRegistry &actions, QWidget *parent);
};

} // namespace countersign::gui
