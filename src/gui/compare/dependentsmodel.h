#pragma once

#include "app/comparesources.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace countersign::gui {

/// What needs one object, and what it needs, on both sides, where the catalog knows it.
class DependentsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RelationColumn, ObjectColumn, SideColumn, ColumnCount };

    struct Row {
        schema::ObjectId id;
        bool needsThis = false; ///< false: this object needs it
        bool now = false;
        bool proposed = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit DependentsModel(QObject *parent = nullptr);
    void setRows(std::vector<Row> rows);
    [[nodiscard]] const Row *row(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// The relations of an object or its parts with other objects; dependents first, then by name. Pure, any thread.
[[nodiscard]] std::vector<DependentsModel::Row>
dependentsOf(const app::SchemaComparison &comparison, const schema::ObjectId &before, const schema::ObjectId &after);

} // namespace countersign::gui
