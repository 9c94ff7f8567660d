#include "app/revisiondraft.h"

#include "app/contributors.h"
#include "app/runnerhistory.h"
#include "base/show.h"

#include <QSet>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// A path and a digest of what it held.
using KnownFile = std::pair<QByteArray, QString>;

/// What deployed changes of the environment held.
QSet<KnownFile> deployedFiles(const review::LedgerState &state, const QString &environment)
{
    QSet<KnownFile> deployed;
    for (const review::ChangeRecord &change : state.changes) {
        for (const review::AttemptRecord &attempt : change.attempts) {
            const review::RevisionRecord *revision = change.revision(attempt.revision);
            if (change.environment != environment || attempt.result != review::DeployResult::Ok ||
                revision == nullptr) {
                continue;
            }
            for (const review::ManifestFile &file : revision->manifest.files) {
                deployed.insert({file.path, file.sha256});
            }
        }
    }
    return deployed;
}

/// The files of @p input that no deployed change of the environment held with the same bytes: what is new in it.
/// Whoever wrote an older migration did not contribute to this change.
QStringList newFiles(const QSet<KnownFile> &deployed, const review::RevisionInput &input)
{
    QStringList paths;
    for (const review::ManifestFile &file : review::describeFiles(input.files)) {
        const QString path = QString::fromUtf8(file.path);
        if (path.toUtf8() != file.path) {
            return {};
        }
        if (!deployed.contains({file.path, file.sha256})) {
            paths << path;
        }
    }
    return paths;
}

/// The migrations that the environment has not yet.
struct Pending {
    migration::MigrationSet set;
    QSet<QByteArray> understood; ///< files that are migrations, applied or not; the others nobody rehearses
};

/// Runners keep every migration in one folder and note on the target which of them they ran. Those are part of the
/// base.
Result<Pending> pendingMigrations(const Environment &environment, const QString &folder, QStringList &warnings,
                                  std::stop_token stop)
{
    CS_TRY(migrations, migration::readMigrations(folder, sql::dialectOf(environment.url.engine)));
    Pending pending;
    for (const migration::Migration &one : migrations.migrations) {
        pending.understood << one.upPath.toUtf8() << one.downPath.toUtf8();
    }
    CS_TRY(history, readRunnerHistory(environment.url, migrations.layout, stop));
    if (!history) {
        pending.set = std::move(migrations);
        return pending;
    }
    if (!history->halfDone.isEmpty()) {
        warnings << u"%1 says that %2 was begun and did not end: see what it left behind (countersignctl verify)."_s
                        .arg(base::show(history->table), base::show(history->halfDone));
    }
    const int applied = removeApplied(migrations, *history);
    if (migrations.migrations.empty()) {
        return base::Fail(base::usageError(u"Every migration of the folder is applied there already"_s,
                                           base::show(environment.name), u"Add the new one to the folder."_s));
    }
    if (applied > 0) {
        warnings << u"%1 migrations are applied there already (%2); the %3 others are rehearsed."_s.arg(applied)
                        .arg(base::show(history->table))
                        .arg(migrations.migrations.size());
    }
    pending.set = std::move(migrations);
    return pending;
}

/// Whether a check that was made is about exactly these migrations.
bool isAbout(const CheckedMigration &checked, const migration::MigrationSet &pending, const QString &environment)
{
    return checked.baseName == environment &&
           std::ranges::equal(checked.migrations.migrations, pending.migrations,
                              [](const migration::Migration &one, const migration::Migration &other) {
                                  return one.upPath == other.upPath && one.upBytes == other.upBytes &&
                                         one.downPath == other.downPath && one.downBytes == other.downBytes;
                              });
}

/// Runners that know no such names run "0003_rollback.sql" like any other migration.
void correctRoles(review::RevisionInput &input, const Environment &environment, const QString &folder,
                  QStringList &warnings)
{
    const auto migrations = migration::readMigrations(folder, sql::dialectOf(environment.url.engine));
    if (!migrations) {
        return; // no layout that anybody knows
    }
    for (const migration::Migration &one : migrations->migrations) {
        for (review::MigrationFile &file : input.files) {
            if (file.path == one.upPath.toUtf8() && file.role == review::FileRole::Rollback) {
                file.role = review::FileRole::Up;
                warnings << u"%1 is named like a way back, but a runner would run it as a migration; it is signed as "
                            "one."_s.arg(base::show(one.upPath));
            }
        }
    }
}

