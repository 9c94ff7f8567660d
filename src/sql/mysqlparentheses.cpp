#include "sql/mysqlparentheses.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace countersign::sql {

using namespace Qt::StringLiterals;

namespace {

// The higher, the tighter it binds.
constexpr int nothing = 0;
constexpr int orLevel = 2;
constexpr int andLevel = 4;
constexpr int notLevel = 5;
constexpr int betweenLevel = 6;
constexpr int comparison = 7;
constexpr int additive = 11;
constexpr int multiplicative = 12;
constexpr int unary = 14;
constexpr int collateLevel = 16;
constexpr int atom = 100;

/// || is not among them: what it means depends on the SQL mode.
int infixLevel(const Piece &piece)
{
    static const QHash<QString, int> levels{{u"or"_s, orLevel},
                                            {u"xor"_s, 3},
                                            {u"and"_s, andLevel},
                                            {u"&&"_s, andLevel},
                                            {u"="_s, comparison},
                                            {u"<=>"_s, comparison},
                                            {u">="_s, comparison},
                                            {u">"_s, comparison},
                                            {u"<="_s, comparison},
                                            {u"<"_s, comparison},
                                            {u"<>"_s, comparison},
                                            {u"like"_s, comparison},
                                            {u"rlike"_s, comparison},
                                            {u"regexp"_s, comparison},
                                            {u"escape"_s, comparison},
                                            {u"|"_s, 8},
                                            {u"&"_s, 9},
                                            {u"<<"_s, 10},
                                            {u">>"_s, 10},
                                            {u"+"_s, additive},
                                            {u"-"_s, additive},
                                            {u"*"_s, multiplicative},
                                            {u"/"_s, multiplicative},
                                            {u"%"_s, multiplicative},
                                            {u"div"_s, multiplicative},
                                            {u"mod"_s, multiplicative},
                                            {u"^"_s, 13},
                                            {u"collate"_s, collateLevel}};
    return piece.isName ? nothing : levels.value(piece.text, nothing);
}

int prefixLevel(const Piece &piece)
{
    static const QHash<QString, int> levels{{u"not"_s, notLevel}, {u"-"_s, unary}, {u"+"_s, unary},
                                            {u"~"_s, unary},      {u"!"_s, 15},    {u"binary"_s, collateLevel}};
    return piece.isName ? nothing : levels.value(piece.text, nothing);
}

/// After these an expression begins.
bool beginsExpression(const Piece &piece)
{
    static const QSet<QString> words{u"("_s,    u","_s,      u";"_s,  u"select"_s, u"distinct"_s, u"where"_s,
                                     u"on"_s,   u"having"_s, u"by"_s, u"when"_s,   u"then"_s,     u"else"_s,
                                     u"case"_s, u"return"_s, u"if"_s, u"elseif"_s, u"while"_s,    u"until"_s};
    return !piece.isName && words.contains(piece.text);
}

/// Before these one has ended.
bool endsExpression(const Piece &piece)
{
    static const QSet<QString> words{
        u")"_s,      u","_s,     u";"_s,     u"then"_s,   u"else"_s,          u"end"_s,  u"when"_s, u"from"_s,
        u"where"_s,  u"group"_s, u"order"_s, u"having"_s, u"limit"_s,         u"asc"_s,  u"desc"_s, u"union"_s,
        u"on"_s,     u"join"_s,  u"left"_s,  u"right"_s,  u"inner"_s,         u"as"_s,   u"do"_s,   u"separator"_s,
        u"window"_s, u"rows"_s,  u"range"_s, u"cross"_s,  u"straight_join"_s, u"using"_s};
    return !piece.isName && words.contains(piece.text);
}

class Remover
{
public:
    explicit Remover(const std::vector<Piece> &pieces)
        : m_pieces(pieces), m_partner(pieces.size(), -1), m_removed(pieces.size()), m_closesBetween(pieces.size())
    {
    }

