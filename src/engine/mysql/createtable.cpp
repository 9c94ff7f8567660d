#include "engine/mysql/createtable.h"

#include "engine/mysql/textcursor.h"

#include <array>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Index;
using schema::IndexKey;
using schema::Table;

namespace {

/// What can follow a DEFAULT or ON UPDATE expression in a column line (MySQL 8.0 and 9, MariaDB 10.6 to 11.8).
constexpr std::array columnAttributes{
    QStringView(u"ON UPDATE"),
    QStringView(u"COMMENT"),
    QStringView(u"CHECK"),
    QStringView(u"INVISIBLE"),
    QStringView(u"WITHOUT"),
    QStringView(u"WITH SYSTEM"),
    QStringView(u"COLUMN_FORMAT"),
    QStringView(u"STORAGE"),
    QStringView(u"AUTO_INCREMENT"),
    QStringView(u"NOT NULL"),
    QStringView(u"NOT SECONDARY"),
    QStringView(u"NULL"),
    QStringView(u"VIRTUAL"),
    QStringView(u"STORED"),
    QStringView(u"GENERATED ALWAYS"),
    QStringView(u"/*"),
    QStringView(u"`"),
    QStringView(u"SRID"),
    QStringView(u"COLLATE"),
};

class Parser
{
public:
    Parser(const QString &text, const CreateTableContext &context) : m_cursor(text), m_context(context) {}

    Result<Table> run()
    {
        if (!m_cursor.take(u"CREATE TABLE")) {
            return unexpected();
        }
        space();
        m_table.name = m_cursor.name();
        space();
        if (!m_cursor.take(u"(")) {
            return unexpected();
        }
        space();
        while (!m_cursor.atEnd() && !m_cursor.sees(u")")) {
            const qsizetype before = m_cursor.position();
            element();
            space();
            if (!m_cursor.take(u",") && !m_cursor.sees(u")")) {
                return unexpected();
            }
            space();
            if (m_cursor.position() == before) {
                return unexpected();
            }
        }
        m_cursor.take(u")");
        CS_CHECK(tableOptions());
        inheritCharsets();
        return std::move(m_table);
    }

private:
    [[nodiscard]] Fail unexpected() const
    {
        return Fail(base::undecided(u"the server's description has a part that is not understood: %1"_s.arg(
            m_cursor.rest().left(60).toString().simplified())));
    }

    /// White space, and the delimiters of /*!80023 … */ and /*M!100301 … */: what is inside is said unconditionally
    /// here.
    void space()
    {
        while (true) {
            m_cursor.skipSpace();
            if (m_cursor.sees(u"/*!") || m_cursor.sees(u"/*M!")) {
                m_cursor.take(m_cursor.sees(u"/*!") ? u"/*!" : u"/*M!");
                while (m_cursor.peek().isDigit()) {
                    m_cursor.skipUnit();
                }
            } else if (!m_cursor.take(u"*/")) {
                return;
            }
        }
    }

    QString expression(const QString &text) const { return withoutDatabase(text, m_context.database); }

    void element()
    {
        if (m_cursor.take(u"PRIMARY KEY")) {
            primaryKey();
        } else if (m_cursor.take(u"UNIQUE KEY")) {
            key(u"BTREE"_s, true);
        } else if (m_cursor.take(u"FULLTEXT KEY")) {
            key(u"FULLTEXT"_s, false);
        } else if (m_cursor.take(u"SPATIAL KEY")) {
            key(u"SPATIAL"_s, false);
        } else if (m_cursor.take(u"VECTOR KEY")) {
            key(u"VECTOR"_s, false);
        } else if (m_cursor.take(u"KEY")) {
            key(u"BTREE"_s, false);
        } else if (m_cursor.take(u"CONSTRAINT")) {
            constraint();
        } else if (m_cursor.take(u"PERIOD FOR")) {
            period();
        } else {
            column();
        }
    }

