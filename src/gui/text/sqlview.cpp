#include "gui/text/sqlview.h"

#include "gui/common/localtext.h"
#include "gui/common/widgets.h"
#include "gui/jobs/jobrunner.h"
#include "gui/jobs/offthread.h"

#include <QScrollBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// Cut into lines at once up to here; what is longer would hold the window up.
constexpr qsizetype atOnce = 128 * 1024;

} // namespace

SqlView::SqlView(JobRunner &jobs, QWidget *parent) : CodePane(parent), m_jobs(jobs)
{
    connect(this, &CodePane::currentRowChanged, this,
            [this](int row) { emit currentLineChanged(m_pages.begin() + row); });
    connect(this, &CodePane::pageStepRequested, this, [this](int step) {
        showPage(m_pages.current() + step);
        emit currentLineChanged(m_pages.begin());
    });
}

SqlView::Prepared SqlView::prepare(const QString &sql, int firstLine, const std::vector<int> &starts)
{
    Prepared prepared;
    int number = firstLine;
    for (qsizetype begin = 0; begin <= sql.size() && !sql.isEmpty();) {
        const qsizetype found = sql.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? sql.size() : found;
        if (found < 0 && begin == end && begin > 0) {
            break;
        }
        const bool carriage = end > begin && sql.at(end - 1) == u'\r';
        prepared.lines.push_back({.kind = LineKind::Plain,
                                  .number = number++,
                                  .text = sql.sliced(begin, end - begin - (carriage ? 1 : 0)),
                                  .marks = {},
                                  .right = false});
        begin = end + 1;
    }
    prepared.pages = pageStarts(int(prepared.lines.size()), starts, TextPages::linesPerPage);
    return prepared;
}

void SqlView::setSql(const QString &sql, schema::EngineKind engine, int firstLine, std::vector<int> starts)
{
    if (sql == m_sql && engine == m_engine && firstLine == m_firstLine && !sql.isEmpty()) {
        if (!m_waiting) {
            QMetaObject::invokeMethod(this, &SqlView::settled, Qt::QueuedConnection);
        }
        return;
    }
    m_sql = sql;
    m_engine = engine;
    m_firstLine = firstLine;
    m_firstCurrentLine = 0;
    m_lastCurrentLine = -1;
    m_wantedLine = -1;
    setStyles({});
    m_jobs.supersede(objectName() + u".lines"_s);
    m_jobs.supersede(objectName() + u".styles"_s);
    m_jobs.supersede(objectName() + u".find"_s);
    using Value = std::shared_ptr<const Prepared>;
    if (sql.size() <= atOnce) {
        adopt(std::make_shared<const Prepared>(prepare(sql, firstLine, starts)));
        highlight();
        return;
    }
    m_waiting = true;
    m_jobs.start<Value>(
        {objectName() + u".lines"_s, {}},
        [sql, firstLine, starts = std::move(starts)](std::stop_token, const base::ProgressSink &)
            -> base::Result<Value> { return sharedOffThread(prepare(sql, firstLine, starts)); },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *prepared = std::get_if<0>(&outcome)) {
                adopt(*prepared);
                highlight();
            }
        });
}

void SqlView::highlight()
{
    using Value = std::shared_ptr<const std::vector<LineStyles>>;
    m_jobs.start<Value>(
        {objectName() + u".styles"_s, {}},
        [sql = m_sql, engine = m_engine, firstLine = m_firstLine](std::stop_token stop,
                                                                  const base::ProgressSink &) -> base::Result<Value> {
            // Panes look for the styles of a line by its number.
            std::vector<LineStyles> styles = highlightSql(sql, engine, stop);
            styles.insert(styles.begin(), std::size_t(firstLine - 1), LineStyles());
            return sharedOffThread(std::move(styles));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *styles = std::get_if<0>(&outcome)) {
                setStyles(*styles);
            }
            emit settled();
        });
}

void SqlView::adopt(std::shared_ptr<const Prepared> prepared)
{
    m_waiting = false;
    m_pages.reset(int(prepared->lines.size()), prepared->pages);
    const std::vector<CodeLine> *lines = &prepared->lines;
    m_all = {std::move(prepared), lines};
    m_found.clear();
    fillPage();
    if (m_find != nullptr) {
        search(m_find->needle());
    }
    if (m_wantedLine >= 0) {
        showLine(std::exchange(m_wantedLine, -1));
    }
}

void SqlView::fillPage()
{
    setLines({m_all->begin() + m_pages.begin(), m_all->begin() + m_pages.end()});
    setPaged(m_pages.count() > 1);
    verticalScrollBar()->setValue(0);
    applyCurrent();
    markHits();
    updateBar();
    emit pageShown();
}

void SqlView::showPage(int page)
{
    if (m_pages.turnTo(page)) {
        fillPage();
    }
}

void SqlView::showWhole(bool whole)
{
    const int line = m_pages.begin() + firstVisibleRow();
    m_pages.setWhole(whole);
    fillPage();
    showLine(line);
}

void SqlView::showLine(int line)
{
    if (m_waiting) {
        m_wantedLine = line;
        return;
    }
    if (m_pages.turnToLine(line)) {
        fillPage();
    }
    scrollToRow(line - m_pages.begin());
}

void SqlView::setCurrentLines(int first, int last)
{
    m_firstCurrentLine = first;
    m_lastCurrentLine = last;
    applyCurrent();
}

void SqlView::applyCurrent()
{
    const int begin = m_pages.begin();
    const int first = std::max(m_firstCurrentLine, begin);
    const int last = std::min(m_lastCurrentLine, m_pages.end() - 1);
    setCurrentRows(first <= last ? first - begin : 0, first <= last ? last - begin : -1);
}

