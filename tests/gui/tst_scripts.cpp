// Scripts in the window: long ones are cut in a worker and shown by pages, ticks of generated ones can be taken back.

#include "gui/common/theme.h"
#include "gui/migration/readscript.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/text/sqlview.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// Statements of @p linesEach lines; the last line is "-- end".
QString script(int statements, int linesEach)
{
    QString text;
    for (int i = 0; i < statements; ++i) {
        text += u"INSERT INTO codes (id, name)\n"_s;
        for (int line = 2; line < linesEach; ++line) {
            text += u"    -- line %1 of a statement that somebody exported\n"_s.arg(line);
        }
        text += u"    VALUES (%1, 'a name that is long enough to be one');\n"_s.arg(i);
    }
    return text + u"-- end\n"_s;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// What the window's own thread computed at a stretch, at most; waiting for the processor is not its doing.
double longestComputingMs()
{
    double most = 0;
    for (const Stall &stall : ConsoleApplication::instance()->probe().stalls()) {
        most = std::max(most, stall.computing);
    }
    return most;
}

} // namespace

class TestScripts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void pagesBeginWithStatements();
    void longTextIsShownByPages();
    void lineOfAMegabyteIsPainted();
    void longScriptHoldsNothingUp();
    void ticksOfTheGeneratedScriptCanBeTakenBack();
    void chainIsVerifiedFromTheReviewPage();

private:
    QTemporaryDir m_home;
    ThemeManager m_themes;
};

void TestScripts::initTestCase()
{
    QVERIFY(m_home.isValid());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    m_themes.setReproducible(true);
    m_themes.setChoice(ThemeChoice::Light);
}

void TestScripts::pagesBeginWithStatements()
{
    QCOMPARE(pageStarts(0, {}, 10), (std::vector<int>{0}));
    QCOMPARE(pageStarts(10, {}, 10), (std::vector<int>{0}));
    QCOMPARE(pageStarts(25, {}, 10), (std::vector<int>{0, 10, 20}));
    QCOMPARE(pageStarts(25, {0, 4, 8, 12, 16}, 10), (std::vector<int>{0, 8, 16}));
    QCOMPARE(pageStarts(25, {0, 10, 20}, 10), (std::vector<int>{0, 10, 20}));
    // One statement is longer than a page.
    QCOMPARE(pageStarts(30, {0, 3, 28}, 10), (std::vector<int>{0, 3, 13, 23}));
}

