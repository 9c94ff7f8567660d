#include "gui/compare/comparepage.h"

#include "app/objectddl.h"
#include "gui/common/adaptivesplitter.h"
#include "gui/common/columns.h"
#include "gui/common/localtext.h"
#include "gui/common/rowinfull.h"
#include "gui/common/theme.h"
#include "gui/compare/changegridmodel.h"
#include "gui/compare/dependentsmodel.h"
#include "gui/compare/ignoredmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/compare/scriptpanel.h"
#include "gui/jobs/offthread.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/diffview.h"
#include "gui/text/sqlview.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 staleAfterSeconds = 3600;
constexpr int besideFrom = 1700; ///< from this width the list stands beside the DDL

/// Space ticks the object and moves on to the next.
class ObjectTree final : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        auto *objects = static_cast<ObjectListModel *>(model());
        const int number = objects->entryNumber(currentIndex());
        if (event->key() == Qt::Key_Space && number >= 0) {
            const bool viewed = objects->isViewed(*objects->entry(currentIndex()));
            objects->setEntryViewed(number, !viewed);
            const QModelIndex next = objects->neighbour(currentIndex(), 1);
            if (!viewed && next.isValid()) {
                setCurrentIndex(next);
            }
            return;
        }
        QTreeView::keyPressEvent(event);
    }
};

QTreeView *plainTree(QAbstractItemModel *model, const QString &name, const QString &title, QWidget *parent)
{
    auto *view = named(new QTreeView(parent), name, title);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    alignWithPage(view);
    return view;
}

} // namespace

ComparePage::ComparePage(Console &console, QWidget *parent)
    : Page({u"compare"_s, tr("Compare"), u"vcs-diff"_s}, parent), m_console(console),
      m_model(new ObjectListModel(this)), m_grid(new ChangeGridModel(this)), m_dependents(new DependentsModel(this)),
      m_ignoredModel(new IgnoredModel(this))
{
    buildTools();
    buildFilterRow();
    setMinimumWidth(leastPageWidth);
    m_renames = named(new InlineBanner(this), u"renameBanner"_s);
    connect(m_renames, &InlineBanner::actionRequested, this, &ComparePage::openRenames);
    content()->addWidget(m_renames);
    m_splitter = named(new AdaptiveSplitter(besideFrom, this), u"compareSplitter"_s);
    m_splitter->setListWidth(960);
    buildList();
    buildDetails();
    content()->addWidget(m_splitter, 1);
    connectConsole();
    updateSideChoices();
}

void ComparePage::buildTools()
{
    m_from = named(new QComboBox(this), u"compareFrom"_s, tr("Left side: now"));
    m_to = named(new QComboBox(this), u"compareTo"_s, tr("Right side: proposed"));
    auto *swap =
        named(toolButton(u"swap"_s, tr("Swap sides"), tr("Swap the sides; production stays on the left"), this),
              u"compareSwap"_s);
    m_rules = named(new QPushButton(icon(u"configure"_s), {}, this), u"compareRules"_s, tr("What is compared"));
    m_rules->setAutoDefault(false);
    m_rules->setToolTip(tr("Schemas, mapping, ignored attributes, objects that are left out"));
    m_compare = named(new QPushButton(icon(u"view-refresh"_s, Token::AccentText), tr("Compare"), this),
                      u"compareButton"_s, tr("Compare the two sides"));
    m_compare->setDefault(true);
    m_compare->setToolTip(tr("Read both sides and compare them (F5)"));
    for (QComboBox *side : {m_from, m_to}) {
        side->setMinimumWidth(112);
        side->setMaximumWidth(220);
        connect(side, &QComboBox::activated, this, [this, side](int index) {
            if (index == side->count() - 1) {
                chooseOther(side);
            }
        });
    }
    tools()->addWidget(m_from);
    tools()->addWidget(swap);
    tools()->addWidget(m_to);
    tools()->addWidget(m_rules);
    tools()->addWidget(m_compare);
    connect(swap, &QAbstractButton::clicked, this, &ComparePage::swapSides);
    connect(m_rules, &QPushButton::clicked, this, &ComparePage::openRules);
    connect(m_compare, &QPushButton::clicked, this, &ComparePage::startCompare);
    connect(this, &Page::primaryRequested, this, [this] {
        if (m_primary) {
            m_primary();
        }
    });
}

