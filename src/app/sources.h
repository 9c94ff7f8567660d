#pragma once

#include "app/workspace.h"
#include "base/progress.h"
#include "engine/engine.h"
#include "rehearsal/scratch.h"

#include <stop_token>

namespace countersign::app {

/// Every SOURCE form of the command line contract: a URL, an environment's name, a snapshot, a schema script, a folder
/// of migrations.
struct SourceContext {
    const Workspace *workspace = nullptr;         ///< null: no workspace
    rehearsal::ScratchPool *scratch = nullptr;    ///< for scripts and folders; null: those are refused
    std::optional<schema::EngineKind> engineHint; ///< for scripts and folders: --engine, or the other side's engine
    QStringList schemas;                          ///< only these namespaces
    /// For scripts and folders: what they do not say comes from here, Schema::settings of the other side.
    schema::Attributes databaseDefaults;
};

/// A schema and where it came from.
struct LoadedSchema {
    QString source;  ///< as people should see it: an environment's name or a URL without password
    QString display; ///< the connection without password, or the path
    bool production = false;
    std::optional<db::ConnectionUrl> url; ///< when it is a live database
    schema::Schema schema;
    QString identity;                    ///< the server's own identity; empty when it is not live
    std::vector<db::SentStatement> sent; ///< what was sent to the server
    QStringList warnings;                ///< a folder of migrations: duplicate versions, what was passed over
};

/// What a text would be taken for, without opening it.
enum class SourceForm : std::uint8_t { Url, Environment, Snapshot, Script, Folder, Unknown };
[[nodiscard]] SourceForm formOf(const QString &source, const SourceContext &context);

/// What a dropped file or folder is: a workspace to open, or the SOURCE text of something to compare.
struct DroppedFile {
    QString workspace; ///< folder; empty when it is not a workspace
    QString source;    ///< empty when it is one
};
/// Looks at the name and the first bytes of @p path (an SQLite database begins with "SQLite format 3", file format
/// section 1.3). A usage error says what could have been dropped.
[[nodiscard]] base::Result<DroppedFile> describeDropped(const QString &path);

/// The engine a source certainly is of, if that can be told without opening it.
[[nodiscard]] std::optional<schema::EngineKind> engineOf(const QString &source, const SourceContext &context);

/// Reads the schema. Live databases are read in a read-only session with the guards.
[[nodiscard]] base::Result<LoadedSchema> loadSchema(const QString &source, const SourceContext &context,
                                                    const base::ProgressSink &progress, std::stop_token stop);

/// Writes bytes to a file atomically.
[[nodiscard]] base::Result<void> writeFile(const QString &path, const QByteArray &bytes);
[[nodiscard]] base::Result<QByteArray> readFile(const QString &path);

/// The fingerprint of a schema under its engine's normal form.
[[nodiscard]] QString fingerprintOf(const schema::Schema &schema);

} // namespace countersign::app
