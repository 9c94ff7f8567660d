#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace countersign::review {

/// A public key in the SSH wire format.
struct PublicKey {
    QString type;    ///< "ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa", "sk-ssh-ed25519@openssh.com", …
    QByteArray blob; ///< the wire encoding

    /// "ssh-ed25519 AAAA…", without a comment.
    [[nodiscard]] QString line() const;
    /// "SHA256:…" as ssh-keygen -l prints it.
    [[nodiscard]] QString fingerprint() const;
    /// True for keys on a FIDO token, which tell whether somebody touched it.
    [[nodiscard]] bool onToken() const;
    friend bool operator==(const PublicKey &, const PublicKey &) = default;
};

/// Reads "TYPE BASE64 [comment]". Types other than Ed25519, ECDSA P-256/384/521, RSA of at least 3072 bits and their
/// sk- forms are refused.
[[nodiscard]] base::Result<PublicKey> parsePublicKey(const QString &line);
[[nodiscard]] base::Result<PublicKey> publicKeyFromBlob(QByteArrayView blob);

/// A signature in OpenSSH's format, PROTOCOL.sshsig of OpenSSH.
struct SshSignature {
    PublicKey key;
    QByteArray nameSpace;
    QByteArray hashAlgorithm;
    QByteArray signatureAlgorithm;
    QByteArray signatureBytes; ///< what the algorithm made
    QByteArray trailer;        ///< sk- keys: flags and counter after the signature
};

/// Strict: version 1, empty reserved field, sha512, nothing after the end.
[[nodiscard]] base::Result<SshSignature> parseSshSignature(QByteArrayView blob);

enum class UserVerification : quint8 { NotAsked, Required };

/// Verifies @p blob over @p message in @p nameSpace in this process (OpenSSL EVP) and returns the key that made it.
/// Keys on a token must carry the user-presence flag, which `ssh-keygen -Y verify` does not insist on, and the
/// user-verification flag when that is required. ErrorKind::Integrity when anything is wrong.
[[nodiscard]] base::Result<PublicKey> verifySshSignature(QByteArrayView blob, QByteArrayView nameSpace,
                                                         QByteArrayView message,
                                                         UserVerification verification = UserVerification::NotAsked);

/// Whether the token that made this signature says that it verified its user. False for other keys and for garbage.
[[nodiscard]] bool userWasVerified(QByteArrayView blob);

/// The bytes a key signs for @p message.
[[nodiscard]] QByteArray sshSignedData(QByteArrayView nameSpace, QByteArrayView message);
/// Puts a raw signature as an agent returns it into the SSHSIG form.
[[nodiscard]] QByteArray wrapSshSignature(const PublicKey &key, QByteArrayView nameSpace,
                                          QByteArrayView agentSignature);

/// "-----BEGIN SSH SIGNATURE-----" text, for ssh-keygen -Y verify.
[[nodiscard]] QByteArray armorSshSignature(QByteArrayView blob);
[[nodiscard]] base::Result<QByteArray> dearmorSshSignature(QByteArrayView text);

/// One line of an allowed_signers file: a person and a key.
struct AllowedSigner {
    QString person;
    PublicKey key;
    bool verifyRequired = false;
    friend bool operator==(const AllowedSigner &, const AllowedSigner &) = default;
};

inline constexpr qsizetype signersBytesLimit = 1024 * 1024;

/// Reads an allowed_signers file (ssh-keygen(1), ALLOWED SIGNERS). The principal must be exactly one roster id.
/// Wildcards, lists, cert-authority, validity times (clocks never decide key validity) and one key for two people
/// are refused; namespaces="countersign-*" and the three exact names are accepted.
[[nodiscard]] base::Result<QList<AllowedSigner>> parseAllowedSigners(QByteArrayView bytes);

} // namespace countersign::review
