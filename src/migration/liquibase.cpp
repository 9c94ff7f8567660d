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

class FileReader
{
public:
    FileReader(const File &file, MigrationSet &set) : m_file(file), m_set(set), m_lines(file.text.split(u'\n')) {}

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
            noteMark(i, text);
            m_lines[i].clear();
        } else if (m_begin < 0 && !text.trimmed().isEmpty() && !text.trimmed().startsWith("--"_L1)) {
            m_set.problems << u"%1:%2: text before the first changeset is passed over"_s.arg(m_file.path).arg(i + 1);
            m_lines[i].clear();
        }
    }

    void noteMark(qsizetype i, const QString &text)
    {
        if (text.contains("property"_L1, Qt::CaseInsensitive) && text.contains("name:"_L1, Qt::CaseInsensitive)) {
            m_set.problems << u"%1:%2: Liquibase replaces ${…} by properties; they stay as they are here"_s
                                  .arg(m_file.path)
                                  .arg(i + 1);
        }
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
        for (const QString &name : {u"context"_s, u"contextFilter"_s, u"labels"_s, u"dbms"_s, u"endDelimiter"_s}) {
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

    void close(qsizetype end)
    {
        if (m_begin < 0) {
            return;
        }
        m_migration.upSql = onlyLines(m_lines, m_begin, end);
        if (!m_rollback.isEmpty()) {
            m_migration.downSql = m_rollback.join(u'\n') + u'\n';
            m_migration.hasDown = true;
        }
        m_set.migrations.push_back(std::move(m_migration));
        m_begin = -1;
    }

    const File &m_file;
    MigrationSet &m_set;
    QStringList m_lines;
    QStringList m_rollback; ///< by line of the file
    Migration m_migration;
    qsizetype m_begin = -1;
    bool m_inBlock = false;
};

} // namespace

void readLiquibase(const Folder &folder, MigrationSet &set)
{
    static const QRegularExpression header(u"\\A\\s*--\\s*liquibase\\s+formatted\\s+sql"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    std::map<QString, int> seen;
    for (const File &file : folder.sql) {
        if (!header.match(file.text).hasMatch()) {
            set.problems << u"%1: has no '--liquibase formatted sql' in its first line and is passed over"_s.arg(
                file.path);
            continue;
        }
        FileReader(file, set).run();
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
