// What a person has on the desk beside one page: windows, docks, dropped files, what is kept after a crash.

#include "app/comparesources.h"
#include "app/report.h"
#include "gui/common/adaptivesplitter.h"
#include "gui/common/columns.h"
#include "gui/common/theme.h"
#include "gui/compare/changegridmodel.h"
#include "gui/compare/scopedialog.h"
#include "gui/review/reasonwords.h"
#include "gui/review/reviewmodels.h"
#include "gui/review/sincesignature.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/detailspanel.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>
#include <QTreeView>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// A PostgreSQL table whose key gets a wider type.
app::SchemaComparison widened()
{
    const auto side = [](const QString &type) {
        schema::Column column;
        column.name = u"id"_s;
        column.type = type;
        schema::Table table;
        table.schema = u"public"_s;
        table.name = u"orders"_s;
        table.columns = {column};
        app::LoadedSchema loaded;
        loaded.source = type;
        loaded.schema.engine = schema::EngineKind::PostgreSql;
        loaded.schema.serverVersion = u"17.2"_s;
        loaded.schema.objects = {table};
        loaded.schema.normalize();
        return loaded;
    };
    return *app::compareLoaded(side(u"integer"_s), side(u"bigint"_s), {});
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// As the desktop does it when somebody lets go of files over the window.
bool drop(MainWindow &window, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls << QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    return enter.isAccepted() && event.isAccepted();
}

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void effectSaysWhatAPropertyDoes();
    void statementsSinceTheSignature();
    void profilesAreKeptInTheWorkspace();
    void listStandsBesideWhereThereIsRoom();
    void columnsShareWhatIsLeft();
    void ddlStaysInItsOwnWindow();
    void detailsFollowTheSelection();
    void signatureOfOthersIsNamed();
    void droppedFilesOpen();
    void whatCouldNotBeReadIsNamed();
    void reportsSpeakTheLanguageOfTheWindow();
    void reasonsSpeakTheLanguageOfTheWindow();
    void crashLosesNothingOfTheSession();
    void secondWindowOutlivesTheFirst();
    void forgottenWorkspacesComeBack();
    void guardIsToldByEvidence();
    void nextStepOfARequirement();

private:
    QTemporaryDir m_home;
    ThemeManager m_themes;
};

void TestDesk::initTestCase()
{
    QVERIFY(m_home.isValid());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    m_themes.setReproducible(true);
    m_themes.setChoice(ThemeChoice::Light);
}

void TestDesk::init()
{
    QSettings().clear();
}

