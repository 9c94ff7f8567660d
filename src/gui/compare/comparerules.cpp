// The Compare page: which sides, under which rules, and what the person has looked at and decided.

#include "base/show.h"
#include "gui/common/columns.h"
#include "gui/common/environmentlook.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"
#include "gui/compare/comparepage.h"
#include "gui/compare/ignoredmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/compare/propertywords.h"
#include "gui/compare/renamedialog.h"
#include "gui/compare/scopedialog.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QInputDialog>
#include <QMenu>
#include <QSettings>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptViewed = 20'000;

/// Files may be compared without a workspace: their settings are kept together.
QString settingsKey(const QString &what, const std::shared_ptr<const app::Workspace> &workspace)
{
    const QByteArray folder = workspace ? workspace->folder.toUtf8() : QByteArray();
    const QByteArray hash = QCryptographicHash::hash(folder, QCryptographicHash::Sha256);
    return what + u'/' + QString::fromLatin1(hash.first(8).toHex());
}

QString keyOf(const diff::Rename &rename)
{
    return rename.from.path() + u'\n' + rename.to.path();
}

} // namespace

void ComparePage::updateSideChoices()
{
    const auto workspace = m_console.workspace();
    m_from->clear();
    m_to->clear();
    m_notRenames.clear();
    m_primary = [this] { startCompare(); };
    for (const app::Environment &environment : workspace ? workspace->environments : std::vector<app::Environment>()) {
        const QIcon mark = iconOf(environment.environmentClass);
        m_from->addItem(mark, environment.name);
        m_to->addItem(mark, environment.name);
    }
    m_from->addItem(tr("Other source…"));
    m_to->addItem(tr("Other source…"));
    if (!workspace) {
        if (m_console.comparison()) {
            adoptComparison();
        } else {
            m_model->setIndex(std::make_shared<const CompareIndex>());
            setSubtitle({});
            setEmpty(tr("Nothing to compare yet"),
                     tr("Open a workspace: it names the databases to compare. Or drop two databases, scripts, "
                        "snapshots or folders of migrations here."));
            emit attentionChanged();
        }
        return;
    }
    if (const app::Environment *production = workspace->production()) {
        m_from->setCurrentText(production->name);
    }
    if (const app::Environment *staging = workspace->staging()) {
        m_to->setCurrentText(staging->name);
    } else if (workspace->environments.size() > 1) {
        m_to->setCurrentIndex(1);
    }
    loadOptions();
    updateRules();
    if (m_console.comparison()) {
        adoptComparison();
        return;
    }
    m_model->setIndex(std::make_shared<const CompareIndex>());
    m_renames->dismiss();
    setSubtitle({});
    setEmpty(tr("Not compared yet"),
             tr("Countersign reads both databases in read-only sessions and shows how they differ. Production is never "
                "contacted before you ask for it."),
             tr("Compare now"));
    emit attentionChanged();
}

void ComparePage::chooseOther(QComboBox *side)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"otherSourceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Other source"));
    dialog->setLabelText(
        tr("A database URL, a snapshot, a schema script (.sql), a SQLite file or a folder of migrations:"));
    dialog->resize(560, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, side, [side](const QString &text) {
        if (!text.trimmed().isEmpty()) {
            side->insertItem(side->count() - 1, icon(u"document-open"_s), text.trimmed());
            side->setCurrentIndex(side->count() - 2);
        }
    });
    connect(dialog, &QDialog::rejected, side, [side] { side->setCurrentIndex(0); });
    dialog->open();
}

void ComparePage::swapSides()
{
    const auto workspace = m_console.workspace();
    const QString from = m_from->currentText();
    const QString to = m_to->currentText();
    const app::Environment *left = workspace ? workspace->find(from) : nullptr;
    if (left != nullptr && left->environmentClass == app::EnvironmentClass::Production) {
        emit m_console.announced(tr("Production stays on the left: added means that it will appear there."), false);
        return;
    }
    if (m_from->findText(to) < 0) {
        m_from->insertItem(0, to);
    }
    if (m_to->findText(from) < 0) {
        m_to->insertItem(0, from);
    }
    m_from->setCurrentText(to);
    m_to->setCurrentText(from);
    startCompare();
}

