#include "base/digest.h"
#include "review/gate.h"
#include "review/maintenance.h"
#include "review/workbench.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// What somebody tries who writes past the program: with a key of the roster or without, straight into the store, which
/// accepts any event. Every attack must be seen or have no effect; the number of false accepts is 0.
class TestAttacks : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void withoutAnAttackItIsApproved();
    void voteFromAnotherLedger();
    void voteOfAnotherChange();
    void signatureForAnotherPurpose_data();
    void signatureForAnotherPurpose();
    void inTheNameOfAnother();
    void beforeTheKeyWasKnown();
    void afterThePersonLeft();
    void secondKeyOfTheAuthor();
    void authorByMail();
    void reviewerWhoContributesLater();
    void machinesDoNotReview();
    void keyOfAnotherRevoked();
    void emergencySecondedElsewhere();
    void emergencyByCompromisedKeys();
    void policyBySomebodyElse();
    void policyWithoutItsQuorum();
    void policyByACompromisedKey();
    void confirmedByItsAuthor();
    void confirmedBeforeTheEnd();
    void sharedAddress();
    void restoreSignedByAFormerAdmin();
    void deploymentWithoutTheRole();
    void revisionThatHidesItsAuthors();
    void waiversEnd();
    void slanderIsHealedByRevoking();
    void digestsThatBeginAlike();
    void namesOfFilesInALedgerId();
    void brokenEvents_data();
    void brokenEvents();

private:
    struct Forgery {
        QString change;
        Body body;
        Signatory by;
        QString as = {};     ///< roster id claimed; empty: the signer's
        QString ledger = {}; ///< empty: this one's
        QByteArrayView purpose = eventNamespace;
        std::optional<Head> witness = {};
        QList<QByteArray> blobs = {};
    };
    /// Signs what the program would refuse to sign and puts it into the store.
    QString forge(const Forgery &forgery);
    void reopen() { m_ledger.emplace(must(Ledger::open(m_bench->locator(), m_bench->client()))); }
    Signatory person(const QString &id) { return m_bench->person(id); }
    Evaluation now() { return m_ledger->evaluate(m_change, m_digest); }
    Vote approval() const { return {m_digest, VoteKind::Approve, {}, {}}; }
    QStringList blocks();
    const Event &event(const QString &eid) { return *m_ledger->state().event(eid); }

    std::unique_ptr<Workbench> m_bench;
    std::optional<Ledger> m_ledger;
    QString m_change;
    QString m_digest;
};

void TestAttacks::init()
{
    m_ledger.reset();
    m_bench = std::make_unique<Workbench>();
    m_ledger.emplace(m_bench->ledger(teamPolicy(), team()));
    const OpenedRevision opened = must(openChange(*m_ledger, u"Note"_s, Workbench::revision(), person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"bo"_s)));
}

QString TestAttacks::forge(const Forgery &forgery)
{
    const LedgerState &state = m_ledger->state();
    Payload payload;
    payload.ledger = forgery.ledger.isEmpty() ? state.ledger : forgery.ledger;
    payload.change = forgery.change;
    payload.by = forgery.as.isEmpty() ? forgery.by.person : forgery.as;
    payload.at = m_bench->nowUs;
    payload.nonce = randomNonce();
    payload.witness = forgery.witness.value_or(state.head);
    payload.body = forgery.body;
    const QByteArray bytes = encodePayload(payload);
    const QByteArray signature = must(
        sign(forgery.by.key, forgery.purpose, preAuthenticationEncoding(eventPayloadType, bytes), forgery.by.options));
    const QString eid = eventId(bytes);
    must(m_ledger->storage().append({eid, forgery.change, kindName(forgery.body), bytes, signature, forgery.blobs, {}},
                                    m_bench->nowUs, {}));
    return eid;
}

QStringList TestAttacks::blocks()
{
    QStringList names;
    for (const Reason &reason : now().reasons) {
        if (reason.severity == ReasonSeverity::Block) {
            names << codeName(reason.code);
        }
    }
    return names;
}

