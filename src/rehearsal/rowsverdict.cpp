#include "rehearsal/rowsverdict.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;

namespace {

QString rowsCount(qint64 rows)
{
    return rows >= rowsCounted ? u"at least %1"_s.arg(rowsCounted) : QString::number(rows);
}

QString rowsText(qint64 rows)
{
    return rowsCount(rows) + (rows == 1 ? u" row"_s : u" rows"_s);
}

/// What was found about one statement, and where it stands among the others.
struct Finding {
    const DataAnswer &answer;
    bool begun = false; ///< the catalog shows that some statement took effect
    int later = 0;      ///< the last statement after this one that took effect; 0 for none
    int again = 0;      ///< the next one that may have changed the same rows since; 0 for none
};

void judgeDone(StatementVerdict &verdict, const Finding &finding)
{
    const DataAnswer &answer = finding.answer;
    const qint64 done = answer.done.value_or(0);
    const QString object = answer.question.object;
    const bool proven = done > 0 && (finding.begun || answer.question.countsPresent);
    if (proven) {
        verdict.state = StatementState::Applied;
        verdict.evidence =
            answer.question.countsPresent
                ? u"Of its rows %1 has %2, none is missing"_s.arg(object, rowsCount(done))
                : u"No row of %1 is left that it would change; %2 are as it leaves them"_s.arg(object, rowsText(done));
        return;
    }
    // At the end of what took effect, rows that are as it leaves them would show that the run came so far.
    verdict.nothingLeft = finding.later > 0 || !answer.done;
    verdict.mayHaveRun = done > 0;
    verdict.evidence = u"No row of %1 is left that it would change: it ran, or it had nothing to do"_s.arg(object);
}

void judgeLeft(StatementVerdict &verdict, const Finding &finding)
{
    const DataAnswer &answer = finding.answer;
    const qint64 left = *answer.left;
    const QString object = answer.question.object;
    QString evidence = answer.question.countsPresent ? u"%1 lacks %2 of its rows"_s.arg(object, rowsCount(left))
                                                     : u"It would still change %1 of %2"_s.arg(rowsText(left), object);
    if (answer.question.countsPresent && answer.done.value_or(0) > 0) {
        evidence += u" and has %1"_s.arg(rowsCount(*answer.done));
    }
    if (!answer.question.repeatable) {
        evidence += u", as it would however often it ran: this says nothing"_s;
    } else if (finding.again > 0) {
        evidence += u", but statement %1 may have changed the same rows since"_s.arg(finding.again);
    } else if (finding.later > 0) {
        evidence +=
            u": it did not run, or they were written since; statement %1 after it took effect"_s.arg(finding.later);
    } else {
        verdict.state = answer.question.countsPresent && answer.done.value_or(0) > 0 ? StatementState::Partly
                                                                                     : StatementState::NotApplied;
    }
    verdict.evidence = evidence;
}

void judgeWitness(StatementVerdict &verdict, const DataAnswer &answer)
{
    const qint64 filled = *answer.filled;
    const qint64 unfilled = answer.unfilled.value_or(0);
    const QString &witness = answer.question.witness;
    const bool only = answer.question.countsPresent || answer.question.changedAgain == 0;
    if (filled > 0 && unfilled == 0 && only) {
        verdict.state = StatementState::Applied;
        verdict.evidence = u"What it reads is gone since; %1, which this migration made empty, is filled (%2)"_s.arg(
            witness, rowsText(filled));
    } else {
        verdict.evidence = u"What it reads is gone since; in %1, which this migration made empty, there is a value "
                           "in %2 and none in %3"_s.arg(witness, rowsText(filled), rowsText(unfilled));
    }
}

} // namespace

void judgeByRows(std::vector<StatementVerdict> &verdicts, const std::vector<DataAnswer> &rows)
{
    int last = 0;
    bool begun = false;
    for (const StatementVerdict &verdict : verdicts) {
        if (verdict.state == StatementState::Applied || verdict.state == StatementState::Partly) {
            begun = true;
            last = verdict.index;
        }
    }
    for (const DataAnswer &answer : rows) {
        const auto verdict = std::ranges::find(verdicts, answer.question.statement, &StatementVerdict::index);
        if (verdict == verdicts.end() || verdict->state != StatementState::Unknown) {
            continue;
        }
        Finding finding{answer, begun, last > verdict->index ? last : 0, answer.question.changedAgain};
        const auto next = std::ranges::find(verdicts, finding.again, &StatementVerdict::index);
        if (finding.later == 0 && next != verdicts.end() && next->state == StatementState::NotApplied) {
            finding.again = 0; // neither did it nor any after it
        }
        if (!answer.question.missing.isEmpty()) {
            verdict->state = StatementState::NotApplied;
            verdict->evidence = u"There is no %1, so it cannot have taken effect"_s.arg(answer.question.missing);
        } else if (answer.question.droppedBy > 0) {
            verdict->nothingLeft = true;
            verdict->evidence =
                u"%1 is gone: statement %2 dropped it, and nothing had read it in between"_s.arg(answer.question.object)
                    .arg(answer.question.droppedBy);
        } else if (!answer.problem.isEmpty()) {
            verdict->evidence += u"\nThe rows could not be asked: "_s + answer.problem;
        } else if (answer.left && *answer.left == 0) {
            judgeDone(*verdict, finding);
        } else if (answer.left) {
            judgeLeft(*verdict, finding);
        } else if (answer.filled) {
            judgeWitness(*verdict, answer);
        }
    }
}

} // namespace countersign::rehearsal
