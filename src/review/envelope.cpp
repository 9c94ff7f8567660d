#include "review/envelope.h"

#include "review/event.h"
#include "review/json.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

base::Result<QByteArray> signEnvelope(QByteArrayView type, QByteArrayView nameSpace, const QByteArray &payload,
                                      const KeyChoice &key, const SigningOptions &options, std::stop_token stop)
{
    CS_TRY(signature, sign(key, nameSpace, preAuthenticationEncoding(type, payload), options, stop));
    const Json json = JsonObject{
        {u"payload"_s, QString::fromLatin1(payload.toBase64())},
        {u"payloadType"_s, QString::fromLatin1(type)},
        {u"signatures"_s, JsonArray{Json(JsonObject{{u"keyid"_s, key.key.fingerprint()},
                                                    {u"sig"_s, QString::fromLatin1(signature.toBase64())}})}},
    };
    return json.encode();
}

base::Result<Envelope> openEnvelope(QByteArrayView bytes, qsizetype limit, const QList<QByteArrayView> &types,
                                    QByteArrayView nameSpace)
{
    CS_TRY(json, decodeJson(bytes, limit));
    Fields fields(json, u"envelope"_s);
    Envelope envelope;
    envelope.payload = fields.base64(u"payload"_s, limit);
    envelope.type = fields.text(u"payloadType"_s, 256).toLatin1();
    const JsonArray &signatures = fields.array(u"signatures"_s, 1);
    if (signatures.size() != 1) {
        fields.fail(u"exactly one signature is expected"_s);
    }
    CS_CHECK(fields.done());
    if (!types.contains(QByteArrayView(envelope.type))) {
        return std::unexpected(base::integrityError(u"SIG_INVALID: the envelope holds something else"_s));
    }
    Fields signatureFields(signatures.front(), u"signature"_s);
    const QString keyId = signatureFields.text(u"keyid"_s, 128);
    const QByteArray signature = signatureFields.base64(u"sig"_s, eventBytesLimit);
    CS_CHECK(signatureFields.done());
    CS_TRY(key, verifySshSignature(signature, nameSpace, preAuthenticationEncoding(envelope.type, envelope.payload)));
    if (key.fingerprint() != keyId) {
        return std::unexpected(base::integrityError(u"SIG_INVALID: another key signed than the envelope says"_s));
    }
    envelope.key = key;
    return envelope;
}

} // namespace countersign::review
