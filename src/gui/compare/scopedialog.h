#pragma once

#include "app/workspace.h"
#include "diff/compare.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace countersign::gui {

/// What is compared: schemas, how differently named schemas correspond, ignored attributes, objects that are left out.
/// Emits chosen() with the options when the person agrees; nothing is compared before.
class ScopeDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p schemas are the namespaces of both sides as last read; empty when unknown or when the engine has none.
    ScopeDialog(const diff::Options &options, const QStringList &schemas,
                const std::vector<app::CompareProfile> &profiles, QWidget *parent);

    [[nodiscard]] diff::Options options() const;

signals:
    void chosen(const countersign::diff::Options &options);

private:
    [[nodiscard]] QWidget *schemaColumn(const QStringList &schemas);
    [[nodiscard]] QWidget *ruleColumn();
    void show(const diff::Options &options);
    void filterSwitches(const QString &text);

    diff::Options m_options;
    std::vector<app::CompareProfile> m_profiles;
    QComboBox *m_profile = nullptr;
    QListWidget *m_schemas = nullptr;
    QPlainTextEdit *m_mapping = nullptr;
    QPlainTextEdit *m_excluded = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_switches = nullptr;
};

/// "a = b" lines as a mapping; lines that say nothing are left out.
[[nodiscard]] std::map<QString, QString> mappingFromText(const QString &text);

/// Every namespace that an object of either side is in, sorted.
[[nodiscard]] QStringList namespacesOf(const schema::Schema &from, const schema::Schema &to);

} // namespace countersign::gui
