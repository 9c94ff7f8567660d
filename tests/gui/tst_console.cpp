#include "db/session.h"
#include "gui/common/theme.h"
#include "gui/environments/connectionform.h"
#include "gui/review/comments.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/notifier.h"
#include "gui/shell/page.h"
#include "gui/shell/walkdock.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;
constexpr int mostTabs = 80;

/// Tab until the widget of that name has the focus, as a person without a mouse would.
bool tabTo(QWidget *window, const QString &name)
{
    for (int i = 0; i < mostTabs; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus != nullptr && focus->objectName() == name) {
            return true;
        }
        QTest::keyClick(focus != nullptr ? focus : window, Qt::Key_Tab);
    }
    return false;
}

QString said(const QSignalSpy &failures)
{
    return failures.isEmpty() ? QString() : failures.first().first().value<base::Error>().text();
}

QDialog *visibleDialog(const QWidget &window)
{
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void reviewsWithoutAMouse();
    void comparesDroppedFiles();
    void pointsAreAModelAndATaskList();
    void notificationsHoldNoMarkup();
    void olderChangesCanBeReviewed();
    void draftsGoWhenTheLedgerHasThem();
    void signOffSaysHowMuchWasLookedAt();
    void whatCannotBeDoneSaysWhy();

private:
    /// Opens the demo in @p console and puts its migration under review.
    void putUnderReview(Console &console, const QString &folder);

    QTemporaryDir m_home;
    ThemeManager m_themes;
};

void TestConsole::initTestCase()
{
    QVERIFY(m_home.isValid());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    m_themes.setReproducible(true);
    m_themes.setChoice(ThemeChoice::Light);
}

