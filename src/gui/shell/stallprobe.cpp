#include "gui/shell/stallprobe.h"

#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QObject>

#include <time.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

namespace countersign::gui {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(stallLog, "countersign.stall")

namespace {

constexpr qint64 hangNs = 2'000'000'000;
constexpr int keptStalls = 200;

QString eventName(int type)
{
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return key != nullptr ? QString::fromLatin1(key) : QString::number(type);
}

/// Processor time of the calling thread (clock_gettime(2)).
qint64 computedNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Milliseconds since this process was started, from /proc (proc(5), field 22 of stat), or -1.
double sinceProcessStartMs()
{
    QFile stat(u"/proc/self/stat"_s);
    QFile uptime(u"/proc/uptime"_s);
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.sliced(line.lastIndexOf(')') + 2).split(' ');
    const double seconds = uptime.readAll().split(' ').first().toDouble();
    const double started = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (seconds - started) * 1000;
}

} // namespace

StallProbe::StallProbe()
{
    m_clock.start();
    m_heartbeat = std::jthread([this](std::stop_token stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        qint64 reported = -1;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            wake.wait_for(lock, stop, std::chrono::milliseconds(500), [] { return false; });
            const qint64 since = m_busySince.load(std::memory_order_relaxed);
            if (since >= 0 && since != reported && m_clock.nsecsElapsed() - since > hangNs) {
                reported = since;
                qCWarning(stallLog, "the window has not answered for more than 2 s");
            }
        }
    });
}

StallProbe::~StallProbe() = default;

void StallProbe::enter(const QObject *receiver, const QEvent *event)
{
    const qint64 now = m_clock.nsecsElapsed();
    if (m_frames.isEmpty()) {
        m_busySince.store(now, std::memory_order_relaxed);
    }
    const QObject *parent = receiver->parent();
    m_frames.append({.receiverClass = receiver->metaObject()->className(),
                     .objectName = receiver->objectName(),
                     .parentName = parent != nullptr ? parent->objectName() : QString(),
                     .parentClass = parent != nullptr ? parent->metaObject()->className() : nullptr,
                     .event = int(event->type()),
                     .startNs = now,
                     .nestedNs = 0,
                     .startCpuNs = computedNs(),
                     .nestedCpuNs = 0});
}

void StallProbe::leave()
{
    const Frame frame = m_frames.takeLast();
    const qint64 total = m_clock.nsecsElapsed() - frame.startNs;
    const qint64 computed = computedNs() - frame.startCpuNs;
    if (m_frames.isEmpty()) {
        m_busySince.store(-1, std::memory_order_relaxed);
    } else {
        m_frames.last().nestedNs += total;
        m_frames.last().nestedCpuNs += computed;
    }
    record(frame, double(total - frame.nestedNs) / 1e6, double(computed - frame.nestedCpuNs) / 1e6);
}

QString StallProbe::nameOf(const Frame &frame)
{
    if (!frame.objectName.isEmpty() || frame.parentClass == nullptr) {
        return frame.objectName;
    }
    return u"of "_s + (frame.parentName.isEmpty() ? QString::fromLatin1(frame.parentClass) : frame.parentName);
}

void StallProbe::record(const Frame &frame, double selfMs, double computingMs)
{
    ++m_handlers;
    m_maximum = std::max(m_maximum, selfMs);
    m_recentMaximum = std::max(m_recentMaximum, selfMs);
    std::size_t bucket = 0;
    while (bucket < bucketLimits.size() && selfMs > bucketLimits[bucket]) {
        ++bucket;
    }
    ++m_histogram[bucket];
    if (selfMs <= warnMs) {
        return;
    }
    const Stall stall{QString::fromLatin1(frame.receiverClass),
                      nameOf(frame),
                      eventName(frame.event),
                      m_activity,
                      selfMs,
                      computingMs};
    if (m_stalls.size() < keptStalls) {
        m_stalls.append(stall);
    }
    qCWarning(stallLog).noquote() << u"%1 ms (%2 computing) in %3 '%4' for %5 during %6"_s.arg(
        QString::number(selfMs, 'f', 1), QString::number(computingMs, 'f', 1), stall.receiverClass, stall.objectName,
        stall.event, stall.activity.isEmpty() ? u"start"_s : stall.activity);
}

void StallProbe::aboutToBlock()
{
    m_blockedSince = m_clock.nsecsElapsed();
    m_busySince.store(-1, std::memory_order_relaxed);
}

void StallProbe::awake()
{
    if (m_blockedSince < 0) {
        return;
    }
    const qint64 now = m_clock.nsecsElapsed();
    if (!m_frames.isEmpty()) {
        m_frames.last().nestedNs += now - m_blockedSince;
        m_busySince.store(now, std::memory_order_relaxed);
    }
    m_blockedSince = -1;
}

void StallProbe::firstPaint()
{
    if (m_firstPaintMs < 0) {
        m_firstPaintMs = sinceProcessStartMs();
    }
}

double StallProbe::takeMaximumMs()
{
    return std::exchange(m_recentMaximum, 0);
}

double StallProbe::percentile99Ms() const
{
    qint64 seen = 0;
    for (std::size_t i = 0; i < m_histogram.size(); ++i) {
        seen += m_histogram[i];
        if (seen * 100 >= m_handlers * 99) {
            return i < bucketLimits.size() ? bucketLimits[i] : m_maximum;
        }
    }
    return m_maximum;
}

QJsonObject StallProbe::report() const
{
    QJsonArray histogram;
    for (std::size_t i = 0; i < m_histogram.size(); ++i) {
        QJsonObject bucket{{u"handlers"_s, m_histogram[i]}};
        if (i < bucketLimits.size()) {
            bucket[u"upToMs"_s] = bucketLimits[i];
        }
        histogram.append(bucket);
    }
    QJsonArray stalls;
    for (const Stall &stall : m_stalls) {
        stalls.append(QJsonObject{{u"receiver"_s, stall.receiverClass},
                                  {u"object"_s, stall.objectName},
                                  {u"event"_s, stall.event},
                                  {u"activity"_s, stall.activity},
                                  {u"ms"_s, stall.milliseconds},
                                  {u"computingMs"_s, stall.computing}});
    }
    return {{u"schema"_s, u"countersign.stall/1"_s},
            {u"handlers"_s, m_handlers},
            {u"maxMs"_s, m_maximum},
            {u"p99Ms"_s, percentile99Ms()},
            {u"firstPaintMs"_s, m_firstPaintMs},
            {u"histogram"_s, histogram},
            {u"stalls"_s, stalls}};
}

} // namespace countersign::gui
