#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// The catalogs' own numbers, fixed since they exist (pg_class of template1).
ObjectKind kindOfCatalog(Oid catalog)
{
    switch (catalog) {
    case 3079:
        return ObjectKind::Extension;
    case 3456:
        return ObjectKind::Collation;
    case 2607:
        return ObjectKind::Conversion;
    case 3381:
        return ObjectKind::Statistics;
    case 2617:
        return ObjectKind::Operator;
    case 2753:
        return ObjectKind::OperatorFamily;
    case 2616:
        return ObjectKind::OperatorClass;
    case 3601:
        return ObjectKind::TextSearchParser;
    case 3764:
        return ObjectKind::TextSearchTemplate;
    case 3600:
        return ObjectKind::TextSearchDictionary;
    case 3602:
        return ObjectKind::TextSearchConfiguration;
    case 2328:
        return ObjectKind::ForeignDataWrapper;
    case 1417:
        return ObjectKind::ForeignServer;
    case 1418:
        return ObjectKind::UserMapping;
    case 6104:
        return ObjectKind::Publication;
    case 6100:
        return ObjectKind::Subscription;
    case 3466:
        return ObjectKind::EventTrigger;
    case 2605:
        return ObjectKind::Cast;
    case 2612:
        return ObjectKind::Language;
    case 3576:
        return ObjectKind::Transform;
    default:
        return ObjectKind::AccessMethod;
    }
}

char grantType(Oid catalog)
{
    return catalog == 2612 ? 'l' : 'F';
}

bool isSecretOption(const QString &key)
{
    return key.contains(u"password"_s, Qt::CaseInsensitive) || key.contains(u"secret"_s, Qt::CaseInsensitive) ||
           key.contains(u"token"_s, Qt::CaseInsensitive) || key.contains(u"passwd"_s, Qt::CaseInsensitive);
}

} // namespace

void Reader::readOthers()
{
    const db::Rows &r = rows(Query::Others);
    for (int i = 0; i < r.size(); ++i) {
        const auto catalog = static_cast<Oid>(r.number(i, 0));
        const auto oid = static_cast<Oid>(r.number(i, 1));
        const auto space = static_cast<Oid>(r.number(i, 2));
        constexpr Oid languages = 2612;
        constexpr Oid firstOfUsers = 16384; // transam.h, FirstNormalObjectId
        if (catalog == languages && (isMember(catalog, oid) || oid < firstOfUsers)) {
            addNotCompared({{ObjectKind::Language, {}, {}, r.text(i, 3)},
                            u"privileges on a language that comes along are not modelled"_s});
            continue;
        }
        if (isMember(catalog, oid)) {
            continue;
        }
        const auto owner = static_cast<Oid>(r.number(i, 4));
        schema::CatalogObject object;
        object.objectKind = kindOfCatalog(catalog);
        object.schema = space == 0 ? QString() : spaceName(space);
        object.name = r.text(i, 3);
        object.owner = role(owner);
        if (owner != 0 && (catalog == 2612 || catalog == 2328 || catalog == 1417)) {
            object.grants = grants(r.bytes(i, 5), grantType(catalog), owner);
        }
        object.comment = comment(catalog, oid);
        const QStringList pairs = arrayElements(r.bytes(i, 6));
        for (qsizetype k = 0; k + 1 < pairs.size(); k += 2) {
            if (pairs.at(k + 1).isNull()) {
                continue;
            }
            if (object.objectKind == ObjectKind::UserMapping && pairs.at(k) == u"optionsHidden"_s) {
                addNotCompared({object.id(), u"this role may not read its options"_s});
            }
            if (pairs.at(k).startsWith(u"option."_s) && isSecretOption(pairs.at(k))) {
                addNotCompared({object.id(), u"its %1 is secret"_s.arg(pairs.at(k))});
                continue;
            }
            object.attributes.insert_or_assign(pairs.at(k), pairs.at(k + 1));
        }
        object.definition.text = r.text(i, 7);
        if (object.objectKind == ObjectKind::Subscription) {
            addNotCompared({object.id(), u"its connection string is secret"_s});
        }
        remember(catalog, oid, object.id());
        m_others.push_back(std::move(object));
    }
    free(Query::Others);
}

