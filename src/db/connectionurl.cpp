#include "db/connectionurl.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace countersign::db {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

QString withoutPassword(const QString &text)
{
    // A text that is not a URL may still hold user:password@; nothing of what stands before the last '@' is repeated
    // but a scheme.
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0) {
        return text;
    }
    const qsizetype scheme = text.indexOf(u"://"_s);
    return (scheme >= 0 && scheme < at ? text.left(scheme + 3) : QString()) + u"…"_s + text.mid(at);
}

QString encoded(const QString &text, const QByteArray &keep = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

QString absolute(const QString &path, const QString &baseFolder)
{
    return baseFolder.isEmpty() || QDir::isAbsolutePath(path) ? path : QDir(baseFolder).absoluteFilePath(path);
}

Result<ConnectionUrl> parseSqlite(const QString &text, const QString &baseFolder)
{
    QString path = text.mid(u"sqlite:"_s.size());
    if (path.startsWith(u"//"_s)) {
        path = path.mid(2);
    }
    path = QUrl::fromPercentEncoding(path.toUtf8());
    if (path.isEmpty()) {
        return base::Fail(base::usageError(u"The SQLite URL names no file"_s, text, u"Write sqlite:path/to/file.db"_s));
    }
    ConnectionUrl url;
    url.engine = EngineKind::Sqlite;
    url.database = absolute(path, baseFolder);
    return url;
}

} // namespace

QString ConnectionUrl::display() const
{
    if (engine == EngineKind::Sqlite) {
        return u"sqlite:"_s + database;
    }
    QString out = schema::nameOf(engine) + u"://"_s;
    if (!user.isEmpty()) {
        out += QString::fromUtf8(QUrl::toPercentEncoding(user)) + u'@';
    }
    if (!host.startsWith(u'/')) {
        out += host;
    }
    if (port > 0 && !host.startsWith(u'/')) {
        out += u':' + QString::number(port);
    }
    out += u'/' + QString::fromUtf8(QUrl::toPercentEncoding(database));
    QStringList shown;
    if (host.startsWith(u'/')) {
        shown << u"host="_s + host;
        if (port > 0) {
            shown << u"port="_s + QString::number(port);
        }
    }
    for (const QString &key : {u"service"_s, u"socket"_s, u"sslmode"_s, u"ssl-mode"_s, u"ssh"_s, u"keyring"_s}) {
        if (options.contains(key)) {
            shown << key + u'=' + options.value(key);
        }
    }
    return shown.isEmpty() ? out : out + u'?' + shown.join(u'&');
}

bool looksLikeConnectionUrl(const QString &text)
{
    for (const QString &scheme : {u"postgresql://"_s, u"postgres://"_s, u"mysql://"_s, u"mariadb://"_s, u"sqlite:"_s}) {
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

Result<ConnectionUrl> parseServerUrl(const QString &text)
{
    // libpq takes a percent-encoded socket folder as the host (postgresql://user@%2Fvar%2Frun/db); QUrl has no such
    // host.
    static const QRegularExpression encodedFolder(u"^([a-z]+://(?:[^/?#@]*@)?)(%2f[^/:?#]*)"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch folder = encodedFolder.match(text);
    const QUrl parsed(folder.hasMatch() ? folder.captured(1) + u"socket"_s + text.mid(folder.capturedEnd()) : text,
                      QUrl::StrictMode);
    const auto engine = schema::engineFromName(parsed.scheme().toLower());
    if (!parsed.isValid() || !engine || !looksLikeConnectionUrl(text)) {
        return base::Fail(base::usageError(
            u"This is not a database URL"_s, withoutPassword(text),
            u"Write postgresql://user@host:port/db, mysql://user@host:port/db, mariadb://… or sqlite:path/file.db; percent-encode special characters."_s));
    }
    ConnectionUrl url;
    url.engine = *engine;
    url.host =
        folder.hasMatch() ? QUrl::fromPercentEncoding(folder.captured(2).toUtf8()) : parsed.host(QUrl::FullyDecoded);
    url.port = parsed.port(0);
    url.user = parsed.userName(QUrl::FullyDecoded);
    url.password = parsed.password(QUrl::FullyDecoded);
    url.database = parsed.path(QUrl::FullyDecoded).mid(1);
    const auto items = QUrlQuery(parsed.query(QUrl::FullyEncoded)).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == u"host"_s) {
            url.host = value;
        } else if (key == u"port"_s) {
            url.port = value.toInt();
        } else if (key == u"user"_s) {
            url.user = value;
        } else if (key == u"password"_s) {
            url.password = value;
        } else if (key == u"dbname"_s) {
            url.database = value;
        } else {
            url.options.insert(key, value);
        }
    }
    return url;
}

Result<ConnectionUrl> parseConnectionUrl(const QString &text, const QString &baseFolder)
{
    if (text.startsWith(u"sqlite:"_s, Qt::CaseInsensitive)) {
        return parseSqlite(text, baseFolder);
    }
    CS_TRY(url, parseServerUrl(text));
    if (schema::isMySqlFamily(url.engine) && url.database.isEmpty()) {
        return base::Fail(base::usageError(u"The URL names no database"_s, url.display(),
                                           u"Append /NAME: a comparison is of one database with another."_s));
    }
    return url;
}

QString composeUrl(const ConnectionUrl &url)
{
    if (url.engine == EngineKind::Sqlite) {
        return u"sqlite:"_s + encoded(url.database, "/ ");
    }
    QString text = schema::nameOf(url.engine) + u"://"_s;
    const bool socket = url.host.startsWith(u'/');
    if (!url.user.isEmpty() && !socket && !url.host.isEmpty()) {
        text += encoded(url.user) + u'@';
    }
    if (!socket) {
        text += url.host.contains(u':') ? u'[' + url.host + u']' : encoded(url.host);
        text += url.port > 0 && !url.host.isEmpty() ? u':' + QString::number(url.port) : QString();
    }
    text += u'/' + encoded(url.database);
    QStringList options;
    if (socket) {
        options << u"host="_s + encoded(url.host, "/");
    }
    if (url.port > 0 && (socket || url.host.isEmpty())) {
        options << u"port="_s + QString::number(url.port);
    }
    if (!url.user.isEmpty() && (socket || url.host.isEmpty())) {
        options << u"user="_s + encoded(url.user);
    }
    for (const auto &[key, value] : url.options.asKeyValueRange()) {
        options << encoded(key) + u'=' + encoded(value, "/@:");
    }
    return options.isEmpty() ? text : text + u'?' + options.join(u'&');
}

} // namespace countersign::db
