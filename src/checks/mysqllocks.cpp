#include "checks/locks.h"
#include "checks/typechange.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using rehearsal::Lock;
using schema::ConstraintKind;
using schema::Table;

/// From light to heavy; a statement with several clauses takes the heaviest form.
enum class Form : std::uint8_t {
    Instant,
    NoCopy,
    InPlace,
    InPlaceRebuild,
    InPlaceShared,
    InPlaceSharedRebuild,
    Copy,
    CopyShared
};

class Predictor
{
public:
    Predictor(const LockQuestion &question, const Table &before, const Table *after)
        : m_question(question), m_before(before), m_after(after)
    {
    }

    [[nodiscard]] Form formOf(const Action &action) const
    {
        switch (action.kind) {
        case ActionKind::AddColumn:
            return addColumn(action);
        case ActionKind::DropColumn:
            return isIndexed(action.name) ? choose(Form::InPlaceRebuild, Form::NoCopy) : Form::Instant;
        case ActionKind::ChangeColumn:
            return changeColumn(action);
        case ActionKind::RenameColumn:
        case ActionKind::RenameTable:
        case ActionKind::SetDefault:
        case ActionKind::DropDefault:
            return Form::Instant;
        case ActionKind::AddIndex:
            return action.special ? Form::InPlaceSharedRebuild : choose(Form::InPlace, Form::NoCopy);
        case ActionKind::DropIndex:
            return choose(Form::InPlace, Form::NoCopy);
        case ActionKind::AddConstraint:
            return addConstraint(action);
        case ActionKind::DropConstraint:
            return dropConstraint(action);
        case ActionKind::RenameIndex:
        case ActionKind::TableOption:
        case ActionKind::TableCharset:
        case ActionKind::AutoIncrement:
            return choose(Form::InPlace, Form::Instant);
        case ActionKind::SetNotNull:
        case ActionKind::DropNotNull:
        case ActionKind::Force:
        case ActionKind::StorageEngine:
            return action.kind == ActionKind::StorageEngine && action.name != "INNODB"_L1 ? Form::Copy
                                                                                          : Form::InPlaceRebuild;
        case ActionKind::ConvertCharset:
            return Form::Copy;
        case ActionKind::AddPartition:
        case ActionKind::DropPartition:
        case ActionKind::TruncatePartition:
            return Form::InPlace;
        case ActionKind::ReorganizePartition:
            return Form::InPlaceShared;
        case ActionKind::Algorithm:
            return Form::Instant;
        case ActionKind::Other:
        case ActionKind::ValidateConstraint:
        case ActionKind::RenameConstraint:
        case ActionKind::SetSchema:
        case ActionKind::AttachPartition:
        case ActionKind::DetachPartition:
        case ActionKind::Owner:
        case ActionKind::SetOptions:
        case ActionKind::SetStatistics:
        case ActionKind::SetStorage:
        case ActionKind::SetCompression:
        case ActionKind::RowSecurity:
        case ActionKind::ReplicaIdentity:
        case ActionKind::TriggerState:
        case ActionKind::Inherit:
        case ActionKind::NoInherit:
        case ActionKind::Identity:
        case ActionKind::Tablespace:
        case ActionKind::Persistence:
        case ActionKind::AccessMethod:
        case ActionKind::SetExpression:
        case ActionKind::DropExpression:
        case ActionKind::ClusterOn:
            return Form::Copy;
        }
        return Form::Copy;
    }

private:
    [[nodiscard]] bool mariaDb() const { return m_question.engine == schema::EngineKind::MariaDb; }
    [[nodiscard]] Form choose(Form mysql, Form mariadb) const { return mariaDb() ? mariadb : mysql; }

    [[nodiscard]] bool isIndexed(const QString &column) const
    {
        const auto has = [&](const auto &part) { return columnsOf(part.keys).contains(column, Qt::CaseInsensitive); };
        return std::ranges::any_of(m_before.indexes, has) || std::ranges::any_of(m_before.constraints, has);
    }

    [[nodiscard]] bool hasGeneratedColumns() const
    {
        return std::ranges::any_of(m_before.columns, [](const auto &column) { return !column.generated.isEmpty(); });
    }

