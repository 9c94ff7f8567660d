#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/maintenance.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr qint64 exportLimit = 8LL * 1024 * 1024 * 1024;

QString markName(review::MarkState mark)
{
    switch (mark) {
    case review::MarkState::None:
        return u"none"_s;
    case review::MarkState::Equal:
        return u"equal"_s;
    case review::MarkState::Ahead:
        return u"ahead"_s;
    case review::MarkState::Behind:
        return u"behind"_s;
    case review::MarkState::Forked:
        return u"forked"_s;
    }
    return {};
}

ReviewAnswer headAnswer(const review::Ledger &ledger, const QString &text)
{
    ReviewAnswer answer;
    answer.json = {{u"head"_s, headJson(ledger.ledgerId(), ledger.state().head)}};
    answer.text = text + review::shortHead(ledger.state().head) + u'\n';
    return answer;
}

/// Who may do what in a team's ledger, and what the one who made it should give away again.
QString privilegesText(const QString &locator)
{
    return !locator.startsWith(u"pg:")
               ? QString()
               : u"\nMade in the schema countersign:\n"
                 "  countersign_owner   owns it; nobody logs in as it\n"
                 "  countersign_people  may read and call countersign.append(), nothing else\n"
                 "Next, in psql:\n"
                 "  GRANT countersign_people TO ada, bo;          -- everybody who reviews or deploys\n"
                 "  REVOKE countersign_owner FROM CURRENT_USER;   -- you need it only to redact and to import\n"_s;
}

Result<ReviewAnswer> ledgerInit(ReviewSession &session)
{
    CS_TRY(locator, session.argument(0, u"the ledger (sqlite:PATH or pg:SERVICE)"_s));
    CS_TRY(person, session.needed(u"as"_s));
    review::KeyChoice key;
    if (session.isSet(u"key"_s)) {
        CS_TRY(chosen, review::keyFromFile(session.value(u"key"_s)));
        key = chosen;
    } else {
        const QList<review::KeyChoice> keys = review::findKeys(session.signing());
        if (keys.size() != 1) {
            return base::Fail(
                base::usageError(keys.isEmpty() ? u"No SSH key was found"_s : u"Several SSH keys were found"_s, {},
                                 u"Name one with --key FILE; countersignctl key list shows them."_s));
        }
        key = keys.first();
    }
    review::FoundingOptions founding;
    founding.name = session.value(u"name"_s);
    founding.admins = {{person, key.key.line()}};
    CS_TRY(ledger, review::Ledger::create(locator, founding, {person, key, session.signing()}, session.client(),
                                          session.stop()));
    ReviewAnswer answer = headAnswer(ledger, u"%1\n"_s.arg(ledger.ledgerId()));
    answer.json.insert(u"ledger"_s, ledger.ledgerId());
    answer.text += privilegesText(locator);
    const QByteArray trust = review::encodeTrust(review::trustOf(ledger.state()));
    if (session.isSet(u"trust"_s)) {
        CS_CHECK(review::writeDurably(session.value(u"trust"_s), trust));
    }
    return answer;
}

/// An exit code of 4 does not stand alone.
void warnOfMark(ReviewSession &session, review::MarkState mark)
{
    if (mark == review::MarkState::Behind) {
        session.warn(
            u"ROLLED_BACK: this ledger lacks events that this computer knew. Find the newer one (was it moved?), or "
            "have admins restore it: ledger restore."_s);
    } else if (mark == review::MarkState::Forked) {
        session.warn(
            u"FORKED: this ledger went another way than the one this computer knew. Merge the two: ledger merge."_s);
    }
}

Result<ReviewAnswer> ledgerHead(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    ReviewAnswer answer = headAnswer(*ledger, {});
    answer.json.insert(u"mark"_s, markName(ledger->state().mark));
    answer.exit = ledger->state().readOnly ? 4 : 0;
    warnOfMark(session, ledger->state().mark);
    answer.text += u"%1:%2\n"_s.arg(ledger->state().head.size).arg(ledger->state().head.link);
    return answer;
}

