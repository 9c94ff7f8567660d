#include "migration/folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringConverter>

namespace countersign::migration {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;

namespace {

constexpr qint64 largestFile = 64LL * 1024 * 1024;

Result<QString> decode(const QByteArray &bytes, const QString &where)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        return Fail(
            base::usageError(u"The file is UTF-16; migrations have to be UTF-8"_s, where, u"Save it as UTF-8."_s));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    const auto lineOf = [](const QByteArray &part) { return part.count('\n') + 1; };
    if (decoder.hasError()) {
        // Only now, for the line: the longest valid beginning.
        qsizetype good = 0;
        for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', end + 1)) {
            QStringDecoder part(QStringDecoder::Utf8);
            const QString ignored = part.decode(QByteArrayView(bytes).sliced(good, end - good));
            if (part.hasError()) {
                break;
            }
            good = end + 1;
        }
        return Fail(base::usageError(u"The text is not UTF-8"_s, u"%1:%2"_s.arg(where).arg(lineOf(bytes.first(good))),
                                     u"Save it as UTF-8."_s));
    }
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return Fail(
            base::usageError(u"The file holds a NUL byte"_s, u"%1:%2"_s.arg(where).arg(lineOf(bytes.first(nul)))));
    }
    return text;
}

bool isHidden(const QString &relative)
{
    const QStringList parts = relative.split(u'/');
    return std::ranges::any_of(parts, [](const QString &part) { return part.startsWith(u'.'); });
}

} // namespace

const File *Folder::find(const QString &path) const
{
    const auto it = std::ranges::find(sql, path, &File::path);
    return it == sql.end() ? nullptr : &*it;
}

std::optional<QString> Folder::textOf(const QString &path) const
{
    const Result<File> file = readFile(root, path);
    return file ? std::optional(file->text) : std::nullopt;
}

Result<File> readFile(const QString &root, const QString &relative)
{
    const QString path = QDir(root).filePath(relative);
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Fail(base::usageError(u"The file cannot be read: %1"_s.arg(device.errorString()), path));
    }
    if (device.size() > largestFile) {
        return Fail(base::usageError(u"The file is larger than 64 MiB"_s, path));
    }
    File file;
    file.path = relative;
    file.name = relative.section(u'/', -1);
    file.bytes = device.readAll();
    CS_TRY(text, decode(file.bytes, path));
    file.text = text;
    return file;
}

Result<Folder> readFolder(const QString &path)
{
    Folder folder;
    folder.root = QDir(path).absolutePath();
    QStringList found;
    QDirIterator files(folder.root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        found << QDir(folder.root).relativeFilePath(files.next());
    }
    found.sort();
    for (const QString &relative : std::as_const(found)) {
        if (isHidden(relative)) {
            continue;
        }
        if (!relative.endsWith(".sql"_L1, Qt::CaseInsensitive)) {
            folder.others << relative;
            continue;
        }
        CS_TRY(file, readFile(folder.root, relative));
        folder.sql.push_back(std::move(file));
    }
    return folder;
}

QString onlyLines(const QStringList &lines, qsizetype first, qsizetype last)
{
    return QString(first, u'\n') + lines.sliced(first, last - first).join(u'\n') +
           (last < lines.size() ? u"\n"_s : QString());
}

QString withValues(const QString &text, const QString &begin, const QString &end,
                   const std::function<std::optional<QString>(const QString &name)> &valueOf)
{
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
        const qsizetype name = at + begin.size();
        const qsizetype close = text.indexOf(end, name);
        if (close < 0) {
            break;
        }
        const QString between = text.sliced(name, close - name);
        const std::optional<QString> value = between.contains(u'\n') ? std::nullopt : valueOf(between);
        if (!value) {
            at = name;
            continue;
        }
        out += QStringView(text).sliced(done, at - done);
        out += *value;
        done = close + end.size();
        at = done;
    }
    return out + text.sliced(done);
}

bool versionBefore(const QString &a, const QString &b)
{
    static const QRegularExpression separator(u"[._]"_s);
    const QStringList left = a.split(separator);
    const QStringList right = b.split(separator);
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        QString x = left.value(i, u"0"_s);
        QString y = right.value(i, u"0"_s);
        const bool numbers = std::ranges::all_of(x + y, [](QChar c) { return c.isDigit(); });
        if (numbers) {
            const qsizetype width = std::max(x.size(), y.size());
            x = x.rightJustified(width, u'0');
            y = y.rightJustified(width, u'0');
        }
        if (x != y) {
            return x < y;
        }
    }
    return false;
}

} // namespace countersign::migration
