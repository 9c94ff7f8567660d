#pragma once

// Text of attribute values: for people (property grid, reports) and for canonical forms.

#include "schema/objects.h"

namespace countersign::schema {

[[nodiscard]] QString valueText(const QString &value);
[[nodiscard]] QString valueText(bool value); ///< "yes", "no"
[[nodiscard]] QString valueText(int value);
[[nodiscard]] QString valueText(const SqlText &value);
[[nodiscard]] QString valueText(const QStringList &value);
[[nodiscard]] QString valueText(const Attributes &value);
[[nodiscard]] QString valueText(const Grants &value);
[[nodiscard]] QString valueText(const SequenceOptions &value);
template <class T>
[[nodiscard]] QString valueText(const Boxed<T> &value)
{
    return valueText(value.get());
}
[[nodiscard]] QString valueText(const IndexKey &value); ///< lower(name) DESC COLLATE "C"
[[nodiscard]] QString valueText(const std::vector<IndexKey> &value);
[[nodiscard]] QString valueText(ConstraintKind value);

/// The name by which a part is found again in the other schema.
[[nodiscard]] inline ObjectKind kindOf(const Column &)
{
    return ObjectKind::Column;
}
[[nodiscard]] inline ObjectKind kindOf(const Constraint &)
{
    return ObjectKind::Constraint;
}
[[nodiscard]] inline ObjectKind kindOf(const Index &)
{
    return ObjectKind::Index;
}
[[nodiscard]] inline ObjectKind kindOf(const Trigger &)
{
    return ObjectKind::Trigger;
}
[[nodiscard]] inline ObjectKind kindOf(const Policy &)
{
    return ObjectKind::Policy;
}
[[nodiscard]] inline ObjectKind kindOf(const Rule &)
{
    return ObjectKind::Rule;
}

/// A struct that is a part of a relation and compared as an object of its own.
template <class T>
concept Part = requires(const T &part) {
    { kindOf(part) } -> std::same_as<ObjectKind>;
};

} // namespace countersign::schema
