#pragma once

#include "checks/report.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <memory>

namespace countersign::gui {

/// What one line of the Checks page is: a finding, a rule that passed, or a check that was not run.
struct CheckLine {
    enum class Kind { Finding, Passed, NotRun };
    Kind kind = Kind::Finding;
    int finding = -1; ///< index into the report's findings
    QString rule;
    QString text;
    QString object;
    int statement = 0;
    checks::Severity severity = checks::Severity::Info;
    bool waived = false;
    QString waivedBecause; ///< who answers for it, until when, why
};

/// Findings worst first, then what was not run, then the rules that passed. "Not run" is never "passed".
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SeverityColumn, RuleColumn, ObjectColumn, StatementColumn, MessageColumn, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);
    /// @p waivers are those of the ledger that hold: finding id ► who, until when, why.
    void setReport(std::shared_ptr<const checks::Report> report, const QHash<QString, QString> &waivers = {});
    void setShown(bool errors, bool warnings, bool notes, bool notRun, bool passed);
    [[nodiscard]] const CheckLine *line(int row) const;
    [[nodiscard]] const checks::Finding *finding(int row) const;
    [[nodiscard]] int count(CheckLine::Kind kind) const;
    [[nodiscard]] int count(checks::Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const checks::Report> m_report;
    std::vector<CheckLine> m_lines;
    std::vector<int> m_shown;
};

} // namespace countersign::gui
