#pragma once

#include "gui/common/icons.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace countersign::gui {

/// One thing that is known of what is looked at.
struct Fact {
    QString label; ///< "Lock"; the same label again is shown once
    QString text;
    Token token = Token::Text;
};

/// Labels at the left, what is known at the right, wrapped and selectable.
class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    void setFacts(const std::vector<Fact> &facts);
    /// All of it as lines "label: text", for copying and for tests.
    [[nodiscard]] QString text() const;

private:
    struct Row {
        QLabel *label;
        QLabel *text;
    };
    QGridLayout *m_grid;
    std::vector<Row> m_rows; ///< kept and used again: a selection changes often
    std::size_t m_shown = 0;
};

} // namespace countersign::gui
