// Layouts in which one file holds both ways, with the tool's marks between them.

#include "migration/layouts.h"

#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;

namespace {

/// Where the parts of a file are, in lines from 0; an end of -1 means that there is no such part.
struct Parts {
    qsizetype upBegin = 0;
    qsizetype upEnd = -1;
    qsizetype downBegin = 0;
    qsizetype downEnd = -1;
};

bool nameFrom(const File &file, Migration &migration)
{
    static const QRegularExpression pattern(u"^(\\d+)_?(.*)\\.sql$"_s);
    const QRegularExpressionMatch match = pattern.match(file.name);
    migration.version = match.captured(1);
    migration.description = match.captured(2).replace(u'_', u' ');
    migration.upPath = file.path;
    migration.upBytes = file.bytes;
    return match.hasMatch();
}

bool hasText(const QStringList &lines, qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < end; ++i) {
        const QString line = lines[i].trimmed();
        if (!line.isEmpty() && !line.startsWith("--"_L1)) {
            return true;
        }
    }
    return false;
}

void takeParts(const QStringList &lines, const Parts &parts, Migration &migration)
{
    migration.upSql = parts.upEnd < 0 ? QString() : onlyLines(lines, parts.upBegin, parts.upEnd);
    migration.hasDown = parts.downEnd >= 0 && hasText(lines, parts.downBegin, parts.downEnd);
    if (migration.hasDown) {
        migration.downSql = onlyLines(lines, parts.downBegin, parts.downEnd);
    }
}

/// ${NAME:-default} and ${NAME-default} as their default. The variables themselves are of another machine, and may be
/// secrets of this one.
QString withDefaults(const QString &line)
{
    return withValues(line, u"${"_s, u"}"_s, [](const QString &name) -> std::optional<QString> {
        const qsizetype dash = name.indexOf(u'-');
        return dash < 0 ? std::nullopt : std::optional(name.sliced(dash + 1));
    });
}

void finish(const Folder &folder, MigrationSet &set)
{
    std::ranges::stable_sort(set.migrations, versionBefore, &Migration::version);
    reportDuplicates(set);
    reportSubfolders(folder, set);
}

} // namespace

void readGoose(const Folder &folder, MigrationSet &set)
{
    static const QRegularExpression mark(u"^\\s*--\\s*\\+goose\\s+(.*?)\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    for (const File &file : folder.sql) {
        if (file.inSubfolder()) {
            continue;
        }
        Migration migration;
        if (!nameFrom(file, migration)) {
            set.problems << u"%1: has no version number at the beginning of its name"_s.arg(file.path);
            continue;
        }
        QStringList lines = file.text.split(u'\n');
        Parts parts;
        qsizetype *open = nullptr;
        int blocks = 0;
        bool variables = false;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QRegularExpressionMatch match = mark.match(lines[i]);
            if (!match.hasMatch()) {
                lines[i] = variables ? withDefaults(lines[i]) : lines[i];
                continue;
            }
            const QString word = match.captured(1).simplified().toUpper();
            lines[i].clear();
            if (word == u"UP"_s || word == u"DOWN"_s) {
                if (open != nullptr) {
                    *open = i;
                }
                const bool up = word == u"UP"_s;
                if ((up ? parts.upEnd : parts.downEnd) >= 0) {
                    set.problems << u"%1:%2: '+goose %3' a second time"_s.arg(file.path).arg(i + 1).arg(
                        match.captured(1));
                }
                (up ? parts.upBegin : parts.downBegin) = i + 1;
                open = up ? &parts.upEnd : &parts.downEnd;
                *open = lines.size();
            } else if (word == u"NO TRANSACTION"_s) {
                migration.transaction = TransactionMode::None;
            } else if (word == u"STATEMENTBEGIN"_s || word == u"STATEMENTEND"_s) {
                blocks += word == u"STATEMENTBEGIN"_s ? 1 : -1;
            } else if (word == u"ENVSUB ON"_s || word == u"ENVSUB OFF"_s) {
                variables = word == u"ENVSUB ON"_s;
                if (variables) {
                    set.problems << u"%1:%2: goose puts environment variables into this text; they are not known here, "
                                    "and their defaults stand for them"_s.arg(file.path)
                                        .arg(i + 1);
                }
            } else {
                set.problems << u"%1:%2: unknown mark '+goose %3'"_s.arg(file.path).arg(i + 1).arg(match.captured(1));
            }
        }
        if (blocks != 0) {
            set.problems << u"%1: StatementBegin and StatementEnd do not pair"_s.arg(file.path);
        }
        if (parts.upEnd < 0) {
            set.problems << u"%1: has no '-- +goose Up'"_s.arg(file.path);
            continue;
        }
        takeParts(lines, parts, migration);
        set.migrations.push_back(std::move(migration));
    }
    for (const QString &other : folder.others) {
        static const QRegularExpression program(u"^\\d+_[^/]*\\.go$"_s);
        if (program.match(other).hasMatch()) {
            set.problems << u"%1: a migration in Go, which cannot be read here"_s.arg(other);
        }
    }
    finish(folder, set);
}

void readDbmate(const Folder &folder, MigrationSet &set)
{
    static const QRegularExpression mark(u"^--\\s*migrate:(up|down)\\b(.*)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression noTransaction(u"\\btransaction:\\s*false\\b"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    for (const File &file : folder.sql) {
        if (file.inSubfolder()) {
            continue;
        }
        Migration migration;
        if (!nameFrom(file, migration)) {
            set.problems << u"%1: has no version number at the beginning of its name"_s.arg(file.path);
            continue;
        }
        QStringList lines = file.text.split(u'\n');
        Parts parts;
        qsizetype *open = nullptr;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QRegularExpressionMatch match = mark.match(lines[i]);
            if (!match.hasMatch()) {
                continue;
            }
            if (open != nullptr) {
                *open = i;
            } else if (hasText(lines, 0, i)) {
                set.problems << u"%1:1: statements before 'migrate:up'"_s.arg(file.path);
            }
            const bool up = match.captured(1).compare("up"_L1, Qt::CaseInsensitive) == 0;
            if (up && noTransaction.match(match.captured(2)).hasMatch()) {
                migration.transaction = TransactionMode::None;
            }
            lines[i].clear();
            (up ? parts.upBegin : parts.downBegin) = i + 1;
            open = up ? &parts.upEnd : &parts.downEnd;
            *open = lines.size();
        }
        if (parts.upEnd < 0) {
            set.problems << u"%1: has no '-- migrate:up'"_s.arg(file.path);
            continue;
        }
        takeParts(lines, parts, migration);
        set.migrations.push_back(std::move(migration));
    }
    finish(folder, set);
}

} // namespace countersign::migration
