#include "gui/migration/statementmodel.h"

#include "app/reviewusecase.h"
#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "rehearsal/statementkind.h"
#include "sql/tokens.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// True where nothing that it changes or locks can hold rows: views, routines, types.
bool touchesNoRows(const rehearsal::StatementRun &run, const sql::Dialect &dialect)
{
    const rehearsal::StatementKind kind = rehearsal::kindOf(run.sql, dialect);
    if (kind.dataOnly || kind.readsOnly || kind.opaque) {
        return false;
    }
    const auto holdsRows = [](const schema::ObjectId &id) {
        return schema::isPartOfRelation(id.kind) || id.kind == schema::ObjectKind::Table ||
               id.kind == schema::ObjectKind::MaterializedView || id.kind == schema::ObjectKind::ForeignTable ||
               id.kind == schema::ObjectKind::VirtualTable;
    };
    const auto changed = [&run](const QString &path) {
        return std::ranges::any_of(run.effects, [&path](const diff::Difference &effect) {
            return effect.id.path() == path || effect.before.path() == path;
        });
    };
    return std::ranges::none_of(
               run.effects,
               [&](const diff::Difference &effect) { return holdsRows(effect.id) || holdsRows(effect.before); }) &&
           std::ranges::all_of(run.locks, [&](const rehearsal::Lock &lock) { return changed(lock.object); });
}

constexpr int shownOfStatement = 1000; ///< characters: more than any column is wide
constexpr int shownInTip = 4000;

QString tipOf(const QString &sql)
{
    const QString text = base::show(sql.left(shownInTip), true).toHtmlEscaped();
    return sql.size() > shownInTip ? text + u" …"_s : text;
}

/// How much others feel of a lock.
int weight(const rehearsal::Lock &lock)
{
    return (lock.blocksReads ? 4 : 0) + (lock.blocksWrites ? 2 : 0) + (lock.rewritesTable ? 1 : 0);
}

/// The names in a statement that works with rows only. Where each statement commits by itself, its locks are gone
/// before they can be looked at, and it leaves no effect on the schema either.
QStringList namesInDataStatement(const rehearsal::StatementRun &run, const sql::Dialect &dialect)
{
    const rehearsal::StatementKind kind = rehearsal::kindOf(run.sql, dialect);
    QStringList names;
    if (kind.dataOnly || kind.readsOnly) {
        for (const sql::Token &token : sql::significantTokens(run.sql, dialect)) {
            if (token.kind == sql::TokenKind::Word || token.kind == sql::TokenKind::QuotedIdentifier) {
                names << sql::identifierText(token, run.sql, dialect);
            }
        }
    }
    return names;
}

} // namespace

StatementModel::StatementModel(QObject *parent) : TickModel(parent)
{
}

void StatementModel::setScript(std::shared_ptr<const ReadScript> script)
{
    beginResetModel();
    m_script = std::move(script);
    indexReport();
    countSeen();
    endResetModel();
}

const std::vector<sql::Statement> &StatementModel::statements() const
{
    static const std::vector<sql::Statement> none;
    return m_script ? m_script->statements : none;
}

void StatementModel::setSeen(const QSet<QString> &digests)
{
    m_seen = digests;
    countSeen();
    if (rowCount() > 0) {
        emit dataChanged(index(0, NumberColumn), index(rowCount() - 1, NumberColumn));
    }
    emit seenChanged();
}

void StatementModel::setRowSeen(int row, bool seen)
{
    if (seen) {
        m_seen.insert(m_script->digests[std::size_t(row)]);
    } else {
        m_seen.remove(m_script->digests[std::size_t(row)]);
    }
    countSeen();
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit seenChanged();
}

void StatementModel::countSeen()
{
    m_seenCount = !m_script ? 0 : int(std::ranges::count_if(m_script->digests, [this](const QString &digest) {
        return m_seen.contains(digest);
    }));
}

void StatementModel::setCommentCounts(const QHash<int, int> &counts)
{
    m_comments = counts;
    if (rowCount() > 0) {
        emit dataChanged(index(0, CommentsColumn), index(rowCount() - 1, CommentsColumn));
    }
}

