// What leaves a code pane (text, HTML, references) and what it says about characters that cannot be seen.

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/text/codepane.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <QToolTip>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// Names of those that attacks are made of (Unicode Standard Annex 9, "Trojan Source"); others by number.
QString nameOfHidden(char32_t character)
{
    switch (character) {
    case 0x0000:
        return u"null"_s;
    case 0x00A0:
        return u"no-break space"_s;
    case 0x00AD:
        return u"soft hyphen"_s;
    case 0x200B:
        return u"zero width space"_s;
    case 0x200C:
        return u"zero width non-joiner"_s;
    case 0x200D:
        return u"zero width joiner"_s;
    case 0x200E:
        return u"left-to-right mark"_s;
    case 0x200F:
        return u"right-to-left mark"_s;
    case 0x202A:
        return u"left-to-right embedding"_s;
    case 0x202B:
        return u"right-to-left embedding"_s;
    case 0x202C:
        return u"pop directional formatting"_s;
    case 0x202D:
        return u"left-to-right override"_s;
    case 0x202E:
        return u"right-to-left override"_s;
    case 0x2060:
        return u"word joiner"_s;
    case 0x2066:
        return u"left-to-right isolate"_s;
    case 0x2067:
        return u"right-to-left isolate"_s;
    case 0x2068:
        return u"first strong isolate"_s;
    case 0x2069:
        return u"pop directional isolate"_s;
    case 0xFEFF:
        return u"zero width no-break space"_s;
    default:
        return {};
    }
}

QString wordsFor(char32_t character)
{
    const QString number = u"U+%1"_s.arg(quint32(character), 4, 16, QLatin1Char('0')).toUpper();
    const QString name = nameOfHidden(character);
    return name.isEmpty() ? number : number + u' ' + name;
}

bool isHidden(char32_t character)
{
    const QString one = QString::fromUcs4(&character, 1);
    return character != u'\t' && base::hasHiddenCharacters(one);
}

} // namespace

QStringList hiddenCharacters(const QString &text)
{
    QStringList found;
    for (const char32_t character : text.toUcs4()) {
        if (character != u'\n' && character != u'\r' && isHidden(character)) {
            const QString words = wordsFor(character);
            if (!found.contains(words)) {
                found << words;
            }
        }
    }
    return found;
}

void CodePane::setWhiteSpaceShown(bool shown)
{
    m_whiteSpace = shown;
    viewport()->update();
}

QString CodePane::currentText() const
{
    if (m_cursor.row < 0 || m_cursor.row >= int(m_lines.size())) {
        return {};
    }
    const CodeLine &line = m_lines[std::size_t(m_cursor.row)];
    return line.kind == LineKind::Filler || line.kind == LineKind::Fold ? QString() : line.text;
}

void CodePane::paintWhiteSpace(QPainter &painter, const QTextLine &line, const QString &text, QPointF at)
{
    painter.save();
    painter.setPen(QPen(color(Token::TextDisabled), 1));
    painter.setBrush(color(Token::TextDisabled));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qreal from = at.x() + line.cursorToX(int(i));
        const qreal to = at.x() + line.cursorToX(int(i) + 1);
        const qreal middle = at.y() + m_rowHeight / 2.0;
        if (text.at(i) == u' ') {
            painter.drawEllipse(QPointF((from + to) / 2, middle), 0.9, 0.9);
        } else if (text.at(i) == u'\t') {
            painter.drawLine(QPointF(from + 2, middle), QPointF(to - 3, middle));
            painter.drawLine(QPointF(to - 6, middle - 3), QPointF(to - 3, middle));
            painter.drawLine(QPointF(to - 6, middle + 3), QPointF(to - 3, middle));
        }
    }
    painter.restore();
}

QString CodePane::hiddenWords(const QPoint &at) const
{
    if (m_lines.empty() || at.x() < m_gutterWidth) {
        return {};
    }
    const QString &text = m_lines[std::size_t(positionAt(at).row)].text;
    const QStringList hidden = base::hasHiddenCharacters(text) ? hiddenCharacters(text) : QStringList();
    return hidden.isEmpty() ? QString()
                            //: %1 is a list such as "U+202E right-to-left override"
                            : QCoreApplication::translate("CodePane", "Characters that cannot be seen: %1")
                                  .arg(hidden.join(u", "_s));
}

