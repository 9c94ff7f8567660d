#pragma once

#include "db/rows.h"

#include <libpq-fe.h>

#include <vector>

namespace countersign::db {

/// A result of libpq in half the memory: libpq keeps 16 bytes beside each cell and every cell's end. Made for catalogs
/// of thousands of tables, which wait until all are there.
class PackedRows final : public Rows::Source
{
public:
    /// From how many cells on it is worth the copy.
    static constexpr int worthwhile = 4096;

    /// Copies; the result can be cleared afterwards.
    explicit PackedRows(const PGresult *result);

    [[nodiscard]] int rowCount() const override { return m_rowCount; }
    [[nodiscard]] QStringList columns() const override { return m_columns; }
    [[nodiscard]] bool isNull(int row, int column) const override { return (m_starts[cell(row, column)] & 1) != 0; }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override
    {
        const std::size_t at = cell(row, column);
        const std::size_t begin = m_starts[at] >> 1;
        return {m_text.data() + begin, static_cast<qsizetype>((m_starts[at + 1] >> 1) - begin)};
    }
    [[nodiscard]] qint64 affected() const override { return m_affected; }

    /// False for what exceeds 2 GiB.
    [[nodiscard]] static bool fits(const PGresult *result);

private:
    [[nodiscard]] std::size_t cell(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns.size()) +
               static_cast<std::size_t>(column);
    }

    int m_rowCount;
    QStringList m_columns;
    qint64 m_affected = -1;
    std::vector<char> m_text;
    std::vector<quint32> m_starts; ///< where each cell begins, times two, plus one for null; one more for the end
};

} // namespace countersign::db
