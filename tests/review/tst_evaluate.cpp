#include "review/workbench.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000000;

QStringList codes(const Evaluation &evaluation, ReasonSeverity severity = ReasonSeverity::Block)
{
    QStringList names;
    for (const Reason &reason : evaluation.reasons) {
        if (reason.severity == severity) {
            names << codeName(reason.code);
        }
    }
    return names;
}

ManifestReport cleanReport()
{
    ManifestReport report;
    report.findings = QString(64, u'a');
    report.rules = u"r1"_s;
    report.tool = u"test"_s;
    report.checks = {{u"rehearsal"_s, true}};
    return report;
}

} // namespace

/// One change through its life, step by step.
class TestEvaluate : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void approvedByTwo();
    void selfApprovalDoesNotCount();
    void requestedChangesBlockLaterRevisions();
    void vetoAndItsLifting();
    void lateApprovalDoesNotLiftAVeto();
    void staleAfterRevise();
    void carriesOnlyWhatItMay();
    void acknowledgements();
    void checksAndWaivers();
    void wayBackInTheSameFile();
    void blockingComments();
    void ageFreezeAndClock();
    void deployments();
    void emergencyAndItsDebt();
    void revokedKeys();
    void observedTargets();
    void policyQuorum();

private:
    void open(const QByteArray &policy = teamPolicy(), const RevisionInput &input = Workbench::revision());
    void approve(const QString &who, const QStringList &acks = {});
    Evaluation now(const Observed &observed = {}) { return m_ledger->evaluate(m_change, m_digest, observed); }

    std::unique_ptr<Workbench> m_bench;
    std::optional<Ledger> m_ledger;
    QString m_change;
    QString m_digest;
};

void TestEvaluate::init()
{
    m_ledger.reset();
    m_bench = std::make_unique<Workbench>();
}

void TestEvaluate::open(const QByteArray &policy, const RevisionInput &input)
{
    m_ledger.emplace(m_bench->ledger(policy, team()));
    const OpenedRevision opened = must(openChange(*m_ledger, u"Note"_s, input, m_bench->person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
}

void TestEvaluate::approve(const QString &who, const QStringList &acks)
{
    must(vote(*m_ledger, m_change, m_digest.left(12), VoteKind::Approve, acks, {}, m_bench->person(who)));
}

void TestEvaluate::approvedByTwo()
{
    open();
    QCOMPARE(now().verdict, VerdictKind::Pending);
    QCOMPARE(now().state, ChangeState::InReview);
    QCOMPARE(codes(now()), (QStringList{u"SLOT_UNFILLED"_s, u"SLOT_UNFILLED"_s}));
    approve(u"bo"_s);
    QCOMPARE(codes(now()), QStringList{u"SLOT_UNFILLED"_s});
    QCOMPARE(now().state, ChangeState::Pending);
    // bo alone has both roles but fills one slot only.
    approve(u"ada"_s);
    QCOMPARE(now().verdict, VerdictKind::Approved);
    QVERIFY(now().reasons.isEmpty());
    QCOMPARE(now().filled, (QList<SlotView>{{u"dba"_s, u"ada"_s}, {u"owner"_s, u"bo"_s}}));
    QCOMPARE(now().state, ChangeState::Approved);
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Withdraw, {}, {}, m_bench->person(u"ada"_s)));
    QCOMPARE(now().verdict, VerdictKind::Pending);
}

