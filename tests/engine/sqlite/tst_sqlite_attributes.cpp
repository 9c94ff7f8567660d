#include "engine/sqlite/sqliteengine.h"
#include "engine/sqlite/workbench.h"
#include "schema/values.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Index;
using schema::IndexKey;
using schema::Schema;
using schema::Table;
using schema::View;

namespace {

const QString &baseSql()
{
    static const QString sql = uR"(
CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, other TEXT, UNIQUE (code, other));
CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    parent_id INT,
    code TEXT NOT NULL DEFAULT 'none' COLLATE NOCASE,
    amount INT CONSTRAINT some_amount NOT NULL ON CONFLICT FAIL DEFAULT 0,
    twice INT GENERATED ALWAYS AS (amount * 2) VIRTUAL,
    CONSTRAINT of_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE,
    CONSTRAINT positive CHECK (amount >= 0),
    CONSTRAINT one_code UNIQUE (code, amount) ON CONFLICT IGNORE
);
CREATE TABLE pair (a INT, b TEXT, c INT, PRIMARY KEY (a, b));
CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT);
CREATE INDEX by_amount ON child (amount DESC, code COLLATE RTRIM) WHERE amount > 5;
CREATE INDEX by_length ON child (length(code));
CREATE VIEW totals (parent, total) AS SELECT parent_id, sum(amount) FROM child GROUP BY parent_id;
CREATE TRIGGER watch AFTER UPDATE OF amount ON child WHEN new.amount > 100 BEGIN INSERT INTO counted (note) VALUES ('much'); END;
CREATE VIRTUAL TABLE search USING fts5(body, title);
)"_s;
    return sql;
}

template <class T>
T &named(std::vector<T> &parts, const QString &name)
{
    return *std::ranges::find(parts, name, &T::name);
}

Table &table(Schema &schema, const QString &name)
{
    for (schema::Object &object : schema.objects) {
        if (auto *found = std::get_if<Table>(&object); found && found->name == name) {
            return *found;
        }
    }
    qFatal("no such table");
}

View &view(Schema &schema, const QString &name)
{
    for (schema::Object &object : schema.objects) {
        if (auto *found = std::get_if<View>(&object); found && found->name == name) {
            return *found;
        }
    }
    qFatal("no such view");
}

Column &column(Schema &schema, const QString &of, const QString &name)
{
    return named(table(schema, of).columns, name);
}

Constraint &constraint(Schema &schema, const QString &of, const QString &name)
{
    return named(table(schema, of).constraints, name);
}

Index &index(Schema &schema, const QString &name)
{
    return named(table(schema, u"child"_s).indexes, name);
}

struct Mutation {
    const char *attribute; ///< as the comparison names it: "column.type"; "+table" for an object that comes
    std::function<void(Schema &)> apply;
};

