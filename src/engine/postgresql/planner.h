#pragma once

#include "engine/engine.h"

#include <QHash>

namespace countersign::engine::postgresql {

/// Turns differences into ordered statements. Every statement is a node that drops, makes or finishes one object or
/// part; edges come from the dependencies of FROM (drop the dependent first, release before dropping what was used) and
/// of TO (make first what is used). One use, one thread.
class Planner
{
public:
    Planner(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison);

    [[nodiscard]] std::vector<Step> run();

private:
    enum class Moment : std::uint8_t { Drop, Make, Finish };
    /// Where a statement goes when nothing forces another place.
    enum Rank : int {
        Rename = 0,
        Early = 2,
        Release = 8,
        Drop = 10,
        Make = 20,
        Run = 25, ///< the server runs, or plans, functions for it, whose bodies may name anything
        Finish = 30,
        Own = 32,
        Concurrent = 40,
        Validate = 45,
        Late = 50,
    };
    struct Node {
        Step step;
        schema::ObjectId id;
        Moment moment = Moment::Make;
        int rank = Make;
        std::vector<schema::ObjectId> covers; ///< further ids that this statement makes or drops
        std::vector<int> after;               ///< nodes that must come first
    };
    struct Change {
        diff::Change change = diff::Change::Altered;
        int difference = -1;
        QSet<QString> properties;
    };
    using Ids = std::set<schema::ObjectId>;

    // planner.cpp
    void classify();
    void addRenames();
    void buildNodes();
    void handle(const schema::ObjectId &id, const Change &change);
    void connect();
    void connectNode(int index);
    [[nodiscard]] bool isMadeOf(const schema::ObjectId &type, const schema::ObjectId &routine) const;
    [[nodiscard]] schema::ObjectId baseTypeOf(const schema::ObjectId &routine) const;
    [[nodiscard]] static bool runs(const schema::ObjectId &id, const schema::ObjectId &used);
    int add(const schema::ObjectId &id, Moment moment, int rank, const QString &sql);
    int note(const schema::ObjectId &id, const QString &comment);
    [[nodiscard]] std::vector<int> nodesOf(const schema::ObjectId &id, Moment moment) const;
    void before(int first, int second);
    [[nodiscard]] std::vector<schema::ObjectId> dependenciesOf(const schema::Schema &schema,
                                                               const schema::ObjectId &id) const;
    [[nodiscard]] static schema::ObjectId ownerOfPart(const schema::Schema &schema, const schema::ObjectId &id);
    [[nodiscard]] bool isRemoved(const schema::ObjectId &id) const;
    [[nodiscard]] bool isAdded(const schema::ObjectId &id) const;
    [[nodiscard]] bool isRemade(const schema::ObjectId &id) const { return m_recreate.contains(id); }
    [[nodiscard]] const Change *changeOf(const schema::ObjectId &id) const;
    [[nodiscard]] bool changed(const schema::ObjectId &id, const QString &property) const;

    // planorder.cpp
    std::optional<std::vector<int>> sorted();
    bool splitCycle(const std::vector<int> &stalled);

    // planpartitions.cpp
    /// Its indexes and keys are attached with it and need no statements for that.
    [[nodiscard]] bool comesAttached(const schema::ObjectId &partition) const
    {
        return m_attachNodes.contains(partition) && !m_detachNodes.contains(partition);
    }
    void markAttached(const schema::ObjectId &above);
    void markAbove(const schema::ObjectId &id);
    /// The index or key of the parent to which one of a partition is attached.
    [[nodiscard]] schema::ObjectId aboveOf(const schema::Schema &schema, const schema::Table &table,
                                           const QString &attachedTo) const;
    [[nodiscard]] bool goesWithItsParent(const schema::ObjectId &id, const Change &change) const;
    void findIndexesAfterAttach();
    [[nodiscard]] bool joinsParentWith(const schema::Table &table, const QString &check) const;
    [[nodiscard]] std::vector<schema::Constraint> keysFromAbove(const schema::Schema &schema,
                                                                const schema::Table &table) const;
    [[nodiscard]] bool isLeftBehind(const schema::Table &table, const schema::Constraint &key) const;
    void dropKeysLeftBehind(const schema::Table &before, const schema::Table &after, int detachment);
    [[nodiscard]] bool isWithin(const schema::ObjectId &id, const schema::ObjectId &table) const;

