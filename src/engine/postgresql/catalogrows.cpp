#include "engine/postgresql/catalogrows.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(Query query)
{
    return static_cast<std::size_t>(query);
}

/// Rows of several results in an order of its own.
class ChosenRows final : public db::Rows::Source
{
public:
    struct Place {
        quint32 result = 0;
        int row = 0;
    };

    ChosenRows(const db::Rows &one, const db::Rows &two) : ChosenRows(ChosenRows(one), two, [](int) { return true; }) {}
    explicit ChosenRows(const db::Rows &all) : m_results{all}
    {
        for (int row = 0; row < all.size(); ++row) {
            m_places.push_back({0, row});
        }
    }
    /// Those of @p before that @p stays says, then all of @p fresh.
    template <class Stays>
    ChosenRows(const ChosenRows &before, const db::Rows &fresh, Stays stays) : m_results(before.m_results)
    {
        for (int row = 0; row < before.rowCount(); ++row) {
            if (stays(row)) {
                m_places.push_back(before.m_places[static_cast<std::size_t>(row)]);
            }
        }
        for (int row = 0; row < fresh.size(); ++row) {
            m_places.push_back({static_cast<quint32>(m_results.size()), row});
        }
        m_results.push_back(fresh);
    }

    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QStringList columns() const override { return m_results.front().columns(); }
    [[nodiscard]] bool isNull(int row, int column) const override
    {
        const Place place = m_places[static_cast<std::size_t>(row)];
        return m_results[place.result].isNull(place.row, column);
    }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override
    {
        const Place place = m_places[static_cast<std::size_t>(row)];
        return m_results[place.result].bytes(place.row, column);
    }
    [[nodiscard]] qint64 affected() const override { return -1; }

private:
    std::vector<db::Rows> m_results;
    std::vector<Place> m_places;
};

/// One query of the catalog, and what it is called in messages.
struct Question {
    Query query;
    QString title;
    QString sql;
};

/// After a failure in the pipeline: each query by itself, so that what can be read is read and what cannot is named.
/// The results are in the order of Query.
base::Result<std::vector<db::Rows>> readOneByOne(db::Session &session, const QStringList &prologue,
                                                 const std::vector<Question> &questions, const QStringList &epilogue,
                                                 Reader &reader, const std::stop_token &stop)
{
    CS_CHECK(session.runAll(prologue, stop));
    std::vector<db::Rows> results(queryCount);
    for (const Question &question : questions) {
        CS_CHECK(session.run(u"SAVEPOINT countersign_query"_s, stop));
        auto rows = session.run(question.sql, stop);
        if (!rows) {
            const base::Error &error = rows.error();
            if (error.kind == base::ErrorKind::Cancelled || error.sqlState.isEmpty()) {
                return base::Fail(error);
            }
            CS_CHECK(session.run(u"ROLLBACK TO SAVEPOINT countersign_query"_s, stop));
            reader.addNotCompared({{schema::ObjectKind::Database, {}, {}, question.title},
                                   u"the server could not describe them: "_s + error.message});
            continue;
        }
        db::Rows &result = results[at(question.query)];
        result = result.isEmpty() ? *rows : db::Rows(std::make_shared<ChosenRows>(result, *rows));
    }
    CS_CHECK(session.runAll(epilogue, stop));
    return results;
}

/// Those of @p kinds of which the server said that there are some. @p present: one row, one column for each.
std::vector<OtherKind> presentKinds(const std::vector<OtherKind> &kinds, const db::Rows &present)
{
    std::vector<OtherKind> some;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (present.flag(0, static_cast<int>(i))) {
            some.push_back(kinds[i]);
        }
    }
    return some;
}

QString presenceQuery(const std::vector<OtherKind> &kinds)
{
    QStringList conditions;
    for (const OtherKind &kind : kinds) {
        conditions += kind.isPresent;
    }
    return u"SELECT "_s + conditions.join(u", ");
}

std::vector<Question> questionsOf(const QStringList &queries, const std::vector<OtherKind> &kinds)
{
    std::vector<Question> questions;
    for (qsizetype i = 0; i < queries.size(); ++i) {
        const auto query = static_cast<Query>(i);
        if (query == Query::Others) {
            for (const OtherKind &kind : kinds) {
                questions.push_back({query, kind.title, kind.query});
            }
        } else if (!queries.at(i).isEmpty()) {
            questions.push_back({query, titleOf(query), queries.at(i)});
        }
    }
    return questions;
}

