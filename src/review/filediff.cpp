#include "review/filediff.h"

#include "base/show.h"

#include <QMap>

namespace countersign::review {

using namespace Qt::StringLiterals;

QList<FileDifference> compareRevisions(const Manifest &before, const Manifest &after)
{
    QMap<QByteArray, FileDifference> byPath;
    for (const ManifestFile &file : before.files) {
        byPath.insert(file.path, {file.path, u"removed"_s, file.sha256, {}});
    }
    for (const ManifestFile &file : after.files) {
        const auto known = byPath.find(file.path);
        if (known == byPath.end()) {
            byPath.insert(file.path, {file.path, u"added"_s, {}, file.sha256});
        } else if (known->before == file.sha256) {
            byPath.erase(known);
        } else {
            known->kind = u"altered"_s;
            known->after = file.sha256;
        }
    }
    return byPath.values();
}

QString lineDifference(const QByteArray &before, const QByteArray &after)
{
    QList<QByteArray> left = before.split('\n');
    QList<QByteArray> right = after.split('\n');
    while (!left.isEmpty() && !right.isEmpty() && left.first() == right.first()) {
        left.removeFirst();
        right.removeFirst();
    }
    while (!left.isEmpty() && !right.isEmpty() && left.last() == right.last()) {
        left.removeLast();
        right.removeLast();
    }
    QString text;
    for (const QByteArray &line : std::as_const(left)) {
        text += u"  - "_s + base::showBytes(line) + u'\n';
    }
    for (const QByteArray &line : std::as_const(right)) {
        text += u"  + "_s + base::showBytes(line) + u'\n';
    }
    return text;
}

} // namespace countersign::review
