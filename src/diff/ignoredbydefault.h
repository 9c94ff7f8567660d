#pragma once

#include "schema/fields.h"

#include <QSet>
#include <QStringList>

namespace countersign::diff {

/// The attributes of T that count only when asked for, and those of values in it: "counter.lastValue".
template <schema::Described T>
[[nodiscard]] QSet<QString> ignoredByDefault()
{
    QSet<QString> names;
    schema::forEachField<T>([&](const auto &field) {
        const QString name = QString::fromLatin1(field.name);
        if (field.attention == schema::Attention::IgnoredByDefault) {
            names << name;
        }
        using Value = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
        const auto addInner = [&](const QSet<QString> &inner) {
            for (const QString &entry : inner) {
                names << name + u'.' + entry;
            }
        };
        if constexpr (schema::Described<Value>) {
            addInner(ignoredByDefault<Value>());
        } else if constexpr (requires(const Value &value) { value.get(); }) {
            addInner(ignoredByDefault<std::remove_cvref_t<decltype(std::declval<Value>().get())>>());
        }
    });
    return names;
}

/// What Options::include can ask for: "table.autoIncrement", and what counts only where both sides say it: "owner".
[[nodiscard]] QStringList includeSwitches();

} // namespace countersign::diff
