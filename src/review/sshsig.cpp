#include "review/sshsig.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/event.h"
#include "review/publickey.h"
#include "review/sshwire.h"

#include <QCryptographicHash>
#include <QHash>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic = "SSHSIG";
constexpr quint32 signatureVersion = 1;
constexpr qsizetype signatureBytesLimit = 16 * 1024;
constexpr quint8 userPresent = 0x01;
constexpr quint8 userVerified = 0x04;
constexpr QByteArrayView armorBegin = "-----BEGIN SSH SIGNATURE-----\n";
constexpr QByteArrayView armorEnd = "-----END SSH SIGNATURE-----";

std::unexpected<base::Error> refuse(const QString &why)
{
    return std::unexpected(base::integrityError(u"Signature refused: "_s + why));
}

/// What a key on a token really signs, OpenSSH's PROTOCOL.u2f.
QByteArray tokenMessage(const KeyParts &parts, const QByteArray &trailer, const QByteArray &message)
{
    return base::sha256(parts.application) + trailer + base::sha256(message);
}

struct SignersLine {
    QString principals;
    QStringList options;
    QString key;
};

/// Commas within quotes belong to their option.
QStringList splitOptions(const QString &text)
{
    QStringList options{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        quoted = quoted != (c == u'"');
        if (c == u',' && !quoted) {
            options << QString();
        } else {
            options.last() += c;
        }
    }
    return options;
}

/// Whether a key with this option may sign all that ours sign. One that may sign less would look like a key of the
/// roster until its first certificate.
bool coversOurNamespaces(const QString &option)
{
    static const QString name = u"namespaces=\""_s;
    if (!option.startsWith(name) || !option.endsWith(u'"') || option.size() <= name.size()) {
        return false;
    }
    const QStringList allowed = option.sliced(name.size()).chopped(1).split(u',');
    const std::array ours{eventNamespace, checkpointNamespace, certificateNamespace};
    const bool takesAway = std::ranges::any_of(allowed, [](const QString &one) { return one.startsWith(u'!'); });
    if (takesAway) {
        return false;
    }
    return allowed.contains(u"countersign-*"_s) || std::ranges::all_of(ours, [&allowed](QByteArrayView one) {
               return allowed.contains(QLatin1StringView(one));
           });
}

/// PRINCIPAL [OPTIONS] KEYTYPE BASE64 [COMMENT]; options may hold spaces only inside quotes.
SignersLine splitLine(const QString &line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
        }
        if ((c == u' ' || c == u'\t') && !quoted) {
            if (!word.isEmpty()) {
                words << word;
            }
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.isEmpty()) {
        words << word;
    }
    SignersLine split;
    split.principals = words.value(0);
    const QString second = words.value(1);
    const bool isKeyType = second.startsWith(u"ssh-") || second.startsWith(u"ecdsa-") || second.startsWith(u"sk-");
    if (!isKeyType) {
        split.options = splitOptions(second);
    }
    split.key = words.mid(isKeyType ? 1 : 2).join(u' ');
    return split;
}

base::Result<AllowedSigner> parseSigner(const QString &line)
{
    const auto bad = [](const QString &why) { return std::unexpected(base::usageError(why)); };
    const SignersLine split = splitLine(line);
    AllowedSigner signer;
    signer.person = split.principals;
    if (!isPersonId(signer.person)) {
        return bad(u"the principal \"%1\" must be exactly one roster id (lower-case letters, digits, - _ .): no "
                   u"wildcards, no lists"_s.arg(base::show(split.principals)));
    }
    for (const QString &option : split.options) {
        if (option == u"verify-required"_s) {
            signer.verifyRequired = true;
        } else if (coversOurNamespaces(option)) {
            continue;
        } else if (option.startsWith(u"namespaces="_s)) {
            return bad(u"the namespaces must allow everything that is signed here: namespaces=\"countersign-*\""_s);
        } else if (option.startsWith(u"valid-"_s)) {
            return bad(
                u"validity times are not supported: revoke the key instead, its position in the ledger decides"_s);
        } else {
            return bad(u"the option \"%1\" is not supported"_s.arg(base::show(option)));
        }
    }
    CS_TRY(key, parsePublicKey(split.key));
    signer.key = key;
    return signer;
}

} // namespace

QString PublicKey::line() const
{
    return type + u' ' + QString::fromLatin1(blob.toBase64());
}

QString PublicKey::fingerprint() const
{
    return u"SHA256:"_s + QString::fromLatin1(base::sha256(blob).toBase64(QByteArray::OmitTrailingEquals));
}

bool PublicKey::onToken() const
{
    return type.startsWith(u"sk-");
}

base::Result<PublicKey> publicKeyFromBlob(QByteArrayView blob)
{
    CS_TRY(parts, readKeyParts(blob));
    return PublicKey{QString::fromLatin1(parts.type), blob.toByteArray()};
}

