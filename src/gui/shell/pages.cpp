// Which pages the window has, in the order of the rail. A page is listed here when it works.

#include "gui/checks/checkspage.h"
#include "gui/compare/comparepage.h"
#include "gui/environments/environmentspage.h"
#include "gui/migration/migrationpage.h"
#include "gui/report/exportpage.h"
#include "gui/review/reviewpage.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/start/startpage.h"
#include "gui/verify/verifypage.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

void MainWindow::declarePages()
{
    m_pages.push_back({u"start"_s, tr("Start"), u"go-home"_s, [this] { return new StartPage(m_console, this); }});
    m_pages.push_back({u"environments"_s, tr("Environments"), u"server-database"_s,
                       [this] { return new EnvironmentsPage(m_console, this); }});
    m_pages.push_back(
        {u"compare"_s, tr("Compare"), u"vcs-diff"_s, [this] { return new ComparePage(m_console, this); }});
    m_pages.push_back({u"migration"_s, tr("Migration"), u"code-context"_s,
                       [this] { return new MigrationPage(m_console, m_console.session(), this); }});
    m_pages.push_back({u"checks"_s, tr("Checks"), u"checklist"_s,
                       [this] { return new ChecksPage(m_console, m_console.session(), this); }});
    m_pages.push_back({u"review"_s, tr("Review"), u"document-sign"_s,
                       [this] { return new ReviewPage(m_console, m_console.session(), this); }});
    m_pages.push_back({u"verify"_s, tr("Verify"), u"verify"_s,
                       [this] { return new VerifyPage(m_console, m_console.session(), this); }});
    m_pages.push_back({u"export"_s, tr("Export"), u"document-export"_s,
                       [this] { return new ExportPage(m_console, m_console.session(), this); }});
    m_pages.push_back(
        {u"settings"_s, tr("Settings"), u"configure"_s, [this] { return new SettingsPage(m_console, this); }});
}

} // namespace countersign::gui
