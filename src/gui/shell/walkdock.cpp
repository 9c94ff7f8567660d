#include "gui/shell/walkdock.h"

#include "base/show.h"
#include "gui/common/looks.h"
#include "gui/common/widgets.h"
#include "gui/compare/compareindex.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QListView>
#include <QPushButton>

#include <algorithm>
#include <numeric>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(WalkPoint::Kind kind)
{
    switch (kind) {
    case WalkPoint::Kind::Requirement:
        return WalkModel::tr("Requirement");
    case WalkPoint::Kind::Finding:
        return WalkModel::tr("Finding");
    case WalkPoint::Kind::Comment:
        return WalkModel::tr("Comment");
    case WalkPoint::Kind::Object:
        return WalkModel::tr("Difference");
    }
    Q_UNREACHABLE_RETURN({});
}

QIcon iconOf(const WalkPoint &point)
{
    switch (point.kind) {
    case WalkPoint::Kind::Requirement:
        return glyphIcon(Glyph::Cross, Token::Critical);
    case WalkPoint::Kind::Finding: {
        const Look look = lookOf(point.severity);
        return glyphIcon(look.glyph, look.token);
    }
    case WalkPoint::Kind::Comment:
        return glyphIcon(Glyph::Pencil, Token::Link);
    case WalkPoint::Kind::Object:
        return glyphIcon(Glyph::Changed, Token::ChangedMark);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

std::vector<WalkPoint> walkPoints(const Console &console)
{
    std::vector<WalkPoint> points;
    const ChangeSession &session = console.session();
    if (const app::ReviewedChange *change = session.change()) {
        for (const review::Reason &reason : change->evaluation.reasons) {
            if (reason.severity == review::ReasonSeverity::Block) {
                points.push_back({.kind = WalkPoint::Kind::Requirement,
                                  .id = u"requirement "_s + reason.text,
                                  .text = reason.text,
                                  .page = u"review"_s,
                                  .object = {}});
            }
        }
        for (const review::CommentView &comment : change->evaluation.comments) {
            if (!comment.resolved) {
                points.push_back({.kind = WalkPoint::Kind::Comment,
                                  .id = u"comment "_s + comment.eid,
                                  .text = comment.by + u": "_s + change->texts.value(comment.text),
                                  .page = u"review"_s,
                                  .object = {}});
            }
        }
    }
    if (const auto checked = session.checked()) {
        const std::vector<checks::Finding> &findings = checked->report.findings;
        std::vector<int> order(findings.size());
        std::iota(order.begin(), order.end(), 0);
        // Worst first, as the Checks page lists them.
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](int at) { return findings[std::size_t(at)].severity; });
        for (const int at : order) {
            const checks::Finding &finding = findings[std::size_t(at)];
            if (!finding.waived) {
                points.push_back({.kind = WalkPoint::Kind::Finding,
                                  .id = u"finding %1 %2 %3"_s.arg(finding.rule, finding.object).arg(finding.statement),
                                  .text = u"%1: %2"_s.arg(finding.rule, finding.message.translated()),
                                  .page = u"checks"_s,
                                  .object = {},
                                  .finding = at,
                                  .severity = finding.severity});
            }
        }
    }
    if (const auto comparison = console.comparison()) {
        QSet<schema::ObjectId> seen;
        for (const diff::Difference &difference : comparison->plan.comparison.differences) {
            const schema::ObjectId owner =
                schema::isPartOfRelation(difference.id.kind) ? difference.id.parentId() : difference.id;
            if (!seen.contains(owner)) {
                seen.insert(owner);
                points.push_back({.kind = WalkPoint::Kind::Object,
                                  .id = u"object "_s + owner.path(),
                                  .text = titleOf(owner.kind) + u' ' + owner.path(),
                                  .page = u"compare"_s,
                                  .object = owner});
            }
        }
    }
    return points;
}

