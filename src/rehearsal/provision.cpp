#include "rehearsal/provision.h"

#include "sql/words.h"

#include <QSet>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using sql::Words;

namespace {

bool isOrdinary(const QString &name)
{
    static const QSet<QString> words{u"public"_s,       u"none"_s,         u"current_user"_s,
                                     u"session_user"_s, u"current_role"_s, u"default"_s};
    return !name.isEmpty() && !words.contains(name) && !name.startsWith(u"pg_"_s) &&
           !name.startsWith(u"countersign"_s) && name != u"postgres";
}

/// a, b, "c" from @p at on.
void addList(const Words &words, std::size_t at, QStringList &roles)
{
    while (true) {
        at += words.upper(at) == u"GROUP" ? 1 : 0;
        if (isOrdinary(words.name(at))) {
            roles << words.name(at);
        }
        if (words.upper(at + 1) != u",") {
            return;
        }
        at += 2;
    }
}

bool isRoleWord(const QString &word)
{
    return word == u"ROLE" || word == u"USER" || word == u"GROUP";
}

} // namespace

QStringList rolesNamedBy(const QString &sql, const sql::Dialect &dialect)
{
    const Words words(sql, dialect);
    const QString first = words.upper(0);
    QStringList roles;
    if (first == u"DO") {
        const QString body = words.dollarQuoted();
        const Words inner(body, dialect);
        for (std::size_t i = 0; i + 2 < inner.size(); ++i) {
            if (inner.upper(i) == u"CREATE" && isRoleWord(inner.upper(i + 1)) && isOrdinary(inner.name(i + 2))) {
                roles << inner.name(i + 2);
            }
        }
        return roles;
    }
    if (first == u"GRANT" || (first == u"ALTER" && words.upper(1) == u"DEFAULT")) {
        addList(words, words.last(u"TO") + 1, roles);
    }
    if (first == u"REVOKE" || (first == u"ALTER" && words.upper(1) == u"DEFAULT")) {
        addList(words, words.last(u"FROM") + 1, roles);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool owner = words.upper(i) == u"OWNER" && words.upper(i + 1) == u"TO";
        const bool forRole = words.upper(i) == u"FOR" && isRoleWord(words.upper(i + 1)) && first == u"ALTER";
        const bool asRole = first == u"SET" && words.upper(i) == u"ROLE" && i > 0 && i < 3;
        const bool authorization =
            first == u"CREATE" && words.upper(1) == u"SCHEMA" && words.upper(i) == u"AUTHORIZATION";
        const bool policy = (first == u"CREATE" || first == u"ALTER") && words.upper(1) == u"POLICY" &&
                            words.upper(i) == u"TO" && words.upper(i - 1) != u"RENAME";
        if (owner || forRole) {
            addList(words, i + 2, roles);
        } else if (asRole || authorization || policy) {
            addList(words, i + 1, roles);
        }
    }
    roles.removeDuplicates();
    return roles;
}

QString roleMadeBy(const QString &sql, const sql::Dialect &dialect)
{
    const Words words(sql, dialect);
    if (words.upper(0) != u"CREATE" || !isRoleWord(words.upper(1)) || !isOrdinary(words.name(2))) {
        return {};
    }
    static const QSet<QString> harmless{
        u"WITH"_s,       u"LOGIN"_s,       u"NOLOGIN"_s,    u"INHERIT"_s,      u"NOINHERIT"_s,     u"PASSWORD"_s,
        u"ENCRYPTED"_s,  u"NOSUPERUSER"_s, u"NOCREATEDB"_s, u"NOCREATEROLE"_s, u"NOREPLICATION"_s, u"NOBYPASSRLS"_s,
        u"CONNECTION"_s, u"LIMIT"_s,       u"VALID"_s,      u"UNTIL"_s,        u"NULL"_s};
    for (std::size_t i = 3; i < words.size(); ++i) {
        const QString word = words.upper(i);
        const bool value =
            !word.isEmpty() && (word.front() == u'\'' || word.front().isDigit() || word == u"-" || word == u";");
        if (!value && !harmless.contains(word)) {
            return {};
        }
    }
    return words.name(2);
}

WantedExtension extensionMadeBy(const QString &sql, const sql::Dialect &dialect)
{
    // Their scripts run as a superuser in a database that the script under review has filled: only the server's own,
    // which are written for that.
    static const QSet<QString> known{u"bloom"_s, u"pg_stat_statements"_s};
    const Words words(sql, dialect);
    if (words.upper(0) != u"CREATE" || words.upper(1) != u"EXTENSION") {
        return {};
    }
    const std::size_t at = words.upper(2) == u"IF" ? 5 : 2;
    WantedExtension wanted;
    if (known.contains(words.name(at))) {
        wanted.name = words.name(at);
        const std::size_t schema = words.last(u"SCHEMA");
        wanted.schema = schema < words.size() ? words.name(schema + 1) : QString();
    }
    return wanted;
}

QString withoutSystemTriggers(const QString &sql, const sql::Dialect &dialect)
{
    const Words words(sql, dialect);
    QString changed = sql;
    for (std::size_t i = words.size(); i-- > 2 && words.upper(0) == u"ALTER" && words.upper(1) == u"TABLE";) {
        const bool switches = words.upper(i - 2) == u"DISABLE" || words.upper(i - 2) == u"ENABLE";
        if (switches && words.upper(i - 1) == u"TRIGGER" && words.upper(i) == u"ALL") {
            changed.replace(words.at(i).begin, words.at(i).end - words.at(i).begin, u"USER"_s);
        }
    }
    return changed;
}

} // namespace countersign::rehearsal
