#include "review/signer.h"

#include "base/show.h"
#include "review/marks.h"
#include "review/sshagent.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keyFileLimit = 64 * 1024;
constexpr int stopCheckMilliseconds = 100;

QString agentSocket(const SigningOptions &options)
{
    return options.agentSocket.isNull() ? qEnvironmentVariable("SSH_AUTH_SOCK") : options.agentSocket;
}

QString lastLine(const QByteArray &text)
{
    return base::showBytes(text.trimmed().split('\n').last());
}

/// Runs ssh-keygen; Undecided when it does not end in time.
base::Result<QByteArray> runKeygen(const QStringList &arguments, const QByteArray &input, bool mayAsk,
                                   std::chrono::milliseconds timeout, std::stop_token stop)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!mayAsk) {
        environment.insert(u"SSH_ASKPASS"_s, u"/bin/false"_s);
        environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    }
    process.setProcessEnvironment(environment);
    process.start(u"ssh-keygen"_s, arguments);
    if (!process.waitForStarted()) {
        return std::unexpected(
            base::undecided(u"ssh-keygen cannot be started"_s, {}, u"Install the OpenSSH client."_s));
    }
    process.write(input);
    process.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    while (!process.waitForFinished(stopCheckMilliseconds)) {
        if (process.state() == QProcess::NotRunning) {
            break;
        }
        const bool stopped = stop.stop_requested();
        if (stopped || std::chrono::milliseconds(clock.elapsed()) > timeout) {
            process.kill();
            process.waitForFinished();
            return std::unexpected(stopped ? base::cancelled() : base::undecided(u"ssh-keygen did not end in time"_s));
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = lastLine(process.readAllStandardError());
        const bool locked = said.contains(u"passphrase"_s);
        return std::unexpected(
            base::notAllowed(u"ssh-keygen refused: %1"_s.arg(said), arguments.value(arguments.indexOf(u"-f"_s) + 1),
                             locked ? u"A passphrase protects this key: put it into an agent (ssh-add), or run this in "
                                      "a terminal without --no-input, where it is asked for."_s
                                    : u"Choose another key with --key; countersignctl key list shows them."_s));
    }
    return process.readAllStandardOutput();
}

base::Result<QByteArray> signWithAgent(const KeyChoice &key, QByteArrayView nameSpace, QByteArrayView message,
                                       const SigningOptions &options, std::stop_token stop)
{
    const auto deadline = std::chrono::steady_clock::now() + options.timeout;
    CS_TRY(signature, agentSign(agentSocket(options), key.key, sshSignedData(nameSpace, message), deadline, stop));
    return wrapSshSignature(key.key, nameSpace, signature);
}

base::Result<QByteArray> signWithFile(const KeyChoice &key, QByteArrayView nameSpace, QByteArrayView message,
                                      const SigningOptions &options, std::stop_token stop)
{
    const QStringList arguments{u"-q"_s, u"-Y"_s, u"sign"_s, u"-n"_s, QString::fromLatin1(nameSpace),
                                u"-f"_s, key.file};
    CS_TRY(armored, runKeygen(arguments, message.toByteArray(), options.mayAsk, options.timeout, stop));
    return dearmorSshSignature(armored);
}

} // namespace

QList<KeyChoice> findKeys(const SigningOptions &options)
{
    QList<KeyChoice> choices;
    const auto known = [&choices](const PublicKey &key) {
        return std::any_of(choices.begin(), choices.end(), [&](const KeyChoice &c) { return c.key == key; });
    };
    const auto deadline = std::chrono::steady_clock::now() + std::min(options.timeout, std::chrono::milliseconds(2000));
    if (const auto keys = agentKeys(agentSocket(options), deadline)) {
        for (const AgentKey &key : *keys) {
            if (!known(key.key)) {
                choices << KeyChoice{key.key, KeyPlace::Agent, {}, key.comment};
            }
        }
    }
    const QDir folder(options.keyFolder.isNull() ? QDir::homePath() + u"/.ssh"_s : options.keyFolder);
    for (const QFileInfo &info : folder.entryInfoList({u"*.pub"_s}, QDir::Files, QDir::Name)) {
        const QString privateFile = info.filePath().chopped(4);
        const auto choice = keyFromFile(info.filePath());
        if (choice && QFileInfo::exists(privateFile) && !known(choice->key)) {
            choices << KeyChoice{choice->key, KeyPlace::File, privateFile, choice->comment};
        }
    }
    return choices;
}

base::Result<KeyChoice> keyFromFile(const QString &path)
{
    const QString publicFile = path.endsWith(u".pub") ? path : path + u".pub"_s;
    QByteArray text;
    if (QFileInfo::exists(publicFile)) {
        CS_TRY(bytes, readWholeFile(publicFile, keyFileLimit));
        text = bytes;
    } else if (QFileInfo::exists(path)) {
        // The public part of an OpenSSH private key is not encrypted; ssh-keygen reads it for us.
        CS_TRY(bytes, runKeygen({u"-y"_s, u"-f"_s, path}, {}, false, std::chrono::seconds(10), {}));
        text = bytes;
    } else {
        return std::unexpected(base::usageError(u"There is no such key file"_s, base::show(path),
                                                u"countersignctl key list shows what can be used."_s));
    }
    const QString line = QString::fromUtf8(text).trimmed();
    CS_TRY(key, parsePublicKey(line));
    return KeyChoice{key, KeyPlace::File, path.endsWith(u".pub") ? path.chopped(4) : path,
                     base::show(line.section(u' ', 2))};
}

base::Result<QByteArray> sign(const KeyChoice &key, QByteArrayView nameSpace, QByteArrayView message,
                              const SigningOptions &options, std::stop_token stop)
{
    auto signature = key.place == KeyPlace::Agent ? signWithAgent(key, nameSpace, message, options, stop)
                                                  : signWithFile(key, nameSpace, message, options, stop);
    if (!signature) {
        return signature;
    }
    // An agent may be anything that listens on a socket: what it returned is checked before it is used.
    CS_TRY(signer, verifySshSignature(*signature, nameSpace, message));
    if (signer != key.key) {
        return std::unexpected(
            base::integrityError(u"Another key signed than the one that was asked"_s, signer.fingerprint()));
    }
    return signature;
}

base::Result<KeyChoice> makeKey(const QString &path, const QString &comment, bool ask)
{
    if (QFileInfo::exists(path)) {
        return std::unexpected(base::conflict(u"There is a key already"_s, path));
    }
    CS_CHECK(makePrivateFolder(QFileInfo(path).absolutePath()));
    QStringList arguments{u"-q"_s, u"-t"_s, u"ed25519"_s, u"-C"_s, comment, u"-f"_s, path};
    if (!ask) {
        arguments << u"-N"_s << QString();
    }
    CS_CHECK(runKeygen(arguments, {}, ask, std::chrono::minutes(5), {}));
    return keyFromFile(path);
}

} // namespace countersign::review
