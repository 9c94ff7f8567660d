#include "migration/migrationset.h"

#include "migration/layouts.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;

namespace {

bool anyText(const Folder &folder, const QRegularExpression &pattern)
{
    return std::ranges::any_of(folder.sql, [&](const File &file) { return pattern.match(file.text).hasMatch(); });
}

bool anyName(const Folder &folder, const QRegularExpression &pattern)
{
    return std::ranges::any_of(folder.sql, [&](const File &file) { return pattern.match(file.name).hasMatch(); });
}

Layout guess(const Folder &folder)
{
    const auto lines = QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression liquibase(u"\\A\\s*--\\s*liquibase\\s+formatted\\s+sql"_s, lines);
    static const QRegularExpression goose(u"^\\s*--\\s*\\+goose\\s+up\\b"_s, lines);
    static const QRegularExpression dbmate(u"^--\\s*migrate:up\\b"_s, lines);
    static const QRegularExpression django(
        u"^--\\n-- (create|delete|rename|add|remove|alter|raw|separate|change|set|run|execute)\\b.*\\n--$"_s, lines);
    static const QRegularExpression rails(u"^INSERT INTO [\"`]?schema_migrations[\"`]? \\(version\\) VALUES"_s, lines);
    static const QRegularExpression pair(u"\\.up\\.sql$"_s, lines);
    static const QRegularExpression structure(u"^structure\\.sql$"_s, lines);
    if (folder.others.contains(u"sqitch.plan"_s)) {
        return Layout::Sqitch;
    }
    if (anyText(folder, liquibase)) {
        return Layout::LiquibaseSql;
    }
    if (anyText(folder, goose)) {
        return Layout::Goose;
    }
    if (anyText(folder, dbmate)) {
        return Layout::Dbmate;
    }
    if (looksLikeFlyway(folder)) {
        return Layout::Flyway;
    }
    if (anyName(folder, pair)) {
        return Layout::GolangMigrate;
    }
    if (anyName(folder, structure) || anyText(folder, rails)) {
        return Layout::Rails;
    }
    return anyText(folder, django) ? Layout::DjangoSql : Layout::Plain;
}

void readAs(const Folder &folder, const sql::Dialect &dialect, MigrationSet &set)
{
    switch (set.layout) {
    case Layout::Plain:
        return readPlain(folder, set);
    case Layout::Flyway:
        return readFlyway(folder, set);
    case Layout::GolangMigrate:
        return readUpDownPairs(folder, set);
    case Layout::Dbmate:
        return readDbmate(folder, set);
    case Layout::Goose:
        return readGoose(folder, set);
    case Layout::Sqitch:
        return readSqitch(folder, set);
    case Layout::LiquibaseSql:
        return readLiquibase(folder, dialect, set);
    case Layout::Rails:
        return readRails(folder, set);
    case Layout::DjangoSql:
        return readDjango(folder, set);
    }
}

/// The file alone, with the file of its way back where the name says which that is.
Result<Folder> singleFile(const QFileInfo &info)
{
    Folder folder;
    folder.root = info.absolutePath();
    CS_TRY(file, readFile(folder.root, info.fileName()));
    folder.sql.push_back(std::move(file));
    const QString name = info.fileName();
    QStringList companions;
    if (name.endsWith(".up.sql"_L1)) {
        companions << name.chopped(7) + u".down.sql"_s;
    } else if (name.startsWith(u'V') && name.contains("__"_L1)) {
        companions << u'U' + name.sliced(1);
    } else if (name.endsWith(".sql"_L1)) {
        for (const QString &suffix : {u".down.sql"_s, u".rollback.sql"_s, u".undo.sql"_s}) {
            companions << name.chopped(4) + suffix;
        }
    }
    for (const QString &companion : std::as_const(companions)) {
        if (QFileInfo::exists(folder.root + u'/' + companion)) {
            CS_TRY(back, readFile(folder.root, companion));
            folder.sql.push_back(std::move(back));
        }
    }
    return folder;
}

} // namespace

QString nameOf(Layout layout)
{
    switch (layout) {
    case Layout::Plain:
        return u"plain"_s;
    case Layout::Flyway:
        return u"flyway"_s;
    case Layout::GolangMigrate:
        return u"golang-migrate"_s;
    case Layout::Dbmate:
        return u"dbmate"_s;
    case Layout::Goose:
        return u"goose"_s;
    case Layout::Sqitch:
        return u"sqitch"_s;
    case Layout::LiquibaseSql:
        return u"liquibase"_s;
    case Layout::Rails:
        return u"rails"_s;
    case Layout::DjangoSql:
        return u"django"_s;
    }
    return {};
}

QString nameOf(TransactionMode mode)
{
    switch (mode) {
    case TransactionMode::PerFile:
        return u"per-file"_s;
    case TransactionMode::None:
        return u"none"_s;
    case TransactionMode::Whole:
        return u"whole"_s;
    }
    return {};
}

void reportDuplicates(MigrationSet &set)
{
    std::map<QString, QStringList> paths;
    for (const Migration &migration : set.migrations) {
        if (!migration.repeatable && !migration.version.isEmpty()) {
            QString version = migration.version;
            version.replace(u'_', u'.');
            static const QRegularExpression zeros(u"(^|\\.)0+(?=\\d)"_s);
            paths[version.replace(zeros, u"\\1"_s)] << migration.upPath;
        }
    }
    for (const auto &[version, files] : paths) {
        if (files.size() > 1) {
            set.problems
                << u"version %1 is there %2 times: %3"_s.arg(version).arg(files.size()).arg(files.join(u", "_s));
        }
    }
}

void reportSubfolders(const Folder &folder, MigrationSet &set)
{
    for (const File &file : folder.sql) {
        if (file.inSubfolder()) {
            set.problems << u"%1: in a sub-folder, which the tool does not read"_s.arg(file.path);
        }
    }
}

Result<MigrationSet> readMigrations(const QString &path, const sql::Dialect &dialect)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Fail(base::usageError(u"There is no such file or folder"_s, path));
    }
    MigrationSet set;
    set.path = path;
    const bool single = info.isFile();
    CS_TRY(folder, single ? singleFile(info) : readFolder(path));
    if (folder.sql.empty()) {
        return Fail(base::usageError(u"The folder has no .sql files"_s, path,
                                     u"Give the folder that holds the migrations themselves."_s));
    }
    set.layout = guess(folder);
    readAs(folder, dialect, set);
    if (single && set.migrations.empty() && set.layout != Layout::LiquibaseSql) {
        // A file by itself is a script, whatever its name looks like.
        set = {path, Layout::Plain, {}, {}, {}};
        readPlain(folder, set);
    }
    return set;
}

} // namespace countersign::migration
