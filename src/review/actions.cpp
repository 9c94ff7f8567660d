#include "review/actions.h"

#include "base/digest.h"
#include "base/show.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestLeast = 12;
constexpr qsizetype eventLeast = 8;
constexpr qsizetype waiverReasonLeast = 20;
constexpr qsizetype textLimit = 64 * 1024;

base::Result<const PolicyRecord *> policyOf(const LedgerState &state)
{
    if (const PolicyRecord *policy = state.policy()) {
        return policy;
    }
    return std::unexpected(base::usageError(u"No policy is in force in this ledger yet"_s, {},
                                            u"Activate one: countersignctl policy activate."_s));
}

/// Refuses before anyone touches a token for nothing.
base::Result<const PolicyPerson *> signerOf(const Ledger &ledger, const Signatory &by)
{
    CS_TRY(policy, policyOf(ledger.state()));
    const auto person = policy->policy.people.constFind(by.person);
    if (person == policy->policy.people.constEnd()) {
        return std::unexpected(base::notAllowed(u"\"%1\" is not in the roster"_s.arg(base::show(by.person)), {},
                                                u"countersignctl policy show lists the people."_s));
    }
    if (ledger.state().personOf(by.key.key.fingerprint()) != by.person) {
        return std::unexpected(
            base::notAllowed(u"KEY_UNKNOWN: this key is not one of %1's"_s.arg(by.person), by.key.key.fingerprint(),
                             u"Use another key (--key), or have an admin activate a policy with it."_s));
    }
    return &*person;
}

base::Result<const PolicyPerson *> reviewerOf(const Ledger &ledger, const Signatory &by)
{
    CS_TRY(person, signerOf(ledger, by));
    if (person->machine) {
        return std::unexpected(
            base::notAllowed(u"Machines deploy and issue certificates; they never review"_s, by.person));
    }
    return person;
}

base::Result<const ChangeRecord *> changeOf(const Ledger &ledger, const QString &change)
{
    CS_TRY(record, ledger.state().find(change));
    return record;
}

bool contributes(const ChangeRecord &change, const PolicyPerson &person)
{
    const QStringList contributors = change.contributors();
    return contributors.contains(person.id) ||
           std::any_of(person.mail.begin(), person.mail.end(), [&](const QString &mail) {
               return contributors.contains(u"git:"_s + mail, Qt::CaseInsensitive);
           });
}

QStringList resolveContributors(const Policy &policy, const QStringList &given)
{
    QStringList resolved;
    for (const QString &contributor : given) {
        if (policy.people.contains(contributor)) {
            resolved << contributor;
            continue;
        }
        const QString mail = contributor.startsWith(u"git:") ? contributor.mid(4) : contributor;
        const qsizetype before = resolved.size();
        // An address that several people share could be any of them.
        for (const PolicyPerson &person : policy.people) {
            if (person.mail.contains(mail, Qt::CaseInsensitive)) {
                resolved << person.id;
            }
        }
        if (resolved.size() == before) {
            resolved << u"git:"_s + mail.toLower();
        }
    }
    return resolved;
}

struct Built {
    QByteArray manifest;
    QList<QByteArray> blobs;
    QString digest;
};

base::Result<Built> build(const Ledger &ledger, const QString &change, const ChangeRecord *record,
                          const RevisionInput &input, const Signatory &by)
{
    CS_TRY(policy, policyOf(ledger.state()));
    const auto rule = policy->policy.environments.constFind(input.environment.name);
    if (rule == policy->policy.environments.constEnd()) {
        return std::unexpected(base::usageError(
            u"The policy in force knows no environment \"%1\""_s.arg(base::show(input.environment.name)), {},
            u"Known: %1."_s.arg(QStringList(policy->policy.environments.keys()).join(u", "))));
    }
    const bool anyUp = std::any_of(input.files.begin(), input.files.end(),
                                   [](const MigrationFile &file) { return file.role == FileRole::Up; });
    if (!anyUp) {
        return std::unexpected(base::usageError(u"EMPTY_SET: there is no script to review"_s, {},
                                                u"Put at least one .sql file into the folder."_s));
    }
    Manifest manifest;
    manifest.change = change;
    manifest.parent = record != nullptr && record->latest() != nullptr ? record->latest()->digest : QString();
    manifest.contributors = resolveContributors(policy->policy, input.contributors);
    manifest.contributors << by.person;
    if (record != nullptr) {
        manifest.contributors << record->contributors();
    }
    manifest.contributors.removeDuplicates();
    manifest.contributors.sort();
    manifest.environment = input.environment;
    if (manifest.environment.identity.isEmpty()) {
        manifest.environment.identity = rule->identity;
    }
    manifest.files = describeFiles(input.files);
    manifest.hasRollback = std::any_of(input.files.begin(), input.files.end(), [](const MigrationFile &file) {
        return file.role == FileRole::Rollback || (file.role == FileRole::Up && holdsWayBack(file.bytes));
    });
    manifest.runner = input.runner;
    manifest.baseFingerprint = input.baseFingerprint;
    manifest.resultFingerprint = input.resultFingerprint;
    manifest.footprint = input.footprint;
    manifest.report = input.report;
    manifest.risk = input.risk;
    manifest.policy = policy->eid;
    Built built;
    if (manifest.report) {
        manifest.report->sha256 = base::sha256Hex(input.reportBytes);
        built.blobs << input.reportBytes;
    }
    built.manifest = encodeManifest(manifest);
    built.digest = revisionDigest(built.manifest);
    CS_CHECK(decodeManifest(built.manifest));
    built.blobs << built.manifest;
    for (const MigrationFile &file : input.files) {
        built.blobs << file.bytes;
    }
    return built;
}

