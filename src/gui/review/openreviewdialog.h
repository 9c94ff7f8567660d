#pragma once

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace countersign::gui {

class ChangeSession;
class Console;
class TwoLineModel;

/// Puts the first migration files under review: which ones, and for which environment.
class OpenReviewDialog : public QDialog
{
    Q_OBJECT
public:
    OpenReviewDialog(Console &console, ChangeSession &session, QWidget *parent);

private:
    void chooseFolder();
    /// Reads the folder's files in a worker and lists them.
    void readFiles();
    void confirm();

    Console &m_console;
    ChangeSession &m_session;
    TwoLineModel *m_files;
    QTimer m_soon;
    QString m_folderRead; ///< absolute; the one whose files are listed
    QComboBox *m_environment;
    QLineEdit *m_folder;
    QLineEdit *m_title;
    QListView *m_list;
    QLabel *m_note;
    QPushButton *m_open;
};

} // namespace countersign::gui
