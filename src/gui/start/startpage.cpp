#include "gui/start/startpage.h"

#include "base/show.h"
#include "gui/common/environmentlook.h"
#include "gui/common/isolated.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/start/steptile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyledItemDelegate>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

class RecentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {240, 50}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        const bool exists = index.data(RecentModel::ExistsRole).toBool();
        const auto placed = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(selected ? Token::Selection : hover ? Token::Hover : Token::Base));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 5, 5);
        const Token strong = selected ? Token::SelectionText : exists ? Token::Text : Token::TextDisabled;
        const Token weak = selected ? Token::SelectionText : exists ? Token::TextMuted : Token::TextDisabled;
        icon(u"server-database"_s, selected ? Token::SelectionText : Token::TextMuted)
            .paint(painter, placed(QRect(option.rect.left() + 12, option.rect.top() + 14, 22, 22)));
        const QRect text = placed(option.rect.adjusted(46, 6, -10, -6));
        painter->setFont(interfaceFont(1.0, true));
        painter->setPen(color(strong));
        painter->drawText(text, Qt::AlignTop | Qt::AlignLeading, isolated(index.data(Qt::DisplayRole).toString()));
        painter->setFont(interfaceFont(0.92));
        painter->setPen(color(weak));
        const QString folder = index.data(RecentModel::FolderRole).toString();
        painter->drawText(text, Qt::AlignBottom | Qt::AlignLeading,
                          isolated(painter->fontMetrics().elidedText(folder, Qt::ElideMiddle, text.width())));
        painter->restore();
    }
};

} // namespace

RecentModel::RecentModel(Console &console, QObject *parent) : QAbstractListModel(parent), m_console(console)
{
    reread();
    connect(&console, &Console::recentChanged, this, &RecentModel::reread);
}

void RecentModel::reread()
{
    beginResetModel();
    m_entries.clear();
    for (const QString &folder : m_console.recent()) {
        m_entries.append({folder, QFileInfo::exists(folder + u"/countersign.toml"_s)});
    }
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_entries.size()) {
        return {};
    }
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return base::show(QDir(entry.folder).dirName());
    case FolderRole: {
        QString folder = entry.folder;
        const QString home = QDir::homePath();
        if (folder.startsWith(home + u'/')) {
            folder.replace(0, home.size(), u"~"_s);
        }
        return entry.exists ? base::show(folder)
                            : tr("%1 is missing. Enter locates it, Delete forgets it.").arg(base::show(folder));
    }
    case ExistsRole:
        return entry.exists;
    case Qt::UserRole:
        return entry.folder;
    case Qt::AccessibleTextRole:
        return tr("Workspace %1").arg(entry.folder);
    default:
        return {};
    }
}

StartPage::StartPage(Console &console, QWidget *parent)
    : Page({u"start"_s, tr("Start"), u"go-home"_s}, parent), m_console(console),
      m_open(new QPushButton(icon(u"document-open"_s), tr("Open a workspace…"), this)),
      m_demo(new QPushButton(icon(u"media-playback-start"_s, Token::AccentText), tr("Try the demo"), this)),
      m_files(new QPushButton(icon(u"vcs-diff"_s), tr("Compare files…"), this)),
      m_new(new QPushButton(icon(u"vcs-added"_s), tr("New workspace…"), this)),
      m_setup(new QPushButton(icon(u"document-sign"_s), tr("Set up sign-off…"), this)), m_recent(new QListView(this)),
      m_model(new RecentModel(console, this)), m_now(new Card(tr("Open now"), this)), m_nowText(wrappedLabel({}, this)),
      m_environments(new FittedList(this)), m_environmentRows(new TwoLineModel(this)),
      m_compare(new QPushButton(icon(u"vcs-diff"_s, Token::AccentText), tr("Compare production with staging"), this)),
      m_noRecent(wrappedLabel(tr("Workspaces that you open are listed here."), this)), m_waiting(new QListView(this)),
      m_waitingRows(new TwoLineModel(this))
{
    hideHead();
    build();
    connect(m_open, &QPushButton::clicked, this, [this] { m_console.actions().action(u"file.open"_s)->trigger(); });
    connect(m_new, &QPushButton::clicked, this, [this] { m_console.actions().action(u"file.new"_s)->trigger(); });
    connect(m_setup, &QPushButton::clicked, this, [this] { m_console.actions().action(u"review.setup"_s)->trigger(); });
    connect(m_files, &QPushButton::clicked, this, [this] { m_console.actions().action(u"file.compare"_s)->trigger(); });
    connect(m_demo, &QPushButton::clicked, this, [this] { m_console.openDemo(); });
    connect(m_compare, &QPushButton::clicked, this, &StartPage::compare);
    connect(m_recent, &QListView::activated, this, &StartPage::openRecent);
    connect(m_recent, &QWidget::customContextMenuRequested, this, &StartPage::recentMenu);
    connect(m_environments, &QListView::activated, this, [this] { emit m_console.pageRequested(u"environments"_s); });
    connect(m_waiting, &QListView::activated, this, [this](const QModelIndex &index) {
        m_console.session().chooseChange(m_waitingChanges.value(index.row()));
        emit m_console.pageRequested(u"review"_s);
    });
    connect(&m_console, &Console::workspaceChanged, this, &StartPage::updateWorkspace);
    connect(&m_console, &Console::recentChanged, this, &StartPage::updateWorkspace);
    connect(&m_console, &Console::workspaceFailed, this, &Page::setFailed);
    connect(&m_console, &Console::comparisonChanged, this, &StartPage::updateSteps);
    for (const auto change : {&ChangeSession::migrationsChanged, &ChangeSession::currentChanged,
                              &ChangeSession::checkedChanged, &ChangeSession::reviewsChanged}) {
        connect(&m_console.session(), change, this, &StartPage::updateSteps);
    }
    updateWorkspace();
}

