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
    void setSql(const QString &sql, schema::EngineKind engine);
    [[nodiscard]] const QString &sql() const { return m_sql; }

signals:
    void settled();

private:
    JobRunner &m_jobs;
    QString m_sql;
};

} // namespace countersign::gui
