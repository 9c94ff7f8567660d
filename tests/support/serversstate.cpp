#include "support/serversstate.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace countersign::testsupport {

namespace {

QJsonObject read(const QString &path)
{
    QFile file(path);
    return QFile::exists(path) && file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                                                 : QJsonObject();
}

} // namespace

QString stateFile()
{
    return qEnvironmentVariable("COUNTERSIGN_TEST_SERVERS");
}

bool writeState(const QString &path, qint64 process, const QList<ServerInfo> &servers)
{
    QJsonObject object{{u"process"_s, process}};
    for (const ServerInfo &server : servers) {
        object.insert(schema::nameOf(server.engine), QJsonObject{{u"folder"_s, server.folder},
                                                                 {u"socket"_s, server.socket},
                                                                 {u"version"_s, server.version},
                                                                 {u"programs"_s, server.programs}});
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
}

qint64 keeper(const QString &path)
{
    const qint64 process = read(path).value("process"_L1).toInteger();
    return process > 0 && kill(static_cast<pid_t>(process), 0) == 0 ? process : 0;
}

std::optional<ServerInfo> readState(const QString &path, schema::EngineKind engine)
{
    const QJsonObject object = read(path).value(schema::nameOf(engine)).toObject();
    if (object.isEmpty() || keeper(path) == 0) {
        return std::nullopt;
    }
    return ServerInfo{.engine = engine,
                      .folder = object.value("folder"_L1).toString(),
                      .socket = object.value("socket"_L1).toString(),
                      .version = object.value("version"_L1).toString(),
                      .programs = object.value("programs"_L1).toString()};
}

ServerInfo informationOf(const db::PrivateServer &server)
{
    return ServerInfo{.engine = server.engine(),
                      .folder = server.folder(),
                      .socket = server.socket(),
                      .version = server.version(),
                      .programs = server.programs()};
}

} // namespace countersign::testsupport
