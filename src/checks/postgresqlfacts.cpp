#include "checks/statementfacts.h"

#include <QJsonDocument>

#include <pg_query.h>

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using schema::ConstraintKind;

Name rangeVar(const QJsonObject &node)
{
    return {node["schemaname"_L1].toString(), node["relname"_L1].toString()};
}

/// A node of one kind is an object with one key that names the kind.
QJsonObject inside(const QJsonValue &node, QLatin1StringView kind)
{
    return node.toObject()[kind].toObject();
}

QStringList strings(const QJsonValue &list)
{
    QStringList out;
    const QJsonArray items = list.isArray() ? list.toArray() : inside(list, "List"_L1)["items"_L1].toArray();
    for (const QJsonValue &item : items) {
        out.append(inside(item, "String"_L1)["sval"_L1].toString());
    }
    return out;
}

Name nameFrom(const QStringList &parts)
{
    if (parts.isEmpty()) {
        return {};
    }
    return {parts.size() > 1 ? parts[parts.size() - 2] : QString(), parts.last()};
}

/// Every relation and function named anywhere below a node.
void collect(const QJsonValue &value, StatementFacts &facts)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            collect(item, facts);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "RangeVar"_L1) {
            facts.reads.push_back(rangeVar(it.value().toObject()));
        } else if (it.key() == "FuncCall"_L1) {
            facts.functions.append(nameFrom(strings(it.value().toObject()["funcname"_L1])).name.toLower());
        }
        collect(it.value(), facts);
    }
}

std::optional<ConstraintKind> constraintKind(const QString &contype)
{
    static const QHash<QString, ConstraintKind> kinds = {{u"CONSTR_CHECK"_s, ConstraintKind::Check},
                                                         {u"CONSTR_PRIMARY"_s, ConstraintKind::PrimaryKey},
                                                         {u"CONSTR_UNIQUE"_s, ConstraintKind::Unique},
                                                         {u"CONSTR_FOREIGN"_s, ConstraintKind::ForeignKey},
                                                         {u"CONSTR_EXCLUSION"_s, ConstraintKind::Exclusion}};
    const auto it = kinds.constFind(contype);
    return it == kinds.constEnd() ? std::nullopt : std::optional(it.value());
}

void readColumn(const QJsonObject &column, Action &action)
{
    action.name = column["colname"_L1].toString();
    const QString type = strings(column["typeName"_L1].toObject()["names"_L1]).value(0);
    action.autoIncrement = type.endsWith("serial"_L1) || type.startsWith("serial"_L1);
    for (const QJsonValue &item : column["constraints"_L1].toArray()) {
        const QJsonObject constraint = inside(item, "Constraint"_L1);
        const QString contype = constraint["contype"_L1].toString();
        action.hasDefault |= contype == "CONSTR_DEFAULT"_L1;
        action.inlineNotNull |= contype == "CONSTR_NOTNULL"_L1;
        action.stored |= contype == "CONSTR_GENERATED"_L1;
        action.autoIncrement |= contype == "CONSTR_IDENTITY"_L1;
        action.inlineUnique |= contype == "CONSTR_UNIQUE"_L1;
        action.inlinePrimaryKey |= contype == "CONSTR_PRIMARY"_L1;
        action.inlineCheck |= contype == "CONSTR_CHECK"_L1;
        if (contype == "CONSTR_FOREIGN"_L1) {
            action.inlineReferences = true;
            action.other = rangeVar(constraint["pktable"_L1].toObject());
        }
        // A default that is anything but a constant may need a value for each row.
        if (contype == "CONSTR_DEFAULT"_L1) {
            const QJsonObject expression = constraint["raw_expr"_L1].toObject();
            action.special = !expression.contains("A_Const"_L1);
        }
    }
}

