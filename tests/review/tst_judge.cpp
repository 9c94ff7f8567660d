#include "review/scene.h"

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Every way through the judgement of votes and comments.
class TestJudge : public QObject
{
    Q_OBJECT
private slots:
    void votes_data();
    void votes() { compareVerdict(); }
    void blocking_data();
    void blocking() { compareVerdict(); }
    void states_data();
    void states();
    void nothingToJudge();
    void names();
};

void TestJudge::votes_data()
{
    verdictColumns();
    using enum VerdictKind;
    row("nobody", Pending, "SLOT_UNFILLED", [](Scene &) {});
    row("two for two slots", Approved, "", [](Scene &s) { s.approve(); });
    row("not in the roster", Pending, "SLOT_UNFILLED", [](Scene &s) { s.vote(u"dan"_s); });
    row("a machine", Pending, "SLOT_UNFILLED", [](Scene &s) { s.vote(u"ci"_s); });
    row("an author by mail", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.manifest().contributors << u"git:BO@x"_s;
        s.policy().people[u"bo"_s].mail = {u"bo@X"_s};
    });
    row("mail of nobody", Approved, "", [](Scene &s) {
        s.approve();
        s.manifest().contributors << u"git:somebody@x"_s;
    });
    row("authors where duties are not separated", Approved, "", [](Scene &s) {
        s.production().separation = false;
        s.manifest().contributors << u"bo"_s;
        s.approve();
    });
    row("with a compromised key", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.vote(u"bo"_s);
        s.vote(u"ada"_s).compromised = true;
    });
    row("token without its user", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.production().userVerification = true;
        s.vote(u"bo"_s);
        s.vote(u"ada"_s).onToken = true;
    });
    row("token with its user, and a key that is on none", Approved, "", [](Scene &s) {
        s.production().userVerification = true;
        Event &event = s.vote(u"ada"_s);
        event.onToken = true;
        event.userVerified = true;
        s.vote(u"bo"_s);
    });
    row("too old", Pending, "VOTE_EXPIRED SLOT_UNFILLED", [](Scene &s) {
        s.vote(u"bo"_s);
        s.vote(u"ada"_s).receivedUs -= 15 * 24 * hourUs;
    });
    row("without the acknowledgement", Pending, "ACK_MISSING SLOT_UNFILLED", [](Scene &s) {
        s.report().hazards = {u"data-loss"_s, u"long-lock"_s};
        s.vote(u"ada"_s, VoteKind::Approve, {u"data-loss"_s});
        s.vote(u"bo"_s);
    });
    row("hazard of the bytes and of the report", Approved, "", [](Scene &s) {
        s.report().hazards = {u"data-loss"_s};
        s.observed.hazards = {u"data-loss"_s, u"hidden-text"_s};
        s.vote(u"ada"_s, VoteKind::Approve, {u"data-loss"_s});
        s.vote(u"bo"_s, VoteKind::Approve, {u"data-loss"_s});
    });
    row("hazard of the bytes alone", Pending, "ACK_MISSING SLOT_UNFILLED", [](Scene &s) {
        s.risk().ack << u"hidden-text"_s;
        s.observed.hazards = {u"hidden-text"_s};
        s.approve();
    });
    row("withdrawn, and an approval from before that arrives late", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.vote(u"bo"_s);
        s.vote(u"ada"_s, VoteKind::Withdraw);
        s.vote(u"ada"_s).payload.seen.clear();
    });
    row("withdrawn, then approved", Approved, "", [](Scene &s) {
        s.vote(u"ada"_s, VoteKind::Withdraw);
        s.approve();
    });
    row("approved, then withdrawn", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.vote(u"ada"_s, VoteKind::Withdraw);
    });
    const auto carried = [](const char *name, VerdictKind verdict, const Change &difference) {
        row(name, verdict, verdict == Approved ? "" : "SUPERSEDED SLOT_UNFILLED", [difference](Scene &s) {
            s.risk().carry = Carry::BaseMoved;
            s.approve();
            s.revise();
            difference(s);
        });
    };
    const auto reported = [](Scene &s, const std::function<void(ManifestReport &)> &difference) {
        for (RevisionRecord &revision : s.change().revisions) {
            revision.manifest.report.emplace();
            revision.manifest.report->findings = QString(64, u'f');
        }
        difference(*s.manifest().report);
    };
    carried("carried: the same", Approved, [](Scene &) {});
    carried("carried: the base moved", Approved, [](Scene &s) { s.manifest().baseFingerprint = u"sha256:b2"_s; });
    carried("carried: base and result moved", Approved, [](Scene &s) {
        s.manifest().baseFingerprint = u"sha256:b2"_s;
        s.manifest().resultFingerprint = u"sha256:r2"_s;
    });
    carried("stale: the base moved and nobody carries", Stale, [](Scene &s) {
        s.risk().carry = Carry::None;
        s.manifest().baseFingerprint = u"sha256:b2"_s;
    });
    carried("stale: the base moved, the footprint is unknown", Stale, [](Scene &s) {
        s.manifest().baseFingerprint = u"sha256:b2"_s;
        s.manifest().footprint.clear();
    });
    carried("stale: the base moved, another footprint", Stale, [](Scene &s) {
        s.manifest().baseFingerprint = u"sha256:b2"_s;
        s.manifest().footprint = u"fares"_s;
    });
    carried("stale: the result alone", Stale, [](Scene &s) { s.manifest().resultFingerprint = u"sha256:r2"_s; });
    carried("stale: the footprint alone", Stale, [](Scene &s) { s.manifest().footprint = u"fares"_s; });
    carried("stale: a byte", Stale, [](Scene &s) { s.manifest().files[0].sha256 = QString(64, u'b'); });
    carried("stale: the way back", Stale, [](Scene &s) { s.manifest().hasRollback = true; });
    carried("stale: the runner", Stale, [](Scene &s) { s.manifest().runner.transaction = u"none"_s; });
    carried("stale: the engine", Stale, [](Scene &s) { s.manifest().environment.engine = u"mariadb"_s; });
    carried("stale: the risk", Stale, [](Scene &s) { s.manifest().risk = u"low"_s; });
    carried("stale: a report came", Stale, [](Scene &s) { s.report(); });
    carried("carried: another report with the same findings", Approved,
            [reported](Scene &s) { reported(s, [](ManifestReport &r) { r.sha256 = QString(64, u'9'); }); });
    carried("stale: other findings", Stale,
            [reported](Scene &s) { reported(s, [](ManifestReport &r) { r.findings = QString(64, u'0'); }); });
    carried("stale: other hazards", Stale,
            [reported](Scene &s) { reported(s, [](ManifestReport &r) { r.hazards = {u"other"_s}; }); });
    row("stale: other errors, which are waived", Stale, "SUPERSEDED SLOT_UNFILLED", [](Scene &s) {
        s.report();
        s.approve();
        s.revise();
        s.report().errors = {u"drop"_s};
        s.waive(u"cy"_s, u"drop"_s);
    });
    row("stale, and voted again otherwise", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.revise();
        s.manifest().footprint = u"fares"_s;
        s.vote(u"ada"_s, VoteKind::Abstain);
        s.vote(u"bo"_s, VoteKind::Withdraw);
    });
    row("a later revision's approval is none of an earlier one", Stale, "SUPERSEDED SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.change().revisions.first().readable = true;
        s.revise().manifest.files[0].bytes = 4;
    });
    row("approved, and a late vote on the revision before", Approved, "", [](Scene &s) {
        s.revise();
        s.approve();
        s.vote(u"ada"_s, VoteKind::Abstain, {}, 1);
    });
    row("waiver of the finding of another object", Blocked, "CHECK_FAILED", [](Scene &s) {
        s.production().require = {u"report"_s};
        s.report().errors = {u"drop-table@public.trips"_s};
        Event &waiver = s.waive(u"cy"_s, u"drop-table@public.trips"_s);
        std::get<Waive>(waiver.payload.body).object = u"public.users"_s;
        s.approve();
    });
    row("approvals enough, and one that is stale besides", Approved, "", [](Scene &s) {
        s.vote(u"cy"_s);
        s.revise().manifest.footprint = u"fares"_s;
        s.approve();
    });
    row("a vote for a revision that is not there", Pending, "SLOT_UNFILLED",
        [](Scene &s) { s.sign(u"ada"_s, Vote{QString(64, u'9'), VoteKind::Abstain, {}, {}}, &ChangeRecord::votes); });
}

