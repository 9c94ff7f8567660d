#pragma once

#include "base/error.h"

#include <expected>

namespace countersign::base {

/// A value or an Error. Functions that can fail return it; nobody throws across a room's boundary.
template <class T>
using Result = std::expected<T, Error>;

using Fail = std::unexpected<Error>;

} // namespace countersign::base

/// Evaluates EXPR (a Result); on error returns it from the enclosing function, else declares VAR with the value.
#define CS_TRY(VAR, EXPR)                                                                                              \
    auto VAR##_result = (EXPR);                                                                                        \
    if (!VAR##_result) {                                                                                               \
        return std::unexpected(std::move(VAR##_result).error());                                                       \
    }                                                                                                                  \
    auto VAR = std::move(VAR##_result).value()

/// Evaluates EXPR (a Result, its value unused); on error returns it from the enclosing function.
#define CS_CHECK(EXPR)                                                                                                 \
    if (auto cs_check_result = (EXPR); !cs_check_result) {                                                             \
        return std::unexpected(std::move(cs_check_result).error());                                                    \
    }                                                                                                                  \
    static_assert(true)
