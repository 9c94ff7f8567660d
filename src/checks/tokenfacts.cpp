#include "checks/tokenalter.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using schema::ConstraintKind;

void readCreateTable(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::CreateTable;
    facts.ifNotExists = cursor.take({"IF", "NOT", "EXISTS"});
    facts.targets = {cursor.takeName()};
    TokenCursor body = cursor;
    if (body.take("(")) {
        while (!body.atEnd() && body.word() != u")") {
            Action action;
            TokenCursor element = body;
            if (readConstraint(element, action)) {
                if (action.constraint == ConstraintKind::ForeignKey) {
                    facts.references.push_back(action.other);
                }
            } else {
                facts.inlineReferences |= body.clauseWords().contains("REFERENCES"_L1);
            }
            while (!body.atEnd() && body.word() != u"," && body.word() != u")") {
                if (body.take("REFERENCES")) {
                    facts.references.push_back(body.takeName());
                } else if (!body.skipGroup()) {
                    body.skip();
                }
            }
            body.take(",");
        }
    }
    cursor.skipGroup();
    while (!cursor.atEnd() && cursor.word() != u"SELECT") {
        cursor.skip();
    }
    if (!cursor.atEnd()) {
        facts.verb = Verb::CreateTableAs;
        facts.fromSelect = true;
    }
}

void readSelectList(TokenCursor &cursor, StatementFacts &facts)
{
    if (!cursor.take("SELECT")) {
        return;
    }
    cursor.take("ALL");
    cursor.take("DISTINCT");
    while (!cursor.atEnd() && cursor.word() != u"FROM") {
        QStringList words;
        QString plain;
        int tokens = 0;
        while (!cursor.atEnd() && cursor.word() != u"," && cursor.word() != u"FROM") {
            if (cursor.word() == u"*") {
                facts.selectStar |= tokens == 0 || cursor.word(-1) == u".";
                cursor.skip();
            } else if (cursor.isName() && cursor.word() != u"FROM") {
                plain = cursor.takeIdentifier();
            } else if (cursor.word() == u".") {
                --tokens;
                cursor.skip();
                continue;
            } else if (!cursor.skipGroup()) {
                plain.clear();
                cursor.skip();
            } else {
                plain.clear();
                ++tokens;
            }
            ++tokens;
        }
        facts.selected.append(tokens <= 1 ? plain : QString());
        cursor.take(",");
    }
}

/// WHERE outside parentheses, and whether it can tell rows apart.
void readWhere(TokenCursor cursor, StatementFacts &facts)
{
    while (!cursor.atEnd()) {
        if (cursor.take("LIMIT")) {
            facts.hasLimit = true;
        } else if (cursor.take("WHERE")) {
            facts.hasWhere = true;
            bool namesSomething = false;
            while (!cursor.atEnd() && cursor.word() != u"LIMIT" && cursor.word() != u"ORDER") {
                const QString word = cursor.word();
                const bool constant = word == u"TRUE" || word == u"FALSE" || word == u"NOT" || word == u"AND" ||
                                      word == u"OR" || word == u"NULL" || word == u"IS";
                namesSomething |= cursor.isName() && !constant && cursor.token().kind != sql::TokenKind::String;
                cursor.skip();
            }
            facts.constantWhere = !namesSomething;
        } else if (!cursor.skipGroup()) {
            cursor.skip();
        }
    }
}

void readInsert(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::Insert;
    for (const char *word :
         {"OR", "REPLACE", "IGNORE", "ROLLBACK", "ABORT", "FAIL", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "INTO"}) {
        cursor.take(word);
    }
    facts.targets = {cursor.takeName()};
    if (cursor.word() == u"(" && cursor.word(1) != u"SELECT") {
        cursor.skip();
        while (!cursor.atEnd() && cursor.word() != u")") {
            facts.columns.append(cursor.takeIdentifier());
            if (!cursor.take(",") && cursor.word() != u")") {
                cursor.skip();
            }
        }
        cursor.take(")");
    }
    if (cursor.take("(") || cursor.word() == u"SELECT" || cursor.word() == u"WITH") {
        facts.fromSelect = true;
        while (!cursor.atEnd() && cursor.word() != u"SELECT") {
            if (!cursor.skipGroup()) {
                cursor.skip();
            }
        }
        readSelectList(cursor, facts);
        readWhere(cursor, facts);
    }
}

void readUpdate(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::Update;
    for (const char *word : {"LOW_PRIORITY", "OR", "IGNORE", "REPLACE", "ROLLBACK", "ABORT", "FAIL"}) {
        cursor.take(word);
    }
    facts.targets = {cursor.takeName()};
    while (!cursor.atEnd() && !cursor.take("SET")) {
        facts.hasWhere |= cursor.is({"ON"}) || cursor.is({"USING"}); // a join chooses rows
        cursor.skip();
    }
    TokenCursor assignments = cursor;
    do {
        facts.columns.append(assignments.takeName().name);
    } while (!assignments.clauseWords().contains("WHERE"_L1) && assignments.skipToComma());
    readWhere(cursor, facts);
}

