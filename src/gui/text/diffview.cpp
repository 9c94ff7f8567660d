#include "gui/text/diffview.h"

#include "gui/common/localtext.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/jobs/jobrunner.h"
#include "gui/jobs/offthread.h"
#include "gui/text/overviewstrip.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int unifiedBelow = 1000;
constexpr std::size_t atOnce = 5000; ///< rows that are folded and searched at once; more would hold the window up

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

struct DiffView::Prepared {
    std::shared_ptr<const diff::SideBySide> aligned;
    std::shared_ptr<const ViewRows> rows;
    bool unified = false;
    bool folded = true;
};

DiffView::DiffView(JobRunner &jobs, QWidget *parent, const QString &prefix)
    : QWidget(parent), m_jobs(jobs), m_leftBand(named(new EnvironmentBand(this), prefix + u"LeftBand"_s)),
      m_rightBand(named(new EnvironmentBand(this), prefix + u"RightBand"_s)),
      m_left(named(new CodePane(this), prefix + u"Left"_s, tr("DDL now"))),
      m_right(named(new CodePane(this), prefix + u"Right"_s, tr("DDL proposed"))),
      m_leftSide(sideOf(m_leftBand, m_left, this)), m_rightSide(sideOf(m_rightBand, m_right, this)),
      m_splitter(named(new QSplitter(this), prefix + u"Splitter"_s)),
      m_strip(named(new OverviewStrip(this), prefix == u"ddl" ? u"diffOverview"_s : prefix + u"Overview"_s,
                    tr("Overview of changes"))),
      m_find(new FindBar(prefix, tr("Find in the DDL"), this)), m_pageBar(new PageBar(prefix, this)),
      m_job(u"%1.%2"_s.arg(prefix).arg(quintptr(this)))
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
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_find);
    column->addWidget(m_pageBar);
    // The left scroll bar would stand in the middle of the comparison; the right one moves both.
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_find, &FindBar::needleChanged, this, &DiffView::search);
    connect(m_find, &FindBar::stepRequested, this, &DiffView::findStep);
    connect(m_find, &FindBar::closed, this, [this] { m_left->setFocus(); });
    connect(m_pageBar, &PageBar::stepRequested, this, [this](int step) { showPage(m_pages.current() + step); });
    connect(m_pageBar, &PageBar::wholeRequested, this, &DiffView::showWhole);
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
            m_open.insert(m_rows->source[std::size_t(m_pages.begin() + row)]);
            rebuild();
        });
        connect(pane, &CodePane::pageStepRequested, this, [this](int step) { showPage(m_pages.current() + step); });
    }
    connect(m_strip, &OverviewStrip::rowRequested, this, [this](double row) { showRow(int(row)); });
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
    for (const QString &what : {u".align"_s, u".styles"_s, u".fold"_s, u".find"_s}) {
        m_jobs.supersede(m_job + what);
    }
    m_pending = 0;
    m_folding = false;
    m_aligned.reset();
    m_hits.clear();
    m_currentHit = -1;
    m_currentHunk = -1;
    adopt(std::make_shared<const ViewRows>());
    emit currentChangeChanged();
}

void DiffView::settle()
{
    if (isSettled()) {
        emit settled();
    }
}

void DiffView::setTexts(const QString &left, const QString &right, schema::EngineKind engine)
{
    m_pending = 2;
    m_folding = false;
    m_leftStyles.reset();
    m_rightStyles.reset();
    m_jobs.supersede(m_job + u".fold"_s);
    m_jobs.supersede(m_job + u".find"_s);
    align(left, right);
    highlight(left, right, engine);
}

