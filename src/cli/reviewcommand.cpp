#include "app/reviewusecase.h"
#include "app/revisiondraft.h"
#include "base/digest.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/hiddentext.h"

#include <QDate>
#include <QFileInfo>
#include <QJsonArray>

namespace countersign::cli {

base::Result<ReviewAnswer> reviewInit(ReviewSession &session);
base::Result<ReviewAnswer> reviewDiff(ReviewSession &session);

using namespace Qt::StringLiterals;
using base::Result;

namespace {

ReviewAnswer verdictAnswer(const review::Ledger &ledger, const review::Evaluation &evaluation)
{
    ReviewAnswer answer;
    answer.json = verdictJson(evaluation);
    answer.json.insert(u"head"_s, headJson(ledger.ledgerId(), ledger.state().head));
    answer.json.insert(u"online"_s, true);
    answer.text = verdictText(evaluation);
    answer.exit = verdictExit(evaluation);
    return answer;
}

/// The files that a runner would find: in --dir, else in the workspace's folder where any of the reviewed ones lies
/// there. Nothing where none of them is at hand: the ledger alone judges then, and that is said.
Result<std::optional<QList<review::ManifestFile>>> filesNow(ReviewSession &session,
                                                            const review::RevisionRecord *revision)
{
    QString folder = session.value(u"dir"_s);
    const bool named = !folder.isEmpty();
    if (!named && session.workspace()) {
        folder = session.workspace()->migrations;
    }
    if (revision == nullptr || folder.isEmpty()) {
        return std::nullopt;
    }
    QList<review::MigrationFile> files;
    if (named || QFileInfo(folder).isDir()) {
        CS_TRY(found, review::readMigrationFolder(folder));
        files = std::move(found);
    }
    const auto reviewed = [revision](const review::MigrationFile &file) {
        return std::ranges::contains(revision->manifest.files, file.path, &review::ManifestFile::path);
    };
    if (!named && std::ranges::none_of(files, reviewed)) {
        session.warn(
            u"None of the reviewed files lies in %1: only the ledger was asked. Name their folder with --dir."_s.arg(
                base::show(folder)));
        return std::nullopt;
    }
    return review::describeFiles(files);
}

/// What the latest revision is worth as its files are now; an earlier one is judged by the ledger alone.
Result<review::Evaluation> judged(ReviewSession &session, const review::Ledger &ledger,
                                  const review::ChangeRecord &record, const review::RevisionRecord *revision)
{
    review::Observed observed;
    if (revision == record.latest()) {
        CS_TRY(files, filesNow(session, revision));
        observed.files = files;
    }
    return ledger.evaluate(record.id, revision != nullptr ? revision->digest : QString(), observed);
}

ReviewAnswer openedAnswer(const review::Ledger &ledger, const review::OpenedRevision &opened)
{
    ReviewAnswer answer = verdictAnswer(ledger, ledger.evaluate(opened.change, opened.digest));
    answer.exit = 0;
    answer.text =
        u"%1 revision %2\ndigest %3\n"_s.arg(opened.change).arg(opened.number).arg(opened.digest) + answer.text;
    // Without the #, which begins a comment in a shell.
    const QString alias = ledger.state().changes.value(opened.change).alias.mid(1);
    answer.text += u"\nNext:\n  countersignctl review show %1     everything a signature stands for\n"
                   "  countersignctl review vote %1 approve --digest %2\n"_s.arg(alias, opened.digest);
    answer.json.insert(u"event"_s, opened.appended.eid);
    return answer;
}

/// Why the approval with this event id fills no slot; empty when it fills one, or is none.
QString whyNoSlot(const review::Evaluation &evaluation, const QString &eid)
{
    const auto vote = std::ranges::find(evaluation.votes, eid, &review::VoteView::eid);
    if (vote == evaluation.votes.end() || vote->vote != review::VoteKind::Approve ||
        std::ranges::contains(evaluation.filled, vote->by, &review::SlotView::by)) {
        return {};
    }
    if (vote->why) {
        return review::codeName(*vote->why) + u"; the reasons say what would resolve it."_s;
    }
    QStringList open;
    for (const review::SlotView &slot : evaluation.filled) {
        if (slot.by.isEmpty() && !open.contains(slot.role)) {
            open << slot.role;
        }
    }
    return open.isEmpty() ? u"all are filled by others."_s
                          : u"%1 has no role that is still asked for (%2)."_s.arg(vote->by, open.join(u", "));
}

/// What a signature did, and the verdict after it. Signing succeeded, so the exit code is 0 whatever the verdict is.
Result<ReviewAnswer> signedAnswer(const review::Ledger &ledger, const QString &change, const review::Appended &appended)
{
    CS_TRY(record, ledger.state().find(change));
    const review::Evaluation evaluation = ledger.evaluateLatest(record->id);
    ReviewAnswer answer = verdictAnswer(ledger, evaluation);
    answer.exit = 0;
    if (const QString why = whyNoSlot(evaluation, appended.eid); !why.isEmpty()) {
        answer.warnings << u"This approval fills no slot: "_s + why;
    }
    answer.text =
        u"signed and recorded as %1 (%2)\n"_s.arg(appended.eid.left(12), review::shortHead(appended.head, 2)) +
        answer.text;
    answer.json.insert(u"event"_s, appended.eid);
    return answer;
}

/// The revision that the options of `review open` and `review revise` ask for.
Result<review::RevisionInput> revisionFrom(ReviewSession &session, const review::LedgerState &state,
                                           const QString &environment)
{
    using Check = app::DraftRequest::Check;
    CS_TRY(folder, session.needed(u"dir"_s));
    app::DraftRequest request;
    request.environment = environment;
    request.folder = folder;
    request.check = session.isSet(u"check"_s)      ? Check::Always
                    : session.isSet(u"no-check"_s) ? Check::Never
                                                   : Check::WhereRequired;
    request.contributors = session.values(u"contributor"_s);
    request.risk = session.value(u"risk"_s);
    request.baseFingerprint = session.value(u"base-fp"_s);
    request.resultFingerprint = session.value(u"result-fp"_s);
    const app::Workspace *workspace = session.workspace() ? &*session.workspace() : nullptr;
    rehearsal::ScratchPool scratch(workspace != nullptr ? app::scratchSettings(*workspace)
                                                        : rehearsal::ScratchSettings());
    CS_TRY(draft, app::draftRevision(workspace, state, request, scratch, {}, session.stop()));
    for (const QString &warning : std::as_const(draft.warnings)) {
        session.warn(warning);
    }
    return std::move(draft.input);
}

Result<ReviewAnswer> reviewOpen(ReviewSession &session)
{
    CS_TRY(environment, session.needed(u"env"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(input, revisionFrom(session, ledger->state(), environment));
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
    CS_TRY(input, revisionFrom(session, ledger->state(), record->environment));
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
    const QString asked = session.value(u"state"_s);
    const QStringList states = review::stateNames();
    if (session.isSet(u"state"_s) && !states.contains(asked)) {
        return base::Fail(base::usageError(u"There is no state \"%1\""_s.arg(base::show(asked)), {},
                                           u"One of: %1."_s.arg(states.join(u", "))));
    }
    ReviewAnswer answer;
    QJsonArray changes;
    for (const QString &id : state.changeOrder) {
        const review::ChangeRecord &record = state.changes[id];
        // The scripts' bytes can only take an approval away, and reading all of them would take long.
        review::Evaluation evaluation = review::evaluateLatest(state, id, ledger->now());
        if (evaluation.verdict == review::VerdictKind::Approved) {
            evaluation = ledger->evaluateLatest(id);
        }
        const bool wanted = (!session.isSet(u"env"_s) || record.environment == session.value(u"env"_s)) &&
                            (!session.isSet(u"state"_s) || review::stateName(evaluation.state) == asked) &&
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

/// @p required: the checks that the policy asks for.
QString manifestText(const review::RevisionRecord &revision, const QStringList &required)
{
    const review::Manifest &manifest = revision.manifest;
    QString text = u"\nWhat a signature stands for\n  digest        %1\n  environment   %2 (%3, %4)\n"_s.arg(
        revision.digest, base::show(manifest.environment.name), base::show(manifest.environment.engine),
        base::show(manifest.environment.identity));
    text += u"  contributors  %1\n  base          %2\n  result        %3\n"_s.arg(
        base::show(manifest.contributors.join(u", ")),
        manifest.baseFingerprint.isEmpty() ? u"unknown"_s : base::show(manifest.baseFingerprint),
        manifest.resultFingerprint.isEmpty() ? u"unknown"_s : base::show(manifest.resultFingerprint));
    text += u"  risk          %1\n"_s.arg(manifest.report ? base::show(manifest.risk)
                                                          : u"unknown without a report; judged as the strictest"_s);
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
        text += u"    %1 %2%3\n"_s.arg(
            check.passed ? u"passed"_s : u"FAILED"_s, base::show(check.name),
            check.passed || required.contains(check.name) ? QString() : u" (the policy does not ask for it)"_s);
    }
    return text;
}

/// What the report of a revision found; its errors by name where the ledger no longer holds the report.
QString findingsText(const review::Ledger &ledger, const review::ManifestReport &report)
{
    QString text;
    const auto bytes = ledger.blob(report.sha256);
    if (!bytes) {
        text = u"    the ledger no longer holds the report; its errors:\n"_s;
        for (const QString &finding : report.errors) {
            text += u"    error %1\n"_s.arg(base::show(finding));
        }
        return text;
    }
    for (const app::SignedFinding &one : app::signedFindings(*bytes)) {
        text += u"    %1%2 %3%4\n      %5\n"_s.arg(
            checks::nameOf(one.severity), one.waived ? u" (waived)"_s : QString(), base::show(one.rule),
            one.object.isEmpty() ? QString() : u' ' + base::show(one.object), base::show(one.message));
    }
    return text;
}

Result<ReviewAnswer> reviewShow(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    CS_TRY(revision, chosenRevision(session, *record, u"rev"_s));
    CS_TRY(evaluation, judged(session, *ledger, *record, revision));
    ReviewAnswer answer = verdictAnswer(*ledger, evaluation);
    answer.exit = 0;
    answer.json.insert(u"title"_s, record->title);
    answer.text = u"%1 %2 by %3, %4\n"_s.arg(record->alias, base::show(record->title), record->openedBy,
                                             timeText(record->openedUs)) +
                  answer.text;
    if (revision == nullptr) {
        return answer;
    }
    const review::PolicyRecord *policy = ledger->state().policy();
    const QStringList required =
        policy != nullptr ? policy->policy.environments.value(record->environment).require : QStringList();
    answer.text += manifestText(*revision, required);
    if (revision->manifest.report) {
        answer.text += findingsText(*ledger, *revision->manifest.report);
    }
    QJsonArray files;
    for (const review::ManifestFile &file : revision->manifest.files) {
        files << QJsonObject{{u"role"_s, review::fileRoleName(file.role)},
                             {u"path"_s, base::showBytes(file.path)},
                             {u"bytes"_s, file.bytes},
                             {u"sha256"_s, file.sha256}};
        const auto bytes = ledger->blob(file.sha256);
        answer.text +=
            u"\n--- %1\n%2\n"_s.arg(base::showBytes(file.path), bytes ? base::showBytes(*bytes, true)
                                                                      : u"(the ledger no longer holds these bytes)"_s);
        const QStringList hiding = bytes ? review::hiddenTextLines(*bytes) : QStringList();
        if (!hiding.isEmpty()) {
            session.warn(u"%1 hides text, or holds text that looks like other text, or comments that are run."_s.arg(
                base::showBytes(file.path)));
            answer.text += u"hidden-text, spelled out:\n  "_s + hiding.join(u"\n  "_s) + u'\n';
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
    CS_TRY(evaluation, judged(session, *ledger, *record, record->latest()));
    return verdictAnswer(*ledger, evaluation);
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
Result<review::Anchor> anchorFrom(const QString &text, const review::Ledger &ledger, const review::ChangeRecord &record)
{
    app::CommentRequest request;
    if (text.startsWith(u"object:"_s)) {
        request.object = text.mid(7);
        return app::anchorOf(ledger, record, request);
    }
    const qsizetype colon = text.lastIndexOf(u':');
    bool number = false;
    request.statement = colon > 0 ? text.mid(colon + 1).toInt(&number) : 0;
    request.file = number ? text.left(colon) : text;
    auto anchor = request.statement < 0 ? Result<review::Anchor>(base::Fail(
                                              base::usageError(u"Statements are numbered from 1"_s, base::show(text))))
                                        : app::anchorOf(ledger, record, request);
    if (!anchor) {
        base::Error error = anchor.error();
        error.advice =
            u"Give --at FILE:STATEMENT or --at object:NAME; review show %1 shows the files."_s.arg(record.id);
        return base::Fail(error);
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
    CS_TRY(anchor, anchorFrom(at, *ledger, *record));
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

/// A waiver for a finding that is misspelt would be signed and change nothing.
void warnOfUnknownFinding(ReviewSession &session, const review::Ledger &ledger, const QString &change,
                          const QString &finding, const QString &object)
{
    const auto record = ledger.state().find(change);
    if (!record) {
        return;
    }
    QStringList blocking;
    for (const review::Reason &reason : ledger.evaluateLatest((*record)->id).reasons) {
        if (reason.code == review::Code::CheckFailed || reason.code == review::Code::WaiverExpired) {
            blocking << reason.subject;
        }
    }
    const bool known = object.isEmpty()
                           ? blocking.contains(base::show(finding))
                           : blocking.contains(base::show(finding + u'@' + object)) ||
                                 (blocking.contains(base::show(finding)) && finding.endsWith(u'@' + object));
    if (!known) {
        session.warn(u"No finding of this change that a waiver could settle is called \"%1\"%2"_s.arg(
            base::show(finding), blocking.isEmpty() ? u"."_s : u"; there are: %1"_s.arg(blocking.join(u", "))));
    }
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
    warnOfUnknownFinding(session, *ledger, change, finding, session.value(u"object"_s));
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
    {"env",
     "An environment for the policy; with =URL also for countersign.toml (repeatable). Default: the workspace's.",
     "NAME[=URL]"},
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
constexpr ReviewOption dirOption = {"dir", "The files as they are now; default: the workspace's.", "DIR"};
constexpr ReviewOption showOptions[] = {{"rev", "The revision; default: the latest.", "N"}, dirOption};
constexpr ReviewOption statusOptions[] = {dirOption};
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
    {"list", "[--env E] [--state S] [--mine]", "the changes of the ledger", listOptions, reviewList, true},
    {"show", "CHG [--rev N] [--dir D]", "everything a signature stands for", showOptions, reviewShow, true},
    {"status", "CHG [--dir D]", "the verdict with all of its reasons", statusOptions, reviewStatus, true},
    {"diff", "CHG [N..M]", "what changed between two revisions; without N..M, since you voted", {}, reviewDiff, true},
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
