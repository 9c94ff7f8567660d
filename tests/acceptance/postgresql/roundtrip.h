#pragma once

// The way there and back between two databases, judged by pg_dump.

#include "acceptance/postgresql/dumps.h"
#include "engine/engine.h"
#include "plan/plan.h"
#include "support/servers.h"

namespace countersign::acceptance {

/// Leaves the function with the error's text unless the expression (a Result) has a value.
#define CS_OR_PROBLEM(EXPR)                                                                                            \
    if (const auto &csResult = (EXPR); !csResult) {                                                                    \
        return csResult.error().text();                                                                                \
    }                                                                                                                  \
    static_assert(true)

/// Why a server cannot be judged by this script: it is older than the everyday one, and the script needs something
/// newer. Empty for an error that is a fault.
inline QString tooOld(const testsupport::ServerInfo &server, const base::Result<void> &loaded)
{
    constexpr int everyday = 17;
    return loaded || server.majorVersion() >= everyday
               ? QString()
               : QStringLiteral("PostgreSQL %1 cannot load it: ").arg(server.majorVersion()) +
                     loaded.error().text().section(QStringLiteral("ERROR:"), 1).section(u'\n', 0, 0).trimmed();
}

inline base::Result<schema::Schema> readSchema(const testsupport::TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::engineFor(schema::EngineKind::PostgreSql).read(*session, {}, {}, {});
}

inline QString described(const diff::Comparison &comparison)
{
    QString out;
    for (const diff::Difference &difference : comparison.differences) {
        out += QStringLiteral("\n  ") + diff::nameOf(difference.change) + u' ' + schema::nameOf(difference.id.kind) +
               u' ' + difference.id.path();
        for (const diff::Property &property : difference.properties) {
            out += QStringLiteral("\n     ") + property.name + QStringLiteral(": ") + property.from +
                   QStringLiteral(" -> ") + property.to;
        }
    }
    return out;
}

/// Runs a script and says how the result differs from what was wanted; empty when it does not.
inline QString arrives(const testsupport::TestDatabase &database, const QString &script, const QStringList &wanted,
                       const schema::Schema &target, const QString &direction, const diff::Comparison &comparison)
{
    if (!script.isEmpty()) {
        const auto ran = database.execute(script);
        if (!ran) {
            return direction + QStringLiteral(" does not run: ") + ran.error().text() + u'\n' + script +
                   described(comparison);
        }
    }
    const auto dump = database.dump();
    CS_OR_PROBLEM(dump);
    const QStringList result = statementsOf(*dump);
    if (result != wanted) {
        return direction + QStringLiteral(" does not converge:") + differenceOf(result, wanted) + u'\n' + script +
               described(comparison);
    }
    const auto after = readSchema(database);
    CS_OR_PROBLEM(after);
    const diff::Comparison rest = diff::compare(*after, target, {});
    return rest.identical() ? QString() : direction + QStringLiteral(" leaves:") + described(rest);
}

/// The plan from @p a to @p b runs in @p a, arrives, and the way back does too. @p differs: they differ in something
/// that pg_dump does not tell.
inline QString roundTripProblem(const testsupport::TestDatabase &a, const testsupport::TestDatabase &b,
                                bool differs = false)
{
    const auto dumpA = a.dump();
    const auto dumpB = b.dump();
    CS_OR_PROBLEM(dumpA);
    CS_OR_PROBLEM(dumpB);
    const QStringList wantA = statementsOf(*dumpA);
    const QStringList wantB = statementsOf(*dumpB);
    const auto schemaA = readSchema(a);
    const auto schemaB = readSchema(b);
    CS_OR_PROBLEM(schemaA);
    CS_OR_PROBLEM(schemaB);
    const plan::Plan plan = plan::makePlan(*schemaA, *schemaB, {});
    if (wantA == wantB && !differs) {
        if (!plan.comparison.identical()) {
            return QStringLiteral("noise:") + described(plan.comparison);
        }
    } else if (wantA != wantB && plan.comparison.identical()) {
        return QStringLiteral("missed:") + differenceOf(wantA, wantB);
    }
    const QString forward = plan::script(plan.forward, schema::EngineKind::PostgreSql);
    const QString back = plan::script(plan.rollback, schema::EngineKind::PostgreSql);
    const QString there = arrives(a, forward, wantB, *schemaB, QStringLiteral("forward"), plan.comparison);
    return there.isEmpty() ? arrives(a, back, wantA, *schemaA, QStringLiteral("back"), plan.comparison) : there;
}

} // namespace countersign::acceptance
