#pragma once

#include <QString>

#include <functional>

namespace countersign::base {

/// What long work is doing now. total 0 means unknown. Called on the thread that does the work.
struct Progress {
    QString what;
    int done = 0;
    int total = 0;
};

using ProgressSink = std::function<void(const Progress &)>;

/// Calls @p sink when there is one.
inline void report(const ProgressSink &sink, const QString &what, int done = 0, int total = 0)
{
    if (sink) {
        sink({what, done, total});
    }
}

} // namespace countersign::base