void readIndex(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::CreateIndex;
    facts.ifNotExists = cursor.take({"IF", "NOT", "EXISTS"});
    facts.object = cursor.takeName().name;
    while (!cursor.atEnd() && !cursor.take("ON")) {
        cursor.skip();
    }
    facts.targets = {cursor.takeName()};
    while (!cursor.atEnd()) {
        if (cursor.take("ALGORITHM")) {
            cursor.take("=");
            facts.algorithm = cursor.takeValue().toUpper();
        } else if (cursor.take("LOCK")) {
            cursor.take("=");
            facts.lockClause = cursor.takeValue().toUpper();
        } else if (!cursor.skipGroup()) {
            cursor.skip();
        }
    }
}

struct Noun {
    const char *word;
    Verb create;
    Verb drop;
};

constexpr Noun nouns[] = {
    {"VIEW", Verb::CreateView, Verb::DropView},
    {"TRIGGER", Verb::CreateTrigger, Verb::DropTrigger},
    {"FUNCTION", Verb::CreateRoutine, Verb::DropRoutine},
    {"PROCEDURE", Verb::CreateRoutine, Verb::DropRoutine},
    {"SEQUENCE", Verb::CreateSequence, Verb::DropSequence},
    {"DATABASE", Verb::CreateDatabase, Verb::DropDatabase},
    {"SCHEMA", Verb::CreateDatabase, Verb::DropDatabase},
    {"EVENT", Verb::CreateRoutine, Verb::DropRoutine},
};

void readCreate(TokenCursor &cursor, StatementFacts &facts)
{
    facts.orReplace = cursor.take({"OR", "REPLACE"});
    while (!cursor.atEnd()) {
        if (cursor.take("TABLE")) {
            readCreateTable(cursor, facts);
            return;
        }
        if (cursor.take("UNIQUE")) {
            facts.unique = true;
            continue;
        }
        if (cursor.take("FULLTEXT") || cursor.take("SPATIAL")) {
            facts.special = true;
            continue;
        }
        if (cursor.take("INDEX")) {
            readIndex(cursor, facts);
            return;
        }
        for (const Noun &noun : nouns) {
            if (cursor.take(noun.word)) {
                facts.verb = noun.create;
                facts.ifNotExists = cursor.take({"IF", "NOT", "EXISTS"});
                facts.object = cursor.takeName().name;
                while (facts.verb == Verb::CreateTrigger && !cursor.atEnd() && !cursor.take("ON")) {
                    cursor.skip();
                }
                facts.targets = {facts.verb == Verb::CreateTrigger ? cursor.takeName() : Name{{}, facts.object}};
                return;
            }
        }
        cursor.skip();
    }
}

void readDrop(TokenCursor &cursor, StatementFacts &facts)
{
    cursor.take("TEMPORARY");
    Verb verb = Verb::Other;
    if (cursor.take("TABLE")) {
        verb = Verb::DropTable;
    } else if (cursor.take("INDEX")) {
        verb = Verb::DropIndex;
    } else {
        for (const Noun &noun : nouns) {
            if (cursor.take(noun.word)) {
                verb = noun.drop;
                break;
            }
        }
    }
    facts.verb = verb;
    facts.ifExists = cursor.take({"IF", "EXISTS"});
    do {
        facts.objects.push_back(cursor.takeName());
    } while (cursor.take(","));
    facts.targets = facts.objects;
    facts.object = facts.objects.front().name;
    facts.cascade = cursor.take("CASCADE");
    if (verb == Verb::DropIndex && cursor.take("ON")) {
        facts.targets = {cursor.takeName()};
    }
}

std::pair<QString, QString> readAssignment(TokenCursor &cursor)
{
    cursor.take("SESSION");
    cursor.take("LOCAL");
    QString name = cursor.word().toLower();
    if (name == "@"_L1) {
        cursor.skip();
        name = cursor.word().toLower();
    }
    while (name.startsWith(u'@')) {
        name.remove(0, 1);
    }
    cursor.skip();
    if (name == "session"_L1 || name == "local"_L1) {
        cursor.take(".");
        name = cursor.takeIdentifier().toLower();
    }
    if (name.startsWith("session."_L1)) {
        name.remove(0, 8);
    }
    cursor.take(":=");
    cursor.take("=");
    return {name, cursor.takeValue()};
}

void readSet(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::Set;
    do {
        facts.assignments.push_back(readAssignment(cursor));
    } while (cursor.skipToComma());
    std::tie(facts.setting, facts.value) = facts.assignments.front();
}

void readPragma(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::Pragma;
    facts.setting = cursor.takeName().name.toLower();
    if (cursor.take("=") || cursor.take("(")) {
        facts.value = cursor.takeValue();
    }
}