    void period()
    {
        space();
        const QString name = m_cursor.name();
        space();
        const QString columns = m_cursor.parenthesized().remove(u' ');
        if (!m_table.periods.isEmpty()) {
            m_table.periods += u'\n';
        }
        m_table.periods += (name == u"SYSTEM_TIME"_s ? name : quotedName(name)) + u" ("_s + columns + u')';
    }

    // --- columns

    void column()
    {
        Column column;
        column.name = m_cursor.name();
        space();
        const qsizetype begin = m_cursor.position();
        (void)m_cursor.word();
        if (m_cursor.peek() == u'(') {
            m_cursor.skipUnit();
        }
        while (m_cursor.take(u" unsigned") || m_cursor.take(u" zerofill") || m_cursor.take(u" precision")) {
        }
        column.type = canonicalType(m_cursor.since(begin).toString());
        space();
        while (!m_cursor.atEnd() && m_cursor.peek() != u',' && m_cursor.peek() != u')') {
            columnAttribute(column);
            space();
        }
        finishColumn(column);
        m_table.columns.push_back(std::move(column));
    }

    void columnAttribute(Column &column)
    {
        if (m_cursor.take(u"CHARACTER SET")) {
            space();
            column.charset = canonicalCharset(m_cursor.word());
        } else if (m_cursor.take(u"COLLATE")) {
            space();
            column.collation = canonicalCollation(m_cursor.word());
        } else if (m_cursor.take(u"GENERATED ALWAYS AS")) {
            generated(column);
        } else if (m_cursor.take(u"NOT NULL")) {
            column.notNull = true;
        } else if (m_cursor.take(u"NULL")) {
            column.notNull = false;
        } else if (m_cursor.take(u"AUTO_INCREMENT")) {
            column.autoIncrement = true;
        } else if (m_cursor.take(u"DEFAULT")) {
            space();
            column.defaultValue.text = canonicalDefault(columnExpression(), column.type);
        } else if (m_cursor.take(u"ON UPDATE")) {
            space();
            column.onUpdate.text = canonicalDefault(columnExpression(), column.type);
        } else if (m_cursor.take(u"COMMENT")) {
            space();
            column.comment = m_cursor.string();
        } else if (m_cursor.take(u"CHECK")) {
            space();
            column.options.insert_or_assign(u"check"_s, expression(m_cursor.parenthesized()));
        } else {
            rareColumnAttribute(column);
        }
    }

    void rareColumnAttribute(Column &column)
    {
        if (m_cursor.take(u"INVISIBLE")) {
            column.invisible = true;
        } else if (m_cursor.take(u"WITHOUT SYSTEM VERSIONING")) {
            column.withoutSystemVersioning = true;
        } else if (m_cursor.take(u"SRID") || m_cursor.take(u"REF_SYSTEM_ID=")) {
            space();
            column.srid = m_cursor.word();
        } else if (m_cursor.peek() == u'`') {
            const QString name = m_cursor.name();
            m_cursor.take(u"=");
            column.options.insert_or_assign(name, value());
        } else {
            // COMPRESSED, COLUMN_FORMAT FIXED, STORAGE DISK, NOT SECONDARY, WITH SYSTEM VERSIONING, and what a newer
            // server may bring: kept as it is, so that it is compared and written back.
            const qsizetype begin = m_cursor.position();
            while (!m_cursor.atEnd() && m_cursor.peek() != u',' && m_cursor.peek() != u')' &&
                   m_cursor.peek() != u'\n' && !m_cursor.sees(u"*/") && !atColumnAttribute(begin) &&
                   !m_cursor.sees(u"DEFAULT ")) {
                m_cursor.skipUnit();
            }
            QString &clause = column.options[u"clause"_s];
            clause = (clause + u' ' + m_cursor.since(begin).toString().trimmed()).trimmed();
        }
    }

