#include "migration/layouts.h"

#include <QDir>
#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;

namespace {

/// The settings of flyway.conf and flyway.toml that decide which files are migrations, how they run and what they say.
struct Settings {
    QString versioned = u"V"_s;
    QString undo = u"U"_s;
    QString repeatable = u"R"_s;
    QString baseline = u"B"_s;
    QString separator = u"__"_s;
    QString suffix = u".sql"_s;
    bool group = false;
    bool executeInTransaction = true;
    bool replaces = true;
    QString placeholderPrefix = u"${"_s;
    QString placeholderSuffix = u"}"_s;
    std::map<QString, QString> placeholders; ///< by name in lower case
};

/// key = value lines of both formats, without the prefix or the table "flyway"; keys of [flyway.placeholders] begin
/// with "placeholders.".
std::map<QString, QString> keyValues(const QString &text)
{
    std::map<QString, QString> values;
    QString table;
    for (const QString &raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            const QString name = line.sliced(1, line.size() - 2).trimmed();
            table = name == u"flyway" ? QString() : name + u'.';
            table = table.startsWith("flyway."_L1) ? table.sliced(7) : table;
            continue;
        }
        if (line.startsWith(u'#') || equals < 0) {
            continue;
        }
        QString key = line.first(equals).trimmed();
        QString value = line.sliced(equals + 1).trimmed();
        if (key.startsWith("flyway."_L1)) {
            key = key.sliced(7);
        }
        if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'')) {
            value = value.sliced(1, value.size() - 2);
        }
        values[table + key] = value;
    }
    return values;
}

Settings readSettings(const Folder &folder)
{
    Settings settings;
    for (const QString &path : {u"../flyway.conf"_s, u"../flyway.toml"_s, u"flyway.conf"_s, u"flyway.toml"_s}) {
        const std::optional<QString> text =
            QFile::exists(QDir(folder.root).filePath(path)) ? folder.textOf(path) : std::nullopt;
        if (!text) {
            continue;
        }
        const std::map<QString, QString> values = keyValues(*text);
        const auto take = [&](const QString &key, QString &out) {
            if (const auto it = values.find(key); it != values.end() && !it->second.isEmpty()) {
                out = it->second;
            }
        };
        const auto takeFlag = [&](const QString &key, bool &out) {
            if (const auto it = values.find(key); it != values.end()) {
                out = it->second.compare("true"_L1, Qt::CaseInsensitive) == 0;
            }
        };
        take(u"sqlMigrationPrefix"_s, settings.versioned);
        take(u"undoSqlMigrationPrefix"_s, settings.undo);
        take(u"repeatableSqlMigrationPrefix"_s, settings.repeatable);
        take(u"baselineMigrationPrefix"_s, settings.baseline);
        take(u"sqlMigrationSeparator"_s, settings.separator);
        takeFlag(u"group"_s, settings.group);
        takeFlag(u"executeInTransaction"_s, settings.executeInTransaction);
        takeFlag(u"placeholderReplacement"_s, settings.replaces);
        take(u"placeholderPrefix"_s, settings.placeholderPrefix);
        take(u"placeholderSuffix"_s, settings.placeholderSuffix);
        take(u"defaultSchema"_s, settings.placeholders[u"flyway:defaultschema"_s]);
        for (const auto &[key, value] : values) {
            if (key.startsWith("placeholders."_L1)) {
                settings.placeholders[key.sliced(13).toLower()] = value;
            }
        }
    }
    return settings;
}

/// The text as Flyway would send it (Flyway documentation: Placeholders).
QString replaced(const File &file, const Settings &settings, MigrationSet &set)
{
    if (!settings.replaces) {
        return file.text;
    }
    QStringList unknown;
    const QString text = withValues(file.text, settings.placeholderPrefix, settings.placeholderSuffix,
                                    [&](const QString &name) -> std::optional<QString> {
                                        if (name.toLower() == u"flyway:filename") {
                                            return file.name;
                                        }
                                        const auto known = settings.placeholders.find(name.toLower());
                                        if (known != settings.placeholders.end() && !known->second.isEmpty()) {
                                            return known->second;
                                        }
                                        unknown << settings.placeholderPrefix + name + settings.placeholderSuffix;
                                        return std::nullopt;
                                    });
    unknown.removeDuplicates();
    for (const QString &placeholder : std::as_const(unknown)) {
        set.problems << u"%1:%2: the placeholder %3 has no value in flyway.conf or flyway.toml here or one folder up"_s
                            .arg(file.path)
                            .arg(file.text.first(file.text.indexOf(placeholder)).count(u'\n') + 1)
                            .arg(placeholder);
    }
    return text;
}

