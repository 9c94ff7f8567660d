#include "rehearsal/walledprotocol.h"

#include <QtEndian>

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace countersign::rehearsal::walled {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 longestFrame = 1U << 30;

/// Cells as they came, each with its length; a null cell has none.
class ReceivedRows final : public db::Rows::Source
{
public:
    explicit ReceivedRows(QDataStream &stream) { stream >> m_columns >> m_affected >> m_rowCount >> m_cells >> m_null; }

    [[nodiscard]] bool fits() const
    {
        return m_rowCount >= 0 && static_cast<qint64>(m_rowCount) * m_columns.size() == m_cells.size() &&
               m_null.size() == m_cells.size();
    }
    [[nodiscard]] int rowCount() const override { return m_rowCount; }
    [[nodiscard]] QStringList columns() const override { return m_columns; }
    [[nodiscard]] bool isNull(int row, int column) const override { return m_null.at(at(row, column)) != 0; }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override { return m_cells.at(at(row, column)); }
    [[nodiscard]] qint64 affected() const override { return m_affected; }

private:
    [[nodiscard]] qsizetype at(int row, int column) const { return qsizetype(row) * m_columns.size() + column; }

    QStringList m_columns;
    qint64 m_affected = -1;
    qint32 m_rowCount = 0;
    QList<QByteArray> m_cells;
    QByteArray m_null;
};

bool moveAll(int socket, char *bytes, qsizetype size, bool writes)
{
    while (size > 0) {
        const ssize_t moved = writes ? ::send(socket, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL)
                                     : ::recv(socket, bytes, static_cast<std::size_t>(size), 0);
        if (moved <= 0) {
            if (moved < 0 && errno == EINTR) {
                continue;
            }
            return false;
        }
        bytes += moved;
        size -= moved;
    }
    return true;
}

void write(QDataStream &stream, const db::Rows &rows)
{
    QList<QByteArray> cells;
    QByteArray null;
    const QStringList columns = rows.columns();
    cells.reserve(rows.size() * columns.size());
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < columns.size(); ++column) {
            null.append(rows.isNull(row, column) ? '\1' : '\0');
            cells << rows.bytes(row, column).toByteArray();
        }
    }
    stream << columns << rows.affected() << qint32(rows.size()) << cells << null;
}

} // namespace

bool writeFrame(int socket, const QByteArray &bytes)
{
    QByteArray frame(4, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), frame.data());
    frame += bytes;
    return bytes.size() <= qsizetype(longestFrame) && moveAll(socket, frame.data(), frame.size(), true);
}

std::optional<QByteArray> readFrame(int socket)
{
    std::array<char, 4> head{};
    if (!moveAll(socket, head.data(), head.size(), false)) {
        return std::nullopt;
    }
    const auto size = qFromBigEndian<quint32>(head.data());
    if (size > longestFrame) {
        return std::nullopt;
    }
    QByteArray bytes(size, Qt::Uninitialized);
    if (!moveAll(socket, bytes.data(), bytes.size(), false)) {
        return std::nullopt;
    }
    return bytes;
}

QByteArray answer(quint32 number, const base::Result<std::vector<db::Rows>> &outcome)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream << number << outcome.has_value();
    if (!outcome) {
        const base::Error &error = outcome.error();
        stream << static_cast<qint32>(error.kind) << error.message << error.where << error.advice << error.sqlState;
        return bytes;
    }
    stream << static_cast<quint32>(outcome->size());
    for (const db::Rows &rows : *outcome) {
        write(stream, rows);
    }
    return bytes;
}

base::Result<std::vector<db::Rows>> outcomeOf(QDataStream &stream)
{
    const base::Error unreadable = base::undecided(u"The rehearsing process answered what nobody can read"_s);
    bool good = false;
    stream >> good;
    if (!good) {
        base::Error error;
        qint32 kind = 0;
        stream >> kind >> error.message >> error.where >> error.advice >> error.sqlState;
        error.kind = static_cast<base::ErrorKind>(kind);
        return base::Fail(stream.status() == QDataStream::Ok ? error : unreadable);
    }
    quint32 count = 0;
    stream >> count;
    std::vector<db::Rows> all;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        auto rows = std::make_shared<ReceivedRows>(stream);
        if (!rows->fits()) {
            return base::Fail(unreadable);
        }
        all.emplace_back(std::move(rows));
    }
    if (stream.status() != QDataStream::Ok) {
        return base::Fail(unreadable);
    }
    return all;
}

} // namespace countersign::rehearsal::walled
