#pragma once

#include "engine/engine.h"

namespace countersign::engine::postgresql {

[[nodiscard]] const Engine &engine();

} // namespace countersign::engine::postgresql