/// What the policy requires for an environment can only come from a rehearsal.
bool policyWantsCheck(const review::LedgerState &state, const QString &environment)
{
    const review::PolicyRecord *policy = state.policy();
    const QStringList required =
        policy != nullptr ? policy->policy.environments.value(environment).require : QStringList();
    return std::any_of(required.begin(), required.end(), [](const QString &name) { return name != u"rollback"_s; });
}

/// A report and which of the files it can speak of.
struct Judged {
    checks::Report report;
    migration::Layout layout = migration::Layout::Plain;
    QSet<QByteArray> understood;
};

/// Rehearses and checks what is pending against the environment, or takes the check that is at hand.
Result<Judged> reportFor(const Workspace &workspace, const DraftRequest &request, rehearsal::ScratchPool &scratch,
                         QStringList &warnings, const base::ProgressSink &progress, std::stop_token stop)
{
    CS_TRY(pending, pendingMigrations(*workspace.find(request.environment), request.folder, warnings, stop));
    Judged judged{{}, pending.set.layout, std::move(pending.understood)};
    if (request.checked != nullptr && isAbout(*request.checked, pending.set, request.environment)) {
        judged.report = request.checked->report;
        return judged;
    }
    CS_TRY(check, checkRequestFor(workspace, std::move(pending.set), -1, request.environment));
    const SourceContext sources{&workspace, &scratch, {}, {}, {}};
    CS_TRY(checked, runCheck(check, sources, progress, stop));
    judged.report = std::move(checked.report);
    return judged;
}

/// A runner may take a script that is no migration for one, or run it by itself (Flyway's callbacks): what the report
/// says is not about it. So there is an error to be waived, and the risk is unknown.
void nameUnrehearsed(review::RevisionInput &input, const Judged &judged, const QSet<KnownFile> &deployed,
                     QStringList &warnings)
{
    QStringList names;
    for (const review::ManifestFile &file : review::describeFiles(input.files)) {
        // Sqitch runs what is in "verify" to look, not to change.
        const bool looks = judged.layout == migration::Layout::Sqitch && file.path.startsWith("verify/");
        if (file.role == review::FileRole::Up && !judged.understood.contains(file.path) && !looks &&
            !deployed.contains({file.path, file.sha256})) {
            names << base::showBytes(file.path);
        }
    }
    if (names.isEmpty()) {
        return;
    }
    for (const QString &name : std::as_const(names)) {
        input.report->errors << u"not-rehearsed@"_s + name;
    }
    input.report->errors.sort();
    for (review::ManifestCheck &check : input.report->checks) {
        check.passed = check.passed && check.name != u"rehearsal"_s;
    }
    input.risk.clear();
    warnings
        << u"No migration by its name, so it was not rehearsed, but a runner could run it: %1. Give it a name that "
           "the runner counts, or move it out of the folder."_s.arg(names.join(u", "));
}

/// The risk that was asked for, unless the policy is laxer for it than for what the checks found.
QString raisedRisk(const review::LedgerState &state, const QString &environment, const QString &found,
                   const QString &wanted, QStringList &warnings)
{
    const review::PolicyRecord *policy = state.policy();
    const auto rule = policy != nullptr ? policy->policy.environments.value(environment) : review::EnvironmentRule();
    const review::RiskRule *asked = review::riskRule(rule, wanted);
    const review::RiskRule *judged = review::riskRule(rule, found);
    if (asked == nullptr || judged == nullptr ||
        std::pair(asked->slotRoles.size(), asked->ack.size()) >=
            std::pair(judged->slotRoles.size(), judged->ack.size())) {
        return wanted;
    }
    warnings << u"The checks found the risk \"%1\", for which the policy asks more than for \"%2\": it stays."_s.arg(
        base::show(found), base::show(wanted));
    return found;
}

