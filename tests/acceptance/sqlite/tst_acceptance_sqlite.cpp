#include "engine/sqlite/workbench.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

/// One case of a file:
///     -- case what is shown
///     SQL before
///     -- becomes
///     SQL after
///     -- then QUERY          asked of the changed database
///     -- is ANSWER           "a|b" for two columns, "/" between rows
///     -- script has TEXT     in the script that leads there
///     -- script lacks TEXT
///     -- rename KIND A TO B  confirmed; A and B are paths: t, t.column
///     -- same                the two differ in spelling alone
struct Case {
    QString name;
    QString before;
    QString after;
    QList<std::pair<QString, QString>> answers;
    QStringList has;
    QStringList lacks;
    std::vector<diff::Rename> renames;
    bool same = false;
};

schema::ObjectId idFrom(const QString &kind, const QString &path)
{
    const auto objectKind = schema::objectKindFromName(kind).value_or(schema::ObjectKind::Table);
    return path.contains(u'.') ? schema::ObjectId{objectKind, {}, path.section(u'.', 0, 0), path.section(u'.', 1)}
                               : schema::ObjectId{objectKind, {}, {}, path};
}

QList<Case> casesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<Case> cases;
    bool after = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const auto takes = [&](QLatin1StringView mark) { return line.startsWith(mark); };
        if (takes("-- case "_L1)) {
            cases.append({line.sliced(8), {}, {}, {}, {}, {}, {}, false});
            after = false;
        } else if (cases.isEmpty()) {
            continue;
        } else if (line == u"-- becomes"_s) {
            after = true;
        } else if (takes("-- then "_L1)) {
            cases.last().answers.append({line.sliced(8), {}});
        } else if (takes("-- is "_L1)) {
            cases.last().answers.last().second = line.sliced(6);
        } else if (takes("-- script has "_L1)) {
            cases.last().has.append(line.sliced(14));
        } else if (takes("-- script lacks "_L1)) {
            cases.last().lacks.append(line.sliced(16));
        } else if (takes("-- rename "_L1)) {
            const QStringList words = line.split(u' ');
            cases.last().renames.push_back(
                {idFrom(words.value(2), words.value(3)), idFrom(words.value(2), words.value(5))});
        } else if (line == u"-- same"_s) {
            cases.last().same = true;
        } else {
            (after ? cases.last().after : cases.last().before) += line + u'\n';
        }
    }
    return cases;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// The cases beside this file: each converges both ways, keeps what it says it keeps, and is silent where it should be.
class TestAcceptanceSqlite : public QObject
{
    Q_OBJECT

private slots:
    void caseHolds_data()
    {
        QTest::addColumn<Case>("each");
        QDirIterator files(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR", u"."_s) + u"/tests/acceptance/sqlite"_s,
                           {u"*.sql"_s});
        while (files.hasNext()) {
            const QString path = files.next();
            const QList<Case> cases = casesIn(path);
            QVERIFY2(!cases.isEmpty(), qPrintable(path));
            for (const Case &each : cases) {
                QTest::newRow(qPrintable(files.fileName() + u": "_s + each.name)) << each;
            }
        }
    }
    void caseHolds()
    {
        QFETCH(Case, each);
        QString script;
        QStringList asked;
        for (const auto &answer : each.answers) {
            asked << answer.first;
        }
        QStringList answers;
        const QString forward = convergenceProblem(each.before, each.after, asked, &answers, &script, each.renames);
        QVERIFY2(forward.isEmpty(), forward.toUtf8().constData());
        const QString back = convergenceProblem(each.after, each.before);
        QVERIFY2(back.isEmpty(), back.toUtf8().constData());
        QCOMPARE(script.isEmpty(), each.same);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            QVERIFY2(answers[i] == each.answers[i].second,
                     qPrintable(u"%1 is %2\n%3"_s.arg(each.answers[i].first, answers[i], script)));
        }
        for (const QString &text : each.has) {
            QVERIFY2(script.contains(text), qPrintable(script));
        }
        for (const QString &text : each.lacks) {
            QVERIFY2(!script.contains(text), qPrintable(script));
        }
    }
};

QTEST_GUILESS_MAIN(TestAcceptanceSqlite)
#include "tst_acceptance_sqlite.moc"
