#pragma once

#include "app/checkusecase.h"
#include "gui/common/looks.h"
#include "gui/common/tickmodel.h"
#include "gui/migration/readscript.h"
#include "sql/statements.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace countersign::gui {

/// The statements of a script with what the rehearsal and the rules said of each; "not rehearsed" where there is
/// nothing.
class StatementModel : public TickModel
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        StatementColumn,
        LockColumn,
        RiskColumn,
        SizeColumn,
        RehearsalColumn,
        CommentsColumn,
        ColumnCount
    };

    explicit StatementModel(QObject *parent = nullptr);
    /// Null for none.
    void setScript(std::shared_ptr<const ReadScript> script);
    /// @p checked may be null; @p current false greys what is about other bytes.
    void setReport(std::shared_ptr<const app::CheckedMigration> checked, bool current);

    /// Digests of statements that the person has looked at. Where there are some and a statement is not among them, it
    /// changed since.
    void setSeen(const QSet<QString> &digests);
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; }
    [[nodiscard]] bool isSeen(int row) const { return m_seen.contains(m_script->digests[std::size_t(row)]); }
    void setRowSeen(int row, bool seen);
    [[nodiscard]] int seenCount() const { return m_seenCount; }
    /// Open comments by 1-based statement.
    void setCommentCounts(const QHash<int, int> &counts);
    [[nodiscard]] int comments(int row) const { return m_comments.value(row + 1); }
    /// "1,204,113 rows": the largest relation of production that the statement locks or changes; empty when unknown.
    [[nodiscard]] QString sizeText(int row) const;
    /// The path of that relation; empty when unknown.
    [[nodiscard]] QString sizedTable(int row) const;
    /// Nothing there to look at: written fainter than what is.
    [[nodiscard]] bool isQuiet(int row, int column) const;

    [[nodiscard]] const std::vector<sql::Statement> &statements() const;
    [[nodiscard]] const rehearsal::StatementRun *run(int row) const;
    /// Findings about the statement in @p row, worst first.
    [[nodiscard]] const std::vector<const checks::Finding *> &findings(int row) const;
    [[nodiscard]] std::optional<checks::Severity> worst(int row) const;
    /// The strongest lock in words, empty when none was seen.
    [[nodiscard]] static QString lockText(const rehearsal::StatementRun &run);
    /// "ACCESS EXCLUSIVE, held since statement 2".
    [[nodiscard]] static QString heldText(const rehearsal::StatementRun &since);
    /// The earlier statement of the same transaction whose lock is the strongest that still holds while the statement
    /// in @p row runs; nullptr when there is none, or when each statement commits by itself.
    [[nodiscard]] const rehearsal::StatementRun *heldSince(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void seenChanged();

protected:
    void setTicked(int row, bool ticked) override { setRowSeen(row, ticked); }

private:
    void countSeen();
    [[nodiscard]] static QString titleOf(int column);
    [[nodiscard]] QVariant display(int row, int column) const;
    [[nodiscard]] QVariant decoration(int row, int column) const;

    /// What is known of one statement by the report, looked up once: reports of long scripts are long, too.
    struct Known {
        const rehearsal::StatementRun *run = nullptr;
        const rehearsal::StatementRun *heldSince = nullptr;
        std::vector<const checks::Finding *> findings; ///< worst first
    };
    void indexReport();
    /// A relation of production with its facts; null when unknown.
    struct Sized {
        QString path;
        const checks::RelationFacts *facts = nullptr;
    };
    [[nodiscard]] Sized largest(int row) const;
    /// The worst finding. A statement that failed is blocking; rules could not judge the others, or one that did
    /// not run, to the end.
    [[nodiscard]] Look lookOfFindings(int row) const;

    std::shared_ptr<const ReadScript> m_script;
    std::vector<Known> m_known; ///< by row; empty without a report about these bytes
    QSet<QString> m_seen;
    int m_seenCount = 0; ///< of the statements that are shown
    QHash<int, int> m_comments;
    std::shared_ptr<const app::CheckedMigration> m_checked;
    bool m_current = false;
    bool m_stopped = false; ///< a statement failed in the rehearsal
};

} // namespace countersign::gui