ActionKind actionKind(const QString &subtype)
{
    static const QHash<QString, ActionKind> kinds = {
        {u"AT_AddColumn"_s, ActionKind::AddColumn},
        {u"AT_DropColumn"_s, ActionKind::DropColumn},
        {u"AT_AlterColumnType"_s, ActionKind::ChangeColumn},
        {u"AT_ColumnDefault"_s, ActionKind::SetDefault},
        {u"AT_SetNotNull"_s, ActionKind::SetNotNull},
        {u"AT_DropNotNull"_s, ActionKind::DropNotNull},
        {u"AT_AddConstraint"_s, ActionKind::AddConstraint},
        {u"AT_DropConstraint"_s, ActionKind::DropConstraint},
        {u"AT_ValidateConstraint"_s, ActionKind::ValidateConstraint},
        {u"AT_AttachPartition"_s, ActionKind::AttachPartition},
        {u"AT_DetachPartition"_s, ActionKind::DetachPartition},
        {u"AT_ChangeOwner"_s, ActionKind::Owner},
        {u"AT_SetRelOptions"_s, ActionKind::SetOptions},
        {u"AT_ResetRelOptions"_s, ActionKind::SetOptions},
        {u"AT_SetOptions"_s, ActionKind::SetOptions},
        {u"AT_ResetOptions"_s, ActionKind::SetOptions},
        {u"AT_SetStatistics"_s, ActionKind::SetStatistics},
        {u"AT_SetStorage"_s, ActionKind::SetStorage},
        {u"AT_SetCompression"_s, ActionKind::SetCompression},
        {u"AT_EnableRowSecurity"_s, ActionKind::RowSecurity},
        {u"AT_DisableRowSecurity"_s, ActionKind::RowSecurity},
        {u"AT_ForceRowSecurity"_s, ActionKind::RowSecurity},
        {u"AT_NoForceRowSecurity"_s, ActionKind::RowSecurity},
        {u"AT_ReplicaIdentity"_s, ActionKind::ReplicaIdentity},
        {u"AT_EnableTrig"_s, ActionKind::TriggerState},
        {u"AT_EnableAlwaysTrig"_s, ActionKind::TriggerState},
        {u"AT_EnableReplicaTrig"_s, ActionKind::TriggerState},
        {u"AT_EnableTrigAll"_s, ActionKind::TriggerState},
        {u"AT_EnableTrigUser"_s, ActionKind::TriggerState},
        {u"AT_DisableTrig"_s, ActionKind::TriggerState},
        {u"AT_DisableTrigAll"_s, ActionKind::TriggerState},
        {u"AT_DisableTrigUser"_s, ActionKind::TriggerState},
        {u"AT_AddInherit"_s, ActionKind::Inherit},
        {u"AT_DropInherit"_s, ActionKind::NoInherit},
        {u"AT_AddIdentity"_s, ActionKind::Identity},
        {u"AT_SetIdentity"_s, ActionKind::Identity},
        {u"AT_DropIdentity"_s, ActionKind::Identity},
        {u"AT_SetTableSpace"_s, ActionKind::Tablespace},
        {u"AT_SetLogged"_s, ActionKind::Persistence},
        {u"AT_SetUnLogged"_s, ActionKind::Persistence},
        {u"AT_SetAccessMethod"_s, ActionKind::AccessMethod},
        {u"AT_SetExpression"_s, ActionKind::SetExpression},
        {u"AT_DropExpression"_s, ActionKind::DropExpression},
        {u"AT_ClusterOn"_s, ActionKind::ClusterOn},
        {u"AT_DropCluster"_s, ActionKind::ClusterOn},
    };
    return kinds.value(subtype, ActionKind::Other);
}

