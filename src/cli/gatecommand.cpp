#include "app/git.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/gate.h"
#include "review/hiddentext.h"

#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// A name of the workspace, a URL, or a service of pg_service.conf: "service:NAME", or NAME where the workspace has no
/// environment of that name.
QString sourceOf(ReviewSession &session, const QString &text)
{
    const auto service = u"service:"_s;
    if (text.startsWith(service)) {
        return u"postgresql:///?service="_s + QString::fromLatin1(QUrl::toPercentEncoding(text.sliced(service.size())));
    }
    const std::optional<app::Workspace> &workspace = session.workspace();
    if (workspace && workspace->find(text) != nullptr) {
        if (app::comesFromBranch(workspace->folder + u"/countersign.toml"_s)) {
            session.warn(
                u"Which database \"%1\" is says countersign.toml, which Git tracks: a branch could name another "
                "one. In a pipeline give a URL or service:NAME with --db."_s.arg(base::show(text)));
        }
        return text;
    }
    return text.contains(u':') ? text : u"postgresql:///?service="_s + text;
}

Result<review::LiveTarget> probe(ReviewSession &session, const QString &text, std::stop_token stop)
{
    app::SourceContext sources;
    sources.workspace = session.workspace() ? &*session.workspace() : nullptr;
    auto loaded = app::loadSchema(sourceOf(session, text), sources, {}, stop);
    if (!loaded) {
        base::Error error = loaded.error();
        if (error.kind == base::ErrorKind::Undecided) {
            error.message = u"UNREACHABLE: "_s + error.message;
        }
        return base::Fail(error);
    }
    return review::LiveTarget{loaded->identity, app::fingerprintOf(loaded->schema)};
}

struct Asked {
    review::GateAnswer answer;
    review::GateRequest request;
};

enum class Asking : quint8 { AsTold, AlwaysTheLedger };

/// The trust file that is named, or the workspace's; empty without one.
QString trustFileOf(const ReviewSession &session)
{
    const std::optional<app::Workspace> &workspace = session.workspace();
    // A certificate brings its own history, so what it is judged against must be named by whoever asks.
    const bool fromWorkspace = !session.isSet(u"trust"_s) && !session.isSet(u"cert"_s) && workspace.has_value();
    return fromWorkspace ? workspace->trustFile : session.value(u"trust"_s);
}

/// Whoever can change the branch could change a trust file in it.
Result<std::optional<review::Trust>> trustOf(ReviewSession &session)
{
    const std::optional<app::Workspace> &workspace = session.workspace();
    const QString file = trustFileOf(session);
    if (file.isEmpty()) {
        return std::optional<review::Trust>();
    }
    const QString place = QFileInfo(file).canonicalFilePath();
    if (workspace && place.startsWith(QFileInfo(workspace->folder).canonicalFilePath() + u'/')) {
        session.warn(
            u"The trust file lies in the workspace: keep it with the pipeline, where a branch cannot change it."_s);
    }
    CS_TRY(bytes, review::readWholeFile(file, 1024 * 1024));
    CS_TRY(trust, review::parseTrust(bytes, file));
    return std::optional(trust);
}

/// Something must be named that no branch can change: the trust file, the ledger, or what this computer knew before.
/// @p ledger may be null.
Result<void> checkAnchor(const ReviewSession &session, const review::Ledger *ledger)
{
    const QString trustFile = trustFileOf(session);
    const bool named = session.isSet(u"trust"_s);
    if (named && !app::comesFromBranch(trustFile)) {
        return {};
    }
    if (ledger != nullptr && ledger->state().mark != review::MarkState::None) {
        return {};
    }
    if (named) {
        return base::Fail(
            base::usageError(u"Git tracks the trust file, so the branch under review could change what is trusted"_s,
                             base::show(trustFile),
                             u"Keep a copy with the pipeline, outside the repository, and name that with --trust."_s));
    }
    const QString place = session.value(u"ledger"_s);
    const bool inBranch = place.startsWith(u"sqlite:"_s) && app::comesFromBranch(place.mid(7));
    if (ledger == nullptr || (session.isSet(u"ledger"_s) && !inBranch)) {
        return {};
    }
    return base::Fail(base::usageError(
        session.isSet(u"ledger"_s)
            ? u"--trust is missing: Git tracks the ledger, and this computer has never seen it"_s
            : u"--trust is missing: this computer has never seen the ledger that the workspace names"_s,
        ledger->locator(), u"Name a trust file kept outside the repository under review, or the ledger itself."_s));
}