/// FROM, JOIN and INTO anywhere: enough to know which relations a statement reads.
void readRelations(TokenCursor cursor, StatementFacts &facts)
{
    while (!cursor.atEnd()) {
        if (cursor.take("FROM") || cursor.take("JOIN") || cursor.take("REFERENCES")) {
            do {
                if (cursor.isName()) {
                    facts.reads.push_back(cursor.takeName());
                }
                if (cursor.isName() && cursor.word(1) == u",") {
                    cursor.skip();
                }
            } while (cursor.take(","));
        } else if (cursor.isName() && cursor.word(1) == u"(") {
            facts.functions.append(cursor.takeIdentifier().toLower());
        } else {
            cursor.skip();
        }
    }
}

void readOther(TokenCursor &cursor, StatementFacts &facts, schema::EngineKind engine)
{
    static const std::pair<const char *, Verb> verbs[] = {
        {"SELECT", Verb::Select},     {"WITH", Verb::Select},     {"VACUUM", Verb::Vacuum},
        {"REINDEX", Verb::Reindex},   {"ANALYZE", Verb::Analyze}, {"OPTIMIZE", Verb::Optimize},
        {"LOCK", Verb::Lock},         {"GRANT", Verb::Grant},     {"REVOKE", Verb::Grant},
        {"COMMIT", Verb::Commit},     {"END", Verb::Commit},      {"SAVEPOINT", Verb::Savepoint},
        {"RELEASE", Verb::Savepoint}, {"LOAD", Verb::Copy},       {"CALL", Verb::Do},
    };
    if (cursor.take("BEGIN") || cursor.take({"START", "TRANSACTION"})) {
        facts.verb = Verb::Begin;
        return;
    }
    if (cursor.take("ROLLBACK")) {
        cursor.take("TRANSACTION");
        facts.verb = cursor.is({"TO"}) ? Verb::Savepoint : Verb::Rollback;
        return;
    }
    for (const auto &[word, verb] : verbs) {
        if (!cursor.take(word)) {
            continue;
        }
        facts.verb = verb;
        if (verb == Verb::Analyze || verb == Verb::Optimize || (verb == Verb::Reindex)) {
            cursor.take("TABLE");
            if (!cursor.atEnd()) {
                facts.targets = {cursor.takeName()};
            }
        }
        // SQLite's VACUUM is always the full rewrite.
        facts.full = verb == Verb::Vacuum && engine == schema::EngineKind::Sqlite;
        return;
    }
}

void readRenameTables(TokenCursor &cursor, StatementFacts &facts)
{
    facts.verb = Verb::AlterTable;
    do {
        Action action;
        action.kind = ActionKind::RenameTable;
        const Name name = cursor.takeName();
        action.name = name.name;
        facts.targets.push_back(name);
        cursor.take("TO");
        action.newName = cursor.takeName().name;
        facts.actions.push_back(action);
    } while (cursor.take(","));
}

} // namespace

StatementFacts tokenFacts(const QString &sql, const sql::Dialect &dialect)
{
    StatementFacts facts;
    TokenCursor cursor(sql, dialect);
    readRelations(cursor, facts);
    if (cursor.take("ALTER")) {
        cursor.take("ONLINE");
        cursor.take("IGNORE");
        if (cursor.take("TABLE")) {
            readAlterTable(cursor, facts);
        } else if (cursor.take("SEQUENCE")) {
            facts.verb = Verb::AlterSequence;
            facts.targets = {cursor.takeName()};
            facts.restarts = cursor.clauseWords().contains("RESTART"_L1);
        } else if (cursor.take("VIEW")) {
            facts.verb = Verb::AlterView;
            facts.targets = {cursor.takeName()};
        }
    } else if (cursor.take("CREATE")) {
        readCreate(cursor, facts);
    } else if (cursor.take("DROP")) {
        readDrop(cursor, facts);
    } else if (cursor.take({"RENAME", "TABLE"})) {
        readRenameTables(cursor, facts);
    } else if (cursor.take("INSERT") || cursor.is({"REPLACE"})) {
        cursor.take("REPLACE");
        readInsert(cursor, facts);
    } else if (cursor.take("UPDATE")) {
        readUpdate(cursor, facts);
    } else if (cursor.take("DELETE")) {
        facts.verb = Verb::Delete;
        while (!cursor.atEnd() && !cursor.take("FROM")) {
            cursor.skip();
        }
        facts.targets = {cursor.takeName()};
        readWhere(cursor, facts);
    } else if (cursor.take("TRUNCATE")) {
        cursor.take("TABLE");
        facts.verb = Verb::Truncate;
        facts.targets = {cursor.takeName()};
    } else if (cursor.take("SET")) {
        readSet(cursor, facts);
    } else if (cursor.take("PRAGMA")) {
        readPragma(cursor, facts);
    } else {
        readOther(cursor, facts, dialect.engine);
    }
    if (facts.object.isEmpty() && !facts.targets.empty()) {
        facts.object = facts.targets.front().name;
    }
    return facts;
}

} // namespace countersign::checks