    void generated(Column &column)
    {
        space();
        if (m_cursor.take(u"ROW START")) {
            column.generated.text = u"ROW START"_s;
            column.generatedKind = u"system"_s;
            return;
        }
        if (m_cursor.take(u"ROW END")) {
            column.generated.text = u"ROW END"_s;
            column.generatedKind = u"system"_s;
            return;
        }
        column.generated.text = expression(m_cursor.parenthesized());
        space();
        column.generatedKind = m_cursor.take(u"STORED") || m_cursor.take(u"PERSISTENT") ? u"stored"_s : u"virtual"_s;
        m_cursor.take(u"VIRTUAL");
    }

    [[nodiscard]] bool atColumnAttribute(qsizetype begin) const
    {
        return m_cursor.position() > begin && std::ranges::any_of(columnAttributes, [this](QStringView attribute) {
                   return m_cursor.sees(attribute);
               });
    }

    QString columnExpression()
    {
        const qsizetype begin = m_cursor.position();
        while (!m_cursor.atEnd() && m_cursor.peek() != u',' && m_cursor.peek() != u')') {
            if (m_cursor.peek() == u' ') {
                const qsizetype end = m_cursor.position();
                m_cursor.skipSpace();
                if (atColumnAttribute(begin)) {
                    return expression(m_cursor.since(begin).left(end - begin).toString());
                }
            } else {
                m_cursor.skipUnit();
            }
        }
        return expression(m_cursor.since(begin).toString().trimmed());
    }

    void finishColumn(Column &column) const
    {
        const QString jsonCheck = u"json_valid("_s + quotedName(column.name) + u')';
        const auto check = column.options.find(u"check"_s);
        if (m_context.mariaDb && column.type == u"longtext"_s && check != column.options.end() &&
            check->second == jsonCheck && column.charset == u"utf8mb4"_s && column.collation == u"utf8mb4_bin"_s) {
            column.type = u"json"_s;
            column.charset.clear();
            column.collation.clear();
            column.options.erase(check);
        }
    }

    // --- keys

    std::vector<IndexKey> keyColumns(schema::Attributes &attributes)
    {
        std::vector<IndexKey> keys;
        space();
        m_cursor.take(u"(");
        while (!m_cursor.atEnd() && !m_cursor.take(u")")) {
            IndexKey key;
            m_cursor.skipSpace();
            if (m_cursor.peek() == u'(') {
                key.expression.text = expression(m_cursor.parenthesized());
            } else {
                key.column = m_cursor.name();
                if (m_cursor.peek() == u'(') {
                    key.prefixLength = m_cursor.parenthesized().toInt();
                }
            }
            m_cursor.skipSpace();
            if (m_cursor.take(u"DESC")) {
                key.descending = true;
            } else if (m_cursor.take(u"WITHOUT OVERLAPS")) {
                attributes.insert_or_assign(u"withoutOverlaps"_s, key.column);
            }
            m_cursor.skipSpace();
            m_cursor.take(u",");
            keys.push_back(std::move(key));
        }
        return keys;
    }

    void keyOptions(schema::Attributes &options, QString &comment, bool &invisible)
    {
        space();
        while (!m_cursor.atEnd() && m_cursor.peek() != u',' && m_cursor.peek() != u')') {
            if (m_cursor.take(u"COMMENT")) {
                space();
                comment = m_cursor.string();
            } else if (m_cursor.take(u"USING")) {
                space();
                options.insert_or_assign(u"using"_s, m_cursor.word());
            } else if (m_cursor.take(u"WITH PARSER")) {
                space();
                options.insert_or_assign(u"parser"_s, m_cursor.name());
            } else if (m_cursor.take(u"IGNORED") || m_cursor.take(u"INVISIBLE")) {
                invisible = true;
            } else {
                const bool quoted = m_cursor.peek() == u'`';
                const QString name = m_cursor.name();
                m_cursor.take(u"=");
                const QString text = value();
                if (name.isEmpty() && text.isEmpty()) {
                    return;
                }
                options.insert_or_assign(quoted ? quotedName(name) : name, text);
            }
            space();
        }
    }

