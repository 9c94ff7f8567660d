#include "gui/compare/comparepage.h"

#include "app/objectddl.h"
#include "gui/common/theme.h"
#include "gui/compare/changegridmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/shell/console.h"
#include "gui/text/diffview.h"
#include "gui/text/sqlview.h"

#include <QCryptographicHash>
#include <QKeyEvent>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptViewed = 2000;

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

QString viewedKey(const app::Workspace &workspace)
{
    const QByteArray hash = QCryptographicHash::hash(workspace.folder.toUtf8(), QCryptographicHash::Sha256);
    return u"viewed/"_s + QString::fromLatin1(hash.first(8).toHex());
}

} // namespace

ComparePage::ComparePage(Console &console, QWidget *parent)
    : Page({u"compare"_s, tr("Compare"), u"vcs-diff"_s}, parent), m_console(console),
      m_model(new ObjectListModel(this)), m_grid(new ChangeGridModel(this))
{
    buildTools();
    buildFilterRow();
    m_splitter = named(new QSplitter(Qt::Vertical, this), u"compareSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    buildList();
    buildDetails();
    m_splitter->setSizes({260, 560});
    content()->addWidget(m_splitter, 1);
    connectConsole();
    updateSideChoices();
}

void ComparePage::buildTools()
{
    m_from = named(new QComboBox(this), u"compareFrom"_s, tr("Left side: now"));
    m_to = named(new QComboBox(this), u"compareTo"_s, tr("Right side: proposed"));
    m_from->setMinimumWidth(150);
    m_to->setMinimumWidth(150);
    auto *compare = named(new QPushButton(icon(u"view-refresh"_s, Token::AccentText), tr("Compare"), this),
                          u"compareButton"_s, tr("Compare the two sides"));
    compare->setDefault(true);
    compare->setToolTip(tr("Read both sides and compare them (F5)"));
    tools()->addWidget(m_from);
    tools()->addWidget(plainLabel(u"◀"_s, this, Token::TextMuted));
    tools()->addWidget(m_to);
    tools()->addWidget(compare);
    connect(compare, &QPushButton::clicked, this, &ComparePage::startCompare);
    connect(this, &Page::primaryRequested, this, &ComparePage::startCompare);
}

void ComparePage::buildFilterRow()
{
    m_filter = named(new QLineEdit(this), u"compareFilter"_s, tr("Filter objects"));
    m_filter->setPlaceholderText(tr("Filter: orders, col:status, kind:view"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"view-filter"_s, Token::TextMuted), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(340);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 2, 20, 8);
    row->setSpacing(6);
    row->addWidget(m_filter, 1);
    row->addSpacing(spacing::normal);
    for (const ObjectStatus status : {ObjectStatus::Changed, ObjectStatus::Added, ObjectStatus::Removed,
                                      ObjectStatus::Renamed, ObjectStatus::Same}) {
        const StatusLook look = lookOf(status);
        auto *chip = new Chip(look.glyph, look.token, look.word, this);
        chip->setObjectName(u"compareChip%1"_s.arg(int(status)));
        chip->setHiddenWord(tr("hidden"));
        chip->setChecked(status != ObjectStatus::Same);
        chip->setToolTip(tr("Show or hide objects of this status"));
        row->addWidget(chip);
        connect(chip, &Chip::toggled, this, &ComparePage::applyFilter);
        m_chips.append({status, chip});
    }
    m_ignored = named(new QPushButton(this), u"compareIgnored"_s, tr("What ignore rules hide"));
    m_ignored->setFlat(true);
    row->addWidget(m_ignored);
    row->addStretch(1);
    m_viewed = named(plainLabel({}, this, Token::TextMuted), u"compareViewed"_s);
    row->addWidget(m_viewed);
    content()->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, &ComparePage::applyFilter);
    connect(m_ignored, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const QString &option : m_console.compareOptions().ignore) {
            //: %1 is the name of an ignored attribute such as "comment"
            menu->addAction(tr("Compare “%1” again").arg(option), this, [this, option] {
                diff::Options options = m_console.compareOptions();
                options.ignore.remove(option);
                m_console.compare(m_from->currentText(), m_to->currentText(), options);
            });
        }
        menu->popup(m_ignored->mapToGlobal(QPoint(0, m_ignored->height())));
    });
}

