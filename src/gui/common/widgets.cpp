#include "gui/common/widgets.h"

#include "base/show.h"
#include "gui/common/isolated.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int bannerGap = 8; ///< between a banner and what is below it

} // namespace

TokenLabel::TokenLabel(Token token, double size, bool bold, QWidget *parent) : QLabel(parent), m_token(token)
{
    setTextFormat(Qt::PlainText);
    // On a parent that is painted as Base a label would take its colour from Text.
    setForegroundRole(QPalette::WindowText);
    setFont(interfaceFont(size, bold));
    if (QGuiApplication::isRightToLeft()) {
        // By itself a label would go by the script of its text.
        setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    }
    applyToken();
}

void TokenLabel::setToken(Token token)
{
    m_token = token;
    applyToken();
}

void TokenLabel::setPlainText(const QString &text)
{
    setText(base::show(text, true));
}

void TokenLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying) {
        applyToken();
    }
}

void TokenLabel::applyToken()
{
    m_applying = true;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color(m_token));
    setPalette(own);
    m_applying = false;
}

QLabel *plainLabel(const QString &text, QWidget *parent, Token token, double size, bool bold)
{
    auto *label = new TokenLabel(token, size, bold, parent);
    label->setPlainText(text);
    return label;
}

QLabel *wrappedLabel(const QString &text, QWidget *parent, Token token)
{
    QLabel *label = plainLabel(text, parent, token);
    label->setWordWrap(true);
    return label;
}

ElidedLabel::ElidedLabel(QWidget *parent, Token token, bool bold) : QWidget(parent), m_token(token), m_bold(bold)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = base::show(text);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setToken(Token token)
{
    m_token = token;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    QFont own = font();
    own.setBold(m_bold);
    const QFontMetrics metrics(own);
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 4};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {24, sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont own = font();
    own.setBold(m_bold);
    painter.setFont(own);
    painter.setPen(color(isEnabled() ? m_token : Token::TextDisabled));
    const QString shown = painter.fontMetrics().elidedText(m_text, m_elide, width());
    setToolTip(shown == m_text ? QString() : m_text.toHtmlEscaped());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, isolated(shown));
}

StatusLabel::StatusLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatusLabel::setStatus(Glyph glyph, Token token, const QString &text, bool bold)
{
    m_glyph = glyph;
    m_token = token;
    m_text = base::show(text);
    m_bold = bold;
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize StatusLabel::sizeHint() const
{
    QFont own = font();
    own.setBold(m_bold);
    const QFontMetrics metrics(own);
    const int mark = m_glyph == Glyph::None ? 0 : 20;
    return {mark + metrics.horizontalAdvance(m_text) + 2, std::max(20, metrics.height() + 4)};
}

void StatusLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont own = font();
    own.setBold(m_bold);
    painter.setFont(own);
    const QColor tint = color(m_token);
    int left = 0;
    if (m_glyph != Glyph::None) {
        paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 14, height())), m_glyph, tint);
        left = 20;
    }
    painter.setPen(tint);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(left, 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, isolated(m_text));
}

Chip::Chip(Glyph glyph, Token token, const QString &word, QWidget *parent)
    : QAbstractButton(parent), m_glyph(glyph), m_token(token), m_word(word)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, [this] {
        updateGeometry();
        setAccessibleName(label());
    });
    setCount(0);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(label());
    updateGeometry();
    update();
}

void Chip::setHiddenWord(const QString &word)
{
    m_hiddenWord = word;
    updateGeometry();
    update();
}

QString Chip::label() const
{
    QString text = m_word.isEmpty() ? localText(m_count) : m_word + u' ' + localText(m_count);
    if (!isChecked() && m_count > 0 && !m_hiddenWord.isEmpty()) {
        text += u' ' + m_hiddenWord;
    }
    return text;
}

QSize Chip::sizeHint() const
{
    const int mark = m_glyph == Glyph::None ? 0 : 18;
    return {mark + fontMetrics().horizontalAdvance(label()) + 20, 26};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor fill = color(isChecked() ? Token::Base : underMouse() ? Token::Hover : Token::Window);
    painter.setPen(QPen(color(isChecked() ? Token::BorderStrong : Token::Border), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 12.5, 12.5);
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 12.5, 12.5);
    }
    int left = 10;
    if (m_glyph != Glyph::None) {
        paintGlyph(painter, QRectF(left, 0, 12, height()), m_glyph, color(isChecked() ? m_token : Token::TextMuted));
        left += 18;
    }
    painter.setPen(color(isChecked() ? Token::Text : Token::TextMuted));
    painter.drawText(rect().adjusted(left, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeading, isolated(label()));
}

