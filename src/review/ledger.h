#pragma once

#include "review/evaluate.h"
#include "review/marks.h"
#include "review/signer.h"
#include "review/store/store.h"

#include <memory>

namespace countersign::review {

/// Who signs and with what.
struct Signatory {
    QString person; ///< roster id
    KeyChoice key;
    SigningOptions options;
};

/// How much is read again of what this client has verified before and keeps a copy of (VerifiedCopy). Small ledgers
/// have no copy and are always read as a whole.
enum class Reread : quint8 {
    Everything,   ///< bytes and links of every event are compared with the copy: for whatever decides or signs
    SinceTheMark, ///< only what came after the copy: for what shows; prove() makes up for it
};

/// Where a ledger's helpers live and what time it is; injectable for tests.
struct ClientOptions {
    QString stateFolder;           ///< high-water marks and outbox; default: defaultStateFolder()
    std::function<qint64()> clock; ///< microseconds since 1970 UTC; default: the system's
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    Reread reread = Reread::Everything;
    qint64 copyEvery = 10000; ///< events after which a copy of what was verified is worth its place
};

struct FoundingOptions {
    QString name;
    QList<AdminKey> admins;
    int threshold = 1;
};

/// What an append did.
struct Appended {
    QString eid;
    qint64 seq = 0;
    Head head;
    bool wasThere = false; ///< the same bytes had been stored before (a lost reply)
};

/// A ledger opened by one client. Lives, works and dies on one thread; everything it returns is a value that may cross
/// threads. Locators: "sqlite:PATH" and "pg:SERVICE".
class Ledger
{
public:
    ~Ledger();
    Ledger(Ledger &&) noexcept;
    Ledger &operator=(Ledger &&) noexcept;

    /// Makes a new, empty ledger with its genesis event. ErrorKind::Conflict when one is there.
    [[nodiscard]] static base::Result<Ledger> create(const QString &locator, const FoundingOptions &founding,
                                                     const Signatory &founder, const ClientOptions &options = {},
                                                     std::stop_token stop = {});
    /// Opens and reads an existing one: see read().
    [[nodiscard]] static base::Result<Ledger> open(const QString &locator, const ClientOptions &options = {},
                                                   std::stop_token stop = {});

    /// Reads what is new, verifies every new link and signature, compares with the high-water mark and moves it
    /// forward. A rolled back or forked ledger is readable (state().readOnly); anything broken is
    /// ErrorKind::Integrity.
    [[nodiscard]] base::Result<void> read(std::stop_token stop = {});
    /// Compares the bytes and links of the events that were not read again (Reread::SinceTheMark) with what this client
    /// verified before. append() does so by itself. ErrorKind::Integrity when one differs.
    [[nodiscard]] base::Result<void> prove(std::stop_token stop = {});
    [[nodiscard]] const LedgerState &state() const;
    /// evaluate() with what the scripts' bytes in the ledger show (hidden text).
    [[nodiscard]] Evaluation evaluate(const QString &change, const QString &revision,
                                      const Observed &observed = {}) const;
    /// The same for the latest revision.
    [[nodiscard]] Evaluation evaluateLatest(const QString &change) const;
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] QString locator() const;
    [[nodiscard]] QString ledgerId() const;

    /// Signs @p body and appends it, with retries; then reads. Decisions (revision.add, deploy.begin,
    /// policy.activate, emergency.open) fail with ErrorKind::Conflict when the change moved since state(). The signed
    /// bytes are in the outbox until the store has them.
    [[nodiscard]] base::Result<Appended> append(QString change, Body body, const QList<QByteArray> &blobs,
                                                const Signatory &by, std::stop_token stop = {});

    /// Bytes whose SHA-256 is @p digest. ErrorKind::Undecided when the ledger does not hold them (redacted),
    /// Integrity when it holds others.
    [[nodiscard]] base::Result<QByteArray> blob(const QString &digest) const;

    /// Whether @p head belongs to this ledger's history: on the chain, on a merged branch, or given up by a restore.
    [[nodiscard]] bool knows(const Head &head) const;

    [[nodiscard]] store::Store &storage();
    [[nodiscard]] const store::Store &storage() const;
    [[nodiscard]] Marks &marks();
    [[nodiscard]] Outbox &outbox();

private:
    struct Private;
    explicit Ledger(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The system's clock.
[[nodiscard]] qint64 systemClockUs();

} // namespace countersign::review