void TestAttacks::withoutAnAttackItIsApproved()
{
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
    forge({m_change, approval(), person(u"ada"_s)});
    reopen();
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestAttacks::voteFromAnotherLedger()
{
    forge({.change = m_change, .body = approval(), .by = person(u"ada"_s), .ledger = randomId(u'L')});
    const auto opened = Ledger::open(m_bench->locator(), m_bench->client());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::ErrorKind::Integrity);
}

void TestAttacks::voteOfAnotherChange()
{
    RevisionInput input = Workbench::revision("DROP TABLE trips;\n");
    const OpenedRevision other = must(openChange(*m_ledger, u"Other"_s, input, person(u"eve"_s)));
    // ada approves the other change; the same vote is claimed for this one, and a vote for that digest here.
    const QString eid = forge({m_change, Vote{other.digest, VoteKind::Approve, {}, {}}, person(u"ada"_s)});
    reopen();
    QVERIFY(!event(eid).note.isEmpty());
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
    const StoredEvent vote = [&] {
        StoredEvent last;
        must(m_ledger->storage().events(0,
                                        [&](const StoredEvent &e) {
                                            last = e;
                                            return base::Result<void>();
                                        },
                                        {}));
        return last;
    }();
    must(m_ledger->storage().append(
        {base::sha256Hex("x"), other.change, vote.kind, vote.payload, vote.signature, {}, {}}, m_bench->nowUs, {}));
    QCOMPARE(Ledger::open(m_bench->locator(), m_bench->client()).error().kind, base::ErrorKind::Integrity);
}

void TestAttacks::signatureForAnotherPurpose_data()
{
    QTest::addColumn<QByteArray>("purpose");
    for (const char *purpose : {"countersign-checkpoint-v1", "countersign-certificate-v1", "git", "file",
                                "countersign-event-v2", "Countersign-Event-v1"}) {
        QTest::newRow(purpose) << QByteArray(purpose);
    }
}

void TestAttacks::signatureForAnotherPurpose()
{
    QFETCH(QByteArray, purpose);
    forge({.change = m_change, .body = approval(), .by = person(u"ada"_s), .purpose = purpose});
    const auto opened = Ledger::open(m_bench->locator(), m_bench->client());
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.startsWith(u"SIG_INVALID"), qPrintable(opened.error().message));
    // The defect is named by place for whoever looks closer.
    const VerifyResult verified = must(verifyLedger(m_bench->locator(), m_bench->client(), true));
    QCOMPARE(verified.bad.size(), 1);
    QCOMPARE(verified.bad[0].code, Code::SigInvalid);
    QCOMPARE(verified.bad[0].seq, verified.events);
}

void TestAttacks::inTheNameOfAnother()
{
    const QString byRoster = forge({.change = m_change, .body = approval(), .by = person(u"eve"_s), .as = u"ada"_s});
    const QString byStranger =
        forge({.change = m_change, .body = approval(), .by = person(u"mallory"_s), .as = u"ada"_s});
    const QString stranger = forge({.change = m_change, .body = approval(), .by = person(u"mallory"_s)});
    reopen();
    for (const QString &eid : {byRoster, byStranger, stranger}) {
        QVERIFY(event(eid).withoutEffect == Code::KeyUnknown);
    }
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
}

