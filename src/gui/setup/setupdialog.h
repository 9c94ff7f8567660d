#pragma once

#include "app/firststeps.h"

#include <QDialog>
#include <QTimer>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTabBar;

namespace countersign::gui {

class Console;
class DatabaseRow;
class InlineBanner;

/// From nothing to a workspace whose changes are signed, on one page: where, which databases, who signs, under which
/// policy; beside it, exactly what will be written. Writes nothing before Create.
class SetupDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p folder: empty for a new workspace somewhere.
    SetupDialog(Console &console, const QString &folder, QWidget *parent);

signals:
    /// The workspace is there, with its ledger.
    void founded(const QString &folder);

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildPreview();
    void buildPlace(QBoxLayout *column);
    void buildDatabases(QBoxLayout *column);
    void buildSigner(QBoxLayout *column);
    void buildPolicy(QBoxLayout *column);
    [[nodiscard]] DatabaseRow *addRow(app::EnvironmentClass environmentClass);

    /// Looks again at the folder and the keys; selects the key of @p chosen where there is one.
    void lookAround(const QString &chosen = {});
    void showBeginnings(const app::Beginnings &found, const QString &chosen);
    void showKeys(const QString &chosen);
    void makeKey();
    void chooseKeyFile();
    void chooseFolder(QLineEdit *edit, const QString &title);

    /// Soon: what is missing, and what will be written.
    void changed();
    void plan();
    void showPlan(const app::FoundingPlan &plan);
    void showFile(int index);
    /// What somebody still has to do; empty: Create is possible.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] base::Result<app::FoundingWish> wish() const;
    void create();
    void setBusy(const QString &what);

    Console &m_console;
    app::Beginnings m_found;
    std::optional<app::FoundingPlan> m_plan; ///< what is shown, and what Create writes
    std::vector<DatabaseRow *> m_rows;
    std::optional<review::KeyChoice> m_key; ///< the chosen one
    QTimer m_soon;
    QTimer m_look;
    int m_rowNumber = 0;
    bool m_looked = false;
    bool m_refused = false; ///< the last plan was: the banner says why
    quint64 m_ticket = 0;
    QWidget *m_form = nullptr;
    QWidget *m_choices = nullptr;
    QLabel *m_laterNote = nullptr;
    QLineEdit *m_folder = nullptr;
    QLabel *m_folderNote = nullptr;
    QLineEdit *m_migrations = nullptr;
    QBoxLayout *m_rowColumn = nullptr;
    QLineEdit *m_person = nullptr;
    QWidget *m_keyBox = nullptr;
    QPushButton *m_newKey = nullptr;
    QButtonGroup *m_policies = nullptr;
    QLabel *m_colleaguesLabel = nullptr;
    QPlainTextEdit *m_colleagues = nullptr;
    QTabBar *m_fileBar = nullptr;
    QLabel *m_fileNote = nullptr;
    QPlainTextEdit *m_text = nullptr;
    InlineBanner *m_banner = nullptr;
    QLabel *m_missing = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_create = nullptr;
};

} // namespace countersign::gui
