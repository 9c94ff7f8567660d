#include "gui/tour/commandline.h"

#include "app/workspace.h"
#include "gui/common/icons.h"
#include "gui/common/theme.h"
#include "gui/report/printing.h"
#include "gui/settings/preferences.h"
#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/mainwindow.h"
#include "gui/tour/askpass.h"
#include "gui/tour/tour.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLibraryInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Arguments {
    std::optional<schema::EngineKind> demo;
    QString workspace;
    QStringList files;
    QString tourFolder;
    QString stallReport;
    QString theme = u"system"_s;
    bool themeGiven = false;
    QString language;
    QSize size{1440, 900};
    bool sizeGiven = false;
    int scale = 1;
    QStringList pages;
    bool reverse = false;
};

int complain(const QString &text)
{
    QTextStream(stderr) << u"countersign: "_s << text << u'\n';
    return 2;
}

QList<QCommandLineOption> options()
{
    return {
        {u"demo"_s, u"Open the demo workspace; --demo postgresql and --demo mariadb: on a private server."_s},
        {u"workspace"_s, u"Open the workspace in DIR."_s, u"DIR"_s},
        {u"screenshot-tour"_s, u"Visit every page without a person, save pictures and tour.json in DIR."_s, u"DIR"_s},
        {u"print-report"_s, u"Print the report in FOLDER (from countersignctl report) as PDF to the FILE after it."_s,
         u"FOLDER"_s},
        {u"stall-report"_s, u"Write how long the event handlers took to FILE (JSON) at the end."_s, u"FILE"_s},
        {u"theme"_s, u"light, dark, contrast or system; for the tour also both."_s, u"THEME"_s},
        {u"size"_s, u"Size of the window."_s, u"WxH"_s},
        {u"scale"_s, u"Scale of the tour's pictures: 1 or 2."_s, u"N"_s, u"1"_s},
        {u"lang"_s, u"Language instead of the system's: de, zh_CN, en."_s, u"LANG"_s},
        {u"pages"_s, u"Only these pages in the tour, by id and separated by commas."_s, u"IDS"_s},
        {u"reverse"_s, u"Right-to-left layout."_s},
    };
}

std::optional<QString> readOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    QStringList words = parser.positionalArguments();
    if (parser.isSet(u"demo"_s)) {
        arguments.demo = words.isEmpty() ? schema::EngineKind::Sqlite : schema::engineFromName(words.takeFirst());
        if (!arguments.demo) {
            return u"--demo: sqlite, postgresql or mariadb, not '%1'"_s.arg(parser.positionalArguments().constFirst());
        }
    }
    arguments.workspace = words.isEmpty() ? parser.value(u"workspace"_s) : words.takeFirst();
    const bool folder = !arguments.workspace.isEmpty() && QFileInfo(arguments.workspace).isDir();
    if (!words.isEmpty() && (folder || arguments.demo || parser.isSet(u"screenshot-tour"_s))) {
        return u"one workspace at a time; what is '%1' for?"_s.arg(words.constFirst());
    }
    if (!folder && !arguments.workspace.isEmpty() && !parser.isSet(u"workspace"_s) && !arguments.demo) {
        arguments.files = QStringList{arguments.workspace} + words;
        arguments.workspace.clear();
    }
    arguments.tourFolder = parser.value(u"screenshot-tour"_s);
    arguments.stallReport = parser.value(u"stall-report"_s);
    arguments.language = parser.value(u"lang"_s);
    arguments.reverse = parser.isSet(u"reverse"_s);
    arguments.pages = parser.value(u"pages"_s).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(u"theme"_s)) {
        arguments.theme = parser.value(u"theme"_s);
        arguments.themeGiven = true;
        if (arguments.theme != u"both"_s && !themeFromName(arguments.theme)) {
            return u"--theme: light, dark, contrast, both or system, not '%1'"_s.arg(arguments.theme);
        }
    }
    arguments.scale = parser.value(u"scale"_s).toInt();
    if (arguments.scale != 1 && arguments.scale != 2) {
        return u"--scale: 1 or 2, not '%1'"_s.arg(parser.value(u"scale"_s));
    }
    if (parser.isSet(u"size"_s)) {
        const QStringList parts = parser.value(u"size"_s).split(u'x');
        arguments.size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
        arguments.sizeGiven = true;
        if (arguments.size.width() < 640 || arguments.size.height() < 480) {
            return u"--size: WIDTHxHEIGHT, at least 640x480, not '%1'"_s.arg(parser.value(u"size"_s));
        }
    }
    return {};
}

