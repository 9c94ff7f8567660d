#pragma once

#include "base/error.h"
#include "gui/common/icons.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

class QPushButton;
class QBoxLayout;

namespace countersign::gui {

/// A label whose text is never taken for markup, made harmless by base::show().
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent, Token token = Token::Text, double size = 1.0,
                                 bool bold = false);
/// The same with word wrap.
[[nodiscard]] QLabel *wrappedLabel(const QString &text, QWidget *parent, Token token = Token::TextMuted);

/// QLabel in a token's colour that survives theme changes; plain text only.
class TokenLabel : public QLabel
{
    Q_OBJECT
public:
    TokenLabel(Token token, double size, bool bold, QWidget *parent);
    void setToken(Token token);
    void setPlainText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyToken();
    Token m_token;
    bool m_applying = false;
};

/// Text that ends with … where it does not fit; the tooltip has all of it.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr, Token token = Token::Text, bool bold = false);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setToken(Token token);
    /// Sentences lose their end; paths, as by default, their middle.
    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Token m_token;
    bool m_bold = false;
    Qt::TextElideMode m_elide = Qt::ElideMiddle;
};

/// A glyph and a word, in one colour: how every status is shown outside of lists.
class StatusLabel : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLabel(QWidget *parent = nullptr);
    void setStatus(Glyph glyph, Token token, const QString &text, bool bold = false);
    [[nodiscard]] QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph = Glyph::None;
    Token m_token = Token::Text;
    QString m_text;
    bool m_bold = false;
};

/// A pill to switch a filter on and off; shows how many it stands for.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(Glyph glyph, Token token, const QString &word, QWidget *parent = nullptr);
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    /// What is said when the chip is off: "(9,984 hidden)".
    void setHiddenWord(const QString &word);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString label() const;
    Glyph m_glyph;
    Token m_token;
    QString m_word;
    QString m_hiddenWord;
    int m_count = 0;
};

/// A message across the top of a page; the content below stays. Never modal.
class InlineBanner : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Information, Warning, Failure };
    explicit InlineBanner(QWidget *parent = nullptr);
    /// @p action is the text of the button at the right, empty for none.
    void present(Tone tone, const QString &title, const QString &details, const QString &action = {});
    void present(const base::Error &error);
    void dismiss();

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Information;
    QLabel *m_title;
    QLabel *m_details;
    QPushButton *m_copy;
    QPushButton *m_action;
};

/// What an empty page says: what it is, and the one thing to do.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &iconName, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &text, const QString &action = {});
    [[nodiscard]] QPushButton *button() const { return m_button; }

signals:
    void actionRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

/// A filled panel with a hairline around it and a title, in place of a group box.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// A widget at the right end of the title row.
    void addCorner(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QBoxLayout *m_head;
    QBoxLayout *m_body;
};

/// A line of 1 px.
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Gives a widget its API name and what a screen reader says.
template <class Widget>
Widget *named(Widget *widget, const QString &objectName, const QString &accessibleName = {})
{
    widget->setObjectName(objectName);
    if (!accessibleName.isEmpty()) {
        widget->setAccessibleName(accessibleName);
    }
    return widget;
}

/// A flat tool button with icon and optional text.
[[nodiscard]] QAbstractButton *toolButton(const QString &iconName, const QString &text, const QString &tip,
                                          QWidget *parent, bool showText = false);

} // namespace countersign::gui
