// Every pair of the corpus, both ways: our script runs in psql, and pg_dump judges the result. COUNTERSIGN_PG_SHARD=i/n
// runs the i-th of n parts; COUNTERSIGN_PG_CASES is a wildcard over the names of cases.

#include "acceptance/postgresql/roundtrip.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

class TestPgPairs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto server = TestServers::postgresql();
        CS_REQUIRE(server);
    }

    /// Says aloud when the pairs are only our own.
    void corpusIsThere() { CS_NEEDS_SHARED(); }

    void converges_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir own(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + u"/tests/acceptance/postgresql/pairs"_s);
        const QDir corpus(sharedFolder() + u"/corpus/pairs/pg"_s); // without shared: none
        const QString shard = qEnvironmentVariable("COUNTERSIGN_PG_SHARD", u"0/1"_s);
        const int part = shard.section(u'/', 0, 0).toInt();
        const int parts = shard.section(u'/', 1, 1).toInt();
        const QString pattern = qEnvironmentVariable("COUNTERSIGN_PG_CASES", u"*"_s);
        int number = 0;
        for (const QDir &pairs : {own, corpus}) {
            for (const QString &name : pairs.entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
                if (number++ % parts == part) {
                    QTest::newRow(qPrintable(name)) << pairs.filePath(name);
                }
            }
        }
    }

    void converges()
    {
        QFETCH(QString, folder);
        QString reason;
        const QString problem = problemOf(folder, reason);
        if (!reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private:
    static QString problemOf(const QString &folder, QString &reason)
    {
        QFile file(folder + u"/meta.json"_s); // our own have one where they need roles or a newer server
        const QJsonObject meta =
            file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        const auto server = TestServers::postgresql();
        CS_OR_PROBLEM(server);
        if (const int since = meta.value(u"since"_s).toInt(); server->majorVersion() < since) {
            reason = u"it is about PostgreSQL %1"_s.arg(since);
            return {};
        }
        auto a = TestDatabase::create(schema::EngineKind::PostgreSql, u"pa"_s);
        CS_OR_PROBLEM(a);
        auto b = TestDatabase::create(schema::EngineKind::PostgreSql, u"pb"_s);
        CS_OR_PROBLEM(b);
        for (const auto &role : meta.value(u"roles"_s).toArray()) {
            const QString name = role.toString();
            CS_OR_PROBLEM(a->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1') THEN "
                                     "CREATE ROLE \"%1\"; END IF; END $$"_s.arg(name)));
        }
        for (const auto &[database, name] : {std::pair{&*a, u"/a.sql"_s}, std::pair{&*b, u"/b.sql"_s}}) {
            const auto loaded = database->load(folder + name);
            reason = acceptance::tooOld(*server, loaded);
            if (!reason.isEmpty()) {
                return {};
            }
            CS_OR_PROBLEM(loaded);
        }
        // pg_dump does not tell versions of extensions; who made the corpus looked at them too.
        return acceptance::roundTripProblem(*a, *b, meta.value(u"differs_exact"_s).toBool());
    }
};

QTEST_GUILESS_MAIN(TestPgPairs)
#include "tst_pgpairs.moc"
