#pragma once

#include <QString>

#include <atomic>
#include <thread>

namespace countersign::acceptance {

/// A Unix socket that passes everything on to another one, and counts how often the client speaks after the server has:
/// over a line with latency each such turn costs a round trip, however much is said in it. One client at a time. Serves
/// in a thread of its own until it is destroyed.
class CountingProxy
{
public:
    CountingProxy(const QString &listenAt, const QString &server);
    CountingProxy(const CountingProxy &) = delete;
    CountingProxy &operator=(const CountingProxy &) = delete;
    ~CountingProxy();

    [[nodiscard]] bool isListening() const { return m_listener >= 0; }
    [[nodiscard]] int roundTrips() const { return m_roundTrips; }

private:
    void serve();
    void pass(int client, int server);

    QString m_server;
    int m_listener = -1;
    int m_wake = -1; ///< readable when the proxy ends
    std::atomic<int> m_roundTrips = 0;
    std::jthread m_thread;
};

} // namespace countersign::acceptance