/// The results of @p queries in one snapshot, in the order of Query; empty texts are left out. @p settings are set for
/// the reading only. Where the query of the other kinds is empty, those of @p kinds are asked that there are.
base::Result<std::vector<db::Rows>> catalogRows(db::Session &session, const QStringList &queries,
                                                const std::vector<OtherKind> &kinds, const QStringList &settings,
                                                Reader &reader, const std::stop_token &stop)
{
    const bool inside = session.inTransaction();
    const QStringList prologue =
        QStringList{inside ? u"SAVEPOINT countersign_read"_s
                           : u"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"_s,
                    u"SET LOCAL search_path TO ''"_s, u"SET LOCAL quote_all_identifiers TO off"_s} +
        settings;
    const QStringList epilogue =
        inside ? QStringList{u"ROLLBACK TO SAVEPOINT countersign_read"_s, u"RELEASE SAVEPOINT countersign_read"_s}
               : QStringList{u"ROLLBACK"_s};
    const bool staged = queries.at(static_cast<qsizetype>(at(Query::Others))).isEmpty();
    QStringList asked = queries;
    if (staged) {
        asked[static_cast<qsizetype>(at(Query::Others))] = presenceQuery(kinds);
    }
    const auto read = [&]() -> base::Result<std::vector<db::Rows>> {
        QStringList sent = asked;
        sent.removeAll(QString());
        CS_TRY(rows, session.runAll(prologue + sent + (staged ? QStringList() : epilogue), stop));
        std::vector<db::Rows> inOrder(queryCount);
        std::size_t next = static_cast<std::size_t>(prologue.size());
        for (std::size_t i = 0; i < inOrder.size(); ++i) {
            if (!asked.at(static_cast<qsizetype>(i)).isEmpty()) {
                inOrder[i] = std::move(rows[next++]);
            }
        }
        if (staged) {
            db::Rows &others = inOrder[at(Query::Others)];
            const std::vector<OtherKind> some = presentKinds(kinds, others);
            CS_TRY(last, session.runAll(some.empty() ? epilogue : QStringList{unionOf(some)} + epilogue, stop));
            others = some.empty() ? db::Rows() : std::move(last.front());
        }
        return inOrder;
    };
    auto rows = read();
    if (!rows && (rows.error().kind == base::ErrorKind::Cancelled || rows.error().sqlState.isEmpty())) {
        return base::Fail(rows.error());
    }
    if (!rows) {
        [[maybe_unused]] const auto ended = session.run(epilogue.constFirst(), stop);
        rows = readOneByOne(session, prologue, questionsOf(queries, kinds), epilogue, reader, stop);
    }
    return rows ? std::move(rows)
                : base::Fail(rows.error().within(u"reading the catalog of "_s + session.databaseName()));
}

/// The queries that changedQueries() asks for touched relations only, and the column that says which it belongs to.
struct Partial {
    Query query;
    int relation;
};
constexpr Partial partials[] = {
    {Query::Relations, 0}, {Query::Attributes, 0}, {Query::Defaults, 1}, {Query::Constraints, 2}, {Query::Indexes, 1}};

class Kept final : public KeptCatalog
{
public:
    explicit Kept(std::vector<db::Rows> rows) : m_rows(std::move(rows))
    {
        for (const Partial &partial : partials) {
            m_chosen[at(partial.query)] = std::make_shared<ChosenRows>(m_rows[at(partial.query)]);
            m_rows[at(partial.query)] = db::Rows();
        }
        const db::Rows &others = m_rows[at(Query::Others)];
        for (int row = 0; row < others.size(); ++row) {
            m_eventTriggers = m_eventTriggers || others.bytes(row, 0) == "3466";
        }
    }

    /// They run at the end of definitions and may define anything.
    [[nodiscard]] bool hasEventTriggers() const { return m_eventTriggers; }

    [[nodiscard]] std::vector<db::Rows> all() const
    {
        std::vector<db::Rows> rows = m_rows;
        for (const Partial &partial : partials) {
            rows[at(partial.query)] = db::Rows(m_chosen[at(partial.query)]);
        }
        return rows;
    }

    /// A relation or column that is there before and after has another name or another schema.
    [[nodiscard]] bool renames(const std::vector<db::Rows> &fresh, const Touched &touched) const
    {
        return differs(*m_chosen[at(Query::Relations)], fresh[at(Query::Relations)], touched, 0, {1, 2}) ||
               differs(*m_chosen[at(Query::Attributes)], fresh[at(Query::Attributes)], touched, 1, {2});
    }

    /// @p asked: which of the queries @p fresh has the rows of.
    void take(std::vector<db::Rows> fresh, const std::vector<bool> &asked, const Touched &touched)
    {
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (asked[i] && !m_chosen[i]) {
                m_rows[i] = std::move(fresh[i]);
            }
        }
        for (const Partial &partial : partials) {
            std::shared_ptr<const ChosenRows> &chosen = m_chosen[at(partial.query)];
            const ChosenRows &before = *chosen;
            chosen = std::make_shared<ChosenRows>(before, fresh[at(partial.query)], [&](int row) {
                return !touched.relations.contains(number(before.bytes(row, partial.relation))) &&
                       !isAlwaysRead(partial.query, before, row);
            });
        }
    }