void ComparePage::buildFilterRow()
{
    m_filter = named(new QLineEdit(this), u"compareFilter"_s, tr("Filter objects"));
    m_filter->setPlaceholderText(tr("Filter: orders, col:status, kind:view"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"view-filter"_s, Token::TextMuted), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(180);
    m_filter->setMaximumWidth(340);
    m_filter->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 6, 20, 8);
    row->setSpacing(6);
    m_filtered = named(new QPushButton(icon(u"edit-clear"_s), {}, this), u"compareFiltered"_s);
    m_filtered->setFlat(true);
    m_filtered->setAutoDefault(false);
    m_filtered->setToolTip(tr("Clear the filter"));
    m_filtered->hide();
    row->addWidget(m_filter, 1);
    row->addWidget(m_filtered);
    row->addSpacing(spacing::normal);
    for (const ObjectStatus status : {ObjectStatus::Changed, ObjectStatus::Added, ObjectStatus::Removed,
                                      ObjectStatus::Renamed, ObjectStatus::Unknown, ObjectStatus::Same}) {
        const StatusLook look = lookOf(status);
        auto *chip = new Chip(look.glyph, look.token, look.word, this);
        chip->setObjectName(u"compareChip%1"_s.arg(int(status)));
        chip->setHiddenWord(tr("hidden"));
        chip->setChecked(status != ObjectStatus::Same);
        chip->setToolTip(tr("Show or hide objects of this status"));
        row->addWidget(chip);
        connect(chip, &Chip::toggled, this, &ComparePage::filterChanged);
        m_chips.append({status, chip});
    }
    m_ignored =
        named(new QPushButton(icon(u"view-visible"_s), {}, this), u"compareIgnored"_s, tr("What ignore rules hide"));
    m_ignored->setFlat(true);
    m_ignored->setAutoDefault(false);
    row->addWidget(m_ignored);
    row->addStretch(1);
    m_viewed = named(plainLabel({}, this, Token::TextMuted), u"compareViewed"_s);
    row->addWidget(m_viewed);
    content()->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, &ComparePage::filterChanged);
    connect(m_filtered, &QPushButton::clicked, m_filter, &QLineEdit::clear);
    connect(m_ignored, &QPushButton::clicked, this, [this] {
        setReady();
        m_tabs->setCurrentWidget(m_ignoredView->parentWidget());
        m_ignoredView->setFocus();
    });
}

void ComparePage::buildList()
{
    m_list = named(new ObjectTree(this), u"compareObjectList"_s, tr("Objects that differ"));
    m_list->setModel(m_model);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    // Its groups begin with an arrow, which stands where the titles do.
    m_list->setIndentation(24);
    alignWithPage(m_list->header());
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setColumnWidth(ObjectListModel::ObjectColumn, 320);
    m_list->setColumnWidth(ObjectListModel::StatusColumn, 116);
    m_list->setColumnWidth(ObjectListModel::SummaryColumn, 260);
    m_list->setColumnWidth(ObjectListModel::EffectColumn, 300);
    new ColumnSharer(m_list, {4, 0, 3, 4, 0});
    m_list->installEventFilter(this);
    m_nothing = new EmptyState(u"view-filter"_s, this);
    m_nothing->button()->setObjectName(u"compareShowAll"_s);
    m_listStack = new QStackedWidget(this);
    m_listStack->setMinimumHeight(140);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_nothing);
    m_splitter->addWidget(m_listStack);
    connect(m_nothing, &EmptyState::actionRequested, this, &ComparePage::showEverything);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::showCurrent);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ComparePage::listMenu);
    connect(m_list, &QTreeView::activated, this, [this] { m_diff->leftPane()->setFocus(); });
    connect(m_model, &ObjectListModel::viewedChanged, this, [this] {
        updateViewed();
        saveViewed();
        rememberTick();
    });
}

