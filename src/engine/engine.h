#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "db/session.h"
#include "diff/compare.h"
#include "schema/schema.h"
#include "sql/dialect.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace countersign::engine {

/// One statement of a plan.
struct Step {
    QString sql;                  ///< one statement without terminator; empty for a pure comment
    std::vector<int> differences; ///< indexes into the comparison's differences that it serves
    bool transactional = true;    ///< may run inside a transaction with others
    bool destructive = false;     ///< loses data
    QString comment;              ///< for people: what is lost, or what cannot be expressed; may be empty

    friend bool operator==(const Step &, const Step &) = default;
};

struct ReadOptions {
    QStringList schemas; ///< only these namespaces; empty for all but the system's
    bool grants = true;
};

/// What Countersign asks of a database product. Stateless; every function may be called from any thread, each session
/// only from its own.
class Engine
{
public:
    Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    virtual ~Engine() = default;

    /// Reads the whole schema with a fixed small number of bulk queries in one consistent snapshot where the engine has
    /// one. What cannot be read is listed in notCompared with the reason; the run goes on. The result is normalized.
    /// Also works inside a transaction that the caller has open on the session (a rehearsal reads after every
    /// statement): it then reads there, uncommitted changes included, leaves the transaction open and the session's
    /// settings as they were.
    [[nodiscard]] virtual base::Result<schema::Schema> read(db::Session &session, const ReadOptions &options,
                                                            const base::ProgressSink &progress,
                                                            std::stop_token stop) const = 0;

    /// read() in two parts: what needs the session now, and the rest when the returned function is called, once and
    /// from any thread, while the session goes on.
    [[nodiscard]] virtual base::Result<std::function<schema::Schema()>>
    fetch(db::Session &session, const ReadOptions &options, std::stop_token stop) const
    {
        CS_TRY(schema, read(session, options, {}, std::move(stop)));
        return [schema = std::move(schema)]() mutable { return std::move(schema); };
    }

    /// Canonical DDL of one object with all its parts, for the side-by-side view: statements end with ';' and a
    /// newline, one column or constraint a line.
    [[nodiscard]] virtual QString ddl(const schema::Schema &schema, const schema::Object &object) const = 0;

    /// The statements that turn comparison.renamedFrom (after the confirmed renames, which are steps themselves) into
    /// `to`, ordered by dependency. What cannot be expressed is a Step with a comment and no SQL, never left out.
    [[nodiscard]] virtual std::vector<Step> steps(const schema::Schema &from, const schema::Schema &to,
                                                  const diff::Comparison &comparison) const = 0;

    /// The identity the server itself has, for manifests: "pg:7311…/orders", "mysql:UUID/shop", "sqlite:…".
    [[nodiscard]] virtual base::Result<QString> identity(db::Session &session, std::stop_token stop) const = 0;
};

/// The engine for a product; MySQL and MariaDB share one. Lives as long as the program.
[[nodiscard]] const Engine &engineFor(schema::EngineKind kind);

} // namespace countersign::engine
