#pragma once

#include "engine/engine.h"

namespace countersign::engine::sqlite {

[[nodiscard]] const Engine &engine();

} // namespace countersign::engine::sqlite