bool isCallback(const QString &name)
{
    static const QRegularExpression pattern(
        u"^(before|after)(Each)?(Migrate|Undo|Repeatables|Clean|Info|Validate|Baseline|Repair|Versioned|Connect|"
        u"CreateSchema)"
        "(Statement)?(Error|Applied|OperationFinish)?(__.*)?\\.sql$|^(createSchema|beforeConnect)(__.*)?\\.sql$"_s);
    return pattern.match(name).hasMatch();
}

enum class Role : std::uint8_t { Versioned, Undo, Repeatable, Baseline, None };

struct Named {
    Role role = Role::None;
    QString version;
    QString description;
};

Named parseName(const QString &fileName, const Settings &settings)
{
    const QString stem = fileName.chopped(4);
    const qsizetype separator = stem.indexOf(settings.separator);
    if (separator < 0) {
        return {};
    }
    const auto with = [&](Role role, const QString &prefix) -> std::optional<Named> {
        if (!stem.startsWith(prefix) || separator < prefix.size()) {
            return {};
        }
        Named named;
        named.role = role;
        named.version = stem.sliced(prefix.size(), separator - prefix.size());
        named.description = stem.sliced(separator + settings.separator.size()).replace(u'_', u' ');
        static const QRegularExpression number(u"^\\d+(?:[._]\\d+)*$"_s);
        const bool fits = role == Role::Repeatable ? named.version.isEmpty() : number.match(named.version).hasMatch();
        return fits ? std::optional(named) : std::nullopt;
    };
    for (const auto &[role, prefix] :
         {std::pair(Role::Versioned, settings.versioned), std::pair(Role::Undo, settings.undo),
          std::pair(Role::Repeatable, settings.repeatable), std::pair(Role::Baseline, settings.baseline)}) {
        if (const std::optional<Named> named = with(role, prefix)) {
            return *named;
        }
    }
    return {};
}

TransactionMode transactionOf(const Folder &folder, const File &file, const Settings &settings)
{
    bool inTransaction = settings.executeInTransaction;
    const QString conf = file.path + u".conf"_s;
    if (folder.others.contains(conf)) {
        const std::map<QString, QString> values = keyValues(folder.textOf(conf).value_or(QString()));
        if (const auto it = values.find(u"executeInTransaction"_s); it != values.end()) {
            inTransaction = it->second.compare("false"_L1, Qt::CaseInsensitive) != 0;
        }
    }
    return !inTransaction ? TransactionMode::None : settings.group ? TransactionMode::Whole : TransactionMode::PerFile;
}

QString canonicalVersion(QString version)
{
    return version.replace(u'_', u'.');
}

} // namespace

bool looksLikeFlyway(const Folder &folder)
{
    const Settings settings = readSettings(folder);
    return std::ranges::any_of(folder.sql, [&](const File &file) {
        const Role role = parseName(file.name, settings).role;
        return role == Role::Versioned || role == Role::Repeatable;
    });
}

void readFlyway(const Folder &folder, MigrationSet &set)
{
    const Settings settings = readSettings(folder);
    std::map<QString, const File *> undo;
    std::vector<Migration> repeatable;
    for (const File &file : folder.sql) {
        const Named named = parseName(file.name, settings);
        switch (named.role) {
        case Role::Undo:
            undo.emplace(canonicalVersion(named.version), &file);
            break;
        case Role::Baseline:
            set.callbacks << u"%1 (baseline: stands for all versions up to %2 in an empty database)"_s.arg(
                file.path, named.version);
            break;
        case Role::None:
            if (isCallback(file.name)) {
                set.callbacks << file.path;
            } else {
                set.problems << u"%1: fits no naming pattern of Flyway and is passed over"_s.arg(file.path);
            }
            break;
        case Role::Versioned:
        case Role::Repeatable: {
            Migration migration;
            migration.version = named.version;
            migration.description = named.description;
            migration.repeatable = named.role == Role::Repeatable;
            migration.upPath = file.path;
            migration.upBytes = file.bytes;
            migration.upSql = replaced(file, settings, set);
            migration.transaction = transactionOf(folder, file, settings);
            (migration.repeatable ? repeatable : set.migrations).push_back(std::move(migration));
            break;
        }
        }
    }
    std::ranges::stable_sort(set.migrations, versionBefore, &Migration::version);
    for (Migration &migration : set.migrations) {
        if (const auto it = undo.find(canonicalVersion(migration.version)); it != undo.end()) {
            migration.downPath = it->second->path;
            migration.downBytes = it->second->bytes;
            migration.downSql = replaced(*it->second, settings, set);
            migration.hasDown = true;
            undo.erase(it);
        }
    }
    for (const auto &[version, file] : undo) {
        set.problems << u"%1: undoes version %2, which is not there"_s.arg(file->path, version);
    }
    reportDuplicates(set);
    std::ranges::stable_sort(repeatable, {}, &Migration::description);
    std::ranges::move(repeatable, std::back_inserter(set.migrations));
}

} // namespace countersign::migration
