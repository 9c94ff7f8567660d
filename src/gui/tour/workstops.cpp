// The stops of the tour at the work itself: Compare, Migration, Checks and Review in all their states.

#include "gui/compare/comparepage.h"
#include "gui/review/reviewpage.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/tour/tour.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

QDialog *openDialog(const QWidget &window)
{
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

void Tour::appendToMigration(const QByteArray &text, bool takeAway) const
{
    const migration::Migration *one = m_console->session().current();
    const auto workspace = m_console->workspace();
    QFile file(one != nullptr && workspace ? workspace->migrations + u'/' + one->upPath : QString());
    if (one == nullptr || !file.open(QIODevice::ReadWrite)) {
        return;
    }
    if (takeAway) {
        file.resize(file.size() - text.size());
    } else {
        file.seek(file.size());
        file.write(text);
    }
}

void Tour::declareCompareStops()
{
    add(u"compare"_s, u"empty"_s, [this] { m_window->showPage(u"compare"_s); });
    add(
        u"compare"_s, u"loading"_s, [this] { page(u"compare"_s)->setLoading(tr("Reading both sides…")); },
        [this] { return m_clock.elapsed() > 200; });
    add(
        u"compare"_s, u"error"_s, [this] { m_console->compare(u"production"_s, u"no-such-environment"_s, {}); },
        [this] { return settled() && page(u"compare"_s)->state() == PageState::Failed; });
    add(
        u"compare"_s, u"ready"_s,
        [this] {
            const auto workspace = m_console->workspace();
            if (workspace->production() != nullptr && workspace->staging() != nullptr) {
                m_console->compare(workspace->production()->name, workspace->staging()->name, {});
            }
        },
        [this] { return settled() && page(u"compare"_s)->state() == PageState::Ready; });
    add(u"compare"_s, u"unified"_s,
        [this] { m_window->findChild<QAbstractButton *>(u"unifiedButton"_s)->setChecked(true); });
    add(u"compare"_s, u"changes"_s, [this] {
        m_window->findChild<QAbstractButton *>(u"unifiedButton"_s)->setChecked(false);
        m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(1);
    });
    add(u"compare"_s, u"details"_s, [this] {
        m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(0);
        m_window->findChild<QWidget *>(u"detailsDock"_s)->show();
    });
    step([this] { m_window->findChild<QWidget *>(u"detailsDock"_s)->hide(); });
    add(u"compare"_s, u"dependents"_s,
        [this] { m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(2); });
    add(u"compare"_s, u"script"_s, [this] { m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(3); });
    add(u"compare"_s, u"ignored"_s, [this] {
        diff::Options options;
        options.ignore = {u"column"_s, u"index"_s, u"constraint"_s};
        const auto workspace = m_console->workspace();
        if (workspace->production() != nullptr && workspace->staging() != nullptr) {
            m_console->compare(workspace->production()->name, workspace->staging()->name, options);
        }
        m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(4);
    });
    add(u"compare"_s, u"rules"_s, [this] { static_cast<ComparePage *>(page(u"compare"_s))->openRules(); });
    step(
        [this] {
            if (QDialog *dialog = openDialog(*m_window)) {
                dialog->close();
            }
        },
        [this] { return openDialog(*m_window) == nullptr; });
    step([this] {
        const auto workspace = m_console->workspace();
        if (workspace->production() != nullptr && workspace->staging() != nullptr) {
            m_console->compare(workspace->production()->name, workspace->staging()->name, {});
        }
        m_window->findChild<QTabWidget *>(u"compareTabs"_s)->setCurrentIndex(0);
    });
    add(u"compare"_s, u"nothing-matches"_s,
        [this] { m_window->findChild<QLineEdit *>(u"compareFilter"_s)->setText(u"no such object"_s); });
    step([this] { m_window->findChild<QLineEdit *>(u"compareFilter"_s)->clear(); });
    add(u"compare"_s, u"stale"_s, [this] {
        m_console->setFixedTime(m_console->now().addSecs(3 * 3600));
        m_window->timePassed();
    });
    step([this] {
        m_console->setFixedTime(m_console->now().addSecs(-3 * 3600));
        page(u"compare"_s)->refresh();
    });
}

void Tour::declareMigrationStops()
{
    add(
        u"migration"_s, u"not-rehearsed"_s, [this] { m_window->showPage(u"migration"_s); },
        [this] { return settled() && page(u"migration"_s)->state() == PageState::Ready; });
    add(u"checks"_s, u"empty"_s, [this] { m_window->showPage(u"checks"_s); });
    add(
        u"migration"_s, u"ready"_s,
        [this] {
            m_window->showPage(u"migration"_s);
            m_console->session().check();
        },
        [this] { return settled() && m_console->session().checked() != nullptr; });
    add(u"migration"_s, u"beside"_s,
        [this] { m_window->findChild<QAbstractButton *>(u"rollbackBesideButton"_s)->setChecked(true); });
    add(u"migration"_s, u"generated"_s, [this] {
        m_window->findChild<QAbstractButton *>(u"rollbackBesideButton"_s)->setChecked(false);
        m_window->findChild<QTabBar *>(u"migrationSide"_s)->setCurrentIndex(2);
    });
    add(
        u"migration"_s, u"stale"_s,
        [this] {
            m_window->findChild<QTabBar *>(u"migrationSide"_s)->setCurrentIndex(0);
            appendToMigration("\nSELECT nothing FROM nowhere;\n");
        },
        [this] { return settled() && page(u"migration"_s)->state() == PageState::Stale; });
    add(
        u"migration"_s, u"failed"_s, [this] { m_console->session().check(); },
        [this] { return settled() && m_console->session().reportIsCurrent(); });
    add(u"checks"_s, u"failed"_s, [this] { m_window->showPage(u"checks"_s); });
    add(
        u"checks"_s, u"cancelled"_s,
        [this] {
            m_console->session().check();
            m_console->jobs().cancelAll();
        },
        [this] { return settled(); });
    step(
        [this] {
            appendToMigration("\nSELECT nothing FROM nowhere;\n", true);
            m_console->session().reloadMigrations();
        },
        [this] { return settled(); });
    step([this] { m_console->session().check(); },
         [this] { return settled() && m_console->session().reportIsCurrent(); });
    add(u"checks"_s, u"ready"_s, [this] { m_window->showPage(u"checks"_s); });
}

void Tour::declareFindingStops()
{
    const auto dropped = QByteArrayLiteral("\nDROP TABLE messages;\n");
    step([this, dropped] { appendToMigration(dropped); }, [this] { return settled() && m_clock.elapsed() > 300; });
    step([this] { m_console->session().check(); },
         [this] { return settled() && m_console->session().reportIsCurrent(); });
    add(u"checks"_s, u"blocking"_s, [this] { m_window->showPage(u"checks"_s); });
    add(u"checks"_s, u"waive"_s, [this] {
        auto *waive = m_window->findChild<QAbstractButton *>(u"checkWaiveButton"_s);
        if (waive->isVisible() && waive->isEnabled()) {
            waive->click();
        }
    });
    step(
        [this] {
            if (QDialog *dialog = openDialog(*m_window)) {
                dialog->close();
            }
        },
        [this] { return openDialog(*m_window) == nullptr; });
    step([this, dropped] { appendToMigration(dropped, true); },
         [this] { return settled() && m_clock.elapsed() > 300; });
    step([this] { m_console->session().check(); },
         [this] { return settled() && m_console->session().reportIsCurrent(); });
}

void Tour::declareReviewStops()
{
    const auto verdict = [this] {
        const app::ReviewedChange *change = m_console->session().change();
        return change != nullptr ? change->evaluation.verdict : review::VerdictKind::None;
    };
    const auto sign = [this] {
        QDialog *dialog = openDialog(*m_window);
        if (dialog == nullptr) {
            return;
        }
        dialog->findChild<QAbstractButton *>(u"voteApprove"_s)->setChecked(true);
        for (QCheckBox *ack : dialog->findChildren<QCheckBox *>()) {
            ack->setChecked(true);
        }
    };
    const auto confirm = [this] {
        if (QDialog *dialog = openDialog(*m_window)) {
            dialog->findChild<QAbstractButton *>(u"signOffConfirm"_s)->click();
        }
    };
    add(u"review"_s, u"empty"_s, [this] { m_window->showPage(u"review"_s); });
    add(
        u"review"_s, u"first"_s, [this] { static_cast<ReviewPage *>(page(u"review"_s))->openFirst(); },
        [this] {
            const QDialog *dialog = openDialog(*m_window);
            return settled() && dialog->findChild<QAbstractButton *>(u"openReviewConfirm"_s)->isEnabled();
        });
    step([this] { openDialog(*m_window)->close(); }, [this] { return openDialog(*m_window) == nullptr; });
    add(
        u"review"_s, u"pending"_s, [this] { static_cast<ReviewPage *>(page(u"review"_s))->submitRevision(); },
        [this, verdict] { return settled() && verdict() != review::VerdictKind::None; });
    add(
        u"review"_s, u"conversation"_s,
        [this] {
            const app::ReviewedChange *change = m_console->session().change();
            const migration::Migration *one = m_console->session().current();
            if (change != nullptr && one != nullptr) {
                m_console->session().comment({.change = change->record.id,
                                              .object = {},
                                              .file = one->upPath,
                                              .statement = 2,
                                              .text = u"How many rows does this touch in production?"_s,
                                              .blocking = true});
            }
        },
        [this] {
            const app::ReviewedChange *change = m_console->session().change();
            return settled() && (change == nullptr || !change->evaluation.comments.isEmpty());
        });
    add(u"migration"_s, u"comments"_s, [this] {
        m_window->showPage(u"migration"_s);
        emit m_console->statementRequested(2);
        emit m_console->commentRequested();
    });
    step([this] {
        m_window->findChild<QWidget *>(u"commentsDock"_s)->hide();
        if (const app::ReviewedChange *change = m_console->session().change();
            change != nullptr && !change->evaluation.comments.isEmpty()) {
            m_console->session().resolve(change->evaluation.comments.constFirst().eid);
        }
        m_window->showPage(u"review"_s);
    });
    add(u"review"_s, u"people"_s, [this] { m_window->findChild<QTabWidget *>(u"reviewTabs"_s)->setCurrentIndex(1); });
    add(u"review"_s, u"sign-off"_s, [this, sign] {
        static_cast<ReviewPage *>(page(u"review"_s))->openSignOff();
        sign();
    });
    add(u"review"_s, u"own-change-refused"_s, confirm, [this] {
        return settled() && openDialog(*m_window) == nullptr && page(u"review"_s)->state() == PageState::Failed;
    });
    step([this, sign] {
        static_cast<ReviewPage *>(page(u"review"_s))->openSignOff();
        sign();
        if (QDialog *dialog = openDialog(*m_window)) {
            auto *person = dialog->findChild<QComboBox *>(u"votePerson"_s);
            person->setCurrentIndex(person->count() - 1);
        }
    });
    add(u"review"_s, u"signed"_s, confirm, [this] { return settled() && openDialog(*m_window) == nullptr; });
    add(
        u"review"_s, u"void"_s, [this] { appendToMigration("\n"); },
        [this, verdict] { return settled() && verdict() == review::VerdictKind::Stale; });
    step([this] { appendToMigration("\n", true); },
         [this, verdict] { return settled() && verdict() != review::VerdictKind::Stale; });
    add(
        u"review"_s, u"since"_s,
        [this] {
            appendToMigration("\nCREATE INDEX messages_trip_idx ON messages (trip_id);\n");
            auto *tabs = m_window->findChild<QTabWidget *>(u"reviewTabs"_s);
            tabs->setCurrentWidget(m_window->findChild<QWidget *>(u"reviewSince"_s));
        },
        [this, verdict] { return settled() && verdict() == review::VerdictKind::Stale && m_clock.elapsed() > 500; });
    step([this] { appendToMigration("\nCREATE INDEX messages_trip_idx ON messages (trip_id);\n", true); },
         [this, verdict] { return settled() && verdict() != review::VerdictKind::Stale; });
    declareFindingStops();
}

} // namespace countersign::gui