    void primaryKey()
    {
        Constraint key;
        key.name = u"PRIMARY"_s;
        key.kind = ConstraintKind::PrimaryKey;
        key.keys = keyColumns(key.attributes);
        key.withoutOverlaps = key.attributes.contains(u"withoutOverlaps"_s);
        bool invisible = false;
        keyOptions(key.options, key.comment, invisible);
        m_table.constraints.push_back(std::move(key));
    }

    void key(const QString &method, bool unique)
    {
        Index index;
        space();
        index.name = m_cursor.name();
        index.method = method;
        index.unique = unique;
        index.keys = keyColumns(index.attributes);
        keyOptions(index.options, index.comment, index.invisible);
        m_table.indexes.push_back(std::move(index));
    }

    // --- constraints

    void constraint()
    {
        Constraint constraint;
        space();
        constraint.name = m_cursor.name();
        space();
        if (m_cursor.take(u"FOREIGN KEY")) {
            foreignKey(constraint);
        } else if (m_cursor.take(u"CHECK")) {
            space();
            constraint.kind = ConstraintKind::Check;
            constraint.expression.text = expression(m_cursor.parenthesized());
            constraint.nameIsGenerated = isGeneratedCheckName(constraint.name);
            space();
            constraint.notEnforced = m_cursor.take(u"NOT ENFORCED");
        } else {
            return; // run() then stops at what follows
        }
        m_table.constraints.push_back(std::move(constraint));
    }

    [[nodiscard]] bool isGeneratedCheckName(const QString &name) const
    {
        const QString prefix = m_context.mariaDb ? u"CONSTRAINT_"_s : m_table.name + u"_chk_"_s;
        bool number = false;
        name.mid(prefix.size()).toUInt(&number);
        return number && name.startsWith(prefix);
    }

    void foreignKey(Constraint &constraint)
    {
        constraint.kind = ConstraintKind::ForeignKey;
        const QString prefix = m_table.name + u"_ibfk_"_s;
        bool number = false;
        constraint.name.mid(prefix.size()).toUInt(&number);
        constraint.nameIsGenerated = number && constraint.name.startsWith(prefix);
        constraint.keys = keyColumns(constraint.attributes);
        space();
        m_cursor.take(u"REFERENCES");
        space();
        constraint.referencedTable = m_cursor.name();
        if (m_cursor.take(u".")) {
            constraint.referencedSchema = std::exchange(constraint.referencedTable, m_cursor.name());
        }
        if (constraint.referencedSchema == m_context.database) {
            constraint.referencedSchema.clear();
        }
        for (const IndexKey &column : keyColumns(constraint.attributes)) {
            constraint.referencedColumns << column.column;
        }
        space();
        while (m_cursor.sees(u"ON ") || m_cursor.sees(u"MATCH ")) {
            if (m_cursor.take(u"ON DELETE")) {
                constraint.onDelete = action();
            } else if (m_cursor.take(u"ON UPDATE")) {
                constraint.onUpdate = action();
            } else {
                m_cursor.take(u"MATCH");
                space();
                constraint.match = m_cursor.word().toLower();
            }
            space();
        }
    }

    QString action()
    {
        space();
        for (const QStringView known : {QStringView(u"CASCADE"), QStringView(u"SET NULL"), QStringView(u"SET DEFAULT"),
                                        QStringView(u"NO ACTION"), QStringView(u"RESTRICT")}) {
            if (m_cursor.take(known)) {
                return known.toString().toLower();
            }
        }
        return {};
    }

    // --- table options

    QString value()
    {
        space();
        const qsizetype begin = m_cursor.position();
        while (!m_cursor.atEnd() && !m_cursor.peek().isSpace() && m_cursor.peek() != u',' && m_cursor.peek() != u')' &&
               !m_cursor.sees(u"*/")) {
            m_cursor.skipUnit();
        }
        return m_cursor.since(begin).toString();
    }

