#include "gui/settings/settingspage.h"

#include "app/connectiontest.h"
#include "gui/common/theme.h"
#include "gui/settings/checkssection.h"
#include "gui/settings/preferences.h"
#include "gui/settings/section.h"
#include "gui/settings/workspacesections.h"
#include "gui/shell/console.h"
#include "gui/shell/shortcutsdialog.h"
#include "gui/text/sqlview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// Like the rail of the window: a rounded row, not a bar from edge to edge.
class SectionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(selected ? Token::Selection : hover ? Token::Hover : Token::Base));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 5, 5);
        const auto placed = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect.translated(option.rect.topLeft()));
        };
        const int height = option.rect.height();
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, placed({10, (height - 18) / 2, 18, 18}), Qt::AlignCenter,
                   selected ? QIcon::Selected : QIcon::Normal);
        painter->setPen(color(selected ? Token::SelectionText : Token::Text));
        painter->drawText(placed({40, 0, option.rect.width() - 44, height}), Qt::AlignVCenter | Qt::AlignLeading,
                          index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
};

} // namespace

SettingsPage::SettingsPage(Console &console, QWidget *parent)
    : Page({u"settings"_s, tr("Settings"), u"configure"_s}, parent), m_console(console),
      m_sections(named(new QListWidget(this), u"settingsSections"_s, tr("Sections"))), m_stack(new QStackedWidget(this))
{
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setMaximumWidth(200);
    m_sections->setMinimumWidth(150);
    m_sections->setUniformItemSizes(true);
    m_sections->setMouseTracking(true);
    m_sections->setItemDelegate(new SectionDelegate(m_sections));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 4, 20, 20);
    row->setSpacing(spacing::wide);
    row->addWidget(m_sections);
    row->addWidget(m_stack, 1);
    content()->addLayout(row, 1);
    add(u"appearance"_s, tr("Appearance"), u"view-visible"_s, [this] { return appearance(); });
    add(u"editor"_s, tr("Editor"), u"code-context"_s, [this] { return editor(); });
    add(u"databases"_s, tr("Databases"), u"server-database"_s, [this] { return databases(); });
    add(u"checks"_s, tr("Checks"), u"checklist"_s, [this] { return new ChecksSection(m_console, this); });
    add(u"profiles"_s, tr("Profiles"), u"view-filter"_s, [this] { return new ProfilesSection(m_console, this); });
    add(u"shortcuts"_s, tr("Shortcuts"), u"configure-shortcuts"_s, [this] { return shortcuts(); });
    add(u"keys"_s, tr("Keys and people"), u"document-sign"_s, [this] { return new KeysSection(m_console, this); });
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsPage::showRow);
    m_sections->setCurrentRow(0);
    setSubtitle(tr("Changes hold at once and are kept"));
    setReady();
}

void SettingsPage::add(const QString &id, const QString &title, const QString &iconName,
                       std::function<QWidget *()> make)
{
    auto *item = new QListWidgetItem(icon(iconName), title, m_sections);
    item->setData(Qt::UserRole, id);
    item->setSizeHint({0, 34});
    m_made.push_back({std::move(make), nullptr});
}

void SettingsPage::showRow(int row)
{
    if (row < 0) {
        return;
    }
    Made &made = m_made[std::size_t(row)];
    if (made.section == nullptr) {
        made.section = made.make();
        m_stack->addWidget(made.section);
    }
    m_stack->setCurrentWidget(made.section);
}

void SettingsPage::showSection(const QString &id)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole).toString() == id) {
            m_sections->setCurrentRow(row);
        }
    }
}

QWidget *SettingsPage::appearance()
{
    auto *section = new Section(tr("Appearance"), this);
    auto *theme = named(new QComboBox(section), u"settingsTheme"_s, tr("Theme"));
    theme->addItem(tr("As the system"), int(ThemeChoice::System));
    theme->addItem(tr("Light"), int(ThemeChoice::Light));
    theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    theme->addItem(tr("High contrast"), int(ThemeChoice::Contrast));
    const auto follow = [theme] {
        const QSignalBlocker blocker(theme);
        theme->setCurrentIndex(theme->findData(int(ThemeManager::instance()->choice())));
    };
    follow();
    connect(ThemeManager::instance(), &ThemeManager::changed, theme, follow);
    connect(theme, &QComboBox::activated, this, [theme] {
        const auto choice = ThemeChoice(theme->currentData().toInt());
        ThemeManager::instance()->setChoice(choice);
        Preferences::setTheme(choice);
    });
    section->addRow(tr("Theme"), theme);

    auto *language = named(new QComboBox(section), u"settingsLanguage"_s, tr("Language"));
    language->addItem(tr("As the system"), QString());
    language->addItem(u"English"_s, u"en"_s);
    language->addItem(u"Deutsch"_s, u"de"_s);
    language->addItem(u"简体中文"_s, u"zh_CN"_s);
    // Measuring the items would open a font of Chinese, most of a second where the disk is slow.
    language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int lettersOfLanguage = 14;
    language->setMinimumContentsLength(lettersOfLanguage);
    language->setCurrentIndex(std::max(0, language->findData(Preferences::language())));
    connect(language, &QComboBox::activated, this,
            [language] { Preferences::setLanguage(language->currentData().toString()); });
    section->addRow(tr("Language"), language, tr("Holds from the next start. SQL and names are never translated."));

    auto *size = named(new QComboBox(section), u"settingsTextSize"_s, tr("Text size"));
    for (const int percent : {90, 100, 115, 125, 150, 175, 200}) {
        //: %1 is a number: the size of text in percent
        size->addItem(tr("%1 %").arg(percent), percent);
    }
    size->setCurrentIndex(size->findData(Preferences::textPercent()));
    connect(size, &QComboBox::activated, this, [size] { Preferences::setTextPercent(size->currentData().toInt()); });
    section->addRow(tr("Text size"), size, tr("Holds from the next start."));

    auto *notify = named(new QCheckBox(tr("Tell the desktop when a long task ends"), section), u"settingsNotify"_s);
    notify->setChecked(Preferences::notifies());
    connect(notify, &QCheckBox::toggled, this, &Preferences::setNotifies);
    section->addRow(tr("Notifications"), notify, tr("Only while the window is not the active one."));

    auto *restore = named(new QCheckBox(tr("Open the last workspace"), section), u"settingsRestore"_s);
    restore->setChecked(Preferences::restoresWorkspace());
    connect(restore, &QCheckBox::toggled, this, &Preferences::setRestoresWorkspace);
    section->addRow(tr("At the start"), restore, tr("Only files are read; no server is contacted without a click."));
    section->finish();
    return section;
}

