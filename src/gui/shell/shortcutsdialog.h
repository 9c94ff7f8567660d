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

/// Every action with its keys; changes them at once, names conflicts, resets. A part of the dialog and of the settings.
class ShortcutsEditor : public QWidget
{
    Q_OBJECT
public:
    /// @p prefix begins the object names of its widgets, so that two editors in one window have different ones.
    ShortcutsEditor(ActionRegistry &registry, const QString &prefix, QWidget *parent);
    [[nodiscard]] QTreeView *list() const { return m_view; }

private:
    void showCurrent();
    void assign();

    ActionRegistry &m_registry;
    ShortcutsModel *m_model;
    QTreeView *m_view;
    QKeySequenceEdit *m_edit;
    QLabel *m_note;
};

class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(ActionRegistry &registry, QWidget *parent);
};

} // namespace countersign::gui
