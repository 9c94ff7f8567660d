#pragma once

#include "schema/parts.h"
#include "sql/dialect.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign::checks {

/// A name as written in a statement; the namespace may be missing.
struct Name {
    QString schema;
    QString name;

    [[nodiscard]] QString path() const { return schema.isEmpty() ? name : schema + u'.' + name; }
    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    friend bool operator==(const Name &, const Name &) = default;
};

/// What a statement sets out to do, by its grammar.
enum class Verb : std::uint8_t {
    Other,
    Select,
    Insert,
    Update,
    Delete,
    Truncate,
    Copy,
    CreateTable,
    CreateTableAs,
    AlterTable,
    DropTable,
    CreateIndex,
    DropIndex,
    AlterIndex,
    Reindex,
    CreateView,
    CreateMaterializedView,
    RefreshMaterializedView,
    DropView,
    DropMaterializedView,
    AlterView,
    CreateType,
    AlterType,
    DropType,
    CreateDomain,
    AlterDomain,
    CreateSequence,
    AlterSequence,
    DropSequence,
    CreateTrigger,
    DropTrigger,
    CreateRoutine,
    DropRoutine,
    CreatePolicy,
    DropPolicy,
    CreateRule,
    CreateStatistics,
    CreateSchema,
    DropSchema,
    CreateDatabase,
    DropDatabase,
    Vacuum,
    Cluster,
    Analyze,
    Optimize,
    Lock,
    Grant,
    Comment,
    Publication,
    Set,
    Pragma,
    Begin,
    Commit,
    Rollback,
    Savepoint,
    Do,
};
[[nodiscard]] bool isDataChange(Verb verb);         ///< INSERT, UPDATE, DELETE, COPY
[[nodiscard]] bool isDefinition(Verb verb);         ///< CREATE, ALTER, DROP, TRUNCATE, …
[[nodiscard]] bool isTransactionControl(Verb verb); ///< BEGIN, COMMIT, ROLLBACK

/// One clause of an ALTER TABLE.
enum class ActionKind : std::uint8_t {
    Other,
    AddColumn,
    DropColumn,
    ChangeColumn,
    SetDefault,
    DropDefault,
    SetNotNull,
    DropNotNull,
    AddConstraint,
    DropConstraint,
    ValidateConstraint,
    AddIndex,
    DropIndex,
    RenameColumn,
    RenameTable,
    RenameIndex,
    RenameConstraint,
    SetSchema,
    AttachPartition,
    DetachPartition,
    AddPartition,
    DropPartition,
    TruncatePartition,
    ReorganizePartition,
    Owner,
    SetOptions,
    SetStatistics,
    SetStorage,
    SetCompression,
    RowSecurity,
    ReplicaIdentity,
    TriggerState,
    Inherit,
    NoInherit,
    Identity,
    Tablespace,
    Persistence,
    AccessMethod,
    SetExpression,
    DropExpression,
    ClusterOn,
    StorageEngine,
    ConvertCharset,
    TableCharset,
    AutoIncrement,
    Force,
    Algorithm,
    TableOption,
};

struct Action {
    ActionKind kind = ActionKind::Other;
    QString name;                                     ///< of the column, constraint, index or partition
    QString newName;                                  ///< of a rename; the whole name for a table
    std::optional<schema::ConstraintKind> constraint; ///< for AddConstraint
    Name other;                                       ///< referenced table, partition, parent
    bool notValid = false;
    bool usingIndex = false;
    bool hasUsing = false;
    bool hasDefault = false;
    bool stored = false;
    bool isVirtual = false;
    bool inlineUnique = false;
    bool inlinePrimaryKey = false;
    bool inlineCheck = false;
    bool inlineReferences = false;
    bool inlineNotNull = false;
    bool inlineNull = false; ///< NULL written out
    bool autoIncrement = false;
    bool positioned = false; ///< FIRST or AFTER
    bool cascade = false;
    bool concurrently = false;
    bool special = false; ///< FULLTEXT or SPATIAL index, expression default
    bool ifExists = false;

    friend bool operator==(const Action &, const Action &) = default;
};

/// What the text of one statement says. PostgreSQL: from PostgreSQL's own parser; the others from tokens.
struct StatementFacts {
    Verb verb = Verb::Other;
    bool parsed = true;        ///< false: the text could not be analysed and everything else is a default
    std::vector<Name> targets; ///< what is created, altered, dropped or written; for an index its table
    QString object;            ///< name of the created or dropped index, trigger, …; of the first target otherwise
    std::vector<Name> objects; ///< all dropped indexes, …
    std::vector<Name> reads;   ///< relations named anywhere else
    QStringList functions;     ///< called, lower case, without arguments
    std::vector<Action> actions;
    bool concurrently = false;
    bool cascade = false;
    bool ifExists = false;
    bool ifNotExists = false;
    bool orReplace = false;
    bool only = false; ///< PostgreSQL ONLY
    bool unique = false;
    bool special = false; ///< FULLTEXT, SPATIAL
    bool full = false;    ///< VACUUM FULL
    bool hasWhere = false;
    bool constantWhere = false; ///< WHERE true, WHERE 1 = 1
    bool hasLimit = false;
    bool fromSelect = false; ///< INSERT … SELECT
    bool selectStar = false;
    QStringList columns;           ///< column list of an INSERT; columns set by an UPDATE
    QStringList selected;          ///< plain column names selected by INSERT … SELECT, empty text for an expression
    Name partitionOf;              ///< CREATE TABLE … PARTITION OF
    std::vector<Name> references;  ///< tables referenced by foreign keys in CREATE TABLE
    bool inlineReferences = false; ///< a column of CREATE TABLE has REFERENCES
    QString label;                 ///< ALTER TYPE … ADD VALUE: the label; RENAME VALUE: the old one
    QString newLabel;              ///< RENAME VALUE: the new one
    QString setting;               ///< SET and PRAGMA: lower-case name
    QString value;                 ///< as written, without quotes; empty for RESET and SET … TO DEFAULT
    bool local = false;            ///< PostgreSQL SET LOCAL: until the end of the transaction
    /// MySQL family: every assignment of SET a = 1, b = 2; setting and value are the first.
    std::vector<std::pair<QString, QString>> assignments;
    QString algorithm;     ///< MySQL family ALGORITHM= clause, upper case
    QString lockClause;    ///< MySQL family LOCK= clause, upper case
    bool restarts = false; ///< ALTER SEQUENCE … RESTART, TRUNCATE … RESTART IDENTITY
    /// PostgreSQL: what a DO block may run, branches and loops unrolled once, and what WITH changes; in their order.
    std::vector<StatementFacts> inner;
};

[[nodiscard]] StatementFacts statementFacts(const QString &sql, const sql::Dialect &dialect);
[[nodiscard]] StatementFacts postgreSqlFacts(const QString &sql);
/// The statements inside a DO block in PL/pgSQL, those of EXECUTE with a constant text included.
[[nodiscard]] std::vector<StatementFacts> statementsOfBlock(const QString &sql, const sql::Dialect &dialect);
/// MySQL, MariaDB and SQLite.
[[nodiscard]] StatementFacts tokenFacts(const QString &sql, const sql::Dialect &dialect);

/// "3s", "500", "2min" as PostgreSQL reads lock_timeout (milliseconds without a unit); nothing where it is no duration
/// or 0, which switches the timeout off. Source: manual 19.1.
[[nodiscard]] std::optional<std::chrono::milliseconds> postgreSqlDuration(const QString &text);

} // namespace countersign::checks
