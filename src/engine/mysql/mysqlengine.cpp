#include "engine/mysql/mysqlengine.h"

#include "engine/mysql/ddl.h"
#include "engine/mysql/read.h"
#include "engine/mysql/steps.h"

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;

namespace {

class MySqlEngine final : public Engine
{
public:
    [[nodiscard]] base::Result<schema::Schema> read(db::Session &session, const ReadOptions &options,
                                                    const base::ProgressSink &progress,
                                                    std::stop_token stop) const override
    {
        return readSchema(session, options, progress, std::move(stop));
    }

    [[nodiscard]] QString ddl(const schema::Schema &schema, const schema::Object &object) const override
    {
        return canonicalDdl(schema, object);
    }

    [[nodiscard]] std::vector<Step> steps(const schema::Schema &from, const schema::Schema &to,
                                          const diff::Comparison &comparison) const override
    {
        return planSteps(from, to, comparison);
    }

    /// @@server_uuid: MySQL 5.6+, MariaDB 10.10 has server_uid instead (10.5.26); older ones have neither.
    [[nodiscard]] base::Result<QString> identity(db::Session &session, std::stop_token stop) const override
    {
        const QString own = session.engine() == schema::EngineKind::MariaDb ? u"@@server_uid"_s : u"@@server_uuid"_s;
        for (const QString &variable : {own, u"CONCAT(@@hostname, ':', @@port)"_s}) {
            const auto rows = session.run(u"SELECT "_s + variable, stop);
            if (rows && !rows->isEmpty()) {
                return u"mysql:"_s + rows->text(0, 0) + u'/' + session.databaseName();
            }
            if (!rows && rows.error().kind != base::ErrorKind::Usage) {
                return base::Fail(rows.error().within(u"asking the server who it is"_s));
            }
        }
        return base::Fail(base::undecided(u"The server does not say who it is"_s));
    }
};

} // namespace

const Engine &engine()
{
    static const MySqlEngine instance;
    return instance;
}

} // namespace countersign::engine::mysql
