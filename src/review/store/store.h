#pragma once

#include "base/result.h"
#include "review/event.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace countersign::review::store {

inline constexpr int formatVersion = 1;

/// What a store is asked to add.
struct NewEvent {
    QString eid;
    QString change;
    QString kind;
    QByteArray payload;
    QByteArray signature;
    QList<QByteArray> blobs;
    /// Compare-and-set for decisions: the id of the last event the signer knew of the same change (without a change:
    /// of those that belong to none), or empty when there was none; unset for facts.
    std::optional<QString> expectedLast;
};

struct Stored {
    qint64 seq = 0;
    Head head;
    bool wasThere = false;
};

using EventSink = std::function<base::Result<void>(StoredEvent)>;

/// Where events and blobs are kept. An implementation adds and reads; it neither verifies signatures nor knows what an
/// event means. One thread, one connection. Errors: Undecided (locked, unreachable, disk), Conflict (expectedLast),
/// Integrity (the file is not what we made), NotAllowed (privileges).
class Store
{
public:
    virtual ~Store() = default;

    /// The id written when the store was made.
    [[nodiscard]] virtual QString ledgerId() const = 0;
    [[nodiscard]] virtual QString describe() const = 0;
    [[nodiscard]] virtual base::Result<Head> head(std::stop_token stop) = 0;
    /// Events with seq > @p after in order, in one consistent snapshot.
    [[nodiscard]] virtual base::Result<void> events(qint64 after, const EventSink &sink, std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Result<std::optional<QByteArray>> blob(const QString &digest) = 0;
    [[nodiscard]] virtual base::Result<QStringList> blobDigests() = 0;
    /// Adds the event as the next link in one transaction. An event already stored is answered with its place.
    [[nodiscard]] virtual base::Result<Stored> append(const NewEvent &event, qint64 nowUs, std::stop_token stop) = 0;
    /// Removes the bytes of a blob, and only them: the chain holds their digest. NotAllowed without the privilege.
    [[nodiscard]] virtual base::Result<void> redact(const QString &digest, std::stop_token stop) = 0;
    /// Replays events with the places and times they had elsewhere; only into a store without events.
    [[nodiscard]] virtual base::Result<void> adopt(const QList<StoredEvent> &events, const QList<QByteArray> &blobs,
                                                   std::stop_token stop) = 0;
};

/// "sqlite:PATH" or "pg:SERVICE". @p ledgerId is written into the new store.
[[nodiscard]] base::Result<std::unique_ptr<Store>> createStore(const QString &locator, const QString &ledgerId,
                                                               std::chrono::milliseconds timeout);
[[nodiscard]] base::Result<std::unique_ptr<Store>> openStore(const QString &locator, std::chrono::milliseconds timeout);

} // namespace countersign::review::store
