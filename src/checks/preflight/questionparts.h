#pragma once

#include "checks/context.h"
#include "checks/preflight/preflight.h"

namespace countersign::checks {

/// The table as written in a question.
[[nodiscard]] QString relationOf(const CheckContext &context, const schema::Table &table);
/// What identifies a row: the primary key, else what the engine has instead; "1" where it has nothing.
[[nodiscard]] QString keysOf(const CheckContext &context, const schema::Table &table, const QString &alias = {});
/// The first earlier statement that changes rows of the table of the base; 0 for none.
[[nodiscard]] int changedBefore(const CheckContext &context, const schema::Table &table, int statement);

/// ALTER DOMAIN … ADD CONSTRAINT and SET NOT NULL: one question for each column of the domain.
[[nodiscard]] std::vector<PreflightQuestion> domainQuestions(const CheckContext &context);
/// INSERT … VALUES into a table that was there: is a row with one of its keys there already?
[[nodiscard]] std::vector<PreflightQuestion> insertQuestions(const CheckContext &context);
/// Does a pair of rows exclude each other? Nothing where an operator is not known.
[[nodiscard]] std::optional<PreflightQuestion>
exclusionQuestion(const CheckContext &context, const schema::Table &table, const schema::Constraint &constraint);

} // namespace countersign::checks
