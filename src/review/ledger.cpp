#include "review/ledger.h"

#include "base/digest.h"
#include "review/failpoint.h"
#include "review/hiddentext.h"
#include "review/json.h"
#include "review/verifiedcopy.h"
#include "review/verify.h"

#include <QFileInfo>

#include <chrono>

namespace countersign::review {

using namespace Qt::StringLiterals;

qint64 systemClockUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

struct Ledger::Private {
    Private(QString place, ClientOptions clientOptions, std::unique_ptr<store::Store> opened)
        : locator(std::move(place)), options(std::move(clientOptions)), store(std::move(opened)),
          verifier(store->ledgerId()), marks(options.stateFolder), outbox(options.stateFolder, store->ledgerId())
    {
    }

    QString locator;
    ClientOptions options;
    std::unique_ptr<store::Store> store;
    ChainVerifier verifier;
    LedgerState state;
    Marks marks;
    Outbox outbox;
    std::optional<Mark> knownMark;
    mutable QHash<QString, bool> hidingBlobs; ///< digest of a script to whether it hides text
    bool markRead = false;
    bool swapped = false;
    qint64 copied = 0;   ///< events that the copy on disk holds
    qint64 unproven = 0; ///< events that were taken from the copy and not compared with what is stored

    base::Result<void> readMark()
    {
        if (markRead) {
            return {};
        }
        marks.removeLeftovers();
        CS_TRY(mark, marks.find(store->ledgerId()));
        CS_TRY(earlier, marks.ledgerAt(locator));
        knownMark = mark;
        swapped = earlier && *earlier != store->ledgerId();
        markRead = true;
        return {};
    }

    base::Result<void> readEvents(std::stop_token stop)
    {
        CS_TRY(head, store->head(stop));
        const Head mine = verifier.head();
        if (head.size < mine.size || (head.size == mine.size && head.link != mine.link)) {
            return std::unexpected(
                base::integrityError(u"ROLLED_BACK: the ledger has become shorter or another while it was open"_s,
                                     locator, u"Compare it with a backup: countersignctl ledger verify."_s));
        }
        return store->events(mine.size, [this](const StoredEvent &event) { return verifier.add(event); }, stop);
    }

    /// Whether the first @p count events are stored as this client verified them; what comes after goes to @p rest.
    base::Result<void> proveFirst(qint64 count, const store::EventSink &rest, std::stop_token stop)
    {
        qint64 proven = 0;
        const auto compare = [&](const StoredEvent &event) -> base::Result<void> {
            if (event.seq > count) {
                return rest(event);
            }
            CS_CHECK(verifier.compare(event));
            proven += event.seq == proven + 1 ? 1 : 0;
            return {};
        };
        CS_CHECK(store->events(0, compare, stop));
        if (proven != count) {
            return std::unexpected(problemError(
                {Problem{proven + 1, Code::ChainBroken, u"an event that this computer verified before is missing"_s}}));
        }
        return {};
    }

    /// Reads on from the copy. False when there is none, or the ledger is not what was copied: then everything is read,
    /// which tells what is wrong with it.
    bool resumeFromCopy(std::stop_token stop)
    {
        if (!knownMark || swapped || knownMark->head.size < options.copyEvery) {
            return false;
        }
        auto copy = loadCopy(options.stateFolder, store->ledgerId());
        if (!copy || copy->events.isEmpty() || copy->head().size > knownMark->head.size) {
            return false;
        }
        const Head last = copy->head();
        verifier.resume(std::move(copy->events));
        const auto add = [this](const StoredEvent &event) { return verifier.add(event); };
        bool good = false;
        if (options.reread == Reread::Everything) {
            good = proveFirst(last.size, add, stop).has_value();
        } else {
            bool same = false;
            const auto compare = [&](const StoredEvent &event) {
                same = same || event.seq == last.size;
                return event.seq == last.size ? verifier.compare(event) : add(event);
            };
            good = store->events(last.size - 1, compare, stop).has_value() && same;
            unproven = good ? last.size : 0;
        }
        copied = good ? last.size : 0;
        return good;
    }

    base::Result<void> readFirst(std::stop_token stop)
    {
        trustMark();
        if (!resumeFromCopy(stop)) {
            startAnew();
            trustMark();
            CS_CHECK(readEvents(stop));
        }
        if (knownMark && verifier.linkAt(knownMark->head.size) != knownMark->head.link) {
            // The mark names another history, so nothing of this one was verified before.
            startAnew();
            return readEvents(stop);
        }
        return {};
    }

