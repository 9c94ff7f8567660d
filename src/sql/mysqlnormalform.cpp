#include "sql/mysqlnormalform.h"

#include "sql/mysqlparentheses.h"
#include "sql/tokens.h"

#include <QHash>
#include <QStringList>

namespace countersign::sql {

using namespace Qt::StringLiterals;

namespace {

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !(name.front().unicode() >= u'0' && name.front().unicode() <= u'9') &&
           std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; });
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// For each "(" the place of its ")", else -1.
std::vector<qsizetype> partners(const QStringList &tokens)
{
    std::vector<qsizetype> partner(static_cast<std::size_t>(tokens.size()), -1);
    QList<qsizetype> open;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i) == u"("_s) {
            open << i;
        } else if (tokens.at(i) == u")"_s && !open.isEmpty()) {
            partner[static_cast<std::size_t>(open.takeLast())] = i;
        }
    }
    return partner;
}

/// ((x)) says no more than (x), and (x) as a whole no more than x.
QStringList withoutRedundantParentheses(const QStringList &tokens)
{
    const std::vector<qsizetype> partner = partners(tokens);
    std::vector<bool> redundant(partner.size());
    bool outer = true; // nothing but redundant parentheses so far
    for (std::size_t i = 0; i < partner.size(); ++i) {
        const qsizetype end = partner[i];
        if (end >= 0) {
            const bool doubled = i > 0 && partner[i - 1] == end + 1;
            const bool whole = outer && end + 1 + static_cast<qsizetype>(i) == tokens.size();
            redundant[i] = doubled || whole;
            redundant[static_cast<std::size_t>(end)] = redundant[i];
        }
        outer = outer && redundant[i];
    }
    QStringList out;
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (!redundant[i]) {
            out << tokens.at(static_cast<qsizetype>(i));
        }
    }
    return out;
}

/// What the manuals of both products call synonyms; servers keep one of the names, not the same one.
QString functionName(const QString &name)
{
    static const QHash<QString, QString> synonyms{{u"lcase"_s, u"lower"_s},
                                                  {u"ucase"_s, u"upper"_s},
                                                  {u"substring"_s, u"substr"_s},
                                                  {u"mid"_s, u"substr"_s},
                                                  {u"ceiling"_s, u"ceil"_s},
                                                  {u"power"_s, u"pow"_s},
                                                  {u"character_length"_s, u"char_length"_s},
                                                  {u"octet_length"_s, u"length"_s},
                                                  {u"stddev_pop"_s, u"std"_s},
                                                  {u"stddev"_s, u"std"_s},
                                                  {u"var_pop"_s, u"variance"_s},
                                                  {u"dayofmonth"_s, u"day"_s},
                                                  {u"sha1"_s, u"sha"_s},
                                                  {u"session_user"_s, u"user"_s},
                                                  {u"system_user"_s, u"user"_s},
                                                  {u"current_date"_s, u"curdate"_s},
                                                  {u"current_time"_s, u"curtime"_s},
                                                  {u"localtime"_s, u"now"_s},
                                                  {u"localtimestamp"_s, u"now"_s}};
    return synonyms.value(name, name);
}

/// EXISTS needs no more than one row, which MariaDB writes down and MySQL does not.
std::vector<Piece> withoutLimitOfExists(const std::vector<Piece> &pieces)
{
    std::vector<Piece> out;
    std::vector<bool> ofExists;
    for (const Piece &piece : pieces) {
        const std::size_t count = out.size();
        if (!piece.isName && piece.text == u"("_s) {
            ofExists.push_back(count > 0 && out.back() == Piece{u"exists"_s});
        } else if (!piece.isName && piece.text == u")"_s && !ofExists.empty()) {
            if (ofExists.back() && count > 2 && out[count - 1].text == u"1"_s && out[count - 2] == Piece{u"limit"_s}) {
                out.resize(count - 2);
            }
            ofExists.pop_back();
        }
        out.push_back(piece);
    }
    return out;
}

