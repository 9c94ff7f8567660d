#pragma once

#include "engine/engine.h"

namespace countersign::engine::mysql {

[[nodiscard]] const Engine &engine();

} // namespace countersign::engine::mysql
