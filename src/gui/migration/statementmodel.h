#pragma once

#include "app/checkusecase.h"
#include "sql/statements.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace countersign::gui {

/// The statements of a script with what the rehearsal and the rules said of each; "not rehearsed" where there is
/// nothing.
class StatementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, StatementColumn, LockColumn, RiskColumn, RehearsalColumn, ColumnCount };

    explicit StatementModel(QObject *parent = nullptr);
    void setStatements(std::vector<sql::Statement> statements);
    /// @p checked may be null; @p current false greys what is about other bytes.
    void setReport(std::shared_ptr<const app::CheckedMigration> checked, bool current);

    [[nodiscard]] const std::vector<sql::Statement> &statements() const { return m_statements; }
    [[nodiscard]] const rehearsal::StatementRun *run(int row) const;
    /// Findings about the statement in @p row, worst first.
    [[nodiscard]] std::vector<const checks::Finding *> findings(int row) const;
    [[nodiscard]] std::optional<checks::Severity> worst(int row) const;
    /// The strongest lock in words, empty when none was seen.
    [[nodiscard]] static QString lockText(const rehearsal::StatementRun &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant display(int row, int column) const;
    [[nodiscard]] QVariant decoration(int row, int column) const;

    std::vector<sql::Statement> m_statements;
    std::shared_ptr<const app::CheckedMigration> m_checked;
    bool m_current = false;
};

} // namespace countersign::gui
