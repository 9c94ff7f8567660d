// From an empty home to the first opened review, as somebody does it in the window.

#include "gui/common/theme.h"
#include "gui/review/reviewpage.h"
#include "gui/setup/databaserow.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/tour/tour.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void fromNothingToTheFirstReview();
    void everythingByKeyboard();
    void whatIsShownIsWhatIsWritten();
    void nothingIsWrittenBeforeCreate();
    void errorsStandInPlace();
    void workspaceWithoutALedger();
    void namesAreUnique();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    template <class Widget>
    Widget *in(const char *name)
    {
        QDialog *dialog = openDialog(*m_window);
        return dialog == nullptr ? nullptr : dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    /// The dialog for a new workspace in "shop", with production filled in and a key made.
    void fillIn();
    bool makeDatabase(const QString &name);

    QTemporaryDir m_state;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

void TestSetup::initTestCase()
{
    qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    // ssh-keygen asks this program, which answers with an empty passphrase.
    qputenv("SSH_ASKPASS", "/bin/true");
    qputenv("SSH_ASKPASS_REQUIRE", "force");
    QCoreApplication::setOrganizationName(u"countersign-test-setup"_s);
    m_themes = std::make_unique<ThemeManager>();
    m_themes->setReproducible(true);
}

void TestSetup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_console = std::make_unique<Console>();
    review::SigningOptions keys;
    keys.agentSocket = u""_s;
    keys.keyFolder = path(u"home/.ssh"_s);
    m_console->setSigning(keys);
    m_window = std::make_unique<MainWindow>(*m_console);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestSetup::cleanup()
{
    m_window.reset();
    m_console.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

bool TestSetup::makeDatabase(const QString &name)
{
    QProcess process;
    process.start(u"sqlite3"_s, {path(name), u"CREATE TABLE orders (id INTEGER PRIMARY KEY)"_s});
    return process.waitForFinished() && process.exitCode() == 0;
}

void TestSetup::fillIn()
{
    QVERIFY(makeDatabase(u"production.db"_s));
    m_console->actions().action(u"file.new"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(in<QLineEdit>("setupPerson") != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!in<QLineEdit>("setupPerson")->text().isEmpty(), patience);
    type(in<QLineEdit>("setupFolder"), path(u"shop"_s));
    auto *url = in<QLineEdit>("setupUrl1");
    type(url, u"sqlite:"_s + path(u"production.db"_s));
    QTest::keyClick(url, Qt::Key_Tab);
    type(in<QLineEdit>("setupPerson"), u"ada"_s);
    in<QAbstractButton>("setupNewKey")->click();
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("setupKey1") != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("setupCreate")->isEnabled(), patience);
}

void TestSetup::fromNothingToTheFirstReview()
{
    QVERIFY(write(path(u"shop/migrations/V1__total.up.sql"_s), "ALTER TABLE orders ADD COLUMN total INTEGER;\n"));
    fillIn();
    QVERIFY(in<QAbstractButton>("setupKey1")->isChecked());
    // The folder of migrations was found.
    QCOMPARE(in<QLineEdit>("setupMigrations")->text(), path(u"shop/migrations"_s));
    in<QAbstractButton>("setupCreate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(openDialog(*m_window) == nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->session().reviews() != nullptr, patience);
    QCOMPARE(m_window->currentPage()->objectName(), u"pageReview"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->currentPage()->state(), PageState::Empty, patience);
    QCOMPARE(m_console->session().reviews()->person, u"ada"_s);
    QVERIFY(QMetaObject::invokeMethod(m_window->currentPage(), &Page::primaryRequested));
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("openReviewConfirm") != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("openReviewConfirm")->isEnabled(), patience);
    in<QAbstractButton>("openReviewConfirm")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->session().change() != nullptr, patience);
    QCOMPARE(m_console->session().change()->record.environment, u"production"_s);
    QCOMPARE(m_console->session().change()->record.latest()->manifest.files.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->currentPage()->state(), PageState::Ready, patience);
}

void TestSetup::everythingByKeyboard()
{
    QVERIFY(makeDatabase(u"production.db"_s));
    m_console->actions().action(u"file.new"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(in<QLineEdit>("setupPerson") != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!in<QLineEdit>("setupPerson")->text().isEmpty(), patience);
    QDialog *dialog = openDialog(*m_window);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), in<QWidget>("setupFolder"), patience);
    QTest::keyClicks(QApplication::focusWidget(), path(u"shop"_s));
    const auto tabTo = [&](const char *name) {
        constexpr int most = 60;
        for (int i = 0; i < most && QApplication::focusWidget() != in<QWidget>(name); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        return QApplication::focusWidget() == in<QWidget>(name);
    };
    QVERIFY(tabTo("setupUrl1"));
    QTest::keyClicks(QApplication::focusWidget(), path(u"production.db"_s));
    QVERIFY(tabTo("setupNewKey"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("setupKey1") != nullptr, patience);
    QVERIFY(tabTo("setupPolicy-small-team"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(in<QAbstractButton>("setupPolicy-alone")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("setupCreate")->isEnabled(), patience);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(openDialog(*m_window) == nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->session().reviews() != nullptr, patience);
    QVERIFY(bytesOf(path(u"shop/countersign/policy.toml"_s)).contains("separation = \"off\""));
}

void TestSetup::whatIsShownIsWhatIsWritten()
{
    fillIn();
    QMap<QString, QString> shown;
    auto *bar = in<QTabBar>("setupFiles");
    QCOMPARE(bar->count(), 4);
    for (int i = 0; i < bar->count(); ++i) {
        bar->setCurrentIndex(i);
        shown.insert(bar->tabText(i), in<QPlainTextEdit>("setupText")->toPlainText());
    }
    QVERIFY(shown.value(u"policy.toml"_s).contains(u"identity = \"sqlite:"_s));
    in<QAbstractButton>("setupCreate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(openDialog(*m_window) == nullptr, patience);
    QCOMPARE(QString::fromUtf8(bytesOf(path(u"shop/countersign.toml"_s))), shown.value(u"countersign.toml"_s));
    for (const QString &name : {u"policy.toml"_s, u"allowed_signers"_s, u".gitignore"_s}) {
        QVERIFY2(!shown.value(name).isEmpty(), qPrintable(name));
        QCOMPARE(QString::fromUtf8(bytesOf(path(u"shop/countersign/"_s + name))), shown.value(name));
    }
}

void TestSetup::nothingIsWrittenBeforeCreate()
{
    fillIn();
    in<QAbstractButton>("setupCancel")->click();
    QTRY_VERIFY_WITH_TIMEOUT(openDialog(*m_window) == nullptr, patience);
    QVERIFY(!QFileInfo::exists(path(u"shop"_s)));
    QVERIFY(m_console->workspace() == nullptr);
}

void TestSetup::errorsStandInPlace()
{
    fillIn();
    auto *create = in<QAbstractButton>("setupCreate");
    auto *banner = in<QWidget>("setupBanner");
    in<QPlainTextEdit>("setupColleagues")->setPlainText(u"bo ssh-ed25519 rubbish"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && !create->isEnabled(), patience);
    in<QPlainTextEdit>("setupColleagues")->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible() && create->isEnabled(), patience);
    type(in<QLineEdit>("setupPerson"), u"Not An Id"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && !create->isEnabled(), patience);
    type(in<QLineEdit>("setupPerson"), u"ada"_s);
    QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), patience);
    // Somebody else was quicker: it is said here, and what they made stays.
    QVERIFY(write(path(u"shop/countersign/policy.toml"_s), "theirs"));
    create->click();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
    QVERIFY(openDialog(*m_window) != nullptr);
    QCOMPARE(bytesOf(path(u"shop/countersign/policy.toml"_s)), QByteArray("theirs"));
    QVERIFY(!QFileInfo::exists(path(u"shop/countersign.toml"_s)));
}

void TestSetup::workspaceWithoutALedger()
{
    QVERIFY(makeDatabase(u"old/p.db"_s) || (QDir().mkpath(path(u"old"_s)) && makeDatabase(u"old/p.db"_s)));
    QVERIFY(
        write(path(u"old/countersign.toml"_s),
              "workspace = 1\nname = \"Old\"\n[environment.live]\nurl = \"sqlite:p.db\"\nclass = \"production\"\n"));
    m_console->openWorkspace(path(u"old"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->workspace() != nullptr, patience);
    m_window->showPage(u"review"_s);
    QCOMPARE(m_window->currentPage()->state(), PageState::Empty);
    QVERIFY(QMetaObject::invokeMethod(m_window->currentPage(), &Page::primaryRequested));
    QTRY_VERIFY_WITH_TIMEOUT(in<QLineEdit>("setupFolder") != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!in<QLineEdit>("setupPerson")->text().isEmpty(), patience);
    in<QAbstractButton>("setupNewKey")->click();
    QTRY_VERIFY_WITH_TIMEOUT(in<QAbstractButton>("setupCreate")->isEnabled(), patience);
    in<QAbstractButton>("setupCreate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(openDialog(*m_window) == nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->session().reviews() != nullptr, patience);
    QVERIFY(bytesOf(path(u"old/countersign.toml"_s)).startsWith("workspace = 1\nname = \"Old\"\n"));
    QVERIFY(m_console->workspace()->find(u"live"_s) != nullptr);
}

void TestSetup::namesAreUnique()
{
    fillIn();
    QStringList names;
    for (const QWidget *widget : openDialog(*m_window)->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !widget->objectName().startsWith(u"qt_")) {
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->objectName().isEmpty(),
                     widget->metaObject()->className());
            names << widget->objectName();
        }
    }
    QStringList once = names;
    once.removeDuplicates();
    QCOMPARE(names, once);
}

QTEST_MAIN(TestSetup)

#include "tst_setup.moc"
