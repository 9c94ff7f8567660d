#pragma once

#include "engine/engine.h"
#include "rehearsal/verify.h"
#include "support/servers.h"

namespace countersign::testsupport {

/// A database, its base, and the trail of a migration on it.
struct VerifyCase {
    TestDatabase database;
    rehearsal::Request request;
    rehearsal::Rehearsal trail;
};

/// Runs statements in a session of their own, which ends without a word.
inline base::Result<void> apply(const TestDatabase &database, const QStringList &statements)
{
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    CS_TRY(session, db::openSession(database.url(), options, {}));
    for (const QString &statement : statements) {
        CS_CHECK(session->run(statement, {}));
    }
    return {};
}

inline base::Result<schema::Schema> readLive(const TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::engineFor(database.engine()).read(*session, {}, {}, {});
}

/// The statements as one file without a transaction.
inline rehearsal::Request requestOf(const schema::Schema &base, const QStringList &statements)
{
    using namespace Qt::StringLiterals;
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(base);
    request.migrations = rehearsal::migrationsFromSql(statements.join(u";\n"_s) + u";\n"_s, u"change.sql"_s,
                                                      migration::TransactionMode::None);
    return request;
}

inline QString textOf(const rehearsal::VerifyReport &report)
{
    using namespace Qt::StringLiterals;
    QStringList lines{nameOf(report.state)};
    for (const rehearsal::StatementVerdict &verdict : report.statements) {
        lines << u"%1 %2: %3"_s.arg(verdict.index).arg(nameOf(verdict.state), verdict.evidence);
    }
    for (const diff::Difference &difference : report.drift) {
        lines << u"drift: %1 %2 %3"_s.arg(nameOf(difference.change), nameOf(difference.id.kind), difference.id.path());
    }
    return lines.join(u'\n');
}

inline base::Result<rehearsal::Rehearsal> trailOf(rehearsal::ScratchPool &pool, const rehearsal::Request &request)
{
    CS_TRY(trail, rehearsal::rehearse(pool, request, {}, {}));
    if (!trail.complete) {
        const int failed = trail.failedStatement();
        const auto &run = trail.statements[static_cast<std::size_t>(std::max(failed, 1)) - 1];
        return base::Fail(base::defect(trail.stopped + (run.error ? run.error->message : QString())));
    }
    return trail;
}

/// A new database with @p base, none of @p statements run on it; they have been rehearsed.
inline base::Result<VerifyCase> prepare(rehearsal::ScratchPool &pool, schema::EngineKind engine,
                                        const QStringList &base, const QStringList &statements)
{
    using namespace Qt::StringLiterals;
    CS_TRY(database, TestDatabase::create(engine, u"verify"_s));
    CS_CHECK(apply(database, base));
    CS_TRY(schema, readLive(database));
    rehearsal::Request request = requestOf(schema, statements);
    CS_TRY(trail, trailOf(pool, request));
    return VerifyCase{std::move(database), std::move(request), std::move(trail)};
}

} // namespace countersign::testsupport
