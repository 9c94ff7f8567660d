#include "rehearsal/postgresqlobserver.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// Lock modes from weak to strong, as pg_locks spells them and as the manual (13.3 Explicit Locking) does.
struct ModeName {
    const char *catalog;
    const char *manual;
};
constexpr ModeName modeNames[] = {
    {"AccessShareLock", "ACCESS SHARE"},
    {"RowShareLock", "ROW SHARE"},
    {"RowExclusiveLock", "ROW EXCLUSIVE"},
    {"ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE"},
    {"ShareLock", "SHARE"},
    {"ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE"},
    {"ExclusiveLock", "EXCLUSIVE"},
    {"AccessExclusiveLock", "ACCESS EXCLUSIVE"},
};
constexpr int accessShare = 0;
constexpr int shareUpdateExclusive = 3;
constexpr int share = 4;
constexpr int accessExclusive = 7;

int strengthOf(const QString &mode)
{
    for (int i = 0; i < static_cast<int>(std::size(modeNames)); ++i) {
        if (mode == QLatin1StringView(modeNames[i].catalog)) {
            return i;
        }
    }
    return accessShare;
}

Lock lockOf(const QString &object, int strength)
{
    Lock lock;
    lock.object = object;
    lock.mode = QString::fromLatin1(modeNames[strength].manual);
    lock.blocksReads = strength == accessExclusive;
    lock.blocksWrites = strength >= share;
    return lock;
}

struct Relation {
    QString path;
    QString kind;
    qint64 filenode = 0;
    qint64 indexed = 0; ///< the relation that an index belongs to
    qint64 scans = 0;
};

/// Rows of a catalog, counted in this transaction.
struct Writes {
    qint64 added = 0;
    qint64 changed = 0;
    bool isToast = false; ///< goes along with a catalog, or with a table

    friend bool operator==(const Writes &, const Writes &) = default;
};

/// What the server holds at one moment.
struct Moment {
    std::map<qint64, Relation> relations; ///< by oid
    std::map<qint64, int> locks;          ///< strongest by oid
    std::map<qint64, Writes> writes;      ///< by catalog
    bool known = false;
};

const QString relationsQuery =
    u"SELECT c.oid::bigint, n.nspname, c.relname, c.relkind, c.relfilenode::bigint, COALESCE(i.indrelid, 0)::bigint, "
    "CASE WHEN c.relkind IN ('r', 'm', 'p') THEN pg_catalog.pg_stat_get_xact_numscans(c.oid) ELSE 0 END "
    "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
    "LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid "
    "WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"_s;
const QString locksQuery =
    u"SELECT relation::bigint, mode FROM pg_catalog.pg_locks "
    "WHERE pid = pg_catalog.pg_backend_pid() AND locktype = 'relation' AND granted AND relation >= 16384"_s;
const QString changesQuery = u"SELECT relid::bigint, n_tup_ins + n_tup_del, n_tup_upd, schemaname = 'pg_toast' "
                             "FROM pg_catalog.pg_stat_xact_sys_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0"_s;
/// Nothing else can have been scanned, rewritten, made or dropped in this transaction.
const QString lockedOnly =
    u" AND c.oid IN (SELECT relation FROM pg_catalog.pg_locks WHERE pid = pg_catalog.pg_backend_pid() "
    "AND locktype = 'relation')"_s;

/// @p earlier: of the same transaction, or null.
Moment momentOf(db::Session &session, const Moment *earlier, std::stop_token stop)
{
    Moment moment;
    const auto all =
        session.runAll({relationsQuery + (earlier ? lockedOnly : QString()), locksQuery, changesQuery}, stop);
    if (!all || all->size() != 3) {
        return moment;
    }
    const db::Rows &locks = all->at(1);
    for (int row = 0; row < locks.size(); ++row) {
        int &strongest = moment.locks.try_emplace(locks.number(row, 0), -1).first->second;
        strongest = std::max(strongest, strengthOf(locks.text(row, 1)));
    }
    if (earlier) {
        moment.relations = earlier->relations;
        for (const auto &[oid, strength] : moment.locks) {
            moment.relations.erase(oid);
        }
    }
    const db::Rows &relations = all->at(0);
    for (int row = 0; row < relations.size(); ++row) {
        Relation relation;
        relation.path = relations.text(row, 1) + u'.' + relations.text(row, 2);
        relation.kind = relations.text(row, 3);
        relation.filenode = relations.number(row, 4);
        relation.indexed = relations.number(row, 5);
        relation.scans = relations.number(row, 6);
        moment.relations.insert_or_assign(relations.number(row, 0), std::move(relation));
    }
    const db::Rows &changes = all->at(2);
    for (int row = 0; row < changes.size(); ++row) {
        moment.writes.emplace(changes.number(row, 0),
                              Writes{changes.number(row, 1), changes.number(row, 2), changes.flag(row, 3)});
    }
    moment.known = true;
    return moment;
}

