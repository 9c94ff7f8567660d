#include "checks/locks.h"
#include "checks/typechange.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using rehearsal::Lock;
using schema::ConstraintKind;
using schema::Table;

enum class Mode : std::uint8_t {
    None,
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive
};

QString nameOf(Mode mode)
{
    switch (mode) {
    case Mode::None:
        return {};
    case Mode::AccessShare:
        return u"ACCESS SHARE"_s;
    case Mode::RowShare:
        return u"ROW SHARE"_s;
    case Mode::RowExclusive:
        return u"ROW EXCLUSIVE"_s;
    case Mode::ShareUpdateExclusive:
        return u"SHARE UPDATE EXCLUSIVE"_s;
    case Mode::Share:
        return u"SHARE"_s;
    case Mode::ShareRowExclusive:
        return u"SHARE ROW EXCLUSIVE"_s;
    case Mode::Exclusive:
        return u"EXCLUSIVE"_s;
    case Mode::AccessExclusive:
        return u"ACCESS EXCLUSIVE"_s;
    }
    return {};
}

/// Collects the strongest lock on each relation.
class Locks
{
public:
    explicit Locks(const schema::Schema &before) : m_before(before) {}

    void add(const Name &name, Mode mode, bool rewrites = false, bool scans = false)
    {
        if (const Table *table = resolveTable(m_before, name)) {
            add(table->id().path(), mode, rewrites, scans);
        }
    }

    void add(const QString &path, Mode mode, bool rewrites, bool scans)
    {
        if (mode == Mode::None) {
            return;
        }
        auto &[strongest, lock] = m_locks[path];
        strongest = std::max(strongest, mode);
        lock.object = path;
        lock.mode = nameOf(strongest);
        lock.blocksReads = strongest == Mode::AccessExclusive;
        lock.blocksWrites = strongest >= Mode::Share;
        lock.rewritesTable |= rewrites;
        lock.scansTable |= scans || rewrites;
        lock.observed = false;
    }

    [[nodiscard]] std::vector<Lock> all() const
    {
        std::vector<Lock> out;
        for (const auto &[path, entry] : m_locks) {
            out.push_back(entry.second);
        }
        return out;
    }

private:
    const schema::Schema &m_before;
    std::map<QString, std::pair<Mode, Lock>> m_locks;
};

class AlterTable
{
public:
    AlterTable(const LockQuestion &question, const StatementFacts &facts, Locks &locks)
        : m_question(question), m_facts(facts), m_locks(locks),
          m_before(resolveTable(question.before, facts.targets.front())),
          m_after(resolveTable(question.after, facts.targets.front()))
    {
    }

    void predict()
    {
        if (m_before == nullptr) {
            return;
        }
        for (const Action &action : m_facts.actions) {
            predictAction(action);
        }
    }

private:
    void target(Mode mode, bool rewrites = false, bool scans = false)
    {
        m_locks.add(m_before->id().path(), mode, rewrites, scans);
    }

