#pragma once

#include "base/error.h"
#include "gui/common/widgets.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QBoxLayout;

namespace countersign::gui {

/// Every page is in exactly one of these.
enum class PageState : std::uint8_t { Empty, Loading, Partial, Ready, Stale, Failed, Cancelled };
[[nodiscard]] QString nameOf(PageState state); ///< for object inspection and pictures: "ready"

struct PageSpec {
    QString id;    ///< "compare"; the widget is called "pageCompare"
    QString title; ///< translated
    QString iconName;
};

/// Pages get narrower than all their parts side by side would be, so that a dock beside them does not widen the window.
inline constexpr int leastPageWidth = 560;

/// Frame of all pages: a head with title, subtitle and actions; a banner for stale and failed; and either the content,
/// the empty state, or a quiet note of what is being loaded (only after 150 ms).
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const PageSpec &spec, QWidget *parent = nullptr);

    [[nodiscard]] const PageSpec &spec() const { return m_spec; }
    [[nodiscard]] PageState state() const { return m_state; }
    /// How many things on this page want attention; shown in the rail when above zero.
    [[nodiscard]] virtual int attention() const { return 0; }
    /// The parts that F6 walks through, in reading order.
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }
    /// Read again what is shown.
    virtual void refresh() {}
    /// The page has become the current one.
    virtual void activated() {}
    /// A minute has passed, or more: what is told with its age is told anew.
    virtual void timePassed() {}
    /// Next (+1) or previous (-1) change inside the object that is shown, and next or previous object.
    virtual void stepChange(int) {}
    virtual void stepObject(int) {}
    /// Ctrl+F: the find field of the page; null when it has none.
    [[nodiscard]] virtual QWidget *findField() const { return nullptr; }

    void setLoading(const QString &what);
    void setReady();
    /// What is shown is not all: @p what says how much is missing, @p which names it. Everything else is usable.
    void setPartial(const QString &what, const QString &which);
    void setEmpty(const QString &title, const QString &text, const QString &action = {});
    void setFailed(const base::Error &error);
    void setCancelled();
    void setStale(const QString &why);

signals:
    /// The page shows its final state for the last request.
    void settled();
    void attentionChanged();
    void stateChanged();
    /// The button of the empty state or the banner.
    void primaryRequested();

protected:
    /// Where a page puts its widgets.
    [[nodiscard]] QBoxLayout *content() const { return m_content; }
    /// Right end of the head.
    [[nodiscard]] QBoxLayout *tools() const { return m_tools; }
    void setSubtitle(const QString &text);
    /// For a page that says itself what it is: no title above its content.
    void hideHead();
    [[nodiscard]] InlineBanner *banner() const { return m_banner; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHead();
    void setState(PageState state);
    /// An empty page has one thing to do, which its middle offers: the button in the head that would do the same goes.
    void hidePrimary();
    void showPrimary();

    PageSpec m_spec;
    PageState m_state = PageState::Empty;
    QLabel *m_title;
    ElidedLabel *m_subtitle;
    QBoxLayout *m_head;
    QBoxLayout *m_tools;
    InlineBanner *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_contentWidget;
    QBoxLayout *m_content;
    EmptyState *m_empty;
    QLabel *m_loading;
    QTimer m_loadingDelay;
    QList<QWidget *> m_hiddenPrimary;
    bool m_hasContent = false;
    bool m_headHidden = false;
};

} // namespace countersign::gui
