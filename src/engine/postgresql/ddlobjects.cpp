#include "engine/postgresql/ddl.h"

namespace countersign::engine::postgresql::ddl {

using namespace Qt::StringLiterals;
using schema::Attributes;
using schema::CatalogObject;
using schema::ObjectKind;

namespace {

QString value(const CatalogObject &object, const QString &key)
{
    return ddl::value(object.attributes, key);
}

/// "name(left, right)" ► schema.name and "(left, right)".
std::pair<QString, QString> operatorParts(const CatalogObject &object)
{
    const qsizetype open = object.name.lastIndexOf(u'(');
    return {name(object.schema) + u'.' + object.name.left(open), object.name.mid(open)};
}

/// "name USING method".
QString withMethod(const CatalogObject &object)
{
    const QString method = u" USING "_s + value(object, u"method"_s);
    return qualified(object.schema, object.name.chopped(method.size())) + method;
}

QString catalogReference(const CatalogObject &object)
{
    const QString full = qualified(object.schema, object.name);
    switch (object.objectKind) {
    case ObjectKind::Namespace:
        return u"SCHEMA "_s + full;
    case ObjectKind::Extension:
        return u"EXTENSION "_s + full;
    case ObjectKind::Collation:
        return u"COLLATION "_s + full;
    case ObjectKind::Conversion:
        return u"CONVERSION "_s + full;
    case ObjectKind::Statistics:
        return u"STATISTICS "_s + full;
    case ObjectKind::Operator: {
        const auto [operatorName, arguments] = operatorParts(object);
        return u"OPERATOR "_s + operatorName + u' ' + arguments;
    }
    case ObjectKind::OperatorFamily:
        return u"OPERATOR FAMILY "_s + withMethod(object);
    case ObjectKind::OperatorClass:
        return u"OPERATOR CLASS "_s + withMethod(object);
    case ObjectKind::TextSearchParser:
        return u"TEXT SEARCH PARSER "_s + full;
    case ObjectKind::TextSearchTemplate:
        return u"TEXT SEARCH TEMPLATE "_s + full;
    case ObjectKind::TextSearchDictionary:
        return u"TEXT SEARCH DICTIONARY "_s + full;
    case ObjectKind::TextSearchConfiguration:
        return u"TEXT SEARCH CONFIGURATION "_s + full;
    case ObjectKind::ForeignDataWrapper:
        return u"FOREIGN DATA WRAPPER "_s + full;
    case ObjectKind::ForeignServer:
        return u"SERVER "_s + full;
    case ObjectKind::UserMapping: {
        const QString role = value(object, u"role"_s);
        return u"USER MAPPING FOR "_s + (role == u"PUBLIC"_s ? role : name(role)) + u" SERVER "_s +
               name(value(object, u"server"_s));
    }
    case ObjectKind::Publication:
        return u"PUBLICATION "_s + full;
    case ObjectKind::Subscription:
        return u"SUBSCRIPTION "_s + full;
    case ObjectKind::EventTrigger:
        return u"EVENT TRIGGER "_s + full;
    case ObjectKind::Cast:
        return u"CAST "_s + object.name;
    case ObjectKind::Language:
        return u"LANGUAGE "_s + full;
    case ObjectKind::Transform:
        return u"TRANSFORM "_s + object.name;
    case ObjectKind::AccessMethod:
        return u"ACCESS METHOD "_s + full;
    default:
        return {};
    }
}

QString collation(const CatalogObject &object)
{
    const QString provider = value(object, u"provider"_s);
    QStringList parts;
    if (provider == u"i"_s || provider == u"b"_s) {
        parts << u"provider = "_s + (provider == u"i"_s ? u"icu"_s : u"builtin"_s)
              << u"locale = "_s + literal(value(object, u"locale"_s));
    } else if (value(object, u"lcCollate"_s) == value(object, u"lcCtype"_s)) {
        parts << u"provider = libc"_s << u"locale = "_s + literal(value(object, u"lcCollate"_s));
    } else {
        parts << u"provider = libc"_s << u"lc_collate = "_s + literal(value(object, u"lcCollate"_s))
              << u"lc_ctype = "_s + literal(value(object, u"lcCtype"_s));
    }
    if (value(object, u"deterministic"_s) == u"false"_s) {
        parts << u"deterministic = false"_s;
    }
    if (object.attributes.contains(u"rules"_s)) {
        parts << u"rules = "_s + literal(value(object, u"rules"_s));
    }
    return u"CREATE "_s + catalogReference(object) + u" ("_s + parts.join(u", ") + u')';
}

QString named(const CatalogObject &object, std::initializer_list<std::pair<QString, QString>> words)
{
    QStringList parts;
    for (const auto &[word, key] : words) {
        if (const QString text = value(object, key); !text.isEmpty()) {
            parts += text == u"true"_s ? word : word + u" = "_s + text;
        }
    }
    return parts.join(u", ");
}

QString operatorText(const CatalogObject &object)
{
    return u"CREATE OPERATOR "_s + operatorParts(object).first + u" ("_s +
           named(object, {{u"FUNCTION"_s, u"function"_s},
                          {u"LEFTARG"_s, u"left"_s},
                          {u"RIGHTARG"_s, u"right"_s},
                          {u"COMMUTATOR"_s, u"commutator"_s},
                          {u"NEGATOR"_s, u"negator"_s},
                          {u"RESTRICT"_s, u"restrict"_s},
                          {u"JOIN"_s, u"join"_s},
                          {u"HASHES"_s, u"hashes"_s},
                          {u"MERGES"_s, u"merges"_s}}) +
           u')';
}

QString operatorClass(const CatalogObject &object)
{
    QString items = value(object, u"items"_s);
    if (const QString storage = value(object, u"storage"_s); !storage.isEmpty()) {
        items += (items.isEmpty() ? QString() : u", "_s) + u"STORAGE "_s + storage;
    }
    if (items.isEmpty()) {
        items = u"STORAGE "_s + value(object, u"type"_s);
    }
    const QString method = u" USING "_s + value(object, u"method"_s);
    return u"CREATE OPERATOR CLASS "_s + qualified(object.schema, object.name.chopped(method.size())) +
           (object.attributes.contains(u"default"_s) ? u" DEFAULT"_s : QString()) + u" FOR TYPE "_s +
           value(object, u"type"_s) + method + u" FAMILY "_s + value(object, u"family"_s) + u" AS "_s + items;
}

QString cast(const CatalogObject &object)
{
    const QString method = value(object, u"method"_s);
    const QString context = value(object, u"context"_s);
    return u"CREATE CAST "_s + object.name +
           (method == u"f"_s   ? u" WITH FUNCTION "_s + value(object, u"function"_s)
            : method == u"i"_s ? u" WITH INOUT"_s
                               : u" WITHOUT FUNCTION"_s) +
           (context == u"a"_s   ? u" AS ASSIGNMENT"_s
            : context == u"i"_s ? u" AS IMPLICIT"_s
                                : QString());
}

QStringList textSearchConfiguration(const CatalogObject &object)
{
    const QString reference = catalogReference(object);
    QStringList out{u"CREATE "_s + reference + u" (PARSER = "_s + value(object, u"parser"_s) + u')'};
    for (const auto &[key, text] : object.attributes) {
        if (key.startsWith(u"mapping."_s)) {
            out += u"ALTER "_s + reference + u" ADD MAPPING FOR "_s + name(key.mid(8)) + u" WITH "_s + text;
        }
    }
    return out;
}

QStringList publication(const CatalogObject &object)
{
    QStringList parts;
    for (const auto &[key, text] : object.attributes) {
        if (key.startsWith(u"table."_s)) {
            parts += u"TABLE ONLY "_s + key.mid(6) + (text.isEmpty() || text.startsWith(u' ') ? text : u' ' + text);
        } else if (key.startsWith(u"schema."_s)) {
            parts += u"TABLES IN SCHEMA "_s + key.mid(7);
        }
    }
    QString options = u"publish = "_s + literal(value(object, u"publish"_s));
    if (object.attributes.contains(u"viaRoot"_s)) {
        options += u", publish_via_partition_root = true"_s;
    }
    if (object.attributes.contains(u"generatedColumns"_s)) {
        options += u", publish_generated_columns = stored"_s;
    }
    const bool all = object.attributes.contains(u"allTables"_s);
    return {u"CREATE "_s + catalogReference(object) +
            (all               ? u" FOR ALL TABLES"_s
             : parts.isEmpty() ? QString()
                               : u" FOR "_s + parts.join(u", ")) +
            u" WITH ("_s + options + u')'};
}

QStringList eventTrigger(const CatalogObject &object)
{
    QString tags;
    if (const QString list = value(object, u"tags"_s); !list.isEmpty()) {
        QStringList quoted;
        for (const QString &tag : list.split(u", "_s)) {
            quoted += literal(tag);
        }
        tags = u" WHEN TAG IN ("_s + quoted.join(u", ") + u')';
    }
    QStringList out{u"CREATE "_s + catalogReference(object) + u" ON "_s + value(object, u"event"_s) + tags +
                    u" EXECUTE FUNCTION "_s + value(object, u"function"_s) + u"()"_s};
    const QString enabled = value(object, u"enabled"_s);
    if (enabled != u"O"_s) {
        out += u"ALTER "_s + catalogReference(object) +
               (enabled == u"D"_s   ? u" DISABLE"_s
                : enabled == u"R"_s ? u" ENABLE REPLICA"_s
                                    : u" ENABLE ALWAYS"_s);
    }
    return out;
}

QStringList operatorFamily(const CatalogObject &object)
{
    QStringList out{u"CREATE "_s + catalogReference(object)};
    if (const QString items = value(object, u"items"_s); !items.isEmpty()) {
        out += u"ALTER "_s + catalogReference(object) + u" ADD "_s + items;
    }
    return out;
}

QString foreignObject(const CatalogObject &object)
{
    const QString options = optionList(object.attributes, u"option."_s);
    const QString tail = options.isEmpty() ? QString() : u' ' + options;
    if (object.objectKind == ObjectKind::UserMapping) {
        return u"CREATE "_s + catalogReference(object) + tail;
    }
    if (object.objectKind == ObjectKind::ForeignServer) {
        const QString type = value(object, u"type"_s);
        const QString version = value(object, u"version"_s);
        return u"CREATE "_s + catalogReference(object) + (type.isEmpty() ? QString() : u" TYPE "_s + literal(type)) +
               (version.isEmpty() ? QString() : u" VERSION "_s + literal(version)) + u" FOREIGN DATA WRAPPER "_s +
               name(value(object, u"wrapper"_s)) + tail;
    }
    const QString handler = value(object, u"handler"_s);
    const QString validator = value(object, u"validator"_s);
    return u"CREATE "_s + catalogReference(object) + (handler.isEmpty() ? QString() : u" HANDLER "_s + handler) +
           (validator.isEmpty() ? QString() : u" VALIDATOR "_s + validator) + tail;
}

QString language(const CatalogObject &object)
{
    QString out = u"CREATE "_s + (object.attributes.contains(u"trusted"_s) ? u"TRUSTED "_s : QString()) +
                  catalogReference(object) + u" HANDLER "_s + value(object, u"handler"_s);
    if (const QString text = value(object, u"inline"_s); !text.isEmpty()) {
        out += u" INLINE "_s + text;
    }
    if (const QString text = value(object, u"validator"_s); !text.isEmpty()) {
        out += u" VALIDATOR "_s + text;
    }
    return out;
}

QString transform(const CatalogObject &object)
{
    QStringList parts;
    if (const QString text = value(object, u"fromSql"_s); !text.isEmpty()) {
        parts += u"FROM SQL WITH FUNCTION "_s + text;
    }
    if (const QString text = value(object, u"toSql"_s); !text.isEmpty()) {
        parts += u"TO SQL WITH FUNCTION "_s + text;
    }
    return u"CREATE "_s + catalogReference(object) + u" ("_s + parts.join(u", ") + u')';
}

} // namespace

QString optionList(const Attributes &attributes, const QString &prefix)
{
    QStringList parts;
    for (const auto &[key, text] : attributes) {
        if (key.startsWith(prefix)) {
            parts += name(key.mid(prefix.size())) + u' ' + literal(text);
        }
    }
    return parts.isEmpty() ? QString() : u"OPTIONS ("_s + parts.join(u", ") + u')';
}

QStringList createOther(const CatalogObject &object)
{
    const QString create = u"CREATE "_s + catalogReference(object);
    switch (object.objectKind) {
    case ObjectKind::Namespace:
        return {object.name == u"public"_s ? u"CREATE SCHEMA IF NOT EXISTS public"_s : create};
    case ObjectKind::Extension: {
        const QString into = value(object, u"schema"_s);
        return {u"CREATE EXTENSION IF NOT EXISTS "_s + name(object.name) +
                (into == u"pg_catalog"_s ? QString() : u" WITH SCHEMA "_s + name(into))};
    }
    case ObjectKind::Collation:
        return {collation(object)};
    case ObjectKind::Conversion:
        return {u"CREATE "_s + (object.attributes.contains(u"default"_s) ? u"DEFAULT "_s : QString()) +
                catalogReference(object) + u" FOR "_s + literal(value(object, u"from"_s)) + u" TO "_s +
                literal(value(object, u"to"_s)) + u" FROM "_s + value(object, u"function"_s)};
    case ObjectKind::Statistics: {
        QStringList out{object.definition.text};
        if (const QString target = value(object, u"target"_s); !target.isEmpty()) {
            out += u"ALTER "_s + catalogReference(object) + u" SET STATISTICS "_s + target;
        }
        return out;
    }
    case ObjectKind::Operator:
        return {operatorText(object)};
    case ObjectKind::OperatorFamily:
        return operatorFamily(object);
    case ObjectKind::OperatorClass:
        return {operatorClass(object)};
    case ObjectKind::TextSearchParser:
        return {create + u" ("_s +
                named(object, {{u"START"_s, u"start"_s},
                               {u"GETTOKEN"_s, u"gettoken"_s},
                               {u"END"_s, u"end"_s},
                               {u"HEADLINE"_s, u"headline"_s},
                               {u"LEXTYPES"_s, u"lextypes"_s}}) +
                u')'};
    case ObjectKind::TextSearchTemplate:
        return {create + u" ("_s + named(object, {{u"INIT"_s, u"init"_s}, {u"LEXIZE"_s, u"lexize"_s}}) + u')'};
    case ObjectKind::TextSearchDictionary: {
        const QString options = value(object, u"options"_s);
        return {create + u" (TEMPLATE = "_s + value(object, u"template"_s) +
                (options.isEmpty() ? QString() : u", "_s + options) + u')'};
    }
    case ObjectKind::TextSearchConfiguration:
        return textSearchConfiguration(object);
    case ObjectKind::ForeignDataWrapper:
    case ObjectKind::ForeignServer:
    case ObjectKind::UserMapping:
        return {foreignObject(object)};
    case ObjectKind::Publication:
        return publication(object);
    case ObjectKind::EventTrigger:
        return eventTrigger(object);
    case ObjectKind::Cast:
        return {cast(object)};
    case ObjectKind::Language:
        return {language(object)};
    case ObjectKind::Transform:
        return {transform(object)};
    case ObjectKind::AccessMethod:
        return {create + u" TYPE "_s + (value(object, u"type"_s) == u"t"_s ? u"TABLE"_s : u"INDEX"_s) + u" HANDLER "_s +
                value(object, u"handler"_s)};
    default:
        return {};
    }
}

QString reference(const schema::Object &object)
{
    return std::visit(
        [](const auto &o) -> QString {
            using T = std::remove_cvref_t<decltype(o)>;
            if constexpr (std::is_same_v<T, schema::Table>) {
                return (o.foreignServer.isEmpty() ? u"TABLE "_s : u"FOREIGN TABLE "_s) + relation(o);
            } else if constexpr (std::is_same_v<T, schema::View>) {
                return (o.materialized ? u"MATERIALIZED VIEW "_s : u"VIEW "_s) + relation(o);
            } else if constexpr (std::is_same_v<T, schema::Routine>) {
                const QString word = o.routineKind == u"procedure"_s   ? u"PROCEDURE "_s
                                     : o.routineKind == u"aggregate"_s ? u"AGGREGATE "_s
                                                                       : u"FUNCTION "_s;
                QString arguments = o.identityArguments;
                if (o.routineKind == u"aggregate"_s) {
                    arguments = o.arguments.isEmpty() ? u"*"_s : o.arguments;
                }
                return word + qualified(o.schema, o.name) + u'(' + arguments + u')';
            } else if constexpr (std::is_same_v<T, schema::Sequence>) {
                return u"SEQUENCE "_s + qualified(o.schema, o.name);
            } else if constexpr (std::is_same_v<T, schema::Type>) {
                return (o.typeKind == u"domain"_s ? u"DOMAIN "_s : u"TYPE "_s) + qualified(o.schema, o.name);
            } else {
                return catalogReference(o);
            }
        },
        object);
}

QString comment(const QString &what, const QString &text)
{
    return u"COMMENT ON "_s + what + u" IS "_s + (text.isEmpty() ? u"NULL"_s : literal(text));
}

QString grantTarget(const schema::Object &object)
{
    if (const auto *view = std::get_if<schema::View>(&object)) {
        return u"TABLE "_s + relation(*view);
    }
    if (const auto *table = std::get_if<schema::Table>(&object)) {
        return u"TABLE "_s + relation(*table);
    }
    if (const auto *type = std::get_if<schema::Type>(&object)) {
        return u"TYPE "_s + qualified(type->schema, type->name);
    }
    if (const auto *routine = std::get_if<schema::Routine>(&object)) {
        return (routine->routineKind == u"procedure"_s ? u"PROCEDURE "_s : u"FUNCTION "_s) +
               qualified(routine->schema, routine->name) + u'(' + routine->identityArguments + u')';
    }
    if (const auto *other = std::get_if<CatalogObject>(&object)) {
        switch (other->objectKind) {
        case ObjectKind::ForeignServer:
            return u"FOREIGN SERVER "_s + name(other->name);
        case ObjectKind::Namespace:
        case ObjectKind::Language:
        case ObjectKind::ForeignDataWrapper:
            return reference(object);
        default:
            return {};
        }
    }
    return reference(object);
}

schema::Grants initialGrants(const schema::Object &object)
{
    if (std::holds_alternative<schema::Routine>(object)) {
        return {{u"PUBLIC"_s, u"EXECUTE"_s, false}};
    }
    if (std::holds_alternative<schema::Type>(object)) {
        return {{u"PUBLIC"_s, u"USAGE"_s, false}};
    }
    const auto *other = std::get_if<CatalogObject>(&object);
    if (other && other->objectKind == ObjectKind::Language) {
        return {{u"PUBLIC"_s, u"USAGE"_s, false}};
    }
    return {};
}

QString identitySequence(const schema::ObjectId &column, const schema::Column &facts)
{
    const auto named = facts.options.find(u"identity.sequence"_s);
    return named != facts.options.end() ? named->second
                                        : qualified(column.schema, column.parent + u'_' + column.name + u"_seq"_s);
}

schema::Grants identityGrants(const schema::Column &column)
{
    const QString prefix = u"identity.grant."_s;
    schema::Grants out;
    for (const auto &[key, value] : column.options) {
        for (const QString &privilege : key.startsWith(prefix) ? value.split(u',') : QStringList()) {
            const bool grantable = privilege.endsWith(u'*');
            out.push_back({key.mid(prefix.size()), grantable ? privilege.chopped(1) : privilege, grantable});
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

QStringList grants(const QString &target, const QString &columns, const schema::Grants &before,
                   const schema::Grants &after, const QString &owner)
{
    const auto roleName = [](const QString &role) { return role == u"PUBLIC"_s ? role : name(role); };
    const auto ofOwner = [&](const schema::Grants &all) {
        return std::ranges::any_of(all, [&](const schema::Grant &g) { return !owner.isEmpty() && g.grantee == owner; });
    };
    QStringList out;
    std::map<std::pair<QString, bool>, QStringList> give;
    std::map<QString, QStringList> take;
    std::map<QString, QStringList> takeOption;
    const bool ownerBefore = ofOwner(before);
    const bool ownerAfter = ofOwner(after);
    if (ownerAfter) {
        out += u"REVOKE ALL ON "_s + target + u" FROM "_s + roleName(owner);
    } else if (ownerBefore) {
        out += u"GRANT ALL ON "_s + target + u" TO "_s + roleName(owner);
    }
    for (const schema::Grant &grant : before) {
        if (!owner.isEmpty() && grant.grantee == owner) {
            continue;
        }
        const auto same = std::ranges::find_if(after, [&](const schema::Grant &other) {
            return other.grantee == grant.grantee && other.privilege == grant.privilege;
        });
        if (same == after.end()) {
            take[grant.grantee] += grant.privilege + columns;
        } else if (grant.grantable && !same->grantable) {
            takeOption[grant.grantee] += grant.privilege + columns;
        }
    }
    for (const schema::Grant &grant : after) {
        if (grant.privilege == u"NONE"_s) {
            continue;
        }
        const bool owners = !owner.isEmpty() && grant.grantee == owner;
        if (owners || std::ranges::find_if(before, [&](const schema::Grant &other) {
                          return other.grantee == grant.grantee && other.privilege == grant.privilege &&
                                 (other.grantable || !grant.grantable);
                      }) == before.end()) {
            give[{grant.grantee, grant.grantable}] += grant.privilege + columns;
        }
    }
    // Who could grant a right may have granted it: that goes along, and what is to stay is granted again.
    QSet<QString> regranted;
    const auto cascade = [&](const QString &role) {
        bool passed = false;
        for (const schema::Grant &held : before) {
            const bool others =
                held.grantee == role && held.grantable && std::ranges::any_of(before, [&](const schema::Grant &other) {
                    return other.privilege == held.privilege && other.grantee != role &&
                           (owner.isEmpty() || other.grantee != owner);
                });
            const auto kept = std::ranges::find_if(after, [&](const schema::Grant &other) {
                return other.grantee == role && other.privilege == held.privilege;
            });
            if (others && (kept == after.end() || !kept->grantable)) {
                passed = true;
                regranted.insert(held.privilege);
            }
        }
        return passed ? u" CASCADE"_s : QString();
    };
    for (const auto &[role, privileges] : take) {
        out +=
            u"REVOKE "_s + privileges.join(u", ") + u" ON "_s + target + u" FROM "_s + roleName(role) + cascade(role);
    }
    for (const auto &[role, privileges] : takeOption) {
        out += u"REVOKE GRANT OPTION FOR "_s + privileges.join(u", ") + u" ON "_s + target + u" FROM "_s +
               roleName(role) + cascade(role);
    }
    for (const schema::Grant &grant : after) {
        const QString privilege = grant.privilege + columns;
        const bool owners = !owner.isEmpty() && grant.grantee == owner;
        if (regranted.contains(grant.privilege) && !owners &&
            !give[{grant.grantee, grant.grantable}].contains(privilege)) {
            give[{grant.grantee, grant.grantable}] += privilege;
        }
    }
    std::erase_if(give, [](const auto &entry) { return entry.second.isEmpty(); });
    for (const auto &[key, privileges] : give) {
        out += u"GRANT "_s + privileges.join(u", ") + u" ON "_s + target + u" TO "_s + roleName(key.first) +
               (key.second ? u" WITH GRANT OPTION"_s : QString());
    }
    return out;
}

QString ownerOf(const schema::Object &object)
{
    return std::visit([](const auto &o) { return o.owner; }, object);
}

QString commentOf(const schema::Object &object)
{
    return std::visit([](const auto &o) { return o.comment; }, object);
}

const schema::Grants &grantsOf(const schema::Object &object)
{
    return std::visit([](const auto &o) -> const schema::Grants & { return o.grants; }, object);
}

} // namespace countersign::engine::postgresql::ddl
