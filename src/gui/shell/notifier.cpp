#include "gui/shell/notifier.h"

#include "base/show.h"
#include "gui/settings/preferences.h"
#include "gui/shell/console.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QThreadPool>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longTaskMs = 8000;
constexpr qsizetype longestBody = 300;

void send(const QString &summary, const QString &body, bool failed)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"io.github.countersign.Countersign"_s},
                            {u"urgency"_s, QVariant::fromValue<uchar>(failed ? 2 : 1)}};
    call << u"Countersign"_s << 0U << u"io.github.countersign.Countersign"_s << summary << body << QStringList{}
         << hints << -1;
    QDBusConnection::sessionBus().send(call);
}

} // namespace

QString notificationBody(const QString &text)
{
    return base::show(text.left(longestBody), true).toHtmlEscaped();
}

Notifier::Notifier(Console &console) : QObject(&console), m_console(console)
{
    connect(&console.jobs(), &JobRunner::announced, this, &Notifier::taskEnded);
}

void Notifier::taskEnded(const QString &text, bool failed)
{
    if (!Preferences::notifies() || QApplication::activeWindow() != nullptr) {
        return;
    }
    for (const TaskView &task : m_console.jobs().tasks()) {
        if (task.ending == TaskView::Ending::Running) {
            continue;
        }
        if (task.elapsedMs >= longTaskMs) {
            const QString summary = failed ? tr("A task failed") : tr("A task ended");
            QThreadPool::globalInstance()->start(
                [summary, body = notificationBody(text), failed] { send(summary, body, failed); });
        }
        return; // only the task that has just ended
    }
}

} // namespace countersign::gui
