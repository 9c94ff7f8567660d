#include "gui/compare/objectlistmodel.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

ObjectListModel::ObjectListModel(QObject *parent)
    : QAbstractItemModel(parent), m_index(std::make_shared<const CompareIndex>())
{
}

void ObjectListModel::setIndex(std::shared_ptr<const CompareIndex> index)
{
    beginResetModel();
    m_groups.clear();
    m_shownCount = 0;
    m_hiddenByText = 0;
    m_index = std::move(index);
    endResetModel();
}

void ObjectListModel::setFilter(const QString &text, const QSet<ObjectStatus> &shown)
{
    const QStringList terms = text.toLower().split(u' ', Qt::SkipEmptyParts);
    std::vector<int> shownEntries;
    int hidden = 0;
    for (std::size_t i = 0; i < m_index->entries.size(); ++i) {
        const ObjectEntry &entry = m_index->entries[i];
        if (shown.contains(entry.status)) {
            if (matches(entry, terms)) {
                shownEntries.push_back(int(i));
            } else {
                ++hidden;
            }
        }
    }
    beginResetModel();
    m_terms = terms;
    m_hiddenByText = hidden;
    m_shownCount = int(shownEntries.size());
    group(shownEntries);
    endResetModel();
}

QString ObjectListModel::groupOf(const ObjectEntry &entry) const
{
    switch (m_grouping) {
    case Grouping::Kind:
        return pluralTitleOf(entry.id.kind);
    case Grouping::Status:
        return lookOf(entry.status).word;
    case Grouping::Namespace:
        return entry.id.schema.isEmpty() ? tr("No schema") : entry.id.schema;
    }
    Q_UNREACHABLE_RETURN({});
}

void ObjectListModel::group(const std::vector<int> &entries)
{
    m_groups.clear();
    QHash<QString, std::size_t> places;
    for (const int number : entries) {
        const QString title = groupOf(m_index->entries[std::size_t(number)]);
        auto place = places.find(title);
        if (place == places.end()) {
            place = places.insert(title, m_groups.size());
            m_groups.push_back({title, {}});
        }
        m_groups[*place].entries.push_back(number);
    }
}

void ObjectListModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping) {
        return;
    }
    std::vector<int> entries;
    for (const Group &group : m_groups) {
        entries.insert(entries.end(), group.entries.begin(), group.entries.end());
    }
    std::ranges::sort(entries);
    beginResetModel();
    m_grouping = grouping;
    group(entries);
    endResetModel();
}

void ObjectListModel::setCommentCounts(const QHash<QString, int> &counts)
{
    m_comments = counts;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(index(0, CommentsColumn, group), index(rowCount(group) - 1, CommentsColumn, group));
    }
}

void ObjectListModel::setSizes(const QHash<QString, QString> &sizes)
{
    m_sizes = sizes;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(index(0, EffectColumn, group), index(rowCount(group) - 1, EffectColumn, group));
    }
}

QString ObjectListModel::effectOf(const ObjectEntry &entry) const
{
    QStringList words;
    if (!entry.effect.text.isEmpty()) {
        words << entry.effect.text;
    }
    const QString size = entry.status == ObjectStatus::Added ? QString() : m_sizes.value(entry.before.path());
    if (!size.isEmpty()) {
        words << size;
    }
    return words.join(u" · "_s);
}

QString ObjectListModel::summaryText(const ObjectEntry &entry) const
{
    constexpr qsizetype mostNamed = 3;
    const QStringList met = matchedParts(entry, m_terms);
    if (met.isEmpty()) {
        return base::show(entry.summary);
    }
    const QString named = met.first(std::min(met.size(), mostNamed)).join(u", "_s);
    //: what the filter found within an object, such as "Column status"; %2 is all that changes in it
    return tr("found: %1 · %2").arg(met.size() > mostNamed ? named + u", …"_s : named, base::show(entry.summary));
}

void ObjectListModel::setViewed(const QSet<QString> &marks)
{
    m_viewed = marks;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group), {Qt::CheckStateRole});
    }
    emit viewedChanged();
}

bool ObjectListModel::isViewed(const ObjectEntry &entry) const
{
    return m_viewed.contains(entry.mark);
}

void ObjectListModel::setEntryViewed(int entry, bool viewed)
{
    const ObjectEntry &object = m_index->entries[std::size_t(entry)];
    if (viewed) {
        m_viewed.insert(object.mark);
    } else {
        m_viewed.remove(object.mark);
    }
    const QModelIndex at = indexOf(object.id);
    if (at.isValid()) {
        emit dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    }
    emit viewedChanged();
}

int ObjectListModel::viewedCount() const
{
    return int(std::ranges::count_if(m_index->entries, [this](const ObjectEntry &entry) {
        return entry.status != ObjectStatus::Same && isViewed(entry);
    }));
}

int ObjectListModel::differingCount() const
{
    return int(m_index->entries.size()) - m_index->counts[std::size_t(ObjectStatus::Same)];
}

int ObjectListModel::entryNumber(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return -1;
    }
    const Group &group = m_groups[std::size_t(index.internalId() - 1)];
    return group.entries[std::size_t(index.row())];
}

const ObjectEntry *ObjectListModel::entry(const QModelIndex &index) const
{
    const int number = entryNumber(index);
    return number < 0 ? nullptr : &m_index->entries[std::size_t(number)];
}

QModelIndex ObjectListModel::indexOf(const schema::ObjectId &id) const
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        for (std::size_t row = 0; row < m_groups[group].entries.size(); ++row) {
            if (m_index->entries[std::size_t(m_groups[group].entries[row])].id == id) {
                return createIndex(int(row), 0, quintptr(group + 1));
            }
        }
    }
    return {};
}

