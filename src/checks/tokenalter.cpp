#include "checks/tokenalter.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

using schema::ConstraintKind;

namespace {

/// What follows the name of a column in its definition.
void readColumnWords(const QStringList &words, Action &action)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        const QString next = words.value(i + 1);
        action.hasDefault |= word == "DEFAULT"_L1;
        // The parenthesised expression of DEFAULT (…) is left out of the words.
        action.special |= word == "DEFAULT"_L1 && (next.isEmpty() ? i + 1 == words.size() : next == "NOT"_L1);
        action.inlineNotNull |= word == "NOT"_L1 && next == "NULL"_L1;
        action.inlineNull |= word == "NULL"_L1 && i > 0 && words[i - 1] != "NOT"_L1 && words[i - 1] != "DEFAULT"_L1;
        action.autoIncrement |= word == "AUTO_INCREMENT"_L1 || word == "AUTOINCREMENT"_L1;
        action.inlineUnique |= word == "UNIQUE"_L1;
        action.inlinePrimaryKey |= word == "PRIMARY"_L1 && next == "KEY"_L1;
        action.inlineCheck |= word == "CHECK"_L1;
        action.inlineReferences |= word == "REFERENCES"_L1;
        action.stored |= word == "STORED"_L1 || word == "PERSISTENT"_L1;
        action.isVirtual |= word == "VIRTUAL"_L1 ||
                            (word == "AS"_L1 && !words.contains("STORED"_L1) && !words.contains("PERSISTENT"_L1));
        action.positioned |= word == "FIRST"_L1 || word == "AFTER"_L1;
    }
}

void readColumnDefinition(TokenCursor &cursor, Action &action)
{
    action.name = cursor.takeIdentifier();
    readColumnWords(cursor.clauseWords(), action);
}

} // namespace

bool readConstraint(TokenCursor &cursor, Action &action)
{
    if (cursor.take("CONSTRAINT")) {
        const bool named =
            !cursor.is({"PRIMARY"}) && !cursor.is({"UNIQUE"}) && !cursor.is({"FOREIGN"}) && !cursor.is({"CHECK"});
        action.name = named ? cursor.takeIdentifier() : QString();
    }
    if (cursor.take({"PRIMARY", "KEY"})) {
        action.constraint = ConstraintKind::PrimaryKey;
    } else if (cursor.take("UNIQUE")) {
        action.constraint = ConstraintKind::Unique;
    } else if (cursor.take({"FOREIGN", "KEY"})) {
        action.constraint = ConstraintKind::ForeignKey;
        const QStringList words = cursor.clauseWords();
        TokenCursor copy = cursor;
        while (!copy.atEnd() && copy.word() != u"," && !copy.take("REFERENCES")) {
            copy.skip();
        }
        action.other = copy.takeName();
    } else if (cursor.is({"CHECK"})) {
        action.constraint = ConstraintKind::Check;
    } else {
        return false;
    }
    action.kind = ActionKind::AddConstraint;
    return true;
}

