#include "review/eventbody.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

const QStringList voteNames{u"approve"_s, u"request-changes"_s, u"veto"_s, u"abstain"_s, u"withdraw"_s};
const QStringList causeNames{u"rotated"_s, u"compromised"_s};
const QStringList resultNames{u"ok"_s, u"failed"_s, u"partial"_s};

constexpr qsizetype personLimit = 64;
constexpr qsizetype nameLimit = 256;
constexpr qsizetype reasonLimit = 4000;
constexpr qsizetype objectLimit = 1024;

template <class Enum>
Enum fromWord(const QStringList &words, const QString &word)
{
    return static_cast<Enum>(std::max<qsizetype>(words.indexOf(word), 0));
}

Json headJson(const Head &head)
{
    return JsonObject{{u"size"_s, head.size}, {u"link"_s, head.link}};
}

struct BodyEncoder {
    Json operator()(const Genesis &body) const
    {
        JsonArray admins;
        for (const AdminKey &admin : body.admins) {
            admins.emplace_back(JsonObject{{u"person"_s, admin.person}, {u"key"_s, admin.key}});
        }
        return JsonObject{{u"name"_s, body.name}, {u"admins"_s, admins}, {u"threshold"_s, body.threshold}};
    }
    Json operator()(const PolicyActivate &body) const
    {
        return JsonObject{{u"serial"_s, body.serial},
                          {u"policy"_s, body.policy},
                          {u"signers"_s, body.signers},
                          {u"replaces"_s, body.replaces}};
    }
    Json operator()(const KeyRevoke &body) const
    {
        return JsonObject{{u"person"_s, body.person},
                          {u"key"_s, body.key},
                          {u"cause"_s, causeNames[static_cast<int>(body.cause)]},
                          {u"from"_s, body.from}};
    }
    Json operator()(const Endorse &body) const { return JsonObject{{u"event"_s, body.event}}; }
    Json operator()(const ChangeOpen &body) const
    {
        return JsonObject{{u"env"_s, body.environment}, {u"title"_s, body.title}};
    }
    Json operator()(const RevisionAdd &body) const { return JsonObject{{u"revision"_s, body.revision}}; }
    Json operator()(const Vote &body) const
    {
        return JsonObject{{u"revision"_s, body.revision},
                          {u"vote"_s, voteName(body.vote)},
                          {u"ack"_s, body.acks},
                          {u"message"_s, body.message}};
    }
    Json operator()(const Comment &body) const
    {
        const Json anchor = body.anchor.object.isEmpty() ? JsonObject{{u"file"_s, body.anchor.file},
                                                                      {u"statement"_s, body.anchor.statement},
                                                                      {u"begin"_s, body.anchor.begin},
                                                                      {u"end"_s, body.anchor.end},
                                                                      {u"bytes"_s, body.anchor.statementBytes}}
                                                         : JsonObject{{u"object"_s, body.anchor.object}};
        return JsonObject{{u"revision"_s, body.revision},
                          {u"anchor"_s, anchor},
                          {u"blocking"_s, body.blocking},
                          {u"text"_s, body.text}};
    }
    Json operator()(const Resolve &body) const { return JsonObject{{u"comment"_s, body.comment}}; }
    Json operator()(const Dismiss &body) const
    {
        return JsonObject{{u"vote"_s, body.vote}, {u"reason"_s, body.reason}};
    }
    Json operator()(const Waive &body) const
    {
        return JsonObject{{u"finding"_s, body.finding},
                          {u"object"_s, body.object},
                          {u"reason"_s, body.reason},
                          {u"until"_s, body.until}};
    }
    Json operator()(const Unwaive &body) const { return JsonObject{{u"waiver"_s, body.waiver}}; }
    Json operator()(const Abandon &body) const { return JsonObject{{u"reason"_s, body.reason}}; }
    Json operator()(const EmergencyOpen &body) const
    {
        return JsonObject{{u"revision"_s, body.revision}, {u"incident"_s, body.incident}, {u"reason"_s, body.reason}};
    }
    Json operator()(const DeployBegin &body) const
    {
        return JsonObject{
            {u"revision"_s, body.revision}, {u"emergency"_s, body.emergency}, {u"certificate"_s, body.certificate}};
    }
    Json operator()(const DeployFinish &body) const
    {
        return JsonObject{{u"attempt"_s, body.attempt}, {u"result"_s, deployResultName(body.result)}};
    }
    Json operator()(const DeployConfirm &body) const
    {
        return JsonObject{{u"attempt"_s, body.attempt}, {u"matches"_s, body.matches}, {u"live"_s, body.live}};
    }
    Json operator()(const Merge &body) const
    {
        return JsonObject{{u"common"_s, body.common}, {u"other"_s, headJson(body.other)}, {u"branch"_s, body.branch}};
    }
    Json operator()(const Restore &body) const
    {
        return JsonObject{
            {u"restored"_s, headJson(body.restored)}, {u"lost"_s, headJson(body.lost)}, {u"reason"_s, body.reason}};
    }
    Json operator()(const Upgrade &body) const { return JsonObject{{u"from"_s, body.from}, {u"to"_s, body.to}}; }
};

