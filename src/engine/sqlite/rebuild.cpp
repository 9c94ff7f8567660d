#include "engine/sqlite/rebuild.h"

#include "engine/sqlite/ddl.h"
#include "engine/sqlite/virtualrows.h"
#include "sql/sqliteparser.h"
#include "sql/tokens.h"

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using schema::Column;

namespace {

const sql::Dialect &dialect()
{
    static const sql::Dialect sqlite = sql::dialectOf(schema::EngineKind::Sqlite);
    return sqlite;
}

QString quoted(const QString &name)
{
    return dialect().identifier(name);
}

/// True when an expression in the CREATE TABLE text is qualified with the table's own name.
bool namesItself(const QString &text, const QString &name)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(text, dialect());
    bool inside = false;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        inside = inside || tokens[i].in(text) == u"(";
        const bool isName =
            tokens[i].kind == sql::TokenKind::Word || tokens[i].kind == sql::TokenKind::QuotedIdentifier;
        if (inside && isName && tokens[i + 1].in(text) == u"." &&
            sql::sameSqliteName(sql::identifierText(tokens[i], text, dialect()), name)) {
            return true;
        }
    }
    return false;
}

/// Columns that are NOT NULL now and for which existing rows may have nothing.
QString whatMayFail(const TableWork &work)
{
    QStringList lines;
    for (const Column &column : work.after->columns) {
        const auto before = std::ranges::find_if(work.before->columns, [&](const Column &candidate) {
            return sql::sameSqliteName(candidate.name, column.name);
        });
        if (!column.notNull || !column.generated.isEmpty()) {
            continue;
        }
        if (before == work.before->columns.end() && column.defaultValue.isEmpty()) {
            lines << u"Fails if %1 has rows: %2 is NOT NULL and has no default."_s.arg(work.after->name, column.name);
        } else if (before != work.before->columns.end() && !before->notNull) {
            lines << u"Fails if a row of %1 has no value in %2, which becomes NOT NULL."_s.arg(work.after->name,
                                                                                               column.name);
        }
    }
    return lines.join(u'\n');
}

/// What is copied, by column: names as SQL says them.
struct Copied {
    QStringList targets;
    QStringList sources;
    QString rowIdTarget; ///< empty where the rowid need not be copied
    QString rowIdSource;
    QString lost; ///< what is not copied, for people
};

/// The rowid is not in the schema, yet applications and full-text indexes with their content elsewhere keep it.
void keepRowIds(const TableWork &work, Copied &copied)
{
    const QString source = rowIdName(*work.before);
    const QString target = rowIdName(*work.after);
    const QString alias = rowIdColumn(*work.after);
    if (source.isEmpty() || target.isEmpty() || (!alias.isEmpty() && copied.targets.contains(quoted(alias)))) {
        return;
    }
    copied.rowIdTarget = target;
    copied.rowIdSource = source;
}

/// The columns that both have.
Copied copiedColumns(const TableWork &work)
{
    Copied copied;
    QStringList dropped;
    for (const Column &column : work.before->columns) {
        const auto kept = std::ranges::find_if(work.after->columns, [&](const Column &candidate) {
            return sql::sameSqliteName(candidate.name, column.name);
        });
        if (kept == work.after->columns.end()) {
            if (column.generated.isEmpty()) {
                dropped << column.name;
            }
        } else if (kept->generated.isEmpty()) {
            copied.targets << quoted(kept->name);
            copied.sources << quoted(column.name);
        } else if (column.generated.isEmpty()) {
            dropped << column.name;
        }
    }
    if (copied.targets.isEmpty()) {
        copied.lost = u"The rows of %1 are lost: before and after have no column in common."_s.arg(work.after->name);
        return copied;
    }
    keepRowIds(work, copied);
    if (!dropped.isEmpty()) {
        copied.lost = u"The values of %1.%2 are lost."_s.arg(work.after->name, dropped.join(u", "_s));
    }
    return copied;
}

class Rebuild
{
public:
    Rebuild(const TableWork &work, const QString &fresh)
        : m_work(work), m_name(work.after->name), m_fresh(fresh), m_copied(copiedColumns(work)),
          m_counts(std::ranges::any_of(work.before->columns, &Column::autoIncrement) &&
                   std::ranges::any_of(work.after->columns, &Column::autoIncrement)),
          m_differences(work.differences)
    {
        m_differences.insert(m_differences.end(), work.partDifferences.begin(), work.partDifferences.end());
        const QStringList reasons(work.reasons.begin(), work.reasons.end());
        m_why =
            u"Table %1 is built anew, because SQLite cannot do this in place: %2."_s.arg(m_name, reasons.join(u"; "_s));
    }

