#include "app/firststeps.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/templates.h"

#include <QDir>
#include <QJsonArray>
#include <QTextStream>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

base::Result<ReviewAnswer> reviewInit(ReviewSession &session);

namespace {

QString ask(ReviewSession &session, const QString &question, const QString &fallback)
{
    if (!session.mayAsk()) {
        return fallback;
    }
    session.context().err << question << u" [%1] "_s.arg(fallback) << Qt::flush;
    QTextStream in(stdin);
    const QString line = in.readLine().trimmed();
    return line.isEmpty() ? fallback : line;
}

Result<review::KeyChoice> chooseKey(ReviewSession &session, const app::Beginnings &around)
{
    if (session.isSet(u"key"_s)) {
        return review::keyFromFile(session.value(u"key"_s));
    }
    if (session.isSet(u"new-key"_s)) {
        return review::makeKey(session.value(u"new-key"_s), u"countersign"_s, session.mayAsk());
    }
    const QList<review::KeyChoice> &keys = around.keys;
    const QString &fresh = around.newKeyFile;
    if (keys.isEmpty()) {
        if (!session.mayAsk() || ask(session, u"No SSH key was found. Make %1?"_s.arg(fresh), u"yes"_s) != u"yes"_s) {
            return base::Fail(base::usageError(u"No usable SSH key was found"_s, {},
                                               u"Make one: --new-key FILE; or name one: --key FILE."_s));
        }
        return review::makeKey(fresh, u"countersign"_s, true);
    }
    if (keys.size() == 1 || !session.mayAsk()) {
        return keys.first();
    }
    for (qsizetype i = 0; i < keys.size(); ++i) {
        session.context().err << u"  %1  %2 %3\n"_s.arg(i + 1).arg(keys[i].key.fingerprint(), keys[i].comment);
    }
    const int choice = ask(session, u"Which key signs?"_s, u"1"_s).toInt();
    return keys[std::clamp<qsizetype>(choice - 1, 0, keys.size() - 1)];
}

/// Of NAME and NAME=URL those with a URL, which are new to the workspace.
Result<std::vector<app::Environment>> newEnvironments(const ReviewSession &session, const QString &folder)
{
    std::vector<app::Environment> made;
    for (const QString &text : session.values(u"env"_s)) {
        const qsizetype sign = text.indexOf(u'=');
        if (sign < 0) {
            continue;
        }
        const QString name = text.left(sign).trimmed();
        if (name.isEmpty()) {
            return base::Fail(
                base::usageError(u"An environment needs a name"_s, base::show(text),
                                 u"Write --env NAME=URL, for example production=postgresql://host/db."_s));
        }
        if (session.workspace() && session.workspace()->find(name) != nullptr) {
            return base::Fail(base::conflict(u"The workspace has an environment \"%1\" already"_s.arg(base::show(name)),
                                             folder, u"Leave the URL out: --env %1."_s.arg(base::show(name))));
        }
        CS_TRY(environment, app::environmentFrom(name, text.mid(sign + 1).trimmed(), folder));
        made.push_back(std::move(environment));
    }
    return made;
}

/// The environments of the policy: named ones, else those of the workspace with the identity the server tells.
QList<review::TemplateEnvironment> environmentsFor(ReviewSession &session, const std::vector<app::Environment> &made)
{
    QStringList names;
    for (const QString &text : session.values(u"env"_s)) {
        names << text.section(u'=', 0, 0).trimmed();
    }
    const std::optional<app::Workspace> &workspace = session.workspace();
    std::vector<app::Environment> known = workspace ? workspace->environments : std::vector<app::Environment>{};
    known.insert(known.end(), made.begin(), made.end());
    if (!names.isEmpty()) {
        std::erase_if(known, [&names](const app::Environment &one) { return !names.contains(one.name); });
    }
    QStringList warnings;
    QList<review::TemplateEnvironment> environments = app::readIdentities(known, warnings, session.stop());
    for (const QString &warning : std::as_const(warnings)) {
        session.warn(warning);
    }
    for (const QString &name : names) {
        if (!std::ranges::contains(environments, name, &review::TemplateEnvironment::name)) {
            environments << review::TemplateEnvironment{name, {}};
        }
    }
    if (environments.isEmpty()) {
        environments << review::TemplateEnvironment{u"production"_s, {}};
    }
    return environments;
}

} // namespace

