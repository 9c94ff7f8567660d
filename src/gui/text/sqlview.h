#pragma once

#include "gui/text/codepane.h"

namespace countersign::gui {

class JobRunner;

/// One SQL text, highlighted in a worker.
class SqlView : public CodePane
{
    Q_OBJECT
public:
    SqlView(JobRunner &jobs, QWidget *parent = nullptr);
    /// @p firstLine is the number of its first line in the file that it is from.
    void setSql(const QString &sql, schema::EngineKind engine, int firstLine = 1);
    [[nodiscard]] const QString &sql() const { return m_sql; }

signals:
    void settled();

private:
    JobRunner &m_jobs;
    QString m_sql;
    schema::EngineKind m_engine = schema::EngineKind::Sqlite;
    int m_firstLine = 1;
};

} // namespace countersign::gui
