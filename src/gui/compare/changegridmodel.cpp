#include "gui/compare/changegridmodel.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/compare/partwords.h"
#include "gui/compare/propertywords.h"

#include <algorithm>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownOfText = 300;   ///< a cell has no room for more, and painting a megabyte takes a second
constexpr qsizetype tippedOfText = 2000; ///< nor has a tooltip

/// What a cell shows of a value whose other side is @p other. Long texts that begin alike begin where they part.
QString excerpt(const QString &text, const QString &other, qsizetype most)
{
    constexpr qsizetype alike = 80;
    constexpr qsizetype before = 24;
    const auto parted = std::ranges::mismatch(text, other);
    const qsizetype same = parted.in1 - text.begin();
    const bool cutBefore = same > alike && !other.isEmpty() && text.size() > most / 2;
    const qsizetype from = cutBefore ? same - before : 0;
    QString middle = base::show(text.mid(from, most));
    if (most == tippedOfText) {
        middle = middle.toHtmlEscaped(); // tooltips guess whether a text is HTML
    }
    return (cutBefore ? u"…"_s : QString()) + middle + (from + most < text.size() ? u"…"_s : QString());
}

} // namespace

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
            row.to = definitionOf(m_comparison->to.schema, difference.id).simplified();
            break;
        case diff::Change::Removed:
            row.status = ObjectStatus::Removed;
            row.from = definitionOf(m_comparison->from.schema, difference.before).simplified();
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
    const qsizetype most = role == Qt::ToolTipRole ? tippedOfText : shownOfText;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case PartColumn:
            return row.first || role == Qt::ToolTipRole ? row.part : QString();
        case PropertyColumn:
            return row.property.isEmpty() ? look.word : base::show(propertyTitle(row.property));
        case FromColumn:
            return !row.property.isEmpty() || !row.from.isEmpty() ? excerpt(row.from, row.to, most)
                   : row.status == ObjectStatus::Added            ? tr("absent")
                                                                  : tr("present");
        case ToColumn:
            return !row.property.isEmpty() || !row.to.isEmpty() ? excerpt(row.to, row.from, most)
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
        return tr("%1: %2, from %3 to %4, %5")
            .arg(row.part, property, excerpt(row.from, row.to, most), excerpt(row.to, row.from, most), row.effect.text);
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
