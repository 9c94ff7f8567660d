#include "gui/review/comments.h"

#include "base/show.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <map>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Comments)
};

QString draftsKey(const QString &workspaceFolder)
{
    const QByteArray hash = QCryptographicHash::hash(workspaceFolder.toUtf8(), QCryptographicHash::Sha256);
    return u"drafts/"_s + QString::fromLatin1(hash.first(8).toHex());
}

Place placeNow(const review::Anchor &anchor, const QString &file, const std::vector<ScriptPlaces> &scripts,
               bool &outdated)
{
    Place place;
    place.object = anchor.object;
    if (!anchor.object.isEmpty()) {
        return place;
    }
    for (const ScriptPlaces &script : scripts) {
        if (!anchor.statementBytes.isEmpty() && script.statementOf.contains(anchor.statementBytes)) {
            place.file = script.file;
            place.statement = script.statementOf.value(anchor.statementBytes);
            return place;
        }
        if (script.digest == anchor.file) {
            place.file = script.file;
            place.statement = anchor.statement;
            return place;
        }
    }
    outdated = true;
    place.file = file;
    place.statement = anchor.statement;
    return place;
}

QString fileOf(const app::ReviewedChange &change, const review::CommentView &comment)
{
    for (const review::RevisionRecord &revision : change.record.revisions) {
        for (const review::ManifestFile &file : revision.manifest.files) {
            if (file.sha256 == comment.anchor.file) {
                return QString::fromUtf8(file.path);
            }
        }
    }
    return {};
}

} // namespace

QList<CommentDraft> readDrafts(const QString &workspaceFolder)
{
    QList<CommentDraft> drafts;
    const QByteArray bytes = QSettings().value(draftsKey(workspaceFolder)).toByteArray();
    for (const QJsonValue &value : QJsonDocument::fromJson(bytes).array()) {
        const QJsonObject one = value.toObject();
        CommentDraft draft;
        draft.place.object = one.value(u"object"_s).toString();
        draft.place.file = one.value(u"file"_s).toString();
        draft.place.statement = one.value(u"statement"_s).toInt();
        draft.text = one.value(u"text"_s).toString();
        draft.blocking = one.value(u"blocking"_s).toBool();
        drafts << draft;
    }
    return drafts;
}

void writeDrafts(const QString &workspaceFolder, const QList<CommentDraft> &drafts)
{
    QJsonArray all;
    for (const CommentDraft &draft : drafts) {
        all << QJsonObject{{u"object"_s, draft.place.object},
                           {u"file"_s, draft.place.file},
                           {u"statement"_s, draft.place.statement},
                           {u"text"_s, draft.text},
                           {u"blocking"_s, draft.blocking}};
    }
    QSettings().setValue(draftsKey(workspaceFolder), QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::vector<PlacedComment> placedComments(const app::ReviewedChange &change, const std::vector<ScriptPlaces> &scripts)
{
    std::vector<PlacedComment> placed;
    std::map<std::tuple<QString, QString, int>, int> threads;
    for (const review::CommentView &comment : change.evaluation.comments) {
        PlacedComment one;
        one.comment = &comment;
        one.place = placeNow(comment.anchor, fileOf(change, comment), scripts, one.outdated);
        const std::tuple key(one.place.object, one.place.file, one.place.statement);
        one.reply = threads.contains(key);
        one.thread = threads.try_emplace(key, int(threads.size())).first->second;
        placed.push_back(one);
    }
    std::ranges::stable_sort(placed, {}, [](const PlacedComment &one) { return one.thread; });
    return placed;
}

QString titleOf(const Place &place)
{
    if (!place.object.isEmpty()) {
        return base::show(place.object);
    }
    if (place.file.isEmpty()) {
        return {};
    }
    //: %1 is the number of a statement, %2 a file
    return place.statement > 0 ? Text::tr("statement %1 of %2").arg(place.statement).arg(base::show(place.file))
                               : base::show(place.file);
}

} // namespace countersign::gui
