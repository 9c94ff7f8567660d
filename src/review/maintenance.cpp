#include "review/maintenance.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/eventbody.h"
#include "review/store/sqlitestore.h"

#include <QFile>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 600LL * 1024 * 1024;

base::Result<QList<StoredEvent>> allEvents(store::Store &store, std::stop_token stop)
{
    QList<StoredEvent> events;
    CS_CHECK(store.events(
        0,
        [&](StoredEvent event) -> base::Result<void> {
            events << std::move(event);
            return {};
        },
        stop));
    return events;
}

base::Result<QList<QByteArray>> allBlobs(store::Store &store, QList<Problem> *bad = nullptr)
{
    QList<QByteArray> blobs;
    CS_TRY(digests, store.blobDigests());
    for (const QString &digest : digests) {
        CS_TRY(bytes, store.blob(digest));
        if (bytes && base::sha256Hex(*bytes) == digest) {
            blobs << *bytes;
        } else if (bad != nullptr) {
            *bad << Problem{0, Code::ChainBroken, u"the bytes stored for %1 are others"_s.arg(digest.left(12))};
        } else {
            return std::unexpected(
                base::integrityError(u"CHAIN_BROKEN: the bytes stored for %1 are others"_s.arg(digest.left(12))));
        }
    }
    return blobs;
}

ClientOptions complete(ClientOptions options)
{
    if (options.stateFolder.isEmpty()) {
        options.stateFolder = defaultStateFolder();
    }
    return options;
}

base::Result<void> verifyAll(const QString &ledger, const QList<StoredEvent> &events)
{
    ChainVerifier verifier(ledger);
    for (const StoredEvent &event : events) {
        CS_CHECK(verifier.add(event));
    }
    if (!verifier.problems().isEmpty()) {
        return std::unexpected(problemError(verifier.problems()));
    }
    return {};
}

base::Result<Head> fill(const QString &ledgerId, const QList<StoredEvent> &events, const QList<QByteArray> &blobs,
                        const QString &locator, const ClientOptions &options, std::stop_token stop)
{
    CS_CHECK(verifyAll(ledgerId, events));
    auto target = store::createStore(locator, ledgerId, options.timeout);
    if (!target && target.error().kind == base::ErrorKind::Conflict) {
        CS_TRY(place, store::openStore(locator, options.timeout));
        CS_TRY(head, place->head(stop));
        if (place->ledgerId() != ledgerId || head.size > 0) {
            return std::unexpected(target.error());
        }
        // Made by an earlier attempt that was stopped before it filled it.
        target = std::move(place);
    }
    if (!target) {
        return std::unexpected(target.error());
    }
    CS_CHECK((*target)->adopt(events, blobs, stop));
    target->reset();
    CS_TRY(opened, Ledger::open(locator, options, stop));
    const Head expected{events.last().seq, events.last().link};
    if (opened.state().head != expected) {
        return std::unexpected(base::integrityError(u"The copy is not the same as the original"_s, locator));
    }
    return opened.state().head;
}

base::Result<StoredEvent> eventOfLine(const Json &json, const Head &previous)
{
    Fields fields(json, u"line of an export"_s);
    StoredEvent event;
    event.seq = fields.integer(u"seq"_s, 1);
    event.change = fields.text(u"change"_s, 18);
    event.kind = fields.text(u"kind"_s, 64);
    event.payload = fields.base64(u"payload_b64"_s, eventBytesLimit);
    event.signature = fields.base64(u"sig_b64"_s, eventBytesLimit);
    event.receivedUs = fields.integer(u"recv_us"_s);
    event.eid = fields.digest(u"eid"_s);
    event.link = fields.digest(u"link"_s);
    CS_CHECK(fields.done());
    event.previous = previous.link;
    return event;
}

