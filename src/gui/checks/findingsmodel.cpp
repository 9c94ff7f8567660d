#include "gui/checks/findingsmodel.h"

#include "app/reviewusecase.h"
#include "base/show.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"

#include <QCoreApplication>

namespace countersign::gui {

using namespace Qt::StringLiterals;

FindingsModel::FindingsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void FindingsModel::setReport(std::shared_ptr<const checks::Report> report, const QHash<QString, QString> &waivers)
{
    beginResetModel();
    m_report = std::move(report);
    m_lines.clear();
    m_shown.clear();
    if (m_report) {
        QSet<QString> spoken;
        const int failed = m_report->rehearsal.failedStatement();
        if (failed > 0) {
            const auto &run = m_report->rehearsal.statements[std::size_t(failed) - 1];
            m_lines.push_back({CheckLine::Kind::Finding,
                               -1,
                               u"rehearsal"_s,
                               run.error ? rehearsalErrorText(*run.error) : run.refusal,
                               {},
                               failed,
                               checks::Severity::Error,
                               false,
                               {}});
        }
        for (std::size_t i = 0; i < m_report->findings.size(); ++i) {
            const checks::Finding &finding = m_report->findings[i];
            spoken.insert(finding.rule);
            const QString because = waivers.value(app::findingId(finding), finding.waivedBecause);
            m_lines.push_back({CheckLine::Kind::Finding, int(i), finding.rule, finding.message.translated(),
                               finding.object, finding.statement, finding.severity,
                               finding.waived || !because.isEmpty(), because});
        }
        std::ranges::stable_sort(m_lines, [](const CheckLine &a, const CheckLine &b) {
            return std::tuple(a.waived, -int(a.severity)) < std::tuple(b.waived, -int(b.severity));
        });
        for (const checks::NotRun &one : m_report->notRun) {
            spoken.insert(one.check);
            m_lines.push_back({CheckLine::Kind::NotRun,
                               -1,
                               one.check,
                               one.why.translated(),
                               {},
                               0,
                               checks::Severity::Info,
                               false,
                               {}});
        }
        int halfway = 0;
        for (const checks::Rule &rule : checks::allRules()) {
            if (!rule.engines.contains(m_report->engine) || spoken.contains(rule.id) ||
                m_report->settings.disabled.contains(rule.id)) {
                continue;
            }
            if (!m_report->rehearsal.complete) {
                ++halfway;
                continue;
            }
            m_lines.push_back({CheckLine::Kind::Passed,
                               -1,
                               rule.id,
                               rule.description.translated(),
                               {},
                               0,
                               checks::Severity::Info,
                               false,
                               {}});
        }
        if (halfway > 0) {
            m_lines.push_back({CheckLine::Kind::NotRun,
                               -1,
                               tr("%n rule(s)", nullptr, halfway),
                               tr("The rehearsal did not reach the end, so these rules saw only a part."),
                               {},
                               0,
                               checks::Severity::Info,
                               false,
                               {}});
        }
    }
    endResetModel();
}

void FindingsModel::setShown(bool errors, bool warnings, bool notes, bool notRun, bool passed)
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const CheckLine &line = m_lines[i];
        bool show = false;
        switch (line.kind) {
        case CheckLine::Kind::Finding:
            show = line.severity == checks::Severity::Error     ? errors
                   : line.severity == checks::Severity::Warning ? warnings
                                                                : notes;
            break;
        case CheckLine::Kind::NotRun:
            show = notRun;
            break;
        case CheckLine::Kind::Passed:
            show = passed;
            break;
        }
        if (show) {
            m_shown.push_back(int(i));
        }
    }
    endResetModel();
}

const CheckLine *FindingsModel::line(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_lines[std::size_t(m_shown[std::size_t(row)])] : nullptr;
}

const checks::Finding *FindingsModel::finding(int row) const
{
    const CheckLine *one = line(row);
    return one != nullptr && one->finding >= 0 ? &m_report->findings[std::size_t(one->finding)] : nullptr;
}

int FindingsModel::count(CheckLine::Kind kind) const
{
    return int(std::ranges::count(m_lines, kind, &CheckLine::kind));
}

int FindingsModel::count(checks::Severity severity) const
{
    return int(std::ranges::count_if(m_lines, [severity](const CheckLine &line) {
        return line.kind == CheckLine::Kind::Finding && line.severity == severity;
    }));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const CheckLine *one = line(index.row());
    if (one == nullptr) {
        return {};
    }
    Look look{Glyph::Check, Token::Met, QCoreApplication::translate("FindingsModel", "Passed")};
    if (one->kind == CheckLine::Kind::Finding) {
        look = lookOf(one->severity);
        if (one->waived) {
            look = {Glyph::Slash, Token::Medium, QCoreApplication::translate("FindingsModel", "Waived")};
        }
    } else if (one->kind == CheckLine::Kind::NotRun) {
        look = {Glyph::Ring, Token::Unknown, QCoreApplication::translate("FindingsModel", "Not run")};
    }
    const auto text = [&](int column) {
        switch (column) {
        case SeverityColumn:
            return look.word;
        case RuleColumn:
            return one->rule;
        case ObjectColumn:
            return base::show(one->object);
        case StatementColumn:
            return one->statement > 0 ? QString::number(one->statement) : QString();
        default:
            return base::show(one->text.simplified());
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return text(index.column());
    case Qt::DecorationRole:
        return index.column() == SeverityColumn ? glyphIcon(look.glyph, look.token) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == SeverityColumn        ? QVariant(color(look.token))
               : one->kind != CheckLine::Kind::Finding ? QVariant(color(Token::TextMuted))
                                                       : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == StatementColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == SeverityColumn) {
            return QStringList{look.word, one->rule, one->object, one->text}.join(u", "_s);
        }
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SeverityColumn:
        return QCoreApplication::translate("FindingsModel", "Result");
    case RuleColumn:
        return QCoreApplication::translate("FindingsModel", "Rule");
    case ObjectColumn:
        return QCoreApplication::translate("FindingsModel", "Object");
    case StatementColumn:
        return QCoreApplication::translate("FindingsModel", "Stmt");
    default:
        return QCoreApplication::translate("FindingsModel", "What and why");
    }
}

} // namespace countersign::gui