QList<QByteArray> blobOf(const QString &text)
{
    return text.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{text.toUtf8()};
}

QString digestOf(const QString &text)
{
    return text.isEmpty() ? QString() : base::sha256Hex(text.toUtf8());
}

base::Result<void> checkText(const QString &text)
{
    if (text.size() > textLimit) {
        return std::unexpected(base::usageError(u"The text is longer than %1 characters"_s.arg(textLimit)));
    }
    return {};
}

base::Result<QString> eventOfKind(const Ledger &ledger, const QString &change, const QString &text, const QString &kind)
{
    CS_TRY(eid, findEvent(ledger.state(), change, text));
    if (kindName(ledger.state().event(eid)->payload.body) != kind) {
        return std::unexpected(base::usageError(u"%1 is not a %2"_s.arg(base::show(text), kind)));
    }
    return eid;
}

} // namespace

base::Result<OpenedRevision> openChange(Ledger &ledger, const QString &title, const RevisionInput &input,
                                        const Signatory &by, std::stop_token stop)
{
    CS_CHECK(signerOf(ledger, by));
    const QString change = randomId(u'C');
    CS_TRY(built, build(ledger, change, nullptr, input, by));
    CS_CHECK(ledger.append(change, ChangeOpen{input.environment.name, title.left(200)}, {}, by, stop));
    CS_TRY(appended, ledger.append(change, RevisionAdd{built.digest}, built.blobs, by, stop));
    return OpenedRevision{change, built.digest, 1, appended};
}