void TestEvaluate::selfApprovalDoesNotCount()
{
    RevisionInput input = Workbench::revision();
    input.contributors = {u"bo"_s, u"someone@example.org"_s};
    open(teamPolicy(), input);
    QCOMPARE(must(m_ledger->state().find(m_change))->contributors(),
             (QStringList{u"bo"_s, u"eve"_s, u"git:someone@example.org"_s}));
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, m_bench->person(u"bo"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    // Around the polite refusal, straight into the ledger: it still does not count.
    must(m_ledger->append(m_change, Vote{m_digest, VoteKind::Approve, {}, {}}, {}, m_bench->person(u"bo"_s)));
    approve(u"ada"_s);
    QCOMPARE(now().verdict, VerdictKind::Pending);
    // One for bo, one for the address that nobody of the roster has.
    QCOMPARE(codes(now(), ReasonSeverity::Warning), (QStringList{u"SELF_APPROVAL"_s, u"SELF_APPROVAL"_s}));
    const auto reasons = now().reasons;
    QVERIFY(std::any_of(reasons.begin(), reasons.end(),
                        [](const Reason &reason) { return reason.subject == u"someone@example.org"; }));
    const auto votes = now().votes;
    QVERIFY(!votes[0].counts && votes[0].why == Code::SelfApproval);
}

void TestEvaluate::requestedChangesBlockLaterRevisions()
{
    open();
    must(vote(*m_ledger, m_change, m_digest, VoteKind::RequestChanges, {}, u"no"_s, m_bench->person(u"bo"_s)));
    QCOMPARE(now().verdict, VerdictKind::Blocked);
    const OpenedRevision second =
        must(addRevision(*m_ledger, m_change, Workbench::revision("SELECT 2;"), m_bench->person(u"eve"_s)));
    QVERIFY(codes(now()).contains(u"SUPERSEDED"_s));
    m_digest = second.digest;
    QVERIFY(codes(now()).contains(u"CHANGES_REQUESTED"_s));
    const QString voteId = now().votes.first().eid;
    must(dismissVote(*m_ledger, m_change, voteId.left(10), u"solved in revision 2"_s, m_bench->person(u"ada"_s)));
    QVERIFY(codes(now()).contains(u"CHANGES_REQUESTED"_s));
    must(dismissVote(*m_ledger, m_change, voteId.left(10), u"agreed"_s, m_bench->person(u"cy"_s)));
    QVERIFY(!codes(now()).contains(u"CHANGES_REQUESTED"_s));
}

void TestEvaluate::vetoAndItsLifting()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, {}, m_bench->person(u"bo"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, {}, m_bench->person(u"cy"_s)));
    QCOMPARE(codes(now()), QStringList{u"VETO"_s});
    QCOMPARE(now().verdict, VerdictKind::Blocked);
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Abstain, {}, {}, m_bench->person(u"cy"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestEvaluate::lateApprovalDoesNotLiftAVeto()
{
    open();
    // cy approves offline: the event is signed before, but arrives after, cy's veto from another machine.
    Payload early;
    early.ledger = m_ledger->state().ledger;
    early.change = m_change;
    early.by = u"cy"_s;
    early.nonce = randomNonce();
    early.seen = m_ledger->state().changes[m_change].frontier(m_ledger->state().events);
    early.witness = m_ledger->state().head;
    early.body = Vote{m_digest, VoteKind::Approve, {}, {}};
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, {}, m_bench->person(u"cy"_s)));
    store::NewEvent late;
    late.payload = encodePayload(early);
    late.eid = eventId(late.payload);
    late.change = m_change;
    late.kind = u"vote"_s;
    const Signatory cy = m_bench->person(u"cy"_s);
    late.signature =
        must(sign(cy.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, late.payload), cy.options));
    must(m_ledger->storage().append(late, m_bench->nowUs, {}));
    must(m_ledger->read());
    QVERIFY(codes(now()).contains(u"VETO"_s));
    QVERIFY(!now().votes.last().counts);
}

