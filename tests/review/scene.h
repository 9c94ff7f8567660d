#pragma once

#include "review/evaluate.h"
#include "review/workbench.h"

#include <QTest>

#include <functional>

namespace countersign::review::test {

inline constexpr qint64 hourUs = 3600LL * 1000000;
inline const QString changeId = QStringLiteral("C-0000000000000001");

/// A state written down as a value. evaluate() is pure, so nothing needs to be signed to ask it.
class Scene
{
public:
    Scene()
    {
        PolicyRecord record;
        record.eid = id();
        record.serial = 1;
        record.inForceFrom = 1;
        record.policy = must(parsePolicy(teamPolicy()));
        state.policies << record;
        state.inForce = 0;
        ChangeRecord change;
        change.id = changeId;
        change.environment = QStringLiteral("production");
        state.changes.insert(changeId, change);
        revise();
    }

    ChangeRecord &change() { return state.changes[changeId]; }
    Policy &policy() { return state.policies.first().policy; }
    EnvironmentRule &production() { return policy().environments[QStringLiteral("production")]; }
    RiskRule &risk() { return production().risks[QStringLiteral("high")]; }
    Manifest &manifest() { return change().revisions.last().manifest; }

    /// The next revision, by eve; the same work unless it is changed afterwards.
    RevisionRecord &revise()
    {
        RevisionRecord revision;
        revision.number = static_cast<int>(change().revisions.size()) + 1;
        revision.digest = id();
        revision.by = QStringLiteral("eve");
        revision.manifest.change = changeId;
        revision.manifest.contributors = {QStringLiteral("eve")};
        revision.manifest.environment = {QStringLiteral("production"), QStringLiteral("postgresql"),
                                         QStringLiteral("pg:7311/orders")};
        revision.manifest.files = {{FileRole::Up, "V1.sql", 3, QString(64, QLatin1Char('a'))}};
        revision.manifest.baseFingerprint = QStringLiteral("sha256:base");
        revision.manifest.resultFingerprint = QStringLiteral("sha256:result");
        revision.manifest.footprint = QStringLiteral("trips");
        revision.manifest.risk = QStringLiteral("high");
        change().revisions << revision;
        return change().revisions.last();
    }
    ManifestReport &report()
    {
        manifest().report.emplace();
        manifest().report->findings = QString(64, QLatin1Char('f'));
        return *manifest().report;
    }

    /// Its signer had seen everything before it.
    Event &sign(const QString &by, Body body, QList<int> ChangeRecord::*list)
    {
        Event event;
        event.seq = state.events.size() + 1;
        event.eid = id();
        event.receivedUs = now;
        event.payload.change = changeId;
        event.payload.by = by;
        event.payload.body = std::move(body);
        if (!state.events.isEmpty()) {
            event.payload.seen << state.events.last().eid;
        }
        const int index = static_cast<int>(state.events.size());
        state.byId.insert(event.eid, index);
        state.events << event;
        (change().*list) << index;
        return state.events.last();
    }
    Event &vote(const QString &by, VoteKind kind = VoteKind::Approve, const QStringList &acks = {}, int revision = 0)
    {
        const auto &revisions = change().revisions;
        const QString digest = (revision == 0 ? revisions.last() : revisions[revision - 1]).digest;
        return sign(by, Vote{digest, kind, acks, {}}, &ChangeRecord::votes);
    }
    void approve()
    {
        vote(QStringLiteral("ada"));
        vote(QStringLiteral("bo"));
    }
    Event &comment(const QString &by, bool blocking = true)
    {
        return sign(by, Comment{change().latest()->digest, {}, blocking, {}}, &ChangeRecord::comments);
    }
    Event &resolve(const QString &by)
    {
        const QString eid = state.events[change().comments.last()].eid;
        return sign(by, Resolve{eid}, &ChangeRecord::resolutions);
    }
    Event &dismiss(const QString &by, const QString &eid)
    {
        return sign(by, Dismiss{eid, QStringLiteral("reason")}, &ChangeRecord::dismissals);
    }
    Event &waive(const QString &by, const QString &finding)
    {
        return sign(by, Waive{finding, {}, QStringLiteral("a reason that is long enough"), now + hourUs},
                    &ChangeRecord::waivers);
    }
    Event &unwaive(const QString &by)
    {
        const QString eid = state.events[change().waivers.first()].eid;
        return sign(by, Unwaive{eid}, &ChangeRecord::unwaivers);
    }
    EmergencyRecord &emergency(const QString &by = QStringLiteral("cy"), const QString &second = QStringLiteral("bo"))
    {
        QList<int> ChangeRecord::*const list = &ChangeRecord::events;
        EmergencyRecord record;
        record.revision = change().latest()->digest;
        record.by = by;
        record.eid = sign(by, EmergencyOpen{record.revision, QStringLiteral("I"), {}}, list).eid;
        record.seconds << sign(second, Endorse{record.eid}, list).eid;
        record.secondedBy << second;
        record.completeUs = now;
        change().emergencies << record;
        return change().emergencies.last();
    }
    AttemptRecord &attempt(std::optional<DeployResult> result)
    {
        AttemptRecord record;
        record.eid = id();
        record.revision = change().latest()->digest;
        record.result = result;
        change().attempts << record;
        return change().attempts.last();
    }

    [[nodiscard]] Evaluation evaluate() const
    {
        const ChangeRecord record = state.changes.value(changeId);
        return review::evaluate(state, changeId, record.latest() != nullptr ? record.latest()->digest : QString(), now,
                                observed);
    }

    LedgerState state;
    Observed observed;
    qint64 now = 1'790'000'000'000'000;

private:
    QString id() { return QString::number(++m_ids).rightJustified(64, QLatin1Char('0')); }
    int m_ids = 0;
};

using Change = std::function<void(Scene &)>;

/// A row of a table of verdicts. @p codes: of the reasons that block, in order, without repetitions.
inline void row(const char *name, VerdictKind verdict, const char *codes, const Change &change)
{
    QTest::newRow(name) << verdict << QString::fromLatin1(codes) << change;
}

/// The columns of such a table.
inline void verdictColumns()
{
    QTest::addColumn<VerdictKind>("verdict");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<Change>("change");
}

/// What the row that is run says must be so.
inline void compareVerdict()
{
    QFETCH(VerdictKind, verdict);
    QFETCH(QString, codes);
    QFETCH(Change, change);
    Scene scene;
    change(scene);
    const Evaluation evaluation = scene.evaluate();
    QStringList found;
    for (const Reason &reason : evaluation.reasons) {
        QVERIFY2(!reason.text.isEmpty() && !reason.fix.isEmpty(), qPrintable(codeName(reason.code) + reason.text));
        if (reason.severity == ReasonSeverity::Block && !found.contains(codeName(reason.code))) {
            found << codeName(reason.code);
        }
    }
    QCOMPARE(found.join(QLatin1Char(' ')), codes);
    QCOMPARE(verdictName(evaluation.verdict), verdictName(verdict));
}

} // namespace countersign::review::test
