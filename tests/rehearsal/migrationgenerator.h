#pragma once

#include "schema/enginekind.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace countersign::testsupport {

/// A base schema and a migration on it whose every statement leaves something in the catalog, and nothing that a later
/// one undoes. The same seed gives the same case.
struct GeneratedMigration {
    QStringList base;
    QStringList statements;
    /// statements[i] does so many things in one ALTER that parts of it can be applied by hand; else empty.
    QList<QStringList> parts;
};

[[nodiscard]] GeneratedMigration generateMigration(schema::EngineKind engine, quint32 seed);

} // namespace countersign::testsupport
