#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// Copies the counter under the name that the new table has until it gets the old one's; in front of the statement that
/// drops the old table, after which there is nothing to copy.
QString copyOfCounter(const CheckContext &context, const TableChange &table)
{
    QString name = table.after->name;
    for (const Step &step : context.steps()) {
        for (const Action &action : step.facts.actions) {
            const bool renames = action.kind == ActionKind::RenameTable && !step.facts.targets.empty() &&
                                 action.newName.section(u'.', -1).compare(table.after->name, Qt::CaseInsensitive) == 0;
            name = renames ? step.facts.targets.front().name : name;
        }
    }
    const Step *drop = context.step(table.statement);
    const QString copy =
        u"UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = %1)) WHERE name = %2"_s
            .arg(context.dialect().literal(table.before->name), context.dialect().literal(name));
    return drop != nullptr && drop->facts.verb == Verb::DropTable ? copy + u";\n"_s + drop->sql() : copy;
}

/// SQLite: a rebuilt AUTOINCREMENT table forgets the highest id unless its row of sqlite_sequence is copied.
void checkRebuilds(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        const bool counts = std::ranges::any_of(table->before->columns, &schema::Column::autoIncrement);
        const bool copied = std::ranges::any_of(context.steps(), [](const Step &step) {
            return isDataChange(step.facts.verb) && !step.facts.targets.empty() &&
                   step.facts.targets.front().name == "sqlite_sequence"_L1;
        });
        if (!table->rebuilt || !counts || copied) {
            continue;
        }
        if (context.isMySqlFamily()) {
            findings.findings.push_back(finding(
                Severity::Warning, table->statement, table->path(),
                say("Finding", "%1 is rebuilt, and the new table counts on from the highest id that was copied: ids "
                               "of rows deleted earlier may be given out again.")
                    .arg(table->path()),
                say("Finding", "Set AUTO_INCREMENT of the new table to what the old one's is.")));
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Warning, table->statement, table->path(),
            say("Finding",
                "%1 is rebuilt without its row of sqlite_sequence: ids of rows deleted earlier are given out again.")
                .arg(table->path()),
            say("Finding", "Copy the counter before the old table is dropped."), copyOfCounter(context, *table)));
    }
}

/// The highest id that production gave out, or -1 where that is not known.
qint64 lastIssued(const CheckContext &context, const Step &step, const schema::Table &table)
{
    qint64 issued = table.autoIncrement.isEmpty() ? -1 : table.autoIncrement.toLongLong() - 1;
    const auto *production = context.input().production;
    const QString prefix = context.basePath(step, table.id().path()) + u'.';
    for (const auto &[path, key] : production == nullptr ? std::map<QString, KeyFacts>() : production->keys) {
        issued = path.startsWith(prefix) ? std::max(issued, key.last) : issued;
    }
    return issued;
}

const schema::Sequence *sequenceNamed(const schema::Schema &schema, const QString &written)
{
    const QString name = QString(written).remove(u'"');
    for (const schema::Sequence *sequence : objectsOf<schema::Sequence>(schema)) {
        if (sequence->id().path() == name || sequence->name == name) {
            return sequence;
        }
    }
    return nullptr;
}

/// The paths of what starts again at or below a number that was given out: by RESTART, or by setval() with a number.
/// A number that setval() computes is most often the highest one in use.
QStringList restartsOf(const CheckContext &context, const Step &step)
{
    QStringList out;
    const auto add = [&](const QString &name, const schema::Sequence *sequence, std::optional<qint64> next) {
        const auto *production = context.input().production;
        qint64 issued = std::numeric_limits<qint64>::max();
        if (sequence != nullptr && production != nullptr) {
            const auto known = production->keys.find(sequence->ownedBy);
            issued = known == production->keys.end() ? issued : known->second.last;
        }
        if (!next || *next < issued) {
            out.append(sequence == nullptr ? name : sequence->id().path());
        }
    };
    if (step.facts.restarts && !step.facts.targets.empty()) {
        static const QRegularExpression with(u"\\bRESTART\\s+(?:WITH\\s+)?(\\d+)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = with.match(step.sql());
        const Name &name = step.facts.targets.front();
        add(pathOf(context, step, name), sequenceNamed(*step.before, name.path()),
            match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt);
    }
    if (context.isPostgreSql() && step.facts.functions.contains(u"setval"_s)) {
        static const QRegularExpression set(u"\\bsetval\\s*\\(\\s*'([^']+)'[^,()]*,\\s*(\\d+)\\s*[,)]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        for (auto it = set.globalMatch(step.sql()); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            // A sequence that this migration makes has given out nothing.
            if (const schema::Sequence *sequence = sequenceNamed(context.base(), match.captured(1))) {
                add(match.captured(1), sequence, match.captured(2).toLongLong());
            }
        }
    }
    return out;
}

void checkKeySequenceReset(const CheckContext &context, Findings &findings)
{
    checkRebuilds(context, findings);
    QSet<QString> dropped;
    for (const Step &step : context.steps()) {
        for (const auto &pair : step.change.sequences) {
            if (pair.removed()) {
                dropped.insert(pair.before->id().path());
            } else if (pair.added() && dropped.contains(pair.after->id().path())) {
                findings.findings.push_back(
                    finding(Severity::Warning, step.index(), pair.after->id().path(),
                            say("Finding",
                                "%1 is dropped and made anew: it starts again at %2 and gives out numbers that exist.")
                                .arg(pair.after->id().path(),
                                     pair.after->counter.start.isEmpty() ? u"1"_s : pair.after->counter.start),
                            say("Finding", "Alter the sequence instead, or set it to the highest number in use.")));
            }
        }
        for (const QString &restarted : restartsOf(context, step)) {
            findings.findings.push_back(finding(
                Severity::Warning, step.index(), restarted,
                say("Finding", "%1 is restarted: numbers that were given out are given out again.").arg(restarted),
                say("Finding", "Set it to the highest number in use.")));
        }
        for (const Action &action : step.facts.actions) {
            const schema::Table *table = action.kind == ActionKind::AutoIncrement && !step.facts.targets.empty()
                                             ? context.resolve(*step.before, step.facts.targets.front())
                                             : nullptr;
            if (table == nullptr || !context.existed(step, table->id().path()) ||
                context.sizeOf(step, table->id().path()) == TableSize::Empty) {
                continue;
            }
            const qint64 issued = lastIssued(context, step, *table);
            if (issued < 0) {
                findings.notRun.push_back(
                    {u"key-sequence-reset"_s,
                     say("Finding", "statement %1 sets AUTO_INCREMENT of %2, and how far production's "
                                    "counter is, is not known")
                         .arg(QString::number(step.index()), table->id().path())});
            } else if (action.name.toLongLong() <= issued) {
                findings.findings.push_back(
                    finding(Severity::Warning, step.index(), table->id().path(),
                            say("Finding", "AUTO_INCREMENT of %1 is set to %2, and %3 was given out: ids of deleted "
                                           "rows are given out again.")
                                .arg(table->id().path(), action.name, QString::number(issued)),
                            say("Finding", "Leave the counter alone.")));
            }
        }
    }
}

} // namespace

Rule keySequenceReset()
{
    return {u"key-sequence-reset"_s, everyEngine(),
            say("Finding", "The next key may be one that was given out before."), Severity::Warning,
            checkKeySequenceReset};
}

} // namespace countersign::checks::rules