std::vector<Mutation> tableMutations()
{
    return {
        {"table.strict", [](Schema &s) { table(s, u"counted"_s).strict = true; }},
        {"table.withoutRowId",
         [](Schema &s) {
             table(s, u"pair"_s).withoutRowId = true;
             column(s, u"pair"_s, u"a"_s).notNull = column(s, u"pair"_s, u"b"_s).notNull = true;
         }},
        {"table.virtualModule",
         [](Schema &s) { table(s, u"search"_s).virtualModule.text = u"fts5(body, title, tokenize='porter')"_s; }},
        {"+table",
         [](Schema &s) {
             Table more = table(s, u"counted"_s);
             more.name = u"more"_s;
             s.objects.emplace_back(more);
         }},
        {"-table", [](Schema &s) { s.objects.removeIf([](const auto &o) { return idOf(o).name == u"counted"_s; }); }},
        {"+column",
         [](Schema &s) {
             Column more;
             more.name = u"more"_s;
             table(s, u"pair"_s).columns.push_back(more);
         }},
        {"-column", [](Schema &s) { table(s, u"pair"_s).columns.pop_back(); }},
        {"column.type", [](Schema &s) { column(s, u"pair"_s, u"c"_s).type = u"DECIMAL(10,2)"_s; }},
        {"column.notNull", [](Schema &s) { column(s, u"pair"_s, u"c"_s).notNull = true; }},
        {"column.default", [](Schema &s) { column(s, u"child"_s, u"code"_s).defaultValue.text = u"'it''s ' || 1"_s; }},
        {"column.collation", [](Schema &s) { column(s, u"child"_s, u"code"_s).collation.clear(); }},
        {"column.generated", [](Schema &s) { column(s, u"child"_s, u"twice"_s).generated.text = u"amount * 3"_s; }},
        {"column.generatedKind", [](Schema &s) { column(s, u"child"_s, u"twice"_s).generatedKind = u"stored"_s; }},
        {"column.autoIncrement", [](Schema &s) { column(s, u"counted"_s, u"id"_s).autoIncrement = false; }},
        {"column.notNullConstraint",
         [](Schema &s) { column(s, u"child"_s, u"amount"_s).notNullConstraint = u"given"_s; }},
        {"column.conflictClause", [](Schema &s) { column(s, u"child"_s, u"amount"_s).conflictClause.clear(); }},
    };
}

std::vector<Mutation> constraintMutations()
{
    return {
        {"+constraint",
         [](Schema &s) {
             Constraint more = constraint(s, u"child"_s, u"positive"_s);
             more.name = u"more"_s;
             table(s, u"child"_s).constraints.push_back(more);
         }},
        {"-constraint",
         [](Schema &s) {
             std::erase_if(table(s, u"child"_s).constraints, [](const auto &c) { return c.name == u"positive"_s; });
         }},
        {"constraint.constraint",
         [](Schema &s) {
             Constraint &unique = constraint(s, u"child"_s, u"one_code"_s);
             unique.kind = ConstraintKind::Check;
             unique.keys.clear();
             unique.conflictClause.clear();
             unique.expression.text = u"length(code) > 0"_s;
         }},
        {"constraint.keys", [](Schema &s) { std::ranges::reverse(constraint(s, u"child"_s, u"one_code"_s).keys); }},
        {"constraint.keys", [](Schema &s) { constraint(s, u"pair"_s, u"primary key"_s).keys[1].descending = true; }},
        {"constraint.keys",
         [](Schema &s) { constraint(s, u"pair"_s, u"primary key"_s).keys[1].collation = u"NOCASE"_s; }},
        {"constraint.expression",
         [](Schema &s) { constraint(s, u"child"_s, u"positive"_s).expression.text = u"amount > 0"_s; }},
        {"constraint.referencedTable",
         [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).referencedTable = u"counted"_s; }},
        {"constraint.referencedColumns",
         [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).referencedColumns = {u"code"_s}; }},
        {"constraint.onUpdate",
         [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).onUpdate = u"set default"_s; }},
        {"constraint.onDelete", [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).onDelete = u"restrict"_s; }},
        {"constraint.match", [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).match = u"full"_s; }},
        {"constraint.deferrable", [](Schema &s) { constraint(s, u"child"_s, u"of_parent"_s).deferrable = true; }},
        {"constraint.initiallyDeferred",
         [](Schema &s) {
             constraint(s, u"child"_s, u"of_parent"_s).deferrable = true;
             constraint(s, u"child"_s, u"of_parent"_s).initiallyDeferred = true;
         }},
        {"constraint.conflictClause",
         [](Schema &s) { constraint(s, u"child"_s, u"one_code"_s).conflictClause = u"replace"_s; }},
    };
}

