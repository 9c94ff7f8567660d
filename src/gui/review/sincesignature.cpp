#include "gui/review/sincesignature.h"

#include <QMap>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QMap<QString, QByteArray> filesOf(const migration::MigrationSet &set)
{
    QMap<QString, QByteArray> files;
    for (const migration::Migration &one : set.migrations) {
        files.insert(one.upPath, one.upBytes);
        if (!one.downPath.isEmpty()) {
            files.insert(one.downPath, one.downBytes);
        }
    }
    return files;
}

} // namespace

SinceSignature sinceSignature(const app::ReviewedChange &change, const QString &person,
                              const migration::MigrationSet &now, schema::EngineKind engine)
{
    const review::VoteView *vote = nullptr;
    for (const review::VoteView &one : change.evaluation.votes) {
        if (!one.latest) {
            continue;
        }
        const bool own = one.by == person;
        const bool betterPerson = vote == nullptr || (own && vote->by != person);
        const bool later = vote != nullptr && own == (vote->by == person) && one.seq > vote->seq;
        if (betterPerson || later) {
            vote = &one;
        }
    }
    SinceSignature since;
    if (vote == nullptr) {
        return since;
    }
    since.person = vote->by;
    since.revision = vote->revision;
    const auto earlier = std::ranges::find(change.signedFiles, vote->by, &app::SignedFiles::person);
    QMap<QString, QByteArray> before;
    for (const review::MigrationFile &file : earlier != change.signedFiles.end() ? earlier->files : change.files) {
        before.insert(QString::fromUtf8(file.path), file.bytes);
    }
    const QMap<QString, QByteArray> after = filesOf(now);
    QStringList paths = before.keys();
    for (const QString &path : after.keys()) {
        if (!paths.contains(path)) {
            paths << path;
        }
    }
    paths.sort();
    for (const QString &path : paths) {
        const bool script = path.endsWith(u".sql"_s, Qt::CaseInsensitive);
        // Files that are no migrations are in the signature, too, but not among what is looked at here.
        if (before.value(path) == after.value(path) || (!script && !after.contains(path))) {
            continue;
        }
        since.bytesDiffer = true;
        std::vector<app::StatementChange> changes = app::changedStatements(
            path, QString::fromUtf8(before.value(path)), QString::fromUtf8(after.value(path)), engine);
        since.changes.insert(since.changes.end(), changes.begin(), changes.end());
    }
    return since;
}

} // namespace countersign::gui
