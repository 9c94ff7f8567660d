#include "engine/sqlite/workbench.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

constexpr int rowsPerTable = 4;

struct ColumnModel {
    QString name;
    QString type;
    bool notNull = false;
    bool hasDefault = false;
    bool nocase = false;
    bool check = false;
    bool unique = false;
    int references = -1; ///< number of a table whose key is an INTEGER PRIMARY KEY
    QString generated;   ///< stored, virtual

    friend bool operator==(const ColumnModel &, const ColumnModel &) = default;
};

enum class Key { None, Integer, AutoIncrement, Text, WithoutRowId };

struct TableModel {
    QString name;
    Key key = Key::None;
    bool strict = false;
    std::vector<ColumnModel> columns;
    QStringList indexes; ///< name|unique|what
    bool trigger = false;
    bool view = false;
    bool fullText = false; ///< an fts5 table that reads this one
    QString fullTextOptions;
};

using Model = std::vector<TableModel>;

class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    Model model()
    {
        Model out;
        const int tables = 2 + below(3);
        for (int i = 0; i < tables; ++i) {
            TableModel table;
            table.name = u"t%1"_s.arg(i);
            table.key = i == 0 ? Key::AutoIncrement : static_cast<Key>(below(5));
            table.strict = below(4) == 0;
            const int columns = 2 + below(4);
            for (int c = 0; c < columns; ++c) {
                table.columns.push_back(column());
            }
            table.trigger = below(2) == 0;
            table.view = below(2) == 0;
            table.fullText = below(3) == 0 && table.key != Key::WithoutRowId;
            addIndex(table);
            out.push_back(std::move(table));
        }
        return out;
    }

    void mutate(Model &model)
    {
        for (int i = 1 + below(4); i > 0; --i) {
            mutateTable(model[static_cast<std::size_t>(below(static_cast<int>(model.size())))]);
        }
        if (below(6) == 0) {
            Model other = this->model();
            other.front().name = u"added"_s;
            model.push_back(other.front());
        }
    }

private:
    int below(int limit) { return m_random.bounded(limit); }

    ColumnModel column()
    {
        static const QStringList types{u"INTEGER"_s, u"TEXT"_s, u"REAL"_s, u"BLOB"_s};
        ColumnModel out;
        out.name = u"c%1"_s.arg(++m_columns);
        out.type = types.at(below(4));
        out.hasDefault = below(3) == 0;
        out.notNull = below(3) == 0;
        out.nocase = out.type == u"TEXT"_s && below(3) == 0;
        out.check = below(4) == 0;
        out.unique = below(5) == 0;
        if (out.type == u"INTEGER"_s && below(2) == 0) {
            out.references = 0;
        }
        if (below(6) == 0) {
            out = {
                out.name, u"INTEGER"_s, false, false, false, false, false, -1, below(2) ? u"stored"_s : u"virtual"_s};
        }
        return out;
    }

    void addIndex(TableModel &table)
    {
        static const QStringList forms{u"%1"_s, u"%1 DESC"_s, u"lower(%1)"_s, u"%1) WHERE (%1 > 1"_s,
                                       u"%1 COLLATE rtrim"_s};
        const QString column =
            table.columns[static_cast<std::size_t>(below(static_cast<int>(table.columns.size())))].name;
        table.indexes << u"i%1|%2"_s.arg(++m_indexes).arg(forms.at(below(5)).arg(column));
    }

    void mutateTable(TableModel &table)
    {
        ColumnModel &column = table.columns[static_cast<std::size_t>(below(static_cast<int>(table.columns.size())))];
        const bool plain = column.generated.isEmpty();
        switch (below(14)) {
        case 0:
            table.columns.insert(table.columns.begin() + below(static_cast<int>(table.columns.size()) + 1),
                                 this->column());
            break;
        case 1:
            dropColumn(table, column.name);
            break;
        case 2:
            // What the rows hold must be allowed on both sides: no other type for what refers to a table.
            if (!table.strict && plain && column.references < 0) {
                column.type = column.type == u"TEXT"_s ? u"varchar(20)"_s : u"TEXT"_s;
            }
            break;
        case 3:
            column.notNull = plain && !column.notNull;
            break;
        case 4:
            column.hasDefault = plain && !column.hasDefault;
            break;
        case 5:
            column.check = plain && !column.check;
            break;
        case 6:
            column.unique = plain && !column.unique;
            break;
        case 7:
            column.nocase = plain && !column.nocase;
            break;
        case 8:
            table.key = table.name == u"t0"_s ? Key::Integer : table.fullText ? Key::Text : static_cast<Key>(below(5));
            break;
        case 9:
            table.trigger = !table.trigger;
            break;
        case 10:
            table.view = !table.view;
            break;
        case 11:
            table.fullTextOptions = u", tokenize='porter'"_s;
            break;
        case 12:
            addIndex(table);
            break;
        default:
            table.indexes.removeLast();
            addIndex(table);
            break;
        }
    }

    static void dropColumn(TableModel &table, QString name)
    {
        if (table.columns.size() < 2) {
            return;
        }
        std::erase_if(table.columns, [&](const ColumnModel &column) { return column.name == name; });
        const QRegularExpression uses(u"\\b%1\\b"_s.arg(name));
        table.indexes.removeIf([&](const QString &index) { return index.contains(uses); });
        if (table.indexes.isEmpty()) {
            table.indexes << u"only_%1|%2"_s.arg(table.name, table.columns.front().name);
        }
    }

    QRandomGenerator m_random;
    int m_columns = 0;
    int m_indexes = 0;
};

