#pragma once

#include "app/comparesources.h"
#include "gui/common/tickmodel.h"
#include "gui/compare/compareindex.h"

#include <memory>
#include <vector>

namespace countersign::gui {

/// The statements of a generated script, one row each, with a tick for those that are taken. Rows are formatted when
/// they are painted; nothing is copied from the comparison.
class StepModel : public TickModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, StatementColumn, ObjectColumn, EffectColumn, ColumnCount };

    explicit StepModel(QObject *parent = nullptr);
    /// @p forward chooses the direction; every statement is ticked again. @p index knows what the statements forward
    /// do to others; null where that is not known.
    void setPlan(std::shared_ptr<const app::SchemaComparison> comparison, bool forward,
                 std::shared_ptr<const CompareIndex> index = {});

    [[nodiscard]] const std::vector<engine::Step> &steps() const;
    [[nodiscard]] bool isTaken(int row) const { return m_taken[std::size_t(row)]; }
    [[nodiscard]] const std::vector<bool> &taken() const { return m_taken; }
    void setAllTaken(bool taken);
    /// As it was before: for undo. Does nothing when the plan has another number of statements.
    void restoreTaken(const std::vector<bool> &taken);
    [[nodiscard]] int takenCount() const;
    [[nodiscard]] int destructiveCount() const; ///< among those that are taken
    /// The object that the statement in @p row serves; nothing for a statement that serves the script as a whole.
    [[nodiscard]] std::optional<schema::ObjectId> objectOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Other statements are ticked, because the person or undo did it or because the plan is another.
    void takenChanged();
    /// The person ticked: @p before is what was ticked until then.
    void changedByPerson(const std::vector<bool> &before);

protected:
    void setTicked(int row, bool ticked) override;

private:
    [[nodiscard]] QString display(const engine::Step &step, int row, int column) const;
    [[nodiscard]] EffectWords effectOf(const engine::Step &step, int row) const;

    std::shared_ptr<const app::SchemaComparison> m_comparison;
    std::shared_ptr<const CompareIndex> m_index;
    bool m_forward = true;
    std::vector<bool> m_taken;
};

/// The ticked statements as one text, and the first line (from 0) of each; -1 for those that are left out.
struct ScriptText {
    QString sql;
    std::vector<int> firstLines;
    std::vector<int> lastLines;
};
[[nodiscard]] ScriptText scriptText(const std::vector<engine::Step> &steps, const std::vector<bool> &taken);

} // namespace countersign::gui
