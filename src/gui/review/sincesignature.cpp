#include "gui/review/sincesignature.h"

#include "sql/dialect.h"
#include "sql/statements.h"

#include <QMap>

namespace countersign::gui {

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

QMap<QString, QByteArray> filesOf(const migration::MigrationSet &set)
{
    QMap<QString, QByteArray> files;
    for (const migration::Migration &one : set.migrations) {
        files.insert(one.upPath, one.upBytes);
        if (!one.downPath.isEmpty()) {
            files.insert(one.downPath, one.downBytes);
        }
    }
    return files;
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

SinceSignature sinceSignature(const app::ReviewedChange &change, const QString &person,
                              const migration::MigrationSet &now, schema::EngineKind engine)
{
    const review::VoteView *vote = nullptr;
    for (const review::VoteView &one : change.evaluation.votes) {
        if (!one.latest) {
            continue;
        }
        const bool own = one.by == person;
        const bool betterPerson = vote == nullptr || (own && vote->by != person);
        const bool later = vote != nullptr && own == (vote->by == person) && one.seq > vote->seq;
        if (betterPerson || later) {
            vote = &one;
        }
    }
    SinceSignature since;
    if (vote == nullptr) {
        return since;
    }
    since.person = vote->by;
    since.revision = vote->revision;
    const auto earlier = std::ranges::find(change.signedFiles, vote->by, &app::SignedFiles::person);
    QMap<QString, QByteArray> before;
    for (const review::MigrationFile &file : earlier != change.signedFiles.end() ? earlier->files : change.files) {
        before.insert(QString::fromUtf8(file.path), file.bytes);
    }
    const QMap<QString, QByteArray> after = filesOf(now);
    QStringList paths = before.keys();
    for (const QString &path : after.keys()) {
        if (!paths.contains(path)) {
            paths << path;
        }
    }
    paths.sort();
    for (const QString &path : paths) {
        const bool script = path.endsWith(u".sql"_s, Qt::CaseInsensitive);
        // Files that are no migrations are in the signature, too, but not among what is looked at here.
        if (before.value(path) == after.value(path) || (!script && !after.contains(path))) {
            continue;
        }
        since.bytesDiffer = true;
        std::vector<StatementChange> changes = changedStatements(path, QString::fromUtf8(before.value(path)),
                                                                 QString::fromUtf8(after.value(path)), engine);
        since.changes.insert(since.changes.end(), changes.begin(), changes.end());
    }
    return since;
}

} // namespace countersign::gui