    // plantypes.cpp
    [[nodiscard]] bool isBetterMadeAnew(const schema::ObjectId &type) const;
    [[nodiscard]] bool isWithinOthers(const schema::ObjectId &domain) const;
    [[nodiscard]] bool typeNeedsSwap(const schema::ObjectId &id, const Change &change) const;
    void markType(const schema::ObjectId &type);
    void swapType(const schema::Object &a, const schema::Object &b);
    [[nodiscard]] QString subtypeNow(const schema::Object &range) const;
    void connectAsideDrops();
    [[nodiscard]] QString rowOf(const QString &column, const QString &type) const;

    // planrows.cpp
    using Dependents = QHash<schema::ObjectId, std::vector<schema::ObjectId>>;
    struct Holders {
        Ids types;
        Ids views;
        Ids columns; ///< of tables
    };
    [[nodiscard]] static bool isOfType(const schema::Schema &schema, const schema::ObjectId &column,
                                       const schema::ObjectId &type);
    static void findHolders(const schema::Schema &schema, const Dependents &dependents, const schema::ObjectId &held,
                            Holders &out);
    void letGoOfRows(const schema::ObjectId &held, bool goes);
    [[nodiscard]] bool writesRows(const schema::ObjectId &id, const Change &change) const;
    void noteRewrite(const schema::ObjectId &table);
    [[nodiscard]] bool changesShape(const schema::ObjectId &column, QStringList *lost) const;
    void park(const schema::Table &table, const schema::ObjectId &id, const schema::Column &before,
              const schema::Column &after, const QString &alter);
    void unpark(const schema::Table &table, const schema::ObjectId &id, const schema::Column &before,
                const schema::Column &after, const QString &alter);
    [[nodiscard]] QString fromJson(const schema::Table &table, const schema::ObjectId &id, const QString &type,
                                   const QString &source, QString &wrapper);
    [[nodiscard]] bool reshapes(const QString &type, QStringList *lost) const;
    [[nodiscard]] QString convertedValue(const schema::Table &table, const schema::ObjectId &id, const QString &from,
                                         const QString &to, QString &wrapper, QStringList &lost);
    void connectParked();
    void connectRewrites();
    [[nodiscard]] std::vector<int> nodesWriting(const schema::ObjectId &id) const;

    // plannotnull.cpp
    [[nodiscard]] bool notNullComesAlong(const schema::Table &table, const schema::ObjectId &id, bool added) const;
    [[nodiscard]] bool childKeepsNull(const schema::Table &table, const schema::Column &wanted) const;
    [[nodiscard]] bool hasNotNullOf(const schema::Table &parent, const schema::Table &child,
                                    const QString &column) const;
    [[nodiscard]] std::optional<schema::ObjectId> parentGetsNotNull(const schema::Table &table,
                                                                    const schema::ObjectId &id) const;
    void setNotNull(const schema::Table &table, const schema::ObjectId &id, const schema::Column &after,
                    const QString &alter);
    void dropNotNull(const schema::Table &table, const schema::ObjectId &id, const QString &alter);
    void keepNotNullBelow(const schema::Table &parent, const QString &column, int dropped);
    void followParent(const schema::Table &table, const schema::ObjectId &id, int node);
    void alterNotNull(const schema::ObjectId &id, const schema::Column &before, const schema::Column &after,
                      const Change &change, const QString &on);

    // plancasts.cpp
    [[nodiscard]] bool hasCast(const QString &from, const QString &to) const;

    // planclosure.cpp
    void findRecreated();
    [[nodiscard]] bool isNameTaken(const schema::ObjectId &relation) const;
    void spread();
    void spreadFrom(const schema::ObjectId &referenced);
    void spreadRemoval(const schema::ObjectId &referenced, const schema::ObjectId &dependent, bool replaced);
    [[nodiscard]] std::vector<schema::ObjectId> usersOf(const schema::ObjectId &referenced) const;
    void mark(const schema::ObjectId &id);
    void markColumnType(const schema::ObjectId &column);
    [[nodiscard]] bool needsRecreation(const schema::ObjectId &id, const Change &change) const;
    [[nodiscard]] bool changesFixedOptions(const schema::ObjectId &id, const Change &change) const;
    [[nodiscard]] bool changedConstraintNeedsRecreation(const schema::ObjectId &id,
                                                        const QSet<QString> &properties) const;
    [[nodiscard]] bool viewCanBeReplaced(const schema::View &a, const schema::View &b) const;
    void markPartsOfColumn(const schema::ObjectId &column, bool onlyExpressions);

