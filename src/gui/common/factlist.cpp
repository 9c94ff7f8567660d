#include "gui/common/factlist.h"

#include "base/show.h"
#include "gui/common/widgets.h"

#include <QGridLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

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
        const Row row{plainLabel({}, this, Token::TextMuted), wrappedLabel({}, this, Token::Text)};
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.text->setFocusPolicy(Qt::NoFocus);
        m_grid->addWidget(row.label, int(m_rows.size()), 0, Qt::AlignTop);
        m_grid->addWidget(row.text, int(m_rows.size()), 1, Qt::AlignTop);
        m_rows.push_back(row);
    }
    QString before;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < facts.size();
        if (shown) {
            m_rows[i].label->setText(facts[i].label == before ? QString() : facts[i].label);
            m_rows[i].text->setText(base::show(facts[i].text, true));
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
        lines << (label.isEmpty() ? QString() : label + u": "_s) + m_rows[i].text->text();
    }
    return lines.join(u'\n');
}

} // namespace countersign::gui
