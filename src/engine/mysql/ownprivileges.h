#pragma once

// What the session's account may see. Without a privilege the catalog of this family shows fewer rows and no error, so
// the reader has to ask what it holds. information_schema does not say it (neither product lists there what comes
// through a role); SHOW GRANTS does, roles that are active and what those inherit included (seen on MySQL 9.7 and
// MariaDB 11.8).

#include "schema/enginekind.h"
#include "schema/schema.h"

#include <QSet>
#include <QStringList>

#include <initializer_list>
#include <vector>

namespace countersign::engine::mysql {

struct OwnPrivileges {
    QSet<QString> global;           ///< "SELECT", "SHOW_ROUTINE", "ALL PRIVILEGES"
    QSet<QString> onDatabase;       ///< on database.*
    bool readsRoutineTable = false; ///< MariaDB: SELECT on mysql.proc, which shows every routine

    /// True when one of these is held on the server or on the database.
    [[nodiscard]] bool holdsAny(std::initializer_list<QStringView> privileges) const;
};

/// @p lines: the rows of SHOW GRANTS, names quoted with backticks.
[[nodiscard]] OwnPrivileges ownPrivileges(const QStringList &lines, const QString &database);

/// What may be there and unseen, kind by kind.
[[nodiscard]] std::vector<schema::NotCompared> unseenKinds(const OwnPrivileges &held, schema::EngineKind engine);

} // namespace countersign::engine::mysql
