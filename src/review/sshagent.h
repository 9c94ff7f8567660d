#pragma once

#include "review/signer.h"

namespace countersign::review {

struct AgentKey {
    PublicKey key;
    QString comment;
};

/// The usable keys an agent at @p socket offers (SSH agent protocol, draft-ietf-sshm-ssh-agent). Undecided when it
/// does not answer before @p deadline.
[[nodiscard]] base::Result<QList<AgentKey>>
agentKeys(const QString &socket, std::chrono::steady_clock::time_point deadline, std::stop_token stop = {});

/// Lets the agent sign @p data; returns the signature with its algorithm's name as it came. NotAllowed when refused.
[[nodiscard]] base::Result<QByteArray> agentSign(const QString &socket, const PublicKey &key, QByteArrayView data,
                                                 std::chrono::steady_clock::time_point deadline,
                                                 std::stop_token stop = {});

} // namespace countersign::review
