#include "gui/text/findbar.h"

#include "gui/common/localtext.h"
#include "gui/common/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace countersign::gui {

using namespace Qt::StringLiterals;

FindBar::FindBar(const QString &prefix, const QString &what, QWidget *parent)
    : QWidget(parent), m_field(named(new QLineEdit(this), prefix + u"Find"_s, what)),
      m_count(named(plainLabel({}, this, Token::TextMuted), prefix + u"FindCount"_s))
{
    setAutoFillBackground(true);
    m_field->setPlaceholderText(tr("Find"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(spacing::normal);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    const auto button = [&](const QString &iconName, const QString &text, const QString &name) {
        QAbstractButton *made = named(toolButton(iconName, text, text, this), m_field->objectName() + name);
        row->addWidget(made);
        return made;
    };
    connect(button(u"go-up"_s, tr("Previous hit (Shift+F3)"), u"Previous"_s), &QAbstractButton::clicked, this,
            [this] { emit stepRequested(-1); });
    connect(button(u"go-down"_s, tr("Next hit (F3)"), u"Next"_s), &QAbstractButton::clicked, this,
            [this] { emit stepRequested(1); });
    connect(button(u"dialog-cancel"_s, tr("Close find"), u"Close"_s), &QAbstractButton::clicked, this,
            &FindBar::dismiss);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::needleChanged);
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString FindBar::needle() const
{
    return m_field->text();
}

void FindBar::setHits(int count, int current)
{
    if (needle().isEmpty()) {
        m_count->clear();
    } else if (count == 0) {
        m_count->setText(tr("No hit"));
    } else if (current < 0) {
        m_count->setText(tr("%n hit(s)", nullptr, count));
    } else {
        //: which of the places where a text was found is shown
        m_count->setText(tr("Hit %1 of %2").arg(localText(current + 1), localText(count)));
    }
}

void FindBar::dismiss()
{
    hide();
    m_field->clear();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        dismiss();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit stepRequested(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace countersign::gui
