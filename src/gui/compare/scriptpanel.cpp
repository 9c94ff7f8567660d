#include "gui/compare/scriptpanel.h"

#include "gui/common/columns.h"
#include "gui/common/localtext.h"
#include "gui/common/widgets.h"
#include "gui/shell/console.h"
#include "gui/text/sqlview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QPointer>
#include <QSplitter>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

ScriptPanel::ScriptPanel(Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_model(new StepModel(this)), m_direction(new QComboBox(this)),
      m_words(new StatusLabel(this)), m_loss(new StatusLabel(this)), m_list(new QTreeView(this)),
      m_sql(new SqlView(console.jobs(), this))
{
    build();
    connect(m_model, &StepModel::takenChanged, this, [this] {
        updateWords();
        m_fresh = false;
        if (isVisible()) {
            updateText();
        }
    });
    connect(m_model, &StepModel::changedByPerson, this, &ScriptPanel::rememberTicks);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &ScriptPanel::adoptPlan);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { markCurrent(!m_syncing); });
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const auto id = m_model->objectOf(index.row())) {
            emit objectRequested(*id);
        }
    });
    connect(m_sql, &SqlView::currentLineChanged, this, [this](int line) {
        const auto after = std::ranges::find_if(m_script.lastLines, [line](int last) { return last >= line; });
        if (after != m_script.lastLines.end()) {
            m_syncing = true;
            m_list->setCurrentIndex(
                m_model->index(int(after - m_script.lastLines.begin()), StepModel::StatementColumn));
            m_syncing = false;
        }
    });
    connect(m_sql, &CodePane::leaveRequested, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_sql, &SqlView::pageShown, this, &ScriptPanel::updateSigns);
    connect(m_sql, &SqlView::settled, this, &ScriptPanel::settled);
}

