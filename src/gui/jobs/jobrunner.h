#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <variant>

namespace countersign::gui {

struct Cancelled {
    friend bool operator==(const Cancelled &, const Cancelled &) = default;
};

/// How a job ended: exactly one of a value, an error, or cancelled by the person or by a newer job.
template <class T>
using Outcome = std::variant<T, base::Error, Cancelled>;

struct JobSpec {
    QString key;   ///< a newer job with the same key stops the older one, whose result is dropped
    QString title; ///< what the person sees: "Reading production"; empty keeps the job out of the task list
};

/// What the task list shows about one job.
struct TaskView {
    quint64 ticket = 0;
    QString title;
    base::Progress progress;
    qint64 elapsedMs = 0;
    bool cancelling = false;
    enum class Ending { Running, Done, Failed, Cancelled };
    Ending ending = Ending::Running;
    QString message; ///< of the error, when failed
};

/// Runs work on a pool of its own and hands the outcome to the thread of the runner. All functions on that thread.
///
/// Work gets a stop token and a progress sink, and must not touch a widget. `done` is called once, unless the receiver
/// died, the job was superseded, or the runner is being destroyed; then nothing is called. cancel() acknowledges at
/// once and the outcome is Cancelled as soon as the work returns. The destructor stops everything and waits.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    template <class T>
    quint64 start(const JobSpec &spec, std::function<base::Result<T>(std::stop_token, const base::ProgressSink &)> work,
                  QObject *receiver, std::function<void(Outcome<T>)> done)
    {
        return startErased(
            spec, receiver,
            [work = std::move(work), done = std::move(done)](std::stop_token stop, const base::ProgressSink &sink) {
                auto result = std::make_shared<base::Result<T>>(work(stop, sink));
                const bool stopped = stop.stop_requested();
                Delivery delivery;
                delivery.error = *result ? std::optional<base::Error>{} : result->error();
                delivery.deliver = [result, done, stopped] {
                    if (*result) {
                        done(Outcome<T>{std::in_place_index<0>, std::move(**result)});
                    } else if (stopped || result->error().kind == base::ErrorKind::Cancelled) {
                        done(Outcome<T>{std::in_place_index<2>});
                    } else {
                        done(Outcome<T>{std::in_place_index<1>, result->error()});
                    }
                };
                return delivery;
            });
    }

    void cancel(quint64 ticket);
    void cancelAll();
    /// Drops the result of whatever runs under @p key and asks it to stop.
    void supersede(const QString &key);

    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }
    /// Running jobs that have a title, then the last that ended, newest first.
    [[nodiscard]] QList<TaskView> tasks() const;

signals:
    /// A job began, moved on, or ended.
    void tasksChanged();
    /// A job with a title ended, in words: "Reading production: done after 0.4 s".
    void announced(const QString &text, bool failed);
    /// Nothing runs any more.
    void idle();

private:
    struct Delivery {
        std::function<void()> deliver;
        std::optional<base::Error> error;
    };
    using ErasedWork = std::function<Delivery(std::stop_token, const base::ProgressSink &)>;

    struct SharedProgress {
        std::mutex mutex;
        base::Progress latest;
    };

    struct Job {
        JobSpec spec;
        QPointer<QObject> receiver;
        std::stop_source stop;
        std::shared_ptr<SharedProgress> progress;
        QElapsedTimer clock;
        bool dropped = false;
    };

    quint64 startErased(const JobSpec &spec, QObject *receiver, ErasedWork work);
    void finish(quint64 ticket, const Delivery &delivery);
    [[nodiscard]] static TaskView viewOf(quint64 ticket, const Job &job);

    std::map<quint64, Job> m_jobs;
    QList<TaskView> m_ended;
    QThreadPool m_pool;
    QTimer m_tick;
    quint64 m_last = 0;
};

} // namespace countersign::gui
