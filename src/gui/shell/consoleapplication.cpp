#include "gui/shell/consoleapplication.h"

#include "gui/common/widgets.h"
#include "gui/shell/environmentband.h"

#include <QAbstractEventDispatcher>
#include <QAccessibleWidget>
#include <QThread>
#include <QWidget>

namespace countersign::gui {

namespace {

/// What is painted as text says so to a screen reader, as a label does.
QAccessibleInterface *paintedText(const QString &, QObject *object)
{
    if (qobject_cast<ElidedLabel *>(object) != nullptr || qobject_cast<StatusLabel *>(object) != nullptr ||
        qobject_cast<EnvironmentBand *>(object) != nullptr) {
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::StaticText);
    }
    return nullptr;
}

} // namespace

ConsoleApplication::ConsoleApplication(int &argc, char **argv) : QApplication(argc, argv)
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QAccessible::installFactory(paintedText);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { m_probe.aboutToBlock(); });
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_probe.awake(); });
}

ConsoleApplication::~ConsoleApplication() = default;

ConsoleApplication *ConsoleApplication::instance()
{
    return qobject_cast<ConsoleApplication *>(QCoreApplication::instance());
}

bool ConsoleApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    const bool windowPaint =
        event->type() == QEvent::Paint && receiver->isWidgetType() && static_cast<QWidget *>(receiver)->isWindow();
    m_probe.enter(receiver, event);
    const bool handled = QApplication::notify(receiver, event);
    m_probe.leave();
    if (windowPaint) {
        m_probe.firstPaint();
    }
    return handled;
}

} // namespace countersign::gui
