#include "engine/sqlite/sqliteengine.h"

#include "base/digest.h"
#include "engine/sqlite/ddl.h"
#include "engine/sqlite/reader.h"
#include "engine/sqlite/steps.h"

#include <QFileInfo>

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;

namespace {

class SqliteEngine : public Engine
{
public:
    base::Result<schema::Schema> read(db::Session &session, const ReadOptions &, const base::ProgressSink &progress,
                                      std::stop_token stop) const override
    {
        return readSchema(session, progress, stop);
    }

    base::Result<std::function<schema::Schema()>> fetch(db::Session &session, const ReadOptions &,
                                                        std::stop_token stop) const override
    {
        CS_TRY(build, fetchSchema(session, {}, stop));
        return [build = std::move(build)] { return build({}).value_or(schema::Schema()); };
    }

    QString ddl(const schema::Schema &, const schema::Object &object) const override { return canonicalDdl(object); }

    std::vector<Step> steps(const schema::Schema &from, const schema::Schema &to,
                            const diff::Comparison &comparison) const override
    {
        return makeSteps(from, to, comparison);
    }

    base::Result<QString> identity(db::Session &session, std::stop_token) const override
    {
        const QFileInfo file(session.databaseName());
        const QString path = file.canonicalFilePath();
        if (path.isEmpty()) {
            return base::Fail(base::undecided(u"A database without a file has no identity"_s, session.databaseName()));
        }
        return u"sqlite:%1/%2"_s.arg(base::sha256Hex(path.toUtf8()).first(16), QFileInfo(path).fileName());
    }
};

} // namespace

const Engine &engine()
{
    static const SqliteEngine sqlite;
    return sqlite;
}

} // namespace countersign::engine::sqlite