void TestEvaluate::staleAfterRevise()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    m_digest =
        must(addRevision(*m_ledger, m_change, Workbench::revision("-- a comment\n"), m_bench->person(u"eve"_s))).digest;
    QCOMPARE(now().verdict, VerdictKind::Stale);
    QCOMPARE(now().state, ChangeState::Stale);
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestEvaluate::carriesOnlyWhatItMay()
{
    RevisionInput input = Workbench::revision();
    input.report = cleanReport();
    input.reportBytes = "report 1";
    open(teamPolicy().replace("ack = [\"data-loss\"]", "carry = \"base-moved\""), input);
    approve(u"bo"_s);
    approve(u"ada"_s);
    const auto revise = [&](const std::function<void(RevisionInput &)> &edit) {
        RevisionInput next = input;
        edit(next);
        m_digest = must(addRevision(*m_ledger, m_change, next, m_bench->person(u"eve"_s))).digest;
        return now().verdict;
    };
    QCOMPARE(revise([](RevisionInput &r) { r.reportBytes = "report 2"; }), VerdictKind::Approved);
    QVERIFY(now().votes.first().carried);
    QCOMPARE(revise([](RevisionInput &r) { r.baseFingerprint = u"sha256:moved"_s; }), VerdictKind::Approved);
    QCOMPARE(revise([](RevisionInput &r) { r.resultFingerprint = u"sha256:other"_s; }), VerdictKind::Stale);
    QCOMPARE(revise([](RevisionInput &r) { r.report->findings = QString(64, u'b'); }), VerdictKind::Stale);
    QCOMPARE(revise([](RevisionInput &r) {
                 r.baseFingerprint = u"sha256:moved"_s;
                 r.footprint = u"public.other"_s;
             }),
             VerdictKind::Stale);
    QCOMPARE(revise([](RevisionInput &r) { r.runner.transaction = u"none"_s; }), VerdictKind::Stale);
    QCOMPARE(revise([](RevisionInput &r) { r.files[0].path = "V3__note.sql"; }), VerdictKind::Stale);
}

