#include "acceptance/mysql/judge.h"

#include <QRegularExpression>

namespace countersign::testsupport {

using namespace Qt::StringLiterals;

base::Result<schema::Schema> readMySql(const TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::mysql::engine().read(*session, {}, {}, {});
}

std::vector<engine::Step> stepsBetween(const schema::Schema &from, const schema::Schema &to)
{
    const diff::Comparison comparison = diff::compare(from, to, {});
    return engine::mysql::engine().steps(comparison.renamedFrom, to, comparison);
}

QString apply(const TestDatabase &database, const std::vector<engine::Step> &steps)
{
    QString script;
    for (const engine::Step &step : steps) {
        if (!step.sql.isEmpty()) {
            script += u"DELIMITER $$\n"_s + step.sql + u"\n$$\nDELIMITER ;\n"_s;
        }
    }
    const auto done = database.execute(script);
    return done ? QString() : done.error().text() + u"\nin:\n"_s + script;
}

QString judged(const TestDatabase &database)
{
    const auto dump = database.dump();
    // Where a default names a sequence, the server prints its database.
    return dump ? structureOf(QString(*dump).remove(u'`' + database.name() + u"`."_s))
                : u"the dump failed: "_s + dump.error().text();
}

namespace {

/// MySQL prints the table's own character set at a column that once named it; the column is the same without.
QStringList withoutTableCharset(QStringList lines, const QString &tableOptions)
{
    static const QRegularExpression charset(u"DEFAULT CHARSET=(\\w+)(?: COLLATE=(\\w+))?"_s);
    const QRegularExpressionMatch own = charset.match(tableOptions);
    static const QHash<QString, QString> defaults{{u"latin1"_s, u"latin1_swedish_ci"_s},
                                                  {u"utf8mb3"_s, u"utf8mb3_general_ci"_s}};
    const QString collation = own.captured(2).isEmpty() ? defaults.value(own.captured(1)) : own.captured(2);
    if (collation.isEmpty()) {
        return lines;
    }
    const QRegularExpression said(
        u"^(  `[^`]*` [a-z]+(?:\\([^)]*\\))?)(?: CHARACTER SET %1)? COLLATE %2\\b"_s.arg(own.captured(1), collation));
    return lines.replaceInStrings(said, u"\\1"_s);
}

} // namespace

QString structureOf(const QString &dump)
{
    static const QRegularExpression counter(u" AUTO_INCREMENT=\\d+"_s);
    static const QRegularExpression setval(u"SETVAL\\(`[^`]*`, -?\\d+, \\d\\)"_s);
    QStringList out;
    QStringList body;
    bool inTable = false;
    for (QString line : dump.split(u'\n')) {
        line.remove(counter);
        line.replace(setval, u"SETVAL"_s);
        // The tablespace that a table has anyway, printed by MySQL once it was named.
        line.remove(u" /*!50100 TABLESPACE `innodb_file_per_table` */"_s);
        if (line.startsWith(u"-- "_s) || line.startsWith(u"/*!40"_s) || line.startsWith(u"/*M!"_s) ||
            line.contains(u"ALTER DATABASE"_s)) {
            continue;
        }
        if (inTable && line.startsWith(u')')) {
            body = withoutTableCharset(body, line);
            body.sort();
            out << body << line;
            body.clear();
            inTable = false;
        } else if (inTable) {
            body << (line.endsWith(u',') ? line.chopped(1) : line);
        } else {
            inTable = line.startsWith(u"CREATE TABLE"_s);
            out << line;
        }
    }
    return out.join(u'\n');
}

QString firstDifference(const QString &actual, const QString &expected)
{
    if (actual == expected) {
        return {};
    }
    const QStringList left = actual.split(u'\n');
    const QStringList right = expected.split(u'\n');
    QStringList onlyActual;
    QStringList onlyExpected;
    for (const QString &line : left) {
        if (!right.contains(line)) {
            onlyActual << u"  is:       "_s + line;
        }
    }
    for (const QString &line : right) {
        if (!left.contains(line)) {
            onlyExpected << u"  expected: "_s + line;
        }
    }
    const QStringList lines = onlyActual.mid(0, 8) + onlyExpected.mid(0, 8);
    return lines.isEmpty() ? u"the same lines in another order"_s : lines.join(u'\n');
}

QString listed(const diff::Comparison &comparison)
{
    QStringList lines;
    for (const diff::Difference &difference : comparison.differences) {
        QString line = nameOf(difference.change) + u' ' + nameOf(difference.id.kind) + u' ' + difference.id.path();
        for (const diff::Property &property : difference.properties) {
            line += u"\n    "_s + property.name + u": "_s + property.from + u" -> "_s + property.to;
        }
        lines << line;
    }
    for (const schema::NotCompared &entry : comparison.notCompared) {
        lines << u"not compared: "_s + entry.id.path() + u": "_s + entry.reason;
    }
    return lines.join(u'\n');
}

} // namespace countersign::testsupport
