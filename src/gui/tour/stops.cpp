// The stops of the tour, in the order of a person's first walk through the demo.

#include "gui/environments/connectionform.h"
#include "gui/report/exportpage.h"
#include "gui/review/reviewpage.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/tour/tour.h"
#include "gui/verify/verifypage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTimeZone>

namespace countersign::gui {

using namespace Qt::StringLiterals;

void Tour::declareStops()
{
    if (!m_options.workspace.isEmpty()) {
        declareOwnStops();
        return;
    }
    declareStartStops();
    declareEnvironmentStops();
    declareCompareStops();
    declareMigrationStops();
    declareReviewStops();
    declareVerifyStops();
    declareExportStops();
    declareSettingsStops();
    declareDialogStops();
}

void Tour::declareStartStops()
{
    add(u"start"_s, u"empty"_s, [this] {
        m_console->setFixedTime(QDateTime(QDate(2026, 3, 2), QTime(14, 5), QTimeZone::UTC));
        m_window->showPage(u"start"_s);
    });
    add(
        u"start"_s, u"ready"_s, [this] { m_console->openDemo(m_options.engine, m_options.demoFolder); },
        [this] { return settled() && m_console->workspace() != nullptr; });
}

void Tour::declareEnvironmentStops()
{
    add(u"environments"_s, u"ready"_s, [this] { m_window->showPage(u"environments"_s); });
    add(u"environments"_s, u"server"_s, [this] {
        m_window->findChild<QAbstractButton *>(u"environmentAdd"_s)->click();
        auto *url = m_window->findChild<QLineEdit *>(u"environmentUrl"_s);
        url->setText(u"postgresql://reader@db.example.com:5432/shop?sslmode=verify-full&ssh=ops@bastion.example.com"
                     "&keyring=yes"_s);
        emit url->textEdited(url->text());
    });
    step([this] {
        auto *list = m_window->findChild<QAbstractItemView *>(u"environmentList"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
    });
    add(u"environments"_s, u"tested"_s, [this] { page(u"environments"_s)->refresh(); });
}

void Tour::declareVerifyStops()
{
    const auto verify = [this](const QString &target) {
        auto *box = m_window->findChild<QComboBox *>(u"verifyTarget"_s);
        box->setCurrentIndex(std::max(0, box->findData(target)));
        static_cast<VerifyPage *>(page(u"verify"_s))->verify();
    };
    const auto verified = [this] { return settled() && page(u"verify"_s)->state() == PageState::Ready; };
    add(u"verify"_s, u"empty"_s, [this] { m_window->showPage(u"verify"_s); });
    add(u"verify"_s, u"not-applied"_s, [verify] { verify(u"production"_s); }, verified);
    add(u"verify"_s, u"applied"_s, [verify] { verify(u"staging"_s); }, verified);
    add(u"verify"_s, u"half-applied"_s, [verify] { verify(u"interrupted"_s); }, verified);
    add(u"verify"_s, u"way-back"_s, [this] { m_window->findChild<QTabBar *>(u"verifyRoutes"_s)->setCurrentIndex(1); });
}

void Tour::declareExportStops()
{
    add(u"export"_s, u"preview"_s, [this] { m_window->showPage(u"export"_s); });
    add(u"export"_s, u"pictures"_s, [this] {
        auto *preview = m_window->findChild<QTextBrowser *>(u"exportPreview"_s);
        static_cast<void>(preview->find(u"Which statement"_s));
    });
    add(u"export"_s, u"markdown"_s,
        [this] { static_cast<ExportPage *>(page(u"export"_s))->setFormat(ExportPage::Format::Markdown); });
}

void Tour::declareSettingsStops()
{
    for (const QString &section :
         {u"appearance"_s, u"editor"_s, u"databases"_s, u"checks"_s, u"profiles"_s, u"shortcuts"_s, u"keys"_s}) {
        add(u"settings"_s, section,
            [this, section] { static_cast<SettingsPage *>(m_window->showPage(u"settings"_s))->showSection(section); });
    }
}

void Tour::declareSetupStop()
{
    add(
        u"setup"_s, u"ready"_s,
        [this] {
            review::SigningOptions keys;
            keys.agentSocket = u""_s;
            keys.keyFolder = QFileInfo(m_console->secondKeyFile()).absolutePath();
            m_console->setSigning(keys);
            m_console->actions().action(u"file.new"_s)->trigger();
            QDialog *dialog = openDialog(*m_window);
            dialog->findChild<QLineEdit *>(u"setupFolder"_s)->setText(QDir::home().filePath(u"shop"_s));
            const auto workspace = m_console->workspace();
            int number = 0;
            for (const app::Environment *one : {workspace->production(), workspace->staging()}) {
                if (one != nullptr) {
                    auto *url = dialog->findChild<QLineEdit *>(u"setupUrl%1"_s.arg(++number));
                    url->setText(db::composeUrl(one->url));
                    emit url->editingFinished();
                }
            }
            dialog->findChild<QLineEdit *>(u"setupPerson"_s)->setText(u"ada"_s);
        },
        [this] {
            const QDialog *dialog = openDialog(*m_window);
            return settled() && dialog->findChild<QAbstractButton *>(u"setupCreate"_s)->isEnabled();
        });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
}

void Tour::declareDialogStops()
{
    add(u"present"_s, u"points"_s, [this] {
        m_window->showPage(u"compare"_s);
        m_console->actions().action(u"review.present"_s)->trigger();
        m_console->actions().action(u"review.nextPoint"_s)->trigger();
    });
    step([this] { m_console->actions().action(u"review.present"_s)->trigger(); });
    add(u"help"_s, u"ready"_s, [this] { m_console->actions().action(u"help.page"_s)->trigger(); });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
    add(u"palette"_s, u"ready"_s, [this] { m_window->openPalette(); });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
    declareSetupStop();
    add(u"shortcuts"_s, u"ready"_s, [this] { m_window->openShortcuts(); });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
}

} // namespace countersign::gui