void TestAttacks::beforeTheKeyWasKnown()
{
    // dan's vote lies in the ledger before dan is anybody: his place counts, not what is true later.
    const QString early = forge({m_change, approval(), person(u"dan"_s)});
    reopen();
    const QByteArray policy = teamPolicy().replace("serial = 1", "serial = 2") + "\n[person.dan]\nroles = [\"dba\"]\n";
    must(activatePolicy(*m_ledger, policy, m_bench->signers(team() << u"dan"_s), person(u"ada"_s)));
    reopen();
    QVERIFY(event(early).withoutEffect == Code::KeyUnknown);
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"dan"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestAttacks::afterThePersonLeft()
{
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    QByteArray policy = teamPolicy().replace("serial = 1", "serial = 2");
    policy.replace("[person.bo]\nroles = [\"dba\", \"owner\"]\n", "");
    const QStringList left{u"ada"_s, u"cy"_s, u"eve"_s, u"ci"_s};
    must(activatePolicy(*m_ledger, policy, m_bench->signers(left), person(u"ada"_s)));
    QVERIFY(blocks().contains(u"SLOT_UNFILLED"));
    forge({m_change, approval(), person(u"bo"_s)});
    reopen();
    QVERIFY(blocks().contains(u"SLOT_UNFILLED"));
}

void TestAttacks::secondKeyOfTheAuthor()
{
    const QByteArray policy =
        teamPolicy().replace("serial = 1", "serial = 2").replace("[\"dev\"]", "[\"dba\", \"lead\"]");
    const QByteArray signers = m_bench->signers(team()) + "eve " + person(u"eve2"_s).key.key.line().toUtf8() + '\n';
    must(activatePolicy(*m_ledger, policy, signers, person(u"ada"_s)));
    Signatory second = person(u"eve2"_s);
    second.person = u"eve"_s;
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, second).error().kind,
             base::ErrorKind::NotAllowed);
    forge({m_change, approval(), second});
    reopen();
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
    // One key for two people is refused before it can do anything.
    QVERIFY(!parseAllowedSigners(m_bench->signers({u"ada"_s}) + "bo " + person(u"ada"_s).key.key.line().toUtf8()));
}

