#include "review/manifest.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/event.h"
#include "review/json.h"
#include "review/marks.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <filesystem>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

const QStringList roleNames{u"up"_s, u"rollback"_s, u"other"_s};
const QStringList transactionNames{u"per-file"_s, u"all"_s, u"none"_s};
constexpr qsizetype pathLimit = 4096;

Json encodeReport(const ManifestReport &report)
{
    JsonObject checks;
    for (const ManifestCheck &check : report.checks) {
        checks.insert_or_assign(check.name, Json(check.passed ? u"passed"_s : u"failed"_s));
    }
    return JsonObject{{u"sha256"_s, report.sha256}, {u"findings"_s, report.findings},
                      {u"rules"_s, report.rules},   {u"tool"_s, report.tool},
                      {u"checks"_s, checks},        {u"hazards"_s, report.hazards},
                      {u"errors"_s, report.errors}};
}

base::Result<ManifestReport> decodeReport(const Json &json)
{
    Fields fields(json, u"report"_s);
    ManifestReport report;
    report.sha256 = fields.digest(u"sha256"_s);
    report.findings = fields.digest(u"findings"_s);
    report.rules = fields.text(u"rules"_s, 256);
    report.tool = fields.text(u"tool"_s, 256);
    report.hazards = fields.texts(u"hazards"_s, 1000, 256);
    report.errors = fields.texts(u"errors"_s, 100000, 1024);
    const Json &checks = fields.object(u"checks"_s);
    CS_CHECK(fields.done());
    for (const auto &[name, result] : *checks.object()) {
        if (result.string() == nullptr || (*result.string() != u"passed"_s && *result.string() != u"failed"_s)) {
            return std::unexpected(base::integrityError(u"Malformed report: a check neither passed nor failed"_s));
        }
        report.checks << ManifestCheck{name, *result.string() == u"passed"_s};
    }
    return report;
}

base::Result<ManifestFile> decodeFile(const Json &json)
{
    Fields fields(json, u"file"_s);
    ManifestFile file;
    file.role = static_cast<FileRole>(roleNames.indexOf(fields.word(u"role"_s, roleNames)));
    file.path = fields.base64(u"path_b64"_s, pathLimit);
    file.bytes = fields.integer(u"bytes"_s);
    file.sha256 = fields.digest(u"sha256"_s);
    CS_CHECK(fields.done());
    // A path that climbs or starts at the root would let `gate stage` write elsewhere.
    const QList<QByteArray> parts = file.path.split('/');
    const bool climbs = std::any_of(parts.begin(), parts.end(), [](const QByteArray &part) {
        return part.isEmpty() || part == "." || part == ".." || part.contains('\0');
    });
    if (climbs) {
        return std::unexpected(base::integrityError(
            u"Malformed file: the path \"%1\" is not a plain relative path"_s.arg(base::showBytes(file.path))));
    }
    return file;
}

base::Result<QList<ManifestFile>> decodeFiles(const JsonArray &array)
{
    QList<ManifestFile> files;
    QSet<QByteArray> paths;
    for (const Json &item : array) {
        CS_TRY(file, decodeFile(item));
        if (paths.contains(file.path)) {
            return std::unexpected(base::integrityError(u"Malformed revision: a path occurs twice"_s));
        }
        paths.insert(file.path);
        files << file;
    }
    return files;
}

/// What Git or a file manager keeps in any folder, and what a branch cannot put scripts into. All else counts, hidden
/// or not: runners descend into hidden folders, too.
bool isHousekeeping(const std::string &name, const std::filesystem::file_status &status)
{
    static constexpr std::array<std::string_view, 6> files{".gitkeep",       ".keep",     ".gitignore",
                                                           ".gitattributes", ".DS_Store", ".git"};
    return (std::filesystem::is_directory(status) && name == ".git") ||
           (std::filesystem::is_regular_file(status) && std::ranges::find(files, name) != files.end());
}

