#include "gui/checks/findingsmodel.h"
#include "gui/common/theme.h"
#include "gui/compare/changegridmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/jobs/jobrunner.h"
#include "gui/shell/palette.h"
#include "gui/text/codepane.h"
#include "gui/text/diffview.h"
#include "gui/text/viewrows.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <semaphore>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

QString numbered(int from, int to)
{
    QString text;
    for (int line = from; line <= to; ++line) {
        text += u"line %1\n"_s.arg(line);
    }
    return text;
}

/// A table whose column status changes its type, and a view that is new.
app::SchemaComparison comparison()
{
    app::SchemaComparison made;
    schema::Table before;
    before.name = u"orders"_s;
    schema::Table after = before;
    made.from.schema.objects = {before};
    schema::View view;
    view.name = u"recent"_s;
    made.to.schema.objects = {after, view};
    made.from.schema.normalize();
    made.to.schema.normalize();
    diff::Difference column;
    column.change = diff::Change::Altered;
    column.id = column.before = {schema::ObjectKind::Column, {}, u"orders"_s, u"status"_s};
    column.properties = {{u"type"_s, u"varchar(16)"_s, u"text"_s}};
    diff::Difference added;
    added.change = diff::Change::Added;
    added.id = added.before = view.id();
    made.plan.comparison.differences = {column, added};
    made.plan.forward = {{u"ALTER TABLE orders …"_s, {0}, true, true, {}}, {u"CREATE VIEW …"_s, {1}, true, false, {}}};
    return made;
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT
private slots:
    void foldsLongRunsAndKeepsContext();
    void unifiedShowsBothLinesOfAChange();
    void diffViewScrollsBothSidesTogether();
    void nextChangeStopsAtTheEnd();
    void copyLeavesOutFillersAndFolds();
    void hiddenCharactersAreNotPaintedAsThemselves();
    void indexGroupsPartsUnderTheirObject();
    void filterFindsColumnsByPrefix();
    void objectListHoldsTheModelContract();
    void viewedMarkGoesWhenTheDifferenceChanges();
    void filterSaysWhatItFoundAndHides();
    void changeIsToldInWords();
    void changeGridNamesTheAttribute();
    void notRunIsNotPassed();
    void newerJobDropsTheOlder();
    void cancelledJobIsNeitherValueNorError();
    void fuzzySearchPrefersWordStarts();

private:
    ThemeManager m_themes;
};

void TestViews::foldsLongRunsAndKeepsContext()
{
    const QString left = numbered(1, 40);
    QString right = left;
    right.replace(u"line 20\n"_s, u"line twenty\n"_s);
    const ViewRows view = viewRows(diff::alignRows(left, right), {}, true, false);
    QCOMPARE(view.left.size(), view.right.size());
    QCOMPARE(view.left.front().kind, LineKind::Fold);
    QCOMPARE(view.hunks.size(), 1U);
    const diff::Hunk hunk = view.hunks.front();
    QCOMPARE(view.left[std::size_t(hunk.first)].text, u"line 20"_s);
    QCOMPARE(view.right[std::size_t(hunk.first)].text, u"line twenty"_s);
    QCOMPARE(hunk.first, 1 + contextRows);
    const ViewRows open = viewRows(diff::alignRows(left, right), {view.source.front()}, true, false);
    QVERIFY(open.left.front().kind != LineKind::Fold);
    QCOMPARE(open.left.front().text, u"line 1"_s);
}

void TestViews::unifiedShowsBothLinesOfAChange()
{
    const ViewRows view = viewRows(diff::alignRows(u"a int\nb int\n"_s, u"a int\nb text\n"_s), {}, true, true);
    QVERIFY(view.right.empty());
    QStringList texts;
    for (const CodeLine &line : view.left) {
        texts << line.text;
    }
    QVERIFY(texts.indexOf(u"b int"_s) >= 0);
    QCOMPARE(texts.indexOf(u"b text"_s), texts.indexOf(u"b int"_s) + 1);
}

void TestViews::diffViewScrollsBothSidesTogether()
{
    JobRunner jobs;
    DiffView view(jobs);
    view.setObjectName(u"diff"_s);
    view.resize(1000, 200);
    view.setFolded(false);
    view.show();
    QSignalSpy settled(&view, &DiffView::settled);
    view.setTexts(numbered(1, 200), numbered(1, 199) + u"other\n"_s, schema::EngineKind::Sqlite);
    QTRY_COMPARE(settled.count(), 1);
    view.rightPane()->verticalScrollBar()->setValue(300);
    QCOMPARE(view.leftPane()->verticalScrollBar()->value(), 300);
    view.leftPane()->verticalScrollBar()->setValue(40);
    QCOMPARE(view.rightPane()->verticalScrollBar()->value(), 40);
}

