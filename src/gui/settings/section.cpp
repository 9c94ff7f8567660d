#include "gui/settings/section.h"

#include <QCheckBox>
#include <QGridLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 920; ///< lines longer than this are hard to read

} // namespace

Section::Section(const QString &title, QWidget *parent)
    : QScrollArea(parent), m_grid(new QGridLayout), m_holder(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(title);
    auto *card = new Card(title, this);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, 130);
    card->body()->addLayout(m_grid);
    card->setMaximumWidth(widest);
    auto *holder = new QWidget(this);
    holder->setBackgroundRole(QPalette::Base);
    holder->setAutoFillBackground(true);
    m_holder = new QVBoxLayout(holder);
    m_holder->setContentsMargins(0, 0, 0, 0);
    m_holder->addWidget(card);
    setWidget(holder);
}

void Section::addRow(const QString &label, QWidget *control, const QString &explanation)
{
    QLabel *text = plainLabel(label, widget(), Token::TextMuted);
    text->setBuddy(control);
    const bool isText = control->sizePolicy().verticalPolicy() == QSizePolicy::Expanding;
    m_grid->addWidget(text, m_row, 0, isText ? Qt::AlignTop : Qt::AlignVCenter);
    const bool narrow = control->inherits("QComboBox") || control->inherits("QSpinBox");
    if (narrow) {
        control->setMinimumWidth(200);
    }
    m_grid->addWidget(control, m_row++, 1, narrow ? Qt::AlignLeft : Qt::Alignment());
    if (!explanation.isEmpty()) {
        m_grid->addWidget(wrappedLabel(explanation, widget()), m_row++, 1);
    }
    m_grid->setRowMinimumHeight(m_row++, 10);
}

void Section::addNote(const QString &text)
{
    m_grid->addWidget(wrappedLabel(text, widget()), m_row++, 0, 1, 2);
}

void Section::addWidePart(QWidget *part)
{
    m_grid->addWidget(part, m_row++, 0, 1, 2);
}

void Section::addWide(QWidget *part)
{
    m_grid->addWidget(part, m_row, 0, 1, 2);
    m_grid->setRowStretch(m_row++, 1);
}

void Section::finish()
{
    m_holder->addStretch(1);
}

} // namespace countersign::gui
