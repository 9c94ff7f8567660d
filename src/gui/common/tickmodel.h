#pragma once

#include <QAbstractTableModel>

namespace countersign::gui {

/// A table whose first column has a tick in every row. What a tick means is the model's own affair.
class TickModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const final
    {
        if (!index.isValid()) {
            return QAbstractTableModel::flags(index);
        }
        const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
        return index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
    }

    bool setData(const QModelIndex &index, const QVariant &value, int role) final
    {
        if (role != Qt::CheckStateRole || !index.isValid() || index.column() != 0 || index.row() >= rowCount()) {
            return false;
        }
        setTicked(index.row(), value.toInt() == Qt::Checked);
        return true;
    }

protected:
    /// Emits dataChanged() for the row.
    virtual void setTicked(int row, bool ticked) = 0;
};

} // namespace countersign::gui
