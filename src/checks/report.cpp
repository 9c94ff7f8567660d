#include "checks/report.h"

#include "base/digest.h"

#include <set>

using namespace Qt::StringLiterals;

namespace countersign::checks {

namespace {

/// The name of a severity, which a window says in its own language.
Phrase severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return say("Finding", "info");
    case Severity::Warning:
        return say("Finding", "warning");
    case Severity::Error:
        return say("Finding", "error");
    }
    return nameOf(severity);
}

} // namespace

QString nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return u"pass"_s;
    case Verdict::Fail:
        return u"fail"_s;
    }
    return {};
}

QString nameOf(RiskLevel level)
{
    switch (level) {
    case RiskLevel::Low:
        return u"low"_s;
    case RiskLevel::Medium:
        return u"medium"_s;
    case RiskLevel::High:
        return u"high"_s;
    case RiskLevel::Critical:
        return u"critical"_s;
    }
    return {};
}

QString nameOf(Answer answer)
{
    switch (answer) {
    case Answer::Passes:
        return u"passes"_s;
    case Answer::Fails:
        return u"fails"_s;
    case Answer::Unknown:
        return u"unknown"_s;
    }
    return {};
}

std::vector<Phrase> Report::reasons() const
{
    std::vector<Phrase> out;
    if (rehearsal.statements.empty()) {
        out.push_back(say("Finding", "the migration has no statement"));
    }
    if (const int failed = rehearsal.failedStatement(); failed > 0) {
        out.push_back(say("Finding", "statement %1 failed in the rehearsal").arg(failed));
    } else if (!rehearsal.complete) {
        out.push_back(say("Finding", "the rehearsal did not run to its end%1")
                          .arg(rehearsal.stopped.isEmpty() ? QString() : u": "_s + rehearsal.stopped));
    }
    int reached = 0;
    for (const Finding &item : findings) {
        reached += !item.waived && item.severity >= settings.failOn ? 1 : 0;
    }
    if (reached > 0) {
        out.push_back((reached == 1 ? say("Finding", "%1 finding of severity %2 or above without a waiver")
                                    : say("Finding", "%1 findings of severity %2 or above without a waiver"))
                          .arg(reached, severityWord(settings.failOn)));
    }
    if (completeness && !completeness->matches) {
        out.push_back(say("Finding", "the result is not the expected schema"));
    }
    for (const CompatibilityResult &item : compatibility) {
        if (item.okBefore && !item.okAfter) {
            out.push_back(
                say("Finding", "query %1 of %2 works before and is broken after").arg(item.query, item.workload));
        }
    }
    for (const QString &check : settings.required) {
        const auto missing = std::ranges::find(notRun, check, &NotRun::check);
        if (missing != notRun.end()) {
            out.push_back(say("Finding", "%1 is required and did not run: %2").arg(check, missing->why));
        }
    }
    return out;
}

Verdict Report::verdict() const
{
    return reasons().empty() ? Verdict::Pass : Verdict::Fail;
}

RiskLevel Report::risk() const
{
    static const QSet<QString> loss = {u"drop-table"_s,         u"drop-column"_s,
                                       u"truncate-table"_s,     u"dml-without-where"_s,
                                       u"cascade-drops-more"_s, u"rebuild-cascades-deletes"_s,
                                       u"type-change-lossy"_s,  u"rebuild-column-mismatch"_s,
                                       u"enum-value-removed"_s, u"charset-narrowed"_s};
    int errors = 0;
    bool loses = false;
    bool warned = false;
    for (const Finding &item : findings) {
        if (item.waived) {
            continue;
        }
        errors += item.severity == Severity::Error ? 1 : 0;
        loses |= item.severity == Severity::Error && loss.contains(item.rule);
        warned |= item.severity == Severity::Warning;
    }
    if (!rehearsal.complete || (errors > 1 && loses)) {
        return RiskLevel::Critical;
    }
    return errors > 0 ? RiskLevel::High : warned ? RiskLevel::Medium : RiskLevel::Low;
}

namespace {

/// Lines in their order, without doubles, as one digest.
QString digestOf(const std::set<QString> &lines)
{
    QByteArray bytes;
    for (const QString &line : lines) {
        bytes += line.toUtf8() + '\n';
    }
    return base::sha256Hex(bytes);
}

} // namespace

QString findingsDigest(const Report &report)
{
    std::set<QString> lines;
    for (const Finding &item : report.findings) {
        lines.insert(QStringList{item.rule, nameOf(item.severity), item.object, QString::number(item.statement)}.join(
            QChar(u'\t')));
    }
    return digestOf(lines);
}

QString footprintDigest(const Report &report)
{
    std::set<QString> paths;
    for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
        for (const diff::Difference &effect : run.effects) {
            paths.insert(effect.id.path());
            paths.insert(effect.before.path());
            // The relation counts with its parts: a base in which it moved is another base for this migration.
            paths.insert(effect.id.parentId().path());
        }
    }
    for (const Finding &item : report.findings) {
        paths.insert(item.object);
    }
    paths.erase(QString());
    return digestOf(paths);
}

QString rulesDigest()
{
    std::set<QString> lines;
    for (const Rule &rule : allRules()) {
        lines.insert(QStringList{rule.id, nameOf(rule.severity), rule.description.english()}.join(QChar(u'\t')));
    }
    return digestOf(lines);
}

} // namespace countersign::checks
