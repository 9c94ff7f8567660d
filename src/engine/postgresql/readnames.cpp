#include "engine/postgresql/reader.h"

#include <charconv>

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// The letters of an access control item, PostgreSQL manual, table "ACL Privilege Abbreviations".
QString privilegeName(QChar letter)
{
    switch (letter.unicode()) {
    case u'r':
        return u"SELECT"_s;
    case u'a':
        return u"INSERT"_s;
    case u'w':
        return u"UPDATE"_s;
    case u'd':
        return u"DELETE"_s;
    case u'D':
        return u"TRUNCATE"_s;
    case u'x':
        return u"REFERENCES"_s;
    case u't':
        return u"TRIGGER"_s;
    case u'm':
        return u"MAINTAIN"_s;
    case u'X':
        return u"EXECUTE"_s;
    case u'U':
        return u"USAGE"_s;
    case u'C':
        return u"CREATE"_s;
    case u'c':
        return u"CONNECT"_s;
    case u'T':
        return u"TEMPORARY"_s;
    case u's':
        return u"SET"_s;
    case u'A':
        return u"ALTER SYSTEM"_s;
    default:
        return QString(letter);
    }
}

/// What the owner has from the start.
QString ownerLetters(char objectType, int version)
{
    switch (objectType) {
    case 'r':
        return version >= 170000 ? u"arwdDxtm"_s : u"arwdDxt"_s;
    case 'S':
        return u"rwU"_s;
    case 'f':
        return u"X"_s;
    case 'n':
        return u"UC"_s;
    case 'L': // large objects, in default privileges from 18 on
        return u"rw"_s;
    default:
        return u"U"_s;
    }
}

bool publicHasDefault(char objectType)
{
    return objectType == 'f' || objectType == 'T' || objectType == 'l';
}

struct AclItem {
    QString grantee;
    QString letters;
    QString grantable;
    QString grantor;
};

/// grantee=letters/grantor, where * after a letter is the grant option and names may be quoted.
AclItem parseAclItem(const QString &text)
{
    AclItem item;
    qsizetype i = 0;
    if (text.startsWith(u'"')) {
        for (i = 1; i < text.size(); ++i) {
            if (text.at(i) == u'"') {
                if (i + 1 < text.size() && text.at(i + 1) == u'"') {
                    ++i;
                } else {
                    break;
                }
            }
            item.grantee += text.at(i);
        }
        ++i;
    } else {
        i = text.indexOf(u'=');
        item.grantee = text.left(i);
    }
    for (++i; i < text.size() && text.at(i) != u'/'; ++i) {
        if (text.at(i) == u'*') {
            item.grantable += item.letters.back();
        } else {
            item.letters += text.at(i);
        }
    }
    item.grantor = text.mid(i + 1);
    if (item.grantor.startsWith(u'"')) {
        item.grantor = item.grantor.sliced(1, item.grantor.size() - 2).replace(u"\"\""_s, u"\""_s);
    }
    return item;
}

} // namespace

QStringList arrayElements(QByteArrayView text)
{
    QStringList elements;
    if (text.size() < 2 || text.front() != '{') {
        return elements;
    }
    qsizetype i = 1;
    while (i < text.size() - 1) {
        if (text[i] == '"') {
            QByteArray element("");
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                if (text[i] == '\\') {
                    ++i;
                }
                element += text[i];
            }
            ++i;
            elements += QString::fromUtf8(element);
        } else {
            const qsizetype begin = i;
            while (i < text.size() - 1 && text[i] != ',') {
                ++i;
            }
            const QByteArrayView element = text.sliced(begin, i - begin);
            elements += element == "NULL" ? QString() : element.isEmpty() ? u""_s : QString::fromUtf8(element);
        }
        ++i;
    }
    return elements;
}

std::vector<qint64> arrayNumbers(QByteArrayView text)
{
    std::vector<qint64> numbers;
    const char *at = text.begin();
    while (at != text.end()) {
        qint64 number = 0;
        const auto [next, error] = std::from_chars(at, text.end(), number);
        if (error == std::errc()) {
            numbers.push_back(number);
        }
        at = next == at ? at + 1 : next;
    }
    return numbers;
}

