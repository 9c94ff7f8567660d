#include "gui/setup/choicecard.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStyleOptionButton>

namespace countersign::gui {

namespace {

constexpr int textAt = 40; ///< where the texts begin: after the radio mark
constexpr int markSize = 16;
constexpr int topMargin = 10;
constexpr int endMargin = 12;

} // namespace

ChoiceCard::ChoiceCard(const QString &title, const QString &meaning, QWidget *parent)
    : QAbstractButton(parent), m_title(plainLabel(title, this, Token::Text, 1.0, true)),
      m_meaning(wrappedLabel(meaning, this))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(meaning);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::ClickFocus);
    // As with radio buttons: Tab goes to the chosen one, arrows choose.
    connect(this, &QAbstractButton::toggled, this,
            [this](bool on) { setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
    setAttribute(Qt::WA_Hover);
    m_title->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(textAt, topMargin, endMargin, topMargin);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_meaning);
    column->addStretch(1);
    for (QLabel *label : {m_title, m_meaning}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ChoiceCard::heightForWidth(int width) const
{
    const int inner = std::max(1, width - textAt - endMargin);
    return m_title->heightForWidth(inner) + m_meaning->heightForWidth(inner) + 2 + 2 * topMargin;
}

QSize ChoiceCard::sizeHint() const
{
    constexpr int usual = 420;
    return {usual, heightForWidth(usual)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {160, heightForWidth(sizeHint().width())};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    const Token edge = isChecked() ? Token::Focus : over ? Token::BorderStrong : Token::Border;
    painter.setPen(QPen(color(edge), 1));
    painter.setBrush(color(over && !isChecked() ? Token::Hover : Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    QStyleOptionButton mark;
    mark.initFrom(this);
    mark.rect = QStyle::visualRect(layoutDirection(), rect(),
                                   QRect(endMargin, m_title->geometry().top(), markSize, m_title->height()));
    mark.state.setFlag(QStyle::State_On, isChecked());
    mark.state.setFlag(QStyle::State_Off, !isChecked());
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &mark, &painter, this);
}

} // namespace countersign::gui