Action readCommand(const QJsonObject &command)
{
    const QString subtype = command["subtype"_L1].toString();
    Action action;
    action.kind = actionKind(subtype);
    action.name = command["name"_L1].toString();
    action.cascade = command["behavior"_L1].toString() == "DROP_CASCADE"_L1;
    action.ifExists = command["missing_ok"_L1].toBool();
    const QJsonValue definition = command["def"_L1];
    if (action.kind == ActionKind::AddColumn) {
        readColumn(inside(definition, "ColumnDef"_L1), action);
    } else if (action.kind == ActionKind::ChangeColumn) {
        action.hasUsing = inside(definition, "ColumnDef"_L1).contains("raw_default"_L1);
    } else if (action.kind == ActionKind::SetDefault && definition.isUndefined()) {
        action.kind = ActionKind::DropDefault;
    } else if (action.kind == ActionKind::AddConstraint) {
        const QJsonObject constraint = inside(definition, "Constraint"_L1);
        action.name = constraint["conname"_L1].toString();
        action.constraint = constraintKind(constraint["contype"_L1].toString());
        action.notValid = constraint["skip_validation"_L1].toBool();
        action.usingIndex = !constraint["indexname"_L1].toString().isEmpty();
        action.other = rangeVar(constraint["pktable"_L1].toObject());
    } else if (action.kind == ActionKind::AttachPartition || action.kind == ActionKind::DetachPartition) {
        const QJsonObject partition = inside(definition, "PartitionCmd"_L1);
        action.other = rangeVar(partition["name"_L1].toObject());
        action.concurrently = partition["concurrent"_L1].toBool();
    } else if (action.kind == ActionKind::Inherit || action.kind == ActionKind::NoInherit) {
        action.other = rangeVar(inside(definition, "RangeVar"_L1));
    }
    // Bits of the parser's enum that only tell enabling from disabling are needed by one rule.
    action.special |= subtype.startsWith("AT_Disable"_L1);
    return action;
}

void readAlterTable(const QJsonObject &node, StatementFacts &facts)
{
    static const QHash<QString, Verb> verbs = {{u"OBJECT_INDEX"_s, Verb::AlterIndex},
                                               {u"OBJECT_SEQUENCE"_s, Verb::AlterSequence},
                                               {u"OBJECT_VIEW"_s, Verb::AlterView},
                                               {u"OBJECT_TYPE"_s, Verb::AlterType}};
    facts.verb = verbs.value(node["objtype"_L1].toString(), Verb::AlterTable);
    facts.targets = {rangeVar(node["relation"_L1].toObject())};
    facts.only = !node["relation"_L1].toObject()["inh"_L1].toBool();
    facts.ifExists = node["missing_ok"_L1].toBool();
    for (const QJsonValue &command : node["cmds"_L1].toArray()) {
        facts.actions.push_back(readCommand(inside(command, "AlterTableCmd"_L1)));
    }
}

void readCreateTable(const QJsonObject &node, StatementFacts &facts)
{
    facts.verb = Verb::CreateTable;
    facts.targets = {rangeVar(node["relation"_L1].toObject())};
    facts.ifNotExists = node["if_not_exists"_L1].toBool();
    if (node.contains("partbound"_L1)) {
        facts.partitionOf = rangeVar(inside(node["inhRelations"_L1].toArray().at(0), "RangeVar"_L1));
    }
    for (const QJsonValue &element : node["tableElts"_L1].toArray()) {
        if (element.toObject().contains("ColumnDef"_L1)) {
            Action column;
            readColumn(inside(element, "ColumnDef"_L1), column);
            if (column.inlineReferences) {
                facts.inlineReferences = true;
                facts.references.push_back(column.other);
            }
        } else if (const QJsonObject constraint = inside(element, "Constraint"_L1); constraint.contains("pktable"_L1)) {
            facts.references.push_back(rangeVar(constraint["pktable"_L1].toObject()));
        }
    }
}

