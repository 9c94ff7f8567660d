#include "gui/compare/stepmodel.h"

#include "base/show.h"
#include "gui/common/icons.h"
#include "gui/common/theme.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownOfStatement = 400;

} // namespace

ScriptText scriptText(const std::vector<engine::Step> &steps, const std::vector<bool> &taken)
{
    ScriptText made;
    int line = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!taken[i]) {
            made.firstLines.push_back(-1);
            made.lastLines.push_back(-1);
            continue;
        }
        QString part;
        if (!steps[i].comment.isEmpty()) {
            part += u"-- "_s + QString(steps[i].comment).replace(u'\n', u"\n-- "_s) + u'\n';
        }
        if (!steps[i].sql.isEmpty()) {
            part += steps[i].sql + u";\n"_s;
        }
        const int lines = int(part.count(u'\n'));
        made.firstLines.push_back(line);
        made.lastLines.push_back(line + std::max(0, lines - 1));
        made.sql += part + u'\n';
        line += lines + 1;
    }
    return made;
}

StepModel::StepModel(QObject *parent) : TickModel(parent)
{
}

void StepModel::setPlan(std::shared_ptr<const app::SchemaComparison> comparison, bool forward,
                        std::shared_ptr<const CompareIndex> index)
{
    beginResetModel();
    m_index = std::move(index);
    m_comparison = std::move(comparison);
    m_forward = forward;
    m_taken.assign(steps().size(), true);
    endResetModel();
    emit takenChanged();
}

const std::vector<engine::Step> &StepModel::steps() const
{
    static const std::vector<engine::Step> none;
    return !m_comparison ? none : m_forward ? m_comparison->plan.forward : m_comparison->plan.rollback;
}

void StepModel::setAllTaken(bool taken)
{
    const std::vector<bool> before = m_taken;
    restoreTaken(std::vector<bool>(m_taken.size(), taken));
    if (before != m_taken) {
        emit changedByPerson(before);
    }
}

void StepModel::restoreTaken(const std::vector<bool> &taken)
{
    if (taken.size() != m_taken.size() || taken == m_taken) {
        return;
    }
    m_taken = taken;
    emit dataChanged(index(0, NumberColumn), index(rowCount() - 1, NumberColumn), {Qt::CheckStateRole});
    emit takenChanged();
}

int StepModel::takenCount() const
{
    return int(std::ranges::count(m_taken, true));
}

int StepModel::destructiveCount() const
{
    int count = 0;
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        count += m_taken[i] && steps()[i].destructive ? 1 : 0;
    }
    return count;
}

std::optional<schema::ObjectId> StepModel::objectOf(int row) const
{
    if (row < 0 || row >= rowCount() || steps()[std::size_t(row)].differences.empty()) {
        return {};
    }
    const int difference = steps()[std::size_t(row)].differences.front();
    return m_comparison->plan.comparison.differences[std::size_t(difference)].id;
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_taken.size());
}

int StepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

EffectWords StepModel::effectOf(const engine::Step &step, int row) const
{
    if (step.destructive) {
        return {tr("Loses data"), Token::Critical};
    }
    if (step.sql.isEmpty()) {
        return {tr("Needs a person"), Token::Critical};
    }
    const bool known = m_forward && m_index && row < int(m_index->stepEffects.size());
    return known ? m_index->effectOf({row}) : EffectWords{};
}

QString StepModel::display(const engine::Step &step, int row, int column) const
{
    switch (column) {
    case NumberColumn:
        return QString::number(row + 1);
    case StatementColumn:
        return base::show((step.sql.isEmpty() ? step.comment : step.sql).left(shownOfStatement).simplified());
    case ObjectColumn: {
        const auto id = objectOf(row);
        return id ? base::show(id->path()) : tr("the whole script");
    }
    default:
        return effectOf(step, row).text;
    }
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const engine::Step &step = steps()[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(step, index.row(), index.column());
    case Qt::CheckStateRole:
        return index.column() == NumberColumn ? QVariant(isTaken(index.row()) ? Qt::Checked : Qt::Unchecked)
                                              : QVariant();
    case Qt::DecorationRole:
        if (index.column() != EffectColumn) {
            return {};
        }
        return step.destructive     ? QVariant(glyphIcon(Glyph::Critical, Token::Critical))
               : step.sql.isEmpty() ? QVariant(glyphIcon(Glyph::Question, Token::Unknown))
                                    : QVariant();
    case Qt::FontRole:
        return index.column() <= StatementColumn ? QVariant(fixedFont()) : QVariant();
    case Qt::ForegroundRole:
        return !isTaken(index.row())            ? QVariant(color(Token::TextDisabled))
               : index.column() == EffectColumn ? QVariant(color(effectOf(step, index.row()).token))
                                                : QVariant();
    case Qt::ToolTipRole:
        return index.column() == NumberColumn ? tr("Tick what the script takes (Space)")
                                              : base::show(step.comment, true).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        if (index.column() == NumberColumn) {
            QStringList words{isTaken(index.row()) ? tr("taken") : tr("left out")};
            for (int column = 0; column < ColumnCount; ++column) {
                words << display(step, index.row(), column);
            }
            return words.join(u", "_s);
        }
        return {};
    default:
        return {};
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return u"#"_s;
    case StatementColumn:
        return tr("Statement");
    case ObjectColumn:
        return tr("Object");
    default:
        return tr("Effect");
    }
}

void StepModel::setTicked(int row, bool ticked)
{
    if (m_taken[std::size_t(row)] == ticked) {
        return;
    }
    const std::vector<bool> before = m_taken;
    m_taken[std::size_t(row)] = ticked;
    emit dataChanged(index(row, NumberColumn), index(row, ColumnCount - 1));
    emit takenChanged();
    emit changedByPerson(before);
}

} // namespace countersign::gui
