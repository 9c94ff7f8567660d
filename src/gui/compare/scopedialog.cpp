#include "gui/compare/scopedialog.h"

#include "gui/common/theme.h"
#include "gui/compare/propertywords.h"
#include "ui_scopedialog.h"

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

namespace {

/// @p id is what is kept, @p text what people read.
QListWidgetItem *tickable(const QString &id, const QString &text, Qt::CheckState state = Qt::Unchecked)
{
    auto *item = new QListWidgetItem(text);
    item->setData(Qt::UserRole, id);
    if (id != text) {
        item->setToolTip(id);
    }
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    return item;
}

} // namespace

ScopeDialog::ScopeDialog(const diff::Options &options, const QStringList &schemas,
                         const std::vector<app::CompareProfile> &profiles, QWidget *parent)
    : QDialog(parent), m_options(options), m_profiles(profiles), m_form(std::make_unique<Ui::ScopeDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->scopeMapping->setFont(fixedFont());
    m_form->scopeExcluded->setFont(fixedFont());
    offerProfiles();
    offerSchemas(schemas);
    offerSwitches();
    show(options);
    connectButtons();
}

ScopeDialog::~ScopeDialog() = default;

void ScopeDialog::connectButtons()
{
    connect(m_form->scopeSearch, &QLineEdit::textChanged, this, &ScopeDialog::filterSwitches);
    connect(m_form->scopeCancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form->scopeReset, &QPushButton::clicked, this, [this] { show({}); });
    connect(m_form->scopeConfirm, &QPushButton::clicked, this, [this] {
        emit chosen(this->options());
        accept();
    });
}

void ScopeDialog::editProfile(const QString &name, const QStringList &taken)
{
    m_form->scopeProfile->hide();
    m_form->title->setText(tr("Profile of comparison"));
    setWindowTitle(m_form->title->text());
    m_form->scopeConfirm->setText(tr("Save"));
    m_name = named(new QLineEdit(name, this), u"profileName"_s, tr("Name"));
    m_name->setPlaceholderText(tr("Name, such as “without grants”"));
    m_form->column->insertWidget(1, m_name);
    const auto check = [this, taken] {
        const QString text = profileName();
        m_form->scopeConfirm->setEnabled(!text.isEmpty() && !taken.contains(text));
        m_form->scopeConfirm->setToolTip(taken.contains(text) ? tr("There is a profile of this name") : QString());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    m_name->setFocus();
}

QString ScopeDialog::profileName() const
{
    return m_name != nullptr ? m_name->text().trimmed() : QString();
}

void ScopeDialog::offerProfiles()
{
    m_form->scopeProfile->setVisible(!m_profiles.empty());
    for (const app::CompareProfile &profile : m_profiles) {
        m_form->scopeProfile->addItem(profile.name);
    }
    connect(m_form->scopeProfile, &QComboBox::activated, this, [this](int index) {
        if (index > 0) {
            show(m_profiles[std::size_t(index - 1)].options);
        }
    });
}

void ScopeDialog::offerSchemas(const QStringList &schemas)
{
    for (const QString &name : schemas) {
        m_form->scopeSchemas->addItem(tickable(name, name));
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_form->schemasCaption, m_form->scopeSchemas,
                                                            m_form->mappingCaption, m_form->scopeMapping}) {
        widget->setVisible(!schemas.isEmpty());
    }
}

void ScopeDialog::offerSwitches()
{
    QStringList names = diff::ignoreSwitches();
    for (const QString &option : m_options.ignore) {
        if (!names.contains(option)) {
            names.prepend(option);
        }
    }
    for (const QString &name : names) {
        m_form->scopeSwitches->addItem(tickable(name, ignoreTitle(name)));
    }
}

void ScopeDialog::filterSwitches(const QString &text)
{
    for (int row = 0; row < m_form->scopeSwitches->count(); ++row) {
        QListWidgetItem *item = m_form->scopeSwitches->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive) &&
                        !item->data(Qt::UserRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void ScopeDialog::show(const diff::Options &options)
{
    const auto tick = [](QListWidget *list, const auto &chosen) {
        for (int row = 0; row < list->count(); ++row) {
            list->item(row)->setCheckState(
                chosen.contains(list->item(row)->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    };
    tick(m_form->scopeSchemas, options.schemas);
    tick(m_form->scopeSwitches, options.ignore);
    QStringList lines;
    for (const auto &[from, to] : options.schemaMapping) {
        lines << from + u" = "_s + to;
    }
    m_form->scopeMapping->setPlainText(lines.join(u'\n'));
    m_form->scopeExcluded->setPlainText(options.excludePaths.join(u'\n'));
    // What a profile ignores may be a switch of a whole kind, which is not in the list of attributes.
    for (const QString &option : options.ignore) {
        const auto *model = m_form->scopeSwitches->model();
        if (model->match(model->index(0, 0), Qt::UserRole, option, 1, Qt::MatchExactly).isEmpty()) {
            m_form->scopeSwitches->insertItem(0, tickable(option, ignoreTitle(option), Qt::Checked));
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
                names << list->item(row)->data(Qt::UserRole).toString();
            }
        }
        return names;
    };
    const QStringList ignored = ticked(m_form->scopeSwitches);
    made.ignore = QSet<QString>(ignored.begin(), ignored.end());
    made.schemas = ticked(m_form->scopeSchemas);
    made.schemaMapping = mappingFromText(m_form->scopeMapping->toPlainText());
    made.excludePaths.clear();
    for (const QString &line : m_form->scopeExcluded->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty()) {
            made.excludePaths << line.trimmed();
        }
    }
    return made;
}

} // namespace countersign::gui
