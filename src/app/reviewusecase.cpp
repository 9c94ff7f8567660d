#include "app/reviewusecase.h"

#include "app/workspacesigner.h"
#include "review/maintenance.h"
#include "sql/statements.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

Result<review::Ledger> openLedger(const Workspace &workspace, std::stop_token stop)
{
    if (workspace.ledger.isEmpty()) {
        return base::Fail(base::usageError(u"This workspace has no review ledger yet"_s, workspace.folder,
                                           u"Start one with: countersignctl review init"_s));
    }
    review::ClientOptions options;
    options.reread = review::Reread::SinceTheMark;
    return review::Ledger::open(workspace.ledger, options, stop);
}

/// Rules whose findings are hazards that an approval has to name, by the words of the policy's `ack`.
QString hazardOf(const checks::Finding &finding)
{
    static const QSet<QString> loss{u"drop-table"_s,         u"drop-column"_s,       u"truncate-table"_s,
                                    u"cascade-drops-more"_s, u"type-change-lossy"_s, u"dml-without-where"_s,
                                    u"enum-value-removed"_s, u"charset-narrowed"_s,  u"rebuild-cascades-deletes"_s};
    static const QSet<QString> locks{
        u"type-change-rewrite"_s, u"type-change-scan"_s,          u"add-column-rewrite"_s,
        u"set-not-null-scan"_s,   u"check-validated-inline"_s,    u"foreign-key-validated-inline"_s,
        u"validate-under-lock"_s, u"index-build-blocks-writes"_s, u"unique-builds-index-inline"_s,
        u"maintenance-blocks"_s,  u"alter-copy-blocks-writes"_s,  u"work-after-strong-lock"_s,
        u"long-write-lock"_s};
    if (finding.severity == checks::Severity::Info) {
        return {};
    }
    if (loss.contains(finding.rule)) {
        return u"data-loss"_s;
    }
    if (locks.contains(finding.rule)) {
        return u"long-lock"_s;
    }
    return finding.rule == u"hidden-text"_s ? finding.rule : QString();
}

QStringList sortedUnique(QStringList list)
{
    list.removeAll(QString());
    list.sort();
    list.removeDuplicates();
    return list;
}

review::ManifestReport manifestReport(const checks::Report &report, const QByteArray &bytes)
{
    review::ManifestReport out;
    out.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    out.findings = checks::findingsDigest(report);
    out.rules = checks::rulesDigest();
    out.tool = u"countersign "_s + QStringLiteral(COUNTERSIGN_VERSION);
    out.checks << review::ManifestCheck{u"rehearsal"_s, report.rehearsal.complete};
    if (report.completeness) {
        out.checks << review::ManifestCheck{u"completeness"_s, report.completeness->matches};
    }
    if (report.reversibility && report.reversibility->ran) {
        // One of ours that nobody put beside the migration is no way back that a runner would find.
        const bool passed = report.reversibility->restoresBase && !report.reversibility->generated;
        out.checks << review::ManifestCheck{u"rollback"_s, passed};
    }
    QStringList hazards;
    QStringList errors;
    for (const checks::Finding &finding : report.findings) {
        hazards << hazardOf(finding);
        if (finding.severity == checks::Severity::Error) {
            errors << findingId(finding);
        }
    }
    out.hazards = sortedUnique(hazards);
    out.errors = sortedUnique(errors);
    return out;
}

/// The text of a blob, or nothing when the ledger no longer holds it.
void keepText(const review::Ledger &ledger, const QString &digest, QMap<QString, QString> &texts)
{
    if (digest.isEmpty() || texts.contains(digest)) {
        return;
    }
    if (const auto bytes = ledger.blob(digest)) {
        texts.insert(digest, QString::fromUtf8(*bytes));
    }
}

std::vector<review::MigrationFile> filesOf(const review::Ledger &ledger, const review::RevisionRecord &revision)
{
    std::vector<review::MigrationFile> files;
    for (const review::ManifestFile &file : revision.manifest.files) {
        if (const auto bytes = ledger.blob(file.sha256)) {
            files.push_back({file.role, file.path, *bytes});
        }
    }
    return files;
}

/// What those signed who have not signed the latest revision.
std::vector<SignedFiles> earlierSignatures(const review::Ledger &ledger, const review::ChangeRecord &record,
                                           const review::Evaluation &evaluation)
{
    std::vector<SignedFiles> out;
    for (const review::VoteView &vote : evaluation.votes) {
        const auto revision = std::ranges::find(record.revisions, vote.revision, &review::RevisionRecord::number);
        if (vote.latest && revision != record.revisions.end() && &*revision != record.latest()) {
            out.push_back({vote.by, vote.revision, filesOf(ledger, *revision)});
        }
    }
    return out;
}

