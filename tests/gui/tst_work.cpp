#include "app/objectddl.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/compare/dependentsmodel.h"
#include "gui/compare/ignoredmodel.h"
#include "gui/compare/objectlistmodel.h"
#include "gui/compare/partwords.h"
#include "gui/compare/propertywords.h"
#include "gui/compare/scopedialog.h"
#include "gui/compare/stepmodel.h"
#include "gui/migration/statementmodel.h"
#include "gui/review/comments.h"
#include "gui/review/reviewmodels.h"
#include "gui/review/signoffdialog.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/codepane.h"
#include "gui/text/viewrows.h"
#include "gui/verify/evidencewords.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

schema::ObjectId table(const QString &name)
{
    return {schema::ObjectKind::Table, {}, {}, name};
}

std::shared_ptr<const ReadScript> scriptOf(const QString &sql)
{
    return std::make_shared<const ReadScript>(readScript(u"a.sql"_s, sql.toUtf8(), sql, schema::EngineKind::Sqlite));
}

/// Two differences, of which one is destructive; one more is ignored.
std::shared_ptr<app::SchemaComparison> comparison()
{
    auto made = std::make_shared<app::SchemaComparison>();
    schema::Table kept;
    kept.name = u"orders"_s;
    schema::View view;
    view.name = u"recent"_s;
    made->from.schema.objects = {kept};
    made->to.schema.objects = {kept, view};
    made->to.schema.dependencies = {{view.id(), {schema::ObjectKind::Column, {}, u"orders"_s, u"total"_s}}};
    made->from.schema.normalize();
    made->to.schema.normalize();
    diff::Difference column;
    column.id = column.before = {schema::ObjectKind::Column, {}, u"orders"_s, u"status"_s};
    column.properties = {{u"type"_s, u"varchar(16)"_s, u"text"_s}};
    diff::Difference added;
    added.change = diff::Change::Added;
    added.id = added.before = view.id();
    made->plan.comparison.differences = {column, added};
    diff::Difference hidden = column;
    hidden.properties = {{u"comment"_s, u"old"_s, u"new"_s}};
    made->plan.comparison.suppressed = {{hidden, u"column.comment"_s}};
    made->plan.forward = {{u"ALTER TABLE orders …"_s, {0}, true, true, u"rows may not fit"_s},
                          {u"CREATE VIEW recent …"_s, {1}, true, false, {}}};
    made->plan.rollback = {{u"DROP VIEW recent"_s, {1}, true, false, {}}};
    return made;
}

/// Ten thousand tables, each tenth with one altered column.
app::SchemaComparison manyTables()
{
    app::SchemaComparison made;
    for (int i = 0; i < 10'000; ++i) {
        schema::Table one;
        one.name = u"table_%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        made.to.schema.objects.push_back(one);
        if (i % 10 == 0) {
            diff::Difference column;
            column.id = column.before = {schema::ObjectKind::Column, {}, one.name, u"status"_s};
            column.properties = {{u"type"_s, u"int"_s, u"text"_s}};
            made.plan.comparison.differences.push_back(column);
        }
    }
    made.to.schema.normalize();
    made.from.schema = made.to.schema;
    return made;
}

} // namespace

class TestWork : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void stepsAreLeftOutByTick();
    void stepLeadsToItsDifference();
    void wordsOfOtherRooms();
    void locksThatAreHeldAlready();
    void ignoredNamesItsRule();
    void removingARuleComparesAgain();
    void dependentsNameTheColumnTheyNeed();
    void partsSayWhatTheyAre();
    void commaAtTheEndIsNoChange();
    void groupsByStatus();
    void notComparedIsARowOfItsOwn();
    void tenThousandTablesFilterInOneFrame();
    void mappingIsReadLineByLine();
    void statementThatChangedIsNoLongerSeen();
    void hiddenCharactersHaveNames();
    void copiedHtmlIsEscaped();
    void draftsSurviveARestart();
    void commentIsSignedAndFindsItsStatementAgain();
    void waiverIsSignedAndRefusedForAuthors();
    void signOffsOfOtherBytesAreOutOfDate();
    void approvalIsNotOfferedToAuthors();
    void failedStatementIsNeverQuiet();

private:
    ThemeManager m_themes;
};