Result<ReviewAnswer> ledgerVerify(ReviewSession &session)
{
    CS_TRY(locator, session.locator());
    CS_TRY(result, review::verifyLedger(locator, session.client(), session.isSet(u"full"_s), session.stop()));
    ReviewAnswer answer;
    QJsonArray bad;
    for (const review::Problem &problem : result.bad) {
        bad << QJsonObject{
            {u"seq"_s, problem.seq}, {u"code"_s, review::codeName(problem.code)}, {u"text"_s, problem.text}};
        answer.text +=
            u"event %1: %2: %3\n"_s.arg(problem.seq).arg(review::codeName(problem.code), base::show(problem.text));
    }
    const bool markGood = result.mark != review::MarkState::Behind && result.mark != review::MarkState::Forked;
    answer.exit = result.bad.isEmpty() && markGood ? 0 : 4;
    warnOfMark(session, result.mark);
    if (!result.bad.isEmpty()) {
        session.warn(
            u"Somebody changed this ledger, or the disk is failing: do not use it; compare it with a backup."_s);
    }
    if (session.isSet(u"cert"_s)) {
        CS_TRY(bytes, review::readWholeFile(session.value(u"cert"_s), review::certificateBytesLimit));
        CS_TRY(certificate, review::readCertificate(bytes));
        CS_TRY(ledger, session.ledger());
        const bool known = certificate.ledger == result.ledger && certificate.head.size <= ledger->state().head.size &&
                           ledger->state().events[certificate.head.size - 1].link == certificate.head.link;
        answer.json.insert(u"certificate"_s, known ? u"known"_s : u"unknown"_s);
        answer.text += known ? u"the certificate's head is in this ledger\n"_s
                             : u"FORKED: the certificate's head is not in this ledger\n"_s;
        answer.exit = known ? answer.exit : 4;
    }
    answer.json.insert(u"events"_s, result.events);
    answer.json.insert(u"bad"_s, bad);
    answer.json.insert(u"mark"_s, markName(result.mark));
    answer.json.insert(u"unsent"_s, QJsonArray::fromStringList(result.unsent));
    answer.json.insert(u"head"_s, headJson(result.ledger, result.head));
    answer.text +=
        u"%1 events, %2; compared with what this computer knew: %3\n"_s.arg(result.events)
            .arg(result.bad.isEmpty() ? u"every link and signature is good"_s : u"%1 problems"_s.arg(result.bad.size()),
                 markName(result.mark));
    if (!markGood) {
        const QString known = u"%1:%2"_s.arg(result.known.size).arg(result.known.link);
        answer.text += u"this computer knew %1\n"_s.arg(known);
        answer.json.insert(u"known"_s, known);
    }
    return answer;
}

/// Writes to --out, or to standard output when there is none.
Result<void> deliver(ReviewSession &session, const QByteArray &bytes, ReviewAnswer &answer)
{
    if (session.isSet(u"out"_s)) {
        CS_CHECK(review::writeDurably(session.value(u"out"_s), bytes));
        answer.json.insert(u"out"_s, session.value(u"out"_s));
        return {};
    }
    if (session.isSet(u"json"_s)) {
        return base::Fail(base::usageError(u"With --json the result needs a file"_s, {}, u"Add --out FILE."_s));
    }
    answer.text = QString::fromUtf8(bytes);
    return {};
}

Result<ReviewAnswer> ledgerCheckpoint(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(note, review::signCheckpoint(*ledger, by, session.stop()));
    ReviewAnswer answer = headAnswer(*ledger, {});
    CS_CHECK(deliver(session, note + '\n', answer));
    return answer;
}

Result<ReviewAnswer> ledgerExport(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    QByteArray text;
    CS_CHECK(review::exportLedger(
        *ledger,
        [&text](const QByteArray &line) {
            text += line;
            return true;
        },
        session.stop()));
    ReviewAnswer answer = headAnswer(*ledger, {});
    CS_CHECK(deliver(session, text, answer));
    return answer;
}

Result<ReviewAnswer> ledgerImport(ReviewSession &session)
{
    CS_TRY(file, session.argument(0, u"the export"_s));
    CS_TRY(locator, session.argument(1, u"the new ledger"_s));
    CS_TRY(bytes, review::readWholeFile(file, exportLimit));
    CS_TRY(head, review::importLedger(bytes, locator, session.client(), session.stop()));
    ReviewAnswer answer;
    answer.json = {{u"head"_s, headJson({}, head)}};
    answer.text = review::shortHead(head) + u'\n';
    return answer;
}

Result<ReviewAnswer> ledgerBackup(ReviewSession &session)
{
    CS_TRY(out, session.needed(u"out"_s));
    CS_TRY(ledger, session.ledger());
    CS_CHECK(review::backupLedger(*ledger, out, session.stop()));
    ReviewAnswer answer = headAnswer(*ledger, u"verified copy in %1\n"_s.arg(out));
    answer.json.insert(u"out"_s, out);
    return answer;
}

