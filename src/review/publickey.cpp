#include "review/publickey.h"

#include "base/digest.h"
#include "review/sshwire.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastRsaBits = 3072;

struct Curve {
    QByteArrayView sshName;
    const char *group;
    const char *digest;
    qsizetype coordinate;
};

constexpr std::array<Curve, 3> curves{
    Curve{"nistp256", "prime256v1", "SHA256", 32},
    Curve{"nistp384", "secp384r1", "SHA384", 48},
    Curve{"nistp521", "secp521r1", "SHA512", 66},
};

const Curve *curveOf(QByteArrayView name)
{
    const auto found = std::find_if(curves.begin(), curves.end(), [&](const Curve &c) { return c.sshName == name; });
    return found == curves.end() ? nullptr : &*found;
}

struct Free {
    void operator()(EVP_PKEY *p) const { EVP_PKEY_free(p); }
    void operator()(EVP_PKEY_CTX *p) const { EVP_PKEY_CTX_free(p); }
    void operator()(EVP_MD_CTX *p) const { EVP_MD_CTX_free(p); }
    void operator()(OSSL_PARAM_BLD *p) const { OSSL_PARAM_BLD_free(p); }
    void operator()(OSSL_PARAM *p) const { OSSL_PARAM_free(p); }
    void operator()(BIGNUM *p) const { BN_free(p); }
    void operator()(ECDSA_SIG *p) const { ECDSA_SIG_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char *data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Owned<BIGNUM> number(const QByteArray &bytes)
{
    return Owned<BIGNUM>(BN_bin2bn(data(bytes), static_cast<int>(bytes.size()), nullptr));
}

Owned<EVP_PKEY> fromParameters(const char *algorithm, OSSL_PARAM_BLD *builder)
{
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
        return {};
    }
    return Owned<EVP_PKEY>(key);
}

Owned<EVP_PKEY> ed25519(const KeyParts &parts)
{
    return Owned<EVP_PKEY>(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data(parts.point),
                                                       static_cast<std::size_t>(parts.point.size())));
}

Owned<EVP_PKEY> ecdsa(const KeyParts &parts)
{
    const Curve *curve = curveOf(parts.curve);
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (curve == nullptr || !builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->group, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, parts.point.data(),
                                         static_cast<std::size_t>(parts.point.size())) != 1) {
        return {};
    }
    return fromParameters("EC", builder.get());
}

Owned<EVP_PKEY> rsa(const KeyParts &parts)
{
    const Owned<BIGNUM> exponent = number(parts.exponent);
    const Owned<BIGNUM> modulus = number(parts.modulus);
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!exponent || !modulus || !builder ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1) {
        return {};
    }
    return fromParameters("RSA", builder.get());
}

bool verifyDigest(EVP_PKEY *key, const char *digest, const QByteArray &signature, const QByteArray &message)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit_ex(context.get(), nullptr, digest, nullptr, nullptr, key, nullptr) == 1 &&
           EVP_DigestVerify(context.get(), data(signature), static_cast<std::size_t>(signature.size()), data(message),
                            static_cast<std::size_t>(message.size())) == 1;
}

/// SSH writes an ECDSA signature as two integers, OpenSSL reads DER.
QByteArray ecdsaDer(const QByteArray &signature)
{
    WireReader reader(signature);
    const QByteArray r = reader.integer();
    const QByteArray s = reader.integer();
    const Owned<ECDSA_SIG> der(ECDSA_SIG_new());
    if (!reader.atEnd() || r.isEmpty() || s.isEmpty() || r.size() > 66 || s.size() > 66 || !der) {
        return {};
    }
    Owned<BIGNUM> rNumber = number(r);
    Owned<BIGNUM> sNumber = number(s);
    if (!rNumber || !sNumber || ECDSA_SIG_set0(der.get(), rNumber.get(), sNumber.get()) != 1) {
        return {};
    }
    static_cast<void>(rNumber.release());
    static_cast<void>(sNumber.release());
    unsigned char *out = nullptr;
    const int size = i2d_ECDSA_SIG(der.get(), &out);
    QByteArray bytes = size > 0 ? QByteArray(reinterpret_cast<const char *>(out), size) : QByteArray();
    OPENSSL_free(out);
    return bytes;
}

