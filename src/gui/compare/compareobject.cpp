// The Compare page: the object that is looked at, its DDL and the steps from one change to the next.

#include "app/objectddl.h"
#include "gui/common/localtext.h"
#include "gui/compare/changegridmodel.h"
#include "gui/compare/comparepage.h"
#include "gui/compare/ddlwindow.h"
#include "gui/compare/dependentsmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/shell/console.h"
#include "gui/text/diffview.h"

#include <QAbstractButton>
#include <QLocale>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

void ComparePage::showCurrent()
{
    if (const ObjectEntry *entry = m_model->entry(m_list->currentIndex())) {
        showEntry(*entry);
    }
}

void ComparePage::showEntry(const ObjectEntry &entry)
{
    using Dependents = std::vector<DependentsModel::Row>;
    using Value = std::pair<app::ObjectDdl, Dependents>;
    if (isVisible()) {
        m_console.setPlace({.object = entry.name, .file = {}, .statement = 0, .line = {}});
    }
    const auto comparison = m_compared;
    if (m_shown == entry.id && m_grid->comparison() == comparison) {
        return;
    }
    m_shown = entry.id;
    m_againArmed = false;
    m_grid->setObject(comparison, *m_model->index(), entry);
    m_detach->setEnabled(false);
    const schema::ObjectId before = entry.before;
    const schema::ObjectId after = entry.id;
    m_console.jobs().start<Value>(
        {u"compare.ddl"_s, {}},
        [comparison, before, after](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return Value{app::ddlOf(*comparison, before, after), dependentsOf(*comparison, before, after)};
        },
        this,
        [this, comparison, name = entry.name](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_diff->setReference(name);
                m_diff->setTexts(value->first.from, value->first.to, comparison->to.schema.engine);
                m_ddlName = name;
                m_ddl = std::move(value->first);
                m_detach->setEnabled(true);
                m_dependents->setRows(std::move(value->second));
            }
        });
}

void ComparePage::detachDdl()
{
    if (!m_compared || m_ddlName.isEmpty()) {
        return;
    }
    //: %1 is a time of day
    const QString when = tr("compared at %1").arg(localText(m_console.comparedAt().time(), QLocale::ShortFormat));
    auto *window = new DdlWindow(m_console.jobs(),
                                 {.name = m_ddlName,
                                  .left = m_console.sideView(m_compared->from),
                                  .right = m_console.sideView(m_compared->to),
                                  .from = m_ddl.from,
                                  .to = m_ddl.to,
                                  .engine = m_compared->to.schema.engine,
                                  .when = when},
                                 this->window());
    window->show();
}

void ComparePage::showObject(const schema::ObjectId &id)
{
    schema::ObjectId wanted = id;
    if (const auto comparison = m_compared; comparison && schema::isPartOfRelation(id.kind)) {
        const schema::Object *owner = app::ownerOf(comparison->to.schema, id);
        owner = owner != nullptr ? owner : app::ownerOf(comparison->from.schema, id);
        wanted = owner != nullptr ? schema::idOf(*owner) : id;
    }
    QModelIndex at = m_model->indexOf(wanted);
    if (!at.isValid()) {
        showEverything();
        at = m_model->indexOf(wanted);
    }
    if (at.isValid()) {
        m_list->setCurrentIndex(at);
        m_list->scrollTo(at);
    }
}

void ComparePage::stepChange(int direction)
{
    if (m_diff->stepChange(direction)) {
        m_againArmed = false;
        return;
    }
    if (m_againArmed) {
        stepObject(direction);
        return;
    }
    m_againArmed = true;
    emit m_console.announced(direction > 0 ? tr("Last change of this object. Again for the next object.")
                                           : tr("First change of this object. Again for the previous object."),
                             false);
}

void ComparePage::stepObject(int direction)
{
    const QModelIndex next = m_model->neighbour(m_list->currentIndex(), direction);
    if (next.isValid()) {
        m_list->setCurrentIndex(next);
        m_list->scrollTo(next);
    } else {
        emit m_console.announced(direction > 0 ? tr("That was the last object.") : tr("That was the first object."),
                                 false);
    }
}

void ComparePage::updateChangeLabel()
{
    const int count = m_diff->changeCount();
    m_changeLabel->setText(count == 0 ? tr("No change")
                                      : tr("Change %1 of %2").arg(m_diff->currentChange() + 1).arg(count));
    const QString text = m_diff->changeText();
    emit m_console.announced(text.isEmpty() ? m_changeLabel->text() : m_changeLabel->text() + u": "_s + text, false);
}

} // namespace countersign::gui
