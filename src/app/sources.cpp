#include "app/sources.h"

#include "app/schemascope.h"
#include "migration/migrationset.h"
#include "rehearsal/rehearse.h"
#include "sql/normalform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

Result<LoadedSchema> loadLive(const db::ConnectionUrl &url, const QString &name, bool production,
                              const SourceContext &context, const base::ProgressSink &progress, std::stop_token stop)
{
    base::report(progress, u"Connecting to "_s + name);
    db::SessionOptions options;
    options.access = db::Access::ReadOnly;
    CS_TRY(session, db::openSession(url, options, stop));
    const engine::Engine &engine = engine::engineFor(session->engine());
    CS_TRY(identity, engine.identity(*session, stop));
    engine::ReadOptions readOptions;
    readOptions.schemas = context.schemas;
    const auto failed = [&name](const base::Error &error) {
        return base::Fail(error.kind == base::ErrorKind::Cancelled ? error : error.within(u"reading "_s + name));
    };
    LoadedSchema loaded;
    if (session->engine() == EngineKind::Sqlite) {
        // An open session holds a schema of SQLite's own, a sixth of all memory: it is closed before ours is built.
        base::report(progress, u"objects"_s);
        auto build = engine.fetch(*session, readOptions, stop);
        if (!build) {
            return failed(build.error());
        }
        loaded.sent = session->sent();
        session.reset();
        loaded.schema = (*build)();
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
    } else {
        auto read = engine.read(*session, readOptions, progress, stop);
        if (!read) {
            return failed(read.error());
        }
        loaded.schema = std::move(*read);
        loaded.sent = session->sent();
    }
    loaded.source = name;
    loaded.display = url.display();
    loaded.production = production;
    loaded.url = url;
    loaded.identity = identity;
    return loaded;
}

base::Error needsEngine(const QString &source)
{
    return base::usageError(u"It cannot be told for which engine this SQL is written"_s, source,
                            u"Add --engine postgresql, mysql, mariadb or sqlite."_s);
}

/// What was odd about the file that failed is often why.
base::Error withProblemOf(const migration::MigrationSet &set, base::Error error)
{
    const QString file = error.where.section(u':', 0, -2);
    const auto problem = std::ranges::find_if(
        set.problems, [&file](const QString &text) { return !file.isEmpty() && text.startsWith(file + u':'); });
    if (problem != set.problems.end()) {
        error.advice = *problem;
    }
    return error;
}

Result<LoadedSchema> loadFromSql(const QString &source, const SourceContext &context, SourceForm form,
                                 const base::ProgressSink &progress, std::stop_token stop)
{
    if (!context.engineHint) {
        return base::Fail(needsEngine(source));
    }
    if (context.scratch == nullptr) {
        return base::Fail(
            base::usageError(u"A schema script needs a scratch database, and none is allowed here"_s, source));
    }
    LoadedSchema loaded;
    loaded.source = source;
    loaded.display = QFileInfo(source).absoluteFilePath();
    if (form == SourceForm::Script) {
        CS_TRY(bytes, readFile(source));
        CS_TRY(schema, rehearsal::loadScript(*context.scratch, *context.engineHint, QString::fromUtf8(bytes), source,
                                             progress, stop, context.databaseDefaults));
        loaded.schema = std::move(schema);
    } else {
        CS_TRY(migrations, migration::readMigrations(source, sql::dialectOf(*context.engineHint)));
        auto schema = rehearsal::applyMigrations(*context.scratch, *context.engineHint, migrations, {}, progress, stop,
                                                 context.databaseDefaults);
        if (!schema) {
            return base::Fail(withProblemOf(migrations, schema.error()));
        }
        loaded.schema = std::move(*schema);
        loaded.warnings = migrations.problems;
    }
    return loaded;
}

} // namespace

SourceForm formOf(const QString &source, const SourceContext &context)
{
    if (db::looksLikeConnectionUrl(source)) {
        return SourceForm::Url;
    }
    if (context.workspace && context.workspace->find(source)) {
        return SourceForm::Environment;
    }
    const QFileInfo info(source);
    if (info.isDir()) {
        return SourceForm::Folder;
    }
    if (source.endsWith(u".json"_s, Qt::CaseInsensitive)) {
        return SourceForm::Snapshot;
    }
    return source.endsWith(u".sql"_s, Qt::CaseInsensitive) ? SourceForm::Script : SourceForm::Unknown;
}