/// Catalogs that say what relations are, by oid (manual, part VII, and include/catalog/pg_*.h, where the numbers stay
/// the same from version to version).
constexpr qint64 typeCatalog = 1247;
constexpr qint64 descriptionCatalog = 2609;
constexpr qint64 roleDependencyCatalog = 1214;
constexpr std::array<qint64, 12> relationCatalogs{
    typeCatalog,
    1249, // pg_attribute
    1259, // pg_class
    2604, // pg_attrdef
    2606, // pg_constraint
    2610, // pg_index
    2608, // pg_depend
    1214, // pg_shdepend
    2224, // pg_sequence
    2619, // pg_statistic
    2620, // pg_trigger
    descriptionCatalog,
};

/// Forms that change nothing but relations that they lock. What may call functions of the script's own may do more.
bool changesLockedOnly(const StatementKind &kind, const QString &sql)
{
    const QString first = kind.words.value(0);
    const QString second = kind.words.value(1);
    const bool form = (first == u"ALTER" && second == u"TABLE") || (first == u"CREATE" && second == u"TABLE") ||
                      ((first == u"CREATE" || first == u"DROP") && second == u"INDEX") ||
                      (first == u"CREATE" && second == u"UNIQUE") || (first == u"DROP" && second == u"TABLE") ||
                      first == u"COMMENT";
    return form && !kind.words.contains(u"RENAME"_s) && !sql.contains(u"SELECT", Qt::CaseInsensitive) &&
           !sql.contains(u"EXECUTE", Qt::CaseInsensitive) && !sql.contains(u"USING", Qt::CaseInsensitive);
}

class PostgreSqlObserver : public Observer
{
public:
    explicit PostgreSqlObserver(db::Session &session) : m_session(session) {}

    void before(const StatementKind &kind, const QString &sql, int transaction, std::stop_token stop) override
    {
        const bool inTransaction = transaction > 0;
        const bool same = inTransaction && transaction == m_transaction;
        const bool known = std::exchange(m_afterIsKnown, false);
        m_transaction = transaction;
        m_kind = kind;
        m_lockedOnly = changesLockedOnly(kind, sql);
        m_ownTransaction = false;
        m_watched = kind.transaction == TransactionControl::None && !kind.setting &&
                    (inTransaction || (!kind.refusesTransaction && !mayCommit(kind)));
        if (!m_watched) {
            return;
        }
        if (!inTransaction) {
            m_ownTransaction = m_session.run(u"BEGIN"_s, stop).has_value();
        }
        // Within one transaction only: what the server counts for the session may go on beyond its end.
        m_before = known && same ? std::move(m_after) : momentOf(m_session, nullptr, stop);
    }

    Result<db::Rows> run(db::Session &session, const StatementKind &, const QString &sql, std::stop_token stop) override
    {
        auto rows = session.run(sql, stop);
        if (!rows) {
            endOwn(u"ROLLBACK"_s, {});
        }
        return rows;
    }

    bool look(const StatementKind &kind, std::stop_token stop) override
    {
        if (!m_watched) {
            return kind.refusesTransaction || kind.mayChangeSchema() || kind.mayUndo();
        }
        m_after = momentOf(m_session, m_before.known ? &m_before : nullptr, stop);
        m_afterIsKnown = m_after.known;
        return !m_after.known || !m_before.known || m_after.writes != m_before.writes;
    }

    [[nodiscard]] std::optional<engine::Touched> touched() const override
    {
        if (!m_watched || !m_lockedOnly || !m_before.known || !m_after.known) {
            return std::nullopt;
        }
        engine::Touched touched;
        for (const auto &[catalog, writes] : m_after.writes) {
            const auto earlier = m_before.writes.find(catalog);
            const Writes was = earlier == m_before.writes.end() ? Writes() : earlier->second;
            if (writes == was || writes.isToast) {
                continue;
            }
            // The row types of tables come and go; one that changes has another name or owner. Roles are mentioned
            // where something gets an owner, and where a function of the script's grants something.
            if (!std::ranges::contains(relationCatalogs, catalog) ||
                (catalog == typeCatalog && writes.changed != was.changed) ||
                (catalog == roleDependencyCatalog && m_kind.words.value(0) == u"ALTER")) {
                return std::nullopt;
            }
            touched.comments = touched.comments || catalog == descriptionCatalog;
        }
        for (const auto &[oid, strength] : m_after.locks) {
            if (strength >= shareUpdateExclusive) {
                touched.relations.insert(static_cast<quint32>(oid));
            }
        }
        for (const Moment *moment : {&m_before, &m_after}) {
            for (const auto &[oid, relation] : moment->relations) {
                if (touched.relations.contains(static_cast<quint32>(relation.indexed))) {
                    touched.relations.insert(static_cast<quint32>(oid));
                }
            }
        }
        return touched;
    }

