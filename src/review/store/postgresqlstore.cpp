#include "review/store/postgresqlstore.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/failpoint.h"
#include "review/store/postgresqlschema.h"

#include <QtEndian>

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int tries = 5;
constexpr int eventsPerQuery = 1000;
constexpr quint32 byteaType = 17;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray raw(const QString &digest)
{
    return digest.isEmpty() ? QByteArray(32, '\0') : QByteArray::fromHex(digest.toLatin1());
}

void addNumber(QByteArray &out, quint32 value)
{
    char bytes[4];
    qToBigEndian(value, bytes);
    out.append(bytes, 4);
}

/// The binary form of a bytea[], as array_send writes it.
QByteArray byteaArray(const QList<QByteArray> &items)
{
    QByteArray out;
    addNumber(out, items.isEmpty() ? 0 : 1);
    addNumber(out, 0);
    addNumber(out, byteaType);
    if (items.isEmpty()) {
        return out;
    }
    addNumber(out, static_cast<quint32>(items.size()));
    addNumber(out, 1);
    for (const QByteArray &item : items) {
        addNumber(out, static_cast<quint32>(item.size()));
        out += item;
    }
    return out;
}

bool worthAnotherTry(const base::Error &error)
{
    static const QStringList states{u"40001"_s, u"40P01"_s, u"23505"_s, u"55P03"_s, u"08006"_s, u"57P01"_s};
    return states.contains(error.sqlState);
}

} // namespace

base::Result<std::unique_ptr<Store>> PostgresqlStore::create(const QString &service, const QString &ledgerId,
                                                             std::chrono::milliseconds timeout)
{
    auto connection = std::make_unique<PgConnection>(service, timeout);
    CS_CHECK(connection->connect({}));
    CS_CHECK(connection->script("BEGIN", {}));
    const auto make = [&]() -> base::Result<void> {
        CS_CHECK(connection->script(postgresqlSchema(), {}));
        CS_CHECK(connection->query("INSERT INTO countersign.meta (key, value) VALUES ('ledger', $1), ('format', $2)",
                                   {PgParameter::text(ledgerId), PgParameter::text(QString::number(formatVersion))},
                                   {}));
        return connection->script("COMMIT", {});
    };
    if (const auto made = make(); !made) {
        static_cast<void>(connection->script("ROLLBACK", {}));
        base::Error error = made.error();
        if (error.kind == base::ErrorKind::NotAllowed) {
            error.advice =
                u"Whoever makes a ledger needs CREATEROLE, or ADMIN on countersign_owner and countersign_people "
                "where they are there already, and CREATE on the database."_s;
        }
        return std::unexpected(error);
    }
    return open(service, timeout);
}

base::Result<std::unique_ptr<Store>> PostgresqlStore::open(const QString &service, std::chrono::milliseconds timeout)
{
    std::unique_ptr<PostgresqlStore> store(new PostgresqlStore(std::make_unique<PgConnection>(service, timeout)));
    CS_CHECK(store->m_connection->connect({}));
    CS_TRY(faults, store->m_connection->query(postgresqlSafeguards(), {}, {}));
    if (faults.size() > 0) {
        return std::unexpected(base::integrityError(
            u"This is not a ledger as Countersign makes it: %1"_s.arg(base::showBytes(faults.bytes(0, 0))),
            u"pg:"_s + service, u"Ask who administers this database; compare with a backup."_s));
    }
    CS_TRY(rows, store->m_connection->query("SELECT key, value FROM countersign.meta", {}, {}));
    int format = 0;
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.bytes(row, 0) == "ledger") {
            store->m_ledgerId = QString::fromUtf8(rows.bytes(row, 1));
        } else if (rows.bytes(row, 0) == "format") {
            format = rows.bytes(row, 1).toInt();
        }
    }
    if (format > formatVersion) {
        return std::unexpected(
            base::undecided(u"The ledger has format %1; this program knows up to %2"_s.arg(format).arg(formatVersion),
                            u"pg:"_s + service, u"Use a newer version of Countersign."_s));
    }
    if (format < 1 || store->m_ledgerId.isEmpty()) {
        return std::unexpected(
            base::integrityError(u"This is not a ledger as Countersign makes it"_s, u"pg:"_s + service));
    }
    return std::unique_ptr<Store>(std::move(store));
}

QString PostgresqlStore::ledgerId() const
{
    return m_ledgerId;
}

QString PostgresqlStore::describe() const
{
    return u"pg:"_s + m_connection->service();
}

base::Result<Head> PostgresqlStore::head(std::stop_token stop)
{
    CS_TRY(rows, m_connection->query("SELECT seq, link FROM countersign.event ORDER BY seq DESC LIMIT 1", {}, stop));
    return rows.size() == 0 ? Head{} : Head{rows.number(0, 0), hex(rows.bytes(0, 1))};
}

base::Result<void> PostgresqlStore::events(qint64 after, const EventSink &sink, std::stop_token stop)
{
    // Events are only ever appended, so pages read one after the other are one consistent beginning of the chain.
    while (true) {
        CS_TRY(rows, m_connection->query(
                         "SELECT seq, eid, change, kind, payload, sig, prev, link, recv_us FROM countersign.event "
                         "WHERE seq > $1::bigint ORDER BY seq LIMIT $2::bigint",
                         {PgParameter::number(after), PgParameter::number(eventsPerQuery)}, stop));
        for (int row = 0; row < rows.size(); ++row) {
            StoredEvent event;
            event.seq = rows.number(row, 0);
            event.eid = hex(rows.bytes(row, 1));
            event.change = QString::fromUtf8(rows.bytes(row, 2));
            event.kind = QString::fromUtf8(rows.bytes(row, 3));
            event.payload = rows.bytes(row, 4);
            event.signature = rows.bytes(row, 5);
            event.previous =
                event.seq == 1 && rows.bytes(row, 6) == QByteArray(32, '\0') ? QString() : hex(rows.bytes(row, 6));
            event.link = hex(rows.bytes(row, 7));
            event.receivedUs = rows.number(row, 8);
            after = event.seq;
            CS_CHECK(sink(std::move(event)));
        }
        if (rows.size() < eventsPerQuery) {
            return {};
        }
    }
}

