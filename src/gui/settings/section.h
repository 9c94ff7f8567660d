#pragma once

#include "gui/common/widgets.h"

#include <QScrollArea>

class QGridLayout;

namespace countersign::gui {

/// One section of the settings: a title, rows of label and control with an explanation under them, and wide parts.
class Section : public QScrollArea
{
    Q_OBJECT
public:
    Section(const QString &title, QWidget *parent);

    void addRow(const QString &label, QWidget *control, const QString &explanation = {});
    void addNote(const QString &text);
    /// A part over both columns, as high as it wants to be.
    void addWidePart(QWidget *part);
    /// A part that takes all the room that is left.
    void addWide(QWidget *widget);
    /// Pushes the rows to the top; after the last one, when there is no wide part.
    void finish();

private:
    QGridLayout *m_grid;
    QBoxLayout *m_holder;
    int m_row = 0;
};

} // namespace countersign::gui