void TestConsole::reviewsWithoutAMouse()
{
    Console console;
    MainWindow window(console);
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy opened(&console, &Console::workspaceChanged);
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(u"demo"_s));
    QVERIFY(opened.wait(patience));
    // Ten more differences than the demo has.
    {
        db::SessionOptions options;
        options.access = db::Access::ReadWrite;
        auto session = db::openSession(console.workspace()->staging()->url, options, {});
        QVERIFY(session.has_value());
        for (int i = 0; i < 10; ++i) {
            QVERIFY((*session)->run(u"CREATE TABLE extra_%1 (id INTEGER PRIMARY KEY, note TEXT)"_s.arg(i), {}));
        }
    }

    QTest::keyClick(&window, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(window.currentPage()->objectName(), u"pageCompare"_s);
    QSignalSpy compared(&console, &Console::comparisonChanged);
    QTest::keyClick(&window, Qt::Key_F5);
    QVERIFY(compared.wait(patience));
    auto *list = window.findChild<QAbstractItemView *>(u"compareObjectList"_s);
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->currentIndex().isValid());
    QSet<QString> walked;
    for (int i = 0; i < 14; ++i) {
        walked.insert(list->currentIndex().siblingAtColumn(0).data().toString());
        QTest::keyClick(&window, Qt::Key_PageDown, Qt::AltModifier);
    }
    QVERIFY2(walked.size() >= 10, qPrintable(QStringList(walked.begin(), walked.end()).join(u", "_s)));

    QTest::keyClick(&window, Qt::Key_5, Qt::AltModifier);
    QCOMPARE(window.currentPage()->objectName(), u"pageChecks"_s);
    QSignalSpy checked(&console.session(), &ChangeSession::checkedChanged);
    QVERIFY(tabTo(&window, u"runChecksButton"_s) || tabTo(&window, u"checksEmptyAction"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(checked.wait(patience));
    QVERIFY(tabTo(&window, u"checksList"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(window.findChild<QAbstractItemView *>(u"checksList"_s)->currentIndex().isValid());

    QTest::keyClick(&window, Qt::Key_6, Qt::AltModifier);
    QCOMPARE(window.currentPage()->objectName(), u"pageReview"_s);
    QVERIFY(tabTo(&window, u"reviewEmptyAction"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(visibleDialog(window) != nullptr);
    QPointer<QDialog> opening = visibleDialog(window);
    QTRY_VERIFY_WITH_TIMEOUT(opening->findChild<QAbstractButton *>(u"openReviewConfirm"_s)->isEnabled(), patience);
    QTest::keyClick(opening, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(console.session().change() != nullptr && opening == nullptr, patience);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(visibleDialog(window) != nullptr);
    QDialog *dialog = visibleDialog(window);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(tabTo(dialog, u"voteRequestChanges"_s));
    for (int i = 0; i < 5 && QApplication::focusWidget()->objectName() != u"voteAbstain"_s; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    }
    QCOMPARE(QApplication::focusWidget()->objectName(), u"voteAbstain"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(tabTo(dialog, u"signOffConfirm"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(console.session().change()->evaluation.votes.size() == 1, patience);
    QCOMPARE(console.session().change()->evaluation.votes.constFirst().vote, review::VoteKind::Abstain);
}

void TestConsole::comparesDroppedFiles()
{
    const auto make = [this](const QString &name, const QString &sql) {
        const QString path = m_home.filePath(name);
        db::ConnectionUrl url;
        url.database = path;
        db::SessionOptions options;
        options.access = db::Access::ReadWrite;
        auto session = db::openSession(url, options, {});
        return session && (*session)->run(sql, {}) ? path : QString();
    };
    const QString before = make(u"be fore%1.db"_s, u"CREATE TABLE a (id INTEGER)"_s);
    const QString after = make(u"after.db"_s, u"CREATE TABLE a (id INTEGER, b TEXT)"_s);
    QVERIFY(!before.isEmpty() && !after.isEmpty());
    Console console;
    QSignalSpy compared(&console, &Console::comparisonChanged);
    console.openFiles({before});
    QTRY_VERIFY(!console.jobs().isBusy());
    QCOMPARE(compared.size(), 0);
    console.openFiles({after});
    QVERIFY(compared.wait(patience));
    QCOMPARE(console.comparison()->plan.comparison.differences.size(), std::size_t(1));
    QSignalSpy refused(&console, &Console::workspaceFailed);
    QFile odd(m_home.filePath(u"picture.png"_s));
    QVERIFY(odd.open(QIODevice::WriteOnly) && odd.write("not a database") > 0);
    odd.close();
    console.openFiles({odd.fileName()});
    QVERIFY(refused.wait(patience));
}

void TestConsole::pointsAreAModelAndATaskList()
{
    WalkModel model;
    const QAbstractItemModelTester tester(&model);
    WalkPoint first;
    first.id = u"1"_s;
    first.text = u"table <b>a</b>"_s;
    WalkPoint second = first;
    second.id = u"2"_s;
    model.setPoints({first, second});
    QVERIFY(model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(walkToMarkdown(model.points(), model.done()),
             u"- [ ] table &lt;b>a&lt;/b>\n- [x] table &lt;b>a&lt;/b>\n"_s);
}

void TestConsole::notificationsHoldNoMarkup()
{
    QVERIFY(!notificationBody(u"<b>orders</b>\u202e"_s).contains(u'<'));
    QVERIFY(!notificationBody(u"a\u202eb"_s).contains(QChar(0x202e)));
}

void TestConsole::putUnderReview(Console &console, const QString &folder)
{
    ChangeSession &session = console.session();
    QSignalSpy failed(&session, &ChangeSession::reviewActionFailed);
    console.openDemo(schema::EngineKind::Sqlite, m_home.filePath(folder));
    QTRY_VERIFY_WITH_TIMEOUT(session.reviews() != nullptr && session.current() != nullptr, patience);
    session.submit(u"first"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session.change() != nullptr || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(said(failed)));
}

void TestConsole::olderChangesCanBeReviewed()
{
    Console console;
    MainWindow window(console);
    window.show();
    putUnderReview(console, u"two changes"_s);
    ChangeSession &session = console.session();
    window.showPage(u"review"_s);
    auto *choice = window.findChild<QComboBox *>(u"reviewChange"_s);
    QVERIFY2(!choice->isVisible(), "with one change there is nothing to choose");
    const QString first = session.change()->record.id;
    QSignalSpy failed(&session, &ChangeSession::reviewActionFailed);
    session.submit(u"second"_s, console.workspace()->staging()->name);
    QTRY_VERIFY_WITH_TIMEOUT(session.openChanges().size() == 2 || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(said(failed)));
    const QString second = session.change()->record.id;
    QVERIFY(second != first);
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->currentData().toString(), second);
    const auto *submit = window.findChild<QAbstractButton *>(u"submitButton"_s);
    QVERIFY2(!submit->isEnabled(), "the files would become a revision of the other change");

    window.showPage(u"start"_s);
    auto *waiting = window.findChild<QAbstractItemView *>(u"startWaiting"_s);
    QCOMPARE(waiting->model()->rowCount(), 2);
    emit waiting->activated(waiting->model()->index(1, 0));
    QCOMPARE(window.currentPage()->objectName(), u"pageReview"_s);
    QCOMPARE(session.change()->record.id, first);
    QCOMPARE(choice->currentData().toString(), first);
    QVERIFY(submit->isEnabled());
    QSignalSpy read(&session, &ChangeSession::reviewsChanged);
    session.reloadReviews();
    QVERIFY(read.wait(patience));
    QCOMPARE(session.change()->record.id, first);
}

void TestConsole::draftsGoWhenTheLedgerHasThem()
{
    Console console;
    MainWindow window(console);
    window.show();
    putUnderReview(console, u"drafts"_s);
    ChangeSession &session = console.session();
    window.showPage(u"review"_s);
    const QString folder = console.workspace()->folder;
    const auto *chip = window.findChild<QAbstractButton *>(u"reviewDrafts"_s);
    QVERIFY(!chip->isVisible());
    console.setPlace({.object = u"trips"_s, .file = {}, .statement = 0, .line = {}});
    emit console.commentRequested();
    window.findChild<QPlainTextEdit *>(u"commentText"_s)->setPlainText(u"Why now?"_s);
    window.findChild<QAbstractButton *>(u"commentDraft"_s)->click();
    QVERIFY2(chip->isVisible() && chip->text().contains(u'1'), qPrintable(chip->text()));

    // Without the key nothing can be signed: nothing may be lost.
    const QString keys = QFileInfo(console.secondKeyFile()).path();
    QVERIFY(QDir().rename(keys, keys + u".away"_s));
    auto *send = window.findChild<QAbstractButton *>(u"commentSendDrafts"_s);
    QSignalSpy failed(&session, &ChangeSession::reviewActionFailed);
    send->click();
    QVERIFY2(!send->isEnabled(), "what is being signed is not signed twice");
    QVERIFY(failed.wait(patience));
    QCOMPARE(readDrafts(folder).size(), 1);
    QVERIFY(QDir().rename(keys + u".away"_s, keys));
    QVERIFY(send->isEnabled());
    send->click();
    QTRY_COMPARE_WITH_TIMEOUT(session.change()->evaluation.comments.size(), 1, patience);
    QCOMPARE(readDrafts(folder).size(), 0);
    QVERIFY(!chip->isVisible());

    console.setPlace({.object = {}, .file = session.current()->upPath, .statement = 2, .line = {}});
    window.findChild<QPlainTextEdit *>(u"commentText"_s)->setPlainText(u"And how?"_s);
    window.findChild<QAbstractButton *>(u"commentSend"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(session.change()->evaluation.comments.size(), 2, patience);
    QCOMPARE(readDrafts(folder).size(), 0);
}

void TestConsole::signOffSaysHowMuchWasLookedAt()
{
    Console console;
    MainWindow window(console);
    window.show();
    putUnderReview(console, u"viewed"_s);
    const auto dialogSays = [&window, &console](const QString &text) {
        console.actions().action(u"review.signOff"_s)->trigger();
        QDialog *dialog = visibleDialog(window);
        const bool found = dialog != nullptr && std::ranges::any_of(dialog->findChildren<QLabel *>(), [&](QLabel *one) {
                               return one->text().contains(text);
                           });
        delete dialog;
        return found;
    };
    QVERIFY(dialogSays(u"nothing was compared in this window"_s));
    const QString production = console.workspace()->production()->name;
    QSignalSpy compared(&console, &Console::comparisonChanged);
    window.showPage(u"compare"_s);
    console.compare(production, console.workspace()->staging()->name, {});
    QVERIFY(compared.wait(patience));
    auto *list = window.findChild<QAbstractItemView *>(u"compareObjectList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->currentIndex().isValid(), patience);
    QTest::keyClick(list, Qt::Key_Space);
    const int all = console.objectsViewed().all;
    QCOMPARE(console.objectsViewed().seen, 1);
    QVERIFY(dialogSays(u"1 of %1 objects"_s.arg(all)));
    window.showPage(u"migration"_s);
    QVERIFY(dialogSays(u"0 of %1 statements"_s.arg(console.statementsSeen().all)));

    window.showPage(u"environments"_s);
    const QAbstractItemModel *environments = window.findChild<QAbstractItemView *>(u"environmentList"_s)->model();
    QStringList seen;
    for (int row = 0; row < environments->rowCount(); ++row) {
        seen << environments->index(row, 4).data().toString();
    }
    QCOMPARE(seen.count(u"just now"_s), 2);
    QCOMPARE(seen.count(u"not yet"_s), environments->rowCount() - 2);
}

void TestConsole::whatCannotBeDoneSaysWhy()
{
    Console console;
    MainWindow window(console);
    window.show();
    ActionRegistry &actions = console.actions();
    for (const QString &id : {u"review.signOff"_s, u"go.object"_s, u"file.close"_s}) {
        QVERIFY2(!actions.blockedBecause(actions.action(id)).isEmpty(), qPrintable(id));
    }
    // What failed to open is opened by the button of the message, once it can be.
    const QString folder = m_home.filePath(u"later"_s);
    console.openWorkspace(folder);
    QTRY_COMPARE_WITH_TIMEOUT(window.page(u"start"_s)->state(), PageState::Failed, patience);
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/countersign.toml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("workspace = 1\nname = \"later\"\n") > 0);
    file.close();
    window.findChild<QAbstractButton *>(u"startBannerAction"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(console.workspace() != nullptr, patience);
    QVERIFY(actions.blockedBecause(actions.action(u"file.close"_s)).isEmpty());
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
