#include "gui/compare/changegridmodel.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/compare/partwords.h"
#include "gui/compare/propertywords.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

ChangeGridModel::ChangeGridModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void ChangeGridModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ChangeGridModel::setObject(std::shared_ptr<const app::SchemaComparison> comparison, const CompareIndex &derived,
                                const ObjectEntry &entry)
{
    beginResetModel();
    m_rows.clear();
    m_comparison = std::move(comparison);
    for (const int index : entry.differences) {
        const diff::Difference &difference = m_comparison->plan.comparison.differences[std::size_t(index)];
        Row row;
        row.difference = index;
        row.part = titleOf(difference.id.kind) + u' ' + shownName(difference.id);
        row.first = true;
        row.steps = derived.stepsOf[std::size_t(index)];
        row.effect = derived.effectOf(row.steps);
        switch (difference.change) {
        case diff::Change::Added:
            row.status = ObjectStatus::Added;
            row.to = base::show(definitionOf(m_comparison->to.schema, difference.id).simplified());
            break;
        case diff::Change::Removed:
            row.status = ObjectStatus::Removed;
            row.from = base::show(definitionOf(m_comparison->from.schema, difference.before).simplified());
            break;
        case diff::Change::Renamed:
            row.status = ObjectStatus::Renamed;
            row.property = tr("name");
            row.from = difference.before.name;
            row.to = difference.id.name;
            break;
        case diff::Change::Altered:
            break;
        }
        if (difference.properties.empty()) {
            m_rows.push_back(row);
        }
        for (const diff::Property &property : difference.properties) {
            row.property = property.name;
            row.from = property.from;
            row.to = property.to;
            m_rows.push_back(row);
            row.first = false;
        }
    }
    endResetModel();
}

int ChangeGridModel::differenceOf(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].difference : -1;
}

std::vector<int> ChangeGridModel::stepsOf(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].steps : std::vector<int>{};
}

int ChangeGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangeGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangeGridModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_rows.size())) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    const StatusLook look = lookOf(row.status);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case PartColumn:
            return row.first || role == Qt::ToolTipRole ? row.part : QString();
        case PropertyColumn:
            return row.property.isEmpty() ? look.word : base::show(propertyTitle(row.property));
        case FromColumn:
            return !row.property.isEmpty() || !row.from.isEmpty() ? base::show(row.from)
                   : row.status == ObjectStatus::Added            ? tr("absent")
                                                                  : tr("present");
        case ToColumn:
            return !row.property.isEmpty() || !row.to.isEmpty() ? base::show(row.to)
                   : row.status == ObjectStatus::Removed        ? tr("absent")
                                                                : tr("present");
        case EffectColumn:
            return row.first || role == Qt::ToolTipRole ? row.effect.text : QString();
        default: {
            QStringList numbers;
            for (const int step : row.steps) {
                numbers << u"#"_s + QString::number(step + 1);
            }
            return numbers.isEmpty() ? tr("none") : numbers.join(u", "_s);
        }
        }
    }
    if (role == Qt::DecorationRole && index.column() == PropertyColumn) {
        return glyphIcon(look.glyph, look.token);
    }
    if (role == Qt::ForegroundRole && index.column() == EffectColumn) {
        return color(row.effect.token);
    }
    const bool quoted = !row.property.isEmpty() || !(index.column() == FromColumn ? row.from : row.to).isEmpty();
    if (role == Qt::FontRole && (index.column() == FromColumn || index.column() == ToColumn) && quoted) {
        return fixedFont();
    }
    if (role == Qt::ForegroundRole && (index.column() == FromColumn || index.column() == ToColumn) && !quoted) {
        return color(Token::TextMuted);
    }
    if (role == Qt::AccessibleTextRole && index.column() == PartColumn) {
        const QString property = row.property.isEmpty() ? look.word : row.property;
        //: For screen readers: part, attribute, what it is now, what it will be, what that does
        return tr("%1: %2, from %3 to %4, %5").arg(row.part, property, row.from, row.to, row.effect.text);
    }
    return {};
}

QVariant ChangeGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case PartColumn:
        return tr("Part");
    case PropertyColumn:
        return tr("Property");
    case FromColumn:
        return tr("Now");
    case ToColumn:
        return tr("Proposed");
    case EffectColumn:
        return tr("Effect");
    default:
        return tr("Statement");
    }
}

} // namespace countersign::gui
