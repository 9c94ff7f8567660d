#include "rehearsal/attempts.h"

#include "rehearsal/ownname.h"
#include "rehearsal/scratchdatabase.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// A label of an enumeration is of no use in the transaction that adds it.
bool addsLabel(const ScriptFile &file, const sql::Dialect &dialect)
{
    return std::ranges::any_of(file.statements, [&dialect](const sql::Statement &statement) {
        const QStringList words = kindOf(statement.text, dialect).words;
        return words.value(0) == u"ALTER" && words.value(1) == u"TYPE" && words.contains(u"VALUE"_s);
    });
}

} // namespace

Result<void> Attempts::build(const base::ProgressSink &progress)
{
    CS_TRY(built, m_scratch->build(*m_from, progress, m_stop));
    m_built = std::move(built);
    m_fresh = true;
    return {};
}

Result<Rehearsal> Attempts::run(const QStringList &statements, const QString &path)
{
    ScriptFile file;
    file.path = path;
    file.mode = migration::TransactionMode::None;
    for (const QString &text : statements) {
        sql::Statement statement;
        statement.text = text;
        file.statements.push_back(std::move(statement));
    }
    const sql::Dialect here = dialect();
    RunOptions options;
    options.observe = false;
    options.readFailure = false;
    options.deadline = m_deadline;
    options.nested = here.engine == schema::EngineKind::PostgreSql && canNest({file}, here) && !addsLabel(file, here);
    if (!m_fresh) {
        CS_CHECK(m_scratch->reset(m_stop));
    }
    m_scratch->answerTo(databaseNamedBy({file}, *m_from));
    m_fresh = false;
    if (options.nested) {
        CS_CHECK(m_scratch->session().run(u"BEGIN"_s, m_stop));
    }
    CS_TRY(trail, runScript(*m_scratch, {file}, m_built, options, {}, m_stop));
    m_fresh = options.nested && m_scratch->session().run(u"ROLLBACK"_s, m_stop).has_value();
    return trail;
}

} // namespace countersign::rehearsal
