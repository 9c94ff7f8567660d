#include "gui/compare/dependentsmodel.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/compare/compareindex.h"

#include <map>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// True when @p id is @p object or a part of it.
bool belongsTo(const schema::ObjectId &id, const schema::ObjectId &object)
{
    return id == object ||
           (schema::isPartOfRelation(id.kind) && id.schema == object.schema && id.parent == object.name);
}

} // namespace

std::vector<DependentsModel::Row> dependentsOf(const app::SchemaComparison &comparison, const schema::ObjectId &before,
                                               const schema::ObjectId &after)
{
    std::map<std::pair<bool, schema::ObjectId>, DependentsModel::Row> found;
    const auto collect = [&found](const schema::Schema &schema, const schema::ObjectId &object, bool now) {
        for (const schema::Dependency &one : schema.dependencies) {
            const bool referenced = belongsTo(one.referenced, object);
            const bool dependent = belongsTo(one.dependent, object);
            if (referenced == dependent) {
                continue;
            }
            const schema::ObjectId &other = referenced ? one.dependent : one.referenced;
            DependentsModel::Row &row = found[{!referenced, other}];
            row.id = other;
            row.needsThis = referenced;
            (now ? row.now : row.proposed) = true;
        }
    };
    collect(comparison.from.schema, before, true);
    collect(comparison.to.schema, after, false);
    std::vector<DependentsModel::Row> rows;
    for (auto &[key, row] : found) {
        rows.push_back(std::move(row));
    }
    return rows;
}

DependentsModel::DependentsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void DependentsModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const DependentsModel::Row *DependentsModel::row(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

int DependentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DependentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DependentsModel::data(const QModelIndex &index, int role) const
{
    const Row *one = row(index.row());
    if (one == nullptr) {
        return {};
    }
    const auto text = [&](int column) -> QString {
        switch (column) {
        case RelationColumn:
            return one->needsThis ? tr("needs this object") : tr("is needed by this object");
        case ObjectColumn:
            return titleOf(one->id.kind) + u' ' + shownName(one->id, true);
        default:
            return one->now && one->proposed ? tr("on both sides")
                   : one->now                ? tr("now, no longer as proposed")
                                             : tr("only as proposed");
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return text(index.column());
    case Qt::DecorationRole:
        return index.column() == RelationColumn
                   ? QVariant(icon(one->needsThis ? u"go-previous"_s : u"go-next"_s, Token::TextMuted))
                   : QVariant();
    case Qt::ForegroundRole:
        return index.column() == SideColumn ? QVariant(color(Token::TextMuted)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == RelationColumn
                   ? QVariant(QStringList{text(ObjectColumn), text(RelationColumn), text(SideColumn)}.join(u", "_s))
                   : QVariant();
    default:
        return {};
    }
}

QVariant DependentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RelationColumn:
        return tr("Relation");
    case ObjectColumn:
        return tr("Object");
    default:
        return tr("Where");
    }
}

} // namespace countersign::gui