QString Reader::shared(QByteArrayView text)
{
    if (text.isEmpty()) {
        return {};
    }
    const std::string_view key(text.data(), static_cast<std::size_t>(text.size()));
    const auto found = m_strings.find(key);
    if (found != m_strings.end()) {
        return found->second;
    }
    return m_strings.emplace(std::string(key), QString::fromUtf8(text)).first->second;
}

QString Reader::role(Oid oid) const
{
    const auto it = m_roles.find(oid);
    return it != m_roles.end() ? it->second : oid == 0 ? QString() : QString::number(oid);
}

QString Reader::spaceName(Oid oid) const
{
    const auto it = m_spaces.find(oid);
    return it != m_spaces.end() ? it->second.name : QString();
}

QString Reader::qualified(Oid space, const QString &name) const
{
    return m_dialect.qualified(spaceName(space), name);
}

QString Reader::relationName(Oid relation) const
{
    const auto it = m_relationNames.find(relation);
    return it != m_relationNames.end() ? m_dialect.qualified(it->second.first, it->second.second) : QString();
}

QString Reader::collationName(Oid oid) const
{
    const auto it = m_collations.find(oid);
    if (it == m_collations.end()) {
        return {};
    }
    const QString space = spaceName(it->second.first);
    return space == u"pg_catalog"_s ? m_dialect.quoted(it->second.second)
                                    : m_dialect.qualified(space, it->second.second);
}

QString Reader::comment(Oid catalog, Oid object) const
{
    const auto it = m_comments.find({catalog, object, 0});
    return it != m_comments.end() ? it->second : QString();
}

schema::Grants Reader::grants(QByteArrayView acl, char objectType, Oid owner)
{
    schema::Grants grants;
    if (!m_options.grants) {
        return grants;
    }
    if (acl.isEmpty()) {
        if (publicHasDefault(objectType)) {
            grants.push_back({u"PUBLIC"_s, privilegeName(objectType == 'f' ? u'X' : u'U'), false});
        }
        return grants;
    }
    const QString ownerName = role(owner);
    const QString full = ownerLetters(objectType, m_version);
    QString held;
    for (const QString &text : arrayElements(acl)) {
        const AclItem item = parseAclItem(text);
        if (item.grantee == ownerName && objectType != 'c') {
            held = item.letters;
            continue;
        }
        m_grantedByOthers = m_grantedByOthers || (item.grantor != ownerName && !ownerName.isEmpty());
        for (const QChar letter : item.letters) {
            grants.push_back({item.grantee.isEmpty() ? u"PUBLIC"_s : item.grantee, privilegeName(letter),
                              item.grantable.contains(letter)});
        }
    }
    // The owner's own privileges are shown only where they are not the full set that every owner starts with.
    const bool complete = std::ranges::all_of(full, [&](QChar letter) { return held.contains(letter); });
    if (objectType != 'c' && !complete) {
        for (const QChar letter : held) {
            grants.push_back({ownerName, privilegeName(letter), false});
        }
        if (held.isEmpty()) {
            grants.push_back({ownerName, u"NONE"_s, false});
        }
    }
    std::sort(grants.begin(), grants.end());
    // Who holds a privilege from two roles holds it once, with the option to pass it on if one of them gave that.
    schema::Grants once;
    for (const schema::Grant &grant : grants) {
        if (!once.empty() && once.back().grantee == grant.grantee && once.back().privilege == grant.privilege) {
            once.back().grantable = once.back().grantable || grant.grantable;
        } else {
            once.push_back(grant);
        }
    }
    return once;
}

std::vector<schema::Column> *Reader::columnsOf(const Relation &relation)
{
    if (relation.index < 0) {
        return nullptr;
    }
    const auto index = static_cast<std::size_t>(relation.index);
    switch (relation.kind) {
    case 'r':
    case 'p':
    case 'f':
        return &m_tables[index].columns;
    case 'v':
    case 'm':
        return &m_views[index].columns;
    case 'c':
        return &m_types[index].columns;
    default:
        return nullptr;
    }
}

Reader::ColumnPlace Reader::place(const Relation &relation, qint64 number) const
{
    if (number <= 0 || static_cast<std::size_t>(number) > relation.placeCount) {
        return {};
    }
    return m_places[relation.firstPlace + static_cast<std::size_t>(number) - 1];
}

QString Reader::columnName(const Relation &relation, qint64 number)
{
    const auto *columns = columnsOf(relation);
    const int at = columns ? place(relation, number).at : -1;
    return at < 0 ? QString() : (*columns)[static_cast<std::size_t>(at)].name;
}

