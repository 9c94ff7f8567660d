#pragma once

#include "app/workspace.h"

#include <QFileInfo>

namespace countersign::app {

/// Whether [signer] is about this computer. A colleague's clone has their settings, but not their key: there the roster
/// says whose keys are at hand.
[[nodiscard]] inline bool signerIsHere(const Workspace &workspace)
{
    return workspace.keyFile.isEmpty() || QFileInfo::exists(workspace.keyFile);
}

} // namespace countersign::app