/// --known, whole: a short link could be another branch's.
Result<std::optional<review::Head>> knownHead(const ReviewSession &session)
{
    if (!session.isSet(u"known"_s)) {
        return std::optional<review::Head>();
    }
    const QString text = session.value(u"known"_s);
    static const QRegularExpression form(u"^([1-9][0-9]{0,14}):([0-9a-f]{64})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return base::Fail(
            base::usageError(u"--known is N:LINK, with all 64 digits"_s, base::show(text),
                             u"countersignctl ledger verify prints it on the computer that knew more."_s));
    }
    return std::optional(review::Head{match.captured(1).toLongLong(), match.captured(2)});
}

Result<ReviewAnswer> ledgerRestore(ReviewSession &session)
{
    ReviewAnswer answer;
    if (session.isSet(u"accept-loss"_s)) {
        CS_TRY(ledger, session.ledger());
        CS_TRY(by, session.signatory());
        CS_TRY(known, knownHead(session));
        CS_TRY(appended, review::acceptLoss(*ledger, session.value(u"reason"_s), by, known, session.stop()));
        answer = headAnswer(*ledger, {});
        answer.json.insert(u"event"_s, appended.eid);
        answer.exit = ledger->state().readOnly ? 1 : 0;
        answer.text +=
            ledger->state().readOnly
                ? u"More admins must endorse it: countersignctl policy endorse %1\n"_s.arg(appended.eid.left(12))
                : u"The ledger is open again.\n"_s;
        return answer;
    }
    CS_TRY(backup, session.argument(0, u"the backup"_s));
    CS_TRY(locator, session.locator());
    CS_TRY(result, review::restoreBackup(backup, locator, session.client(), session.stop()));
    answer.json = {{u"head"_s, headJson({}, result.restored)},
                   {u"known"_s, headJson({}, result.known)},
                   {u"refilled"_s, result.refilled},
                   {u"needsAdmins"_s, result.needsAdmins}};
    answer.text = u"restored %1; %2 events sent again from the outbox\n"_s.arg(review::shortHead(result.restored))
                      .arg(result.refilled);
    if (result.needsAdmins) {
        answer.exit = 1;
        answer.text +=
            u"Events up to %1 are missing. Merge a colleague's copy (ledger merge), or let an admin accept the loss:\n"
            u"  countersignctl ledger restore --accept-loss --reason T\n"_s.arg(result.known.size);
    }
    return answer;
}

Result<ReviewAnswer> ledgerMerge(ReviewSession &session)
{
    CS_TRY(otherLocator, session.argument(0, u"the other ledger, or an export of it"_s));
    CS_TRY(ledger, session.ledger());
    QTemporaryDir folder;
    if (!otherLocator.startsWith(u"sqlite:"_s) && !otherLocator.startsWith(u"pg:"_s) &&
        QFileInfo(otherLocator).isFile()) {
        CS_TRY(bytes, review::readWholeFile(otherLocator, exportLimit));
        otherLocator = u"sqlite:"_s + folder.filePath(u"ledger.sqlite"_s);
        review::ClientOptions apart = session.client();
        apart.stateFolder = folder.path(); // what this computer remembers is about the ledger that it keeps
        CS_CHECK(review::importLedger(bytes, otherLocator, apart, session.stop()));
    }
    CS_TRY(other, review::Ledger::open(otherLocator, session.client(), session.stop()));
    CS_TRY(by, session.signatory());
    CS_TRY(result, review::mergeLedger(*ledger, other, by, session.stop()));
    ReviewAnswer answer = headAnswer(*ledger, u"%1 events added\n"_s.arg(result.added));
    answer.json.insert(u"added"_s, result.added);
    answer.json.insert(u"event"_s, result.appended.eid);
    return answer;
}

Result<ReviewAnswer> ledgerOutbox(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    ReviewAnswer answer = headAnswer(*ledger, {});
    if (session.isSet(u"send"_s)) {
        CS_TRY(delivery, review::sendOutbox(*ledger, session.stop()));
        answer = headAnswer(*ledger, u"%1 events delivered\n"_s.arg(delivery.sent));
        answer.json.insert(u"sent"_s, delivery.sent);
        answer.json.insert(u"overtaken"_s, delivery.overtaken);
        if (delivery.overtaken > 0) {
            answer.exit = 5;
            session.warn(u"%1 decisions were dropped: the change moved on since they were signed; decide again."_s.arg(
                delivery.overtaken));
        }
    }
    CS_TRY(items, ledger->outbox().items());
    QJsonArray waiting;
    for (const review::OutboxItem &item : items) {
        waiting << item.eid;
        answer.text += u"waiting: %1\n"_s.arg(item.eid);
    }
    answer.json.insert(u"waiting"_s, waiting);
    return answer;
}