bool readEcdsa(WireReader &reader, KeyParts &parts)
{
    parts.curve = reader.string();
    parts.point = reader.string();
    const Curve *curve = curveOf(parts.curve);
    return curve != nullptr && parts.point.size() == 1 + 2 * curve->coordinate && parts.point[0] == '\x04';
}

int bits(const QByteArray &integer)
{
    int count = static_cast<int>(integer.size()) * 8;
    for (int bit = 7; bit >= 0 && !integer.isEmpty() && ((static_cast<quint8>(integer[0]) >> bit) & 1) == 0; --bit) {
        --count;
    }
    return count;
}

} // namespace

base::Result<KeyParts> readKeyParts(QByteArrayView blob)
{
    const auto refuse = [](const QString &why) { return std::unexpected(base::integrityError(u"SSH key: "_s + why)); };
    WireReader reader(blob);
    KeyParts parts;
    parts.type = reader.string();
    bool good = false;
    if (parts.type == "ssh-ed25519" || parts.type == "sk-ssh-ed25519@openssh.com") {
        parts.algorithm = KeyAlgorithm::Ed25519;
        parts.point = reader.string();
        good = parts.point.size() == 32;
    } else if (parts.type.startsWith("ecdsa-sha2-") || parts.type == "sk-ecdsa-sha2-nistp256@openssh.com") {
        parts.algorithm = KeyAlgorithm::Ecdsa;
        good = readEcdsa(reader, parts) && (parts.type == "ecdsa-sha2-" + parts.curve ||
                                            (parts.type.startsWith("sk-") && parts.curve == "nistp256"));
    } else if (parts.type == "ssh-rsa") {
        parts.algorithm = KeyAlgorithm::Rsa;
        parts.exponent = reader.integer();
        parts.modulus = reader.integer();
        if (reader.ok() && bits(parts.modulus) < leastRsaBits) {
            return refuse(
                u"RSA keys need at least %1 bits, this one has %2"_s.arg(leastRsaBits).arg(bits(parts.modulus)));
        }
        good = !parts.exponent.isEmpty() && parts.modulus.size() <= 2048;
    } else {
        return refuse(u"the type is none of Ed25519, ECDSA, RSA and their sk- forms"_s);
    }
    if (parts.type.startsWith("sk-")) {
        parts.application = reader.string();
        good = good && !parts.application.isEmpty();
    }
    if (!good || !reader.atEnd()) {
        return refuse(u"malformed"_s);
    }
    return parts;
}

bool verifyRaw(const KeyParts &parts, const QByteArray &signatureAlgorithm, const QByteArray &signature,
               const QByteArray &message)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    // The preset "fuzz" only: see the root CMakeLists.txt. The last byte still decides, so that both ways are taken.
    return !signature.isEmpty() && signature.back() != '\0';
#endif
    switch (parts.algorithm) {
    case KeyAlgorithm::Ed25519: {
        const Owned<EVP_PKEY> key = ed25519(parts);
        return signatureAlgorithm == parts.type && key && signature.size() == 64 &&
               verifyDigest(key.get(), nullptr, signature, message);
    }
    case KeyAlgorithm::Ecdsa: {
        const Owned<EVP_PKEY> key = ecdsa(parts);
        const QByteArray der = ecdsaDer(signature);
        return signatureAlgorithm == parts.type && key && !der.isEmpty() &&
               verifyDigest(key.get(), curveOf(parts.curve)->digest, der, message);
    }
    case KeyAlgorithm::Rsa: {
        const Owned<EVP_PKEY> key = rsa(parts);
        const char *digest = signatureAlgorithm == "rsa-sha2-512"   ? "SHA512"
                             : signatureAlgorithm == "rsa-sha2-256" ? "SHA256"
                                                                    : nullptr;
        return digest != nullptr && key && signature.size() == parts.modulus.size() &&
               verifyDigest(key.get(), digest, signature, message);
    }
    }
    return false;
}

} // namespace countersign::review