base::Result<std::optional<QByteArray>> PostgresqlStore::blob(const QString &digest)
{
    CS_TRY(rows, m_connection->query("SELECT bytes FROM countersign.blob WHERE sha256 = $1",
                                     {PgParameter::bytes(raw(digest))}, {}));
    return rows.size() == 0 ? std::nullopt : std::optional(rows.bytes(0, 0));
}

base::Result<QStringList> PostgresqlStore::blobDigests()
{
    CS_TRY(rows, m_connection->query("SELECT sha256 FROM countersign.blob ORDER BY sha256", {}, {}));
    QStringList digests;
    for (int row = 0; row < rows.size(); ++row) {
        digests << hex(rows.bytes(row, 0));
    }
    return digests;
}

base::Result<Stored> PostgresqlStore::appendOnce(const NewEvent &event, std::stop_token stop)
{
    const PgParameter expected = !event.expectedLast             ? PgParameter::null()
                                 : event.expectedLast->isEmpty() ? PgParameter::bytes(QByteArray(""))
                                                                 : PgParameter::bytes(raw(*event.expectedLast));
    CS_FAILPOINT("begun");
    CS_TRY(rows, m_connection->query(
                     "SELECT seq, link, was_there::int::bigint FROM countersign.append($1, $2, $3, $4, $5, $6, $7)",
                     {PgParameter::bytes(raw(event.eid)), PgParameter::text(event.change),
                      PgParameter::text(event.kind), PgParameter::bytes(event.payload),
                      PgParameter::bytes(event.signature), PgParameter::bytes(byteaArray(event.blobs)), expected},
                     stop));
    if (rows.size() != 1) {
        return std::unexpected(base::defect(u"append() answered nothing"_s));
    }
    CS_FAILPOINT("committed");
    const qint64 seq = rows.number(0, 0);
    return Stored{seq, Head{seq, hex(rows.bytes(0, 1))}, rows.number(0, 2) != 0};
}

base::Result<Stored> PostgresqlStore::append(const NewEvent &event, qint64, std::stop_token stop)
{
    for (int attempt = 1;; ++attempt) {
        auto stored = appendOnce(event, stop);
        if (stored || attempt == tries || !worthAnotherTry(stored.error())) {
            if (!stored && stored.error().sqlState == QLatin1StringView(conflictState)) {
                return std::unexpected(base::conflict(u"Somebody else was first: there is a newer event"_s,
                                                      event.change, u"Read the change again, then decide again."_s));
            }
            return stored;
        }
        // Whether a COMMIT whose answer was lost took place is found by sending the same bytes again: the id decides.
        if (stored.error().sqlState == u"08006"_s || stored.error().sqlState == u"57P01"_s) {
            if (const auto again = m_connection->connect(stop); !again) {
                return std::unexpected(again.error());
            }
        }
    }
}

base::Result<void> PostgresqlStore::redact(const QString &digest, std::stop_token stop)
{
    CS_CHECK(m_connection->script("BEGIN", stop));
    const auto all = [&]() -> base::Result<void> {
        CS_CHECK(m_connection->script("SET LOCAL ROLE countersign_owner; "
                                      "ALTER TABLE countersign.blob DISABLE TRIGGER kept",
                                      stop));
        CS_CHECK(m_connection->query("DELETE FROM countersign.blob WHERE sha256 = $1",
                                     {PgParameter::bytes(raw(digest))}, stop));
        return m_connection->script("ALTER TABLE countersign.blob ENABLE ALWAYS TRIGGER kept; COMMIT", stop);
    };
    const auto done = all();
    if (!done) {
        static_cast<void>(m_connection->script("ROLLBACK", {}));
    }
    return done;
}

base::Result<void> PostgresqlStore::adopt(const QList<StoredEvent> &events, const QList<QByteArray> &blobs,
                                          std::stop_token stop)
{
    CS_CHECK(m_connection->script("BEGIN; SET LOCAL ROLE countersign_owner", stop));
    const auto all = [&]() -> base::Result<void> {
        for (const QByteArray &bytes : blobs) {
            CS_CHECK(m_connection->query("INSERT INTO countersign.blob (sha256, bytes) VALUES ($1, $2)",
                                         {PgParameter::bytes(base::sha256(bytes)), PgParameter::bytes(bytes)}, stop));
        }
        for (const StoredEvent &event : events) {
            CS_CHECK(m_connection->query(
                "INSERT INTO countersign.event (seq, eid, change, kind, payload, sig, prev, link, recv_us) "
                "VALUES ($1::bigint, $2, $3, $4, $5, $6, $7, $8, $9::bigint)",
                {PgParameter::number(event.seq), PgParameter::bytes(raw(event.eid)), PgParameter::text(event.change),
                 PgParameter::text(event.kind), PgParameter::bytes(event.payload), PgParameter::bytes(event.signature),
                 PgParameter::bytes(raw(event.previous)), PgParameter::bytes(raw(event.link)),
                 PgParameter::number(event.receivedUs)},
                stop));
        }
        return m_connection->script("COMMIT", stop);
    };
    const auto done = all();
    if (!done) {
        static_cast<void>(m_connection->script("ROLLBACK", {}));
    }
    return done;
}

} // namespace countersign::review::store
