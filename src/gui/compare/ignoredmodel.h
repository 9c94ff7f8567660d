#pragma once

#include "app/comparesources.h"

#include <QAbstractTableModel>

#include <memory>

namespace countersign::gui {

/// The ledger of what is ignored: everything that differs but that a rule hides, with the rule that hides it.
class IgnoredModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RuleColumn, ObjectColumn, PropertyColumn, FromColumn, ToColumn, ColumnCount };

    explicit IgnoredModel(QObject *parent = nullptr);
    void setComparison(std::shared_ptr<const app::SchemaComparison> comparison);
    [[nodiscard]] const diff::Suppressed *suppressed(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const app::SchemaComparison> m_comparison;
};

/// The options under which what @p suppressed hides is compared again.
[[nodiscard]] diff::Options withoutRule(diff::Options options, const diff::Suppressed &suppressed);

/// How many rules of a person @p options hold: ignored attributes, left out objects, scope.
[[nodiscard]] int ruleCount(const diff::Options &options);

} // namespace countersign::gui
