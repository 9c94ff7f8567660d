#include "gui/shell/palette.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 32}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        painter->fillRect(option.rect, color(selected ? Token::Selection : Token::Base));
        const QColor text = color(selected ? Token::SelectionText : enabled ? Token::Text : Token::TextDisabled);
        const QColor muted = color(selected ? Token::SelectionText : Token::TextMuted);
        QRect row = option.rect.adjusted(12, 0, -14, 0);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(row.left(), row.top() + 7, 18, 18), Qt::AlignCenter,
                   selected  ? QIcon::Selected
                   : enabled ? QIcon::Normal
                             : QIcon::Disabled);
        row.setLeft(row.left() + 28);
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        painter->setPen(muted);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, keys);
        row.setRight(row.right() - painter->fontMetrics().horizontalAdvance(keys) - 12);
        const QString group = index.data(PaletteModel::GroupRole).toString();
        if (!group.isEmpty()) {
            painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, group);
            row.setLeft(row.left() + painter->fontMetrics().horizontalAdvance(group) + 8);
        }
        painter->setPen(text);
        QString title = index.data(Qt::DisplayRole).toString();
        const QString blocked = index.data(PaletteModel::BlockedRole).toString();
        title = blocked.isEmpty() ? title : title + u"  –  "_s + blocked;
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, row.width()));
        painter->restore();
    }
};

} // namespace

int fuzzyScore(const QString &needle, const QString &text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : needle) {
        if (letter.isSpace()) {
            continue;
        }
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0) {
            return -1;
        }
        const bool wordStart = at == 0 || !text.at(at - 1).isLetterOrNumber();
        score += at == last + 1 ? 8 : wordStart ? 6 : 1;
        last = at++;
    }
    return score * 100 - int(std::min<qsizetype>(text.size(), 99));
}

PaletteModel::PaletteModel(std::vector<PaletteEntry> entries, QObject *parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
    setNeedle({});
}

void PaletteModel::setNeedle(const QString &needle)
{
    beginResetModel();
    std::vector<std::pair<int, int>> scored;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries[i];
        const int score = needle.isEmpty() ? 0 : fuzzyScore(needle, entry.title + u' ' + entry.group);
        if (needle.isEmpty() || score >= 0) {
            scored.emplace_back(-score, int(i));
        }
    }
    std::ranges::stable_sort(scored);
    m_shown.clear();
    for (const auto &[score, index] : scored) {
        m_shown.push_back(index);
    }
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_entries[std::size_t(m_shown[std::size_t(row)])] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *entry = this->entry(index.row());
    if (entry == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return entry->title;
    case Qt::DecorationRole:
        return entry->icon;
    case GroupRole:
        return entry->group;
    case KeysRole:
        return entry->keys;
    case BlockedRole:
        return entry->blocked;
    case Qt::AccessibleTextRole:
        return QStringList{entry->group, entry->title, entry->keys, entry->blocked}.join(u", "_s);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const PaletteEntry *entry = this->entry(index.row());
    return entry != nullptr && entry->blocked.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                        : Qt::ItemFlags(Qt::ItemIsSelectable);
}

PaletteDialog::PaletteDialog(const QString &objectName, const QString &placeholder, std::vector<PaletteEntry> entries,
                             QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_field(named(new QLineEdit(this), objectName + u"Field"_s, placeholder)),
      m_list(named(new QListView(this), objectName + u"List"_s, placeholder)),
      m_note(plainLabel({}, this, Token::TextMuted)), m_model(new PaletteModel(std::move(entries), this))
{
    setObjectName(objectName);
    setAccessibleName(placeholder);
    setWindowTitle(placeholder);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_field->setPlaceholderText(placeholder);
    m_field->setFont(interfaceFont(1.15));
    m_field->setMinimumHeight(38);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(9, 9, 9, 9);
    column->setSpacing(spacing::normal);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &needle) {
        m_model->setNeedle(needle);
        selectFirst();
    });
    connect(m_list, &QListView::clicked, this, &PaletteDialog::runCurrent);
    selectFirst();
}

void PaletteDialog::selectFirst()
{
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_note->setText(tr("%n match(es). Enter runs, Esc closes.", nullptr, m_model->rowCount()));
}

void PaletteDialog::runCurrent()
{
    const PaletteEntry *entry = m_model->entry(m_list->currentIndex().row());
    if (entry == nullptr || !entry->blocked.isEmpty()) {
        return;
    }
    const std::function<void()> run = entry->run;
    accept();
    QMetaObject::invokeMethod(parent(), run, Qt::QueuedConnection);
}

bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int rows = m_model->rowCount();
        const int row = m_list->currentIndex().row();
        const auto go = [&](int to) {
            m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(0, rows - 1)), 0));
            return true;
        };
        switch (key->key()) {
        case Qt::Key_Down:
            return go(row + 1);
        case Qt::Key_Up:
            return go(row - 1);
        case Qt::Key_PageDown:
            return go(row + 8);
        case Qt::Key_PageUp:
            return go(row - 8);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PaletteDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (const QWidget *window = parentWidget()) {
        const int width = std::min(680, window->width() - 60);
        const QPoint corner = window->mapToGlobal(QPoint((window->width() - width) / 2, 70));
        setGeometry(QRect(corner, QSize(width, std::min(440, window->height() - 140))));
    }
    m_field->setFocus();
}

void PaletteDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Base));
    painter.setPen(color(Token::BorderStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace countersign::gui
