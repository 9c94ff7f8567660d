#include "review/verify.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

QString headKey(qint64 size, const QString &link)
{
    return u"%1 %2"_s.arg(size).arg(link);
}

} // namespace

void ChainVerifier::problem(qint64 seq, Code code, const QString &text)
{
    m_problems << Problem{seq, code, text};
}

Head ChainVerifier::head() const
{
    return m_events.isEmpty() ? Head{} : Head{m_events.last().stored.seq, m_events.last().stored.link};
}

QString ChainVerifier::linkAt(qint64 size) const
{
    return size < 1 || size > m_events.size() ? QString() : m_events[size - 1].stored.link;
}

base::Result<void> ChainVerifier::add(const StoredEvent &event)
{
    const Head last = head();
    const qint64 seq = event.seq;
    if (seq != last.size + 1 || event.previous != last.link) {
        problem(seq, Code::ChainBroken, u"it does not follow event %1"_s.arg(last.size));
    }
    if (event.eid != eventId(event.payload)) {
        problem(seq, Code::ChainBroken, u"its id is not that of its bytes"_s);
    }
    if (event.link != chainLink(seq, event.previous, event.eid, event.signature, event.receivedUs)) {
        problem(seq, Code::ChainBroken, u"its link is not that of its content"_s);
    }
    if (m_byId.contains(event.eid)) {
        problem(seq, Code::ChainBroken, u"the event is there twice"_s);
    }
    if (!m_events.isEmpty() && event.receivedUs < m_events.last().stored.receivedUs) {
        problem(seq, Code::ChainBroken, u"it was received before the event in front of it"_s);
    }
    auto payload = decodePayload(event.payload);
    if (!payload && payload.error().kind == base::ErrorKind::Undecided) {
        return std::unexpected(payload.error().within(u"event %1"_s.arg(seq)));
    }
    VerifiedEvent verified;
    if (!payload) {
        problem(seq, Code::ChainBroken, payload.error().message);
    } else {
        verified.payload = *std::move(payload);
        if (verified.payload.ledger != m_ledger || verified.payload.change != event.change ||
            kindName(verified.payload.body) != event.kind) {
            problem(seq, Code::ChainBroken, u"it belongs to another ledger or change, or is of another kind"_s);
        }
    }
    auto signature = parseSshSignature(event.signature);
    if (!signature) {
        problem(seq, Code::SigInvalid, signature.error().message);
    } else {
        verified.key = signature->key;
        verified.userVerified = verified.key.onToken() && userWasVerified(event.signature);
    }
    if (signature && seq > trustedUpTo) {
        const auto good = verifySshSignature(event.signature, eventNamespace,
                                             preAuthenticationEncoding(eventPayloadType, event.payload));
        if (!good) {
            problem(seq, Code::SigInvalid, good.error().message);
        }
    }
    keep(event, verified);
    return {};
}

void ChainVerifier::share(QString &text)
{
    text = *m_shared.insert(text);
}

/// What events have in common is kept once: a large ledger would take three times the memory.
void ChainVerifier::keep(const StoredEvent &event, VerifiedEvent &verified)
{
    verified.stored.seq = event.seq;
    verified.stored.eid = event.eid;
    verified.stored.link = event.link;
    verified.stored.receivedUs = event.receivedUs;
    Payload &payload = verified.payload;
    share(payload.ledger);
    share(payload.change);
    share(payload.by);
    if (auto *vote = std::get_if<Vote>(&payload.body)) {
        share(vote->revision);
    }
    if (const QString link = linkAt(payload.witness.size); link == payload.witness.link) {
        payload.witness.link = link;
    }
    for (QString &eid : payload.seen) {
        if (const auto known = m_byId.constFind(eid); known != m_byId.constEnd()) {
            eid = known.key();
        }
    }
    PublicKey &key = m_keys[verified.key.blob];
    if (key.blob.isEmpty()) {
        key = verified.key;
    }
    verified.key = key;
    m_byId.insert(event.eid, event.seq);
    m_events << std::move(verified);
}

