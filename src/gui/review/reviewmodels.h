#pragma once

#include "app/reviewusecase.h"
#include "gui/common/looks.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <memory>

namespace countersign::gui {

/// What somebody who reads an unmet requirement can do about it in this window.
enum class NextStep : std::uint8_t {
    None,
    Ask,      ///< ask the person who can
    Rehearse, ///< rehearse and check again
    Submit,   ///< put the files as they are now under review
    Answer,   ///< go to the open comment
};

/// One requirement of the policy, or one reason why it is not met.
struct Requirement {
    Look look;
    QString text;
    QString fix; ///< what resolves it, and who can
    NextStep next = NextStep::None;
};

/// Slots and reasons of an evaluation as requirements: unmet first, then met. A pure function.
[[nodiscard]] std::vector<Requirement> requirementsOf(const review::Evaluation &evaluation);

/// One event of a change in the words of people, newest first.
struct TimelineEntry {
    QDateTime at;
    Look look;
    QString text;
    QString detail;
};

[[nodiscard]] std::vector<TimelineEntry> timelineOf(const review::LedgerState &state,
                                                    const app::ReviewedChange &change);

/// One person of the roster and what that person has looked at and said.
struct Looker {
    QString person;
    Look look;
    QString detail;
};

/// Everybody in the roster: who signed this revision, who looked at an earlier one, who has not looked yet.
[[nodiscard]] std::vector<Looker> lookersOf(const app::ReviewedChange &change, const QStringList &people);

/// The verdict with every requirement and what resolves it, as text and as HTML; and one line to put in a ticket.
[[nodiscard]] QString verdictText(const app::ReviewedChange &change);
[[nodiscard]] QString verdictHtml(const app::ReviewedChange &change);
[[nodiscard]] QString verdictReference(const app::ReviewedChange &change);
/// A message to a colleague: what is asked for, of which change and bytes.
[[nodiscard]] QString requestText(const app::ReviewedChange &change, const Requirement &requirement);

/// A list of two-line rows: mark, text, muted detail.
class TwoLineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, TokenRole, RightRole };
    struct Row {
        Look look;
        QString text;
        QString detail;
        QString right;
    };
    explicit TwoLineModel(QObject *parent = nullptr);
    void setRows(std::vector<Row> rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace countersign::gui