/// What no verdict can be computed without, and the position of the event that names it.
QMap<QString, qint64> neededBlobs(const LedgerState &state)
{
    QMap<QString, qint64> needed;
    for (const Event &event : state.events) {
        if (const auto *revision = std::get_if<RevisionAdd>(&event.payload.body)) {
            needed.insert(revision->revision, event.seq);
        } else if (const auto *policy = std::get_if<PolicyActivate>(&event.payload.body)) {
            needed.insert(policy->policy, event.seq);
            needed.insert(policy->signers, event.seq);
        } else if (const auto *merge = std::get_if<Merge>(&event.payload.body)) {
            needed.insert(merge->branch, event.seq);
        }
    }
    return needed;
}

base::Result<void> checkNeeded(store::Store &store, const LedgerState &state, QList<Problem> &bad)
{
    CS_TRY(digests, store.blobDigests());
    const QSet<QString> held(digests.begin(), digests.end());
    const auto needed = neededBlobs(state);
    for (const auto &[digest, seq] : needed.asKeyValueRange()) {
        const Event &event = state.events[seq - 1];
        if (event.speaks() && !held.contains(digest)) {
            bad << Problem{
                seq, Code::ChainBroken,
                u"the bytes it was signed for are missing (%1): no verdict can be computed without them"_s.arg(
                    digest.left(12))};
        }
    }
    return {};
}

} // namespace

base::Result<VerifyResult> verifyLedger(const QString &locator, const ClientOptions &clientOptions, bool full,
                                        std::stop_token stop)
{
    const ClientOptions options = complete(clientOptions);
    CS_TRY(opened, store::openStore(locator, options.timeout));
    VerifyResult result;
    result.ledger = opened->ledgerId();
    ChainVerifier verifier(result.ledger);
    CS_CHECK(opened->events(0, [&](const StoredEvent &event) { return verifier.add(event); }, stop));
    result.head = verifier.head();
    result.events = verifier.events().size();
    result.bad = verifier.problems();
    if (full) {
        CS_CHECK(allBlobs(*opened, &result.bad));
        if (auto *sqlite = dynamic_cast<store::SqliteStore *>(opened.get())) {
            if (const auto file = sqlite->checkFile(); !file) {
                result.bad << Problem{0, Code::ChainBroken, file.error().message};
            }
        }
    }
    const BlobSource blobs = [&](const QString &digest) -> base::Result<QByteArray> {
        CS_TRY(bytes, opened->blob(digest));
        if (!bytes) {
            return std::unexpected(base::undecided(u"redacted"_s));
        }
        return base::sha256Hex(*bytes) == digest ? base::Result<QByteArray>(*bytes)
                                                 : std::unexpected(base::integrityError(u"other bytes"_s));
    };
    if (!result.bad.isEmpty()) {
        return result;
    }
    const auto state = replay(verifier.events(), blobs);
    if (!state) {
        result.bad << Problem{0, Code::ChainBroken, state.error().message};
        return result;
    }
    CS_TRY(witnessProblems, verifier.checkWitnesses(*state, blobs));
    result.bad = witnessProblems;
    if (full) {
        CS_CHECK(checkNeeded(*opened, *state, result.bad));
    }
    CS_TRY(mark, Marks(options.stateFolder).find(result.ledger));
    if (mark) {
        result.known = mark->head;
        result.mark = mark->head == result.head            ? MarkState::Equal
                      : verifier.knows(mark->head, *state) ? MarkState::Ahead
                      : mark->head.size > result.head.size ? MarkState::Behind
                                                           : MarkState::Forked;
    }
    CS_TRY(unsent, Outbox(options.stateFolder, result.ledger).items());
    for (const OutboxItem &item : unsent) {
        if (state->event(item.eid) == nullptr) {
            result.unsent << item.eid;
        }
    }
    return result;
}

