#include "cli/revisioninput.h"

#include "app/checkusecase.h"
#include "app/reviewusecase.h"
#include "app/runnerhistory.h"
#include "base/show.h"
#include "cli/git.h"

#include <QFileInfo>
#include <QSet>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// The files of @p input that no deployed change of the environment held with the same bytes: what is new in it.
/// Whoever wrote an older migration did not contribute to this change.
QStringList newFiles(const review::LedgerState &state, const review::RevisionInput &input)
{
    QSet<std::pair<QByteArray, QString>> deployed;
    for (const review::ChangeRecord &change : state.changes) {
        for (const review::AttemptRecord &attempt : change.attempts) {
            const review::RevisionRecord *revision = change.revision(attempt.revision);
            if (change.environment != input.environment.name || attempt.result != review::DeployResult::Ok ||
                revision == nullptr) {
                continue;
            }
            for (const review::ManifestFile &file : revision->manifest.files) {
                deployed.insert({file.path, file.sha256});
            }
        }
    }
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

bool isShallow(const QString &folder)
{
    return runGit(folder, {u"rev-parse"_s, u"--is-shallow-repository"_s}).out.trimmed() == "true";
}

/// The innermost repository within @p folder that a file belongs to: a submodule's files are unknown to the one around
/// it.
QString repositoryOf(const QString &folder, const QString &file)
{
    QString inner = file;
    while (inner.contains(u'/')) {
        inner = inner.section(u'/', 0, -2);
        if (QFileInfo::exists(folder + u'/' + inner + u"/.git"_s)) {
            return folder + u'/' + inner;
        }
    }
    return folder;
}

/// Addresses in the log of one file through its renames, or, without a file, of the whole folder. Nothing when Git
/// cannot tell.
std::optional<QByteArrayList> mailsOf(const QString &folder, const QString &file)
{
    QStringList arguments{u"log"_s, u"--no-show-signature"_s, u"--no-mailmap"_s,
                          u"--format=%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly)"_s};
    // Whoever renames a file did not write it.
    arguments << (file.isEmpty() ? QStringList{u"--"_s, u"."_s} : QStringList{u"--follow"_s, u"--"_s, file});
    const GitAnswer answer = runGit(folder, arguments);
    return answer.exit == 0 ? std::optional(answer.out.split('\n')) : std::nullopt;
}

/// Authors, committers and co-authors of these files of the folder. Without Git, or outside of a repository, there are
/// none to tell.
Result<QStringList> gitContributors(const QString &folder, const QStringList &files, ReviewSession &session)
{
    constexpr qsizetype most = 200;
    QMap<QString, QStringList> filesOf;
    for (const QString &file : files) {
        const QString repository = repositoryOf(folder, file);
        filesOf[repository] << (repository == folder ? file : file.mid(repository.size() - folder.size()));
    }
    if (files.isEmpty()) {
        filesOf.insert(folder, {});
    }
    QByteArrayList lines;
    bool known = true;
    for (const auto &[repository, own] : filesOf.asKeyValueRange()) {
        for (const QString &file : files.isEmpty() || files.size() > most ? QStringList{QString()} : own) {
            const auto mails = mailsOf(repository, file);
            known = known && mails.has_value();
            lines << mails.value_or(QByteArrayList());
        }
    }
    if (!known) {
        const int head =
            liesInRepository(folder) ? runGit(folder, {u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD"_s}).exit : 1;
        if (head > 1) {
            return base::Fail(base::usageError(
                u"Git does not say who wrote these files, so their authors could approve their own work"_s,
                base::show(folder),
                u"See what it says in this folder: git -C %1 log. Often it is safe.directory."_s.arg(
                    base::show(folder))));
        }
        session.warn(u"The folder has no history in Git: only the signer is recorded as a contributor."_s);
        return QStringList();
    }
    const QStringList repositories = filesOf.keys();
    if (std::any_of(repositories.begin(), repositories.end(), isShallow)) {
        session.warn(
            u"The Git history is cut short (a shallow clone): earlier authors of these files are not known, and "
            "they could approve their own work. Fetch all of it before opening a review."_s);
    }
    QStringList mails;
    for (const QByteArray &line : std::as_const(lines)) {
        // A trailer is "Name <mail>".
        const qsizetype open = line.lastIndexOf('<');
        const QByteArray mail = open < 0 ? line.trimmed() : line.mid(open + 1).split('>').first().trimmed();
        if (mail.contains('@')) {
            mails << QString::fromUtf8(mail).toLower();
        }
    }
    mails.removeDuplicates();
    return mails;
}

/// Runners keep every migration in one folder and note on the target which of them they ran. Those are part of the
/// base.
Result<void> leavePending(ReviewSession &session, const app::Environment &environment,
                          migration::MigrationSet &migrations)
{
    CS_TRY(history, app::readRunnerHistory(environment.url, migrations.layout, session.stop()));
    if (!history) {
        return {};
    }
    if (!history->halfDone.isEmpty()) {
        session.warn(
            u"%1 says that %2 was begun and did not end: see what it left behind (countersignctl verify)."_s.arg(
                base::show(history->table), base::show(history->halfDone)));
    }
    const int applied = app::removeApplied(migrations, *history);
    if (migrations.migrations.empty()) {
        return base::Fail(base::usageError(u"Every migration of the folder is applied there already"_s,
                                           base::show(environment.name), u"Add the new one to the folder."_s));
    }
    if (applied > 0) {
        session.warn(u"%1 migrations are applied there already (%2); the %3 others are rehearsed."_s.arg(applied)
                         .arg(base::show(history->table))
                         .arg(migrations.migrations.size()));
    }
    return {};
}

/// Rehearses and checks the folder against the environment; never on a server that is marked production.
Result<checks::Report> check(ReviewSession &session, const QString &environment, const QString &folder)
{
    const app::Workspace &workspace = *session.workspace();
    rehearsal::ScratchSettings settings;
    for (const app::Environment &other : workspace.environments) {
        if (other.environmentClass == app::EnvironmentClass::Production) {
            settings.production.push_back(other.url);
        }
    }
    if (workspace.scratch) {
        settings.servers[workspace.scratch->engine] = *workspace.scratch;
    }
    rehearsal::ScratchPool scratch(std::move(settings));
    CS_TRY(migrations, migration::readMigrations(folder, sql::dialectOf(workspace.find(environment)->url.engine)));
    CS_CHECK(leavePending(session, *workspace.find(environment), migrations));
    CS_TRY(request, app::checkRequestFor(workspace, std::move(migrations), -1, environment));
    const app::SourceContext sources{&workspace, &scratch, {}, {}, {}};
    CS_TRY(checked, app::runCheck(request, sources, {}, session.stop()));
    return std::move(checked.report);
}

/// What the policy requires for an environment can only come from a rehearsal.
bool policyWantsCheck(const review::LedgerState &state, const QString &environment)
{
    const review::PolicyRecord *policy = state.policy();
    const QStringList required =
        policy != nullptr ? policy->policy.environments.value(environment).require : QStringList();
    return std::any_of(required.begin(), required.end(), [](const QString &name) { return name != u"rollback"_s; });
}

/// The risk that was asked for, unless the policy is laxer for it than for what the checks found.
QString raisedRisk(const review::Ledger &ledger, const QString &environment, const QString &found,
                   ReviewSession &session)
{
    const QString wanted = session.value(u"risk"_s);
    const review::PolicyRecord *policy = ledger.state().policy();
    const auto rule = policy != nullptr ? policy->policy.environments.value(environment) : review::EnvironmentRule();
    const review::RiskRule *asked = review::riskRule(rule, wanted);
    const review::RiskRule *judged = review::riskRule(rule, found);
    if (asked == nullptr || judged == nullptr ||
        std::pair(asked->slotRoles.size(), asked->ack.size()) >=
            std::pair(judged->slotRoles.size(), judged->ack.size())) {
        return wanted;
    }
    session.warn(u"The checks found the risk \"%1\", for which the policy asks more than for \"%2\": it stays."_s.arg(
        base::show(found), base::show(wanted)));
    return found;
}

} // namespace

Result<review::RevisionInput> revisionFrom(ReviewSession &session, const QString &environment)
{
    CS_TRY(folder, session.needed(u"dir"_s));
    CS_TRY(ledger, session.ledger());
    review::RevisionInput input;
    const bool known = session.workspace() && session.workspace()->find(environment) != nullptr;
    if (session.isSet(u"check"_s) && !known) {
        return base::Fail(base::usageError(u"--check needs an environment of the workspace"_s, base::show(environment),
                                           u"Add it to countersign.toml."_s));
    }
    if (known) {
        std::optional<checks::Report> report;
        if (session.isSet(u"check"_s) ||
            (!session.isSet(u"no-check"_s) && policyWantsCheck(ledger->state(), environment))) {
            auto made = check(session, environment, folder);
            if (!made && (session.isSet(u"check"_s) || made.error().kind == base::ErrorKind::Cancelled)) {
                return base::Fail(made.error());
            }
            if (made) {
                report = std::move(*made);
            } else {
                session.warn(u"The policy requires checks, but they could not be run: %1"_s.arg(made.error().message));
            }
        }
        CS_TRY(built, app::revisionInput(*session.workspace(), environment, folder, report ? &*report : nullptr,
                                         session.stop()));
        input = std::move(built);
    } else {
        CS_TRY(files, review::readMigrationFolder(folder));
        input.files = files;
        input.environment.name = environment;
    }
    CS_TRY(authors, gitContributors(folder, newFiles(ledger->state(), input), session));
    input.contributors << authors << session.values(u"contributor"_s);
    if (session.isSet(u"risk"_s)) {
        input.risk = raisedRisk(*ledger, environment, input.risk, session);
    }
    if (session.isSet(u"base-fp"_s)) {
        input.baseFingerprint = session.value(u"base-fp"_s);
    }
    if (session.isSet(u"result-fp"_s)) {
        input.resultFingerprint = session.value(u"result-fp"_s);
    }
    if (!input.report) {
        session.warn(u"The revision has no report: nothing was rehearsed or checked for it (--check)."_s);
    }
    return input;
}

} // namespace countersign::cli