void TestDesk::effectSaysWhatAPropertyDoes()
{
    const auto made = std::make_shared<app::SchemaComparison>(widened());
    const CompareIndex index = buildIndex(*made);
    ChangeGridModel grid;
    const QAbstractItemModelTester tester(&grid, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto orders = std::ranges::find(index.entries, u"public.orders"_s, &ObjectEntry::name);
    QVERIFY(orders != index.entries.end());
    grid.setObject(made, index, *orders);
    QCOMPARE(grid.rowCount(), 1);
    const QString effect = grid.index(0, ChangeGridModel::EffectColumn).data().toString();
    QVERIFY2(effect.contains(u"rewrites the table"_s), qPrintable(effect));
    QVERIFY2(effect.contains(u"blocks reads and writes"_s), qPrintable(effect));
    QCOMPARE(orders->effect.text, effect);
    QCOMPARE(orders->effect.token, Token::High);
}

void TestDesk::statementsSinceTheSignature()
{
    const QString before = u"CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nCREATE TABLE c (id int);\n"_s;
    const QString now = u"-- moved down\nCREATE TABLE a (id int);\nCREATE TABLE b (id bigint);\nSELECT 1;\n"_s;
    const auto changes = app::changedStatements(u"1.sql"_s, before, now, schema::EngineKind::Sqlite);
    QCOMPARE(changes.size(), 2U);
    QCOMPARE(changes[0].kind, app::StatementChange::Kind::Altered);
    QCOMPARE(changes[0].before, 2);
    QCOMPARE(changes[0].now, 2);
    QCOMPARE(changes[0].textNow, u"CREATE TABLE b (id bigint)"_s);
    QCOMPARE(changes[1].kind, app::StatementChange::Kind::Altered);
    QCOMPARE(changes[1].textBefore, u"CREATE TABLE c (id int)"_s);
    const auto added = app::changedStatements(u"1.sql"_s, before, before + u"SELECT 1;"_s, schema::EngineKind::Sqlite);
    QCOMPARE(added.size(), 1U);
    QCOMPARE(added[0].kind, app::StatementChange::Kind::Added);
    QCOMPARE(added[0].now, 4);
    const auto removed =
        app::changedStatements(u"1.sql"_s, before, u"CREATE TABLE c (id int)"_s, schema::EngineKind::Sqlite);
    QCOMPARE(removed.size(), 2U);
    QCOMPARE(removed[1].kind, app::StatementChange::Kind::Removed);
    QCOMPARE(removed[1].before, 2);
    QVERIFY(app::changedStatements(u"1.sql"_s, before, u"\n\n"_s + before, schema::EngineKind::Sqlite).empty());
}

void TestDesk::profilesAreKeptInTheWorkspace()
{
    const QString folder = m_home.filePath(u"profiles"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(write(folder + u"/countersign.toml"_s,
                  "# ours\nworkspace = 1\nname = \"shop\"\n\n[[profile]]\nname = \"old\"\nignore = [\"owner\"]\n"
                  "[profile.map]\napp = \"app_stage\"\n\n[checks]\nbig_rows = 7\n"));
    Console console;
    QSignalSpy changed(&console, &Console::workspaceChanged);
    console.openWorkspace(folder);
    QVERIFY(changed.wait(patience));
    diff::Options options;
    options.ignore = {u"table.comment"_s, u"column.grants"_s};
    options.excludePaths = {u"*.tmp_\"x\"*"_s};
    options.schemaMapping = {{u"app"_s, u"app stage"_s}};
    console.saveProfiles({{u"without grants"_s, options}});
    QVERIFY(changed.wait(patience));
    QCOMPARE(console.workspace()->profiles.size(), 1U);
    const app::CompareProfile &kept = console.workspace()->profiles.front();
    QCOMPARE(kept.name, u"without grants"_s);
    QCOMPARE(kept.options.ignore, options.ignore);
    QCOMPARE(kept.options.excludePaths, options.excludePaths);
    QCOMPARE(kept.options.schemaMapping, options.schemaMapping);
    QCOMPARE(console.workspace()->checks.bigRows, 7);
    QFile file(folder + u"/countersign.toml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll().startsWith("# ours\n"), "what a person wrote stays");

    ScopeDialog dialog(options, {}, {}, nullptr);
    dialog.editProfile({}, {u"taken"_s});
    auto *name = dialog.findChild<QLineEdit *>(u"profileName"_s);
    auto *save = dialog.findChild<QAbstractButton *>(u"scopeConfirm"_s);
    QVERIFY(!save->isEnabled());
    name->setText(u"taken"_s);
    QVERIFY(!save->isEnabled());
    name->setText(u" free "_s);
    QVERIFY(save->isEnabled());
    QCOMPARE(dialog.profileName(), u"free"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
}

void TestDesk::listStandsBesideWhereThereIsRoom()
{
    AdaptiveSplitter splitter(1000);
    auto *list = new QWidget(&splitter);
    auto *rest = new QWidget(&splitter);
    splitter.setListHeight(200);
    splitter.resize(800, 700);
    splitter.show();
    QTRY_COMPARE(splitter.orientation(), Qt::Vertical);
    QTRY_VERIFY(std::abs(list->height() - 200) <= splitter.handleWidth());
    splitter.setListHeight(5000);
    QTRY_VERIFY(list->height() < rest->height());
    splitter.resize(1200, 700);
    QTRY_COMPARE(splitter.orientation(), Qt::Horizontal);
    QTRY_VERIFY(list->width() < rest->width());
}

void TestDesk::columnsShareWhatIsLeft()
{
    QStandardItemModel model(1, 3);
    QTreeView view;
    view.setModel(&model);
    for (int column = 0; column < 3; ++column) {
        view.setColumnWidth(column, 100);
    }
    new ColumnSharer(&view, {0, 1, 0});
    view.resize(700, 200);
    view.show();
    QTRY_VERIFY(view.columnWidth(1) > 300);
    QCOMPARE(view.columnWidth(0), 100);
    view.resize(260, 200);
    QTRY_VERIFY(view.columnWidth(1) < 100);
    QVERIFY(view.columnWidth(1) >= 45);
    // A wide last column gives way too, before anything has to be scrolled.
    QTreeView ending;
    ending.setModel(&model);
    for (int column = 0; column < 3; ++column) {
        ending.setColumnWidth(column, column < 2 ? 100 : 400);
    }
    new ColumnSharer(&ending, {0, 1, 6});
    ending.resize(700, 200);
    ending.show();
    QTRY_VERIFY(ending.columnWidth(2) > 400);
    ending.resize(480, 200);
    QTRY_VERIFY(ending.columnWidth(2) < 400);
    QCOMPARE(ending.horizontalScrollBar()->maximum(), 0);
}

void TestDesk::ddlStaysInItsOwnWindow()
{
    Console console;
    MainWindow window(console);
    window.show();
    QSignalSpy opened(&console, &Console::workspaceChanged);
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"detach"_s));
    QVERIFY(opened.wait(patience));
    window.showPage(u"compare"_s);
    QSignalSpy compared(&console, &Console::comparisonChanged);
    console.compare(u"production"_s, u"staging"_s, {});
    QVERIFY(compared.wait(patience));
    auto *detach = window.findChild<QAbstractButton *>(u"detachButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(detach->isEnabled(), patience);
    detach->click();
    detach->click();
    const QList<QWidget *> windows = window.findChildren<QWidget *>(u"ddlWindow"_s);
    QCOMPARE(windows.size(), 2);
    QVERIFY(windows.front()->isWindow() && windows.front()->isVisible());
    QVERIFY2(windows.front()->windowTitle().startsWith(u"PRODUCTION trips"_s),
             qPrintable(windows.front()->windowTitle()));
    console.closeWorkspace();
    QVERIFY(windows.front()->isVisible());
    QVERIFY(windows.front()->close());
    QTRY_COMPARE(window.findChildren<QWidget *>(u"ddlWindow"_s).size(), 1);
}

void TestDesk::detailsFollowTheSelection()
{
    Console console;
    MainWindow window(console);
    window.show();
    QSignalSpy opened(&console, &Console::workspaceChanged);
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"details"_s));
    QVERIFY(opened.wait(patience));
    window.findChild<QDockWidget *>(u"detailsDock"_s)->show();
    auto *details = window.findChild<DetailsPanel *>();
    window.showPage(u"compare"_s);
    QSignalSpy compared(&console, &Console::comparisonChanged);
    console.compare(u"production"_s, u"staging"_s, {});
    QVERIFY(compared.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(details->text().startsWith(u"trips\n"_s), patience);
    QVERIFY2(details->text().contains(u"Added: Column status"_s), qPrintable(details->text()));
    window.showPage(u"migration"_s);
    console.session().check();
    QTRY_VERIFY_WITH_TIMEOUT(console.session().checked() != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(details->text().contains(u"EXCLUSIVE"_s), patience);
}

void TestDesk::signatureOfOthersIsNamed()
{
    Console console;
    ChangeSession &session = console.session();
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"since"_s));
    QTRY_VERIFY_WITH_TIMEOUT(session.reviews() != nullptr && session.current() != nullptr, patience);
    session.submit(u"status"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session.change() != nullptr, patience);
    const schema::EngineKind engine = schema::EngineKind::Sqlite;
    QVERIFY(sinceSignature(*session.change(), u"you"_s, *session.migrations(), engine).person.isEmpty());
    session.vote({.change = session.change()->record.id,
                  .digest = session.change()->evaluation.revision,
                  .vote = review::VoteKind::Approve,
                  .acks = {},
                  .message = {},
                  .person = u"robin"_s,
                  .keyFile = console.secondKeyFile()});
    QTRY_VERIFY_WITH_TIMEOUT(!session.change()->evaluation.votes.isEmpty(), patience);
    SinceSignature since = sinceSignature(*session.change(), u"you"_s, *session.migrations(), engine);
    QCOMPARE(since.person, u"robin"_s);
    QVERIFY(!since.bytesDiffer);
    // A statement more, and then a revision more: what robin signed is remembered.
    const migration::Migration before = *session.current();
    QVERIFY(write(console.workspace()->migrations + u'/' + before.upPath, before.upBytes + "\nSELECT 1;\n"));
    QTRY_VERIFY_WITH_TIMEOUT(session.current()->upBytes != before.upBytes, patience);
    since = sinceSignature(*session.change(), u"you"_s, *session.migrations(), engine);
    QCOMPARE(since.changes.size(), 1U);
    session.submit(u"status"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.change()->evaluation.revisionNumber, 2, patience);
    since = sinceSignature(*session.change(), u"you"_s, *session.migrations(), engine);
    QCOMPARE(since.revision, 1);
    QCOMPARE(since.changes.size(), 1U);
    QCOMPARE(since.changes.front().textNow, u"SELECT 1"_s);
}

void TestDesk::droppedFilesOpen()
{
    Console console;
    MainWindow window(console);
    window.show();
    const QString before = m_home.filePath(u"before.sql"_s);
    const QString after = m_home.filePath(u"after.sql"_s);
    QVERIFY(write(before, "-- sqlite\nCREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);\n"));
    QVERIFY(write(after, "-- sqlite\nCREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT);\n"));
    QSignalSpy compared(&console, &Console::comparisonChanged);
    QSignalSpy failed(&console, &Console::comparisonFailed);
    window.showPage(u"compare"_s);
    QVERIFY(drop(window, {before, after}));
    // SQL alone does not say for which database it is.
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QInputDialog *>(u"engineDialog"_s) != nullptr, patience);
    auto *choice = window.findChild<QInputDialog *>(u"engineDialog"_s);
    choice->setTextValue(u"SQLite"_s);
    choice->accept();
    QTRY_VERIFY_WITH_TIMEOUT(compared.size() + failed.size() > 0, patience);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().value<base::Error>().text()));
    QCOMPARE(console.comparison()->plan.comparison.differences.size(), 1U);
    QTRY_COMPARE_WITH_TIMEOUT(window.currentPage()->state(), PageState::Ready, patience);
    window.currentPage()->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 2, patience);
    // A folder with a workspace opens it.
    const QString folder = m_home.filePath(u"dropped"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(write(folder + u"/countersign.toml"_s, "workspace = 1\nname = \"dropped\"\n"));
    QVERIFY(drop(window, {folder}));
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() && console.workspace()->name == u"dropped"_s, patience);
    QVERIFY(console.recent().contains(folder));
}