void TestEvaluate::acknowledgements()
{
    RevisionInput input = Workbench::revision();
    input.report = cleanReport();
    input.report->hazards = {u"data-loss"_s, u"unnamed-hazard"_s};
    open(teamPolicy(), input);
    QCOMPARE(now().hazards, QStringList{u"data-loss"_s});
    approve(u"bo"_s, {u"data-loss"_s});
    approve(u"ada"_s);
    QCOMPARE(now().verdict, VerdictKind::Pending);
    QVERIFY(codes(now()).contains(u"ACK_MISSING"_s));
    approve(u"ada"_s, {u"data-loss"_s});
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestEvaluate::checksAndWaivers()
{
    RevisionInput input = Workbench::revision();
    open(teamPolicy().replace("vote_age", "require = [\"report\", \"rehearsal\", \"rollback\"]\nvote_age"), input);
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(codes(now()).count(u"CHECK_MISSING"_s), 2);
    QCOMPARE(codes(now()).count(u"CHECK_FAILED"_s), 1);
    QCOMPARE(now().verdict, VerdictKind::Blocked);
    const qint64 until = m_bench->nowUs + 10 * day;
    const Signatory cy = m_bench->person(u"cy"_s);
    QVERIFY(!waiveFinding(*m_ledger, m_change, missingRollbackFinding(), {}, u"too short"_s, until, cy));
    QVERIFY(!waiveFinding(*m_ledger, m_change, missingRollbackFinding(), {}, u"a reason that is long enough"_s,
                          m_bench->nowUs + 31 * day, cy));
    must(waiveFinding(*m_ledger, m_change, missingRollbackFinding(), {}, u"a reason that is long enough"_s, until, cy));
    QCOMPARE(codes(now()).count(u"CHECK_FAILED"_s), 0);
    m_bench->nowUs += 11 * day;
    QCOMPARE(codes(now()).count(u"WAIVER_EXPIRED"_s), 1);
    m_bench->nowUs -= 11 * day;
    must(unwaive(*m_ledger, m_change, now().waivers.first().eid.left(12), m_bench->person(u"bo"_s)));
    QCOMPARE(codes(now()).count(u"CHECK_FAILED"_s), 1);
    input.report = cleanReport();
    input.files << MigrationFile{FileRole::Rollback, "U2__note.sql", "SELECT 0;"};
    input.report->checks << ManifestCheck{u"rollback"_s, true};
    input.report->errors = {u"F-1"_s};
    m_digest = must(addRevision(*m_ledger, m_change, input, m_bench->person(u"eve"_s))).digest;
    QCOMPARE(codes(now()).filter(u"CHECK"_s), QStringList{u"CHECK_FAILED"_s});
}

void TestEvaluate::wayBackInTheSameFile()
{
    const auto has = [this](const QByteArray &script) {
        m_bench = std::make_unique<Workbench>();
        open(teamPolicy(), Workbench::revision(script));
        return m_ledger->state().changes[m_change].latest()->manifest.hasRollback;
    };
    QVERIFY(has("-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"));
    QVERIFY(has("-- +goose Up\nSELECT 1;\n\n-- +goose Down\n  SELECT 2;\n"));
    QVERIFY(has("--changeset ada:1\nSELECT 1;\n--rollback SELECT 2;\n"));
    QVERIFY(!has("-- migrate:up\nSELECT 1;\n-- migrate:down\n\n-- nothing\n"));
    QVERIFY(!has("--changeset ada:1\nSELECT 1;\n--rollback not required\n"));
    QVERIFY(!has("SELECT '-- migrate:down';\n"));
}

void TestEvaluate::blockingComments()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    Anchor anchor;
    anchor.object = u"public.trips"_s;
    must(comment(*m_ledger, m_change, anchor, u"why?"_s, true, m_bench->person(u"bo"_s)));
    QCOMPARE(codes(now()), QStringList{u"COMMENT_OPEN"_s});
    const QString id = now().comments.first().eid.left(8);
    QCOMPARE(resolveComment(*m_ledger, m_change, id, m_bench->person(u"eve"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    must(resolveComment(*m_ledger, m_change, id, m_bench->person(u"cy"_s)));
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestEvaluate::ageFreezeAndClock()
{
    open(teamPolicy() + "[[freeze]]\nenv = [\"production\"]\nfrom = \"2026-10-01T00:00\"\nto = \"2026-10-02T00:00\"\n"
                        "zone = \"UTC\"\n");
    const qint64 start = m_bench->nowUs;
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(now().verdict, VerdictKind::Approved);
    m_bench->nowUs = 1790812800000000 + 3600LL * 1000000; // 2026-10-01 01:00 UTC
    QCOMPARE(now().verdict, VerdictKind::Frozen);
    QCOMPARE(codes(now()), QStringList{u"FROZEN"_s});
    m_bench->nowUs = start + 15 * day;
    QCOMPARE(now().verdict, VerdictKind::Pending);
    QVERIFY(codes(now()).contains(u"VOTE_EXPIRED"_s));
    m_bench->nowUs = start - day;
    QCOMPARE(now().verdict, VerdictKind::Error);
    QVERIFY(codes(now()).contains(u"CLOCK_BEHIND"_s));
}

void TestEvaluate::deployments()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(beginDeployment(*m_ledger, m_change, m_digest, false, {}, m_bench->person(u"ada"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    const Signatory ci = m_bench->person(u"ci"_s);
    const Appended attempt = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, ci));
    QCOMPARE(now().state, ChangeState::Deploying);
    QVERIFY(codes(now()).contains(u"ALREADY_DEPLOYED"_s));
    QCOMPARE(beginDeployment(*m_ledger, m_change, m_digest, false, {}, ci).error().kind, base::ErrorKind::Conflict);
    must(finishDeployment(*m_ledger, attempt.eid.left(12), DeployResult::Failed, ci));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    const Appended second = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, ci));
    must(finishDeployment(*m_ledger, second.eid, DeployResult::Ok, ci));
    QCOMPARE(now().state, ChangeState::DeployedUnverified);
    must(confirmDeployment(*m_ledger, second.eid, false, u"sha256:live"_s, ci));
    QCOMPARE(now().state, ChangeState::Mismatch);
    must(confirmDeployment(*m_ledger, second.eid, true, u"sha256:result"_s, ci));
    QCOMPARE(now().state, ChangeState::Verified);
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, ci).error().kind,
             base::ErrorKind::NotAllowed);
}

