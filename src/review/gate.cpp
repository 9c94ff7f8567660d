#include "review/gate.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/hiddentext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

base::Result<void> checkExpectedHead(const QString &expected, const Head &head, const LedgerState *state)
{
    if (expected.isEmpty()) {
        return {};
    }
    bool ok = false;
    const qint64 size = expected.section(u':', 0, 0).toLongLong(&ok);
    const QString link = expected.section(u':', 1).trimmed();
    if (!ok || size < 1 || link.isEmpty()) {
        return std::unexpected(base::usageError(u"--expect-head is N:LINK"_s, base::show(expected),
                                                u"countersignctl ledger head prints it."_s));
    }
    if (size > head.size) {
        return std::unexpected(
            base::integrityError(u"ROLLED_BACK: the ledger has %1 events, %2 are expected"_s.arg(head.size).arg(size)));
    }
    const bool whole = state != nullptr && state->events.size() == head.size;
    if (size < head.size && !whole) {
        return std::unexpected(
            base::undecided(u"Whether the certificate extends the expected head can only be seen in the ledger"_s, {},
                            u"Add --online."_s));
    }
    const QString found = size == head.size ? head.link : state->events[size - 1].link;
    if (!linkMatches(found, link)) {
        return std::unexpected(base::integrityError(u"FORKED: event %1 is not the expected one"_s.arg(size)));
    }
    return {};
}

base::Result<void> checkWritable(const LedgerState &state)
{
    if (state.readOnly) {
        return std::unexpected(
            base::integrityError(u"%1: this ledger does not extend what this computer knew"_s.arg(
                                     codeName(state.mark == MarkState::Behind ? Code::RolledBack : Code::Forked)),
                                 state.ledger, u"Find the newer ledger before anything is deployed."_s));
    }
    return {};
}

/// The certificate's events must all be part of the ledger that is asked.
base::Result<void> checkContained(const Certificate &certificate, const Ledger &ledger)
{
    const LedgerState &state = ledger.state();
    for (const VerifiedEvent &event : certificate.events) {
        if (state.event(event.stored.eid) == nullptr) {
            return std::unexpected(base::integrityError(
                u"FORKED: the certificate holds an event that the ledger does not have"_s, event.stored.eid.left(12)));
        }
    }
    if (certificate.head.size > state.head.size) {
        return std::unexpected(
            base::integrityError(u"ROLLED_BACK: the certificate knows a newer ledger than this one"_s));
    }
    if (!ledger.knows(certificate.head)) {
        return std::unexpected(
            base::integrityError(u"FORKED: the certificate was issued from another history of this ledger"_s,
                                 shortHead(certificate.head, 2), u"Have a new one issued: cert issue."_s));
    }
    return {};
}

void stricter(GateAnswer &answer, const Evaluation &other)
{
    const auto good = [](const Evaluation &evaluation) {
        return evaluation.verdict == VerdictKind::Approved || evaluation.verdict == VerdictKind::Emergency;
    };
    if (!good(answer.evaluation)) {
        // Closed either way; what only the ledger knows has to be resolved, too.
        for (const Reason &reason : other.reasons) {
            if (!answer.evaluation.reasons.contains(reason)) {
                answer.evaluation.reasons << reason;
            }
        }
    } else {
        const VerdictKind before = answer.evaluation.verdict;
        answer.evaluation = other;
        // An emergency certificate stays one even if the debt was paid meanwhile.
        if (good(other) && before == VerdictKind::Emergency) {
            answer.evaluation.verdict = before;
        }
    }
}

QStringList notifyOf(const LedgerState &state, const QString &environment)
{
    const PolicyRecord *policy = state.policy();
    const auto rule = policy != nullptr ? policy->policy.environments.value(environment) : EnvironmentRule();
    return rule.emergency ? rule.emergency->notify : QStringList();
}

base::Result<GateAnswer> decide(const GateRequest &request, const Ledger *ledger, const Observed &observed)
{
    GateAnswer answer;
    if (request.certificate) {
        CS_TRY(certificate, readCertificate(*request.certificate));
        if (!request.trust) {
            return std::unexpected(
                base::usageError(u"A certificate is judged against a trust file"_s, {}, u"Add --trust trust.toml."_s));
        }
        CS_TRY(state, stateOf(certificate, *request.trust));
        answer.evaluation = evaluateCertificate(certificate, state, request.nowUs, observed);
        answer.head = certificate.head;
        answer.ledger = certificate.ledger;
        answer.certificateDigest = base::sha256Hex(*request.certificate);
        answer.manifest = certificate.manifest;
        answer.notify = notifyOf(state, certificate.manifest.environment.name);
        if (ledger != nullptr) {
            CS_CHECK(checkContained(certificate, *ledger));
            stricter(answer,
                     evaluate(ledger->state(), certificate.change, certificate.revision, request.nowUs, observed));
            answer.head = ledger->state().head;
        }
        return answer;
    }
    if (ledger == nullptr) {
        return std::unexpected(base::usageError(u"Without a certificate the gate needs the ledger"_s, {},
                                                u"Add --cert FILE or --ledger."_s));
    }
    const auto found = ledger->state().find(request.change);
    if (!found) {
        answer.evaluation = evaluate(ledger->state(), request.change, {}, request.nowUs);
    } else {
        const RevisionRecord *latest = (*found)->latest();
        answer.evaluation = evaluate(ledger->state(), (*found)->id, latest != nullptr ? latest->digest : QString(),
                                     request.nowUs, observed);
        answer.manifest = latest != nullptr ? latest->manifest : Manifest();
        answer.notify = notifyOf(ledger->state(), (*found)->environment);
    }
    answer.head = ledger->state().head;
    answer.ledger = ledger->state().ledger;
    return answer;
}