void TestJudge::blocking_data()
{
    verdictColumns();
    using enum VerdictKind;
    row("veto", Blocked, "VETO", [](Scene &s) {
        s.approve();
        s.vote(u"cy"_s, VoteKind::Veto);
    });
    row("veto of somebody who may not counts as changes requested", Blocked, "CHANGES_REQUESTED SLOT_UNFILLED",
        [](Scene &s) { s.vote(u"bo"_s, VoteKind::Veto); });
    row("veto of somebody who left", Approved, "", [](Scene &s) {
        s.approve();
        s.vote(u"dan"_s, VoteKind::Veto);
    });
    row("veto where nobody knows the environment", None, "POLICY_INVALID CHANGES_REQUESTED", [](Scene &s) {
        s.policy().environments.clear();
        s.vote(u"cy"_s, VoteKind::Veto);
    });
    row("veto with a compromised key still blocks", Blocked, "VETO", [](Scene &s) {
        s.approve();
        s.vote(u"cy"_s, VoteKind::Veto).compromised = true;
    });
    row("veto lifted by its voter", Approved, "", [](Scene &s) {
        s.vote(u"cy"_s, VoteKind::Veto);
        s.vote(u"cy"_s, VoteKind::Abstain);
        s.approve();
    });
    row("veto, and a vote of its voter that had not seen it", Blocked, "VETO", [](Scene &s) {
        s.approve();
        s.vote(u"cy"_s, VoteKind::Veto);
        s.vote(u"cy"_s, VoteKind::Abstain).payload.seen.clear();
    });
    row("veto, and a later vote with a compromised key", Blocked, "VETO", [](Scene &s) {
        s.approve();
        s.vote(u"cy"_s, VoteKind::Veto);
        s.vote(u"cy"_s, VoteKind::Abstain).compromised = true;
    });
    row("veto lifted by admins", Approved, "", [](Scene &s) {
        s.approve();
        s.dismiss(u"ada"_s, QString(s.vote(u"cy"_s, VoteKind::Veto).eid));
    });
    row("veto on the work of the admin who dismisses it", Blocked, "VETO SLOT_UNFILLED", [](Scene &s) {
        s.manifest().contributors << u"ada"_s;
        s.vote(u"bo"_s);
        s.dismiss(u"ada"_s, QString(s.vote(u"cy"_s, VoteKind::Veto).eid));
    });
    row("veto lifted by an author where duties are not separated", Approved, "", [](Scene &s) {
        s.production().separation = false;
        s.manifest().contributors << u"ada"_s;
        s.approve();
        s.dismiss(u"ada"_s, QString(s.vote(u"cy"_s, VoteKind::Veto).eid));
    });
    row("veto, dismissed by leads who are no admins", Blocked, "VETO", [](Scene &s) {
        s.approve();
        s.dismiss(u"cy"_s, QString(s.vote(u"cy"_s, VoteKind::Veto).eid));
    });
    const auto dismissed = [](const char *name, VerdictKind verdict, const Change &by) {
        row(name, verdict, verdict == Approved ? "" : "CHANGES_REQUESTED", [by](Scene &s) {
            s.approve();
            s.vote(u"bo"_s, VoteKind::RequestChanges, {}, 1);
            s.vote(u"ci"_s);
            s.policy().people.insert(u"dan"_s, {u"dan"_s, {u"dba"_s, u"owner"_s}, {}, false});
            s.vote(u"dan"_s);
            by(s);
        });
    };
    const auto requested = [](Scene &s) { return QString(s.state.events[2].eid); };
    dismissed("requested changes, dismissed by two leads", Approved, [requested](Scene &s) {
        s.dismiss(u"ada"_s, requested(s));
        s.dismiss(u"cy"_s, requested(s));
    });
    dismissed("by one lead twice", Blocked, [requested](Scene &s) {
        s.dismiss(u"ada"_s, requested(s));
        s.dismiss(u"ada"_s, requested(s));
    });
    dismissed("by a lead and somebody", Blocked, [requested](Scene &s) {
        s.dismiss(u"ada"_s, requested(s));
        s.dismiss(u"dan"_s, requested(s));
    });
    dismissed("by a lead and a machine with the role", Blocked, [requested](Scene &s) {
        s.policy().people[u"ci"_s].roles << u"lead"_s;
        s.dismiss(u"ada"_s, requested(s));
        s.dismiss(u"ci"_s, requested(s));
    });
    dismissed("by a lead with a compromised key", Blocked, [requested](Scene &s) {
        s.dismiss(u"ada"_s, requested(s));
        s.dismiss(u"cy"_s, requested(s)).compromised = true;
    });
    dismissed("another vote was dismissed", Blocked, [](Scene &s) {
        s.dismiss(u"ada"_s, QString(64, u'9'));
        s.dismiss(u"cy"_s, QString(64, u'9'));
    });
    row("by a lead who contributed", Blocked, "CHANGES_REQUESTED", [](Scene &s) {
        s.production().separation = false;
        s.manifest().contributors << u"cy"_s;
        s.approve();
        const QString eid = s.vote(u"eve"_s, VoteKind::RequestChanges).eid;
        s.dismiss(u"ada"_s, eid);
        s.dismiss(u"cy"_s, eid);
    });
    row("open comment", Blocked, "COMMENT_OPEN", [](Scene &s) {
        s.approve();
        s.comment(u"cy"_s);
    });
    row("comment that does not block", Approved, "", [](Scene &s) {
        s.approve();
        s.comment(u"cy"_s, false);
    });
    row("comment on a revision that is not there", Blocked, "COMMENT_OPEN", [](Scene &s) {
        s.approve();
        std::get<Comment>(s.comment(u"cy"_s).payload.body).revision = QString(64, u'9');
    });
    const auto resolved = [](const char *name, VerdictKind verdict, const QString &by, bool compromised) {
        row(name, verdict, verdict == Approved ? "" : "COMMENT_OPEN", [by, compromised](Scene &s) {
            s.approve();
            s.comment(u"bo"_s);
            s.resolve(by).compromised = compromised;
        });
    };
    resolved("comment resolved by its writer", Approved, u"bo"_s, false);
    resolved("comment resolved by a lead", Approved, u"cy"_s, false);
    resolved("comment resolved by somebody", Blocked, u"eve"_s, false);
    resolved("comment resolved with a compromised key", Blocked, u"bo"_s, true);
    row("comment resolved by a lead who contributed", Blocked, "COMMENT_OPEN", [](Scene &s) {
        s.approve();
        s.manifest().contributors << u"cy"_s;
        s.comment(u"bo"_s);
        s.resolve(u"cy"_s);
    });
    row("another comment was resolved", Blocked, "COMMENT_OPEN", [](Scene &s) {
        s.approve();
        s.comment(u"cy"_s);
        std::get<Resolve>(s.resolve(u"cy"_s).payload.body).comment = QString(64, u'9');
    });
}

