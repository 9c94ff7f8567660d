#include "review/sshagent.h"

#include "base/show.h"
#include "review/sshwire.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 agentFailure = 5;
constexpr quint8 requestIdentities = 11;
constexpr quint8 identitiesAnswer = 12;
constexpr quint8 signRequest = 13;
constexpr quint8 signResponse = 14;
constexpr quint32 rsaSha512 = 4;
constexpr quint32 answerLimit = 256 * 1024;
constexpr int stopCheckMilliseconds = 100;

using Deadline = std::chrono::steady_clock::time_point;

/// One connection to an agent; every wait ends at the deadline or when asked to stop.
class Agent
{
public:
    Agent(Deadline deadline, std::stop_token stop) : m_deadline(deadline), m_stop(std::move(stop)) {}
    ~Agent()
    {
        if (m_socket >= 0) {
            ::close(m_socket);
        }
    }
    Q_DISABLE_COPY_MOVE(Agent)

    base::Result<void> connect(const QString &path)
    {
        const QByteArray bytes = path.toUtf8();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (bytes.isEmpty() || bytes.size() >= static_cast<qsizetype>(sizeof(address.sun_path))) {
            return std::unexpected(base::undecided(u"No SSH agent is running"_s, {}, advice()));
        }
        std::memcpy(address.sun_path, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (m_socket < 0 || ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0) {
            return std::unexpected(base::undecided(
                u"The SSH agent cannot be reached: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))), path,
                advice()));
        }
        return {};
    }

    base::Result<QByteArray> ask(const QByteArray &message)
    {
        CS_CHECK(write(WireWriter().string(message).bytes()));
        CS_TRY(header, readExactly(4));
        const auto size = qFromBigEndian<quint32>(header.constData());
        if (size == 0 || size > answerLimit) {
            return std::unexpected(base::integrityError(u"The SSH agent answered nonsense"_s));
        }
        return readExactly(size);
    }

private:
    static QString advice() { return u"Start one and add your key (ssh-add), or name a key file with --key."_s; }

    base::Result<void> wait(short events)
    {
        while (true) {
            if (m_stop.stop_requested()) {
                return std::unexpected(base::cancelled());
            }
            if (std::chrono::steady_clock::now() >= m_deadline) {
                return std::unexpected(base::undecided(u"The SSH agent did not answer in time"_s, {},
                                                       u"Is it waiting for a touch or a confirmation? Try again."_s));
            }
            pollfd entry{m_socket, events, 0};
            const int ready = ::poll(&entry, 1, stopCheckMilliseconds);
            if (ready > 0) {
                return {};
            }
            if (ready < 0 && errno != EINTR) {
                return std::unexpected(base::undecided(u"The connection to the SSH agent broke"_s));
            }
        }
    }

    base::Result<void> write(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            CS_CHECK(wait(POLLOUT));
            const auto written = ::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
            if (written < 0 && errno != EAGAIN && errno != EINTR) {
                return std::unexpected(base::undecided(u"The connection to the SSH agent broke"_s));
            }
            bytes = bytes.sliced(std::max<qsizetype>(written, 0));
        }
        return {};
    }

    base::Result<QByteArray> readExactly(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        qsizetype have = 0;
        while (have < size) {
            CS_CHECK(wait(POLLIN));
            const auto got = ::recv(m_socket, bytes.data() + have, static_cast<std::size_t>(size - have), 0);
            if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
                return std::unexpected(base::undecided(u"The SSH agent closed the connection"_s));
            }
            have += std::max<qsizetype>(got, 0);
        }
        return bytes;
    }

    int m_socket = -1;
    Deadline m_deadline;
    std::stop_token m_stop;
};

} // namespace

base::Result<QList<AgentKey>> agentKeys(const QString &socket, Deadline deadline, std::stop_token stop)
{
    Agent agent(deadline, std::move(stop));
    CS_CHECK(agent.connect(socket));
    CS_TRY(answer, agent.ask(WireWriter().byte(requestIdentities).bytes()));
    WireReader reader(answer);
    if (reader.byte() != identitiesAnswer) {
        return std::unexpected(base::notAllowed(u"The SSH agent does not show its keys (is it locked?)"_s, {},
                                                u"Unlock it (ssh-add -X) and try again."_s));
    }
    QList<AgentKey> keys;
    for (quint32 count = reader.number(); count > 0 && reader.ok(); --count) {
        const QByteArray blob = reader.string();
        const QByteArray comment = reader.string();
        // Other kinds of keys, such as certificates, are none of ours.
        if (const auto key = publicKeyFromBlob(blob)) {
            keys << AgentKey{*key, base::showBytes(comment)};
        }
    }
    return keys;
}

base::Result<QByteArray> agentSign(const QString &socket, const PublicKey &key, QByteArrayView data, Deadline deadline,
                                   std::stop_token stop)
{
    Agent agent(deadline, std::move(stop));
    CS_CHECK(agent.connect(socket));
    const quint32 flags = key.type == u"ssh-rsa"_s ? rsaSha512 : 0;
    CS_TRY(answer, agent.ask(WireWriter().byte(signRequest).string(key.blob).string(data).number(flags).bytes()));
    WireReader reader(answer);
    const quint8 type = reader.byte();
    if (type == agentFailure) {
        return std::unexpected(
            base::notAllowed(u"The SSH agent refused to sign"_s, key.fingerprint(),
                             u"Was the confirmation denied, the agent locked or the key removed?"_s));
    }
    const QByteArray signature = reader.string();
    if (type != signResponse || !reader.atEnd()) {
        return std::unexpected(base::integrityError(u"The SSH agent answered nonsense"_s));
    }
    return signature;
}

} // namespace countersign::review