void CodePane::copyHtml() const
{
    const auto [from, to] =
        m_anchor == m_cursor ? std::pair{CodePosition{}, CodePosition{int(m_lines.size()) - 1, 1 << 24}} : selection();
    QString html = u"<pre style=\"font-family:monospace\">"_s;
    QString plain;
    for (int row = from.row; row <= to.row && row < int(m_lines.size()); ++row) {
        const CodeLine &line = m_lines[std::size_t(row)];
        if (line.kind == LineKind::Filler || line.kind == LineKind::Fold) {
            continue;
        }
        QString coloured;
        int done = 0;
        if (const LineStyles *styles = stylesOf(line)) {
            for (const StyledRun &run : *styles) {
                if (run.begin < done || run.begin >= line.text.size()) {
                    continue;
                }
                coloured += line.text.mid(done, run.begin - done).toHtmlEscaped();
                coloured += u"<span style=\"color:%1\">%2</span>"_s.arg(
                    tokenColor(run.style, Scheme::Light).name(), line.text.mid(run.begin, run.length).toHtmlEscaped());
                done = run.begin + run.length;
            }
        }
        coloured += line.text.mid(done).toHtmlEscaped();
        const QString tint =
            line.kind == LineKind::Plain
                ? QString()
                : u" style=\"background:%1\""_s.arg(tokenColor(colorsOf(line.kind).line, Scheme::Light).name());
        html += u"<span%1>%2</span>\n"_s.arg(tint, coloured);
        plain += line.text + u'\n';
    }
    auto *copied = new QMimeData;
    copied->setHtml(html + u"</pre>"_s);
    copied->setText(plain);
    QApplication::clipboard()->setMimeData(copied);
}

void CodePane::copyReference() const
{
    const CodeLine &line = m_lines[std::size_t(m_cursor.row)];
    //: %1 is an object or a file, %2 the number of a line, %3 its text
    QApplication::clipboard()->setText(
        QCoreApplication::translate("CodePane", "%1, line %2: %3")
            .arg(m_reference, QString::number(line.number), base::show(line.text.trimmed())));
}

QString CodePane::selectedText() const
{
    const auto [from, to] = selection();
    QStringList parts;
    for (int row = from.row; row <= to.row && row < int(m_lines.size()); ++row) {
        const CodeLine &line = m_lines[std::size_t(row)];
        if (line.kind == LineKind::Filler || line.kind == LineKind::Fold) {
            continue;
        }
        const int begin = row == from.row ? from.column : 0;
        const int end = row == to.row ? to.column : int(line.text.size());
        parts << line.text.mid(begin, end - begin);
    }
    return parts.join(u'\n');
}

void CodePane::selectAll()
{
    if (!m_lines.empty()) {
        m_anchor = {};
        m_cursor = {int(m_lines.size()) - 1, int(m_lines.back().text.size())};
        viewport()->update();
    }
}

void CodePane::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty()) {
        QApplication::clipboard()->setText(text);
    }
}

void CodePane::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && selectedText().isEmpty() && !m_lines.empty()) {
        moveCursor(positionAt(event->pos()), false);
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"edit-copy"_s), QCoreApplication::translate("CodePane", "Copy"), this, &CodePane::copy)
        ->setEnabled(!selectedText().isEmpty());
    menu->addAction(QCoreApplication::translate("CodePane", "Copy as HTML"), this, &CodePane::copyHtml);
    menu->addAction(QCoreApplication::translate("CodePane", "Copy a reference to this line"), this,
                    &CodePane::copyReference)
        ->setEnabled(!currentText().isEmpty());
    menu->addAction(QCoreApplication::translate("CodePane", "Select all"), this, &CodePane::selectAll);
    if (m_commentable) {
        menu->addSeparator();
        menu->addAction(icon(u"edit-comment"_s), QCoreApplication::translate("CodePane", "Comment on this line"), this,
                        &CodePane::commentRequested);
    }
    menu->popup(event->globalPos());
}

bool CodePane::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = (help->pos().y() + verticalScrollBar()->value()) / m_rowHeight;
        QStringList signs;
        for (const RowSign &sign : std::ranges::equal_range(m_signs, row, {}, &RowSign::row)) {
            signs << sign.words.toHtmlEscaped();
        }
        if (!signs.isEmpty() && help->pos().x() < m_gutterWidth) {
            QToolTip::showText(help->globalPos(), signs.join(u"<br>"_s), viewport());
        } else if (const QString hidden = hiddenWords(help->pos()); !hidden.isEmpty()) {
            QToolTip::showText(help->globalPos(), hidden.toHtmlEscaped(), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace countersign::gui