void ComparePage::startCompare()
{
    compareWith(m_options);
}

void ComparePage::changeRules(const diff::Options &options)
{
    m_console.perform(
        tr("Rules of the comparison"), [this, options] { compareWith(options); },
        [this, before = m_options] { compareWith(before); });
}

void ComparePage::compareWith(const diff::Options &options)
{
    const bool named = m_from->currentIndex() >= 0 && m_from->currentIndex() < m_from->count() - 1 &&
                       m_to->currentIndex() >= 0 && m_to->currentIndex() < m_to->count() - 1;
    if (named) {
        m_primary = [this] { startCompare(); };
        m_console.compare(m_from->currentText(), m_to->currentText(), options);
    }
}

QWidget *ComparePage::buildIgnored()
{
    auto *panel = new QWidget(this);
    m_ignoredView = named(new QTreeView(panel), u"ignoredList"_s, tr("What is ignored"));
    m_ignoredView->setModel(m_ignoredModel);
    m_ignoredView->setRootIsDecorated(false);
    m_ignoredView->setUniformRowHeights(true);
    m_ignoredView->setAllColumnsShowFocus(true);
    alignWithPage(m_ignoredView);
    m_ignoredView->setFrameShape(QFrame::NoFrame);
    m_ignoredView->setColumnWidth(IgnoredModel::RuleColumn, 200);
    m_ignoredView->setColumnWidth(IgnoredModel::ObjectColumn, 320);
    m_ignoredView->setColumnWidth(IgnoredModel::PropertyColumn, 140);
    m_ignoredView->setColumnWidth(IgnoredModel::FromColumn, 200);
    new ColumnSharer(m_ignoredView, {1, 3, 0, 2, 2});
    auto *again = named(new QPushButton(icon(u"view-visible"_s), tr("Compare this again"), panel),
                        u"ignoredCompareAgain"_s, tr("Remove the rule that hides this"));
    auto *rules = named(new QPushButton(icon(u"configure"_s), tr("All rules…"), panel), u"ignoredRules"_s,
                        tr("What is compared"));
    again->setAutoDefault(false);
    rules->setAutoDefault(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(20, 6, 20, 6);
    bar->setSpacing(spacing::normal);
    bar->addWidget(
        wrappedLabel(tr("These differ, but a rule hides them. Nothing is hidden without a line here."), panel), 1);
    bar->addWidget(again);
    bar->addWidget(rules);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline(Qt::Horizontal, panel));
    column->addWidget(m_ignoredView, 1);
    connect(again, &QPushButton::clicked, this, &ComparePage::compareAgain);
    connect(rules, &QPushButton::clicked, this, &ComparePage::openRules);
    connect(m_ignoredView, &QTreeView::activated, this, &ComparePage::compareAgain);
    return panel;
}

void ComparePage::compareAgain()
{
    const int row = m_ignoredView->currentIndex().isValid() ? m_ignoredView->currentIndex().row() : 0;
    if (const diff::Suppressed *one = m_ignoredModel->suppressed(row)) {
        changeRules(withoutRule(m_options, *one));
    }
}

void ComparePage::openRules()
{
    const auto workspace = m_console.workspace();
    const auto comparison = m_console.comparison();
    if (!workspace && !comparison) {
        return;
    }
    const QStringList schemas =
        comparison ? namespacesOf(comparison->from.schema, comparison->to.schema) : m_options.schemas;
    auto *dialog = new ScopeDialog(m_options, schemas,
                                   workspace ? workspace->profiles : std::vector<app::CompareProfile>(), window());
    connect(dialog, &ScopeDialog::chosen, this, &ComparePage::changeRules);
    dialog->open();
}

std::vector<diff::RenameCandidate> ComparePage::undecidedRenames() const
{
    std::vector<diff::RenameCandidate> undecided;
    if (const auto comparison = m_console.comparison()) {
        for (const diff::RenameCandidate &one : comparison->plan.comparison.renameCandidates) {
            if (!m_notRenames.contains(keyOf(one.rename))) {
                undecided.push_back(one);
            }
        }
    }
    return undecided;
}

