#include "app/statementchanges.h"
#include "base/show.h"
#include "cli/reviewsession.h"
#include "review/filediff.h"

#include <QJsonArray>

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

base::Result<ReviewAnswer> reviewDiff(ReviewSession &session);

namespace {

struct Range {
    const review::RevisionRecord *from = nullptr;
    const review::RevisionRecord *to = nullptr;
    QString why; ///< how the first one was chosen; empty when it was named
};

Result<Range> namedRange(const review::ChangeRecord &record, const QString &text)
{
    const int from = text.section(u".."_s, 0, 0).toInt();
    const int to = text.section(u".."_s, 1).toInt();
    const qsizetype count = record.revisions.size();
    if (from < 1 || to < 1 || from > count || to > count) {
        return base::Fail(
            base::usageError(u"Revisions are given as N..M; the change has %1"_s.arg(count), base::show(text)));
    }
    return Range{&record.revisions[from - 1], &record.revisions[to - 1], {}};
}

/// From the revision that this person voted on last; who has not voted is shown the newest step.
Result<Range> sinceLastVote(ReviewSession &session, const review::LedgerState &state,
                            const review::ChangeRecord &record)
{
    if (record.latest() == nullptr) {
        return base::Fail(base::usageError(u"The change has no revision"_s, record.id));
    }
    CS_TRY(by, session.signatory());
    Range range{nullptr, record.latest(), {}};
    for (const int index : record.votes) {
        const review::Event &event = state.events[index];
        if (event.payload.by == by.person) {
            range.from = record.revision(std::get<review::Vote>(event.payload.body).revision);
        }
    }
    if (range.from != nullptr) {
        range.why = u"since %1 voted on revision %2"_s.arg(by.person).arg(range.from->number);
    } else {
        range.from = &record.revisions[std::max<qsizetype>(record.revisions.size() - 2, 0)];
        range.why = u"%1 has not voted; the newest step"_s.arg(by.person);
    }
    return range;
}

/// What a signature stands for beside the bytes of the files, as "name before -> now".
QStringList changedFacts(const review::Manifest &before, const review::Manifest &now)
{
    QStringList facts;
    const auto compare = [&facts](const QString &name, const QString &one, const QString &other) {
        if (one != other) {
            facts << u"%1: %2 -> %3"_s.arg(name, one.isEmpty() ? u"none"_s : base::show(one),
                                           other.isEmpty() ? u"none"_s : base::show(other));
        }
    };
    const auto checks = [](const review::Manifest &manifest) {
        QStringList names;
        for (const review::ManifestCheck &check :
             manifest.report ? manifest.report->checks : QList<review::ManifestCheck>()) {
            names << check.name + (check.passed ? u" passed"_s : u" FAILED"_s);
        }
        return names.join(u", ");
    };
    const auto of = [](const review::Manifest &manifest, QStringList review::ManifestReport::*list) {
        return manifest.report ? ((*manifest.report).*list).join(u", ") : QString();
    };
    compare(u"identity"_s, before.environment.identity, now.environment.identity);
    compare(u"engine"_s, before.environment.engine, now.environment.engine);
    compare(u"runner"_s, before.runner.dialect, now.runner.dialect);
    compare(u"transaction"_s, before.runner.transaction, now.runner.transaction);
    compare(u"session"_s, before.runner.session.join(u"; "), now.runner.session.join(u"; "));
    compare(u"contributors"_s, before.contributors.join(u", "), now.contributors.join(u", "));
    compare(u"base"_s, before.baseFingerprint, now.baseFingerprint);
    compare(u"result"_s, before.resultFingerprint, now.resultFingerprint);
    compare(u"risk"_s, before.risk, now.risk);
    compare(u"report"_s, before.report ? u"made"_s : QString(), now.report ? u"made"_s : QString());
    compare(u"checks"_s, checks(before), checks(now));
    compare(u"hazards"_s, of(before, &review::ManifestReport::hazards), of(now, &review::ManifestReport::hazards));
    compare(u"errors"_s, of(before, &review::ManifestReport::errors), of(now, &review::ManifestReport::errors));
    for (const review::ManifestFile &file : now.files) {
        const auto same = std::ranges::find(before.files, file.path, &review::ManifestFile::path);
        if (same != before.files.end()) {
            compare(u"role of %1"_s.arg(base::showBytes(file.path)), review::fileRoleName(same->role),
                    review::fileRoleName(file.role));
        }
    }
    return facts;
}

QString marked(const QString &mark, const QString &text)
{
    QString out;
    for (const QString &line : text.split(u'\n')) {
        out += u"    %1 %2\n"_s.arg(mark, base::show(line));
    }
    return out;
}

void describeStatement(const app::StatementChange &change, QJsonArray &json, QString &text)
{
    using Kind = app::StatementChange::Kind;
    const QString word = change.kind == Kind::Added     ? u"added"_s
                         : change.kind == Kind::Removed ? u"removed"_s
                                                        : u"altered"_s;
    text +=
        u"  statement %1 %2%3\n"_s.arg(change.kind == Kind::Removed ? change.before : change.now)
            .arg(word, change.kind == Kind::Altered && change.before != change.now ? u" (was %1)"_s.arg(change.before)
                                                                                   : QString());
    if (change.kind != Kind::Added) {
        text += marked(u"-"_s, change.textBefore);
    }
    if (change.kind != Kind::Removed) {
        text += marked(u"+"_s, change.textNow);
    }
    json << QJsonObject{{u"difference"_s, word},
                        {u"before"_s, change.before > 0 ? QJsonValue(change.before) : QJsonValue()},
                        {u"now"_s, change.now > 0 ? QJsonValue(change.now) : QJsonValue()},
                        {u"textBefore"_s, change.textBefore},
                        {u"textNow"_s, change.textNow}};
}

/// By statement where the statements can be told apart, else by line.
void describeFile(const review::FileDifference &file, const review::Ledger &ledger,
                  std::optional<schema::EngineKind> engine, QJsonObject &json, QString &text)
{
    const auto before = file.before.isEmpty() ? Result<QByteArray>(QByteArray()) : ledger.blob(file.before);
    const auto now = file.after.isEmpty() ? Result<QByteArray>(QByteArray()) : ledger.blob(file.after);
    if (!before || !now) {
        text += u"  (the ledger no longer holds these bytes)\n"_s;
        return;
    }
    const bool script = engine && file.path.toLower().endsWith(".sql");
    QJsonArray statements;
    if (script) {
        for (const app::StatementChange &change : app::changedStatements(
                 base::showBytes(file.path), QString::fromUtf8(*before), QString::fromUtf8(*now), *engine)) {
            describeStatement(change, statements, text);
        }
        json.insert(u"statements"_s, statements);
    }
    if (statements.isEmpty()) {
        text += (script ? u"  no statement; comments and lines between them:\n"_s : QString()) +
                review::lineDifference(*before, *now);
    }
}

} // namespace