Result<Asked> ask(ReviewSession &session, Asking asking = Asking::AsTold)
{
    Asked asked;
    review::GateRequest &request = asked.request;
    CS_TRY(environment, session.needed(u"env"_s));
    CS_TRY(folder, session.needed(u"dir"_s));
    request.environment = environment;
    request.expectHead = session.value(u"expect-head"_s);
    request.acceptEmergency = session.isSet(u"accept-emergency"_s);
    request.change = session.value(u"change"_s);
    request.nowUs = review::systemClockUs();
    if (session.isSet(u"cert"_s) == session.isSet(u"change"_s)) {
        return base::Fail(base::usageError(u"Either --cert FILE or --change CHG is needed"_s));
    }
    if (session.isSet(u"cert"_s)) {
        CS_TRY(bytes, review::readWholeFile(session.value(u"cert"_s), review::certificateBytesLimit));
        request.certificate = bytes;
    }
    CS_TRY(trust, trustOf(session));
    request.trust = trust;
    CS_TRY(files, review::readMigrationFolder(folder));
    request.files = files;
    if (session.isSet(u"db"_s)) {
        request.live = [&session](std::stop_token stop) { return probe(session, session.value(u"db"_s), stop); };
    }
    const review::Ledger *ledger = nullptr;
    if (session.isSet(u"online"_s) || !request.certificate || asking == Asking::AlwaysTheLedger) {
        CS_TRY(opened, session.ledger());
        ledger = opened;
    }
    CS_CHECK(checkAnchor(session, ledger));
    CS_TRY(answer, review::askGate(request, ledger, session.stop()));
    asked.answer = std::move(answer);
    return asked;
}

/// Tells whom the policy wants to be told. Its failure is a warning: whoever broke the glass must not wait for a mail
/// server.
void notify(ReviewSession &session, const review::GateAnswer &gate)
{
    constexpr int patience = 10000;
    if (!gate.open || gate.evaluation.verdict != review::VerdictKind::Emergency || gate.notify.isEmpty()) {
        return;
    }
    review::EmergencyRule rule;
    rule.notify = gate.notify;
    if (!review::notifyIsSafe(rule)) {
        session.warn(u"The notify command of the policy is a file of this folder, which a branch may fill: it was not "
                     "started. The policy has to name an absolute path: %1"_s.arg(base::show(gate.notify.first())));
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"COUNTERSIGN_CHANGE"_s, gate.evaluation.change);
    environment.insert(u"COUNTERSIGN_ENVIRONMENT"_s, gate.evaluation.environment);
    environment.insert(u"COUNTERSIGN_REVISION"_s, gate.evaluation.revision);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(gate.notify.first(), gate.notify.mid(1));
    if (!process.waitForStarted(patience) || !process.waitForFinished(patience) ||
        process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        session.warn(u"The notify command of the policy failed: %1"_s.arg(base::show(gate.notify.join(u' '))));
    }
}

ReviewAnswer toAnswer(const review::GateAnswer &gate)
{
    ReviewAnswer answer;
    answer.exit = gate.open ? 0 : std::max(verdictExit(gate.evaluation), 1);
    answer.json = verdictJson(gate.evaluation);
    answer.json.insert(u"online"_s, gate.online);
    answer.json.insert(u"head"_s, headJson(gate.ledger, gate.head));
    answer.json.insert(u"open"_s, gate.open);
    answer.warnings = gate.warnings;
    answer.text = gate.open ? u"The gate is open.\n"_s : u"The gate is closed.\n"_s;
    if (gate.open && gate.evaluation.verdict == review::VerdictKind::Emergency) {
        answer.text = u"*** EMERGENCY: this deployment has not been reviewed; the review is owed afterwards. ***\n"_s +
                      answer.text;
    }
    answer.text += verdictText(gate.evaluation);
    return answer;
}

Result<ReviewAnswer> gateCheck(ReviewSession &session)
{
    CS_TRY(asked, ask(session));
    notify(session, asked.answer);
    return toAnswer(asked.answer);
}

/// The scripts that run, in the order that was reviewed, one a line: what a shell makes of *.sql may be another order,
/// and scripts that lead back are among them.
Result<QByteArray> scriptList(const review::Manifest &manifest)
{
    QByteArray list;
    for (const review::ManifestFile &file : manifest.files) {
        if (file.role != review::FileRole::Up) {
            continue;
        }
        if (file.path.contains('\n')) {
            return base::Fail(base::usageError(u"A name with a line break cannot stand in a list of lines"_s,
                                               base::showBytes(file.path), u"Rename the script."_s));
        }
        list += file.path + '\n';
    }
    return list;
}

