#pragma once

#include "checks/check.h"
#include "checks/schemachange.h"
#include "checks/statementfacts.h"

namespace countersign::checks {

/// A product version as numbers.
struct Version {
    int major = 0;
    int minor = 0;
    int patch = 0;

    friend auto operator<=>(const Version &, const Version &) = default;
};
[[nodiscard]] Version parseVersion(const QString &text);

/// One statement with everything that is known about it.
struct Step {
    const rehearsal::StatementRun *run = nullptr;
    StatementFacts facts;
    const schema::Schema *before = nullptr;
    const schema::Schema *after = nullptr; ///< equal to before where the statement did not run
    bool ran = false;                      ///< and succeeded
    SchemaChange change;
    std::vector<rehearsal::Lock> locks; ///< observed; predicted from the lock tables where nothing was observed
    int part = 0; ///< > 0: the same run once more, with the facts of a statement inside it (StatementFacts::inner)
    int transaction = 0;              ///< > 0: number of the transaction it is part of, the script's or the runner's
    bool explicitTransaction = false; ///< the script's own BEGIN
    QMap<QString, QString> baseOf;    ///< table path before this statement ► path in the base; new ones are absent

    [[nodiscard]] int index() const { return run->index; }
    [[nodiscard]] const QString &sql() const { return run->sql; }
    /// The lock on a relation, or nullptr.
    [[nodiscard]] const rehearsal::Lock *lockOn(const QString &path) const;
};

enum class TableSize : std::uint8_t { New, Empty, Small, Big, Unknown };

/// What all rules share: the trail made once. Rules only read it.
class CheckContext
{
public:
    explicit CheckContext(const CheckInput &input);
    CheckContext(const CheckContext &) = delete;
    CheckContext &operator=(const CheckContext &) = delete;

    [[nodiscard]] const CheckInput &input() const { return m_input; }
    [[nodiscard]] schema::EngineKind engine() const { return base().engine; }
    [[nodiscard]] bool isPostgreSql() const { return engine() == schema::EngineKind::PostgreSql; }
    [[nodiscard]] bool isMySqlFamily() const { return schema::isMySqlFamily(engine()); }
    [[nodiscard]] bool isMariaDb() const { return engine() == schema::EngineKind::MariaDb; }
    [[nodiscard]] bool isSqlite() const { return engine() == schema::EngineKind::Sqlite; }
    /// Of production, or of the scratch server where production's is unknown.
    [[nodiscard]] Version version() const { return m_version; }
    [[nodiscard]] QString productionVersionText() const; ///< empty when unknown
    [[nodiscard]] sql::Dialect dialect() const { return sql::dialectOf(engine()); }
    [[nodiscard]] const schema::Schema &base() const { return *m_input.rehearsal.base; }
    [[nodiscard]] const schema::Schema &result() const { return *m_result; }
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    [[nodiscard]] const Step *step(int statement) const;
    /// Base against result with the renames and rebuilds of the script followed.
    [[nodiscard]] const SchemaChange &net() const { return m_net; }

    /// The table that a name in a statement means; nullptr for none.
    [[nodiscard]] const schema::Table *resolve(const schema::Schema &schema, const Name &name) const;
    /// The path of the base table behind a path before a statement; empty for a table made in this migration.
    [[nodiscard]] QString basePath(const Step &step, const QString &path) const;
    [[nodiscard]] bool existed(const Step &step, const QString &path) const { return !basePath(step, path).isEmpty(); }

    [[nodiscard]] TableSize sizeOf(const Step &step, const QString &path) const;
    /// The size of a table of the base.
    [[nodiscard]] TableSize sizeOfBase(const QString &basePath) const;
    /// Error for a big table or an unknown size, warning for a small one, nothing for a new or empty one.
    [[nodiscard]] std::optional<Severity> scaled(const Step &step, const QString &path) const;
    [[nodiscard]] std::optional<qint64> rowsOf(const QString &basePath) const;
    /// "about 1,200,000 rows, 340 MiB" or "size unknown", for messages.
    [[nodiscard]] Phrase sizeText(const QString &basePath) const;

private:
    void buildSteps();
    void assignTransactions();
    void traceTables();

    CheckInput m_input;
    Version m_version;
    const schema::Schema *m_result = nullptr;
    std::vector<Step> m_steps;
    SchemaChange m_net;
};

/// A finding without its rule, which runRules() fills in.
[[nodiscard]] Finding finding(Severity severity, int statement, const QString &object, const Phrase &message,
                              const Phrase &advice, const QString &fix = {});

} // namespace countersign::checks
