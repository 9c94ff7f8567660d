#pragma once

#include "gui/common/factlist.h"

class QLabel;

namespace countersign::gui {

class Console;

/// What is known of the object or statement that is looked at, on whichever page: for the dock beside the page.
class DetailsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPanel(Console &console, QWidget *parent = nullptr);
    /// What it says now, for tests: the title and a line for each fact.
    [[nodiscard]] QString text() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void update();
    [[nodiscard]] std::vector<Fact> factsOfObject(const QString &path) const;
    [[nodiscard]] std::vector<Fact> factsOfStatement(const QString &file, int statement) const;
    /// Owner and dependents, which take as long as the catalogs are big: in a worker, shown below @p facts.
    void addDependents(const QString &path, const std::vector<Fact> &facts);
    /// Rows and bytes of a relation of production, as the last check asked for them.
    void addSize(const QString &path, std::vector<Fact> &facts) const;
    [[nodiscard]] int openComments(const QString &object, const QString &file, int statement) const;

    Console &m_console;
    QLabel *m_title;
    FactList *m_facts;
};

} // namespace countersign::gui
