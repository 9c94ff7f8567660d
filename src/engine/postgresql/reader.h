#pragma once

#include "base/result.h"
#include "db/rows.h"
#include "engine/postgresql/catalogqueries.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace countersign::engine::postgresql {

using Oid = quint32;

/// Where the catalogs say that something is: class, object, part; as in pg_depend.
struct Address {
    Oid catalog = 0;
    Oid object = 0;
    int part = 0;

    friend bool operator==(const Address &, const Address &) = default;
};
struct AddressHash {
    std::size_t operator()(const Address &address) const
    {
        const quint64 key = (quint64(address.catalog) << 32 | address.object) + (quint64(address.part) << 20);
        return key * 0x9E3779B97F4A7C15U >> 7;
    }
};

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Elements of a text-form array: {a,"b c",NULL}. A null element is a null string.
[[nodiscard]] QStringList arrayElements(QByteArrayView text);
/// Numbers between anything else: of an array {1,2} or a vector 1 2.
[[nodiscard]] std::vector<qint64> arrayNumbers(QByteArrayView text);
/// The key=value entries of a text-form array, each key with the prefix.
void addOptions(schema::Attributes &attributes, QByteArrayView array, const QString &prefix = {});
/// The keys of such an array joined by commas; empty where they stand in the order of the alphabet.
[[nodiscard]] QString optionsOrder(QByteArrayView array);

/// Builds a Schema out of the rows of catalogQueries(). One use, one thread.
class Reader
{
public:
    Reader(int version, const ReadOptions &options) : m_version(version), m_options(options) {}

    /// @p rows in the order of Query.
    [[nodiscard]] schema::Schema build(std::vector<db::Rows> rows, const base::ProgressSink &progress);
    void addNotCompared(schema::NotCompared entry) { m_schema.notCompared.push_back(std::move(entry)); }
    [[nodiscard]] bool hasNotCompared() const { return !m_schema.notCompared.empty(); }

private:
    struct Namespace {
        QString name;
        bool wanted = false;
    };
    struct Relation {
        char kind = 'r';
        int index = -1; ///< into m_tables, m_views, m_sequences or m_types
        Oid space = 0;
        QString name;
        bool partition = false;
        std::size_t firstPlace = 0; ///< of its columns in m_places
        std::size_t placeCount = 0; ///< the highest attribute number

        [[nodiscard]] bool isTable() const { return index >= 0 && (kind == 'r' || kind == 'p' || kind == 'f'); }
    };
    /// What pg_attribute says about a column of an index.
    struct IndexColumn {
        int number = 0;
        QString statisticsTarget;
        schema::Attributes parameters; ///< of the operator class
    };
    /// Where the column with an attribute number went.
    struct ColumnPlace {
        int at = -1; ///< position in the relation's columns
        Oid collation = 0;
    };

    [[nodiscard]] const db::Rows &rows(Query query) const { return m_rows[static_cast<std::size_t>(query)]; }
    void free(Query query) { m_rows[static_cast<std::size_t>(query)] = {}; }

    QString shared(QByteArrayView text);
    [[nodiscard]] QString role(Oid oid) const;
    [[nodiscard]] QString spaceName(Oid oid) const;
    [[nodiscard]] QString qualified(Oid space, const QString &name) const;
    [[nodiscard]] QString relationName(Oid relation) const; ///< qualified and quoted as in SQL
    [[nodiscard]] QString collationName(Oid oid) const;
    [[nodiscard]] bool isMember(Oid catalog, Oid object) const { return m_members.contains({catalog, object, 0}); }
    [[nodiscard]] QString comment(Oid catalog, Oid object) const; ///< not of columns
    schema::Grants grants(QByteArrayView acl, char objectType, Oid owner);
    [[nodiscard]] std::vector<schema::Column> *columnsOf(const Relation &relation);
    [[nodiscard]] ColumnPlace place(const Relation &relation, qint64 number) const;
    [[nodiscard]] QString columnName(const Relation &relation, qint64 number);
    [[nodiscard]] QStringList columnNames(const Relation &relation, const std::vector<qint64> &numbers);
    [[nodiscard]] schema::ObjectId idOf(const Relation &relation) const;

