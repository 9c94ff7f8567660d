#include "gui/tour/tour.h"

#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/tour/inspect.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QSettings>
#include <QTextStream>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMs = 15;
constexpr int quietTurnsWanted = 3;
constexpr qint64 timeoutMs = 60'000; // a server of the demo starts cold, one's own servers are as they are

QtMessageHandler otherMessages = nullptr;

/// QPlatformWindow::propagateSizeHints() of the offscreen platform has this one complaint for every window.
void withoutSizeHints(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.endsWith(u"does not support propagateSizeHints()"_s)) {
        otherMessages(type, context, message);
    }
}

/// The window with what stands above it, as a person would see it.
QPixmap pictureOf(QWidget &window, int scale)
{
    QPixmap picture(window.size() * scale);
    picture.setDevicePixelRatio(scale);
    window.render(&picture, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    QPainter painter(&picture);
    for (QWidget *above : QApplication::topLevelWidgets()) {
        if (above == &window || !above->isVisible() || above->isHidden() || above->windowType() == Qt::ToolTip) {
            continue;
        }
        if (above->isModal()) {
            painter.fillRect(window.rect(), QColor(0, 0, 0, 70));
        }
        QPoint at = window.mapFromGlobal(above->mapToGlobal(QPoint(0, 0)));
        if (above->isModal() && !above->windowFlags().testFlag(Qt::FramelessWindowHint)) {
            at = QPoint((window.width() - above->width()) / 2, (window.height() - above->height()) / 2);
            painter.fillRect(QRect(at, above->size()).adjusted(-1, -1, 1, 1), color(Token::BorderStrong));
        }
        QPixmap part(above->size() * scale);
        part.setDevicePixelRatio(scale);
        above->render(&part);
        painter.drawPixmap(at, part);
    }
    return picture;
}

} // namespace

Tour::Tour(const TourOptions &options, ConsoleApplication &application) : m_options(options), m_application(application)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &Tour::check);
    declareStops();
    otherMessages = qInstallMessageHandler(withoutSizeHints);
}

Tour::~Tour()
{
    qInstallMessageHandler(otherMessages);
}

void Tour::start()
{
    if (!QDir().mkpath(m_options.folder)) {
        QTextStream(stderr) << u"countersign: cannot make the folder %1\n"_s.arg(m_options.folder);
        emit finished(2);
        return;
    }
    nextTheme();
}

void Tour::add(const QString &page, const QString &state, const std::function<void()> &prepare,
               const std::function<bool()> &ready)
{
    const bool wanted = m_options.pages.isEmpty() || m_options.pages.contains(page);
    m_stops.push_back({page, state, prepare, ready, wanted});
}

void Tour::step(const std::function<void()> &prepare, const std::function<bool()> &ready)
{
    m_stops.push_back({{}, {}, prepare, ready, false});
}

Page *Tour::page(const QString &id) const
{
    return m_window->page(id);
}

bool Tour::settled() const
{
    return !m_console->jobs().isBusy();
}

void Tour::nextTheme()
{
    ++m_theme;
    if (m_theme >= m_options.themes.size()) {
        finish();
        return;
    }
    m_application.probe().aboutToBlock();
    QSettings().clear();
    ThemeManager::instance()->setChoice(m_options.themes.at(m_theme));
    m_window.reset();
    m_console = std::make_unique<Console>();
    connect(m_console.get(), &Console::workspaceFailed, this,
            [](const base::Error &error) { QTextStream(stderr) << u"tour: "_s << error.text() << u'\n'; });
    m_window = std::make_unique<MainWindow>(*m_console);
    m_window->resize(m_options.size);
    m_window->show();
    m_application.probe().awake();
    QDir(m_options.demoFolder).removeRecursively();
    m_at = 0;
    m_number = 0;
    m_application.probe().takeMaximumMs();
    nextStop();
}

void Tour::nextStop()
{
    if (m_at >= m_stops.size()) {
        nextTheme();
        return;
    }
    m_quietTurns = 0;
    m_clock.start();
    if (m_stops[m_at].prepare) {
        m_stops[m_at].prepare();
    }
    m_poll.start();
}

