#include "gui/text/viewrows.h"

#include "base/show.h"
#include "gui/text/textpages.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign::gui {

using namespace Qt::StringLiterals;
using diff::Row;
using diff::RowKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DiffView)
};

QString foldText(int lines)
{
    return Text::tr("… %n unchanged line(s)", nullptr, lines);
}

struct Builder {
    const diff::SideBySide &aligned;
    bool unified;
    ViewRows view;

    void push(CodeLine left, CodeLine right, int source)
    {
        view.left.push_back(std::move(left));
        if (!unified) {
            view.right.push_back(std::move(right));
        }
        view.source.push_back(source);
    }

    void addFold(int first, int last)
    {
        const QString words = foldText(last - first + 1);
        CodeLine fold{.kind = LineKind::Fold, .number = 0, .text = words, .marks = {}, .right = false};
        push(fold, fold, first);
        for (int row = first; row <= last; ++row) {
            view.firstOf[std::size_t(row)] = view.lastOf[std::size_t(row)] = int(view.source.size()) - 1;
        }
    }

    void addRow(int index)
    {
        const Row &row = aligned.rows[std::size_t(index)];
        view.firstOf[std::size_t(index)] = int(view.source.size());
        CodeLine left{
            .kind = LineKind::Plain, .number = row.leftLine, .text = row.left, .marks = row.leftMarks, .right = false};
        CodeLine right{.kind = LineKind::Plain,
                       .number = row.rightLine,
                       .text = row.right,
                       .marks = row.rightMarks,
                       .right = unified};
        const CodeLine filler{.kind = LineKind::Filler, .number = 0, .text = {}, .marks = {}, .right = false};
        switch (row.kind) {
        case RowKind::Same:
            unified ? push(right, {}, index) : push(left, right, index);
            break;
        case RowKind::Changed:
            left.kind = unified ? LineKind::Removed : LineKind::Changed;
            right.kind = unified ? LineKind::Added : LineKind::Changed;
            if (unified) {
                push(left, {}, index);
                push(right, {}, index);
            } else {
                push(left, right, index);
            }
            break;
        case RowKind::Added:
            right.kind = LineKind::Added;
            unified ? push(right, {}, index) : push(filler, right, index);
            break;
        case RowKind::Removed:
            left.kind = LineKind::Removed;
            unified ? push(left, {}, index) : push(left, filler, index);
            break;
        }
        view.lastOf[std::size_t(index)] = int(view.source.size()) - 1;
    }
};

std::vector<int> pagesOf(const ViewRows &view)
{
    const int count = int(view.source.size());
    std::vector<int> starts;
    if (count > TextPages::linesPerPage) {
        auto hunk = view.hunks.begin();
        for (int row = 0; row < count; ++row) {
            while (hunk != view.hunks.end() && hunk->last < row) {
                ++hunk;
            }
            if (hunk == view.hunks.end() || row <= hunk->first) {
                starts.push_back(row);
            }
        }
    }
    return pageStarts(count, starts, TextPages::linesPerPage);
}

} // namespace

diff::SideBySide withoutCommaChanges(diff::SideBySide aligned)
{
    const auto bare = [](const QString &line) {
        const QStringView text = QStringView(line).trimmed();
        return text.endsWith(u',') ? text.chopped(1) : text;
    };
    bool any = false;
    for (Row &row : aligned.rows) {
        if (row.kind == RowKind::Changed && bare(row.left) == bare(row.right)) {
            row.kind = RowKind::Same;
            row.leftMarks.clear();
            row.rightMarks.clear();
            any = true;
        }
    }
    if (!any) {
        return aligned;
    }
    std::vector<diff::Hunk> hunks;
    for (const diff::Hunk &hunk : aligned.hunks) {
        for (int row = hunk.first; row <= hunk.last; ++row) {
            if (aligned.rows[std::size_t(row)].kind == RowKind::Same) {
                continue;
            }
            if (row > hunk.first && aligned.rows[std::size_t(row) - 1].kind != RowKind::Same) {
                hunks.back().last = row;
            } else {
                hunks.push_back({row, row});
            }
        }
    }
    aligned.hunks = std::move(hunks);
    return aligned;
}

ViewRows viewRows(const diff::SideBySide &aligned, const OpenFolds &open, bool foldUnchanged, bool unified)
{
    Builder builder{.aligned = aligned, .unified = unified, .view = {}};
    builder.view.firstOf.resize(aligned.rows.size(), -1);
    builder.view.lastOf.resize(aligned.rows.size(), -1);
    const int count = int(aligned.rows.size());
    const auto isSame = [&](int row) { return aligned.rows[std::size_t(row)].kind == RowKind::Same; };
    for (int row = 0; row < count;) {
        if (!isSame(row)) {
            builder.addRow(row++);
            continue;
        }
        int end = row;
        while (end < count && isSame(end)) {
            ++end;
        }
        const int first = row == 0 ? row : row + contextRows;
        const int last = end == count ? end - 1 : end - 1 - contextRows;
        const bool wholeText = row == 0 && end == count;
        const bool fold = foldUnchanged && !wholeText && last - first >= 2 && !open.contains(first);
        for (; row < end; ++row) {
            if (fold && row == first) {
                builder.addFold(first, last);
                row = last;
            } else {
                builder.addRow(row);
            }
        }
    }
    for (const diff::Hunk &hunk : aligned.hunks) {
        builder.view.hunks.push_back(
            {builder.view.firstOf[std::size_t(hunk.first)], builder.view.lastOf[std::size_t(hunk.last)]});
    }
    builder.view.pages = pagesOf(builder.view);
    return builder.view;
}

std::vector<DiffHit> hitsIn(const diff::SideBySide &aligned, const QString &needle)
{
    std::vector<DiffHit> hits;
    if (needle.isEmpty()) {
        return hits;
    }
    const auto look = [&](const QString &text, int row, bool right) {
        for (qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive)) {
            hits.push_back({row, right, {int(at), int(at + needle.size())}});
        }
    };
    for (int index = 0; index < int(aligned.rows.size()); ++index) {
        const Row &row = aligned.rows[std::size_t(index)];
        look(row.left, index, false);
        if (row.kind != RowKind::Same) {
            look(row.right, index, true);
        }
    }
    return hits;
}

QString textOfChange(const diff::SideBySide &aligned, int change)
{
    if (change < 0 || change >= int(aligned.hunks.size())) {
        return {};
    }
    constexpr qsizetype mostOfLine = 120;
    const auto shown = [](const QString &line) {
        const QString text = base::show(line.left(4 * mostOfLine).simplified());
        return text.size() > mostOfLine ? text.first(mostOfLine) + u'…' : text;
    };
    const Row &row = aligned.rows[std::size_t(aligned.hunks[std::size_t(change)].first)];
    switch (row.kind) {
    case RowKind::Added:
        //: %1 is a line of SQL
        return Text::tr("added: %1").arg(shown(row.right));
    case RowKind::Removed:
        //: %1 is a line of SQL
        return Text::tr("removed: %1").arg(shown(row.left));
    case RowKind::Changed:
        //: %1 and %2 are lines of SQL
        return Text::tr("%1 becomes %2").arg(shown(row.left), shown(row.right));
    case RowKind::Same:
        break;
    }
    return {};
}

} // namespace countersign::gui
