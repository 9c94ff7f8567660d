#include "gui/text/sqlview.h"

#include "gui/common/localtext.h"
#include "gui/common/widgets.h"
#include "gui/jobs/jobrunner.h"
#include "gui/jobs/offthread.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// Cut into lines at once up to here; what is longer would hold the window up.
constexpr qsizetype atOnce = 128 * 1024;

} // namespace

std::vector<int> pageStarts(int lines, const std::vector<int> &starts, int most)
{
    std::vector<int> pages{0};
    while (lines - pages.back() > most) {
        const int limit = pages.back() + most;
        const auto after = std::ranges::upper_bound(starts, limit);
        const int start = after == starts.begin() ? 0 : *std::prev(after);
        pages.push_back(start > pages.back() ? start : limit);
    }
    return pages;
}

SqlView::SqlView(JobRunner &jobs, QWidget *parent) : CodePane(parent), m_jobs(jobs)
{
    connect(this, &CodePane::currentRowChanged, this, [this](int row) { emit currentLineChanged(pageBegin() + row); });
}

SqlView::Prepared SqlView::prepare(const QString &sql, int firstLine, const std::vector<int> &starts)
{
    Prepared prepared;
    int number = firstLine;
    for (qsizetype begin = 0; begin <= sql.size();) {
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
    prepared.pages = pageStarts(int(prepared.lines.size()), starts, linesPerPage);
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
    m_pages = prepared->pages;
    const std::vector<CodeLine> *lines = &prepared->lines;
    m_all = {std::move(prepared), lines};
    m_page = 0;
    m_whole = false;
    fillPage();
    if (m_wantedLine >= 0) {
        showLine(std::exchange(m_wantedLine, -1));
    }
}

int SqlView::pageEnd() const
{
    const std::size_t next = std::size_t(m_page) + 1;
    return m_whole || next >= m_pages.size() ? lineCount() : m_pages[next];
}

void SqlView::fillPage()
{
    setLines({m_all->begin() + pageBegin(), m_all->begin() + pageEnd()});
    verticalScrollBar()->setValue(0);
    applyCurrent();
    updateBar();
    emit pageShown();
}

void SqlView::showPage(int page)
{
    if (page >= 0 && page < pageCount() && page != m_page) {
        m_page = page;
        fillPage();
    }
}

void SqlView::showAll(bool all)
{
    const int line = pageBegin() + firstVisibleRow();
    m_whole = all;
    m_page = 0;
    fillPage();
    showLine(line);
}

void SqlView::showLine(int line)
{
    if (m_waiting) {
        m_wantedLine = line;
        return;
    }
    if (!m_whole && (line < pageBegin() || line >= pageEnd())) {
        const auto after = std::ranges::upper_bound(m_pages, line);
        showPage(int(after - m_pages.begin()) - 1);
    }
    scrollToRow(line - pageBegin());
}

void SqlView::setCurrentLines(int first, int last)
{
    m_firstCurrentLine = first;
    m_lastCurrentLine = last;
    applyCurrent();
}

void SqlView::applyCurrent()
{
    const int begin = pageBegin();
    const int first = std::max(m_firstCurrentLine, begin);
    const int last = std::min(m_lastCurrentLine, pageEnd() - 1);
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

void SqlView::buildBar()
{
    m_bar = new QWidget(this);
    m_bar->setAutoFillBackground(true);
    m_barText = named(plainLabel({}, m_bar, Token::TextMuted), objectName() + u"PageText"_s);
    const auto button = [this](const QString &iconName, const QString &text, const QString &what, const QString &name) {
        auto *made = named(new QPushButton(iconName.isEmpty() ? QIcon() : icon(iconName), text, m_bar),
                           objectName() + name, what);
        made->setToolTip(what);
        made->setAutoDefault(false);
        return made;
    };
    m_previous =
        button(u"go-up"_s, tr("Previous page"), tr("Previous page of this text (Ctrl+Page Up)"), u"PreviousPage"_s);
    m_next = button(u"go-down"_s, tr("Next page"), tr("Next page of this text (Ctrl+Page Down)"), u"NextPage"_s);
    m_showAll = button({}, tr("Show all"), tr("Show all lines of this text at once"), u"ShowAll"_s);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(spacing::normal);
    row->addWidget(m_barText);
    row->addStretch();
    for (QPushButton *one : {m_previous, m_next, m_showAll}) {
        row->addWidget(one);
    }
    connect(m_previous, &QPushButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showPage(m_page + 1); });
    connect(m_showAll, &QPushButton::clicked, this, [this] { showAll(!m_whole); });
}

void SqlView::updateBar()
{
    const bool paged = m_pages.size() > 1;
    if (paged && m_bar == nullptr) {
        buildBar();
    }
    if (m_bar == nullptr) {
        return;
    }
    m_bar->setVisible(paged);
    setViewportMargins(0, 0, 0, paged ? m_bar->sizeHint().height() : 0);
    if (!paged) {
        return;
    }
    m_barText->setText(m_whole
                           //: how many lines of a long text are shown
                           ? tr("All %1 lines").arg(localText(lineCount()))
                           //: %1 and %2 are numbers of lines, %3 is how many there are
                           : tr("Lines %1 to %2 of %3")
                                 .arg(localText(m_firstLine + pageBegin()), localText(m_firstLine + pageEnd() - 1),
                                      localText(lineCount())));
    m_previous->setVisible(!m_whole);
    m_next->setVisible(!m_whole);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < pageCount());
    m_showAll->setText(m_whole ? tr("Show pages") : tr("Show all"));
    placeBar();
}

void SqlView::resizeEvent(QResizeEvent *event)
{
    CodePane::resizeEvent(event);
    placeBar();
}

void SqlView::placeBar()
{
    if (m_bar != nullptr && !m_bar->isHidden()) {
        const QRect view = viewport()->geometry();
        m_bar->setGeometry(view.left(), view.bottom() + 1, view.width(), m_bar->sizeHint().height());
    }
}

void SqlView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    const int step = control && event->key() == Qt::Key_PageDown ? 1
                     : control && event->key() == Qt::Key_PageUp ? -1
                                                                 : 0;
    if (step != 0 && pageCount() > 1) {
        showPage(m_page + step);
        emit currentLineChanged(pageBegin());
        return;
    }
    CodePane::keyPressEvent(event);
}

} // namespace countersign::gui