void Reader::readDefaultPrivileges()
{
    const db::Rows &r = rows(Query::DefaultPrivileges);
    for (int i = 0; i < r.size(); ++i) {
        const auto roleOid = static_cast<Oid>(r.number(i, 1));
        const auto space = static_cast<Oid>(r.number(i, 2));
        if (space != 0 && !m_spaces[space].wanted) {
            continue;
        }
        const char type = r.bytes(i, 3).front();
        const QString objects = type == 'r'   ? u"TABLES"_s
                                : type == 'S' ? u"SEQUENCES"_s
                                : type == 'f' ? u"FUNCTIONS"_s
                                : type == 'T' ? u"TYPES"_s
                                : type == 'n' ? u"SCHEMAS"_s
                                              : u"LARGE OBJECTS"_s;
        schema::CatalogObject object;
        object.objectKind = ObjectKind::DefaultPrivileges;
        object.name = role(roleOid) + (space != 0 ? u" in "_s + spaceName(space) : QString()) + u": "_s + objects;
        object.attributes.emplace(u"role"_s, role(roleOid));
        if (space != 0) {
            object.attributes.emplace(u"schema"_s, spaceName(space));
        }
        object.attributes.emplace(u"objects"_s, objects);
        // Entries of one schema add to the global ones: there the owner's own privileges are not implied.
        object.grants = grants(r.bytes(i, 4), space != 0 ? 'c' : type, roleOid);
        m_others.push_back(std::move(object));
    }
    free(Query::DefaultPrivileges);
}

void Reader::readWantedAddresses()
{
    const db::Rows &r = rows(Query::Dependencies);
    for (int i = 0; i < r.size(); ++i) {
        m_wanted.insert({static_cast<Oid>(r.number(i, 0)), static_cast<Oid>(r.number(i, 1)), 0});
        m_wanted.insert({static_cast<Oid>(r.number(i, 3)), static_cast<Oid>(r.number(i, 4)), 0});
        for (const int column : {6, 8}) {
            if (r.number(i, column) != 0) {
                m_wanted.insert({1259, static_cast<Oid>(r.number(i, column)), 0});
            }
        }
        if (r.number(i, 7) != 0) {
            m_wanted.insert({1247, static_cast<Oid>(r.number(i, 7)), 0});
        }
    }
}

void Reader::remember(Oid catalog, Oid object, ObjectId id)
{
    if (m_wanted.contains({catalog, object, 0})) {
        m_ids.insert_or_assign({catalog, object, 0}, std::move(id));
    }
}

std::optional<ObjectId> Reader::resolve(Address address)
{
    if (const auto member = m_members.find({address.catalog, address.object, 0}); member != m_members.end()) {
        return ObjectId{ObjectKind::Extension, {}, {}, member->second};
    }
    if (address.catalog == 1259) {
        if (const auto key = m_keyOfIndex.find(address.object); key != m_keyOfIndex.end()) {
            return key->second;
        }
        const auto relation = m_relations.find(address.object);
        if (address.part > 0 && relation != m_relations.end()) {
            const ObjectId owner = idOf(relation->second);
            const QString name = columnName(relation->second, address.part);
            if (owner.kind != ObjectKind::Type) {
                return ObjectId{ObjectKind::Column, owner.schema, owner.name, name};
            }
        }
    }
    const auto it = m_ids.find({address.catalog, address.object, 0});
    return it != m_ids.end() ? std::optional(it->second) : std::nullopt;
}