/// The place of the ")" that belongs to the "(" at @p begin, and of the only comma directly between them, else 0.
std::pair<std::size_t, std::size_t> endAndComma(const std::vector<Piece> &pieces, std::size_t begin)
{
    std::size_t comma = 0;
    int commas = 0;
    int depth = 0;
    for (std::size_t i = begin; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        depth += piece == Piece{u"("_s} ? 1 : piece == Piece{u")"_s} ? -1 : 0;
        if (depth == 0) {
            return {i, commas == 1 ? comma : 0};
        }
        if (depth == 1 && piece == Piece{u","_s}) {
            comma = i;
            ++commas;
        }
    }
    return {0, 0};
}

/// regexp_like(a,b) is how MySQL keeps a REGEXP b.
std::vector<Piece> withRegexpOperator(std::vector<Piece> pieces)
{
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        if (pieces[i] != Piece{u"regexp_like"_s} || pieces[i + 1] != Piece{u"("_s}) {
            continue;
        }
        const auto [end, comma] = endAndComma(pieces, i + 1);
        if (comma != 0) { // ((a) regexp (b))
            const auto at = [&pieces](std::size_t place) {
                return pieces.begin() + static_cast<std::ptrdiff_t>(place);
            };
            pieces.insert(at(end), Piece{u")"_s});
            pieces[comma] = Piece{u"("_s};
            pieces.insert(at(comma), {Piece{u")"_s}, Piece{u"regexp"_s}});
            pieces[i] = Piece{u"("_s};
        }
    }
    return pieces;
}

/// NOT x is kept as (0 = x) by MySQL and as x = 0 by MariaDB, for a column x.
std::vector<Piece> withZeroOnTheRight(std::vector<Piece> pieces)
{
    for (std::size_t i = 0; i + 4 < pieces.size(); ++i) {
        if (pieces[i] != Piece{u"("_s} || pieces[i + 1].text != u"0"_s ||
            (pieces[i + 2] != Piece{u"="_s} && pieces[i + 2] != Piece{u"<>"_s}) || !pieces[i + 3].isName) {
            continue;
        }
        std::size_t end = i + 4;
        while (end + 1 < pieces.size() && pieces[end] == Piece{u"."_s} && pieces[end + 1].isName) {
            end += 2;
        }
        if (end < pieces.size() && pieces[end] == Piece{u")"_s}) {
            const auto begin = pieces.begin() + static_cast<std::ptrdiff_t>(i);
            std::rotate(begin + 1, begin + 3, pieces.begin() + static_cast<std::ptrdiff_t>(end)); // x 0 =
            std::swap(pieces[end - 2], pieces[end - 1]);
        }
    }
    return pieces;
}

} // namespace

QString mySqlNormalForm(const QString &text, const Dialect &dialect)
{
    std::vector<Piece> pieces;
    const std::vector<Token> tokens = significantTokens(text, dialect);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const QString raw = token.in(text).toString();
        const QStringView next = i + 1 < tokens.size() ? tokens[i + 1].in(text) : QStringView();
        if (token.kind == TokenKind::QuotedIdentifier) {
            const QString name = identifierText(token, text, dialect);
            pieces.push_back({isPlainName(name) ? name : raw, true});
        } else if (token.kind == TokenKind::Word) {
            const bool introducer = raw.startsWith(u'_') && next.startsWith(u'\'') && isAscii(next);
            const bool timestamp = raw.compare(u"current_timestamp"_s, Qt::CaseInsensitive) == 0;
            if (!introducer) {
                const QString word = raw.toLower();
                const bool call = next == u"(";
                pieces.push_back({timestamp                   ? u"now"_s
                                  : call                      ? functionName(word)
                                  : word == u"mod"_s && i > 0 ? u"%"_s
                                                              : word});
            }
            if (timestamp && next != u"(") {
                pieces.push_back({u"("_s});
                pieces.push_back({u")"_s});
            }
        } else {
            pieces.push_back({raw == u"!="_s ? u"<>"_s : raw});
        }
    }
    QStringList words;
    for (const Piece &piece :
         withoutSuperfluousParentheses(withZeroOnTheRight(withRegexpOperator(withoutLimitOfExists(pieces))))) {
        words << piece.text;
    }
    return withoutRedundantParentheses(words).join(u' ');
}

} // namespace countersign::sql
