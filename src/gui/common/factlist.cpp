#include "gui/common/factlist.h"

#include "base/show.h"
#include "gui/common/widgets.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar mayBreak(0x200B);

/// Words that are longer than a line, such as paths and digests, may be broken: a label would get as wide as they are.
QString breakable(const QString &text)
{
    constexpr int longWord = 28;
    QString out;
    int run = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        out += one;
        if (run >= longWord && !one.isHighSurrogate()) {
            out += mayBreak;
            run = 0;
        }
    }
    return out;
}

/// Where a word was broken nothing is copied.
class FactLabel final : public TokenLabel
{
public:
    explicit FactLabel(QWidget *parent) : TokenLabel(Token::Text, 1.0, false, parent)
    {
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        TokenLabel::mouseReleaseEvent(event);
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (hasSelectedText() && clipboard->supportsSelection()) {
            clipboard->setText(selectedText().remove(mayBreak), QClipboard::Selection);
        }
    }

    void contextMenuEvent(QContextMenuEvent *event) override
    {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(icon(u"edit-copy"_s), FactList::tr("Copy"), this, [this] {
            QGuiApplication::clipboard()->setText((hasSelectedText() ? selectedText() : text()).remove(mayBreak));
        });
        menu->popup(event->globalPos());
    }
};

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::wide);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, 68);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const std::vector<Fact> &facts)
{
    m_shown = facts.size();
    while (m_rows.size() < facts.size()) {
        const Row row{plainLabel({}, this, Token::TextMuted), new FactLabel(this)};
        m_grid->addWidget(row.label, int(m_rows.size()), 0, Qt::AlignTop);
        m_grid->addWidget(row.text, int(m_rows.size()), 1, Qt::AlignTop);
        m_rows.push_back(row);
    }
    QString before;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < facts.size();
        if (shown) {
            m_rows[i].label->setText(facts[i].label == before ? QString() : facts[i].label);
            m_rows[i].text->setText(breakable(base::show(facts[i].text, true)));
            static_cast<TokenLabel *>(m_rows[i].text)->setToken(facts[i].token);
            before = facts[i].label;
        }
        m_rows[i].label->setVisible(shown);
        m_rows[i].text->setVisible(shown);
    }
}

QString FactList::text() const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_shown; ++i) {
        const QString label = m_rows[i].label->text();
        lines << (label.isEmpty() ? QString() : label + u": "_s) + m_rows[i].text->text().remove(mayBreak);
    }
    return lines.join(u'\n');
}

} // namespace countersign::gui
