#include "cli/reviewsession.h"

#include "app/workspacesigner.h"
#include "base/show.h"
#include "cli/commandline.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr ReviewOption commonOptions[] = {
    {"ledger", "The ledger: sqlite:PATH or pg:SERVICE.", "LOCATOR"},
    {"as", "Who signs, by roster id.", "PERSON"},
    {"key", "The SSH key file to sign with.", "FILE"},
    {"json", "One JSON object on standard output.", nullptr},
    {"no-input", "Never ask.", nullptr},
    {"timeout", "Give up after so many seconds.", "SECONDS"},
};

void addOptions(QCommandLineParser &parser, std::span<const ReviewOption> options)
{
    for (const ReviewOption &option : options) {
        QStringList names{QString::fromLatin1(option.name)};
        if (names[0] == u"message"_s) {
            names << u"m"_s;
        }
        const QString description = QString::fromLatin1(option.description);
        parser.addOption(option.value == nullptr
                             ? QCommandLineOption(names, description)
                             : QCommandLineOption(names, description, QString::fromLatin1(option.value)));
    }
}

QString listOf(const QString &command, std::span<const ReviewSubcommand> subcommands)
{
    QString text = u"usage: countersignctl %1 SUBCOMMAND …\n\n"_s.arg(command);
    for (const ReviewSubcommand &subcommand : subcommands) {
        text += u"  %1 %2\n      %3\n"_s.arg(QString::fromLatin1(subcommand.name), QString::fromUtf8(subcommand.usage),
                                             QString::fromUtf8(subcommand.summary));
    }
    return text + u"\nEvery subcommand takes --ledger, --as, --key, --json, --no-input and --timeout.\n"_s;
}

/// The stop token of one command: asked to stop by a signal, or when the time is over.
class Deadline
{
public:
    Deadline(std::stop_token outer, std::chrono::milliseconds timeout)
        : m_forward(outer, [this] { m_source.request_stop(); })
    {
        if (timeout.count() > 0) {
            m_timer = std::jthread([this, timeout](std::stop_token over) {
                std::mutex mutex;
                std::unique_lock lock(mutex);
                std::condition_variable_any wake;
                if (!wake.wait_for(lock, over, timeout, [&over] { return over.stop_requested(); })) {
                    passed = true;
                    m_source.request_stop();
                }
            });
        }
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

    std::atomic<bool> passed = false;

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_forward;
    std::jthread m_timer;
};

/// The code with which errors of the review room begin, such as "ROLLED_BACK: …".
QString codeOf(const base::Error &error)
{
    static const QRegularExpression form(u"\\b([A-Z]+(?:_[A-Z]+)+|FORKED|VETO|FROZEN|UNREACHABLE): "_s);
    const auto match = form.match(error.message);
    if (match.hasMatch()) {
        return match.captured(1);
    }
    switch (error.kind) {
    case base::ErrorKind::Integrity:
        return u"CHAIN_BROKEN"_s;
    case base::ErrorKind::Undecided:
    case base::ErrorKind::Cancelled:
        return u"UNREACHABLE"_s;
    case base::ErrorKind::Usage:
    case base::ErrorKind::Conflict:
    case base::ErrorKind::NotAllowed:
    case base::ErrorKind::Defect:
        break;
    }
    return error.kind == base::ErrorKind::NotAllowed ? u"NOT_ALLOWED"_s
           : error.kind == base::ErrorKind::Conflict ? u"CONFLICT"_s
           : error.kind == base::ErrorKind::Usage    ? u"USAGE"_s
                                                     : u"DEFECT"_s;
}

/// What to do where an error does not say so itself: nobody is left with a refusal and no next step.
QString adviceFor(const base::Error &error, const QString &command)
{
    static const QHash<QString, QString> byCode{
        {u"CERT_EXPIRED"_s, u"Have a new one issued: countersignctl cert issue CHG --out FILE."_s},
        {u"CERT_INCOMPLETE"_s,
         u"Have it issued again where the ledger is: countersignctl cert issue CHG --out FILE."_s},
        {u"SIG_INVALID"_s, u"Somebody changed it after it was signed: do not use it, and ask who gave it to you."_s},
        {u"CHAIN_BROKEN"_s,
         u"Do not use this ledger; compare it with a backup: countersignctl ledger verify --full."_s},
        {u"ROLLED_BACK"_s, u"Find the newer ledger, or have admins restore it (ledger restore)."_s},
        {u"FORKED"_s, u"Find the other branch and merge the two: countersignctl ledger merge."_s},
        {u"KEY_UNKNOWN"_s,
         u"Sign with a key of allowed_signers, or have admins add this one and run `policy activate`."_s},
        {u"KEY_REVOKED"_s, u"Sign with another key; countersignctl key list shows yours."_s},
        {u"SELF_APPROVAL"_s, u"Somebody else has to approve."_s},
        {u"CLOCK_BEHIND"_s, u"Set the clock of this machine."_s},
        {u"POLICY_INVALID"_s, u"countersignctl policy check tells what is wrong with it."_s},
        {u"NO_REVIEW"_s, u"countersignctl review list shows the changes of this ledger."_s},
    };
    if (const auto known = byCode.constFind(codeOf(error)); known != byCode.constEnd()) {
        return *known;
    }
    switch (error.kind) {
    case base::ErrorKind::Usage:
        return u"See: countersignctl %1 --help"_s.arg(command);
    case base::ErrorKind::Undecided:
    case base::ErrorKind::Cancelled:
        return u"Nothing was decided: try again, with a longer --timeout if need be."_s;
    case base::ErrorKind::Integrity:
        return byCode.value(u"CHAIN_BROKEN"_s);
    case base::ErrorKind::Conflict:
        return u"Read it again, then decide again."_s;
    case base::ErrorKind::NotAllowed:
        return u"countersignctl policy show tells who may do what."_s;
    case base::ErrorKind::Defect:
        return u"This is a defect of Countersign: please report it with the command that shows it."_s;
    }
    return {};
}

base::Error withAdvice(base::Error error, const QString &command)
{
    if (error.advice.isEmpty()) {
        error.advice = adviceFor(error, command);
    }
    return error;
}

QJsonObject errorJson(const base::Error &error)
{
    return {{u"verdict"_s, u"error"_s},
            {u"reasons"_s, QJsonArray{QJsonObject{{u"code"_s, codeOf(error)},
                                                  {u"severity"_s, u"block"_s},
                                                  {u"subject"_s, error.where},
                                                  {u"text"_s, error.message},
                                                  {u"fix"_s, error.advice}}}}};
}

void printJson(CommandContext &context, const QString &command, int exit, QJsonObject json, const QStringList &warnings)
{
    json.insert(u"schema"_s, u"countersign/1"_s);
    json.insert(u"command"_s, command);
    json.insert(u"exit"_s, exit);
    QJsonArray list = json.value(u"warnings"_s).toArray();
    for (const QString &warning : warnings) {
        list << warning;
    }
    json.insert(u"warnings"_s, list);
    context.out << plainJson(json) << Qt::endl;
}

int answer(const Result<ReviewAnswer> &result, const QString &command, const ReviewSession &session, bool json,
           CommandContext &context)
{
    if (!result) {
        const base::Error error = withAdvice(result.error(), command);
        const int exit = fail(context, error);
        if (json) {
            printJson(context, command, exit, errorJson(error), session.warnings());
        }
        return exit;
    }
    QStringList warnings = session.warnings();
    warnings << result->warnings;
    int exit = result->exit;
    if (exit == 0 && session.doubts() && command.startsWith(u"review "_s)) {
        warnings << u"This ledger was rolled back or forked: what is shown may not be all there is (ledger verify)."_s;
        exit = base::exitCode(base::ErrorKind::Integrity);
    }
    if (json) {
        printJson(context, command, exit, result->json, warnings);
        return exit;
    }
    for (const QString &warning : std::as_const(warnings)) {
        context.err << "countersignctl: warning: " << base::show(warning) << Qt::endl;
    }
    context.out << base::show(result->text, true);
    if (!result->text.isEmpty() && !result->text.endsWith(u'\n')) {
        context.out << '\n';
    }
    context.out.flush();
    return exit;
}

} // namespace

