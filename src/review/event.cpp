#include "review/event.h"

#include "base/digest.h"
#include "review/eventbody.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <openssl/evp.h>

#include <array>
#include <initializer_list>
#include <memory>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Big-endian 5-bit groups of the first @p digits * 5 bits.
QString base32(QByteArrayView bytes, int digits)
{
    QString text;
    for (int digit = 0; digit < digits; ++digit) {
        int value = 0;
        for (int bit = digit * 5; bit < digit * 5 + 5; ++bit) {
            const auto byte = static_cast<unsigned char>(bytes[bit / 8]);
            value = value * 2 + ((byte >> (7 - bit % 8)) & 1);
        }
        text += QLatin1Char(crockford[value]);
    }
    return text;
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes;
}

struct FreeDigest {
    void operator()(EVP_MD *digest) const { EVP_MD_free(digest); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

using Digest = std::array<char, 32>;

/// OpenSSL's takes a sixth of the time that Qt's takes: every event of a ledger is hashed on every full reading.
Digest sha256Of(std::initializer_list<QByteArrayView> parts)
{
    thread_local const std::unique_ptr<EVP_MD, FreeDigest> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
    Digest digest{};
    bool good = context && EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1;
    for (const QByteArrayView part : parts) {
        good = good && EVP_DigestUpdate(context.get(), part.data(), static_cast<std::size_t>(part.size())) == 1;
    }
    if (!good || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) != 1) {
        QByteArray all;
        for (const QByteArrayView part : parts) {
            all += part;
        }
        std::ranges::copy(base::sha256(all), digest.begin());
    }
    return digest;
}

QString hexOf(const Digest &digest)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString text(64, Qt::Uninitialized);
    QChar *out = text.data();
    for (const char c : digest) {
        *out++ = digits[static_cast<unsigned char>(c) >> 4];
        *out++ = digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

/// 32 bytes from 64 hex digits; zeroes where there are none.
Digest bytesOf(const QString &hex)
{
    Digest digest{};
    if (hex.size() == 64) {
        const auto value = [](QChar c) {
            return c >= u'a' ? c.unicode() - u'a' + 10 : c >= u'A' ? c.unicode() - u'A' + 10 : c.unicode() - u'0';
        };
        for (std::size_t i = 0; i < digest.size(); ++i) {
            const auto at = static_cast<qsizetype>(2 * i);
            digest[i] = static_cast<char>(value(hex[at]) << 4 | value(hex[at + 1]));
        }
    }
    return digest;
}

QString link(qint64 seq, const QString &previous, const QString &eid, QByteArrayView signatureDigest, qint64 receivedUs)
{
    std::array<char, 8> place{};
    std::array<char, 8> time{};
    qToBigEndian(static_cast<quint64>(seq), place.data());
    qToBigEndian(static_cast<quint64>(receivedUs), time.data());
    return hexOf(sha256Of({"countersign/chain/1\n", place, bytesOf(previous), bytesOf(eid), signatureDigest, time}));
}

bool isId(const QString &text, QChar kind)
{
    return text.size() == 18 && text[0] == kind && text[1] == u'-' &&
           std::all_of(text.begin() + 2, text.end(), [](QChar c) {
               return c.unicode() < 0x80 && crockford.contains(static_cast<char>(c.unicode()));
           });
}

} // namespace

QByteArray encodePayload(const Payload &payload)
{
    return Json(JsonObject{
                    {u"v"_s, payloadVersion},
                    {u"ledger"_s, payload.ledger},
                    {u"kind"_s, kindName(payload.body)},
                    {u"change"_s, payload.change},
                    {u"by"_s, payload.by},
                    {u"at"_s, payload.at},
                    {u"nonce"_s, payload.nonce},
                    {u"seen"_s, payload.seen},
                    {u"witness"_s, encodeHead(payload.witness)},
                    {u"body"_s, encodeBody(payload.body)},
                })
        .encode();
}

base::Result<Payload> decodePayload(QByteArrayView bytes)
{
    CS_TRY(json, decodeJson(bytes));
    Fields fields(json, u"event"_s);
    if (const qint64 version = fields.integer(u"v"_s, 1); version > payloadVersion) {
        return std::unexpected(base::undecided(
            u"This ledger holds events of version %1; this program reads up to %2"_s.arg(version).arg(payloadVersion),
            {}, u"Use a newer version of Countersign."_s));
    }
    Payload payload;
    payload.ledger = fields.text(u"ledger"_s, 18);
    const QString kind = fields.text(u"kind"_s, 64);
    payload.change = fields.text(u"change"_s, 18);
    payload.by = fields.text(u"by"_s, 64);
    payload.at = fields.integer(u"at"_s);
    payload.nonce = fields.text(u"nonce"_s, 32);
    payload.seen = fields.digests(u"seen"_s, 1024);
    CS_TRY(witness, decodeHead(fields.object(u"witness"_s)));
    payload.witness = witness;
    const Json &body = fields.object(u"body"_s);
    CS_CHECK(fields.done());
    if (!isId(payload.ledger, u'L') || (!payload.change.isEmpty() && !isChangeId(payload.change)) ||
        !isPersonId(payload.by) || QByteArray::fromHex(payload.nonce.toLatin1()).size() != 16) {
        return std::unexpected(base::integrityError(u"Malformed event: an id is not well-formed"_s));
    }
    CS_TRY(decoded, decodeBody(kind, body));
    payload.body = std::move(decoded);
    return payload;
}

QByteArray preAuthenticationEncoding(QByteArrayView type, QByteArrayView payload)
{
    QByteArray bytes("DSSEv1 ");
    bytes += QByteArray::number(type.size()) + ' ';
    bytes += type;
    bytes += ' ' + QByteArray::number(payload.size()) + ' ';
    bytes += payload;
    return bytes;
}

QString eventId(QByteArrayView payload)
{
    return hexOf(sha256Of({"countersign/event/1\n", payload}));
}

QString chainLink(qint64 seq, const QString &previous, const QString &eid, QByteArrayView signature, qint64 receivedUs)
{
    return link(seq, previous, eid, sha256Of({signature}), receivedUs);
}

QString branchLink(qint64 seq, const QString &previous, const BranchItem &item)
{
    const QByteArray signatureDigest = QByteArray::fromHex(item.signatureDigest.toLatin1());
    return link(seq, previous, item.eid, signatureDigest, item.receivedUs);
}

QString shortLink(const QString &link)
{
    if (!link.isEmpty() && link.size() != 64) {
        return link;
    }
    const QString digits = link.isEmpty() ? QString() : base32(QByteArray::fromHex(link.toLatin1()), 20);
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += 5) {
        groups << digits.mid(at, 5);
    }
    return groups.join(u'-');
}

