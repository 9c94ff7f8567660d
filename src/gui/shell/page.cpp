#include "gui/shell/page.h"

#include "gui/common/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int loadingDelayMs = 150;
constexpr int headHeight = 44; ///< the same with and without a subtitle

} // namespace

QString nameOf(PageState state)
{
    switch (state) {
    case PageState::Empty:
        return u"empty"_s;
    case PageState::Loading:
        return u"loading"_s;
    case PageState::Partial:
        return u"partial"_s;
    case PageState::Ready:
        return u"ready"_s;
    case PageState::Stale:
        return u"stale"_s;
    case PageState::Failed:
        return u"error"_s;
    case PageState::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Page::Page(const PageSpec &spec, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_title(plainLabel(spec.title, this, Token::Text, 1.5, true)),
      m_subtitle(new ElidedLabel(this, Token::TextMuted)), m_head(new QHBoxLayout), m_tools(new QHBoxLayout),
      m_banner(new InlineBanner(this)), m_stack(new QStackedWidget(this)), m_contentWidget(new QWidget(this)),
      m_content(new QVBoxLayout(m_contentWidget)), m_empty(new EmptyState(spec.iconName, this)),
      m_loading(plainLabel({}, this, Token::TextMuted, 1.1))
{
    const QString name = u"page"_s + spec.id.front().toUpper() + spec.id.sliced(1);
    setObjectName(name);
    setAccessibleName(spec.title);
    m_banner->setObjectName(spec.id + u"Banner"_s);
    m_empty->button()->setObjectName(spec.id + u"EmptyAction"_s);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addStretch();
    titles->addWidget(m_title);
    m_subtitle->setElideMode(Qt::ElideRight);
    m_subtitle->hide();
    titles->addWidget(m_subtitle);
    titles->addStretch();
    m_head->setContentsMargins(20, 12, 20, 10);
    m_head->addStrut(headHeight);
    m_head->setSpacing(spacing::normal);
    m_head->addLayout(titles, 1);
    m_head->addLayout(m_tools);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    m_loading->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_contentWidget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_loadingDelay.setSingleShot(true);
    m_loadingDelay.setInterval(loadingDelayMs);
    connect(&m_loadingDelay, &QTimer::timeout, this, [this] {
        if (m_state == PageState::Loading) {
            m_stack->setCurrentWidget(m_loading);
        }
    });
    connect(m_empty, &EmptyState::actionRequested, this, &Page::primaryRequested);
    connect(m_banner, &InlineBanner::actionRequested, this, &Page::refresh);
}

void Page::hidePrimary()
{
    for (int at = 0; at < m_tools->count(); ++at) {
        auto *button = qobject_cast<QPushButton *>(m_tools->itemAt(at)->widget());
        if (button != nullptr && button->isDefault() && !button->isHidden()) {
            button->hide();
            m_hiddenPrimary << button;
        }
    }
}

void Page::showPrimary()
{
    for (QWidget *button : std::exchange(m_hiddenPrimary, {})) {
        button->show();
    }
}

void Page::setState(PageState state)
{
    m_state = state;
    if (state != PageState::Empty) {
        showPrimary();
    }
    if (state != PageState::Loading) {
        m_loadingDelay.stop();
    }
    emit stateChanged();
    if (state != PageState::Loading) {
        emit settled();
    }
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

void Page::fitHead()
{
    // Where controls and title do not fit side by side, the rail says which page this is.
    const QMargins margins = m_head->contentsMargins();
    const int rest = width() - margins.left() - margins.right() - m_tools->minimumSize().width() - m_head->spacing();
    const bool roomy = m_tools->isEmpty() || rest >= m_title->sizeHint().width();
    m_title->setVisible(!m_headHidden && roomy);
    m_subtitle->setVisible(!m_headHidden && roomy && !m_subtitle->text().isEmpty());
}

void Page::hideHead()
{
    m_headHidden = true;
    m_title->hide();
    m_subtitle->hide();
    m_head->setContentsMargins(0, 0, 0, 0);
}

void Page::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    fitHead();
}

void Page::setLoading(const QString &what)
{
    m_loading->setText(what);
    m_banner->dismiss();
    if (!m_hasContent) {
        m_loadingDelay.start();
    }
    setState(PageState::Loading);
}

void Page::setReady()
{
    m_hasContent = true;
    m_banner->dismiss();
    m_stack->setCurrentWidget(m_contentWidget);
    setState(PageState::Ready);
}

void Page::setPartial(const QString &what, const QString &which)
{
    m_hasContent = true;
    m_stack->setCurrentWidget(m_contentWidget);
    m_banner->present(InlineBanner::Tone::Warning, what, which, QCoreApplication::translate("Page", "Read again"));
    setState(PageState::Partial);
}

void Page::setEmpty(const QString &title, const QString &text, const QString &action)
{
    m_hasContent = false;
    m_banner->dismiss();
    m_empty->setTexts(title, text, action);
    m_stack->setCurrentWidget(m_empty);
    if (!action.isEmpty()) {
        hidePrimary();
    }
    setState(PageState::Empty);
}

void Page::setFailed(const base::Error &error)
{
    m_banner->present(error);
    if (!m_hasContent) {
        m_empty->setTexts(QCoreApplication::translate("Page", "Nothing to show"),
                          QCoreApplication::translate("Page", "The message above says what stood in the way."));
        m_stack->setCurrentWidget(m_empty);
    }
    setState(PageState::Failed);
}

void Page::setCancelled()
{
    m_banner->present(InlineBanner::Tone::Information, QCoreApplication::translate("Page", "Cancelled"), {},
                      QCoreApplication::translate("Page", "Start again"));
    if (!m_hasContent) {
        m_empty->setTexts(QCoreApplication::translate("Page", "Cancelled before there was anything to show"), {});
        m_stack->setCurrentWidget(m_empty);
    }
    setState(PageState::Cancelled);
}

void Page::setStale(const QString &why)
{
    m_hasContent = true;
    m_stack->setCurrentWidget(m_contentWidget);
    m_banner->present(InlineBanner::Tone::Warning, why, {}, QCoreApplication::translate("Page", "Refresh"));
    setState(PageState::Stale);
}

void Page::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(Token::Base));
}

} // namespace countersign::gui
