#include "base/show.h"
#include "checks/report.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

QString escaped(const QString &text, bool keepLayout = false)
{
    return base::show(text, keepLayout).toHtmlEscaped();
}

const auto style = u"body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
                   u"1rem;color:#1b1f24;background:#fff}"
                   "h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #d0d7de}"
                   "pre{background:#f6f8fa;padding:.6rem;overflow:auto;white-space:pre-wrap}"
                   ".f{border-left:.3rem solid;padding:.2rem .8rem;margin:.8rem 0}.error{border-color:#b42318}"
                   ".warning{border-color:#b54708}.info{border-color:#175cd3}.waived{opacity:.7}"
                   "table{border-collapse:collapse}td,th{border:1px solid #d0d7de;padding:.2rem .6rem;text-align:left}"
                   "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}pre{background:#161b22}}"_s;

void appendFindingBox(const Finding &item, QString &out)
{
    out += u"<div class=\"f %1%2\"><strong>%3%4</strong> <code>%5</code><br>%6<br><em>%7</em>"_s.arg(
        nameOf(item.severity), item.waived ? u" waived"_s : QString(), nameOf(item.severity),
        item.waived ? u" (waived)"_s : QString(), escaped(item.rule), escaped(item.message.english()),
        escaped(item.advice.english()));
    if (!item.fix.isEmpty()) {
        out += u"<pre>%1</pre>"_s.arg(escaped(item.fix, true));
    }
    if (item.waived) {
        out += u"<br>waived: %1"_s.arg(escaped(item.waivedBecause));
    }
    out += u"</div>\n"_s;
}

void appendLocks(const rehearsal::StatementRun &run, QString &out)
{
    if (run.locks.empty()) {
        return;
    }
    const auto yes = [](bool value) { return value ? u"yes"_s : u"no"_s; };
    out += u"<table><tr><th>relation</th><th>lock</th><th>blocks reads</th><th>blocks writes</th><th>rewrites</th>"
           "<th>scans</th><th>seen</th></tr>\n"_s;
    for (const rehearsal::Lock &lock : run.locks) {
        out += u"<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td><td>%5</td><td>%6</td><td>%7</td></tr>\n"_s.arg(
            escaped(lock.object), escaped(lock.mode), yes(lock.blocksReads), yes(lock.blocksWrites),
            yes(lock.rewritesTable), yes(lock.scansTable), lock.observed ? u"observed"_s : u"predicted"_s);
    }
    out += u"</table>\n"_s;
}

void appendDifferenceItems(const QString &title, const std::vector<diff::Difference> &differences, QString &out)
{
    for (const diff::Difference &difference : differences) {
        out += u"<li>%1: %2 %3 <code>%4</code></li>\n"_s.arg(
            title, diff::nameOf(difference.change), schema::nameOf(difference.id.kind), escaped(difference.id.path()));
    }
}

void appendStatements(const Report &report, QString &out)
{
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        out += u"<h2>Statement %1, %2:%3, %4</h2>\n<pre>%5</pre>\n"_s.arg(
            QString::number(run.index), escaped(run.file), QString::number(run.range.line),
            rehearsal::nameOf(run.outcome), escaped(run.sql, true));
        if (run.error) {
            out += u"<p><strong>%1</strong> %2</p>\n"_s.arg(escaped(run.error->message), escaped(run.error->advice));
        }
        if (!run.refusal.isEmpty()) {
            out += u"<p><strong>refused:</strong> %1</p>\n"_s.arg(escaped(run.refusal));
        }
        const auto notes = report.notes.find(run.index);
        if (report.production && notes != report.notes.end()) {
            for (const QString &path : notes->second.tables) {
                out += u"<p>%1: %2 in production</p>\n"_s.arg(escaped(path),
                                                              escaped(report.production->sizeText(path).english()));
            }
        }
        appendLocks(run, out);
        for (const Finding &item : report.findings) {
            if (item.statement == run.index) {
                appendFindingBox(item, out);
            }
        }
    }
}

void appendWhole(const Report &report, QString &out)
{
    out += u"<h2>The whole migration</h2>\n"_s;
    for (const Finding &item : report.findings) {
        if (item.statement == 0) {
            appendFindingBox(item, out);
        }
    }
    out += u"<ul>\n"_s;
    if (report.completeness) {
        out += u"<li>Expected schema: %1</li>\n"_s.arg(report.completeness->matches ? u"reached"_s : u"not reached"_s);
        appendDifferenceItems(u"missing"_s, report.completeness->missing, out);
        appendDifferenceItems(u"unexpected"_s, report.completeness->unexpected, out);
    }
    if (report.reversibility && report.reversibility->ran) {
        out += u"<li>Way back%1: %2</li>\n"_s.arg(
            report.reversibility->generated ? u" (ours, none was given)"_s : QString(),
            report.reversibility->restoresBase ? u"gives the schema before"_s : u"does not give the schema before"_s);
        for (const QString &lost : report.reversibility->losesData) {
            out += u"<li>loses data: %1</li>\n"_s.arg(escaped(lost));
        }
    }
    for (const PreflightAnswer &answer : report.preflight) {
        out += u"<li>%1: %2 %3</li>\n"_s.arg(nameOf(answer.answer), escaped(answer.question.question.english()),
                                             escaped(answer.why.english()));
    }
    for (const QString &limit : report.limits) {
        out += u"<li>limit: %1</li>\n"_s.arg(escaped(limit));
    }
    for (const NotRun &item : report.notRun) {
        out += u"<li>not run, and not passed: %1: %2</li>\n"_s.arg(escaped(item.check), escaped(item.why.english()));
    }
    out += u"</ul>\n"_s;
}

} // namespace

QByteArray toHtml(const Report &report)
{
    QString out =
        u"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<title>%1</title><style>%2</style></head><body>\n<h1>%1</h1>\n"_s.arg(escaped(report.migrationPath), style);
    out += u"<p><strong>%1</strong>, risk %2. Rehearsed on %3 %4, base %5 (%6 %7).</p>\n"_s.arg(
        nameOf(report.verdict()), nameOf(report.risk()), schema::titleOf(report.rehearsal.circumstances.engine),
        escaped(report.rehearsal.circumstances.engineVersion), escaped(report.base.source),
        schema::titleOf(report.engine),
        report.base.version.isEmpty() ? u"version unknown"_s : escaped(report.base.version));
    out += u"<ul>\n"_s;
    for (const Phrase &reason : report.reasons()) {
        out += u"<li>%1</li>\n"_s.arg(escaped(reason.english()));
    }
    out += u"</ul>\n"_s;
    appendStatements(report, out);
    appendWhole(report, out);
    out += u"<p>report sha256 %1</p>\n</body></html>\n"_s.arg(digest(report));
    return out.toUtf8();
}

} // namespace countersign::checks