void TestEvaluate::emergencyAndItsDebt()
{
    open();
    QCOMPARE(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, m_bench->person(u"bo"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    const Appended opened = must(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, m_bench->person(u"cy"_s)));
    QCOMPARE(now().verdict, VerdictKind::Pending);
    QCOMPARE(endorse(*m_ledger, opened.eid, m_bench->person(u"cy"_s)).error().kind, base::ErrorKind::NotAllowed);
    must(endorse(*m_ledger, opened.eid, m_bench->person(u"eve"_s)));
    QCOMPARE(now().verdict, VerdictKind::Emergency);
    QCOMPARE(now().state, ChangeState::EmergencyOpen);
    m_bench->nowUs += 2 * 3600LL * 1000000;
    QCOMPARE(now().verdict, VerdictKind::Pending);
    m_bench->nowUs += 4 * day;
    QVERIFY(codes(now()).contains(u"EMERGENCY_OVERDUE"_s));
    approve(u"bo"_s);
    approve(u"ada"_s);
    QCOMPARE(now().state, ChangeState::EmergencyReviewed);
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

void TestEvaluate::revokedKeys()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    const qint64 position = m_ledger->state().head.size;
    const Signatory bo = m_bench->person(u"bo"_s);
    must(revokeKey(*m_ledger, u"bo"_s, bo.key.key.fingerprint(), RevocationCause::Rotated, 0, bo));
    QCOMPARE(now().verdict, VerdictKind::Approved);
    QCOMPARE(vote(*m_ledger, m_change, m_digest, VoteKind::Withdraw, {}, {}, bo).error().kind,
             base::ErrorKind::NotAllowed);
    const Signatory ada = m_bench->person(u"ada"_s);
    must(revokeKey(*m_ledger, u"ada"_s, ada.key.key.fingerprint(), RevocationCause::Compromised, position, ada));
    QCOMPARE(now().verdict, VerdictKind::Pending);
    QCOMPARE(codes(now(), ReasonSeverity::Warning), QStringList{u"KEY_REVOKED"_s});
}

void TestEvaluate::observedTargets()
{
    open();
    approve(u"bo"_s);
    approve(u"ada"_s);
    Observed observed;
    observed.environment = u"production"_s;
    observed.identity = u"pg:7311/orders"_s;
    observed.baseFingerprint = u"sha256:base"_s;
    QList<ManifestFile> files = describeFiles(Workbench::revision().files);
    observed.files = files;
    QCOMPARE(now(observed).verdict, VerdictKind::Approved);
    Observed moved = observed;
    moved.baseFingerprint = u"sha256:else"_s;
    QCOMPARE(codes(now(moved)), QStringList{u"BASE_MOVED"_s});
    QCOMPARE(now(moved).verdict, VerdictKind::Stale);
    Observed elsewhere = observed;
    elsewhere.identity = u"pg:1/orders"_s;
    QCOMPARE(codes(now(elsewhere)), QStringList{u"ENV_DIFFERS"_s});
    Observed renamed = observed;
    files[0].path = "V9__note.sql";
    renamed.files = files;
    QCOMPARE(codes(now(renamed)), (QStringList{u"BYTES_DIFFER"_s, u"BYTES_DIFFER"_s}));
    Observed edited = observed;
    files = describeFiles(Workbench::revision().files);
    files[0].sha256 = QString(64, u'0');
    edited.files = files;
    QCOMPARE(codes(now(edited)), QStringList{u"BYTES_DIFFER"_s});
}

void TestEvaluate::policyQuorum()
{
    open();
    const QByteArray two =
        teamPolicy()
            .replace("serial = 1", "serial = 2")
            .replace("people = [\"ada\"], threshold = 1", "people = [\"ada\", \"cy\"], threshold = 2");
    must(activatePolicy(*m_ledger, two, m_bench->signers(team()), m_bench->person(u"ada"_s)));
    QCOMPARE(m_ledger->state().policy()->serial, 2);
    QCOMPARE(activatePolicy(*m_ledger, two, m_bench->signers(team()), m_bench->person(u"ada"_s)).error().kind,
             base::ErrorKind::Conflict);
    const QByteArray three =
        QByteArray(two).replace("serial = 2", "serial = 3").replace("[\"dba\", \"owner\"]\nack", "[\"dba\"]\nack");
    QCOMPARE(activatePolicy(*m_ledger, three, m_bench->signers(team()), m_bench->person(u"eve"_s)).error().kind,
             base::ErrorKind::NotAllowed);
    const Appended activation =
        must(activatePolicy(*m_ledger, three, m_bench->signers(team()), m_bench->person(u"ada"_s)));
    QCOMPARE(m_ledger->state().policy()->serial, 2);
    must(endorse(*m_ledger, activation.eid.left(12), m_bench->person(u"cy"_s)));
    QCOMPARE(m_ledger->state().policy()->serial, 3);
    approve(u"bo"_s);
    QCOMPARE(now().verdict, VerdictKind::Approved);
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