void Tour::check()
{
    const TourStop &stop = m_stops[m_at];
    const bool ready = stop.ready ? stop.ready() : settled();
    m_quietTurns = ready ? m_quietTurns + 1 : 0;
    if (m_quietTurns < quietTurnsWanted && m_clock.elapsed() < timeoutMs) {
        return;
    }
    m_poll.stop();
    if (m_quietTurns < quietTurnsWanted) {
        ++m_findings;
        QTextStream(stderr)
            << u"tour: %1 %2 did not settle within %3 s\n"_s.arg(stop.page, stop.state).arg(timeoutMs / 1000);
    }
    if (m_quietTurns < quietTurnsWanted && m_console->workspace() == nullptr) {
        finish(); // every later stop stands in a workspace
        return;
    }
    if (stop.picture) {
        // Taking a picture is the tour's own time, not that of an event handler of the console.
        m_application.probe().aboutToBlock();
        take();
        m_application.probe().awake();
    }
    ++m_at;
    nextStop();
}

void Tour::take()
{
    const TourStop &stop = m_stops[m_at];
    const qint64 settleMs = m_clock.elapsed() - qint64(quietTurnsWanted) * pollMs;
    const double stallMs = m_application.probe().takeMaximumMs();
    const QString name = u"%1-%2-%3-%4@%5.png"_s.arg(++m_number, 2, 10, QLatin1Char('0'))
                             .arg(stop.page, stop.state, nameOf(m_options.themes.at(m_theme)))
                             .arg(m_options.scale);
    pictureOf(*m_window, m_options.scale).save(m_options.folder + u'/' + name);
    // Only a run that says how slow its machine may be is judged by time: COUNTERSIGN_STALL_FACTOR=1 is the budget
    // itself.
    const int factor = qEnvironmentVariableIntValue("COUNTERSIGN_STALL_FACTOR");
    if (factor > 0 && stallMs > StallProbe::warnMs * factor) {
        ++m_findings;
        QTextStream(stderr) << u"tour: %1: an event handler took %2 ms\n"_s.arg(name).arg(stallMs);
    }
    const Inspection found = inspect(*m_window, m_options.pseudo);
    m_findings +=
        int(found.clipped.size() + found.unnamed.size() + found.duplicates.size() + found.untranslated.size());
    for (const auto &[what, list] :
         {std::pair{u"clipped"_s, found.clipped}, std::pair{u"unnamed"_s, found.unnamed},
          std::pair{u"named twice"_s, found.duplicates}, std::pair{u"not translated"_s, found.untranslated}}) {
        for (const QString &widget : list) {
            QTextStream(stderr) << u"tour: %1: %2 %3\n"_s.arg(name, what, widget);
        }
    }
    m_pictures.append(QJsonObject{{u"file"_s, name},
                                  {u"page"_s, stop.page},
                                  {u"state"_s, stop.state},
                                  {u"theme"_s, nameOf(m_options.themes.at(m_theme))},
                                  {u"settleMs"_s, std::max<qint64>(0, settleMs)},
                                  {u"maxStallMs"_s, stallMs},
                                  {u"clipped"_s, QJsonArray::fromStringList(found.clipped)},
                                  {u"unnamed"_s, QJsonArray::fromStringList(found.unnamed)},
                                  {u"duplicates"_s, QJsonArray::fromStringList(found.duplicates)}});
    m_application.probe().takeMaximumMs();
}

void Tour::finish()
{
    m_window.reset();
    m_console.reset();
    QFile file(m_options.folder + u"/tour.json"_s);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{u"schema"_s, u"countersign.tour/1"_s},
                                             {u"pictures"_s, m_pictures},
                                             {u"findings"_s, m_findings},
                                             {u"stalls"_s, m_application.probe().report()}})
                       .toJson());
    }
    QTextStream(stdout)
        << u"%1 pictures in %2, %3 findings\n"_s.arg(m_pictures.size()).arg(m_options.folder).arg(m_findings);
    emit finished(m_findings == 0 ? 0 : 1);
}

} // namespace countersign::gui
