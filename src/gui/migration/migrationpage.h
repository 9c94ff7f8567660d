#pragma once

#include "app/checkusecase.h"
#include "gui/migration/readscript.h"
#include "gui/shell/page.h"

class QComboBox;
class QStackedWidget;
class QSplitter;
class QTabBar;
class QTreeView;

namespace countersign::gui {

class AdaptiveSplitter;
class ChangeSession;
class Console;
class DiffView;
class FactList;
struct Fact;
class SqlView;
class StatementModel;

/// The migration statement by statement: the SQL, what the rehearsal saw, and what the rules say; the way back beside
/// it; and the author's SQL against the generated one.
class MigrationPage : public Page
{
    Q_OBJECT
public:
    MigrationPage(Console &console, ChangeSession &session, QWidget *parent);

    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void stepChange(int direction) override;
    /// Moves to the next (+1) or previous (-1) statement with a finding.
    void stepFinding(int direction);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Side { Forward, Rollback, Generated };
    void build();
    void buildCard();
    void connectSession();
    void updateMigrations();
    void showSide();
    void updateReport();
    void updateStatus();
    void say(Glyph glyph, Token token, const QString &text);
    void showStatement();
    void selectStatementAt(int line);
    void buildBar();
    void buildBelow();
    void fitBelow();
    void showGenerated();
    void showWayBack();
    void readWayBack(const QString &sql);
    void markInverse();
    void showInverse(int statement);
    void updateSigns();
    void updateComments();
    void updateSeen();
    void loadSeen();
    void saveSeen() const;
    /// After ticks: undo knows what was ticked before.
    void rememberTick();
    [[nodiscard]] std::vector<Fact> factsOf(int row) const;
    [[nodiscard]] std::optional<Fact> wayBackFrom(int row) const;
    [[nodiscard]] Side side() const;
    [[nodiscard]] bool forward() const { return side() == Side::Forward; }
    [[nodiscard]] schema::EngineKind engine() const;
    [[nodiscard]] QString path() const;
    /// Of the direction that is shown; null where the author gave none.
    [[nodiscard]] std::shared_ptr<const ReadScript> currentScript() const;

    Console &m_console;
    ChangeSession &m_session;
    StatementModel *m_model;
    QSet<QString> m_knownSeen; ///< what was seen when undo last heard of it
    QComboBox *m_choice;
    QPushButton *m_rehearse;
    QTabBar *m_side;
    StatusLabel *m_status;
    ElidedLabel *m_statusText;
    QTreeView *m_list;
    SqlView *m_sql;
    QWidget *m_backSide;
    QLabel *m_backTitle;
    SqlView *m_back;
    QWidget *m_card;
    QLabel *m_seen = nullptr;
    StatusLabel *m_hidden = nullptr;
    QAbstractButton *m_beside = nullptr;
    QAbstractButton *m_whiteSpace = nullptr;
    QStackedWidget *m_stack = nullptr;
    DiffView *m_generated = nullptr;
    EmptyState *m_notCompared = nullptr;
    QPushButton *m_cardShow = nullptr;
    std::shared_ptr<const ReadScript> m_backScript; ///< the way back that is shown beside
    std::shared_ptr<const app::CheckedMigration> m_shownReport;
    QLabel *m_cardTitle = nullptr;
    StatusLabel *m_cardOutcome = nullptr;
    FactList *m_cardFacts = nullptr;
    AdaptiveSplitter *m_splitter = nullptr;
    FactList *m_cardFindings = nullptr;
    QSplitter *m_below = nullptr;
    bool m_besideShown = false;
    bool m_syncing = false;
};

} // namespace countersign::gui
