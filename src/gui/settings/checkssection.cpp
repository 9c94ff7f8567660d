#include "gui/settings/checkssection.h"

#include "checks/check.h"
#include "gui/common/looks.h"
#include "gui/shell/console.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 1'000'000'000;

QString wordOf(RulesModel::Here here)
{
    switch (here) {
    case RulesModel::Here::Usual:
        return RulesModel::tr("as usual");
    case RulesModel::Here::Error:
        return lookOf(checks::Severity::Error).word;
    case RulesModel::Here::Warning:
        return lookOf(checks::Severity::Warning).word;
    case RulesModel::Here::Info:
        return lookOf(checks::Severity::Info).word;
    case RulesModel::Here::Off:
        return RulesModel::tr("not run");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

RulesModel::RulesModel(QObject *parent) : QAbstractTableModel(parent)
{
    setFilter({});
}

void RulesModel::setSettings(const checks::Settings &settings)
{
    m_settings = settings;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void RulesModel::setFilter(const QString &text)
{
    beginResetModel();
    m_rows.clear();
    const std::vector<checks::Rule> &rules = checks::allRules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (text.isEmpty() || rules[i].id.contains(text, Qt::CaseInsensitive) ||
            rules[i].description.translated().contains(text, Qt::CaseInsensitive)) {
            m_rows.push_back(i);
        }
    }
    endResetModel();
}

RulesModel::Here RulesModel::hereOf(const QString &rule) const
{
    if (m_settings.disabled.contains(rule)) {
        return Here::Off;
    }
    const auto found = m_settings.severities.find(rule);
    if (found == m_settings.severities.end()) {
        return Here::Usual;
    }
    switch (found->second) {
    case checks::Severity::Error:
        return Here::Error;
    case checks::Severity::Warning:
        return Here::Warning;
    case checks::Severity::Info:
        return Here::Info;
    }
    Q_UNREACHABLE_RETURN(Here::Usual);
}

RulesModel::Here RulesModel::here(int row) const
{
    return row >= 0 && row < rowCount() ? hereOf(checks::allRules()[m_rows[std::size_t(row)]].id) : Here::Usual;
}

void RulesModel::setHere(int row, Here here)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const QString rule = checks::allRules()[m_rows[std::size_t(row)]].id;
    m_settings.disabled.remove(rule);
    m_settings.severities.erase(rule);
    switch (here) {
    case Here::Usual:
        break;
    case Here::Off:
        m_settings.disabled.insert(rule);
        break;
    case Here::Error:
        m_settings.severities[rule] = checks::Severity::Error;
        break;
    case Here::Warning:
        m_settings.severities[rule] = checks::Severity::Warning;
        break;
    case Here::Info:
        m_settings.severities[rule] = checks::Severity::Info;
        break;
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const checks::Rule &rule = checks::allRules()[m_rows[std::size_t(index.row())]];
    const Look usual = lookOf(rule.severity);
    const Here here = hereOf(rule.id);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case RuleColumn:
            return rule.id;
        case UsualColumn:
            return usual.word;
        case HereColumn:
            return wordOf(here);
        default:
            return rule.description.translated();
        }
    case Qt::DecorationRole:
        return index.column() == UsualColumn ? QVariant(glyphIcon(usual.glyph, usual.token)) : QVariant();
    case Qt::ToolTipRole:
        return rule.description.translated().toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return index.column() == RuleColumn
                   ? QVariant(QStringList{rule.id, wordOf(here), rule.description.translated()}.join(u", "_s))
                   : QVariant();
    default:
        return {};
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RuleColumn:
        return tr("Rule");
    case UsualColumn:
        return tr("Usually");
    case HereColumn:
        return tr("Here");
    default:
        return tr("What it says");
    }
}

