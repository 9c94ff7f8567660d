#include "acceptance/mysql/judge.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

QString corpus(const QString &folder)
{
    return sharedFolder() + u"/corpus/"_s + folder;
}

} // namespace

/// Every pair converges in both directions, every schema is silent against itself and its restored dump and can be
/// built from nothing; mariadb-dump is the judge.
class TestMySqlCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList names = QDir(corpus(u"pairs/mysql"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << corpus(u"pairs/mysql/"_s) + name;
        }
        if (names.isEmpty()) {
            QTest::newRow("absent") << QString();
        }
    }

    void pairs()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, folder);
        auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"pair_a"_s);
        auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"pair_b"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        for (const auto &[database, name] : {std::pair{&*a, u"/a.sql"_s}, std::pair{&*b, u"/b.sql"_s}}) {
            const auto loaded = database->load(folder + name);
            if (!loaded && a->engine() == schema::EngineKind::MySql) {
                QSKIP(qPrintable(u"was written for MariaDB: "_s + loaded.error().message));
            }
            CS_REQUIRE(loaded);
        }
        const QString dumpA = judged(*a);
        const QString dumpB = judged(*b);
        const auto from = readMySql(*a);
        const auto to = readMySql(*b);
        CS_REQUIRE(from);
        CS_REQUIRE(to);
        QVERIFY2(from->notCompared.empty() && to->notCompared.empty(),
                 qPrintable(listed(diff::compare(*from, *to, {}))));

        const diff::Comparison comparison = diff::compare(*from, *to, {});
        if (dumpA == dumpB) {
            QVERIFY2(comparison.identical(), qPrintable(u"noise: "_s + listed(comparison)));
        }
        const QString forward = apply(*a, stepsBetween(*from, *to));
        QVERIFY2(forward.isEmpty(), qPrintable(forward));
        const QString leftThere = firstDifference(judged(*a), dumpB);
        QVERIFY2(leftThere.isEmpty(), qPrintable(u"there:\n"_s + leftThere + u"\n"_s + listed(comparison)));
        const auto reached = readMySql(*a);
        CS_REQUIRE(reached);
        const diff::Comparison rest = diff::compare(*reached, *to, {});
        QVERIFY2(rest.identical(), qPrintable(u"still different: "_s + listed(rest)));

        const QString back = apply(*a, stepsBetween(*to, *from));
        QVERIFY2(back.isEmpty(), qPrintable(u"back: "_s + back));
        const QString leftBack = firstDifference(judged(*a), dumpA);
        QVERIFY2(leftBack.isEmpty(), qPrintable(u"back:\n"_s + leftBack));
    }

    void restored_data() { schemas_data(); }

    void restored()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, file);
        auto original = TestDatabase::create(schema::EngineKind::MariaDb, u"original"_s);
        auto restored = TestDatabase::create(schema::EngineKind::MariaDb, u"restored"_s);
        auto built = TestDatabase::create(schema::EngineKind::MariaDb, u"built"_s);
        CS_REQUIRE(original);
        CS_REQUIRE(restored);
        CS_REQUIRE(built);
        CS_REQUIRE(original->load(file));
        const auto dump = original->dump();
        CS_REQUIRE(dump);
        CS_REQUIRE(restored->execute(*dump));
        const auto first = readMySql(*original);
        const auto second = readMySql(*restored);
        CS_REQUIRE(first);
        CS_REQUIRE(second);
        QVERIFY2(first->notCompared.empty(), qPrintable(listed(diff::compare(*first, *first, {}))));
        const diff::Comparison noise = diff::compare(*first, *second, {});
        QVERIFY2(noise.identical(), qPrintable(u"noise: "_s + listed(noise)));

        const auto nothing = readMySql(*built);
        CS_REQUIRE(nothing);
        const QString build = apply(*built, stepsBetween(*nothing, *first));
        QVERIFY2(build.isEmpty(), qPrintable(build));
        const QString left = firstDifference(judged(*built), judged(*original));
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

private:
    static void schemas_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(corpus(u"schemas/mysql"_s));
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files)) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }
};

QTEST_GUILESS_MAIN(TestMySqlCorpus)
#include "tst_mysqlcorpus.moc"