void TestWork::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"countersign-test"_s);
    QCoreApplication::setApplicationName(u"tst_work"_s);
    QSettings().clear();
}

void TestWork::stepsAreLeftOutByTick()
{
    StepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(comparison(), true);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.destructiveCount(), 1);
    QVERIFY(model.setData(model.index(0, StepModel::NumberColumn), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.takenCount(), 1);
    QCOMPARE(model.destructiveCount(), 0);
    const ScriptText text = scriptText(model.steps(), model.taken());
    QVERIFY(!text.sql.contains(u"ALTER TABLE"_s));
    QVERIFY(text.sql.contains(u"CREATE VIEW"_s));
    QCOMPARE(text.firstLines, (std::vector<int>{-1, 0}));
    model.setAllTaken(true);
    const ScriptText whole = scriptText(model.steps(), model.taken());
    QCOMPARE(whole.sql.split(u'\n').at(whole.firstLines.at(1)), u"CREATE VIEW recent …;"_s);
}

void TestWork::stepLeadsToItsDifference()
{
    StepModel model;
    model.setPlan(comparison(), false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.objectOf(0)->name, u"recent"_s);
    QVERIFY(!model.objectOf(7));
}

void TestWork::wordsOfOtherRooms()
{
    QCOMPARE(evidenceWords(u"column a.b is there\nsomething new"_s), u"Column a.b is there\nsomething new"_s);
    QCOMPARE(evidenceWords(u"notNull of column a.b is as before"_s), u"not null of Column a.b is as before"_s);
    QCOMPARE(
        evidenceWords(u"index a.i is there, but type of column a.b is not as this or a later statement leaves it"_s),
        u"Index a.i is there, but type of Column a.b is not as this or a later statement leaves it"_s);
    QCOMPARE(evidenceWords(u"There is no column a.b, which statement 1 makes, so it cannot have taken effect"_s),
             u"There is no Column a.b, which statement 1 makes, so it cannot have taken effect"_s);
    QCOMPARE(
        evidenceWords(u"a.b: converted from text to int; what the conversion cut off does not come back (3 rows)"_s),
        u"a.b: converted from text to int; what the conversion cut off does not come back (3 rows)"_s);
    QCOMPARE(propertyTitle(u"accessMethod"_s), u"access method"_s);
    QCOMPARE(propertyTitle(u"attributes.fillfactor"_s), u"fillfactor"_s);
    QCOMPARE(propertyTitle(u"neverHeardOf"_s), u"never heard of"_s);
    QCOMPARE(ignoreTitle(u"column.notNull"_s), u"Column: not null"_s);
    QCOMPARE(ignoreTitle(u"index"_s), u"Index: everything"_s);
}

void TestWork::locksThatAreHeldAlready()
{
    const auto checked = [](int transaction, schema::EngineKind engine) {
        auto made = std::make_shared<app::CheckedMigration>();
        made->report.engine = engine;
        for (int i = 1; i <= 2; ++i) {
            rehearsal::StatementRun run;
            run.index = i;
            run.sql = u"ALTER TABLE orders ADD COLUMN c%1 integer"_s.arg(i);
            run.outcome = rehearsal::Outcome::Ok;
            run.transaction = transaction;
            made->report.rehearsal.statements.push_back(run);
        }
        rehearsal::Lock lock;
        lock.object = u"public.orders"_s;
        lock.mode = u"ACCESS EXCLUSIVE"_s;
        lock.blocksReads = true;
        made->report.rehearsal.statements.front().locks = {lock};
        return made;
    };
    StatementModel model;
    model.setScript(scriptOf(u"SELECT 1;\nSELECT 2;\n"_s));
    const auto second = [&model](int role) { return model.index(1, StatementModel::LockColumn).data(role).toString(); };
    model.setReport(checked(1, schema::EngineKind::PostgreSql), true);
    QCOMPARE(second(Qt::DisplayRole), u"already held"_s);
    QCOMPARE(second(Qt::ToolTipRole), u"ACCESS EXCLUSIVE, held since statement 1"_s);
    model.setReport(checked(0, schema::EngineKind::PostgreSql), true);
    QCOMPARE(second(Qt::DisplayRole), u"none seen"_s);
    model.setReport(checked(1, schema::EngineKind::MariaDb), true);
    QCOMPARE(second(Qt::DisplayRole), u"none seen"_s);
}

