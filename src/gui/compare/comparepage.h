#pragma once

#include "app/objectddl.h"
#include "gui/compare/compareindex.h"
#include "gui/shell/page.h"

#include <QSet>

class QComboBox;
class QLineEdit;
class QTabWidget;
class QTreeView;

namespace countersign::gui {

class AdaptiveSplitter;
class ChangeGridModel;
class Chip;
class Console;
class DependentsModel;
class DiffView;
class IgnoredModel;
class ObjectListModel;
class ScriptPanel;

/// Production beside the proposed side: the list of objects, and for the current one its DDL, its altered attributes
/// and dependents; the generated script; the ledger of what rules hide.
class ComparePage : public Page
{
    Q_OBJECT
public:
    ComparePage(Console &console, QWidget *parent);

    int attention() const override;
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void timePassed() override;
    void stepChange(int direction) override;
    void stepObject(int direction) override;
    QWidget *findField() const override;

    void showObject(const schema::ObjectId &id);
    [[nodiscard]] ObjectListModel *model() const { return m_model; }
    void openRules();
    void openRenames();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTools();
    void buildFilterRow();
    void buildList();
    void buildDetails();
    [[nodiscard]] QWidget *buildCorner();
    [[nodiscard]] QWidget *buildIgnored();
    void connectConsole();
    void updateSideChoices();
    void chooseOther(QComboBox *side);
    void swapSides();
    void startCompare();
    void compareWith(const diff::Options &options);
    /// The same, and undo compares with the rules that were before.
    void changeRules(const diff::Options &options);
    /// After ticks: undo knows what was ticked before.
    void rememberTick();
    void adoptComparison();
    void updateSubtitle();
    void adoptIndex(const std::shared_ptr<const CompareIndex> &index);
    /// Ready, or partial when something could not be read.
    void settleReady();
    void settleEmpty();
    void applyFilter();
    /// The person filtered: the same, and says how many are left.
    void filterChanged();
    void showEverything();
    void updateChips();
    void updateViewed();
    void updateRules();
    void updateComments();
    void updateSizes();
    void showCurrent();
    void showEntry(const ObjectEntry &entry);
    void detachDdl();
    void updateChangeLabel();
    void listMenu(const QPoint &at);
    void ignore(const QString &option);
    void compareAgain();
    void loadViewed();
    void saveViewed() const;
    void loadOptions();
    void saveOptions() const;
    [[nodiscard]] std::vector<diff::RenameCandidate> undecidedRenames() const;

    Console &m_console;
    ObjectListModel *m_model;
    ChangeGridModel *m_grid;
    DependentsModel *m_dependents;
    IgnoredModel *m_ignoredModel;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QPushButton *m_rules = nullptr;
    QPushButton *m_compare = nullptr;
    QLineEdit *m_filter = nullptr;
    QList<std::pair<ObjectStatus, Chip *>> m_chips;
    QPushButton *m_filtered = nullptr; ///< how many the filter's text hides; clears it
    QPushButton *m_ignored = nullptr;
    QLabel *m_viewed = nullptr;
    InlineBanner *m_renames = nullptr;
    QStackedWidget *m_listStack = nullptr;
    EmptyState *m_nothing = nullptr;
    QTreeView *m_list = nullptr;
    AdaptiveSplitter *m_splitter = nullptr;
    QTabWidget *m_tabs = nullptr;
    DiffView *m_diff = nullptr;
    QTreeView *m_gridView = nullptr;
    QTreeView *m_dependentsView = nullptr;
    ScriptPanel *m_script = nullptr;
    QTreeView *m_ignoredView = nullptr;
    QLabel *m_changeLabel = nullptr;
    QAbstractButton *m_unified = nullptr;
    QAbstractButton *m_detach = nullptr;
    std::function<void()> m_primary; ///< what the button of the empty state does
    QSet<QString> m_notRenames;      ///< candidates that the person said are two objects
    QSet<QString> m_knownMarks;      ///< what was viewed when undo last heard of it
    diff::Options m_options;
    std::shared_ptr<const app::SchemaComparison> m_compared; ///< what the list is about
    app::ObjectDdl m_ddl;                                    ///< what the panes show
    QString m_ddlName;
    schema::ObjectId m_shown;
    bool m_againArmed = false;
};

} // namespace countersign::gui
