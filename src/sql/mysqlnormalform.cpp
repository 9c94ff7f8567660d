#include "sql/mysqlnormalform.h"

#include "sql/tokens.h"

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

} // namespace

QString mySqlNormalForm(const QString &text, const Dialect &dialect)
{
    QStringList words;
    const std::vector<Token> tokens = significantTokens(text, dialect);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const QString raw = token.in(text).toString();
        if (token.kind == TokenKind::QuotedIdentifier) {
            const QString name = identifierText(token, text, dialect);
            words << (isPlainName(name) ? name : raw);
        } else if (token.kind == TokenKind::Word) {
            const bool introducer = raw.startsWith(u'_') && i + 1 < tokens.size() &&
                                    tokens[i + 1].in(text).startsWith(u'\'') && isAscii(tokens[i + 1].in(text));
            if (!introducer) {
                words << (raw.compare(u"current_timestamp"_s, Qt::CaseInsensitive) == 0 ? u"now"_s : raw.toLower());
            }
            const bool bare = i + 1 >= tokens.size() || tokens[i + 1].in(text) != u"(";
            if (words.value(words.size() - 1) == u"now"_s && raw.size() > 3 && bare) {
                words << u"("_s << u")"_s;
            }
        } else {
            words << (raw == u"!="_s ? u"<>"_s : raw);
        }
    }
    return withoutRedundantParentheses(words).join(u' ');
}

} // namespace countersign::sql
