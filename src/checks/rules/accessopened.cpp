#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QStringList givenToPublic(const schema::Grants &grants)
{
    QStringList privileges;
    for (const schema::Grant &grant : grants) {
        if (grant.grantee == "PUBLIC"_L1) {
            privileges << grant.privilege;
        }
    }
    return privileges;
}

/// USAGE on a namespace or a type lets nobody at rows; CREATE lets everybody put names in front of others.
QStringList opened(const schema::Grants &before, const schema::Grants &after, bool isNamespace)
{
    QStringList privileges = givenToPublic(after);
    for (const QString &privilege : givenToPublic(before)) {
        privileges.removeAll(privilege);
    }
    if (isNamespace) {
        privileges.removeAll(u"USAGE"_s);
    }
    privileges.removeDuplicates();
    return privileges;
}

/// The statement that says so; the last one about the object where none does.
int statementGranting(const CheckContext &context, const QString &name, int otherwise)
{
    int statement = otherwise;
    for (const Step &step : context.steps()) {
        const bool grants = step.facts.verb == Verb::Grant && mentions(context, step.sql(), u"PUBLIC"_s);
        const bool all = mentions(context, step.sql(), u"ALL"_s) && mentions(context, step.sql(), u"IN"_s);
        if (grants && (mentions(context, step.sql(), name) || all)) {
            statement = step.index();
        }
    }
    return statement;
}

void report(const CheckContext &context, int statement, const schema::ObjectId &id, const QStringList &privileges,
            Findings &findings)
{
    if (privileges.isEmpty()) {
        return;
    }
    findings.findings.push_back(
        finding(Severity::Warning, statementGranting(context, id.name, statement), id.path(),
                say("Finding", "Everybody who can connect gets %1 on %2, every role of the future included.")
                    .arg(listed(privileges), id.path()),
                say("Finding", "Grant it to the roles that need it.")));
}

void findGrantsToPublic(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (table.after != nullptr) {
            QStringList privileges =
                opened(table.before == nullptr ? schema::Grants() : table.before->grants, table.after->grants, false);
            for (const auto &pair : table.columns) {
                if (pair.after != nullptr) {
                    privileges += opened(pair.before == nullptr ? schema::Grants() : pair.before->grants,
                                         pair.after->grants, false);
                }
            }
            privileges.removeDuplicates();
            report(context, table.statement, table.after->id(), privileges, findings);
        }
    }
    for (const auto &pair : context.net().views) {
        if (pair.after != nullptr) {
            report(context, pair.statement, pair.after->id(),
                   opened(pair.before == nullptr ? schema::Grants() : pair.before->grants, pair.after->grants, false),
                   findings);
        }
    }
    for (const auto &pair : context.net().others) {
        const bool isNamespace = pair.after != nullptr && pair.after->objectKind == schema::ObjectKind::Namespace;
        if (isNamespace) {
            report(context, pair.statement, pair.after->id(),
                   opened(pair.before == nullptr ? schema::Grants() : pair.before->grants, pair.after->grants, true),
                   findings);
        }
    }
}

void findRowSecurityOff(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        const schema::Table &was = *table->before;
        const schema::Table &is = *table->after;
        if (was.rowSecurity && !is.rowSecurity) {
            findings.findings.push_back(finding(
                Severity::Error,
                statementThat(
                    context, *table,
                    [](const auto &before, const auto &after) { return before.rowSecurity && !after.rowSecurity; }),
                table->path(),
                say("Finding", "Row level security is switched off for %1: whoever may read the table sees the rows of "
                               "everybody, and nothing says so.")
                    .arg(table->path()),
                say("Finding", "Leave it on and change the policies; where a task needs all rows, give its role "
                               "BYPASSRLS.")));
        } else if (was.rowSecurity && was.forceRowSecurity && !is.forceRowSecurity) {
            findings.findings.push_back(finding(
                Severity::Warning,
                statementThat(context, *table,
                              [](const auto &before, const auto &after) {
                                  return before.forceRowSecurity && !after.forceRowSecurity;
                              }),
                table->path(),
                say("Finding", "The policies of %1 no longer hold for its owner: an application that connects as "
                               "the owner sees all rows.")
                    .arg(table->path()),
                say("Finding", "Keep FORCE ROW LEVEL SECURITY where the application owns the table.")));
        }
    }
}

bool isDefiner(const schema::Routine &routine)
{
    return routine.attributes.contains(u"securityDefiner"_s);
}

bool fixesSearchPath(const schema::Routine &routine)
{
    return std::ranges::any_of(routine.attributes, [](const auto &entry) {
        return entry.first.endsWith("search_path"_L1) || entry.second.contains("search_path"_L1);
    });
}

void findDefiners(const CheckContext &context, Findings &findings)
{
    for (const auto &pair : context.net().routines) {
        if (pair.after == nullptr || !isDefiner(*pair.after) || fixesSearchPath(*pair.after) ||
            (pair.before != nullptr && isDefiner(*pair.before) && !fixesSearchPath(*pair.before))) {
            continue;
        }
        const schema::Routine &routine = *pair.after;
        const QString word = routine.routineKind == "procedure"_L1 ? u"PROCEDURE"_s : u"FUNCTION"_s;
        const QString space = sqlName(context, routine.schema);
        findings.findings.push_back(
            finding(Severity::Warning, pair.statement, routine.id().path(),
                    say("Finding",
                        "%1 runs with the rights of its owner and looks names up where its caller says: a caller who "
                        "may create objects anywhere can have it run theirs.")
                        .arg(routine.id().path()),
                    say("Finding", "Set search_path with the function, pg_temp last."),
                    u"ALTER %1 %2.%3(%4) SET search_path = %2, pg_temp"_s.arg(
                        word, space, sqlName(context, routine.name), routine.identityArguments)));
    }
}

} // namespace

Rule grantToPublic()
{
    return {u"grant-to-public"_s, postgreSql(), say("Finding", "Everybody gets a privilege."), Severity::Warning,
            findGrantsToPublic};
}

Rule rowSecurityOff()
{
    return {u"row-security-off"_s, postgreSql(),
            say("Finding", "Row level security is switched off, or no longer holds for the owner."), Severity::Error,
            findRowSecurityOff};
}

Rule definerWithoutSearchPath()
{
    return {u"definer-without-search-path"_s, postgreSql(),
            say("Finding", "A SECURITY DEFINER function leaves search_path to its caller."), Severity::Warning,
            findDefiners};
}

} // namespace countersign::checks::rules
