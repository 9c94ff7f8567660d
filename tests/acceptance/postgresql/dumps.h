#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace countersign::acceptance {

/// Storage parameters stand in the order in which they were set.
inline QString withSortedOptions(QString statement)
{
    static const QRegularExpression clause(QStringLiteral(" ?WITH \\(([a-z_.]+='?[^()]*)\\)"));
    const QRegularExpressionMatch match = clause.match(statement);
    if (match.hasMatch()) {
        QStringList options = match.captured(1).split(QStringLiteral(", "));
        options.sort();
        statement.replace(match.capturedStart(1), match.capturedLength(1), options.join(QStringLiteral(", ")));
    }
    return statement;
}

/// A pg_dump as a sorted list of statements in which the order of columns and of objects does not count: two databases
/// with equal lists have equal schemas, as an independent judge says.
inline QStringList statementsOf(const QString &dump)
{
    QString text;
    for (const QString &line : dump.split(u'\n')) {
        if (!line.startsWith(QLatin1StringView("--")) && !line.startsWith(QLatin1StringView("\\restrict")) &&
            !line.startsWith(QLatin1StringView("\\unrestrict")) && !line.trimmed().isEmpty()) {
            text += line + u'\n';
        }
    }
    QStringList out;
    for (QString statement : text.split(QStringLiteral(";\n"))) {
        statement = withSortedOptions(statement.trimmed());
        if (statement.startsWith(QLatin1StringView("CREATE TABLE")) ||
            statement.startsWith(QLatin1StringView("CREATE UNLOGGED TABLE")) ||
            statement.startsWith(QLatin1StringView("CREATE FOREIGN TABLE")) ||
            (statement.startsWith(QLatin1StringView("CREATE TYPE")) &&
             !statement.contains(QLatin1StringView(" ENUM ")))) {
            QStringList lines = statement.split(u'\n');
            for (QString &line : lines) {
                if (line.endsWith(u',')) {
                    line.chop(1);
                }
            }
            lines.sort();
            statement = lines.join(u'\n');
        }
        out += statement;
    }
    out.sort();
    return out;
}

/// What one list has and the other has not, as a short text.
inline QString differenceOf(const QStringList &left, const QStringList &right)
{
    QString out;
    QStringList rest = right;
    for (const QString &statement : left) {
        if (!rest.removeOne(statement)) {
            out += QStringLiteral("\n  only in result: ") + statement;
        }
    }
    for (const QString &statement : rest) {
        out += QStringLiteral("\n  only in target: ") + statement;
    }
    return out;
}

} // namespace countersign::acceptance
