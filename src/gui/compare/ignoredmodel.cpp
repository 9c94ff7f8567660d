#include "gui/compare/ignoredmodel.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/compare/compareindex.h"
#include "gui/compare/propertywords.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto excludePrefix = "exclude ";
constexpr auto onlyRule = "only";

} // namespace

diff::Options withoutRule(diff::Options options, const diff::Suppressed &suppressed)
{
    const QString &rule = suppressed.option;
    if (rule == QLatin1StringView(onlyRule)) {
        options.only.reset();
    } else if (rule.startsWith(QLatin1StringView(excludePrefix))) {
        const QString path = suppressed.difference.id.path();
        options.excludePaths.removeIf([&path](const QString &pattern) {
            return QRegularExpression::fromWildcard(pattern).match(path).hasMatch();
        });
    } else if (!options.ignore.remove(rule)) {
        options.include.insert(rule);
    }
    return options;
}

int ruleCount(const diff::Options &options)
{
    return int(options.ignore.size() + options.excludePaths.size() + options.schemas.size() +
               qsizetype(options.schemaMapping.size())) +
           (options.only ? 1 : 0);
}

IgnoredModel::IgnoredModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void IgnoredModel::setComparison(std::shared_ptr<const app::SchemaComparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
}

const diff::Suppressed *IgnoredModel::suppressed(int row) const
{
    return row >= 0 && row < rowCount() ? &m_comparison->plan.comparison.suppressed[std::size_t(row)] : nullptr;
}

int IgnoredModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_comparison ? 0 : int(m_comparison->plan.comparison.suppressed.size());
}

int IgnoredModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant IgnoredModel::data(const QModelIndex &index, int role) const
{
    const diff::Suppressed *one = suppressed(index.row());
    if (one == nullptr) {
        return {};
    }
    const diff::Difference &difference = one->difference;
    const diff::Property *property = difference.properties.empty() ? nullptr : &difference.properties.front();
    const auto text = [&](int column) -> QString {
        switch (column) {
        case RuleColumn:
            return base::show(ignoreTitle(one->option));
        case ObjectColumn:
            return titleOf(difference.id.kind) + u' ' + shownName(difference.id, true);
        case PropertyColumn:
            return property != nullptr ? base::show(propertyTitle(property->name)) : lookOf(difference.change).word;
        case FromColumn:
            return property != nullptr ? base::show(property->from) : QString();
        default:
            return property != nullptr ? base::show(property->to) : QString();
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return role == Qt::ToolTipRole ? text(index.column()).toHtmlEscaped() : text(index.column());
    case Qt::DecorationRole:
        return index.column() == RuleColumn ? QVariant(glyphIcon(Glyph::Slash, Token::Unknown)) : QVariant();
    case Qt::FontRole:
        return index.column() >= FromColumn ? QVariant(fixedFont()) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == RuleColumn) {
            return QStringList{text(RuleColumn), text(ObjectColumn), text(PropertyColumn), text(FromColumn),
                               text(ToColumn)}
                .join(u", "_s);
        }
        return {};
    default:
        return {};
    }
}

QVariant IgnoredModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RuleColumn:
        return tr("Ignored by");
    case ObjectColumn:
        return tr("Object");
    case PropertyColumn:
        return tr("Property");
    case FromColumn:
        return tr("Now");
    default:
        return tr("Proposed");
    }
}

} // namespace countersign::gui