    /// A copy that cannot be written costs time at the next opening, nothing else.
    void keepCopy()
    {
        const qint64 size = verifier.events().size();
        if (!state.readOnly && size - copied >= options.copyEvery &&
            saveCopy(options.stateFolder, {state.ledger, verifier.events()})) {
            copied = size;
        }
    }

    BlobSource blobSource() const
    {
        return [this](const QString &digest) { return blob(digest); };
    }

    base::Result<QByteArray> blob(const QString &digest) const
    {
        CS_TRY(bytes, store->blob(digest));
        if (!bytes) {
            return std::unexpected(base::undecided(u"The ledger does not hold the bytes of %1"_s.arg(digest.left(12)),
                                                   locator, u"They may have been redacted."_s));
        }
        if (base::sha256Hex(*bytes) != digest) {
            return std::unexpected(base::integrityError(
                u"CHAIN_BROKEN: the bytes stored for %1 are others"_s.arg(digest.left(12)), locator));
        }
        return *bytes;
    }

    bool hides(const QString &digest) const
    {
        auto known = hidingBlobs.constFind(digest);
        if (known == hidingBlobs.constEnd()) {
            // Bytes that were redacted show nothing here, and the gate has those that are about to be run; bytes that
            // could not be read may hide anything.
            const auto bytes = store->blob(digest);
            known = hidingBlobs.insert(digest, !bytes || (*bytes && hidesText(**bytes)));
        }
        return *known;
    }

    QStringList hazards(const QString &change, const QString &revision) const
    {
        const PolicyRecord *policy = state.policy();
        const auto record = state.changes.constFind(change);
        const RevisionRecord *found = record == state.changes.constEnd() ? nullptr : record->revision(revision);
        if (policy == nullptr || found == nullptr) {
            return {};
        }
        const EnvironmentRule rule = policy->policy.environments.value(record->environment);
        const bool asked = std::any_of(rule.risks.begin(), rule.risks.end(),
                                       [](const RiskRule &risk) { return risk.ack.contains(hiddenTextHazard()); });
        const auto &files = found->manifest.files;
        const bool hidden = asked && std::any_of(files.begin(), files.end(), [this](const ManifestFile &file) {
                                return file.role != FileRole::Other && (hidesText(file.path) || hides(file.sha256));
                            });
        return hidden ? QStringList{hiddenTextHazard()} : QStringList();
    }

    void startAnew()
    {
        verifier = ChainVerifier(store->ledgerId());
        unproven = 0;
        copied = 0;
    }

    /// Whether the client's mark shows signatures up to it as verified: only when the chain has the mark's link there.
    void trustMark()
    {
        if (knownMark && !swapped) {
            verifier.trustedUpTo = knownMark->head.size;
        }
    }

    MarkState compareMark() const
    {
        const Head head = verifier.head();
        if (swapped) {
            return MarkState::Forked;
        }
        if (!knownMark) {
            return MarkState::None;
        }
        if (knownMark->head == head) {
            return MarkState::Equal;
        }
        if (verifier.knows(knownMark->head, state)) {
            return MarkState::Ahead;
        }
        return knownMark->head.size > head.size ? MarkState::Behind : MarkState::Forked;
    }

    base::Result<void> moveMark()
    {
        if (state.readOnly || (knownMark && knownMark->head == state.head)) {
            return {};
        }
        const Mark mark{state.ledger, state.head};
        CS_CHECK(marks.save(mark, knownMark));
        if (!knownMark) {
            CS_CHECK(marks.saveLocator(locator, state.ledger));
        }
        knownMark = mark;
        return {};
    }
};

Ledger::Ledger(std::unique_ptr<Private> state) : d(std::move(state))
{
}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger &&) noexcept = default;
Ledger &Ledger::operator=(Ledger &&) noexcept = default;