void DiffView::align(const QString &left, const QString &right)
{
    m_jobs.start<Prepared>(
        {m_job + u".align"_s, {}},
        [left, right, ddl = m_ddl, unified = m_unified,
         folded = m_folded](std::stop_token, const base::ProgressSink &) -> base::Result<Prepared> {
            diff::SideBySide rows = diff::alignRows(left, right);
            Prepared prepared{.aligned = {}, .rows = {}, .unified = unified, .folded = folded};
            prepared.aligned = sharedOffThread(ddl ? withoutCommaChanges(std::move(rows)) : std::move(rows));
            prepared.rows = sharedOffThread(viewRows(*prepared.aligned, {}, folded, unified));
            return prepared;
        },
        this,
        [this](Outcome<Prepared> outcome) {
            --m_pending;
            if (auto *prepared = std::get_if<0>(&outcome)) {
                m_aligned = prepared->aligned;
                m_open.clear();
                m_hits.clear();
                m_currentHunk = m_aligned->hunks.empty() ? -1 : 0;
                adopt(prepared->rows);
                showHunk(m_currentHunk);
                search(m_find->needle());
                if (prepared->unified != m_unified || prepared->folded != m_folded) {
                    rebuild();
                }
            }
            settle();
        });
}

void DiffView::highlight(const QString &left, const QString &right, schema::EngineKind engine)
{
    m_jobs.start<std::shared_ptr<const Styles>>(
        {m_job + u".styles"_s, {}},
        [left, right, engine](std::stop_token stop,
                              const base::ProgressSink &) -> base::Result<std::shared_ptr<const Styles>> {
            return sharedOffThread(Styles{highlightSql(left, engine, stop), highlightSql(right, engine, stop)});
        },
        this,
        [this](Outcome<std::shared_ptr<const Styles>> outcome) {
            if (auto *styles = std::get_if<0>(&outcome)) {
                // Both vectors live as long as the pair that holds them.
                m_leftStyles = {*styles, &(*styles)->left};
                m_rightStyles = {*styles, &(*styles)->right};
                applyMode();
            }
            --m_pending;
            settle();
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

DiffView::Anchor DiffView::anchor() const
{
    const auto sourceOf = [this](int row) {
        const std::size_t at = std::size_t(m_pages.begin() + row);
        return at < m_rows->source.size() ? m_rows->source[at] : 0;
    };
    const int offset = m_left->verticalScrollBar()->value();
    return {.top = sourceOf(offset / m_left->rowHeight()),
            .pixels = offset % m_left->rowHeight(),
            .left = sourceOf(m_left->currentRow()),
            .right = sourceOf(m_right->currentRow())};
}

void DiffView::restore(const Anchor &anchor)
{
    const auto rowOfSource = [this](int source) {
        return source < int(m_rows->firstOf.size()) ? m_rows->firstOf[std::size_t(source)] : 0;
    };
    const int top = rowOfSource(anchor.top);
    if (m_pages.turnToLine(top)) {
        fillPage();
    }
    m_left->setCurrentRow(rowOfSource(anchor.left) - m_pages.begin());
    m_right->setCurrentRow(rowOfSource(anchor.right) - m_pages.begin());
    m_left->verticalScrollBar()->setValue((top - m_pages.begin()) * m_left->rowHeight() + anchor.pixels);
}

void DiffView::rebuild()
{
    if (!m_aligned) {
        return;
    }
    if (m_aligned->rows.size() <= atOnce) {
        m_jobs.supersede(m_job + u".fold"_s);
        m_folding = false;
        exchange(std::make_shared<const ViewRows>(viewRows(*m_aligned, m_open, m_folded, m_unified)));
        return;
    }
    using Value = std::shared_ptr<const ViewRows>;
    m_folding = true;
    m_jobs.start<Value>(
        {m_job + u".fold"_s, {}},
        [aligned = m_aligned, open = m_open, folded = m_folded,
         unified = m_unified](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return sharedOffThread(viewRows(*aligned, open, folded, unified));
        },
        this,
        [this](Outcome<Value> outcome) {
            m_folding = false;
            if (auto *rows = std::get_if<0>(&outcome)) {
                exchange(*rows);
                if (m_currentHit >= 0) {
                    showHit();
                }
            }
            settle();
        });
}

void DiffView::exchange(std::shared_ptr<const ViewRows> rows)
{
    const Anchor kept = anchor();
    const bool whole = m_pages.isWhole();
    adopt(std::move(rows));
    if (whole) {
        m_pages.setWhole(true);
        fillPage();
    }
    restore(kept);
}

void DiffView::adopt(std::shared_ptr<const ViewRows> rows)
{
    m_rows = std::move(rows);
    m_pages.reset(int(m_rows->source.size()), m_rows->pages);
    m_strip->setRows(m_pages.lines());
    applyMode();
    fillPage();
    updateMarks();
}

void DiffView::fillPage()
{
    const auto part = [this](const std::vector<CodeLine> &lines) {
        return lines.empty() ? std::vector<CodeLine>()
                             : std::vector<CodeLine>(lines.begin() + m_pages.begin(), lines.begin() + m_pages.end());
    };
    m_left->setLines(part(m_rows->left));
    m_right->setLines(part(m_rows->right));
    m_left->setPaged(m_pages.count() > 1);
    m_right->setPaged(m_pages.count() > 1);
    m_left->verticalScrollBar()->setValue(0);
    showCurrentRows();
    markHits();
    m_pageBar->follow(
        m_pages, m_pages.isWhole()
                     //: how many rows of a long comparison are shown
                     ? tr("All %1 rows").arg(localText(m_pages.lines()))
                     //: %1 and %2 are numbers of rows, %3 is how many there are
                     : tr("Rows %1 to %2 of %3")
                           .arg(localText(m_pages.begin() + 1), localText(m_pages.end()), localText(m_pages.lines())));
    updateStrip();
}

void DiffView::showPage(int page)
{
    if (m_pages.turnTo(page)) {
        fillPage();
    }
}

void DiffView::showWhole(bool whole)
{
    const Anchor kept = anchor();
    m_pages.setWhole(whole);
    fillPage();
    restore(kept);
}

void DiffView::showRow(int row)
{
    if (m_pages.turnToLine(row)) {
        fillPage();
    }
    m_left->scrollToRow(row - m_pages.begin());
}

void DiffView::updateMarks()
{
    std::vector<StripMark> marks;
    for (std::size_t row = 0; row < m_rows->left.size(); ++row) {
        LineKind kind = m_rows->left[row].kind;
        if (kind == LineKind::Filler && row < m_rows->right.size()) {
            kind = m_rows->right[row].kind;
        }
        if (kind != LineKind::Added && kind != LineKind::Removed && kind != LineKind::Changed) {
            continue;
        }
        const Token token = colorsOf(kind).mark;
        // Rows of one kind that follow each other are one mark where they cannot be told apart anyway.
        if (m_rows->left.size() > atOnce && !marks.empty() && marks.back().last + 1 == int(row) &&
            marks.back().token == token) {
            marks.back().last = int(row);
        } else {
            marks.push_back({int(row), int(row), token, false});
        }
    }
    for (const DiffHit &hit : m_hits) {
        const int row = rowOf(hit);
        marks.push_back({row, row, Token::Medium, true});
    }
    m_strip->setMarks(std::move(marks));
    updateStrip();
}

void DiffView::updateStrip()
{
    const double height = m_left->rowHeight();
    m_strip->setView(m_pages.begin() + m_left->verticalScrollBar()->value() / height,
                     m_left->viewport()->height() / height);
}

void DiffView::showHunk(int index)
{
    m_currentHunk = index;
    if (index >= 0) {
        showRow(m_rows->hunks[std::size_t(index)].first);
    }
    showCurrentRows();
    emit currentChangeChanged();
}

void DiffView::showCurrentRows()
{
    diff::Hunk rows{0, -1};
    if (m_currentHunk >= 0 && m_currentHunk < changeCount()) {
        rows = m_rows->hunks[std::size_t(m_currentHunk)];
        rows.first = std::max(rows.first, m_pages.begin()) - m_pages.begin();
        rows.last = std::min(rows.last, m_pages.end() - 1) - m_pages.begin();
    }
    for (CodePane *pane : {m_left, m_right}) {
        pane->setCurrentRows(rows.first, rows.last);
    }
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

QString DiffView::changeText() const
{
    return m_aligned ? textOfChange(*m_aligned, m_currentHunk) : QString();
}

void DiffView::setUnified(bool unified)
{
    if (m_unified != unified) {
        m_unified = unified;
        applyMode();
        rebuild();
        emit unifiedChanged(unified);
    }
}

void DiffView::setFolded(bool folded)
{
    if (m_folded != folded) {
        m_folded = folded;
        m_open.clear();
        rebuild();
    }
}

void DiffView::openFind()
{
    m_find->open();
}

void DiffView::search(const QString &needle)
{
    m_currentHit = -1;
    if (!m_aligned || needle.isEmpty() || m_aligned->rows.size() <= atOnce) {
        m_jobs.supersede(m_job + u".find"_s);
        adoptHits(m_aligned ? hitsIn(*m_aligned, needle) : std::vector<DiffHit>());
        return;
    }
    using Value = std::shared_ptr<std::vector<DiffHit>>;
    m_jobs.start<Value>(
        {m_job + u".find"_s, {}},
        [aligned = m_aligned, needle](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return std::make_shared<std::vector<DiffHit>>(hitsIn(*aligned, needle));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *hits = std::get_if<0>(&outcome)) {
                adoptHits(std::move(**hits));
            }
        });
}

void DiffView::adoptHits(std::vector<DiffHit> hits)
{
    m_hits = std::move(hits);
    m_find->setHits(int(m_hits.size()), m_currentHit);
    markHits();
    updateMarks();
}

int DiffView::rowOf(const DiffHit &hit) const
{
    return (hit.right ? m_rows->lastOf : m_rows->firstOf)[std::size_t(hit.row)];
}

void DiffView::markHits()
{
    std::vector<CodeHit> left;
    std::vector<CodeHit> right;
    int currentLeft = -1;
    int currentRight = -1;
    const auto first =
        std::ranges::lower_bound(m_hits, m_pages.begin(), {}, [this](const DiffHit &hit) { return rowOf(hit); });
    for (auto hit = first; hit != m_hits.end(); ++hit) {
        const int row = rowOf(*hit);
        if (row >= m_pages.end()) {
            break;
        }
        if (m_rows->left[std::size_t(row)].kind == LineKind::Fold) {
            continue;
        }
        const bool current = hit - m_hits.begin() == m_currentHit;
        const CodeHit shown{row - m_pages.begin(), hit->segment};
        if (m_unified || !hit->right) {
            left.push_back(shown);
            currentLeft = current ? int(left.size()) - 1 : currentLeft;
        }
        // A line that both sides have is counted once and marked twice.
        const bool same = m_aligned->rows[std::size_t(hit->row)].kind == diff::RowKind::Same;
        if (!m_unified && (hit->right || same)) {
            right.push_back(shown);
            currentRight = current ? int(right.size()) - 1 : currentRight;
        }
    }
    m_left->setHits(std::move(left), currentLeft);
    m_right->setHits(std::move(right), currentRight);
}

void DiffView::findStep(int direction)
{
    if (m_find->needle().isEmpty()) {
        openFind();
        return;
    }
    if (m_hits.empty()) {
        return;
    }
    m_find->show();
    const int count = int(m_hits.size());
    if (m_currentHit >= 0) {
        m_currentHit = (m_currentHit + direction + count) % count;
    } else {
        // From what is in sight on; where nothing follows, round the end.
        const int top = m_pages.begin() + m_left->firstVisibleRow();
        const auto next = std::ranges::lower_bound(m_hits, top, {}, [this](const DiffHit &hit) { return rowOf(hit); });
        m_currentHit = (int(next - m_hits.begin()) - (direction > 0 ? 0 : 1) + count) % count;
    }
    m_find->setHits(count, m_currentHit);
    showHit();
}

void DiffView::showHit()
{
    const DiffHit &hit = m_hits[std::size_t(m_currentHit)];
    if (m_rows->left[std::size_t(rowOf(hit))].kind == LineKind::Fold) {
        m_open.insert(m_rows->source[std::size_t(rowOf(hit))]);
        rebuild();
    }
    showRow(rowOf(hit));
    markHits();
    (hit.right && !m_unified ? m_right : m_left)->showHit({rowOf(hit) - m_pages.begin(), hit.segment});
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
