#include "diff/sidebyside.h"

#include "sql/tokens.h"

#include <QHash>

namespace countersign::diff {

namespace {

enum class Edit : std::uint8_t { Keep, Delete, Insert };

/// Myers' greedy shortest edit script over integers ("An O(ND) Difference Algorithm", 1986). Gives up beyond
/// @p mostEdits, so that two unrelated large texts cost a bounded time.
std::optional<std::vector<Edit>> editScript(const std::vector<int> &a, const std::vector<int> &b, int mostEdits)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int limit = std::min(n + m, mostEdits);
    std::vector<int> furthest(static_cast<std::size_t>(2 * limit + 3), 0);
    const auto at = [limit](int k) { return static_cast<std::size_t>(k + limit + 1); };
    std::vector<std::vector<int>> trace;
    for (int d = 0; d <= limit; ++d) {
        trace.push_back(furthest);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            int x = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            int y = x - k;
            while (x < n && y < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)]) {
                ++x;
                ++y;
            }
            furthest[at(k)] = x;
            if (x < n || y < m) {
                continue;
            }
            std::vector<Edit> script;
            for (int step = d; step > 0; --step) {
                const std::vector<int> &before = trace[static_cast<std::size_t>(step)];
                const int diagonal = x - y;
                const bool inserted =
                    diagonal == -step || (diagonal != step && before[at(diagonal - 1)] < before[at(diagonal + 1)]);
                const int previous = inserted ? diagonal + 1 : diagonal - 1;
                const int previousX = before[at(previous)];
                const int previousY = previousX - previous;
                while (x > previousX && y > previousY) {
                    script.push_back(Edit::Keep);
                    --x;
                    --y;
                }
                script.push_back(inserted ? Edit::Insert : Edit::Delete);
                x = previousX;
                y = previousY;
            }
            for (; x > 0 && y > 0; --x, --y) {
                script.push_back(Edit::Keep);
            }
            std::ranges::reverse(script);
            return script;
        }
    }
    return std::nullopt;
}

std::vector<Edit> editsOf(const std::vector<int> &a, const std::vector<int> &b, int mostEdits)
{
    if (auto script = editScript(a, b, mostEdits)) {
        return std::move(*script);
    }
    std::vector<Edit> all(a.size(), Edit::Delete);
    all.insert(all.end(), b.size(), Edit::Insert);
    return all;
}

/// Equal texts get equal numbers.
class Numbering
{
public:
    int of(QStringView text)
    {
        const QString key = text.toString();
        const auto it = m_numbers.constFind(key);
        return it != m_numbers.constEnd() ? *it : *m_numbers.insert(key, static_cast<int>(m_numbers.size()));
    }

private:
    QHash<QString, int> m_numbers;
};

struct Pieces {
    std::vector<sql::Token> tokens;
    std::vector<int> numbers;
};

Pieces pieces(const QString &line, Numbering &numbering)
{
    // The dialect matters little inside one line; quotes and words are what the eye separates.
    Pieces out{sql::tokenize(line, sql::dialectOf(schema::EngineKind::PostgreSql)), {}};
    for (const sql::Token &token : out.tokens) {
        out.numbers.push_back(numbering.of(token.kind == sql::TokenKind::Space ? QStringView(u" ") : token.in(line)));
    }
    return out;
}

void mark(std::vector<Segment> &marks, const sql::Token &token)
{
    const auto begin = static_cast<int>(token.begin);
    const auto end = static_cast<int>(token.end);
    if (!marks.empty() && marks.back().end == begin) {
        marks.back().end = end;
    } else {
        marks.push_back({begin, end});
    }
}

void trim(std::vector<Segment> &marks, const QString &line)
{
    for (Segment &segment : marks) {
        while (segment.begin < segment.end && line.at(segment.begin).isSpace()) {
            ++segment.begin;
        }
        while (segment.end > segment.begin && line.at(segment.end - 1).isSpace()) {
            --segment.end;
        }
    }
    std::erase_if(marks, [](const Segment &segment) { return segment.begin == segment.end; });
}

void markWords(Row &row)
{
    Numbering numbering;
    const Pieces left = pieces(row.left, numbering);
    const Pieces right = pieces(row.right, numbering);
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Edit edit : editsOf(left.numbers, right.numbers, 400)) {
        switch (edit) {
        case Edit::Keep:
            ++i;
            ++j;
            break;
        case Edit::Delete:
            mark(row.leftMarks, left.tokens[i++]);
            break;
        case Edit::Insert:
            mark(row.rightMarks, right.tokens[j++]);
            break;
        }
    }
    trim(row.leftMarks, row.left);
    trim(row.rightMarks, row.right);
}