void ComparePage::openRenames()
{
    const std::vector<diff::RenameCandidate> candidates = undecidedRenames();
    if (candidates.empty()) {
        return;
    }
    auto *dialog = new RenameDialog(candidates, window());
    connect(dialog, &RenameDialog::decided, this, [this, candidates](const std::vector<diff::Rename> &renames) {
        for (const diff::RenameCandidate &one : candidates) {
            if (!std::ranges::contains(renames, one.rename)) {
                m_notRenames.insert(keyOf(one.rename));
            }
        }
        updateRules();
        if (!renames.empty()) {
            diff::Options options = m_options;
            options.renames.insert(options.renames.end(), renames.begin(), renames.end());
            changeRules(options);
        }
    });
    dialog->open();
}

void ComparePage::updateRules()
{
    const int rules = ruleCount(m_options);
    m_rules->setText(rules == 0 ? tr("Rules…") : tr("Rules %1…").arg(localText(rules)));
    const int undecided = int(undecidedRenames().size());
    if (undecided == 0) {
        m_renames->dismiss();
        return;
    }
    m_renames->present(
        InlineBanner::Tone::Warning, tr("%n pair(s) may be renames rather than a drop and an add.", nullptr, undecided),
        tr("A drop loses the data that a rename would keep. Countersign does not guess: decide here."), tr("Decide…"));
}

void ComparePage::updateComments()
{
    QHash<QString, int> counts;
    if (const app::ReviewedChange *change = m_console.session().change()) {
        for (const review::CommentView &comment : change->evaluation.comments) {
            if (!comment.anchor.object.isEmpty() && !comment.resolved) {
                ++counts[comment.anchor.object];
            }
        }
    }
    m_list->setColumnHidden(ObjectListModel::CommentsColumn, counts.isEmpty());
    m_model->setCommentCounts(counts);
}

void ComparePage::updateSizes()
{
    QHash<QString, QString> sizes;
    if (const auto checked = m_console.session().checked(); checked && checked->report.production) {
        for (const auto &[path, facts] : checked->report.production->relations) {
            if (facts.rows) {
                const QString rows = localText(*facts.rows);
                //: %1 is an exact or an estimated number of rows
                sizes.insert(path, facts.rowsExact ? tr("%1 rows").arg(rows) : tr("about %1 rows").arg(rows));
            }
        }
    }
    m_model->setSizes(sizes);
}

