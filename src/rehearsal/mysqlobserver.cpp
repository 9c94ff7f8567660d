#include "rehearsal/mysqlobserver.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

struct Variant {
    QString algorithm;
    QString lock; ///< empty: not said
};

std::vector<Variant> variantsFor(schema::EngineKind engine, int version)
{
    if (engine == schema::EngineKind::MySql) {
        return {{u"INSTANT"_s, {}}, {u"INPLACE"_s, u"NONE"_s}, {u"INPLACE"_s, u"SHARED"_s}, {u"COPY"_s, u"SHARED"_s}};
    }
    std::vector<Variant> variants{
        {u"INSTANT"_s, {}}, {u"NOCOPY"_s, {}}, {u"INPLACE"_s, u"NONE"_s}, {u"INPLACE"_s, u"SHARED"_s}};
    if (version >= 110200) { // COPY, LOCK=NONE since MariaDB 11.2
        variants.push_back({u"COPY"_s, u"NONE"_s});
    }
    variants.push_back({u"COPY"_s, u"SHARED"_s});
    return variants;
}

/// The server refuses this way of doing it, not the statement: ER_ALTER_OPERATION_NOT_SUPPORTED,
/// ER_ALTER_OPERATION_NOT_SUPPORTED_REASON, ER_WRONG_USAGE, ER_UNKNOWN_ALTER_ALGORITHM, ER_PARSE_ERROR where the clause
/// has no place in the statement.
bool refusesVariant(const base::Error &error)
{
    const QString code = error.sqlState.section(u'/', -1);
    static const QSet<QString> codes{u"1845"_s, u"1846"_s, u"1221"_s, u"1800"_s, u"1064"_s};
    return codes.contains(code);
}

class MySqlObserver : public Observer
{
public:
    MySqlObserver(db::Session &administrator, const QString &database, schema::EngineKind engine)
        : m_administrator(administrator), m_database(database), m_engine(engine)
    {
    }

    void before(const StatementKind &kind, const QString &sql, bool, std::stop_token stop) override
    {
        m_kind = kind;
        m_chosen.reset();
        m_asked = sql.contains(u"ALGORITHM"_s, Qt::CaseInsensitive) || sql.contains(u"LOCK"_s, Qt::CaseInsensitive);
        m_before = kind.mayChangeSchema() ? tableIds(stop) : std::map<QString, QString>();
    }

    Result<db::Rows> run(db::Session &session, const StatementKind &kind, const QString &sql,
                         std::stop_token stop) override
    {
        const QString separator = separatorFor(kind);
        if (!separator.isEmpty() && !m_asked) {
            for (const Variant &variant : variantsFor(m_engine, session.version())) {
                const QString lock = variant.lock.isEmpty() ? QString() : separator + u"LOCK="_s + variant.lock;
                auto rows = session.run(sql + separator + u"ALGORITHM="_s + variant.algorithm + lock, stop);
                if (rows) {
                    m_chosen = variant;
                    return rows;
                }
                if (!refusesVariant(rows.error())) {
                    break; // the statement itself is wrong: let it fail as written
                }
            }
        }
        static_cast<void>(session.takeNotices());
        return session.run(sql, stop);
    }

    bool look(const StatementKind &kind, std::stop_token stop) override
    {
        if (!kind.mayChangeSchema()) {
            return false;
        }
        m_after = tableIds(stop);
        return true;
    }

    Result<std::vector<Lock>> after(const schema::Schema &before, const std::vector<diff::Difference> &effects,
                                    std::stop_token) override
    {
        std::map<QString, Lock> locks;
        for (const diff::Difference &effect : effects) {
            const QString table = effect.before.parent.isEmpty() ? effect.before.name : effect.before.parent;
            if (before.findTable({}, table) != nullptr) {
                locks.try_emplace(table, lockOn(table));
            }
        }
        for (auto &[table, lock] : locks) {
            const auto was = m_before.find(table);
            const auto now = m_after.find(table);
            lock.rewritesTable = was != m_before.end() && now != m_after.end() && was->second != now->second;
            lock.scansTable = lock.rewritesTable || addsIndex(effects, table);
        }
        std::vector<Lock> list;
        for (auto &[table, lock] : locks) {
            list.push_back(std::move(lock));
        }
        return list;
    }

private:
    /// Where ALGORITHM and LOCK go: ALTER TABLE t …, ALGORITHM=x, LOCK=y; CREATE INDEX … ALGORITHM=x LOCK=y.
    static QString separatorFor(const StatementKind &kind)
    {
        const QString first = kind.words.value(0);
        if (first == u"ALTER"_s && (kind.words.value(1) == u"TABLE"_s || kind.words.value(2) == u"TABLE"_s)) {
            return u", "_s;
        }
        const bool index = kind.words.mid(1, 4).contains(u"INDEX"_s);
        return index && (first == u"CREATE"_s || first == u"DROP"_s) ? u" "_s : QString();
    }

    static bool addsIndex(const std::vector<diff::Difference> &effects, const QString &table)
    {
        return std::ranges::any_of(effects, [&table](const diff::Difference &effect) {
            return effect.change == diff::Change::Added && effect.id.parent == table &&
                   (effect.id.kind == schema::ObjectKind::Index || effect.id.kind == schema::ObjectKind::Constraint);
        });
    }

    [[nodiscard]] Lock lockOn(const QString &table) const
    {
        Lock lock;
        lock.object = table;
        if (!m_chosen) {
            // DROP, RENAME, TRUNCATE, triggers: exclusive for a moment (MySQL manual, 10.11.4 Metadata Locking).
            lock.mode = u"EXCLUSIVE"_s;
            lock.blocksReads = true;
            lock.blocksWrites = true;
            lock.observed = false;
            return lock;
        }
        lock.algorithm = m_chosen->algorithm;
        lock.blocksWrites = m_chosen->lock == u"SHARED";
        lock.mode = lock.blocksWrites ? u"SHARED_NO_WRITE"_s : u"SHARED_UPGRADABLE"_s;
        return lock;
    }

    /// InnoDB's identity of each table of the scratch database.
    [[nodiscard]] std::map<QString, QString> tableIds(std::stop_token stop)
    {
        std::map<QString, QString> ids;
        const QString catalog = m_engine == schema::EngineKind::MySql ? u"INNODB_TABLES"_s : u"INNODB_SYS_TABLES"_s;
        const auto rows =
            m_administrator.run(u"SELECT NAME, TABLE_ID FROM information_schema.%1 WHERE NAME LIKE '%2/%'"_s.arg(
                                    catalog, QString(m_database).replace(u'_', u"\\_"_s)),
                                stop);
        for (int row = 0; rows && row < rows->size(); ++row) {
            ids.emplace(rows->text(row, 0).section(u'/', 1), rows->text(row, 1));
        }
        return ids;
    }

    db::Session &m_administrator;
    QString m_database;
    schema::EngineKind m_engine;
    StatementKind m_kind;
    bool m_asked = false; ///< the script says itself how
    std::optional<Variant> m_chosen;
    std::map<QString, QString> m_before;
    std::map<QString, QString> m_after;
};

} // namespace

std::unique_ptr<Observer> makeMySqlObserver(db::Session &administrator, const QString &database,
                                            schema::EngineKind engine)
{
    return std::make_unique<MySqlObserver>(administrator, database, engine);
}

} // namespace countersign::rehearsal
