#include "rehearsal/migrationgenerator.h"

#include <QRandomGenerator>

namespace countersign::testsupport {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

class Generator
{
public:
    Generator(EngineKind engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    GeneratedMigration make()
    {
        for (int table = 0; table < 3; ++table) {
            m_case.base << u"CREATE TABLE t%1 (id %2, a %3, b %3, old_%1 %3)"_s.arg(table).arg(key(), text());
            m_case.base << u"CREATE INDEX t%1_a ON t%1 (a)"_s.arg(table);
        }
        m_case.base << u"CREATE VIEW v0 AS SELECT id, a FROM t0"_s;
        for (int i = 0; i < 7; ++i) {
            m_case.parts << QStringList();
            add(i);
        }
        return std::move(m_case);
    }

private:
    [[nodiscard]] bool lite() const { return m_engine == EngineKind::Sqlite; }
    [[nodiscard]] bool postgres() const { return m_engine == EngineKind::PostgreSql; }
    [[nodiscard]] QString key() const { return lite() ? u"INTEGER PRIMARY KEY"_s : u"int NOT NULL PRIMARY KEY"_s; }
    [[nodiscard]] QString text() const { return lite() ? u"TEXT"_s : u"varchar(40)"_s; }

    void add(int i)
    {
        const int kinds = lite() ? 6 : 10;
        const int first = m_random.bounded(kinds);
        // Each kind once per table at most, so that no statement undoes another.
        for (int offset = 0; offset < kinds * 3; ++offset) {
            const int kind = (first + offset) % kinds;
            const int table = (m_random.bounded(3) + offset) % 3;
            if (m_used.contains({kind, table})) {
                continue;
            }
            m_used.insert({kind, table});
            m_case.statements << statement(kind, table, i);
            return;
        }
        m_case.statements << u"CREATE TABLE extra%1 (id %2)"_s.arg(i).arg(key());
    }

    QString statement(int kind, int table, int i)
    {
        switch (kind) {
        case 0:
            return u"CREATE TABLE n%1 (id %2, x %3)"_s.arg(i).arg(key(), text());
        case 1:
            return u"ALTER TABLE t%1 ADD COLUMN c%2 %3"_s.arg(table).arg(i).arg(text());
        case 2:
            return u"ALTER TABLE t%1 DROP COLUMN old_%1"_s.arg(table);
        case 3:
            return u"CREATE INDEX i%2 ON t%1 (b)"_s.arg(table).arg(i);
        case 4:
            return lite() || postgres() ? u"DROP INDEX t%1_a"_s.arg(table) : u"DROP INDEX t%1_a ON t%1"_s.arg(table);
        case 5:
            return u"CREATE VIEW w%2 AS SELECT id, b FROM t%1"_s.arg(table).arg(i);
        case 6:
            return postgres() ? u"ALTER TABLE t%1 ALTER COLUMN b TYPE varchar(80)"_s.arg(table)
                              : u"ALTER TABLE t%1 MODIFY b varchar(80)"_s.arg(table);
        case 7:
            return u"ALTER TABLE t%1 ADD CONSTRAINT k%2 CHECK (id > 0)"_s.arg(table).arg(i);
        case 8:
            return u"ALTER TABLE t%1 ADD CONSTRAINT u%2 UNIQUE (id, b)"_s.arg(table).arg(i);
        default:
            break;
        }
        m_case.parts.back() = {u"ADD COLUMN p%1 int"_s.arg(i), u"ADD COLUMN q%1 int"_s.arg(i),
                               u"ADD CONSTRAINT r%1 UNIQUE (b, id)"_s.arg(i)};
        for (QString &part : m_case.parts.back()) {
            part = u"ALTER TABLE t%1 "_s.arg(table) + part;
        }
        return u"ALTER TABLE t%1 ADD COLUMN p%2 int, ADD COLUMN q%2 int, ADD CONSTRAINT r%2 UNIQUE (b, id)"_s.arg(table)
            .arg(i);
    }

    EngineKind m_engine;
    QRandomGenerator m_random;
    QSet<std::pair<int, int>> m_used;
    GeneratedMigration m_case;
};

} // namespace

GeneratedMigration generateMigration(EngineKind engine, quint32 seed)
{
    return Generator(engine, seed).make();
}

} // namespace countersign::testsupport
