#include "review/templates.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

const QStringList names{u"alone"_s, u"small-team"_s, u"regulated"_s};

struct TemplateText {
    const char *firstRoles;
    const char *otherRoles;
    const char *environment; ///< after the identity
};

TemplateText textOf(PolicyTemplate kind)
{
    switch (kind) {
    case PolicyTemplate::Alone:
        return {R"(["dba", "lead", "owner", "reviewer", "deployer"])", R"(["reviewer"])",
                R"(# There is nobody else: authors may approve their own changes, and every verdict says so.
separation = "off"
require = []
vote_age = "14d"
cert_ttl = "24h"
[env.%1.risk.high]
slots = ["reviewer"]
ack = ["data-loss", "long-lock", "hidden-text"]
[env.%1.risk.low]
slots = ["reviewer"]
)"};
    case PolicyTemplate::SmallTeam:
        return {R"(["dba", "lead", "reviewer", "deployer"])", R"(["dba", "reviewer", "deployer"])",
                R"(# Four eyes: whoever wrote a change, somebody else approves it.
separation = "strict"
require = []
vote_age = "14d"
cert_ttl = "24h"
[env.%1.risk.high]
slots = ["reviewer"]
ack = ["data-loss", "long-lock", "hidden-text"]
carry = "base-moved"
[env.%1.risk.low]
slots = ["reviewer"]
carry = "base-moved"
[env.%1.emergency]
openers = ["lead", "dba"]
second = 1
ttl = "1h"
review_within = "72h"
)"};
    case PolicyTemplate::Regulated:
        return {R"(["dba", "lead"])", R"(["dba", "owner"])",
                R"(separation = "strict"
require = ["report", "rehearsal", "rollback"]
vote_age = "7d"
cert_ttl = "8h"
[env.%1.risk.high]
slots = ["dba", "dba", "owner"]
ack = ["data-loss", "long-lock", "hidden-text"]
carry = "none"
[env.%1.risk.low]
slots = ["dba", "owner"]
carry = "none"
[env.%1.emergency]
openers = ["lead"]
second = 1
ttl = "1h"
review_within = "72h"
)"};
    }
    return {};
}

} // namespace

QString templateName(PolicyTemplate kind)
{
    return names[static_cast<int>(kind)];
}

std::optional<PolicyTemplate> templateFromName(const QString &name)
{
    const qsizetype index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<PolicyTemplate>(index));
}

QString templateSummary(PolicyTemplate kind)
{
    switch (kind) {
    case PolicyTemplate::Alone:
        return u"alone: you approve your own changes, and every verdict says so"_s;
    case PolicyTemplate::SmallTeam:
        return u"small-team: four eyes, one other person approves"_s;
    case PolicyTemplate::Regulated:
        return u"regulated: two DBAs and an owner approve, rehearsal and rollback required"_s;
    }
    return {};
}

QByteArray tomlString(const QString &text)
{
    QByteArray quoted("\"");
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            quoted += "\\u00" + QByteArray(1, c).toHex();
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

QByteArray policyFromTemplate(PolicyTemplate kind, const QList<TemplatePerson> &people,
                              const QList<TemplateEnvironment> &environments)
{
    const TemplateText text = textOf(kind);
    QByteArray policy =
        "# Takes effect only through `countersignctl policy activate`; raise serial with every change.\n"
        "policy = 1\nserial = 1\n";
    policy += "admins = { people = [" + tomlString(people.value(0).id) +
              "], threshold = 1 }\n"
              "max_clock_skew = \"5m\"\nmax_waiver = \"30d\"\n";
    for (qsizetype i = 0; i < people.size(); ++i) {
        policy += "\n[person." + tomlString(people[i].id) +
                  "]\nroles = " + QByteArray(i == 0 ? text.firstRoles : text.otherRoles) + '\n';
        if (!people[i].mail.isEmpty()) {
            policy += "mail = [" + tomlString(people[i].mail) + "]\n";
        }
    }
    if (kind == PolicyTemplate::Regulated) {
        policy += "\n[person.pipeline]\nmachine = true\nroles = [\"deployer\"]\n";
    }
    for (const TemplateEnvironment &environment : environments) {
        policy += "\n[env." + tomlString(environment.name) + "]\n";
        if (!environment.identity.isEmpty()) {
            policy += "identity = " + tomlString(environment.identity) + '\n';
        }
        policy += QByteArray(text.environment).replace("%1", tomlString(environment.name));
    }
    return policy;
}

QByteArray signersFile(const QList<TemplatePerson> &people)
{
    QByteArray text = "# Who may sign, and with which key. Takes effect with the policy.\n";
    for (const TemplatePerson &person : people) {
        if (!person.key.isEmpty()) {
            text += person.id.toUtf8() + ' ' + person.key.toUtf8() + '\n';
        }
    }
    return text;
}

} // namespace countersign::review