void readDrop(const QJsonObject &node, StatementFacts &facts)
{
    static const QHash<QString, Verb> verbs = {
        {u"OBJECT_TABLE"_s, Verb::DropTable},
        {u"OBJECT_FOREIGN_TABLE"_s, Verb::DropTable},
        {u"OBJECT_INDEX"_s, Verb::DropIndex},
        {u"OBJECT_VIEW"_s, Verb::DropView},
        {u"OBJECT_MATVIEW"_s, Verb::DropMaterializedView},
        {u"OBJECT_SEQUENCE"_s, Verb::DropSequence},
        {u"OBJECT_TYPE"_s, Verb::DropType},
        {u"OBJECT_DOMAIN"_s, Verb::DropType},
        {u"OBJECT_SCHEMA"_s, Verb::DropSchema},
        {u"OBJECT_TRIGGER"_s, Verb::DropTrigger},
        {u"OBJECT_FUNCTION"_s, Verb::DropRoutine},
        {u"OBJECT_PROCEDURE"_s, Verb::DropRoutine},
        {u"OBJECT_ROUTINE"_s, Verb::DropRoutine},
        {u"OBJECT_AGGREGATE"_s, Verb::DropRoutine},
        {u"OBJECT_POLICY"_s, Verb::DropPolicy},
    };
    const QString type = node["removeType"_L1].toString();
    facts.verb = verbs.value(type, Verb::Other);
    facts.cascade = node["behavior"_L1].toString() == "DROP_CASCADE"_L1;
    facts.ifExists = node["missing_ok"_L1].toBool();
    facts.concurrently = node["concurrent"_L1].toBool();
    for (const QJsonValue &object : node["objects"_L1].toArray()) {
        QStringList parts = strings(object);
        if (parts.isEmpty()) {
            parts = strings(inside(object, "TypeName"_L1)["names"_L1]);
        }
        if (parts.isEmpty()) {
            parts = {inside(object, "String"_L1)["sval"_L1].toString()};
        }
        if (facts.verb == Verb::DropTrigger || facts.verb == Verb::DropPolicy) {
            facts.object = parts.takeLast();
        }
        facts.targets.push_back(nameFrom(parts));
    }
    facts.objects = facts.targets;
    if (facts.object.isEmpty() && !facts.targets.empty()) {
        facts.object = facts.targets.front().name;
    }
}

void readRename(const QJsonObject &node, StatementFacts &facts)
{
    const QString type = node["renameType"_L1].toString();
    const Name relation = rangeVar(node["relation"_L1].toObject());
    Action action;
    action.name = node["subname"_L1].toString();
    action.newName = node["newname"_L1].toString();
    facts.verb = Verb::AlterTable;
    facts.targets = {relation};
    facts.ifExists = node["missing_ok"_L1].toBool();
    if (type == "OBJECT_COLUMN"_L1) {
        action.kind = ActionKind::RenameColumn;
        facts.verb = node["relationType"_L1].toString() == "OBJECT_VIEW"_L1 ? Verb::AlterView : Verb::AlterTable;
    } else if (type == "OBJECT_TABLE"_L1 || type == "OBJECT_FOREIGN_TABLE"_L1) {
        action.kind = ActionKind::RenameTable;
        action.name = relation.name;
    } else if (type == "OBJECT_INDEX"_L1) {
        action.kind = ActionKind::RenameIndex;
        action.name = relation.name;
        facts.verb = Verb::AlterIndex;
    } else if (type == "OBJECT_TABCONSTRAINT"_L1) {
        action.kind = ActionKind::RenameConstraint;
    } else if (type == "OBJECT_SCHEMA"_L1) {
        action.kind = ActionKind::RenameTable;
        facts.verb = Verb::CreateSchema;
        facts.object = action.name;
    } else {
        facts.verb = Verb::Other;
        const QStringList parts = strings(node["object"_L1]);
        facts.targets = {nameFrom(parts)};
    }
    facts.actions = {action};
}

void readSelectList(const QJsonObject &select, StatementFacts &facts)
{
    for (const QJsonValue &target : select["targetList"_L1].toArray()) {
        const QJsonArray fields =
            inside(inside(target, "ResTarget"_L1)["val"_L1], "ColumnRef"_L1)["fields"_L1].toArray();
        const QJsonObject last = fields.isEmpty() ? QJsonObject() : fields.last().toObject();
        facts.selectStar |= last.contains("A_Star"_L1);
        facts.selected.append(
            inside(fields.isEmpty() ? QJsonValue() : fields.last(), "String"_L1)["sval"_L1].toString());
    }
}