ReviewSession::ReviewSession(const QCommandLineParser &parser, CommandContext &context, std::stop_token stop)
    : m_parser(parser), m_context(context), m_stop(std::move(stop))
{
}

Result<void> ReviewSession::begin(bool makes)
{
    const QString folder = m_context.workspaceFolder;
    const bool isNew = makes && QFileInfo(folder).isDir() && !QFileInfo::exists(folder + u"/countersign.toml"_s);
    if (!folder.isEmpty() && !isNew) {
        CS_TRY(workspace, app::loadWorkspace(m_context.workspaceFolder));
        m_workspace = std::move(workspace);
    }
    return {};
}

bool ReviewSession::mayAsk() const
{
    return !isSet(u"no-input"_s) && isatty(STDIN_FILENO) != 0;
}

Result<QString> ReviewSession::argument(int index, const QString &name) const
{
    const QStringList arguments = m_parser.positionalArguments();
    if (index >= arguments.size() || arguments[index].isEmpty()) {
        return base::Fail(
            base::usageError(u"%1 is missing"_s.arg(name), {}, u"--help shows what this command takes."_s));
    }
    return arguments[index];
}

Result<QString> ReviewSession::needed(const QString &option) const
{
    if (!isSet(option) || value(option).isEmpty()) {
        return base::Fail(
            base::usageError(u"--%1 is missing"_s.arg(option), {}, u"--help shows what this command takes."_s));
    }
    return value(option);
}

Result<QString> ReviewSession::locator() const
{
    if (isSet(u"ledger"_s)) {
        return value(u"ledger"_s);
    }
    if (m_workspace && !m_workspace->ledger.isEmpty()) {
        return m_workspace->ledger;
    }
    return base::Fail(base::usageError(u"There is no ledger to work with"_s, m_context.workspaceFolder,
                                       u"Name one with --ledger, or start one: countersignctl review init."_s));
}