void TestJudge::states_data()
{
    QTest::addColumn<ChangeState>("state");
    QTest::addColumn<Change>("change");
    const auto is = [](ChangeState state, const char *name, const Change &change) {
        QTest::newRow(name) << state << change;
    };
    using enum ChangeState;
    is(InReview, "nobody voted", [](Scene &) {});
    is(Pending, "somebody voted", [](Scene &s) { s.vote(u"bo"_s); });
    is(Approved, "approved", [](Scene &s) { s.approve(); });
    is(Blocked, "blocked", [](Scene &s) { s.comment(u"cy"_s); });
    is(Blocked, "cannot be told", [](Scene &s) { s.state.readOnly = true; });
    is(Stale, "stale", [](Scene &s) { s.observed.environment = u"staging"_s; });
    is(Frozen, "frozen", [](Scene &s) {
        s.approve();
        s.policy().freezes << Freeze{{u"production"_s}, s.now, s.now + 1, {}};
    });
    is(Draft, "nothing to run", [](Scene &s) { s.manifest().files.clear(); });
    is(Abandoned, "abandoned", [](Scene &s) { s.change().abandoned = true; });
    is(Deploying, "deploying", [](Scene &s) { s.attempt({}); });
    is(DeployedUnverified, "deployed", [](Scene &s) { s.attempt(DeployResult::Ok); });
    is(Verified, "confirmed", [](Scene &s) { s.attempt(DeployResult::Ok).confirmed = true; });
    is(Mismatch, "not as signed", [](Scene &s) { s.attempt(DeployResult::Ok).confirmed = false; });
    is(InReview, "failed", [](Scene &s) { s.attempt(DeployResult::Failed); });
    is(EmergencyOpen, "emergency", [](Scene &s) { s.emergency(); });
    is(EmergencyOpen, "two emergencies", [](Scene &s) {
        s.emergency();
        s.emergency();
    });
    is(EmergencyReviewed, "emergency, reviewed", [](Scene &s) {
        s.policy().people.insert(u"dan"_s, {u"dan"_s, {u"owner"_s}, {}, false});
        s.emergency();
        s.vote(u"ada"_s);
        s.vote(u"dan"_s);
    });
    is(EmergencyOpen, "emergency in an environment nobody knows", [](Scene &s) {
        s.emergency();
        s.policy().environments.clear();
    });
    is(InReview, "emergency of another revision", [](Scene &s) {
        s.emergency();
        s.revise();
    });
}

