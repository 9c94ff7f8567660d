#include "engine/postgresql/postgresqlengine.h"

#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"
#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

namespace {

class PostgreSqlEngine final : public Engine
{
public:
    base::Result<schema::Schema> read(db::Session &session, const ReadOptions &options,
                                      const base::ProgressSink &progress, std::stop_token stop) const override
    {
        base::report(progress, u"catalog"_s);
        Reader reader(session.version(), options);
        CS_TRY(rows, catalogRows(session, options, reader, stop));
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        return reader.build(std::move(rows), progress);
    }

    base::Result<std::function<schema::Schema()>> fetch(db::Session &session, const ReadOptions &options,
                                                        std::stop_token stop) const override
    {
        const auto reader = std::make_shared<Reader>(session.version(), options);
        CS_TRY(rows, catalogRows(session, options, *reader, stop));
        return [reader, rows = std::move(rows)]() mutable { return reader->build(std::move(rows), {}); };
    }

    [[nodiscard]] QString ddl(const schema::Schema &, const schema::Object &object) const override
    {
        return ddl::whole(object);
    }

    [[nodiscard]] std::vector<Step> steps(const schema::Schema &from, const schema::Schema &to,
                                          const diff::Comparison &comparison) const override
    {
        return Planner(from, to, comparison).run();
    }

    [[nodiscard]] base::Result<QString> identity(db::Session &session, std::stop_token stop) const override
    {
        const auto rows = session.run(u"SELECT system_identifier FROM pg_control_system()"_s, stop);
        if (rows && !rows->isEmpty()) {
            return u"pg:"_s + rows->text(0, 0) + u'/' + session.databaseName();
        }
        // Without the right to call pg_control_system() the database's own number and place must do.
        CS_TRY(place, session.run(u"SELECT oid, coalesce(host(inet_server_addr()), 'local'), inet_server_port() "
                                  "FROM pg_database WHERE datname = current_database()"_s,
                                  stop));
        return u"pg:%1:%2/%3/%4"_s.arg(place.text(0, 1), place.text(0, 2), place.text(0, 0), session.databaseName());
    }

private:
    /// The results of catalogQueries() in one consistent snapshot, in the order of Query.
    static base::Result<std::vector<db::Rows>> catalogRows(db::Session &session, const ReadOptions &options,
                                                           Reader &reader, const std::stop_token &stop)
    {
        const QStringList queries = catalogQueries(session.version(), options);
        const bool inside = session.inTransaction();
        const QStringList prologue{inside ? u"SAVEPOINT countersign_read"_s
                                          : u"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"_s,
                                   u"SET LOCAL search_path TO ''"_s, u"SET LOCAL quote_all_identifiers TO off"_s};
        const QString epilogue = inside ? u"ROLLBACK TO SAVEPOINT countersign_read"_s : u"ROLLBACK"_s;
        auto rows = session.runAll(prologue + queries + QStringList{epilogue}, stop);
        if (!rows && (rows.error().kind == base::ErrorKind::Cancelled || rows.error().sqlState.isEmpty())) {
            return base::Fail(rows.error());
        }
        if (!rows) {
            [[maybe_unused]] const auto ended = session.run(epilogue, stop);
            rows = readOneByOne(session, prologue, queries, epilogue, reader, stop);
        }
        if (!rows) {
            return base::Fail(rows.error().within(u"reading the catalog of "_s + session.databaseName()));
        }
        if (inside) {
            CS_CHECK(session.run(u"RELEASE SAVEPOINT countersign_read"_s, stop));
        }
        rows->erase(rows->begin(), rows->begin() + prologue.size());
        rows->resize(queryCount);
        return rows;
    }

    /// After a failure in the pipeline: each query by itself, so that what can be read is read and what cannot is
    /// named.
    static base::Result<std::vector<db::Rows>> readOneByOne(db::Session &session, const QStringList &prologue,
                                                            const QStringList &queries, const QString &epilogue,
                                                            Reader &reader, const std::stop_token &stop)
    {
        CS_TRY(all, session.runAll(prologue, stop));
        for (int i = 0; i < queries.size(); ++i) {
            CS_CHECK(session.run(u"SAVEPOINT countersign_query"_s, stop));
            auto rows = session.run(queries.at(i), stop);
            if (!rows) {
                const base::Error &error = rows.error();
                if (error.kind == base::ErrorKind::Cancelled || error.sqlState.isEmpty()) {
                    return base::Fail(error);
                }
                CS_CHECK(session.run(u"ROLLBACK TO SAVEPOINT countersign_query"_s, stop));
                reader.addNotCompared({{schema::ObjectKind::Database, {}, {}, titleOf(static_cast<Query>(i))},
                                       u"the server could not describe them: "_s + error.message});
            }
            all.push_back(rows ? *rows : db::Rows());
        }
        CS_TRY(end, session.run(epilogue, stop));
        all.push_back(end);
        return all;
    }
};

} // namespace

const Engine &engine()
{
    static const PostgreSqlEngine instance;
    return instance;
}

} // namespace countersign::engine::postgresql
