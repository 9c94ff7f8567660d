// The stops of the tour over a workspace of one's own: it looks and compares, and leaves files, ledger and keys alone.

#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/tour/tour.h"

#include <QTabWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

void Tour::declareOwnStops()
{
    add(
        u"start"_s, u"ready"_s, [this] { m_console->openWorkspace(m_options.workspace); },
        [this] { return settled() && m_console->workspace() != nullptr; });
    add(u"environments"_s, u"ready"_s, [this] { m_window->showPage(u"environments"_s); });
    add(u"environments"_s, u"tested"_s, [this] { page(u"environments"_s)->refresh(); });
    add(
        u"compare"_s, u"compared"_s,
        [this] {
            m_window->showPage(u"compare"_s);
            const auto workspace = m_console->workspace();
            if (workspace->production() != nullptr && workspace->staging() != nullptr) {
                m_console->compare(workspace->production()->name, workspace->staging()->name, {});
            }
        },
        [this] { return settled() && page(u"compare"_s)->state() != PageState::Loading; });
    const auto tab = [this](int index) {
        return [this, index] { m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(index); };
    };
    add(u"compare"_s, u"changes"_s, tab(1));
    add(u"compare"_s, u"dependents"_s, tab(2));
    add(u"compare"_s, u"script"_s, tab(3));
    for (const QString &id : {u"migration"_s, u"checks"_s, u"review"_s, u"verify"_s, u"export"_s}) {
        add(
            id, u"opened"_s, [this, id] { m_window->showPage(id); },
            [this, id] { return settled() && page(id)->state() != PageState::Loading; });
    }
    declareSettingsStops();
}

} // namespace countersign::gui
