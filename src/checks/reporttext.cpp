#include "base/show.h"
#include "checks/report.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

QString place(const rehearsal::StatementRun &run)
{
    return u"statement %1, %2:%3"_s.arg(QString::number(run.index), base::show(run.file),
                                        QString::number(run.range.line));
}

/// As it is written; of what fills pages the beginning, and how much more there is.
QString block(const QString &sql)
{
    constexpr qsizetype mostLines = 40;
    constexpr qsizetype mostCharacters = 4000;
    QStringList lines = sql.trimmed().split(u'\n');
    const qsizetype all = lines.size();
    QString out;
    for (const QString &line : std::as_const(lines).mid(0, mostLines)) {
        if (out.size() + line.size() > mostCharacters) {
            return out + u"    %1… (%2 characters in all)\n"_s.arg(
                             base::show(line.left(mostCharacters - std::min(out.size(), mostCharacters))),
                             QString::number(sql.size()));
        }
        out += u"    "_s + base::show(line.endsWith(u'\r') ? line.chopped(1) : line, true) + u'\n';
    }
    return all <= mostLines ? out : out + u"    … (%1 lines in all)\n"_s.arg(all);
}

void appendStatement(const Report &report, const rehearsal::StatementRun &run, QString &out)
{
    out += u"\n%1  %2\n"_s.arg(place(run), rehearsal::nameOf(run.outcome));
    out += block(run.sql);
    if (run.error) {
        out += u"    error: "_s + base::show(run.error->message) + u'\n';
        if (!run.error->advice.isEmpty()) {
            out += u"    hint: "_s + base::show(run.error->advice) + u'\n';
        }
    }
    if (!run.refusal.isEmpty()) {
        out += u"    refused: "_s + base::show(run.refusal) + u'\n';
    }
    const auto notes = report.notes.find(run.index);
    if (report.production && notes != report.notes.end()) {
        for (const QString &path : notes->second.tables) {
            out += u"    table: %1: %2 in production\n"_s.arg(base::show(path),
                                                              report.production->sizeText(path).english());
        }
    }
    for (const rehearsal::Lock &lock : run.locks) {
        if (!lock.blocksWrites && !lock.blocksReads && !lock.rewritesTable && !lock.scansTable) {
            continue;
        }
        QStringList does;
        if (lock.blocksReads) {
            does.append(u"blocks reads"_s);
        }
        if (lock.blocksWrites) {
            does.append(u"blocks writes"_s);
        }
        if (lock.rewritesTable) {
            does.append(u"rewrites the table"_s);
        } else if (lock.scansTable) {
            does.append(u"scans the table"_s);
        }
        out += u"    lock: %1 on %2: %3%4\n"_s.arg(lock.mode, base::show(lock.object), does.join(u", "_s),
                                                   lock.observed ? QString() : u" (predicted)"_s);
    }
}

void appendFinding(const Finding &item, QString &out)
{
    out += u"    %1%2 [%3] %4\n"_s.arg(nameOf(item.severity).toUpper(), item.waived ? u" (waived)"_s : QString(),
                                       item.rule, base::show(item.message.english()));
    out += u"        do: %1\n"_s.arg(base::show(item.advice.english()));
    if (!item.fix.isEmpty()) {
        const QString fix = base::show(item.fix, true).trimmed();
        out += u"        fix: %1\n"_s.arg(QString(fix).replace(u"\n"_s, u"\n             "_s));
    }
    if (item.waived) {
        out += u"        waived: %1\n"_s.arg(base::show(item.waivedBecause));
    }
}

void appendDifference(const QString &title, const diff::Difference &difference, QString &out)
{
    QStringList names;
    for (const diff::Property &property : difference.properties) {
        names.append(property.name);
    }
    out += u"    %1 %2 %3%4\n"_s.arg(title, schema::nameOf(difference.id.kind), base::show(difference.id.path()),
                                     names.isEmpty() ? QString() : u" ("_s + names.join(u", "_s) + u')');
}

void appendDifferences(const QString &title, const std::vector<diff::Difference> &differences, QString &out)
{
    for (const diff::Difference &difference : differences) {
        appendDifference(title + u": "_s + diff::nameOf(difference.change), difference, out);
    }
}

/// What lies between the schema that was reached and the expected one.
void appendDeviations(const std::vector<diff::Difference> &differences, QString &out)
{
    for (const diff::Difference &difference : differences) {
        switch (difference.change) {
        case diff::Change::Added:
            appendDifference(u"missing:"_s, difference, out);
            break;
        case diff::Change::Removed:
            appendDifference(u"not expected, but there:"_s, difference, out);
            break;
        case diff::Change::Renamed:
        case diff::Change::Altered:
            appendDifference(u"differs:"_s, difference, out);
            break;
        }
    }
}

