#pragma once

#include "review/sshsig.h"

#include <QList>
#include <QString>

#include <chrono>
#include <stop_token>

namespace countersign::review {

/// Where a key can be used from. The private part never enters this process: an agent signs, or ssh-keygen does.
enum class KeyPlace : quint8 { Agent, File };

struct KeyChoice {
    PublicKey key;
    KeyPlace place = KeyPlace::Agent;
    QString file;    ///< path of the private key for KeyPlace::File (its public part lies beside it)
    QString comment; ///< as the agent or the .pub file says
};

struct SigningOptions {
    QString agentSocket;                                          ///< default: SSH_AUTH_SOCK
    QString keyFolder;                                            ///< default: ~/.ssh
    std::chrono::milliseconds timeout = std::chrono::seconds(60); ///< a person may have to touch a token
    bool mayAsk = true; ///< false: ssh-keygen must not prompt for a passphrase
};

/// The agent's keys and those with a .pub file in the key folder, usable kinds only, agent first, each key once. An
/// agent that does not answer is not an error here: its keys are missing.
[[nodiscard]] QList<KeyChoice> findKeys(const SigningOptions &options = {});

/// The key of a private or public key file. ErrorKind::Usage when it cannot be read.
[[nodiscard]] base::Result<KeyChoice> keyFromFile(const QString &path);

/// Signs @p message and verifies the answer before returning the SSHSIG blob. ErrorKind::NotAllowed when the agent
/// refuses or lost the key, Undecided when it does not answer in time, Integrity when it returns something else.
/// Blocks up to the timeout: never call it on the GUI thread.
[[nodiscard]] base::Result<QByteArray> sign(const KeyChoice &key, QByteArrayView nameSpace, QByteArrayView message,
                                            const SigningOptions &options = {}, std::stop_token stop = {});

/// Makes an Ed25519 key with ssh-keygen at @p path (and @p path.pub). An empty @p passphrase is allowed only for
/// demonstrations; for a person, ssh-keygen asks on the terminal when @p ask is set.
[[nodiscard]] base::Result<KeyChoice> makeKey(const QString &path, const QString &comment, bool ask);

} // namespace countersign::review
