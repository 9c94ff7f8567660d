#include "app/revisiondraft.h"
#include "review/workbench.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::app;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// What the window and the command line put under review: the same files, authors and report for both. The folder is
/// dbmate's, with one migration that production has and one that it has not.
class TestRevisionDraft : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void onlyWhatIsPendingIsRehearsed();
    void reportAboutOthersIsNotTaken();
    void whatIsNoMigrationIsAnError();
    void namedLikeAWayBack();
    void authorsAreContributors();
    void whatWasDeployedGetsANewChange();

private:
    bool start(const QString &program, const QStringList &arguments);
    RevisionDraft draft(const CheckedMigration *checked = nullptr,
                        DraftRequest::Check check = DraftRequest::Check::WhereRequired);

    Workbench m_bench;
    Workspace m_workspace;
    std::optional<review::Ledger> m_ledger;
};

bool TestRevisionDraft::start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_bench.path(u"shop"_s));
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

void TestRevisionDraft::initTestCase()
{
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        return QDir().mkpath(QFileInfo(m_bench.path(name)).absolutePath()) &&
               review::writeDurably(m_bench.path(name), bytes).has_value();
    };
    QVERIFY(write(u"shop/countersign.toml"_s,
                  "workspace = 1\n[environment.production]\nurl = \"sqlite:production.db\"\nclass = \"production\"\n"));
    QVERIFY(write(u"shop/migrations/20240101000000_trips.sql"_s,
                  "-- migrate:up\nCREATE TABLE trips (id INTEGER PRIMARY KEY);\n-- migrate:down\nDROP TABLE trips;\n"));
    QVERIFY(write(u"shop/migrations/20240201000000_note.sql"_s,
                  "-- migrate:up\nALTER TABLE trips ADD COLUMN note TEXT;\n-- migrate:down\n"
                  "ALTER TABLE trips DROP COLUMN note;\n"));
    QVERIFY(start(u"sqlite3"_s,
                  {u"production.db"_s, u"CREATE TABLE trips (id INTEGER PRIMARY KEY); CREATE TABLE schema_migrations "
                                       "(version varchar(128) primary key); INSERT INTO schema_migrations VALUES "
                                       "('20240101000000')"_s}));
    m_workspace = must(loadWorkspace(m_bench.path(u"shop"_s)));
    QByteArray policy = teamPolicy();
    policy.replace("vote_age", "require = [\"rehearsal\"]\nvote_age");
    m_ledger.emplace(m_bench.ledger(policy, team()));
}

RevisionDraft TestRevisionDraft::draft(const CheckedMigration *checked, DraftRequest::Check check)
{
    DraftRequest request;
    request.environment = u"production"_s;
    request.folder = m_bench.path(u"shop/migrations"_s);
    request.checked = checked;
    request.check = check;
    rehearsal::ScratchPool scratch(scratchSettings(m_workspace));
    return must(draftRevision(&m_workspace, m_ledger->state(), request, scratch, {}, {}));
}

void TestRevisionDraft::onlyWhatIsPendingIsRehearsed()
{
    const RevisionDraft made = draft();
    QVERIFY2(made.warnings.join(u'\n').contains(u"1 migrations are applied there already (schema_migrations)"),
             qPrintable(made.warnings.join(u'\n')));
    QCOMPARE(made.input.files.size(), 2);
    QVERIFY(made.input.report);
    QCOMPARE(made.input.report->checks.constFirst(), (review::ManifestCheck{u"rehearsal"_s, true}));
    const RevisionDraft unchecked = draft(nullptr, DraftRequest::Check::Never);
    QVERIFY(!unchecked.input.report);
    QVERIFY(unchecked.warnings.constLast().contains(u"no report"));
}

void TestRevisionDraft::reportAboutOthersIsNotTaken()
{
    CheckedMigration checked;
    checked.baseName = u"production"_s;
    checked.report.resultFingerprint = u"sha256:other"_s;
    checked.migrations =
        must(migration::readMigrations(m_bench.path(u"shop/migrations"_s), sql::dialectOf(schema::EngineKind::Sqlite)));
    QCOMPARE(checked.migrations.migrations.size(), 2U);
    // About the one that is applied, too.
    QVERIFY(draft(&checked).input.resultFingerprint != u"sha256:other"_s);
    checked.migrations.migrations.erase(checked.migrations.migrations.begin());
    QCOMPARE(draft(&checked).input.resultFingerprint, u"sha256:other"_s);
    // About another environment, or about other bytes.
    checked.baseName = u"staging"_s;
    QVERIFY(draft(&checked).input.resultFingerprint != u"sha256:other"_s);
    checked.baseName = u"production"_s;
    checked.migrations.migrations.front().upBytes += "-- more\n";
    QVERIFY(draft(&checked).input.resultFingerprint != u"sha256:other"_s);
}