    [[nodiscard]] Form addColumn(const Action &action) const
    {
        if (action.autoIncrement) {
            return Form::InPlaceSharedRebuild;
        }
        if (action.stored || (action.special && !mariaDb())) {
            return Form::Copy;
        }
        if (action.inlineUnique || action.inlinePrimaryKey) {
            return Form::InPlaceRebuild;
        }
        if (action.inlineCheck && !mariaDb()) {
            return Form::Copy;
        }
        return action.positioned && mariaDb() && hasGeneratedColumns() ? Form::Copy : Form::Instant;
    }

    [[nodiscard]] Form changeColumn(const Action &action) const
    {
        const schema::Column *to = m_after == nullptr ? nullptr : findColumn(*m_after, action.name);
        const schema::Column *from = findColumn(m_before, action.name);
        if (from == nullptr || to == nullptr) {
            return Form::Instant;
        }
        Form form = Form::Instant;
        if (from->type != to->type) {
            form = typeForm(*from, *to);
        }
        if (to->autoIncrement && !from->autoIncrement) {
            form = std::max(form, choose(Form::Copy, Form::CopyShared));
        }
        if (from->notNull != to->notNull) {
            form = std::max(form, Form::InPlaceRebuild);
        }
        if (from->charset != to->charset || from->collation != to->collation) {
            form = std::max(form, isIndexed(action.name) ? choose(Form::Copy, Form::NoCopy)
                                                         : choose(Form::InPlace, Form::Instant));
        }
        if (action.positioned) {
            form = std::max(form, choose(Form::InPlaceRebuild, Form::Instant));
        }
        return form;
    }

    [[nodiscard]] int bytesPerCharacter(const schema::Column &column) const
    {
        const QString charset = column.charset.isEmpty() ? m_before.charset : column.charset;
        return charset == "utf8mb4"_L1 ? 4 : charset.startsWith("utf8"_L1) ? 3 : 1;
    }

    [[nodiscard]] Form typeForm(const schema::Column &from, const schema::Column &to) const
    {
        const TypeParts a = typeParts(from.type, m_question.engine);
        const TypeParts b = typeParts(to.type, m_question.engine);
        if (familyOf(a) == TypeFamily::Enum && a.name == b.name) {
            const bool appended = b.labels.size() >= a.labels.size() && b.labels.first(a.labels.size()) == a.labels;
            return appended ? Form::Instant : Form::Copy;
        }
        const bool longer = a.name == "character varying"_L1 && b.name == a.name && !a.arguments.empty() &&
                            !b.arguments.empty() && b.arguments[0] >= a.arguments[0];
        if (!longer) {
            return Form::Copy;
        }
        const int before = a.arguments[0] * bytesPerCharacter(from);
        const int after = b.arguments[0] * bytesPerCharacter(to);
        if ((before > 255) == (after > 255)) {
            return choose(Form::InPlace, Form::Instant);
        }
        return mariaDb() && before <= 127 ? Form::Instant : Form::Copy;
    }

    [[nodiscard]] Form addConstraint(const Action &action) const
    {
        if (!action.constraint) {
            return Form::Copy;
        }
        switch (*action.constraint) {
        case ConstraintKind::PrimaryKey:
            return Form::InPlaceRebuild;
        case ConstraintKind::Unique:
            return choose(Form::InPlace, Form::NoCopy);
        case ConstraintKind::Check:
        case ConstraintKind::ForeignKey:
        case ConstraintKind::Exclusion:
            return Form::Copy;
        }
        return Form::Copy;
    }

    [[nodiscard]] Form dropConstraint(const Action &action) const
    {
        if (action.constraint == ConstraintKind::PrimaryKey) {
            return Form::Copy;
        }
        const schema::Constraint *constraint = findConstraint(m_before, action.name);
        const bool foreign = constraint == nullptr || constraint->kind == ConstraintKind::ForeignKey;
        return foreign ? choose(Form::InPlace, Form::Instant) : Form::Instant;
    }

    const LockQuestion &m_question;
    const Table &m_before;
    const Table *m_after;
};

