#include "gui/start/startpage.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/shell/console.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
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
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(selected ? Token::Selection : hover ? Token::Hover : Token::Base));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 5, 5);
        const Token strong = selected ? Token::SelectionText : exists ? Token::Text : Token::TextDisabled;
        const Token weak = selected ? Token::SelectionText : exists ? Token::TextMuted : Token::TextDisabled;
        icon(u"server-database"_s, selected ? Token::SelectionText : Token::TextMuted)
            .paint(painter, QRect(option.rect.left() + 12, option.rect.top() + 14, 22, 22));
        const QRect text = option.rect.adjusted(46, 6, -10, -6);
        painter->setFont(interfaceFont(1.0, true));
        painter->setPen(color(strong));
        painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        painter->setFont(interfaceFont(0.92));
        painter->setPen(color(weak));
        painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data(RecentModel::FolderRole).toString(),
                                                            Qt::ElideMiddle, text.width()));
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
        return entry.exists ? base::show(folder) : tr("%1 (missing)").arg(base::show(folder));
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
      m_recent(new QListView(this)), m_model(new RecentModel(console, this)), m_now(new Card(tr("Open now"), this)),
      m_nowText(wrappedLabel({}, this)), m_compare(new QPushButton(tr("Compare production with staging"), this)),
      m_noRecent(wrappedLabel(tr("Workspaces that you open are listed here."), this))
{
    build();
    connect(m_open, &QPushButton::clicked, this, [this] { m_console.actions().action(u"file.open"_s)->trigger(); });
    connect(m_demo, &QPushButton::clicked, this, [this] { m_console.openDemo(); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const auto workspace = m_console.workspace();
        emit m_console.pageRequested(u"compare"_s);
        if (workspace && workspace->production() != nullptr && workspace->staging() != nullptr) {
            m_console.compare(workspace->production()->name, workspace->staging()->name, m_console.compareOptions());
        }
    });
    connect(m_recent, &QListView::activated, this,
            [this](const QModelIndex &index) { m_console.openWorkspace(index.data(Qt::UserRole).toString()); });
    connect(&m_console, &Console::workspaceChanged, this, &StartPage::updateWorkspace);
    connect(&m_console, &Console::recentChanged, this, &StartPage::updateWorkspace);
    connect(&m_console, &Console::workspaceFailed, this, &Page::setFailed);
    updateWorkspace();
}

void StartPage::build()
{
    named(m_open, u"startOpen"_s, tr("Open a workspace"));
    named(m_demo, u"startDemo"_s, tr("Try the demo"));
    named(m_recent, u"startRecent"_s, tr("Recent workspaces"));
    named(m_compare, u"startCompare"_s, tr("Compare production with staging"));
    m_demo->setDefault(true);
    m_open->setAutoDefault(false);
    m_compare->setAutoDefault(false);
    m_recent->setModel(m_model);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setMouseTracking(true);
    m_recent->setUniformItemSizes(true);

    auto *mark = new QLabel(this);
    mark->setPixmap(QIcon(u":/icons/countersign.svg"_s).pixmap(72, 72));
    mark->setAccessibleName(tr("Countersign"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(plainLabel(tr("Countersign"), this, Token::Text, 2.0, true));
    QLabel *promise =
        plainLabel(tr("See how two databases differ, rehearse the migration, and sign exactly those bytes."), this,
                   Token::TextMuted, 1.1);
    promise->setWordWrap(true);
    texts->addWidget(promise);
    auto *hero = new QHBoxLayout;
    hero->setSpacing(20);
    hero->addWidget(mark);
    hero->addLayout(texts, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_demo);
    buttons->addWidget(m_open);
    buttons->addStretch();

    auto *recent = new Card(tr("Recent"), this);
    recent->body()->addWidget(m_noRecent, 0, Qt::AlignTop);
    recent->body()->addWidget(m_recent, 1);
    m_now->body()->addWidget(m_nowText);
    m_now->body()->addWidget(m_compare, 0, Qt::AlignLeft);
    m_now->body()->addStretch();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(spacing::wide);
    cards->addWidget(recent, 3);
    cards->addWidget(m_now, 2);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(1080);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(40, 24, 40, 40);
    column->setSpacing(24);
    column->addLayout(hero);
    column->addLayout(buttons);
    column->addLayout(cards, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(middle, 1);
    content()->addLayout(row, 1);
    setReady();
}

void StartPage::updateWorkspace()
{
    const auto workspace = m_console.workspace();
    m_now->setVisible(workspace != nullptr);
    m_noRecent->setVisible(m_model->rowCount() == 0);
    m_noRecent->setMinimumWidth(300);
    m_recent->setVisible(m_model->rowCount() > 0);
    if (workspace) {
        setReady();
        m_now->setTitle(workspace->name);
        QStringList lines;
        lines << tr("%n environment(s)", nullptr, int(workspace->environments.size()));
        if (!workspace->migrations.isEmpty()) {
            lines << tr("Migrations in %1").arg(QDir(workspace->folder).relativeFilePath(workspace->migrations));
        }
        lines << (workspace->ledger.isEmpty() ? tr("No review ledger") : tr("With a review ledger"));
        lines += workspace->warnings;
        m_nowText->setText(base::show(lines.join(u'\n'), true));
        m_compare->setVisible(workspace->production() != nullptr && workspace->staging() != nullptr);
    }
}

void StartPage::activated()
{
    (m_model->rowCount() > 0 ? static_cast<QWidget *>(m_recent) : m_demo)->setFocus();
}

QList<QWidget *> StartPage::panes() const
{
    return {m_demo, m_recent, m_compare};
}

} // namespace countersign::gui
