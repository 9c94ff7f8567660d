#include "rehearsal/trailjson.h"

#include "schema/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::Schema;

namespace {

QJsonObject toJson(const base::Error &error)
{
    return {{u"kind"_s, static_cast<int>(error.kind)},
            {u"message"_s, error.message},
            {u"where"_s, error.where},
            {u"advice"_s, error.advice},
            {u"sqlState"_s, error.sqlState}};
}

base::Error errorFrom(const QJsonObject &json)
{
    base::Error error;
    error.kind = static_cast<base::ErrorKind>(
        std::clamp(json.value(u"kind"_s).toInt(), 0, static_cast<int>(base::ErrorKind::Defect)));
    error.message = json.value(u"message"_s).toString();
    error.where = json.value(u"where"_s).toString();
    error.advice = json.value(u"advice"_s).toString();
    error.sqlState = json.value(u"sqlState"_s).toString();
    return error;
}

/// What turns one schema into the next: objects that are gone, and whole objects that are new or changed.
QJsonObject stepTo(const Schema &from, const Schema &to)
{
    QJsonArray gone;
    QJsonArray now;
    for (const schema::Object &object : from.objects) {
        if (to.find(idOf(object)) == nullptr) {
            gone.append(schema::toJson(idOf(object)));
        }
    }
    for (const schema::Object &object : to.objects) {
        const schema::Object *before = from.find(idOf(object));
        if (before == nullptr || !(*before == object)) {
            now.append(schema::toJson(object));
        }
    }
    return {{u"gone"_s, gone}, {u"now"_s, now}};
}

Result<Schema> stepFrom(const Schema &from, const QJsonObject &json)
{
    std::set<schema::ObjectId> replaced;
    QString problem;
    for (const auto &entry : json.value(u"gone"_s).toArray()) {
        schema::ObjectId id;
        if (!schema::fromJson(entry.toObject(), id, problem)) {
            return base::Fail(base::defect(u"the rehearsing process answered with an unreadable name: "_s + problem));
        }
        replaced.insert(id);
    }
    std::vector<schema::Object> now;
    for (const auto &entry : json.value(u"now"_s).toArray()) {
        schema::Object object;
        if (!schema::fromJson(entry.toObject(), object, problem)) {
            return base::Fail(base::defect(u"the rehearsing process answered with an unreadable object: "_s + problem));
        }
        replaced.insert(idOf(object));
        now.push_back(std::move(object));
    }
    Schema to = from;
    to.objects.removeIf([&replaced](const schema::Object &object) { return replaced.contains(idOf(object)); });
    std::ranges::move(now, std::back_inserter(to.objects));
    to.normalize();
    return to;
}

QJsonArray locksToJson(const std::vector<Lock> &locks)
{
    QJsonArray array;
    for (const Lock &lock : locks) {
        array.append(QJsonObject{{u"object"_s, lock.object},
                                 {u"mode"_s, lock.mode},
                                 {u"reads"_s, lock.blocksReads},
                                 {u"writes"_s, lock.blocksWrites},
                                 {u"rewrites"_s, lock.rewritesTable},
                                 {u"scans"_s, lock.scansTable},
                                 {u"observed"_s, lock.observed},
                                 {u"algorithm"_s, lock.algorithm}});
    }
    return array;
}

std::vector<Lock> locksFrom(const QJsonArray &array)
{
    std::vector<Lock> locks;
    for (const auto &entry : array) {
        const QJsonObject json = entry.toObject();
        locks.push_back({json.value(u"object"_s).toString(), json.value(u"mode"_s).toString(),
                         json.value(u"reads"_s).toBool(), json.value(u"writes"_s).toBool(),
                         json.value(u"rewrites"_s).toBool(), json.value(u"scans"_s).toBool(),
                         json.value(u"observed"_s).toBool(), json.value(u"algorithm"_s).toString()});
    }
    return locks;
}

QJsonObject rangeToJson(const base::TextRange &range)
{
    return {{u"begin"_s, range.begin}, {u"end"_s, range.end}, {u"line"_s, range.line}, {u"endLine"_s, range.endLine}};
}

base::TextRange rangeFrom(const QJsonObject &json)
{
    return {json.value(u"begin"_s).toInteger(), json.value(u"end"_s).toInteger(), json.value(u"line"_s).toInt(),
            json.value(u"endLine"_s).toInt()};
}

QJsonObject runToJson(const StatementRun &run, const Schema *before)
{
    QJsonObject json{{u"index"_s, run.index},
                     {u"file"_s, run.file},
                     {u"sql"_s, run.sql},
                     {u"range"_s, rangeToJson(run.range)},
                     {u"refusal"_s, run.refusal},
                     {u"outcome"_s, static_cast<int>(run.outcome)},
                     {u"transaction"_s, run.transaction},
                     {u"microseconds"_s, static_cast<qint64>(run.duration.count())},
                     {u"notices"_s, QJsonArray::fromStringList(run.notices)},
                     {u"locks"_s, locksToJson(run.locks)}};
    if (run.error) {
        json.insert(u"error"_s, toJson(*run.error));
    }
    if (run.after && before != nullptr) {
        json.insert(u"after"_s, run.after.get() == before ? QJsonValue(true) : QJsonValue(stepTo(*before, *run.after)));
    }
    return json;
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &entry : value.toArray()) {
        strings << entry.toString();
    }
    return strings;
}