FileRole roleOf(const QByteArray &path)
{
    static const QRegularExpression undo(u"^U[0-9][^/]*__[^/]*\\.sql$"_s);
    const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
    const QByteArray lower = name.toLower();
    if (!lower.endsWith(".sql")) {
        return FileRole::Other;
    }
    const bool back = lower.endsWith(".down.sql") || lower.endsWith(".rollback.sql") || lower.endsWith(".undo.sql") ||
                      lower.endsWith("_rollback.sql") || lower.endsWith("_down.sql") ||
                      undo.match(QString::fromLatin1(name)).hasMatch();
    return back ? FileRole::Rollback : FileRole::Up;
}

} // namespace

QString fileRoleName(FileRole role)
{
    return roleNames[static_cast<int>(role)];
}

QByteArray encodeManifest(const Manifest &manifest)
{
    JsonArray files;
    for (const ManifestFile &file : manifest.files) {
        files.emplace_back(JsonObject{{u"role"_s, fileRoleName(file.role)},
                                      {u"path_b64"_s, QString::fromLatin1(file.path.toBase64())},
                                      {u"bytes"_s, file.bytes},
                                      {u"sha256"_s, file.sha256}});
    }
    JsonObject json{
        {u"v"_s, payloadVersion},
        {u"change"_s, manifest.change},
        {u"parent"_s, manifest.parent},
        {u"contributors"_s, manifest.contributors},
        {u"env"_s, JsonObject{{u"name"_s, manifest.environment.name},
                              {u"engine"_s, manifest.environment.engine},
                              {u"identity"_s, manifest.environment.identity}}},
        {u"files"_s, files},
        {u"rollback"_s, manifest.hasRollback ? u"files"_s : u"none"_s},
        {u"runner"_s, JsonObject{{u"dialect"_s, manifest.runner.dialect},
                                 {u"session"_s, manifest.runner.session},
                                 {u"tx"_s, manifest.runner.transaction}}},
        {u"base_fp"_s, manifest.baseFingerprint},
        {u"result_fp"_s, manifest.resultFingerprint},
        {u"footprint"_s, manifest.footprint},
        {u"risk"_s, manifest.risk},
        {u"policy"_s, manifest.policy},
    };
    if (manifest.report) {
        json.emplace(u"report"_s, encodeReport(*manifest.report));
    }
    return Json(std::move(json)).encode();
}

base::Result<Manifest> decodeManifest(QByteArrayView bytes)
{
    CS_TRY(json, decodeJson(bytes, manifestBytesLimit));
    Fields fields(json, u"revision"_s);
    fields.integer(u"v"_s, 1, payloadVersion);
    Manifest manifest;
    manifest.change = fields.text(u"change"_s, 18);
    manifest.parent = fields.digestOrEmpty(u"parent"_s);
    manifest.contributors = fields.texts(u"contributors"_s, 10000, 512);
    manifest.hasRollback = fields.word(u"rollback"_s, {u"files"_s, u"none"_s}) == u"files"_s;
    manifest.baseFingerprint = fields.text(u"base_fp"_s, 256);
    manifest.resultFingerprint = fields.text(u"result_fp"_s, 256);
    manifest.footprint = fields.text(u"footprint"_s, 256);
    manifest.risk = fields.text(u"risk"_s, 64);
    manifest.policy = fields.digestOrEmpty(u"policy"_s);
    const Json &environment = fields.object(u"env"_s);
    const Json &runner = fields.object(u"runner"_s);
    const JsonArray &files = fields.array(u"files"_s, manifestFileLimit);
    if (fields.has(u"report"_s)) {
        CS_TRY(report, decodeReport(fields.object(u"report"_s)));
        manifest.report = report;
    }
    CS_CHECK(fields.done());

    Fields environmentFields(environment, u"env"_s);
    manifest.environment.name = environmentFields.text(u"name"_s, 256);
    manifest.environment.engine = environmentFields.text(u"engine"_s, 64);
    manifest.environment.identity = environmentFields.text(u"identity"_s, 1024);
    CS_CHECK(environmentFields.done());
    Fields runnerFields(runner, u"runner"_s);
    manifest.runner.dialect = runnerFields.text(u"dialect"_s, 64);
    manifest.runner.session = runnerFields.texts(u"session"_s, 256, 1024);
    manifest.runner.transaction = runnerFields.word(u"tx"_s, transactionNames);
    CS_CHECK(runnerFields.done());
    CS_TRY(decodedFiles, decodeFiles(files));
    manifest.files = decodedFiles;
    const bool anyRollback = std::any_of(manifest.files.begin(), manifest.files.end(),
                                         [](const ManifestFile &file) { return file.role == FileRole::Rollback; });
    // Some tools keep the way back in the same file as the way there, so there need not be files of its own.
    if (!isChangeId(manifest.change) || (anyRollback && !manifest.hasRollback)) {
        return std::unexpected(base::integrityError(u"Malformed revision: it contradicts itself"_s));
    }
    return manifest;
}