Result<ReviewAnswer> reviewDiff(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(record, ledger->state().find(change));
    const auto text = session.argument(1, u"N..M"_s);
    CS_TRY(range, text ? namedRange(*record, *text) : sinceLastVote(session, ledger->state(), *record));
    const review::Manifest &now = range.to->manifest;
    const auto engine = schema::engineFromName(now.environment.engine);
    ReviewAnswer answer;
    if (!range.why.isEmpty()) {
        answer.text = u"revision %1 to %2: %3\n"_s.arg(range.from->number).arg(range.to->number).arg(range.why);
    }
    QJsonArray files;
    for (const review::FileDifference &file : review::compareRevisions(range.from->manifest, now)) {
        QJsonObject json{{u"path"_s, base::showBytes(file.path)}, {u"difference"_s, file.kind}};
        answer.text += u"%1 %2\n"_s.arg(file.kind, base::showBytes(file.path));
        describeFile(file, *ledger, engine, json, answer.text);
        files << json;
    }
    const QStringList facts = changedFacts(range.from->manifest, now);
    for (const QString &fact : facts) {
        answer.text += fact + u'\n';
    }
    if (files.isEmpty() && facts.isEmpty()) {
        answer.text += u"nothing changed\n"_s;
    }
    answer.json = {{u"change"_s, record->id},
                   {u"from"_s, range.from->number},
                   {u"to"_s, range.to->number},
                   {u"files"_s, files},
                   {u"facts"_s, QJsonArray::fromStringList(facts)}};
    answer.exit = files.isEmpty() && facts.isEmpty() ? 0 : 1;
    return answer;
}

} // namespace countersign::cli