Result<ReviewAnswer> gateStage(ReviewSession &session)
{
    CS_TRY(out, session.needed(u"out"_s));
    CS_TRY(asked, ask(session));
    ReviewAnswer answer = toAnswer(asked.answer);
    if (asked.answer.open) {
        if (session.isSet(u"list"_s)) {
            CS_TRY(list, scriptList(asked.answer.manifest));
            CS_CHECK(review::writeDurably(session.value(u"list"_s), list));
        }
        CS_CHECK(review::stageFiles(asked.answer, asked.request.files, out));
        notify(session, asked.answer);
        answer.json.insert(u"out"_s, out);
        answer.text += u"The verified files are in %1\n"_s.arg(out);
    }
    return answer;
}

Result<ReviewAnswer> gateBegin(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    CS_TRY(asked, ask(session, Asking::AlwaysTheLedger));
    if (!asked.answer.open) {
        return toAnswer(asked.answer);
    }
    const review::Evaluation &asOf = asked.answer.evaluation;
    CS_TRY(by, session.signatory());
    CS_TRY(appended,
           review::beginDeployment(*ledger, asOf.change, asOf.revision, asOf.verdict == review::VerdictKind::Emergency,
                                   asked.answer.certificateDigest, by, session.stop()));
    // The store sees to it that the change did not move; a policy or a revocation may have come meanwhile.
    const review::Evaluation now =
        review::evaluateWithout(ledger->state(), asOf.change, asOf.revision, appended.eid, ledger->now(),
                                {.environment = asked.request.environment,
                                 .identity = {},
                                 .baseFingerprint = {},
                                 .files = review::describeFiles(asked.request.files),
                                 .hazards = review::hazardsOf(asked.request.files)});
    if (now.verdict != asOf.verdict && now.verdict != review::VerdictKind::Approved) {
        CS_CHECK(review::finishDeployment(*ledger, appended.eid, review::DeployResult::Failed, by, session.stop()));
        review::GateAnswer closed = asked.answer;
        closed.evaluation = now;
        closed.open = false;
        closed.warnings << u"The review changed while the deployment began: it was ended before anything ran."_s;
        return toAnswer(closed);
    }
    if (session.isSet(u"attempt-file"_s)) {
        const auto written = review::writeDurably(session.value(u"attempt-file"_s), appended.eid.toLatin1() + '\n');
        if (!written) {
            base::Error error = written.error();
            error.advice += u" The deployment has begun; end it: countersignctl gate finish %1 --result failed."_s.arg(
                appended.eid);
            return base::Fail(error);
        }
    }
    notify(session, asked.answer);
    ReviewAnswer answer = toAnswer(asked.answer);
    answer.json.insert(u"attempt"_s, appended.eid);
    answer.json.insert(u"head"_s, headJson(ledger->ledgerId(), ledger->state().head));
    answer.text += u"attempt %1\n"_s.arg(appended.eid);
    return answer;
}

Result<ReviewAnswer> gateFinish(ReviewSession &session)
{
    CS_TRY(attempt, session.argument(0, u"the attempt"_s));
    CS_TRY(word, session.needed(u"result"_s));
    const QStringList words{u"ok"_s, u"failed"_s, u"partial"_s};
    if (!words.contains(word)) {
        return base::Fail(base::usageError(u"--result is ok, failed or partial"_s, base::show(word)));
    }
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::finishDeployment(*ledger, attempt, static_cast<review::DeployResult>(words.indexOf(word)),
                                              by, session.stop()));
    ReviewAnswer answer;
    answer.json = {{u"attempt"_s, attempt},
                   {u"result"_s, word},
                   {u"event"_s, appended.eid},
                   {u"head"_s, headJson(ledger->ledgerId(), ledger->state().head)}};
    answer.text = u"recorded: %1\n"_s.arg(word);
    return answer;
}