    std::vector<Piece> run()
    {
        std::vector<qsizetype> open;
        std::vector<std::pair<qsizetype, qsizetype>> pairs; // the inner ones first
        std::vector<int> betweens{0};                       // that wait for their AND, by depth
        for (qsizetype i = 0; i < size(); ++i) {
            if (is(i, u"(")) {
                open.push_back(i);
                betweens.push_back(0);
            } else if (is(i, u")") && !open.empty()) {
                m_partner[at(open.back())] = i;
                pairs.emplace_back(open.back(), i);
                open.pop_back();
                betweens.pop_back();
            } else if (is(i, u"between")) {
                ++betweens.back();
            } else if (is(i, u"and") && betweens.back() > 0) {
                --betweens.back();
                m_closesBetween[at(i)] = true;
            }
        }
        for (const auto &[begin, end] : pairs) {
            if (isSuperfluous(begin, end)) {
                m_removed[at(begin)] = true;
                m_removed[at(end)] = true;
            }
        }
        std::vector<Piece> left;
        for (qsizetype i = 0; i < size(); ++i) {
            if (!m_removed[at(i)]) {
                left.push_back(m_pieces[at(i)]);
            }
        }
        return left;
    }

private:
    static std::size_t at(qsizetype i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_pieces.size()); }
    [[nodiscard]] bool is(qsizetype i, QStringView text) const
    {
        return i >= 0 && i < size() && !m_pieces[at(i)].isName && m_pieces[at(i)].text == text;
    }
    [[nodiscard]] bool isAnyOf(qsizetype i, std::initializer_list<QStringView> texts) const
    {
        return std::ranges::any_of(texts, [&](QStringView text) { return is(i, text); });
    }
    [[nodiscard]] qsizetype after(qsizetype i) const
    {
        do {
            ++i;
        } while (i < size() && m_removed[at(i)]);
        return i;
    }
    [[nodiscard]] qsizetype before(qsizetype i) const
    {
        do {
            --i;
        } while (i >= 0 && m_removed[at(i)]);
        return i;
    }
    [[nodiscard]] bool isWord(qsizetype i) const
    {
        const Piece &piece = m_pieces[at(i)];
        return piece.isName || piece.text.front().isLetter() || piece.text.front() == u'_';
    }

    [[nodiscard]] bool isSuperfluous(qsizetype begin, qsizetype end) const
    {
        const std::optional<int> inside = lowestLevel(after(begin), end);
        const std::optional<int> left = levelBefore(begin);
        const std::optional<int> right = levelAfter(end);
        if (!inside || !left || !right) {
            return false;
        }
        const bool associative = *inside == orLevel || *inside == andLevel;
        const bool fromTheLeft = associative || *inside == additive || *inside == multiplicative;
        return (*inside > *left || (*inside == *left && associative)) &&
               (*inside > *right || (*inside == *right && fromTheLeft));
    }

    /// Of the operator whose right operand begins at @p i; nothing where an expression begins.
    [[nodiscard]] std::optional<int> levelBefore(qsizetype i) const
    {
        const qsizetype place = before(i);
        if (place < 0 || beginsExpression(m_pieces[at(place)])) {
            return nothing;
        }
        if (m_closesBetween[at(place)] || is(place, u"between")) {
            return betweenLevel;
        }
        const Piece &piece = m_pieces[at(place)];
        const qsizetype further = before(place);
        const bool prefix = further < 0 || beginsExpression(m_pieces[at(further)]) ||
                            infixLevel(m_pieces[at(further)]) != nothing || m_closesBetween[at(further)] ||
                            isAnyOf(further, {u"between", u"not", u"!"});
        const int level = prefix ? prefixLevel(piece) : infixLevel(piece);
        return level == nothing ? std::nullopt : std::optional(level);
    }

    /// Of the operator whose left operand ends at @p i; nothing where an expression ends.
    [[nodiscard]] std::optional<int> levelAfter(qsizetype i) const
    {
        qsizetype place = after(i);
        if (place >= size() || endsExpression(m_pieces[at(place)])) {
            return nothing;
        }
        if (is(place, u"not")) {
            place = after(place);
        }
        if (place >= size()) {
            return std::nullopt;
        }
        if (m_closesBetween[at(place)] || is(place, u"between")) {
            return betweenLevel;
        }
        if (isAnyOf(place, {u"is", u"in"})) {
            return comparison;
        }
        const int level = infixLevel(m_pieces[at(place)]);
        return level == nothing ? std::nullopt : std::optional(level);
    }

