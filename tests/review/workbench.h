#pragma once

#include "review/actions.h"
#include "review/ledger.h"

#include <QTemporaryDir>

namespace countersign::review::test {

/// A temporary folder with people who have real keys, a clock that stands still, and a ledger.
class Workbench
{
public:
    Workbench();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString locator() const { return QStringLiteral("sqlite:") + path(QStringLiteral("ledger.sqlite")); }
    /// Makes the person's Ed25519 key on first use.
    Signatory person(const QString &id);
    [[nodiscard]] ClientOptions client(const QString &name = QStringLiteral("state"));
    /// allowed_signers of these people.
    QByteArray signers(const QStringList &people);
    /// Makes the ledger with "ada" as its only admin and activates the policy.
    Ledger ledger(const QByteArray &policy, const QStringList &people);
    /// A revision for "production" of one script.
    static RevisionInput revision(const QByteArray &sql = "ALTER TABLE trips ADD note text;\n");

    qint64 nowUs = 1'790'000'000'000'000;
    qint64 copyEvery = ClientOptions().copyEvery; ///< 1: clients remember small ledgers, too

private:
    QTemporaryDir m_folder;
    QMap<QString, Signatory> m_people;
};

/// ada (admin, dba, lead), bo (dba, owner), cy (lead), eve (dev) and the machine ci (deployer); production with the
/// risk "high": one dba and one owner.
QByteArray teamPolicy();
QStringList team();

/// For initMain() of a test that does more when CS_SOAK is set than Qt Test lets a function take by default.
inline void soakTakesLong()
{
    if (qEnvironmentVariableIsSet("CS_SOAK")) {
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");
    }
}

/// The value, or a failed test with the error's text.
template <class T>
T must(base::Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().text()));
    }
    return std::move(result).value();
}

} // namespace countersign::review::test