void TestJudge::states()
{
    QFETCH(ChangeState, state);
    QFETCH(Change, change);
    Scene scene;
    change(scene);
    QCOMPARE(stateName(scene.evaluate().state), stateName(state));
}

void TestJudge::nothingToJudge()
{
    Scene scene;
    const auto codeOf = [](const Evaluation &evaluation) { return codeName(evaluation.reasons.value(0).code); };
    QCOMPARE(codeOf(evaluate(scene.state, u"C-9999999999999999"_s, {}, scene.now)), u"NO_REVIEW"_s);
    QCOMPARE(codeOf(evaluateLatest(scene.state, u"C-9999999999999999"_s, scene.now)), u"NO_REVIEW"_s);
    QVERIFY(evaluateLatest(scene.state, changeId, scene.now).revisionNumber == 1);
    // A revision that is superseded.
    const QString first = scene.change().latest()->digest;
    scene.revise();
    QCOMPARE(evaluate(scene.state, changeId, first, scene.now).state, ChangeState::Superseded);
    scene.change().revisions.clear();
    QCOMPARE(codeOf(evaluateLatest(scene.state, changeId, scene.now)), u"NO_REVIEW"_s);
    QCOMPARE(evaluateLatest(scene.state, changeId, scene.now).state, ChangeState::Draft);
    scene.change().abandoned = true;
    QCOMPARE(evaluateLatest(scene.state, changeId, scene.now).state, ChangeState::Abandoned);
    scene.revise();
    scene.state.inForce = -1;
    QCOMPARE(codeOf(evaluateLatest(scene.state, changeId, scene.now)), u"POLICY_INVALID"_s);
}

void TestJudge::names()
{
    QCOMPARE(stateName(ChangeState::EmergencyReviewed), u"emergency-reviewed"_s);
    QCOMPARE(verdictName(VerdictKind::Error), u"error"_s);
    QCOMPARE(severityName(ReasonSeverity::Info), u"info"_s);
    QCOMPARE(codeName(Code::PolicyInvalid), u"POLICY_INVALID"_s);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
