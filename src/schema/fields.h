#pragma once

// An object kind is described once: each struct has one list of its fields. Comparison by attribute, canonical text,
// fingerprint, JSON, property grid and search are made from that list by the functions in values.h and json.h.

#include <QString>

#include <cstdint>
#include <tuple>

namespace countersign::schema {

/// Whether a difference in this attribute is reported.
enum class Attention : std::uint8_t {
    Compared,
    IgnoredByDefault, ///< data-like, such as an AUTO_INCREMENT counter: counted as suppressed unless asked for
    NotCompared,      ///< helps to write SQL, says nothing about the schema
};

template <class Owner, class Value>
struct Field {
    const char *name; ///< stable: JSON key, property name and ignore option
    Value Owner::*member;
    Attention attention = Attention::Compared;
};

template <class Owner, class Value>
Field(const char *, Value Owner::*) -> Field<Owner, Value>;
template <class Owner, class Value>
Field(const char *, Value Owner::*, Attention) -> Field<Owner, Value>;

/// A struct with `static constexpr auto fields()` returning a tuple of Field.
template <class T>
concept Described = requires { T::fields(); };

/// Calls visit(field) for each field of T.
template <Described T, class Visit>
constexpr void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...field) { (visit(field), ...); }, T::fields());
}

} // namespace countersign::schema
