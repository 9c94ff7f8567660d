#include "base/digest.h"
#include "review/certificate.h"
#include "review/gate.h"
#include "review/maintenance.h"
#include "review/sshwire.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <openssl/evp.h>
#include <sys/resource.h>

using namespace countersign;
using namespace countersign::review;
using namespace Qt::StringLiterals;

/// Makes an embedded ledger of many events with good signatures, then measures in fresh processes how long it takes to
/// open it for the first time, to open it with a mark, and to verify it fully, and with how much memory.
///     bench_ledger [EVENTS [FOLDER]]   100000 by default; with FOLDER the ledger and the client's state stay there
namespace {

constexpr qint64 beginUs = 1'760'000'000'000'000;
constexpr int eventsPerChange = 50;

struct Signer {
    EVP_PKEY *secret = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");

    [[nodiscard]] PublicKey key() const
    {
        QByteArray point(32, '\0');
        std::size_t size = 32;
        EVP_PKEY_get_raw_public_key(secret, reinterpret_cast<unsigned char *>(point.data()), &size);
        return *publicKeyFromBlob(WireWriter().string("ssh-ed25519").string(point).bytes());
    }

    [[nodiscard]] QByteArray sign(const QByteArray &payload) const
    {
        const QByteArray data = sshSignedData(eventNamespace, preAuthenticationEncoding(eventPayloadType, payload));
        QByteArray raw(64, '\0');
        std::size_t size = 64;
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, nullptr, nullptr, secret);
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(raw.data()), &size,
                       reinterpret_cast<const unsigned char *>(data.constData()),
                       static_cast<std::size_t>(data.size()));
        EVP_MD_CTX_free(context);
        return wrapSshSignature(key(), eventNamespace, WireWriter().string("ssh-ed25519").string(raw).bytes());
    }
};

/// The events of one ledger, each signed by one of three people.
class Maker
{
public:
    Maker()
    {
        policy = "policy = 1\nserial = 1\nadmins = { people = [\"p0\"], threshold = 1 }\n";
        for (int i = 0; i < 3; ++i) {
            policy += "[person.p" + QByteArray::number(i) + "]\nroles = [\"dba\", \"lead\"]\n";
            signers += "p" + QByteArray::number(i) + ' ' + m_people[i].key().line().toUtf8() + '\n';
        }
        policy += "[env.production]\n[env.production.risk.high]\nslots = [\"dba\"]\n";
        blobs << policy << signers;
        add({}, 0, Genesis{u"bench"_s, {{u"p0"_s, m_people[0].key().line()}}, 1}, {});
        m_policy = add({}, 0, PolicyActivate{1, base::sha256Hex(policy), base::sha256Hex(signers), {}}, {});
    }

    void addChange()
    {
        const QString change = randomId(u'C');
        Manifest manifest;
        manifest.change = change;
        manifest.contributors = {u"p0"_s};
        manifest.environment = {u"production"_s, u"postgresql"_s, u"pg:1/orders"_s};
        manifest.files = {{FileRole::Up, "V1__x.sql", 10, QString(64, u'a')}};
        manifest.runner.transaction = u"per-file"_s;
        manifest.risk = u"high"_s;
        manifest.policy = m_policy;
        const QByteArray bytes = encodeManifest(manifest);
        blobs << bytes;
        const QString digest = revisionDigest(bytes);
        QString last = add(change, 0, ChangeOpen{u"production"_s, u"change"_s}, {});
        last = add(change, 0, RevisionAdd{digest}, last);
        for (int i = 2; i < eventsPerChange; ++i) {
            last =
                add(change, 1 + i % 2, Vote{digest, i % 3 == 0 ? VoteKind::Abstain : VoteKind::Approve, {}, {}}, last);
        }
    }

    QByteArray policy;
    QByteArray signers;
    QList<QByteArray> blobs;
    QList<StoredEvent> events;
    QString ledger = randomId(u'L');

private:
    QString add(const QString &change, int by, const Body &body, const QString &seen)
    {
        StoredEvent event;
        Payload payload;
        payload.ledger = ledger;
        payload.change = change;
        payload.by = u"p%1"_s.arg(by);
        payload.nonce = randomNonce();
        payload.seen = seen.isEmpty() ? QStringList() : QStringList{seen};
        payload.witness = events.isEmpty() ? Head{} : Head{events.last().seq, events.last().link};
        payload.body = body;
        event.seq = events.size() + 1;
        event.change = change;
        event.kind = kindName(body);
        event.payload = encodePayload(payload);
        event.eid = eventId(event.payload);
        event.signature = m_people[by].sign(event.payload);
        event.previous = events.isEmpty() ? QString() : events.last().link;
        event.receivedUs = beginUs + event.seq * 1'000'000;
        event.link = chainLink(event.seq, event.previous, event.eid, event.signature, event.receivedUs);
        events << event;
        return event.eid;
    }

    Signer m_people[3];
    QString m_policy;
};

ClientOptions client(const QString &folder, Reread reread = Reread::Everything)
{
    ClientOptions options;
    options.stateFolder = folder;
    options.reread = reread;
    return options;
}

int measured(const QStringList &words)
{
    QTextStream out(stdout);
    QElapsedTimer timer;
    timer.start();
    bool good = false;
    if (words[1] == u"verify"_s) {
        const auto result = verifyLedger(words[2], client(words[3]), true);
        good = result && result->bad.isEmpty();
    } else {
        const bool decides = words[1] == u"open"_s;
        const auto ledger =
            Ledger::open(words[2], client(words[3], decides ? Reread::Everything : Reread::SinceTheMark));
        good = ledger.has_value();
        if (good && words[1] == u"list"_s) {
            for (const QString &change : ledger->state().changeOrder) {
                static_cast<void>(evaluateLatest(ledger->state(), change, ledger->now()));
            }
        }
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    out << QString::number(static_cast<double>(timer.elapsed()) / 1000, 'f', 2) << " s, "
        << QString::number(seconds(usage.ru_utime) + seconds(usage.ru_stime), 'f', 2) << " s of processor, "
        << usage.ru_maxrss / 1024 << " MiB" << (good ? "" : ", FAILED") << Qt::endl;
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 4) {
        return measured(words);
    }
    QTextStream out(stdout);
    const qsizetype wanted = words.value(1, u"100000"_s).toLongLong();
    QTemporaryDir folder;
    Maker maker;
    while (maker.events.size() < wanted) {
        maker.addChange();
    }
    const QString place = words.value(2, folder.path());
    const QString locator = u"sqlite:"_s + place + u"/ledger.sqlite"_s;
    const auto store = store::createStore(locator, maker.ledger, std::chrono::seconds(10));
    if (!store || !(*store)->adopt(maker.events, maker.blobs, {})) {
        out << "the ledger cannot be made" << Qt::endl;
        return 1;
    }
    out << maker.events.size() << " events" << Qt::endl;
    int failed = 0;
    for (const auto &[what, name] : {std::pair{u"open"_s, "first open, every signature  "},
                                     {u"show"_s, "open with a mark, to show     "},
                                     {u"list"_s, "the same, and every verdict   "},
                                     {u"open"_s, "open with a mark, to decide   "},
                                     {u"verify"_s, "verify --full                 "}}) {
        QProcess process;
        process.start(words[0], {what, locator, place + u"/state"_s});
        process.waitForFinished(-1);
        out << name << QString::fromUtf8(process.readAllStandardOutput()).trimmed() << Qt::endl;
        failed += process.exitCode();
    }
    return failed == 0 ? 0 : 1;
}
