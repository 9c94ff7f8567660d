#include "gui/shell/actionregistry.h"

#include "gui/common/icons.h"

#include <QCoreApplication>
#include <QSettings>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString settingsKey(const QString &id)
{
    return u"shortcuts/"_s + id;
}

} // namespace

QString titleOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::File:
        return QCoreApplication::translate("ActionGroup", "&File");
    case ActionGroup::Edit:
        return QCoreApplication::translate("ActionGroup", "&Edit");
    case ActionGroup::View:
        return QCoreApplication::translate("ActionGroup", "&View");
    case ActionGroup::Go:
        return QCoreApplication::translate("ActionGroup", "&Go");
    case ActionGroup::Compare:
        return QCoreApplication::translate("ActionGroup", "&Compare");
    case ActionGroup::Review:
        return QCoreApplication::translate("ActionGroup", "&Review");
    case ActionGroup::Task:
        return QCoreApplication::translate("ActionGroup", "&Tasks");
    case ActionGroup::Help:
        return QCoreApplication::translate("ActionGroup", "&Help");
    }
    Q_UNREACHABLE_RETURN({});
}

ActionRegistry::ActionRegistry(QObject *parent) : QObject(parent)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec, const std::function<void()> &run)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(u"action."_s + spec.id);
    if (!spec.iconName.isEmpty()) {
        action->setIcon(icon(spec.iconName));
    }
    const QVariant stored = QSettings().value(settingsKey(spec.id));
    if (stored.isValid()) {
        action->setShortcuts(QKeySequence::listFromString(stored.toString()));
    } else {
        action->setShortcuts(spec.keys);
    }
    connect(action, &QAction::triggered, this, run);
    m_entries.emplace(action, Entry{spec, {}});
    m_order << action;
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_order, [&](const QAction *action) { return m_entries.at(action).spec.id == id; });
    return found != m_order.end() ? *found : nullptr;
}

ActionGroup ActionRegistry::groupOf(const QAction *action) const
{
    return m_entries.at(action).spec.group;
}

QList<QKeySequence> ActionRegistry::defaultKeys(const QAction *action) const
{
    return m_entries.at(action).spec.keys;
}

void ActionRegistry::setBlocked(const QString &id, const QString &reason)
{
    QAction *found = action(id);
    if (found == nullptr) {
        return;
    }
    m_entries.at(found).blocked = reason;
    found->setEnabled(reason.isEmpty());
    found->setToolTip(reason.isEmpty() ? QString() : reason);
}

QString ActionRegistry::blockedBecause(const QAction *action) const
{
    return m_entries.at(action).blocked;
}

void ActionRegistry::setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    const Entry &entry = m_entries.at(action);
    action->setShortcuts(keys);
    QSettings settings;
    if (keys == entry.spec.keys) {
        settings.remove(settingsKey(entry.spec.id));
    } else {
        settings.setValue(settingsKey(entry.spec.id), QKeySequence::listToString(keys));
    }
}

void ActionRegistry::resetKeys()
{
    for (QAction *action : m_order) {
        setKeys(action, defaultKeys(action));
    }
}

QAction *ActionRegistry::conflicting(const QKeySequence &key, const QAction *except) const
{
    for (QAction *action : m_order) {
        if (action != except && !key.isEmpty() && action->shortcuts().contains(key)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace countersign::gui