void TestWork::ignoredNamesItsRule()
{
    IgnoredModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setComparison(comparison());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, IgnoredModel::RuleColumn).data().toString(), u"Column: comment"_s);
    QCOMPARE(model.index(0, IgnoredModel::ToColumn).data().toString(), u"new"_s);
}

void TestWork::removingARuleComparesAgain()
{
    const diff::Suppressed attribute = comparison()->plan.comparison.suppressed.front();
    diff::Options options;
    options.ignore = {u"column.comment"_s, u"owner"_s};
    QCOMPARE(withoutRule(options, attribute).ignore, QSet<QString>{u"owner"_s});
    options.ignore.clear();
    QVERIFY2(withoutRule(options, attribute).include.contains(u"column.comment"_s),
             "an attribute that is ignored by default has to be asked for");
    options.excludePaths = {u"tmp_*"_s, u"orders"_s};
    diff::Suppressed object;
    object.difference.id = table(u"tmp_1"_s);
    object.option = u"exclude tmp_1"_s;
    QCOMPARE(withoutRule(options, object).excludePaths, QStringList{u"orders"_s});
}

void TestWork::dependentsNameTheColumnTheyNeed()
{
    DependentsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto made = comparison();
    model.setRows(dependentsOf(*made, table(u"orders"_s), table(u"orders"_s)));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.row(0)->needsThis);
    QVERIFY(!model.row(0)->now);
    QVERIFY(model.row(0)->proposed);
    QVERIFY(dependentsOf(*made, table(u"order"_s), table(u"order"_s)).empty());
}

void TestWork::partsSayWhatTheyAre()
{
    schema::Schema schema;
    schema.engine = schema::EngineKind::PostgreSql;
    schema::Table orders;
    orders.name = u"orders"_s;
    schema::Column status;
    status.name = u"status"_s;
    status.type = u"text"_s;
    status.notNull = true;
    status.defaultValue.text = u"'new'"_s;
    orders.columns.push_back(status);
    schema::Index index;
    index.name = u"orders_open"_s;
    index.unique = true;
    index.method = u"btree"_s;
    schema::IndexKey key;
    key.column = u"status"_s;
    key.descending = true;
    index.keys.push_back(key);
    index.predicate.text = u"status <> 'done'"_s;
    orders.indexes.push_back(index);
    schema.objects.push_back(orders);
    schema.normalize();
    const auto part = [](schema::ObjectKind kind, const QString &name) {
        return schema::ObjectId{kind, {}, u"orders"_s, name};
    };
    QCOMPARE(definitionOf(schema, part(schema::ObjectKind::Column, u"status"_s)), u"text NOT NULL DEFAULT 'new'"_s);
    QCOMPARE(definitionOf(schema, part(schema::ObjectKind::Index, u"orders_open"_s)),
             u"UNIQUE (status DESC) WHERE status <> 'done'"_s);
    QVERIFY(definitionOf(schema, part(schema::ObjectKind::Column, u"gone"_s)).isEmpty());
    QVERIFY(definitionOf(schema, table(u"orders"_s)).isEmpty());
}

void TestWork::commaAtTheEndIsNoChange()
{
    const QString before = u"CREATE TABLE a (\n    x int,\n    y int\n);\n"_s;
    const QString after = u"CREATE TABLE a (\n    x int,\n    y int,\n    z int\n);\n"_s;
    const diff::SideBySide plain = diff::alignRows(before, after);
    const diff::SideBySide quiet = withoutCommaChanges(plain);
    QCOMPARE(std::ranges::count(plain.rows, diff::RowKind::Changed, &diff::Row::kind), 1);
    QCOMPARE(std::ranges::count(quiet.rows, diff::RowKind::Changed, &diff::Row::kind), 0);
    QCOMPARE(quiet.hunks.size(), 1U);
    QCOMPARE(quiet.rows[std::size_t(quiet.hunks.front().first)].right, u"    z int"_s);
    QCOMPARE(quiet.hunks.front().first, quiet.hunks.front().last);
    // What differs in more than the comma stays a change.
    QCOMPARE(withoutCommaChanges(diff::alignRows(u"a int\n"_s, u"a bigint,\n"_s)),
             diff::alignRows(u"a int\n"_s, u"a bigint,\n"_s));
}