void TestDesk::whatCouldNotBeReadIsNamed()
{
    const auto snapshot = [this](const QString &name, bool complete) {
        schema::Table table;
        table.name = u"orders"_s;
        schema::Schema schema;
        schema.engine = schema::EngineKind::Sqlite;
        schema.objects = {table};
        if (!complete) {
            schema.notCompared = {{{schema::ObjectKind::Table, {}, {}, u"secrets"_s}, u"permission denied"_s}};
        }
        schema.normalize();
        const QString path = m_home.filePath(name);
        return write(path, schema::toSnapshot(schema)) ? path : QString();
    };
    Console console;
    MainWindow window(console);
    window.show();
    window.showPage(u"compare"_s);
    QVERIFY(drop(window, {snapshot(u"partly.json"_s, false), snapshot(u"whole.json"_s, true)}));
    QTRY_COMPARE_WITH_TIMEOUT(window.currentPage()->state(), PageState::Partial, patience);
    auto *banner = window.findChild<InlineBanner *>(u"compareBanner"_s);
    QVERIFY(banner->isVisible());
    const QList<QLabel *> labels = banner->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"secrets"_s) && label->text().contains(u"permission denied"_s);
    }));
    QVERIFY(window.findChild<QAbstractItemView *>(u"compareObjectList"_s)->isVisible());
}

