#include "review/certificate.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/envelope.h"
#include "review/eventbody.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

const QString statementType = u"https://in-toto.io/Statement/v1"_s;
const QString predicateType = u"https://countersign.dev/certificate/v1"_s;

std::unexpected<base::Error> incomplete(const QString &why)
{
    return std::unexpected(base::integrityError(u"CERT_INCOMPLETE: "_s + why, u"certificate"_s,
                                                u"Do not deploy with it; have a new one issued."_s));
}

/// Events of the change, and those that policies, rosters and keys come from.
bool belongs(const Event &event, const QString &change)
{
    return event.payload.change == change || isAuthority(event);
}

Json eventJson(const StoredEvent &event)
{
    return JsonObject{{u"seq"_s, event.seq},
                      {u"recv_us"_s, event.receivedUs},
                      {u"payload_b64"_s, QString::fromLatin1(event.payload.toBase64())},
                      {u"sig_b64"_s, QString::fromLatin1(event.signature.toBase64())}};
}

Json subjectJson(const Manifest &manifest)
{
    JsonArray subject;
    for (const ManifestFile &file : manifest.files) {
        subject.emplace_back(
            JsonObject{{u"name"_s, base::showBytes(file.path)}, {u"digest"_s, JsonObject{{u"sha256"_s, file.sha256}}}});
    }
    return Json(std::move(subject));
}

base::Result<VerifiedEvent> readEvent(const Json &json, const QString &ledger)
{
    Fields fields(json, u"event of the certificate"_s);
    VerifiedEvent event;
    event.stored.seq = fields.integer(u"seq"_s, 1);
    event.stored.receivedUs = fields.integer(u"recv_us"_s);
    event.stored.payload = fields.base64(u"payload_b64"_s, eventBytesLimit);
    event.stored.signature = fields.base64(u"sig_b64"_s, eventBytesLimit);
    CS_CHECK(fields.done());
    event.stored.eid = eventId(event.stored.payload);
    CS_TRY(payload, decodePayload(event.stored.payload));
    if (payload.ledger != ledger) {
        return incomplete(u"an event belongs to another ledger"_s);
    }
    auto key = verifySshSignature(event.stored.signature, eventNamespace,
                                  preAuthenticationEncoding(eventPayloadType, event.stored.payload));
    if (!key) {
        return std::unexpected(key.error().within(u"SIG_INVALID: event %1"_s.arg(event.stored.seq)));
    }
    event.payload = payload;
    event.key = *key;
    event.userVerified = userWasVerified(event.stored.signature);
    event.stored.change = payload.change;
    event.stored.kind = kindName(payload.body);
    return event;
}

base::Result<void> checkOrder(const Certificate &certificate)
{
    QSet<QString> ids;
    qint64 seq = 0;
    qint64 receivedUs = 0;
    for (const VerifiedEvent &event : certificate.events) {
        if (event.stored.seq <= seq || event.stored.seq > certificate.head.size ||
            event.stored.receivedUs < receivedUs || ids.contains(event.stored.eid)) {
            return incomplete(u"its events are out of order"_s);
        }
        if (event.payload.witness.size >= event.stored.seq) {
            return incomplete(u"a signer had seen more of the ledger than what is said to come before"_s);
        }
        if (!event.payload.change.isEmpty() && event.payload.change != certificate.change) {
            return incomplete(u"it holds events of another change"_s);
        }
        for (const QString &seen : event.payload.seen) {
            if (!ids.contains(seen)) {
                return incomplete(u"event %1 had seen an event that is left out"_s.arg(event.stored.seq));
            }
        }
        seq = event.stored.seq;
        receivedUs = event.stored.receivedUs;
        ids.insert(event.stored.eid);
    }
    return certificate.events.isEmpty() ? base::Result<void>(incomplete(u"it holds no events"_s))
                                        : base::Result<void>();
}

base::Result<void> readPredicate(const Json &json, Certificate &certificate)
{
    Fields fields(json, u"certificate"_s);
    fields.integer(u"v"_s, 1, 1);
    certificate.ledger = fields.text(u"ledger"_s, 18);
    certificate.change = fields.text(u"change"_s, 18);
    certificate.issuer = fields.text(u"issuer"_s, 64);
    certificate.issuedUs = fields.integer(u"issued_at"_s);
    certificate.notAfterUs = fields.integer(u"not_after"_s);
    certificate.manifestBytes = fields.base64(u"manifest_b64"_s, manifestBytesLimit);
    CS_TRY(head, decodeHead(fields.object(u"head"_s)));
    certificate.head = head;
    const JsonArray &blobs = fields.array(u"policies_b64"_s, 4000);
    const JsonArray &events = fields.array(u"events"_s, certificateEventLimit);
    CS_CHECK(fields.done());
    for (const Json &blob : blobs) {
        const QByteArray text = blob.string() != nullptr ? blob.string()->toLatin1() : QByteArray("!");
        const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes || (*bytes).toBase64() != text) {
            return incomplete(u"a policy is not base64"_s);
        }
        certificate.blobs.insert(base::sha256Hex(*bytes), *bytes);
    }
    for (const Json &event : events) {
        CS_TRY(verified, readEvent(event, certificate.ledger));
        certificate.events << verified;
    }
    CS_TRY(manifest, decodeManifest(certificate.manifestBytes));
    certificate.manifest = manifest;
    certificate.revision = revisionDigest(certificate.manifestBytes);
    certificate.blobs.insert(certificate.revision, certificate.manifestBytes);
    return checkOrder(certificate);
}

} // namespace

