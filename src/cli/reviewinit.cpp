#include "app/workspace.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/templates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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

Result<review::KeyChoice> chooseKey(ReviewSession &session)
{
    if (session.isSet(u"key"_s)) {
        return review::keyFromFile(session.value(u"key"_s));
    }
    if (session.isSet(u"new-key"_s)) {
        return review::makeKey(session.value(u"new-key"_s), u"countersign"_s, session.mayAsk());
    }
    const QList<review::KeyChoice> keys = review::findKeys(session.signing());
    const QString fresh = QDir::homePath() + u"/.ssh/id_ed25519_countersign"_s;
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

QString defaultPerson()
{
    QString name = qEnvironmentVariable("USER").toLower();
    name.removeIf([](QChar c) { return !((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')); });
    return name.isEmpty() ? u"me"_s : name;
}

/// The environments of the policy: named ones, else those of the workspace with the identity the server tells.
QList<review::TemplateEnvironment> environmentsFor(ReviewSession &session)
{
    QList<review::TemplateEnvironment> environments;
    QStringList names = session.values(u"env"_s);
    if (names.isEmpty() && session.workspace()) {
        for (const app::Environment &environment : session.workspace()->environments) {
            names << environment.name;
        }
    }
    if (names.isEmpty()) {
        names << u"production"_s;
    }
    for (const QString &name : std::as_const(names)) {
        review::TemplateEnvironment entry{name, {}};
        const app::Environment *environment = session.workspace() ? session.workspace()->find(name) : nullptr;
        if (environment != nullptr) {
            app::SourceContext sources;
            sources.workspace = &*session.workspace();
            const auto loaded = app::loadSchema(name, sources, {}, session.stop());
            if (loaded) {
                entry.identity = loaded->identity;
            } else {
                session.warn(u"%1 could not be reached, so the policy does not pin its identity: %2"_s.arg(
                    name, loaded.error().message));
            }
        }
        environments << entry;
    }
    return environments;
}

/// Adds the places of ledger, policy and key to countersign.toml, or makes one.
Result<void> writeSettings(const QString &folder, const QString &person, const review::KeyChoice &key)
{
    const QString path = folder + u"/countersign.toml"_s;
    QByteArray before;
    if (QFileInfo::exists(path)) {
        CS_TRY(bytes, review::readWholeFile(path, 1024 * 1024));
        before = bytes;
    } else {
        before = "workspace = 1\n";
    }
    // Plain keys must come before the first table.
    qsizetype table = before.startsWith('[') ? 0 : before.indexOf("\n[");
    table = table < 0 ? before.size() : table == 0 ? 0 : table + 1;
    QByteArray head = before.first(table);
    if (!head.isEmpty() && !head.endsWith('\n')) {
        head += '\n';
    }
    head += "ledger = \"sqlite:countersign/ledger.sqlite\"\npolicy = \"countersign/policy.toml\"\n"
            "allowed_signers = \"countersign/allowed_signers\"\ntrust = \"countersign/trust.toml\"\n";
    QByteArray signer;
    if (!before.contains("[signer]")) {
        signer = "\n[signer]\nperson = " + review::tomlString(person) + '\n';
        if (key.place == review::KeyPlace::File) {
            signer += "key = " + review::tomlString(QFileInfo(key.file).absoluteFilePath()) + '\n';
        }
    }
    return review::writeDurably(path, head + before.sliced(table) + signer);
}

struct PolicyBytes {
    QByteArray policy;
    QByteArray signers;
};

Result<review::Ledger> foundLedger(ReviewSession &session, const QString &home, const PolicyBytes &files,
                                   const review::FoundingOptions &founding, const review::Signatory &by)
{
    CS_CHECK(review::makePrivateFolder(home));
    CS_CHECK(review::writeDurably(home + u"/policy.toml"_s, files.policy));
    CS_CHECK(review::writeDurably(home + u"/allowed_signers"_s, files.signers));
    CS_TRY(ledger, review::Ledger::create(u"sqlite:"_s + home + u"/ledger.sqlite"_s, founding, by, session.client(),
                                          session.stop()));
    CS_CHECK(review::activatePolicy(ledger, files.policy, files.signers, by, session.stop()));
    CS_CHECK(review::writeDurably(home + u"/trust.toml"_s, review::encodeTrust(review::trustOf(ledger.state()))));
    return ledger;
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
    const QString person =
        session.isSet(u"as"_s) ? session.value(u"as"_s) : ask(session, u"Your id in the roster?"_s, defaultPerson());
    if (!review::isPersonId(person)) {
        return base::Fail(base::usageError(u"An id has lower-case letters, digits, - _ ."_s, base::show(person)));
    }
    CS_TRY(key, chooseKey(session));
    const QList<review::TemplatePerson> people{{person, {}, key.key.line()}};
    const QByteArray policy = review::policyFromTemplate(*kind, people, environmentsFor(session));
    const QByteArray signers = review::signersFile(people);
    CS_CHECK(review::parsePolicy(policy));
    const QString home = folder + u"/countersign"_s;
    for (const QString &name : {u"policy.toml"_s, u"allowed_signers"_s, u"ledger.sqlite"_s}) {
        if (QFileInfo::exists(home + u'/' + name)) {
            return base::Fail(base::conflict(u"There is a %1 already"_s.arg(name), home,
                                             u"Remove it, or name it in countersign.toml."_s));
        }
    }
    if (key.place == review::KeyPlace::Agent && !session.isSet(u"key"_s) && !session.mayAsk()) {
        session.warn(u"Nobody could be asked, so the first key of the agent signs: %1 (--key chooses another)."_s.arg(
            base::show(key.comment)));
    }
    review::FoundingOptions founding;
    founding.name = session.isSet(u"name"_s) ? session.value(u"name"_s) : QFileInfo(folder).fileName();
    founding.admins = {{person, key.key.line()}};
    const review::Signatory by{person, key, session.signing()};
    const QString locator = u"sqlite:"_s + home + u"/ledger.sqlite"_s;
    const bool hadFolder = QFileInfo::exists(home);
    auto made = foundLedger(session, home, {policy, signers}, founding, by);
    if (!made) {
        // A refused signature or a wrong passphrase must not be in the way of the next try.
        for (const QString &name : {u"policy.toml"_s, u"allowed_signers"_s, u"ledger.sqlite"_s}) {
            QFile::remove(home + u'/' + name);
        }
        if (!hadFolder) {
            QDir().rmdir(home);
        }
        return std::unexpected(made.error());
    }
    const review::Ledger ledger = *std::move(made);
    CS_CHECK(writeSettings(folder, person, key));
    ReviewAnswer answer;
    answer.json = {{u"ledger"_s, locator},
                   {u"person"_s, person},
                   {u"template"_s, review::templateName(*kind)},
                   {u"policy"_s, home + u"/policy.toml"_s},
                   {u"head"_s, headJson(ledger.ledgerId(), ledger.state().head)}};
    answer.warnings = review::policyWarnings(ledger.state().policy()->policy, ledger.state().policy()->signers);
    answer.text = u"The ledger is open: %1\n  you are %2, signing with %3\n  policy: %4\n\nNext:\n"
                  u"  countersignctl review open --env %5 --dir MIGRATIONS\n"_s.arg(
                      review::shortHead(ledger.state().head, 2), person, key.key.fingerprint(),
                      review::templateSummary(*kind), ledger.state().policy()->policy.environments.firstKey());
    answer.text +=
        u"  move countersign/trust.toml to where your pipeline keeps its settings: a branch must not change it\n"_s;
    if (*kind != review::PolicyTemplate::Alone) {
        answer.text += u"  add colleagues to countersign/policy.toml and allowed_signers, raise serial, then\n"
                       u"  countersignctl policy activate countersign/policy.toml\n"_s;
    }
    return answer;
}

} // namespace countersign::cli
