#include "db/keyring.h"

#include <QEventLoop>
#include <QFileInfo>
#include <qt6keychain/keychain.h>
#include <QTimer>

namespace countersign::db {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "countersign";
constexpr int answerMs = 8000;

constexpr QStringView insteadOfKeyring = u"Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead.";

/// Where a desktop keeps the way to its Secret Service (D-Bus Specification, "Well-known Message Bus Instances").
bool hasSessionBus()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString path = address.startsWith(u"unix:path="_s) ? address.sliced(10).section(u',', 0, 0)
                                                             : qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return address.isEmpty() || address.startsWith(u"unix:path="_s) ? QFileInfo::exists(path) : true;
}

base::Error absent(const ConnectionUrl &url)
{
    return base::undecided(u"There is no keyring here: no Secret Service (GNOME Keyring, KeePassXC) and no KWallet "
                           "answers in this session"_s,
                           url.display(), u"Start one of them. "_s + insteadOfKeyring.toString());
}

/// Runs the job in the caller's thread with an event loop of its own, for a limited time.
base::Result<void> finish(QKeychain::Job &job, const ConnectionUrl &url)
{
    job.setAutoDelete(false);
    QEventLoop loop;
    bool done = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        done = true;
        loop.quit();
    });
    QTimer::singleShot(answerMs, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    if (!done) {
        return base::Fail(base::undecided(u"The keyring does not answer"_s, url.display(),
                                          u"Unlock it, or use a password file instead."_s));
    }
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return base::Fail(base::notAllowed(u"The keyring has no password for this server"_s, url.display(),
                                           u"Store it on the page Environments."_s));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return base::Fail(base::notAllowed(u"The keyring was not opened"_s, url.display()));
    case QKeychain::NoBackendAvailable:
        return base::Fail(absent(url));
    default:
        // Where nobody answers on the bus QtKeychain knows no reason.
        return base::Fail(!hasSessionBus() || job.errorString() == u"Unknown error"
                              ? absent(url)
                              : base::undecided(u"The keyring cannot be used: "_s + job.errorString(), url.display(),
                                                insteadOfKeyring.toString()));
    }
}

} // namespace

QString keyringKey(const ConnectionUrl &url)
{
    ConnectionUrl plain = url;
    plain.options.clear();
    plain.password.clear();
    QString key = plain.display();
    for (const QString &option :
         {u"service"_s, u"host"_s, u"hostaddr"_s, u"port"_s, u"user"_s, u"dbname"_s, u"socket"_s, u"ssh"_s}) {
        if (const QString value = url.options.value(option); !value.isEmpty()) {
            key += u' ' + option + u'=' + value;
        }
    }
    return key;
}

base::Result<QString> readKeyring(const ConnectionUrl &url, std::stop_token stop)
{
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    QKeychain::ReadPasswordJob job(QString::fromLatin1(service));
    job.setKey(keyringKey(url));
    CS_CHECK(finish(job, url));
    return job.textData();
}

base::Result<void> writeKeyring(const ConnectionUrl &url, const QString &password)
{
    if (password.isEmpty()) {
        QKeychain::DeletePasswordJob job(QString::fromLatin1(service));
        job.setKey(keyringKey(url));
        return finish(job, url);
    }
    QKeychain::WritePasswordJob job(QString::fromLatin1(service));
    job.setKey(keyringKey(url));
    job.setTextData(password);
    return finish(job, url);
}

} // namespace countersign::db