QModelIndex ObjectListModel::neighbour(const QModelIndex &from, int direction) const
{
    int group = from.isValid() ? int(from.internalId()) - 1 : direction > 0 ? 0 : int(m_groups.size()) - 1;
    int row = from.isValid() && from.internalId() != 0 ? from.row() + direction : 0;
    if (from.isValid() && from.internalId() == 0) {
        group = from.row();
        row = 0;
    }
    while (group >= 0 && group < int(m_groups.size())) {
        const int rows = int(m_groups[std::size_t(group)].entries.size());
        if (row >= 0 && row < rows) {
            return createIndex(row, 0, quintptr(group + 1));
        }
        group += direction;
        row = direction > 0                                ? 0
              : group >= 0 && group < int(m_groups.size()) ? int(m_groups[std::size_t(group)].entries.size()) - 1
                                                           : 0;
    }
    return {};
}

QModelIndex ObjectListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column < 0 || column >= ColumnCount || row < 0) {
        return {};
    }
    if (!parent.isValid()) {
        return row < int(m_groups.size()) ? createIndex(row, column, quintptr(0)) : QModelIndex();
    }
    if (parent.internalId() != 0 || parent.column() != 0) {
        return {};
    }
    return row < int(m_groups[std::size_t(parent.row())].entries.size())
               ? createIndex(row, column, quintptr(parent.row() + 1))
               : QModelIndex();
}

QModelIndex ObjectListModel::parent(const QModelIndex &child) const
{
    return !child.isValid() || child.internalId() == 0 ? QModelIndex()
                                                       : createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ObjectListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_groups.size());
    }
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())].entries.size())
                                                            : 0;
}

int ObjectListModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ObjectListModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::DisplayRole && column == ObjectColumn) {
        //: %1 is a group of objects such as Table, %2 how many
        return tr("%1 (%2)").arg(group.title, localText(int(group.entries.size())));
    }
    if (role == Qt::FontRole) {
        return interfaceFont(1.0, true);
    }
    if (role == Qt::ForegroundRole) {
        return color(Token::TextMuted);
    }
    return {};
}

QVariant ObjectListModel::entryData(const ObjectEntry &entry, int column, int role) const
{
    const StatusLook look = lookOf(entry.status);
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case ObjectColumn:
            return entry.status == ObjectStatus::Renamed
                       ? base::show(entry.before.path()) + u"  →  "_s + base::show(entry.name)
                       : base::show(entry.name);
        case StatusColumn:
            return look.word;
        case SummaryColumn:
            return summaryText(entry);
        case EffectColumn:
            return effectOf(entry);
        default: {
            const int comments = m_comments.value(entry.name);
            return comments == 0 ? QString() : localText(comments);
        }
        }
    case Qt::DecorationRole:
        if (column == StatusColumn) {
            return glyphIcon(look.glyph, look.token);
        }
        if (column == CommentsColumn) {
            return m_comments.value(entry.name) > 0 ? QVariant(icon(u"edit-comment"_s, Token::Link)) : QVariant();
        }
        return column == EffectColumn && entry.losesData ? QVariant(glyphIcon(Glyph::Critical, Token::Critical))
                                                         : QVariant();
    case Qt::CheckStateRole:
        return column == ObjectColumn && entry.status != ObjectStatus::Same
                   ? QVariant(isViewed(entry) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case Qt::ForegroundRole:
        if (column == StatusColumn) {
            return color(look.token);
        }
        return column == EffectColumn                                          ? color(entry.effect.token)
               : column == SummaryColumn || entry.status == ObjectStatus::Same ? color(Token::TextMuted)
                                                                               : QVariant();
    case Qt::ToolTipRole:
        return column == ObjectColumn    ? tr("Tick when you have looked at it (Space)")
               : column == SummaryColumn ? QVariant(summaryText(entry).toHtmlEscaped())
               : column == EffectColumn  ? QVariant(effectOf(entry).toHtmlEscaped())
                                         : QVariant();
    case Qt::AccessibleTextRole:
        //: For screen readers: status, kind, name, what changes, loses data or nothing, viewed or not
        return column == ObjectColumn
                   ? QStringList{look.word, titleOf(entry.id.kind) + u' ' + entry.name, summaryText(entry),
                                 effectOf(entry), isViewed(entry) ? tr("viewed") : tr("not viewed")}
                         .join(u", "_s)
                   : QVariant();
    default:
        return {};
    }
}

QVariant ObjectListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == 0) {
        return groupData(m_groups[std::size_t(index.row())], index.column(), role);
    }
    return entryData(*entry(index), index.column(), role);
}

QVariant ObjectListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case ObjectColumn:
        return tr("Object");
    case StatusColumn:
        return tr("Status");
    case SummaryColumn:
        return tr("What changes");
    case EffectColumn:
        return tr("Effect");
    default:
        return tr("Comments");
    }
}

Qt::ItemFlags ObjectListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const ObjectEntry *object = entry(index);
    if (object != nullptr && index.column() == ObjectColumn && object->status != ObjectStatus::Same) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return object != nullptr ? flags | Qt::ItemNeverHasChildren : flags;
}

bool ObjectListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int number = entryNumber(index);
    if (role != Qt::CheckStateRole || number < 0) {
        return false;
    }
    setEntryViewed(number, value.toInt() == Qt::Checked);
    return true;
}

} // namespace countersign::gui
