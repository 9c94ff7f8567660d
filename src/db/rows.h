#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>

namespace countersign::db {

/// The complete result of one statement, in the server's text form. A cheap handle to an immutable buffer.
class Rows
{
public:
    /// What a driver provides; owned by Rows.
    class Source
    {
    public:
        Source() = default;
        Source(const Source &) = delete;
        Source &operator=(const Source &) = delete;
        virtual ~Source() = default;
        [[nodiscard]] virtual int rowCount() const = 0;
        [[nodiscard]] virtual QStringList columns() const = 0;
        [[nodiscard]] virtual bool isNull(int row, int column) const = 0;
        [[nodiscard]] virtual QByteArrayView bytes(int row, int column) const = 0;
        [[nodiscard]] virtual qint64 affected() const = 0;
    };

    Rows() = default;
    explicit Rows(std::shared_ptr<const Source> source) : m_source(std::move(source)) {}

    [[nodiscard]] int size() const { return m_source ? m_source->rowCount() : 0; }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] QStringList columns() const { return m_source ? m_source->columns() : QStringList(); }
    [[nodiscard]] bool isNull(int row, int column) const { return m_source->isNull(row, column); }
    /// The raw bytes; empty for NULL. Valid while a copy of this Rows lives.
    [[nodiscard]] QByteArrayView bytes(int row, int column) const { return m_source->bytes(row, column); }
    [[nodiscard]] QString text(int row, int column) const { return QString::fromUtf8(bytes(row, column)); }
    [[nodiscard]] qint64 number(int row, int column) const { return bytes(row, column).toLongLong(); }
    /// t, true, 1, YES and yes are true.
    [[nodiscard]] bool flag(int row, int column) const;
    /// Rows changed by INSERT, UPDATE, DELETE; -1 when the server did not say.
    [[nodiscard]] qint64 affected() const { return m_source ? m_source->affected() : -1; }

private:
    std::shared_ptr<const Source> m_source;
};

} // namespace countersign::db
