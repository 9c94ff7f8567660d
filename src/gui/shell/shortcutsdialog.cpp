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

ShortcutsEditor::ShortcutsEditor(ActionRegistry &registry, const QString &prefix, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_model(new ShortcutsModel(registry, this)),
      m_view(named(new QTreeView(this), prefix + u"List"_s, tr("Actions and their keys"))),
      m_edit(named(new QKeySequenceEdit(this), prefix + u"Edit"_s, tr("Keys of the selected action"))),
      m_note(wrappedLabel({}, this))
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setColumnWidth(0, 110);
    m_view->setColumnWidth(1, 330);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaximumSequenceLength(2);
    auto *set = named(new QPushButton(tr("Assign"), this), prefix + u"Assign"_s, tr("Assign these keys"));
    auto *reset =
        named(new QPushButton(tr("Reset all"), this), prefix + u"Reset"_s, tr("Reset all keys to the defaults"));
    set->setAutoDefault(false);
    reset->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    row->addWidget(plainLabel(tr("Keys"), this));
    row->addWidget(m_edit, 1);
    row->addWidget(set);
    row->addWidget(reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutsEditor::showCurrent);
    connect(set, &QPushButton::clicked, this, &ShortcutsEditor::assign);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_registry.resetKeys();
        m_model->reread();
        showCurrent();
    });
    m_view->setCurrentIndex(m_model->index(0, 0));
}

void ShortcutsEditor::showCurrent()
{
    const QAction *action = m_registry.actions().value(m_view->currentIndex().row());
    if (action != nullptr) {
        m_edit->setKeySequence(action->shortcut());
        m_note->setText(tr("Changes hold at once and for all windows that are opened later."));
    }
}

void ShortcutsEditor::assign()
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

ShortcutsDialog::ShortcutsDialog(ActionRegistry &registry, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Configure shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    auto *close = named(new QPushButton(tr("Close"), this), u"shortcutClose"_s, tr("Close"));
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    column->addWidget(new ShortcutsEditor(registry, u"shortcuts"_s, this), 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace countersign::gui
