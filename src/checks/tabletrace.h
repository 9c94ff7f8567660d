#pragma once

#include "checks/context.h"

#include <map>

namespace countersign::checks {

/// What a statement, with those inside it, renames.
[[nodiscard]] StepRenames renamesOf(const CheckContext &context, const Step &step);

using TablesByPath = QHash<QString, const schema::Table *>;
[[nodiscard]] TablesByPath tablesByPath(const schema::Schema &schema);

/// Where the rows of one table of the base are while the script runs.
struct Trace {
    const schema::Table *base = nullptr;
    QString path; ///< empty when gone
    int goneAt = 0;
    int rebuiltAt = 0;
    std::map<QString, QString> columns; ///< name in the base ► name now; empty when gone
    std::map<QString, int> lostAt;
};

/// Follows tables through renames and rebuilds (create, copy, drop, rename), statement by statement.
class Tracer
{
public:
    /// Both have to outlive it.
    Tracer(const CheckContext &context, std::vector<Trace> &traces);

    void follow(const Step &step);

private:
    /// A new table into which the rows of an old one were copied.
    struct Successor {
        QString path;
        std::map<QString, QString> columns; ///< name in the old ► name in the new one
    };

    void noteCopy(const Step &step, const StatementFacts &facts);
    void followTable(Trace &trace, const Step &step, const StepRenames &renames);
    void followColumns(Trace &trace, const Step &step, const StepRenames &renames) const;

    const CheckContext &m_context;
    std::vector<Trace> &m_traces;
    TablesByPath m_before; ///< of the step that is followed
    TablesByPath m_after;
    std::map<QString, Successor> m_successors; ///< path of the old table ► where its rows were copied to
};

} // namespace countersign::checks
