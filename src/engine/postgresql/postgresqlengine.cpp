#include "engine/postgresql/postgresqlengine.h"

#include "engine/postgresql/catalogrows.h"
#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

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
        CS_TRY(rows, wholeCatalog(session, options, reader, stop));
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        return reader.build(std::move(rows), progress);
    }

    base::Result<std::function<schema::Schema()>> fetch(db::Session &session, const ReadOptions &options,
                                                        std::stop_token stop) const override
    {
        const auto reader = std::make_shared<Reader>(session.version(), options);
        CS_TRY(rows, wholeCatalog(session, options, *reader, stop));
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
};

} // namespace

const Engine &engine()
{
    static const PostgreSqlEngine instance;
    return instance;
}

} // namespace countersign::engine::postgresql
