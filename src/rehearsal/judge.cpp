#include "rehearsal/atoms.h"
#include "rehearsal/observedrenames.h"
#include "rehearsal/rowsverdict.h"
#include "rehearsal/statementkind.h"
#include "rehearsal/verify.h"
#include "sql/tokens.h"

#include <QRegularExpression>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using schema::Schema;

namespace {

/// What one effect of a statement says about it.
enum class Sign : std::uint8_t {
    InPlace,     ///< the live state is what this statement, and only it, leads to
    NotInPlace,  ///< it is what was there before it
    Overwritten, ///< a later statement changed the same thing again, and that is in place
    Ambiguous,   ///< the same before and after, because a later statement undoes it
    Foreign,     ///< neither: somebody else was here
};

struct Observation {
    Sign sign = Sign::Ambiguous;
    int by = 0; ///< Overwritten, Ambiguous: the statement that changed it again
    QString text;
};

QString describe(const Atom &atom)
{
    const QString object = nameOf(atom.id.kind) + u' ' + atom.id.path();
    return atom.property.isEmpty() ? object : u"%1 of %2"_s.arg(atom.property, object);
}

/// Session settings and transaction control leave nothing and need nothing: they are in nobody's doubt.
bool leavesSomething(const StatementRun &run, schema::EngineKind engine)
{
    const StatementKind kind = kindOf(run.sql, sql::dialectOf(engine));
    return !kind.setting && !kind.readsOnly && kind.transaction == TransactionControl::None;
}

/// SELECT set_config('search_path', '', false) and nothing beside it: what tools write at the head of their scripts.
/// Whatever else a SELECT calls may write.
bool setsConfigurationOnly(const QString &sql, const sql::Dialect &dialect)
{
    QString form;
    for (const sql::Token &token : sql::significantTokens(sql, dialect)) {
        form += token.kind == sql::TokenKind::String ? u"s"_s : token.in(sql).toString().toLower();
        form += u' ';
    }
    static const QRegularExpression alone(
        u"^select (pg_catalog \\. )?set_config \\( s , s , (true|false) \\) (; )?$"_s);
    return alone.match(form).hasMatch();
}

/// What it does can be where no catalog shows it: in rows, in a sequence's position, in memberships of roles. A
/// definition that had no effect in the rehearsal (IF NOT EXISTS) asks for nothing that is not there.
bool worksOutOfSight(const StatementRun &run, schema::EngineKind engine)
{
    const StatementKind kind = kindOf(run.sql, sql::dialectOf(engine));
    const QString first = kind.words.value(0);
    if (kind.readsOnly || kind.setting || kind.transaction != TransactionControl::None) {
        return false;
    }
    if (first == u"SELECT") {
        return !setsConfigurationOnly(run.sql, sql::dialectOf(engine));
    }
    return kind.dataOnly || kind.opaque || first == u"GRANT" || first == u"REVOKE" ||
           (first == u"ALTER" && (kind.words.contains(u"RESTART"_s) || kind.words.contains(u"AUTO_INCREMENT"_s)));
}

/// Compares the live schema with every state of the trail, restricted to what the trail touches.
class Judge
{
public:
    Judge(const Schema &live, const Rehearsal &trail, const diff::Options &options)
        : m_trail(trail), m_options(options), m_shortfall(trail.shortfall)
    {
        std::set<std::pair<QString, QString>> touched;
        for (const StatementRun &run : trail.statements) {
            for (const Difference &effect : run.effects) {
                touched.insert(standsIn(effect.id));
                touched.insert(standsIn(effect.before));
            }
        }
        m_live = restrictedTo(live, touched);
        std::shared_ptr<const Schema> last = trail.base;
        addState(*last, touched);
        for (const StatementRun &run : trail.statements) {
            if (run.after && run.after != last) {
                last = run.after;
                addState(*last, touched);
            } else {
                m_states.push_back(m_states.back());
            }
        }
    }

    /// What the catalog says.
    [[nodiscard]] std::vector<StatementVerdict> verdicts()
    {
        for (std::size_t i = 0; i < m_trail.statements.size(); ++i) {
            observe(i);
        }
        settleByLaterStatements();
        std::vector<StatementVerdict> verdicts;
        for (std::size_t i = 0; i < m_trail.statements.size(); ++i) {
            verdicts.push_back(verdictOf(i));
        }
        return verdicts;
    }