bool isConstantCondition(const QJsonValue &where)
{
    const QString text = QString::fromUtf8(QJsonDocument(where.toObject()).toJson(QJsonDocument::Compact));
    return !text.contains("ColumnRef"_L1) && !text.contains("FuncCall"_L1) && !text.contains("SubLink"_L1);
}

const QStringList dmlKinds{u"InsertStmt"_s, u"UpdateStmt"_s, u"DeleteStmt"_s, u"MergeStmt"_s};

void readDml(const QString &kind, const QJsonObject &node, StatementFacts &facts)
{
    facts.targets = {rangeVar(node["relation"_L1].toObject())};
    if (kind == "InsertStmt"_L1) {
        facts.verb = Verb::Insert;
        for (const QJsonValue &column : node["cols"_L1].toArray()) {
            facts.columns.append(inside(column, "ResTarget"_L1)["name"_L1].toString());
        }
        const QJsonObject select = inside(node["selectStmt"_L1], "SelectStmt"_L1);
        facts.fromSelect = !select.isEmpty() && !select.contains("valuesLists"_L1);
        facts.hasWhere = select.contains("whereClause"_L1);
        facts.hasLimit = select.contains("limitCount"_L1);
        readSelectList(select, facts);
        return;
    }
    // MERGE is what it does to rows that are there: an UPDATE … FROM, a DELETE … USING.
    const QByteArray merge = QJsonDocument(node["mergeWhenClauses"_L1].toArray()).toJson();
    const auto condition = kind == "MergeStmt"_L1 ? "joinCondition"_L1 : "whereClause"_L1;
    facts.verb = kind == "UpdateStmt"_L1 || merge.contains("CMD_UPDATE")   ? Verb::Update
                 : kind == "DeleteStmt"_L1 || merge.contains("CMD_DELETE") ? Verb::Delete
                                                                           : Verb::Insert;
    facts.fromSelect = facts.verb == Verb::Insert;
    facts.hasWhere = node.contains(condition);
    facts.constantWhere = facts.hasWhere && isConstantCondition(node[condition]);
    for (const QJsonValue &column : node["targetList"_L1].toArray()) {
        facts.columns.append(inside(column, "ResTarget"_L1)["name"_L1].toString());
    }
}

QString constantText(const QJsonValue &node)
{
    const QJsonObject constant = inside(node, "A_Const"_L1);
    if (constant.contains("sval"_L1)) {
        return constant["sval"_L1].toObject()["sval"_L1].toString();
    }
    if (constant.contains("ival"_L1)) {
        return QString::number(constant["ival"_L1].toObject()["ival"_L1].toInteger());
    }
    if (constant.contains("boolval"_L1)) {
        return constant["boolval"_L1].toObject()["boolval"_L1].toBool() ? u"on"_s : u"off"_s;
    }
    return constant["fval"_L1].toObject()["fval"_L1].toString();
}

bool hasOption(const QJsonValue &options, QLatin1StringView name)
{
    const QJsonArray list = options.toArray();
    return std::ranges::any_of(list, [&](const QJsonValue &item) {
        const QJsonObject element = inside(item, "DefElem"_L1);
        const QString value = inside(element["arg"_L1], "String"_L1)["sval"_L1].toString();
        return element["defname"_L1].toString() == name && value != "false"_L1 && value != "off"_L1;
    });
}