std::vector<Mutation> otherMutations()
{
    return {
        {"+index",
         [](Schema &s) {
             Index more = index(s, u"by_length"_s);
             more.name = u"more"_s;
             table(s, u"child"_s).indexes.push_back(more);
         }},
        {"-index", [](Schema &s) { table(s, u"child"_s).indexes.pop_back(); }},
        {"index.unique", [](Schema &s) { index(s, u"by_amount"_s).unique = true; }},
        {"index.keys", [](Schema &s) { index(s, u"by_amount"_s).keys[0].descending = false; }},
        {"index.keys", [](Schema &s) { index(s, u"by_amount"_s).keys[1].collation.clear(); }},
        {"index.keys", [](Schema &s) { index(s, u"by_amount"_s).keys[0].column = u"parent_id"_s; }},
        {"index.keys", [](Schema &s) { index(s, u"by_length"_s).keys[0].expression.text = u"length(code) + 1"_s; }},
        {"index.predicate", [](Schema &s) { index(s, u"by_amount"_s).predicate = {}; }},
        {"trigger.timing",
         [](Schema &s) {
             schema::Trigger &watch = named(table(s, u"child"_s).triggers, u"watch"_s);
             watch.definition.text.replace(u"AFTER"_s, u"BEFORE"_s);
             watch.timing = u"BEFORE"_s;
         }},
        {"trigger.events",
         [](Schema &s) {
             schema::Trigger &watch = named(table(s, u"child"_s).triggers, u"watch"_s);
             watch.definition.text.replace(u"OF amount"_s, u"OF amount, code"_s);
             watch.events = u"UPDATE OF amount, code"_s;
         }},
        {"trigger.definition",
         [](Schema &s) {
             named(table(s, u"child"_s).triggers, u"watch"_s).definition.text.replace(u"'much'"_s, u"'more'"_s);
         }},
        {"-trigger", [](Schema &s) { table(s, u"child"_s).triggers.clear(); }},
        {"view.query", [](Schema &s) { view(s, u"totals"_s).query.text += u" HAVING sum(amount) > 0"_s; }},
        {"-view", [](Schema &s) { s.objects.removeIf([](const auto &o) { return idOf(o).name == u"totals"_s; }); }},
    };
}

std::vector<Mutation> mutations()
{
    std::vector<Mutation> all = tableMutations();
    std::ranges::move(constraintMutations(), std::back_inserter(all));
    std::ranges::move(otherMutations(), std::back_inserter(all));
    return all;
}

/// What the comparison says, in the words of Mutation::attribute.
QStringList attributes(const diff::Comparison &comparison)
{
    QStringList out;
    for (const diff::Difference &difference : comparison.differences) {
        const QString kind = nameOf(difference.id.kind) == u"virtual-table"_s ? u"table"_s : nameOf(difference.id.kind);
        if (difference.change == diff::Change::Added || difference.change == diff::Change::Removed) {
            out << (difference.change == diff::Change::Added ? u'+' : u'-') + kind;
        }
        for (const diff::Property &property : difference.properties) {
            out << kind + u'.' + property.name;
        }
    }
    return out;
}

QString buildScript(const Schema &schema)
{
    Schema empty;
    empty.engine = schema.engine;
    const diff::Comparison comparison = diff::compare(empty, schema, {});
    return sqliteScript(engine::sqlite::engine().steps(comparison.renamedFrom, schema, comparison));
}

} // namespace

/// Every attribute that the model has for SQLite: a mutation of it alone is found, repaired, and nothing is left.
class TestSqliteAttributes : public QObject
{
    Q_OBJECT

private:
    Schema m_base;

