#include "gui/text/sqlview.h"

#include "gui/jobs/jobrunner.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

SqlView::SqlView(JobRunner &jobs, QWidget *parent) : CodePane(parent), m_jobs(jobs)
{
}

void SqlView::setSql(const QString &sql, schema::EngineKind engine, int firstLine)
{
    if (sql == m_sql && engine == m_engine && firstLine == m_firstLine && !sql.isEmpty()) {
        QMetaObject::invokeMethod(this, &SqlView::settled, Qt::QueuedConnection);
        return;
    }
    m_sql = sql;
    m_engine = engine;
    m_firstLine = firstLine;
    std::vector<CodeLine> lines;
    const QStringList texts = sql.split(u'\n');
    int number = 0;
    for (const QString &text : texts) {
        ++number;
        if (number == texts.size() && text.isEmpty() && number > 1) {
            break;
        }
        QString shown = text;
        if (shown.endsWith(u'\r')) {
            shown.chop(1);
        }
        lines.push_back(
            {.kind = LineKind::Plain, .number = firstLine - 1 + number, .text = shown, .marks = {}, .right = false});
    }
    setStyles({});
    setLines(std::move(lines));
    using Value = std::shared_ptr<const std::vector<LineStyles>>;
    m_jobs.start<Value>(
        {objectName() + u".styles"_s, {}},
        [sql, engine, firstLine](std::stop_token stop, const base::ProgressSink &) -> base::Result<Value> {
            // Panes look for the styles of a line by its number.
            std::vector<LineStyles> styles = highlightSql(sql, engine, stop);
            styles.insert(styles.begin(), std::size_t(firstLine - 1), LineStyles());
            return std::make_shared<const std::vector<LineStyles>>(std::move(styles));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *styles = std::get_if<0>(&outcome)) {
                setStyles(*styles);
            }
            emit settled();
        });
}

} // namespace countersign::gui