Result<review::RevisionInput> knownEnvironment(const Workspace &workspace, const review::LedgerState &state,
                                               const DraftRequest &request, rehearsal::ScratchPool &scratch,
                                               QStringList &warnings, const base::ProgressSink &progress,
                                               std::stop_token stop)
{
    const bool always = request.check == DraftRequest::Check::Always || request.checked != nullptr;
    std::optional<Judged> judged;
    if (always ||
        (request.check == DraftRequest::Check::WhereRequired && policyWantsCheck(state, request.environment))) {
        auto made = reportFor(workspace, request, scratch, warnings, progress, stop);
        if (!made && (always || made.error().kind == base::ErrorKind::Cancelled)) {
            return base::Fail(made.error());
        }
        if (made) {
            judged = std::move(*made);
        } else {
            warnings << u"The policy requires checks, but they could not be run: %1"_s.arg(made.error().message);
        }
    }
    CS_TRY(input,
           revisionInput(workspace, request.environment, request.folder, judged ? &judged->report : nullptr, stop));
    correctRoles(input, *workspace.find(request.environment), request.folder, warnings);
    if (judged) {
        nameUnrehearsed(input, *judged, deployedFiles(state, request.environment), warnings);
    }
    return input;
}

} // namespace

Result<RevisionDraft> draftRevision(const Workspace *workspace, const review::LedgerState &state,
                                    const DraftRequest &request, rehearsal::ScratchPool &scratch,
                                    const base::ProgressSink &progress, std::stop_token stop)
{
    RevisionDraft draft;
    const bool known = workspace != nullptr && workspace->find(request.environment) != nullptr;
    if (known) {
        CS_TRY(input, knownEnvironment(*workspace, state, request, scratch, draft.warnings, progress, stop));
        draft.input = std::move(input);
    } else if (request.check == DraftRequest::Check::Always) {
        return base::Fail(base::usageError(u"--check needs an environment of the workspace"_s,
                                           base::show(request.environment), u"Add it to countersign.toml."_s));
    } else {
        CS_TRY(files, review::readMigrationFolder(request.folder));
        draft.input.files = files;
        draft.input.environment.name = request.environment;
    }
    CS_TRY(authors, gitAuthors(request.folder, newFiles(deployedFiles(state, request.environment), draft.input)));
    draft.warnings << authors.warnings;
    draft.input.contributors << authors.mails << request.contributors;
    if (!request.risk.isEmpty()) {
        draft.input.risk = raisedRisk(state, request.environment, draft.input.risk, request.risk, draft.warnings);
    }
    if (!request.baseFingerprint.isEmpty()) {
        draft.input.baseFingerprint = request.baseFingerprint;
    }
    if (!request.resultFingerprint.isEmpty()) {
        draft.input.resultFingerprint = request.resultFingerprint;
    }
    if (!draft.input.report) {
        draft.warnings << u"The revision has no report: nothing was rehearsed or checked for it (--check)."_s;
    }
    return draft;
}

QString changeToRevise(const ReviewOverview &overview, const QString &environment)
{
    const auto used = [](const review::ChangeRecord &record) {
        return std::any_of(record.attempts.begin(), record.attempts.end(), [&](const review::AttemptRecord &attempt) {
            return record.latest() != nullptr && attempt.revision == record.latest()->digest &&
                   (!attempt.result || *attempt.result == review::DeployResult::Ok);
        });
    };
    const auto open = std::ranges::find_if(overview.changes, [&](const ReviewedChange &change) {
        return change.record.environment == environment && !change.record.abandoned && !used(change.record);
    });
    return open == overview.changes.end() ? QString() : open->record.id;
}

rehearsal::ScratchSettings scratchSettings(const Workspace &workspace)
{
    rehearsal::ScratchSettings settings;
    for (const Environment &environment : workspace.environments) {
        if (environment.environmentClass == EnvironmentClass::Production) {
            settings.production.push_back(environment.url);
        }
    }
    if (workspace.scratch) {
        settings.servers[workspace.scratch->engine] = *workspace.scratch;
    }
    return settings;
}

} // namespace countersign::app