QWidget *SettingsPage::editor()
{
    auto *section = new Section(tr("Editor"), this);
    auto *zoom = named(new QSpinBox(section), u"settingsZoom"_s, tr("Size of SQL text"));
    zoom->setRange(-4, 16);
    zoom->setMaximumWidth(120);
    zoom->setValue(ThemeManager::instance()->paneZoom());
    connect(ThemeManager::instance(), &ThemeManager::changed, zoom, [zoom] {
        const QSignalBlocker blocker(zoom);
        zoom->setValue(ThemeManager::instance()->paneZoom());
    });
    connect(zoom, &QSpinBox::valueChanged, this, [](int steps) { ThemeManager::instance()->setPaneZoom(steps); });
    section->addRow(tr("Size of SQL text"), zoom,
                    tr("Points more or less than the system’s fixed font; also Ctrl+Plus and Ctrl+Minus."));
    auto *sample = named(new SqlView(m_console.jobs(), section), u"settingsSample"_s, tr("How SQL looks"));
    sample->setSql(u"-- Trips get a status\nALTER TABLE trips ADD COLUMN status text NOT NULL DEFAULT 'draft';\n"
                   "CREATE INDEX trips_status_idx ON trips (status, departs_at);\n"
                   "UPDATE trips SET status = 'published' WHERE price_cents > 100;\n"_s,
                   schema::EngineKind::PostgreSql);
    sample->setMinimumHeight(150);
    section->addRow(tr("Looks like"), sample);
    section->finish();
    return section;
}

QWidget *SettingsPage::databases()
{
    auto *section = new Section(tr("Databases"), this);
    auto *engine = named(new QComboBox(section), u"settingsEngine"_s, tr("Engine"));
    for (const schema::EngineKind kind : {schema::EngineKind::PostgreSql, schema::EngineKind::MySql,
                                          schema::EngineKind::MariaDb, schema::EngineKind::Sqlite}) {
        engine->addItem(schema::titleOf(kind), int(kind));
    }
    auto *guards = named(new SqlView(m_console.jobs(), section), u"settingsGuards"_s, tr("What is sent first"));
    guards->setMinimumHeight(190);
    const auto showGuards = [engine, guards] {
        const auto kind = schema::EngineKind(engine->currentData().toInt());
        const QStringList statements = app::guardStatements(kind);
        guards->setSql(statements.isEmpty() ? u"-- The file is opened read-only (SQLITE_OPEN_READONLY).\n"_s
                                            : statements.join(u";\n"_s) + u";\n"_s,
                       kind);
    };
    connect(engine, &QComboBox::currentIndexChanged, this, showGuards);
    showGuards();
    section->addRow(tr("Engine"), engine);
    section->addRow(tr("What is sent first"), guards,
                    tr("Every session on an environment begins with these statements, so that nothing can be written "
                       "and nobody has to wait. They cannot be switched off."));
    section->addNote(tr("Passwords are never kept by Countersign: use a password file, a service file, an agent or the "
                        "system’s keyring. Scratch databases run on private servers, or on the server that the "
                        "workspace names as “scratch”."));
    section->finish();
    return section;
}

QWidget *SettingsPage::shortcuts()
{
    auto *section = new Section(tr("Shortcuts"), this);
    section->addWide(new ShortcutsEditor(m_console.actions(), u"settingsShortcuts"_s, section));
    return section;
}

QList<QWidget *> SettingsPage::panes() const
{
    return {m_sections, m_stack->currentWidget()};
}

void SettingsPage::activated()
{
    m_sections->setFocus();
}

} // namespace countersign::gui
