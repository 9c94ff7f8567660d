#pragma once

#include "checks/productionfacts.h"

namespace countersign::checks {

/// Fills ProductionFacts query by query; what one of them cannot read is noted and the rest goes on.
class FactReader
{
public:
    FactReader(db::Session &session, ProductionFacts &facts, std::stop_token stop)
        : m_session(session), m_facts(facts), m_stop(std::move(stop))
    {
    }

    void readPostgreSql();
    void readMySql();
    void readSqlite();
    /// Set when the caller asked to stop.
    [[nodiscard]] const std::optional<base::Error> &lost() const { return m_lost; }

private:
    [[nodiscard]] base::Result<db::Rows> ask(const QString &what, const QString &sql);

    db::Session &m_session;
    ProductionFacts &m_facts;
    std::stop_token m_stop;
    std::optional<base::Error> m_lost;
};

} // namespace countersign::checks