QString valueOf(const ColumnModel &column, int row)
{
    if (column.references >= 0) {
        return QString::number(row);
    }
    if (column.type == u"BLOB"_s) {
        return u"x'0%1'"_s.arg(row);
    }
    if (column.type == u"INTEGER"_s) {
        return QString::number(row * 10);
    }
    return column.type == u"REAL"_s ? u"%1.5"_s.arg(row) : u"'it''s %1'"_s.arg(row);
}

QString columnSql(const ColumnModel &column)
{
    QString out = column.name + u' ' + column.type;
    if (!column.generated.isEmpty()) {
        return out + u" GENERATED ALWAYS AS (1 + 1) "_s + column.generated;
    }
    out += column.notNull ? u" NOT NULL"_s : QString();
    // Where a new column comes to old rows every value is the same, so that no unique one may have a default.
    out += column.hasDefault || column.notNull ? u" DEFAULT "_s + valueOf(column, 1) : QString();
    out += column.nocase ? u" COLLATE NOCASE"_s : QString();
    out += column.check ? u" CHECK (%1 <> 77)"_s.arg(column.name) : QString();
    out += column.unique && !column.hasDefault && !column.notNull ? u" UNIQUE"_s : QString();
    return column.references < 0 ? out : out + u" REFERENCES t%1 (id) ON DELETE CASCADE"_s.arg(column.references);
}

QString tableSql(const TableModel &table)
{
    QStringList lines;
    switch (table.key) {
    case Key::None:
        lines << u"id INTEGER"_s;
        break;
    case Key::Integer:
        lines << u"id INTEGER PRIMARY KEY"_s;
        break;
    case Key::AutoIncrement:
        lines << u"id INTEGER PRIMARY KEY AUTOINCREMENT"_s;
        break;
    case Key::Text:
    case Key::WithoutRowId:
        // With a default, because it comes to tables that have rows.
        lines << u"id INTEGER"_s << u"k TEXT DEFAULT 'k'"_s;
        break;
    }
    for (const ColumnModel &column : table.columns) {
        lines << columnSql(column);
    }
    QStringList options;
    if (table.key == Key::Text || table.key == Key::WithoutRowId) {
        lines << u"PRIMARY KEY (id, k)"_s;
    }
    if (table.key == Key::WithoutRowId) {
        options << u"WITHOUT ROWID"_s;
    }
    if (table.strict) {
        options << u"STRICT"_s;
    }
    return u"CREATE TABLE %1 (\n    %2\n) %3;\n"_s.arg(table.name, lines.join(u",\n    "_s), options.join(u", "_s));
}

QString rowsOf(const TableModel &table)
{
    const bool keyed = table.key == Key::Text || table.key == Key::WithoutRowId;
    QString out;
    for (int row = 1; row <= rowsPerTable; ++row) {
        QStringList names{u"id"_s};
        QStringList values{QString::number(row)};
        if (keyed) {
            names << u"k"_s;
            values << u"'k%1'"_s.arg(row);
        } else if (table.key == Key::None) {
            names << u"rowid"_s;
            values << QString::number(row * 3);
        }
        for (const ColumnModel &column : table.columns) {
            if (column.generated.isEmpty()) {
                names << column.name;
                values << valueOf(column, row);
            }
        }
        out += u"INSERT INTO %1 (%2) VALUES (%3);\n"_s.arg(table.name, names.join(u", "_s), values.join(u", "_s));
    }
    return out;
}

