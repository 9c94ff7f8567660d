#include "rehearsal/dataevidence.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

/// Two numbers of one row.
Result<void> askOne(db::Session &session, const QString &sql, std::optional<qint64> &first,
                    std::optional<qint64> &second, const std::stop_token &stop)
{
    CS_TRY(rows, session.run(sql, stop));
    if (!rows.isEmpty()) {
        first = rows.isNull(0, 0) ? std::nullopt : std::optional(rows.number(0, 0));
        second = rows.isNull(0, 1) ? std::nullopt : std::optional(rows.number(0, 1));
    }
    return {};
}

} // namespace

Result<std::vector<DataAnswer>> askData(db::Session &session, const std::vector<DataQuestion> &questions,
                                        std::chrono::milliseconds limit, const base::ProgressSink &progress,
                                        std::stop_token stop)
{
    std::vector<DataAnswer> answers;
    const auto begin = std::chrono::steady_clock::now();
    for (const DataQuestion &question : questions) {
        DataAnswer &answer = answers.emplace_back();
        answer.question = question;
        base::report(progress, u"Asking rows about statement %1"_s.arg(question.statement),
                     static_cast<int>(answers.size()), static_cast<int>(questions.size()));
        if (!question.missing.isEmpty() || question.droppedBy > 0) {
            continue;
        }
        if (std::chrono::steady_clock::now() - begin > limit) {
            answer.problem = u"the time for all questions was over"_s;
            continue;
        }
        if (session.engine() == EngineKind::PostgreSql) {
            const sql::Dialect dialect = sql::dialectOf(EngineKind::PostgreSql);
            const QString path = dialect.quoted(question.searchPath) + u", public"_s;
            static_cast<void>(session.run(
                u"SELECT pg_catalog.set_config('search_path', %1, false)"_s.arg(dialect.literal(path)), stop));
        }
        Result<void> asked;
        if (!question.sql.isEmpty()) {
            asked = askOne(session, question.sql, answer.left, answer.done, stop);
        }
        if ((question.sql.isEmpty() || !asked) && !question.witnessSql.isEmpty()) {
            asked = askOne(session, question.witnessSql, answer.filled, answer.unfilled, stop);
        }
        if (!asked) {
            if (asked.error().kind == base::ErrorKind::Cancelled) {
                return base::Fail(asked.error());
            }
            answer.problem = asked.error().message;
        }
    }
    return answers;
}

} // namespace countersign::rehearsal