namespace {

void readAdd(TokenCursor &cursor, std::vector<Action> &actions)
{
    Action action;
    if (readConstraint(cursor, action)) {
        actions.push_back(action);
        return;
    }
    const bool fulltext = cursor.take("FULLTEXT") || cursor.take("SPATIAL");
    if (cursor.take("INDEX") || cursor.take("KEY") || fulltext) {
        action.kind = ActionKind::AddIndex;
        action.special = fulltext;
        action.ifExists = cursor.take({"IF", "NOT", "EXISTS"});
        action.name = cursor.word() == u"(" ? QString() : cursor.takeIdentifier();
        actions.push_back(action);
        return;
    }
    if (cursor.take("PARTITION")) {
        action.kind = ActionKind::AddPartition;
        actions.push_back(action);
        return;
    }
    cursor.take("COLUMN");
    action.kind = ActionKind::AddColumn;
    action.ifExists = cursor.take({"IF", "NOT", "EXISTS"});
    if (cursor.take("(")) {
        // ADD (a int, b int): several columns in one clause.
        do {
            Action column = action;
            readColumnDefinition(cursor, column);
            actions.push_back(column);
            while (!cursor.atEnd() && cursor.word() != u"," && cursor.word() != u")") {
                if (!cursor.skipGroup()) {
                    cursor.skip();
                }
            }
        } while (cursor.take(","));
        return;
    }
    readColumnDefinition(cursor, action);
    actions.push_back(action);
}

Action readDropClause(TokenCursor &cursor)
{
    Action action;
    if (cursor.take({"PRIMARY", "KEY"})) {
        action.kind = ActionKind::DropConstraint;
        action.constraint = ConstraintKind::PrimaryKey;
        return action;
    }
    if (cursor.take({"FOREIGN", "KEY"}) || cursor.take("CONSTRAINT") || cursor.take("CHECK")) {
        action.kind = ActionKind::DropConstraint;
    } else if (cursor.take("INDEX") || cursor.take("KEY")) {
        action.kind = ActionKind::DropIndex;
    } else if (cursor.take("PARTITION")) {
        action.kind = ActionKind::DropPartition;
    } else {
        cursor.take("COLUMN");
        action.kind = ActionKind::DropColumn;
    }
    action.ifExists = cursor.take({"IF", "EXISTS"});
    action.name = cursor.takeIdentifier();
    return action;
}

Action readAlterClause(TokenCursor &cursor)
{
    Action action;
    if (cursor.take("INDEX") || cursor.take("CONSTRAINT") || cursor.take("CHECK")) {
        action.kind = ActionKind::TableOption;
        action.name = cursor.takeIdentifier();
        return action;
    }
    cursor.take("COLUMN");
    action.name = cursor.takeIdentifier();
    action.kind = cursor.is({"SET", "DEFAULT"})        ? ActionKind::SetDefault
                  : cursor.is({"DROP", "DEFAULT"})     ? ActionKind::DropDefault
                  : cursor.is({"SET", "NOT", "NULL"})  ? ActionKind::SetNotNull
                  : cursor.is({"DROP", "NOT", "NULL"}) ? ActionKind::DropNotNull
                                                       : ActionKind::TableOption;
    return action;
}

Action readRenameClause(TokenCursor &cursor)
{
    Action action;
    if (cursor.take("INDEX") || cursor.take("KEY")) {
        action.kind = ActionKind::RenameIndex;
        action.name = cursor.takeIdentifier();
    } else if (cursor.take("TO") || cursor.take("AS")) {
        action.kind = ActionKind::RenameTable;
        action.newName = cursor.takeName().name;
        return action;
    } else if (cursor.take("COLUMN") || cursor.is({"RENAME"}) || cursor.word(1) == u"TO") {
        action.kind = ActionKind::RenameColumn;
        action.name = cursor.takeIdentifier();
    } else {
        action.kind = ActionKind::RenameTable;
        action.newName = cursor.takeName().name;
        return action;
    }
    cursor.take("TO");
    action.newName = cursor.takeIdentifier();
    return action;
}

Action readOtherClause(TokenCursor &cursor, StatementFacts &facts)
{
    Action action;
    const auto value = [&] {
        cursor.take("=");
        return cursor.takeValue().toUpper();
    };
    if (cursor.take("ALGORITHM")) {
        action.kind = ActionKind::Algorithm;
        facts.algorithm = value();
    } else if (cursor.take("LOCK")) {
        action.kind = ActionKind::Algorithm;
        facts.lockClause = value();
    } else if (cursor.take("ENGINE")) {
        action.kind = ActionKind::StorageEngine;
        action.name = value();
    } else if (cursor.take({"CONVERT", "TO"})) {
        action.kind = ActionKind::ConvertCharset;
    } else if (cursor.take("FORCE")) {
        action.kind = ActionKind::Force;
    } else if (cursor.take("AUTO_INCREMENT")) {
        action.kind = ActionKind::AutoIncrement;
        action.name = value();
    } else if (cursor.take("ROW_FORMAT")) {
        action.kind = ActionKind::Force;
    } else if (cursor.is({"DEFAULT"}) || cursor.is({"CHARACTER"}) || cursor.is({"CHARSET"}) || cursor.is({"COLLATE"})) {
        action.kind = ActionKind::TableCharset;
    } else if (cursor.take({"TRUNCATE", "PARTITION"})) {
        action.kind = ActionKind::TruncatePartition;
        action.name = cursor.takeIdentifier();
    } else if (cursor.take({"REORGANIZE", "PARTITION"})) {
        action.kind = ActionKind::ReorganizePartition;
        action.name = cursor.takeIdentifier();
    } else {
        action.kind = ActionKind::TableOption;
        action.name = cursor.word();
    }
    return action;
}

} // namespace

void readAlterTable(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::AlterTable;
    facts.ifExists = cursor.take({"IF", "EXISTS"});
    facts.targets = {cursor.takeName()};
    if (cursor.take("WAIT")) {
        facts.setting = u"lock_wait_timeout"_s;
        facts.value = cursor.takeValue();
    } else if (cursor.take("NOWAIT")) {
        facts.setting = u"lock_wait_timeout"_s;
        facts.value = u"0"_s;
    }
    do {
        Action action;
        if (cursor.take("ADD")) {
            readAdd(cursor, facts.actions);
            continue;
        }
        if (cursor.take("DROP")) {
            action = readDropClause(cursor);
        } else if (cursor.take("MODIFY") || cursor.is({"CHANGE"})) {
            const bool change = cursor.take("CHANGE");
            cursor.take("COLUMN");
            action.ifExists = cursor.take({"IF", "EXISTS"});
            const QString old = change ? cursor.takeIdentifier() : QString();
            readColumnDefinition(cursor, action);
            action.kind = ActionKind::ChangeColumn;
            if (change && old.compare(action.name, Qt::CaseInsensitive) != 0) {
                Action rename;
                rename.kind = ActionKind::RenameColumn;
                rename.name = old;
                rename.newName = action.name;
                facts.actions.push_back(rename);
            }
        } else if (cursor.take("ALTER")) {
            action = readAlterClause(cursor);
        } else if (cursor.take("RENAME")) {
            action = readRenameClause(cursor);
        } else {
            action = readOtherClause(cursor, facts);
        }
        facts.actions.push_back(action);
    } while (cursor.skipToComma());
}

} // namespace countersign::checks
