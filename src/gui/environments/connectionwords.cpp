#include "gui/environments/connectionwords.h"

#include "gui/common/sentencebook.h"

#include <QCoreApplication>

namespace countersign::gui {

namespace {

constexpr const char *sentences[] = {
    QT_TRANSLATE_NOOP("Connection", "the role may write to %1"),
    QT_TRANSLATE_NOOP("Connection",
                      "Give Countersign a role with SELECT only (for example a member of pg_read_all_data)."),
    QT_TRANSLATE_NOOP("Connection", "the role may create objects in schema %1"),
    QT_TRANSLATE_NOOP("Connection", "Revoke CREATE on that schema from the role, and from PUBLIC."),
    QT_TRANSLATE_NOOP("Connection", "read-only session, and the role cannot write"),
    QT_TRANSLATE_NOOP("Connection", "the server did not confirm a read-only session"),
    QT_TRANSLATE_NOOP("Connection", "The rights of the role could not be read."),
    QT_TRANSLATE_NOOP("Connection", "the role has %1"),
    QT_TRANSLATE_NOOP("Connection", "Give Countersign an account with SELECT, SHOW VIEW, TRIGGER and PROCESS only."),
    QT_TRANSLATE_NOOP("Connection", "inside the SSH tunnel, which ends at the server: %1"),
    QT_TRANSLATE_NOOP("Connection", "a local file or socket"),
    QT_TRANSLATE_NOOP("Connection", "encrypted as far as %1 only, not from there to %2"),
    QT_TRANSLATE_NOOP("Connection", "Let ssh go to the database server itself, or connect without ssh and with TLS."),
    QT_TRANSLATE_NOOP("Connection", "the connection is not encrypted"),
    QT_TRANSLATE_NOOP("Connection", "Set sslmode=verify-full (MySQL family: ssl-mode=VERIFY_IDENTITY)."),
    QT_TRANSLATE_NOOP("Connection", "a file needs none"),
    QT_TRANSLATE_NOOP("Connection", "There is no keyring here: no Secret Service (GNOME Keyring, KeePassXC) and no "
                                    "KWallet answers in this session"),
    QT_TRANSLATE_NOOP("Connection", "Start one of them. Use a password file (~/.pgpass, ~/.my.cnf) or a service file "
                                    "instead."),
    QT_TRANSLATE_NOOP("Connection", "Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead."),
    QT_TRANSLATE_NOOP("Connection", "The keyring does not answer"),
    QT_TRANSLATE_NOOP("Connection", "Unlock it, or use a password file instead."),
    QT_TRANSLATE_NOOP("Connection", "The keyring has no password for this server"),
    QT_TRANSLATE_NOOP("Connection", "Store it on the page Environments."),
    QT_TRANSLATE_NOOP("Connection", "The keyring was not opened"),
    QT_TRANSLATE_NOOP("Connection", "The keyring cannot be used: %1"),
    QT_TRANSLATE_NOOP("Connection", "the file is opened read-only"),
};

} // namespace

QString connectionWords(const QString &english)
{
    static const SentenceBook book("Connection", sentences);
    return book.said(english);
}

} // namespace countersign::gui
