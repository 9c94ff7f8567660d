#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace countersign::gui {

/// A shared value that is destroyed in a worker, whoever lets go of it last. For values so big that freeing them would
/// stall the window: a comparison of 10,000 tables takes most of a second to free.
template <class T>
[[nodiscard]] std::shared_ptr<const T> sharedOffThread(T &&value)
{
    return std::shared_ptr<const T>(new T(std::forward<T>(value)),
                                    [](const T *old) { QThreadPool::globalInstance()->start([old] { delete old; }); });
}

/// The same for what owns servers and their files: stopping them waits for processes.
template <class T>
[[nodiscard]] std::shared_ptr<T> ownedOffThread(std::unique_ptr<T> value)
{
    return std::shared_ptr<T>(value.release(),
                              [](T *old) { QThreadPool::globalInstance()->start([old] { delete old; }); });
}

} // namespace countersign::gui