InlineBanner::InlineBanner(QWidget *parent)
    : QWidget(parent), m_title(plainLabel({}, this, Token::Text, 1.0, true)),
      m_details(wrappedLabel({}, this, Token::Text)), m_copy(new QPushButton(tr("Copy details"), this)),
      m_action(new QPushButton(this))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_details);
    m_title->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    constexpr int roomForSign = 28;
    row->setContentsMargins(spacing::wide, 10, spacing::wide, 10 + bannerGap);
    row->addSpacing(roomForSign);
    row->addLayout(texts, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_action, 0, Qt::AlignTop);
    m_copy->setFlat(true);
    connect(m_action, &QPushButton::clicked, this, &InlineBanner::actionRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_title->text() + u'\n' + m_details->text()); });
    hide();
}

void InlineBanner::present(Tone tone, const QString &title, const QString &details, const QString &action)
{
    m_tone = tone;
    m_title->setText(base::show(title));
    m_details->setText(base::show(details, true));
    m_details->setVisible(!details.isEmpty());
    m_copy->setVisible(tone == Tone::Failure);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    m_copy->setObjectName(objectName() + u"Copy"_s);
    m_action->setObjectName(objectName() + u"Action"_s);
    show();
    update();
}

void InlineBanner::present(const base::Error &error)
{
    QStringList details;
    if (!error.sqlState.isEmpty()) {
        details << u"SQLSTATE "_s + error.sqlState;
    }
    if (!error.where.isEmpty()) {
        //: %1 is a file and line, an object or a server
        details << tr("Where: %1").arg(error.where);
    }
    if (!error.advice.isEmpty()) {
        details << error.advice;
    }
    // Who is not allowed to is not allowed to the second time either.
    const bool mayHelp = error.kind != base::ErrorKind::NotAllowed;
    present(Tone::Failure, error.message, details.join(u'\n'), mayHelp ? tr("Retry") : QString());
}

void InlineBanner::dismiss()
{
    hide();
}

void InlineBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Token mark = Token::Link;
    QString iconName = u"dialog-information"_s;
    switch (m_tone) {
    case Tone::Information:
        break;
    case Tone::Warning:
        mark = Token::Medium;
        iconName = u"dialog-warning"_s;
        break;
    case Tone::Failure:
        mark = Token::Critical;
        iconName = u"dialog-error"_s;
        break;
    }
    const QRect box = rect().adjusted(0, 0, 0, -bannerGap);
    painter.fillRect(rect(), color(Token::Base));
    painter.fillRect(box, color(Token::Alternate));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 4, box.height())), color(mark));
    painter.fillRect(QRect(0, box.height() - 1, width(), 1), color(Token::Border));
    icon(iconName, mark).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(16, 10, 20, 20)));
}

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_title(plainLabel({}, this, Token::Text, 1.4, true)),
      m_text(wrappedLabel({}, this)), m_button(new QPushButton(this))
{
    m_picture->setPixmap(icon(iconName, Token::TextDisabled).pixmap(56, 56));
    m_picture->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(460);
    m_text->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
    m_button->setDefault(true);
    // A button that is the default by itself stops being one when the focus leaves it.
    m_button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::normal);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(spacing::normal);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In a low place, such as above a splitter, the words and the button are worth more than the picture.
    constexpr int roomForPicture = 240;
    m_picture->setVisible(height() >= roomForPicture);
}

void EmptyState::setTexts(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setFixedHeight(m_text->heightForWidth(m_text->width()) + 2);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(plainLabel(title, this, Token::Text, 1.05, true)), m_head(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_head->addWidget(m_title, 1);
    m_body->setSpacing(spacing::normal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, 12, spacing::wide, 14);
    column->setSpacing(10);
    column->addLayout(m_head);
    column->addLayout(m_body, 1);
    m_title->setVisible(!title.isEmpty());
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::addCorner(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignVCenter);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Border), 1));
    painter.setBrush(color(Token::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(Token::Border));
}

QAbstractButton *toolButton(const QString &iconName, const QString &text, const QString &tip, QWidget *parent,
                            bool showText)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(showText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    return button;
}

} // namespace countersign::gui
