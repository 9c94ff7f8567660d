// The budgets of the window over two snapshots of ten thousand tables: bench_console [TABLES].

#include "gui/common/theme.h"
#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/text/diffview.h"
#include "schema/schema.h"

#include <QAbstractItemView>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace countersign;
using namespace countersign::gui;

namespace {

constexpr auto patience = 120s;

bool until(const std::function<bool()> &reached)
{
    const QDeadlineTimer end(patience);
    while (!reached()) {
        if (end.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

void say(const QString &what, double milliseconds, const QString &budget)
{
    QTextStream(stdout) << what.leftJustified(44) << QString::number(milliseconds, 'f', 1).rightJustified(9)
                        << u" ms   budget "_s << budget << u'\n';
}

/// A line of /proc/self/status (proc_pid_status(5)) in MiB; 0 where there is none.
qint64 memory(const QByteArray &key)
{
    QFile status(u"/proc/self/status"_s);
    const QByteArray all = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    for (const QByteArray &line : all.split('\n')) {
        if (line.startsWith(key)) {
            return line.mid(key.size()).trimmed().split(' ').first().toLongLong() / 1024;
        }
    }
    return 0;
}

/// The snapshots are made in a process of their own, so that the memory that is measured is the window's.
bool makeApart(const QString &folder, int tables)
{
    return QProcess::execute(QCoreApplication::applicationFilePath(), {u"--make"_s, folder, QString::number(tables)}) ==
           0;
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(double(values.size()) * part))];
}

double measured(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

/// So many tables of fifteen columns and an index; with @p changed every hundredth has another type and a column more.
QByteArray snapshot(int tables, bool changed)
{
    constexpr int columns = 15;
    schema::Schema made;
    made.engine = schema::EngineKind::PostgreSql;
    made.serverVersion = u"17.2"_s;
    for (int i = 0; i < tables; ++i) {
        const bool differs = changed && i % 100 == 0;
        schema::Table table;
        table.schema = u"app"_s;
        table.name = u"table_%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        for (int j = 0; j < columns + (differs ? 1 : 0); ++j) {
            schema::Column column;
            column.name = u"column_%1"_s.arg(j);
            column.type = differs && j == 3 ? u"bigint"_s : j % 2 == 0 ? u"text"_s : u"integer"_s;
            column.notNull = j % 3 == 0;
            table.columns.push_back(column);
        }
        made.objects.push_back(table);
    }
    made.normalize();
    return schema::toSnapshot(made);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool makeWorkspace(const QString &folder, int tables)
{
    return write(folder + u"/now.json"_s, snapshot(tables, false)) &&
           write(folder + u"/proposed.json"_s, snapshot(tables, true)) &&
           write(folder + u"/countersign.toml"_s, "workspace = 1\nname = \"bench\"\n");
}

class Bench
{
public:
    Bench(ConsoleApplication &application, MainWindow &window) : m_application(application), m_window(window) {}

    bool run(const QString &folder)
    {
        m_window.console().openWorkspace(folder);
        return until([this] { return m_window.console().workspace() != nullptr; }) && compare(folder) && filter() &&
               select() && pagesAndThemes();
    }

    void sum() const
    {
        say(u"longest handler of all"_s, m_application.probe().maximumMs(), u"50 ms"_s);
        QTextStream(stdout) << u"memory at most: "_s << memory("VmHWM:") << u" MiB, at the end: "_s << memory("VmRSS:")
                            << u" MiB   budget 500 MiB\n"_s;
        for (const Stall &stall : m_application.probe().stalls()) {
            QTextStream(stdout) << u"stall: "_s << QString::number(stall.milliseconds, 'f', 1) << u" ms ("_s
                                << QString::number(stall.computing, 'f', 1) << u" computing) in "_s
                                << stall.receiverClass << u" \""_s << stall.objectName << u"\" for "_s << stall.event
                                << u" during "_s << stall.activity << u'\n';
        }
    }

private:
    bool compare(const QString &folder)
    {
        m_window.showPage(u"compare"_s);
        QElapsedTimer clock;
        clock.start();
        m_window.console().compare(folder + u"/now.json"_s, folder + u"/proposed.json"_s, {});
        const bool ready = until([this] { return m_window.currentPage()->state() == PageState::Ready; });
        say(u"read two snapshots, Compare ready"_s, double(clock.elapsed()), u"none"_s);
        return ready;
    }

    bool filter()
    {
        auto *field = m_window.findChild<QLineEdit *>(u"compareFilter"_s);
        std::vector<double> keys;
        for (const QString &text : {u"t"_s, u"ta"_s, u"tab"_s, u"table"_s, u"col:"_s, u"col:n"_s, u""_s}) {
            keys.push_back(measured([&] {
                field->setText(text);
                list()->viewport()->repaint();
            }));
        }
        say(u"keystroke in the filter, slowest"_s, percentile(keys, 1), u"100 ms"_s);
        return true;
    }

    bool select()
    {
        constexpr int objects = 60;
        auto *diff = m_window.findChild<DiffView *>(u"compareDiff"_s);
        std::vector<double> selects;
        for (int i = 0; i < objects; ++i) {
            bool settled = false;
            const auto connection = QObject::connect(diff, &DiffView::settled, diff, [&settled] { settled = true; });
            QElapsedTimer clock;
            clock.start();
            const QModelIndex before = list()->currentIndex();
            m_window.currentPage()->stepObject(1);
            if (list()->currentIndex() == before) {
                QObject::disconnect(connection);
                break; // the last one
            }
            const bool done = until([&settled] { return settled; });
            QObject::disconnect(connection);
            if (!done) {
                return false;
            }
            diff->repaint();
            selects.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        say(u"select an object, both panes painted, p95"_s, percentile(selects, 0.95), u"100 ms"_s);
        std::vector<double> frames;
        QScrollBar *bar = list()->verticalScrollBar();
        for (int at = 0; at < bar->maximum() && frames.size() < 200; at += 3) {
            frames.push_back(measured([&] {
                bar->setValue(at);
                list()->viewport()->repaint();
            }));
        }
        say(u"frame while scrolling the list, p95"_s, percentile(frames, 0.95), u"16 ms"_s);
        return true;
    }

    bool pagesAndThemes()
    {
        double first = 0;
        double again = 0;
        for (double *slowest : {&first, &again}) {
            for (const QString &page : m_window.pageIds()) {
                *slowest = std::max(*slowest, measured([&] {
                    m_window.showPage(page);
                    QCoreApplication::processEvents();
                }));
            }
        }
        say(u"page that is built and shown, slowest"_s, first, u"none"_s);
        say(u"page that is shown again, slowest"_s, again, u"100 ms"_s);
        m_window.showPage(u"compare"_s);
        const double theme = measured([&] {
            ThemeManager::instance()->setChoice(ThemeChoice::Dark);
            QCoreApplication::processEvents();
        });
        say(u"another theme"_s, theme, u"300 ms"_s);
        return true;
    }

    [[nodiscard]] QAbstractItemView *list() const
    {
        return m_window.findChild<QAbstractItemView *>(u"compareObjectList"_s);
    }

    ConsoleApplication &m_application;
    MainWindow &m_window;
};

} // namespace

int main(int argc, char **argv)
{
    ConsoleApplication application(argc, argv);
    if (application.arguments().size() == 4 && application.arguments().at(1) == u"--make"_s) {
        return makeWorkspace(application.arguments().at(2), application.arguments().at(3).toInt()) ? 0 : 1;
    }
    QTemporaryDir scratch;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, scratch.path());
    constexpr int usual = 10'000;
    const QStringList arguments = QCoreApplication::arguments();
    const int tables = arguments.size() > 1 ? arguments.at(1).toInt() : usual;
    if (tables < 1 || !makeApart(scratch.path(), tables)) {
        return 1;
    }
    ThemeManager themes;
    themes.setReproducible(true);
    themes.setChoice(ThemeChoice::Light);
    Console console;
    MainWindow window(console);
    window.resize(1440, 900);
    window.show();
    Bench bench(application, window);
    const bool done = bench.run(scratch.path());
    bench.sum();
    return done ? 0 : 1;
}