base::Result<void> exportLedger(Ledger &ledger, const std::function<bool(const QByteArray &)> &write,
                                std::stop_token stop)
{
    const auto line = [&](const Json &json) -> base::Result<void> {
        if (!write(json.encode() + '\n')) {
            return std::unexpected(
                base::undecided(u"The export could not be written completely"_s, {}, u"Check the disk."_s));
        }
        return {};
    };
    CS_CHECK(line(JsonObject{{u"export"_s, u"countersign/1"_s},
                             {u"ledger"_s, ledger.ledgerId()},
                             {u"head"_s, encodeHead(ledger.state().head)}}));
    CS_CHECK(ledger.storage().events(
        0,
        [&](const StoredEvent &event) {
            return line(JsonObject{{u"seq"_s, event.seq},
                                   {u"eid"_s, event.eid},
                                   {u"change"_s, event.change},
                                   {u"kind"_s, event.kind},
                                   {u"payload_b64"_s, QString::fromLatin1(event.payload.toBase64())},
                                   {u"sig_b64"_s, QString::fromLatin1(event.signature.toBase64())},
                                   {u"link"_s, event.link},
                                   {u"recv_us"_s, event.receivedUs}});
        },
        stop));
    CS_TRY(digests, ledger.storage().blobDigests());
    for (const QString &digest : digests) {
        CS_TRY(bytes, ledger.blob(digest));
        CS_CHECK(line(JsonObject{{u"blob_b64"_s, QString::fromLatin1(bytes.toBase64())}}));
    }
    return {};
}

base::Result<Head> importLedger(const QByteArray &text, const QString &locator, const ClientOptions &options,
                                std::stop_token stop)
{
    QList<StoredEvent> events;
    QList<QByteArray> blobs;
    QString ledger;
    Head head;
    Head expected;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        CS_TRY(json, decodeJson(line, lineLimit));
        Fields fields(json, u"line of an export"_s);
        if (ledger.isEmpty()) {
            fields.word(u"export"_s, {u"countersign/1"_s});
            ledger = fields.text(u"ledger"_s, 18);
            CS_TRY(decoded, decodeHead(fields.object(u"head"_s)));
            CS_CHECK(fields.done());
            expected = decoded;
        } else if (fields.has(u"blob_b64"_s)) {
            blobs << fields.base64(u"blob_b64"_s, lineLimit);
            CS_CHECK(fields.done());
        } else {
            CS_TRY(event, eventOfLine(json, head));
            head = {event.seq, event.link};
            events << event;
        }
    }
    if (events.isEmpty() || head != expected) {
        return std::unexpected(base::integrityError(u"CHAIN_BROKEN: the export is not complete"_s));
    }
    return fill(ledger, events, blobs, locator, complete(options), stop);
}

base::Result<Head> moveLedger(Ledger &from, const QString &locator, const ClientOptions &options, std::stop_token stop)
{
    CS_CHECK(from.read(stop));
    if (from.state().readOnly) {
        return std::unexpected(base::integrityError(
            u"%1: this ledger does not extend what this computer knew; it is not moved"_s.arg(
                codeName(from.state().mark == MarkState::Behind ? Code::RolledBack : Code::Forked)),
            from.locator(), u"Find the newer ledger, or merge the two (ledger merge), then move."_s));
    }
    CS_TRY(events, allEvents(from.storage(), stop));
    CS_TRY(blobs, allBlobs(from.storage()));
    auto filled = fill(from.ledgerId(), events, blobs, locator, complete(options), stop);
    if (filled || filled.error().kind != base::ErrorKind::Conflict) {
        return filled;
    }
    // Moved before, and stopped before anybody was told: the same command again ends what it began.
    const auto there = Ledger::open(locator, options, stop);
    if (!there || there->ledgerId() != from.ledgerId() || !there->knows(from.state().head)) {
        return filled;
    }
    return there->state().head;
}

