#include "engine/sqlite/workbench.h"

#include "db/session.h"
#include "engine/sqlite/sqliteengine.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::testsupport {

using base::Result;

namespace {

constexpr auto judgeQuery = R"(
SELECT * FROM (
  SELECT 'column', lower(m.name), c.name, upper(replace(c.type, ' ', '')), c."notnull", ifnull(c.dflt_value, '-'), c.pk, c.hidden
  FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND m.sql NOT LIKE 'create virtual%'
  UNION ALL
  SELECT 'index', lower(m.name), CASE i.origin WHEN 'c' THEN i.name ELSE '' END, i."unique", i.origin, i.partial,
         (SELECT group_concat(ifnull(x.name, '-') || ' ' || x."desc" || x.coll) FROM pragma_index_xinfo(i.name) x WHERE x.key), ''
  FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND m.sql NOT LIKE 'create virtual%'
  UNION ALL
  SELECT 'reference', lower(m.name), k."table", group_concat(k."from" || '>' || ifnull(k."to", '-')), k.on_update, k.on_delete, '', ''
  FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table' GROUP BY m.name, k.id
) ORDER BY 1, 2, 3, 4, 5, 6, 7;
)";

/// A bag of comma-separated pieces: neither order nor layout nor quotes count.
QString pieces(QString text)
{
    static const QRegularExpression comment(u"--[^\\n]*|/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression noise(u"[\\s\"`\\[\\]();]"_s);
    text.replace(comment, u" "_s);
    QStringList parts;
    for (const QString &part : text.toLower().split(u',')) {
        parts << QString(part).remove(noise).remove(u"ifnotexists"_s);
        // VIRTUAL is what a generated column is without a word.
        if (parts.back().endsWith(u"virtual"_s)) {
            parts.back().chop(7);
        }
    }
    parts.sort();
    return parts.join(u',');
}

/// Nobody pulls the plug on a test database.
QString unsynced()
{
    return u"PRAGMA synchronous = OFF;\n"_s;
}

} // namespace

Result<schema::Schema> readSqlite(const TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::sqlite::engine().read(*session, {}, {}, {});
}

Result<TestDatabase> sqliteWith(const QString &sql)
{
    CS_TRY(database, TestDatabase::create(schema::EngineKind::Sqlite, u"case"_s));
    CS_CHECK(database.execute(unsynced() + sql));
    return database;
}

QString sqliteScript(const std::vector<engine::Step> &steps)
{
    QString out;
    bool open = false;
    for (const engine::Step &step : steps) {
        if (step.transactional != open) {
            out += step.transactional ? u"BEGIN;\n"_s : u"COMMIT;\n"_s;
            open = step.transactional;
        }
        for (const QString &line : step.comment.split(u'\n', Qt::SkipEmptyParts)) {
            out += u"-- "_s + line + u'\n';
        }
        out += step.sql + u";\n"_s;
    }
    return open ? out + u"COMMIT;\n"_s : out;
}

Result<QString> judge(const TestDatabase &database)
{
    CS_TRY(pragmas, database.query(QString::fromLatin1(judgeQuery)));
    CS_TRY(texts, database.query(
                      u"SELECT hex(type || ' ' || lower(name) || ' ' || lower(tbl_name)), hex(sql) FROM sqlite_schema "
                      "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, lower(name);"_s));
    QString out = pragmas;
    for (const QString &line : texts.split(u'\n', Qt::SkipEmptyParts)) {
        const QByteArray sql = QByteArray::fromHex(line.section(u'\t', 1).toLatin1());
        out += u'\n' + QString::fromUtf8(QByteArray::fromHex(line.section(u'\t', 0, 0).toLatin1())) + u": "_s +
               pieces(QString::fromUtf8(sql));
    }
    return out;
}

QStringList differenceLines(const diff::Comparison &comparison)
{
    QStringList out;
    for (const diff::Difference &difference : comparison.differences) {
        QStringList properties;
        for (const diff::Property &property : difference.properties) {
            properties << u"%1: %2 > %3"_s.arg(property.name, property.from, property.to);
        }
        out << u"%1 %2 %3 %4"_s
                   .arg(diff::nameOf(difference.change), nameOf(difference.id.kind), difference.id.path(),
                        properties.join(u"; "_s))
                   .trimmed();
    }
    return out;
}

QString convergenceProblem(const QString &from, const QString &to, const QStringList &questions, QStringList *answers,
                           QString *scriptOut, const std::vector<diff::Rename> &renames)
{
    const auto work = [&]() -> Result<QString> {
        CS_TRY(before, sqliteWith(from));
        CS_TRY(after, sqliteWith(to));
        CS_TRY(schemaBefore, readSqlite(before));
        CS_TRY(schemaAfter, readSqlite(after));
        for (const schema::Schema *schema : {&schemaBefore, &schemaAfter}) {
            if (!schema->notCompared.empty()) {
                const schema::NotCompared &first = schema->notCompared.front();
                return u"not compared: %1: %2"_s.arg(first.id.path(), first.reason);
            }
        }
        diff::Options options;
        options.renames = renames;
        const diff::Comparison comparison = diff::compare(schemaBefore, schemaAfter, options);
        const std::vector<engine::Step> steps =
            engine::sqlite::engine().steps(comparison.renamedFrom, schemaAfter, comparison);
        const QString script = sqliteScript(steps);
        if (scriptOut != nullptr) {
            *scriptOut = script;
        }
        if (const auto done = before.execute(unsynced() + script); !done) {
            return u"the script fails: %1\n%2"_s.arg(done.error().text(), script);
        }
        CS_TRY(result, readSqlite(before));
        const diff::Comparison rest = diff::compare(result, schemaAfter, {});
        if (!rest.identical()) {
            return u"our reader still finds:\n%1\nafter\n%2"_s.arg(differenceLines(rest).join(u'\n'), script);
        }
        CS_TRY(judged, judge(before));
        CS_TRY(wanted, judge(after));
        // Where nothing is done, spelling alone may differ.
        if (judged != wanted && !script.isEmpty()) {
            return u"the judge has\n%1\ninstead of\n%2\nafter\n%3"_s.arg(judged, wanted, script);
        }
        for (const QString &question : questions) {
            CS_TRY(answer, before.query(question));
            answers->append(QString(answer).replace(u'\t', u'|').replace(u'\n', u'/'));
        }
        return QString();
    };
    const Result<QString> problem = work();
    return problem ? *problem : problem.error().text();
}

} // namespace countersign::testsupport