ChecksSection::ChecksSection(Console &console, QWidget *parent)
    : Section(tr("Checks"), parent), m_console(console), m_model(new RulesModel(this)),
      m_filter(named(new QLineEdit(this), u"settingsRuleFilter"_s, tr("Filter rules"))),
      m_list(named(new QTreeView(this), u"settingsRules"_s, tr("Rules"))),
      m_here(named(new QComboBox(this), u"settingsRuleHere"_s, tr("The selected rule, in this workspace"))),
      m_failOn(named(new QComboBox(this), u"settingsFailOn"_s, tr("Checks fail from"))),
      m_bigRows(named(new QSpinBox(this), u"settingsBigRows"_s, tr("A table is big from")))
{
    m_failOn->addItem(lookOf(checks::Severity::Error).word, int(checks::Severity::Error));
    m_failOn->addItem(lookOf(checks::Severity::Warning).word, int(checks::Severity::Warning));
    m_failOn->addItem(lookOf(checks::Severity::Info).word, int(checks::Severity::Info));
    m_bigRows->setRange(1, mostRows);
    m_bigRows->setGroupSeparatorShown(true);
    m_bigRows->setSingleStep(10'000);
    //: after a number
    m_bigRows->setSuffix(tr(" rows"));
    for (const RulesModel::Here here : {RulesModel::Here::Usual, RulesModel::Here::Error, RulesModel::Here::Warning,
                                        RulesModel::Here::Info, RulesModel::Here::Off}) {
        m_here->addItem(wordOf(here), int(here));
    }
    m_filter->setPlaceholderText(tr("Filter rules"));
    m_filter->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setMinimumHeight(220);
    m_list->setColumnWidth(RulesModel::RuleColumn, 240);
    m_list->setColumnWidth(RulesModel::UsualColumn, 110);
    m_list->setColumnWidth(RulesModel::HereColumn, 100);
    addRow(tr("Checks fail from"), m_failOn);
    addRow(tr("A table is big from"), m_bigRows);
    addRow(tr("Rules"), m_filter);
    addWide(m_list);
    addRow(tr("Selected rule"), m_here, tr("Kept in countersign.toml, for everybody who works with this workspace."));
    connect(m_filter, &QLineEdit::textChanged, m_model, &RulesModel::setFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecksSection::showCurrent);
    connect(m_here, &QComboBox::activated, this, [this] {
        m_model->setHere(m_list->currentIndex().row(), RulesModel::Here(m_here->currentData().toInt()));
        save();
    });
    connect(m_failOn, &QComboBox::activated, this, &ChecksSection::save);
    connect(m_bigRows, &QSpinBox::editingFinished, this, &ChecksSection::save);
    connect(&m_console, &Console::workspaceChanged, this, &ChecksSection::adoptWorkspace);
    adoptWorkspace();
}

void ChecksSection::adoptWorkspace()
{
    const auto workspace = m_console.workspace();
    for (QWidget *control :
         {static_cast<QWidget *>(m_here), static_cast<QWidget *>(m_failOn), static_cast<QWidget *>(m_bigRows)}) {
        control->setEnabled(workspace != nullptr);
    }
    m_showing = true;
    const checks::Settings settings = workspace ? workspace->checks : checks::Settings{};
    m_model->setSettings(settings);
    m_failOn->setCurrentIndex(m_failOn->findData(int(settings.failOn)));
    m_bigRows->setValue(int(std::min<qint64>(settings.bigRows, mostRows)));
    m_showing = false;
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0, 0));
    }
    showCurrent();
}

void ChecksSection::showCurrent()
{
    m_here->setCurrentIndex(m_here->findData(int(m_model->here(m_list->currentIndex().row()))));
}

void ChecksSection::save()
{
    const auto workspace = m_console.workspace();
    if (m_showing || !workspace) {
        return;
    }
    checks::Settings settings = m_model->settings();
    settings.failOn = checks::Severity(m_failOn->currentData().toInt());
    settings.bigRows = m_bigRows->value();
    if (!(settings == workspace->checks)) {
        m_console.saveChecks(settings);
    }
}

} // namespace countersign::gui
