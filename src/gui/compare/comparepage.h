#pragma once

#include "gui/compare/compareindex.h"
#include "gui/shell/page.h"

#include <QSet>

class QComboBox;
class QLineEdit;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace countersign::gui {

class ChangeGridModel;
class Chip;
class Console;
class DiffView;
class ObjectListModel;
class SqlView;

/// Production beside the proposed side: the list of objects, and for the current one its DDL, its altered attributes
/// and the generated script.
class ComparePage : public Page
{
    Q_OBJECT
public:
    ComparePage(Console &console, QWidget *parent);

    int attention() const override;
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void stepChange(int direction) override;
    void stepObject(int direction) override;
    QWidget *findField() const override;

    void showObject(const schema::ObjectId &id);
    [[nodiscard]] ObjectListModel *model() const { return m_model; }

private:
    void buildTools();
    void buildFilterRow();
    void buildList();
    void buildDetails();
    void connectConsole();
    void updateSideChoices();
    void startCompare();
    void adoptComparison();
    void adoptIndex(const std::shared_ptr<const CompareIndex> &index);
    void applyFilter();
    void updateChips();
    void updateViewed();
    void showCurrent();
    void showEntry(const ObjectEntry &entry);
    void updateChangeLabel();
    void showScript();
    void listMenu(const QPoint &at);
    void ignore(const QString &option);
    void loadViewed();
    void saveViewed() const;

    Console &m_console;
    ObjectListModel *m_model;
    ChangeGridModel *m_grid;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QLineEdit *m_filter = nullptr;
    QList<std::pair<ObjectStatus, Chip *>> m_chips;
    QPushButton *m_ignored = nullptr;
    QLabel *m_viewed = nullptr;
    QTreeView *m_list = nullptr;
    QSplitter *m_splitter = nullptr;
    QTabWidget *m_tabs = nullptr;
    DiffView *m_diff = nullptr;
    QTreeView *m_gridView = nullptr;
    SqlView *m_script = nullptr;
    QLabel *m_changeLabel = nullptr;
    QAbstractButton *m_unified = nullptr;
    std::vector<int> m_scriptRows; ///< first row of each forward step in the script
    schema::ObjectId m_shown;
    bool m_againArmed = false;
};

} // namespace countersign::gui
