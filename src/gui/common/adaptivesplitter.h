#pragma once

#include <QSplitter>

namespace countersign::gui {

/// A list and what it is a list of: above each other with a list as high as its rows ask for, at most two fifths;
/// beside each other where there is room for both. What somebody drags stays.
class AdaptiveSplitter final : public QSplitter
{
    Q_OBJECT
public:
    /// @p wideFrom: the width from which the parts are beside each other; 0 for never.
    explicit AdaptiveSplitter(int wideFrom, QWidget *parent = nullptr);
    /// Height that shows all rows of the list without scrolling.
    void setListHeight(int height);
    /// For a list whose columns need more than others do.
    void setListWidth(int width, int percent = 40)
    {
        m_listWidth = width;
        m_listPercent = percent;
    }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void divide();

    int m_wideFrom;
    int m_listHeight = 0;
    int m_listWidth = 0;
    int m_listPercent = 40;       ///< of the whole width, at most
    bool m_decidedWide = false;   ///< somebody dragged the handle while the parts were beside each other
    bool m_decidedNarrow = false; ///< and while they were above each other
};

/// The height of @p rows rows of a table with its header, and a little air.
[[nodiscard]] int tableHeight(int rows);

} // namespace countersign::gui