Result<ReviewAnswer> reviewInit(ReviewSession &session)
{
    const QString folder =
        session.context().workspaceFolder.isEmpty() ? QDir::currentPath() : session.context().workspaceFolder;
    if (session.workspace() && !session.workspace()->ledger.isEmpty()) {
        return base::Fail(base::conflict(u"This workspace has a ledger already"_s, session.workspace()->ledger,
                                         u"countersignctl review list shows its changes."_s));
    }
    const QString wanted = session.isSet(u"template"_s)
                               ? session.value(u"template"_s)
                               : ask(session, u"Which policy? alone, small-team or regulated"_s, u"small-team"_s);
    const auto kind = review::templateFromName(wanted);
    if (!kind) {
        return base::Fail(base::usageError(u"There is no template \"%1\""_s.arg(base::show(wanted)), {},
                                           u"One of: alone, small-team, regulated."_s));
    }
    CS_TRY(around, app::lookAround(folder, session.signing()));
    const QString person =
        session.isSet(u"as"_s) ? session.value(u"as"_s) : ask(session, u"Your id in the roster?"_s, around.person);
    if (!review::isPersonId(person)) {
        return base::Fail(base::usageError(u"An id has lower-case letters, digits, - _ ."_s, base::show(person)));
    }
    CS_TRY(key, chooseKey(session, around));
    if (key.place == review::KeyPlace::Agent && !session.isSet(u"key"_s) && !session.mayAsk()) {
        session.warn(u"Nobody could be asked, so the first key of the agent signs: %1 (--key chooses another)."_s.arg(
            base::show(key.comment)));
    }
    app::FoundingWish wish;
    wish.folder = folder;
    wish.name = session.value(u"name"_s);
    CS_TRY(environments, newEnvironments(session, folder));
    wish.environments = std::move(environments);
    wish.underPolicy = environmentsFor(session, wish.environments);
    wish.migrations = around.migrations;
    wish.policy = *kind;
    wish.person = person;
    wish.key = key;
    CS_TRY(plan, app::planFounding(wish));
    CS_TRY(founded, app::found(plan, session.signing(), session.client(), {}, session.stop()));
    ReviewAnswer answer;
    answer.json = {{u"ledger"_s, founded.locator},
                   {u"person"_s, person},
                   {u"template"_s, review::templateName(*kind)},
                   {u"policy"_s, founded.policyFile},
                   {u"head"_s, headJson(founded.ledgerId, founded.head)}};
    answer.warnings = founded.warnings;
    const QString migrations = QDir::current().relativeFilePath(wish.migrations);
    answer.text =
        u"The ledger is open: %1\n  you are %2, signing with %3\n  policy: %4\n  migrations: %5\n\nNext:\n"
        u"  countersignctl review open --env %6 --dir %7\n"_s.arg(
            review::shortHead(founded.head, 2), person, key.key.fingerprint(), review::templateSummary(*kind),
            wish.migrations.isEmpty() ? u"no folder found; name it in countersign.toml"_s : base::show(migrations),
            base::show(founded.environment), wish.migrations.isEmpty() ? u"MIGRATIONS"_s : base::show(migrations));
    answer.text +=
        u"  move countersign/trust.toml to where your pipeline keeps its settings: a branch must not change it\n"_s;
    if (*kind != review::PolicyTemplate::Alone) {
        answer.text += u"  add colleagues to countersign/policy.toml and allowed_signers, raise serial, then\n"
                       u"  countersignctl policy activate countersign/policy.toml\n"_s;
    }
    return answer;
}

} // namespace countersign::cli