void check(Fields &fields, const base::Result<Head> &head, Head &into)
{
    if (head) {
        into = *head;
    } else {
        fields.fail(head.error().message);
    }
}

void person(Fields &fields, const QString &key, QString &into)
{
    into = fields.text(key, personLimit);
    if (!isPersonId(into)) {
        fields.fail(u"\"%1\" is not a roster id"_s.arg(key));
    }
}

Body genesis(Fields &fields)
{
    Genesis body;
    body.name = fields.text(u"name"_s, nameLimit);
    body.threshold = static_cast<int>(fields.integer(u"threshold"_s, 1, 100));
    for (const Json &item : fields.array(u"admins"_s, 100)) {
        Fields admin(item, u"admin"_s);
        AdminKey entry;
        person(admin, u"person"_s, entry.person);
        entry.key = admin.text(u"key"_s, 4096);
        if (const auto done = admin.done(); !done) {
            fields.fail(done.error().message);
        }
        body.admins << entry;
    }
    if (body.admins.isEmpty()) {
        fields.fail(u"no admins"_s);
    }
    return body;
}

Body policyActivate(Fields &fields)
{
    PolicyActivate body;
    body.serial = fields.integer(u"serial"_s, 1);
    body.policy = fields.digest(u"policy"_s);
    body.signers = fields.digest(u"signers"_s);
    body.replaces = fields.digestOrEmpty(u"replaces"_s);
    return body;
}

Body keyRevoke(Fields &fields)
{
    KeyRevoke body;
    person(fields, u"person"_s, body.person);
    body.key = fields.text(u"key"_s, 128);
    body.cause = fromWord<RevocationCause>(causeNames, fields.word(u"cause"_s, causeNames));
    body.from = fields.integer(u"from"_s, 0);
    return body;
}

Body vote(Fields &fields)
{
    Vote body;
    body.revision = fields.digest(u"revision"_s);
    body.vote = fromWord<VoteKind>(voteNames, fields.word(u"vote"_s, voteNames));
    body.acks = fields.texts(u"ack"_s, 256, nameLimit);
    body.message = fields.digestOrEmpty(u"message"_s);
    return body;
}

Body comment(Fields &fields)
{
    Comment body;
    body.revision = fields.digest(u"revision"_s);
    body.blocking = fields.boolean(u"blocking"_s);
    body.text = fields.digest(u"text"_s);
    Fields anchor(fields.object(u"anchor"_s), u"anchor"_s);
    if (anchor.has(u"object"_s)) {
        body.anchor.object = anchor.text(u"object"_s, objectLimit);
    } else {
        body.anchor.file = anchor.digest(u"file"_s);
        body.anchor.statement = static_cast<int>(anchor.integer(u"statement"_s, 0, 1'000'000));
        body.anchor.begin = anchor.integer(u"begin"_s);
        body.anchor.end = anchor.integer(u"end"_s);
        body.anchor.statementBytes = anchor.digestOrEmpty(u"bytes"_s);
    }
    if (const auto done = anchor.done(); !done) {
        fields.fail(done.error().message);
    }
    return body;
}

Body waive(Fields &fields)
{
    Waive body;
    body.finding = fields.text(u"finding"_s, objectLimit);
    body.object = fields.text(u"object"_s, objectLimit);
    body.reason = fields.text(u"reason"_s, reasonLimit);
    body.until = fields.integer(u"until"_s);
    return body;
}

Body emergencyOpen(Fields &fields)
{
    EmergencyOpen body;
    body.revision = fields.digest(u"revision"_s);
    body.incident = fields.text(u"incident"_s, nameLimit);
    body.reason = fields.digest(u"reason"_s);
    if (body.incident.isEmpty()) {
        fields.fail(u"\"incident\" is empty"_s);
    }
    return body;
}

Body deployBegin(Fields &fields)
{
    DeployBegin body;
    body.revision = fields.digest(u"revision"_s);
    body.emergency = fields.boolean(u"emergency"_s);
    body.certificate = fields.digestOrEmpty(u"certificate"_s);
    return body;
}

Body deployFinish(Fields &fields)
{
    DeployFinish body;
    body.attempt = fields.digest(u"attempt"_s);
    body.result = fromWord<DeployResult>(resultNames, fields.word(u"result"_s, resultNames));
    return body;
}

