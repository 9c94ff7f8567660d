#include "acceptance/countingproxy.h"

#include <QFile>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace countersign::acceptance {

namespace {

constexpr int endsNow = 1;
constexpr int speaksOn = 5; ///< milliseconds within which a client that has not finished goes on

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    std::memcpy(address.sun_path, name.constData(),
                std::min(sizeof address.sun_path - 1, static_cast<std::size_t>(name.size())));
    return address;
}

bool writeAll(int descriptor, const char *data, ssize_t size)
{
    while (size > 0) {
        const ssize_t written = ::send(descriptor, data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
        if (written <= 0) {
            return false;
        }
        data += written;
        size -= written;
    }
    return true;
}

/// What is there now; 0 at the end.
ssize_t passOn(int from, int to)
{
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(from, buffer.data(), buffer.size());
    return size > 0 && writeAll(to, buffer.data(), size) ? size : 0;
}

bool isReadable(int descriptor, int milliseconds)
{
    pollfd wait{descriptor, POLLIN, 0};
    return ::poll(&wait, 1, milliseconds) == 1;
}

} // namespace

CountingProxy::CountingProxy(const QString &listenAt, const QString &server) : m_server(server)
{
    const sockaddr_un address = addressOf(listenAt);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 1) != 0) {
        ::close(listener);
        return;
    }
    m_listener = listener;
    m_wake = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::jthread([this] { serve(); });
}

CountingProxy::~CountingProxy()
{
    if (m_listener < 0) {
        return;
    }
    const std::uint64_t one = endsNow;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_listener);
    ::close(m_wake);
}

void CountingProxy::serve()
{
    while (true) {
        std::array<pollfd, 2> waits{pollfd{m_listener, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0 || waits[1].revents != 0) {
            return;
        }
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(m_server);
        if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
            pass(client, server);
        }
        ::close(client);
        ::close(server);
    }
}

void CountingProxy::pass(int client, int server)
{
    bool clientSpoke = false; ///< last
    while (true) {
        std::array<pollfd, 3> waits{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0 || waits[2].revents != 0) {
            return;
        }
        if (waits[0].revents != 0) {
            do {
                if (passOn(client, server) == 0) {
                    return;
                }
                m_roundTrips += clientSpoke ? 0 : 1;
                clientSpoke = true;
            } while (isReadable(client, speaksOn));
            continue;
        }
        if (waits[1].revents != 0) {
            if (passOn(server, client) == 0) {
                return;
            }
            clientSpoke = false;
        }
    }
}

} // namespace countersign::acceptance