/// How alike two lines are, 0 to 100, by shared words: decides whether a removed and an added line are one changed
/// line.
int likeness(const QString &a, const QString &b)
{
    Numbering numbering;
    const auto words = [&](const QString &line) {
        std::vector<int> out;
        for (const sql::Token &token : sql::significantTokens(line, sql::dialectOf(schema::EngineKind::PostgreSql))) {
            out.push_back(numbering.of(token.in(line)));
        }
        return out;
    };
    const std::vector<int> x = words(a);
    std::vector<int> y = words(b);
    const std::size_t total = x.size() + y.size();
    if (total == 0) {
        return 0;
    }
    // The first word of a DDL line is the name of what it declares: two lines about one column belong together.
    const int sameName = !x.empty() && !y.empty() && x.front() == y.front() ? 30 : 0;
    int shared = 0;
    for (const int word : x) {
        if (const auto it = std::ranges::find(y, word); it != y.end()) {
            y.erase(it);
            ++shared;
        }
    }
    return std::min(100, sameName + shared * 200 / static_cast<int>(total));
}

struct Block {
    std::vector<int> left;
    std::vector<int> right;
};

class Aligner
{
public:
    Aligner(const QString &left, const QString &right) : m_left(lines(left)), m_right(lines(right)) {}

    SideBySide run()
    {
        Numbering numbering;
        const auto numbers = [&](const QStringList &list) {
            std::vector<int> out;
            for (const QString &line : list) {
                out.push_back(numbering.of(line));
            }
            return out;
        };
        const std::vector<int> a = numbers(m_left);
        const std::vector<int> b = numbers(m_right);
        int i = 0;
        int j = 0;
        Block block;
        for (const Edit edit : editsOf(a, b, 1500)) {
            switch (edit) {
            case Edit::Keep:
                flush(block);
                m_out.rows.push_back({RowKind::Same, i + 1, j + 1, m_left.at(i), m_right.at(j), {}, {}});
                ++i;
                ++j;
                break;
            case Edit::Delete:
                block.left.push_back(i++);
                break;
            case Edit::Insert:
                block.right.push_back(j++);
                break;
            }
        }
        flush(block);
        return std::move(m_out);
    }

private:
    static QStringList lines(const QString &text)
    {
        if (text.isEmpty()) {
            return {};
        }
        QStringList out = text.split(u'\n');
        if (out.last().isEmpty()) {
            out.removeLast();
        }
        return out;
    }

    /// Pairs alike lines of a block in order; the rest stays removed or added.
    void flush(Block &block)
    {
        if (block.left.empty() && block.right.empty()) {
            return;
        }
        const int first = static_cast<int>(m_out.rows.size());
        std::size_t next = 0;
        for (const int line : block.left) {
            std::size_t best = block.right.size();
            int bestLikeness = 50;
            for (std::size_t candidate = next; candidate < std::min(block.right.size(), next + 40); ++candidate) {
                const int found = likeness(m_left.at(line), m_right.at(block.right[candidate]));
                if (found > bestLikeness) {
                    bestLikeness = found;
                    best = candidate;
                }
            }
            if (best == block.right.size()) {
                m_out.rows.push_back({RowKind::Removed, line + 1, 0, m_left.at(line), {}, {}, {}});
                continue;
            }
            while (next < best) {
                addRight(block.right[next++]);
            }
            const int other = block.right[next++];
            Row row{RowKind::Changed, line + 1, other + 1, m_left.at(line), m_right.at(other), {}, {}};
            markWords(row);
            m_out.rows.push_back(std::move(row));
        }
        while (next < block.right.size()) {
            addRight(block.right[next++]);
        }
        m_out.hunks.push_back({first, static_cast<int>(m_out.rows.size()) - 1});
        block = {};
    }

    void addRight(int line) { m_out.rows.push_back({RowKind::Added, 0, line + 1, {}, m_right.at(line), {}, {}}); }

    QStringList m_left;
    QStringList m_right;
    SideBySide m_out;
};

} // namespace

SideBySide alignRows(const QString &left, const QString &right)
{
    return Aligner(left, right).run();
}

} // namespace countersign::diff
