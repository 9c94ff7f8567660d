#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <stop_token>

namespace countersign::db {

/// A descriptor that becomes readable when a stop is requested, for a thread that waits in poll(): what has to be sent
/// then is sent by that thread, and the one that asked never blocks. Used by one thread; owns the descriptor.
class StopSignal
{
public:
    explicit StopSignal(const std::stop_token &stop)
        : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_callback(stop, Write{m_descriptor})
    {
    }
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;
    ~StopSignal() { ::close(m_descriptor); }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    struct Write {
        int descriptor;
        void operator()() const
        {
            const std::uint64_t one = 1;
            [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof one);
        }
    };
    int m_descriptor;
    std::stop_callback<Write> m_callback;
};

} // namespace countersign::db
