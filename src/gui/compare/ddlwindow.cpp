#include "gui/compare/ddlwindow.h"

#include "base/show.h"
#include "gui/text/diffview.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// Object names are unique in the window that they belong to.
QString nextPrefix()
{
    static int number = 0;
    return u"detached%1"_s.arg(++number);
}

} // namespace

DdlWindow::DdlWindow(JobRunner &jobs, const Content &content, QWidget *parent)
    : QWidget(parent, Qt::Window), m_view(new DiffView(jobs, this, nextPrefix()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"ddlWindow"_s);
    const QString name = base::show(content.name);
    const bool production = content.left.production || content.right.production;
    //: %1 the name of an object, %2 when the databases were compared
    setWindowTitle(production ? tr("PRODUCTION %1 – DDL, %2").arg(name, content.when)
                              : tr("%1 – DDL, %2").arg(name, content.when));
    resize(1000, 640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setReference(content.name);
    m_view->setSides(content.left, content.right);
    m_view->setDdl(true);
    m_view->setTexts(content.from, content.to, content.engine);
    connect(m_view, &DiffView::leaveRequested, this, [this] { m_view->leftPane()->setFocus(); });
}

void DdlWindow::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->matches(QKeySequence::Find)) {
        m_view->openFind();
    } else if (event->matches(QKeySequence::FindNext)) {
        m_view->findStep(1);
    } else if (event->matches(QKeySequence::FindPrevious)) {
        m_view->findStep(-1);
    } else if (event->matches(QKeySequence::Close)) {
        close();
    } else if (alt && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        m_view->stepChange(event->key() == Qt::Key_Down ? 1 : -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace countersign::gui
