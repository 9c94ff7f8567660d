#pragma once

#include "app/workspace.h"
#include "gui/settings/section.h"

#include <QAbstractTableModel>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QTreeView;

namespace countersign::gui {

class Console;

/// Every rule with its usual severity and what the workspace makes of it.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RuleColumn, UsualColumn, HereColumn, MeaningColumn, ColumnCount };
    enum class Here { Usual, Error, Warning, Info, Off };
    explicit RulesModel(QObject *parent = nullptr);

    void setSettings(const checks::Settings &settings);
    [[nodiscard]] const checks::Settings &settings() const { return m_settings; }
    /// Only rules whose id or description holds @p text.
    void setFilter(const QString &text);
    [[nodiscard]] Here here(int row) const;
    void setHere(int row, Here here);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] Here hereOf(const QString &rule) const;
    std::vector<std::size_t> m_rows; ///< into allRules()
    checks::Settings m_settings;
};

/// Which rules the workspace runs and how loud they are; saved in countersign.toml.
class ChecksSection : public Section
{
    Q_OBJECT
public:
    ChecksSection(Console &console, QWidget *parent);

private:
    void adoptWorkspace();
    void showCurrent();
    void save();

    Console &m_console;
    RulesModel *m_model;
    QLineEdit *m_filter;
    QTreeView *m_list;
    QComboBox *m_here;
    QComboBox *m_failOn;
    QSpinBox *m_bigRows;
    bool m_showing = false;
};

} // namespace countersign::gui
