#pragma once

#include "review/evaluate.h"

namespace countersign::review {

/// One evaluation in progress: collects all reasons. Used by evaluate() only.
class Judge
{
public:
    Judge(const LedgerState &state, const ChangeRecord &change, const RevisionRecord &revision, qint64 nowUs,
          const Observed &observed);

    /// Everything but verdict and state.
    [[nodiscard]] Evaluation run();
    /// Whether a complete emergency for this revision is still within its time.
    [[nodiscard]] bool emergencyOpen() const;
    /// Unset without a complete emergency; else whether its review debt is paid.
    [[nodiscard]] std::optional<bool> emergencyPaid() const;

private:
    struct Blocking {
        const Event *event = nullptr;
        const Vote *vote = nullptr;
    };

    void judgeEnvironment();
    /// Contributors of whom nobody can tell which person of the roster they are.
    void nameStrangers();
    void judgeRevision();
    void judgeHistory();
    void judgeObserved();
    void judgeBlockingVotes();
    void judgeChecks();
    void judgeCheck(const QString &name);
    void judgeFinding(const QString &finding, const QString &text);
    void judgeComments();
    void judgeApprovals();
    void judgeDeployments();
    void judgeFreezes();
    void judgeDebts();
    void listVotes();
    void listWaivers();
    void listComments();

    void add(Code code, ReasonSeverity severity, const QString &subject, const QString &text, const QString &fix);
    void block(Code code, const QString &subject, const QString &text, const QString &fix);
    [[nodiscard]] bool isContributor(const QString &person) const;
    [[nodiscard]] bool isReviewer(const QString &person) const;
    [[nodiscard]] bool isLead(const QString &person) const;
    [[nodiscard]] bool liftedByVoter(const Blocking &blocking) const;
    [[nodiscard]] bool dismissed(const Blocking &blocking, bool asVeto) const;
    [[nodiscard]] std::optional<Code> whyApprovalFails(const Event &event, const Vote &vote) const;
    [[nodiscard]] std::optional<Code> whyWaiverFails(const Event &event, const Waive &waive) const;
    [[nodiscard]] bool cancelledByAnother(const Event &event) const;
    [[nodiscard]] bool carries(const Manifest &earlier) const;
    /// A risk is what checks found; without their report it is unknown, which is judged as the strictest.
    [[nodiscard]] static QString claimedRisk(const Manifest &manifest);
    void fill(const QList<VoteView *> &counting);
    [[nodiscard]] QString howToCount(const VoteView &view) const;
    void explainUnfilled(const QString &role);
    [[nodiscard]] bool slotsFilledBy(const ChangeRecord &change, const RevisionRecord &revision,
                                     const QStringList &excluded) const;
    [[nodiscard]] bool debtPaid(const ChangeRecord &change, const EmergencyRecord &emergency) const;
    const QSet<QString> &before(const QString &eid) const;

    const LedgerState &m_state;
    const ChangeRecord &m_change;
    const RevisionRecord &m_revision;
    const Policy &m_policy;
    const EnvironmentRule *m_environment = nullptr;
    const RiskRule *m_risk = nullptr;
    qint64 m_now;
    const Observed &m_observed;
    QStringList m_contributors;
    Evaluation m_result;
    mutable QHash<QString, QSet<QString>> m_ancestors;
};

} // namespace countersign::review
