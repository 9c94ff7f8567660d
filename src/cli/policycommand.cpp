#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/hiddentext.h"
#include "review/templates.h"

#include <QFileInfo>
#include <QJsonArray>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

struct PolicyFiles {
    QByteArray policy;
    QByteArray signers;
    QString policyFile;
};

/// The policy named on the command line or by the workspace, with the allowed_signers given or beside it.
Result<PolicyFiles> readFiles(const ReviewSession &session)
{
    PolicyFiles files;
    const auto named = session.argument(0, u"the policy file"_s);
    if (!named && (!session.workspace() || session.workspace()->policyFile.isEmpty())) {
        return base::Fail(named.error());
    }
    files.policyFile = named ? *named : session.workspace()->policyFile;
    CS_TRY(policy, review::readWholeFile(files.policyFile, review::policyBytesLimit));
    files.policy = policy;
    QString signersFile = session.value(u"signers"_s);
    if (signersFile.isEmpty()) {
        signersFile = named || session.workspace()->signersFile.isEmpty()
                          ? QFileInfo(files.policyFile).absolutePath() + u"/allowed_signers"_s
                          : session.workspace()->signersFile;
    }
    CS_TRY(signers, review::readWholeFile(signersFile, review::signersBytesLimit));
    files.signers = signers;
    return files;
}

/// What the databases of the workspace say of themselves, for environments that the policy does not pin.
QString missingIdentities(ReviewSession &session, const review::Policy &policy)
{
    QString text;
    for (const review::EnvironmentRule &rule : policy.environments) {
        const bool known = session.workspace() && session.workspace()->find(rule.name) != nullptr;
        if (!rule.identity.isEmpty() || !known) {
            continue;
        }
        app::SourceContext sources;
        sources.workspace = &*session.workspace();
        const auto loaded = app::loadSchema(rule.name, sources, {}, session.stop());
        text += loaded ? u"  env.%1: identity = %2\n"_s.arg(base::show(rule.name),
                                                            QString::fromUtf8(review::tomlString(loaded->identity)))
                       : u"  env.%1 could not be reached: %2\n"_s.arg(base::show(rule.name), loaded.error().message);
    }
    return text;
}

Result<ReviewAnswer> policyCheck(ReviewSession &session)
{
    CS_TRY(files, readFiles(session));
    CS_TRY(policy, review::parsePolicy(files.policy, files.policyFile));
    CS_TRY(signers, review::parseAllowedSigners(files.signers));
    ReviewAnswer answer;
    QStringList warnings = review::policyWarnings(policy, signers);
    for (const QString &line : review::hiddenTextLines(files.policy) + review::hiddenTextLines(files.signers)) {
        warnings << u"It holds characters that are hidden or look like others, so it cannot be activated: %1"_s.arg(
            line);
    }
    answer.json = {{u"serial"_s, policy.serial},
                   {u"people"_s, QJsonArray::fromStringList(policy.people.keys())},
                   {u"environments"_s, QJsonArray::fromStringList(policy.environments.keys())}};
    answer.warnings = warnings;
    answer.text = u"policy %1: %2 people, %3 environments, %4 warnings\n"_s.arg(policy.serial)
                      .arg(policy.people.size())
                      .arg(policy.environments.size())
                      .arg(warnings.size());
    answer.text += missingIdentities(session, policy);
    return answer;
}

ReviewAnswer forceAnswer(const review::Ledger &ledger, const QString &eid)
{
    ReviewAnswer answer;
    const review::LedgerState &state = ledger.state();
    bool inForce = false;
    QString text = u"signed and recorded as %1\n"_s.arg(eid.left(12));
    for (const review::PolicyRecord &record : state.policies) {
        if (record.eid == eid) {
            inForce = record.inForceFrom > 0;
            text += inForce ? u"Policy %1 is in force.\n"_s.arg(record.serial)
                            : u"Policy %1 needs %2 more of the admins: countersignctl policy endorse %3\n"_s
                                  .arg(record.serial)
                                  .arg(record.threshold - record.endorsedBy.size())
                                  .arg(eid.left(12));
        }
    }
    answer.text = text;
    answer.json = {{u"event"_s, eid}, {u"inForce"_s, inForce}, {u"head"_s, headJson(ledger.ledgerId(), state.head)}};
    return answer;
}

Result<ReviewAnswer> policyActivate(ReviewSession &session)
{
    CS_TRY(files, readFiles(session));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::activatePolicy(*ledger, files.policy, files.signers, by, session.stop()));
    return forceAnswer(*ledger, appended.eid);
}

Result<ReviewAnswer> policyEndorse(ReviewSession &session)
{
    CS_TRY(event, session.argument(0, u"the event's id"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::endorse(*ledger, event, by, session.stop()));
    QString target = appended.eid;
    for (const review::PolicyRecord &record : ledger->state().policies) {
        if (record.eid.startsWith(event.toLower())) {
            target = record.eid;
        }
    }
    return forceAnswer(*ledger, target);
}

Result<ReviewAnswer> policyShow(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    const review::LedgerState &state = ledger->state();
    ReviewAnswer answer;
    QJsonArray policies;
    for (const review::PolicyRecord &record : state.policies) {
        const bool inForce = state.policy() == &record;
        policies << QJsonObject{{u"event"_s, record.eid},
                                {u"serial"_s, record.serial},
                                {u"by"_s, record.by},
                                {u"endorsedBy"_s, QJsonArray::fromStringList(record.endorsedBy)},
                                {u"threshold"_s, record.threshold},
                                {u"inForce"_s, inForce}};
        answer.text += u"%1 policy %2 %3, activated by %4, endorsed by %5 of %6\n"_s.arg(record.eid.left(12))
                           .arg(record.serial)
                           .arg(inForce                                       ? u"in force"_s
                                : record.inForceFrom > 0 || record.superseded ? u"replaced"_s
                                                                              : u"waiting for endorsements"_s,
                                record.by)
                           .arg(record.endorsedBy.size())
                           .arg(record.threshold);
    }
    if (const review::PolicyRecord *policy = state.policy()) {
        answer.text += u"\n"_s + base::showBytes(policy->policyBytes, true) + u"\n"_s +
                       base::showBytes(policy->signersBytes, true);
        answer.json.insert(u"policy"_s, QString::fromUtf8(policy->policyBytes));
        answer.json.insert(u"signers"_s, QString::fromUtf8(policy->signersBytes));
    } else {
        answer.text += u"No policy is in force.\n"_s;
        answer.exit = 1;
    }
    answer.json.insert(u"policies"_s, policies);
    answer.json.insert(u"head"_s, headJson(ledger->ledgerId(), state.head));
    return answer;
}

constexpr ReviewOption fileOptions[] = {{"signers", "The allowed_signers file; default: beside the policy.", "FILE"}};

constexpr ReviewSubcommand subcommands[] = {
    {"check", "FILE [--signers F]", "read a policy strictly and warn of what cannot be meant", fileOptions,
     policyCheck},
    {"activate", "FILE --signers F", "sign it into the ledger, as an admin", fileOptions, policyActivate},
    {"endorse", "EID", "endorse a policy, a revocation or a restore, as an admin", {}, policyEndorse},
    {"show", "", "the policy in force and those that wait", {}, policyShow},
};

} // namespace

int runPolicy(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"policy"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