    // planrelations.cpp
    void createTable(const schema::Table &table);
    void dropTable(const schema::Table &table);
    void releaseParts(const schema::Table &table);
    void alterTable(const schema::Table &a, const schema::Table &b, const Change &change);
    void alterTableOptions(const schema::Table &a, const schema::Table &b, const Change &change);
    void alterInheritance(const schema::Table &a, const schema::Table &b, const Change &change);
    void finishTable(const schema::Table &table);
    void attach(const schema::Table &table);
    void createView(const schema::View &view);
    void finishView(const schema::View &view);
    void alterView(const schema::View &a, const schema::View &b, const Change &change);
    void createParts(const schema::ObjectId &relation, const QString &name, const schema::Object &object);

    // plancolumns.cpp
    void handleColumn(const schema::ObjectId &id, const Change &change);
    [[nodiscard]] QString firstKeptBehind(const schema::Table &table, const QString &column) const;
    void addColumn(const schema::Table &table, const schema::Column &column);
    void dropColumn(const schema::Table &table, const schema::Column &column);
    void alterColumn(const schema::Table &a, const schema::Table &table, const schema::Column &before,
                     const schema::Column &after, const Change *change);
    void alterColumnType(const schema::Table &table, const schema::ObjectId &id, const schema::Column &before,
                         const schema::Column &after, const QString &alter);
    void alterIdentity(const schema::ObjectId &id, const schema::Column &before, const schema::Column &after,
                       const Change *change, const QString &alter);
    void grantIdentity(const schema::ObjectId &id, const schema::Column *before, const schema::Column &after);
    void finishColumn(const schema::Table &a, const schema::ObjectId &id, const schema::Column &before,
                      const schema::Column &after, const Change *change, const QString &on);
    void settleInherited(const schema::Table &before, const schema::Table &after, const schema::Column &column);
    void settleViewColumn(const schema::ObjectId &id);
    /// True where a table that inherits from @p table keeps a column that @p table loses.
    [[nodiscard]] bool outlivesParent(const schema::Table &table, const QString &column) const;
    /// The tables that inherit from @p table in both schemas, partitions apart.
    [[nodiscard]] std::vector<std::pair<const schema::Table *, const schema::Table *>>
    keptChildren(const schema::Table &table) const;
    /// The kept parent in both schemas that has this column, or nullptr.
    [[nodiscard]] const schema::Table *followedParent(const schema::Table &child, const QString &column) const;

    // planparts.cpp
    void handlePart(const schema::ObjectId &id, const Change &change);
    void handleConstraint(const schema::ObjectId &id, const Change &change);
    void handleIndex(const schema::ObjectId &id, const Change &change);
    void handleCode(const schema::ObjectId &id, const Change &change);
    void addConstraint(const schema::Table &table, const schema::Constraint &constraint, bool isNew);
    void dropConstraint(const schema::Table &table, const schema::Constraint &constraint);
    void addIndex(const schema::ObjectId &owner, const QString &relation, const schema::Index &index, bool isNew,
                  bool partitioned);
    void dropIndex(const schema::ObjectId &owner, const schema::Index &index);
    [[nodiscard]] bool canStandBeside(const schema::Table &table, const schema::Index &before,
                                      const schema::Index &after) const;
    [[nodiscard]] QString standInName(const schema::ObjectId &index) const;
    void exchangeIndex(const schema::ObjectId &owner, const QString &on, const schema::Index &index);
    void finishIndex(const schema::ObjectId &id, const QString &schemaName, const schema::Index &index,
                     const QString &on);
    void alterIndexOptions(const schema::ObjectId &id, const QString &index, const schema::Attributes &before,
                           const schema::Attributes &after, const QString &order);
    void addTrigger(const schema::ObjectId &owner, const QString &relation, const schema::Trigger &trigger);
    void addRule(const schema::ObjectId &owner, const QString &relation, const schema::Rule &rule);
    void addPolicy(const schema::ObjectId &owner, const QString &relation, const schema::Policy &policy);

    // planobjects.cpp
    void handleObject(const schema::ObjectId &id, const Change &change);
    void createObject(const schema::Object &object);
    void dropObject(const schema::Object &object);
    void alterRoutine(const schema::Routine &a, const schema::Routine &b, const Change &change);
    void alterSequence(const schema::Sequence &a, const schema::Sequence &b, const Change &change);
    void ownSequence(const schema::Sequence &sequence);
    void alterType(const schema::Type &a, const schema::Type &b, const Change &change);
    void alterEnum(const schema::Type &a, const schema::Type &b);
    void alterTypePart(const schema::ObjectId &id, const Change &change);
    void alterOther(const schema::CatalogObject &a, const schema::CatalogObject &b, const Change &change);
    void defaultPrivileges(const schema::CatalogObject &object, const schema::Grants &before,
                           const schema::Grants &after, int rank);