void TestViews::nextChangeStopsAtTheEnd()
{
    JobRunner jobs;
    DiffView view(jobs);
    view.setObjectName(u"diff"_s);
    view.resize(1000, 300);
    view.show();
    QSignalSpy settled(&view, &DiffView::settled);
    QString right = numbered(1, 60);
    right.replace(u"line 5\n"_s, u"five\n"_s).replace(u"line 50\n"_s, u"fifty\n"_s);
    view.setTexts(numbered(1, 60), right, schema::EngineKind::PostgreSql);
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(view.changeCount(), 2);
    QCOMPARE(view.currentChange(), 0);
    QVERIFY(view.stepChange(1));
    QVERIFY(!view.stepChange(1));
    QCOMPARE(view.currentChange(), 1);
    QVERIFY(view.stepChange(-1));
    QVERIFY(!view.stepChange(-1));
}

void TestViews::copyLeavesOutFillersAndFolds()
{
    CodePane pane;
    pane.setLines({{.kind = LineKind::Plain, .number = 1, .text = u"SELECT 1;"_s, .marks = {}, .right = false},
                   {.kind = LineKind::Filler, .number = 0, .text = {}, .marks = {}, .right = false},
                   {.kind = LineKind::Fold, .number = 0, .text = u"… 4 unchanged lines"_s, .marks = {}, .right = false},
                   {.kind = LineKind::Added, .number = 2, .text = u"SELECT 2;"_s, .marks = {}, .right = false}});
    pane.selectAll();
    QCOMPARE(pane.selectedText(), u"SELECT 1;\nSELECT 2;"_s);
}

void TestViews::hiddenCharactersAreNotPaintedAsThemselves()
{
    const auto paint = [](const QString &text) {
        CodePane pane;
        pane.resize(400, 60);
        pane.setLines({{.kind = LineKind::Plain, .number = 1, .text = text, .marks = {}, .right = false}});
        return pane.grab().toImage();
    };
    QVERIFY(paint(u"SELECT a"_s + QChar(0x202E) + u"b"_s) != paint(u"SELECT ab"_s));
    QVERIFY(paint(u"SELECT a"_s + QChar(0x200B) + u"b"_s) != paint(u"SELECT ab"_s));
}

void TestViews::indexGroupsPartsUnderTheirObject()
{
    const CompareIndex index = buildIndex(comparison());
    QCOMPARE(index.entries.size(), 2U);
    const auto table = std::ranges::find(index.entries, schema::ObjectKind::Table,
                                         [](const ObjectEntry &entry) { return entry.id.kind; });
    QVERIFY(table != index.entries.end());
    QCOMPARE(table->status, ObjectStatus::Changed);
    QVERIFY(table->losesData);
    QCOMPARE(index.counts[std::size_t(ObjectStatus::Added)], 1);
}

void TestViews::filterFindsColumnsByPrefix()
{
    const CompareIndex index = buildIndex(comparison());
    const auto table = std::ranges::find(index.entries, schema::ObjectKind::Table,
                                         [](const ObjectEntry &entry) { return entry.id.kind; });
    QVERIFY(matches(*table, {u"col:stat"_s}));
    QVERIFY(matches(*table, {u"orders"_s, u"kind:table"_s}));
    QVERIFY(!matches(*table, {u"idx:stat"_s}));
    QVERIFY(!matches(*table, {u"kind:view"_s}));
}

void TestViews::objectListHoldsTheModelContract()
{
    ObjectListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(comparison())));
    model.setFilter({}, {ObjectStatus::Changed, ObjectStatus::Added});
    QCOMPARE(model.shownCount(), 2);
    const QModelIndex first = model.neighbour({}, 1);
    QVERIFY(first.isValid());
    const QModelIndex second = model.neighbour(first, 1);
    QVERIFY(second.isValid());
    QVERIFY(!model.neighbour(second, 1).isValid());
    QCOMPARE(model.neighbour(second, -1), first);
    model.setFilter(u"no such thing"_s, {ObjectStatus::Changed, ObjectStatus::Added});
    QCOMPARE(model.rowCount(), 0);
}

void TestViews::viewedMarkGoesWhenTheDifferenceChanges()
{
    app::SchemaComparison made = comparison();
    ObjectListModel model;
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(made)));
    model.setFilter({}, {ObjectStatus::Changed, ObjectStatus::Added});
    const int table = model.entryNumber(model.indexOf({schema::ObjectKind::Table, {}, {}, u"orders"_s}));
    model.setEntryViewed(table, true);
    QCOMPARE(model.viewedCount(), 1);
    made.plan.comparison.differences.front().properties.front().to = u"bytea"_s;
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(made)));
    QCOMPARE(model.viewedCount(), 0);
}

void TestViews::filterSaysWhatItFoundAndHides()
{
    ObjectListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(comparison())));
    const QSet<ObjectStatus> shown{ObjectStatus::Changed, ObjectStatus::Added};
    const auto summary = [&model] {
        return model.neighbour({}, 1).siblingAtColumn(ObjectListModel::SummaryColumn).data().toString();
    };
    for (const QString &text : {u"col:stat"_s, u"STATUS"_s}) {
        model.setFilter(text, shown);
        QCOMPARE(model.shownCount(), 1);
        QCOMPARE(model.hiddenByText(), 1);
        QVERIFY2(summary().contains(u"Column status"_s), qPrintable(summary()));
    }
    model.setFilter(u"orders"_s, shown);
    QVERIFY2(!summary().contains(u"Column status"_s), "the name of the object itself is what was found");
    model.setFilter({}, shown);
    QCOMPARE(model.hiddenByText(), 0);
    QVERIFY(!summary().contains(u"Column status"_s));
}

