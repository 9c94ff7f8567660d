#pragma once

#include "rehearsal/scratchdatabase.h"
#include "rehearsal/scratchserver.h"

namespace countersign::rehearsal {

/// A database and a login role of its own, neither superuser nor able to make roles or databases; both dropped at the
/// end. On a private server it acts as the role that owns most of the base, so that ownership comes out as in
/// production; bases are kept as databases and copied with CREATE DATABASE … TEMPLATE.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> makePostgreSqlScratch(std::shared_ptr<ScratchServer> server,
                                                                           Contents contents, std::stop_token stop);

/// Roles that a base or a script names: owners, grantees, those of policies.
[[nodiscard]] QStringList rolesOf(const schema::Schema &schema);

} // namespace countersign::rehearsal
