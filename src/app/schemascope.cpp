#include "app/schemascope.h"

namespace countersign::app {

using namespace Qt::StringLiterals;
using schema::EngineKind;

void keepOnly(const QStringList &schemas, schema::Schema &schema)
{
    if (schemas.isEmpty() || schema.engine != EngineKind::PostgreSql) {
        return;
    }
    const auto foreign = [&schemas](const schema::ObjectId &id) {
        const QString &name = id.kind == schema::ObjectKind::Namespace ? id.name : id.schema;
        return !name.isEmpty() && !schemas.contains(name);
    };
    schema.objects.removeIf([&](const schema::Object &object) { return foreign(schema::idOf(object)); });
    schema.dependencies.removeIf(
        [&](const schema::Dependency &entry) { return foreign(entry.dependent) || foreign(entry.referenced); });
    std::erase_if(schema.notCompared, [&](const schema::NotCompared &entry) { return foreign(entry.id); });
}

QStringList missingSchemas(const QStringList &names, const LoadedSchema &loaded)
{
    QSet<QString> there;
    switch (loaded.schema.engine) {
    case EngineKind::PostgreSql:
        for (const schema::Object &object : loaded.schema.objects) {
            const schema::ObjectId id = schema::idOf(object);
            there << (id.kind == schema::ObjectKind::Namespace ? id.name : id.schema);
        }
        break;
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        if (!loaded.url) {
            return {};
        }
        there << loaded.url->database;
        break;
    case EngineKind::Sqlite:
        there << u"main"_s;
        break;
    }
    QStringList missing;
    for (const QString &name : names) {
        if (!there.contains(name)) {
            missing << name;
        }
    }
    return missing;
}

base::Error noSuchSchema(const QString &name, const QString &where, const QStringList &sources)
{
    return base::usageError(
        u"There is no schema \"%1\" in %2"_s.arg(name, sources.join(u" nor in "_s)), where,
        u"Names are case-sensitive. Schemas are PostgreSQL's: MySQL and MariaDB have one for each database, SQLite has main."_s);
}

} // namespace countersign::app
