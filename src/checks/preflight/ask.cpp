#include "checks/context.h"
#include "checks/preflight/preflight.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using Clock = std::chrono::steady_clock;

QStringList keysOf(const db::Rows &rows, const PreflightQuestion &question, const Settings &settings, int most)
{
    QStringList out;
    if (question.keysAreValues && !settings.showValues) {
        return out;
    }
    const QStringList columns = rows.columns();
    for (int row = 0; row < std::min(rows.size(), most); ++row) {
        QStringList parts;
        for (int column = 0; column < columns.size(); ++column) {
            parts.append(rows.isNull(row, column) ? u"NULL"_s : rows.text(row, column));
        }
        out.append(parts.join(u'/'));
    }
    return out;
}

class Asking
{
public:
    Asking(db::Session &session, const Settings &settings, const PreflightLimits &limits, std::stop_token stop)
        : m_session(session), m_settings(settings), m_limits(limits), m_stop(std::move(stop)), m_begin(Clock::now())
    {
    }

    base::Result<PreflightAnswer> ask(const PreflightQuestion &question)
    {
        PreflightAnswer answer;
        answer.question = question;
        if (question.keySql.isEmpty()) {
            answer.why = say("Finding", "statement %1 writes these values, so nobody knows them yet")
                             .arg(QString::number(question.changedBy));
            return answer;
        }
        answer.sql = question.keySql + u" LIMIT %1"_s.arg(m_limits.sampleKeys);
        if (Clock::now() - m_begin > m_limits.total) {
            answer.why = say("Finding", "the time for all questions was over");
            return answer;
        }
        const auto from = Clock::now();
        CS_CHECK(answerIt(answer));
        answer.duration = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - from);
        if (answer.answer == Answer::Fails && question.changedBy > 0) {
            answer.answer = Answer::Unknown;
            answer.why =
                say("Finding", "statement %1 changes these rows first; as they are now, %2 would break the rule")
                    .arg(QString::number(question.changedBy),
                         answer.rows < 0 ? say("Finding", "some") : QString::number(answer.rows));
        }
        return answer;
    }

private:
    [[nodiscard]] static bool isFinal(const base::Error &error) { return error.kind == base::ErrorKind::Cancelled; }

    base::Result<void> answerIt(PreflightAnswer &answer)
    {
        const auto found = m_session.run(answer.sql, m_stop);
        if (!found) {
            if (isFinal(found.error())) {
                return base::Fail(found.error());
            }
            answer.why = found.error().message;
            return answerFromSample(answer, found.error().kind == base::ErrorKind::Undecided);
        }
        if (found->isEmpty()) {
            answer.answer = Answer::Passes;
            answer.rows = 0;
            return {};
        }
        answer.answer = Answer::Fails;
        answer.keys = keysOf(*found, answer.question, m_settings, m_limits.sampleKeys);
        answer.rows = found->size();
        answer.atLeast = found->size() >= m_limits.sampleKeys;
        if (!answer.atLeast) {
            return {};
        }
        const auto count = m_session.run(answer.question.countSql, m_stop);
        if (!count && isFinal(count.error())) {
            return base::Fail(count.error());
        }
        if (count && !count->isEmpty()) {
            answer.rows = count->number(0, 0);
            answer.atLeast = answer.rows >= 100000;
        }
        return {};
    }

    /// A sample can only refute: when it finds nothing, nothing is known.
    base::Result<void> answerFromSample(PreflightAnswer &answer, bool tookTooLong)
    {
        if (!tookTooLong || answer.question.sampleSql.isEmpty()) {
            return {};
        }
        const auto sample = m_session.run(answer.question.sampleSql, m_stop);
        if (!sample) {
            return isFinal(sample.error()) ? base::Result<void>(base::Fail(sample.error())) : base::Result<void>();
        }
        answer.sampled = true;
        const qint64 rows = sample->isEmpty() ? 0 : sample->number(0, 0);
        if (rows > 0) {
            answer.answer = Answer::Fails;
            answer.sql = answer.question.sampleSql;
            answer.rows = rows;
            answer.atLeast = true;
            answer.why = say("Finding", "found in a sample of 1 % of the pages");
        } else {
            answer.why =
                answer.why + say("Finding", "; a sample of 1 % of the pages has no such row, which proves nothing");
        }
        return {};
    }

    db::Session &m_session;
    const Settings &m_settings;
    const PreflightLimits &m_limits;
    std::stop_token m_stop;
    Clock::time_point m_begin;
};

} // namespace

base::Result<std::vector<PreflightAnswer>> askPreflight(db::Session &session,
                                                        const std::vector<PreflightQuestion> &questions,
                                                        const Settings &settings, const PreflightLimits &limits,
                                                        const base::ProgressSink &progress, std::stop_token stop)
{
    Asking asking(session, settings, limits, stop);
    std::vector<PreflightAnswer> out;
    for (const PreflightQuestion &question : questions) {
        base::report(progress, u"asking production: %1"_s.arg(question.question.english()),
                     static_cast<int>(out.size()), static_cast<int>(questions.size()));
        CS_TRY(answer, asking.ask(question));
        out.push_back(std::move(answer));
    }
    return out;
}

std::vector<Finding> findingsOf(const std::vector<PreflightAnswer> &answers)
{
    std::vector<Finding> out;
    for (const PreflightAnswer &answer : answers) {
        const PreflightQuestion &question = answer.question;
        if (question.rule.isEmpty() || answer.answer == Answer::Passes) {
            continue;
        }
        const bool fails = answer.answer == Answer::Fails;
        Phrase message = say("Finding", "Not proven: \"%1\" (%2)").arg(question.question, answer.why);
        if (fails) {
            message = (answer.atLeast ? say("Finding", "In production the answer to \"%1\" is no: at least %2 cases")
                       : answer.rows == 1 ? say("Finding", "In production the answer to \"%1\" is no: %2 case")
                                          : say("Finding", "In production the answer to \"%1\" is no: %2 cases"))
                          .arg(question.question, answer.rows);
        }
        if (fails && !answer.keys.isEmpty()) {
            message = message + say("Finding", ", such as %1").arg(answer.keys.mid(0, 5).join(u", "_s));
        }
        Finding item = finding(
            fails ? Severity::Error : Severity::Warning, question.statement, question.object, message + u"."_s,
            fails ? say("Finding", "Correct these rows first, in a change that is reviewed as well.")
                  : say("Finding", "Ask again right before the deployment, or on a fresh replica with more time."));
        item.rule = question.rule;
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace countersign::checks
