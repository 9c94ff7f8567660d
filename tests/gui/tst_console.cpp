#include "db/session.h"
#include "gui/common/theme.h"
#include "gui/environments/connectionform.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/notifier.h"
#include "gui/shell/page.h"
#include "gui/shell/walkdock.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QDialog>
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

private:
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
    QVERIFY(tabTo(dialog, u"voteApprove"_s));
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

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