Result<ReviewAnswer> ledgerRedact(ReviewSession &session)
{
    CS_TRY(text, session.argument(0, u"the digest of the bytes"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(digest, review::redactBlob(*ledger, text, session.stop()));
    ReviewAnswer answer = headAnswer(*ledger, u"removed the bytes of %1; every link still holds\n"_s.arg(digest));
    answer.json.insert(u"redacted"_s, digest);
    answer.warnings
        << u"Backups, exports and colleagues' copies still hold these bytes; a secret must be changed anyway."_s;
    return answer;
}

Result<ReviewAnswer> ledgerUpgrade(ReviewSession &session)
{
    CS_TRY(ledger, session.ledger());
    return headAnswer(*ledger, u"The ledger has the newest format (%1) already.\n"_s.arg(review::store::formatVersion));
}

/// Lets the workspace's settings name the new place. True when the line was found.
Result<bool> pointWorkspace(const app::Workspace &workspace, const QString &locator)
{
    const QString path = workspace.folder + u"/countersign.toml"_s;
    CS_TRY(bytes, review::readWholeFile(path, 1024 * 1024));
    QString text = QString::fromUtf8(bytes);
    static const QRegularExpression line(u"^ledger\\s*=.*$"_s, QRegularExpression::MultilineOption);
    if (!text.contains(line) || locator.contains(u'"') || locator.contains(u'\\')) {
        return false;
    }
    text.replace(line, u"ledger = \"%1\""_s.arg(locator));
    CS_CHECK(review::writeDurably(path, text.toUtf8()));
    return true;
}

Result<ReviewAnswer> ledgerMove(ReviewSession &session)
{
    CS_TRY(locator, session.argument(0, u"the new ledger"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(head, review::moveLedger(*ledger, locator, session.client(), session.stop()));
    ReviewAnswer answer;
    answer.json = {{u"head"_s, headJson(ledger->ledgerId(), head)}, {u"to"_s, locator}};
    answer.text = u"every event is in %1: %2\n"_s.arg(locator, review::shortHead(head)) + privilegesText(locator);
    bool pointed = false;
    if (session.workspace() && !session.isSet(u"ledger"_s)) {
        CS_TRY(done, pointWorkspace(*session.workspace(), locator));
        pointed = done;
    }
    answer.text += pointed ? u"countersign.toml names it now; the old ledger was left where it is.\n"_s
                           : u"Set ledger = \"%1\" in countersign.toml.\n"_s.arg(locator);
    return answer;
}

constexpr ReviewOption initOptions[] = {{"name", "A name for the ledger.", "TEXT"},
                                        {"trust", "Write a trust file.", "FILE"}};
constexpr ReviewOption verifyOptions[] = {{"full", "The file and every blob, too.", nullptr},
                                          {"cert", "Is this certificate's head in it?", "FILE"}};
constexpr ReviewOption outOptions[] = {{"out", "Write to this file.", "FILE"}};
constexpr ReviewOption restoreOptions[] = {
    {"accept-loss", "State, as an admin, that what is missing is lost.", nullptr},
    {"known", "What a colleague's computer knew and the ledger lacks (ledger verify prints it).", "N:LINK"},
    {"reason", "Why.", "TEXT"}};
constexpr ReviewOption outboxOptions[] = {{"send", "Deliver what is waiting.", nullptr}};

constexpr ReviewSubcommand subcommands[] = {
    {"init", "sqlite:PATH|pg:SERVICE --as PERSON", "make an empty ledger with you as its admin", initOptions,
     ledgerInit},
    {"head", "", "size and link, to compare and to pin", {}, ledgerHead},
    {"verify", "[--full] [--cert F]", "recompute every link and signature", verifyOptions, ledgerVerify},
    {"checkpoint", "[--out F]", "a signed note of the head, to keep elsewhere", outOptions, ledgerCheckpoint},
    {"export", "[--out F]", "everything as lines of JSON", outOptions, ledgerExport},
    {"import", "FILE LOCATOR", "a ledger from an export", {}, ledgerImport},
    {"merge", "LOCATOR|EXPORT", "bring in the events of another branch", {}, ledgerMerge},
    {"backup", "--out F", "a verified copy of an embedded ledger", outOptions, ledgerBackup},
    {"restore", "BACKUP", "put a backup where no ledger is", restoreOptions, ledgerRestore},
    {"redact", "DIGEST", "remove the bytes of a script, report or comment that holds a secret", {}, ledgerRedact},
    {"upgrade", "", "bring the format up to date", {}, ledgerUpgrade},
    {"outbox", "[--send]", "signed events that have not been delivered", outboxOptions, ledgerOutbox},
    {"move", "pg:SERVICE", "move the ledger to another store with every event", {}, ledgerMove},
};

} // namespace

int runLedger(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"ledger"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