void TestWork::groupsByStatus()
{
    ObjectListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(*comparison())));
    model.setFilter({}, {ObjectStatus::Changed, ObjectStatus::Added, ObjectStatus::Same});
    const int kinds = model.rowCount();
    model.setGrouping(Grouping::Status);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(kinds, 2);
    QCOMPARE(model.shownCount(), 2);
    model.setCommentCounts({{u"orders"_s, 3}});
    const QModelIndex at = model.indexOf(table(u"orders"_s));
    QCOMPARE(at.siblingAtColumn(ObjectListModel::CommentsColumn).data().toString(), u"3"_s);
}

void TestWork::notComparedIsARowOfItsOwn()
{
    auto made = comparison();
    made->plan.comparison.notCompared = {{table(u"secrets"_s), u"permission denied"_s}};
    const CompareIndex index = buildIndex(*made);
    QCOMPARE(index.counts[std::size_t(ObjectStatus::Unknown)], 1);
    const auto row = std::ranges::find(index.entries, ObjectStatus::Unknown, &ObjectEntry::status);
    QCOMPARE(row->name, u"secrets"_s);
    QCOMPARE(row->summary, u"permission denied"_s);
}

void TestWork::tenThousandTablesFilterInOneFrame()
{
    ObjectListModel model;
    model.setIndex(std::make_shared<const CompareIndex>(buildIndex(manyTables())));
    QElapsedTimer clock;
    clock.start();
    model.setFilter(u"col:stat 00"_s, {ObjectStatus::Changed, ObjectStatus::Same});
    const qint64 filtered = clock.restart();
    QVERIFY(model.shownCount() > 0);
    QCOMPARE(model.viewedCount(), 0);
    QVERIFY(model.indexOf(table(u"table_00100"_s)).isValid());
    const qint64 counted = clock.elapsed();
    const int factor = std::max(1, qEnvironmentVariableIntValue("COUNTERSIGN_STALL_FACTOR"));
    QVERIFY2(filtered <= 50 * factor, qPrintable(u"filtering took %1 ms"_s.arg(filtered)));
    QVERIFY2(counted <= 50 * factor, qPrintable(u"counting took %1 ms"_s.arg(counted)));
}

void TestWork::mappingIsReadLineByLine()
{
    const std::map<QString, QString> expected{{u"app"_s, u"app_stage"_s}};
    QCOMPARE(mappingFromText(u"app = app_stage\n\nbroken\n= x\n"_s), expected);
}

void TestWork::statementThatChangedIsNoLongerSeen()
{
    StatementModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setScript(scriptOf(u"SELECT 1;\nSELECT 2;\n"_s));
    model.setRowSeen(0, true);
    model.setRowSeen(1, true);
    QCOMPARE(model.seenCount(), 2);
    model.setScript(scriptOf(u"-- moved down\nSELECT 1;\nSELECT 3;\n"_s));
    QVERIFY(model.isSeen(0));
    QVERIFY(!model.isSeen(1));
    QVERIFY2(!model.index(1, StatementModel::NumberColumn).data(Qt::DecorationRole).isNull(),
             "a statement that changed since the person looked carries a mark");
    QVERIFY(model.index(0, StatementModel::NumberColumn).data(Qt::DecorationRole).isNull());
}

void TestWork::hiddenCharactersHaveNames()
{
    const QString text = u"a"_s + QChar(0x202E) + u"b"_s + QChar(0x200B) + QChar(0x202E) + u"\tc"_s;
    QCOMPARE(hiddenCharacters(text), (QStringList{u"U+202E right-to-left override"_s, u"U+200B zero width space"_s}));
    QVERIFY(hiddenCharacters(u"größe 数据 \t ok"_s).isEmpty());
}

void TestWork::copiedHtmlIsEscaped()
{
    CodePane pane;
    pane.setLines({{.kind = LineKind::Added, .number = 1, .text = u"SELECT '<b>'"_s, .marks = {}, .right = false}});
    pane.copyHtml();
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->html().contains(u"&lt;b&gt;"_s));
    QVERIFY(!copied->html().contains(u"<b>"_s));
    QCOMPARE(copied->text(), u"SELECT '<b>'\n"_s);
}