void readMaintenance(const QString &kind, const QJsonObject &node, StatementFacts &facts)
{
    if (node.contains("relation"_L1)) {
        facts.targets = {rangeVar(node["relation"_L1].toObject())};
    }
    if (kind == "VacuumStmt"_L1) {
        facts.verb = node["is_vacuumcmd"_L1].toBool() ? Verb::Vacuum : Verb::Analyze;
        facts.full = hasOption(node["options"_L1], "full"_L1);
        for (const QJsonValue &relation : node["rels"_L1].toArray()) {
            facts.targets.push_back(rangeVar(inside(relation, "VacuumRelation"_L1)["relation"_L1].toObject()));
        }
    } else if (kind == "ReindexStmt"_L1) {
        facts.verb = Verb::Reindex;
        facts.special = node["kind"_L1].toString() == "REINDEX_OBJECT_INDEX"_L1;
        facts.object = facts.targets.empty() ? node["name"_L1].toString() : facts.targets.front().name;
        facts.concurrently = hasOption(node["params"_L1], "concurrently"_L1);
    } else if (kind == "RefreshMatViewStmt"_L1) {
        facts.verb = Verb::RefreshMaterializedView;
        facts.concurrently = node["concurrent"_L1].toBool();
    } else {
        facts.verb = Verb::Cluster;
    }
}

void readIndex(const QJsonObject &node, StatementFacts &facts)
{
    facts.verb = Verb::CreateIndex;
    facts.targets = {rangeVar(node["relation"_L1].toObject())};
    facts.object = node["idxname"_L1].toString();
    facts.concurrently = node["concurrent"_L1].toBool();
    facts.ifNotExists = node["if_not_exists"_L1].toBool();
    facts.unique = node["unique"_L1].toBool();
    facts.only = !node["relation"_L1].toObject()["inh"_L1].toBool();
}

void readTransaction(const QJsonObject &node, StatementFacts &facts)
{
    static const QHash<QString, Verb> verbs = {
        {u"TRANS_STMT_BEGIN"_s, Verb::Begin},          {u"TRANS_STMT_START"_s, Verb::Begin},
        {u"TRANS_STMT_COMMIT"_s, Verb::Commit},        {u"TRANS_STMT_ROLLBACK"_s, Verb::Rollback},
        {u"TRANS_STMT_SAVEPOINT"_s, Verb::Savepoint},  {u"TRANS_STMT_RELEASE"_s, Verb::Savepoint},
        {u"TRANS_STMT_ROLLBACK_TO"_s, Verb::Savepoint}};
    facts.verb = verbs.value(node["kind"_L1].toString(), Verb::Other);
}

void readTypes(const QString &kind, const QJsonObject &node, StatementFacts &facts)
{
    facts.targets = {nameFrom(strings(node["typeName"_L1]))};
    if (kind == "AlterEnumStmt"_L1) {
        facts.verb = Verb::AlterType;
        // ADD VALUE has only a new value, RENAME VALUE has both.
        const QString oldValue = node["oldVal"_L1].toString();
        facts.label = oldValue.isEmpty() ? node["newVal"_L1].toString() : oldValue;
        facts.newLabel = oldValue.isEmpty() ? QString() : node["newVal"_L1].toString();
        facts.ifNotExists = node["skipIfNewValExists"_L1].toBool();
    } else if (kind == "AlterDomainStmt"_L1) {
        facts.verb = Verb::AlterDomain;
        Action action;
        const QString subtype = node["subtype"_L1].toString();
        const QJsonObject constraint = inside(node["def"_L1], "Constraint"_L1);
        action.kind = subtype == "C"_L1   ? ActionKind::AddConstraint
                      : subtype == "V"_L1 ? ActionKind::ValidateConstraint
                      : subtype == "O"_L1 ? ActionKind::SetNotNull
                                          : ActionKind::Other;
        action.name = constraint["conname"_L1].toString();
        action.notValid = constraint["skip_validation"_L1].toBool();
        facts.actions = {action};
    } else if (kind == "CreateDomainStmt"_L1) {
        facts.verb = Verb::CreateDomain;
        facts.targets = {nameFrom(strings(node["domainname"_L1]))};
    } else {
        facts.verb = Verb::CreateType;
    }
}