    /// True when the live schema has this atom as some state of the trail has it.
    [[nodiscard]] bool isExplained(const Atom &atom) const { return !matching(atom).empty() && touches(atom.id); }

    /// For a statement that the catalog cannot show: what would be known if everybody kept to the order.
    void addWhatOrderSuggests(std::vector<StatementVerdict> &verdicts) const
    {
        int next = 0;
        for (auto verdict = verdicts.rbegin(); verdict != verdicts.rend(); ++verdict) {
            const StatementRun &run = m_trail.statements[static_cast<std::size_t>(verdict->index) - 1];
            if (verdict->state == StatementState::Applied) {
                next = verdict->index;
            } else if (next > 0 && verdict->state == StatementState::Unknown && !verdict->nothingLeft &&
                       run.effects.empty() && leavesSomething(run, m_trail.base->engine)) {
                verdict->evidence +=
                    u"\nStatement %1 after it took effect: run in order, this one did too; run by hand, "
                    "nobody can tell"_s.arg(next);
                if (run.transaction > 0 &&
                    run.transaction == m_trail.statements[static_cast<std::size_t>(next) - 1].transaction) {
                    verdict->evidence += u"\nBoth are in one transaction, as its tool runs them: it cannot have failed "
                                         "alone, only have been left out by hand"_s;
                }
            }
        }
    }

private:
    using State = std::shared_ptr<const AtomSet>;

    void addState(const Schema &schema, const std::set<std::pair<QString, QString>> &touched)
    {
        m_states.push_back(std::make_shared<const AtomSet>(
            diff::compare(restrictedTo(schema, touched), m_live, m_options).differences));
    }

    [[nodiscard]] bool touches(const schema::ObjectId &id) const
    {
        return std::ranges::any_of(m_trail.statements, [&id](const StatementRun &run) {
            return std::ranges::any_of(run.effects, [&id](const Difference &effect) {
                return standsIn(effect.id) == standsIn(id) || standsIn(effect.before) == standsIn(id);
            });
        });
    }

    /// The states (0: base, i: after statement i) in which the atom is as it is live.
    [[nodiscard]] std::set<int> matching(const Atom &atom) const
    {
        std::set<int> states;
        for (int k = 0; k < static_cast<int>(m_states.size()); ++k) {
            if (!m_states[static_cast<std::size_t>(k)]->differs(atom)) {
                states.insert(k);
            }
        }
        return states;
    }

    /// The states in which the whole object, parts included, is as it is live.
    [[nodiscard]] std::set<int> matchingWhole(const schema::ObjectId &id) const
    {
        std::set<int> states;
        for (int k = 0; k < static_cast<int>(m_states.size()); ++k) {
            if (!m_states[static_cast<std::size_t>(k)]->anyOf(id)) {
                states.insert(k);
            }
        }
        return states;
    }

    /// The next statement after @p index (1-based) that changes this atom; 0 for none.
    [[nodiscard]] int changedAgain(const Atom &atom, int index) const
    {
        for (const StatementRun &run : m_trail.statements) {
            if (run.index <= index) {
                continue;
            }
            for (const Difference &effect : run.effects) {
                const std::vector<Atom> atoms = atomsOf(effect);
                const bool gone = effect.change == Change::Removed && standsIn(effect.id) == standsIn(atom.id) &&
                                  (effect.id.parent.isEmpty() || effect.id == atom.id);
                if (gone || std::ranges::find(atoms, atom) != atoms.end()) {
                    return run.index;
                }
            }
        }
        return 0;
    }

    void observe(std::size_t at)
    {
        const StatementRun &run = m_trail.statements[at];
        std::vector<Observation> &list = m_observations.emplace_back();
        for (const Difference &effect : run.effects) {
            for (const Atom &atom : atomsOf(effect)) {
                if (!m_shortfall.differs(atom)) {
                    list.push_back(observeAtom(atom, effect, run.index));
                }
            }
        }
    }