    Result<bool> tableOptions()
    {
        space();
        while (!m_cursor.atEnd()) {
            if (m_cursor.take(u"WITH SYSTEM VERSIONING")) {
                m_table.systemVersioned = true;
            } else if (m_cursor.sees(u"PARTITION BY")) {
                partitions();
            } else if (m_cursor.take(u"TABLESPACE")) {
                space();
                const QString name = m_cursor.name();
                // Where tables are unless another is named, and what cannot be unsaid (MySQL manual, 15.1.20).
                m_table.tablespace = name == u"innodb_file_per_table"_s ? QString() : name;
            } else if (m_cursor.take(u"START TRANSACTION")) {
                // MySQL: part of an atomic CREATE TABLE … SELECT, says nothing about the table.
            } else {
                CS_CHECK(tableOption());
            }
            space();
        }
        return true;
    }

    Result<bool> tableOption()
    {
        const TextCursor begin = m_cursor;
        const bool quoted = m_cursor.peek() == u'`';
        QString name = m_cursor.name();
        while (m_cursor.take(u" ")) {
            name += u' ' + m_cursor.word();
        }
        if (!m_cursor.take(u"=") || name.isEmpty()) {
            m_cursor = begin;
            return unexpected();
        }
        const QString text = value();
        if (name == u"ENGINE"_s) {
            m_table.engine = text;
        } else if (name == u"AUTO_INCREMENT"_s) {
            m_table.autoIncrement = text;
        } else if (name == u"DEFAULT CHARSET"_s) {
            m_table.charset = canonicalCharset(text);
        } else if (name == u"COLLATE"_s) {
            m_table.collation = canonicalCollation(text);
        } else if (name == u"COMMENT"_s) {
            m_table.comment = unescaped(text);
        } else if (name == u"ROW_FORMAT"_s) {
            m_table.rowFormat = text;
        } else {
            m_table.options.insert_or_assign(quoted ? quotedName(name) : name, text);
        }
        return true;
    }

    void partitions()
    {
        // MySQL may print several comments of version: PARTITION BY KEY */ /*!50611 ALGORITHM = 1 */ /*!50100 (…
        QString text;
        while (!m_cursor.atEnd()) {
            const qsizetype begin = m_cursor.position();
            if (m_cursor.sees(u"/*!") || m_cursor.sees(u"*/")) {
                space();
                text = text.trimmed() + u' ';
            } else {
                m_cursor.skipUnit();
                text += m_cursor.since(begin);
            }
        }
        text = text.trimmed();
        // The engine of a partition is always the table's (MySQL manual, 26.6; MariaDB: partitions overview).
        text.remove(u" ENGINE = "_s + m_table.engine);
        m_table.partitions.text = expression(text);
    }

    void inheritCharsets()
    {
        if (m_table.collation.isEmpty()) {
            m_table.collation = defaultCollation(m_table.charset);
        }
        for (Column &column : m_table.columns) {
            if (column.charset.isEmpty() && column.collation.isEmpty()) {
                continue;
            }
            if (column.charset.isEmpty()) {
                column.charset =
                    column.collation == u"binary"_s ? column.collation : column.collation.section(u'_', 0, 0);
            }
            if (column.collation.isEmpty()) {
                column.collation = defaultCollation(column.charset);
            }
            if (column.charset == m_table.charset) {
                column.charset.clear();
            }
            if (column.collation == m_table.collation) {
                column.collation.clear();
            }
        }
    }

    [[nodiscard]] QString defaultCollation(const QString &charset) const
    {
        return m_context.defaultCollations.value(charset);
    }

    TextCursor m_cursor;
    const CreateTableContext &m_context;
    Table m_table;
};

} // namespace

Result<Table> parseCreateTable(const QString &text, const CreateTableContext &context)
{
    return Parser(text, context).run();
}

} // namespace countersign::engine::mysql