    void predictAction(const Action &action)
    {
        switch (action.kind) {
        case ActionKind::AddColumn:
            addColumn(action);
            return;
        case ActionKind::ChangeColumn:
            changeColumn(action);
            return;
        case ActionKind::SetNotNull: {
            const schema::Column *column = findColumn(*m_before, action.name);
            const bool already = column != nullptr && column->notNull;
            target(Mode::AccessExclusive, false, !already && !refusesNull(*m_before, action.name));
            return;
        }
        case ActionKind::AddConstraint:
            addConstraint(action);
            return;
        case ActionKind::DropConstraint:
            dropConstraint(action);
            return;
        case ActionKind::ValidateConstraint:
            validate(action);
            return;
        case ActionKind::SetOptions:
        case ActionKind::SetStatistics:
        case ActionKind::ClusterOn:
            target(Mode::ShareUpdateExclusive);
            return;
        case ActionKind::TriggerState:
            target(Mode::ShareRowExclusive);
            return;
        case ActionKind::Tablespace:
        case ActionKind::Persistence:
        case ActionKind::AccessMethod:
            target(Mode::AccessExclusive, true);
            return;
        case ActionKind::SetExpression: {
            const schema::Column *column = findColumn(*m_before, action.name);
            target(Mode::AccessExclusive, column != nullptr && column->generatedKind == "stored"_L1);
            return;
        }
        case ActionKind::Inherit:
            target(Mode::AccessExclusive);
            m_locks.add(action.other, Mode::ShareUpdateExclusive);
            return;
        case ActionKind::AttachPartition:
            target(Mode::ShareUpdateExclusive);
            m_locks.add(action.other, Mode::AccessExclusive, false, true);
            return;
        case ActionKind::DetachPartition:
            target(action.concurrently ? Mode::ShareUpdateExclusive : Mode::AccessExclusive);
            m_locks.add(action.other, action.concurrently || m_question.version.major < 14 ? Mode::ShareUpdateExclusive
                                                                                           : Mode::AccessExclusive);
            return;
        case ActionKind::RenameIndex:
            return;
        case ActionKind::Other:
        case ActionKind::DropColumn:
        case ActionKind::SetDefault:
        case ActionKind::DropDefault:
        case ActionKind::DropNotNull:
        case ActionKind::RenameColumn:
        case ActionKind::RenameTable:
        case ActionKind::RenameConstraint:
        case ActionKind::SetSchema:
        case ActionKind::Owner:
        case ActionKind::SetStorage:
        case ActionKind::SetCompression:
        case ActionKind::RowSecurity:
        case ActionKind::ReplicaIdentity:
        case ActionKind::NoInherit:
        case ActionKind::Identity:
        case ActionKind::DropExpression:
        case ActionKind::AddIndex:
        case ActionKind::DropIndex:
        case ActionKind::AddPartition:
        case ActionKind::DropPartition:
        case ActionKind::TruncatePartition:
        case ActionKind::ReorganizePartition:
        case ActionKind::StorageEngine:
        case ActionKind::ConvertCharset:
        case ActionKind::TableCharset:
        case ActionKind::AutoIncrement:
        case ActionKind::Force:
        case ActionKind::Algorithm:
        case ActionKind::TableOption:
            target(Mode::AccessExclusive);
            return;
        }
    }

    void addColumn(const Action &action)
    {
        // Volatile is what the text cannot tell apart from stable; these two families are known to be stable.
        static const QSet<QString> stable = {u"now"_s, u"transaction_timestamp"_s, u"statement_timestamp"_s};
        const bool computed =
            action.special && action.hasDefault &&
            std::ranges::any_of(m_facts.functions, [](const QString &f) { return !stable.contains(f); });
        const bool rewrites = action.stored || action.autoIncrement || computed;
        target(Mode::AccessExclusive, rewrites,
               rewrites || action.inlineCheck || action.inlineUnique || action.inlinePrimaryKey);
        if (action.inlineReferences) {
            m_locks.add(action.other, Mode::ShareRowExclusive, false, action.hasDefault);
        }
    }

    void changeColumn(const Action &action)
    {
        const schema::Column *from = findColumn(*m_before, action.name);
        const schema::Column *to = m_after == nullptr ? nullptr : findColumn(*m_after, action.name);
        if (from == nullptr || to == nullptr) {
            target(Mode::AccessExclusive);
            return;
        }
        const auto engine = schema::EngineKind::PostgreSql;
        const bool keeps =
            !action.hasUsing && isBinaryCompatible(typeParts(from->type, engine), typeParts(to->type, engine));
        target(Mode::AccessExclusive, !keeps, !keeps);
    }

    void addConstraint(const Action &action)
    {
        if (action.constraint == ConstraintKind::ForeignKey) {
            target(Mode::ShareRowExclusive, false, !action.notValid);
            m_locks.add(action.other, Mode::ShareRowExclusive, false, !action.notValid);
            return;
        }
        target(Mode::AccessExclusive, false, !action.notValid && !action.usingIndex);
    }

    void dropConstraint(const Action &action)
    {
        target(Mode::AccessExclusive);
        const schema::Constraint *constraint = findConstraint(*m_before, action.name);
        if (constraint != nullptr && constraint->kind == ConstraintKind::ForeignKey) {
            m_locks.add({constraint->referencedSchema, constraint->referencedTable}, Mode::AccessExclusive);
        }
    }

    void validate(const Action &action)
    {
        target(Mode::ShareUpdateExclusive, false, true);
        const schema::Constraint *constraint = findConstraint(*m_before, action.name);
        if (constraint != nullptr && constraint->kind == ConstraintKind::ForeignKey) {
            m_locks.add({constraint->referencedSchema, constraint->referencedTable}, Mode::RowShare);
        }
    }

    const LockQuestion &m_question;
    const StatementFacts &m_facts;
    Locks &m_locks;
    const Table *m_before;
    const Table *m_after;
};