void ChainVerifier::resume(QList<VerifiedEvent> events)
{
    m_byId.reserve(events.size());
    for (const VerifiedEvent &event : std::as_const(events)) {
        m_byId.insert(event.stored.eid, event.stored.seq);
    }
    m_events = std::move(events);
}

base::Result<void> ChainVerifier::compare(const StoredEvent &event) const
{
    const bool known = event.seq >= 1 && event.seq <= m_events.size();
    const VerifiedEvent mine = known ? m_events[event.seq - 1] : VerifiedEvent();
    if (!known || event.previous != linkAt(event.seq - 1) || event.link != mine.stored.link ||
        event.link != chainLink(event.seq, event.previous, event.eid, event.signature, event.receivedUs) ||
        event.eid != eventId(event.payload) || event.change != mine.payload.change ||
        event.kind != kindName(mine.payload.body)) {
        return std::unexpected(problemError(
            {Problem{event.seq, Code::ChainBroken, u"it is not the event that this computer verified before"_s}}));
    }
    return {};
}

base::Result<void> ChainVerifier::readBranches(const LedgerState &state, const BlobSource &blobs)
{
    for (const Event &event : state.events) {
        const auto *merge = std::get_if<Merge>(&event.payload.body);
        if (merge == nullptr || !event.speaks() || m_branchesRead.contains(event.seq)) {
            continue;
        }
        m_branchesRead.insert(event.seq);
        CS_TRY(bytes, blobs(merge->branch));
        CS_TRY(items, decodeBranch(bytes));
        Head head{merge->common, linkAt(merge->common)};
        bool complete = merge->common < event.seq;
        QStringList heads;
        for (const BranchItem &item : items) {
            head.link = branchLink(head.size + 1, head.link, item);
            ++head.size;
            heads << headKey(head.size, head.link);
            complete = complete && m_byId.value(item.eid, event.seq) < event.seq;
        }
        if (head != merge->other || !complete) {
            problem(event.seq, Code::Forked,
                    u"the merged branch is not what the event says, or not all of it is here"_s);
            continue;
        }
        m_branchHeads.unite(QSet<QString>(heads.begin(), heads.end()));
    }
    return {};
}

bool ChainVerifier::knows(const Head &head, const LedgerState &state) const
{
    if (head.size == 0 || (head.size <= m_events.size() && linkAt(head.size) == head.link) ||
        m_branchHeads.contains(headKey(head.size, head.link))) {
        return true;
    }
    return std::any_of(state.restores.begin(), state.restores.end(), [&](const RestoreRecord &record) {
        const Restore &restore = record.restore;
        return record.inForce && linkAt(restore.restored.size) == restore.restored.link &&
               head.size > restore.restored.size && head.size <= restore.lost.size &&
               (head.size < restore.lost.size || head.link == restore.lost.link);
    });
}

base::Result<QList<Problem>> ChainVerifier::checkWitnesses(const LedgerState &state, const BlobSource &blobs)
{
    CS_CHECK(readBranches(state, blobs));
    QList<Problem> problems = m_problems;
    for (const Event &event : state.events) {
        // Whoever is not in the roster, or whose key was not their own any more, cannot accuse the ledger of anything.
        if (event.withoutEffect || event.compromised) {
            continue;
        }
        if (!knows(event.payload.witness, state)) {
            problems << Problem{
                event.seq, Code::Forked,
                u"its signer had seen another history of this ledger (%1)"_s.arg(shortHead(event.payload.witness, 2))};
        }
        for (const QString &eid : event.payload.seen) {
            if (m_byId.value(eid, event.seq) >= event.seq) {
                problems << Problem{event.seq, Code::Forked,
                                    u"its signer had seen an event that is missing (%1)"_s.arg(eid.left(12))};
            }
        }
    }
    return problems;
}

base::Error problemError(const QList<Problem> &problems)
{
    const Problem &first = problems.first();
    QString text = u"%1: event %2: %3"_s.arg(codeName(first.code)).arg(first.seq).arg(first.text);
    if (problems.size() > 1) {
        text += u" (and %1 more)"_s.arg(problems.size() - 1);
    }
    return base::integrityError(text, {},
                                u"Do not use this ledger; compare it with a backup: countersignctl ledger verify."_s);
}

} // namespace countersign::review