std::optional<EngineKind> engineOf(const QString &source, const SourceContext &context)
{
    switch (formOf(source, context)) {
    case SourceForm::Url:
        if (const auto url = db::parseConnectionUrl(source)) {
            return url->engine;
        }
        return std::nullopt;
    case SourceForm::Environment:
        return context.workspace->find(source)->url.engine;
    case SourceForm::Snapshot:
        if (const auto bytes = readFile(source)) {
            if (const auto schema = schema::fromSnapshot(*bytes, source)) {
                return schema->engine;
            }
        }
        return std::nullopt;
    case SourceForm::Script:
    case SourceForm::Folder:
    case SourceForm::Unknown:
        break;
    }
    return std::nullopt;
}

Result<LoadedSchema> loadSchema(const QString &source, const SourceContext &context, const base::ProgressSink &progress,
                                std::stop_token stop)
{
    const SourceForm form = formOf(source, context);
    switch (form) {
    case SourceForm::Url: {
        CS_TRY(url, db::parseConnectionUrl(source));
        return loadLive(url, url.display(), false, context, progress, stop);
    }
    case SourceForm::Environment: {
        const Environment *environment = context.workspace->find(source);
        return loadLive(environment->url, environment->name,
                        environment->environmentClass == EnvironmentClass::Production, context, progress, stop);
    }
    case SourceForm::Snapshot: {
        CS_TRY(bytes, readFile(source));
        CS_TRY(schema, schema::fromSnapshot(bytes, source));
        LoadedSchema loaded;
        loaded.source = source;
        loaded.display = QFileInfo(source).absoluteFilePath();
        loaded.schema = std::move(schema);
        keepOnly(context.schemas, loaded.schema);
        return loaded;
    }
    case SourceForm::Script:
    case SourceForm::Folder: {
        auto loaded = loadFromSql(source, context, form, progress, stop);
        if (loaded) {
            keepOnly(context.schemas, loaded->schema);
        }
        return loaded;
    }
    case SourceForm::Unknown:
        break;
    }
    QString advice =
        u"Give a URL (sqlite:file.db, postgresql://…, mysql://…), a snapshot (.json), a schema script (.sql) or a folder of migrations."_s;
    if (context.workspace) {
        QStringList names;
        for (const Environment &environment : context.workspace->environments) {
            names << environment.name;
        }
        advice = u"Environments of this workspace: %1. "_s.arg(names.join(u", "_s)) + advice;
    } else {
        advice += u" Names of environments are known inside a workspace, the folder of a countersign.toml."_s;
    }
    return base::Fail(base::usageError(u"There is no such source"_s, source, advice));
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QFileDevice &file) {
        return base::Fail(base::undecided(u"The file could not be written: "_s + file.errorString(), path));
    };
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        // What is saved by a rename would take the place of a device or pipe: /dev/null for everybody on the computer.
        QFile device(path);
        const bool written = device.open(QIODevice::WriteOnly) && device.write(bytes) == bytes.size() && device.flush();
        return written ? Result<void>() : failed(device);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failed(file);
    }
    return {};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::Fail(base::usageError(u"The file cannot be read: "_s + file.errorString(), path));
    }
    return file.readAll();
}

QString fingerprintOf(const schema::Schema &schema)
{
    const sql::Dialect dialect = sql::dialectOf(schema.engine);
    return schema::fingerprint(schema, [dialect](const QString &text) { return sql::normalForm(text, dialect); });
}

base::Result<DroppedFile> describeDropped(const QString &path)
{
    const QFileInfo info(path);
    const QString name = u"countersign.toml"_s;
    if (info.isDir()) {
        return QFileInfo::exists(QDir(path).filePath(name)) ? DroppedFile{info.absoluteFilePath(), {}}
                                                            : DroppedFile{{}, info.absoluteFilePath()};
    }
    if (info.fileName() == name) {
        return DroppedFile{info.absolutePath(), {}};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::Fail(base::usageError(u"The file cannot be read: "_s + file.errorString(), path));
    }
    if (file.read(16).startsWith("SQLite format 3")) {
        return DroppedFile{{}, u"sqlite:"_s + QString::fromUtf8(QUrl::toPercentEncoding(info.absoluteFilePath(), "/"))};
    }
    if (QStringList{u"sql"_s, u"json"_s}.contains(info.suffix().toLower())) {
        return DroppedFile{{}, info.absoluteFilePath()};
    }
    return base::Fail(base::usageError(u"Countersign does not know what this file is"_s, path,
                                       u"Drop a workspace, an SQLite database, a .sql script, a snapshot or a folder "
                                       "with migrations."_s));
}

} // namespace countersign::app