private:
    static quint32 number(QByteArrayView text) { return text.toUInt(); }

    /// Views are deparsed out of the tables below them; constraints of domains belong to no relation.
    static bool isAlwaysRead(Query query, const ChosenRows &rows, int row)
    {
        if (query == Query::Relations) {
            return rows.bytes(row, 3) == "v" || rows.bytes(row, 3) == "m";
        }
        return query == Query::Constraints && rows.bytes(row, 2) == "0";
    }

    /// @p second: the column that makes the key whole, 0 for none.
    static bool differs(const ChosenRows &before, const db::Rows &after, const Touched &touched, int second,
                        std::initializer_list<int> names)
    {
        std::unordered_map<quint64, int> places;
        for (int row = 0; row < before.rowCount(); ++row) {
            const quint32 relation = number(before.bytes(row, 0));
            if (touched.relations.contains(relation)) {
                places.emplace(keyOf(relation, second == 0 ? 0 : number(before.bytes(row, second))), row);
            }
        }
        for (int row = 0; row < after.size(); ++row) {
            const auto place =
                places.find(keyOf(number(after.bytes(row, 0)), second == 0 ? 0 : number(after.bytes(row, second))));
            if (place != places.end() && std::ranges::any_of(names, [&](int column) {
                    return before.bytes(place->second, column) != after.bytes(row, column);
                })) {
                return true;
            }
        }
        return false;
    }

    static quint64 keyOf(quint32 relation, quint32 part) { return quint64(relation) << 32 | part; }

    std::vector<db::Rows> m_rows; ///< in the order of Query, but for those below
    std::array<std::shared_ptr<const ChosenRows>, queryCount> m_chosen;
    bool m_eventTriggers = false;
};

base::Result<std::function<schema::Schema()>> built(std::shared_ptr<Reader> reader, std::vector<db::Rows> rows)
{
    return
        [reader = std::move(reader), rows = std::move(rows)]() mutable { return reader->build(std::move(rows), {}); };
}

} // namespace

base::Result<std::vector<db::Rows>> wholeCatalog(db::Session &session, const ReadOptions &options, Reader &reader,
                                                 const std::stop_token &stop)
{
    QStringList queries = catalogQueries(session.version(), options);
    queries[static_cast<qsizetype>(at(Query::Others))].clear();
    return catalogRows(session, queries, otherKinds(session.version(), wantedSpaces(options)), {}, reader, stop);
}

base::Result<std::function<schema::Schema()>> fetchAgain(db::Session &session, std::unique_ptr<KeptCatalog> &kept,
                                                         const std::optional<Touched> &touched,
                                                         const std::stop_token &stop)
{
    std::unique_ptr<KeptCatalog> before = std::move(kept);
    auto *known = dynamic_cast<Kept *>(before.get());
    const auto reader = std::make_shared<Reader>(session.version(), ReadOptions());
    const std::vector<OtherKind> kinds = otherKinds(session.version(), wantedSpaces({}));
    if (known != nullptr && touched && !known->hasEventTriggers()) {
        const QStringList queries = changedQueries(session.version(), touched->comments);
        QStringList relations;
        for (const quint32 relation : touched->relations) {
            relations << QString::number(relation);
        }
        std::vector<bool> asked;
        for (const QString &query : queries) {
            asked.push_back(!query.isEmpty());
        }
        auto fresh = catalogRows(session, queries, kinds,
                                 {u"SET LOCAL countersign.touched TO '%1'"_s.arg(relations.join(u','))}, *reader, stop);
        if (!fresh && (fresh.error().kind == base::ErrorKind::Cancelled || fresh.error().sqlState.isEmpty())) {
            return base::Fail(fresh.error());
        }
        if (fresh && !reader->hasNotCompared() && !known->renames(*fresh, *touched)) {
            known->take(std::move(*fresh), asked, *touched);
            std::vector<db::Rows> rows = known->all();
            kept = std::move(before);
            return built(reader, std::move(rows));
        }
    }
    const auto whole = std::make_shared<Reader>(session.version(), ReadOptions());
    CS_TRY(rows, catalogRows(session, catalogQueries(session.version(), {}), kinds, {}, *whole, stop));
    if (!whole->hasNotCompared()) {
        kept = std::make_unique<Kept>(rows);
    }
    return built(whole, std::move(rows));
}

} // namespace countersign::engine::postgresql
