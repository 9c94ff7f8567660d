#include "schema/json.h"
#include "schema/schema.h"

#include <QJsonDocument>

namespace countersign::schema {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr int snapshotVersion = 1;

base::Error malformed(const QString &where, const QString &problem)
{
    return base::usageError(u"This is not a readable snapshot: "_s + problem, where,
                            u"Write it again with: countersignctl snapshot SOURCE -o FILE"_s);
}

QJsonArray dependenciesToJson(const QList<Dependency> &dependencies)
{
    QJsonArray array;
    for (const Dependency &dependency : dependencies) {
        array.append(QJsonArray{toJson(dependency.dependent), toJson(dependency.referenced)});
    }
    return array;
}

} // namespace

QByteArray toSnapshot(const Schema &schema)
{
    QJsonArray objects;
    for (const Object &object : schema.objects) {
        objects.append(toJson(object));
    }
    QJsonObject settings;
    for (const auto &[key, value] : schema.settings) {
        settings.insert(key, value);
    }
    QJsonArray notCompared;
    for (const NotCompared &entry : schema.notCompared) {
        notCompared.append(QJsonObject{{u"id"_s, toJson(entry.id)}, {u"reason"_s, entry.reason}});
    }
    const QJsonObject root{{u"format"_s, u"countersign-snapshot"_s},
                           {u"version"_s, snapshotVersion},
                           {u"engine"_s, nameOf(schema.engine)},
                           {u"serverVersion"_s, schema.serverVersion},
                           {u"settings"_s, settings},
                           {u"objects"_s, objects},
                           {u"dependencies"_s, dependenciesToJson(schema.dependencies)},
                           {u"notCompared"_s, notCompared}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<Schema> fromSnapshot(const QByteArray &bytes, const QString &where)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (document.isNull()) {
        return base::Fail(malformed(where, u"%1 at byte %2"_s.arg(parseError.errorString()).arg(parseError.offset)));
    }
    const QJsonObject root = document.object();
    if (root.value(u"format"_s).toString() != u"countersign-snapshot"_s) {
        return base::Fail(malformed(where, u"the key \"format\" is not \"countersign-snapshot\""_s));
    }
    if (const int version = root.value(u"version"_s).toInt(); version > snapshotVersion) {
        return base::Fail(base::undecided(
            u"The snapshot has format version %1; this program reads up to %2"_s.arg(version).arg(snapshotVersion),
            where, u"Use the version of Countersign that wrote it, or a newer one."_s));
    }
    const auto engine = engineFromName(root.value(u"engine"_s).toString());
    if (!engine) {
        return base::Fail(malformed(where, u"unknown engine \"%1\""_s.arg(root.value(u"engine"_s).toString())));
    }
    Schema schema;
    schema.engine = *engine;
    schema.serverVersion = root.value(u"serverVersion"_s).toString();
    const QJsonObject settings = root.value(u"settings"_s).toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        schema.settings[it.key()] = it.value().toString();
    }
    QString problem;
    const QJsonArray objects = root.value(u"objects"_s).toArray();
    for (qsizetype i = 0; i < objects.size(); ++i) {
        Object object;
        if (!fromJson(objects.at(i).toObject(), object, problem)) {
            return base::Fail(malformed(where, u"objects[%1]: %2"_s.arg(i).arg(problem)));
        }
        schema.objects.push_back(std::move(object));
    }
    for (const auto &entry : root.value(u"dependencies"_s).toArray()) {
        Dependency dependency;
        if (!fromJson(entry.toArray().at(0).toObject(), dependency.dependent, problem) ||
            !fromJson(entry.toArray().at(1).toObject(), dependency.referenced, problem)) {
            return base::Fail(malformed(where, u"dependencies: "_s + problem));
        }
        schema.dependencies.push_back(std::move(dependency));
    }
    for (const auto &entry : root.value(u"notCompared"_s).toArray()) {
        NotCompared item;
        if (!fromJson(entry.toObject().value(u"id"_s).toObject(), item.id, problem)) {
            return base::Fail(malformed(where, u"notCompared: "_s + problem));
        }
        item.reason = entry.toObject().value(u"reason"_s).toString();
        schema.notCompared.push_back(std::move(item));
    }
    schema.normalize();
    return schema;
}

} // namespace countersign::schema
