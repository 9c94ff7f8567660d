#include "migration/layouts.h"

#include <QRegularExpression>

namespace countersign::migration {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &changesetLine()
{
    static const QRegularExpression pattern(u"^\\s*--\\s*changeset\\s+(\\S+?):(\"[^\"]+\"|\\S+)(.*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// name:value pairs after "--changeset author:id".
QString attribute(const QString &text, const QString &name)
{
    const QRegularExpression pattern(u"\\b"_s + name + u":(\"[^\"]*\"|\\S+)"_s,
                                     QRegularExpression::CaseInsensitiveOption);
    QString value = pattern.match(text).captured(1);
    return value.remove(u'"');
}

/// Whether dbms:VALUE means this engine: a list of short names, "!" before those left out. MariaDB is often reached
/// under MySQL's name.
bool runsOn(const QString &dbms, schema::EngineKind engine)
{
    const auto means = [engine](const QString &name) {
        switch (engine) {
        case schema::EngineKind::PostgreSql:
            return name == u"postgresql";
        case schema::EngineKind::MySql:
            return name == u"mysql";
        case schema::EngineKind::MariaDb:
            return name == u"mariadb" || name == u"mysql";
        case schema::EngineKind::Sqlite:
            break;
        }
        return name == u"sqlite";
    };
    bool onlyLeftOut = true;
    bool named = false;
    for (const QString &raw : dbms.toLower().split(u',', Qt::SkipEmptyParts)) {
        const QString name = raw.trimmed();
        if (name.startsWith(u'!')) {
            if (means(name.sliced(1).trimmed())) {
                return false;
            }
            continue;
        }
        onlyLeftOut = false;
        named = named || name == u"all" || means(name);
    }
    return named || onlyLeftOut;
}

/// Statements that end with @p delimiter as statements that our own splitter takes apart. @p first is a line that is
/// free for that.
void endStatements(QStringList &lines, qsizetype first, qsizetype last, const QString &delimiter,
                   const sql::Dialect &dialect)
{
    if (schema::isMySqlFamily(dialect.engine)) {
        lines[first] = u"DELIMITER "_s + delimiter;
        return;
    }
    for (qsizetype i = first; i < last; ++i) {
        const QString line = lines[i].trimmed();
        if (line == delimiter) {
            lines[i] = u";"_s;
        } else if (line.endsWith(u' ' + delimiter)) {
            lines[i] = lines[i].first(lines[i].lastIndexOf(delimiter)) + u';';
        }
    }
}

class FileReader
{
public:
    FileReader(const File &file, const sql::Dialect &dialect, std::map<QString, QString> &properties, MigrationSet &set)
        : m_file(file), m_dialect(dialect), m_properties(properties), m_set(set), m_lines(file.text.split(u'\n'))
    {
    }

    void run()
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            line(i);
        }
        close(m_lines.size());
    }

private:
    void line(qsizetype i)
    {
        static const QRegularExpression rollback(u"^\\s*--\\s*rollback\\b ?(.*)$"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression mark(
            u"^\\s*--\\s*(liquibase formatted sql|preconditions|precondition-\\S+|property|comment|ignorelines|labels|context)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression blockRollback(u"^\\s*/\\*\\s*liquibase\\s+rollback\\s*(.*)$"_s,
                                                      QRegularExpression::CaseInsensitiveOption);
        const QString text = m_lines[i];
        if (m_inBlock) {
            takeBlockLine(i, text);
        } else if (const auto changeset = changesetLine().match(text); changeset.hasMatch()) {
            close(i);
            open(i, changeset);
        } else if (const auto back = rollback.match(text); back.hasMatch()) {
            addRollback(i, back.captured(1));
            m_lines[i].clear();
        } else if (const auto block = blockRollback.match(text); block.hasMatch()) {
            m_inBlock = true;
            takeBlockLine(i, block.captured(1));
        } else if (mark.match(text).hasMatch()) {
            noteMark(text);
            m_lines[i].clear();
        } else if (m_begin < 0 && !text.trimmed().isEmpty() && !text.trimmed().startsWith("--"_L1)) {
            m_set.problems << u"%1:%2: text before the first changeset is passed over"_s.arg(m_file.path).arg(i + 1);
            m_lines[i].clear();
        }
    }

    /// The first definition of a property counts.
    void noteMark(const QString &text)
    {
        static const QRegularExpression property(u"^\\s*--\\s*property\\b"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        const QString name = property.match(text).hasMatch() ? attribute(text, u"name"_s) : QString();
        if (!name.isEmpty() && runsOn(attribute(text, u"dbms"_s), m_dialect.engine)) {
            m_properties.try_emplace(name, attribute(text, u"value"_s));
        }
    }

    [[nodiscard]] QString replaced(const QString &sql) const
    {
        return withValues(sql, u"${"_s, u"}"_s, [this](const QString &name) -> std::optional<QString> {
            const auto known = m_properties.find(name);
            return known == m_properties.end() ? std::nullopt : std::optional(known->second);
        });
    }

    void takeBlockLine(qsizetype i, const QString &text)
    {
        const qsizetype end = text.indexOf("*/"_L1);
        addRollback(i, end < 0 ? text : text.first(end));
        m_inBlock = end < 0;
        m_lines[i].clear();
    }

    void addRollback(qsizetype i, const QString &sql)
    {
        static const QRegularExpression nothing(u"^\\s*(empty|not required)\\s*$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        if (m_begin >= 0 && nothing.match(sql).hasMatch()) {
            m_migration.hasDown = true;
        } else if (m_begin >= 0) {
            m_rollback.resize(std::max(m_rollback.size(), i + 1));
            m_rollback[i] = sql;
        }
    }

    void open(qsizetype i, const QRegularExpressionMatch &changeset)
    {
        const QString attributes = changeset.captured(3);
        m_migration = {};
        m_migration.version = changeset.captured(1) + u':' + changeset.captured(2).remove(u'"');
        m_migration.description = m_file.path;
        m_migration.repeatable =
            attribute(attributes, u"runOnChange"_s) == u"true"_s || attribute(attributes, u"runAlways"_s) == u"true"_s;
        m_migration.upPath = m_file.path;
        m_migration.upBytes = m_file.bytes;
        if (attribute(attributes, u"runInTransaction"_s) == u"false"_s) {
            m_migration.transaction = TransactionMode::None;
        }
        m_delimiter = delimiterFrom(attributes, u"endDelimiter"_s);
        m_rollbackDelimiter = delimiterFrom(attributes, u"rollbackEndDelimiter"_s);
        if (m_rollbackDelimiter.isEmpty()) {
            m_rollbackDelimiter = m_delimiter;
        }
        const QString dbms = attribute(attributes, u"dbms"_s);
        m_forAnother = !runsOn(dbms, m_dialect.engine);
        if (m_forAnother) {
            m_set.problems << u"%1:%2: changeset %3 is for dbms:%4 and is passed over"_s.arg(m_file.path)
                                  .arg(i + 1)
                                  .arg(m_migration.version, dbms);
        }
        for (const QString &name : {u"context"_s, u"contextFilter"_s, u"labels"_s}) {
            if (const QString value = attribute(attributes, name); !value.isEmpty()) {
                m_set.problems
                    << u"%1:%2: %3:%4 decides in Liquibase what runs and how; it is taken as it stands here"_s
                           .arg(m_file.path)
                           .arg(i + 1)
                           .arg(name, value);
            }
        }
        m_lines[i].clear();
        m_begin = i + 1;
        m_rollback.clear();
    }

    /// Liquibase takes a regular expression or an escaped text: of both only a line end before the delimiter is usual.
    static QString delimiterFrom(const QString &attributes, const QString &name)
    {
        QString delimiter = attribute(attributes, name);
        while (delimiter.startsWith("\\n"_L1)) {
            delimiter = delimiter.sliced(2);
        }
        return delimiter == u";" ? QString() : delimiter;
    }

    void close(qsizetype end)
    {
        if (m_begin < 0) {
            return;
        }
        const qsizetype first = std::exchange(m_begin, -1) - 1; // the line of the changeset's own mark
        if (m_forAnother) {
            return;
        }
        if (!m_delimiter.isEmpty()) {
            endStatements(m_lines, first, end, m_delimiter, m_dialect);
        }
        m_migration.upSql = replaced(onlyLines(m_lines, first, end));
        if (!m_rollback.isEmpty()) {
            if (!m_rollbackDelimiter.isEmpty()) {
                endStatements(m_rollback, first, m_rollback.size(), m_rollbackDelimiter, m_dialect);
            }
            m_migration.downSql = replaced(m_rollback.join(u'\n') + u'\n');
            m_migration.hasDown = true;
        }
        m_set.migrations.push_back(std::move(m_migration));
    }

    const File &m_file;
    const sql::Dialect &m_dialect;
    std::map<QString, QString> &m_properties;
    MigrationSet &m_set;
    QStringList m_lines;
    QStringList m_rollback; ///< by line of the file
    Migration m_migration;
    qsizetype m_begin = -1;
    bool m_inBlock = false;
    bool m_forAnother = false; ///< the changeset is for another engine
    QString m_delimiter;       ///< of the changeset; empty for a semicolon
    QString m_rollbackDelimiter;
};

} // namespace

void readLiquibase(const Folder &folder, const sql::Dialect &dialect, MigrationSet &set)
{
    static const QRegularExpression header(u"\\A\\s*--\\s*liquibase\\s+formatted\\s+sql"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    std::map<QString, int> seen;
    std::map<QString, QString> properties;
    for (const File &file : folder.sql) {
        if (!header.match(file.text).hasMatch()) {
            set.problems << u"%1: has no '--liquibase formatted sql' in its first line and is passed over"_s.arg(
                file.path);
            continue;
        }
        FileReader(file, dialect, properties, set).run();
    }
    for (const Migration &migration : set.migrations) {
        // Liquibase knows a changeset by file, author and id.
        if (++seen[migration.upPath + u' ' + migration.version] == 2) {
            set.problems << u"%1: changeset %2 is there twice"_s.arg(migration.upPath, migration.version);
        }
    }
    for (const QString &other : folder.others) {
        static const QRegularExpression changelog(u"changelog.*\\.(xml|ya?ml|json)$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        if (changelog.match(other).hasMatch()) {
            set.problems << u"%1: may name another order than that of the file names, which is used here"_s.arg(other);
        }
    }
}

} // namespace countersign::migration