void ComparePage::buildList()
{
    m_list = named(new ObjectTree(this), u"compareObjectList"_s, tr("Objects that differ"));
    m_list->setModel(m_model);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIndentation(16);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(ObjectListModel::ObjectColumn, 420);
    m_list->setColumnWidth(ObjectListModel::StatusColumn, 120);
    m_list->setColumnWidth(ObjectListModel::SummaryColumn, 380);
    m_splitter->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePage::showCurrent);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ComparePage::listMenu);
    connect(m_list, &QTreeView::activated, this, [this] { m_diff->leftPane()->setFocus(); });
    connect(m_model, &ObjectListModel::viewedChanged, this, [this] {
        updateViewed();
        saveViewed();
    });
}

void ComparePage::buildDetails()
{
    m_tabs = named(new QTabWidget(this), u"compareTabs"_s, tr("Details of the object"));
    m_tabs->setDocumentMode(true);
    m_diff = new DiffView(m_console.jobs(), this);
    m_diff->setObjectName(u"compareDiff"_s);
    m_gridView = named(new QTreeView(this), u"changeGrid"_s, tr("Altered attributes"));
    m_gridView->setModel(m_grid);
    m_gridView->setRootIsDecorated(false);
    m_gridView->setUniformRowHeights(true);
    m_gridView->setAlternatingRowColors(true);
    m_gridView->setFrameShape(QFrame::NoFrame);
    m_gridView->setColumnWidth(0, 260);
    m_gridView->setColumnWidth(1, 170);
    m_gridView->setColumnWidth(2, 300);
    m_gridView->setColumnWidth(3, 300);
    m_script = named(new SqlView(m_console.jobs(), this), u"compareScript"_s, tr("Generated script"));
    m_tabs->addTab(m_diff, tr("DDL"));
    m_tabs->addTab(m_gridView, tr("Changes"));
    m_tabs->addTab(m_script, tr("Generated script"));

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
    m_unified->setCheckable(true);
    fold->setCheckable(true);
    fold->setChecked(true);
    row->addWidget(m_changeLabel);
    row->addSpacing(spacing::normal);
    for (QAbstractButton *button : {previous, next, m_unified, fold}) {
        row->addWidget(button);
    }
    m_tabs->setCornerWidget(corner);
    m_splitter->addWidget(m_tabs);
    connect(previous, &QAbstractButton::clicked, this, [this] { stepChange(-1); });
    connect(next, &QAbstractButton::clicked, this, [this] { stepChange(1); });
    connect(m_unified, &QAbstractButton::toggled, m_diff, &DiffView::setUnified);
    connect(fold, &QAbstractButton::toggled, m_diff, &DiffView::setFolded);
    connect(m_diff, &DiffView::currentChangeChanged, this, &ComparePage::updateChangeLabel);
    connect(m_diff, &DiffView::leaveRequested, this, [this] { m_list->setFocus(); });
    connect(m_diff, &DiffView::settled, this, &Page::settled);
    connect(m_gridView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const std::vector<int> steps = m_grid->stepsOf(index.row());
        if (!steps.empty() && std::size_t(steps.front()) < m_scriptRows.size()) {
            m_tabs->setCurrentWidget(m_script);
            m_script->setCurrentRow(m_scriptRows[std::size_t(steps.front())]);
            m_script->setFocus();
        }
    });
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
}

void ComparePage::updateSideChoices()
{
    const auto workspace = m_console.workspace();
    m_from->clear();
    m_to->clear();
    if (!workspace) {
        setEmpty(tr("Nothing to compare yet"), tr("Open a workspace first: it names the databases to compare."));
        return;
    }
    for (const app::Environment &environment : workspace->environments) {
        const bool production = environment.environmentClass == app::EnvironmentClass::Production;
        const QIcon mark =
            production ? glyphIcon(Glyph::Hatched, Token::Production) : glyphIcon(Glyph::Bar, Token::Staging);
        m_from->addItem(mark, environment.name);
        m_to->addItem(mark, environment.name);
    }
    if (const app::Environment *production = workspace->production()) {
        m_from->setCurrentText(production->name);
    }
    if (const app::Environment *staging = workspace->staging()) {
        m_to->setCurrentText(staging->name);
    }
    if (m_console.comparison()) {
        adoptComparison();
        return;
    }
    m_model->setIndex(std::make_shared<const CompareIndex>());
    m_diff->clear();
    setSubtitle({});
    setEmpty(tr("Not compared yet"),
             tr("Countersign reads both databases in read-only sessions and shows how they differ. Production is never "
                "contacted before you ask for it."),
             tr("Compare now"));
    emit attentionChanged();
}

