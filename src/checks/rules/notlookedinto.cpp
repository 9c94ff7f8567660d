#include "checks/rules/rules.h"
#include "checks/rules/support.h"
#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// EXECUTE of anything but one whole string: what runs is put together as it runs.
bool executesWhatItMakes(const QString &code, const sql::Dialect &dialect)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(code, dialect);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind != sql::TokenKind::Word ||
            tokens[i].in(code).compare("execute"_L1, Qt::CaseInsensitive) != 0) {
            continue;
        }
        const bool immediate =
            i + 2 < tokens.size() && tokens[i + 1].in(code).compare("immediate"_L1, Qt::CaseInsensitive) == 0;
        const std::size_t at = i + (immediate ? 2 : 1);
        const QStringView next = tokens[at].in(code);
        const bool ofTrigger = next.compare("function"_L1, Qt::CaseInsensitive) == 0 ||
                               next.compare("procedure"_L1, Qt::CaseInsensitive) == 0;
        const bool whole =
            tokens[at].kind == sql::TokenKind::String && (at + 1 == tokens.size() || tokens[at + 1].in(code) != u"||");
        if (!ofTrigger && !whole) {
            return true;
        }
    }
    return false;
}

/// The body of a DO block.
QString bodyOf(const QString &sql, const sql::Dialect &dialect)
{
    for (const sql::Token &token : sql::significantTokens(sql, dialect)) {
        const QStringView text = token.in(sql);
        const qsizetype tag = text.startsWith(u'$') ? text.indexOf(u'$', 1) + 1 : 1;
        if (token.kind == sql::TokenKind::String && text.size() > 2 * tag) {
            return text.sliced(tag, text.size() - 2 * tag).toString();
        }
    }
    return {};
}

/// SELECT f(…) of a routine of the schema, which may do anything.
QString routineCalled(const CheckContext &context, const Step &step)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(step.sql(), context.dialect());
    for (const schema::Object &object : step.before->objects) {
        const auto *routine = std::get_if<schema::Routine>(&object);
        for (std::size_t i = 0; routine != nullptr && i + 1 < tokens.size(); ++i) {
            if (tokens[i + 1].in(step.sql()) == u"(" &&
                sql::identifierText(tokens[i], step.sql(), context.dialect()) == routine->name) {
                return routine->name;
            }
        }
    }
    return {};
}

bool runsTheUnknown(const CheckContext &context, const Step &step)
{
    const QString first = step.sql().section(u' ', 0, 0, QString::SectionSkipEmpty).simplified().toUpper();
    if (first == u"CALL"_s) {
        return true;
    }
    if (first == u"EXECUTE"_s) {
        return executesWhatItMakes(step.sql(), context.dialect()) || !mentions(context, step.sql(), u"IMMEDIATE"_s);
    }
    if (first == u"DO"_s) {
        return context.isPostgreSql() && executesWhatItMakes(bodyOf(step.sql(), context.dialect()), context.dialect());
    }
    return first == u"SELECT"_s && context.isPostgreSql() && !routineCalled(context, step).isEmpty();
}

void checkNotLookedInto(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        if (!step.ran || step.part > 0 || !runsTheUnknown(context, step)) {
            continue;
        }
        const bool seen = !step.run->effects.empty();
        findings.findings.push_back(finding(
            seen ? Severity::Info : Severity::Warning, step.index(), {},
            seen ? say("Finding", "What this statement runs is made as it runs. What it changed in the schema was seen "
                                  "in the rehearsal; what it does to rows is unknown.")
                 : say("Finding", "What this statement runs is made as it runs and was not looked into: it changed "
                                  "nothing in the rehearsal, where there are no rows. What it does in production is "
                                  "unknown."),
            say("Finding", "Read the code that it runs, or write out the statements that are meant.")));
    }
}

} // namespace

Rule notLookedInto()
{
    return {u"not-looked-into"_s, servers(), say("Finding", "A statement runs code that could not be judged."),
            Severity::Warning, checkNotLookedInto};
}

} // namespace countersign::checks::rules