/// Neighbours that end alike are told once: a way back that begins by undoing the last statement is the same for long
/// stretches.
void appendReversals(const std::vector<rehearsal::Reversal> &reversals, QString &out)
{
    const auto outcome = [](const rehearsal::Reversal &reversal) {
        QString text = reversal.error ? u"fails: %1\n"_s.arg(base::show(reversal.error->message))
                                      : u"leaves %1\n"_s.arg(reversal.left.size() == 1
                                                                 ? u"a difference"_s
                                                                 : u"%1 differences"_s.arg(reversal.left.size()));
        appendDifferences(u"left"_s, reversal.left, text);
        return text;
    };
    for (std::size_t i = 0; i < reversals.size();) {
        if (reversals[i].restoresBase) {
            ++i;
            continue;
        }
        const QString text = outcome(reversals[i]);
        std::size_t last = i;
        while (last + 1 < reversals.size() && !reversals[last + 1].restoresBase &&
               reversals[last + 1].fromStatement == reversals[last].fromStatement + 1 &&
               outcome(reversals[last + 1]) == text) {
            ++last;
        }
        const QString from = QString::number(reversals[i].fromStatement);
        out += last == i
                   ? u"    after statement %1: "_s.arg(from)
                   : u"    after statements %1 to %2: "_s.arg(from, QString::number(reversals[last].fromStatement));
        out += text;
        i = last + 1;
    }
}

void appendReversibility(const rehearsal::Reversibility &reversibility, QString &out)
{
    const QString without = base::show(reversibility.without.join(u", "_s));
    const QString ours = !without.isEmpty()        ? u" (none given for %1; ours was tried)"_s.arg(without)
                         : reversibility.generated ? u" (none given; ours was tried)"_s
                                                   : QString();
    out += u"\nWay back%1: %2\n"_s.arg(ours, !reversibility.ran ? u"not run: "_s + base::show(reversibility.whyNotRun)
                                             : reversibility.restoresBase ? u"gives the schema before"_s
                                                                          : u"does not give the schema before"_s);
    appendReversals(reversibility.reversals, out);
    for (const QString &column : reversibility.losesData) {
        out += u"    loses data: %1\n"_s.arg(base::show(column));
    }
}

void appendPreflight(const Report &report, QString &out)
{
    if (report.preflight.empty()) {
        return;
    }
    out += u"\nPreflight, asked of production\n"_s;
    for (const PreflightAnswer &answer : report.preflight) {
        const QString count = answer.rows < 0 ? QString()
                                              : u", %1%2 %3"_s.arg(answer.atLeast ? u"at least "_s : QString(),
                                                                   QString::number(answer.rows),
                                                                   answer.rows == 1 ? u"case"_s : u"cases"_s);
        out += u"    %1  %2%3%4%5\n"_s.arg(
            nameOf(answer.answer).leftJustified(7), base::show(answer.question.question.english()), count,
            answer.sampled ? u", sample only"_s : QString(),
            answer.why.isEmpty() ? QString() : u": "_s + base::show(answer.why.english()));
        if (!answer.keys.isEmpty()) {
            out += u"             keys: %1\n"_s.arg(base::show(answer.keys.join(u", "_s)));
        }
    }
}

} // namespace

QString toText(const Report &report)
{
    const QString production = report.rehearsal.circumstances.productionVersion;
    QString out = u"%1: %2 on %3 %4%5\n"_s.arg(
        base::show(report.migrationPath),
        report.rehearsal.statements.size() == 1 ? u"1 statement"_s
                                                : u"%1 statements"_s.arg(report.rehearsal.statements.size()),
        schema::titleOf(report.rehearsal.circumstances.engine),
        base::show(report.rehearsal.circumstances.engineVersion),
        production.isEmpty() || production == report.rehearsal.circumstances.engineVersion
            ? QString()
            : u" (base: %1 %2)"_s.arg(schema::titleOf(report.engine), base::show(production)));
    out += u"base: %1\n"_s.arg(base::show(report.base.source));
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        appendStatement(report, run, out);
        for (const Finding &item : report.findings) {
            if (item.statement == run.index) {
                appendFinding(item, out);
            }
        }
    }
    bool first = true;
    for (const Finding &item : report.findings) {
        if (item.statement == 0) {
            out += first ? u"\nThe whole migration\n"_s : QString();
            first = false;
            appendFinding(item, out);
        }
    }
    if (report.completeness) {
        out += u"\nExpected schema: %1\n"_s.arg(report.completeness->matches ? u"reached"_s : u"not reached"_s);
        appendDeviations(report.completeness->missing, out);
        appendDeviations(report.completeness->unexpected, out);
    }
    if (report.reversibility) {
        appendReversibility(*report.reversibility, out);
    }
    appendPreflight(report, out);
    for (const CompatibilityResult &item : report.compatibility) {
        if (!item.okAfter) {
            out += u"\nbroken query %1 of %2: %3\n"_s.arg(base::show(item.query), base::show(item.workload),
                                                          base::show(item.error));
        }
    }
    if (!report.limits.isEmpty()) {
        out += u"\nLimits of this rehearsal\n"_s;
        for (const QString &limit : report.limits) {
            out += u"    "_s + base::show(limit) + u'\n';
        }
    }
    if (!report.notRun.empty()) {
        out += u"\nNot run, and not passed\n"_s;
        for (const NotRun &item : report.notRun) {
            out += u"    %1: %2%3\n"_s.arg(item.check, base::show(item.why.english()),
                                           item.option.isEmpty() ? QString() : u" (%1)"_s.arg(item.option));
        }
    }
    out += u"\nverdict: %1, risk %2\n"_s.arg(nameOf(report.verdict()), nameOf(report.risk()));
    for (const Phrase &reason : report.reasons()) {
        out += u"    "_s + base::show(reason.english()) + u'\n';
    }
    return out;
}

} // namespace countersign::checks
