#pragma once

#include "checks/finding.h"
#include "schema/objectid.h"

#include <QAbstractListModel>
#include <QSet>
#include <QWidget>

#include <vector>

class QListView;

namespace countersign::gui {

class Console;
class TokenLabel;

/// One thing that people who review together should have spoken about.
struct WalkPoint {
    enum class Kind { Requirement, Finding, Comment, Object };
    Kind kind = Kind::Object;
    QString id; ///< what it is kept under: a point that changes is a new one
    QString text;
    QString page; ///< where it is shown
    schema::ObjectId object;
    int finding = -1; ///< in the report that is shown
    checks::Severity severity = checks::Severity::Info;

    friend bool operator==(const WalkPoint &, const WalkPoint &) = default;
};

/// Unmet requirements, open comments, findings and differing objects of what is open, in this order. A pure function of
/// what the console holds.
[[nodiscard]] std::vector<WalkPoint> walkPoints(const Console &console);
/// As a task list for a ticket.
[[nodiscard]] QString walkToMarkdown(const std::vector<WalkPoint> &points, const QSet<QString> &done);

class WalkModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit WalkModel(QObject *parent = nullptr);
    void setPoints(std::vector<WalkPoint> points);
    [[nodiscard]] const std::vector<WalkPoint> &points() const { return m_points; }
    [[nodiscard]] const QSet<QString> &done() const { return m_done; }
    void setDone(int row, bool done);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void doneChanged();

private:
    std::vector<WalkPoint> m_points;
    QSet<QString> m_done;
};

/// The list of points of a review session: tick what was spoken about, step to the next open one, copy the list.
class WalkList : public QWidget
{
    Q_OBJECT
public:
    explicit WalkList(Console &console, QWidget *parent = nullptr);
    /// To the next (+1) or previous (-1) point that is not ticked, and shows it on its page.
    void step(int direction);
    [[nodiscard]] WalkModel *model() { return m_model; }

private:
    void update();
    void showPoint(int row);
    void showCount();

    Console &m_console;
    WalkModel *m_model;
    QListView *m_list;
    TokenLabel *m_count;
};

} // namespace countersign::gui
