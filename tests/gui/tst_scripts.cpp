// Scripts in the window: long ones are cut in a worker and shown by pages, ticks of generated ones can be taken back.

#include "gui/common/theme.h"
#include "gui/migration/readscript.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/text/diffview.h"
#include "gui/text/sqlview.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
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

/// A view whose body has @p lines lines; every @p changeEvery-th says something else when @p changed.
QString longView(int lines, int changeEvery, bool changed)
{
    QString text = u"CREATE VIEW everything AS SELECT 1 AS n WHERE 1 IN (\n"_s;
    for (int i = 1; i < lines; ++i) {
        const bool other = changed && i % changeEvery == 0;
        text += u"    %1, -- branch %2 of what a report generator wrote\n"_s.arg(other ? -i : i).arg(i);
    }
    return text + u"    0\n);\n"_s;
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
    void findGoesThroughAllPagesOfAScript();
    void longComparisonIsShownByPages();
    void findOpensFolds();
    void longViewsInCompareHoldNothingUp();
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
    QCOMPARE(view.pages().count(), 3);
    QCOMPARE(view.pages().current(), 1);
    view.setCurrentRow(0);
    QVERIFY2(view.currentText().startsWith(u"INSERT"_s), "a page begins with a statement");
    const auto *words = view.findChild<QLabel *>(u"longPageText"_s);
    QVERIFY(words != nullptr && words->isVisible());
    QVERIFY2(words->text().contains(QLocale::c().toString(12'001)) || words->text().contains(u"12,001"_s),
             qPrintable(words->text()));
    auto *next = view.findChild<QAbstractButton *>(u"longNextPage"_s);
    next->click();
    QCOMPARE(view.pages().current(), 2);
    QVERIFY(!next->isEnabled());
    QCOMPARE(view.lines().back().text, u"-- end"_s);
    QCOMPARE(view.lines().back().number, 12'001);
    QTest::keyClick(&view, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(view.pages().current(), 1);
    QSignalSpy moved(&view, &SqlView::currentLineChanged);
    view.setCurrentRow(7);
    QCOMPARE(moved.last().first().toInt(), view.shownLines().first + 7);
    view.findChild<QAbstractButton *>(u"longShowAll"_s)->click();
    QCOMPARE(view.pages().count(), 1);
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
    QCOMPARE(sql->pages().current(), sql->pages().count() - 1);
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(sql->pages().current(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    // As somebody's editor does it: the file grows while it is looked at.
    QVERIFY(write(QDir(console.workspace()->migrations).filePath(u"0043_codes.up.sql"_s),
                  (text + u"SELECT 1;\n"_s).toUtf8()));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 50'001, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    const double factor = std::max(1.0, qEnvironmentVariable("COUNTERSIGN_STALL_FACTOR", u"1"_s).toDouble());
    QVERIFY2(longestComputingMs() <= 50 * factor, qPrintable(u"computed for %1 ms"_s.arg(longestComputingMs())));
}

void TestScripts::findGoesThroughAllPagesOfAScript()
{
    JobRunner jobs;
    SqlView view(jobs);
    view.setObjectName(u"searched"_s);
    view.resize(700, 400);
    view.show();
    QSignalSpy settled(&view, &SqlView::settled);
    view.setSql(script(4000, 3).replace(u"VALUES (3999,"_s, u"VALUES (needle,"_s), schema::EngineKind::Sqlite);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    view.findStep(1);
    auto *field = view.findChild<QLineEdit *>(u"searchedFind"_s);
    QVERIFY2(field != nullptr && field->isVisible(), "without a needle F3 asks for one");
    field->setText(u"NEEDLE"_s);
    const auto *count = view.findChild<QLabel *>(u"searchedFindCount"_s);
    QTRY_VERIFY_WITH_TIMEOUT(count->text().startsWith(u"1 hit"_s), patience);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view.pages().current(), 2);
    QVERIFY2(view.currentText().contains(u"needle"_s), qPrintable(view.currentText()));
    QCOMPARE(count->text(), u"Hit 1 of 1"_s);
    field->setText(u"nowhere"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count->text(), u"No hit"_s, patience);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(view.hits().empty());
}

void TestScripts::longComparisonIsShownByPages()
{
    JobRunner jobs;
    DiffView view(jobs);
    view.resize(1200, 500);
    view.show();
    QSignalSpy settled(&view, &DiffView::settled);
    view.setFolded(false);
    view.setTexts(longView(20'000, 40, false), longView(20'000, 40, true), schema::EngineKind::Sqlite);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    const int pages = view.pages().count();
    QVERIFY2(pages >= 4, qPrintable(QString::number(pages)));
    QVERIFY(int(view.leftPane()->lines().size()) <= TextPages::linesPerPage);
    QVERIFY(view.rowCount() >= 20'000);
    auto *bar = view.findChild<QLabel *>(u"ddlPageText"_s);
    QVERIFY2(bar != nullptr && bar->isVisible() && bar->text().contains(u"5,000"_s), qPrintable(bar->text()));
    QCOMPARE(view.changeCount(), 499);
    // Changes, the strip and search know no pages.
    QVERIFY(!view.stepChange(-1));
    QTest::keyClick(view.leftPane(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(view.pages().current(), 1);
    QVERIFY(view.stepChange(1));
    QCOMPARE(view.pages().current(), 0);
    view.showRow(view.rowCount() - 1);
    QCOMPARE(view.pages().current(), pages - 1);
    view.openFind();
    view.findChild<QLineEdit *>(u"ddlFind"_s)->setText(u"branch 12345 "_s);
    const auto *count = view.findChild<QLabel *>(u"ddlFindCount"_s);
    QTRY_VERIFY_WITH_TIMEOUT(count->text().startsWith(u"1 hit"_s), patience);
    view.findStep(1);
    QVERIFY(view.leftPane()->currentText().contains(u"branch 12345 "_s));
    QCOMPARE(view.rightPane()->verticalScrollBar()->value(), view.leftPane()->verticalScrollBar()->value());
    // What is in sight stays there when all is shown at once, and as one text.
    const QString before = view.leftPane()->lines().at(std::size_t(view.leftPane()->firstVisibleRow())).text;
    view.findChild<QAbstractButton *>(u"ddlShowAll"_s)->click();
    QCOMPARE(int(view.leftPane()->lines().size()), view.rowCount());
    QCOMPARE(view.leftPane()->lines().at(std::size_t(view.leftPane()->firstVisibleRow())).text, before);
    view.setUnified(true);
    QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), patience);
    QVERIFY(view.leftPane()->lines().at(std::size_t(view.leftPane()->currentRow())).text.contains(u"branch 12345 "_s));
    view.setTexts(u"a\n"_s, u"b\n"_s, schema::EngineKind::Sqlite);
    QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), patience);
    QVERIFY(!bar->isVisible());
    const double factor = std::max(1.0, qEnvironmentVariable("COUNTERSIGN_STALL_FACTOR", u"1"_s).toDouble());
    QVERIFY2(longestComputingMs() <= 50 * factor, qPrintable(u"computed for %1 ms"_s.arg(longestComputingMs())));
}

void TestScripts::findOpensFolds()
{
    JobRunner jobs;
    DiffView view(jobs);
    view.resize(1200, 500);
    view.show();
    QSignalSpy settled(&view, &DiffView::settled);
    view.setTexts(longView(300, 200, false), longView(300, 200, true), schema::EngineKind::Sqlite);
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), patience);
    const int folded = view.rowCount();
    QVERIFY(folded < 20);
    view.openFind();
    view.findChild<QLineEdit *>(u"ddlFind"_s)->setText(u"branch 50 "_s);
    QVERIFY(view.findChild<QLabel *>(u"ddlFindCount"_s)->text().startsWith(u"1 hit"_s));
    view.findStep(1);
    QVERIFY(view.rowCount() > folded);
    QVERIFY2(view.leftPane()->currentText().contains(u"branch 50 "_s), qPrintable(view.leftPane()->currentText()));
    QCOMPARE(int(view.rightPane()->hits().size()), 1);
}

void TestScripts::longViewsInCompareHoldNothingUp()
{
    const QString now = m_home.filePath(u"now.sql"_s);
    const QString proposed = m_home.filePath(u"proposed.sql"_s);
    QVERIFY(write(now, longView(20'000, 8, false).toUtf8()));
    QVERIFY(write(proposed, longView(20'000, 8, true).toUtf8()));
    Console console;
    MainWindow window(console);
    window.resize(1400, 900);
    window.show();
    window.showPage(u"compare"_s);
    console.compareAs(schema::EngineKind::Sqlite, {now, proposed});
    QTRY_VERIFY_WITH_TIMEOUT(console.comparison() != nullptr, patience);
    auto *diff = window.findChild<DiffView *>(u"compareDiff"_s);
    QTRY_VERIFY_WITH_TIMEOUT(diff->changeCount() > 0 && diff->isSettled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
    QVERIFY(diff->pages().count() >= 4);
    // The other tabs show the same texts in their own ways.
    auto *tabs = window.findChild<QTabWidget *>(u"compareTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(!console.jobs().isBusy(), patience);
        QCoreApplication::processEvents();
    }
    tabs->setCurrentIndex(0);
    for (int step = 0; step < 40; ++step) {
        console.actions().action(u"go.nextChange"_s)->trigger();
        QCoreApplication::processEvents();
    }
    diff->showPage(3);
    QCoreApplication::processEvents();
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
