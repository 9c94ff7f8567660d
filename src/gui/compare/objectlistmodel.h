#pragma once

#include "gui/compare/compareindex.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

namespace countersign::gui {

/// By what the object list is grouped.
enum class Grouping : std::uint8_t { Kind, Status, Namespace };

/// The object list: groups and objects, filtered. Row data comes from a CompareIndex that never changes.
class ObjectListModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, StatusColumn, SummaryColumn, EffectColumn, CommentsColumn, ColumnCount };
    enum Role { EntryRole = Qt::UserRole + 1 };

    explicit ObjectListModel(QObject *parent = nullptr);

    void setIndex(std::shared_ptr<const CompareIndex> index);
    [[nodiscard]] const std::shared_ptr<const CompareIndex> &index() const { return m_index; }
    void setFilter(const QString &text, const QSet<ObjectStatus> &shown);
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] int shownCount() const { return m_shownCount; }
    /// How many objects of the statuses that are shown the text of the filter hides.
    [[nodiscard]] int hiddenByText() const { return m_hiddenByText; }

    /// Open comments by object path, and "1.2 M rows" by relation path; shown beside the object.
    void setCommentCounts(const QHash<QString, int> &counts);
    void setSizes(const QHash<QString, QString> &sizes);

    /// Viewed marks, by path and digest of what differs.
    void setViewed(const QSet<QString> &marks);
    [[nodiscard]] QSet<QString> viewedMarks() const { return m_viewed; }
    [[nodiscard]] bool isViewed(const ObjectEntry &entry) const;
    void setEntryViewed(int entry, bool viewed);
    [[nodiscard]] int viewedCount() const;
    [[nodiscard]] int differingCount() const;

    [[nodiscard]] const ObjectEntry *entry(const QModelIndex &index) const;
    /// The index into CompareIndex::entries, or -1 for groups.
    [[nodiscard]] int entryNumber(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const schema::ObjectId &id) const;
    /// The object after (+1) or before (-1) @p from in list order; invalid at the end.
    [[nodiscard]] QModelIndex neighbour(const QModelIndex &from, int direction) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void viewedChanged();

private:
    struct Group {
        QString title;
        std::vector<int> entries;
    };

    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] QVariant entryData(const ObjectEntry &entry, int column, int role) const;
    [[nodiscard]] QString effectOf(const ObjectEntry &entry) const;
    /// What changes in it; while somebody looks for a part, that part first.
    [[nodiscard]] QString summaryText(const ObjectEntry &entry) const;
    [[nodiscard]] QString groupOf(const ObjectEntry &entry) const;
    void group(const std::vector<int> &entries);

    std::shared_ptr<const CompareIndex> m_index;
    std::vector<Group> m_groups;
    QSet<QString> m_viewed;
    QHash<QString, int> m_comments;
    QHash<QString, QString> m_sizes;
    Grouping m_grouping = Grouping::Kind;
    QStringList m_terms; ///< of the filter
    int m_shownCount = 0;
    int m_hiddenByText = 0;
};

} // namespace countersign::gui