Result<StatementRun> runFrom(const QJsonObject &json, std::shared_ptr<const Schema> &now)
{
    StatementRun run;
    run.index = json.value(u"index"_s).toInt();
    run.file = json.value(u"file"_s).toString();
    run.sql = json.value(u"sql"_s).toString();
    run.range = rangeFrom(json.value(u"range"_s).toObject());
    run.refusal = json.value(u"refusal"_s).toString();
    run.outcome =
        static_cast<Outcome>(std::clamp(json.value(u"outcome"_s).toInt(), 0, static_cast<int>(Outcome::NotRun)));
    run.transaction = json.value(u"transaction"_s).toInt();
    run.duration = std::chrono::microseconds(json.value(u"microseconds"_s).toInteger());
    run.notices = stringsFrom(json.value(u"notices"_s));
    run.locks = locksFrom(json.value(u"locks"_s).toArray());
    if (json.contains(u"error"_s)) {
        run.error = errorFrom(json.value(u"error"_s).toObject());
    }
    if (json.contains(u"after"_s)) {
        if (json.value(u"after"_s).isObject()) {
            CS_TRY(after, stepFrom(*now, json.value(u"after"_s).toObject()));
            auto shared = std::make_shared<const Schema>(std::move(after));
            run.effects = diff::compare(*now, *shared, {}).differences;
            now = std::move(shared);
        }
        run.after = now;
    }
    return run;
}

} // namespace