QString walkToMarkdown(const std::vector<WalkPoint> &points, const QSet<QString> &done)
{
    QString text;
    for (const WalkPoint &point : points) {
        text += u"- [%1] %2\n"_s.arg(done.contains(point.id) ? u"x"_s : u" "_s,
                                     base::show(point.text.simplified()).replace(u'<', u"&lt;"_s));
    }
    return text;
}

WalkModel::WalkModel(QObject *parent) : QAbstractListModel(parent)
{
}

void WalkModel::setPoints(std::vector<WalkPoint> points)
{
    if (points == m_points) {
        return;
    }
    beginResetModel();
    m_points = std::move(points);
    endResetModel();
}

void WalkModel::setDone(int row, bool done)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const QString &id = m_points[std::size_t(row)].id;
    if (done) {
        m_done.insert(id);
    } else {
        m_done.remove(id);
    }
    emit dataChanged(index(row), index(row), {Qt::CheckStateRole});
    emit doneChanged();
}

int WalkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_points.size());
}

QVariant WalkModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const WalkPoint &point = m_points[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return role == Qt::ToolTipRole ? base::show(point.text).toHtmlEscaped() : base::show(point.text.simplified());
    case Qt::DecorationRole:
        return iconOf(point);
    case Qt::CheckStateRole:
        return m_done.contains(point.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return QStringList{wordOf(point.kind), point.text}.join(u", "_s);
    default:
        return {};
    }
}

bool WalkModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid()) {
        return false;
    }
    setDone(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags WalkModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

WalkList::WalkList(Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_model(new WalkModel(this)),
      m_list(named(new QListView(this), u"walkList"_s, tr("Points to walk through"))),
      m_count(new TokenLabel(Token::TextMuted, 1.0, false, this))
{
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *copy = named(new QPushButton(icon(u"edit-copy"_s), tr("Copy list"), this), u"walkCopy"_s,
                       tr("Copy the points as a task list"));
    copy->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(walkToMarkdown(m_model->points(), m_model->done()));
        emit m_console.announced(tr("List copied"), false);
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { showPoint(index.row()); });
    connect(m_model, &WalkModel::doneChanged, this, &WalkList::showCount);
    connect(&m_console, &Console::comparisonChanged, this, &WalkList::update);
    connect(&m_console, &Console::workspaceChanged, this, &WalkList::update);
    connect(&m_console.session(), &ChangeSession::checkedChanged, this, &WalkList::update);
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &WalkList::update);
    update();
}

void WalkList::update()
{
    m_model->setPoints(walkPoints(m_console));
    showCount();
}

void WalkList::showCount()
{
    int done = 0;
    for (const WalkPoint &point : m_model->points()) {
        done += m_model->done().contains(point.id) ? 1 : 0;
    }
    //: %1 of %2 points were spoken about
    m_count->setPlainText(tr("%1 of %2 spoken about").arg(done).arg(m_model->points().size()));
}

void WalkList::showPoint(int row)
{
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const WalkPoint &point = m_model->points()[std::size_t(row)];
    emit m_console.pageRequested(point.page);
    if (point.kind == WalkPoint::Kind::Object) {
        emit m_console.objectRequested(point.object);
    } else if (point.kind == WalkPoint::Kind::Finding) {
        emit m_console.findingRequested(point.finding);
    }
    emit m_console.announced(tr("Point %1 of %2: %3").arg(row + 1).arg(m_model->rowCount()).arg(point.text), false);
}

void WalkList::step(int direction)
{
    const int all = m_model->rowCount();
    int row = m_list->currentIndex().row();
    row = row < 0 && direction < 0 ? 0 : row;
    for (int tried = 0; tried < all; ++tried) {
        row = (row + direction + all) % all;
        if (!m_model->done().contains(m_model->points()[std::size_t(row)].id)) {
            m_list->setCurrentIndex(m_model->index(row));
            showPoint(row);
            return;
        }
    }
}

} // namespace countersign::gui