void installTranslations(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
    auto *own = new QTranslator(&application);
    const bool found = language == u"pseudo"_s ? own->load(u":/i18n/countersign_pseudo.qm"_s)
                                               : own->load(locale, u"countersign"_s, u"_"_s, u":/i18n"_s);
    if (found || own->load(u":/i18n/countersign_en.qm"_s)) {
        QCoreApplication::installTranslator(own);
    }
}

void writeStallReport(const QString &path, const StallProbe &probe)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(probe.report()).toJson()) < 0 || !file.commit()) {
        complain(u"cannot write %1: %2"_s.arg(path, file.errorString()));
    }
}

int runTour(ConsoleApplication &application, const Arguments &arguments, ThemeManager &themes)
{
    // A tour leaves no trace in the settings of a person and is the same whatever was set before.
    QTemporaryDir scratch;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, scratch.path());
    themes.setReproducible(true);
    TourOptions options;
    options.folder = arguments.tourFolder;
    options.size = arguments.size;
    options.scale = arguments.scale;
    options.pages = arguments.pages;
    options.engine = arguments.demo.value_or(schema::EngineKind::Sqlite);
    options.demoFolder = scratch.filePath(u"demo"_s);
    options.workspace = arguments.workspace;
    options.pseudo = arguments.language == u"pseudo"_s;
    const ThemeChoice theme = themeFromName(arguments.theme).value_or(ThemeChoice::System);
    options.themes = theme == ThemeChoice::System ? QList{ThemeChoice::Light, ThemeChoice::Dark} : QList{theme};
    Tour tour(options, application);
    QObject::connect(&tour, &Tour::finished, &application, &QCoreApplication::exit);
    QMetaObject::invokeMethod(&tour, &Tour::start, Qt::QueuedConnection);
    return application.exec();
}

int runWindow(ConsoleApplication &application, const Arguments &arguments, ThemeManager &themes)
{
    themes.setChoice(arguments.themeGiven ? themeFromName(arguments.theme).value_or(ThemeChoice::System)
                                          : Preferences::theme());
    if (Preferences::textPercent() != 100) {
        themes.setTextPercent(Preferences::textPercent());
    }
    MainWindow *window = MainWindow::openWindow();
    const QString folder =
        arguments.workspace.isEmpty() ? app::findWorkspaceFolder(QDir::currentPath()) : arguments.workspace;
    if (arguments.demo) {
        window->console().openDemo(*arguments.demo, arguments.workspace);
    } else if (!arguments.files.isEmpty()) {
        window->console().openFiles(arguments.files);
    } else if (!folder.isEmpty()) {
        window->console().openWorkspace(folder);
    } else {
        window->restoreWorkspace();
    }
    if (arguments.sizeGiven) {
        window->resize(arguments.size);
    }
    window->show();
    const int code = application.exec();
    // Closed windows are deleted by the event loop, which is over; their workers have to be waited for.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return code;
}

} // namespace

int runConsole(int argc, char **argv)
{
    ConsoleApplication application(argc, argv);
    const bool asks = isAskpass();
    if (!asks) {
        offerAskpass();
    }
    QCoreApplication::setApplicationName(u"countersign"_s);
    QCoreApplication::setOrganizationName(u"countersign"_s);
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(u"io.github.countersign.Countersign"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/countersign.svg"_s));
    if (asks) {
        installTranslations(application, Preferences::language());
        ThemeManager themes;
        themes.setChoice(Preferences::theme());
        return runAskpass(QCoreApplication::arguments().value(1));
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Countersign: review database changes before they reach production."_s);
    parser.addHelpOption();
    parser.addOptions(options());
    parser.addPositionalArgument(u"files"_s,
                                 u"A folder with countersign.toml; or what to compare: SQLite databases, scripts, "
                                 "snapshots, folders of migrations."_s,
                                 u"[FILE…]"_s);
    if (!parser.parse(QCoreApplication::arguments())) {
        return complain(parser.errorText());
    }
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << parser.helpText();
        return 0;
    }
    if (parser.isSet(u"print-report"_s)) {
        const QStringList files = parser.positionalArguments();
        return files.size() == 1 ? printReportFolder(parser.value(u"print-report"_s), files.front())
                                 : complain(u"--print-report: name the FOLDER and the FILE to write"_s);
    }
    Arguments arguments;
    if (const std::optional<QString> problem = readOptions(parser, arguments)) {
        return complain(*problem);
    }
    const bool person = arguments.language.isEmpty() && arguments.tourFolder.isEmpty();
    installTranslations(application, person ? Preferences::language() : arguments.language);
    if (arguments.reverse) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    ThemeManager themes;
    const int code = arguments.tourFolder.isEmpty() ? runWindow(application, arguments, themes)
                                                    : runTour(application, arguments, themes);
    if (!arguments.stallReport.isEmpty()) {
        writeStallReport(arguments.stallReport, application.probe());
    }
    return code;
}

} // namespace countersign::gui