QStringList Reader::columnNames(const Relation &relation, const std::vector<qint64> &numbers)
{
    QStringList names;
    for (const qint64 number : numbers) {
        names += columnName(relation, number);
    }
    return names;
}

ObjectId Reader::idOf(const Relation &relation) const
{
    ObjectKind kind = ObjectKind::Table;
    switch (relation.kind) {
    case 'f':
        kind = ObjectKind::ForeignTable;
        break;
    case 'v':
        kind = ObjectKind::View;
        break;
    case 'm':
        kind = ObjectKind::MaterializedView;
        break;
    case 'S':
        kind = ObjectKind::Sequence;
        break;
    case 'c':
        kind = ObjectKind::Type;
        break;
    default:
        break;
    }
    return {kind, spaceName(relation.space), {}, relation.name};
}

void Reader::readNames()
{
    if (const db::Rows &settings = rows(Query::Settings); !settings.isEmpty()) {
        m_schema.settings = {{u"role"_s, settings.text(0, 0)},
                             {u"encoding"_s, settings.text(0, 1)},
                             {u"collate"_s, settings.text(0, 2)},
                             {u"ctype"_s, settings.text(0, 3)}};
        for (const QString &entry : arrayElements(settings.bytes(0, 5))) {
            m_schema.settings.insert_or_assign(u"extension."_s + entry.section(u'=', 0, 0), entry.section(u'=', 1));
        }
        m_schema.serverVersion = settings.text(0, 4).section(u' ', 0, 0);
    }
    const db::Rows &roles = rows(Query::Roles);
    for (int i = 0; i < roles.size(); ++i) {
        m_roles.emplace(static_cast<Oid>(roles.number(i, 0)), roles.text(i, 1));
    }
    const db::Rows &members = rows(Query::Members);
    for (int i = 0; i < members.size(); ++i) {
        m_members.emplace(Address{static_cast<Oid>(members.number(i, 0)), static_cast<Oid>(members.number(i, 1)), 0},
                          shared(members.bytes(i, 3)));
    }
    const db::Rows &spaces = rows(Query::Namespaces);
    for (int i = 0; i < spaces.size(); ++i) {
        const auto oid = static_cast<Oid>(spaces.number(i, 0));
        const bool wanted = spaces.flag(i, 4) && !isMember(2615, oid);
        m_spaces.emplace(oid, Namespace{spaces.text(i, 1), wanted});
        if (wanted) {
            const auto owner = static_cast<Oid>(spaces.number(i, 2));
            schema::CatalogObject space;
            space.objectKind = ObjectKind::Namespace;
            space.name = spaces.text(i, 1);
            space.owner = role(owner);
            space.grants = grants(spaces.bytes(i, 3), 'n', owner);
            space.comment = comment(2615, oid);
            m_others.push_back(std::move(space));
        }
    }
    const db::Rows &collations = rows(Query::Collations);
    for (int i = 0; i < collations.size(); ++i) {
        const QString space = collations.text(i, 2);
        for (const auto &[oid, entry] : m_spaces) {
            if (entry.name == space) {
                m_collations.emplace(static_cast<Oid>(collations.number(i, 0)), std::pair{oid, collations.text(i, 1)});
                break;
            }
        }
    }
    const db::Rows &classes = rows(Query::OperatorClasses);
    for (int i = 0; i < classes.size(); ++i) {
        const QString space = classes.text(i, 2);
        m_operatorClasses.emplace(
            static_cast<Oid>(classes.number(i, 0)),
            OperatorClass{m_dialect.qualified(space == u"pg_catalog"_s ? QString() : space, classes.text(i, 1)),
                          classes.flag(i, 3)});
    }
}

void Reader::readComments()
{
    const db::Rows &comments = rows(Query::Comments);
    for (int i = 0; i < comments.size(); ++i) {
        const auto catalog = static_cast<Oid>(comments.number(i, 0));
        const auto object = static_cast<Oid>(comments.number(i, 1));
        const auto part = static_cast<int>(comments.number(i, 2));
        if (part != 0) {
            m_columnComments[object].emplace_back(part, comments.text(i, 3));
        } else {
            m_comments.emplace(Address{catalog, object, 0}, comments.text(i, 3));
        }
    }
    free(Query::Comments);
}

} // namespace countersign::engine::postgresql