void TestViews::changeIsToldInWords()
{
    const diff::SideBySide aligned =
        diff::alignRows(u"a\nb\nc\nstatus varchar(16),\nz\n"_s, u"a\nb\nc\nstatus text,\nz\nnew\u202e\n"_s);
    QCOMPARE(aligned.hunks.size(), 2U);
    QCOMPARE(textOfChange(aligned, 0), u"status varchar(16), becomes status text,"_s);
    QVERIFY(textOfChange(aligned, 1).startsWith(u"added: new"_s));
    QVERIFY2(!textOfChange(aligned, 1).contains(QChar(0x202e)), "nothing of it can turn a sentence round");
    QVERIFY(textOfChange(aligned, 2).isEmpty());
    QVERIFY(textOfChange(aligned, -1).isEmpty());
}

void TestViews::changeGridNamesTheAttribute()
{
    const auto made = std::make_shared<const app::SchemaComparison>(comparison());
    const CompareIndex index = buildIndex(*made);
    ChangeGridModel grid;
    const QAbstractItemModelTester tester(&grid, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const ObjectEntry &entry : index.entries) {
        if (entry.id.kind == schema::ObjectKind::Table) {
            grid.setObject(made, index, entry);
        }
    }
    QCOMPARE(grid.rowCount(), 1);
    const auto text = [&](int column) { return grid.index(0, column).data().toString(); };
    QCOMPARE(text(ChangeGridModel::PropertyColumn), u"type"_s);
    QCOMPARE(text(ChangeGridModel::FromColumn), u"varchar(16)"_s);
    QCOMPARE(text(ChangeGridModel::ToColumn), u"text"_s);
    QCOMPARE(text(ChangeGridModel::StatementColumn), u"#1"_s);
}

void TestViews::notRunIsNotPassed()
{
    auto report = std::make_shared<checks::Report>();
    report->engine = schema::EngineKind::Sqlite;
    report->rehearsal.complete = true;
    QVERIFY(!checks::allRules().empty());
    const QString rule = checks::allRules().front().id;
    report->notRun = {{rule, u"no rehearsal"_s}};
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(report);
    model.setShown(true, true, true, false, true);
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(model.line(row)->rule != rule);
    }
    QCOMPARE(model.count(CheckLine::Kind::NotRun), 1);
    QVERIFY(model.count(CheckLine::Kind::Passed) > 0);
    report->rehearsal.complete = false;
    model.setReport(report);
    QVERIFY2(model.count(CheckLine::Kind::Passed) == 0, "rules that saw half of a migration did not pass it");
}

void TestViews::newerJobDropsTheOlder()
{
    JobRunner jobs;
    QStringList arrived;
    std::binary_semaphore hold{0};
    const auto start = [&](const QString &name, bool wait) {
        jobs.start<QString>(
            {u"key"_s, {}},
            [&hold, name, wait](std::stop_token, const base::ProgressSink &) -> base::Result<QString> {
                if (wait) {
                    hold.acquire();
                }
                return name;
            },
            this, [&](Outcome<QString> outcome) { arrived << std::get<0>(outcome); });
    };
    start(u"old"_s, true);
    start(u"new"_s, false);
    QTRY_COMPARE(arrived, QStringList{u"new"_s});
    hold.release();
    QTRY_VERIFY(!jobs.isBusy());
    QCOMPARE(arrived, QStringList{u"new"_s});
}

void TestViews::cancelledJobIsNeitherValueNorError()
{
    JobRunner jobs;
    std::optional<std::size_t> alternative;
    const quint64 ticket = jobs.start<int>(
        {u"key"_s, u"Waiting"_s},
        [](std::stop_token stop, const base::ProgressSink &) -> base::Result<int> {
            std::mutex mutex;
            std::condition_variable_any wake;
            std::unique_lock lock(mutex);
            wake.wait(lock, stop, [] { return false; });
            return base::Fail(base::cancelled());
        },
        this, [&](Outcome<int> outcome) { alternative = outcome.index(); });
    jobs.cancel(ticket);
    QTRY_COMPARE(alternative, std::optional<std::size_t>(2));
    QCOMPARE(jobs.tasks().constFirst().ending, TaskView::Ending::Cancelled);
}

void TestViews::fuzzySearchPrefersWordStarts()
{
    QVERIFY(fuzzyScore(u"gc"_s, u"Go to Compare"_s) > fuzzyScore(u"gc"_s, u"configure gaps cc"_s));
    QCOMPARE(fuzzyScore(u"xyz"_s, u"Compare"_s), -1);
    QVERIFY(fuzzyScore(u"comp"_s, u"Compare"_s) > fuzzyScore(u"comp"_s, u"cabinet of many parts"_s));
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
