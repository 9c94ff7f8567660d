#include "gui/migration/statementmodel.h"

#include "base/show.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

StatementModel::StatementModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void StatementModel::setStatements(std::vector<sql::Statement> statements)
{
    beginResetModel();
    m_statements = std::move(statements);
    endResetModel();
}

void StatementModel::setReport(std::shared_ptr<const app::CheckedMigration> checked, bool current)
{
    beginResetModel();
    m_checked = std::move(checked);
    m_current = current;
    endResetModel();
}

const rehearsal::StatementRun *StatementModel::run(int row) const
{
    if (!m_checked || !m_current) {
        return nullptr;
    }
    const auto &runs = m_checked->report.rehearsal.statements;
    const auto found = std::ranges::find(runs, row + 1, &rehearsal::StatementRun::index);
    return found != runs.end() ? &*found : nullptr;
}

std::vector<const checks::Finding *> StatementModel::findings(int row) const
{
    std::vector<const checks::Finding *> found;
    if (m_checked && m_current) {
        for (const checks::Finding &finding : m_checked->report.findings) {
            if (finding.statement == row + 1) {
                found.push_back(&finding);
            }
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const checks::Finding *one) { return one->severity; });
    return found;
}

std::optional<checks::Severity> StatementModel::worst(int row) const
{
    const auto found = findings(row);
    return found.empty() ? std::optional<checks::Severity>{} : found.front()->severity;
}

QString StatementModel::lockText(const rehearsal::StatementRun &run)
{
    const rehearsal::Lock *strongest = nullptr;
    const auto weight = [](const rehearsal::Lock &lock) {
        return (lock.blocksReads ? 4 : 0) + (lock.blocksWrites ? 2 : 0) + (lock.rewritesTable ? 1 : 0);
    };
    for (const rehearsal::Lock &lock : run.locks) {
        if (strongest == nullptr || weight(lock) > weight(*strongest)) {
            strongest = &lock;
        }
    }
    if (strongest == nullptr) {
        return {};
    }
    return strongest->algorithm.isEmpty() ? strongest->mode : strongest->mode + u" · "_s + strongest->algorithm;
}

int StatementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_statements.size());
}

int StatementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StatementModel::display(int row, int column) const
{
    const rehearsal::StatementRun *one = run(row);
    switch (column) {
    case NumberColumn:
        return row + 1;
    case StatementColumn:
        return base::show(m_statements[std::size_t(row)].text.simplified());
    case LockColumn:
        return one == nullptr ? tr("unknown") : one->locks.empty() ? tr("none seen") : lockText(*one);
    case RiskColumn:
        if (one == nullptr) {
            return tr("not judged");
        }
        return worst(row) ? lookOf(*worst(row)).word : tr("nothing found");
    default:
        if (one == nullptr) {
            return m_checked ? tr("SQL changed since") : tr("not rehearsed");
        }
        return one->outcome == rehearsal::Outcome::Ok ? durationText(one->duration) : lookOf(one->outcome).word;
    }
}

QVariant StatementModel::decoration(int row, int column) const
{
    const rehearsal::StatementRun *one = run(row);
    if (column == RiskColumn) {
        if (one == nullptr) {
            return glyphIcon(Glyph::Question, Token::Unknown);
        }
        const auto severity = worst(row);
        return severity ? glyphIcon(lookOf(*severity).glyph, lookOf(*severity).token)
                        : glyphIcon(Glyph::Dash, Token::Unknown);
    }
    if (column == RehearsalColumn) {
        const Look look = lookOf(one != nullptr ? one->outcome : rehearsal::Outcome::NotRun);
        return glyphIcon(look.glyph, look.token);
    }
    if (column == LockColumn && one != nullptr && !one->locks.empty()) {
        const bool reads = std::ranges::any_of(one->locks, &rehearsal::Lock::blocksReads);
        const bool writes = std::ranges::any_of(one->locks, &rehearsal::Lock::blocksWrites);
        return glyphIcon(Glyph::Lock, reads ? Token::Critical : writes ? Token::High : Token::Low);
    }
    return {};
}

QVariant StatementModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_statements.size())) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::DecorationRole:
        return decoration(index.row(), index.column());
    case Qt::FontRole:
        return index.column() == StatementColumn || index.column() == NumberColumn ? QVariant(fixedFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == NumberColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return index.column() != StatementColumn && run(index.row()) == nullptr ? QVariant(color(Token::TextMuted))
                                                                                : QVariant();
    case Qt::ToolTipRole:
        return index.column() == StatementColumn
                   ? QVariant(base::show(m_statements[std::size_t(index.row())].text, true).toHtmlEscaped())
                   : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == StatementColumn) {
            QStringList words;
            for (int column = 0; column < ColumnCount; ++column) {
                words << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u' ' +
                             display(index.row(), column).toString();
            }
            return words.join(u", "_s);
        }
        return {};
    default:
        return {};
    }
}

QVariant StatementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return u"#"_s;
    case StatementColumn:
        return tr("Statement");
    case LockColumn:
        return tr("Lock");
    case RiskColumn:
        return tr("Findings");
    default:
        return tr("Rehearsal");
    }
}

} // namespace countersign::gui