/// Kinds of which only the verb and one name matter.
bool readSimple(const QString &kind, const QJsonObject &node, StatementFacts &facts)
{
    static const QHash<QString, std::pair<Verb, QString>> simple = {
        {u"CreateSeqStmt"_s, {Verb::CreateSequence, u"sequence"_s}},
        {u"AlterSeqStmt"_s, {Verb::AlterSequence, u"sequence"_s}},
        {u"CreateTrigStmt"_s, {Verb::CreateTrigger, u"relation"_s}},
        {u"CreatePolicyStmt"_s, {Verb::CreatePolicy, u"table"_s}},
        {u"AlterPolicyStmt"_s, {Verb::CreatePolicy, u"table"_s}},
        {u"RuleStmt"_s, {Verb::CreateRule, u"relation"_s}},
        {u"ViewStmt"_s, {Verb::CreateView, u"view"_s}},
        {u"CopyStmt"_s, {Verb::Copy, u"relation"_s}},
        {u"CreatedbStmt"_s, {Verb::CreateDatabase, {}}},
        {u"DropdbStmt"_s, {Verb::DropDatabase, {}}},
        {u"CreateSchemaStmt"_s, {Verb::CreateSchema, {}}},
        {u"CreateFunctionStmt"_s, {Verb::CreateRoutine, {}}},
        {u"CreateStatsStmt"_s, {Verb::CreateStatistics, {}}},
        {u"GrantStmt"_s, {Verb::Grant, {}}},
        {u"CommentStmt"_s, {Verb::Comment, {}}},
        {u"CreatePublicationStmt"_s, {Verb::Publication, {}}},
        {u"AlterPublicationStmt"_s, {Verb::Publication, {}}},
        {u"DoStmt"_s, {Verb::Do, {}}},
        {u"LockStmt"_s, {Verb::Lock, {}}},
        {u"SelectStmt"_s, {Verb::Select, {}}},
    };
    const auto it = simple.constFind(kind);
    if (it == simple.constEnd()) {
        return false;
    }
    facts.verb = it->first;
    if (!it->second.isEmpty()) {
        facts.targets = {rangeVar(node[it->second].toObject())};
    }
    facts.orReplace = node["replace"_L1].toBool();
    facts.ifNotExists = node["if_not_exists"_L1].toBool();
    if (kind == "CreateTrigStmt"_L1) {
        facts.object = node["trigname"_L1].toString();
    }
    if (kind == "CommentStmt"_L1) {
        QStringList parts = strings(node["object"_L1]);
        const QString type = node["objtype"_L1].toString();
        if (type == "OBJECT_COLUMN"_L1 && !parts.isEmpty()) {
            parts.removeLast();
        }
        if (type == "OBJECT_COLUMN"_L1 || type == "OBJECT_TABLE"_L1) {
            facts.targets = {nameFrom(parts)};
        }
    }
    facts.restarts = hasOption(node["options"_L1], "restart"_L1);
    return true;
}

