#include "base/show.h"
#include "cli/reviewsession.h"

#include <QDir>
#include <QJsonArray>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

QString placeName(const review::KeyChoice &key)
{
    return key.place == review::KeyPlace::Agent ? u"agent"_s : key.file;
}

Result<ReviewAnswer> keyList(ReviewSession &session)
{
    std::optional<review::LedgerState> state;
    if (session.hasLedger()) {
        CS_TRY(ledger, session.ledger());
        state = ledger->state();
    }
    ReviewAnswer answer;
    QJsonArray keys;
    for (const review::KeyChoice &key : review::findKeys(session.signing())) {
        const QString person = state ? state->personOf(key.key.fingerprint()).value_or(QString()) : QString();
        keys << QJsonObject{{u"fingerprint"_s, key.key.fingerprint()},
                            {u"type"_s, key.key.type},
                            {u"place"_s, placeName(key)},
                            {u"comment"_s, key.comment},
                            {u"person"_s, person},
                            {u"line"_s, key.key.line()}};
        answer.text += u"%1  %2  %3  %4%5\n"_s.arg(key.key.fingerprint(), key.key.type, base::show(placeName(key)),
                                                   key.comment, person.isEmpty() ? QString() : u"  = "_s + person);
    }
    if (keys.isEmpty()) {
        answer.text = u"No usable SSH key was found. Make one: countersignctl key new\n"_s;
        answer.exit = 1;
    }
    answer.json = {{u"keys"_s, keys}};
    return answer;
}

Result<ReviewAnswer> keyNew(ReviewSession &session)
{
    const QString path =
        session.isSet(u"key"_s) ? session.value(u"key"_s) : QDir::homePath() + u"/.ssh/id_ed25519_countersign"_s;
    if (!session.mayAsk() && !session.isSet(u"no-passphrase"_s)) {
        return base::Fail(base::usageError(u"ssh-keygen must ask for a passphrase, but there is no terminal"_s, path,
                                           u"Run it in a terminal, or add --no-passphrase for a test."_s));
    }
    const QString comment = session.isSet(u"as"_s) ? session.value(u"as"_s) : u"countersign"_s;
    CS_TRY(key, review::makeKey(path, comment, !session.isSet(u"no-passphrase"_s)));
    ReviewAnswer answer;
    answer.json = {{u"file"_s, key.file}, {u"fingerprint"_s, key.key.fingerprint()}, {u"line"_s, key.key.line()}};
    answer.text = u"%1\n%2\nGive this line to an admin for allowed_signers:\n  %3 %4\n"_s.arg(
        key.file, key.key.fingerprint(), session.isSet(u"as"_s) ? session.value(u"as"_s) : u"PERSON"_s, key.key.line());
    return answer;
}

Result<ReviewAnswer> keyRevoke(ReviewSession &session)
{
    CS_TRY(fingerprint, session.argument(0, u"the key's fingerprint (SHA256:…)"_s));
    CS_TRY(ledger, session.ledger());
    const auto owner = ledger->state().personOf(fingerprint);
    if (!owner) {
        return base::Fail(base::usageError(u"No key of the roster has this fingerprint"_s, base::show(fingerprint),
                                           u"countersignctl key list and policy show print them."_s));
    }
    const bool compromised = session.isSet(u"compromised-since"_s);
    bool number = true;
    const qint64 from = compromised ? session.value(u"compromised-since"_s).toLongLong(&number) : 0;
    if (!number || from < 0) {
        return base::Fail(base::usageError(u"--compromised-since is a position in the ledger"_s,
                                           base::show(session.value(u"compromised-since"_s)),
                                           u"Positions are the event numbers of ledger head and export."_s));
    }
    CS_TRY(by, session.signatory());
    CS_TRY(appended,
           review::revokeKey(*ledger, *owner, fingerprint,
                             compromised ? review::RevocationCause::Compromised : review::RevocationCause::Rotated,
                             from, by, session.stop()));
    ReviewAnswer answer;
    const bool inForce = !ledger->state().revocations.isEmpty() && ledger->state().revocations.last().inForceFrom > 0;
    answer.json = {{u"event"_s, appended.eid},
                   {u"inForce"_s, inForce},
                   {u"head"_s, headJson(ledger->ledgerId(), ledger->state().head)}};
    answer.text = inForce
                      ? u"The key signs nothing more.\n"_s
                      : u"More admins must endorse it: countersignctl policy endorse %1\n"_s.arg(appended.eid.left(12));
    return answer;
}

constexpr ReviewOption newOptions[] = {
    {"no-passphrase", "Without a passphrase: for tests and demonstrations only.", nullptr}};
constexpr ReviewOption revokeOptions[] = {
    {"compromised-since", "Approvals signed with it at this position and later are void.", "N"}};

constexpr ReviewSubcommand subcommands[] = {
    {"list", "", "the SSH keys at hand, and whose they are", {}, keyList},
    {"new", "[--key FILE]", "make an Ed25519 key with ssh-keygen", newOptions, keyNew},
    {"revoke", "FINGERPRINT [--compromised-since N]", "a key signs nothing more", revokeOptions, keyRevoke},
};

} // namespace

int runKey(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"key"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