base::Result<QByteArray> issueCertificate(const Ledger &ledger, const QString &change, const Signatory &issuer,
                                          std::stop_token stop)
{
    const LedgerState &state = ledger.state();
    CS_TRY(record, state.find(change));
    const Evaluation evaluation = ledger.evaluateLatest(record->id);
    const bool emergency = evaluation.verdict == VerdictKind::Emergency;
    if (state.readOnly || (evaluation.verdict != VerdictKind::Approved && !emergency)) {
        return std::unexpected(
            base::notAllowed(u"There is nothing to certify: the verdict is %1"_s.arg(verdictName(evaluation.verdict)),
                             record->id, u"countersignctl review status %1 says what is missing."_s.arg(record->id)));
    }
    if (state.personOf(issuer.key.key.fingerprint()) != issuer.person) {
        return std::unexpected(base::notAllowed(u"KEY_UNKNOWN: this key is not one of %1's"_s.arg(issuer.person)));
    }
    JsonArray events;
    CS_CHECK(const_cast<Ledger &>(ledger).prove(stop));
    CS_CHECK(const_cast<Ledger &>(ledger).storage().events(
        0,
        [&](const StoredEvent &event) -> base::Result<void> {
            if (event.seq <= state.events.size() && belongs(state.events[event.seq - 1], record->id)) {
                events.push_back(eventJson(event));
            }
            return {};
        },
        stop));
    JsonArray blobs;
    QSet<QString> known;
    for (const PolicyRecord &policy : state.policies) {
        for (const QByteArray &bytes : {policy.policyBytes, policy.signersBytes}) {
            if (!known.contains(base::sha256Hex(bytes))) {
                known.insert(base::sha256Hex(bytes));
                blobs.emplace_back(QString::fromLatin1(bytes.toBase64()));
            }
        }
    }
    // Earlier revisions' manifests are needed to know who contributed.
    for (const RevisionRecord &revision : record->revisions) {
        if (&revision != record->latest() && revision.readable) {
            blobs.emplace_back(QString::fromLatin1(encodeManifest(revision.manifest).toBase64()));
        }
    }
    const RevisionRecord &latest = *record->latest();
    const EnvironmentRule rule = state.policy()->policy.environments.value(record->environment);
    const auto lifetime = emergency && rule.emergency ? rule.emergency->ttl : rule.certificateTtl;
    const qint64 now = ledger.now();
    const Json predicate = JsonObject{
        {u"v"_s, 1},
        {u"ledger"_s, state.ledger},
        {u"change"_s, record->id},
        {u"issuer"_s, issuer.person},
        {u"issued_at"_s, now},
        {u"not_after"_s, now + std::chrono::microseconds(lifetime).count()},
        {u"head"_s, encodeHead(state.head)},
        {u"manifest_b64"_s, QString::fromLatin1(encodeManifest(latest.manifest).toBase64())},
        {u"policies_b64"_s, blobs},
        {u"events"_s, events},
    };
    const Json statement = JsonObject{{u"_type"_s, statementType},
                                      {u"subject"_s, subjectJson(latest.manifest)},
                                      {u"predicateType"_s, predicateType},
                                      {u"predicate"_s, predicate}};
    return signEnvelope(emergency ? emergencyPayloadType : certificatePayloadType, certificateNamespace,
                        statement.encode(), issuer.key, issuer.options, stop);
}

base::Result<Certificate> readCertificate(QByteArrayView bytes)
{
    CS_TRY(envelope, openEnvelope(bytes, certificateBytesLimit, {certificatePayloadType, emergencyPayloadType},
                                  certificateNamespace));
    CS_TRY(json, decodeJson(envelope.payload, certificateBytesLimit));
    Certificate certificate;
    certificate.emergency = envelope.type == emergencyPayloadType;
    certificate.issuerKey = envelope.key;
    Fields fields(json, u"statement"_s);
    fields.word(u"_type"_s, {statementType});
    fields.word(u"predicateType"_s, {predicateType});
    const JsonArray &subject = fields.array(u"subject"_s, manifestFileLimit);
    const Json &predicate = fields.object(u"predicate"_s);
    CS_CHECK(fields.done());
    CS_CHECK(readPredicate(predicate, certificate));
    if (Json(subject) != subjectJson(certificate.manifest)) {
        return incomplete(u"its subject is not its manifest"_s);
    }
    return certificate;
}