namespace {

ClientOptions complete(ClientOptions options)
{
    if (options.stateFolder.isEmpty()) {
        options.stateFolder = defaultStateFolder();
    }
    if (!options.clock) {
        options.clock = systemClockUs;
    }
    return options;
}

/// The same place has one name, whatever the working folder is: marks are kept by it.
QString absolute(const QString &locator)
{
    const QString prefix = u"sqlite:"_s;
    const QString path = locator.mid(prefix.size());
    return locator.startsWith(prefix) && !path.isEmpty() ? prefix + QFileInfo(path).absoluteFilePath() : locator;
}

/// What a ledger that differs from the mark is still open for: merging branches, accepting a loss, and revoking the key
/// of somebody whose signatures claim a history that never was.
bool heals(const LedgerState &state, const Body &body)
{
    const auto healing = [](const Body &any) {
        return std::holds_alternative<Merge>(any) || std::holds_alternative<Restore>(any) ||
               std::holds_alternative<KeyRevoke>(any);
    };
    if (const auto *endorse = std::get_if<Endorse>(&body)) {
        const Event *event = state.event(endorse->event);
        return event != nullptr && healing(event->payload.body);
    }
    return healing(body);
}

QString lastEventOf(const LedgerState &state, const QString &change)
{
    for (auto event = state.events.crbegin(); event != state.events.crend(); ++event) {
        if (event->payload.change == change) {
            return event->eid;
        }
    }
    return {};
}

} // namespace

base::Result<Ledger> Ledger::create(const QString &place, const FoundingOptions &founding, const Signatory &founder,
                                    const ClientOptions &clientOptions, std::stop_token stop)
{
    const ClientOptions options = complete(clientOptions);
    CS_CHECK(Marks(options.stateFolder).ledgerAt(place));
    const QString locator = absolute(place);
    Payload payload;
    payload.ledger = randomId(u'L');
    payload.by = founder.person;
    payload.at = options.clock();
    payload.nonce = randomNonce();
    payload.body = Genesis{founding.name, founding.admins, founding.threshold};
    const QByteArray bytes = encodePayload(payload);
    // Signed before anything is made: a refused signature leaves no half ledger behind.
    CS_TRY(signature, sign(founder.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, bytes),
                           founder.options, stop));
    CS_CHECK(makePrivateFolder(options.stateFolder));
    CS_TRY(made, store::createStore(locator, payload.ledger, options.timeout));
    store::NewEvent event;
    event.eid = eventId(bytes);
    event.kind = kindName(payload.body);
    event.payload = bytes;
    event.signature = signature;
    event.expectedLast = QString();
    CS_CHECK(made->append(event, options.clock(), stop));
    made.reset();
    Marks marks(options.stateFolder);
    CS_CHECK(marks.saveLocator(locator, payload.ledger));
    return open(locator, options, stop);
}

base::Result<Ledger> Ledger::open(const QString &place, const ClientOptions &clientOptions, std::stop_token stop)
{
    const ClientOptions options = complete(clientOptions);
    const QString locator = absolute(place);
    CS_TRY(opened, store::openStore(locator, options.timeout));
    Ledger ledger(std::make_unique<Private>(locator, options, std::move(opened)));
    CS_CHECK(ledger.read(stop));
    return ledger;
}

base::Result<void> Ledger::read(std::stop_token stop)
{
    CS_CHECK(d->readMark());
    const bool first = d->verifier.events().isEmpty();
    const qint64 before = d->verifier.head().size;
    CS_CHECK(first ? d->readFirst(stop) : d->readEvents(stop));
    if (!first && d->verifier.head().size == before) {
        return {};
    }
    if (!d->verifier.problems().isEmpty()) {
        return std::unexpected(problemError(d->verifier.problems()));
    }
    CS_TRY(state, replay(d->verifier.events(), d->blobSource()));
    CS_TRY(problems, d->verifier.checkWitnesses(state, d->blobSource()));
    const bool compare = first || d->state.readOnly;
    const MarkState mark = d->state.mark;
    d->state = std::move(state);
    d->state.mark = compare ? d->compareMark() : mark;
    if (!problems.isEmpty()) {
        // Somebody had seen another branch: readable, and open only for the merge that brings the branches together.
        d->state.mark = MarkState::Forked;
    }
    d->state.readOnly = d->state.mark == MarkState::Behind || d->state.mark == MarkState::Forked;
    CS_CHECK(d->moveMark());
    d->keepCopy();
    return {};
}

base::Result<void> Ledger::prove(std::stop_token stop)
{
    if (d->unproven == 0) {
        return {};
    }
    CS_CHECK(d->proveFirst(d->unproven, [](const StoredEvent &) { return base::Result<void>(); }, stop));
    d->unproven = 0;
    return {};
}

