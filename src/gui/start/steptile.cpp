#include "gui/start/steptile.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"

#include <QBoxLayout>
#include <QPainter>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int markRoom = 20; ///< for the glyph before the status
constexpr int sideMargin = 16;

} // namespace

StepTile::StepTile(const QString &iconName, const QString &title, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName), m_explanation(wrappedLabel(explanation, this)),
      m_status(new ElidedLabel(this, Token::TextMuted))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QLabel *head = plainLabel(title, this, Token::Text, 1.05, true);
    head->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 14, sideMargin, 14);
    column->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->addSpacing(30);
    top->addWidget(head, 1);
    column->addLayout(top);
    column->addSpacing(2);
    column->addWidget(m_explanation);
    column->addStretch(1);
    auto *last = new QHBoxLayout;
    last->addSpacing(markRoom);
    last->addWidget(m_status, 1);
    column->addLayout(last);
    for (QWidget *part : std::initializer_list<QWidget *>{head, m_explanation, m_status}) {
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_status->hide();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StepTile::setStatus(Glyph glyph, Token token, const QString &text)
{
    m_glyph = text.isEmpty() ? Glyph::None : glyph;
    m_token = token;
    m_status->setToken(token);
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
    //: For screen readers: %1 is a step such as “Compare”, %2 how far it has come
    setAccessibleName(text.isEmpty() ? this->text() : tr("%1: %2").arg(this->text(), text));
    updateGeometry();
    update();
}

QSize StepTile::sizeHint() const
{
    return {200, heightForWidth(220)};
}

int StepTile::heightForWidth(int width) const
{
    return std::max(layout()->heightForWidth(width), layout()->minimumHeightForWidth(width));
}

void StepTile::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    // A row of tiles is as high as the highest of them: layouts alone ask each only at its preferred width.
    m_explanation->setMinimumHeight(m_explanation->heightForWidth(width() - 2 * sideMargin));
}

void StepTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    painter.setPen(QPen(color(over ? Token::BorderStrong : Token::Border), 1));
    painter.setBrush(color(isDown() ? Token::ButtonPressed : over ? Token::Hover : Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    const auto placed = [this](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
    gui::icon(m_iconName, Token::Link).paint(&painter, placed(QRect(16, 13, 22, 22)));
    if (m_glyph != Glyph::None) {
        paintGlyph(painter, placed(QRect(16, m_status->geometry().top(), 14, m_status->height())), m_glyph,
                   color(m_token));
    }
}

} // namespace countersign::gui