QByteArray toJson(const ChildTask &task)
{
    QJsonArray files;
    for (const ScriptFile &file : task.script) {
        QJsonArray statements;
        for (const sql::Statement &statement : file.statements) {
            statements.append(QJsonObject{{u"text"_s, statement.text},
                                          {u"range"_s, rangeToJson(statement.range)},
                                          {u"client"_s, statement.clientCommand},
                                          {u"copy"_s, statement.copyData}});
        }
        files.append(QJsonObject{
            {u"path"_s, file.path}, {u"mode"_s, static_cast<int>(file.mode)}, {u"statements"_s, statements}});
    }
    const QJsonObject root{{u"engine"_s, nameOf(task.url.engine)},
                           {u"database"_s, task.url.database},
                           {u"deadline"_s, static_cast<qint64>(task.options.deadline.count())},
                           {u"observe"_s, task.options.observe},
                           {u"autocommit"_s, task.options.autocommit},
                           {u"upTo"_s, task.options.upTo},
                           {u"files"_s, files}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<ChildTask> childTaskFromJson(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const auto engine = schema::engineFromName(root.value(u"engine"_s).toString());
    if (!engine) {
        return base::Fail(base::usageError(u"Not a task for a rehearsal"_s, u"standard input"_s));
    }
    ChildTask task;
    task.url.engine = *engine;
    task.url.database = root.value(u"database"_s).toString();
    task.options.deadline = std::chrono::milliseconds(root.value(u"deadline"_s).toInteger());
    task.options.observe = root.value(u"observe"_s).toBool();
    task.options.autocommit = root.value(u"autocommit"_s).toBool();
    task.options.upTo = root.value(u"upTo"_s).toInt();
    for (const auto &fileValue : root.value(u"files"_s).toArray()) {
        const QJsonObject fileJson = fileValue.toObject();
        ScriptFile file;
        file.path = fileJson.value(u"path"_s).toString();
        file.mode = static_cast<migration::TransactionMode>(
            std::clamp(fileJson.value(u"mode"_s).toInt(), 0, static_cast<int>(migration::TransactionMode::Whole)));
        for (const auto &entry : fileJson.value(u"statements"_s).toArray()) {
            const QJsonObject json = entry.toObject();
            sql::Statement statement;
            statement.text = json.value(u"text"_s).toString();
            statement.range = rangeFrom(json.value(u"range"_s).toObject());
            statement.clientCommand = json.value(u"client"_s).toString();
            statement.copyData = json.value(u"copy"_s).toString();
            file.statements.push_back(std::move(statement));
        }
        task.script.push_back(std::move(file));
    }
    return task;
}

QByteArray toJson(const Result<Rehearsal> &trail)
{
    if (!trail) {
        return QJsonDocument(QJsonObject{{u"failed"_s, toJson(trail.error())}}).toJson(QJsonDocument::Compact);
    }
    QJsonArray statements;
    const Schema *now = trail->base.get();
    for (const StatementRun &run : trail->statements) {
        statements.append(runToJson(run, now));
        now = run.after ? run.after.get() : now;
    }
    QJsonObject root{{u"engineVersion"_s, trail->circumstances.engineVersion},
                     {u"limits"_s, QJsonArray::fromStringList(trail->circumstances.limits)},
                     {u"complete"_s, trail->complete},
                     {u"stopped"_s, trail->stopped},
                     {u"statements"_s, statements}};
    if (trail->result) {
        root.insert(u"result"_s, stepTo(*now, *trail->result));
    }
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<Rehearsal> trailFromJson(const QByteArray &bytes, std::shared_ptr<const Schema> base)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.contains(u"failed"_s)) {
        return base::Fail(errorFrom(root.value(u"failed"_s).toObject()));
    }
    if (!root.contains(u"statements"_s)) {
        return base::Fail(
            base::undecided(u"The rehearsing process ended without an answer"_s, {},
                            u"Rehearse again; if it happens again, a statement makes the engine crash"_s));
    }
    Rehearsal trail;
    trail.base = base;
    std::shared_ptr<const Schema> now = std::move(base);
    for (const auto &entry : root.value(u"statements"_s).toArray()) {
        CS_TRY(run, runFrom(entry.toObject(), now));
        trail.statements.push_back(std::move(run));
    }
    if (root.contains(u"result"_s)) {
        CS_TRY(result, stepFrom(*now, root.value(u"result"_s).toObject()));
        trail.result = result.objects == now->objects ? now : std::make_shared<const Schema>(std::move(result));
    }
    trail.circumstances.engineVersion = root.value(u"engineVersion"_s).toString();
    trail.circumstances.limits = stringsFrom(root.value(u"limits"_s));
    trail.complete = root.value(u"complete"_s).toBool();
    trail.stopped = root.value(u"stopped"_s).toString();
    return trail;
}

} // namespace countersign::rehearsal