void StartPage::openRecent(const QModelIndex &index)
{
    if (index.data(RecentModel::ExistsRole).toBool()) {
        m_console.openWorkspace(index.data(Qt::UserRole).toString());
    } else {
        locate(index.data(Qt::UserRole).toString());
    }
}

void StartPage::locate(const QString &folder)
{
    //: %1 is a folder
    auto *dialog = new QFileDialog(window(), tr("Where is %1 now?").arg(QDir(folder).dirName()));
    dialog->setObjectName(u"locateDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this, folder](const QString &found) {
        m_console.relocate(folder, found);
        m_console.openWorkspace(found);
    });
    dialog->open();
}

void StartPage::recentMenu(const QPoint &at)
{
    const QModelIndex index = m_recent->indexAt(at);
    if (!index.isValid()) {
        return;
    }
    const QString folder = index.data(Qt::UserRole).toString();
    auto *menu = named(new QMenu(this), u"recentMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open = menu->addAction(icon(u"document-open"_s), tr("Open"), this,
                                    [this, folder] { m_console.openWorkspace(folder); });
    open->setEnabled(index.data(RecentModel::ExistsRole).toBool());
    menu->addAction(icon(u"edit-find"_s), tr("Locate…"), this, [this, folder] { locate(folder); });
    menu->addAction(icon(u"edit-delete"_s), tr("Forget"), this, [this, folder] { m_console.forget(folder); });
    menu->popup(m_recent->viewport()->mapToGlobal(at));
}

bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_recent && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && m_recent->currentIndex().isValid()) {
        const int row = m_recent->currentIndex().row();
        m_console.forget(m_recent->currentIndex().data(Qt::UserRole).toString());
        m_recent->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
        return true;
    }
    return Page::eventFilter(watched, event);
}

void StartPage::compare()
{
    const auto workspace = m_console.workspace();
    emit m_console.pageRequested(u"compare"_s);
    if (workspace && workspace->production() != nullptr && workspace->staging() != nullptr) {
        m_console.compare(workspace->production()->name, workspace->staging()->name, m_console.compareOptions());
    }
}