void TestDesk::reportsSpeakTheLanguageOfTheWindow()
{
    const auto made = widened();
    app::ReportSubject subject;
    subject.comparison = &made;
    app::ReportOptions options;
    options.at = QDateTime(QDate(2026, 3, 2), QTime(14, 5), QTimeZone::UTC);
    QVERIFY(app::documentToMarkdown(app::makeReport(subject, options)).contains(u"Differences"_s));
    QTranslator german;
    QVERIFY(german.load(u":/i18n/countersign_de.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&german));
    const QString text = app::documentToMarkdown(app::makeReport(subject, options));
    QCoreApplication::removeTranslator(&german);
    QVERIFY2(text.contains(u"Unterschiede"_s) && text.contains(u"geändert"_s), qPrintable(text));
    QVERIFY2(text.contains(u"public.orders"_s), "names are never translated");
}

void TestDesk::reasonsSpeakTheLanguageOfTheWindow()
{
    QCOMPARE(reasonWords(u"A blocking comment by %2 is open"_s), u"A blocking comment by %2 is open"_s);
    QTranslator german;
    QVERIFY(german.load(u":/i18n/countersign_de.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&german));
    const QString comment = reasonWords(u"A blocking comment by %2 is open"_s);
    const QString revisions = reasonWords(u"Revision 3 was superseded by revision 4"_s);
    const QString other = reasonWords(u"Something that nobody translated"_s);
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(comment, u"Ein blockierender Kommentar von %2 ist offen"_s);
    QCOMPARE(revisions, u"Fassung 3 wurde durch Fassung 4 ersetzt"_s);
    QCOMPARE(other, u"Something that nobody translated"_s);
}

void TestDesk::crashLosesNothingOfTheSession()
{
    const QString folder = m_home.filePath(u"crash"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(write(folder + u"/countersign.toml"_s, "workspace = 1\nname = \"crash\"\n"));
    // Never closed, as after a crash: what counts is what was kept meanwhile.
    MainWindow *window = MainWindow::openWindow();
    window->show();
    window->resize(770, 700); // fits the screen of the offscreen platform
    window->console().openWorkspace(folder);
    QTRY_VERIFY_WITH_TIMEOUT(window->console().workspace() != nullptr, patience);
    window->showPage(u"settings"_s);
    QTRY_COMPARE_WITH_TIMEOUT(QSettings().value(u"window/page"_s).toString(), u"settings"_s, patience);
    const QByteArray withoutDock = QSettings().value(u"window/state"_s).toByteArray();
    window->findChild<QDockWidget *>(u"tasksDock"_s)->show();
    QTRY_VERIFY_WITH_TIMEOUT(QSettings().value(u"window/state"_s).toByteArray() != withoutDock, patience);
    MainWindow *next = MainWindow::openWindow();
    next->restoreWorkspace();
    next->show();
    QVERIFY2(next->findChild<QDockWidget *>(u"tasksDock"_s)->isVisible(), "the dock that was open is open again");
    QTRY_VERIFY_WITH_TIMEOUT(next->console().workspace() != nullptr, patience);
    QCOMPARE(next->console().workspace()->folder, folder);
    QCOMPARE(next->currentPage()->objectName(), u"pageSettings"_s);
    QCOMPARE(next->size(), QSize(770, 700));
    delete next;
    delete window;
}

void TestDesk::secondWindowOutlivesTheFirst()
{
    QPointer<MainWindow> first = MainWindow::openWindow();
    first->show();
    QSet<QWidget *> before;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        before.insert(widget);
    }
    first->console().actions().action(u"file.window"_s)->trigger();
    QPointer<MainWindow> second;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window != nullptr && !before.contains(widget)) {
            second = window;
        }
    }
    QVERIFY(second != nullptr && second->isVisible());
    QVERIFY(&second->console() != &first->console());
    // An empty window that closes does not make the other one's workspace be forgotten.
    const QString folder = m_home.filePath(u"kept"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(write(folder + u"/countersign.toml"_s, "workspace = 1\nname = \"kept\"\n"));
    first->console().openWorkspace(folder);
    QTRY_COMPARE_WITH_TIMEOUT(QSettings().value(u"window/workspace"_s).toString(), folder, patience);
    QPointer<MainWindow> third = MainWindow::openWindow();
    third->show();
    third->close();
    QTRY_VERIFY(third == nullptr);
    QCOMPARE(QSettings().value(u"window/workspace"_s).toString(), folder);
    first->close();
    QTRY_VERIFY(first == nullptr);
    QVERIFY(second != nullptr && second->isVisible());
    second->console().openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"second"_s));
    QTRY_VERIFY_WITH_TIMEOUT(second->console().workspace() != nullptr, patience);
    second->close();
    QTRY_VERIFY(second == nullptr);
}

void TestDesk::forgottenWorkspacesComeBack()
{
    const auto made = [this](const QString &name) {
        const QString folder = m_home.filePath(name);
        return QDir().mkpath(folder) && write(folder + u"/countersign.toml"_s, "workspace = 1\nname = \"one\"\n")
                   ? folder
                   : QString();
    };
    const QString gone = m_home.filePath(u"gone"_s);
    const QString there = made(u"there"_s);
    QSettings().setValue(u"recentWorkspaces"_s, QStringList{gone, there});
    Console console;
    MainWindow window(console);
    window.show();
    auto *recent = window.findChild<QAbstractItemView *>(u"startRecent"_s);
    recent->setCurrentIndex(recent->model()->index(0, 0));
    QAction *undo = console.actions().action(u"edit.undo"_s);
    QVERIFY(!console.actions().blockedBecause(undo).isEmpty());
    QTest::keyClick(recent, Qt::Key_Delete);
    QCOMPARE(console.recent(), QStringList{there});
    QVERIFY(undo->text().contains(u"gone"_s));
    undo->trigger();
    QCOMPARE(console.recent(), (QStringList{gone, there}));
    console.actions().action(u"edit.redo"_s)->trigger();
    QCOMPARE(console.recent(), QStringList{there});
    undo->trigger();
    // What is missing is looked for, not opened.
    recent->setCurrentIndex(recent->model()->index(0, 0));
    emit recent->activated(recent->currentIndex());
    auto *dialog = window.findChild<QFileDialog *>(u"locateDialog"_s);
    QVERIFY(dialog != nullptr);
    const QString found = made(u"found"_s);
    emit dialog->fileSelected(found);
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() && console.workspace()->folder == found, patience);
    QCOMPARE(console.recent(), (QStringList{found, there}));
}

