#pragma once

#include "rehearsal/runner.h"

namespace countersign::rehearsal {

/// A migration may name the database that it is for: shop.trips, USE shop, ALTER DATABASE shop. In a scratch database,
/// which has another name, that has to mean the scratch database. The name as the script gives it away: what all names
/// of relations are qualified with (MySQL family: shop.trips; PostgreSQL: shop.public.trips), or what it enters or
/// alters. Empty where it names none, or several; never a database of the server itself, or one of ours.
[[nodiscard]] QString databaseNamedBy(const Script &script, const schema::Schema &base);

/// The statement as it runs in the scratch database @p scratch for the database @p database. Empty where nothing is
/// left to run: USE shop, CREATE DATABASE IF NOT EXISTS shop.
[[nodiscard]] QString inScratch(const QString &sql, const sql::Dialect &dialect, const QString &database,
                                const QString &scratch);

} // namespace countersign::rehearsal