void Reader::readDependencies()
{
    const db::Rows &r = rows(Query::Dependencies);
    // The operators (pg_amop) and support functions (pg_amproc) of a class or family are no objects of their own: what
    // they need, their owner needs.
    const auto isItem = [](Oid catalog) { return catalog == 2602 || catalog == 2603; };
    QHash<QPair<Oid, Oid>, ObjectId> ownerOfItem;
    for (int i = 0; i < r.size(); ++i) {
        const auto catalog = static_cast<Oid>(r.number(i, 0));
        const auto owner = static_cast<Oid>(r.number(i, 3));
        if (isItem(catalog) && (owner == 2616 || owner == 2753)) {
            if (auto id = resolve({owner, static_cast<Oid>(r.number(i, 4)), 0})) {
                ownerOfItem.insert({catalog, static_cast<Oid>(r.number(i, 1))}, std::move(*id));
            }
        }
    }
    for (int i = 0; i < r.size(); ++i) {
        const Address from{static_cast<Oid>(r.number(i, 0)), static_cast<Oid>(r.number(i, 1)),
                           static_cast<int>(r.number(i, 2))};
        Address to{static_cast<Oid>(r.number(i, 3)), static_cast<Oid>(r.number(i, 4)),
                   static_cast<int>(r.number(i, 5))};
        // A row type stands for its relation, an array type for its element.
        if (r.number(i, 8) != 0) {
            to = {1259, static_cast<Oid>(r.number(i, 8)), 0};
        } else if (r.number(i, 7) != 0) {
            to = {1247, static_cast<Oid>(r.number(i, 7)), 0};
        } else if (r.number(i, 6) != 0) {
            to = {1259, static_cast<Oid>(r.number(i, 6)), 0};
        }
        std::optional<ObjectId> dependent;
        if (!isItem(from.catalog)) {
            dependent = resolve(from);
        } else if (const auto owner = ownerOfItem.constFind({from.catalog, from.object}); owner != ownerOfItem.cend()) {
            dependent = *owner;
        }
        auto referenced = resolve(to);
        if (!dependent || !referenced || *dependent == *referenced || dependent->kind == ObjectKind::Extension) {
            continue;
        }
        m_schema.dependencies.push_back({std::move(*dependent), std::move(*referenced)});
    }
    free(Query::Dependencies);
}

schema::Schema Reader::build(std::vector<db::Rows> all, const base::ProgressSink &progress)
{
    m_rows = std::move(all);
    m_schema.engine = schema::EngineKind::PostgreSql;
    int done = 0;
    const auto step = [&](Query query, auto member) {
        base::report(progress, titleOf(query), ++done, queryCount);
        (this->*member)();
    };
    step(Query::Dependencies, &Reader::readWantedAddresses);
    step(Query::Comments, &Reader::readComments);
    step(Query::Namespaces, &Reader::readNames);
    step(Query::Relations, &Reader::readRelations);
    step(Query::Types, &Reader::readTypes);
    step(Query::EnumLabels, &Reader::readEnumLabels);
    step(Query::Ranges, &Reader::readRanges);
    step(Query::Inherits, &Reader::readInheritance);
    step(Query::Attributes, &Reader::readColumns);
    step(Query::Indexes, &Reader::readIndexes);
    step(Query::Constraints, &Reader::readConstraints);
    step(Query::Defaults, &Reader::readDefaults);
    step(Query::Sequences, &Reader::readSequences);
    step(Query::Triggers, &Reader::readTriggers);
    step(Query::Rules, &Reader::readRules);
    step(Query::Policies, &Reader::readPolicies);
    step(Query::Routines, &Reader::readRoutines);
    step(Query::Others, &Reader::readOthers);
    step(Query::DefaultPrivileges, &Reader::readDefaultPrivileges);
    if (m_grantedByOthers) {
        addNotCompared({{ObjectKind::Database, {}, {}, u"*"_s},
                        u"some privileges were granted by others than the owner: by whom is not modelled"_s});
    }
    readDependencies();
    m_comments = {};
    m_wanted = {};
    m_ids = {};
    m_relations = {};
    m_relationNames = {};
    m_strings = {};
    m_keyOfIndex = {};
    m_indexColumns = {};
    m_parentIndex = {};
    m_operatorClasses = {};
    m_members = {};
    const auto move = [&](auto &objects) {
        for (auto &object : objects) {
            m_schema.objects.emplace_back(std::move(object));
        }
        objects = {};
    };
    m_schema.objects.reserve(static_cast<qsizetype>(m_tables.size() + m_views.size() + m_sequences.size() +
                                                    m_types.size() + m_routines.size() + m_others.size()));
    move(m_tables);
    move(m_views);
    move(m_sequences);
    move(m_types);
    move(m_routines);
    move(m_others);
    m_schema.normalize();
    return std::move(m_schema);
}

} // namespace countersign::engine::postgresql