StatementModel::Sized StatementModel::largest(int row) const
{
    const rehearsal::StatementRun *one = run(row);
    if (one == nullptr || !m_checked->report.production) {
        return {};
    }
    const auto &relations = m_checked->report.production->relations;
    Sized largest;
    const auto consider = [&](const QString &path) {
        const auto found = relations.find(path);
        if (found != relations.end() && found->second.rows &&
            (largest.facts == nullptr || *found->second.rows > *largest.facts->rows)) {
            largest = {found->first, &found->second};
        }
    };
    for (const rehearsal::Lock &lock : one->locks) {
        consider(lock.object);
    }
    for (const diff::Difference &effect : one->effects) {
        consider(schema::isPartOfRelation(effect.before.kind) ? effect.before.parentId().path() : effect.before.path());
    }
    if (largest.facts == nullptr) {
        const QStringList names = namesInDataStatement(*one, sql::dialectOf(m_checked->report.engine));
        for (const auto &[path, facts] : relations) {
            if (names.contains(path.section(u'.', -1), Qt::CaseInsensitive)) {
                consider(path);
            }
        }
    }
    return largest;
}

QString StatementModel::sizedTable(int row) const
{
    return largest(row).path;
}

QString StatementModel::sizeText(int row) const
{
    const Sized one = largest(row);
    if (one.facts == nullptr) {
        return {};
    }
    const QString rows = localText(*one.facts->rows);
    return one.facts->rowsExact ? tr("%1 rows").arg(rows) : tr("about %1 rows").arg(rows);
}

void StatementModel::setReport(std::shared_ptr<const app::CheckedMigration> checked, bool current)
{
    beginResetModel();
    m_checked = std::move(checked);
    m_current = current;
    indexReport();
    endResetModel();
}

void StatementModel::indexReport()
{
    m_known.clear();
    m_stopped = false;
    if (!m_checked || !m_current) {
        return;
    }
    m_known.resize(statements().size());
    const auto known = [this](int statement) {
        return statement >= 1 && std::size_t(statement) <= m_known.size() ? &m_known[std::size_t(statement) - 1]
                                                                          : nullptr;
    };
    // Definitions commit by themselves in the MySQL family (manual, "Statements That Cause an Implicit Commit").
    const schema::EngineKind engine = m_checked->report.engine;
    const bool keeps = engine == schema::EngineKind::PostgreSql || engine == schema::EngineKind::Sqlite;
    const rehearsal::StatementRun *since = nullptr;
    int most = 0;
    int transaction = 0;
    for (const rehearsal::StatementRun &run : m_checked->report.rehearsal.statements) {
        m_stopped = m_stopped || run.outcome == rehearsal::Outcome::Failed;
        if (run.transaction != transaction) {
            transaction = run.transaction;
            since = nullptr;
            most = 0;
        }
        if (Known *one = known(run.index); one != nullptr && one->run == nullptr) {
            one->run = &run;
            one->heldSince = keeps && transaction != 0 ? since : nullptr;
        }
        for (const rehearsal::Lock &lock : run.locks) {
            if (weight(lock) + 1 > most) {
                most = weight(lock) + 1;
                since = &run;
            }
        }
    }
    for (const checks::Finding &finding : m_checked->report.findings) {
        if (Known *one = known(finding.statement)) {
            one->findings.push_back(&finding);
        }
    }
    for (Known &one : m_known) {
        std::ranges::stable_sort(one.findings, std::ranges::greater{}, &checks::Finding::severity);
    }
}

const rehearsal::StatementRun *StatementModel::run(int row) const
{
    return row >= 0 && std::size_t(row) < m_known.size() ? m_known[std::size_t(row)].run : nullptr;
}

const std::vector<const checks::Finding *> &StatementModel::findings(int row) const
{
    static const std::vector<const checks::Finding *> none;
    return row >= 0 && std::size_t(row) < m_known.size() ? m_known[std::size_t(row)].findings : none;
}

std::optional<checks::Severity> StatementModel::worst(int row) const
{
    const auto &found = findings(row);
    return found.empty() ? std::optional<checks::Severity>{} : found.front()->severity;
}

Look StatementModel::lookOfFindings(int row) const
{
    const rehearsal::StatementRun *one = run(row);
    if (one != nullptr && one->outcome == rehearsal::Outcome::Failed) {
        return lookOf(checks::Severity::Error);
    }
    if (const auto severity = worst(row)) {
        return lookOf(*severity);
    }
    const bool ran = one != nullptr && one->outcome == rehearsal::Outcome::Ok;
    return m_stopped || !ran ? Look{Glyph::Question, Token::Unknown, tr("not fully judged")}
                             : Look{Glyph::Dash, Token::Unknown, tr("nothing found")};
}

const rehearsal::StatementRun *StatementModel::heldSince(int row) const
{
    return row >= 0 && std::size_t(row) < m_known.size() ? m_known[std::size_t(row)].heldSince : nullptr;
}

