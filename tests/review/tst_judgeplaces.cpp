#include "review/scene.h"

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Every way through the judgement of checks, waivers, emergencies and of what was found outside the ledger.
class TestJudgePlaces : public QObject
{
    Q_OBJECT
private slots:
    void checks_data();
    void checks() { compareVerdict(); }
    void emergencies_data();
    void emergencies() { compareVerdict(); }
    void places_data();
    void places() { compareVerdict(); }
};

void TestJudgePlaces::checks_data()
{
    verdictColumns();
    using enum VerdictKind;
    const auto needs = [](const char *name, VerdictKind verdict, const char *codes, const QStringList &names,
                          const Change &then) {
        row(name, verdict, codes, [names, then](Scene &s) {
            s.production().require = names;
            then(s);
            s.approve();
        });
    };
    needs("report missing", Blocked, "CHECK_MISSING", {u"report"_s, u"rehearsal"_s}, [](Scene &) {});
    needs("report there", Approved, "", {u"report"_s}, [](Scene &s) { s.report(); });
    needs("check not run", Blocked, "CHECK_MISSING", {u"rehearsal"_s}, [](Scene &s) { s.report(); });
    needs("check passed", Approved, "", {u"rehearsal"_s},
          [](Scene &s) { s.report().checks = {{u"other"_s, false}, {u"rehearsal"_s, true}}; });
    needs("check failed", Blocked, "CHECK_FAILED", {u"rehearsal"_s},
          [](Scene &s) { s.report().checks = {{u"rehearsal"_s, false}}; });
    needs("check failed and waived", Approved, "", {u"rehearsal"_s}, [](Scene &s) {
        s.report().checks = {{u"rehearsal"_s, false}};
        s.waive(u"cy"_s, u"rehearsal"_s);
    });
    needs("no way back", Blocked, "CHECK_FAILED", {u"rollback"_s}, [](Scene &) {});
    needs("no way back, waived", Approved, "", {u"rollback"_s}, [](Scene &s) { s.waive(u"cy"_s, u"rollback-none"_s); });
    needs("a way back that was not rehearsed", Blocked, "CHECK_MISSING", {u"rollback"_s},
          [](Scene &s) { s.manifest().hasRollback = true; });
    needs("a way back that was rehearsed", Approved, "", {u"rollback"_s}, [](Scene &s) {
        s.manifest().hasRollback = true;
        s.report().checks = {{u"rollback"_s, true}};
    });
    const auto waived = [](const char *name, VerdictKind verdict, const char *codes, const Change &by) {
        row(name, verdict, codes, [by](Scene &s) {
            s.report().errors = {u"drop"_s};
            s.approve();
            by(s);
        });
    };
    waived("error", Blocked, "CHECK_FAILED", [](Scene &) {});
    waived("error waived", Approved, "", [](Scene &s) { s.waive(u"cy"_s, u"drop"_s); });
    waived("another finding waived", Blocked, "CHECK_FAILED", [](Scene &s) { s.waive(u"cy"_s, u"other"_s); });
    waived("another finding's waiver expired", Blocked, "CHECK_FAILED",
           [](Scene &s) { std::get<Waive>(s.waive(u"cy"_s, u"other"_s).payload.body).until = s.now; });
    waived("waiver withdrawn", Blocked, "CHECK_FAILED", [](Scene &s) {
        s.waive(u"cy"_s, u"drop"_s);
        s.unwaive(u"eve"_s);
        s.unwaive(u"eve"_s);
    });
    waived("waiver withdrawn by a machine", Approved, "", [](Scene &s) {
        s.waive(u"cy"_s, u"drop"_s);
        s.unwaive(u"ci"_s);
    });
    waived("another waiver withdrawn", Approved, "", [](Scene &s) {
        s.waive(u"cy"_s, u"other"_s);
        s.waive(u"cy"_s, u"drop"_s);
        s.unwaive(u"eve"_s);
    });
    waived("waiver expired", Blocked, "WAIVER_EXPIRED",
           [](Scene &s) { std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).until = s.now; });
    waived("waiver expired and withdrawn", Blocked, "CHECK_FAILED", [](Scene &s) {
        std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).until = s.now;
        s.unwaive(u"eve"_s);
    });
    waived("waiver too long", Blocked, "WAIVER_EXPIRED", [](Scene &s) {
        std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).until = s.now + 31 * 24 * hourUs;
    });
    waived("waiver with a short reason", Blocked, "CHECK_FAILED",
           [](Scene &s) { std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).reason = u"ok"_s; });
    waived("waiver by somebody", Blocked, "CHECK_FAILED", [](Scene &s) { s.waive(u"bo"_s, u"drop"_s); });
    waived("waiver by nobody of the roster", Blocked, "CHECK_FAILED", [](Scene &s) { s.waive(u"dan"_s, u"drop"_s); });
    waived("waiver with a compromised key", Blocked, "CHECK_FAILED",
           [](Scene &s) { s.waive(u"cy"_s, u"drop"_s).compromised = true; });
    waived("waiver of the finding at its object", Approved, "", [](Scene &s) {
        s.report().errors = {u"drop@trips"_s};
        std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).object = u"trips"_s;
    });
    waived("waiver that names its object twice", Approved, "", [](Scene &s) {
        s.report().errors = {u"drop@trips"_s};
        std::get<Waive>(s.waive(u"cy"_s, u"drop@trips"_s).payload.body).object = u"trips"_s;
    });
    waived("waiver that names another object", Blocked, "CHECK_FAILED", [](Scene &s) {
        s.report().errors = {u"drop@trips"_s};
        std::get<Waive>(s.waive(u"cy"_s, u"drop@trips"_s).payload.body).object = u"fares"_s;
    });
    waived("waiver of the finding at another object", Blocked, "CHECK_FAILED", [](Scene &s) {
        s.report().errors = {u"drop@trips"_s};
        std::get<Waive>(s.waive(u"cy"_s, u"drop"_s).payload.body).object = u"fares"_s;
    });
    waived("waiver by a contributor", Blocked, "CHECK_FAILED", [](Scene &s) {
        s.manifest().contributors << u"cy"_s;
        s.waive(u"cy"_s, u"drop"_s);
    });
    waived("waiver by a contributor where duties are not separated", Approved, "", [](Scene &s) {
        s.production().separation = false;
        s.manifest().contributors << u"cy"_s;
        s.waive(u"cy"_s, u"drop"_s);
    });
    row("waiver where nobody knows the environment", None, "POLICY_INVALID", [](Scene &s) {
        s.waive(u"cy"_s, u"drop"_s);
        s.policy().environments.clear();
    });
}