Lock lockOf(Form form, const QString &path, bool copyIsOnline)
{
    Lock lock;
    lock.object = path;
    lock.observed = false;
    lock.rewritesTable = form == Form::InPlaceRebuild || form == Form::InPlaceSharedRebuild || form >= Form::Copy;
    lock.scansTable = form >= Form::NoCopy;
    lock.blocksWrites = form == Form::InPlaceShared || form == Form::InPlaceSharedRebuild || form == Form::CopyShared ||
                        (form == Form::Copy && !copyIsOnline);
    lock.algorithm = form == Form::Instant  ? u"INSTANT"_s
                     : form == Form::NoCopy ? u"NOCOPY"_s
                     : form < Form::Copy    ? u"INPLACE"_s
                                            : u"COPY"_s;
    lock.mode = lock.blocksWrites ? u"SHARED_NO_WRITE"_s : u"SHARED_UPGRADABLE"_s;
    return lock;
}

/// Partitions of a range or list come and go without a look at the rows; those of a hash share out the rows anew.
bool onlyWholePartitions(const std::vector<Action> &actions, const Table &table)
{
    const QString method = table.partitions.text.section(u'(', 0, 0);
    const bool byHash =
        method.contains(u"HASH"_s, Qt::CaseInsensitive) || method.contains(u"KEY"_s, Qt::CaseInsensitive);
    return !byHash && !actions.empty() && std::ranges::all_of(actions, [](const Action &action) {
        return action.kind == ActionKind::AddPartition || action.kind == ActionKind::DropPartition ||
               action.kind == ActionKind::TruncatePartition;
    });
}

bool dropsPrimaryKey(const Action &action)
{
    return action.kind == ActionKind::DropConstraint && action.constraint == ConstraintKind::PrimaryKey;
}

Form combined(const std::vector<Action> &actions, const Predictor &predictor)
{
    const bool addsKey = std::ranges::any_of(actions, [](const Action &action) {
        return action.kind == ActionKind::AddConstraint && action.constraint == ConstraintKind::PrimaryKey;
    });
    const bool addsColumn =
        std::ranges::any_of(actions, [](const Action &a) { return a.kind == ActionKind::AddColumn; });
    const bool addsIndex = std::ranges::any_of(actions, [](const Action &a) { return a.kind == ActionKind::AddIndex; });
    Form form = addsColumn && addsIndex ? Form::InPlaceRebuild : Form::Instant;
    for (const Action &action : actions) {
        form = std::max(form, dropsPrimaryKey(action) && addsKey ? Form::InPlaceRebuild : predictor.formOf(action));
    }
    return form;
}

} // namespace

std::vector<Lock> predictMySqlLocks(const LockQuestion &question, const StatementFacts &facts)
{
    std::vector<Lock> out;
    const bool copyIsOnline = question.engine == schema::EngineKind::MariaDb && question.version >= Version{11, 2, 0};
    for (const Name &name : facts.targets) {
        const Table *before = resolveTable(question.before, name);
        if (before == nullptr) {
            continue;
        }
        const QString path = before->id().path();
        const Predictor predictor(question, *before, resolveTable(question.after, name));
        if (facts.verb == Verb::AlterTable) {
            Lock lock = lockOf(combined(facts.actions, predictor), path, copyIsOnline);
            lock.scansTable = lock.scansTable && !onlyWholePartitions(facts.actions, *before);
            out.push_back(lock);
        } else if (facts.verb == Verb::CreateIndex) {
            const bool mariaDb = question.engine == schema::EngineKind::MariaDb;
            const Form form = facts.special ? Form::InPlaceSharedRebuild : mariaDb ? Form::NoCopy : Form::InPlace;
            out.push_back(lockOf(form, path, copyIsOnline));
        } else if (facts.verb == Verb::DropIndex) {
            out.push_back(lockOf(question.engine == schema::EngineKind::MariaDb ? Form::NoCopy : Form::InPlace, path,
                                 copyIsOnline));
        } else if (facts.verb == Verb::Optimize) {
            out.push_back(lockOf(Form::InPlaceRebuild, path, copyIsOnline));
        } else if (facts.verb == Verb::DropTable || facts.verb == Verb::Truncate) {
            Lock lock;
            lock.object = path;
            lock.mode = u"EXCLUSIVE"_s;
            lock.blocksReads = true;
            lock.blocksWrites = true;
            lock.observed = false;
            out.push_back(lock);
        }
    }
    return out;
}

} // namespace countersign::checks
