#pragma once

#include <QObject>

namespace countersign::gui {

class Console;

/// Tells the desktop that a long task ended, over the session bus (freedesktop.org Desktop Notifications 1.2), while no
/// window of ours is active. Without a bus nothing happens. Never blocks: the call is made in a worker.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(Console &console);

private:
    void taskEnded(const QString &text, bool failed);
    Console &m_console;
};

/// @p text as the body of a notification: no markup, nothing hidden, at most a few lines.
[[nodiscard]] QString notificationBody(const QString &text);

} // namespace countersign::gui