QString StatementModel::lockText(const rehearsal::StatementRun &run)
{
    const rehearsal::Lock *strongest = nullptr;
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

QString StatementModel::heldText(const rehearsal::StatementRun &since)
{
    //: %1 a lock mode, %2 the number of the statement that took it
    return tr("%1, held since statement %2").arg(lockText(since)).arg(since.index);
}

int StatementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(statements().size());
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
        return base::show(statements()[std::size_t(row)].text.left(shownOfStatement).simplified());
    case LockColumn:
        return one == nullptr       ? tr("unknown")
               : one->locks.empty() ? (heldSince(row) != nullptr ? tr("already held") : tr("none seen"))
                                    : lockText(*one);
    case RiskColumn:
        if (one == nullptr) {
            return tr("not judged");
        }
        return lookOfFindings(row).word;
    case SizeColumn: {
        const QString size = sizeText(row);
        return !size.isEmpty()                                                                   ? size
               : one != nullptr && touchesNoRows(*one, sql::dialectOf(m_checked->report.engine)) ? tr("nothing")
                                                                                                 : tr("unknown");
    }
    case CommentsColumn:
        return comments(row) > 0 ? localText(comments(row)) : QString();
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
        const Look look = lookOfFindings(row);
        return glyphIcon(look.glyph, look.token);
    }
    if (column == NumberColumn) {
        // Some statements of this file were looked at, and this one is not one of them: it is new or was changed.
        return !m_seen.isEmpty() && !isSeen(row) && seenCount() > 0 ? QVariant(glyphIcon(Glyph::Half, Token::Medium))
                                                                    : QVariant();
    }
    if (column == CommentsColumn) {
        return comments(row) > 0 ? QVariant(icon(u"edit-comment"_s, Token::Link)) : QVariant();
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

bool StatementModel::isQuiet(int row, int column) const
{
    const rehearsal::StatementRun *one = run(row);
    if (one == nullptr) {
        return column != StatementColumn;
    }
    switch (column) {
    case LockColumn:
        return one->locks.empty();
    case RiskColumn:
        return !worst(row) && one->outcome != rehearsal::Outcome::Failed;
    case SizeColumn:
        return sizeText(row).isEmpty();
    default:
        return false;
    }
}

QVariant StatementModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= int(statements().size())) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::DecorationRole:
        return decoration(index.row(), index.column());
    case Qt::CheckStateRole:
        return index.column() == NumberColumn ? QVariant(isSeen(index.row()) ? Qt::Checked : Qt::Unchecked)
                                              : QVariant();
    case Qt::FontRole:
        return index.column() == StatementColumn || index.column() == NumberColumn ? QVariant(fixedFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
    case Qt::ForegroundRole:
        return isQuiet(index.row(), index.column()) ? QVariant(color(Token::TextMuted)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == NumberColumn) {
            return isSeen(index.row()) ? tr("You have looked at it")
                   : seenCount() > 0   ? tr("New or changed since you looked (Space marks it as seen)")
                                       : tr("Tick when you have looked at it (Space)");
        }
        if (index.column() == LockColumn) {
            const rehearsal::StatementRun *one = run(index.row());
            const rehearsal::StatementRun *since =
                one != nullptr && one->locks.empty() ? heldSince(index.row()) : nullptr;
            return since == nullptr ? QVariant() : QVariant(heldText(*since));
        }
        return index.column() == StatementColumn ? QVariant(tipOf(statements()[std::size_t(index.row())].text))
                                                 : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == StatementColumn) {
            QStringList words{isSeen(index.row()) ? tr("seen") : tr("not seen")};
            for (int column = 0; column < ColumnCount; ++column) {
                words << titleOf(column) + u' ' + display(index.row(), column).toString();
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
    if (orientation != Qt::Horizontal) {
        return {};
    }
    // The column of comments is as wide as their number: its title is a picture.
    if (section == CommentsColumn && role == Qt::DecorationRole) {
        return icon(u"edit-comment"_s, Token::TextMuted);
    }
    if (section == SizeColumn && role == Qt::ToolTipRole) {
        return tr("Table size: the rows that the largest table of the statement has in production");
    }
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        return titleOf(section);
    }
    return role == Qt::DisplayRole && section != CommentsColumn ? QVariant(titleOf(section)) : QVariant();
}

QString StatementModel::titleOf(int column)
{
    switch (column) {
    case NumberColumn:
        return u"#"_s;
    case StatementColumn:
        return tr("Statement");
    case LockColumn:
        return tr("Lock");
    case RiskColumn:
        return tr("Findings");
    case SizeColumn:
        return tr("Table size");
    case RehearsalColumn:
        return tr("Rehearsal");
    default:
        return tr("Comments");
    }
}

} // namespace countersign::gui