const LedgerState &Ledger::state() const
{
    return d->state;
}

Evaluation Ledger::evaluate(const QString &change, const QString &revision, const Observed &observed) const
{
    Observed all = observed;
    all.hazards << d->hazards(change, revision);
    return review::evaluate(d->state, change, revision, now(), all);
}

Evaluation Ledger::evaluateLatest(const QString &change) const
{
    const auto record = d->state.changes.constFind(change);
    const RevisionRecord *latest = record == d->state.changes.constEnd() ? nullptr : record->latest();
    return evaluate(change, latest != nullptr ? latest->digest : QString());
}

qint64 Ledger::now() const
{
    return d->options.clock();
}

QString Ledger::locator() const
{
    return d->locator;
}

QString Ledger::ledgerId() const
{
    return d->store->ledgerId();
}

base::Result<Appended> Ledger::append(QString change, Body body, const QList<QByteArray> &blobs, const Signatory &by,
                                      std::stop_token stop)
{
    const QString decidedOn = lastEventOf(d->state, change);
    CS_CHECK(prove(stop));
    CS_CHECK(read(stop));
    if (d->state.readOnly && !heals(d->state, body)) {
        return std::unexpected(base::integrityError(
            u"%1: this ledger does not extend what this computer knew; nothing is written to it"_s.arg(
                codeName(d->state.mark == MarkState::Behind ? Code::RolledBack : Code::Forked)),
            d->locator,
            u"Find the newer ledger, merge the two (ledger merge), or have admins restore it (ledger restore)."_s));
    }
    const bool decision = isDecision(body);
    if (decision && lastEventOf(d->state, change) != decidedOn) {
        return std::unexpected(base::conflict(u"Somebody else was first: there is a newer event"_s, change,
                                              u"Read the change again, then decide again."_s));
    }
    Payload payload;
    payload.ledger = d->state.ledger;
    payload.change = change;
    payload.by = by.person;
    payload.at = now();
    payload.nonce = randomNonce();
    if (const auto record = d->state.changes.constFind(change); record != d->state.changes.constEnd()) {
        payload.seen = record->frontier(d->state.events);
    }
    payload.seen << d->state.authorityFrontier();
    payload.seen.sort();
    payload.witness = d->state.head;
    payload.body = std::move(body);
    store::NewEvent event;
    event.payload = encodePayload(payload);
    if (event.payload.size() > eventBytesLimit) {
        return std::unexpected(base::usageError(u"This is too long to sign: at most %1 bytes"_s.arg(eventBytesLimit)));
    }
    event.eid = eventId(event.payload);
    event.change = change;
    event.kind = kindName(payload.body);
    event.blobs = blobs;
    if (decision) {
        event.expectedLast = decidedOn;
    }
    CS_FAILPOINT("before.sign");
    CS_TRY(signature,
           sign(by.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, event.payload), by.options, stop));
    event.signature = signature;
    CS_FAILPOINT("signed");
    CS_CHECK(d->outbox.put({event.eid, event.payload, event.signature, blobs}));
    CS_FAILPOINT("outbox.synced");
    auto stored = d->store->append(event, now(), stop);
    if (!stored) {
        const base::ErrorKind kind = stored.error().kind;
        const bool refused =
            kind == base::ErrorKind::Conflict || kind == base::ErrorKind::NotAllowed || kind == base::ErrorKind::Usage;
        if (!refused) {
            base::Error error = stored.error();
            error.advice += u" What you signed is kept; `countersignctl ledger outbox --send` delivers it."_s;
            return std::unexpected(error);
        }
        static_cast<void>(d->outbox.clear(event.eid));
        return std::unexpected(stored.error());
    }
    CS_FAILPOINT("acknowledged");
    CS_CHECK(d->outbox.clear(event.eid));
    CS_CHECK(read(stop));
    return Appended{event.eid, stored->seq, stored->head, stored->wasThere};
}

bool Ledger::knows(const Head &head) const
{
    return d->verifier.knows(head, d->state);
}

base::Result<QByteArray> Ledger::blob(const QString &digest) const
{
    return d->blob(digest);
}

store::Store &Ledger::storage()
{
    return *d->store;
}

const store::Store &Ledger::storage() const
{
    return *d->store;
}

Marks &Ledger::marks()
{
    return d->marks;
}

Outbox &Ledger::outbox()
{
    return d->outbox;
}

} // namespace countersign::review
