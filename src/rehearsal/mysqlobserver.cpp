#include "rehearsal/mysqlobserver.h"

#include "sql/tokens.h"

#include <set>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

struct Variant {
    QString algorithm;
    QString lock; ///< empty: not said
};

/// What the script itself says: ALGORITHM [=] x and LOCK [=] y as words of the statement. A column that is called
/// locked_at says nothing.
Variant askedBy(const QString &sql, const sql::Dialect &dialect)
{
    Variant asked;
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, dialect);
    const auto word = [&](std::size_t i) {
        return i < tokens.size() ? tokens[i].in(sql).toString().toUpper() : QString();
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        static const QSet<QString> algorithms{u"INSTANT"_s, u"NOCOPY"_s, u"INPLACE"_s, u"COPY"_s, u"DEFAULT"_s};
        static const QSet<QString> locks{u"NONE"_s, u"SHARED"_s, u"EXCLUSIVE"_s, u"DEFAULT"_s};
        const QString value = word(i + 1) == u"=" ? word(i + 2) : word(i + 1);
        if (tokens[i].kind == sql::TokenKind::Word && word(i) == u"ALGORITHM" && algorithms.contains(value)) {
            asked.algorithm = value;
        } else if (tokens[i].kind == sql::TokenKind::Word && word(i) == u"LOCK" && locks.contains(value)) {
            asked.lock = value;
        }
    }
    return asked;
}

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

    void before(const StatementKind &kind, const QString &sql, int, std::stop_token stop) override
    {
        m_kind = kind;
        m_chosen.reset();
        m_asked = askedBy(sql, sql::dialectOf(m_engine));
        m_before = kind.mayChangeSchema() ? tableIds(stop) : std::map<QString, QString>();
    }

    Result<db::Rows> run(db::Session &session, const StatementKind &kind, const QString &sql,
                         std::stop_token stop) override
    {
        const QString separator = separatorFor(kind);
        for (const Variant &variant : separator.isEmpty() ? std::vector<Variant>() : asMuchAsAsked(session.version())) {
            QString addition;
            if (m_asked.algorithm.isEmpty()) {
                addition += separator + u"ALGORITHM="_s + variant.algorithm;
            }
            if (m_asked.lock.isEmpty() && !variant.lock.isEmpty()) {
                addition += separator + u"LOCK="_s + variant.lock;
            }
            auto rows = session.run(sql + addition, stop);
            if (rows) {
                m_chosen = variant;
                return rows;
            }
            if (!refusesVariant(rows.error())) {
                break; // the statement itself is wrong: let it fail as written
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

    Result<std::vector<Lock>> after(const schema::Schema &before, const schema::Schema &,
                                    const std::vector<diff::Difference> &effects, std::stop_token) override
    {
        std::map<QString, Lock> locks;
        if (!m_chosen && !separatorFor(m_kind).isEmpty()) {
            return std::vector<Lock>(); // refused every clause, as partitions do: the lock tables know better
        }
        for (const diff::Difference &effect : effects) {
            const QString table = effect.before.parent.isEmpty() ? effect.before.name : effect.before.parent;
            if (before.findTable({}, table) != nullptr) {
                locks.try_emplace(table, lockOn(table));
            }
        }
        std::set<QString> rebuilt;
        for (const auto &[place, id] : m_before) {
            const auto now = m_after.find(place);
            if (now != m_after.end() && now->second != id) {
                rebuilt.insert(tableOf(place));
            }
        }
        for (const QString &table : rebuilt) { // FORCE and OPTIMIZE leave no other trace
            if (before.findTable({}, table) != nullptr) {
                locks.try_emplace(table, lockOn(table));
            }
        }
        for (auto &[table, lock] : locks) {
            lock.rewritesTable = rebuilt.contains(table);
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
            return u"\n, "_s; // on a line of its own: the statement may end with a comment
        }
        const bool index = kind.words.mid(1, 4).contains(u"INDEX"_s);
        return index && (first == u"CREATE"_s || first == u"DROP"_s) ? u"\n"_s : QString();
    }

    /// The ways of doing it that the script leaves open, lightest first.
    [[nodiscard]] std::vector<Variant> asMuchAsAsked(int version) const
    {
        std::vector<Variant> variants = variantsFor(m_engine, version);
        if (m_asked.algorithm == u"DEFAULT" || m_asked.lock == u"DEFAULT") {
            return {};
        }
        if (!m_asked.lock.isEmpty()) {
            for (Variant &variant : variants) {
                variant.lock = m_asked.lock;
            }
        }
        if (!m_asked.algorithm.isEmpty()) {
            std::erase_if(variants, [this](const Variant &variant) { return variant.algorithm != m_asked.algorithm; });
        }
        return variants;
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
        lock.blocksReads = m_chosen->lock == u"EXCLUSIVE";
        lock.blocksWrites = lock.blocksReads || m_chosen->lock == u"SHARED";
        lock.mode = lock.blocksReads    ? u"EXCLUSIVE"_s
                    : lock.blocksWrites ? u"SHARED_NO_WRITE"_s
                                        : u"SHARED_UPGRADABLE"_s;
        return lock;
    }

    /// Each partition is a table of its own to InnoDB: "trips#P#p0", in small letters on MySQL.
    static QString tableOf(const QString &place)
    {
        return place.section(u"#p#"_s, 0, 0, QString::SectionCaseInsensitiveSeps);
    }

    /// InnoDB's identity of each table of the scratch database, and of each partition.
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
    Variant m_asked; ///< the script says itself how
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