void TestWork::draftsSurviveARestart()
{
    const QList<CommentDraft> drafts{
        {{.object = u"orders"_s, .file = {}, .statement = 0, .line = {}}, u"why?\nsecond line"_s, true},
        {{.object = {}, .file = u"1.up.sql"_s, .statement = 2, .line = {}}, u"slow"_s, false}};
    writeDrafts(u"/somewhere/shop"_s, drafts);
    QCOMPARE(readDrafts(u"/somewhere/shop"_s), drafts);
    QVERIFY(readDrafts(u"/somewhere/else"_s).isEmpty());
}

void TestWork::commentIsSignedAndFindsItsStatementAgain()
{
    QTemporaryDir folder;
    Console console;
    ChangeSession &session = console.session();
    QSignalSpy failed(&session, &ChangeSession::reviewActionFailed);
    console.openDemo(schema::EngineKind::Sqlite, folder.filePath(u"demo"_s));
    QTRY_VERIFY(session.reviews() != nullptr && session.current() != nullptr);
    session.submit(u"status"_s);
    QTRY_VERIFY(session.change() != nullptr);
    const migration::Migration before = *session.current();
    session.comment({.change = session.change()->record.id,
                     .object = {},
                     .file = before.upPath,
                     .statement = 2,
                     .text = u"How long does this lock?"_s,
                     .blocking = true});
    QTRY_VERIFY2(session.change()->evaluation.comments.size() == 1,
                 failed.isEmpty() ? "" : qPrintable(failed.first().first().value<base::Error>().text()));
    const review::CommentView comment = session.change()->evaluation.comments.constFirst();
    QVERIFY(!comment.anchor.statementBytes.isEmpty());
    const QString moved = u"SELECT 'one more statement';\n"_s + before.upSql;
    const std::vector<PlacedComment> placed = placedComments(
        *session.change(), {readScript(before.upPath, moved.toUtf8(), moved, schema::EngineKind::Sqlite).places});
    QCOMPARE(placed.size(), 1U);
    QCOMPARE(placed.front().place.statement, 3);
    QVERIFY(!placed.front().outdated);
    const QString gone = u"SELECT 1;\n"_s;
    QVERIFY(placedComments(*session.change(),
                           {readScript(before.upPath, gone.toUtf8(), gone, schema::EngineKind::Sqlite).places})
                .front()
                .outdated);
    session.resolve(comment.eid);
    QTRY_VERIFY(session.change()->evaluation.comments.constFirst().resolved);
    QVERIFY(!verdictText(*session.change()).isEmpty());
    QVERIFY(verdictReference(*session.change()).contains(session.change()->evaluation.revision));
}

void TestWork::waiverIsSignedAndRefusedForAuthors()
{
    QTemporaryDir folder;
    Console console;
    ChangeSession &session = console.session();
    QSignalSpy failed(&session, &ChangeSession::reviewActionFailed);
    console.openDemo(schema::EngineKind::Sqlite, folder.filePath(u"demo"_s));
    QTRY_VERIFY(session.reviews() != nullptr && session.current() != nullptr);
    session.submit(u"status"_s);
    QTRY_VERIFY(session.change() != nullptr);
    session.waive({.change = session.change()->record.id,
                   .finding = u"drop-table@messages"_s,
                   .object = u"messages"_s,
                   .reason = u"too short"_s,
                   .until = QDateTime::currentDateTimeUtc().addDays(5),
                   .person = {},
                   .keyFile = {}});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(session.change()->evaluation.waivers.isEmpty());
}

void TestWork::signOffsOfOtherBytesAreOutOfDate()
{
    app::ReviewedChange change;
    review::Evaluation &evaluation = change.evaluation;
    evaluation.revisionNumber = 1;
    evaluation.filled = {{u"dba"_s, u"ada"_s}};
    review::VoteView vote;
    vote.by = u"ada"_s;
    vote.vote = review::VoteKind::Approve;
    vote.revision = 1;
    evaluation.votes = {vote};
    QCOMPARE(requirementsOf(evaluation).back().look.word, u"Met"_s);
    QCOMPARE(lookersOf(change, {u"ada"_s}).front().look.glyph, Glyph::Check);
    QCOMPARE(lookersOf(change, {u"ada"_s}).front().detail, u"revision 1, as it is now"_s);

    review::Reason reason;
    reason.code = review::Code::BytesDiffer;
    reason.subject = u"0001_orders.sql"_s;
    evaluation.reasons = {reason};
    const Requirement given = requirementsOf(evaluation).back();
    QCOMPARE(given.look.word, u"Out of date"_s);
    QCOMPARE(given.look.glyph, Glyph::Half);
    const Looker ada = lookersOf(change, {u"ada"_s}).front();
    QCOMPARE(ada.look.glyph, Glyph::Half);
    QCOMPARE(ada.detail, u"revision 1, out of date: the files changed since"_s);
}