ReviewedChange describe(const review::Ledger &ledger, const review::ChangeRecord &record,
                        const std::optional<QList<review::ManifestFile>> &filesOnDisk)
{
    ReviewedChange out;
    out.record = record;
    if (const review::RevisionRecord *latest = record.latest()) {
        review::Observed observed;
        observed.files = filesOnDisk;
        out.evaluation = ledger.evaluate(record.id, latest->digest, observed);
        out.files = filesOf(ledger, *latest);
        out.signedFiles = earlierSignatures(ledger, record, out.evaluation);
        if (latest->manifest.report) {
            if (const auto bytes = ledger.blob(latest->manifest.report->sha256)) {
                out.reportJson = *bytes;
            }
        }
    } else {
        out.evaluation.change = record.id;
        out.evaluation.environment = record.environment;
    }
    for (const review::VoteView &vote : out.evaluation.votes) {
        keepText(ledger, vote.message, out.texts);
    }
    for (const review::CommentView &comment : out.evaluation.comments) {
        keepText(ledger, comment.text, out.texts);
    }
    return out;
}

} // namespace

const ReviewedChange *ReviewOverview::find(const QString &change) const
{
    const auto it =
        std::ranges::find_if(changes, [&](const ReviewedChange &entry) { return entry.record.id == change; });
    return it == changes.end() ? nullptr : &*it;
}

QString findingId(const checks::Finding &finding)
{
    return finding.object.isEmpty() ? finding.rule : finding.rule + u'@' + finding.object;
}

std::vector<SignedFinding> signedFindings(const QByteArray &reportJson)
{
    std::vector<SignedFinding> found;
    for (const QJsonValue &value : QJsonDocument::fromJson(reportJson).object().value(u"findings"_s).toArray()) {
        const QJsonObject one = value.toObject();
        const QString severity = one.value(u"severity"_s).toString();
        const checks::Severity level = severity == checks::nameOf(checks::Severity::Info) ? checks::Severity::Info
                                       : severity == checks::nameOf(checks::Severity::Warning)
                                           ? checks::Severity::Warning
                                           : checks::Severity::Error;
        found.push_back({level, one.value(u"rule"_s).toString(), one.value(u"object"_s).toString(),
                         one.value(u"message"_s).toString(), one.value(u"waived"_s).toBool()});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &SignedFinding::severity);
    return found;
}

Result<ReviewOverview> readReviews(const Workspace &workspace, std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    ReviewOverview out;
    out.state = ledger.state();
    std::optional<QList<review::ManifestFile>> filesOnDisk;
    if (!workspace.migrations.isEmpty()) {
        CS_TRY(files, review::readMigrationFolder(workspace.migrations));
        filesOnDisk = review::describeFiles(files);
    }
    for (const QString &id : out.state.changeOrder) {
        out.changes.insert(out.changes.begin(), describe(ledger, out.state.changes.value(id), filesOnDisk));
    }
    if (const review::PolicyRecord *policy = out.state.policy()) {
        for (const auto &[id, person] : policy->policy.people.asKeyValueRange()) {
            if (!person.machine) {
                out.people << id;
            }
        }
    }
    if (const auto signatory = signatoryFor(workspace, out.state)) {
        out.person = signatory->person;
    }
    return out;
}

Result<ChainCheck> verifyChain(const Workspace &workspace, std::stop_token stop)
{
    if (workspace.ledger.isEmpty()) {
        return base::Fail(base::usageError(u"This workspace has no review ledger yet"_s, workspace.folder,
                                           u"Start one with: countersignctl review init"_s));
    }
    CS_TRY(result, review::verifyLedger(workspace.ledger, {}, true, stop));
    ChainCheck check;
    check.events = result.events;
    check.head = review::shortHead(result.head);
    for (const review::Problem &problem : result.bad) {
        check.problems << u"event %1: %2: %3"_s.arg(problem.seq).arg(review::codeName(problem.code), problem.text);
    }
    if (result.mark == review::MarkState::Behind) {
        check.problems << u"The ledger is shorter than this computer knows it: it was rolled back"_s;
    } else if (result.mark == review::MarkState::Forked) {
        check.problems << u"The ledger went another way than the one this computer knows"_s;
    }
    return check;
}

Result<QString> liveIdentity(const Environment &environment, std::stop_token stop)
{
    CS_TRY(session, db::openSession(environment.url, {}, stop));
    return engine::engineFor(environment.url.engine).identity(*session, stop);
}

