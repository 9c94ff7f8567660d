#include "gui/text/diffview.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/jobs/jobrunner.h"
#include "gui/text/overviewstrip.h"

#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int unifiedBelow = 1000;

struct Styles {
    std::vector<LineStyles> left;
    std::vector<LineStyles> right;
};

QWidget *sideOf(EnvironmentBand *band, CodePane *pane, QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(band);
    column->addWidget(pane, 1);
    return side;
}

} // namespace

DiffView::DiffView(JobRunner &jobs, QWidget *parent, const QString &prefix)
    : QWidget(parent), m_jobs(jobs), m_leftBand(named(new EnvironmentBand(this), prefix + u"LeftBand"_s)),
      m_rightBand(named(new EnvironmentBand(this), prefix + u"RightBand"_s)),
      m_left(named(new CodePane(this), prefix + u"Left"_s, tr("DDL now"))),
      m_right(named(new CodePane(this), prefix + u"Right"_s, tr("DDL proposed"))),
      m_leftSide(sideOf(m_leftBand, m_left, this)), m_rightSide(sideOf(m_rightBand, m_right, this)),
      m_splitter(named(new QSplitter(this), prefix + u"Splitter"_s)),
      m_strip(named(new OverviewStrip(this), prefix == u"ddl" ? u"diffOverview"_s : prefix + u"Overview"_s,
                    tr("Overview of changes"))),
      m_findBar(new QWidget(this)),
      m_findField(named(new QLineEdit(m_findBar), prefix + u"Find"_s, tr("Find in the DDL"))),
      m_findCount(plainLabel({}, m_findBar, Token::TextMuted))
{
    build();
    connectPanes();
}

void DiffView::build()
{
    m_splitter->addWidget(m_leftSide);
    m_splitter->addWidget(m_rightSide);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({1000, 1000});
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_splitter, 1);
    row->addWidget(m_strip);
    auto *find = new QHBoxLayout(m_findBar);
    find->setContentsMargins(8, 4, 8, 4);
    find->addWidget(m_findField, 1);
    find->addWidget(m_findCount);
    QAbstractButton *close =
        named(toolButton(u"dialog-cancel"_s, tr("Close find"), {}, m_findBar), m_findField->objectName() + u"Close"_s);
    find->addWidget(close);
    m_findField->setPlaceholderText(tr("Find"));
    m_findBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_findBar);
    // The left scroll bar would stand in the middle of the comparison; the right one moves both.
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(close, &QAbstractButton::clicked, this, [this] {
        m_findBar->hide();
        m_findField->clear();
        m_left->setFocus();
    });
    connect(m_findField, &QLineEdit::textChanged, this, [this](const QString &needle) {
        const int hits = m_left->setSearch(needle) + (m_unified ? 0 : m_right->setSearch(needle));
        m_findCount->setText(needle.isEmpty() ? QString() : tr("%n hit(s)", nullptr, hits));
        updateMarks();
    });
    connect(m_findField, &QLineEdit::returnPressed, this, [this] { findStep(1); });
}

void DiffView::connectPanes()
{
    for (CodePane *pane : {m_left, m_right}) {
        CodePane *other = pane == m_left ? m_right : m_left;
        connect(pane->verticalScrollBar(), &QScrollBar::valueChanged, this,
                [this, pane, other] { syncFrom(pane, other); });
        connect(pane->horizontalScrollBar(), &QScrollBar::valueChanged, this,
                [this, pane, other] { syncFrom(pane, other); });
        connect(pane, &CodePane::layoutChanged, this, &DiffView::updateStrip);
        connect(pane, &CodePane::leaveRequested, this, &DiffView::leaveRequested);
        connect(pane, &CodePane::commentRequested, this, &DiffView::commentRequested);
        pane->setCommentable(true);
        connect(pane, &CodePane::foldActivated, this, [this](int row) {
            m_open.insert(m_view.source[std::size_t(row)]);
            rebuild(true);
        });
    }
    connect(m_strip, &OverviewStrip::rowRequested, this, [this](double row) { m_left->scrollToRow(int(row)); });
}

void DiffView::syncFrom(CodePane *from, CodePane *to)
{
    if (m_syncing) {
        return;
    }
    m_syncing = true;
    to->verticalScrollBar()->setValue(from->verticalScrollBar()->value());
    to->horizontalScrollBar()->setValue(from->horizontalScrollBar()->value());
    m_syncing = false;
    updateStrip();
}

void DiffView::setSides(const SideView &left, const SideView &right)
{
    m_leftSideView = left;
    m_rightBand->setSide(right);
    showBands();
}

void DiffView::showBands()
{
    SideView left = m_leftSideView;
    const SideView &right = m_rightBand->side();
    if (m_unified && !right.name.isEmpty()) {
        // One text of both: the band says where its added lines come from.
        //: of a text that merges two sides; %1 and %2 are their names
        left.name = tr("%1, and what %2 proposes").arg(left.name, right.name);
    }
    m_leftBand->setSide(left);
}

void DiffView::setReference(const QString &name)
{
    //: %1 is an object, %2 an environment
    m_left->setReference(tr("%1 in %2").arg(name, m_leftSideView.name));
    m_right->setReference(tr("%1 in %2").arg(name, m_rightBand->side().name));
}

void DiffView::clear()
{
    m_jobs.supersede(objectName() + u".align"_s);
    m_jobs.supersede(objectName() + u".styles"_s);
    m_pending = 0;
    m_aligned.reset();
    m_view = {};
    m_left->setLines({});
    m_right->setLines({});
    m_currentHunk = -1;
    updateMarks();
    emit currentChangeChanged();
}