review::ClientOptions ReviewSession::client() const
{
    review::ClientOptions options;
    options.reread = m_reread;
    if (isSet(u"timeout"_s)) {
        options.timeout = std::chrono::seconds(value(u"timeout"_s).toInt());
    }
    return options;
}

Result<review::Ledger *> ReviewSession::ledger()
{
    if (!m_ledger) {
        CS_TRY(place, locator());
        CS_TRY(opened, review::Ledger::open(place, client(), m_stop));
        m_ledger.emplace(std::move(opened));
        if (m_ledger->state().mark == review::MarkState::None) {
            warn(u"This computer sees the ledger for the first time; compare its head with a colleague's: %1"_s.arg(
                review::shortHead(m_ledger->state().head)));
        }
        const auto unsent = m_ledger->outbox().items();
        if (unsent && !unsent->isEmpty()) {
            warn(u"%1 signed events have not been delivered; send them: countersignctl ledger outbox --send"_s.arg(
                unsent->size()));
        }
    }
    return &*m_ledger;
}

review::SigningOptions ReviewSession::signing() const
{
    review::SigningOptions options;
    options.mayAsk = mayAsk();
    if (isSet(u"timeout"_s)) {
        options.timeout = std::chrono::seconds(value(u"timeout"_s).toInt());
    }
    return options;
}

Result<review::Signatory> ReviewSession::signatory()
{
    CS_TRY(opened, ledger());
    const bool own = !isSet(u"as"_s) && !isSet(u"key"_s) && m_workspace.has_value() && app::signerIsHere(*m_workspace);
    return review::chooseSignatory(opened->state(), own ? m_workspace->person : value(u"as"_s),
                                   own ? m_workspace->keyFile : value(u"key"_s), signing());
}

int runSubcommand(const QString &command, std::span<const ReviewSubcommand> subcommands, const QStringList &arguments,
                  CommandContext &context)
{
    if (arguments.isEmpty() || arguments[0] == u"--help"_s || arguments[0] == u"-h"_s) {
        (arguments.isEmpty() ? context.err : context.out) << listOf(command, subcommands);
        return arguments.isEmpty() ? 2 : 0;
    }
    const bool json = arguments.contains(u"--json"_s);
    const auto found = std::find_if(subcommands.begin(), subcommands.end(), [&](const ReviewSubcommand &subcommand) {
        return QLatin1StringView(subcommand.name) == arguments[0];
    });
    const auto refuse = [&](const base::Error &error) {
        const int exit = fail(context, error);
        if (json) {
            printJson(context, command, exit, errorJson(error), {});
        }
        return exit;
    };
    if (found == subcommands.end()) {
        return refuse(base::usageError(u"There is no \"%1 %2\""_s.arg(command, base::show(arguments[0])), {},
                                       u"See: countersignctl %1 --help"_s.arg(command)));
    }
    const QString name = command + u' ' + arguments[0];
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    parser.setApplicationDescription(QString::fromUtf8(found->summary) + u"\n\n  "_s + name + u' ' +
                                     QString::fromUtf8(found->usage));
    parser.addOption({{u"h"_s, u"help"_s}, u"Shows this help."_s});
    addOptions(parser, found->options);
    addOptions(parser, commonOptions);
    if (!parser.parse(QStringList{u"countersignctl "_s + name} + arguments.mid(1))) {
        return refuse(base::usageError(parser.errorText(), {}, u"See: countersignctl %1 --help"_s.arg(name)));
    }
    if (parser.isSet(u"help"_s)) {
        context.out << helpOf(parser, name);
        return 0;
    }
    bool number = true;
    const int seconds = parser.isSet(u"timeout"_s) ? parser.value(u"timeout"_s).toInt(&number) : 0;
    if (!number || seconds < 0 || (parser.isSet(u"timeout"_s) && seconds == 0)) {
        return refuse(base::usageError(u"--timeout is a number of seconds"_s, base::show(parser.value(u"timeout"_s))));
    }
    Deadline deadline(context.stop, std::chrono::seconds(seconds));
    ReviewSession session(parser, context, deadline.token());
    if (found->shows) {
        session.onlyShows();
    }
    Result<ReviewAnswer> result = ReviewAnswer{};
    if (const auto begun = session.begin(name == u"review init"_s); !begun) {
        result = base::Fail(begun.error());
    } else {
        result = found->run(session);
    }
    if (!result && deadline.passed && result.error().kind == base::ErrorKind::Cancelled) {
        result = base::Fail(base::undecided(u"The time was over before there was an answer"_s, {},
                                            u"Try again, or raise --timeout."_s));
    }
    return answer(result, name, session, json, context);
}

QByteArray plainJson(const QJsonObject &object)
{
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray out;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e || c == u'<' || c == u'>' || c == u'&') {
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        } else {
            out += static_cast<char>(c.unicode());
        }
    }
    return out;
}

} // namespace countersign::cli
