#include "checks/check.h"

#include "checks/families.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

namespace {

/// Two rules of the catalogue make another one about the same object superfluous.
void applyPrecedence(std::vector<Finding> &findings)
{
    const auto silence = [&](const QString &stronger, const QString &weaker) {
        QSet<QString> objects;
        for (const Finding &item : findings) {
            if (item.rule == stronger) {
                objects.insert(item.object);
            }
        }
        std::erase_if(findings,
                      [&](const Finding &item) { return item.rule == weaker && objects.contains(item.object); });
    };
    silence(u"add-required-column"_s, u"old-writes-rejected"_s);
    silence(u"index-duplicate"_s, u"index-redundant"_s);
    // VALIDATE under a lock is work under that lock.
    std::erase_if(findings, [&](const Finding &item) {
        return item.rule == "work-after-strong-lock"_L1 && std::ranges::any_of(findings, [&](const Finding &other) {
                   return other.rule == "validate-under-lock"_L1 && other.statement == item.statement &&
                          other.object == item.object;
               });
    });
}

/// What a statement does to a partitioned table it does to each partition: said once, as loud as the loudest.
void foldPartitions(const CheckContext &context, std::vector<Finding> &findings)
{
    const Families families(context);
    if (families.isEmpty()) {
        return;
    }
    std::map<std::pair<QString, int>, std::vector<Finding *>> groups;
    for (Finding &item : findings) {
        groups[{item.rule, item.statement}].push_back(&item);
    }
    std::vector<const Finding *> repeated;
    for (const auto &[key, group] : groups) {
        for (const Finding *item : group) {
            for (Finding *other : group.size() > 1 ? group : std::vector<Finding *>()) {
                if (other != item && item->message.saysTheSameAs(other->message) &&
                    families.repeats(item->object, other->object)) {
                    other->severity = std::max(other->severity, item->severity);
                    repeated.push_back(item);
                }
            }
        }
    }
    std::erase_if(findings, [&](const Finding &item) { return std::ranges::contains(repeated, &item); });
}

/// A table that an earlier statement of the same migration made holds nobody up.
std::map<int, StatementNotes> notesOf(const CheckContext &context)
{
    std::map<int, StatementNotes> notes;
    QSet<QString> made;
    for (const Step &step : context.steps()) {
        StatementNotes &note = notes[step.index()];
        const auto add = [&](const QString &path) {
            const QString base = context.basePath(step, path);
            if (!base.isEmpty() && !note.tables.contains(base)) {
                note.tables.append(base);
            }
        };
        for (const rehearsal::Lock &lock : step.locks) {
            add(lock.object);
            const bool ours = made.contains(lock.object) && !context.existed(step, lock.object);
            if (!ours && !std::ranges::contains(note.locks, lock)) {
                note.locks.push_back(lock);
            }
        }
        for (const std::vector<Name> &names : {step.facts.targets, step.facts.references, step.facts.reads}) {
            for (const Name &name : names) {
                if (const schema::Table *table = context.resolve(*step.before, name)) {
                    add(table->id().path());
                }
            }
        }
        for (const TableChange &change : step.change.tables) {
            if (change.before != nullptr) {
                add(change.before->id().path());
            }
            if (change.after != nullptr && (change.before == nullptr || made.contains(change.before->id().path()))) {
                made.insert(change.after->id().path());
            }
        }
    }
    return notes;
}

} // namespace

Findings runRules(const CheckInput &input)
{
    const CheckContext context(input);
    Findings out;
    out.statements = notesOf(context);
    for (const Rule &rule : allRules()) {
        if (!rule.engines.contains(context.engine())) {
            continue;
        }
        if (input.settings.disabled.contains(rule.id)) {
            out.notRun.push_back({rule.id, say("Finding", "switched off in the workspace")});
            continue;
        }
        Findings found;
        rule.check(context, found);
        const auto severity = input.settings.severities.find(rule.id);
        for (Finding &item : found.findings) {
            item.rule = rule.id;
            if (severity != input.settings.severities.end()) {
                item.severity = severity->second;
            }
            // A rule may come to the same conclusion from two sides.
            if (!std::ranges::contains(out.findings, item)) {
                out.findings.push_back(std::move(item));
            }
        }
        out.notRun.insert(out.notRun.end(), found.notRun.begin(), found.notRun.end());
    }
    if (const int failed = input.rehearsal.failedStatement();
        failed > 0 && failed < static_cast<int>(input.rehearsal.statements.size())) {
        out.notRun.push_back(
            {u"statements"_s,
             say("Finding", "statement %1 stopped the rehearsal: statements %2 to %3 were read but not "
                            "run, so what they change and lock is not among the findings")
                 .arg(QString::number(failed), QString::number(failed + 1),
                      QString::number(input.rehearsal.statements.size()))});
    }
    foldPartitions(context, out.findings);
    applyPrecedence(out.findings);
    // What concerns the whole migration comes last.
    std::ranges::stable_sort(out.findings, {}, [](const Finding &item) {
        return item.statement == 0 ? std::numeric_limits<int>::max() : item.statement;
    });
    return out;
}

QStringList applyWaivers(std::vector<Finding> &findings, const std::vector<Waiver> &waivers, QDate today)
{
    QStringList problems;
    for (const Waiver &waiver : waivers) {
        const QString name = waiver.object.isEmpty() ? waiver.rule : u"%1 on %2"_s.arg(waiver.rule, waiver.object);
        if (waiver.reason.trimmed().size() < 20) {
            problems.append(u"the waiver for %1 does not count: its reason has fewer than 20 characters"_s.arg(name));
            continue;
        }
        if (!waiver.until.isValid()) {
            problems.append(u"the waiver for %1 does not count: it has no end date"_s.arg(name));
            continue;
        }
        if (waiver.until < today) {
            problems.append(
                u"the waiver for %1 does not count: it ended on %2"_s.arg(name, waiver.until.toString(Qt::ISODate)));
            continue;
        }
        for (Finding &item : findings) {
            if (item.rule == waiver.rule && (waiver.object.isEmpty() || waiver.object == item.object)) {
                item.waived = true;
                item.waivedBecause =
                    u"%1 (until %2)"_s.arg(waiver.reason.trimmed(), waiver.until.toString(Qt::ISODate));
            }
        }
    }
    return problems;
}

} // namespace countersign::checks
