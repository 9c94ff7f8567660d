#include "rehearsal/sqliteobserver.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;

namespace {

class SqliteObserver : public Observer
{
public:
    explicit SqliteObserver(db::Session &session) : m_session(session) {}

    void before(const StatementKind &kind, const QString &, int, std::stop_token stop) override
    {
        m_kind = kind;
        m_cookie = cookie(stop);
    }

    base::Result<db::Rows> run(db::Session &session, const StatementKind &, const QString &sql,
                               std::stop_token stop) override
    {
        return session.run(sql, stop);
    }

    bool look(const StatementKind &, std::stop_token stop) override
    {
        const qint64 now = cookie(stop);
        return now < 0 || now != m_cookie;
    }

    base::Result<std::vector<Lock>> after(const schema::Schema &before, const schema::Schema &now,
                                          const std::vector<diff::Difference> &effects, std::stop_token) override
    {
        std::vector<Lock> locks;
        if (m_kind.readsOnly || m_kind.setting || m_kind.transaction != TransactionControl::None) {
            return locks;
        }
        for (const diff::Difference &effect : effects) {
            const QString relation = effect.before.parent.isEmpty() ? effect.before.name : effect.before.parent;
            if (before.findTable({}, relation) == nullptr) {
                continue;
            }
            Lock lock = lockOn(relation);
            // A rename looks like a column less and a column more, and touches no row.
            const bool column = effect.id.kind == schema::ObjectKind::Column && !m_kind.words.contains(u"RENAME"_s);
            lock.rewritesTable = column && effect.change == diff::Change::Removed;
            const bool index = effect.id.kind == schema::ObjectKind::Index && effect.change == diff::Change::Added;
            const bool tested = effect.change == diff::Change::Added && isTested(effect.id, now);
            lock.scansTable = lock.rewritesTable || index || tested;
            merge(locks, lock);
        }
        if (m_kind.words.value(0) == u"VACUUM"_s || m_kind.words.value(0) == u"REINDEX"_s) {
            for (const schema::Object &object : before.objects) {
                if (const auto *table = std::get_if<schema::Table>(&object)) {
                    Lock lock = lockOn(table->name);
                    lock.rewritesTable = m_kind.words.value(0) == u"VACUUM"_s;
                    lock.scansTable = true;
                    merge(locks, lock);
                }
            }
        }
        if (m_kind.dataOnly) {
            merge(locks, lockOn(u"main"_s));
        }
        return locks;
    }

private:
    /// One writer at a time, and in rollback-journal mode readers wait while it commits (sqlite.org/lockingv3.html).
    static Lock lockOn(const QString &relation)
    {
        Lock lock;
        lock.object = relation;
        lock.mode = u"EXCLUSIVE"_s;
        lock.blocksWrites = true;
        lock.blocksReads = false;
        return lock;
    }

    static void merge(std::vector<Lock> &locks, const Lock &lock)
    {
        for (Lock &known : locks) {
            if (known.object == lock.object) {
                known.rewritesTable = known.rewritesTable || lock.rewritesTable;
                known.scansTable = known.scansTable || lock.scansTable;
                return;
            }
        }
        locks.push_back(lock);
    }

    /// ADD COLUMN with CHECK or NOT NULL is tested on the rows that are there (sqlite.org/lang_altertable.html).
    static bool isTested(const schema::ObjectId &part, const schema::Schema &now)
    {
        const schema::Table *table = now.findTable({}, part.parent);
        if (table == nullptr) {
            return false;
        }
        if (part.kind == schema::ObjectKind::Column) {
            const auto column = std::ranges::find(table->columns, part.name, &schema::Column::name);
            return column != table->columns.end() && column->notNull;
        }
        return part.kind == schema::ObjectKind::Constraint &&
               std::ranges::any_of(table->constraints, [&part](const schema::Constraint &constraint) {
                   return constraint.kind == schema::ConstraintKind::Check && constraint.name == part.name;
               });
    }

    [[nodiscard]] qint64 cookie(std::stop_token stop)
    {
        // Counts every change of the schema (sqlite.org/pragma.html#pragma_schema_version), also uncommitted ones.
        const auto rows = m_session.run(u"PRAGMA main.schema_version"_s, stop);
        return rows && !rows->isEmpty() ? rows->number(0, 0) : -1;
    }

    db::Session &m_session;
    StatementKind m_kind;
    qint64 m_cookie = -1;
};

} // namespace

std::unique_ptr<Observer> makeSqliteObserver(db::Session &session)
{
    return std::make_unique<SqliteObserver>(session);
}

} // namespace countersign::rehearsal
