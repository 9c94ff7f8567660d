#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <atomic>
#include <thread>

class QEvent;
class QObject;

namespace countersign::gui {

/// One event handler that kept the event loop busy for more than the limit.
struct Stall {
    QString receiverClass;
    QString objectName; ///< its own, or “of” its parent's
    QString event;
    QString activity; ///< what the console was doing: page or action
    double milliseconds = 0;
    double computing = 0; ///< of these, how many the thread had a processor: the rest others had, or the disk
};

/// Measures how long the GUI thread is in each event handler: self time = total - nested handlers - time blocked in a
/// nested loop. GUI thread only, except the heartbeat thread, which reports hangs of more than two seconds.
class StallProbe
{
public:
    static constexpr double warnMs = 50;

    StallProbe();
    ~StallProbe();
    StallProbe(const StallProbe &) = delete;
    StallProbe &operator=(const StallProbe &) = delete;

    void enter(const QObject *receiver, const QEvent *event);
    void leave();
    void aboutToBlock();
    void awake();

    void setActivity(const QString &activity) { m_activity = activity; }
    /// The first window has been painted; the time since process start is kept.
    void firstPaint();

    [[nodiscard]] const QList<Stall> &stalls() const { return m_stalls; }
    [[nodiscard]] double maximumMs() const { return m_maximum; }
    /// The longest handler since the last call of this function.
    double takeMaximumMs();
    /// Upper bound of the bucket that holds the 99th percentile.
    [[nodiscard]] double percentile99Ms() const;
    /// "countersign.stall/1": handlers, maxMs, p99Ms, firstPaintMs, histogram, stalls.
    [[nodiscard]] QJsonObject report() const;

private:
    struct Frame {
        const char *receiverClass = nullptr;
        QString objectName;
        QString parentName;
        const char *parentClass = nullptr;
        int event = 0;
        qint64 startNs = 0;
        qint64 nestedNs = 0;
        qint64 startCpuNs = 0;
        qint64 nestedCpuNs = 0;
    };
    static constexpr std::array<double, 9> bucketLimits{0.25, 1, 2, 4, 8, 16, 50, 100, 500};

    [[nodiscard]] static QString nameOf(const Frame &frame);
    void record(const Frame &frame, double selfMs, double computingMs);

    QElapsedTimer m_clock;
    QList<Frame> m_frames;
    std::array<qint64, bucketLimits.size() + 1> m_histogram{};
    QList<Stall> m_stalls;
    QString m_activity;
    double m_maximum = 0;
    double m_recentMaximum = 0;
    double m_firstPaintMs = -1;
    qint64 m_blockedSince = -1;
    qint64 m_handlers = 0;
    std::atomic<qint64> m_busySince = -1; ///< ns, -1 while idle
    std::jthread m_heartbeat;
};

} // namespace countersign::gui