    [[nodiscard]] Observation observeAtom(const Atom &atom, const Difference &effect, int index) const
    {
        Observation observation;
        std::set<int> states = matching(atom);
        const auto split = [&states](int i) {
            const auto later = states.lower_bound(i);
            return std::pair(later != states.begin(), later != states.end());
        };
        auto [before, after] = split(index);
        const bool existence = atom.property.isEmpty();
        const bool removed = existence && (effect.change == Change::Removed || atom.id != effect.id);
        // The statement makes it, so a live schema without a difference from there has something of that name.
        const bool named = states.contains(index);
        if (before && after && existence) {
            // There before and again after: what it consists of may tell the two apart.
            const std::set<int> whole = matchingWhole(atom.id);
            if (!whole.empty()) {
                states = whole;
                std::tie(before, after) = split(index);
            }
        }
        const QString subject = describe(atom);
        if (states.empty()) {
            observation.sign = Sign::Foreign;
            observation.text = u"%1 is neither as before nor as after this statement"_s.arg(subject);
        } else if (before && after) {
            observation.by = changedAgain(atom, index);
            observation.text =
                u"%1 is the same before this statement and after statement %2"_s.arg(subject).arg(observation.by);
        } else if (before) {
            observation.sign = Sign::NotInPlace;
            observation.text = removed      ? u"%1 is still there as it was"_s.arg(subject)
                               : !existence ? u"%1 is as before"_s.arg(subject)
                               : named      ? u"%1 is not yet as this statement makes it"_s.arg(subject)
                                            : u"%1 is missing"_s.arg(subject);
        } else if (!states.contains(index) && !removed && changedAgain(atom, index) != 0) {
            observation.sign = Sign::Overwritten;
            observation.by = changedAgain(atom, index);
            observation.text =
                u"%1 is as statement %2 leaves it, which overwrites this one"_s.arg(subject).arg(observation.by);
        } else {
            observation.sign = Sign::InPlace;
            observation.text = removed     ? u"%1 as it was before is gone"_s.arg(subject)
                               : existence ? u"%1 is there"_s.arg(subject)
                                           : u"%1 is as this statement leaves it"_s.arg(subject);
            addForeignContent(atom, effect, index, observation);
        }
        return observation;
    }

    /// An object that is there is this statement's only when all of it is as the trail has it somewhere from here on:
    /// another object may have the name.
    void addForeignContent(const Atom &atom, const Difference &effect, int index, Observation &observation) const
    {
        if (!atom.property.isEmpty() || effect.change == Change::Removed || atom.id != effect.id) {
            return;
        }
        for (const Atom &inner : m_states[static_cast<std::size_t>(index)]->of(atom.id)) {
            if (inner.property == u"owner"_s || inner.property == u"definer"_s ||
                inner.property == u"attributes.definer"_s) {
                continue;
            }
            const std::set<int> states = matching(inner);
            if (states.lower_bound(index) == states.end()) {
                observation.sign = Sign::Foreign;
                observation.text += u", but %1 is not as this or a later statement leaves it"_s.arg(describe(inner));
                return;
            }
        }
    }

    [[nodiscard]] bool tookEffect(int index) const
    {
        const auto &list = m_observations[static_cast<std::size_t>(index) - 1];
        return std::ranges::any_of(list, [](const Observation &entry) { return entry.sign == Sign::InPlace; }) &&
               std::ranges::none_of(list, [](const Observation &entry) { return entry.sign == Sign::NotInPlace; });
    }

    [[nodiscard]] bool tookNoEffect(int index) const
    {
        const auto &list = m_observations[static_cast<std::size_t>(index) - 1];
        return std::ranges::any_of(list, [](const Observation &entry) { return entry.sign == Sign::NotInPlace; }) &&
               std::ranges::none_of(list, [](const Observation &entry) { return entry.sign == Sign::InPlace; });
    }

    /// What statement i made and statement j took away again: j took effect, so i was there for it; j did not, so what
    /// i makes would still be there. From the last statement back, because j's own sign may come from a later one.
    void settleByLaterStatements()
    {
        for (std::size_t at = m_observations.size(); at-- > 0;) {
            for (Observation &entry : m_observations[at]) {
                if (entry.sign != Sign::Ambiguous || entry.by == 0) {
                    continue;
                }
                if (tookEffect(entry.by)) {
                    entry.sign = Sign::InPlace;
                    entry.text += u"; statement %1 took effect and needs it"_s.arg(entry.by);
                } else if (tookNoEffect(entry.by)) {
                    entry.sign = Sign::NotInPlace;
                    entry.text +=
                        u"; statement %1 took no effect, so what this one leaves would be there"_s.arg(entry.by);
                }
            }
        }
        // The other way round: what statement j takes away, after i had made it. Settled when i is.
        for (std::size_t at = 0; at < m_observations.size(); ++at) {
            auto &list = m_observations[at];
            const bool certain =
                std::ranges::any_of(list, [](const Observation &e) { return e.sign == Sign::InPlace; });
            const bool open =
                std::ranges::any_of(list, [](const Observation &e) { return e.sign == Sign::NotInPlace; });
            for (Observation &entry : list) {
                if (entry.sign == Sign::Ambiguous && entry.by == 0 && (certain != open)) {
                    entry.sign = certain ? Sign::InPlace : Sign::NotInPlace;
                }
            }
        }
    }