Result<ReviewAnswer> gateConfirm(ReviewSession &session)
{
    CS_TRY(attempt, session.argument(0, u"the attempt"_s));
    CS_TRY(database, session.needed(u"db"_s));
    CS_TRY(ledger, session.ledger());
    const review::RevisionRecord *revision = nullptr;
    for (const review::ChangeRecord &change : ledger->state().changes) {
        for (const review::AttemptRecord &record : change.attempts) {
            if (attempt.size() >= 8 && record.eid.startsWith(attempt.toLower())) {
                revision = change.revision(record.revision);
            }
        }
    }
    if (revision == nullptr) {
        return base::Fail(base::usageError(u"There is no deployment attempt \"%1\""_s.arg(base::show(attempt))));
    }
    const review::Manifest manifest = revision->manifest;
    if (manifest.resultFingerprint.isEmpty()) {
        return base::Fail(
            base::undecided(u"The revision does not say which schema it leads to"_s, revision->digest.left(12),
                            u"Open revisions with a rehearsed report; then production can be compared."_s));
    }
    CS_TRY(live, probe(session, database, session.stop()));
    if (!manifest.environment.identity.isEmpty() && live.identity != manifest.environment.identity) {
        return base::Fail(
            base::integrityError(u"ENV_DIFFERS: this target is \"%1\"; what was deployed was reviewed for \"%2\""_s.arg(
                                     base::show(live.identity), base::show(manifest.environment.identity)),
                                 base::show(database), u"Name the target that was deployed to."_s));
    }
    if (manifest.environment.identity.isEmpty()) {
        session.warn(u"The revision does not say which server it is for, so any target with this schema would do."_s);
    }
    const bool matches = live.fingerprint == manifest.resultFingerprint;
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::confirmDeployment(*ledger, attempt, matches, live.fingerprint, by, session.stop()));
    ReviewAnswer answer;
    answer.exit = matches ? 0 : 1;
    answer.json = {{u"attempt"_s, attempt},
                   {u"matches"_s, matches},
                   {u"expected"_s, manifest.resultFingerprint},
                   {u"live"_s, live.fingerprint},
                   {u"event"_s, appended.eid},
                   {u"head"_s, headJson(ledger->ledgerId(), ledger->state().head)}};
    answer.text = matches ? u"The schema is what was signed.\n"_s
                          : u"MISMATCH: the schema is not what was signed.\n  expected %1\n  found    %2\n"_s.arg(
                                manifest.resultFingerprint, live.fingerprint);
    return answer;
}

#define GATE_OPTIONS                                                                                                   \
    {"cert", "A certificate.", "FILE"}, {"change", "The change, asked of the ledger.", "CHG"},                         \
        {"env", "The environment.", "NAME"}, {"dir", "The folder that is about to be deployed.", "DIR"},               \
        {"trust", "Where the policies begin.", "FILE"},                                                                \
        {"db", "The live target: service:NAME, URL or environment.", "DB"},                                            \
        {"online", "Ask the ledger, too.", nullptr}, {"expect-head", "A head the ledger must extend.", "N:LINK"},      \
    {                                                                                                                  \
        "accept-emergency", "Let an emergency pass.", nullptr                                                          \
    }
constexpr ReviewOption checkOptions[] = {GATE_OPTIONS};
constexpr ReviewOption stageOptions[] = {
    GATE_OPTIONS,
    {"out", "A folder that is made.", "DIR"},
    {"list", "Write the scripts to run to this file, in the reviewed order, one a line.", "FILE"}};
constexpr ReviewOption beginOptions[] = {
    GATE_OPTIONS, {"attempt-file", "Write the attempt's id to this file, for a script that stops at errors.", "FILE"}};
#undef GATE_OPTIONS
constexpr ReviewOption finishOptions[] = {{"result", "ok, failed or partial.", "RESULT"}};
constexpr ReviewOption confirmOptions[] = {{"db", "The live target: service:NAME, URL or environment.", "DB"}};

constexpr ReviewSubcommand subcommands[] = {
    {"check", "--cert F|--change CHG --env E --dir D --trust T [--db DB] [--online]",
     "may these files be deployed there, now?", checkOptions, gateCheck},
    {"stage", "…same… --out DIR [--list F]", "the same, then write the verified bytes for the runner", stageOptions,
     gateStage},
    {"begin", "…same… [--attempt-file F]", "the same, then record that a deployment begins", beginOptions, gateBegin},
    {"finish", "ATTEMPT --result ok|failed|partial", "record how it ended", finishOptions, gateFinish},
    {"confirm", "ATTEMPT --db DB", "compare production with what was signed", confirmOptions, gateConfirm},
};

} // namespace

int runGate(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"gate"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
