#include "review/store/writequeue.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <thread>
#include <utility>

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds step{2};

/// Some place from @p first to before @p end that somebody else has; -1 when there is none. An @p end of 0: no end.
off_t taken(int file, off_t first, off_t end)
{
    struct flock asked{};
    asked.l_type = F_WRLCK;
    asked.l_whence = SEEK_SET;
    asked.l_start = first;
    asked.l_len = end == 0 ? 0 : end - first;
    return ::fcntl(file, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK ? asked.l_start : -1;
}

/// The place behind all others; -1 when there are no such locks here, or others than places.
off_t takeLast(int file)
{
    while (true) {
        off_t place = 0;
        for (off_t other = taken(file, 0, 0); other >= 0; other = taken(file, place, 0)) {
            if (other < place) { // more than one byte of it, which no place is
                return -1;
            }
            place = other + 1;
        }
        struct flock wanted{};
        wanted.l_type = F_WRLCK;
        wanted.l_whence = SEEK_SET;
        wanted.l_start = place;
        wanted.l_len = 1;
        if (::fcntl(file, F_OFD_SETLK, &wanted) == 0) {
            return place;
        }
        if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
            return -1;
        }
    }
}

} // namespace

WritePlace::WritePlace(const QString &path, std::chrono::milliseconds patience, std::stop_token stop)
    : m_file(::open(QFile::encodeName(path + u"-queue"_s).constData(),
                    O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600))
{
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + patience / 2;
    m_number = m_file < 0 ? -1 : takeLast(m_file);
    while (m_number > 0 && taken(m_file, 0, m_number) >= 0 && !stop.stop_requested() && Clock::now() < until) {
        std::this_thread::sleep_for(step);
    }
}

WritePlace::WritePlace(WritePlace &&other) noexcept
    : m_file(std::exchange(other.m_file, -1)), m_number(std::exchange(other.m_number, -1))
{
}

WritePlace &WritePlace::operator=(WritePlace &&other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_number, other.m_number);
    return *this;
}

WritePlace::~WritePlace()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

} // namespace countersign::review::store