void ComparePage::listMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"compareListMenu"_s);
    if (const ObjectEntry *entry = m_model->entry(index)) {
        const int number = m_model->entryNumber(index);
        const bool viewed = m_model->isViewed(*entry);
        menu->addAction(icon(u"view-visible"_s), viewed ? tr("Not viewed yet") : tr("Viewed"), this,
                        [this, number, viewed] { m_model->setEntryViewed(number, !viewed); });
        menu->addAction(icon(u"edit-comment"_s), tr("Comment on “%1”").arg(base::show(entry->name)), this,
                        [this] { emit m_console.commentRequested(); });
        menu->addSeparator();
        QStringList offered;
        const auto comparison = m_compared;
        for (const int i : entry->differences) {
            const diff::Difference &difference = comparison->plan.comparison.differences[std::size_t(i)];
            if (difference.change == diff::Change::Renamed) {
                menu->addAction(
                    icon(u"rename"_s), tr("Split: %1 is not a rename").arg(base::show(difference.id.path())), this,
                    [this, id = difference.id] {
                        diff::Options options = m_options;
                        std::erase_if(options.renames, [&id](const diff::Rename &one) { return one.to == id; });
                        changeRules(options);
                    });
            }
            for (const diff::Property &property : difference.properties) {
                const QString option = schema::nameOf(difference.id.kind) + u'.' + property.name;
                if (!offered.contains(option)) {
                    offered << option;
                    //: %1 is an attribute such as column.comment
                    menu->addAction(tr("Ignore “%1” everywhere").arg(ignoreTitle(option)), this,
                                    [this, option] { ignore(option); });
                }
            }
        }
        menu->addAction(tr("Leave out “%1”").arg(base::show(entry->name)), this, [this, path = entry->name] {
            diff::Options options = m_options;
            options.excludePaths << path;
            changeRules(options);
        });
        if (!entry->id.schema.isEmpty()) {
            menu->addAction(tr("Compare only schema “%1”").arg(base::show(entry->id.schema)), this,
                            [this, name = entry->id.schema] {
                                diff::Options options = m_options;
                                options.schemas = {name};
                                changeRules(options);
                            });
        }
        menu->addSeparator();
    }
    auto *groups = menu->addMenu(icon(u"view-list-tree"_s), tr("Group by"));
    for (const auto &[grouping, text] : {std::pair{Grouping::Kind, tr("Kind")},
                                         {Grouping::Status, tr("Status")},
                                         {Grouping::Namespace, tr("Schema")}}) {
        QAction *action = groups->addAction(text, this, [this, grouping] {
            m_model->setGrouping(grouping);
            applyFilter();
        });
        action->setCheckable(true);
        action->setChecked(m_model->grouping() == grouping);
    }
    menu->addAction(icon(u"configure"_s), tr("All rules…"), this, &ComparePage::openRules);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void ComparePage::ignore(const QString &option)
{
    diff::Options options = m_options;
    options.ignore.insert(option);
    changeRules(options);
}

void ComparePage::loadViewed()
{
    const QSignalBlocker quiet(m_model);
    const QStringList marks = QSettings().value(settingsKey(u"viewed"_s, m_console.workspace())).toStringList();
    m_knownMarks = QSet<QString>(marks.begin(), marks.end());
    m_model->setViewed(m_knownMarks);
}

void ComparePage::rememberTick()
{
    const QSet<QString> now = m_model->viewedMarks();
    const QSet<QString> before = std::exchange(m_knownMarks, now);
    if (now == before) {
        return;
    }
    const auto restore = [this](const QSet<QString> &marks) {
        m_knownMarks = marks;
        m_model->setViewed(marks);
    };
    m_console.perform(
        now.size() > before.size() ? tr("Mark as viewed") : tr("Mark as not viewed"), [restore, now] { restore(now); },
        [restore, before] { restore(before); });
}

void ComparePage::saveViewed() const
{
    const QStringList marks = m_model->viewedMarks().values();
    QSettings().setValue(settingsKey(u"viewed"_s, m_console.workspace()),
                         marks.first(std::min<qsizetype>(marks.size(), keptViewed)));
}

void ComparePage::loadOptions()
{
    QSettings settings;
    settings.beginGroup(settingsKey(u"rules"_s, m_console.workspace()));
    const QStringList ignored = settings.value(u"ignore"_s).toStringList();
    const QStringList included = settings.value(u"include"_s).toStringList();
    m_options = {};
    m_options.ignore = QSet<QString>(ignored.begin(), ignored.end());
    m_options.include = QSet<QString>(included.begin(), included.end());
    m_options.schemas = settings.value(u"schemas"_s).toStringList();
    m_options.excludePaths = settings.value(u"exclude"_s).toStringList();
    m_options.schemaMapping = mappingFromText(settings.value(u"mapping"_s).toString());
}

void ComparePage::saveOptions() const
{
    QSettings settings;
    settings.beginGroup(settingsKey(u"rules"_s, m_console.workspace()));
    QStringList mapping;
    for (const auto &[from, to] : m_options.schemaMapping) {
        mapping << from + u" = "_s + to;
    }
    settings.setValue(u"ignore"_s, QStringList(m_options.ignore.values()));
    settings.setValue(u"include"_s, QStringList(m_options.include.values()));
    settings.setValue(u"schemas"_s, m_options.schemas);
    settings.setValue(u"exclude"_s, m_options.excludePaths);
    settings.setValue(u"mapping"_s, mapping.join(u'\n'));
}

} // namespace countersign::gui
