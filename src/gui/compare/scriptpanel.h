#pragma once

#include "gui/compare/stepmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeView;

namespace countersign::gui {

class Console;
class SqlView;
class StatusLabel;

/// The generated script: its statements with ticks, and the text of those that are taken. A statement leads to its
/// difference and a difference to its statements. The text is made in a worker and only while the panel is seen.
class ScriptPanel : public QWidget
{
    Q_OBJECT
public:
    ScriptPanel(Console &console, QWidget *parent);

    void setComparison(std::shared_ptr<const app::SchemaComparison> comparison,
                       std::shared_ptr<const CompareIndex> index);
    /// Shows the statement @p step (from 0) of the forward script.
    void showStep(int step);
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] SqlView *text() const { return m_sql; }

signals:
    /// The person wants to see the difference that a statement serves.
    void objectRequested(const countersign::schema::ObjectId &id);
    void settled();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void adoptPlan();
    void updateText();
    void updateSigns();
    void updateWords();
    /// Undo knows what was ticked before.
    void rememberTicks(const std::vector<bool> &before);
    void markCurrent(bool scroll);
    void copy() const;
    void save();

    Console &m_console;
    StepModel *m_model;
    QComboBox *m_direction;
    StatusLabel *m_words;
    StatusLabel *m_loss;
    QTreeView *m_list;
    SqlView *m_sql;
    std::shared_ptr<const app::SchemaComparison> m_comparison;
    std::shared_ptr<const CompareIndex> m_index;
    ScriptText m_script;
    int m_wanted = -1;
    bool m_fresh = false; ///< the text is that of the ticks
    bool m_syncing = false;
};

} // namespace countersign::gui
