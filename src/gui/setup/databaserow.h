#pragma once

#include "app/connectiontest.h"
#include "app/workspace.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace countersign::gui {

class JobRunner;
class StatusLabel;
class ElidedLabel;

/// One database of a new workspace: what it is, its name, how it is reached, and what came of trying. Tried when its
/// line is complete and left, in a read-only session, in a worker.
class DatabaseRow : public QWidget
{
    Q_OBJECT
public:
    /// @p number makes object names unique.
    DatabaseRow(JobRunner &jobs, int number, app::EnvironmentClass environmentClass, QWidget *parent);

    /// Of countersign.toml: shown, and only tried again.
    void showExisting(const app::Environment &environment);
    [[nodiscard]] bool isExisting() const { return m_existing.has_value(); }
    /// Relative paths of SQLite files are below it.
    void setFolder(const QString &folder) { m_folder = folder; }
    void setUrl(const QString &text);
    [[nodiscard]] bool isEmpty() const;
    /// Usage when the line cannot be read.
    [[nodiscard]] base::Result<app::Environment> environment() const;
    /// What the server says it is; empty until it was reached.
    [[nodiscard]] QString identity() const { return m_identity; }
    [[nodiscard]] bool isTrying() const { return m_trying; }
    /// Reaches the database and asks what it is.
    void tryIt();

signals:
    void changed();

private:
    struct Tried {
        app::ConnectionTest test;
        QString identity;
    };
    void show(const Tried &tried);
    void forgetTry();
    void chooseFile();
    void editParts();

    JobRunner &m_jobs;
    QString m_key; ///< of its jobs
    std::optional<app::Environment> m_existing;
    QString m_folder;
    QString m_identity;
    std::optional<Tried> m_tried; ///< of the URL as it is
    QString m_triedUrl;
    bool m_trying = false;
    QComboBox *m_class;
    QLineEdit *m_name;
    QLineEdit *m_url;
    StatusLabel *m_mark;
    ElidedLabel *m_said;
};

} // namespace countersign::gui
