#include "gui/text/textpages.h"

#include "gui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace countersign::gui {

using namespace Qt::StringLiterals;

std::vector<int> pageStarts(int lines, const std::vector<int> &starts, int most)
{
    std::vector<int> pages{0};
    while (lines - pages.back() > most) {
        const int limit = pages.back() + most;
        const auto after = std::ranges::upper_bound(starts, limit);
        const int start = after == starts.begin() ? 0 : *std::prev(after);
        pages.push_back(start > pages.back() ? start : limit);
    }
    return pages;
}

void TextPages::reset(int lines, std::vector<int> starts)
{
    m_starts = std::move(starts);
    m_lines = lines;
    m_current = 0;
    m_whole = false;
}

int TextPages::end() const
{
    const std::size_t next = std::size_t(m_current) + 1;
    return m_whole || next >= m_starts.size() ? m_lines : m_starts[next];
}

bool TextPages::turnTo(int page)
{
    if (page < 0 || page >= count() || page == m_current) {
        return false;
    }
    m_current = page;
    return true;
}

bool TextPages::turnToLine(int line)
{
    return !m_whole && turnTo(int(std::ranges::upper_bound(m_starts, line) - m_starts.begin()) - 1);
}

void TextPages::setWhole(bool whole)
{
    m_whole = whole;
    m_current = 0;
}

PageBar::PageBar(const QString &prefix, QWidget *parent)
    : QWidget(parent), m_words(named(plainLabel({}, this, Token::TextMuted), prefix + u"PageText"_s))
{
    setAutoFillBackground(true);
    const auto button = [&](const QString &iconName, const QString &text, const QString &what, const QString &name) {
        auto *made =
            named(new QPushButton(iconName.isEmpty() ? QIcon() : icon(iconName), text, this), prefix + name, what);
        made->setToolTip(what);
        made->setAutoDefault(false);
        return made;
    };
    m_previous =
        button(u"go-up"_s, tr("Previous page"), tr("Previous page of this text (Ctrl+Page Up)"), u"PreviousPage"_s);
    m_next = button(u"go-down"_s, tr("Next page"), tr("Next page of this text (Ctrl+Page Down)"), u"NextPage"_s);
    m_all = button({}, tr("Show all"), tr("Show all lines of this text at once"), u"ShowAll"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(spacing::normal);
    row->addWidget(m_words);
    row->addStretch();
    for (QPushButton *one : {m_previous, m_next, m_all}) {
        row->addWidget(one);
    }
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_all, &QPushButton::clicked, this, [this] { emit wholeRequested(!m_whole); });
    hide();
}

void PageBar::follow(const TextPages &pages, const QString &words)
{
    m_whole = pages.isWhole();
    m_words->setText(words);
    m_previous->setVisible(!m_whole);
    m_next->setVisible(!m_whole);
    m_previous->setEnabled(pages.current() > 0);
    m_next->setEnabled(pages.current() + 1 < pages.count());
    m_all->setText(m_whole ? tr("Show pages") : tr("Show all"));
    setVisible(pages.areMany());
}

} // namespace countersign::gui