void TestWork::approvalIsNotOfferedToAuthors()
{
    QTemporaryDir folder;
    Console console;
    ChangeSession &session = console.session();
    console.openDemo(schema::EngineKind::Sqlite, folder.filePath(u"demo"_s));
    QTRY_VERIFY(session.reviews() != nullptr && session.current() != nullptr);
    session.submit(u"status"_s);
    QTRY_VERIFY(session.change() != nullptr);
    QPointer dialog = new SignOffDialog(console, session, *session.change(), nullptr);
    auto *approve = dialog->findChild<QRadioButton *>(u"voteApprove"_s);
    auto *person = dialog->findChild<QComboBox *>(u"votePerson"_s);
    auto *why = dialog->findChild<QLabel *>(u"voteNoApproval"_s);
    QVERIFY(approve != nullptr && person != nullptr && why != nullptr);
    QVERIFY2(!approve->isEnabled(), "who wrote the change cannot approve it");
    QVERIFY(!why->isHidden());
    QVERIFY(dialog->findChild<QRadioButton *>(u"voteRequestChanges"_s)->isEnabled());
    QCOMPARE(person->count(), 2);
    person->setCurrentIndex(1);
    QVERIFY2(approve->isEnabled(), "the second reviewer wrote nothing");
    QVERIFY(why->isHidden());
    approve->setChecked(true);
    person->setCurrentIndex(0);
    QVERIFY2(!approve->isChecked(), "a vote that is no longer offered is no longer chosen");
    QVERIFY(!dialog->findChild<QPushButton *>(u"signOffConfirm"_s)->isEnabled());
    delete dialog;

    InlineBanner banner;
    banner.present(base::notAllowed(u"refused"_s));
    QVERIFY2(banner.findChild<QPushButton *>(u"Action"_s)->isHidden(), "what is refused is refused again");
    banner.present(base::undecided(u"unreachable"_s));
    QVERIFY(!banner.findChild<QPushButton *>(u"Action"_s)->isHidden());
}

void TestWork::failedStatementIsNeverQuiet()
{
    auto made = std::make_shared<app::CheckedMigration>();
    made->report.engine = schema::EngineKind::PostgreSql;
    for (int i = 1; i <= 3; ++i) {
        rehearsal::StatementRun run;
        run.index = i;
        run.outcome = i == 1   ? rehearsal::Outcome::Ok
                      : i == 2 ? rehearsal::Outcome::Failed
                               : rehearsal::Outcome::NotRun;
        made->report.rehearsal.statements.push_back(run);
    }
    StatementModel model;
    model.setScript(scriptOf(u"SELECT 1;\nSELECT 2;\nSELECT 3;\n"_s));
    const auto finding = [&model](int row) {
        return model.index(row, StatementModel::RiskColumn).data(Qt::DisplayRole).toString();
    };
    model.setReport(made, true);
    QCOMPARE(finding(0), u"not fully judged"_s);
    QCOMPARE(finding(1), u"Blocking"_s);
    QCOMPARE(finding(2), u"not fully judged"_s);
    QVERIFY(!model.isQuiet(1, StatementModel::RiskColumn));
    auto ran = std::make_shared<app::CheckedMigration>(*made);
    for (rehearsal::StatementRun &run : ran->report.rehearsal.statements) {
        run.outcome = rehearsal::Outcome::Ok;
    }
    model.setReport(ran, true);
    QCOMPARE(finding(1), u"nothing found"_s);
    QCOMPARE(model.headerData(StatementModel::SizeColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Table size"_s);
}

QTEST_MAIN(TestWork)
#include "tst_work.moc"