    [[nodiscard]] StatementVerdict verdictOf(std::size_t at) const
    {
        const StatementRun &run = m_trail.statements[at];
        StatementVerdict verdict;
        verdict.index = run.index;
        const std::vector<Observation> &list = m_observations[at];
        if (list.empty()) {
            verdict.evidence = whyNothing(run);
            return verdict;
        }
        const auto count = [&list](Sign sign) { return std::ranges::count(list, sign, &Observation::sign); };
        if (count(Sign::InPlace) > 0 && count(Sign::NotInPlace) > 0) {
            verdict.state = StatementState::Partly;
        } else if (count(Sign::Foreign) > 0) {
            verdict.state = StatementState::Unknown;
        } else if (count(Sign::InPlace) > 0 && count(Sign::Ambiguous) == 0) {
            verdict.state = StatementState::Applied;
        } else if (count(Sign::NotInPlace) > 0 && count(Sign::Ambiguous) == 0) {
            verdict.state = StatementState::NotApplied;
        }
        QStringList lines;
        for (const Observation &entry : list) {
            lines << entry.text;
        }
        verdict.evidence = lines.join(u'\n');
        return verdict;
    }

    [[nodiscard]] QString whyNothing(const StatementRun &run) const
    {
        switch (run.outcome) {
        case Outcome::NotRun:
            return u"The rehearsal did not get this far, so its effects are not known"_s;
        case Outcome::Failed:
            return u"The statement failed in the rehearsal, so its effects are not known"_s;
        case Outcome::Ok:
            break;
        }
        const StatementKind kind = kindOf(run.sql, sql::dialectOf(m_trail.base->engine));
        if (kind.dataOnly) {
            return u"It changes data only; the catalog cannot show it"_s;
        }
        return kind.setting || kind.transaction != TransactionControl::None
                   ? u"It changes the session only; nothing of it stays"_s
                   : u"It changed nothing in the schema; the catalog cannot show it"_s;
    }

    const Rehearsal &m_trail;
    const diff::Options &m_options;
    AtomSet m_shortfall;
    Schema m_live;
    std::vector<State> m_states;                          ///< how the live schema differs from state 0 (base) to n
    std::vector<std::vector<Observation>> m_observations; ///< by statement
};

/// What was done to a table that another statement renamed since is seen where both have their old names.
void seeBehindRenames(std::vector<StatementVerdict> &verdicts, const Schema &live, const Rehearsal &trail,
                      const diff::Options &options)
{
    const std::vector<diff::Rename> renames = observedRenames(trail);
    if (renames.empty()) {
        return;
    }
    const Rehearsal oldTrail = underOldNames(trail, renames);
    const std::vector<StatementVerdict> behind = Judge(underOldNames(live, renames), oldTrail, options).verdicts();
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const bool isOpen = verdicts[i].state == StatementState::Unknown && !trail.statements[i].effects.empty();
        if (isOpen && (behind[i].state == StatementState::Applied || behind[i].state == StatementState::NotApplied)) {
            verdicts[i] = behind[i];
            verdicts[i].evidence += u"\nSeen under the names that there were before the migration"_s;
        }
    }
}

/// A statement whose state is unknown leaves the target's open.
bool isInDoubt(const StatementRun &run, schema::EngineKind engine, bool isTarget)
{
    if (run.effects.empty() && run.outcome == Outcome::Ok) {
        return worksOutOfSight(run, engine);
    }
    return leavesSomething(run, engine) && (run.effects.empty() || !isTarget);
}

/// Every statement in doubt has one after it that certainly took effect.
bool isAppliedInOrder(const VerifyReport &report, const Rehearsal &trail, bool isTarget)
{
    bool followed = false;
    for (std::size_t i = report.statements.size(); i-- > 0;) {
        const StatementVerdict &verdict = report.statements[i];
        followed = followed || verdict.state == StatementState::Applied;
        const bool open = verdict.state == StatementState::Unknown && !verdict.nothingLeft &&
                          isInDoubt(trail.statements[i], trail.base->engine, isTarget);
        if (open && !followed) {
            return false;
        }
    }
    return followed && isTarget;
}

