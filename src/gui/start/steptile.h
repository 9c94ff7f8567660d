#pragma once

#include "gui/common/icons.h"

#include <QAbstractButton>

class QLabel;

namespace countersign::gui {

class ElidedLabel;

/// One step of the way from a difference to a signature: what it is, how far it has come here, and a click away.
class StepTile final : public QAbstractButton
{
    Q_OBJECT
public:
    StepTile(const QString &iconName, const QString &title, const QString &explanation, QWidget *parent);
    /// Empty @p text: nothing is said of how far it has come.
    void setStatus(Glyph glyph, Token token, const QString &text);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_iconName;
    QLabel *m_explanation;
    ElidedLabel *m_status;
    Glyph m_glyph = Glyph::None;
    Token m_token = Token::TextMuted;
};

} // namespace countersign::gui
