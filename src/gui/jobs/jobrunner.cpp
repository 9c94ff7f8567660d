#include "gui/jobs/jobrunner.h"

#include "gui/common/localtext.h"

#include <QCoreApplication>
#include <QThread>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptEnded = 50;
constexpr int tickMs = 100;
constexpr int worthSayingMs = 100; ///< what took less is done, not "done after 0.0 s"

} // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &JobRunner::tasksChanged);
}

JobRunner::~JobRunner()
{
    for (auto &[ticket, job] : m_jobs) {
        job.dropped = true;
        job.stop.request_stop();
    }
    m_pool.waitForDone();
}

quint64 JobRunner::startErased(const JobSpec &spec, QObject *receiver, ErasedWork work)
{
    if (!spec.key.isEmpty()) {
        supersede(spec.key);
    }
    const quint64 ticket = ++m_last;
    Job job;
    job.spec = spec;
    job.receiver = receiver;
    job.progress = std::make_shared<SharedProgress>();
    job.clock.start();
    const std::stop_token stop = job.stop.get_token();
    const std::shared_ptr<SharedProgress> progress = job.progress;
    m_jobs.emplace(ticket, std::move(job));
    m_pool.start([this, ticket, stop, progress, work = std::move(work)] {
        const base::ProgressSink sink = [progress](const base::Progress &now) {
            const std::scoped_lock lock(progress->mutex);
            progress->latest = now;
        };
        const Delivery delivery = work(stop, sink);
        // The destructor waits for the pool, so `this` lives here; the call itself is dropped if it dies before.
        QMetaObject::invokeMethod(this, [this, ticket, delivery] { finish(ticket, delivery); }, Qt::QueuedConnection);
    });
    m_tick.start();
    emit tasksChanged();
    return ticket;
}

void JobRunner::finish(quint64 ticket, const Delivery &delivery)
{
    const auto found = m_jobs.find(ticket);
    if (found == m_jobs.end()) {
        return;
    }
    TaskView view = viewOf(ticket, found->second);
    const bool dropped = found->second.dropped;
    const bool wanted = !dropped && !found->second.receiver.isNull();
    m_jobs.erase(found);
    if (m_jobs.empty()) {
        m_tick.stop();
    }
    if (!view.title.isEmpty() && !dropped) {
        view.ending = !delivery.error ? TaskView::Ending::Done
                      : delivery.error->kind == base::ErrorKind::Cancelled || view.cancelling
                          ? TaskView::Ending::Cancelled
                          : TaskView::Ending::Failed;
        view.message = view.ending == TaskView::Ending::Failed ? delivery.error->message : QString();
        m_ended.prepend(view);
        if (m_ended.size() > keptEnded) {
            m_ended.removeLast();
        }
    }
    if (wanted) {
        delivery.deliver();
    }
    emit tasksChanged();
    if (!view.title.isEmpty() && !dropped) {
        const QString seconds = localText(double(view.elapsedMs) / 1000, 'f', 1);
        switch (view.ending) {
        case TaskView::Ending::Running:
        case TaskView::Ending::Done:
            //: %1 is a task such as "Reading production", %2 seconds
            emit announced(
                view.elapsedMs < worthSayingMs
                    ? QCoreApplication::translate("JobRunner", "%1: done").arg(view.title)
                    : QCoreApplication::translate("JobRunner", "%1: done after %2 s").arg(view.title, seconds),
                false);
            break;
        case TaskView::Ending::Failed:
            //: %1 is a task, %2 what went wrong
            emit announced(QCoreApplication::translate("JobRunner", "%1: failed. %2").arg(view.title, view.message),
                           true);
            break;
        case TaskView::Ending::Cancelled:
            emit announced(
                QCoreApplication::translate("JobRunner", "%1: cancelled after %2 s").arg(view.title, seconds), false);
            break;
        }
    }
    if (m_jobs.empty()) {
        emit idle();
    }
}

TaskView JobRunner::viewOf(quint64 ticket, const Job &job)
{
    TaskView view;
    view.ticket = ticket;
    view.title = job.spec.title;
    view.elapsedMs = job.clock.elapsed();
    view.cancelling = job.stop.stop_requested();
    const std::scoped_lock lock(job.progress->mutex);
    view.progress = job.progress->latest;
    return view;
}

void JobRunner::cancel(quint64 ticket)
{
    if (const auto found = m_jobs.find(ticket); found != m_jobs.end()) {
        found->second.stop.request_stop();
        emit tasksChanged();
    }
}

void JobRunner::cancelAll()
{
    for (auto &[ticket, job] : m_jobs) {
        job.stop.request_stop();
    }
    emit tasksChanged();
}

void JobRunner::supersede(const QString &key)
{
    for (auto &[ticket, job] : m_jobs) {
        if (job.spec.key == key) {
            job.dropped = true;
            job.stop.request_stop();
        }
    }
}

QList<TaskView> JobRunner::tasks() const
{
    QList<TaskView> views;
    for (const auto &[ticket, job] : m_jobs) {
        if (!job.spec.title.isEmpty() && !job.dropped) {
            views << viewOf(ticket, job);
        }
    }
    return views + m_ended;
}

} // namespace countersign::gui