void TestScripts::longTextIsShownByPages()
{
    JobRunner jobs;
    SqlView view(jobs);
    view.setObjectName(u"long"_s);
    view.resize(700, 400);
    view.show();
    const QString text = script(4000, 3);
    const ReadScript read = readScript(u"a.sql"_s, text.toUtf8(), text, schema::EngineKind::Sqlite);
    QCOMPARE(read.statements.size(), 4000U);
    QSignalSpy settled(&view, &SqlView::settled);
    view.setSql(text, schema::EngineKind::Sqlite, 1, read.starts);
    view.showLine(9000);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    QCOMPARE(view.lineCount(), 12'001);
    QCOMPARE(view.pageCount(), 3);
    QCOMPARE(view.currentPage(), 1);
    view.setCurrentRow(0);
    QVERIFY2(view.currentText().startsWith(u"INSERT"_s), "a page begins with a statement");
    const auto *words = view.findChild<QLabel *>(u"longPageText"_s);
    QVERIFY(words != nullptr && words->isVisible());
    QVERIFY2(words->text().contains(QLocale::c().toString(12'001)) || words->text().contains(u"12,001"_s),
             qPrintable(words->text()));
    auto *next = view.findChild<QAbstractButton *>(u"longNextPage"_s);
    next->click();
    QCOMPARE(view.currentPage(), 2);
    QVERIFY(!next->isEnabled());
    QCOMPARE(view.lines().back().text, u"-- end"_s);
    QCOMPARE(view.lines().back().number, 12'001);
    QTest::keyClick(&view, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(view.currentPage(), 1);
    QSignalSpy moved(&view, &SqlView::currentLineChanged);
    view.setCurrentRow(7);
    QCOMPARE(moved.last().first().toInt(), view.shownLines().first + 7);
    view.findChild<QAbstractButton *>(u"longShowAll"_s)->click();
    QCOMPARE(view.pageCount(), 1);
    QCOMPARE(int(view.lines().size()), 12'001);
    view.setSql(u"SELECT 1;\n"_s, schema::EngineKind::Sqlite);
    QVERIFY(!words->isVisible());
    QCOMPARE(int(view.lines().size()), 1);
}

void TestScripts::lineOfAMegabyteIsPainted()
{
    JobRunner jobs;
    SqlView view(jobs);
    view.setObjectName(u"wide"_s);
    view.resize(700, 200);
    view.show();
    QSignalSpy settled(&view, &SqlView::settled);
    view.setSql(u"INSERT INTO codes VALUES "_s + QString(1'000'000, u'W') + u";\n"_s, schema::EngineKind::MySql);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    const QSize size = view.viewport()->size();
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum() / 2);
    const QImage middle = view.grab().toImage();
    // Letters all the way to the right edge, on the first row.
    int inked = 0;
    for (int x = size.width() - 60; x < size.width() - 4; ++x) {
        for (int y = 2; y < view.rowHeight(); ++y) {
            inked += qGray(middle.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    QVERIFY2(inked > 20, qPrintable(QString::number(inked)));
    const int middleColumn = view.horizontalScrollBar()->value() / (view.horizontalScrollBar()->singleStep() / 4);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(size.width() / 2, view.rowHeight() / 2));
    QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
    QVERIFY2(std::abs(int(view.selectedText().size()) - (1'000'026 - middleColumn)) < 200,
             qPrintable(QString::number(view.selectedText().size())));
    QVERIFY2(longestComputingMs() <= 50, qPrintable(u"computed for %1 ms"_s.arg(longestComputingMs())));
}

void TestScripts::longScriptHoldsNothingUp()
{
    const QString text = script(50'000, 2);
    QVERIFY(text.size() > 4'000'000);
    Console console;
    MainWindow window(console);
    window.resize(1280, 800);
    window.show();
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"long"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() != nullptr, patience);
    window.showPage(u"migration"_s);
    auto *list = window.findChild<QTreeView *>(u"migrationStatements"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list != nullptr && list->model()->rowCount() > 0, patience);
    QVERIFY(write(QDir(console.workspace()->migrations).filePath(u"0043_codes.up.sql"_s), text.toUtf8()));
    auto *choice = window.findChild<QComboBox *>(u"migrationChoice"_s);
    QTRY_COMPARE_WITH_TIMEOUT(choice->count(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 50'000, patience);
    auto *sql = window.findChild<SqlView *>(u"migrationSql"_s);
    QTRY_COMPARE_WITH_TIMEOUT(sql->lineCount(), 100'001, patience);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(sql->currentPage(), sql->pageCount() - 1);
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(sql->currentPage(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    // As somebody's editor does it: the file grows while it is looked at.
    QVERIFY(write(QDir(console.workspace()->migrations).filePath(u"0043_codes.up.sql"_s),
                  (text + u"SELECT 1;\n"_s).toUtf8()));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 50'001, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    const double factor = std::max(1.0, qEnvironmentVariable("COUNTERSIGN_STALL_FACTOR", u"1"_s).toDouble());
    QVERIFY2(longestComputingMs() <= 50 * factor, qPrintable(u"computed for %1 ms"_s.arg(longestComputingMs())));
}

void TestScripts::ticksOfTheGeneratedScriptCanBeTakenBack()
{
    Console console;
    MainWindow window(console);
    window.resize(1280, 800);
    window.show();
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"ticks"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() != nullptr, patience);
    window.showPage(u"compare"_s);
    console.compare(console.workspace()->production()->name, console.workspace()->staging()->name, {});
    auto *steps = window.findChild<QTreeView *>(u"scriptSteps"_s);
    QTRY_VERIFY_WITH_TIMEOUT(steps != nullptr && steps->model()->rowCount() > 2, patience);
    const auto ticked = [steps](int row) {
        return steps->model()->index(row, 0).data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    };
    QAction *undo = console.actions().action(u"edit.undo"_s);
    QAction *redo = console.actions().action(u"edit.redo"_s);
    QVERIFY(ticked(0) && ticked(1));
    QVERIFY(steps->model()->setData(steps->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(ticked(0) && !ticked(1));
    window.findChild<QAbstractButton *>(u"scriptTakeNone"_s)->click();
    QVERIFY(!ticked(0) && !ticked(1));
    undo->trigger();
    QVERIFY2(ticked(0) && !ticked(1), "what was ticked before all were taken away");
    undo->trigger();
    QVERIFY(ticked(0) && ticked(1));
    redo->trigger();
    QVERIFY(ticked(0) && !ticked(1));
    // The other direction is another script: undo goes back to the one whose ticks it brings back.
    auto *direction = window.findChild<QComboBox *>(u"scriptDirection"_s);
    direction->setCurrentIndex(1);
    QVERIFY(ticked(1));
    undo->trigger();
    QCOMPARE(direction->currentIndex(), 0);
    QVERIFY(ticked(0) && ticked(1));
}

void TestScripts::chainIsVerifiedFromTheReviewPage()
{
    Console console;
    MainWindow window(console);
    window.resize(1280, 800);
    window.show();
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"chain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() != nullptr, patience);
    window.showPage(u"review"_s);
    auto *session = console.findChild<ChangeSession *>();
    QVERIFY(session != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(session->reviews() != nullptr && session->current() != nullptr, patience);
    session->submit(u"status"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session->change() != nullptr, patience);
    Page *page = window.page(u"review"_s);
    auto *verify = window.findChild<QAbstractButton *>(u"reviewVerifyChain"_s);
    auto *banner = window.findChild<QWidget *>(u"reviewBanner"_s);
    QVERIFY(verify != nullptr && verify->isVisible() && banner != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    verify->click();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && page->state() == PageState::Ready &&
                                 banner->accessibleName().contains(u"holds"_s),
                             patience);
    // One byte of one event, as somebody with the file and an editor would change it.
    QFile ledger(QString(console.workspace()->ledger).remove(u"sqlite:"_s));
    QVERIFY2(ledger.open(QIODevice::ReadWrite), qPrintable(ledger.fileName()));
    QByteArray bytes = ledger.readAll();
    const qsizetype at = bytes.indexOf("\"status\"");
    QVERIFY2(at > 0, "the title of the change stands in its event");
    bytes[at + 1] = 'S';
    QVERIFY(ledger.seek(0) && ledger.write(bytes) == bytes.size());
    ledger.close();
    verify->click();
    QTRY_COMPARE_WITH_TIMEOUT(page->state(), PageState::Failed, patience);
    QVERIFY2(!banner->accessibleName().contains(u"event(s) holds"_s), qPrintable(banner->accessibleName()));
}

int main(int argc, char **argv)
{
    ConsoleApplication application(argc, argv);
    TestScripts tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_scripts.moc"