bool isOpen(const Evaluation &evaluation, bool acceptEmergency)
{
    return evaluation.verdict == VerdictKind::Approved ||
           (evaluation.verdict == VerdictKind::Emergency && acceptEmergency);
}

base::Error writeError(const QByteArray &path)
{
    return base::undecided(u"Cannot write the staged file: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))),
                           base::showBytes(path));
}

base::Result<void> makeFolders(const QByteArray &root, const QByteArray &path)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArray folder = root + '/' + path.first(slash);
        if (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST) {
            return std::unexpected(writeError(folder));
        }
    }
    return {};
}

base::Result<void> writeFiles(const GateAnswer &answer, const QList<MigrationFile> &files, const QByteArray &root)
{
    QHash<QByteArray, QByteArray> bytesOf;
    for (const MigrationFile &file : files) {
        bytesOf.insert(file.path, file.bytes);
    }
    for (const ManifestFile &entry : answer.manifest.files) {
        const auto bytes = bytesOf.constFind(entry.path);
        if (bytes == bytesOf.constEnd() || base::sha256Hex(*bytes) != entry.sha256) {
            return std::unexpected(base::integrityError(u"BYTES_DIFFER: a file changed while it was staged"_s,
                                                        base::showBytes(entry.path)));
        }
        CS_CHECK(makeFolders(root, entry.path));
        const QByteArray path = root + '/' + entry.path;
        FILE *out = std::fopen(path.constData(), "wbxe");
        if (out == nullptr) {
            return std::unexpected(writeError(path));
        }
        const bool written = std::fwrite(bytes->constData(), 1, static_cast<std::size_t>(bytes->size()), out) ==
                             static_cast<std::size_t>(bytes->size());
        const bool kept = written && std::fflush(out) == 0 && ::fsync(::fileno(out)) == 0;
        if (std::fclose(out) != 0 || !kept) {
            return std::unexpected(writeError(path));
        }
    }
    return {};
}

} // namespace

base::Result<GateAnswer> askGate(const GateRequest &request, const Ledger *ledger, std::stop_token stop)
{
    if (ledger != nullptr) {
        CS_CHECK(checkWritable(ledger->state()));
        if (request.trust) {
            CS_CHECK(checkTrust(*request.trust, ledger->state()));
        }
    }
    Observed observed;
    observed.environment = request.environment;
    observed.files = describeFiles(request.files);
    observed.hazards = hazardsOf(request.files);
    CS_TRY(answer, decide(request, ledger, observed));
    CS_CHECK(checkExpectedHead(request.expectHead, answer.head, ledger != nullptr ? &ledger->state() : nullptr));
    if (request.live && isOpen(answer.evaluation, true)) {
        CS_TRY(target, request.live(stop));
        observed.identity = target.identity;
        observed.baseFingerprint = target.fingerprint;
        CS_TRY(again, decide(request, ledger, observed));
        answer = std::move(again);
    } else if (!request.live) {
        answer.warnings << u"The live schema was not compared with the reviewed one (--db)."_s;
    }
    answer.online = ledger != nullptr;
    if (!answer.online) {
        answer.warnings << u"Decided offline: later vetoes, revocations and deployments were not seen (--online)."_s;
    }
    if (!request.trust) {
        answer.warnings << u"No trust file: the ledger was taken for the right one (--trust)."_s;
    }
    answer.open = isOpen(answer.evaluation, request.acceptEmergency);
    if (answer.evaluation.verdict == VerdictKind::Emergency && !answer.open) {
        answer.warnings << u"This is an emergency; it passes only with --accept-emergency."_s;
    }
    return answer;
}

Evaluation evaluateWithout(const LedgerState &state, const QString &change, const QString &revision,
                           const QString &attempt, qint64 nowUs, const Observed &observed)
{
    LedgerState before = state;
    auto &attempts = before.changes[change].attempts;
    attempts.removeIf([&](const AttemptRecord &record) { return record.eid == attempt; });
    return evaluate(before, change, revision, nowUs, observed);
}

base::Result<void> stageFiles(const GateAnswer &answer, const QList<MigrationFile> &files, const QString &folder)
{
    if (!answer.open) {
        return std::unexpected(base::defect(u"Only an open gate stages files"_s));
    }
    QByteArray root = QFile::encodeName(folder);
    while (root.size() > 1 && root.endsWith('/')) { // no more than that: a/../b is not b where a is a link
        root.chop(1);
    }
    const auto exists = [&] {
        return std::unexpected(
            base::conflict(u"The folder exists; files are staged into a fresh one"_s, base::show(folder)));
    };
    struct ::stat status{};
    if (::lstat(root.constData(), &status) == 0) {
        return exists();
    }
    // Half of a migration must not lie there for a runner to find, whenever this process is killed: the files are
    // written beside it and get its name when all of them are there.
    const qsizetype slash = root.lastIndexOf('/') + 1;
    QByteArray partial = root.first(slash) + '.' + root.mid(slash) + ".partial-XXXXXX";
    if (::mkdtemp(partial.data()) == nullptr) { // 0700
        return std::unexpected(writeError(partial));
    }
    auto written = writeFiles(answer, files, partial);
    if (written && ::renameat2(AT_FDCWD, partial.constData(), AT_FDCWD, root.constData(), RENAME_NOREPLACE) != 0) {
        // Some file systems cannot promise not to replace (EINVAL); a folder with files in it is replaced by none.
        if (errno != EINVAL || ::rename(partial.constData(), root.constData()) != 0) {
            written = errno == EEXIST || errno == ENOTEMPTY ? exists() : std::unexpected(writeError(root));
        }
    }
    if (!written) {
        QDir(QFile::decodeName(partial)).removeRecursively();
    }
    return written;
}

} // namespace countersign::review