    [[nodiscard]] bool needsEffects() const override { return !m_watched; }

    Result<std::vector<Lock>> after(const schema::Schema &before, const schema::Schema &,
                                    const std::vector<diff::Difference> &effects, std::stop_token stop) override
    {
        if (m_ownTransaction) {
            m_ownTransaction = false;
            if (auto committed = m_session.run(u"COMMIT"_s, stop); !committed) {
                return base::Fail(committed.error());
            }
        }
        return m_watched ? observed() : known(before, effects);
    }

private:
    /// Procedures and DO blocks may COMMIT, which a transaction of ours would make an error.
    static bool mayCommit(const StatementKind &kind)
    {
        return kind.words.value(0) == u"CALL"_s || kind.words.value(0) == u"DO"_s;
    }

    void endOwn(const QString &how, std::stop_token stop)
    {
        if (m_ownTransaction) {
            static_cast<void>(m_session.run(how, stop));
            m_ownTransaction = false;
        }
    }

    [[nodiscard]] std::vector<Lock> observed() const
    {
        std::map<QString, Lock> locks;
        for (const auto &[oid, strength] : m_after.locks) {
            const auto earlier = m_before.locks.find(oid);
            if (earlier != m_before.locks.end() && earlier->second >= strength) {
                continue;
            }
            const auto relation = m_before.relations.find(oid); // made by this statement: nobody else can see it
            if (relation == m_before.relations.end() || strength == accessShare || isIndex(relation->second)) {
                continue;
            }
            locks.emplace(relation->second.path, lockOf(relation->second.path, strength));
        }
        markWork(locks);
        std::vector<Lock> list;
        for (auto &[path, lock] : locks) {
            list.push_back(std::move(lock));
        }
        return list;
    }

    static bool isIndex(const Relation &relation) { return relation.kind == u"i" || relation.kind == u"I"; }

    /// Rewritten: the heap has a new file. Scanned: read from end to end, or an index was built over it.
    void markWork(std::map<QString, Lock> &locks) const
    {
        if (m_kind.words.value(0) == u"TRUNCATE") { // gives everything a new file, and reads nothing
            return;
        }
        std::set<qint64> files; // an index that is made anew over its old file was not built
        for (const auto &[oid, was] : m_before.relations) {
            files.insert(was.filenode);
        }
        for (const auto &[oid, now] : m_after.relations) {
            const auto was = m_before.relations.find(oid);
            const bool isNew = was == m_before.relations.end();
            if (isIndex(now)) {
                const auto table = m_before.relations.find(now.indexed);
                if (table != m_before.relations.end() && !files.contains(now.filenode) && now.kind == u"i") {
                    held(locks, now.indexed, table->second.path).scansTable = true;
                }
                continue;
            }
            if (isNew) {
                continue;
            }
            if (was->second.filenode != now.filenode && now.filenode != 0) {
                Lock &lock = held(locks, oid, was->second.path);
                lock.rewritesTable = true;
                lock.scansTable = true;
            } else if (now.scans > was->second.scans && m_kind.words.value(0) != u"SELECT"_s) {
                held(locks, oid, was->second.path).scansTable = true;
            }
        }
    }

    /// The lock on a relation; where the transaction has held it since an earlier statement, that one again.
    Lock &held(std::map<QString, Lock> &locks, qint64 oid, const QString &path) const
    {
        const auto strength = m_after.locks.find(oid);
        return locks.try_emplace(path, lockOf(path, strength == m_after.locks.end() ? accessShare : strength->second))
            .first->second;
    }

    /// What the manual says about the forms that refuse a transaction: CONCURRENTLY takes SHARE UPDATE EXCLUSIVE.
    [[nodiscard]] std::vector<Lock> known(const schema::Schema &before,
                                          const std::vector<diff::Difference> &effects) const
    {
        std::vector<Lock> locks;
        for (const diff::Difference &effect : effects) {
            if (!m_kind.refusesTransaction || effect.id.parent.isEmpty() ||
                before.findTable(effect.id.schema, effect.id.parent) == nullptr) {
                continue;
            }
            Lock lock = lockOf(effect.id.parentId().path(), shareUpdateExclusive);
            lock.scansTable = effect.change == diff::Change::Added;
            lock.observed = false;
            locks.push_back(std::move(lock));
        }
        return locks;
    }

    db::Session &m_session;
    StatementKind m_kind;
    Moment m_before;
    Moment m_after;
    bool m_watched = false;
    bool m_lockedOnly = false; ///< the statement's form changes only relations that it locks
    bool m_ownTransaction = false;
    bool m_afterIsKnown = false; ///< m_after is what the statement before this one left
    int m_transaction = 0;
};

} // namespace

std::unique_ptr<Observer> makePostgreSqlObserver(db::Session &session)
{
    return std::make_unique<PostgreSqlObserver>(session);
}

} // namespace countersign::rehearsal