TargetState stateOf(const VerifyReport &report, const Rehearsal &trail, bool isTarget)
{
    bool applied = false;
    bool notApplied = false;
    bool partly = false;
    bool foreign = !report.drift.empty();
    bool doubt = false;
    bool idle = false;       // nothing was left to do
    bool mayHaveRun = false; // before the first that certainly did not
    bool anything = false;
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementRun &run = trail.statements[i];
        anything = anything || leavesSomething(run, trail.base->engine);
        switch (report.statements[i].state) {
        case StatementState::Applied:
            applied = true;
            break;
        case StatementState::NotApplied:
            notApplied = true;
            break;
        case StatementState::Partly:
            partly = true;
            break;
        case StatementState::Unknown:
            // That a later statement took effect proves nothing of this one: somebody may have run that one by hand.
            mayHaveRun = mayHaveRun || (report.statements[i].mayHaveRun && !notApplied);
            if (report.statements[i].nothingLeft) {
                idle = true;
                break;
            }
            doubt = doubt || isInDoubt(run, trail.base->engine, isTarget);
            break;
        }
    }
    if (partly || (applied && notApplied)) {
        return TargetState::HalfApplied;
    }
    if (foreign) {
        return TargetState::Drifted;
    }
    if (notApplied) {
        return mayHaveRun ? TargetState::Ambiguous : TargetState::NotApplied;
    }
    if (isTarget && !doubt && (applied || idle || !anything)) {
        return TargetState::Applied;
    }
    return TargetState::Ambiguous;
}

} // namespace

QString nameOf(StatementState state)
{
    switch (state) {
    case StatementState::Applied:
        return u"applied"_s;
    case StatementState::NotApplied:
        return u"not-applied"_s;
    case StatementState::Partly:
        return u"partly"_s;
    case StatementState::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString nameOf(TargetState state)
{
    switch (state) {
    case TargetState::Applied:
        return u"applied"_s;
    case TargetState::NotApplied:
        return u"not-applied"_s;
    case TargetState::HalfApplied:
        return u"half-applied"_s;
    case TargetState::Drifted:
        return u"drifted"_s;
    case TargetState::Ambiguous:
        return u"ambiguous"_s;
    }
    return {};
}

VerifyReport judge(const Schema &live, const Rehearsal &trail, const std::optional<Schema> &expected,
                   const diff::Options &asked, const std::vector<DataAnswer> &rows)
{
    const diff::Options options = withoutAccounts(asked, live.engine, trail.circumstances.ownRoles);
    VerifyReport report;
    Judge judge(live, trail, options);
    report.statements = judge.verdicts();
    seeBehindRenames(report.statements, live, trail, options);
    judgeByRows(report.statements, rows);
    judge.addWhatOrderSuggests(report.statements);
    // The last state of the trail: after a failed rehearsal the result was rolled back, but a target may have got as
    // far.
    const Schema *end = trail.base.get();
    for (const StatementRun &run : trail.statements) {
        end = run.after ? run.after.get() : end;
    }
    const Schema &wanted = expected ? *expected : *end;
    const AtomSet unplanned(expected ? diff::compare(*end, *expected, options).differences : std::vector<Difference>());
    const AtomSet shortfall(trail.shortfall);
    std::vector<Difference> differences = diff::compare(wanted, live, options).differences;
    for (Difference &difference : differences) {
        if (difference.change != Change::Altered) {
            const Atom atom{difference.id, {}};
            const bool explained = judge.isExplained(atom) && !unplanned.differs(atom);
            if (!explained && !(shortfall.differs(atom) && !expected)) {
                report.drift.push_back(std::move(difference));
            }
            continue;
        }
        std::erase_if(difference.properties, [&](const diff::Property &property) {
            const Atom atom{difference.id, property.name};
            return (judge.isExplained(atom) && !unplanned.differs(atom)) || (shortfall.differs(atom) && !expected);
        });
        if (!difference.properties.empty()) {
            report.drift.push_back(std::move(difference));
        }
    }
    const bool isTarget = diff::compare(wanted, live, options).identical();
    report.state = stateOf(report, trail, isTarget || report.drift.empty());
    report.appliedInOrder =
        report.state == TargetState::Ambiguous && isAppliedInOrder(report, trail, isTarget || report.drift.empty());
    return report;
}

} // namespace countersign::rehearsal