void ComparePage::startCompare()
{
    if (m_console.workspace() && m_from->currentIndex() >= 0) {
        m_console.compare(m_from->currentText(), m_to->currentText(), m_console.compareOptions());
    }
}

void ComparePage::refresh()
{
    startCompare();
}

void ComparePage::activated()
{
    m_list->setFocus();
}

void ComparePage::adoptComparison()
{
    const auto comparison = m_console.comparison();
    m_from->setCurrentText(comparison->from.source);
    m_to->setCurrentText(comparison->to.source);
    m_diff->setSides(m_console.sideView(comparison->from), m_console.sideView(comparison->to));
    loadViewed();
    using Value = std::shared_ptr<const CompareIndex>;
    m_console.jobs().start<Value>(
        {u"compare.index"_s, {}},
        [comparison](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return std::make_shared<const CompareIndex>(buildIndex(*comparison));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *index = std::get_if<0>(&outcome)) {
                adoptIndex(*index);
            }
        });
}

void ComparePage::adoptIndex(const std::shared_ptr<const CompareIndex> &index)
{
    m_model->setIndex(index);
    showScript();
    updateChips();
    const int differing = m_model->differingCount();
    //: %1 is when the comparison was made
    setSubtitle(tr("%n object(s) differ, compared %1", nullptr, differing)
                    .arg(ageText(m_console.comparedAt(), m_console.now())));
    emit attentionChanged();
    if (differing == 0) {
        const int rules = int(m_console.compareOptions().ignore.size());
        setEmpty(tr("No differences"), rules == 0
                                           ? tr("Both sides are equal.")
                                           : tr("Both sides are equal under %n ignore rule(s).", nullptr, rules));
        return;
    }
    applyFilter();
    setReady();
    m_list->setFocus();
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
    updateViewed();
}

void ComparePage::updateViewed()
{
    //: How many of the objects that differ were looked at
    m_viewed->setText(
        tr("Viewed %1 of %2")
            .arg(QLocale().toString(m_model->viewedCount()), QLocale().toString(m_model->differingCount())));
    emit attentionChanged();
}

void ComparePage::applyFilter()
{
    QSet<ObjectStatus> shown{ObjectStatus::Unknown};
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
    QModelIndex at = m_model->indexOf(current);
    if (!at.isValid()) {
        at = m_model->neighbour({}, 1);
    }
    m_list->setCurrentIndex(at);
    if (!at.isValid()) {
        m_diff->clear();
        m_grid->clear();
        m_shown = {};
    }
}

void ComparePage::showCurrent()
{
    if (const ObjectEntry *entry = m_model->entry(m_list->currentIndex())) {
        showEntry(*entry);
    }
}

void ComparePage::showEntry(const ObjectEntry &entry)
{
    m_shown = entry.id;
    m_againArmed = false;
    const auto comparison = m_console.comparison();
    m_grid->setObject(comparison, entry);
    const schema::ObjectId before = entry.before;
    const schema::ObjectId after = entry.id;
    m_console.jobs().start<app::ObjectDdl>(
        {u"compare.ddl"_s, {}},
        [comparison, before, after](std::stop_token, const base::ProgressSink &) -> base::Result<app::ObjectDdl> {
            return app::ddlOf(*comparison, before, after);
        },
        this,
        [this, comparison](Outcome<app::ObjectDdl> outcome) {
            if (auto *ddl = std::get_if<0>(&outcome)) {
                m_diff->setTexts(ddl->from, ddl->to, comparison->to.schema.engine);
            }
        });
}

void ComparePage::showObject(const schema::ObjectId &id)
{
    schema::ObjectId wanted = id;
    if (const auto comparison = m_console.comparison(); comparison && schema::isPartOfRelation(id.kind)) {
        const schema::Object *owner = app::ownerOf(comparison->to.schema, id);
        owner = owner != nullptr ? owner : app::ownerOf(comparison->from.schema, id);
        wanted = owner != nullptr ? schema::idOf(*owner) : id;
    }
    QModelIndex at = m_model->indexOf(wanted);
    if (!at.isValid()) {
        m_filter->clear();
        at = m_model->indexOf(wanted);
    }
    if (at.isValid()) {
        m_list->setCurrentIndex(at);
        m_list->scrollTo(at);
    }
}

void ComparePage::stepChange(int direction)
{
    if (m_diff->stepChange(direction)) {
        m_againArmed = false;
        return;
    }
    if (m_againArmed) {
        stepObject(direction);
        return;
    }
    m_againArmed = true;
    emit m_console.announced(direction > 0 ? tr("Last change of this object. Again for the next object.")
                                           : tr("First change of this object. Again for the previous object."),
                             false);
}

