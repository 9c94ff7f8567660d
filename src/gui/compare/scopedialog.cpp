#include "gui/compare/scopedialog.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

std::map<QString, QString> mappingFromText(const QString &text)
{
    std::map<QString, QString> mapping;
    for (const QString &line : text.split(u'\n')) {
        const QString from = line.section(u'=', 0, 0).trimmed();
        const QString to = line.section(u'=', 1).trimmed();
        if (!from.isEmpty() && !to.isEmpty()) {
            mapping[from] = to;
        }
    }
    return mapping;
}

QStringList namespacesOf(const schema::Schema &from, const schema::Schema &to)
{
    QSet<QString> names;
    for (const schema::Schema *side : {&from, &to}) {
        for (const schema::Object &object : side->objects) {
            const schema::ObjectId id = schema::idOf(object);
            names.insert(id.kind == schema::ObjectKind::Namespace ? id.name : id.schema);
        }
    }
    names.remove(QString());
    QStringList sorted = names.values();
    sorted.sort();
    return sorted;
}

ScopeDialog::ScopeDialog(const diff::Options &options, const QStringList &schemas,
                         const std::vector<app::CompareProfile> &profiles, QWidget *parent)
    : QDialog(parent), m_options(options), m_profiles(profiles)
{
    setObjectName(u"scopeDialog"_s);
    setWindowTitle(tr("What is compared"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 560);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::section);
    columns->addWidget(schemaColumn(schemas), 1);
    columns->addWidget(ruleColumn(), 1);
    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"scopeCancel"_s, tr("Cancel"));
    auto *compare = named(new QPushButton(tr("Compare"), this), u"scopeConfirm"_s, tr("Compare with these rules"));
    auto *reset = named(new QPushButton(tr("No rules"), this), u"scopeReset"_s, tr("Remove every rule"));
    compare->setDefault(true);
    cancel->setAutoDefault(false);
    reset->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(reset);
    buttons->addWidget(wrappedLabel(tr("What a rule hides is counted on the page and listed under Ignored."), this), 1);
    buttons->addWidget(cancel);
    buttons->addWidget(compare);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(spacing::wide);
    column->addWidget(plainLabel(tr("What is compared"), this, Token::Text, 1.3, true));
    column->addLayout(columns, 1);
    column->addLayout(buttons);
    show(options);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] { show({}); });
    connect(compare, &QPushButton::clicked, this, [this] {
        emit chosen(this->options());
        accept();
    });
}

QWidget *ScopeDialog::schemaColumn(const QStringList &schemas)
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    if (!m_profiles.empty()) {
        m_profile = named(new QComboBox(side), u"scopeProfile"_s, tr("Saved profile"));
        m_profile->addItem(tr("Take from a saved profile…"));
        for (const app::CompareProfile &profile : m_profiles) {
            m_profile->addItem(profile.name);
        }
        connect(m_profile, &QComboBox::activated, this, [this](int index) {
            if (index > 0) {
                show(m_profiles[std::size_t(index - 1)].options);
            }
        });
        column->addWidget(m_profile);
    }
    m_schemas = named(new QListWidget(side), u"scopeSchemas"_s, tr("Schemas to compare"));
    m_mapping = named(new QPlainTextEdit(side), u"scopeMapping"_s, tr("Schemas with different names"));
    auto *heading = plainLabel(tr("Schemas to compare: none ticked means all"), side, Token::TextMuted, 1.0, true);
    auto *mapped = plainLabel(tr("Schemas with different names: now = proposed"), side, Token::TextMuted, 1.0, true);
    for (const QString &name : schemas) {
        auto *item = new QListWidgetItem(name, m_schemas);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_mapping->setPlaceholderText(u"app = app_staging"_s);
    m_mapping->setTabChangesFocus(true);
    m_mapping->setMaximumHeight(84);
    m_mapping->setFont(fixedFont());
    for (QWidget *widget : {static_cast<QWidget *>(heading), static_cast<QWidget *>(m_schemas),
                            static_cast<QWidget *>(mapped), static_cast<QWidget *>(m_mapping)}) {
        widget->setVisible(!schemas.isEmpty());
    }
    m_excluded = named(new QPlainTextEdit(side), u"scopeExcluded"_s, tr("Objects that are left out"));
    m_excluded->setPlaceholderText(u"*.tmp_*"_s);
    m_excluded->setTabChangesFocus(true);
    m_excluded->setFont(fixedFont());
    column->addWidget(heading);
    column->addWidget(m_schemas, 2);
    column->addWidget(mapped);
    column->addWidget(m_mapping);
    column->addWidget(
        plainLabel(tr("Objects that are left out: one pattern a line"), side, Token::TextMuted, 1.0, true));
    column->addWidget(m_excluded, 1);
    return side;
}

QWidget *ScopeDialog::ruleColumn()
{
    auto *side = new QWidget(this);
    m_search = named(new QLineEdit(side), u"scopeSearch"_s, tr("Search attributes"));
    m_search->setPlaceholderText(tr("Search attributes"));
    m_search->setClearButtonEnabled(true);
    m_switches = named(new QListWidget(side), u"scopeSwitches"_s, tr("Attributes that are ignored"));
    QStringList names = diff::ignoreSwitches();
    for (const QString &option : m_options.ignore) {
        if (!names.contains(option)) {
            names.prepend(option);
        }
    }
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(name, m_switches);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_switches->setUniformItemSizes(true);
    connect(m_search, &QLineEdit::textChanged, this, &ScopeDialog::filterSwitches);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    column->addWidget(plainLabel(tr("Attributes that are ignored"), side, Token::TextMuted, 1.0, true));
    column->addWidget(m_search);
    column->addWidget(m_switches, 1);
    return side;
}

void ScopeDialog::filterSwitches(const QString &text)
{
    for (int row = 0; row < m_switches->count(); ++row) {
        QListWidgetItem *item = m_switches->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void ScopeDialog::show(const diff::Options &options)
{
    const auto tick = [](QListWidget *list, const auto &chosen) {
        for (int row = 0; row < list->count(); ++row) {
            list->item(row)->setCheckState(chosen.contains(list->item(row)->text()) ? Qt::Checked : Qt::Unchecked);
        }
    };
    tick(m_schemas, options.schemas);
    tick(m_switches, options.ignore);
    QStringList lines;
    for (const auto &[from, to] : options.schemaMapping) {
        lines << from + u" = "_s + to;
    }
    m_mapping->setPlainText(lines.join(u'\n'));
    m_excluded->setPlainText(options.excludePaths.join(u'\n'));
    // What a profile ignores may be a switch of a whole kind, which is not in the list of attributes.
    for (const QString &option : options.ignore) {
        if (m_switches->findItems(option, Qt::MatchExactly).isEmpty()) {
            auto *item = new QListWidgetItem(option);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
            m_switches->insertItem(0, item);
        }
    }
}

diff::Options ScopeDialog::options() const
{
    diff::Options made = m_options;
    const auto ticked = [](const QListWidget *list) {
        QStringList names;
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->checkState() == Qt::Checked) {
                names << list->item(row)->text();
            }
        }
        return names;
    };
    const QStringList ignored = ticked(m_switches);
    made.ignore = QSet<QString>(ignored.begin(), ignored.end());
    made.schemas = ticked(m_schemas);
    made.schemaMapping = mappingFromText(m_mapping->toPlainText());
    made.excludePaths.clear();
    for (const QString &line : m_excluded->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty()) {
            made.excludePaths << line.trimmed();
        }
    }
    return made;
}

} // namespace countersign::gui
