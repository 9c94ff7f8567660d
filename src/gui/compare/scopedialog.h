#pragma once

#include "app/workspace.h"
#include "diff/compare.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace countersign::gui {

namespace Ui {
class ScopeDialog;
}

/// What is compared: schemas, how differently named schemas correspond, ignored attributes, objects that are left out.
/// Emits chosen() with the options when the person agrees; nothing is compared before.
class ScopeDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p schemas are the namespaces of both sides as last read; empty when unknown or when the engine has none.
    ScopeDialog(const diff::Options &options, const QStringList &schemas,
                const std::vector<app::CompareProfile> &profiles, QWidget *parent);
    ~ScopeDialog() override;

    [[nodiscard]] diff::Options options() const;
    /// Makes it the form of a profile: with a name that is none of @p taken, and nothing is compared when it is saved.
    void editProfile(const QString &name, const QStringList &taken);
    [[nodiscard]] QString profileName() const;

signals:
    void chosen(const countersign::diff::Options &options);

private:
    void offerSchemas(const QStringList &schemas);
    void offerProfiles();
    void offerSwitches();
    void connectButtons();
    void show(const diff::Options &options);
    void filterSwitches(const QString &text);

    diff::Options m_options;
    std::vector<app::CompareProfile> m_profiles;
    QLineEdit *m_name = nullptr; ///< only for a profile
    std::unique_ptr<Ui::ScopeDialog> m_form;
};

/// "a = b" lines as a mapping; lines that say nothing are left out.
[[nodiscard]] std::map<QString, QString> mappingFromText(const QString &text);

/// Every namespace that an object of either side is in, sorted.
[[nodiscard]] QStringList namespacesOf(const schema::Schema &from, const schema::Schema &to);

} // namespace countersign::gui