Result<review::RevisionInput> revisionInput(const Workspace &workspace, const QString &environmentName,
                                            const QString &folder, const checks::Report *report, std::stop_token stop)
{
    const Environment *environment = workspace.find(environmentName);
    if (environment == nullptr) {
        return base::Fail(base::usageError(u"There is no environment \"%1\" in this workspace"_s.arg(environmentName),
                                           workspace.folder));
    }
    review::RevisionInput input;
    CS_TRY(files, review::readMigrationFolder(folder));
    input.files = files;
    CS_TRY(identity, liveIdentity(*environment, stop));
    input.environment = {environment->name, schema::nameOf(environment->url.engine), identity};
    input.runner.dialect = schema::nameOf(environment->url.engine);
    if (report != nullptr) {
        input.baseFingerprint = report->base.fingerprint;
        input.resultFingerprint = report->resultFingerprint;
        input.footprint = checks::footprintDigest(*report);
        input.reportBytes = checks::toJson(*report);
        input.report = manifestReport(*report, input.reportBytes);
        input.risk = checks::nameOf(report->risk());
    }
    return input;
}

Result<review::OpenedRevision> submitRevision(const Workspace &workspace, const QString &change, const QString &title,
                                              const review::RevisionInput &input, const review::Signatory &by,
                                              std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    return change.isEmpty() ? review::openChange(ledger, title, input, by, stop)
                            : review::addRevision(ledger, change, input, by, stop);
}

Result<review::Signatory> signatoryFor(const Workspace &workspace, const review::LedgerState &state,
                                       const QString &person, const QString &keyFile)
{
    const bool own = person.isEmpty() && keyFile.isEmpty() && signerIsHere(workspace);
    return review::chooseSignatory(state, own ? workspace.person : person, own ? workspace.keyFile : keyFile);
}

Result<review::Appended> castVote(const Workspace &workspace, const VoteRequest &request, std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    CS_TRY(signatory, signatoryFor(workspace, ledger.state(), request.person, request.keyFile));
    return review::vote(ledger, request.change, request.digest, request.vote, request.acks, request.message, signatory,
                        stop);
}

Result<review::Anchor> anchorOf(const review::Ledger &ledger, const review::ChangeRecord &record,
                                const CommentRequest &request)
{
    review::Anchor anchor;
    if (!request.object.isEmpty()) {
        anchor.object = request.object;
        return anchor;
    }
    const review::RevisionRecord *latest = record.latest();
    const auto noSuchPlace = [&] {
        return base::Fail(base::usageError(
            u"The revision under review has no statement %1 in \"%2\""_s.arg(request.statement).arg(request.file),
            record.id, u"Put the files as they are now under review, then comment."_s));
    };
    if (latest == nullptr) {
        return noSuchPlace();
    }
    const auto file = std::ranges::find(latest->manifest.files, request.file.toUtf8(), &review::ManifestFile::path);
    if (file == latest->manifest.files.end()) {
        return noSuchPlace();
    }
    anchor.file = file->sha256;
    anchor.end = file->bytes;
    if (request.statement == 0) {
        return anchor;
    }
    const auto engine = schema::engineFromName(latest->manifest.environment.engine);
    if (!engine) {
        // Nobody can tell where statements end; the number is what was meant.
        anchor.statement = request.statement;
        return anchor;
    }
    CS_TRY(bytes, ledger.blob(file->sha256));
    const QString script = QString::fromUtf8(bytes);
    CS_TRY(statements, sql::splitStatements(script, sql::dialectOf(*engine), request.file));
    if (request.statement > int(statements.size())) {
        return noSuchPlace();
    }
    const sql::Statement &statement = statements[std::size_t(request.statement) - 1];
    anchor.statement = request.statement;
    anchor.begin = script.first(statement.range.begin).toUtf8().size();
    anchor.end = script.first(statement.range.end).toUtf8().size();
    anchor.statementBytes = statementDigest(statement.text);
    return anchor;
}

QString statementDigest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<review::Appended> postComment(const Workspace &workspace, const CommentRequest &request, std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    CS_TRY(record, ledger.state().find(request.change));
    CS_TRY(anchor, anchorOf(ledger, *record, request));
    CS_TRY(signatory, signatoryFor(workspace, ledger.state()));
    return review::comment(ledger, request.change, anchor, request.text, request.blocking, signatory, stop);
}

Result<review::Appended> resolveComment(const Workspace &workspace, const QString &change, const QString &comment,
                                        std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    CS_TRY(signatory, signatoryFor(workspace, ledger.state()));
    return review::resolveComment(ledger, change, comment, signatory, stop);
}

Result<review::Appended> waiveFinding(const Workspace &workspace, const WaiverRequest &request, std::stop_token stop)
{
    CS_TRY(ledger, openLedger(workspace, stop));
    CS_TRY(signatory, signatoryFor(workspace, ledger.state(), request.person, request.keyFile));
    return review::waiveFinding(ledger, request.change, request.finding, request.object, request.reason,
                                request.until.toMSecsSinceEpoch() * 1000, signatory, stop);
}

} // namespace countersign::app