QString script(const Model &model)
{
    QString out;
    for (const TableModel &table : model) {
        out += tableSql(table);
        for (const QString &index : table.indexes) {
            out +=
                u"CREATE INDEX %1 ON %2 (%3);\n"_s.arg(index.section(u'|', 0, 0), table.name, index.section(u'|', 1));
        }
    }
    out += u"CREATE TABLE log (what TEXT);\n"_s;
    for (const TableModel &table : model) {
        out += rowsOf(table);
    }
    for (const TableModel &table : model) {
        if (table.view) {
            out += u"CREATE VIEW v_%1 AS SELECT id, count(*) AS n FROM %1 GROUP BY id;\n"_s.arg(table.name);
        }
        if (table.trigger) {
            out += u"CREATE TRIGGER tr_%1 AFTER DELETE ON %1 BEGIN INSERT INTO log VALUES ('%1; ' || old.id); END;\n"_s
                       .arg(table.name);
        }
        if (table.fullText) {
            out +=
                u"CREATE VIRTUAL TABLE f_%1 USING fts5(a, b%2);\nINSERT INTO f_%1 (rowid, a, b) SELECT id * 7, 'x', id FROM %1;\n"_s
                    .arg(table.name, table.fullTextOptions);
        }
    }
    return out;
}

/// What must be the same before and after: rows of tables that stay, in the columns that stay as they are.
QStringList questionsFor(const Model &from, const Model &to)
{
    QStringList out{u"SELECT count(*) FROM pragma_foreign_key_check"_s, u"SELECT * FROM pragma_integrity_check"_s,
                    u"SELECT count(*) FROM log"_s, u"SELECT name, seq FROM sqlite_sequence WHERE name = 't0'"_s};
    if (from.front().key != Key::AutoIncrement || to.front().key != Key::AutoIncrement) {
        out.removeLast();
    }
    for (const TableModel &table : from) {
        const auto after = std::ranges::find(to, table.name, &TableModel::name);
        if (after == to.end()) {
            continue;
        }
        QStringList columns{u"id"_s};
        for (const ColumnModel &column : table.columns) {
            const auto kept = std::ranges::find(after->columns, column.name, &ColumnModel::name);
            if (kept != after->columns.end() && kept->type == column.type && column.generated.isEmpty()) {
                columns << column.name;
            }
        }
        if (table.key != Key::WithoutRowId && after->key != Key::WithoutRowId) {
            columns << (table.key == Key::None && after->key != Key::None && after->key != Key::Text ? u"1"_s
                                                                                                     : u"rowid"_s);
        }
        out << u"SELECT count(*) FROM %1"_s.arg(table.name)
            << u"SELECT quote(%1) FROM %2 ORDER BY id"_s.arg(columns.join(u"), quote("_s), table.name);
        if (table.fullText && after->fullText) {
            out << u"SELECT rowid, a, b FROM f_%1 ORDER BY rowid"_s.arg(table.name)
                << u"SELECT count(*) FROM f_%1 WHERE f_%1 MATCH 'x'"_s.arg(table.name);
        }
    }
    return out;
}

} // namespace

/// Random schemas with rows, changed at random: the plan leads to the other schema, and no row is lost on the way.
/// COUNTERSIGN_PROPERTY_ROUNDS: how many (25 by default); COUNTERSIGN_PROPERTY_SEED: where they begin.
class TestSqliteProperty : public QObject
{
    Q_OBJECT

private slots:
    void convergesAndKeepsRows()
    {
        const int rounds = qEnvironmentVariable("COUNTERSIGN_PROPERTY_ROUNDS", u"25"_s).toInt();
        const int first = qEnvironmentVariable("COUNTERSIGN_PROPERTY_SEED", u"1"_s).toInt();
        for (int seed = first; seed < first + rounds; ++seed) {
            Generator generator(static_cast<quint32>(seed));
            const Model before = generator.model();
            Model after = before;
            generator.mutate(after);
            for (const auto &[from, to] : {std::pair{before, after}, std::pair{after, before}}) {
                const QString problem = check(from, to);
                QVERIFY2(problem.isEmpty(),
                         qPrintable(u"seed %1: %2\nfrom\n%3"_s.arg(seed).arg(problem, script(from))));
            }
        }
    }

private:
    static QString check(const Model &from, const Model &to)
    {
        const QStringList questions = questionsFor(from, to);
        QStringList answers;
        QString plan;
        if (const QString problem = convergenceProblem(script(from), script(to), questions, &answers, &plan);
            !problem.isEmpty()) {
            return problem;
        }
        const auto untouched = sqliteWith(script(from));
        if (!untouched) {
            return untouched.error().text();
        }
        for (qsizetype i = 0; i < questions.size(); ++i) {
            const auto was = untouched->query(questions.at(i));
            const QString before = was ? QString(*was).replace(u'\t', u'|').replace(u'\n', u'/') : was.error().text();
            if (before != answers.at(i)) {
                return u"%1\n  was %2\n  is  %3\nafter\n%4"_s.arg(questions.at(i), before, answers.at(i), plan);
            }
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestSqliteProperty)
#include "tst_sqlite_property.moc"