void TestJudgePlaces::emergencies_data()
{
    verdictColumns();
    using enum VerdictKind;
    row("emergency", Emergency, "SLOT_UNFILLED", [](Scene &s) { s.emergency(); });
    row("emergency and approved", Approved, "", [](Scene &s) {
        s.emergency();
        s.approve();
    });
    row("emergency of another revision", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.revise();
    });
    row("emergency nobody seconded", Pending, "SLOT_UNFILLED", [](Scene &s) { s.emergency().completeUs = 0; });
    row("emergency of long ago", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.now += 2 * hourUs;
    });
    row("emergency whose opener's key was compromised", Pending, "SLOT_UNFILLED",
        [](Scene &s) { s.emergency(), s.state.events.first().compromised = true; });
    row("emergency seconded with a compromised key", Pending, "SLOT_UNFILLED",
        [](Scene &s) { s.emergency(), s.state.events.last().compromised = true; });
    row("emergency whose opener lost the role", Pending, "SLOT_UNFILLED",
        [](Scene &s) { s.emergency(u"bo"_s, u"cy"_s); });
    row("emergency whose opener left", Pending, "SLOT_UNFILLED", [](Scene &s) { s.emergency(u"dan"_s, u"bo"_s); });
    row("emergency seconded by somebody who left", Pending, "SLOT_UNFILLED",
        [](Scene &s) { s.emergency(u"cy"_s, u"dan"_s); });
    row("emergency whose events are missing", Pending, "SLOT_UNFILLED", [](Scene &s) { s.emergency().eid = u"x"_s; });
    row("emergency the policy does not know", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.production().emergency.reset();
    });
    row("emergency in an unknown environment", None, "POLICY_INVALID", [](Scene &s) {
        s.emergency();
        s.policy().environments.clear();
    });
    row("emergency where no risk is defined", None, "POLICY_INVALID", [](Scene &s) {
        s.emergency();
        s.production().risks.clear();
    });
    row("emergency and a veto", Blocked, "VETO SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.vote(u"cy"_s, VoteKind::Veto);
    });
    row("emergency and requested changes", Emergency, "CHANGES_REQUESTED SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.vote(u"bo"_s, VoteKind::RequestChanges);
    });
    row("emergency and stale approvals", Emergency, "SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.revise().manifest.footprint = u"fares"_s;
        s.emergency();
    });
    row("emergency that was used", Blocked, "ALREADY_DEPLOYED SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.attempt(DeployResult::Ok);
    });
    row("emergency, overdue", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.now += 73 * hourUs;
    });
    row("emergency, overdue, by a rule that is gone", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        s.production().emergency.reset();
        s.now += 73 * hourUs;
    });
    row("emergency, overdue, of another environment", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.emergency();
        ChangeRecord other = s.change();
        s.change().emergencies.clear();
        other.id = u"C-0000000000000002"_s;
        other.environment = u"staging"_s;
        s.state.changes.insert(other.id, other);
        s.now += 73 * hourUs;
    });
    const auto owed = [](const char *name, VerdictKind verdict, const char *codes, const Change &then) {
        row(name, verdict, codes, [then](Scene &s) {
            s.policy().people.insert(u"dan"_s, {u"dan"_s, {u"dba"_s}, {}, false});
            s.policy().people.insert(u"fay"_s, {u"fay"_s, {u"owner"_s}, {u"fay@x"_s}, false});
            s.emergency();
            s.now += 73 * hourUs;
            s.vote(u"dan"_s);
            s.vote(u"fay"_s);
            then(s);
        });
    };
    owed("emergency, reviewed by others", Approved, "", [](Scene &) {});
    owed("emergency, reviewed with a compromised key", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED",
         [](Scene &s) { s.state.events.last().compromised = true; });
    owed("emergency, reviewed and taken back", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED",
         [](Scene &s) { s.vote(u"fay"_s, VoteKind::Withdraw); });
    owed("emergency, reviewed by somebody who left", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED",
         [](Scene &s) { s.policy().people.remove(u"fay"_s); });
    owed("emergency, reviewed by its author", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED",
         [](Scene &s) { s.manifest().contributors << u"git:fay@x"_s << u"git:else@x"_s; });
    owed("emergency, reviewed by its author where duties are not separated", Approved, "", [](Scene &s) {
        s.manifest().contributors << u"fay"_s;
        s.production().separation = false;
    });
    owed("emergency, reviewed by its opener", Blocked, "EMERGENCY_OVERDUE SLOT_UNFILLED", [](Scene &s) {
        s.policy().people.remove(u"fay"_s);
        s.vote(u"eve"_s, VoteKind::Abstain);
    });
    owed("emergency of a revision that is not there", Blocked, "EMERGENCY_OVERDUE",
         [](Scene &s) { s.change().emergencies[0].revision = QString(64, u'9'); });
    owed("another vote of a later revision", Stale, "SUPERSEDED EMERGENCY_OVERDUE SLOT_UNFILLED", [](Scene &s) {
        s.vote(u"fay"_s, VoteKind::Withdraw);
        s.revise().manifest.footprint = u"fares"_s;
    });
}

