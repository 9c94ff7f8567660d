#include "engine/mysql/ownprivileges.h"

#include "engine/mysql/textcursor.h"

#include <algorithm>
#include <optional>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using schema::ObjectKind;

namespace {

/// "SELECT (`a`, `b`), INSERT": without those on columns.
QSet<QString> privilegesIn(QStringView list)
{
    QSet<QString> privileges;
    TextCursor cursor(list);
    qsizetype begin = 0;
    const auto add = [&] {
        const QString privilege = cursor.since(begin).trimmed().toString().toUpper();
        if (!privilege.contains(u'(')) {
            privileges << privilege;
        }
    };
    while (!cursor.atEnd()) {
        if (cursor.peek() == u',') {
            add();
            cursor.skipUnit();
            begin = cursor.position();
        } else {
            cursor.skipUnit();
        }
    }
    add();
    return privileges;
}

/// A database in GRANT is a pattern: % any text, _ any letter, \ takes the next one as it is (MySQL manual, 15.7.1.6).
bool matches(QStringView pattern, QStringView name)
{
    if (pattern.isEmpty()) {
        return name.isEmpty();
    }
    if (pattern.front() == u'%') {
        return matches(pattern.sliced(1), name) || (!name.isEmpty() && matches(pattern, name.sliced(1)));
    }
    const bool escaped = pattern.front() == u'\\' && pattern.size() > 1;
    const QChar wanted = escaped ? pattern.at(1) : pattern.front();
    const bool same = !name.isEmpty() && (name.front() == wanted || (wanted == u'_' && !escaped));
    return same && matches(pattern.sliced(escaped ? 2 : 1), name.sliced(1));
}

/// What stands behind ON; nothing where the line grants a role.
struct Line {
    bool revokes = false; ///< MySQL: a partial revoke
    QSet<QString> privileges;
    QString database; ///< "*" or a pattern
    QString object;   ///< "*" or a table's name
};

std::optional<Line> parsed(const QString &text)
{
    TextCursor cursor(text);
    Line line;
    line.revokes = cursor.take(u"REVOKE");
    if (!line.revokes && !cursor.take(u"GRANT")) {
        return {};
    }
    const qsizetype begin = cursor.position();
    while (!cursor.atEnd() && !cursor.sees(u" ON ")) {
        if (cursor.sees(u" TO ")) {
            return {};
        }
        cursor.skipUnit();
    }
    line.privileges = privilegesIn(cursor.since(begin));
    cursor.take(u" ON ");
    const auto part = [&cursor] { return cursor.take(u"*") ? u"*"_s : cursor.name(); };
    line.database = part();
    if (!cursor.take(u".")) {
        return {}; // of a routine, or of an account
    }
    line.object = part();
    return line;
}

} // namespace

bool OwnPrivileges::holdsAny(std::initializer_list<QStringView> privileges) const
{
    const auto holds = [this](QStringView privilege) {
        const QString name = privilege.toString();
        return global.contains(name) || onDatabase.contains(name);
    };
    return holds(u"ALL PRIVILEGES") || std::ranges::any_of(privileges, holds);
}

OwnPrivileges ownPrivileges(const QStringList &lines, const QString &database)
{
    OwnPrivileges held;
    QSet<QString> revoked;
    for (const QString &text : lines) {
        const std::optional<Line> line = parsed(text);
        if (!line) {
            continue;
        }
        const bool everywhere = line->database == u"*"_s;
        const bool here = line->object == u"*"_s && (everywhere || matches(line->database, database));
        if (line->revokes) {
            revoked += here ? line->privileges : QSet<QString>();
        } else if (here) {
            (everywhere ? held.global : held.onDatabase) += line->privileges;
        }
        const bool reads = line->privileges.contains(u"SELECT"_s) || line->privileges.contains(u"ALL PRIVILEGES"_s);
        const bool catalog = everywhere || matches(line->database, u"mysql");
        if (!line->revokes && reads && catalog && (line->object == u"*"_s || line->object == u"proc"_s)) {
            held.readsRoutineTable = true;
        }
    }
    held.global -= revoked;
    return held;
}

std::vector<schema::NotCompared> unseenKinds(const OwnPrivileges &held, schema::EngineKind engine)
{
    std::vector<schema::NotCompared> unseen;
    const auto note = [&unseen](ObjectKind kind, const QString &reason) {
        unseen.push_back({{kind, {}, {}, u"*"_s}, u"permission denied: "_s + reason});
    };
    if (!held.holdsAny({u"SELECT", u"INSERT", u"UPDATE", u"DELETE", u"CREATE", u"DROP", u"REFERENCES", u"INDEX",
                        u"ALTER", u"CREATE VIEW", u"SHOW VIEW", u"TRIGGER", u"DELETE HISTORY"})) {
        note(ObjectKind::Table, u"only those that this role holds a privilege on are seen"_s);
    }
    const bool mariaDb = engine == schema::EngineKind::MariaDb;
    const bool seesAll = mariaDb ? held.readsRoutineTable || held.holdsAny({u"SHOW CREATE ROUTINE"})
                                 : held.global.contains(u"SELECT"_s) || held.holdsAny({u"SHOW_ROUTINE"});
    if (!seesAll && !held.holdsAny({u"EXECUTE", u"ALTER ROUTINE", u"CREATE ROUTINE"})) {
        note(ObjectKind::Routine, u"only a role with the %1 or EXECUTE privilege sees all of them"_s.arg(
                                      mariaDb ? u"SHOW CREATE ROUTINE"_s : u"SHOW_ROUTINE"_s));
    }
    for (const auto &[privilege, kind] :
         {std::pair{u"TRIGGER"_s, ObjectKind::Trigger}, std::pair{u"EVENT"_s, ObjectKind::Event}}) {
        if (!held.holdsAny({privilege})) {
            note(kind, u"only a role with the %1 privilege sees them"_s.arg(privilege));
        }
    }
    return unseen;
}

} // namespace countersign::engine::mysql
