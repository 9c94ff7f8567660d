#include "engine/sqlite/workbench.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void addFolders(const QString &folder)
{
    QTest::addColumn<QString>("path");
    const QDir pairs(sharedFolder() + folder);
    for (const QString &name : pairs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QTest::newRow(qPrintable(name)) << pairs.filePath(name);
    }
}

} // namespace

/// Every schema pair and every whole schema of the corpus.
class TestSqliteCorpus : public QObject
{
    Q_OBJECT

private slots:
    void pairConverges_data() { addFolders(u"/corpus/pairs/sqlite"_s); }
    void pairConverges()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, path);
        const QString before = textOf(path + u"/a.sql"_s);
        const QString after = textOf(path + u"/b.sql"_s);
        const QString forward = convergenceProblem(before, after);
        QVERIFY2(forward.isEmpty(), forward.toUtf8().constData());
        const QString back = convergenceProblem(after, before);
        QVERIFY2(back.isEmpty(), back.toUtf8().constData());
    }

    void pairDiffersAsJudged_data() { addFolders(u"/corpus/pairs/sqlite"_s); }
    void pairDiffersAsJudged()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, path);
        const QJsonObject meta = QJsonDocument::fromJson(textOf(path + u"/meta.json"_s).toUtf8()).object();
        auto before = sqliteWith(textOf(path + u"/a.sql"_s));
        CS_REQUIRE(before);
        auto after = sqliteWith(textOf(path + u"/b.sql"_s));
        CS_REQUIRE(after);
        const auto left = readSqlite(*before);
        CS_REQUIRE(left);
        const auto right = readSqlite(*after);
        CS_REQUIRE(right);
        QVERIFY2(left->notCompared.empty() && right->notCompared.empty(), "something was not understood");
        const diff::Comparison comparison = diff::compare(*left, *right, {});
        QVERIFY2(comparison.identical() != meta.value("differs"_L1).toBool(),
                 differenceLines(comparison).join(u'\n').toUtf8().constData());
    }

    void schemaRoundTrips_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(sharedFolder() + u"/corpus/schemas/sqlite"_s, {u"*.sql"_s});
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(files.fileName())) << path;
        }
    }
    void schemaRoundTrips()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, path);
        const QString sql = textOf(path);
        const QString built = convergenceProblem({}, sql);
        QVERIFY2(built.isEmpty(), built.toUtf8().constData());
        const QString removed = convergenceProblem(sql, {});
        QVERIFY2(removed.isEmpty(), removed.toUtf8().constData());
        const auto one = sqliteWith(sql);
        CS_REQUIRE(one);
        // A dump with virtual tables writes sqlite_schema itself, which sqlite3 refuses to load by default.
        const bool hasVirtualTables = sql.contains(u"CREATE VIRTUAL"_s, Qt::CaseInsensitive);
        const auto dump =
            hasVirtualTables ? base::Result<QString>() : runProgram(u"sqlite3"_s, {one->name(), u".dump"_s});
        CS_REQUIRE(dump);
        const auto two = sqliteWith(*dump);
        CS_REQUIRE(two);
        if (hasVirtualTables) {
            QVERIFY(QFile::remove(two->name()));
            CS_REQUIRE(one->query(u"VACUUM INTO '%1'"_s.arg(two->name())));
        }
        const auto left = readSqlite(*one);
        CS_REQUIRE(left);
        const auto right = readSqlite(*two);
        CS_REQUIRE(right);
        QCOMPARE(differenceLines(diff::compare(*left, *right, {})), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSqliteCorpus)
#include "tst_sqlite_corpus.moc"
