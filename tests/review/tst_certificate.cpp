#include "review/gate.h"
#include "review/json.h"
#include "review/workbench.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

namespace {

QStringList codes(const Evaluation &evaluation)
{
    QStringList names;
    for (const Reason &reason : evaluation.reasons) {
        if (reason.severity == ReasonSeverity::Block) {
            names << codeName(reason.code);
        }
    }
    return names;
}

} // namespace

/// What a pipeline without the ledger accepts. The number that matters is false accepts, and it is 0.
class TestCertificate : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void initTestCase();
    void opensTheGate();
    void otherFilesCloseIt();
    void liveTarget();
    void expires();
    void otherTrust();
    void bytesFlipped();
    void eventsLeftOut();
    void eventsReordered();
    void signedByAStranger();
    void onlineSeesLaterVeto();
    void onlineSeesReplay();
    void expectedHead();
    void stagesIntoAFreshFolder();
    void nothingToCertify();
    void checkpoint();

private:
    GateRequest request() const;
    QByteArray resigned(const std::function<void(JsonObject &)> &edit, const QString &who);

    Workbench m_bench;
    std::optional<Ledger> m_ledger;
    QString m_change;
    QString m_digest;
    QByteArray m_certificate;
    Trust m_trust;
    QList<MigrationFile> m_files = Workbench::revision().files;
};