base::Result<OpenedRevision> addRevision(Ledger &ledger, const QString &change, const RevisionInput &input,
                                         const Signatory &by, std::stop_token stop)
{
    CS_CHECK(signerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    if (record->abandoned) {
        return std::unexpected(base::usageError(u"The change was abandoned"_s, record->id, u"Open a new one."_s));
    }
    if (record->environment != input.environment.name) {
        return std::unexpected(
            base::usageError(u"The change is for \"%1\"; another environment needs a change of its own"_s.arg(
                base::show(record->environment))));
    }
    const QString id = record->id;
    CS_TRY(built, build(ledger, id, record, input, by));
    CS_TRY(appended, ledger.append(id, RevisionAdd{built.digest}, built.blobs, by, stop));
    const RevisionRecord *added = ledger.state().changes[id].revision(built.digest);
    return OpenedRevision{id, built.digest, added != nullptr ? added->number : 0, appended};
}

base::Result<const RevisionRecord *> revisionThatWasRead(const ChangeRecord &change, const QString &digest)
{
    const QString wanted = digest.toLower();
    if (wanted.size() < digestLeast) {
        return std::unexpected(
            base::usageError(u"A vote names the revision that was read: at least %1 hex digits"_s.arg(digestLeast), {},
                             u"countersignctl review show %1 prints the digest."_s.arg(change.id)));
    }
    const RevisionRecord *found = nullptr;
    for (const RevisionRecord &candidate : change.revisions) {
        if (!candidate.digest.startsWith(wanted)) {
            continue;
        }
        if (found != nullptr) {
            return std::unexpected(base::conflict(
                u"Revisions %1 and %2 both begin with these digits, which hardly happens by chance"_s.arg(found->number)
                    .arg(candidate.number),
                change.id, u"Look at both, and give the whole digest of the one that you mean."_s));
        }
        found = &candidate;
    }
    if (found == nullptr) {
        return std::unexpected(base::usageError(u"The change has no revision with that digest"_s, change.id,
                                                u"countersignctl review show %1 prints the digest."_s.arg(change.id)));
    }
    return found;
}

base::Result<Appended> vote(Ledger &ledger, const QString &change, const QString &digest, VoteKind kind,
                            const QStringList &acks, const QString &message, const Signatory &by, std::stop_token stop)
{
    CS_TRY(person, reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    CS_CHECK(checkText(message));
    CS_TRY(revision, revisionThatWasRead(*record, digest));
    const bool positive = kind == VoteKind::Approve;
    // What went live in an emergency is reviewed afterwards, also when the change has gone on since.
    const bool owed =
        std::any_of(record->emergencies.begin(), record->emergencies.end(), [&](const EmergencyRecord &emergency) {
            return emergency.completeUs > 0 && emergency.revision == revision->digest;
        });
    if (positive && !owed && revision != record->latest()) {
        return std::unexpected(
            base::conflict(u"SUPERSEDED: revision %1 was superseded by revision %2"_s.arg(revision->number)
                               .arg(record->latest()->number),
                           record->id, u"Read the newer revision, then vote."_s));
    }
    const Policy &policy = ledger.state().policy()->policy;
    const EnvironmentRule rule = policy.environments.value(record->environment);
    if (positive && rule.separation && contributes(*record, *person)) {
        return std::unexpected(base::notAllowed(u"SELF_APPROVAL: %1 contributed to this change"_s.arg(by.person),
                                                record->id, u"Somebody else has to approve it."_s));
    }
    if (kind == VoteKind::Veto && !policy.hasAnyRole(by.person, rule.veto)) {
        return std::unexpected(base::notAllowed(u"Only these roles may veto: %1"_s.arg(rule.veto.join(u", ")),
                                                record->id, u"Vote request-changes instead."_s));
    }
    QStringList sortedAcks = acks;
    sortedAcks.removeDuplicates();
    sortedAcks.sort();
    return ledger.append(record->id, Vote{revision->digest, kind, sortedAcks, digestOf(message)}, blobOf(message), by,
                         stop);
}

base::Result<Appended> comment(Ledger &ledger, const QString &change, const Anchor &anchor, const QString &text,
                               bool blocking, const Signatory &by, std::stop_token stop)
{
    CS_CHECK(reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    CS_CHECK(checkText(text));
    if (record->latest() == nullptr || text.trimmed().isEmpty()) {
        return std::unexpected(base::usageError(u"A comment needs a text and a revision to stand at"_s, record->id));
    }
    const auto &files = record->latest()->manifest.files;
    const bool known = !anchor.object.isEmpty() || std::any_of(files.begin(), files.end(), [&](const ManifestFile &f) {
        return f.sha256 == anchor.file;
    });
    if (!known) {
        return std::unexpected(base::usageError(u"The latest revision has no such file"_s, record->id));
    }
    return ledger.append(record->id, Comment{record->latest()->digest, anchor, blocking, digestOf(text)}, blobOf(text),
                         by, stop);
}

base::Result<Appended> resolveComment(Ledger &ledger, const QString &change, const QString &comment,
                                      const Signatory &by, std::stop_token stop)
{
    CS_TRY(person, reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    CS_TRY(eid, eventOfKind(ledger, record->id, comment, u"comment"_s));
    const bool own = ledger.state().event(eid)->payload.by == by.person;
    if (!own && (!person->roles.contains(u"lead"_s) || contributes(*record, *person))) {
        return std::unexpected(
            base::notAllowed(u"A comment is resolved by its writer or by a lead who did not contribute"_s));
    }
    return ledger.append(record->id, Resolve{eid}, {}, by, stop);
}

base::Result<Appended> dismissVote(Ledger &ledger, const QString &change, const QString &vote, const QString &reason,
                                   const Signatory &by, std::stop_token stop)
{
    CS_TRY(person, reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    CS_TRY(eid, eventOfKind(ledger, record->id, vote, u"vote"_s));
    const auto kind = std::get<Vote>(ledger.state().event(eid)->payload.body).vote;
    if (kind != VoteKind::RequestChanges && kind != VoteKind::Veto) {
        return std::unexpected(base::usageError(u"Only requested changes and vetoes are dismissed"_s));
    }
    const bool lead = person->roles.contains(u"lead"_s) && !contributes(*record, *person);
    const bool admin = ledger.state().policy()->policy.admins.contains(by.person);
    if (kind == VoteKind::Veto ? !admin : !lead) {
        return std::unexpected(base::notAllowed(kind == VoteKind::Veto
                                                    ? u"A veto is lifted by its voter or by admins"_s
                                                    : u"A vote is dismissed by leads who did not contribute"_s));
    }
    if (reason.trimmed().isEmpty()) {
        return std::unexpected(base::usageError(u"A dismissal needs a reason"_s, {}, u"Add --reason."_s));
    }
    return ledger.append(record->id, Dismiss{eid, reason}, {}, by, stop);
}

base::Result<Appended> waiveFinding(Ledger &ledger, const QString &change, const QString &finding,
                                    const QString &object, const QString &reason, qint64 untilUs, const Signatory &by,
                                    std::stop_token stop)
{
    CS_TRY(person, reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    const Policy &policy = ledger.state().policy()->policy;
    const EnvironmentRule rule = policy.environments.value(record->environment);
    if (!policy.hasAnyRole(by.person, rule.waive)) {
        return std::unexpected(base::notAllowed(u"Only these roles may waive: %1"_s.arg(rule.waive.join(u", "))));
    }
    if (rule.separation && contributes(*record, *person)) {
        return std::unexpected(base::notAllowed(u"SELF_APPROVAL: %1 contributed to this change"_s.arg(by.person)));
    }
    if (reason.trimmed().size() < waiverReasonLeast) {
        return std::unexpected(
            base::usageError(u"The reason of a waiver has at least %1 characters"_s.arg(waiverReasonLeast)));
    }
    const qint64 longest = ledger.now() + std::chrono::microseconds(policy.maxWaiver).count();
    if (untilUs <= ledger.now() || untilUs > longest) {
        return std::unexpected(base::usageError(
            u"A waiver lasts at most %1 days"_s.arg(std::chrono::floor<std::chrono::days>(policy.maxWaiver).count()),
            {}, u"Choose an earlier, future date with --until."_s));
    }
    return ledger.append(record->id, Waive{finding, object, reason.trimmed(), untilUs}, {}, by, stop);
}

base::Result<Appended> unwaive(Ledger &ledger, const QString &change, const QString &waiver, const Signatory &by,
                               std::stop_token stop)
{
    CS_CHECK(reviewerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    CS_TRY(eid, eventOfKind(ledger, record->id, waiver, u"waive"_s));
    return ledger.append(record->id, Unwaive{eid}, {}, by, stop);
}

base::Result<Appended> abandon(Ledger &ledger, const QString &change, const QString &reason, const Signatory &by,
                               std::stop_token stop)
{
    CS_TRY(person, signerOf(ledger, by));
    CS_TRY(record, changeOf(ledger, change));
    if (record->openedBy != by.person && !contributes(*record, *person) && !person->roles.contains(u"lead"_s)) {
        return std::unexpected(base::notAllowed(u"A change is abandoned by its contributors or a lead"_s, record->id));
    }
    return ledger.append(record->id, Abandon{reason.left(4000)}, {}, by, stop);
}

base::Result<QString> findEvent(const LedgerState &state, const QString &change, const QString &text)
{
    const QString wanted = text.toLower();
    QStringList found;
    for (const Event &event : state.events) {
        if (event.payload.change == change && wanted.size() >= eventLeast && event.eid.startsWith(wanted)) {
            found << event.eid;
        }
    }
    if (found.size() != 1) {
        return std::unexpected(base::usageError(
            (found.isEmpty() ? u"There is no event \"%1\" here"_s : u"\"%1\" could be several events"_s)
                .arg(base::show(text)),
            change, u"Give at least %1 hex digits of its id."_s.arg(eventLeast)));
    }
    return found.first();
}

base::Result<Signatory> chooseSignatory(const LedgerState &state, const QString &person, const QString &keyFile,
                                        const SigningOptions &options)
{
    QList<KeyChoice> keys;
    if (keyFile.isEmpty()) {
        keys = findKeys(options);
    } else {
        CS_TRY(key, keyFromFile(keyFile));
        keys << key;
    }
    QList<Signatory> candidates;
    for (const KeyChoice &key : keys) {
        const auto owner = state.personOf(key.key.fingerprint());
        const bool known = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const Signatory &candidate) { return candidate.person == owner; });
        if (owner && (person.isEmpty() || *owner == person) && !known) {
            candidates << Signatory{*owner, key, options};
        }
    }
    if (candidates.size() == 1) {
        return candidates.first();
    }
    if (candidates.size() > 1) {
        return std::unexpected(
            base::usageError(u"Keys of several people are at hand"_s, {}, u"Say who signs: --as PERSON."_s));
    }
    return std::unexpected(base::notAllowed(
        person.isEmpty() ? u"KEY_UNKNOWN: none of the keys at hand belongs to anyone in the roster"_s
                         : u"KEY_UNKNOWN: none of the keys at hand is one of %1's"_s.arg(base::show(person)),
        keyFile, u"countersignctl key list shows the keys; name one with --key FILE."_s));
}

} // namespace countersign::review
