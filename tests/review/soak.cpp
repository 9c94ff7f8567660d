#include "review/faultbench.h"
#include "review/maintenance.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Random sequences of votes, decisions, kills, races, full disks, copies and merges on one embedded ledger; after
/// every step everything that must hold is checked. The same seed gives the same sequence of steps.
namespace {

class Soak
{
public:
    explicit Soak(quint32 seed) : m_random(seed) {}

    /// Empty, or what did not hold.
    QString step()
    {
        switch (m_random.bounded(7)) {
        case 0:
            m_last = u"a vote is killed"_s;
            m_faults.run(anybody(), u"vote"_s, 1 + m_random.bounded(2), anyFault());
            break;
        case 1:
            m_last = u"votes"_s;
            m_faults.run(anybody(), u"vote"_s, 1 + m_random.bounded(3));
            break;
        case 2:
            m_last = u"clients race, one is killed"_s;
            race();
            break;
        case 3:
            m_last = u"a deployment begins and ends"_s;
            return deploy();
        case 4:
            m_last = u"files may not grow"_s;
            m_faults.run(anybody(), u"vote"_s, 20, {},
                         {u"prlimit"_s, u"--fsize=%1"_s.arg(m_random.bounded(1, 400) * 1024)});
            break;
        case 5:
            m_last = u"an old copy is put in the place of the ledger"_s;
            return rolledBack();
        default:
            m_last = u"export and import"_s;
            return copied();
        }
        return m_faults.violationAfterDelivery();
    }

    [[nodiscard]] QString last() const { return m_last; }
    [[nodiscard]] qint64 events()
    {
        return must(Ledger::open(m_faults.locator(), m_faults.bench().client())).state().head.size;
    }

private:
    QString anybody() { return QStringList{u"ada"_s, u"bo"_s, u"cy"_s}[m_random.bounded(3)]; }
    QString anyFault()
    {
        static const QStringList points{u"before.sign"_s,   u"signed"_s,      u"temporary.written"_s, u"file.renamed"_s,
                                        u"outbox.synced"_s, u"begun"_s,       u"blob.in"_s,           u"event.in"_s,
                                        u"committed"_s,     u"acknowledged"_s};
        return u"%1:kill:%2"_s.arg(points[m_random.bounded(points.size())]).arg(1 + m_random.bounded(3));
    }

    void race()
    {
        std::vector<std::unique_ptr<QProcess>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<QProcess>());
            m_faults.start(*clients.back(), anybody(), u"vote"_s, 2, i == 0 ? anyFault() : QString());
        }
        for (const auto &client : clients) {
            m_faults.finish(*client);
        }
    }

    QString deploy()
    {
        m_faults.run(u"ci"_s, u"begin"_s, 1, m_random.bounded(2) == 0 ? anyFault() : QString());
        if (const QString violated = m_faults.violationAfterDelivery(); !violated.isEmpty()) {
            return violated;
        }
        Ledger ledger = must(Ledger::open(m_faults.locator(), m_faults.bench().client()));
        int open = 0;
        for (const AttemptRecord &attempt : ledger.state().changes[m_faults.change()].attempts) {
            if (!attempt.result) {
                ++open;
                must(finishDeployment(ledger, attempt.eid, DeployResult::Failed, m_faults.bench().person(u"ci"_s)));
            }
        }
        return open > 1 ? u"two deployments were open at once"_s : m_faults.violation();
    }

    QString rolledBack()
    {
        const QString file = m_faults.locator().section(u':', 1);
        const QString copy = m_faults.bench().path(u"copy.sqlite"_s);
        QFile::remove(copy);
        QFile::copy(file, copy);
        m_faults.run(anybody(), u"vote"_s, 1);
        const auto old = Ledger::open(u"sqlite:"_s + copy, m_faults.bench().client());
        if (!old || !old->state().readOnly || old->state().mark != MarkState::Behind) {
            return u"an old copy was not recognised"_s;
        }
        return m_faults.violationAfterDelivery();
    }

    QString copied()
    {
        Ledger ledger = must(Ledger::open(m_faults.locator(), m_faults.bench().client()));
        QByteArray text;
        must(exportLedger(ledger, [&](const QByteArray &line) {
            text += line;
            return true;
        }));
        const QString place = m_faults.bench().path(u"imported.sqlite"_s);
        QFile::remove(place);
        const Head head = must(importLedger(text, u"sqlite:"_s + place, m_faults.bench().client(u"elsewhere"_s)));
        return head == ledger.state().head ? m_faults.violation() : u"the import has another head"_s;
    }

    QRandomGenerator m_random;
    FaultBench m_faults;
    QString m_last;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"seconds"_s, u"How long, 600 by default."_s, u"N"_s, u"600"_s});
    parser.addOption({u"seed"_s, u"The sequence to repeat; a new one by default."_s, u"N"_s});
    parser.process(application);
    const quint32 seed =
        parser.isSet(u"seed"_s) ? parser.value(u"seed"_s).toUInt() : QRandomGenerator::system()->generate();
    QTextStream out(stdout);
    out << "seed " << seed << Qt::endl;
    Soak soak(seed);
    QElapsedTimer timer;
    timer.start();
    qint64 steps = 0;
    while (timer.elapsed() < parser.value(u"seconds"_s).toLongLong() * 1000) {
        ++steps;
        if (const QString violated = soak.step(); !violated.isEmpty()) {
            out << "FAILED with seed " << seed << " in step " << steps << " (" << soak.last() << "): " << violated
                << Qt::endl;
            return 1;
        }
        if (steps % 100 == 0) {
            out << steps << " steps, " << soak.events() << " events" << Qt::endl;
        }
    }
    out << steps << " steps, " << soak.events() << " events: everything held" << Qt::endl;
    return 0;
}