namespace {

/// Every revision names the policy in force when it was made; one that is missing was left out to have an older and
/// perhaps weaker one decide.
base::Result<void> checkPolicies(const LedgerState &state, const QString &change)
{
    const ChangeRecord record = state.changes.value(change);
    for (const RevisionRecord &revision : record.revisions) {
        const bool known =
            !revision.readable || std::any_of(state.policies.begin(), state.policies.end(), [&](const PolicyRecord &p) {
                return p.eid == revision.manifest.policy && p.inForceFrom > 0;
            });
        if (!known) {
            return incomplete(u"the policy under which revision %1 was made is left out"_s.arg(revision.number));
        }
    }
    return {};
}

} // namespace

base::Result<LedgerState> stateOf(const Certificate &certificate, const Trust &trust)
{
    const BlobSource blobs = [&](const QString &digest) -> base::Result<QByteArray> {
        const auto found = certificate.blobs.constFind(digest);
        if (found == certificate.blobs.constEnd()) {
            return std::unexpected(base::undecided(u"CERT_INCOMPLETE: bytes are missing from the certificate"_s));
        }
        return *found;
    };
    auto state = replay(certificate.events, blobs);
    if (!state) {
        base::Error error = state.error();
        error.kind = base::ErrorKind::Integrity;
        return std::unexpected(error);
    }
    CS_CHECK(checkTrust(trust, *state));
    CS_CHECK(checkPolicies(*state, certificate.change));
    if (state->personOf(certificate.issuerKey.fingerprint()) != certificate.issuer) {
        return std::unexpected(base::integrityError(u"KEY_UNKNOWN: the certificate's issuer is not in the roster"_s,
                                                    base::show(certificate.issuer)));
    }
    return state;
}

Evaluation evaluateCertificate(const Certificate &certificate, const LedgerState &state, qint64 nowUs,
                               const Observed &observed)
{
    Evaluation evaluation = evaluate(state, certificate.change, certificate.revision, nowUs, observed);
    const PolicyRecord *policy = state.policy();
    if (policy == nullptr) {
        return evaluation;
    }
    const EnvironmentRule rule = policy->policy.environments.value(certificate.manifest.environment.name);
    const auto lifetime = certificate.emergency && rule.emergency ? rule.emergency->ttl : rule.certificateTtl;
    const qint64 latest = certificate.issuedUs + std::chrono::microseconds(lifetime).count();
    const qint64 skew = std::chrono::microseconds(policy->policy.maxClockSkew).count();
    const auto refuse = [&](VerdictKind verdict, Code code, const QString &text, const QString &fix) {
        evaluation.verdict = verdict;
        evaluation.reasons.prepend({code, ReasonSeverity::Block, certificate.change, text, fix});
    };
    if (nowUs > std::min(certificate.notAfterUs, latest)) {
        refuse(VerdictKind::Stale, Code::CertExpired, u"The certificate has expired"_s,
               u"Have a new one issued: cert issue."_s);
    }
    if (nowUs < certificate.issuedUs - skew) {
        refuse(VerdictKind::Error, Code::ClockBehind, u"This clock is before the moment the certificate was issued"_s,
               u"Set the clock of this machine."_s);
    }
    if (evaluation.verdict == VerdictKind::Approved && certificate.emergency) {
        // It was issued for an emergency and says so wherever it is shown, even if its debt was paid meanwhile.
        evaluation.verdict = VerdictKind::Emergency;
    }
    if (evaluation.verdict == VerdictKind::Emergency && !certificate.emergency) {
        refuse(VerdictKind::Pending, Code::CertIncomplete, u"An emergency needs an emergency certificate"_s, {});
    }
    return evaluation;
}

base::Result<QByteArray> signCheckpoint(const Ledger &ledger, const Signatory &by, std::stop_token stop)
{
    const Json payload = JsonObject{{u"v"_s, 1},
                                    {u"ledger"_s, ledger.state().ledger},
                                    {u"head"_s, encodeHead(ledger.state().head)},
                                    {u"by"_s, by.person},
                                    {u"at"_s, ledger.now()}};
    return signEnvelope(checkpointPayloadType, checkpointNamespace, payload.encode(), by.key, by.options, stop);
}

base::Result<Checkpoint> readCheckpoint(QByteArrayView bytes)
{
    CS_TRY(envelope, openEnvelope(bytes, eventBytesLimit, {checkpointPayloadType}, checkpointNamespace));
    CS_TRY(json, decodeJson(envelope.payload));
    Fields fields(json, u"checkpoint"_s);
    Checkpoint checkpoint;
    fields.integer(u"v"_s, 1, 1);
    checkpoint.ledger = fields.text(u"ledger"_s, 18);
    CS_TRY(head, decodeHead(fields.object(u"head"_s)));
    checkpoint.head = head;
    checkpoint.by = fields.text(u"by"_s, 64);
    checkpoint.at = fields.integer(u"at"_s);
    checkpoint.key = envelope.key;
    CS_CHECK(fields.done());
    return checkpoint;
}

} // namespace countersign::review