void TestAttacks::authorByMail()
{
    RevisionInput input = Workbench::revision("ALTER TABLE trips ADD by_mail text;\n");
    // eve's mail as Git knows it, opened by somebody else: eve stays a contributor, also with a role that may approve.
    input.contributors = {u"Eve@Example.org"_s};
    const OpenedRevision opened = must(openChange(*m_ledger, u"Mail"_s, input, person(u"cy"_s)));
    const QByteArray policy =
        teamPolicy().replace("serial = 1", "serial = 2").replace("[\"dev\"]", "[\"dba\", \"owner\"]");
    must(activatePolicy(*m_ledger, policy, m_bench->signers(team()), person(u"ada"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    forge({m_change, approval(), person(u"eve"_s)});
    forge({m_change, approval(), person(u"ada"_s)});
    reopen();
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
}

void TestAttacks::reviewerWhoContributesLater()
{
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    const OpenedRevision second = must(addRevision(
        *m_ledger, m_change, Workbench::revision("-- bo's\nALTER TABLE trips ADD note text;\n"), person(u"bo"_s)));
    QVERIFY(blocks().contains(u"SUPERSEDED"));
    m_digest = second.digest;
    forge({m_change, approval(), person(u"bo"_s)});
    forge({m_change, approval(), person(u"ada"_s)});
    reopen();
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
}

void TestAttacks::machinesDoNotReview()
{
    const QByteArray policy =
        teamPolicy().replace("serial = 1", "serial = 2").replace("[\"deployer\"]", "[\"deployer\", \"dba\"]");
    must(activatePolicy(*m_ledger, policy, m_bench->signers(team()), person(u"ada"_s)));
    const QString eid = forge({m_change, approval(), person(u"ci"_s)});
    reopen();
    QVERIFY(!event(eid).note.isEmpty());
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
}

void TestAttacks::keyOfAnotherRevoked()
{
    // eve calls cy's key her own, compromised from the start, so that cy's veto would not be heard.
    const QString cysKey = person(u"cy"_s).key.key.fingerprint();
    const QString eid = forge({{}, KeyRevoke{u"eve"_s, cysKey, RevocationCause::Compromised, 1}, person(u"eve"_s)});
    const QString claimed = forge({{}, KeyRevoke{u"cy"_s, cysKey, RevocationCause::Compromised, 1}, person(u"eve"_s)});
    reopen();
    QVERIFY(!event(eid).note.isEmpty());
    QVERIFY(!event(claimed).note.isEmpty());
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, {}, person(u"cy"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    QCOMPARE(blocks(), QStringList{u"VETO"_s});
}

void TestAttacks::emergencySecondedElsewhere()
{
    const Appended emergency = must(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, person(u"cy"_s)));
    const OpenedRevision other =
        must(openChange(*m_ledger, u"Other"_s, Workbench::revision("SELECT 2;\n"), person(u"eve"_s)));
    forge({other.change, Endorse{emergency.eid}, person(u"bo"_s)});
    forge({{}, Endorse{emergency.eid}, person(u"bo"_s)});
    forge({m_change, Endorse{emergency.eid}, person(u"cy"_s)});
    forge({m_change, Endorse{emergency.eid}, person(u"ci"_s)});
    reopen();
    QCOMPARE(now().verdict, VerdictKind::Pending);
    must(endorse(*m_ledger, emergency.eid, person(u"bo"_s)));
    QCOMPARE(now().verdict, VerdictKind::Emergency);
}

void TestAttacks::emergencyByCompromisedKeys()
{
    const Appended emergency = must(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, person(u"cy"_s)));
    must(endorse(*m_ledger, emergency.eid, person(u"bo"_s)));
    QCOMPARE(now().verdict, VerdictKind::Emergency);
    must(revokeKey(*m_ledger, u"bo"_s, person(u"bo"_s).key.key.fingerprint(), RevocationCause::Compromised, 1,
                   person(u"ada"_s)));
    QCOMPARE(now().verdict, VerdictKind::Pending);
}

void TestAttacks::policyBySomebodyElse()
{
    const QByteArray policy = teamPolicy()
                                  .replace("serial = 1", "serial = 2")
                                  .replace("\"strict\"", "\"off\"")
                                  .replace("people = [\"ada\"]", "people = [\"eve\"]");
    const QByteArray signers = m_bench->signers(team());
    const QString inForce = m_ledger->state().policy()->eid;
    const PolicyActivate body{2, base::sha256Hex(policy), base::sha256Hex(signers), inForce};
    const QString eid = forge({.change = {}, .body = body, .by = person(u"eve"_s), .blobs = {policy, signers}});
    forge({{}, Endorse{eid}, person(u"ada"_s)});
    // An old policy does not come back: its serial is not larger, or what it replaces is not in force.
    const QString stale = forge({{}, PolicyActivate{1, body.policy, body.signers, inForce}, person(u"ada"_s)});
    const QString orphan = forge({{}, PolicyActivate{3, body.policy, body.signers, {}}, person(u"ada"_s)});
    // The bytes name another serial than the event.
    const QString liar = forge({{}, PolicyActivate{9, body.policy, body.signers, inForce}, person(u"ada"_s)});
    reopen();
    QCOMPARE(m_ledger->state().policy()->eid, inForce);
    for (const QString &refused : {eid, stale, orphan, liar}) {
        QVERIFY(!event(refused).note.isEmpty());
    }
}

void TestAttacks::policyWithoutItsQuorum()
{
    const QByteArray two =
        teamPolicy()
            .replace("serial = 1", "serial = 2")
            .replace("people = [\"ada\"], threshold = 1", "people = [\"ada\", \"cy\"], threshold = 2");
    must(activatePolicy(*m_ledger, two, m_bench->signers(team()), person(u"ada"_s)));
    const QByteArray weak = QByteArray(two)
                                .replace("serial = 2", "serial = 3")
                                .replace("slots = [\"dba\", \"owner\"]", "slots = [\"dba\"]");
    const Appended proposed = must(activatePolicy(*m_ledger, weak, m_bench->signers(team()), person(u"ada"_s)));
    forge({{}, Endorse{proposed.eid}, person(u"ada"_s)});
    forge({{}, Endorse{proposed.eid}, person(u"bo"_s)});
    forge({.change = {}, .body = Endorse{proposed.eid}, .by = person(u"eve"_s), .as = u"cy"_s});
    reopen();
    QCOMPARE(m_ledger->state().policy()->serial, 2);
    QVERIFY(now().verdict != VerdictKind::Approved);
    must(endorse(*m_ledger, proposed.eid, person(u"cy"_s)));
    QCOMPARE(m_ledger->state().policy()->serial, 3);
}

void TestAttacks::policyByACompromisedKey()
{
    const QByteArray two =
        teamPolicy().replace("serial = 1", "serial = 2").replace("people = [\"ada\"]", "people = [\"ada\", \"cy\"]");
    must(activatePolicy(*m_ledger, two, m_bench->signers(team()), person(u"ada"_s)));
    const qint64 stolenFrom = m_ledger->state().head.size + 1;
    // Whoever has ada's key lets one approval be enough.
    const QByteArray weak = QByteArray(two)
                                .replace("serial = 2", "serial = 3")
                                .replace("slots = [\"dba\", \"owner\"]", "slots = [\"dba\"]");
    must(activatePolicy(*m_ledger, weak, m_bench->signers(team()), person(u"ada"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    must(revokeKey(*m_ledger, u"ada"_s, person(u"ada"_s).key.key.fingerprint(), RevocationCause::Compromised,
                   stolenFrom, person(u"cy"_s)));
    QCOMPARE(blocks(), QStringList{u"POLICY_INVALID"_s});
    const QByteArray good = QByteArray(two).replace("serial = 2", "serial = 4");
    must(activatePolicy(*m_ledger, good, m_bench->signers({u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s}), person(u"cy"_s)));
    QCOMPARE(blocks(), QStringList{u"SLOT_UNFILLED"_s});
}

void TestAttacks::confirmedByItsAuthor()
{
    const Appended attempt = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, person(u"ci"_s)));
    must(finishDeployment(*m_ledger, attempt.eid, DeployResult::Ok, person(u"ci"_s)));
    forge({m_change, DeployConfirm{attempt.eid, true, u"sha256:result"_s}, person(u"eve"_s)});
    reopen();
    QCOMPARE(now().state, ChangeState::DeployedUnverified);
    must(confirmDeployment(*m_ledger, attempt.eid, false, u"sha256:else"_s, person(u"ci"_s)));
    QCOMPARE(now().state, ChangeState::Mismatch);
}

void TestAttacks::confirmedBeforeTheEnd()
{
    // A schema that was as expected before anything ran proves nothing about what ran.
    const Appended attempt = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, person(u"ci"_s)));
    QCOMPARE(confirmDeployment(*m_ledger, attempt.eid, true, u"sha256:result"_s, person(u"ci"_s)).error().kind,
             base::ErrorKind::Conflict);
    const QString early = forge({m_change, DeployConfirm{attempt.eid, true, u"sha256:result"_s}, person(u"ci"_s)});
    reopen();
    QVERIFY(!event(early).note.isEmpty());
    must(finishDeployment(*m_ledger, attempt.eid, DeployResult::Ok, person(u"ci"_s)));
    QCOMPARE(now().state, ChangeState::DeployedUnverified);
}

void TestAttacks::sharedAddress()
{
    // bo and ada commit with one address: neither may approve what it wrote.
    const QByteArray policy =
        teamPolicy()
            .replace("serial = 1", "serial = 2")
            .replace("roles = [\"dba\", \"lead\"]", "roles = [\"dba\"]\nmail = [\"Team@x.org\"]")
            .replace("roles = [\"dba\", \"owner\"]", "roles = [\"dba\"]\nmail = [\"team@x.org\"]");
    must(activatePolicy(*m_ledger, policy, m_bench->signers(team()), person(u"ada"_s)));
    RevisionInput input = Workbench::revision("SELECT 2;\n");
    input.contributors = {u"TEAM@x.org"_s};
    const OpenedRevision opened = must(openChange(*m_ledger, u"Shared"_s, input, person(u"eve"_s)));
    for (const QString &id : {u"ada"_s, u"bo"_s}) {
        QCOMPARE(vote(*m_ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, person(id)).error().kind,
                 base::ErrorKind::NotAllowed);
        forge({opened.change, Vote{opened.digest, VoteKind::Approve, {}, {}}, person(id)});
    }
    reopen();
    const QList<VoteView> votes = m_ledger->evaluate(opened.change, opened.digest).votes;
    QCOMPARE(votes.size(), 2);
    QVERIFY(std::all_of(votes.begin(), votes.end(),
                        [](const VoteView &view) { return !view.counts && view.why == Code::SelfApproval; }));
}

void TestAttacks::restoreSignedByAFormerAdmin()
{
    // ada signs a loss while she is an admin; later she is none, and only bo of the two that are needed signs.
    const QByteArray two =
        teamPolicy()
            .replace("serial = 1", "serial = 2")
            .replace("people = [\"ada\"], threshold = 1", "people = [\"ada\", \"bo\"], threshold = 2");
    must(activatePolicy(*m_ledger, two, m_bench->signers(team()), person(u"ada"_s)));
    const Head lost{m_ledger->state().head.size + 5, QString(64, u'e')};
    const QString restore = forge({{}, Restore{m_ledger->state().head, lost, u"gone"_s}, person(u"ada"_s)});
    reopen();
    const QByteArray without = QByteArray(two)
                                   .replace("serial = 2", "serial = 3")
                                   .replace("people = [\"ada\", \"bo\"]", "people = [\"bo\", \"cy\"]");
    const Appended activated = must(activatePolicy(*m_ledger, without, m_bench->signers(team()), person(u"ada"_s)));
    must(endorse(*m_ledger, activated.eid, person(u"bo"_s)));
    forge({{}, Endorse{restore}, person(u"bo"_s)});
    reopen();
    QVERIFY(!m_ledger->state().restores.first().inForce);
    forge({{}, Endorse{restore}, person(u"cy"_s)});
    reopen();
    QVERIFY(m_ledger->state().restores.first().inForce);
}

void TestAttacks::deploymentWithoutTheRole()
{
    const QString begun = forge({m_change, DeployBegin{m_digest, false, {}}, person(u"eve"_s)});
    reopen();
    QVERIFY(!event(begun).note.isEmpty());
    const Appended attempt = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, person(u"ci"_s)));
    // Not by eve, and there is one open attempt at a time.
    forge({m_change, DeployFinish{attempt.eid, DeployResult::Failed}, person(u"eve"_s)});
    const QString second = forge({m_change, DeployBegin{m_digest, false, {}}, person(u"ci"_s)});
    reopen();
    QVERIFY(!event(second).note.isEmpty());
    QCOMPARE(now().state, ChangeState::Deploying);
}