void dropTable(const schema::Schema &before, const Name &name, Locks &locks)
{
    locks.add(name, Mode::AccessExclusive);
    const Table *table = resolveTable(before, name);
    if (table == nullptr) {
        return;
    }
    for (const schema::Constraint &constraint : table->constraints) {
        if (constraint.kind == ConstraintKind::ForeignKey) {
            locks.add({constraint.referencedSchema, constraint.referencedTable}, Mode::AccessExclusive);
        }
    }
    if (!table->partitionOf.isEmpty()) {
        locks.add(table->partitionOf, Mode::AccessExclusive, false, false);
    }
}

/// The table that an index belongs to.
const Table *tableOfIndex(const schema::Schema &schema, const Name &index)
{
    for (const Table *table : tablesOf(schema)) {
        if (findIndex(*table, index.name) != nullptr && (index.schema.isEmpty() || index.schema == table->schema)) {
            return table;
        }
    }
    return nullptr;
}

void indexLocks(const schema::Schema &before, const StatementFacts &facts, Locks &locks)
{
    for (const Name &name : facts.objects) {
        if (const Table *table = tableOfIndex(before, name)) {
            locks.add(table->id().path(), facts.concurrently ? Mode::ShareUpdateExclusive : Mode::AccessExclusive,
                      false, false);
        }
    }
}

void forTargets(const StatementFacts &facts, Locks &locks, Mode mode, bool rewrites = false, bool scans = false)
{
    for (const Name &name : facts.targets) {
        locks.add(name, mode, rewrites, scans);
    }
}

void createTable(const StatementFacts &facts, Locks &locks)
{
    for (const Name &name : facts.references) {
        locks.add(name, Mode::ShareRowExclusive);
    }
    if (!facts.partitionOf.isEmpty()) {
        locks.add(facts.partitionOf, Mode::AccessExclusive);
    }
}

void reindex(const LockQuestion &question, const StatementFacts &facts, Locks &locks)
{
    const Mode mode = facts.concurrently ? Mode::ShareUpdateExclusive : Mode::Share;
    if (!facts.special) {
        forTargets(facts, locks, mode, false, true);
        return;
    }
    const Table *table = facts.targets.empty() ? nullptr : tableOfIndex(question.before, facts.targets.front());
    if (table != nullptr) {
        locks.add(table->id().path(), mode, false, true);
    }
}

} // namespace

std::vector<Lock> predictPostgreSqlLocks(const LockQuestion &question, const StatementFacts &facts)
{
    Locks locks(question.before);
    if (facts.verb == Verb::AlterTable && !facts.targets.empty()) {
        AlterTable(question, facts, locks).predict();
    } else if (facts.verb == Verb::CreateTable) {
        createTable(facts, locks);
    } else if (facts.verb == Verb::DropTable) {
        for (const Name &name : facts.targets) {
            dropTable(question.before, name, locks);
        }
    } else if (facts.verb == Verb::CreateIndex) {
        forTargets(facts, locks, facts.concurrently ? Mode::ShareUpdateExclusive : Mode::Share, false, true);
    } else if (facts.verb == Verb::DropIndex) {
        indexLocks(question.before, facts, locks);
    } else if (facts.verb == Verb::Reindex) {
        reindex(question, facts, locks);
    } else if ((facts.verb == Verb::Vacuum && facts.full) || facts.verb == Verb::Cluster) {
        forTargets(facts, locks, Mode::AccessExclusive, true);
    } else if (facts.verb == Verb::Vacuum || facts.verb == Verb::Analyze || facts.verb == Verb::Comment ||
               facts.verb == Verb::CreateStatistics || facts.verb == Verb::Publication) {
        for (const Name &name : facts.targets) {
            locks.add(name, Mode::ShareUpdateExclusive);
        }
        for (const Name &name : facts.reads) {
            locks.add(name, Mode::ShareUpdateExclusive);
        }
    } else if (facts.verb == Verb::Truncate) {
        forTargets(facts, locks, Mode::AccessExclusive);
    } else if (facts.verb == Verb::CreateTrigger) {
        forTargets(facts, locks, Mode::ShareRowExclusive);
    } else if (facts.verb == Verb::DropTrigger || facts.verb == Verb::CreateRule || facts.verb == Verb::CreatePolicy ||
               facts.verb == Verb::DropPolicy) {
        forTargets(facts, locks, Mode::AccessExclusive);
    } else if (facts.verb == Verb::CreateMaterializedView || facts.verb == Verb::CreateTableAs) {
        for (const Name &name : facts.reads) {
            locks.add(name, Mode::AccessShare, false, true);
        }
    } else if (isDataChange(facts.verb)) {
        forTargets(facts, locks, Mode::RowExclusive, false, facts.verb != Verb::Insert && facts.verb != Verb::Copy);
    }
    return locks.all();
}

} // namespace countersign::checks