Body deployConfirm(Fields &fields)
{
    DeployConfirm body;
    body.attempt = fields.digest(u"attempt"_s);
    body.matches = fields.boolean(u"matches"_s);
    body.live = fields.text(u"live"_s, nameLimit);
    return body;
}

Body merge(Fields &fields)
{
    Merge body;
    body.common = fields.integer(u"common"_s);
    check(fields, decodeHead(fields.object(u"other"_s)), body.other);
    body.branch = fields.digest(u"branch"_s);
    return body;
}

Body restore(Fields &fields)
{
    Restore body;
    check(fields, decodeHead(fields.object(u"restored"_s)), body.restored);
    check(fields, decodeHead(fields.object(u"lost"_s)), body.lost);
    body.reason = fields.text(u"reason"_s, reasonLimit);
    return body;
}

using BodyDecoder = Body (*)(Fields &);

const std::map<QString, BodyDecoder> &bodyDecoders()
{
    static const std::map<QString, BodyDecoder> decoders{
        {u"genesis"_s, genesis},
        {u"policy.activate"_s, policyActivate},
        {u"key.revoke"_s, keyRevoke},
        {u"endorse"_s, [](Fields &f) -> Body { return Endorse{f.digest(u"event"_s)}; }},
        {u"change.open"_s,
         [](Fields &f) -> Body { return ChangeOpen{f.text(u"env"_s, nameLimit), f.text(u"title"_s, nameLimit)}; }},
        {u"revision.add"_s, [](Fields &f) -> Body { return RevisionAdd{f.digest(u"revision"_s)}; }},
        {u"vote"_s, vote},
        {u"comment"_s, comment},
        {u"resolve"_s, [](Fields &f) -> Body { return Resolve{f.digest(u"comment"_s)}; }},
        {u"dismiss"_s,
         [](Fields &f) -> Body { return Dismiss{f.digest(u"vote"_s), f.text(u"reason"_s, reasonLimit)}; }},
        {u"waive"_s, waive},
        {u"unwaive"_s, [](Fields &f) -> Body { return Unwaive{f.digest(u"waiver"_s)}; }},
        {u"abandon"_s, [](Fields &f) -> Body { return Abandon{f.text(u"reason"_s, reasonLimit)}; }},
        {u"emergency.open"_s, emergencyOpen},
        {u"deploy.begin"_s, deployBegin},
        {u"deploy.finish"_s, deployFinish},
        {u"deploy.confirm"_s, deployConfirm},
        {u"merge"_s, merge},
        {u"restore"_s, restore},
        {u"upgrade"_s, [](Fields &f) -> Body { return Upgrade{f.integer(u"from"_s), f.integer(u"to"_s)}; }},
    };
    return decoders;
}

} // namespace

QString kindName(const Body &body)
{
    static const QStringList names{
        u"genesis"_s,        u"policy.activate"_s, u"key.revoke"_s,   u"endorse"_s,
        u"change.open"_s,    u"revision.add"_s,    u"vote"_s,         u"comment"_s,
        u"resolve"_s,        u"dismiss"_s,         u"waive"_s,        u"unwaive"_s,
        u"abandon"_s,        u"emergency.open"_s,  u"deploy.begin"_s, u"deploy.finish"_s,
        u"deploy.confirm"_s, u"merge"_s,           u"restore"_s,      u"upgrade"_s,
    };
    return names[static_cast<qsizetype>(body.index())];
}

QString voteName(VoteKind vote)
{
    return voteNames[static_cast<int>(vote)];
}

std::optional<VoteKind> voteFromName(const QString &name)
{
    const qsizetype index = voteNames.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<VoteKind>(index));
}

QString deployResultName(DeployResult result)
{
    return resultNames[static_cast<int>(result)];
}

Json encodeHead(const Head &head)
{
    return headJson(head);
}

base::Result<Head> decodeHead(const Json &json)
{
    Fields fields(json, u"head"_s);
    Head head;
    head.size = fields.integer(u"size"_s);
    head.link = fields.digestOrEmpty(u"link"_s);
    if (head.link.isEmpty() != (head.size == 0)) {
        fields.fail(u"size and link do not belong together"_s);
    }
    CS_CHECK(fields.done());
    return head;
}

Json encodeBody(const Body &body)
{
    return std::visit(BodyEncoder{}, body);
}

base::Result<Body> decodeBody(const QString &kind, const Json &json)
{
    const auto decoder = bodyDecoders().find(kind);
    if (decoder == bodyDecoders().end()) {
        return std::unexpected(base::undecided(u"This ledger holds events of the unknown kind \"%1\""_s.arg(kind), {},
                                               u"Use the version of Countersign that wrote them, or a newer one."_s));
    }
    Fields fields(json, kind);
    Body body = decoder->second(fields);
    CS_CHECK(fields.done());
    return body;
}

} // namespace countersign::review
