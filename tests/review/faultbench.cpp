#include "review/faultbench.h"

#include "review/maintenance.h"

#include <QCoreApplication>
#include <QSet>

namespace countersign::review::test {

using namespace Qt::StringLiterals;

FaultBench::FaultBench(const QString &locator) : m_locator(locator.isEmpty() ? m_bench.locator() : locator)
{
    m_bench.nowUs = systemClockUs();
    const Signatory ada = m_bench.person(u"ada"_s);
    FoundingOptions founding;
    founding.name = u"faults"_s;
    founding.admins = {{u"ada"_s, ada.key.key.line()}};
    Ledger ledger = must(Ledger::create(m_locator, founding, ada, m_bench.client()));
    must(activatePolicy(ledger, teamPolicy(), m_bench.signers(team()), ada));
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench.person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
}

void FaultBench::start(QProcess &process, const QString &person, const QString &action, int count, const QString &fault,
                       const QStringList &before)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CS_FAIL"_s, fault);
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    // The soak program lies in a folder beside that of the tests.
    const QStringList command =
        before + QStringList{QCoreApplication::applicationDirPath() + u"/../tests/faultworker"_s,
                             m_locator,
                             stateFolder(),
                             person,
                             m_bench.person(person).key.file,
                             m_change,
                             m_digest,
                             action,
                             QString::number(count)};
    process.start(command.first(), command.mid(1));
}

FaultBench::Run FaultBench::finish(QProcess &process, std::chrono::seconds patience)
{
    if (!process.waitForFinished(static_cast<int>(std::chrono::milliseconds(patience).count()))) {
        qFatal("a client does not end");
    }
    Run run;
    run.killed = process.exitStatus() == QProcess::CrashExit;
    run.exit = process.exitCode();
    run.error = QString::fromUtf8(process.readAllStandardError());
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (line.startsWith("ack ") && line.size() == 68) {
            run.acknowledged << QString::fromLatin1(line.mid(4));
        }
    }
    m_acknowledged << run.acknowledged;
    return run;
}

FaultBench::Run FaultBench::run(const QString &person, const QString &action, int count, const QString &fault,
                                const QStringList &before)
{
    QProcess process;
    start(process, person, action, count, fault, before);
    return finish(process);
}

QString FaultBench::violation()
{
    const auto result = verifyLedger(m_locator, m_bench.client(), true);
    if (!result) {
        return u"the ledger cannot be verified: "_s + result.error().text();
    }
    if (!result->bad.isEmpty()) {
        return u"event %1: %2"_s.arg(result->bad.first().seq).arg(result->bad.first().text);
    }
    if (result->mark == MarkState::Behind || result->mark == MarkState::Forked) {
        return u"the mark is ahead of the ledger, or on another branch"_s;
    }
    const Ledger ledger = must(Ledger::open(m_locator, m_bench.client()));
    for (const QString &eid : std::as_const(m_acknowledged)) {
        if (ledger.state().event(eid) == nullptr) {
            return u"acknowledged, but lost: "_s + eid;
        }
    }
    if (QSet<QString>(m_acknowledged.begin(), m_acknowledged.end()).size() != m_acknowledged.size()) {
        return u"one event was acknowledged twice"_s;
    }
    return {};
}

QString FaultBench::violationAfterDelivery()
{
    if (const QString found = violation(); !found.isEmpty()) {
        return found;
    }
    Ledger ledger = must(Ledger::open(m_locator, m_bench.client()));
    const QList<OutboxItem> waiting = must(ledger.outbox().items());
    if (const auto sent = sendOutbox(ledger); !sent) {
        return u"the outbox cannot be delivered: "_s + sent.error().text();
    }
    if (!must(ledger.outbox().items()).isEmpty()) {
        return u"the outbox is not empty after delivery"_s;
    }
    for (const OutboxItem &item : waiting) {
        const auto payload = decodePayload(item.payload);
        if (payload && !isDecision(payload->body) && ledger.state().event(item.eid) == nullptr) {
            return u"signed and delivered, but not there: "_s + item.eid;
        }
    }
    return violation();
}

} // namespace countersign::review::test
