#include "review/actions.h"
#include "review/maintenance.h"

#include <QCoreApplication>
#include <QTextStream>

#include <csignal>
#include <cstdio>

using namespace countersign;
using namespace countersign::review;
using namespace Qt::StringLiterals;

/// One reviewer's client that the fault tests kill, stop and starve:
///     faultworker LOCATOR STATE PERSON KEY CHANGE DIGEST vote|begin|revise|send COUNT
/// Prints "ack EID" for everything that was acknowledged. Exit codes as of the command line.
namespace {

base::Result<Appended> act(Ledger &ledger, const QStringList &words, const Signatory &by, int round)
{
    if (words[6] == u"begin"_s) {
        return beginDeployment(ledger, words[4], words[5], false, {}, by);
    }
    const VoteKind kind = round % 2 == 0 ? VoteKind::Abstain : VoteKind::Approve;
    return vote(ledger, words[4], words[5], kind, {}, u"round %1"_s.arg(round), by);
}

base::Result<void> work(const QStringList &words, QTextStream &out)
{
    ClientOptions client;
    client.stateFolder = words[1];
    client.timeout = std::chrono::seconds(10);
    CS_TRY(key, keyFromFile(words[3]));
    SigningOptions signing;
    signing.agentSocket = u""_s;
    signing.mayAsk = false;
    const Signatory by{words[2], key, signing};
    CS_TRY(ledger, Ledger::open(words[0], client));
    if (words[6] == u"send"_s) {
        CS_CHECK(sendOutbox(ledger));
        return {};
    }
    for (int round = 0; round < words[7].toInt(); ++round) {
        CS_TRY(appended, act(ledger, words, by, round));
        out << "ack " << appended.eid << Qt::endl;
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() != 8) {
        return 2;
    }
    if (const auto done = work(words, out); !done) {
        err << done.error().text() << Qt::endl;
        return base::exitCode(done.error().kind);
    }
    out.flush();
    return out.status() == QTextStream::Ok && std::fflush(stdout) == 0 && std::ferror(stdout) == 0
               ? 0
               : base::exitCode(base::ErrorKind::Undecided);
}