void TestAttacks::revisionThatHidesItsAuthors()
{
    Manifest manifest = m_ledger->state().changes[m_change].latest()->manifest;
    manifest.parent = m_digest;
    manifest.contributors = {u"bo"_s};
    const QByteArray bytes = encodeManifest(manifest);
    const QString digest = revisionDigest(bytes);
    const QString eid =
        forge({.change = m_change, .body = RevisionAdd{digest}, .by = person(u"bo"_s), .blobs = {bytes}});
    reopen();
    QVERIFY(!event(eid).note.isEmpty());
    QCOMPARE(m_ledger->state().changes[m_change].revisions.size(), 1);
}

void TestAttacks::waiversEnd()
{
    constexpr qint64 day = 24LL * 3600 * 1000000;
    RevisionInput input = Workbench::revision("ALTER TABLE trips ADD w text;\n");
    ManifestReport report;
    report.findings = QString(64, u'a');
    report.rules = u"r1"_s;
    report.tool = u"test"_s;
    report.errors = {u"drop-table@public.trips"_s};
    input.report = report;
    const OpenedRevision opened = must(openChange(*m_ledger, u"Waived"_s, input, person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    for (const QString &id : {u"ada"_s, u"bo"_s}) {
        must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(id)));
    }
    const QString finding = report.errors.first();
    const QString reason = u"accepted for the night, INC-7"_s;
    // Too long, too short a reason, by a contributor, for another finding: none of them holds.
    forge({m_change, Waive{finding, {}, reason, m_bench->nowUs + 400 * day}, person(u"cy"_s)});
    forge({m_change, Waive{finding, {}, u"ok"_s, m_bench->nowUs + day}, person(u"cy"_s)});
    forge({m_change, Waive{finding, {}, reason, m_bench->nowUs + day}, person(u"eve"_s)});
    forge({m_change, Waive{u"drop-table@public.trip"_s, {}, reason, m_bench->nowUs + day}, person(u"cy"_s)});
    reopen();
    QVERIFY(now().verdict == VerdictKind::Blocked);
    must(waiveFinding(*m_ledger, m_change, finding, {}, reason, m_bench->nowUs + day, person(u"cy"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    m_bench->nowUs += day;
    QCOMPARE(blocks(), QStringList{u"WAIVER_EXPIRED"_s});
}

void TestAttacks::slanderIsHealedByRevoking()
{
    const qint64 from = m_ledger->state().head.size + 1;
    forge({.change = m_change,
           .body = Vote{m_digest, VoteKind::Abstain, {}, {}},
           .by = person(u"eve"_s),
           .witness = Head{90, QString(64, u'b')}});
    reopen();
    QVERIFY(m_ledger->state().readOnly);
    QCOMPARE(now().verdict, VerdictKind::Error);
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)).error().kind,
             base::ErrorKind::Integrity);
    must(revokeKey(*m_ledger, u"eve"_s, person(u"eve"_s).key.key.fingerprint(), RevocationCause::Compromised, from,
                   person(u"ada"_s)));
    QVERIFY(!m_ledger->state().readOnly);
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    reopen();
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

/// 48 bits can be made to agree: who writes two revisions could show one and have the other one signed.
void TestAttacks::digestsThatBeginAlike()
{
    ChangeRecord change;
    RevisionRecord shown;
    shown.number = 1;
    shown.digest = u"0123456789ab"_s + QString(52, u'0');
    RevisionRecord other = shown;
    other.number = 2;
    other.digest.replace(12, 52, QString(52, u'1'));
    change.revisions << shown;
    QCOMPARE(must(revisionThatWasRead(change, u"0123456789AB"_s))->number, 1);
    QCOMPARE(revisionThatWasRead(change, u"0123456789a"_s).error().kind, base::ErrorKind::Usage);
    change.revisions << other;
    QCOMPARE(revisionThatWasRead(change, u"0123456789ab"_s).error().kind, base::ErrorKind::Conflict);
    QCOMPARE(must(revisionThatWasRead(change, shown.digest))->number, 1);
    QCOMPARE(must(revisionThatWasRead(change, u"0123456789ab1"_s))->number, 2);
}

void TestAttacks::namesOfFilesInALedgerId()
{
    const QString place = m_bench->path(u"crafted.sqlite"_s);
    QVERIFY(store::createStore(u"sqlite:"_s + place, u"../../outside"_s, std::chrono::seconds(5)).has_value());
    const auto opened = Ledger::open(u"sqlite:"_s + place, m_bench->client());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::ErrorKind::Integrity);
}

void TestAttacks::brokenEvents_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<base::ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &payload,
                        base::ErrorKind kind = base::ErrorKind::Integrity) { QTest::newRow(name) << payload << kind; };
    row("empty", "");
    row("no JSON", "hello");
    row("null", "null");
    row("deep", QByteArray(100000, '['));
    row("duplicate key", R"({"v":1,"v":1})");
    row("newer version", R"({"v":2})", base::ErrorKind::Undecided);
    row("no version", "{}");
    row("bidi in a key", "{\"v\xe2\x80\xae\":1}");
    row("large", '"' + QByteArray(255 * 1024, 'x') + '"');
}

void TestAttacks::brokenEvents()
{
    QFETCH(QByteArray, payload);
    QFETCH(base::ErrorKind, kind);
    const Signatory ada = person(u"ada"_s);
    const QByteArray signature =
        must(sign(ada.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, payload), ada.options));
    must(m_ledger->storage().append({eventId(payload), m_change, u"vote"_s, payload, signature, {}, {}}, m_bench->nowUs,
                                    {}));
    const auto opened = Ledger::open(m_bench->locator(), m_bench->client());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, kind);
    QVERIFY(!opened.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
