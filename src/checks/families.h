#pragma once

#include "checks/context.h"

namespace countersign::checks {

/// Tables and what they are partitions or children of, before and after the migration (PostgreSQL).
class Families
{
public:
    explicit Families(const CheckContext &context);

    [[nodiscard]] bool isEmpty() const { return m_parents.empty(); }
    /// Whether what is said about @p child is said by the same about @p parent already: a partition or a column of the
    /// same name, or what the server made on the partition for the same of its parent. Both are paths of objects.
    [[nodiscard]] bool repeats(const QString &child, const QString &parent) const;

private:
    struct Parents {
        QStringList paths;
        bool partition = false;
    };

    [[nodiscard]] QString tableOf(QString object) const;
    enum class Kinship : std::uint8_t { None, Inherits, Partition };
    [[nodiscard]] Kinship kinship(const QString &below, const QString &above) const;

    QSet<QString> m_tables;
    std::map<QString, Parents> m_parents;
};

} // namespace countersign::checks
