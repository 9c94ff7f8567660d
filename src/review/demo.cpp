#include "review/demo.h"

#include "review/actions.h"
#include "review/templates.h"
#include "review/trust.h"

#include <QFileInfo>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

const QString firstPerson = u"you"_s;
const QString secondPerson = u"robin"_s;

Demo places(const QString &folder)
{
    Demo demo;
    demo.locator = u"sqlite:"_s + folder + u"/ledger.sqlite"_s;
    demo.policyFile = folder + u"/countersign/policy.toml"_s;
    demo.signersFile = folder + u"/countersign/allowed_signers"_s;
    demo.trustFile = folder + u"/trust.toml"_s;
    demo.yourKeyFile = folder + u"/keys/"_s + firstPerson;
    demo.secondKeyFile = folder + u"/keys/"_s + secondPerson;
    return demo;
}

SigningOptions quiet()
{
    SigningOptions options;
    options.mayAsk = false;
    return options;
}

base::Result<KeyChoice> demoKey(const QString &path, const QString &person)
{
    if (QFileInfo::exists(path)) {
        return keyFromFile(path);
    }
    return makeKey(path, person + u"@countersign-demo"_s, false);
}

} // namespace

base::Result<Demo> makeDemo(const QString &folder, const QList<DemoEnvironment> &environments,
                            const ClientOptions &options, std::stop_token stop)
{
    Demo demo = places(folder);
    if (QFileInfo::exists(folder + u"/ledger.sqlite"_s)) {
        return std::unexpected(base::conflict(u"There is a ledger already"_s, folder));
    }
    CS_CHECK(makePrivateFolder(folder + u"/countersign"_s));
    CS_TRY(yours, demoKey(demo.yourKeyFile, firstPerson));
    CS_TRY(second, demoKey(demo.secondKeyFile, secondPerson));
    demo.you = {firstPerson, yours, quiet()};
    demo.second = {secondPerson, second, quiet()};
    const QList<TemplatePerson> people{{firstPerson, {}, yours.key.line()}, {secondPerson, {}, second.key.line()}};
    QList<TemplateEnvironment> templateEnvironments;
    for (const DemoEnvironment &environment : environments) {
        templateEnvironments << TemplateEnvironment{environment.name, environment.identity};
    }
    const QByteArray policy = policyFromTemplate(PolicyTemplate::SmallTeam, people, templateEnvironments);
    const QByteArray signers = signersFile(people);
    CS_CHECK(writeDurably(demo.policyFile, policy));
    CS_CHECK(writeDurably(demo.signersFile, signers));
    FoundingOptions founding;
    founding.name = u"demo"_s;
    founding.admins = {{firstPerson, yours.key.line()}};
    CS_TRY(ledger, Ledger::create(demo.locator, founding, demo.you, options, stop));
    CS_CHECK(activatePolicy(ledger, policy, signers, demo.you, stop));
    CS_CHECK(writeDurably(demo.trustFile, encodeTrust(trustOf(ledger.state()))));
    return demo;
}

base::Result<Demo> findDemo(const QString &folder)
{
    Demo demo = places(folder);
    if (!QFileInfo::exists(folder + u"/ledger.sqlite"_s)) {
        return std::unexpected(base::usageError(u"There is no demonstration ledger"_s, folder));
    }
    CS_TRY(yours, keyFromFile(demo.yourKeyFile));
    CS_TRY(second, keyFromFile(demo.secondKeyFile));
    demo.you = {firstPerson, yours, quiet()};
    demo.second = {secondPerson, second, quiet()};
    return demo;
}

} // namespace countersign::review