    /// Past the operand that begins at @p i: a literal, a name, a call, a CASE, what is in parentheses. None where it
    /// is none of these.
    [[nodiscard]] std::optional<qsizetype> pastOperand(qsizetype i, qsizetype end) const
    {
        if (is(i, u"(")) {
            return m_partner[at(i)] < 0 ? std::nullopt : std::optional(after(m_partner[at(i)]));
        }
        if (is(i, u"case")) {
            int depth = 0;
            for (; i < end; i = after(i)) {
                depth += is(i, u"case") ? 1 : is(i, u"end") ? -1 : 0;
                if (depth == 0) {
                    return after(i);
                }
            }
            return std::nullopt;
        }
        if (is(i, u"interval")) { // INTERVAL operand unit
            const auto unit = pastOperand(after(i), end);
            return unit && *unit < end && isWord(*unit) && infixLevel(m_pieces[at(*unit)]) == nothing
                       ? std::optional(after(*unit))
                       : std::nullopt;
        }
        const bool call = is(after(i), u"(");
        if (i >= end || isAnyOf(i, {u"select", u"with", u"values", u"row", u")", u","}) ||
            (infixLevel(m_pieces[at(i)]) != nothing && !call)) {
            return std::nullopt;
        }
        const bool word = isWord(i);
        i = after(i);
        while (word && i < end && is(i, u".")) {
            i = after(after(i));
        }
        if (word && i < end && m_pieces[at(i)].text.startsWith(u'\'')) { // date '…', _utf8mb4'…'
            return after(i);
        }
        if (word && i < end && is(i, u"(")) {
            if (m_partner[at(i)] < 0) {
                return std::nullopt;
            }
            i = after(m_partner[at(i)]);
            if (is(i, u"over")) {
                i = after(i);
                i = is(i, u"(") && m_partner[at(i)] >= 0 ? after(m_partner[at(i)]) : after(i);
            }
        }
        return i;
    }

    /// Of all operators of [i, end) outside of further parentheses; none where it is no expression.
    [[nodiscard]] std::optional<int> lowestLevel(qsizetype i, qsizetype end) const
    {
        int lowest = atom;
        while (true) {
            while (i < end && prefixLevel(m_pieces[at(i)]) != nothing) {
                lowest = std::min(lowest, prefixLevel(m_pieces[at(i)]));
                i = after(i);
            }
            const auto past = i < end ? pastOperand(i, end) : std::nullopt;
            if (!past) {
                return std::nullopt;
            }
            i = *past;
            while (i < end && isAnyOf(i, {u"is", u"in", u"not"})) { // all but NOT BETWEEN and the like end an operand
                const bool is_ = is(i, u"is");
                const bool in = is(i, u"in");
                i = after(i);
                if (is_) {
                    i = is(i, u"not") ? after(i) : i;
                    if (i >= end || !isAnyOf(i, {u"null", u"true", u"false", u"unknown"})) {
                        return std::nullopt;
                    }
                    i = after(i);
                } else if (in) {
                    if (!is(i, u"(") || m_partner[at(i)] < 0) {
                        return std::nullopt;
                    }
                    i = after(m_partner[at(i)]);
                } else {
                    if (!isAnyOf(i, {u"in", u"like", u"between", u"regexp", u"rlike"})) {
                        return std::nullopt;
                    }
                    if (!is(i, u"in")) {
                        break;
                    }
                    continue;
                }
                lowest = std::min(lowest, comparison);
            }
            if (i >= end) {
                return i == end ? std::optional(lowest) : std::nullopt;
            }
            const bool between = m_closesBetween[at(i)] || is(i, u"between");
            const int level = between ? betweenLevel : infixLevel(m_pieces[at(i)]);
            if (level == nothing) {
                return std::nullopt;
            }
            lowest = std::min(lowest, level);
            i = after(i);
        }
    }

    const std::vector<Piece> &m_pieces;
    std::vector<qsizetype> m_partner;
    std::vector<bool> m_removed;
    std::vector<bool> m_closesBetween; ///< the AND of a BETWEEN
};

} // namespace

std::vector<Piece> withoutSuperfluousParentheses(const std::vector<Piece> &pieces)
{
    return Remover(pieces).run();
}

} // namespace countersign::sql
