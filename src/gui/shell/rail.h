#pragma once

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;
class QButtonGroup;

namespace countersign::gui {

class Page;

/// One page in the rail: icon, title, and how many things want attention.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const QString &title, const QString &iconName, QWidget *parent);
    void setAttention(int count);
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    int m_attention = 0;
    bool m_narrow = false;
};

/// The list of pages at the left edge.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    RailButton *addPage(const QString &id, const QString &title, const QString &iconName);
    void setCurrent(int index);
    void setNarrow(bool narrow);
    [[nodiscard]] RailButton *button(int index) const;

signals:
    void pageRequested(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
};

} // namespace countersign::gui
