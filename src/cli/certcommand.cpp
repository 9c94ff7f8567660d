#include "app/git.h"
#include "base/digest.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/hiddentext.h"

#include <QJsonArray>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

QJsonObject certificateJson(const review::Certificate &certificate)
{
    QJsonArray files;
    for (const review::ManifestFile &file : certificate.manifest.files) {
        files << QJsonObject{{u"path"_s, base::showBytes(file.path)}, {u"sha256"_s, file.sha256}};
    }
    return {{u"change"_s, certificate.change},
            {u"env"_s, certificate.manifest.environment.name},
            {u"revision"_s, QJsonObject{{u"digest"_s, certificate.revision}}},
            {u"emergency"_s, certificate.emergency},
            {u"issuer"_s, certificate.issuer},
            {u"issued"_s, timeText(certificate.issuedUs)},
            {u"notAfter"_s, timeText(certificate.notAfterUs)},
            {u"events"_s, certificate.events.size()},
            {u"files"_s, files},
            {u"head"_s, headJson(certificate.ledger, certificate.head)}};
}

Result<review::Certificate> readNamed(const ReviewSession &session)
{
    CS_TRY(file, session.argument(0, u"the certificate"_s));
    CS_TRY(bytes, review::readWholeFile(file, review::certificateBytesLimit));
    return review::readCertificate(bytes);
}

Result<ReviewAnswer> certIssue(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(out, session.needed(u"out"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    const review::Evaluation evaluation = ledger->evaluateLatest(record->id);
    ReviewAnswer answer;
    answer.json = verdictJson(evaluation);
    answer.json.insert(u"head"_s, headJson(ledger->ledgerId(), ledger->state().head));
    answer.text = verdictText(evaluation);
    answer.exit = verdictExit(evaluation);
    if (answer.exit != 0) {
        answer.text = u"Nothing is certified.\n"_s + answer.text;
        return answer;
    }
    CS_TRY(by, session.signatory());
    CS_TRY(bytes, review::issueCertificate(*ledger, record->id, by, session.stop()));
    CS_CHECK(review::writeDurably(out, bytes));
    answer.json.insert(u"out"_s, out);
    answer.json.insert(u"sha256"_s, base::sha256Hex(bytes));
    answer.text += u"certificate %1 of %2 bytes, head %3\n"_s.arg(out)
                       .arg(bytes.size())
                       .arg(review::shortHead(ledger->state().head));
    return answer;
}

Result<ReviewAnswer> certShow(ReviewSession &session)
{
    CS_TRY(certificate, readNamed(session));
    ReviewAnswer answer;
    answer.json = certificateJson(certificate);
    answer.text = u"%1 for %2\n  change %3, revision %4\n  issued by %5 on %6, good until %7\n  head %8\n"_s.arg(
        certificate.emergency ? u"EMERGENCY certificate"_s : u"certificate"_s,
        base::show(certificate.manifest.environment.name), certificate.change, certificate.revision.left(16),
        certificate.issuer, timeText(certificate.issuedUs), timeText(certificate.notAfterUs),
        review::shortHead(certificate.head));
    for (const review::ManifestFile &file : certificate.manifest.files) {
        answer.text += u"  %1  %2\n"_s.arg(file.sha256.left(16), base::showBytes(file.path));
    }
    answer.warnings << u"Shown, not verified against a trust file: use cert verify."_s;
    return answer;
}

Result<ReviewAnswer> certVerify(ReviewSession &session)
{
    CS_TRY(certificate, readNamed(session));
    const QString trustFile = session.value(u"trust"_s);
    if (trustFile.isEmpty()) {
        return base::Fail(base::usageError(u"--trust is missing"_s, {},
                                           u"A certificate is judged against a trust file kept outside the repository "
                                           u"under review."_s));
    }
    if (app::comesFromBranch(trustFile)) {
        return base::Fail(base::usageError(
            u"Git tracks the trust file, so whoever changes the branch could change what is trusted"_s,
            base::show(trustFile), u"Keep a copy outside the repository, and name that with --trust."_s));
    }
    CS_TRY(trustBytes, review::readWholeFile(trustFile, 1024 * 1024));
    CS_TRY(trust, review::parseTrust(trustBytes, trustFile));
    CS_TRY(state, review::stateOf(certificate, trust));
    review::Observed observed;
    if (session.isSet(u"dir"_s)) {
        CS_TRY(files, review::readMigrationFolder(session.value(u"dir"_s)));
        observed.files = review::describeFiles(files);
        observed.hazards = review::hazardsOf(files);
    }
    const review::Evaluation evaluation =
        review::evaluateCertificate(certificate, state, review::systemClockUs(), observed);
    ReviewAnswer answer;
    answer.json = certificateJson(certificate);
    const QJsonObject verdict = verdictJson(evaluation);
    for (auto member = verdict.begin(); member != verdict.end(); ++member) {
        answer.json.insert(member.key(), member.value());
    }
    answer.json.insert(u"online"_s, false);
    answer.text = verdictText(evaluation);
    answer.exit = verdictExit(evaluation);
    return answer;
}

constexpr ReviewOption outOptions[] = {{"out", "The certificate's file.", "FILE"}};
constexpr ReviewOption verifyOptions[] = {{"trust", "Where the policies begin.", "FILE"},
                                          {"dir", "Compare these files, too.", "DIR"}};

constexpr ReviewSubcommand subcommands[] = {
    {"issue", "CHG --out F", "certify an approved revision for a pipeline without the ledger", outOptions, certIssue},
    {"show", "F", "what a certificate says", {}, certShow},
    {"verify", "F --trust T [--dir D]", "verify every signature and judge the votes again", verifyOptions, certVerify},
};

} // namespace

int runCertificate(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"cert"_s, subcommands, arguments, context);
}

} // namespace countersign::cli
