#include "schema/json.h"

#include "schema/values.h"

namespace countersign::schema {

using namespace Qt::StringLiterals;

namespace {

QJsonValue write(const QString &value)
{
    return value;
}
QJsonValue write(bool value)
{
    return value;
}
QJsonValue write(int value)
{
    return value;
}
QJsonValue write(const SqlText &value)
{
    return value.text;
}
QJsonValue write(ConstraintKind value)
{
    return nameOf(value);
}
QJsonValue write(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue write(const Attributes &value)
{
    QJsonObject object;
    for (const auto &[key, text] : value) {
        object.insert(key, text);
    }
    return object;
}

template <Described T>
QJsonValue write(const T &value);

template <Described T>
QJsonValue write(const Boxed<T> &value)
{
    return write(value.get());
}

template <Described T>
QJsonValue write(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values) {
        array.append(write(value));
    }
    return array;
}

template <Described T>
QJsonValue write(const T &value)
{
    static const T defaults{};
    QJsonObject object;
    forEachField<T>([&](const auto &field) {
        if (value.*(field.member) != defaults.*(field.member)) {
            object.insert(QLatin1StringView(field.name), write(value.*(field.member)));
        }
    });
    return object;
}

bool expected(QString &problem, QStringView what)
{
    problem = u"expected "_s + what.toString();
    return false;
}

bool read(const QJsonValue &json, QString &value, QString &problem)
{
    value = json.toString();
    return json.isString() || expected(problem, u"text");
}

bool read(const QJsonValue &json, bool &value, QString &problem)
{
    value = json.toBool();
    return json.isBool() || expected(problem, u"true or false");
}

bool read(const QJsonValue &json, int &value, QString &problem)
{
    value = json.toInt();
    return json.isDouble() || expected(problem, u"a number");
}

bool read(const QJsonValue &json, SqlText &value, QString &problem)
{
    return read(json, value.text, problem);
}

bool read(const QJsonValue &json, ConstraintKind &value, QString &problem)
{
    return fromName(json.toString(), value) || expected(problem, u"a constraint kind");
}

bool read(const QJsonValue &json, QStringList &value, QString &problem)
{
    if (!json.isArray()) {
        return expected(problem, u"an array of text");
    }
    for (const auto &entry : json.toArray()) {
        if (!entry.isString()) {
            return expected(problem, u"an array of text");
        }
        value << entry.toString();
    }
    return true;
}

bool read(const QJsonValue &json, Attributes &value, QString &problem)
{
    if (!json.isObject()) {
        return expected(problem, u"an object");
    }
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString()) {
            return expected(problem, u"text for each key");
        }
        value[it.key()] = it.value().toString();
    }
    return true;
}

template <Described T>
bool read(const QJsonValue &json, T &value, QString &problem);

template <Described T>
bool read(const QJsonValue &json, Boxed<T> &value, QString &problem)
{
    T content;
    const bool good = read(json, content, problem);
    value = std::move(content);
    return good;
}

template <Described T>
bool read(const QJsonValue &json, std::vector<T> &values, QString &problem)
{
    if (!json.isArray()) {
        return expected(problem, u"an array");
    }
    for (const auto &entry : json.toArray()) {
        T value;
        if (!read(entry, value, problem)) {
            return false;
        }
        values.push_back(std::move(value));
    }
    return true;
}

template <Described T>
bool read(const QJsonValue &json, T &value, QString &problem)
{
    if (!json.isObject()) {
        return expected(problem, u"an object");
    }
    const QJsonObject object = json.toObject();
    qsizetype known = 0;
    bool good = true;
    forEachField<T>([&](const auto &field) {
        const auto it = object.find(QLatin1StringView(field.name));
        if (!good || it == object.end()) {
            return;
        }
        ++known;
        if (!read(*it, value.*(field.member), problem)) {
            problem = QLatin1StringView(field.name) + u": "_s + problem;
            good = false;
        }
    });
    if (good && known != object.size()) {
        QStringList keys = object.keys();
        forEachField<T>([&](const auto &field) { keys.removeAll(QLatin1StringView(field.name)); });
        problem = u"unknown key "_s + keys.join(u", "_s);
        return false;
    }
    return good;
}

constexpr QLatin1StringView kindKey("kind");

template <class T>
bool readObject(const QJsonObject &json, Object &object, QString &problem)
{
    T value;
    if constexpr (std::is_same_v<T, CatalogObject>) {
        value.objectKind = *objectKindFromName(json.value(kindKey).toString());
    }
    QJsonObject rest = json;
    rest.remove(kindKey);
    if (!read(QJsonValue(rest), value, problem)) {
        return false;
    }
    object = std::move(value);
    return true;
}

} // namespace

QJsonObject toJson(const Object &object)
{
    QJsonObject json = std::visit([](const auto &value) { return write(value).toObject(); }, object);
    json.insert(kindKey, nameOf(idOf(object).kind));
    return json;
}

bool fromJson(const QJsonObject &json, Object &object, QString &problem)
{
    const auto kind = objectKindFromName(json.value(kindKey).toString());
    if (!kind) {
        problem = u"unknown kind "_s + json.value(kindKey).toString();
        return false;
    }
    switch (*kind) {
    case ObjectKind::Table:
    case ObjectKind::ForeignTable:
    case ObjectKind::VirtualTable:
        return readObject<Table>(json, object, problem);
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        return readObject<View>(json, object, problem);
    case ObjectKind::Routine:
        return readObject<Routine>(json, object, problem);
    case ObjectKind::Sequence:
        return readObject<Sequence>(json, object, problem);
    case ObjectKind::Type:
        return readObject<Type>(json, object, problem);
    default: // every kind that has no struct of its own
        return readObject<CatalogObject>(json, object, problem);
    }
}

QJsonObject toJson(const ObjectId &id)
{
    QJsonObject json{{u"kind"_s, nameOf(id.kind)}, {u"name"_s, id.name}};
    if (!id.schema.isEmpty()) {
        json.insert(u"schema"_s, id.schema);
    }
    if (!id.parent.isEmpty()) {
        json.insert(u"parent"_s, id.parent);
    }
    return json;
}

bool fromJson(const QJsonObject &json, ObjectId &id, QString &problem)
{
    const auto kind = objectKindFromName(json.value(kindKey).toString());
    if (!kind || !json.value(u"name"_s).isString()) {
        problem = u"expected an object with kind and name"_s;
        return false;
    }
    id = {*kind, json.value(u"schema"_s).toString(), json.value(u"parent"_s).toString(),
          json.value(u"name"_s).toString()};
    return true;
}

} // namespace countersign::schema
