#pragma once

#include <QAbstractButton>

class QLabel;

namespace countersign::gui {

/// One of several answers: a title, and a sentence that says what it means. Cards of one parent exclude each other.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceCard(const QString &title, const QString &meaning, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_meaning;
};

} // namespace countersign::gui