QString shortHead(const Head &head, int groups)
{
    return u"%1 · %2"_s.arg(head.size).arg(shortLink(head.link).left(std::max(groups * 6 - 1, 0)));
}

bool linkMatches(const QString &link, const QString &text)
{
    if (text.size() >= 10 && link.startsWith(text.toLower())) {
        return true;
    }
    const QString digits = text.toUpper().remove(u'-');
    return digits.size() >= 10 && shortLink(link).remove(u'-').startsWith(digits);
}

QString randomId(QChar kind)
{
    return kind + u"-"_s + base32(randomBytes(10), 16);
}

QString randomNonce()
{
    return QString::fromLatin1(randomBytes(16).toHex());
}

bool isPersonId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && text[0] != u'-' && text[0] != u'.' &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
           });
}

bool isDecision(const Body &body)
{
    return std::holds_alternative<RevisionAdd>(body) || std::holds_alternative<DeployBegin>(body) ||
           std::holds_alternative<PolicyActivate>(body) || std::holds_alternative<EmergencyOpen>(body);
}

bool isChangeId(const QString &text)
{
    return isId(text, u'C');
}

bool isLedgerId(const QString &text)
{
    return isId(text, u'L');
}

QByteArray encodeBranch(const QList<BranchItem> &items)
{
    JsonArray array;
    for (const BranchItem &item : items) {
        array.emplace_back(JsonArray{Json(item.eid), Json(item.signatureDigest), Json(item.receivedUs)});
    }
    return Json(std::move(array)).encode();
}

base::Result<QList<BranchItem>> decodeBranch(QByteArrayView bytes)
{
    constexpr qsizetype branchLimit = 64 * 1024 * 1024;
    CS_TRY(json, decodeJson(bytes, branchLimit));
    const auto malformed = [] { return std::unexpected(base::integrityError(u"Malformed list of a merged branch"_s)); };
    if (json.array() == nullptr) {
        return malformed();
    }
    QList<BranchItem> items;
    for (const Json &entry : *json.array()) {
        const JsonArray *fields = entry.array();
        if (fields == nullptr || fields->size() != 3 || (*fields)[0].string() == nullptr ||
            (*fields)[1].string() == nullptr || (*fields)[2].integer() == nullptr ||
            !isDigest(*(*fields)[0].string()) || !isDigest(*(*fields)[1].string())) {
            return malformed();
        }
        items << BranchItem{*(*fields)[0].string(), *(*fields)[1].string(), *(*fields)[2].integer()};
    }
    return items;
}

} // namespace countersign::review
