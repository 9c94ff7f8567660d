#include "gui/environments/connectionform.h"

#include "gui/common/widgets.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace countersign::gui {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

constexpr int highestPort = 65535;
constexpr int leastFieldWidth = 96;

/// The names of an option differ between the two families.
QString tlsOption(EngineKind engine)
{
    return engine == EngineKind::PostgreSql ? u"sslmode"_s : u"ssl-mode"_s;
}

QString serviceOption(EngineKind engine)
{
    return engine == EngineKind::PostgreSql ? u"service"_s : u"defaults-file"_s;
}

void setOption(db::ConnectionUrl &url, const QString &option, const QString &value)
{
    if (value.isEmpty()) {
        url.options.remove(option);
    } else {
        url.options.insert(option, value);
    }
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent), m_engine(named(new QComboBox(this), u"connectionEngine"_s, tr("Engine"))),
      m_server(new QWidget(this)), m_file(new QWidget(this))
{
    build();
    showUrl();
}

QLineEdit *ConnectionForm::addField(QGridLayout *grid, int row, int column, const QString &name, const QString &text)
{
    auto *edit = named(new QLineEdit(m_server), name, text);
    edit->setMinimumWidth(leastFieldWidth);
    QLabel *label = plainLabel(text, m_server, Token::TextMuted);
    label->setBuddy(edit);
    grid->addWidget(label, row, column);
    grid->addWidget(edit, row, column + 1);
    connect(edit, &QLineEdit::textEdited, this, &ConnectionForm::read);
    return edit;
}

void ConnectionForm::build()
{
    for (const EngineKind kind : {EngineKind::PostgreSql, EngineKind::MySql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        m_engine->addItem(schema::titleOf(kind), int(kind));
    }
    auto *grid = new QGridLayout(m_server);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    m_host = addField(grid, 0, 0, u"connectionHost"_s, tr("Host or socket"));
    m_port = named(new QSpinBox(m_server), u"connectionPort"_s, tr("Port"));
    m_port->setRange(0, highestPort);
    //: instead of a port number
    m_port->setSpecialValueText(tr("default"));
    grid->addWidget(plainLabel(tr("Port"), m_server, Token::TextMuted), 0, 2);
    grid->addWidget(m_port, 0, 3);
    m_database = addField(grid, 1, 0, u"connectionDatabase"_s, tr("Database"));
    m_user = addField(grid, 1, 2, u"connectionUser"_s, tr("User"));
    m_service = addField(grid, 2, 0, u"connectionService"_s, tr("Service"));
    m_serviceLabel = static_cast<QLabel *>(grid->itemAtPosition(2, 0)->widget());
    m_tls = named(new QComboBox(m_server), u"connectionTls"_s, tr("TLS"));
    grid->addWidget(plainLabel(tr("TLS"), m_server, Token::TextMuted), 2, 2);
    grid->addWidget(m_tls, 2, 3);
    m_ssh = addField(grid, 3, 0, u"connectionSsh"_s, tr("Through SSH"));
    m_ssh->setPlaceholderText(u"user@host:22"_s);
    m_ssh->setToolTip(tr("Through the system’s ssh, with its configuration, agent and known hosts; it never asks"));
    m_secret = named(new QComboBox(m_server), u"connectionSecret"_s, tr("Password"));
    m_secret->addItem(tr("Password file or agent"));
    m_secret->addItem(tr("System keyring"));
    m_secret->setToolTip(tr("PostgreSQL: ~/.pgpass or the service file; MySQL family: ~/.my.cnf or an option file"));
    grid->addWidget(plainLabel(tr("Password"), m_server, Token::TextMuted), 3, 2);
    grid->addWidget(m_secret, 3, 3);
    m_password = named(new QLineEdit(m_server), u"connectionPassword"_s, tr("Password for the keyring"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password"));
    m_keep = named(new QPushButton(icon(u"object-locked"_s), tr("Keep"), m_server), u"connectionKeep"_s,
                   tr("Keep the password in the system’s keyring"));
    m_keep->setAutoDefault(false);
    grid->addWidget(m_password, 4, 1);
    grid->addWidget(m_keep, 4, 3, Qt::AlignLeft);

    auto *fileRow = new QHBoxLayout(m_file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    m_path = named(new QLineEdit(m_file), u"connectionFile"_s, tr("File"));
    auto *find = named(new QPushButton(icon(u"document-open"_s), tr("Browse…"), m_file), u"connectionBrowse"_s,
                       tr("Choose the database file"));
    find->setAutoDefault(false);
    QLabel *fileLabel = plainLabel(tr("File"), m_file, Token::TextMuted);
    fileLabel->setBuddy(m_path);
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_path, 1);
    fileRow->addWidget(find);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_engine, 0, Qt::AlignLeft);
    column->addWidget(m_server);
    column->addWidget(m_file);
    m_engine->setMinimumWidth(180);
    connect(m_engine, &QComboBox::activated, this, &ConnectionForm::read);
    connect(m_tls, &QComboBox::activated, this, &ConnectionForm::read);
    connect(m_secret, &QComboBox::activated, this, &ConnectionForm::read);
    connect(m_port, &QSpinBox::valueChanged, this, &ConnectionForm::read);
    connect(m_path, &QLineEdit::textEdited, this, &ConnectionForm::read);
    connect(find, &QPushButton::clicked, this, &ConnectionForm::browse);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        const QString password = m_password->text();
        m_password->clear();
        emit passwordGiven(password);
    });
}