void TestJudgePlaces::places_data()
{
    verdictColumns();
    using enum VerdictKind;
    const auto seen = [](const char *name, VerdictKind verdict, const char *codes, const Change &then) {
        row(name, verdict, codes, [then](Scene &s) {
            s.approve();
            s.observed.environment = u"production"_s;
            s.observed.identity = u"pg:7311/orders"_s;
            s.observed.baseFingerprint = u"sha256:base"_s;
            s.observed.files = s.manifest().files;
            then(s);
        });
    };
    seen("as reviewed", Approved, "", [](Scene &) {});
    seen("another environment", Stale, "ENV_DIFFERS", [](Scene &s) { s.observed.environment = u"staging"_s; });
    seen("another server", Stale, "ENV_DIFFERS", [](Scene &s) { s.observed.identity = u"pg:1/orders"_s; });
    seen("another base", Stale, "BASE_MOVED", [](Scene &s) { s.observed.baseFingerprint = u"sha256:x"_s; });
    seen("a base nobody reviewed", Stale, "BASE_MOVED", [](Scene &s) { s.manifest().baseFingerprint.clear(); });
    seen("no files", None, "EMPTY_SET BYTES_DIFFER", [](Scene &s) { s.observed.files->clear(); });
    seen("other bytes", Stale, "BYTES_DIFFER", [](Scene &s) { (*s.observed.files)[0].sha256 = QString(64, u'b'); });
    seen("another size", Stale, "BYTES_DIFFER", [](Scene &s) { (*s.observed.files)[0].bytes = 4; });
    seen("another file", Stale, "BYTES_DIFFER",
         [](Scene &s) { *s.observed.files << ManifestFile{FileRole::Other, "x", 1, {}}; });
    seen("a script that was reviewed as something else", Stale, "BYTES_DIFFER", [](Scene &s) {
        const ManifestFile more{FileRole::Other, "V2.sql", 1, QString(64, u'c')};
        s.manifest().files << more;
        *s.observed.files << ManifestFile{FileRole::Up, more.path, more.bytes, more.sha256};
    });
    seen("a way back that is named otherwise", Approved, "", [](Scene &s) {
        const ManifestFile more{FileRole::Rollback, "V2.down.sql", 1, QString(64, u'c')};
        s.manifest().files << more;
        *s.observed.files << ManifestFile{FileRole::Other, more.path, more.bytes, more.sha256};
    });
    row("rolled back", Error, "ROLLED_BACK", [](Scene &s) {
        s.approve();
        s.state.readOnly = true;
        s.state.mark = MarkState::Behind;
    });
    row("forked", Error, "FORKED", [](Scene &s) {
        s.approve();
        s.state.readOnly = true;
        s.state.mark = MarkState::Forked;
    });
    row("clock behind", Error, "CLOCK_BEHIND", [](Scene &s) {
        s.approve();
        s.now -= hourUs;
    });
    row("clock behind a little", Approved, "", [](Scene &s) {
        s.approve();
        s.now -= hourUs / 60;
    });
    row("abandoned", None, "NO_REVIEW", [](Scene &s) {
        s.approve();
        s.change().abandoned = true;
    });
    row("manifest missing", Stale, "BYTES_DIFFER SUPERSEDED SLOT_UNFILLED", [](Scene &s) {
        s.approve();
        s.revise().readable = false;
        s.manifest() = {};
    });
    row("manifest of an earlier revision missing", Stale, "BYTES_DIFFER", [](Scene &s) {
        s.revise();
        s.change().revisions.first().readable = false;
        s.approve();
    });
    row("carried from a revision whose manifest is missing", Stale, "BYTES_DIFFER SUPERSEDED SLOT_UNFILLED",
        [](Scene &s) {
            s.approve();
            s.revise();
            s.change().revisions.first().readable = false;
        });
    row("nothing to run", None, "EMPTY_SET", [](Scene &s) {
        s.approve();
        s.manifest().files[0].role = FileRole::Rollback;
    });
    row("a policy that is not sound", None, "POLICY_INVALID", [](Scene &s) {
        s.approve();
        s.state.policies.first().sound = false;
    });
    row("unknown environment", None, "POLICY_INVALID", [](Scene &s) {
        s.approve();
        s.policy().environments.clear();
    });
    row("another server than the policy says", Stale, "ENV_DIFFERS", [](Scene &s) {
        s.approve();
        s.manifest().environment.identity = u"pg:1/x"_s;
    });
    row("a revision that names no server", Stale, "ENV_DIFFERS", [](Scene &s) {
        s.approve();
        s.manifest().environment.identity.clear();
    });
    row("contributors whom nobody knows", Approved, "", [](Scene &s) {
        s.approve();
        s.manifest().contributors << u"git:a@x.org"_s;
    });
    row("many contributors whom nobody knows", Approved, "", [](Scene &s) {
        s.approve();
        for (int i = 0; i < 9; ++i) {
            s.manifest().contributors << u"git:%1@x.org"_s.arg(i);
        }
    });
    row("a policy that names no server", Approved, "", [](Scene &s) {
        s.approve();
        s.production().identity.clear();
        s.manifest().environment.identity = u"pg:1/x"_s;
    });
    const auto freeze = [](const QStringList &where, qint64 from, qint64 to) {
        return [=](Scene &s) {
            s.approve();
            s.policy().freezes << Freeze{where, s.now + from, s.now + to, u"winter"_s};
        };
    };
    row("frozen", Frozen, "FROZEN", freeze({u"production"_s}, 0, 1));
    row("frozen soon", Approved, "", freeze({u"production"_s}, 1, 2));
    row("frozen until now", Approved, "", freeze({u"production"_s}, -1, 0));
    row("frozen elsewhere", Approved, "", freeze({u"staging"_s}, 0, 1));
    row("being deployed", Blocked, "ALREADY_DEPLOYED", [](Scene &s) {
        s.approve();
        s.attempt({});
    });
    row("deployed", Blocked, "ALREADY_DEPLOYED", [](Scene &s) {
        s.approve();
        s.attempt(DeployResult::Ok);
    });
    row("half deployed", Approved, "", [](Scene &s) {
        s.approve();
        s.attempt(DeployResult::Partial);
        s.attempt(DeployResult::Failed);
        s.attempt(DeployResult::Ok).revision = QString(64, u'9');
    });
    row("no report: the strictest risk", Pending, "SLOT_UNFILLED", [](Scene &s) {
        s.production().risks.insert(u"low"_s, {{u"dba"_s}, {}, Carry::None});
        s.manifest().risk = u"low"_s;
        s.vote(u"bo"_s);
    });
    row("a report: its risk", Approved, "", [](Scene &s) {
        s.production().risks.insert(u"low"_s, {{u"dba"_s}, {}, Carry::None});
        s.report();
        s.manifest().risk = u"low"_s;
        s.vote(u"bo"_s);
    });
}

QTEST_GUILESS_MAIN(TestJudgePlaces)
#include "tst_judgeplaces.moc"
