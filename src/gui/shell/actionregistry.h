#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>
#include <map>

namespace countersign::gui {

enum class ActionGroup : std::uint8_t { File, Edit, View, Go, Compare, Review, Task, Help };
[[nodiscard]] QString titleOf(ActionGroup group);

struct ActionSpec {
    QString id;       ///< stable: settings and tests use it ("review.signOff")
    QString text;     ///< translated, sentence case, with mnemonic
    QString iconName; ///< may be empty
    ActionGroup group = ActionGroup::File;
    QList<QKeySequence> keys; ///< default shortcuts
};

/// Every action of one window, once: feeds menus, tool bars, the command palette and the shortcut editor.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *add(const ActionSpec &spec, const std::function<void()> &run);
    [[nodiscard]] QAction *action(const QString &id) const;
    /// In the order in which they were added.
    [[nodiscard]] QList<QAction *> actions() const { return m_order; }
    [[nodiscard]] ActionGroup groupOf(const QAction *action) const;
    [[nodiscard]] QList<QKeySequence> defaultKeys(const QAction *action) const;

    /// Disables with the reason that palette and tooltip show, or enables when @p reason is empty.
    void setBlocked(const QString &id, const QString &reason);
    [[nodiscard]] QString blockedBecause(const QAction *action) const;

    /// Sets shortcuts and keeps them in the settings when they are not the default.
    void setKeys(QAction *action, const QList<QKeySequence> &keys);
    void resetKeys();
    /// The other action that has @p key, or nullptr.
    [[nodiscard]] QAction *conflicting(const QKeySequence &key, const QAction *except) const;

private:
    struct Entry {
        ActionSpec spec;
        QString blocked;
    };
    std::map<const QAction *, Entry> m_entries;
    QList<QAction *> m_order;
};

} // namespace countersign::gui
