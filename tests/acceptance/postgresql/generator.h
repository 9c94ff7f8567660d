#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <map>

namespace countersign::acceptance {

/// A made-up PostgreSQL database as a script. Every decision has a name and follows from the seed, so that a neighbour
/// is the same database with some decisions taken again.
class GeneratedDatabase
{
public:
    explicit GeneratedDatabase(quint32 seed) : m_seed(seed) {}

    /// The script that makes it in an empty database of a server of this major version: what an older one does not know
    /// is written otherwise or left out. Needs the roles of roles().
    [[nodiscard]] QString sql(int major = 17);
    /// The same with some decisions of @p database taken again. Call sql() of @p database before.
    [[nodiscard]] static GeneratedDatabase neighbour(const GeneratedDatabase &database, quint32 seed, int decisions);
    /// What was decided anew, to be told when something fails.
    [[nodiscard]] QStringList changed() const;
    [[nodiscard]] static QStringList roles() { return {QStringLiteral("csgen_a"), QStringLiteral("csgen Böse")}; }

private:
    int roll(const QString &decision, int sides);
    bool yes(const QString &decision, int percent) { return roll(decision, 100) < percent; }
    QString pick(const QString &decision, const QStringList &choices);
    void add(QString statement);
    void addComment(const QString &decision, const QString &what);
    void addOwnerAndGrants(const QString &decision, const QString &kind, const QString &name,
                           const QString &privileges);

    void addTypes();
    void addRoutines();
    void addTables();
    void addTable(int number);
    void addIndexes(const QString &t, const QString &table);
    void addCode(const QString &t, const QString &table);
    void addPartitions();
    void addInheritance();
    void addViews();
    void addOthers();

    quint32 m_seed;
    int m_major = 17;
    QString m_sql;
    QStringList m_decisions; ///< in the order in which they were asked for
    std::map<QString, quint32> m_again;
};

} // namespace countersign::acceptance