    // readnames.cpp
    void readNames();
    void readComments();
    void readWantedAddresses();
    // readrelations.cpp
    void readRelations();
    void readColumns();
    void readDefaults();
    void readSequences();
    void readInheritance();
    // readconstraints.cpp
    void readIndexes();
    void reserveIndexes();
    [[nodiscard]] schema::Index indexOf(int row, const Relation &relation);
    void addColumnFacts(schema::Index &index, Oid indexOid) const;
    void placeIndex(Oid indexOid, schema::Index index, const Relation &relation);
    void reserveConstraints();
    void readConstraints();
    void addConstraint(int row, const Relation *relation);
    void fillFromIndex(schema::Constraint &constraint, Oid indexOid);
    // readcode.cpp
    void readTriggers();
    void readRules();
    void readPolicies();
    void readRoutines();
    // readtypes.cpp
    void readTypes();
    void readEnumLabels();
    void readRanges();
    // readothers.cpp
    void readOthers();
    void readDefaultPrivileges();
    void readDependencies();

    [[nodiscard]] bool isWanted(Oid catalog, Oid object) const { return m_wanted.contains({catalog, object, 0}); }
    void remember(Oid catalog, Oid object, schema::ObjectId id);
    [[nodiscard]] std::optional<schema::ObjectId> resolve(Address address);

    int m_version;
    bool m_grantedByOthers = false; ///< by another role than the owner
    ReadOptions m_options;
    std::vector<db::Rows> m_rows;
    schema::Schema m_schema;
    sql::Dialect m_dialect = sql::dialectOf(schema::EngineKind::PostgreSql);

    std::unordered_map<std::string, QString, StringHash, std::equal_to<>> m_strings;
    std::unordered_map<Oid, QString> m_roles;
    std::unordered_map<Oid, Namespace> m_spaces;
    std::unordered_map<Oid, std::pair<Oid, QString>> m_collations;
    struct OperatorClass {
        QString name; ///< as in SQL
        bool isDefault = false;
    };
    std::unordered_map<Oid, OperatorClass> m_operatorClasses;
    std::unordered_map<Address, QString, AddressHash> m_members;  ///< member ► extension
    std::unordered_map<Address, QString, AddressHash> m_comments; ///< all but those on columns
    std::unordered_map<Oid, std::vector<std::pair<int, QString>>> m_columnComments;
    std::unordered_set<Address, AddressHash> m_wanted; ///< whole objects that something else mentions
    std::unordered_map<Address, schema::ObjectId, AddressHash> m_ids;
    std::unordered_map<Oid, Relation> m_relations;
    std::vector<ColumnPlace> m_places;
    std::unordered_set<Oid> m_constraintIndexes;      ///< those behind a constraint
    std::unordered_map<Oid, schema::Index> m_indexes; ///< the same, until their constraint takes what they hold
    std::unordered_multimap<Oid, IndexColumn> m_indexColumns;
    std::unordered_map<Oid, Oid> m_parentIndex; ///< partition's index ► partitioned index
    std::unordered_map<Oid, std::pair<QString, QString>>
        m_relationNames;                                    ///< every relation and partitioned index: schema, name
    std::unordered_map<Oid, schema::ObjectId> m_keyOfIndex; ///< where wanted: its constraint, or the index itself
    std::unordered_map<Oid, int> m_typeIndex;

    std::vector<schema::Table> m_tables;
    std::vector<schema::View> m_views;
    std::vector<schema::Sequence> m_sequences;
    std::vector<schema::Type> m_types;
    std::vector<schema::Routine> m_routines;
    std::vector<schema::CatalogObject> m_others;
};

} // namespace countersign::engine::postgresql
