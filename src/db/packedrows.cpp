#include "db/packedrows.h"

namespace countersign::db {

namespace {

std::size_t textSize(const PGresult *result)
{
    std::size_t size = 0;
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column) {
            size += static_cast<std::size_t>(PQgetlength(result, row, column));
        }
    }
    return size;
}

} // namespace

bool PackedRows::fits(const PGresult *result)
{
    return textSize(result) < (std::size_t{1} << 31);
}

PackedRows::PackedRows(const PGresult *result) : m_rowCount(PQntuples(result))
{
    const int columns = PQnfields(result);
    for (int i = 0; i < columns; ++i) {
        m_columns += QString::fromUtf8(PQfname(result, i));
    }
    // libpq counts the rows of a SELECT in the command's tag, which is not a constant to it.
    const QByteArrayView count(PQcmdTuples(const_cast<PGresult *>(result)));
    m_affected = count.isEmpty() ? -1 : count.toLongLong();
    m_text.reserve(textSize(result));
    m_starts.reserve(static_cast<std::size_t>(m_rowCount) * static_cast<std::size_t>(columns) + 1);
    for (int row = 0; row < m_rowCount; ++row) {
        for (int column = 0; column < columns; ++column) {
            const quint32 null = PQgetisnull(result, row, column) == 1 ? 1 : 0;
            m_starts.push_back(static_cast<quint32>(m_text.size()) << 1 | null);
            const char *value = PQgetvalue(result, row, column);
            m_text.insert(m_text.end(), value, value + PQgetlength(result, row, column));
        }
    }
    m_starts.push_back(static_cast<quint32>(m_text.size()) << 1);
}

} // namespace countersign::db