base::Result<PublicKey> parsePublicKey(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    const auto blob =
        QByteArray::fromBase64Encoding(words.value(1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (words.size() < 2 || !blob) {
        return std::unexpected(base::usageError(u"This is not an SSH public key (TYPE BASE64)"_s));
    }
    auto key = publicKeyFromBlob(*blob);
    if (!key) {
        base::Error error = key.error();
        error.kind = base::ErrorKind::Usage;
        return std::unexpected(error);
    }
    if (key->type != words[0]) {
        return std::unexpected(base::usageError(u"The SSH key is of another type than its line says"_s));
    }
    return key;
}

base::Result<SshSignature> parseSshSignature(QByteArrayView blob)
{
    if (blob.size() > signatureBytesLimit) {
        return refuse(u"larger than %1 bytes"_s.arg(signatureBytesLimit));
    }
    WireReader reader(blob);
    if (reader.take(magic.size()) != magic) {
        return refuse(u"not an SSH signature"_s);
    }
    if (reader.number() != signatureVersion) {
        return refuse(u"unknown version"_s);
    }
    SshSignature signature;
    const QByteArray keyBlob = reader.string();
    signature.nameSpace = reader.string();
    const QByteArray reserved = reader.string();
    signature.hashAlgorithm = reader.string();
    WireReader inner{QByteArrayView()};
    const QByteArray wrapped = reader.string();
    if (!reader.atEnd()) {
        return refuse(u"malformed, or bytes after its end"_s);
    }
    if (!reserved.isEmpty()) {
        return refuse(u"the reserved field is in use"_s);
    }
    if (signature.hashAlgorithm != "sha512") {
        return refuse(u"the message digest is not sha512"_s);
    }
    CS_TRY(key, publicKeyFromBlob(keyBlob));
    signature.key = key;
    inner = WireReader(wrapped);
    signature.signatureAlgorithm = inner.string();
    signature.signatureBytes = inner.string();
    if (key.onToken()) {
        signature.trailer = inner.take(5).toByteArray();
    }
    if (!inner.atEnd()) {
        return refuse(u"malformed, or bytes after its end"_s);
    }
    return signature;
}

QByteArray sshSignedData(QByteArrayView nameSpace, QByteArrayView message)
{
    return WireWriter()
        .raw(magic)
        .string(nameSpace)
        .string({})
        .string("sha512")
        .string(QCryptographicHash::hash(message, QCryptographicHash::Sha512))
        .bytes();
}

QByteArray wrapSshSignature(const PublicKey &key, QByteArrayView nameSpace, QByteArrayView agentSignature)
{
    return WireWriter()
        .raw(magic)
        .number(signatureVersion)
        .string(key.blob)
        .string(nameSpace)
        .string({})
        .string("sha512")
        .string(agentSignature)
        .bytes();
}

base::Result<PublicKey> verifySshSignature(QByteArrayView blob, QByteArrayView nameSpace, QByteArrayView message,
                                           UserVerification verification)
{
    CS_TRY(signature, parseSshSignature(blob));
    if (signature.nameSpace != nameSpace) {
        return refuse(u"made for another purpose"_s);
    }
    CS_TRY(parts, readKeyParts(signature.key.blob));
    QByteArray signedData = sshSignedData(nameSpace, message);
    if (signature.key.onToken()) {
        const auto flags = static_cast<quint8>(signature.trailer[0]);
        if ((flags & userPresent) == 0) {
            return refuse(u"nobody touched the token"_s);
        }
        if (verification == UserVerification::Required && (flags & userVerified) == 0) {
            return refuse(u"the token did not verify its user (PIN or fingerprint)"_s);
        }
        signedData = tokenMessage(parts, signature.trailer, signedData);
    }
    if (!verifyRaw(parts, signature.signatureAlgorithm, signature.signatureBytes, signedData)) {
        return refuse(u"it does not match the signed bytes"_s);
    }
    return signature.key;
}

bool userWasVerified(QByteArrayView blob)
{
    const auto signature = parseSshSignature(blob);
    return signature && signature->key.onToken() && (static_cast<quint8>(signature->trailer[0]) & userVerified) != 0;
}

QByteArray armorSshSignature(QByteArrayView blob)
{
    const QByteArray base64 = blob.toByteArray().toBase64();
    QByteArray text = armorBegin.toByteArray();
    for (qsizetype at = 0; at < base64.size(); at += 70) {
        text += base64.mid(at, 70) + '\n';
    }
    return text + armorEnd.toByteArray() + '\n';
}

base::Result<QByteArray> dearmorSshSignature(QByteArrayView text)
{
    const qsizetype begin = text.indexOf(armorBegin);
    const qsizetype end = text.indexOf(armorEnd);
    if (begin != 0 || end < armorBegin.size()) {
        return refuse(u"not in the armored form"_s);
    }
    QByteArray base64 = text.sliced(armorBegin.size(), end - armorBegin.size()).toByteArray();
    base64.replace("\n", "");
    const auto blob = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!blob) {
        return refuse(u"not base64"_s);
    }
    return *blob;
}

base::Result<QList<AllowedSigner>> parseAllowedSigners(QByteArrayView bytes)
{
    if (bytes.size() > signersBytesLimit) {
        return std::unexpected(base::usageError(u"allowed_signers is larger than %1 bytes"_s.arg(signersBytesLimit)));
    }
    const QString text = QString::fromUtf8(bytes);
    QList<AllowedSigner> signers;
    QHash<QByteArray, QString> owners;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        const QString where = u"allowed_signers:%1"_s.arg(number);
        auto signer = parseSigner(line);
        if (!signer) {
            base::Error error = signer.error();
            error.where = where;
            return std::unexpected(error);
        }
        if (owners.contains(signer->key.blob)) {
            return std::unexpected(
                base::usageError(u"the same key is given twice, to %1 and to %2: people count, not keys"_s.arg(
                                     owners.value(signer->key.blob), signer->person),
                                 where));
        }
        owners.insert(signer->key.blob, signer->person);
        signers << *signer;
    }
    return signers;
}

} // namespace countersign::review