void readStatement(const QString &kind, const QJsonObject &node, StatementFacts &facts)
{
    if (kind == "AlterTableStmt"_L1) {
        readAlterTable(node, facts);
    } else if (kind == "CreateStmt"_L1) {
        readCreateTable(node, facts);
    } else if (kind == "CreateTableAsStmt"_L1) {
        facts.verb =
            node["objtype"_L1].toString() == "OBJECT_MATVIEW"_L1 ? Verb::CreateMaterializedView : Verb::CreateTableAs;
        facts.targets = {rangeVar(node["into"_L1].toObject()["rel"_L1].toObject())};
        facts.ifNotExists = node["if_not_exists"_L1].toBool();
        facts.fromSelect = true;
        readSelectList(inside(node["query"_L1], "SelectStmt"_L1), facts);
    } else if (kind == "IndexStmt"_L1) {
        readIndex(node, facts);
    } else if (kind == "DropStmt"_L1) {
        readDrop(node, facts);
    } else if (kind == "RenameStmt"_L1) {
        readRename(node, facts);
    } else if (kind == "AlterObjectSchemaStmt"_L1) {
        facts.verb = node["objectType"_L1].toString() == "OBJECT_TABLE"_L1 ? Verb::AlterTable : Verb::Other;
        facts.targets = {rangeVar(node["relation"_L1].toObject())};
        Action action;
        action.kind = ActionKind::SetSchema;
        action.newName = node["newschema"_L1].toString();
        facts.actions = {action};
    } else if (dmlKinds.contains(kind)) {
        readDml(kind, node, facts);
    } else if (kind == "TruncateStmt"_L1) {
        facts.verb = Verb::Truncate;
        facts.cascade = node["behavior"_L1].toString() == "DROP_CASCADE"_L1;
        facts.restarts = node["restart_seqs"_L1].toBool();
        for (const QJsonValue &relation : node["relations"_L1].toArray()) {
            facts.targets.push_back(rangeVar(inside(relation, "RangeVar"_L1)));
        }
    } else if (kind == "TransactionStmt"_L1) {
        readTransaction(node, facts);
    } else if (kind == "VariableSetStmt"_L1) {
        facts.verb = Verb::Set;
        facts.setting = node["name"_L1].toString().toLower();
        facts.value = constantText(node["args"_L1].toArray().at(0));
        facts.local = node["is_local"_L1].toBool();
    } else if (kind == "VacuumStmt"_L1 || kind == "ClusterStmt"_L1 || kind == "ReindexStmt"_L1 ||
               kind == "RefreshMatViewStmt"_L1) {
        readMaintenance(kind, node, facts);
    } else if (kind == "AlterEnumStmt"_L1 || kind == "AlterDomainStmt"_L1 || kind == "CreateDomainStmt"_L1 ||
               kind == "CreateEnumStmt"_L1 || kind == "CompositeTypeStmt"_L1 || kind == "CreateRangeStmt"_L1) {
        readTypes(kind, node, facts);
    } else {
        readSimple(kind, node, facts);
    }
}

/// WITH x AS (DELETE …) changes rows whatever the statement itself is.
void readWith(const QJsonObject &node, StatementFacts &facts)
{
    for (const QJsonValue &value : node["withClause"_L1].toObject()["ctes"_L1].toArray()) {
        const QJsonObject query = inside(value, "CommonTableExpr"_L1)["ctequery"_L1].toObject();
        const QString kind = query.isEmpty() ? QString() : query.begin().key();
        if (dmlKinds.contains(kind)) {
            StatementFacts inner;
            readStatement(kind, query.begin().value().toObject(), inner);
            collect(query, inner);
            facts.inner.push_back(inner);
        }
    }
}

} // namespace

StatementFacts postgreSqlFacts(const QString &sql)
{
    StatementFacts facts;
    const QByteArray text = sql.toUtf8();
    const PgQueryParseResult result = pg_query_parse(text.constData());
    const QJsonDocument document = QJsonDocument::fromJson(result.parse_tree);
    facts.parsed = result.error == nullptr;
    pg_query_free_parse_result(result);
    const QJsonArray statements = document["stmts"_L1].toArray();
    if (!facts.parsed || statements.isEmpty()) {
        return facts;
    }
    const QJsonObject statement = statements.at(0)["stmt"_L1].toObject();
    const QString kind = statement.begin().key();
    readStatement(kind, statement.begin().value().toObject(), facts);
    collect(statement, facts);
    readWith(statement.begin().value().toObject(), facts);
    if (facts.verb == Verb::Do) {
        facts.inner = statementsOfBlock(sql, sql::dialectOf(schema::EngineKind::PostgreSql));
    }
    if (facts.object.isEmpty() && !facts.targets.empty()) {
        facts.object = facts.targets.front().name;
    }
    return facts;
}

} // namespace countersign::checks
