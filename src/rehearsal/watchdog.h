#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace countersign::rehearsal {

/// Ends a rehearsal from outside: when the deadline passes, the caller's token asks for it or @p outOfRoom (asked every
/// quarter of a second, in the watchdog's thread) says so, token() asks the running statement to stop; should the
/// statement not obey within a second, @p terminate ends the session. One thread.
class Watchdog
{
public:
    Watchdog(std::chrono::milliseconds deadline, std::stop_token caller, std::function<void()> terminate,
             std::function<bool()> outOfRoom = {});
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;
    ~Watchdog();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    [[nodiscard]] bool deadlinePassed() const;
    [[nodiscard]] bool ranOutOfRoom() const;

private:
    void watch(const std::stop_token &caller, const std::stop_token &own);

    const std::chrono::steady_clock::time_point m_until;
    std::function<void()> m_terminate;
    std::function<bool()> m_outOfRoom;
    std::stop_source m_source;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_deadlinePassed = false;
    bool m_callerStopped = false;
    bool m_ranOutOfRoom = false;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace countersign::rehearsal