void ComparePage::stepObject(int direction)
{
    const QModelIndex next = m_model->neighbour(m_list->currentIndex(), direction);
    if (next.isValid()) {
        m_list->setCurrentIndex(next);
        m_list->scrollTo(next);
    } else {
        emit m_console.announced(direction > 0 ? tr("That was the last object.") : tr("That was the first object."),
                                 false);
    }
}

void ComparePage::updateChangeLabel()
{
    const int count = m_diff->changeCount();
    m_changeLabel->setText(count == 0 ? tr("No change")
                                      : tr("Change %1 of %2").arg(m_diff->currentChange() + 1).arg(count));
    emit m_console.announced(m_changeLabel->text(), false);
}

void ComparePage::showScript()
{
    const auto comparison = m_console.comparison();
    QString text;
    m_scriptRows.clear();
    int line = 0;
    for (const engine::Step &step : comparison->plan.forward) {
        m_scriptRows.push_back(line);
        QString part;
        if (!step.comment.isEmpty()) {
            part += u"-- "_s + QString(step.comment).replace(u'\n', u"\n-- "_s) + u'\n';
        }
        if (!step.sql.isEmpty()) {
            part += step.sql + u";\n"_s;
        }
        part += u'\n';
        line += int(part.count(u'\n'));
        text += part;
    }
    m_script->setSql(text.trimmed() + u'\n', comparison->to.schema.engine);
    std::vector<RowSign> signs;
    for (std::size_t i = 0; i < comparison->plan.forward.size(); ++i) {
        if (comparison->plan.forward[i].destructive) {
            signs.push_back({m_scriptRows[i], Glyph::Critical, Token::Critical, tr("Loses data")});
        }
    }
    m_script->setSigns(std::move(signs));
}

void ComparePage::listMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    const ObjectEntry *entry = m_model->entry(index);
    if (entry == nullptr) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int number = m_model->entryNumber(index);
    menu->addAction(icon(u"view-visible"_s), m_model->isViewed(*entry) ? tr("Not viewed yet") : tr("Viewed"), this,
                    [this, number, viewed = m_model->isViewed(*entry)] { m_model->setEntryViewed(number, !viewed); });
    menu->addSeparator();
    QStringList offered;
    const auto comparison = m_console.comparison();
    for (const int i : entry->differences) {
        const diff::Difference &difference = comparison->plan.comparison.differences[std::size_t(i)];
        for (const diff::Property &property : difference.properties) {
            const QString option = schema::nameOf(difference.id.kind) + u'.' + property.name;
            if (!offered.contains(option)) {
                offered << option;
                //: %1 is an attribute such as column.comment
                menu->addAction(tr("Ignore “%1” everywhere").arg(option), this, [this, option] { ignore(option); });
            }
        }
    }
    menu->addAction(tr("Leave out “%1”").arg(entry->name), this, [this, path = entry->name] {
        diff::Options options = m_console.compareOptions();
        options.excludePaths << path;
        m_console.compare(m_from->currentText(), m_to->currentText(), options);
    });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void ComparePage::ignore(const QString &option)
{
    diff::Options options = m_console.compareOptions();
    options.ignore.insert(option);
    m_console.compare(m_from->currentText(), m_to->currentText(), options);
}

void ComparePage::loadViewed()
{
    const QSignalBlocker quiet(m_model);
    const QStringList marks = QSettings().value(viewedKey(*m_console.workspace())).toStringList();
    m_model->setViewed(QSet<QString>(marks.begin(), marks.end()));
}

void ComparePage::saveViewed() const
{
    if (const auto workspace = m_console.workspace()) {
        const QStringList marks = m_model->viewedMarks().values();
        QSettings().setValue(viewedKey(*workspace), marks.first(std::min<qsizetype>(marks.size(), keptViewed)));
    }
}

int ComparePage::attention() const
{
    return m_console.comparison() ? m_model->differingCount() - m_model->viewedCount() : 0;
}

QList<QWidget *> ComparePage::panes() const
{
    return {m_filter, m_list, m_diff->leftPane(), m_diff->rightPane(), m_gridView, m_script};
}

QWidget *ComparePage::findField() const
{
    if (m_diff->leftPane()->hasFocus() || m_diff->rightPane()->hasFocus()) {
        m_diff->openFind();
        return nullptr;
    }
    return m_filter;
}

} // namespace countersign::gui
