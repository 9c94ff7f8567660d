#pragma once

#include "review/workbench.h"

#include <QProcess>

namespace countersign::review::test {

/// A ledger with one change under review, clients of it that can be made to fail, and what must hold afterwards.
class FaultBench
{
public:
    struct Run {
        bool killed = false;
        int exit = -1;
        QStringList acknowledged;
        QString error;
    };

    /// @p locator: empty for an embedded ledger.
    explicit FaultBench(const QString &locator = {});

    /// Starts a client. @p fault as of CS_FAIL; @p before is put in front of its command line.
    void start(QProcess &process, const QString &person, const QString &action, int count, const QString &fault = {},
               const QStringList &before = {});
    /// @p patience: until a client that has not ended stops the test.
    Run finish(QProcess &process, std::chrono::seconds patience = std::chrono::minutes(1));
    Run run(const QString &person, const QString &action, int count, const QString &fault = {},
            const QStringList &before = {});
    /// Empty when everything holds: the chain verifies, whatever was ever acknowledged is there once, this client's
    /// mark is neither behind nor forked, and what was signed but is not there waits in the outbox.
    QString violation();
    /// Delivers what waits and checks that nothing does any more. Empty when it holds.
    QString violationAfterDelivery();

    [[nodiscard]] QString locator() const { return m_locator; }
    [[nodiscard]] QString change() const { return m_change; }
    [[nodiscard]] QString digest() const { return m_digest; }
    [[nodiscard]] QString stateFolder() const { return m_bench.path(QStringLiteral("state")); }
    Workbench &bench() { return m_bench; }

private:
    Workbench m_bench;
    QString m_locator;
    QString m_change;
    QString m_digest;
    QStringList m_acknowledged;
};

} // namespace countersign::review::test
