#pragma once

#include "db/connectionurl.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace countersign::gui {

/// The parts of a connection as fields: engine, host or socket, port, database, user, service or option file, TLS, SSH,
/// where the password comes from; or the file of an SQLite database.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    /// Shows what can be parsed of @p text; fields stay as they are when it cannot.
    void setUrl(const QString &text);
    [[nodiscard]] const db::ConnectionUrl &url() const { return m_url; }

signals:
    /// A field was changed by the person: the URL as text.
    void urlEdited(const QString &text);
    /// The person wants @p password in the keyring; it is not kept here.
    void passwordGiven(const QString &password);

private:
    QLineEdit *addField(QGridLayout *grid, int row, int column, const QString &name, const QString &text);
    void build();
    void showUrl();
    void showTlsModes();
    void read();
    void browse();

    db::ConnectionUrl m_url;
    bool m_showing = false;
    QComboBox *m_engine;
    QWidget *m_server;
    QWidget *m_file;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLabel *m_serviceLabel;
    QLineEdit *m_service;
    QComboBox *m_tls;
    QLineEdit *m_ssh;
    QComboBox *m_secret;
    QLineEdit *m_password;
    QPushButton *m_keep;
    QLineEdit *m_path;
};

} // namespace countersign::gui
