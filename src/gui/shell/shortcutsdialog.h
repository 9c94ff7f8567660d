#pragma once

#include <QAbstractTableModel>
#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QTreeView;

namespace countersign::gui {

class ActionRegistry;

class ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ShortcutsModel(ActionRegistry &registry, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void reread();

private:
    ActionRegistry &m_registry;
};

/// Every action with its keys; changes them at once, names conflicts, resets.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(ActionRegistry &registry, QWidget *parent);

private:
    void showCurrent();
    void assign();

    ActionRegistry &m_registry;
    ShortcutsModel *m_model;
    QTreeView *m_view;
    QKeySequenceEdit *m_edit;
    QLabel *m_note;
};

} // namespace countersign::gui