    std::vector<Step> run()
    {
        if (namesItself(createTable(*m_work.after, m_name), m_name)) {
            overKeptRows();
        } else {
            underAnotherName();
        }
        return std::move(m_steps);
    }

private:
    Step &add(const QString &sql, const QString &comment = {})
    {
        Step step;
        step.sql = sql;
        step.differences = m_differences;
        step.comment = comment;
        m_steps.push_back(std::move(step));
        return m_steps.back();
    }

    void dropOld()
    {
        Step &drop = add(u"DROP TABLE "_s + quoted(m_work.before->name), m_copied.lost);
        drop.destructive = !m_copied.lost.isEmpty();
    }

    /// The counter of AUTOINCREMENT goes on where it was.
    void copyCounter(const QString &to, const QString &from, const QString &comment = {})
    {
        if (m_counts) {
            add(u"DELETE FROM sqlite_sequence WHERE name = %1"_s.arg(dialect().literal(to)), comment);
            add(u"INSERT INTO sqlite_sequence (name, seq) SELECT %1, seq FROM sqlite_sequence WHERE name = %2"_s.arg(
                dialect().literal(to), dialect().literal(from)));
        }
    }

    void underAnotherName()
    {
        add(createTable(*m_work.after, m_fresh), m_why);
        if (!m_copied.targets.isEmpty()) {
            add(u"INSERT INTO %1 (%2)\nSELECT %3\nFROM %4"_s.arg(
                    quoted(m_fresh), withRowId(m_copied.rowIdTarget, m_copied.targets),
                    withRowId(m_copied.rowIdSource, m_copied.sources), quoted(m_work.before->name)),
                whatMayFail(m_work));
        }
        copyCounter(m_fresh, m_work.before->name, u"The counter of AUTOINCREMENT goes on where it was."_s);
        dropOld();
        add(u"ALTER TABLE %1 RENAME TO %2"_s.arg(quoted(m_fresh), quoted(m_name)));
    }

    void overKeptRows()
    {
        const bool keeps = !m_copied.targets.isEmpty();
        const QString create = createTable(*m_work.after, m_name);
        if (!keeps) {
            dropOld();
            add(create, m_why);
            return;
        }
        QStringList kept;
        QStringList saved;
        for (qsizetype i = 0; i < m_copied.sources.size(); ++i) {
            kept << u"kept_%1"_s.arg(i + 1);
            saved << m_copied.sources.at(i) + u" AS "_s + kept.last();
        }
        const QString rowId = m_copied.rowIdSource.isEmpty() ? QString() : u"kept_rowid"_s;
        add(u"CREATE TABLE %1 AS\nSELECT %2\nFROM %3"_s.arg(
                quoted(m_fresh), withRowId(rowId.isEmpty() ? rowId : m_copied.rowIdSource + u" AS "_s + rowId, saved),
                quoted(m_work.before->name)),
            m_why + u" Its text names the table itself: the rows wait in %1."_s.arg(m_fresh));
        copyCounter(m_fresh, m_work.before->name, u"The counter of AUTOINCREMENT goes on where it was."_s);
        dropOld();
        add(create);
        add(u"INSERT INTO %1 (%2)\nSELECT %3\nFROM %4"_s.arg(quoted(m_name),
                                                             withRowId(m_copied.rowIdTarget, m_copied.targets),
                                                             withRowId(rowId, kept), quoted(m_fresh)),
            whatMayFail(m_work));
        copyCounter(m_name, m_fresh);
        if (m_counts) {
            add(u"DELETE FROM sqlite_sequence WHERE name = %1"_s.arg(dialect().literal(m_fresh)));
        }
        add(u"DROP TABLE "_s + quoted(m_fresh));
    }

    static QString withRowId(const QString &rowId, QStringList columns)
    {
        if (!rowId.isEmpty()) {
            columns.prepend(rowId);
        }
        return columns.join(u", "_s);
    }

    const TableWork &m_work;
    QString m_name;
    QString m_fresh;
    Copied m_copied;
    bool m_counts;
    std::vector<int> m_differences;
    QString m_why;
    std::vector<Step> m_steps;
};

} // namespace

std::vector<Step> rebuildSteps(const TableWork &work, const QString &fresh)
{
    return Rebuild(work, fresh).run();
}

} // namespace countersign::engine::sqlite
