#pragma once

#include "schema/objects.h"

#include <QSet>

namespace countersign::engine {

/// Makes what was read small. Ten thousand tables say the same few names, types and defaults again and again: equal
/// texts become one shared text, and lists give back the room that they grew beyond their need. One for each reading of
/// a database; used by one thread.
class Compactor
{
public:
    template <schema::Described T>
    void operator()(T &value)
    {
        schema::forEachField<T>([&](const auto &field) { compact(value.*(field.member)); });
    }
    template <schema::Described T>
    void operator()(std::vector<T> &values)
    {
        for (T &value : values) {
            (*this)(value);
        }
        values.shrink_to_fit();
    }

private:
    static constexpr qsizetype longest = 80; ///< longer texts are seldom said twice

    void compact(QString &text)
    {
        if (!text.isEmpty() && text.size() <= longest) {
            text = *m_texts.insert(text);
        }
    }
    void compact(schema::SqlText &text) { compact(text.text); }
    void compact(QStringList &texts)
    {
        for (QString &text : texts) {
            compact(text);
        }
    }
    void compact(schema::Attributes &attributes)
    {
        for (auto &entry : attributes) {
            compact(entry.second);
        }
    }
    template <schema::Described T>
    void compact(T &value)
    {
        (*this)(value);
    }
    template <schema::Described T>
    void compact(std::vector<T> &values)
    {
        (*this)(values);
    }
    template <class T>
    void compact(T &)
    {
    }

    QSet<QString> m_texts;
};

} // namespace countersign::engine