void ComparePage::buildDetails()
{
    m_tabs = named(new QTabWidget(this), u"compareTabs"_s, tr("Details of the object"));
    m_tabs->setDocumentMode(true);
    // Every tab stays in sight: with little room their titles are cut, not the tabs scrolled away.
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    alignWithPage(m_tabs);
    m_diff = new DiffView(m_console.jobs(), this);
    m_diff->setObjectName(u"compareDiff"_s);
    m_diff->setDdl(true);
    m_gridView = plainTree(m_grid, u"changeGrid"_s, tr("Altered attributes"), this);
    m_gridView->setAlternatingRowColors(true);
    m_gridView->setColumnWidth(ChangeGridModel::PartColumn, 200);
    m_gridView->setColumnWidth(ChangeGridModel::PropertyColumn, 110);
    m_gridView->setColumnWidth(ChangeGridModel::FromColumn, 150);
    m_gridView->setColumnWidth(ChangeGridModel::ToColumn, 240);
    m_gridView->setColumnWidth(ChangeGridModel::EffectColumn, 270);
    m_gridView->setColumnWidth(ChangeGridModel::StatementColumn, 90);
    new ColumnSharer(m_gridView, {2, 0, 3, 3, 3, 0});
    m_dependentsView = plainTree(m_dependents, u"dependentsList"_s, tr("Dependents"), this);
    m_dependentsView->setColumnWidth(DependentsModel::RelationColumn, 240);
    m_dependentsView->setColumnWidth(DependentsModel::ObjectColumn, 420);
    new ColumnSharer(m_dependentsView, {1, 3, 1});
    m_script = new ScriptPanel(m_console, this);
    m_tabs->addTab(m_diff, tr("DDL"));
    auto *changes = new QWidget(this);
    auto *column = new QVBoxLayout(changes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new RowInFull(m_gridView, changes));
    column->addWidget(m_gridView, 1);
    m_tabs->addTab(changes, tr("Changes"));
    m_tabs->addTab(m_dependentsView, tr("Dependents"));
    m_tabs->addTab(m_script, tr("Generated script"));
    m_tabs->addTab(buildIgnored(), tr("Ignored"));
    m_tabs->setCornerWidget(buildCorner());
    m_splitter->addWidget(m_tabs);
    connect(m_diff, &DiffView::currentChangeChanged, this, &ComparePage::updateChangeLabel);
    connect(m_diff, &DiffView::leaveRequested, this, [this] { m_list->setFocus(); });
    connect(m_diff, &DiffView::commentRequested, this, [this] {
        const CodePane *pane = m_diff->rightPane()->hasFocus() ? m_diff->rightPane() : m_diff->leftPane();
        Place place = m_console.place();
        place.line = pane->currentText().trimmed();
        m_console.setPlace(place);
        emit m_console.commentRequested();
    });
    connect(m_diff, &DiffView::settled, this, &Page::settled);
    connect(m_script, &ScriptPanel::objectRequested, this, [this](const schema::ObjectId &id) {
        showObject(id);
        m_tabs->setCurrentWidget(m_diff);
        m_list->setFocus();
    });
    connect(m_grid, &QAbstractItemModel::modelReset, this,
            [this] { m_gridView->setCurrentIndex(m_grid->index(0, ChangeGridModel::PartColumn)); });
    connect(m_gridView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const std::vector<int> steps = m_grid->stepsOf(index.row());
        if (!steps.empty()) {
            m_script->showStep(steps.front());
            m_tabs->setCurrentWidget(m_script);
            m_script->list()->setFocus();
        }
    });
    connect(m_dependentsView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const DependentsModel::Row *row = m_dependents->row(index.row())) {
            showObject(row->id);
        }
    });
}

QWidget *ComparePage::buildCorner()
{
    auto *corner = new QWidget(m_tabs);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 2, 12, 2);
    row->setSpacing(2);
    m_changeLabel = plainLabel({}, corner, Token::TextMuted);
    QAbstractButton *previous =
        named(toolButton(u"go-up"_s, tr("Previous change"), tr("Previous change (Alt+Up)"), corner),
              u"previousChangeButton"_s);
    QAbstractButton *next =
        named(toolButton(u"go-down"_s, tr("Next change"), tr("Next change (Alt+Down)"), corner), u"nextChangeButton"_s);
    m_unified = named(toolButton(u"view-unified"_s, tr("Unified view"), tr("Show both sides as one text"), corner),
                      u"unifiedButton"_s);
    QAbstractButton *fold =
        named(toolButton(u"fold"_s, tr("Fold unchanged lines"), tr("Fold unchanged lines"), corner), u"foldButton"_s);
    m_detach =
        named(toolButton(u"window-new"_s, tr("DDL in a window"), tr("Keep this DDL in a window of its own"), corner),
              u"detachButton"_s);
    m_detach->setEnabled(false);
    m_unified->setCheckable(true);
    fold->setCheckable(true);
    fold->setChecked(true);
    row->addWidget(m_changeLabel);
    row->addSpacing(spacing::normal);
    for (QAbstractButton *button : {previous, next, m_unified, fold, m_detach}) {
        row->addWidget(button);
    }
    connect(previous, &QAbstractButton::clicked, this, [this] { stepChange(-1); });
    connect(next, &QAbstractButton::clicked, this, [this] { stepChange(1); });
    connect(m_unified, &QAbstractButton::toggled, m_diff, &DiffView::setUnified);
    connect(m_diff, &DiffView::unifiedChanged, m_unified, &QAbstractButton::setChecked);
    connect(m_detach, &QAbstractButton::clicked, this, &ComparePage::detachDdl);
    connect(fold, &QAbstractButton::toggled, m_diff, &DiffView::setFolded);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, fold] {
        const bool text = m_tabs->currentWidget() == m_diff;
        m_unified->setVisible(text);
        fold->setVisible(text);
        m_detach->setVisible(text);
    });
    return corner;
}