void ConnectionForm::setUrl(const QString &text)
{
    // Relative paths stay as they are written: no folder is given.
    if (const auto url = db::parseConnectionUrl(text)) {
        m_url = *url;
        m_url.password.clear();
        showUrl();
    }
}

void ConnectionForm::showTlsModes()
{
    const bool postgreSql = m_url.engine == EngineKind::PostgreSql;
    m_tls->clear();
    m_tls->addItem(tr("As configured"), QString());
    for (const QString &mode :
         postgreSql ? QStringList{u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s}
                    : QStringList{u"disabled"_s, u"preferred"_s, u"required"_s, u"verify-ca"_s, u"verify-full"_s}) {
        m_tls->addItem(mode, mode);
    }
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(m_url.options.value(tlsOption(m_url.engine)))));
}

void ConnectionForm::showUrl()
{
    m_showing = true;
    const bool sqlite = m_url.engine == EngineKind::Sqlite;
    const bool postgreSql = m_url.engine == EngineKind::PostgreSql;
    m_engine->setCurrentIndex(m_engine->findData(int(m_url.engine)));
    m_server->setVisible(!sqlite);
    m_file->setVisible(sqlite);
    const auto put = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text) {
            edit->setText(text);
            // The beginning says more than the end.
            edit->setCursorPosition(0);
        }
    };
    put(m_path, sqlite ? m_url.database : QString());
    put(m_host, postgreSql ? m_url.host : m_url.options.value(u"socket"_s, m_url.host));
    m_port->setValue(m_url.port);
    put(m_database, sqlite ? QString() : m_url.database);
    put(m_user, m_url.user);
    m_serviceLabel->setText(postgreSql ? tr("Service") : tr("Option file"));
    m_service->setAccessibleName(m_serviceLabel->text());
    m_service->setPlaceholderText(postgreSql ? QString() : u"~/.my.cnf"_s);
    m_service->setToolTip(postgreSql ? tr("name in ~/.pg_service.conf") : QString());
    put(m_service, m_url.options.value(serviceOption(m_url.engine)));
    put(m_ssh, m_url.options.value(u"ssh"_s));
    const bool keyring = m_url.options.contains(u"keyring"_s);
    m_secret->setCurrentIndex(keyring ? 1 : 0);
    m_password->setVisible(keyring);
    m_keep->setVisible(keyring);
    showTlsModes();
    m_showing = false;
}

void ConnectionForm::read()
{
    if (m_showing) {
        return;
    }
    const auto engine = EngineKind(m_engine->currentData().toInt());
    if (engine != m_url.engine) {
        const db::ConnectionUrl before = std::exchange(m_url, {});
        m_url.engine = engine;
        if (engine != EngineKind::Sqlite && before.engine != EngineKind::Sqlite) {
            m_url.host = before.host;
            m_url.user = before.user;
            m_url.database = before.database;
        }
        showUrl();
        emit urlEdited(db::composeUrl(m_url));
        return;
    }
    if (engine == EngineKind::Sqlite) {
        m_url.database = m_path->text();
        emit urlEdited(db::composeUrl(m_url));
        return;
    }
    const QString host = m_host->text().trimmed();
    const bool socket = host.startsWith(u'/');
    const bool postgreSql = engine == EngineKind::PostgreSql;
    m_url.host = socket && !postgreSql ? QString() : host;
    setOption(m_url, u"socket"_s, socket && !postgreSql ? host : QString());
    m_url.port = m_port->value();
    m_url.database = m_database->text();
    m_url.user = m_user->text();
    setOption(m_url, serviceOption(engine), m_service->text().trimmed());
    setOption(m_url, tlsOption(engine), m_tls->currentData().toString());
    setOption(m_url, u"ssh"_s, m_ssh->text().trimmed());
    setOption(m_url, u"keyring"_s, m_secret->currentIndex() == 1 ? u"yes"_s : QString());
    m_password->setVisible(m_secret->currentIndex() == 1);
    m_keep->setVisible(m_secret->currentIndex() == 1);
    emit urlEdited(db::composeUrl(m_url));
}

void ConnectionForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose the database file"));
    dialog->setObjectName(u"connectionFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(path);
        read();
    });
    dialog->open();
}

} // namespace countersign::gui