    // planpublications.cpp
    /// The tables of a publication, and the columns that its lists and filters may mention.
    [[nodiscard]] std::vector<schema::ObjectId> publishedBy(const schema::Schema &schema,
                                                            const schema::CatalogObject &publication) const;
    void alterMembers(const schema::CatalogObject &a, const schema::CatalogObject &b);
    void keepMembers();
    void alterSubscription(const schema::CatalogObject &b, const Change &change);

    // plancommon.cpp
    [[nodiscard]] QString versionClause(const schema::CatalogObject &object) const;
    void finishObject(const schema::Object &object);
    void grantColumnsAgain(const schema::Object &relation, const schema::Grants &before, const schema::Grants &after);
    void alterCommon(const schema::Object &a, const schema::Object &b, const Change &change);
    [[nodiscard]] schema::Grants startingGrants(const schema::Object &object) const;

    const schema::Schema &m_from;
    const schema::Schema &m_to;
    const diff::Comparison &m_comparison;
    QString m_role; ///< who made FROM's snapshot and will probably run the plan
    int m_major = 0;
    QHash<QString, std::vector<schema::ObjectId>>
        m_keysInto; ///< "schema.table" ► foreign keys of FROM that reference it
    std::vector<const schema::CatalogObject *> m_defaultPrivileges; ///< of FROM
    std::vector<const schema::CatalogObject *> m_publications;      ///< of FROM
    QSet<QString> m_addedNames; ///< "schema.name" of what TO has and FROM has not, with the keys and indexes of tables

    std::map<schema::ObjectId, Change> m_changes;
    Ids m_recreate;    ///< dropped and made again
    Ids m_typeChanged; ///< columns whose type changes, or whose type is made anew
    Ids m_swapped;     ///< types replaced while columns use them
    Ids m_resetDefault;
    Ids m_rewritten;                          ///< tables whose rows are written anew
    std::map<schema::ObjectId, Ids> m_parked; ///< columns that hold rows of a type which goes meanwhile ► what goes
    QHash<schema::ObjectId, int> m_parkNodes; ///< such a column ► the statement that lets go
    std::vector<schema::ObjectId> m_queue;
    Ids m_split;       ///< relations whose making is cut in two to break a cycle
    Ids m_afterAttach; ///< indexes of TO that some partition lacks (made ON ONLY), and what is attached to them: a
                       ///< partition that came after them would get one. Twins of attached indexes, too
    Ids m_loosened;    ///< tables that lose what uses others before they are dropped, to break a cycle
    QHash<schema::ObjectId, std::vector<schema::ObjectId>> m_dependents; ///< in FROM
    QHash<QString, schema::ObjectId> m_relationsByName;                  ///< "public.t" as in SQL ► id, both schemas

    std::vector<Node> m_nodes;
    QHash<schema::ObjectId, std::vector<int>> m_dropNodes;
    QHash<schema::ObjectId, std::vector<int>> m_makeNodes;
    QHash<schema::ObjectId, std::vector<int>> m_finishNodes;
    QHash<schema::ObjectId, int> m_attachNodes;
    Ids m_rejoined;       ///< tables that left their parents and joined them again
    QSet<int> m_partings; ///< nodes that take a table from its parent or type: what it has from there can go then
    QHash<schema::ObjectId, int> m_detachedBranches;            ///< removed partition with partitions ► its detaching
    std::vector<std::pair<schema::ObjectId, int>> m_ofBranches; ///< such a partition ► drop of one below it
    std::vector<std::pair<schema::ObjectId, int>> m_followers; ///< column of a parent ► what comes after its statements
    std::vector<std::pair<schema::ObjectId, int>> m_leaders;   ///< column of a parent ► what comes before them
    std::vector<std::pair<schema::ObjectId, int>> m_attachments; ///< index or key ► what attaches one below it
    std::vector<std::pair<schema::ObjectId, int>> m_asideDrops;  ///< type that was swapped ► drop of the old one
    QHash<schema::ObjectId, int> m_detachNodes; ///< of partitions that get another place under the same parent
    std::vector<std::pair<schema::ObjectId, schema::ObjectId>> m_goAlong; ///< part ► what takes it along
    int m_difference = -1;                                                ///< the one that is being served
};

/// True where the server has an assignment cast (pg_cast of PostgreSQL 12 to 18): no USING is needed.
[[nodiscard]] bool isAssignable(const QString &from, const QString &to);
/// True when every value of @p from fits into @p to without USING and without a change of meaning.
[[nodiscard]] bool convertsByItself(const QString &from, const QString &to);

} // namespace countersign::engine::postgresql