void ComparePage::connectConsole()
{
    connect(&m_console, &Console::workspaceChanged, this, &ComparePage::updateSideChoices);
    connect(&m_console, &Console::comparing, this, [this] { setLoading(tr("Reading both sides…")); });
    connect(&m_console, &Console::comparisonChanged, this, &ComparePage::adoptComparison);
    connect(&m_console, &Console::comparisonFailed, this, &Page::setFailed);
    connect(&m_console, &Console::comparisonCancelled, this, &Page::setCancelled);
    connect(&m_console, &Console::objectRequested, this, [this](const schema::ObjectId &id) {
        emit m_console.pageRequested(u"compare"_s);
        showObject(id);
    });
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &ComparePage::updateComments);
    connect(&m_console.session(), &ChangeSession::checkedChanged, this, &ComparePage::updateSizes);
}

void ComparePage::refresh()
{
    startCompare();
}

void ComparePage::activated()
{
    m_list->setFocus();
    showCurrent();
    timePassed();
}

void ComparePage::timePassed()
{
    if (!m_compared || m_compared != m_console.comparison()) {
        return;
    }
    updateSubtitle();
    m_diff->setSides(m_console.sideView(m_compared->from), m_console.sideView(m_compared->to));
    const qint64 age = m_console.comparedAt().secsTo(m_console.now());
    if (state() == PageState::Ready && age > staleAfterSeconds) {
        //: %1 is when, such as "3 h ago"
        setStale(tr("Compared %1: the databases may have changed since.")
                     .arg(ageText(m_console.comparedAt(), m_console.now())));
    }
}

void ComparePage::adoptComparison()
{
    const auto comparison = m_console.comparison();
    m_options = m_console.compareOptions();
    // A file that was dropped is no environment: it becomes a choice of its own.
    for (const auto &[side, source] : {std::pair{m_from, comparison->from.source}, {m_to, comparison->to.source}}) {
        if (side->findText(source) < 0) {
            side->insertItem(side->count() - 1, icon(u"document-open"_s), source);
        }
        side->setCurrentText(source);
    }
    m_diff->setSides(m_console.sideView(comparison->from), m_console.sideView(comparison->to));
    loadViewed();
    using Value = std::shared_ptr<const CompareIndex>;
    m_console.jobs().start<Value>(
        {u"compare.index"_s, {}},
        [comparison](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return sharedOffThread(buildIndex(*comparison));
        },
        this,
        [this, comparison](Outcome<Value> outcome) {
            if (auto *index = std::get_if<0>(&outcome)) {
                // Entries speak of differences by number: list and comparison change together.
                m_compared = comparison;
                adoptIndex(*index);
            }
        });
}

void ComparePage::adoptIndex(const std::shared_ptr<const CompareIndex> &index)
{
    m_model->setIndex(index);
    m_script->setComparison(m_compared, index);
    m_ignoredModel->setComparison(m_compared);
    updateComments();
    updateSizes();
    updateChips();
    updateRules();
    saveOptions();
    updateSubtitle();
    emit attentionChanged();
    applyFilter();
    if (m_model->differingCount() == 0) {
        settleEmpty();
        // What an empty comparison offers is not to compare once more.
        m_compare->show();
        return;
    }
    settleReady();
    m_list->setFocus();
}

void ComparePage::updateSubtitle()
{
    //: %1 is when the comparison was made
    setSubtitle(tr("%n object(s) differ, compared %1", nullptr, m_model->differingCount())
                    .arg(ageText(m_console.comparedAt(), m_console.now())));
}

void ComparePage::settleReady()
{
    constexpr std::size_t mostNamed = 4;
    const std::vector<schema::NotCompared> &missing = m_compared->plan.comparison.notCompared;
    if (missing.empty()) {
        setReady();
        return;
    }
    QStringList lines;
    for (std::size_t i = 0; i < std::min(mostNamed, missing.size()); ++i) {
        lines << titleOf(missing[i].id.kind) + u' ' + missing[i].id.path() + u": "_s + missing[i].reason;
    }
    if (missing.size() > mostNamed) {
        lines << tr("and %n more, marked “?” in the list", nullptr, int(missing.size() - mostNamed));
    }
    setPartial(tr("%n object(s) could not be compared. Everything else is shown.", nullptr, int(missing.size())),
               lines.join(u'\n'));
}