void ScriptPanel::build()
{
    named(m_direction, u"scriptDirection"_s, tr("Direction"));
    m_direction->addItem(tr("There: production becomes as proposed"));
    m_direction->addItem(tr("Back: proposed becomes as production"));
    m_direction->setMinimumWidth(m_direction->sizeHint().width());
    named(m_words, u"scriptWords"_s);
    named(m_loss, u"scriptLoss"_s);
    named(m_list, u"scriptSteps"_s, tr("Statements of the script"));
    named(m_sql, u"compareScript"_s, tr("Generated script"));
    QAbstractButton *all =
        named(toolButton(u"checklist"_s, tr("Take all"), tr("Take every statement"), this, true), u"scriptTakeAll"_s);
    QAbstractButton *none = named(
        toolButton(u"edit-clear"_s, tr("Take none"), tr("Leave out every statement"), this, true), u"scriptTakeNone"_s);
    QAbstractButton *copyAll =
        named(toolButton(u"edit-copy"_s, tr("Copy"), tr("Copy the ticked statements"), this, true), u"scriptCopy"_s);
    QAbstractButton *saveAs =
        named(toolButton(u"document-save"_s, tr("Save…"), tr("Save the ticked statements as a file"), this, true),
              u"scriptSave"_s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(20, 6, 12, 6);
    bar->setSpacing(spacing::normal);
    bar->addWidget(m_direction);
    bar->addWidget(m_words);
    bar->addWidget(m_loss);
    bar->addStretch();
    for (QAbstractButton *button : {all, none, copyAll, saveAs}) {
        bar->addWidget(button);
    }
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    alignWithPage(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnWidth(StepModel::NumberColumn, 76);
    m_list->setColumnWidth(StepModel::StatementColumn, 240);
    m_list->setColumnWidth(StepModel::ObjectColumn, 120);
    m_list->setColumnWidth(StepModel::EffectColumn, 120);
    new ColumnSharer(m_list, {0, 2, 1, 6});
    m_list->setToolTip(tr("Enter shows the difference that a statement serves"));
    auto *splitter = named(new QSplitter(Qt::Horizontal, this), u"scriptSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_sql);
    splitter->setSizes({620, 500});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(splitter, 1);
    connect(all, &QAbstractButton::clicked, this, [this] { m_model->setAllTaken(true); });
    connect(none, &QAbstractButton::clicked, this, [this] { m_model->setAllTaken(false); });
    connect(copyAll, &QAbstractButton::clicked, this, &ScriptPanel::copy);
    connect(saveAs, &QAbstractButton::clicked, this, &ScriptPanel::save);
}

void ScriptPanel::setComparison(std::shared_ptr<const app::SchemaComparison> comparison,
                                std::shared_ptr<const CompareIndex> index)
{
    m_comparison = std::move(comparison);
    m_index = std::move(index);
    m_wanted = -1;
    adoptPlan();
}

void ScriptPanel::adoptPlan()
{
    m_model->setPlan(m_comparison, m_direction->currentIndex() == 0, m_index);
}

void ScriptPanel::updateWords()
{
    const int all = m_model->rowCount();
    const int taken = m_model->takenCount();
    //: %1 of %2 statements of the generated script are ticked
    const QString words = tr("%1 of %2 statements").arg(localText(taken), localText(all));
    if (taken == all) {
        m_words->setStatus(Glyph::None, Token::TextMuted, words);
        m_words->setToolTip({});
    } else {
        m_words->setStatus(Glyph::Medium, Token::Medium, words);
        m_words->setToolTip(tr("A script with gaps may not run: later statements may need those that are left out. "
                               "Rehearse it before you use it."));
    }
    const int loss = m_model->destructiveCount();
    m_loss->setVisible(loss > 0);
    m_loss->setStatus(Glyph::Critical, Token::Critical, tr("%n lose(s) data", nullptr, loss), true);
}

void ScriptPanel::rememberTicks(const std::vector<bool> &before)
{
    const auto restore = [panel = QPointer(this), plan = std::weak_ptr(m_comparison),
                          direction = m_direction->currentIndex()](const std::vector<bool> &taken) {
        // A newer comparison has another script, and every statement of it is ticked.
        if (!panel || plan.expired() || plan.lock() != panel->m_comparison) {
            return;
        }
        panel->m_direction->setCurrentIndex(direction);
        panel->m_model->restoreTaken(taken);
    };
    const std::vector<bool> now = m_model->taken();
    const bool more = std::ranges::count(now, true) > std::ranges::count(before, true);
    m_console.perform(
        more ? tr("Take statements of the script") : tr("Leave out statements of the script"),
        [restore, now] { restore(now); }, [restore, before] { restore(before); });
}

void ScriptPanel::updateText()
{
    if (!m_comparison) {
        m_script = {};
        m_sql->setSql({}, schema::EngineKind::Sqlite);
        return;
    }
    using Value = std::shared_ptr<ScriptText>;
    m_fresh = true;
    m_console.jobs().start<Value>(
        {u"compare.script"_s, {}},
        [comparison = m_comparison, taken = m_model->taken(), forward = m_direction->currentIndex() == 0](
            std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return std::make_shared<ScriptText>(
                scriptText(forward ? comparison->plan.forward : comparison->plan.rollback, taken));
        },
        this,
        [this](Outcome<Value> outcome) {
            auto *made = std::get_if<0>(&outcome);
            if (made == nullptr) {
                return;
            }
            m_script = std::move(**made);
            std::vector<int> starts = m_script.firstLines;
            std::erase(starts, -1);
            m_sql->setSql(m_script.sql, m_comparison->to.schema.engine, 1, std::move(starts));
            updateSigns();
            if (m_wanted >= 0) {
                showStep(std::exchange(m_wanted, -1));
            } else {
                markCurrent(true);
            }
        });
}

void ScriptPanel::updateSigns()
{
    std::vector<RowSign> signs;
    const std::size_t count = std::min(m_script.firstLines.size(), m_model->steps().size());
    for (std::size_t i = 0; i < count; ++i) {
        if (m_script.firstLines[i] >= 0 && m_model->steps()[i].destructive) {
            signs.push_back({m_script.firstLines[i], Glyph::Critical, Token::Critical, tr("Loses data")});
        }
    }
    m_sql->setLineSigns(std::move(signs));
}

void ScriptPanel::showStep(int step)
{
    if (!m_fresh || !isVisible()) {
        m_wanted = step;
    }
    if (m_direction->currentIndex() != 0) {
        m_wanted = step;
        m_direction->setCurrentIndex(0);
        return;
    }
    const QModelIndex at = m_model->index(step, StepModel::StatementColumn);
    m_list->setCurrentIndex(at);
    m_list->scrollTo(at);
    markCurrent(true);
}

void ScriptPanel::markCurrent(bool scroll)
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || std::size_t(row) >= m_script.firstLines.size() || m_script.firstLines[std::size_t(row)] < 0) {
        m_sql->setCurrentLines(0, -1);
        return;
    }
    m_sql->setCurrentLines(m_script.firstLines[std::size_t(row)], m_script.lastLines[std::size_t(row)]);
    if (scroll) {
        m_sql->showLine(m_script.firstLines[std::size_t(row)]);
    }
}

void ScriptPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_fresh) {
        updateText();
    }
}

void ScriptPanel::copy() const
{
    QApplication::clipboard()->setText(m_script.sql);
    emit m_console.announced(tr("%n statement(s) copied", nullptr, m_model->takenCount()), false);
}

void ScriptPanel::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the ticked statements"));
    dialog->setObjectName(u"saveScriptDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sql"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = m_script.sql.toUtf8()](const QString &path) {
        m_console.jobs().start<int>(
            //: %1 is a file
            {u"compare.save"_s, tr("Saving %1").arg(path)},
            [path, bytes](std::stop_token, const base::ProgressSink &) -> base::Result<int> {
                CS_CHECK(app::writeFile(path, bytes));
                return 0;
            },
            this, [](const Outcome<int> &) {});
    });
    dialog->open();
}

} // namespace countersign::gui
