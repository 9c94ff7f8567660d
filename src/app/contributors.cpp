#include "app/contributors.h"

#include "app/git.h"
#include "base/show.h"

#include <QFileInfo>
#include <QMap>

#include <optional>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

bool isShallow(const QString &folder)
{
    return runGit(folder, {u"rev-parse"_s, u"--is-shallow-repository"_s}).out.trimmed() == "true";
}

/// The innermost repository within @p folder that a file belongs to: a submodule's files are unknown to the one around
/// it.
QString repositoryOf(const QString &folder, const QString &file)
{
    QString inner = file;
    while (inner.contains(u'/')) {
        inner = inner.section(u'/', 0, -2);
        if (QFileInfo::exists(folder + u'/' + inner + u"/.git"_s)) {
            return folder + u'/' + inner;
        }
    }
    return folder;
}

/// Addresses in the log of one file through its renames, or, without a file, of the whole folder. Nothing when Git
/// cannot tell.
std::optional<QByteArrayList> mailsOf(const QString &folder, const QString &file)
{
    QStringList arguments{u"log"_s, u"--no-show-signature"_s, u"--no-mailmap"_s,
                          u"--format=%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly)"_s};
    // Whoever renames a file did not write it.
    arguments << (file.isEmpty() ? QStringList{u"--"_s, u"."_s} : QStringList{u"--follow"_s, u"--"_s, file});
    const GitAnswer answer = runGit(folder, arguments);
    return answer.exit == 0 ? std::optional(answer.out.split('\n')) : std::nullopt;
}

/// Of these files, those that are not as they were committed.
QStringList uncommitted(const QString &repository, const QStringList &files)
{
    const GitAnswer answer = runGit(repository, QStringList{u"status"_s, u"--porcelain"_s, u"-z"_s, u"--ignored"_s,
                                                            u"--no-renames"_s, u"--untracked-files=all"_s, u"--"_s} +
                                                    (files.isEmpty() ? QStringList{u"."_s} : files));
    QStringList names;
    for (const QByteArray &entry : answer.out.split('\0')) {
        if (entry.size() > 3) {
            names << QString::fromUtf8(entry.sliced(3)).section(u'/', -1);
        }
    }
    return names;
}

} // namespace

Result<GitAuthors> gitAuthors(const QString &folder, const QStringList &files)
{
    constexpr qsizetype most = 200;
    GitAuthors authors;
    QMap<QString, QStringList> filesOf;
    for (const QString &file : files) {
        const QString repository = repositoryOf(folder, file);
        filesOf[repository] << (repository == folder ? file : file.mid(repository.size() - folder.size()));
    }
    if (files.isEmpty()) {
        filesOf.insert(folder, {});
    }
    QByteArrayList lines;
    bool known = true;
    for (const auto &[repository, own] : filesOf.asKeyValueRange()) {
        for (const QString &file : files.isEmpty() || files.size() > most ? QStringList{QString()} : own) {
            const auto mails = mailsOf(repository, file);
            known = known && mails.has_value();
            lines << mails.value_or(QByteArrayList());
        }
    }
    if (!known) {
        const int head =
            liesInRepository(folder) ? runGit(folder, {u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD"_s}).exit : 1;
        if (head > 1) {
            return base::Fail(base::usageError(
                u"Git does not say who wrote these files, so their authors could approve their own work"_s,
                base::show(folder),
                u"See what it says in this folder: git -C %1 log. Often it is safe.directory."_s.arg(
                    base::show(folder))));
        }
        authors.warnings << u"The folder has no history in Git: only the signer is recorded as a contributor."_s;
        return authors;
    }
    QStringList changed;
    for (const auto &[repository, own] : filesOf.asKeyValueRange()) {
        changed << uncommitted(repository, own.size() > most ? QStringList() : own);
    }
    if (!changed.isEmpty()) {
        constexpr qsizetype named = 3;
        authors.warnings << u"Not committed as they are: %1%2. Who wrote them, Git does not know; name them with "
                            "--contributor, or commit before opening a review."_s.arg(
                                base::show(changed.first(std::min(named, changed.size())).join(u", ")),
                                changed.size() > named ? u" and %1 more"_s.arg(changed.size() - named) : QString());
    }
    const QStringList repositories = filesOf.keys();
    if (std::any_of(repositories.begin(), repositories.end(), isShallow)) {
        authors.warnings << u"The Git history is cut short (a shallow clone): earlier authors of these files are not "
                            "known, and they could approve their own work. Fetch all of it before opening a review."_s;
    }
    for (const QByteArray &line : std::as_const(lines)) {
        // A trailer is "Name <mail>".
        const qsizetype open = line.lastIndexOf('<');
        const QByteArray mail = open < 0 ? line.trimmed() : line.mid(open + 1).split('>').first().trimmed();
        if (mail.contains('@')) {
            authors.mails << QString::fromUtf8(mail).toLower();
        }
    }
    authors.mails.removeDuplicates();
    return authors;
}

} // namespace countersign::app