void DiffView::setTexts(const QString &left, const QString &right, schema::EngineKind engine)
{
    m_pending = 2;
    m_leftStyles.reset();
    m_rightStyles.reset();
    m_jobs.start<std::shared_ptr<const diff::SideBySide>>(
        {objectName() + u".align"_s, {}},
        [left, right, ddl = m_ddl](
            std::stop_token, const base::ProgressSink &) -> base::Result<std::shared_ptr<const diff::SideBySide>> {
            diff::SideBySide aligned = diff::alignRows(left, right);
            return std::make_shared<const diff::SideBySide>(ddl ? withoutCommaChanges(std::move(aligned)) : aligned);
        },
        this,
        [this](Outcome<std::shared_ptr<const diff::SideBySide>> outcome) {
            if (auto *aligned = std::get_if<0>(&outcome)) {
                m_aligned = *aligned;
                m_open.clear();
                rebuild(false);
                showHunk(m_view.hunks.empty() ? -1 : 0);
            }
            if (--m_pending == 0) {
                emit settled();
            }
        });
    highlight(left, right, engine);
}

void DiffView::highlight(const QString &left, const QString &right, schema::EngineKind engine)
{
    m_jobs.start<std::shared_ptr<const Styles>>(
        {objectName() + u".styles"_s, {}},
        [left, right, engine](std::stop_token stop,
                              const base::ProgressSink &) -> base::Result<std::shared_ptr<const Styles>> {
            return std::make_shared<const Styles>(
                Styles{highlightSql(left, engine, stop), highlightSql(right, engine, stop)});
        },
        this,
        [this](Outcome<std::shared_ptr<const Styles>> outcome) {
            if (auto *styles = std::get_if<0>(&outcome)) {
                // Both vectors live as long as the pair that holds them.
                m_leftStyles = {*styles, &(*styles)->left};
                m_rightStyles = {*styles, &(*styles)->right};
                applyMode();
            }
            if (--m_pending == 0) {
                emit settled();
            }
        });
}

void DiffView::applyMode()
{
    if (m_unified) {
        m_left->setStyles(m_leftStyles, m_rightStyles);
    } else {
        m_left->setStyles(m_leftStyles);
        m_right->setStyles(m_rightStyles);
    }
    showBands();
    m_rightSide->setVisible(!m_unified);
    m_left->setVerticalScrollBarPolicy(m_unified ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void DiffView::rebuild(bool keepPosition)
{
    if (!m_aligned) {
        return;
    }
    const int offset = m_left->verticalScrollBar()->value();
    m_view = viewRows(*m_aligned, m_open, m_folded, m_unified);
    m_left->setLines(m_view.left);
    m_right->setLines(m_view.right);
    applyMode();
    if (keepPosition) {
        m_left->verticalScrollBar()->setValue(offset);
        const int hunk = m_currentHunk;
        m_currentHunk = -1;
        if (hunk >= 0 && hunk < changeCount()) {
            m_currentHunk = hunk;
            const diff::Hunk rows = m_view.hunks[std::size_t(hunk)];
            m_left->setCurrentRows(rows.first, rows.last);
            m_right->setCurrentRows(rows.first, rows.last);
        }
    }
    m_strip->setRows(int(m_view.left.size()));
    updateMarks();
}

void DiffView::updateMarks()
{
    std::vector<StripMark> marks;
    for (std::size_t row = 0; row < m_view.left.size(); ++row) {
        LineKind kind = m_view.left[row].kind;
        if (kind == LineKind::Filler && row < m_view.right.size()) {
            kind = m_view.right[row].kind;
        }
        if (kind == LineKind::Added || kind == LineKind::Removed || kind == LineKind::Changed) {
            marks.push_back({int(row), int(row), colorsOf(kind).mark, false});
        }
    }
    for (const CodePane *pane : {m_left, m_right}) {
        for (const CodeHit &hit : pane->hits()) {
            marks.push_back({hit.row, hit.row, Token::Medium, true});
        }
    }
    m_strip->setMarks(std::move(marks));
    updateStrip();
}

void DiffView::updateStrip()
{
    const double height = m_left->rowHeight();
    m_strip->setView(m_left->verticalScrollBar()->value() / height, m_left->viewport()->height() / height);
}

void DiffView::showHunk(int index)
{
    m_currentHunk = index;
    const diff::Hunk rows = index < 0 ? diff::Hunk{0, -1} : m_view.hunks[std::size_t(index)];
    for (CodePane *pane : {m_left, m_right}) {
        pane->setCurrentRows(rows.first, rows.last);
    }
    if (index >= 0) {
        m_left->scrollToRow(rows.first);
    }
    emit currentChangeChanged();
}

bool DiffView::stepChange(int direction)
{
    const int next = m_currentHunk + direction;
    if (next < 0 || next >= changeCount()) {
        return false;
    }
    showHunk(next);
    return true;
}

void DiffView::setUnified(bool unified)
{
    if (m_unified != unified) {
        m_unified = unified;
        rebuild(true);
        applyMode();
        emit unifiedChanged(unified);
    }
}

void DiffView::setFolded(bool folded)
{
    if (m_folded != folded) {
        m_folded = folded;
        m_open.clear();
        rebuild(true);
    }
}

void DiffView::openFind()
{
    m_findBar->show();
    m_findField->setFocus();
    m_findField->selectAll();
}

void DiffView::findStep(int direction)
{
    CodePane *pane = m_right->hits().empty() || m_left->hasFocus() ? m_left : m_right;
    if (pane->hits().empty()) {
        pane = pane == m_left ? m_right : m_left;
    }
    pane->findStep(direction);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < unifiedBelow;
    if (narrow != m_unifiedByWidth) {
        m_unifiedByWidth = narrow;
        setUnified(narrow);
    }
}

} // namespace countersign::gui
