#include "engine/mysql/altertable.h"

#include "engine/mysql/createtable.h"
#include "engine/mysql/ddl.h"
#include "engine/mysql/textcursor.h"
#include "engine/mysql/types.h"

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using schema::Attributes;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::EngineKind;
using schema::Index;
using schema::Table;

namespace {

template <class Part>
const Part *find(const std::vector<Part> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &Part::name);
    return it == parts.end() ? nullptr : &*it;
}

/// The part that the server takes for the same: names of columns and keys have no case there.
template <class Part>
const Part *findOtherCase(const std::vector<Part> &parts, const QString &name)
{
    const auto it = std::ranges::find_if(parts, [&](const Part &part) {
        return part.name != name && part.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == parts.end() ? nullptr : &*it;
}

/// Types of two families are never converted into each other, whatever the rows hold (MariaDB: error 4078,
/// ER_CANNOT_CAST; tried pair by pair on 11.8). Every kind of text converts, and has no family.
QString conversionFamily(const QString &type)
{
    const QString base = type.section(u'(', 0, 0).section(u' ', 0, 0);
    if (isSpatial(base)) {
        return u"spatial"_s;
    }
    if (base == u"uuid"_s || base == u"vector"_s) {
        return base;
    }
    if (base.startsWith(u"inet"_s)) {
        return u"inet"_s;
    }
    static const QStringList texts{u"char"_s, u"text"_s, u"binary"_s, u"blob"_s, u"enum"_s, u"set"_s, u"json"_s};
    const bool isText = std::ranges::any_of(texts, [&](const QString &text) { return base.endsWith(text); });
    return isText ? QString() : u"number"_s;
}

bool cannotBeConverted(const QString &before, const QString &after)
{
    const QString from = conversionFamily(before);
    const QString to = conversionFamily(after);
    return !from.isEmpty() && !to.isEmpty() && from != to;
}

/// A column cannot become virtual or cease to be (MySQL manual, 15.1.9.2; MariaDB: ALTER TABLE, generated columns).
bool mustBeReplaced(const Column &before, const Column &after)
{
    if (cannotBeConverted(before.type, after.type)) {
        return true;
    }
    if (before.generated == after.generated && before.generatedKind == after.generatedKind) {
        return false;
    }
    return (before.generatedKind == u"virtual"_s) != (after.generatedKind == u"virtual"_s) ||
           before.generatedKind == u"system"_s || after.generatedKind == u"system"_s;
}

/// The column as SQL says it, without what is not part of its definition.
Column definitionOf(Column column)
{
    column.grants.clear();
    return column;
}

bool uses(const std::vector<schema::IndexKey> &keys, const QSet<QString> &columns)
{
    return std::ranges::any_of(keys, [&](const schema::IndexKey &key) {
        return columns.contains(key.column) || std::ranges::any_of(columns, [&](const QString &name) {
                   return key.expression.text.contains(quotedName(name));
               });
    });
}

bool isInteger(const QString &type)
{
    return type.contains(u"int"_s) && !type.startsWith(u"point"_s);
}

/// True when every old value has an exact image in the new type; false when that is not certain.
bool isWidening(const QString &before, const QString &after)
{
    static const QStringList integers{u"tinyint"_s, u"smallint"_s, u"mediumint"_s, u"int"_s, u"bigint"_s};
    static const QStringList texts{u"tinytext"_s, u"text"_s, u"mediumtext"_s, u"longtext"_s};
    const auto base = [](const QString &type) { return type.section(u'(', 0, 0).section(u' ', 0, 0); };
    const auto rank = [&](const QStringList &list, const QString &type) { return list.indexOf(base(type)); };
    const auto size = [](const QString &type) { return type.section(u'(', 1).section(u')', 0, 0).toInt(); };
    if (isInteger(before) && isInteger(after)) {
        return before.contains(u"unsigned"_s) == after.contains(u"unsigned"_s) &&
               rank(integers, after) >= rank(integers, before);
    }
    if (rank(texts, before) >= 0) {
        return rank(texts, after) >= rank(texts, before);
    }
    if (base(before) == base(after) && (base(after).endsWith(u"char"_s) || base(after).endsWith(u"binary"_s))) {
        return size(after) >= size(before);
    }
    if ((base(before) == u"enum"_s || base(before) == u"set"_s) && base(before) == base(after)) {
        return after.startsWith(before.chopped(1));
    }
    return false;
}

/// MySQL refuses to add a column whose default differs from server to server, because DDL is replicated as text: error
/// 1674, ER_BINLOG_UNSAFE_SYSTEM_FUNCTION (MySQL manual, 15.1.9, and 19.2.1.3 for the functions).
bool isUnsafeDefault(const QString &text)
{
    static const QSet<QString> unsafe{u"uuid"_s,         u"uuid_short"_s,   u"rand"_s,         u"random_bytes"_s,
                                      u"sysdate"_s,      u"user"_s,         u"session_user"_s, u"system_user"_s,
                                      u"current_user"_s, u"current_role"_s, u"version"_s,      u"connection_id"_s};
    TextCursor cursor(text);
    while (!cursor.atEnd()) {
        if (const QString word = cursor.word().toLower(); !word.isEmpty()) {
            if (unsafe.contains(word) && cursor.peek() == u'(') {
                return true;
            }
        } else if (cursor.peek() == u'(') {
            cursor.take(u"("); // what is inside counts
        } else {
            cursor.skipUnit();
        }
    }
    return false;
}

class Alteration
{
public:
    Alteration(const TableChange &change, EngineKind engine)
        : m_from(*change.from), m_to(change.to), m_differences(change.differences), m_engine(engine)
    {
    }

    std::vector<Step> run()
    {
        findReplaced();
        if (m_from.systemVersioned && !m_to.systemVersioned) {
            m_clauses << u"DROP SYSTEM VERSIONING"_s;
        }
        dropPeriods();
        dropConstraints();
        dropIndexes();
        dropColumns();
        addAndModifyColumns();
        addPeriods();
        addKeys();
        addChecks();
        if (becomesVersioned() && m_to.periods.contains(u"SYSTEM_TIME"_s)) {
            m_clauses << u"ADD SYSTEM VERSIONING"_s;
        }
        changeOptions();
        return finish();
    }

private:
    [[nodiscard]] bool charsetChanges() const
    {
        return m_from.charset != m_to.charset || m_from.collation != m_to.collation;
    }

    [[nodiscard]] bool becomesVersioned() const { return !m_from.systemVersioned && m_to.systemVersioned; }

    void findReplaced()
    {
        for (const Column &before : m_from.columns) {
            const Column *after = find(m_to.columns, before.name);
            if (after && mustBeReplaced(before, *after)) {
                m_replaced << before.name;
            }
            if (after && before.srid != after->srid) {
                m_otherReference << before.name;
            }
        }
    }

    void dropPeriods()
    {
        const QStringList kept = periodDefinitions(m_to);
        for (const QString &period : periodDefinitions(m_from)) {
            // SYSTEM_TIME goes with the versioning or with its columns.
            if (!kept.contains(period) && !period.contains(u"SYSTEM_TIME"_s)) {
                m_clauses << u"DROP "_s + period.section(u" ("_s, 0, 0);
            }
        }
    }

    void addPeriods()
    {
        const QStringList held = periodDefinitions(m_from);
        for (const QString &period : periodDefinitions(m_to)) {
            if (!held.contains(period)) {
                m_clauses << u"ADD "_s + period;
            }
        }
    }

    void dropConstraints()
    {
        for (const Constraint &before : m_from.constraints) {
            const Constraint *after = find(m_to.constraints, before.name);
            if (before.kind == ConstraintKind::ForeignKey || (after && !changed(before, *after))) {
                continue;
            }
            m_clauses << (before.kind == ConstraintKind::PrimaryKey ? u"DROP PRIMARY KEY"_s
                                                                    : u"DROP CONSTRAINT "_s + quotedName(before.name));
        }
    }

    [[nodiscard]] bool changed(const Constraint &before, const Constraint &after) const
    {
        Constraint same = before;
        same.nameIsGenerated = after.nameIsGenerated;
        const bool key = before.kind == ConstraintKind::PrimaryKey;
        return same != after || uses(before.keys, m_replaced) || (key && keepsOldBlockSize());
    }

    /// Keys keep the KEY_BLOCK_SIZE that was the table's when they were made, and show it once it is another.
    [[nodiscard]] bool keepsOldBlockSize() const
    {
        const auto before = m_from.options.find(u"KEY_BLOCK_SIZE"_s);
        const auto after = m_to.options.find(u"KEY_BLOCK_SIZE"_s);
        return before != m_from.options.end() && (after == m_to.options.end() || after->second != before->second);
    }

    /// Only visibility differs: no rebuild is needed.
    static bool onlyVisibility(Index before, const Index &after)
    {
        before.invisible = after.invisible;
        return before == after;
    }

    [[nodiscard]] bool rebuilt(const Index &before, const Index &after) const
    {
        return !onlyVisibility(before, after) || uses(before.keys, m_replaced) || holdsReference(before) ||
               keepsOldBlockSize();
    }

    /// MySQL refuses another SRID while a spatial key is there, even one that goes in the same statement (error 3644).
    [[nodiscard]] bool holdsReference(const Index &before) const
    {
        return before.method == u"SPATIAL"_s && uses(before.keys, m_otherReference);
    }

    void dropIndexes()
    {
        for (const Index &before : m_from.indexes) {
            const Index *after = find(m_to.indexes, before.name);
            if ((!after && findOtherCase(m_to.indexes, before.name)) || holdsReference(before)) {
                // Dropped and added under one name in another case, in one statement the server keeps the old one.
                m_dropsBefore << u"DROP INDEX "_s + quotedName(before.name);
            } else if (!after || rebuilt(before, *after)) {
                m_clauses << u"DROP INDEX "_s + quotedName(before.name);
            } else if (before.invisible != after->invisible) {
                const QString visible = m_engine == EngineKind::MariaDb ? u"NOT IGNORED"_s : u"VISIBLE"_s;
                const QString hidden = m_engine == EngineKind::MariaDb ? u"IGNORED"_s : u"INVISIBLE"_s;
                m_clauses << u"ALTER INDEX "_s + quotedName(before.name) + u' ' + (after->invisible ? hidden : visible);
            }
        }
    }

    void dropColumns()
    {
        for (const Column &before : m_from.columns) {
            const bool gone = !find(m_to.columns, before.name);
            if ((!gone && !m_replaced.contains(before.name)) || (gone && findOtherCase(m_to.columns, before.name))) {
                continue;
            }
            m_clauses << u"DROP COLUMN "_s + quotedName(before.name);
            if (before.generated.isEmpty()) {
                m_lost << u"the values of column %1.%2 are lost"_s.arg(m_from.name, before.name);
            }
        }
    }

    void addAndModifyColumns()
    {
        QString previous;
        for (const Column &after : m_to.columns) {
            const Column *before = find(m_from.columns, after.name);
            const QString definition = quotedName(after.name) + u' ' + columnDefinition(m_to, after, m_engine);
            const Column *otherCase = before ? nullptr : findOtherCase(m_from.columns, after.name);
            if (otherCase) {
                m_clauses << u"CHANGE COLUMN "_s + quotedName(otherCase->name) + u' ' + definition;
                noteConversion(*otherCase, after);
            } else if (!before || m_replaced.contains(after.name)) {
                const QString place = previous.isEmpty() ? u" FIRST"_s : u" AFTER "_s + quotedName(previous);
                if (m_engine == EngineKind::MySql && isUnsafeDefault(after.defaultValue.text)) {
                    addWithLaterDefault(after, definition, place);
                } else {
                    m_clauses << u"ADD COLUMN "_s + definition + place;
                }
            } else if (definitionOf(*before) != definitionOf(after) ||
                       effectiveCharset(m_from, *before) != effectiveCharset(m_to, after)) {
                const QString clause = u"MODIFY COLUMN "_s + definition;
                if (m_engine == EngineKind::MySql && isUnsafeDefault(after.defaultValue.text)) {
                    m_after << u"ALTER TABLE "_s + quotedName(m_from.name) + u' ' + clause; // not beside ADD COLUMN
                } else {
                    m_clauses << clause;
                }
                noteConversion(*before, after);
            }
            previous = after.name;
        }
    }

    void addWithLaterDefault(const Column &after, const QString &definition, const QString &place)
    {
        Column first = after;
        first.defaultValue = {};
        first.notNull = false;
        const QString name = quotedName(after.name);
        m_clauses << u"ADD COLUMN "_s + name + u' ' + columnDefinition(m_to, first, m_engine) + place;
        const QString alter = u"ALTER TABLE "_s + quotedName(m_from.name);
        const QString value = u'(' + after.defaultValue.text + u')';
        m_after << alter + u" ALTER COLUMN "_s + name + u" SET DEFAULT "_s + value
                << u"UPDATE "_s + quotedName(m_from.name) + u" SET "_s + name + u" = "_s + value;
        if (after.notNull) {
            m_after << alter + u" MODIFY COLUMN "_s + definition;
        }
    }

    void noteConversion(const Column &before, const Column &after)
    {
        if (before.type != after.type && !isWidening(before.type, after.type)) {
            m_lost << u"column %1.%2 changes from %3 to %4: values that do not fit are rounded, cut or refused"_s.arg(
                m_from.name, before.name, before.type, after.type);
        }
        if (effectiveCharset(m_from, before) != effectiveCharset(m_to, after) ||
            (before.type != after.type && !(isWidening(before.type, after.type) && !isInteger(after.type)))) {
            m_copies = true;
        }
        const QString charset = effectiveCharset(m_to, after).charset;
        if (effectiveCharset(m_from, before).charset != charset && !charset.isEmpty() && charset != u"utf8mb4"_s) {
            m_lost << u"column %1.%2: characters that %3 does not have are lost or refused"_s.arg(m_from.name,
                                                                                                  before.name, charset);
        }
    }

    void addKeys()
    {
        for (const Constraint &after : m_to.constraints) {
            const Constraint *before = find(m_from.constraints, after.name);
            if (after.kind == ConstraintKind::PrimaryKey && (!before || changed(*before, after))) {
                m_clauses << u"ADD "_s + constraintDefinition(after);
            }
        }
        for (const Index &after : m_to.indexes) {
            const Index *before = find(m_from.indexes, after.name);
            if (!before || rebuilt(*before, after)) {
                m_clauses << u"ADD "_s + indexDefinition(after, m_engine);
            }
        }
    }

    void addChecks()
    {
        for (const Constraint &after : m_to.constraints) {
            const Constraint *before = find(m_from.constraints, after.name);
            const bool key = after.kind == ConstraintKind::ForeignKey || after.kind == ConstraintKind::PrimaryKey;
            if (!key && (!before || changed(*before, after))) {
                m_clauses << u"ADD "_s + constraintDefinition(after);
            }
        }
    }

    void changeOptions()
    {
        QStringList options;
        const auto change = [&](const QString &name, const QString &before, const QString &after,
                                const QString &unset) {
            if (before != after) {
                options << name + u'=' + (after.isEmpty() ? unset : after);
            }
        };
        change(u"ENGINE"_s, m_from.engine, m_to.engine, m_from.engine);
        if (m_from.tablespace != m_to.tablespace) {
            const QString usual = u"innodb_file_per_table"_s;
            options << u"TABLESPACE "_s + quotedName(m_to.tablespace.isEmpty() ? usual : m_to.tablespace);
        }
        if (charsetChanges()) {
            options << u"DEFAULT CHARACTER SET "_s + m_to.charset + u" COLLATE "_s + m_to.collation;
        }
        change(u"ROW_FORMAT"_s, m_from.rowFormat, m_to.rowFormat, u"DEFAULT"_s);
        change(u"AUTO_INCREMENT"_s, m_from.autoIncrement, m_to.autoIncrement, u"1"_s);
        if (m_from.comment != m_to.comment) {
            options << u"COMMENT="_s + quotedLiteral(m_to.comment);
        }
        std::set<QString> names;
        for (const Attributes *side : {&m_from.options, &m_to.options}) {
            for (const auto &entry : *side) {
                names.insert(entry.first);
            }
        }
        for (const QString &name : names) {
            const auto before = m_from.options.find(name);
            const auto after = m_to.options.find(name);
            const bool ofEngine = name.startsWith(u'`') || name == u"TRANSACTIONAL"_s;
            if (ofEngine && m_from.engine != m_to.engine && after == m_to.options.end()) {
                // Another engine would keep what it does not know, and does not know how to unset it.
                m_dropsBefore << name + u'=' + unsetValue(name);
                continue;
            }
            if (name == u"PAGE_CHECKSUM"_s && m_from.engine != m_to.engine && after == m_to.options.end()) {
                // The statement that leaves Aria says it anew.
                m_after << u"ALTER TABLE "_s + quotedName(m_from.name) + u" PAGE_CHECKSUM=DEFAULT"_s;
                continue;
            }
            change(name, before == m_from.options.end() ? QString() : before->second,
                   after == m_to.options.end() ? QString() : after->second, unsetValue(name));
        }
        if (!options.isEmpty()) {
            m_clauses << options.join(u' ');
        }
    }

    static QString unsetValue(const QString &name)
    {
        static const QStringList numbers{u"KEY_BLOCK_SIZE"_s, u"MAX_ROWS"_s,       u"MIN_ROWS"_s,
                                         u"AVG_ROW_LENGTH"_s, u"CHECKSUM"_s,       u"DELAY_KEY_WRITE"_s,
                                         u"TABLE_CHECKSUM"_s, u"AUTOEXTEND_SIZE"_s};
        static const QStringList texts{u"CONNECTION"_s, u"COMPRESSION"_s, u"ENCRYPTION"_s, u"ENGINE_ATTRIBUTE"_s,
                                       u"SECONDARY_ENGINE_ATTRIBUTE"_s};
        static const QHash<QString, QString> words{
            {u"UNION"_s, u"()"_s}, {u"INSERT_METHOD"_s, u"NO"_s}, {u"SECONDARY_ENGINE"_s, u"NULL"_s}};
        return numbers.contains(name) ? u"0"_s : texts.contains(name) ? u"''"_s : words.value(name, u"DEFAULT"_s);
    }

    /// The definitions behind "PARTITION BY …" that only @p to has, when all it does is append some.
    static QString appendedPartitions(const QString &from, const QString &to)
    {
        if (!from.endsWith(u')') || !to.endsWith(u')') || !from.contains(u"\n(PARTITION "_s)) {
            return {};
        }
        const QString kept = from.chopped(1);
        return to.startsWith(kept + u",\n"_s) ? to.mid(kept.size() + 2).chopped(1).trimmed() : QString();
    }

    std::vector<Step> finish()
    {
        std::vector<Step> steps;
        const QString alter = u"ALTER TABLE "_s + quotedName(m_from.name);
        const QString &before = m_from.partitions.text;
        const QString &after = m_to.partitions.text;
        const QString appended = appendedPartitions(before, after);
        QString partitions;
        if (before != after && appended.isEmpty()) {
            partitions = after.isEmpty() ? u"REMOVE PARTITIONING"_s : after;
        }
        if (!m_dropsBefore.isEmpty()) {
            steps.push_back({alter + u' ' + m_dropsBefore.join(u", "_s), m_differences, false, false, {}});
        }
        if (m_from.systemVersioned && !m_to.systemVersioned && before.contains(u"BY SYSTEM_TIME"_s)) {
            // Not in one statement with the end of the versioning (MariaDB: error 4131).
            steps.push_back({u"SET SESSION system_versioning_alter_history = KEEP"_s, m_differences, false, false, {}});
            steps.push_back({alter + u" REMOVE PARTITIONING"_s, m_differences, false, false, {}});
            partitions = after;
        }
        const bool versionedFirst = becomesVersioned() && !m_to.periods.contains(u"SYSTEM_TIME"_s);
        if (versionedFirst) {
            // By itself: columns can be excepted only from a versioning that is there.
            steps.push_back({alter + u" ADD SYSTEM VERSIONING"_s, m_differences, false, false, {}});
        }
        if (!m_clauses.isEmpty() || !partitions.isEmpty()) {
            if (m_from.systemVersioned || versionedFirst) {
                steps.push_back(
                    {u"SET SESSION system_versioning_alter_history = KEEP"_s, m_differences, false, false, {}});
            }
            QString sql = alter;
            if (!m_clauses.isEmpty()) {
                sql += m_clauses.size() == 1 ? u' ' + m_clauses.front() : u"\n    "_s + m_clauses.join(u",\n    "_s);
            }
            if (!partitions.isEmpty()) {
                sql += u'\n' + partitions;
            }
            QStringList comments = m_lost;
            if (!partitions.isEmpty()) {
                comments << u"copies table %1; writes to it wait so long"_s.arg(m_from.name);
            } else if (m_copies || m_from.engine != m_to.engine || m_from.rowFormat != m_to.rowFormat) {
                comments << u"may copy table %1; where the server cannot do that online, writes to it wait so long"_s
                                .arg(m_from.name);
            }
            steps.push_back({sql, m_differences, false, !m_lost.isEmpty(), comments.join(u'\n')});
        }
        bool said = !m_clauses.isEmpty() || !partitions.isEmpty();
        for (const QString &sql : std::as_const(m_after)) {
            const bool loses = !said && !m_lost.isEmpty();
            steps.push_back({sql, m_differences, false, loses, loses ? m_lost.join(u'\n') : QString()});
            said = true;
        }
        if (!appended.isEmpty()) {
            steps.push_back({alter + u" ADD PARTITION ("_s + appended + u')', m_differences, false, false, {}});
        }
        return steps;
    }

    const Table &m_from;
    const Table &m_to;
    const std::vector<int> &m_differences;
    EngineKind m_engine;
    QSet<QString> m_replaced;
    QSet<QString> m_otherReference; ///< columns that get another SRID
    QStringList m_dropsBefore;      ///< clauses that need a statement of their own first
    QStringList m_after;            ///< statements that need what the others made
    QStringList m_clauses;
    QStringList m_lost;
    bool m_copies = false; ///< a column is stored otherwise
};

} // namespace

bool changesForForeignKeys(const Table &from, const Column &before, const Table &to, const Column &after)
{
    return before.type != after.type || effectiveCharset(from, before) != effectiveCharset(to, after) ||
           before.generated != after.generated || before.generatedKind != after.generatedKind ||
           before.notNull != after.notNull || before.autoIncrement != after.autoIncrement;
}

std::vector<Step> alterTable(const TableChange &change, EngineKind engine)
{
    return Alteration(change, engine).run();
}

} // namespace countersign::engine::mysql