QString revisionDigest(QByteArrayView manifestBytes)
{
    return base::sha256Hex(manifestBytes);
}

bool holdsWayBack(QByteArrayView script)
{
    static const QRegularExpression section(
        u"^(?:--[ \\t]*migrate:down\\b|[ \\t]*--[ \\t]*\\+goose[ \\t]+down\\b).*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression statement(u"^[ \\t]*(?!--)[^\\s;]"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression line(u"^--[ \\t]*rollback[ \\t]+(?!not required|empty)\\S"_s,
                                         QRegularExpression::MultilineOption |
                                             QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(script);
    const QRegularExpressionMatch begins = section.match(text);
    return (begins.hasMatch() && statement.match(text.sliced(begins.capturedEnd())).hasMatch()) ||
           line.match(text).hasMatch();
}

QString missingRollbackFinding()
{
    return u"rollback-none"_s;
}

base::Result<QList<MigrationFile>> readMigrationFolder(const QString &folder)
{
    namespace fs = std::filesystem;
    const std::string rootBytes = folder.toUtf8().toStdString();
    const fs::path root(rootBytes);
    std::error_code error;
    if (!fs::is_directory(root, error)) {
        return std::unexpected(base::usageError(u"There is no folder of migrations"_s, base::show(folder),
                                                u"Name the folder with --dir."_s));
    }
    QList<MigrationFile> files;
    qint64 total = 0;
    for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
        const QByteArray path = QByteArray::fromStdString(it->path().lexically_relative(root).string());
        const fs::file_status status = it->symlink_status(error);
        if (error) {
            break;
        }
        if (isHousekeeping(it->path().filename().string(), status)) {
            it.disable_recursion_pending();
            continue;
        }
        if (fs::is_directory(status)) {
            continue;
        }
        if (!fs::is_regular_file(status)) {
            return std::unexpected(base::usageError(u"Only plain files can be reviewed: this is a link or a device"_s,
                                                    base::showBytes(path)));
        }
        CS_TRY(bytes, readNativeFile(QByteArray::fromStdString(it->path().string()), migrationBytesLimit));
        total += bytes.size();
        if (total > migrationBytesLimit || files.size() >= manifestFileLimit) {
            return std::unexpected(
                base::usageError(u"Too much to review at once: at most %1 files and %2 MiB"_s.arg(manifestFileLimit)
                                     .arg(migrationBytesLimit / 1024 / 1024),
                                 base::show(folder)));
        }
        files << MigrationFile{roleOf(path), path, bytes};
    }
    if (error) {
        return std::unexpected(
            base::undecided(u"Cannot read the folder of migrations: %1"_s.arg(QString::fromStdString(error.message())),
                            base::show(folder)));
    }
    std::sort(files.begin(), files.end(),
              [](const MigrationFile &a, const MigrationFile &b) { return a.path < b.path; });
    return files;
}

QList<ManifestFile> describeFiles(const QList<MigrationFile> &files)
{
    QList<ManifestFile> entries;
    for (const MigrationFile &file : files) {
        entries << ManifestFile{file.role, file.path, file.bytes.size(), base::sha256Hex(file.bytes)};
    }
    return entries;
}

} // namespace countersign::review
