#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

namespace countersign::review {

/// Reads the SSH wire format (RFC 4251, section 5). After a problem everything read is empty and ok() is false.
class WireReader
{
public:
    explicit WireReader(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_bytes.isEmpty(); }
    [[nodiscard]] QByteArrayView rest() const { return m_bytes; }

    quint8 byte()
    {
        const QByteArrayView bytes = take(1);
        return bytes.isEmpty() ? quint8{0} : static_cast<quint8>(bytes[0]);
    }

    quint32 number()
    {
        const QByteArrayView bytes = take(4);
        return bytes.isEmpty() ? 0 : qFromBigEndian<quint32>(bytes.data());
    }

    QByteArray string()
    {
        const quint32 size = number();
        return m_ok ? take(size).toByteArray() : QByteArray();
    }

    /// A positive multiple-precision integer without its leading zero; fails for negative or padded ones.
    QByteArray integer()
    {
        QByteArray bytes = string();
        if (bytes.isEmpty()) {
            return bytes;
        }
        if ((static_cast<quint8>(bytes[0]) & 0x80) != 0 ||
            (bytes[0] == '\0' && (bytes.size() == 1 || (static_cast<quint8>(bytes[1]) & 0x80) == 0))) {
            m_ok = false;
            return {};
        }
        if (bytes[0] == '\0') {
            bytes.remove(0, 1);
        }
        return bytes;
    }

    QByteArrayView take(qsizetype size)
    {
        if (!m_ok || size > m_bytes.size()) {
            m_ok = false;
            m_bytes = {};
            return {};
        }
        const QByteArrayView taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }

private:
    QByteArrayView m_bytes;
    bool m_ok = true;
};

/// Writes the same format.
class WireWriter
{
public:
    WireWriter &byte(quint8 value)
    {
        m_bytes += static_cast<char>(value);
        return *this;
    }

    WireWriter &number(quint32 value)
    {
        char bytes[4];
        qToBigEndian(value, bytes);
        m_bytes.append(bytes, 4);
        return *this;
    }

    WireWriter &string(QByteArrayView value)
    {
        number(static_cast<quint32>(value.size()));
        return raw(value);
    }

    WireWriter &raw(QByteArrayView value)
    {
        m_bytes += value;
        return *this;
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace countersign::review
