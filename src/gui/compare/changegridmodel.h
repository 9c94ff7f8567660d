#pragma once

#include "gui/compare/compareindex.h"

#include <QAbstractTableModel>

namespace countersign::gui {

/// What is different about one object, attribute by attribute: also the form of the comparison for screen readers.
class ChangeGridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PartColumn, PropertyColumn, FromColumn, ToColumn, EffectColumn, StatementColumn, ColumnCount };

    explicit ChangeGridModel(QObject *parent = nullptr);
    /// @p index is the one of @p comparison.
    void setObject(std::shared_ptr<const app::SchemaComparison> comparison, const CompareIndex &index,
                   const ObjectEntry &entry);
    void clear();
    [[nodiscard]] const std::shared_ptr<const app::SchemaComparison> &comparison() const { return m_comparison; }
    /// The difference that a row is about, or -1.
    [[nodiscard]] int differenceOf(int row) const;
    /// 0-based statements of the forward plan that serve the row's difference.
    [[nodiscard]] std::vector<int> stepsOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int difference = -1;
        QString part;
        QString property;
        QString from;
        QString to;
        ObjectStatus status = ObjectStatus::Changed;
        std::vector<int> steps;
        EffectWords effect;
        bool first = false; ///< first row of its difference
    };
    std::shared_ptr<const app::SchemaComparison> m_comparison;
    std::vector<Row> m_rows;
};

} // namespace countersign::gui
