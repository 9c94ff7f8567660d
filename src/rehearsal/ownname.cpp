#include "rehearsal/ownname.h"

#include "rehearsal/dumpscript.h"
#include "sql/words.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using schema::EngineKind;
using sql::Words;

namespace {

bool isDatabaseWord(const Words &words, std::size_t at, EngineKind engine)
{
    return words.upper(at) == u"DATABASE" || (schema::isMySqlFamily(engine) && words.upper(at) == u"SCHEMA");
}

/// Where the name of CREATE, ALTER or COMMENT ON DATABASE, or of USE, stands; 0 for another statement.
std::size_t namedDatabase(const Words &words, EngineKind engine)
{
    const QString first = words.upper(0);
    if (first == u"USE" && words.size() == 2) {
        return 1;
    }
    std::size_t at = first == u"COMMENT" && words.upper(1) == u"ON" ? 2 : 1;
    const bool about = first == u"CREATE" || first == u"ALTER" || first == u"COMMENT";
    if (!about || !isDatabaseWord(words, at, engine)) {
        return 0;
    }
    at += words.upper(at + 1) == u"IF" ? 4 : 1;
    const QString word = words.upper(at);
    const bool option = word == u"CHARACTER" || word == u"CHARSET" || word == u"COLLATE" || word == u"DEFAULT";
    return at < words.size() && !option ? at : 0;
}

bool isOfTheServer(const QString &name)
{
    static const QSet<QString> own{u"mysql"_s,    u"information_schema"_s, u"performance_schema"_s, u"sys"_s,
                                   u"postgres"_s, u"template0"_s,          u"template1"_s};
    return own.contains(name.toLower()) || name.startsWith(u"countersign"_s, Qt::CaseInsensitive);
}

/// What stands before the dot where only a database, or a namespace, can.
void collect(const Words &words, EngineKind engine, const schema::Schema &base, QSet<QString> &names)
{
    static const QSet<QString> before{u"TABLE"_s, u"EXISTS"_s, u"INTO"_s, u"REFERENCES"_s, u"VIEW"_s};
    static const QSet<QString> onTable{u"INDEX"_s, u"UNIQUE"_s, u"FULLTEXT"_s, u"SPATIAL"_s, u"TRIGGER"_s};
    const bool threeParts = engine == EngineKind::PostgreSql;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (words.upper(i + 1) != u"." || words.name(i).isEmpty() || (i > 0 && words.upper(i - 1) == u".")) {
            continue;
        }
        const QString second = words.name(i + 2);
        if (threeParts) {
            const bool isNamespace = second == u"public" || base.find({schema::ObjectKind::Namespace, {}, {}, second});
            if (words.upper(i + 3) == u"." && isNamespace) {
                names.insert(words.name(i));
            }
        } else if ((i > 0 && before.contains(words.upper(i - 1))) || (i == 1 && words.upper(0) == u"UPDATE") ||
                   (words.upper(0) == u"CREATE" && i > 0 && words.upper(i - 1) == u"ON" &&
                    onTable.contains(words.upper(1)))) {
            names.insert(words.name(i));
        }
    }
    if (const std::size_t at = namedDatabase(words, engine); at > 0) {
        names.insert(words.name(at));
    }
}

} // namespace

QString databaseNamedBy(const Script &script, const schema::Schema &base)
{
    const sql::Dialect dialect = sql::dialectOf(base.engine);
    if (dialect.engine == EngineKind::Sqlite) {
        return {};
    }
    QSet<QString> names;
    for (const ScriptFile &file : script) {
        for (const sql::Statement &statement : file.statements) {
            collect(Words(statement.text, dialect), dialect.engine, base, names);
        }
    }
    names.remove({});
    const bool several = names.size() != 1 || isOfTheServer(*names.constBegin());
    return several ? QString() : *names.constBegin();
}

QString inScratch(const QString &sql, const sql::Dialect &dialect, const QString &database, const QString &scratch)
{
    if (database.isEmpty() || !sql.contains(database, Qt::CaseInsensitive)) {
        return sql;
    }
    const Words words(sql, dialect);
    const std::size_t at = namedDatabase(words, dialect.engine);
    if (at == 0 || words.name(at) != database) {
        return withoutDatabase(sql, dialect, database);
    }
    if (words.upper(0) == u"USE" || (words.upper(0) == u"CREATE" && words.upper(2) == u"IF")) {
        return {};
    }
    if (words.upper(0) == u"CREATE") {
        return sql; // it is there already: what the server says of it is refused before
    }
    QString text = sql;
    return text.replace(words.at(at).begin, words.at(at).end - words.at(at).begin, dialect.quoted(scratch));
}

} // namespace countersign::rehearsal