base::Result<void> backupLedger(Ledger &ledger, const QString &path, std::stop_token stop)
{
    auto *sqlite = dynamic_cast<store::SqliteStore *>(&ledger.storage());
    if (sqlite == nullptr) {
        return std::unexpected(base::usageError(u"Only embedded ledgers are backed up as a file"_s, ledger.locator(),
                                                u"Use `ledger export`, or your PostgreSQL backups."_s));
    }
    CS_CHECK(sqlite->backup(path, stop));
    CS_TRY(copy, store::SqliteStore::open(path, std::chrono::seconds(5)));
    CS_TRY(events, allEvents(*copy, stop));
    return verifyAll(copy->ledgerId(), events);
}

base::Result<RestoreResult> restoreBackup(const QString &backup, const QString &locator,
                                          const ClientOptions &clientOptions, std::stop_token stop)
{
    const ClientOptions options = complete(clientOptions);
    CS_TRY(source, store::openStore(u"sqlite:"_s + backup, options.timeout));
    CS_TRY(events, allEvents(*source, stop));
    CS_TRY(blobs, allBlobs(*source));
    if (events.isEmpty()) {
        return std::unexpected(base::integrityError(u"The backup holds no events"_s, base::show(backup)));
    }
    RestoreResult result;
    CS_TRY(restored, fill(source->ledgerId(), events, blobs, locator, options, stop));
    result.restored = restored;
    CS_TRY(mark, Marks(options.stateFolder).find(source->ledgerId()));
    result.known = mark ? mark->head : restored;
    CS_TRY(ledger, Ledger::open(locator, options, stop));
    if (!ledger.state().readOnly) {
        CS_TRY(delivery, sendOutbox(ledger, stop));
        result.refilled = delivery.sent;
    }
    result.needsAdmins = ledger.state().readOnly;
    return result;
}

base::Result<Appended> acceptLoss(Ledger &ledger, const QString &reason, const Signatory &by,
                                  const std::optional<Head> &known, std::stop_token stop)
{
    CS_TRY(mark, ledger.marks().find(ledger.ledgerId()));
    const std::optional<Head> own = mark && ledger.state().readOnly ? std::optional(mark->head) : std::nullopt;
    const std::optional<Head> lost = known ? known : own;
    if (!lost || ledger.knows(*lost)) {
        return std::unexpected(
            base::usageError(known ? u"Nothing is missing: this ledger extends that head"_s
                                   : u"Nothing is missing: this ledger extends what this computer knew"_s,
                             ledger.locator(),
                             u"If a colleague's computer knew more, ledger verify prints it there: --known N:LINK."_s));
    }
    if (reason.trimmed().isEmpty()) {
        return std::unexpected(base::usageError(u"A restore needs a reason"_s, {}, u"Add --reason."_s));
    }
    // What others wrote meanwhile may be longer than what was lost; the loss begins at the latest before the mark.
    const LedgerState &state = ledger.state();
    const qint64 kept = std::min(state.head.size, lost->size - 1);
    const Head restored{kept, kept > 0 ? state.events[kept - 1].link : QString()};
    return ledger.append({}, Restore{restored, *lost, reason.trimmed()}, {}, by, stop);
}