void TestRevisionDraft::whatIsNoMigrationIsAnError()
{
    for (const QString &name : {u"zz.sql"_s, u".hidden.sql"_s, u"sub/20240301000000_deep.sql"_s}) {
        const QString path = m_bench.path(u"shop/migrations/"_s + name);
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QVERIFY(review::writeDurably(path, "DROP TABLE trips;\n"));
        const RevisionDraft made = draft();
        QVERIFY(QFile::remove(path));
        QVERIFY2(made.input.report->errors.contains(u"not-rehearsed@"_s + name),
                 qPrintable(made.input.report->errors.join(u", ")));
        QCOMPARE(made.input.report->checks.constFirst(), (review::ManifestCheck{u"rehearsal"_s, false}));
        QVERIFY(made.input.risk.isEmpty());
        QVERIFY(made.warnings.join(u'\n').contains(name));
    }
}

void TestRevisionDraft::namedLikeAWayBack()
{
    const QString path = m_bench.path(u"shop/migrations/20240301000000_trips_rollback.sql"_s);
    QVERIFY(review::writeDurably(path, "-- migrate:up\nCREATE TABLE other (id INTEGER);\n-- migrate:down\n"
                                       "DROP TABLE other;\n"));
    const RevisionDraft made = draft(nullptr, DraftRequest::Check::Never);
    QVERIFY(QFile::remove(path));
    const auto file = std::ranges::find(made.input.files, QByteArray("20240301000000_trips_rollback.sql"),
                                        &review::MigrationFile::path);
    QVERIFY(file != made.input.files.end());
    QCOMPARE(file->role, review::FileRole::Up);
    QVERIFY(made.warnings.join(u'\n').contains(u"named like a way back"));
}

void TestRevisionDraft::authorsAreContributors()
{
    const QStringList eve{u"-c"_s, u"user.name=Eve"_s, u"-c"_s, u"user.email=Eve@example.org"_s};
    if (!start(u"git"_s, {u"init"_s, u"-q"_s})) {
        QSKIP("git is not installed: there are no authors to ask it for");
    }
    QVERIFY(start(u"git"_s, {u"add"_s, u"migrations"_s}));
    QVERIFY(start(u"git"_s,
                  eve + QStringList{u"commit"_s, u"-q"_s, u"-m"_s, u"Note\n\nCo-authored-by: Cy <cy@example.org>"_s}));
    const QStringList contributors = draft().input.contributors;
    QVERIFY2(contributors.contains(u"eve@example.org"_s) && contributors.contains(u"cy@example.org"_s),
             qPrintable(contributors.join(u", ")));
    // What is changed but not committed was written by nobody knows whom.
    QVERIFY(review::writeDurably(m_bench.path(u"shop/migrations/20240201000000_note.sql"_s),
                                 "-- migrate:up\nALTER TABLE trips ADD COLUMN remark TEXT;\n"));
    const QString warnings = draft().warnings.join(u'\n');
    QVERIFY2(warnings.contains(u"20240201000000_note.sql"_s), qPrintable(warnings));
}

void TestRevisionDraft::whatWasDeployedGetsANewChange()
{
    ReviewedChange change;
    change.record.id = u"C-1"_s;
    change.record.environment = u"production"_s;
    review::RevisionRecord revision;
    revision.digest = u"d"_s;
    change.record.revisions << revision;
    ReviewOverview overview;
    overview.changes = {change};
    QCOMPARE(changeToRevise(overview, u"production"_s), u"C-1"_s);
    QVERIFY(changeToRevise(overview, u"staging"_s).isEmpty());
    review::AttemptRecord attempt;
    attempt.revision = revision.digest;
    overview.changes[0].record.attempts << attempt;
    QVERIFY(changeToRevise(overview, u"production"_s).isEmpty());
    overview.changes[0].record.attempts[0].result = review::DeployResult::Failed;
    QCOMPARE(changeToRevise(overview, u"production"_s), u"C-1"_s);
    overview.changes[0].record.attempts[0].result = review::DeployResult::Ok;
    QVERIFY(changeToRevise(overview, u"production"_s).isEmpty());
    overview.changes[0].record.attempts.clear();
    overview.changes[0].record.abandoned = true;
    QVERIFY(changeToRevise(overview, u"production"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestRevisionDraft)
#include "tst_revisiondraft.moc"