    void holds(const Schema &mutated, const QStringList &wanted) const
    {
        const QString sql = buildScript(mutated);
        auto database = sqliteWith(sql);
        CS_REQUIRE(database);
        const auto read = readSqlite(*database);
        CS_REQUIRE(read);
        QVERIFY2(read->notCompared.empty(), "something was not understood");
        QCOMPARE(differenceLines(diff::compare(*read, mutated, {})), QStringList());
        const QStringList found = attributes(diff::compare(m_base, *read, {}));
        for (const QString &attribute : wanted) {
            QVERIFY2(found.contains(attribute),
                     qPrintable(u"%1 not in: %2\n%3"_s.arg(attribute, found.join(u", "_s), sql)));
        }
        const QString forward = convergenceProblem(baseSql(), sql);
        QVERIFY2(forward.isEmpty(), forward.toUtf8().constData());
        const QString back = convergenceProblem(sql, baseSql());
        QVERIFY2(back.isEmpty(), back.toUtf8().constData());
    }

private slots:
    void initTestCase()
    {
        const auto database = sqliteWith(baseSql());
        CS_REQUIRE(database);
        const auto read = readSqlite(*database);
        CS_REQUIRE(read);
        QVERIFY(read->notCompared.empty());
        m_base = *read;
    }

    void canonicalTextRoundTrips()
    {
        QString sql;
        for (const schema::Object &object : m_base.objects) {
            sql += engine::sqlite::engine().ddl(m_base, object);
        }
        const auto database = sqliteWith(sql);
        CS_REQUIRE(database);
        const auto read = readSqlite(*database);
        CS_REQUIRE(read);
        QCOMPARE(differenceLines(diff::compare(m_base, *read, {})), QStringList());
    }

    void eachAttribute_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<Mutation> all = mutations();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::addRow("%s %zu", all[i].attribute, i) << static_cast<int>(i);
        }
    }
    void eachAttribute()
    {
        QFETCH(int, number);
        const Mutation mutation = mutations()[static_cast<std::size_t>(number)];
        Schema mutated = m_base;
        mutation.apply(mutated);
        mutated.normalize();
        holds(mutated, {QString::fromLatin1(mutation.attribute)});
    }

    void renamedIndexIsACandidate()
    {
        const auto one = sqliteWith(u"CREATE TABLE t (a); CREATE INDEX i ON t (a);"_s);
        CS_REQUIRE(one);
        const auto two = sqliteWith(u"CREATE TABLE t (a); CREATE INDEX j ON t (a);"_s);
        CS_REQUIRE(two);
        const auto left = readSqlite(*one);
        CS_REQUIRE(left);
        const auto right = readSqlite(*two);
        CS_REQUIRE(right);
        const diff::Comparison comparison = diff::compare(*left, *right, {});
        QCOMPARE(comparison.renameCandidates.size(), std::size_t(1));
        QCOMPARE(comparison.renameCandidates.front().score, 100);
    }

    void severalAtOnce_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }
    void severalAtOnce()
    {
        QFETCH(int, seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        std::vector<Mutation> all = mutations();
        std::erase_if(all, [](const Mutation &m) { return *m.attribute == '-' || *m.attribute == '+'; });
        std::ranges::shuffle(all, random);
        Schema mutated = m_base;
        for (int i = 0; i < 4; ++i) {
            const QString attribute = QString::fromLatin1(all[static_cast<std::size_t>(i)].attribute);
            // A key constraint that became a CHECK has no keys to change.
            if (!attribute.startsWith(u"constraint.constraint"_s)) {
                all[static_cast<std::size_t>(i)].apply(mutated);
            }
        }
        mutated.normalize();
        holds(mutated, {});
    }

    void cleanupTestCase()
    {
        QStringList covered;
        for (const Mutation &mutation : mutations()) {
            covered << QString::fromLatin1(mutation.attribute);
        }
        QStringList open;
        for (const QString &name : diff::ignoreSwitches()) {
            const QString kind = name.section(u'.', 0, 0);
            const bool here =
                (QStringList{u"table"_s, u"column"_s, u"constraint"_s, u"index"_s, u"trigger"_s, u"view"_s})
                    .contains(kind);
            if (here && !covered.contains(name)) {
                open << name;
            }
        }
        qInfo("attributes of the model that SQLite does not have, or that no mutation covers: %s",
              qPrintable(open.join(u", "_s)));
    }
};

QTEST_GUILESS_MAIN(TestSqliteAttributes)
#include "tst_sqlite_attributes.moc"
