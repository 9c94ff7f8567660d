#include "app/checkusecase.h"
#include "app/reviewusecase.h"
#include "base/digest.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/filediff.h"

#include <QDate>
#include <QJsonArray>
#include <QProcess>
#include <QSet>

namespace countersign::cli {

base::Result<ReviewAnswer> reviewInit(ReviewSession &session);

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

/// Authors and committers of these files of the folder. Without Git, or outside of a repository, there are none to
/// tell.
QStringList gitContributors(const QString &folder, QStringList files, ReviewSession &session)
{
    constexpr qsizetype most = 500;
    if (files.isEmpty() || files.size() > most) {
        files = {u"."_s};
    }
    QProcess git;
    git.start(u"git"_s, QStringList{u"--literal-pathspecs"_s, u"-C"_s, folder, u"log"_s, u"--no-show-signature"_s,
                                    u"--format=%ae%n%ce"_s, u"--"_s} +
                            files);
    if (!git.waitForStarted() || !git.waitForFinished() || git.exitCode() != 0) {
        session.warn(u"The folder is not in a Git repository: only the signer is recorded as a contributor."_s);
        return {};
    }
    QStringList mails;
    for (const QByteArray &line : git.readAllStandardOutput().split('\n')) {
        if (line.contains('@')) {
            mails << QString::fromUtf8(line.trimmed()).toLower();
        }
    }
    mails.removeDuplicates();
    return mails;
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
    input.contributors << gitContributors(folder, newFiles(ledger->state(), input), session)
                       << session.values(u"contributor"_s);
    if (session.isSet(u"risk"_s)) {
        input.risk = session.value(u"risk"_s);
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

ReviewAnswer verdictAnswer(const review::Ledger &ledger, const QString &change, const QString &revision)
{
    const review::Evaluation evaluation = ledger.evaluate(change, revision);
    ReviewAnswer answer;
    answer.json = verdictJson(evaluation);
    answer.json.insert(u"head"_s, headJson(ledger.ledgerId(), ledger.state().head));
    answer.json.insert(u"online"_s, true);
    answer.text = verdictText(evaluation);
    return answer;
}

ReviewAnswer openedAnswer(const review::Ledger &ledger, const review::OpenedRevision &opened)
{
    ReviewAnswer answer = verdictAnswer(ledger, opened.change, opened.digest);
    answer.text =
        u"%1 revision %2\ndigest %3\n"_s.arg(opened.change).arg(opened.number).arg(opened.digest) + answer.text;
    answer.json.insert(u"event"_s, opened.appended.eid);
    return answer;
}

/// What a signature did, and the verdict after it. Signing succeeded, so the exit code is 0 whatever the verdict is.
Result<ReviewAnswer> signedAnswer(const review::Ledger &ledger, const QString &change, const review::Appended &appended)
{
    CS_TRY(record, ledger.state().find(change));
    ReviewAnswer answer =
        verdictAnswer(ledger, record->id, record->latest() != nullptr ? record->latest()->digest : QString());
    answer.text =
        u"signed and recorded as %1 (%2)\n"_s.arg(appended.eid.left(12), review::shortHead(appended.head, 2)) +
        answer.text;
    answer.json.insert(u"event"_s, appended.eid);
    return answer;
}

Result<ReviewAnswer> reviewOpen(ReviewSession &session)
{
    CS_TRY(environment, session.needed(u"env"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(input, revisionFrom(session, environment));
    CS_TRY(by, session.signatory());
    QString title = session.value(u"title"_s);
    for (const review::MigrationFile &file : input.files) {
        if (title.isEmpty() && file.role == review::FileRole::Up) {
            title = base::showBytes(file.path);
        }
    }
    CS_TRY(opened, review::openChange(*ledger, title, input, by, session.stop()));
    return openedAnswer(*ledger, opened);
}

Result<ReviewAnswer> reviewRevise(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    const QString id = record->id;
    CS_TRY(input, revisionFrom(session, record->environment));
    CS_TRY(by, session.signatory());
    CS_TRY(opened, review::addRevision(*ledger, id, input, by, session.stop()));
    return openedAnswer(*ledger, opened);
}

Result<ReviewAnswer> reviewList(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    const review::LedgerState &state = ledger->state();
    QString mine;
    if (session.isSet(u"mine"_s)) {
        CS_TRY(by, session.signatory());
        mine = by.person;
    }
    ReviewAnswer answer;
    QJsonArray changes;
    for (const QString &id : state.changeOrder) {
        const review::ChangeRecord &record = state.changes[id];
        const review::Evaluation evaluation = review::evaluateLatest(state, id, ledger->now());
        const bool wanted =
            (!session.isSet(u"env"_s) || record.environment == session.value(u"env"_s)) &&
            (!session.isSet(u"state"_s) || review::stateName(evaluation.state) == session.value(u"state"_s)) &&
            (mine.isEmpty() || record.openedBy == mine || record.contributors().contains(mine));
        if (!wanted) {
            continue;
        }
        changes << QJsonObject{
            {u"change"_s, id},
            {u"alias"_s, record.alias},
            {u"title"_s, record.title},
            {u"env"_s, record.environment},
            {u"by"_s, record.openedBy},
            {u"opened"_s, timeText(record.openedUs)},
            {u"state"_s, review::stateName(evaluation.state)},
            {u"verdict"_s, review::verdictName(evaluation.verdict)},
            {u"revision"_s, QJsonObject{{u"n"_s, evaluation.revisionNumber}, {u"digest"_s, evaluation.revision}}}};
        answer.text += u"%1  %2  %3  %4  %5\n"_s.arg(record.alias, -5)
                           .arg(id, review::stateName(evaluation.state).leftJustified(12),
                                base::show(record.environment), base::show(record.title));
    }
    if (changes.isEmpty()) {
        answer.text = u"no changes\n"_s;
    }
    answer.json = {{u"changes"_s, changes}, {u"head"_s, headJson(ledger->ledgerId(), state.head)}};
    return answer;
}

Result<const review::RevisionRecord *> chosenRevision(const ReviewSession &session, const review::ChangeRecord &record,
                                                      const QString &option)
{
    if (!session.isSet(option)) {
        return record.latest();
    }
    const int number = session.value(option).toInt();
    if (number < 1 || number > record.revisions.size()) {
        return base::Fail(
            base::usageError(u"The change has no revision %1"_s.arg(base::show(session.value(option))), record.id));
    }
    return &record.revisions[number - 1];
}

QString manifestText(const review::RevisionRecord &revision)
{
    const review::Manifest &manifest = revision.manifest;
    QString text = u"\nWhat a signature stands for\n  digest        %1\n  environment   %2 (%3, %4)\n"_s.arg(
        revision.digest, base::show(manifest.environment.name), base::show(manifest.environment.engine),
        base::show(manifest.environment.identity));
    text += u"  contributors  %1\n  base          %2\n  result        %3\n"_s.arg(
        base::show(manifest.contributors.join(u", ")),
        manifest.baseFingerprint.isEmpty() ? u"unknown"_s : base::show(manifest.baseFingerprint),
        manifest.resultFingerprint.isEmpty() ? u"unknown"_s : base::show(manifest.resultFingerprint));
    for (const review::ManifestFile &file : manifest.files) {
        text += u"  %1 %2  %3 bytes  sha256 %4\n"_s
                    .arg(review::fileRoleName(file.role).leftJustified(8), base::showBytes(file.path))
                    .arg(file.bytes)
                    .arg(file.sha256.left(16));
    }
    if (!manifest.report) {
        return text + u"  report        none: nothing was rehearsed or checked\n"_s;
    }
    text += u"  report        %1 by %2\n"_s.arg(manifest.report->sha256.left(16), base::show(manifest.report->tool));
    for (const review::ManifestCheck &check : manifest.report->checks) {
        text += u"    %1 %2\n"_s.arg(check.passed ? u"passed"_s : u"FAILED"_s, base::show(check.name));
    }
    for (const QString &finding : manifest.report->errors) {
        text += u"    error %1\n"_s.arg(base::show(finding));
    }
    return text;
}

Result<ReviewAnswer> reviewShow(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    CS_TRY(revision, chosenRevision(session, *record, u"rev"_s));
    ReviewAnswer answer = verdictAnswer(*ledger, record->id, revision != nullptr ? revision->digest : QString());
    answer.json.insert(u"title"_s, record->title);
    answer.text = u"%1 %2 by %3, %4\n"_s.arg(record->alias, base::show(record->title), record->openedBy,
                                             timeText(record->openedUs)) +
                  answer.text;
    if (revision == nullptr) {
        return answer;
    }
    answer.text += manifestText(*revision);
    QJsonArray files;
    for (const review::ManifestFile &file : revision->manifest.files) {
        files << QJsonObject{{u"role"_s, review::fileRoleName(file.role)},
                             {u"path"_s, base::showBytes(file.path)},
                             {u"bytes"_s, file.bytes},
                             {u"sha256"_s, file.sha256}};
        if (file.role == review::FileRole::Other) {
            continue;
        }
        const auto bytes = ledger->blob(file.sha256);
        answer.text +=
            u"\n--- %1\n%2\n"_s.arg(base::showBytes(file.path), bytes ? base::showBytes(*bytes, true)
                                                                      : u"(the ledger no longer holds these bytes)"_s);
        if (bytes && base::hasHiddenCharacters(QString::fromUtf8(*bytes).remove(u'\n').remove(u'\t').remove(u'\r'))) {
            session.warn(u"%1 holds hidden characters; they are shown as escapes."_s.arg(base::showBytes(file.path)));
        }
    }
    answer.json.insert(u"files"_s, files);
    QJsonObject texts;
    for (const review::CommentView &comment : ledger->evaluate(record->id, revision->digest).comments) {
        if (const auto bytes = ledger->blob(comment.text)) {
            answer.text += u"\ncomment %1 by %2%3: %4\n"_s.arg(
                comment.eid.left(12), comment.by, comment.blocking && !comment.resolved ? u" (blocking)"_s : QString(),
                base::showBytes(*bytes));
            texts.insert(comment.eid, QString::fromUtf8(*bytes));
        }
    }
    answer.json.insert(u"texts"_s, texts);
    return answer;
}

Result<ReviewAnswer> reviewStatus(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    const QString digest = record->latest() != nullptr ? record->latest()->digest : QString();
    ReviewAnswer answer = verdictAnswer(*ledger, record->id, digest);
    answer.exit = verdictExit(ledger->evaluate(record->id, digest));
    return answer;
}

Result<ReviewAnswer> reviewDiff(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(range, session.argument(1, u"N..M"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    const int from = range.section(u".."_s, 0, 0).toInt();
    const int to = range.section(u".."_s, 1).toInt();
    if (from < 1 || to < 1 || from > record->revisions.size() || to > record->revisions.size()) {
        return base::Fail(base::usageError(
            u"Revisions are given as N..M; the change has %1"_s.arg(record->revisions.size()), base::show(range)));
    }
    ReviewAnswer answer;
    QJsonArray files;
    for (const review::FileDifference &file :
         review::compareRevisions(record->revisions[from - 1].manifest, record->revisions[to - 1].manifest)) {
        files << QJsonObject{{u"path"_s, base::showBytes(file.path)}, {u"difference"_s, file.kind}};
        answer.text += u"%1 %2\n"_s.arg(file.kind, base::showBytes(file.path));
        const auto before = file.before.isEmpty() ? Result<QByteArray>(QByteArray()) : ledger->blob(file.before);
        const auto after = file.after.isEmpty() ? Result<QByteArray>(QByteArray()) : ledger->blob(file.after);
        answer.text += before && after ? review::lineDifference(*before, *after)
                                       : u"  (the ledger no longer holds these bytes)\n"_s;
    }
    answer.json = {{u"change"_s, record->id}, {u"from"_s, from}, {u"to"_s, to}, {u"files"_s, files}};
    answer.exit = files.isEmpty() ? 0 : 1;
    return answer;
}

Result<ReviewAnswer> reviewAbandon(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::abandon(*ledger, change, session.value(u"reason"_s), by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

Result<ReviewAnswer> reviewVote(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(word, session.argument(1, u"approve, request-changes, veto, abstain or withdraw"_s));
    CS_TRY(digest, session.needed(u"digest"_s));
    const auto kind = review::voteFromName(word);
    if (!kind) {
        return base::Fail(base::usageError(u"\"%1\" is not a vote"_s.arg(base::show(word)), {},
                                           u"One of: approve, request-changes, veto, abstain, withdraw."_s));
    }
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::vote(*ledger, change, digest, *kind, session.values(u"ack"_s), session.value(u"message"_s),
                                  by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

/// "FILE:STMT" or "object:NAME". Statements are numbered from 1; 0 or none means the whole file.
Result<review::Anchor> anchorFrom(const QString &text, const review::ChangeRecord &record)
{
    review::Anchor anchor;
    if (text.startsWith(u"object:"_s)) {
        anchor.object = text.mid(7);
        return anchor;
    }
    const qsizetype colon = text.lastIndexOf(u':');
    bool number = false;
    anchor.statement = colon > 0 ? text.mid(colon + 1).toInt(&number) : 0;
    const QByteArray path = (number ? text.left(colon) : text).toUtf8();
    for (const review::ManifestFile &file :
         record.latest() != nullptr ? record.latest()->manifest.files : QList<review::ManifestFile>()) {
        if (file.path == path) {
            anchor.file = file.sha256;
            anchor.end = file.bytes;
        }
    }
    if (anchor.file.isEmpty() || anchor.statement < 0) {
        return base::Fail(base::usageError(u"The latest revision has no file \"%1\""_s.arg(base::showBytes(path)),
                                           record.id, u"Give --at FILE:STATEMENT or --at object:NAME."_s));
    }
    return anchor;
}

Result<ReviewAnswer> reviewComment(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(at, session.needed(u"at"_s));
    CS_TRY(message, session.needed(u"message"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    CS_TRY(anchor, anchorFrom(at, *record));
    CS_TRY(by, session.signatory());
    CS_TRY(appended,
           review::comment(*ledger, change, anchor, message, session.isSet(u"blocking"_s), by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

Result<ReviewAnswer> reviewResolve(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(comment, session.argument(1, u"the comment's id"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::resolveComment(*ledger, change, comment, by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

Result<ReviewAnswer> reviewWaive(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(finding, session.argument(1, u"the finding"_s));
    CS_TRY(reason, session.needed(u"reason"_s));
    CS_TRY(until, session.needed(u"until"_s));
    const QDateTime end = until.contains(u'T') ? QDateTime::fromString(until, Qt::ISODate)
                                               : QDate::fromString(until, Qt::ISODate).endOfDay();
    if (!end.isValid()) {
        return base::Fail(base::usageError(u"--until is a date such as 2026-12-24"_s, base::show(until)));
    }
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::waiveFinding(*ledger, change, finding, session.value(u"object"_s), reason,
                                          end.toMSecsSinceEpoch() * 1000, by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

Result<ReviewAnswer> reviewUnwaive(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(waiver, session.argument(1, u"the waiver's id"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::unwaive(*ledger, change, waiver, by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

Result<ReviewAnswer> reviewDismiss(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(vote, session.argument(1, u"the vote's id"_s));
    CS_TRY(reason, session.needed(u"reason"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::dismissVote(*ledger, change, vote, reason, by, session.stop()));
    return signedAnswer(*ledger, change, appended);
}

constexpr ReviewOption initOptions[] = {
    {"template", "alone, small-team or regulated.", "NAME"},
    {"env", "An environment for the policy (repeatable); default: those of the workspace.", "NAME"},
    {"new-key", "Make a new SSH key at this path.", "FILE"},
    {"name", "A name for the ledger.", "TEXT"},
};
constexpr ReviewOption openOptions[] = {
    {"env", "The environment.", "NAME"},
    {"dir", "The folder of migration files.", "DIR"},
    {"check", "Rehearse and check first; the report is signed, too. Default where the policy requires it.", nullptr},
    {"no-check", "Neither rehearse nor check.", nullptr},
    {"title", "A title for lists.", "TEXT"},
    {"risk", "The risk class; default: from the report, else the strictest.", "NAME"},
    {"contributor", "Somebody else who contributed (repeatable).", "PERSON"},
    {"base-fp", "Fingerprint of the schema it starts from.", "FP"},
    {"result-fp", "Fingerprint of the schema it leads to.", "FP"},
};
constexpr ReviewOption listOptions[] = {
    {"env", "Only this environment.", "NAME"},
    {"state", "Only this state.", "STATE"},
    {"mine", "Only those I contributed to.", nullptr},
};
constexpr ReviewOption showOptions[] = {{"rev", "The revision; default: the latest.", "N"}};
constexpr ReviewOption reasonOptions[] = {{"reason", "Why.", "TEXT"}};
constexpr ReviewOption voteOptions[] = {
    {"digest", "The revision that was read, at least 12 hex digits.", "HEX"},
    {"ack", "A hazard that is acknowledged (repeatable).", "ID"},
    {"message", "A message.", "TEXT"},
};
constexpr ReviewOption commentOptions[] = {
    {"at", "FILE:STATEMENT or object:NAME.", "PLACE"},
    {"message", "The comment.", "TEXT"},
    {"blocking", "It must be resolved.", nullptr},
};
constexpr ReviewOption waiveOptions[] = {
    {"reason", "Why, at least 20 characters.", "TEXT"},
    {"until", "The date on which it ends.", "DATE"},
    {"object", "Only for this object.", "NAME"},
};

constexpr ReviewSubcommand subcommands[] = {
    {"init", "[--template T] [--env E]…", "start: finds or makes your key, writes a policy, opens a ledger",
     initOptions, reviewInit},
    {"open", "--env E --dir D", "put a folder of migrations under review", openOptions, reviewOpen},
    {"revise", "CHG --dir D", "a new revision of a change", openOptions, reviewRevise},
    {"list", "[--env E] [--state S] [--mine]", "the changes of the ledger", listOptions, reviewList},
    {"show", "CHG [--rev N]", "everything a signature stands for", showOptions, reviewShow},
    {"status", "CHG", "the verdict with all of its reasons", {}, reviewStatus},
    {"diff", "CHG N..M", "what changed between two revisions", {}, reviewDiff},
    {"abandon", "CHG", "give a change up", reasonOptions, reviewAbandon},
    {"vote", "CHG approve|request-changes|veto|abstain|withdraw --digest D", "sign a vote", voteOptions, reviewVote},
    {"comment", "CHG --at FILE:STMT|object:NAME -m T [--blocking]", "comment on a statement or an object",
     commentOptions, reviewComment},
    {"resolve", "CHG ID", "resolve a comment", {}, reviewResolve},
    {"waive", "CHG FINDING --reason T --until DATE", "accept a finding for a time", waiveOptions, reviewWaive},
    {"unwaive", "CHG ID", "take a waiver back", {}, reviewUnwaive},
    {"dismiss", "CHG ID --reason T", "set a vote aside", reasonOptions, reviewDismiss},
};

} // namespace

int runReview(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"review"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
