#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace countersign::gui {

/// A text that can be searched: what Ctrl+F, F3 and Shift+F3 work on while the keyboard is in it.
class Searchable
{
public:
    virtual ~Searchable() = default;
    virtual void openFind() = 0;
    /// To the next (+1) or previous (-1) hit, round the end; opens the search when nothing is looked for yet.
    virtual void findStep(int direction) = 0;
};

/// Below a text: what is looked for, how many hits there are, and the way from one to the next. Enter and Shift+Enter
/// step, Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    /// @p prefix begins the object names of its parts; @p what is the accessible name of the field.
    FindBar(const QString &prefix, const QString &what, QWidget *parent);
    void open();
    [[nodiscard]] QString needle() const;
    /// @p current counts from 0; -1 for none.
    void setHits(int count, int current);

signals:
    void needleChanged(const QString &needle);
    void stepRequested(int direction);
    /// The needle is empty by then.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dismiss();

    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace countersign::gui
