#include "app/statementchanges.h"

#include "sql/dialect.h"
#include "sql/statements.h"

#include <QStringList>

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QString &script, schema::EngineKind engine)
{
    QStringList texts;
    if (const auto statements = sql::splitStatements(script, sql::dialectOf(engine))) {
        for (const sql::Statement &statement : *statements) {
            texts << statement.text;
        }
    } else if (!script.trimmed().isEmpty()) {
        // What cannot be split is one statement: it then changed as a whole.
        texts << script;
    }
    return texts;
}

/// For each text of @p before its partner in @p now, or -1: a longest common subsequence.
std::vector<int> partners(const QStringList &before, const QStringList &now)
{
    const auto rows = std::size_t(before.size());
    const auto columns = std::size_t(now.size());
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            length[i][j] = before[qsizetype(i)] == now[qsizetype(j)] ? length[i + 1][j + 1] + 1
                                                                     : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    std::vector<int> partner(rows, -1);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows && j < columns) {
        if (before[qsizetype(i)] == now[qsizetype(j)]) {
            partner[i++] = int(j++);
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return partner;
}

} // namespace

std::vector<StatementChange> changedStatements(const QString &file, const QString &before, const QString &now,
                                               schema::EngineKind engine)
{
    constexpr qsizetype mostCells = 4'000'000; // scripts of 2,000 statements each
    const QStringList left = textsOf(before, engine);
    const QStringList right = textsOf(now, engine);
    if (left.size() * right.size() > mostCells) {
        return {{StatementChange::Kind::Altered, file, 1, 1, {}, {}}};
    }
    const std::vector<int> partner = partners(left, right);
    std::vector<StatementChange> changes;
    int next = 0; // of the statements as they are
    std::vector<int> gone;
    const auto flush = [&](int until) {
        std::size_t used = 0;
        for (; next < until; ++next) {
            StatementChange change{StatementChange::Kind::Added, file, 0, next + 1, {}, right[next]};
            if (used < gone.size()) {
                change.kind = StatementChange::Kind::Altered;
                change.before = gone[used] + 1;
                change.textBefore = left[gone[used++]];
            }
            changes.push_back(std::move(change));
        }
        for (; used < gone.size(); ++used) {
            changes.push_back({StatementChange::Kind::Removed, file, gone[used] + 1, 0, left[gone[used]], {}});
        }
        gone.clear();
    };
    for (int row = 0; row < int(left.size()); ++row) {
        if (partner[std::size_t(row)] < 0) {
            gone.push_back(row);
        } else {
            flush(partner[std::size_t(row)]);
            next = partner[std::size_t(row)] + 1;
        }
    }
    flush(int(right.size()));
    return changes;
}

} // namespace countersign::app
