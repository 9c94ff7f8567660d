#pragma once

#include "gui/review/comments.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace countersign::gui {

class ChangeSession;
class ElidedLabel;
class TwoLineModel;

/// The dock of comments: threads by object and statement, what is open, drafts, and the field to write one. A comment
/// is signed into the ledger; without a change under review it stays a draft.
class CommentsPanel : public QWidget
{
    Q_OBJECT
public:
    CommentsPanel(Console &console, ChangeSession &session, QWidget *parent);

    /// Puts the cursor into the field, with the line of the place quoted.
    void startWriting();
    [[nodiscard]] int openCount() const { return m_open; }

signals:
    void openCountChanged();

private:
    void build();
    void reload();
    void updatePlace();
    void showCurrent();
    void goToCurrent();
    void resolveCurrent();
    void send();
    void keepDraft();
    void sendDrafts();
    void updateButtons();
    void post(const CommentDraft &draft);
    /// A draft goes when the ledger has it, whoever sent it; where signing failed, it stays.
    void dropSentDrafts();
    void writeOwnDrafts();
    [[nodiscard]] QString folder() const;

    struct Line {
        Place place;
        QString comment; ///< event id; empty for a draft
        QString text;
        bool resolved = false;
        int draft = -1;
    };

    Console &m_console;
    ChangeSession &m_session;
    TwoLineModel *m_model;
    QComboBox *m_scope;
    QListView *m_list;
    QLabel *m_text;
    QPushButton *m_go;
    QPushButton *m_resolve;
    ElidedLabel *m_where;
    QPlainTextEdit *m_edit;
    QCheckBox *m_blocking;
    QPushButton *m_draft;
    QPushButton *m_send;
    QPushButton *m_sendDrafts;
    QLabel *m_note;
    std::vector<Line> m_lines;
    QList<CommentDraft> m_drafts;
    int m_open = 0;
    bool m_sending = false; ///< drafts are being signed: once is enough
};

} // namespace countersign::gui