void SqlView::setLineSigns(std::vector<RowSign> signs)
{
    const auto [begin, end] = shownLines();
    std::erase_if(signs, [&](const RowSign &sign) { return sign.row < begin || sign.row >= end; });
    for (RowSign &sign : signs) {
        sign.row -= begin;
    }
    setSigns(std::move(signs));
}

void SqlView::updateBar()
{
    if (m_pages.areMany() && m_bar == nullptr) {
        m_bar = new PageBar(objectName(), this);
        connect(m_bar, &PageBar::stepRequested, this, [this](int step) { showPage(m_pages.current() + step); });
        connect(m_bar, &PageBar::wholeRequested, this, &SqlView::showWhole);
    }
    if (m_bar != nullptr) {
        m_bar->follow(m_pages, m_pages.isWhole()
                                   //: how many lines of a long text are shown
                                   ? tr("All %1 lines").arg(localText(lineCount()))
                                   //: %1 and %2 are numbers of lines, %3 is how many there are
                                   : tr("Lines %1 to %2 of %3")
                                         .arg(localText(m_firstLine + m_pages.begin()),
                                              localText(m_firstLine + m_pages.end() - 1), localText(lineCount())));
    }
    placeFoot();
}

void SqlView::buildFind()
{
    m_find = new FindBar(objectName(), tr("Find in this text"), this);
    connect(m_find, &FindBar::needleChanged, this, &SqlView::search);
    connect(m_find, &FindBar::stepRequested, this, &SqlView::findStep);
    connect(m_find, &FindBar::closed, this, [this] {
        placeFoot();
        setFocus();
    });
}

void SqlView::openFind()
{
    if (m_find == nullptr) {
        buildFind();
    }
    m_find->open();
    placeFoot();
}

void SqlView::search(const QString &needle)
{
    const auto hitsIn = [needle](const std::vector<CodeLine> &lines) {
        std::vector<CodeHit> hits;
        for (int line = 0; !needle.isEmpty() && line < int(lines.size()); ++line) {
            const QString &text = lines[std::size_t(line)].text;
            for (qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;
                 at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive)) {
                hits.push_back({line, {int(at), int(at + needle.size())}});
            }
        }
        return hits;
    };
    m_currentFound = -1;
    if (needle.isEmpty() || m_sql.size() <= atOnce) {
        m_jobs.supersede(objectName() + u".find"_s);
        adoptHits(hitsIn(*m_all));
        return;
    }
    using Value = std::shared_ptr<std::vector<CodeHit>>;
    m_jobs.start<Value>(
        {objectName() + u".find"_s, {}},
        [all = m_all, hitsIn](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return std::make_shared<std::vector<CodeHit>>(hitsIn(*all));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *hits = std::get_if<0>(&outcome)) {
                adoptHits(std::move(**hits));
            }
        });
}

void SqlView::adoptHits(std::vector<CodeHit> hits)
{
    m_found = std::move(hits);
    m_find->setHits(int(m_found.size()), m_currentFound);
    markHits();
}

void SqlView::markHits()
{
    const auto begin = std::ranges::lower_bound(m_found, m_pages.begin(), {}, &CodeHit::row);
    const auto end = std::ranges::lower_bound(m_found, m_pages.end(), {}, &CodeHit::row);
    std::vector<CodeHit> shown(begin, end);
    for (CodeHit &hit : shown) {
        hit.row -= m_pages.begin();
    }
    const int current = m_currentFound - int(begin - m_found.begin());
    const bool here = m_currentFound >= 0 && current >= 0 && current < int(shown.size());
    setHits(std::move(shown), here ? current : -1);
}

void SqlView::findStep(int direction)
{
    if (m_find == nullptr || m_find->needle().isEmpty()) {
        openFind();
        return;
    }
    if (m_found.empty()) {
        return;
    }
    const int count = int(m_found.size());
    if (m_currentFound >= 0) {
        m_currentFound = (m_currentFound + direction + count) % count;
    } else {
        // From what is in sight on; where nothing follows, round the end.
        const int top = m_pages.begin() + firstVisibleRow();
        const auto next = std::ranges::lower_bound(m_found, top, {}, &CodeHit::row);
        m_currentFound = (int(next - m_found.begin()) - (direction > 0 ? 0 : 1) + count) % count;
    }
    m_find->setHits(count, m_currentFound);
    const CodeHit &hit = m_found[std::size_t(m_currentFound)];
    if (m_pages.turnToLine(hit.row)) {
        fillPage();
    }
    markHits();
    showHit({hit.row - m_pages.begin(), hit.segment});
}

void SqlView::resizeEvent(QResizeEvent *event)
{
    CodePane::resizeEvent(event);
    placeFoot();
}

void SqlView::placeFoot()
{
    int height = 0;
    for (QWidget *bar : std::initializer_list<QWidget *>{m_find, m_bar}) {
        height += bar != nullptr && !bar->isHidden() ? bar->sizeHint().height() : 0;
    }
    if (viewportMargins().bottom() != height) {
        setViewportMargins(0, 0, 0, height);
    }
    const QRect view = viewport()->geometry();
    int top = view.bottom() + 1;
    for (QWidget *bar : std::initializer_list<QWidget *>{m_find, m_bar}) {
        if (bar != nullptr && !bar->isHidden()) {
            bar->setGeometry(view.left(), top, view.width(), bar->sizeHint().height());
            top += bar->height();
        }
    }
}

} // namespace countersign::gui