void TestCertificate::initTestCase()
{
    m_ledger.emplace(m_bench.ledger(teamPolicy(), team()));
    const OpenedRevision opened =
        must(openChange(*m_ledger, u"Note"_s, Workbench::revision(), m_bench.person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    must(vote(*m_ledger, m_change, m_digest, VoteKind::RequestChanges, {}, u"why?"_s, m_bench.person(u"cy"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, m_bench.person(u"bo"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Abstain, {}, {}, m_bench.person(u"cy"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, m_bench.person(u"ada"_s)));
    m_certificate = must(issueCertificate(*m_ledger, m_change, m_bench.person(u"ci"_s)));
    m_trust = trustOf(m_ledger->state());
}

GateRequest TestCertificate::request() const
{
    GateRequest request;
    request.certificate = m_certificate;
    request.environment = u"production"_s;
    request.files = m_files;
    request.trust = m_trust;
    request.nowUs = m_bench.nowUs;
    return request;
}

void TestCertificate::opensTheGate()
{
    const GateAnswer answer = must(askGate(request(), nullptr));
    QVERIFY2(answer.open, qPrintable(codes(answer.evaluation).join(u' ')));
    QVERIFY(!answer.online);
    QVERIFY(must(parseTrust(encodeTrust(m_trust))) == m_trust);
    GateRequest fromLedger = request();
    fromLedger.certificate.reset();
    fromLedger.change = m_change;
    QVERIFY(must(askGate(fromLedger, &*m_ledger)).open);
    fromLedger.change = u"C-0000000000000000"_s;
    const GateAnswer none = must(askGate(fromLedger, &*m_ledger));
    QVERIFY(!none.open);
    QCOMPARE(codes(none.evaluation), QStringList{u"NO_REVIEW"_s});
}

void TestCertificate::otherFilesCloseIt()
{
    GateRequest edited = request();
    edited.files[0].bytes += "\n";
    QCOMPARE(codes(must(askGate(edited, nullptr)).evaluation), QStringList{u"BYTES_DIFFER"_s});
    GateRequest missing = request();
    missing.files.clear();
    QCOMPARE(codes(must(askGate(missing, nullptr)).evaluation), (QStringList{u"EMPTY_SET"_s, u"BYTES_DIFFER"_s}));
    GateRequest extra = request();
    extra.files << MigrationFile{FileRole::Other, "extra.sh", "rm"};
    QCOMPARE(codes(must(askGate(extra, nullptr)).evaluation), QStringList{u"BYTES_DIFFER"_s});
    GateRequest elsewhere = request();
    elsewhere.environment = u"staging"_s;
    QCOMPARE(codes(must(askGate(elsewhere, nullptr)).evaluation), QStringList{u"ENV_DIFFERS"_s});
}

void TestCertificate::liveTarget()
{
    GateRequest live = request();
    live.live = [](std::stop_token) {
        return base::Result<LiveTarget>(LiveTarget{u"pg:7311/orders"_s, u"sha256:base"_s});
    };
    QVERIFY(must(askGate(live, nullptr)).open);
    live.live = [](std::stop_token) {
        return base::Result<LiveTarget>(LiveTarget{u"pg:7311/orders"_s, u"sha256:else"_s});
    };
    QCOMPARE(codes(must(askGate(live, nullptr)).evaluation), QStringList{u"BASE_MOVED"_s});
    live.live = [](std::stop_token) {
        return base::Result<LiveTarget>(LiveTarget{u"pg:1/orders"_s, u"sha256:base"_s});
    };
    QCOMPARE(codes(must(askGate(live, nullptr)).evaluation), QStringList{u"ENV_DIFFERS"_s});
    live.live = [](std::stop_token) {
        return base::Result<LiveTarget>(std::unexpected(base::undecided(u"UNREACHABLE: x"_s)));
    };
    QCOMPARE(askGate(live, nullptr).error().kind, base::ErrorKind::Undecided);
}

void TestCertificate::expires()
{
    GateRequest late = request();
    late.nowUs += 25LL * 3600 * 1000000;
    QCOMPARE(codes(must(askGate(late, nullptr)).evaluation), QStringList{u"CERT_EXPIRED"_s});
    GateRequest early = request();
    early.nowUs -= 3600LL * 1000000;
    const GateAnswer behind = must(askGate(early, nullptr));
    QVERIFY(!behind.open);
    QCOMPARE(behind.evaluation.verdict, VerdictKind::Error);
    // An issuer cannot give a certificate a longer life than the policy does.
    GateRequest longer = request();
    longer.certificate = resigned(
        [](JsonObject &predicate) { predicate.insert_or_assign(u"not_after"_s, Json(qint64{1} << 52)); }, u"ci"_s);
    QVERIFY(must(askGate(longer, nullptr)).open);
    longer.nowUs = late.nowUs;
    QVERIFY(!must(askGate(longer, nullptr)).open);
}

void TestCertificate::otherTrust()
{
    for (const auto &edit : std::vector<std::function<void(Trust &)>>{
             [](Trust &trust) { trust.ledger = u"L-0000000000000000"_s; },
             [](Trust &trust) { trust.genesis = QString(64, u'0'); },
             [](Trust &trust) { trust.minimumSerial = 2; },
             [](Trust &trust) { trust.threshold = 2; },
             [this](Trust &trust) { trust.admins[0].key = m_bench.person(u"eve"_s).key.key.line(); },
         }) {
        GateRequest other = request();
        edit(*other.trust);
        QCOMPARE(askGate(other, nullptr).error().kind, base::ErrorKind::Integrity);
    }
    GateRequest none = request();
    none.trust.reset();
    QCOMPARE(askGate(none, nullptr).error().kind, base::ErrorKind::Usage);
}

void TestCertificate::bytesFlipped()
{
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int cases = qEnvironmentVariableIsSet("CS_SOAK") ? 20000 : 1500;
    QRandomGenerator random(seed);
    int accepted = 0;
    for (int i = 0; i < cases; ++i) {
        QByteArray bad = m_certificate;
        const int size = static_cast<int>(bad.size());
        switch (random.bounded(4)) {
        case 0:
            bad[random.bounded(size)] = static_cast<char>(bad[random.bounded(size)] ^ (1 << random.bounded(8)));
            break;
        case 1:
            bad.remove(random.bounded(size), 1 + random.bounded(40));
            break;
        case 2:
            bad.insert(random.bounded(size), bad.mid(random.bounded(size), 1 + random.bounded(40)));
            break;
        default:
            bad.truncate(random.bounded(size));
            break;
        }
        if (bad == m_certificate) {
            continue;
        }
        GateRequest mutated = request();
        mutated.certificate = bad;
        const auto answer = askGate(mutated, nullptr);
        accepted += answer && answer->open ? 1 : 0;
        QVERIFY2(!answer && answer.error().kind == base::ErrorKind::Integrity,
                 qPrintable(u"seed %1 case %2"_s.arg(seed).arg(i)));
    }
    QCOMPARE(accepted, 0);
    qInfo("seed %u: %d mutations, none accepted", seed, cases);
}

/// The certificate with an edited predicate, signed again by somebody.
QByteArray TestCertificate::resigned(const std::function<void(JsonObject &)> &edit, const QString &who)
{
    const Json envelope = must(decodeJson(m_certificate, certificateBytesLimit));
    const QByteArray payload = QByteArray::fromBase64(envelope.object()->at(u"payload"_s).string()->toLatin1());
    JsonObject statement = *must(decodeJson(payload, certificateBytesLimit)).object();
    JsonObject predicate = *statement.at(u"predicate"_s).object();
    edit(predicate);
    statement.insert_or_assign(u"predicate"_s, Json(predicate));
    const QByteArray bytes = Json(statement).encode();
    const Signatory signer = m_bench.person(who);
    const QByteArray signature = must(sign(signer.key, certificateNamespace,
                                           preAuthenticationEncoding(certificatePayloadType, bytes), signer.options));
    return Json(JsonObject{{u"payload"_s, QString::fromLatin1(bytes.toBase64())},
                           {u"payloadType"_s, QString::fromLatin1(certificatePayloadType)},
                           {u"signatures"_s,
                            JsonArray{Json(JsonObject{{u"keyid"_s, signer.key.key.fingerprint()},
                                                      {u"sig"_s, QString::fromLatin1(signature.toBase64())}})}}})
        .encode();
}

void TestCertificate::eventsLeftOut()
{
    const auto count = must(readCertificate(m_certificate)).events.size();
    int opened = 0;
    for (qsizetype left = 0; left < count; ++left) {
        GateRequest spliced = request();
        spliced.certificate = resigned(
            [&](JsonObject &predicate) {
                JsonArray events = *predicate.at(u"events"_s).array();
                events.erase(events.begin() + left);
                predicate.insert_or_assign(u"events"_s, Json(events));
            },
            u"ci"_s);
        const auto answer = askGate(spliced, nullptr);
        opened += answer && answer->open ? 1 : 0;
        // The requested changes, which cy lifted later, cannot be left out: cy had seen them.
        QVERIFY2(!answer || !answer->open, qPrintable(u"without event %1"_s.arg(left)));
    }
    QCOMPARE(opened, 0);
}

void TestCertificate::eventsReordered()
{
    GateRequest spliced = request();
    spliced.certificate = resigned(
        [&](JsonObject &predicate) {
            JsonArray events = *predicate.at(u"events"_s).array();
            std::swap(events[events.size() - 1], events[events.size() - 2]);
            predicate.insert_or_assign(u"events"_s, Json(events));
        },
        u"ci"_s);
    QCOMPARE(askGate(spliced, nullptr).error().kind, base::ErrorKind::Integrity);
}

void TestCertificate::signedByAStranger()
{
    GateRequest stranger = request();
    stranger.certificate = resigned([](JsonObject &) {}, u"mallory"_s);
    QCOMPARE(askGate(stranger, nullptr).error().kind, base::ErrorKind::Integrity);
    GateRequest same = request();
    same.certificate = resigned([](JsonObject &) {}, u"ci"_s);
    QVERIFY(must(askGate(same, nullptr)).open);
}

void TestCertificate::onlineSeesLaterVeto()
{
    Ledger ledger = must(Ledger::open(m_bench.locator(), m_bench.client()));
    must(vote(ledger, m_change, m_digest, VoteKind::Veto, {}, {}, m_bench.person(u"cy"_s)));
    QVERIFY(must(askGate(request(), nullptr)).open);
    const GateAnswer online = must(askGate(request(), &ledger));
    QVERIFY(!online.open);
    QCOMPARE(codes(online.evaluation), QStringList{u"VETO"_s});
    must(vote(ledger, m_change, m_digest, VoteKind::Abstain, {}, {}, m_bench.person(u"cy"_s)));
    QVERIFY(must(askGate(request(), &ledger)).open);
}

void TestCertificate::onlineSeesReplay()
{
    Ledger ledger = must(Ledger::open(m_bench.locator(), m_bench.client()));
    const Signatory ci = m_bench.person(u"ci"_s);
    const Appended attempt = must(beginDeployment(ledger, m_change, m_digest, false, {}, ci));
    QCOMPARE(codes(must(askGate(request(), &ledger)).evaluation), QStringList{u"ALREADY_DEPLOYED"_s});
    must(finishDeployment(ledger, attempt.eid, DeployResult::Failed, ci));
    QVERIFY(must(askGate(request(), &ledger)).open);
}

void TestCertificate::expectedHead()
{
    const Certificate certificate = must(readCertificate(m_certificate));
    GateRequest pinned = request();
    pinned.expectHead = u"%1:%2"_s.arg(certificate.head.size).arg(shortLink(certificate.head.link));
    QVERIFY(must(askGate(pinned, nullptr)).open);
    pinned.expectHead = u"%1:%2"_s.arg(certificate.head.size + 50).arg(certificate.head.link);
    QVERIFY(askGate(pinned, nullptr).error().message.startsWith(u"ROLLED_BACK"));
    pinned.expectHead = u"%1:%2"_s.arg(certificate.head.size).arg(QString(64, u'0'));
    QVERIFY(askGate(pinned, nullptr).error().message.startsWith(u"FORKED"));
    pinned.expectHead = u"nonsense"_s;
    QCOMPARE(askGate(pinned, nullptr).error().kind, base::ErrorKind::Usage);
}

void TestCertificate::stagesIntoAFreshFolder()
{
    const GateAnswer answer = must(askGate(request(), nullptr));
    const QString out = m_bench.path(u"staged"_s);
    must(stageFiles(answer, m_files, out));
    QVERIFY(must(readMigrationFolder(out)) == m_files);
    QVERIFY(!(QFile::permissions(out) & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(stageFiles(answer, m_files, out).error().kind, base::ErrorKind::Conflict);
    QList<MigrationFile> changed = m_files;
    changed[0].bytes += ' ';
    QCOMPARE(stageFiles(answer, changed, m_bench.path(u"staged2"_s)).error().kind, base::ErrorKind::Integrity);
}

void TestCertificate::nothingToCertify()
{
    Ledger ledger = must(Ledger::open(m_bench.locator(), m_bench.client()));
    const OpenedRevision opened = must(openChange(ledger, u"Other"_s, Workbench::revision(), m_bench.person(u"eve"_s)));
    QCOMPARE(issueCertificate(ledger, opened.change, m_bench.person(u"ci"_s)).error().kind,
             base::ErrorKind::NotAllowed);
}

void TestCertificate::checkpoint()
{
    const QByteArray note = must(signCheckpoint(*m_ledger, m_bench.person(u"ada"_s)));
    const Checkpoint read = must(readCheckpoint(note));
    QCOMPARE(read.head, m_ledger->state().head);
    QCOMPARE(read.by, u"ada"_s);
    QVERIFY(!readCheckpoint(m_certificate));
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
