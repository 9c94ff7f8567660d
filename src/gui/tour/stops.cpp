// The stops of the tour, in the order of a person's first walk through the demo.

#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/tour/tour.h"

#include <QAbstractButton>
#include <QDialog>
#include <QTabWidget>
#include <QTimeZone>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QDialog *openDialog(const QWidget &window)
{
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

void Tour::declareStops()
{
    declareStartStops();
    declareCompareStops();
    declareDialogStops();
}

void Tour::declareStartStops()
{
    add(u"start"_s, u"empty"_s, [this] {
        m_console->setFixedTime(QDateTime(QDate(2026, 3, 2), QTime(14, 5), QTimeZone::UTC));
        m_window->showPage(u"start"_s);
    });
    add(u"start"_s, u"ready"_s, [this] {
        if (m_options.workspace.isEmpty()) {
            m_console->openDemo(m_options.engine, m_options.demoFolder);
        } else {
            m_console->openWorkspace(m_options.workspace);
        }
    }, [this] { return settled() && m_console->workspace() != nullptr; });
}

void Tour::declareCompareStops()
{
    add(u"compare"_s, u"empty"_s, [this] { m_window->showPage(u"compare"_s); });
    add(u"compare"_s, u"loading"_s, [this] { page(u"compare"_s)->setLoading(tr("Reading both sides…")); },
        [this] { return m_clock.elapsed() > 200; });
    add(u"compare"_s, u"error"_s, [this] { m_console->compare(u"production"_s, u"no-such-environment"_s, {}); },
        [this] { return settled() && page(u"compare"_s)->state() == PageState::Failed; });
    add(u"compare"_s, u"ready"_s, [this] {
        const auto workspace = m_console->workspace();
        if (workspace->production() != nullptr && workspace->staging() != nullptr) {
            m_console->compare(workspace->production()->name, workspace->staging()->name, {});
        }
    }, [this] { return settled() && page(u"compare"_s)->state() == PageState::Ready; });
    add(u"compare"_s, u"unified"_s, [this] { m_window->findChild<QAbstractButton *>(u"unifiedButton"_s)->setChecked(true); });
    add(u"compare"_s, u"changes"_s, [this] {
        m_window->findChild<QAbstractButton *>(u"unifiedButton"_s)->setChecked(false);
        m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(1);
    });
    add(u"compare"_s, u"script"_s, [this] { m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(2); });
    step([this] { m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(0); });
}

void Tour::declareDialogStops()
{
    add(u"palette"_s, u"ready"_s, [this] { m_window->openPalette(); });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
    add(u"shortcuts"_s, u"ready"_s, [this] { m_window->openShortcuts(); });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
}

} // namespace countersign::gui