void TestDesk::guardIsToldByEvidence()
{
    Console console;
    MainWindow window(console);
    window.show();
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"guarded"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() != nullptr, patience);
    const QString production = console.workspace()->production()->name;
    QCOMPARE(console.guardOf(production), app::Guard::Unknown);
    window.showPage(u"compare"_s);
    console.compare(production, console.workspace()->staging()->name, {});
    QTRY_COMPARE_WITH_TIMEOUT(console.guardOf(production), app::Guard::Enforced, patience);
    const auto *band = window.findChild<QWidget *>(u"environmentBand"_s);
    QVERIFY2(band->accessibleName().contains(console.guardFact(production)), qPrintable(band->accessibleName()));
    console.setGuard(production, app::Guard::SessionOnly);
    QVERIFY2(band->accessibleName().contains(u"may write"_s), qPrintable(band->accessibleName()));
    window.showPage(u"environments"_s);
    const auto *list = window.findChild<QAbstractItemView *>(u"environmentList"_s);
    QCOMPARE(list->model()->index(0, 3).data().toString(), u"Session only"_s);
}

void TestDesk::nextStepOfARequirement()
{
    review::Evaluation evaluation;
    evaluation.filled = {{u"dba"_s, {}}, {u"owner"_s, u"ada"_s}};
    const std::vector<Requirement> requirements = requirementsOf(evaluation);
    QCOMPARE(requirements.size(), 2U);
    QCOMPARE(requirements.at(0).next, NextStep::Ask);
    QCOMPARE(requirements.at(1).next, NextStep::None);
    review::Reason reason;
    reason.severity = review::ReasonSeverity::Block;
    for (const auto &[code, next] : {std::pair{review::Code::CheckMissing, NextStep::Rehearse},
                                     {review::Code::BytesDiffer, NextStep::Submit},
                                     {review::Code::CommentOpen, NextStep::Answer},
                                     {review::Code::ChainBroken, NextStep::None}}) {
        reason.code = code;
        evaluation.reasons = {reason};
        QCOMPARE(requirementsOf(evaluation).at(0).next, next);
    }
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
