#include "gui/shell/shortcutsdialog.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/shell/actionregistry.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

ShortcutsModel::ShortcutsModel(ActionRegistry &registry, QObject *parent)
    : QAbstractTableModel(parent), m_registry(registry)
{
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_registry.actions().size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    const QAction *action = m_registry.actions().value(index.row());
    if (action == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case 0:
            return plain(titleOf(m_registry.groupOf(action)));
        case 1:
            return plain(action->text());
        default:
            return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        }
    }
    if (role == Qt::DecorationRole && index.column() == 1) {
        return action->icon();
    }
    return {};
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("Menu") : section == 1 ? tr("Action") : tr("Keys");
}

void ShortcutsModel::reread()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, 2));
}

ShortcutsDialog::ShortcutsDialog(ActionRegistry &registry, QWidget *parent)
    : QDialog(parent), m_registry(registry), m_model(new ShortcutsModel(registry, this)),
      m_view(named(new QTreeView(this), u"shortcutsList"_s, tr("Actions and their keys"))),
      m_edit(named(new QKeySequenceEdit(this), u"shortcutEdit"_s, tr("Keys of the selected action"))),
      m_note(wrappedLabel({}, this))
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Configure shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setColumnWidth(0, 110);
    m_view->setColumnWidth(1, 330);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaximumSequenceLength(2);
    auto *set = named(new QPushButton(tr("Assign"), this), u"shortcutAssign"_s, tr("Assign these keys"));
    auto *reset =
        named(new QPushButton(tr("Reset all"), this), u"shortcutReset"_s, tr("Reset all keys to the defaults"));
    auto *close = named(new QPushButton(tr("Close"), this), u"shortcutClose"_s, tr("Close"));
    close->setDefault(true);
    set->setAutoDefault(false);
    reset->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(plainLabel(tr("Keys"), this));
    row->addWidget(m_edit, 1);
    row->addWidget(set);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(reset);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutsDialog::showCurrent);
    connect(set, &QPushButton::clicked, this, &ShortcutsDialog::assign);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_registry.resetKeys();
        m_model->reread();
        showCurrent();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_view->setCurrentIndex(m_model->index(0, 0));
}

void ShortcutsDialog::showCurrent()
{
    const QAction *action = m_registry.actions().value(m_view->currentIndex().row());
    if (action != nullptr) {
        m_edit->setKeySequence(action->shortcut());
        m_note->setText(tr("Changes hold at once and for all windows that are opened later."));
    }
}

void ShortcutsDialog::assign()
{
    QAction *action = m_registry.actions().value(m_view->currentIndex().row());
    if (action == nullptr) {
        return;
    }
    if (const QAction *other = m_registry.conflicting(m_edit->keySequence(), action)) {
        //: %1 are keys such as Ctrl+E, %2 the action that has them
        m_note->setText(tr("%1 belongs to “%2”. Choose others, or change that one first.")
                            .arg(m_edit->keySequence().toString(QKeySequence::NativeText), plain(other->text())));
        return;
    }
    m_registry.setKeys(action, m_edit->keySequence().isEmpty() ? QList<QKeySequence>{}
                                                               : QList<QKeySequence>{m_edit->keySequence()});
    m_model->reread();
    m_note->setText(tr("Assigned."));
}

} // namespace countersign::gui
