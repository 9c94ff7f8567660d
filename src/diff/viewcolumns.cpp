#include "diff/viewcolumns.h"

#include "sql/tokens.h"

namespace countersign::diff {

using namespace Qt::StringLiterals;
using sql::Token;
using sql::TokenKind;

namespace {

/// The alias at the end of each column of the first SELECT; nothing unless all have one.
std::vector<Token> aliases(const QString &query, const sql::Dialect &dialect)
{
    const std::vector<Token> tokens = sql::significantTokens(query, dialect);
    const auto is = [&](std::size_t i, QLatin1StringView word) {
        return tokens[i].kind != TokenKind::QuotedIdentifier &&
               tokens[i].in(query).compare(word, Qt::CaseInsensitive) == 0;
    };
    std::vector<Token> found;
    int depth = 0;
    bool inColumns = false;
    for (std::size_t i = 0; i <= tokens.size(); ++i) {
        const bool end = i == tokens.size();
        if (!end && (is(i, "("_L1) || is(i, ")"_L1))) {
            depth += is(i, "("_L1) ? 1 : -1;
        } else if (!end && depth == 0 && !inColumns && is(i, "select"_L1)) {
            inColumns = true;
        } else if (depth == 0 && inColumns && (end || is(i, ","_L1) || is(i, "from"_L1) || is(i, "union"_L1))) {
            if (i < 2 || tokens[i - 1].kind != TokenKind::QuotedIdentifier || !is(i - 2, "as"_L1)) {
                return {};
            }
            found.push_back(tokens[i - 1]);
            if (end || !is(i, ","_L1)) {
                return found;
            }
        }
    }
    return {};
}

} // namespace

schema::View withoutColumnList(schema::View view, const sql::Dialect &dialect)
{
    const auto list = view.options.find(u"columns"_s);
    if (list == view.options.end()) {
        return view;
    }
    std::vector<Token> names = sql::significantTokens(list->second, dialect);
    std::erase_if(names, [&](const Token &token) { return token.kind != TokenKind::QuotedIdentifier; });
    const std::vector<Token> replaced = aliases(view.query.text, dialect);
    if (names.empty() || names.size() != replaced.size()) {
        return view;
    }
    for (std::size_t i = names.size(); i-- > 0;) {
        view.query.text.replace(replaced[i].begin, replaced[i].end - replaced[i].begin,
                                names[i].in(list->second).toString());
    }
    view.options.erase(list);
    return view;
}

} // namespace countersign::diff
