#pragma once

#include <memory>
#include <utility>

namespace countersign::schema {

/// A large value that is nearly always the default one: takes the room of a pointer until it differs. Reads as a const
/// T, copies and compares by value.
template <class T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(T value) { *this = std::move(value); }
    Boxed(const Boxed &other) : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr) {}
    Boxed(Boxed &&) noexcept = default;
    Boxed &operator=(const Boxed &other)
    {
        if (this != &other) {
            m_value = other.m_value ? std::make_unique<T>(*other.m_value) : nullptr;
        }
        return *this;
    }
    Boxed &operator=(Boxed &&) noexcept = default;
    Boxed &operator=(T value)
    {
        m_value = value == none() ? nullptr : std::make_unique<T>(std::move(value));
        return *this;
    }
    ~Boxed() = default;

    [[nodiscard]] const T &get() const { return m_value ? *m_value : none(); }
    [[nodiscard]] const T *operator->() const { return &get(); }

    friend bool operator==(const Boxed &a, const Boxed &b) { return (!a.m_value && !b.m_value) || a.get() == b.get(); }

private:
    static const T &none()
    {
        static const T value{};
        return value;
    }

    std::unique_ptr<T> m_value;
};

} // namespace countersign::schema
