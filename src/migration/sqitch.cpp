#include "migration/layouts.h"

#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;

namespace {

/// One change of the plan.
struct Planned {
    QString name;
    QStringList requires_;
    QStringList conflicts;
    QString note;
    int line = 0;
    QString rework; ///< the tag before which this version of the change counts; empty for the newest
};

/// NAME [requires :x !y] 2024-01-01T00:00:00Z Planner <address> # note; @tag lines in between (sqitchplan manual).
std::vector<Planned> readPlan(const QString &text, MigrationSet &set)
{
    static const QRegularExpression change(u"^([+-]?)\\s*([^\\s@%#\\[]\\S*)\\s*(?:\\[([^\\]]*)\\])?\\s*(.*)$"_s);
    std::vector<Planned> plan;
    std::vector<std::size_t> sinceTag;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u'%')) {
            continue;
        }
        if (line.startsWith(u'@')) {
            const QString tag = line.section(QRegularExpression(u"\\s"_s), 0, 0).sliced(1);
            for (const std::size_t index : sinceTag) {
                plan[index].rework = tag;
            }
            sinceTag.clear();
            continue;
        }
        const QRegularExpressionMatch match = change.match(line);
        if (!match.hasMatch()) {
            set.problems << u"sqitch.plan:%1: not understood"_s.arg(number);
            continue;
        }
        if (match.captured(1) == u"-"_s) {
            set.problems << u"sqitch.plan:%1: a revert in the plan is not followed"_s.arg(number);
            continue;
        }
        Planned planned;
        planned.name = match.captured(2);
        planned.line = number;
        planned.note = match.captured(4).section(u'#', 1).trimmed();
        for (const QString &word : match.captured(3).split(u' ', Qt::SkipEmptyParts)) {
            if (word.startsWith(u'!')) {
                planned.conflicts << word.sliced(1);
            } else {
                planned.requires_ << (word.startsWith(u':') ? word.sliced(1) : word);
            }
        }
        sinceTag.push_back(plan.size());
        plan.push_back(std::move(planned));
    }
    return plan;
}

/// The file of a change: an older version of a reworked change is in NAME@tag.sql.
QString fileOf(const QString &folder, const Planned &planned, bool newest)
{
    return folder + u'/' + planned.name + (newest ? QString() : u'@' + planned.rework) + u".sql"_s;
}

void reportDependencies(const std::vector<Planned> &plan, MigrationSet &set)
{
    QStringList before;
    for (const Planned &planned : plan) {
        for (const QString &wanted : planned.requires_) {
            const QString name = wanted.section(u'@', 0, 0);
            const bool elsewhere = wanted.contains(u':');
            if (!elsewhere && !name.isEmpty() && !before.contains(name)) {
                set.problems << u"sqitch.plan:%1: %2 requires %3, which does not come before it"_s.arg(planned.line)
                                    .arg(planned.name, wanted);
            }
        }
        for (const QString &other : planned.conflicts) {
            if (before.contains(other.section(u'@', 0, 0))) {
                set.problems << u"sqitch.plan:%1: %2 conflicts with %3, which comes before it"_s.arg(planned.line)
                                    .arg(planned.name, other);
            }
        }
        before << planned.name;
    }
}

} // namespace

void readSqitch(const Folder &folder, MigrationSet &set)
{
    const std::vector<Planned> plan = readPlan(folder.textOf(u"sqitch.plan"_s).value_or(QString()), set);
    reportDependencies(plan, set);
    QStringList used;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Planned &planned = plan[i];
        const bool newest = std::none_of(plan.begin() + static_cast<std::ptrdiff_t>(i) + 1, plan.end(),
                                         [&](const Planned &later) { return later.name == planned.name; });
        Migration migration;
        migration.version = newest ? planned.name : planned.name + u'@' + planned.rework;
        migration.description = planned.note;
        // The scripts have their own BEGIN and COMMIT (sqitch tutorial).
        migration.transaction = TransactionMode::None;
        const QString deploy = fileOf(u"deploy"_s, planned, newest);
        const File *up = folder.find(deploy);
        if (up == nullptr) {
            set.problems << u"sqitch.plan:%1: %2 is missing"_s.arg(planned.line).arg(deploy);
            continue;
        }
        migration.upPath = up->path;
        migration.upBytes = up->bytes;
        migration.upSql = up->text;
        if (const File *down = folder.find(fileOf(u"revert"_s, planned, newest))) {
            migration.downPath = down->path;
            migration.downBytes = down->bytes;
            migration.downSql = down->text;
            migration.hasDown = true;
        }
        used << up->path;
        set.migrations.push_back(std::move(migration));
    }
    for (const File &file : folder.sql) {
        if (file.path.startsWith("deploy/"_L1) && !used.contains(file.path)) {
            set.problems << u"%1: is not in sqitch.plan"_s.arg(file.path);
        }
    }
    reportDuplicates(set);
}

} // namespace countersign::migration
