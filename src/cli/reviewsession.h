#pragma once

#include "app/sources.h"
#include "cli/commands.h"
#include "review/actions.h"
#include "review/certificate.h"
#include "review/ledger.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <span>

namespace countersign::cli {

/// What one of the commands around the ledger answers: its exit code, what people read, and the members of the one JSON
/// object.
struct ReviewAnswer {
    int exit = 0;
    QString text;
    QJsonObject json;
    QStringList warnings;
};

/// One run of such a command: arguments, workspace, ledger and signatory, each opened when first asked for.
class ReviewSession
{
public:
    ReviewSession(const QCommandLineParser &parser, CommandContext &context, std::stop_token stop);
    ReviewSession(const ReviewSession &) = delete;
    ReviewSession &operator=(const ReviewSession &) = delete;

    /// Reads the workspace when there is one. @p makes: the command makes one of a folder that is none yet.
    [[nodiscard]] base::Result<void> begin(bool makes = false);
    [[nodiscard]] const std::optional<app::Workspace> &workspace() const { return m_workspace; }
    [[nodiscard]] CommandContext &context() { return m_context; }
    [[nodiscard]] std::stop_token stop() const { return m_stop; }
    [[nodiscard]] bool mayAsk() const;

    /// The argument after the subcommand, by position; Usage when it is missing.
    [[nodiscard]] base::Result<QString> argument(int index, const QString &name) const;
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_parser.values(option); }
    [[nodiscard]] bool isSet(const QString &option) const { return m_parser.isSet(option); }
    /// Usage when the option is not there.
    [[nodiscard]] base::Result<QString> needed(const QString &option) const;

    /// --ledger, else the workspace's.
    [[nodiscard]] base::Result<QString> locator() const;
    void onlyShows() { m_reread = review::Reread::SinceTheMark; }
    [[nodiscard]] bool hasLedger() const { return locator().has_value(); }
    [[nodiscard]] review::ClientOptions client() const;
    [[nodiscard]] base::Result<review::Ledger *> ledger();
    [[nodiscard]] review::SigningOptions signing() const;
    [[nodiscard]] base::Result<review::Signatory> signatory();
    /// Whether the ledger that was opened does not extend what this computer knew.
    [[nodiscard]] bool doubts() const { return m_ledger && m_ledger->state().readOnly; }
    void warn(const QString &text) { m_warnings << text; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    const QCommandLineParser &m_parser;
    CommandContext &m_context;
    std::stop_token m_stop;
    std::optional<app::Workspace> m_workspace;
    std::optional<review::Ledger> m_ledger;
    QStringList m_warnings;
    review::Reread m_reread = review::Reread::Everything;
};

struct ReviewOption {
    const char *name;
    const char *description;
    const char *value; ///< name of the value, or null for a switch
};

struct ReviewSubcommand {
    const char *name;
    const char *usage; ///< what follows the name
    const char *summary;
    std::span<const ReviewOption> options;
    base::Result<ReviewAnswer> (*run)(ReviewSession &);
    bool shows = false; ///< decides and signs nothing: need not read again what this computer has verified before
};

/// Parses "SUBCOMMAND …", runs it within --timeout, prints text or, with --json, exactly one object, also for errors.
int runSubcommand(const QString &command, std::span<const ReviewSubcommand> subcommands, const QStringList &arguments,
                  CommandContext &context);

/// Members for a verdict: verdict, change, env, revision, reasons, slots, votes, …
[[nodiscard]] QJsonObject verdictJson(const review::Evaluation &evaluation);
[[nodiscard]] QJsonObject headJson(const QString &ledger, const review::Head &head);
/// The verdict with all reasons and what would resolve each.
[[nodiscard]] QString verdictText(const review::Evaluation &evaluation);
/// 0 when the verdict lets a deployment go on, else 1, or 3 when it could not be decided.
[[nodiscard]] int verdictExit(const review::Evaluation &evaluation);
[[nodiscard]] QString timeText(qint64 us);
/// JSON in which every byte is printable ASCII, so that no name can hide anything in it.
[[nodiscard]] QByteArray plainJson(const QJsonObject &object);

} // namespace countersign::cli