base::Result<MergeResult> mergeLedger(Ledger &ledger, Ledger &other, const Signatory &by, std::stop_token stop)
{
    if (ledger.ledgerId() != other.ledgerId()) {
        return std::unexpected(
            base::usageError(u"These are two different ledgers, not two branches of one"_s, other.locator()));
    }
    CS_CHECK(ledger.read(stop));
    CS_CHECK(other.read(stop));
    CS_TRY(mine, allEvents(ledger.storage(), stop));
    CS_TRY(theirs, allEvents(other.storage(), stop));
    qsizetype common = 0;
    while (common < mine.size() && common < theirs.size() && mine[common].link == theirs[common].link) {
        ++common;
    }
    const Head branchHead{theirs.isEmpty() ? 0 : theirs.last().seq, theirs.isEmpty() ? QString() : theirs.last().link};
    const auto &events = ledger.state().events;
    const bool adopted = std::any_of(events.begin(), events.end(), [&](const Event &event) {
        const auto *merge = std::get_if<Merge>(&event.payload.body);
        return merge != nullptr && event.speaks() && merge->other == branchHead;
    });
    if (common == theirs.size() || adopted) {
        return std::unexpected(
            base::usageError(u"There is nothing to merge: every event is here already"_s, other.locator()));
    }
    CS_TRY(blobs, allBlobs(other.storage()));
    MergeResult result;
    QList<BranchItem> branch;
    for (qsizetype i = common; i < theirs.size(); ++i) {
        const StoredEvent &event = theirs[i];
        branch << BranchItem{event.eid, base::sha256Hex(event.signature), event.receivedUs};
        if (ledger.state().event(event.eid) == nullptr) {
            store::NewEvent again{event.eid, event.change, event.kind, event.payload, event.signature, {}, {}};
            if (result.added == 0) {
                again.blobs = blobs;
            }
            CS_CHECK(ledger.storage().append(again, ledger.now(), stop));
            ++result.added;
        }
    }
    const QByteArray list = encodeBranch(branch);
    const Merge merge{common, branchHead, base::sha256Hex(list)};
    CS_TRY(appended, ledger.append({}, merge, {list}, by, stop));
    result.appended = appended;
    return result;
}

base::Result<QString> redactBlob(Ledger &ledger, const QString &text, std::stop_token stop)
{
    constexpr qsizetype least = 12;
    CS_CHECK(ledger.read(stop));
    CS_TRY(digests, ledger.storage().blobDigests());
    QStringList found;
    for (const QString &digest : digests) {
        if (text.size() >= least && digest.startsWith(text.toLower())) {
            found << digest;
        }
    }
    if (found.size() != 1) {
        return std::unexpected(
            base::usageError(u"The ledger holds no bytes with the digest \"%1\""_s.arg(base::show(text)), {},
                             u"review show prints digests of files; give at least %1 digits."_s.arg(least)));
    }
    if (neededBlobs(ledger.state()).contains(found.first())) {
        return std::unexpected(base::usageError(u"Verdicts are computed from these bytes; they stay"_s, found.first(),
                                                u"Scripts, reports and comments can be redacted."_s));
    }
    CS_CHECK(ledger.storage().redact(found.first(), stop));
    return found.first();
}

namespace {

/// A decision was taken on what its signer saw; when the change moved on since, delivering it late would decide
/// something else: a deployment would begin that nobody runs.
bool overtaken(const LedgerState &state, const QString &eid, const Payload &payload)
{
    const auto change = state.changes.constFind(payload.change);
    if (!isDecision(payload.body) || state.event(eid) != nullptr || change == state.changes.constEnd()) {
        return false;
    }
    const QStringList frontier = change->frontier(state.events);
    return !std::all_of(frontier.begin(), frontier.end(),
                        [&](const QString &known) { return payload.seen.contains(known); });
}

} // namespace

base::Result<Delivery> sendOutbox(Ledger &ledger, std::stop_token stop)
{
    CS_CHECK(ledger.read(stop));
    CS_TRY(items, ledger.outbox().items());
    Delivery delivery;
    for (const OutboxItem &item : items) {
        CS_TRY(payload, decodePayload(item.payload));
        if (payload.ledger != ledger.ledgerId() || eventId(item.payload) != item.eid) {
            return std::unexpected(base::integrityError(u"The outbox holds something else than this ledger's events"_s,
                                                        item.eid.left(12)));
        }
        if (overtaken(ledger.state(), item.eid, payload)) {
            ++delivery.overtaken;
            CS_CHECK(ledger.outbox().clear(item.eid));
            continue;
        }
        CS_CHECK(ledger.storage().append(
            {item.eid, payload.change, kindName(payload.body), item.payload, item.signature, item.blobs, {}},
            ledger.now(), stop));
        CS_CHECK(ledger.outbox().clear(item.eid));
        ++delivery.sent;
        CS_CHECK(ledger.read(stop));
    }
    return delivery;
}

} // namespace countersign::review