void ComparePage::settleEmpty()
{
    const int suppressed = m_model->index()->suppressed;
    const int same = m_model->index()->counts[std::size_t(ObjectStatus::Same)];
    if (suppressed > 0) {
        m_primary = [this] { m_ignored->click(); };
        setEmpty(tr("No differences under these rules"),
                 tr("%n difference(s) are hidden by ignore rules. Everything else is equal.", nullptr, suppressed),
                 tr("Show what is ignored"));
        return;
    }
    m_primary = [this] {
        showEverything();
        setReady();
    };
    setEmpty(tr("No differences"), tr("Both sides are equal: %n object(s) were compared.", nullptr, same),
             same > 0 ? tr("Show the equal objects") : QString());
}

void ComparePage::updateChips()
{
    const CompareIndex &index = *m_model->index();
    for (const auto &[status, chip] : m_chips) {
        const int count = index.counts[std::size_t(status)];
        chip->setCount(count);
        chip->setVisible(count > 0);
    }
    m_ignored->setText(tr("%n ignored", nullptr, index.suppressed));
    m_ignored->setVisible(index.suppressed > 0);
    m_tabs->setTabText(m_tabs->count() - 1,
                       index.suppressed > 0 ? tr("Ignored %1").arg(localText(index.suppressed)) : tr("Ignored"));
    updateViewed();
}

void ComparePage::updateViewed()
{
    //: How many of the objects that differ were looked at
    m_viewed->setText(
        tr("Viewed %1 of %2").arg(localText(m_model->viewedCount()), localText(m_model->differingCount())));
    m_console.setObjectsViewed(m_compared ? LookedAt{m_model->viewedCount(), m_model->differingCount()} : LookedAt{});
    emit attentionChanged();
}

void ComparePage::applyFilter()
{
    QSet<ObjectStatus> shown;
    for (const auto &[status, chip] : m_chips) {
        if (chip->isChecked()) {
            shown.insert(status);
        }
    }
    const schema::ObjectId current = m_shown;
    m_model->setFilter(m_filter->text(), shown);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_list->expand(m_model->index(row, 0));
        m_list->setFirstColumnSpanned(row, {}, true);
    }
    m_splitter->setListHeight(tableHeight(m_model->rowCount() + m_model->shownCount()));
    const int hidden = int(m_model->index()->entries.size()) - m_model->shownCount();
    m_filtered->setText(tr("%n hidden", nullptr, m_model->hiddenByText()));
    m_filtered->setAccessibleName(tr("%n object(s) hidden by the filter; clear it", nullptr, m_model->hiddenByText()));
    m_filtered->setVisible(m_model->hiddenByText() > 0);
    m_listStack->setCurrentIndex(m_model->shownCount() == 0 && hidden > 0 ? 1 : 0);
    m_nothing->setTexts(tr("No object is shown"),
                        tr("%n object(s) are hidden by the filter and the switches above.", nullptr, hidden),
                        tr("Show all"));
    QModelIndex at = m_model->indexOf(current);
    if (!at.isValid()) {
        at = m_model->neighbour({}, 1);
    }
    m_list->setCurrentIndex(at);
    if (!at.isValid()) {
        m_diff->clear();
        m_grid->clear();
        m_dependents->setRows({});
        m_shown = {};
    }
}

void ComparePage::filterChanged()
{
    applyFilter();
    const int shown = m_model->shownCount();
    emit m_console.announced(tr("%n object(s) shown, %1 hidden", nullptr, shown)
                                 .arg(localText(int(m_model->index()->entries.size()) - shown)),
                             false);
}

void ComparePage::showEverything()
{
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
    }
    for (const auto &[status, chip] : m_chips) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(true);
    }
    applyFilter();
}

int ComparePage::attention() const
{
    return m_console.comparison() ? m_model->differingCount() - m_model->viewedCount() : 0;
}

QList<QWidget *> ComparePage::panes() const
{
    return {m_filter,         m_list,           m_diff->leftPane(), m_diff->rightPane(), m_gridView,
            m_dependentsView, m_script->list(), m_script->text(),   m_ignoredView};
}

QWidget *ComparePage::findField() const
{
    return m_filter;
}

void ComparePage::resizeEvent(QResizeEvent *event)
{
    // The status bar says it too; where there is little room, the tabs need it more.
    constexpr int roomForNumber = 900;
    m_changeLabel->setVisible(width() >= roomForNumber);
    Page::resizeEvent(event);
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
            m_list->setFocus();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace countersign::gui
