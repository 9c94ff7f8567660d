#include "app/comparesources.h"
#include "app/stepeffects.h"
#include "rehearsal/scratch.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

/// What is said of a statement before anything was rehearsed.
class TestStepEffects : public QObject
{
    Q_OBJECT

private slots:
    void whoReadsAViewThatChangesIsKnown();
};

void TestStepEffects::whoReadsAViewThatChangesIsKnown()
{
    QTemporaryDir folder;
    const auto source = [&folder](const QString &name, const QString &sql) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(sql.toUtf8()) > 0 ? file.fileName() : QString();
    };
    const QString table = u"CREATE TABLE trips (id INTEGER PRIMARY KEY, status TEXT);\n"_s;
    rehearsal::ScratchPool pool;
    app::SourceContext context;
    context.scratch = &pool;
    context.engineHint = schema::EngineKind::Sqlite;
    auto from =
        app::loadSchema(source(u"a.sql"_s, table + u"CREATE VIEW v AS SELECT id FROM trips;\n"_s), context, {}, {});
    auto to = app::loadSchema(
        source(u"b.sql"_s,
               table + u"CREATE VIEW v AS SELECT id, status FROM trips;\nCREATE VIEW w AS SELECT 1 AS x;\n"_s),
        context, {}, {});
    QVERIFY2(from, from ? "" : qPrintable(from.error().text()));
    QVERIFY(to);
    const auto comparison = app::compareLoaded(std::move(*from), std::move(*to), {});
    QVERIFY(comparison);
    const std::vector<app::StepEffect> effects = app::stepEffects(*comparison);
    QCOMPARE(effects.size(), comparison->plan.forward.size());
    int onOld = 0;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        const QString &sql = comparison->plan.forward[i].sql;
        QVERIFY2(!effects[i].unknown(), qPrintable(sql));
        for (const rehearsal::Lock &lock : effects[i].locks) {
            QCOMPARE(lock.object, u"v"_s);
            QVERIFY(lock.blocksWrites && !lock.blocksReads && !lock.rewritesTable && !lock.scansTable);
            ++onOld;
        }
    }
    QVERIFY(onOld > 0);
}

QTEST_GUILESS_MAIN(TestStepEffects)
#include "tst_stepeffects.moc"
