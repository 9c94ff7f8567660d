#include "rehearsal/watchdog.h"

namespace countersign::rehearsal {

using namespace std::chrono_literals;

Watchdog::Watchdog(std::chrono::milliseconds deadline, std::stop_token caller, std::function<void()> terminate,
                   std::function<bool()> outOfRoom)
    : m_until(std::chrono::steady_clock::now() + deadline), m_terminate(std::move(terminate)),
      m_outOfRoom(std::move(outOfRoom)), m_thread([this, caller](const std::stop_token &own) { watch(caller, own); })
{
}

Watchdog::~Watchdog() = default; // the jthread asks its thread to stop and waits for it

bool Watchdog::deadlinePassed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_deadlinePassed;
}

bool Watchdog::ranOutOfRoom() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ranOutOfRoom;
}

void Watchdog::watch(const std::stop_token &caller, const std::stop_token &own)
{
    const std::stop_callback onCaller(caller, [this] {
        {
            const std::scoped_lock lock(m_mutex);
            m_callerStopped = true;
        }
        m_wake.notify_all();
    });
    std::unique_lock lock(m_mutex);
    const auto now = [] { return std::chrono::steady_clock::now(); };
    while (!m_callerStopped && !m_ranOutOfRoom && !own.stop_requested() && now() < m_until) {
        const auto next = m_outOfRoom ? std::min(m_until, now() + 250ms) : m_until;
        m_wake.wait_until(lock, own, next, [this] { return m_callerStopped; });
        m_ranOutOfRoom = m_outOfRoom && !m_callerStopped && m_outOfRoom();
    }
    if (own.stop_requested()) {
        return;
    }
    m_deadlinePassed = !m_callerStopped && !m_ranOutOfRoom;
    lock.unlock();
    m_source.request_stop();
    lock.lock();
    m_wake.wait_for(lock, own, 1s, [] { return false; });
    if (!own.stop_requested()) {
        lock.unlock();
        m_terminate();
    }
}

} // namespace countersign::rehearsal
