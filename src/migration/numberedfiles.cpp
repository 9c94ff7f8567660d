// Layouts in which a file's name says everything.

#include "migration/layouts.h"

#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;

namespace {

void setUp(Migration &migration, const File &file)
{
    migration.upPath = file.path;
    migration.upBytes = file.bytes;
    migration.upSql = file.text;
}

void setDown(Migration &migration, const File &file)
{
    migration.downPath = file.path;
    migration.downBytes = file.bytes;
    migration.downSql = file.text;
    migration.hasDown = true;
}

/// "0002_add_trips" into version and description.
void nameFrom(const QString &stem, Migration &migration)
{
    static const QRegularExpression numbered(u"^(\\d+(?:\\.\\d+)*)(?:[._-]+(.*))?$"_s);
    const QRegularExpressionMatch match = numbered.match(stem);
    migration.version = match.hasMatch() ? match.captured(1) : QString();
    migration.description = match.hasMatch() ? match.captured(2) : stem;
    migration.description.replace(u'_', u' ');
}

const QStringList &waysBack()
{
    static const QStringList suffixes{u".down"_s, u".rollback"_s, u".undo"_s, u".reverse"_s, u".backwards"_s};
    return suffixes;
}

/// The stem of the file that this file leads back from; empty for a way up.
QString wayBackOf(const QString &stem)
{
    for (const QString &suffix : waysBack()) {
        if (stem.endsWith(suffix, Qt::CaseInsensitive)) {
            return stem.chopped(suffix.size());
        }
    }
    return {};
}

QString stemOf(const QString &path)
{
    return path.chopped(4);
}

/// Ways up in the given order with their ways back; a way back alone is a problem.
void readStems(const Folder &folder, MigrationSet &set)
{
    std::map<QString, const File *> back;
    for (const File &file : folder.sql) {
        if (const QString stem = wayBackOf(stemOf(file.path)); !stem.isEmpty()) {
            back.emplace(stem, &file);
        }
    }
    for (const File &file : folder.sql) {
        QString stem = stemOf(file.path);
        if (!wayBackOf(stem).isEmpty()) {
            continue;
        }
        if (stem.endsWith(".up"_L1, Qt::CaseInsensitive)) {
            stem.chop(3);
        }
        Migration migration;
        setUp(migration, file);
        nameFrom(stem.section(u'/', -1), migration);
        if (const auto it = back.find(stem); it != back.end()) {
            setDown(migration, *it->second);
            back.erase(it);
        }
        set.migrations.push_back(std::move(migration));
    }
    for (const auto &[stem, file] : back) {
        set.problems << u"%1: a way back without a way there"_s.arg(file->path);
    }
}

/// The order of names puts 10 before 2.
void reportNameOrder(MigrationSet &set)
{
    for (std::size_t i = 1; i < set.migrations.size(); ++i) {
        const Migration &before = set.migrations[i - 1];
        const Migration &after = set.migrations[i];
        if (!before.version.isEmpty() && !after.version.isEmpty() && versionBefore(after.version, before.version)) {
            set.problems << u"%1: runs before %2, because names are sorted as text; give all numbers the same length"_s
                                .arg(before.upPath, after.upPath);
        }
    }
}

} // namespace

void readPlain(const Folder &folder, MigrationSet &set)
{
    readStems(folder, set);
    reportDuplicates(set);
    reportNameOrder(set);
}

void readUpDownPairs(const Folder &folder, MigrationSet &set)
{
    static const QRegularExpression pattern(u"^(\\d+)_(.*)\\.(up|down)\\.sql$"_s);
    std::map<QString, const File *> down;
    for (const File &file : folder.sql) {
        const QRegularExpressionMatch match = pattern.match(file.name);
        if (match.hasMatch() && !file.inSubfolder() && match.captured(3) == u"down"_s) {
            down.emplace(match.captured(1) + u'_' + match.captured(2), &file);
        }
    }
    for (const File &file : folder.sql) {
        const QRegularExpressionMatch match = pattern.match(file.name);
        if (file.inSubfolder()) {
            continue;
        }
        if (!match.hasMatch()) {
            set.problems << u"%1: is not named VERSION_title.up.sql or .down.sql and is passed over"_s.arg(file.path);
            continue;
        }
        if (match.captured(3) == u"down"_s) {
            continue;
        }
        Migration migration;
        setUp(migration, file);
        migration.version = match.captured(1);
        migration.description = match.captured(2).replace(u'_', u' ');
        if (const auto it = down.find(match.captured(1) + u'_' + match.captured(2)); it != down.end()) {
            setDown(migration, *it->second);
            down.erase(it);
        }
        set.migrations.push_back(std::move(migration));
    }
    for (const auto &[stem, file] : down) {
        set.problems << u"%1: a way back without a way there"_s.arg(file->path);
    }
    std::ranges::stable_sort(set.migrations, versionBefore, &Migration::version);
    reportDuplicates(set);
    reportSubfolders(folder, set);
}

void readDjango(const Folder &folder, MigrationSet &set)
{
    readStems(folder, set);
    std::map<QString, QStringList> leaves;
    for (Migration &migration : set.migrations) {
        // sqlmigrate writes BEGIN and COMMIT into the file, unless the migration is not atomic.
        migration.transaction = TransactionMode::None;
        leaves[migration.version] << migration.upPath;
    }
    for (const auto &[version, files] : leaves) {
        if (files.size() > 1 && !version.isEmpty()) {
            set.problems << u"branch conflict: %1 have the same number %2; Django wants a merge migration"_s.arg(
                files.join(u", "_s), version);
        }
    }
    reportNameOrder(set);
}

void readRails(const Folder &folder, MigrationSet &set)
{
    static const QRegularExpression versions(
        u"INSERT INTO [\"`]?schema_migrations[\"`]? \\(version\\) VALUES\\s*((?:\\('\\d+'\\)[,;\\s]*)+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression one(u"\\('(\\d+)'\\)"_s);
    for (const File &file : folder.sql) {
        Migration migration;
        setUp(migration, file);
        migration.transaction = TransactionMode::None;
        migration.description = u"whole schema"_s;
        QRegularExpressionMatchIterator it = one.globalMatch(versions.match(file.text).captured(1));
        QStringList held;
        while (it.hasNext()) {
            held << it.next().captured(1);
        }
        for (const QString &version : std::as_const(held)) {
            if (migration.version.isEmpty() || versionBefore(migration.version, version)) {
                migration.version = version;
            }
            if (held.count(version) > 1 &&
                !set.problems.contains(u"%1: version %2 is listed twice"_s.arg(file.path, version))) {
                set.problems << u"%1: version %2 is listed twice"_s.arg(file.path, version);
            }
        }
        set.migrations.push_back(std::move(migration));
    }
    if (set.migrations.size() > 1) {
        set.problems << u"more than one file beside structure.sql: each is taken as a whole schema"_s;
    }
}

} // namespace countersign::migration
