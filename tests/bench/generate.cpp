#include "bench/generate.h"

using namespace Qt::StringLiterals;

namespace countersign::bench {

using schema::EngineKind;

namespace {

QString tableSql(EngineKind engine, int number, bool changed)
{
    const QString name = u"table_%1"_s.arg(number, 5, 10, QChar(u'0'));
    const QString parent = u"table_%1"_s.arg(number == 0 ? 0 : number - 1, 5, 10, QChar(u'0'));
    const bool mysql = schema::isMySqlFamily(engine);
    const QString text = mysql ? u"varchar(200)"_s : u"text"_s;
    const QString stamp = engine == EngineKind::PostgreSql ? u"timestamptz"_s : mysql ? u"datetime"_s : u"text"_s;
    QString sql = u"CREATE TABLE "_s + name + u" (\n"_s;
    sql += u"  id bigint NOT NULL PRIMARY KEY"_s + (mysql ? u" COMMENT 'the key'"_s : QString()) + u",\n"_s;
    sql += u"  parent_id bigint,\n  name "_s + text + u" NOT NULL,\n"_s;
    sql += u"  code varchar(20) DEFAULT '"_s + (changed ? u"other"_s : u"none"_s) + u"',\n"_s;
    sql += u"  amount numeric(12,2) NOT NULL DEFAULT 0,\n  active smallint NOT NULL DEFAULT 1,\n"_s;
    sql += u"  created_at "_s + stamp + u" NOT NULL DEFAULT CURRENT_TIMESTAMP,\n  changed_at "_s + stamp + u",\n"_s;
    sql += u"  note text,\n  rank integer,\n"_s;
    if (mysql) {
        sql.replace(u"  rank integer"_s, u"  position integer"_s);
    }
    if (changed) {
        sql += u"  extra integer,\n"_s;
    }
    sql += u"  CONSTRAINT %1_positive CHECK (amount >= 0),\n"_s.arg(name);
    sql += u"  CONSTRAINT %1_parent FOREIGN KEY (parent_id) REFERENCES %2 (id)\n);\n"_s.arg(name, parent);
    sql += u"CREATE INDEX %1_name ON %1 (name);\n"_s.arg(name);
    if (!changed) {
        sql += u"CREATE INDEX %1_created ON %1 (created_at, active);\n"_s.arg(name);
    }
    sql += u"CREATE UNIQUE INDEX %1_code ON %1 (code, id);\n"_s.arg(name);
    if (engine == EngineKind::PostgreSql) {
        sql += u"COMMENT ON TABLE %1 IS 'table %2';\nCOMMENT ON COLUMN %1.id IS 'the key';\n"_s.arg(name).arg(number);
    }
    if (number % 10 == 0) {
        sql += u"CREATE VIEW view_%1 AS SELECT id, name, amount FROM %2 WHERE active = 1;\n"_s
                   .arg(number, 5, 10, QChar(u'0'))
                   .arg(name);
    }
    return sql;
}

} // namespace

QStringList schemaSql(EngineKind engine, int tables, bool changed)
{
    // SQLite reads its whole schema table for each CREATE, and PostgreSQL locks what a transaction makes.
    const int step = 200;
    QStringList scripts;
    for (int first = 0; first < tables; first += step) {
        QString sql = u"BEGIN;\n"_s;
        for (int i = first; i < std::min(tables, first + step); ++i) {
            sql += tableSql(engine, i, changed && i % 100 == 50);
        }
        scripts << sql + u"COMMIT;\n"_s;
    }
    return scripts;
}

} // namespace countersign::bench
