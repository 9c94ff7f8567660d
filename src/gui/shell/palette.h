#pragma once

#include <QAbstractListModel>
#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QListView;
class QLabel;

namespace countersign::gui {

/// One thing to choose by typing a part of its name.
struct PaletteEntry {
    QString title;
    QString group;   ///< shown muted before the title
    QString keys;    ///< shortcut, or a fact at the right end
    QString blocked; ///< why it cannot be chosen now; empty when it can
    QIcon icon;
    std::function<void()> run;
};

/// How well @p needle fits @p text: letters in order, better when together and at word starts. -1: does not fit.
[[nodiscard]] int fuzzyScore(const QString &needle, const QString &text);

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { GroupRole = Qt::UserRole + 1, KeysRole, BlockedRole };

    explicit PaletteModel(std::vector<PaletteEntry> entries, QObject *parent = nullptr);
    void setNeedle(const QString &needle);
    [[nodiscard]] const PaletteEntry *entry(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<int> m_shown;
};

/// Type, see, Enter. Used for commands (Ctrl+Shift+P) and for going to an object (Ctrl+P).
class PaletteDialog : public QDialog
{
    Q_OBJECT
public:
    PaletteDialog(const QString &objectName, const QString &placeholder, std::vector<PaletteEntry> entries,
                  QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void runCurrent();
    void selectFirst();

    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_note;
    PaletteModel *m_model;
};

} // namespace countersign::gui
