#include "review/workbench.h"

namespace countersign::review::test {

using namespace Qt::StringLiterals;

Workbench::Workbench()
{
    if (!m_folder.isValid()) {
        qFatal("no temporary folder");
    }
}

Signatory Workbench::person(const QString &id)
{
    if (!m_people.contains(id)) {
        const KeyChoice key = must(makeKey(path(u"keys/"_s + id), id, false));
        SigningOptions options;
        options.agentSocket = u""_s;
        options.mayAsk = false;
        m_people.insert(id, Signatory{id, key, options});
    }
    return m_people.value(id);
}

ClientOptions Workbench::client(const QString &name)
{
    ClientOptions options;
    options.stateFolder = path(name);
    options.clock = [this] { return nowUs; };
    options.copyEvery = copyEvery;
    return options;
}

QByteArray Workbench::signers(const QStringList &people)
{
    QByteArray text;
    for (const QString &id : people) {
        text += id.toUtf8() + ' ' + person(id).key.key.line().toUtf8() + '\n';
    }
    return text;
}

Ledger Workbench::ledger(const QByteArray &policy, const QStringList &people)
{
    const Signatory ada = person(u"ada"_s);
    FoundingOptions founding;
    founding.name = u"test"_s;
    founding.admins = {{u"ada"_s, ada.key.key.line()}};
    Ledger ledger = must(Ledger::create(locator(), founding, ada, client()));
    must(activatePolicy(ledger, policy, signers(people), ada));
    return ledger;
}

RevisionInput Workbench::revision(const QByteArray &sql)
{
    RevisionInput input;
    input.files = {{FileRole::Up, "V2__note.sql", sql}};
    input.environment = {u"production"_s, u"postgresql"_s, u"pg:7311/orders"_s};
    input.runner.dialect = u"postgresql-17"_s;
    input.baseFingerprint = u"sha256:base"_s;
    input.resultFingerprint = u"sha256:result"_s;
    input.footprint = u"public.trips"_s;
    input.risk = u"high"_s;
    return input;
}

QByteArray teamPolicy()
{
    return R"(policy = 1
serial = 1
admins = { people = ["ada"], threshold = 1 }
[person.ada]
roles = ["dba", "lead"]
[person.bo]
roles = ["dba", "owner"]
[person.cy]
roles = ["lead", "owner"]
[person.eve]
roles = ["dev"]
mail = ["eve@example.org"]
[person.ci]
machine = true
roles = ["deployer"]
[env.production]
identity = "pg:7311/orders"
vote_age = "14d"
[env.production.risk.high]
slots = ["dba", "owner"]
ack = ["data-loss"]
[env.production.emergency]
openers = ["lead"]
second = 1
ttl = "1h"
review_within = "72h"
)";
}

QStringList team()
{
    return {u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s};
}

} // namespace countersign::review::test