QLayout *StartPage::buildHero()
{
    auto *mark = new QLabel(this);
    mark->setPixmap(QIcon(u":/icons/countersign.svg"_s).pixmap(72, 72));
    mark->setAccessibleName(tr("Countersign"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(plainLabel(tr("Countersign"), this, Token::Text, 2.0, true));
    QLabel *promise =
        plainLabel(tr("See how two databases differ, rehearse the migration, and sign exactly those bytes."), this,
                   Token::TextMuted, 1.1);
    promise->setWordWrap(true);
    texts->addWidget(promise);
    texts->addStretch();
    auto *hero = new QHBoxLayout;
    hero->setSpacing(20);
    hero->addWidget(mark);
    hero->addLayout(texts, 1);
    return hero;
}

QLayout *StartPage::buildSteps()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    const auto tile = [&](const QString &page, const QString &iconName, const QString &title, const QString &text) {
        auto *made =
            named(new StepTile(iconName, title, text, this), u"step"_s + page.front().toUpper() + page.sliced(1));
        connect(made, &QAbstractButton::clicked, this, [this, page] { emit m_console.pageRequested(page); });
        row->addWidget(made, 1);
        return made;
    };
    m_stepCompare = tile(u"compare"_s, u"vcs-diff"_s, tr("1. Compare"),
                         tr("See what production would get: every difference, side by side."));
    m_stepChecks = tile(u"checks"_s, u"checklist"_s, tr("2. Rehearse and check"),
                        tr("The migration runs on a scratch copy, and rules judge what it did."));
    m_stepReview = tile(u"review"_s, u"document-sign"_s, tr("3. Review and sign"),
                        tr("Named people sign these very bytes. Any later edit voids it."));
    m_stepVerify = tile(u"verify"_s, u"verify"_s, tr("4. Verify"),
                        tr("Afterwards: did every target arrive, and if not, how far did it get?"));
    return row;
}

QLayout *StartPage::buildCards()
{
    m_recentCard = new Card(tr("Recent"), this);
    m_recentCard->body()->addWidget(m_noRecent, 0, Qt::AlignTop);
    m_recentCard->body()->addWidget(m_recent);
    m_recentCard->body()->addStretch();
    m_waiting->setModel(m_waitingRows);
    m_waiting->setItemDelegate(new TwoLineDelegate(m_waiting));
    m_waiting->setFrameShape(QFrame::NoFrame);
    m_waitingHead = plainLabel(tr("Under review"), this, Token::TextMuted, 1.0, true);
    named(m_environments, u"startEnvironments"_s, tr("Environments"));
    m_environments->setModel(m_environmentRows);
    m_environments->setItemDelegate(new TwoLineDelegate(m_environments));
    m_now->body()->addWidget(m_environments);
    m_now->body()->addWidget(m_nowText);
    auto *now = new QHBoxLayout;
    now->setSpacing(spacing::normal);
    now->addWidget(m_compare);
    now->addWidget(m_setup);
    now->addStretch();
    m_now->body()->addLayout(now);
    m_now->body()->addWidget(m_waitingHead);
    m_now->body()->addWidget(m_waiting);
    m_now->body()->addStretch();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(spacing::wide);
    cards->addWidget(m_now, 1);
    cards->addWidget(m_recentCard, 1);
    return cards;
}

void StartPage::build()
{
    named(m_open, u"startOpen"_s, tr("Open a workspace"));
    named(m_demo, u"startDemo"_s, tr("Try the demo"));
    named(m_files, u"startFiles"_s, tr("Compare files"));
    named(m_recent, u"startRecent"_s, tr("Recent workspaces"));
    named(m_compare, u"startCompare"_s, tr("Compare production with staging"));
    named(m_waiting, u"startWaiting"_s, tr("Under review"));
    m_files->setToolTip(tr("SQLite databases, schema scripts, snapshots or folders of migrations; or drop them here"));
    named(m_new, u"startNew"_s, tr("New workspace"));
    named(m_setup, u"startSetup"_s, tr("Set up sign-off"));
    for (QPushButton *button : {m_open, m_files, m_new, m_setup}) {
        button->setAutoDefault(false);
    }
    m_recent->setModel(m_model);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setMouseTracking(true);
    m_recent->setUniformItemSizes(true);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->installEventFilter(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_demo);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addWidget(m_files);
    buttons->addStretch();
    auto *middle = new QWidget;
    middle->setMaximumWidth(1160);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(40, 40, 40, 40);
    column->setSpacing(spacing::section);
    column->addStretch(1);
    column->addLayout(buildHero());
    column->addLayout(buttons);
    column->addLayout(buildSteps());
    column->addLayout(buildCards());
    column->addStretch(4);
    auto *holder = new QWidget;
    holder->setBackgroundRole(QPalette::Base);
    holder->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(middle, 1);
    auto *scroll = named(new QScrollArea(this), u"startArea"_s, tr("Start"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(holder);
    content()->addWidget(scroll, 1);
    setReady();
}

void StartPage::updateWorkspace()
{
    const auto workspace = m_console.workspace();
    const int recent = m_model->rowCount();
    constexpr int shownRecent = 5;
    m_now->setVisible(workspace != nullptr);
    m_recentCard->setVisible(recent > 0 || workspace == nullptr);
    m_noRecent->setVisible(recent == 0);
    m_noRecent->setMinimumWidth(300);
    m_recent->setVisible(recent > 0);
    m_recent->setFixedHeight(std::min(recent, shownRecent) * 50 + 2);
    // With a workspace open the next thing to do is to compare, not to try the demo.
    m_demo->setDefault(workspace == nullptr);
    m_demo->setIcon(icon(u"media-playback-start"_s, workspace ? Token::Text : Token::AccentText));
    m_compare->setDefault(workspace != nullptr);
    if (workspace) {
        setReady();
        m_now->setTitle(workspace->name);
        QStringList lines;
        if (!workspace->migrations.isEmpty()) {
            lines << tr("Migrations: %1").arg(QDir(workspace->folder).relativeFilePath(workspace->migrations));
        }
        lines << (workspace->ledger.isEmpty() ? tr("No review ledger") : tr("With a review ledger"));
        lines += workspace->warnings;
        m_nowText->setText(base::show(lines.join(u'\n'), true));
        m_setup->setVisible(workspace->ledger.isEmpty());
        m_compare->setVisible(workspace->production() != nullptr && workspace->staging() != nullptr);
    }
    updateEnvironments();
    updateSteps();
}

void StartPage::updateEnvironments()
{
    constexpr std::size_t mostShown = 5;
    const auto workspace = m_console.workspace();
    std::vector<TwoLineModel::Row> rows;
    if (workspace) {
        for (const app::Environment &one : workspace->environments) {
            Look look = lookOf(one.environmentClass);
            if (one.environmentClass == app::EnvironmentClass::Production) {
                look.word = tr("PRODUCTION");
            }
            if (rows.size() == mostShown) {
                rows.push_back({{Glyph::Dash, Token::Unknown, {}},
                                tr("and %n more", nullptr, int(workspace->environments.size() - mostShown)),
                                {},
                                {}});
                break;
            }
            rows.push_back({look, one.name, {}, schema::titleOf(one.url.engine)});
        }
    }
    m_environmentRows->setRows(std::move(rows));
}

void StartPage::updateSteps()
{
    const auto workspace = m_console.workspace();
    if (!workspace) {
        for (StepTile *tile : {m_stepCompare, m_stepChecks, m_stepReview, m_stepVerify}) {
            tile->setStatus(Glyph::None, Token::TextMuted, {});
        }
        return;
    }
    const ChangeSession &session = m_console.session();
    if (const auto comparison = m_console.comparison()) {
        const int count = int(comparison->plan.comparison.differences.size());
        m_stepCompare->setStatus(count > 0 ? Glyph::Changed : Glyph::Same, count > 0 ? Token::ChangedMark : Token::Met,
                                 count > 0 ? tr("%n difference(s)", nullptr, count) : tr("No differences"));
    } else {
        m_stepCompare->setStatus(Glyph::Ring, Token::TextMuted, tr("Not compared yet"));
    }
    if (session.current() == nullptr) {
        m_stepChecks->setStatus(Glyph::Dash, Token::TextMuted, tr("No migration"));
    } else if (const auto checked = session.checked(); !checked) {
        m_stepChecks->setStatus(Glyph::Ring, Token::TextMuted, tr("Not rehearsed yet"));
    } else if (!session.reportIsCurrent()) {
        m_stepChecks->setStatus(Glyph::High, Token::High, tr("Older than the SQL"));
    } else {
        const bool pass = checked->report.verdict() == checks::Verdict::Pass;
        m_stepChecks->setStatus(pass ? Glyph::Check : Glyph::Cross, pass ? Token::Met : Token::Critical,
                                pass ? tr("Checks pass") : tr("Checks fail"));
    }
    const Look look =
        lookOf(session.change() != nullptr ? session.change()->evaluation.verdict : review::VerdictKind::None);
    m_stepReview->setStatus(look.glyph, look.token, look.word);
    m_stepVerify->setStatus(Glyph::None, Token::TextMuted, {});
    updateWaiting();
}

void StartPage::updateWaiting()
{
    std::vector<TwoLineModel::Row> rows;
    m_waitingChanges.clear();
    if (const auto reviews = m_console.session().reviews()) {
        for (const app::ReviewedChange &change : reviews->changes) {
            const review::VerdictKind verdict = change.evaluation.verdict;
            if (change.record.latest() == nullptr || verdict == review::VerdictKind::Approved) {
                continue;
            }
            const Look look = lookOf(verdict);
            rows.push_back({look, change.record.alias + u"  "_s + change.record.title, look.word, {}});
            m_waitingChanges << change.record.id;
        }
    }
    constexpr int shownWaiting = 4;
    const int count = std::min(shownWaiting, int(rows.size()));
    m_waitingRows->setRows(std::move(rows));
    m_waitingHead->setVisible(count > 0);
    m_waiting->setVisible(count > 0);
    m_waiting->setFixedHeight(count > 0 ? count * m_waiting->sizeHintForRow(0) + 2 : 0);
}

void StartPage::refresh()
{
    if (state() == PageState::Failed) {
        m_console.openAgain();
    }
}

void StartPage::activated()
{
    (m_console.workspace()     ? static_cast<QWidget *>(m_compare)
     : m_model->rowCount() > 0 ? static_cast<QWidget *>(m_recent)
                               : m_demo)
        ->setFocus();
}

QList<QWidget *> StartPage::panes() const
{
    return {m_demo, m_stepCompare, m_recent, m_compare, m_environments, m_waiting};
}

} // namespace countersign::gui
