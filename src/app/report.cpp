#include "app/report.h"

#include "app/reportpictures.h"
#include "sql/tokens.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Codes that are stable in JSON and in the ledger, as a reader of a report should see them.
constexpr const char *codes[] = {
    QT_TRANSLATE_NOOP("Report", "approved"),   QT_TRANSLATE_NOOP("Report", "emergency"),
    QT_TRANSLATE_NOOP("Report", "pending"),    QT_TRANSLATE_NOOP("Report", "blocked"),
    QT_TRANSLATE_NOOP("Report", "stale"),      QT_TRANSLATE_NOOP("Report", "frozen"),
    QT_TRANSLATE_NOOP("Report", "none"),       QT_TRANSLATE_NOOP("Report", "error"),
    QT_TRANSLATE_NOOP("Report", "approve"),    QT_TRANSLATE_NOOP("Report", "request-changes"),
    QT_TRANSLATE_NOOP("Report", "veto"),       QT_TRANSLATE_NOOP("Report", "abstain"),
    QT_TRANSLATE_NOOP("Report", "withdraw"),   QT_TRANSLATE_NOOP("Report", "block"),
    QT_TRANSLATE_NOOP("Report", "warning"),    QT_TRANSLATE_NOOP("Report", "info"),
    QT_TRANSLATE_NOOP("Report", "ok"),         QT_TRANSLATE_NOOP("Report", "failed"),
    QT_TRANSLATE_NOOP("Report", "not-run"),    QT_TRANSLATE_NOOP("Report", "low"),
    QT_TRANSLATE_NOOP("Report", "medium"),     QT_TRANSLATE_NOOP("Report", "high"),
    QT_TRANSLATE_NOOP("Report", "critical"),   QT_TRANSLATE_NOOP("Report", "added"),
    QT_TRANSLATE_NOOP("Report", "removed"),    QT_TRANSLATE_NOOP("Report", "altered"),
    QT_TRANSLATE_NOOP("Report", "renamed"),    QT_TRANSLATE_NOOP("Report", "table"),
    QT_TRANSLATE_NOOP("Report", "view"),       QT_TRANSLATE_NOOP("Report", "column"),
    QT_TRANSLATE_NOOP("Report", "constraint"), QT_TRANSLATE_NOOP("Report", "index"),
    QT_TRANSLATE_NOOP("Report", "trigger"),    QT_TRANSLATE_NOOP("Report", "routine"),
    QT_TRANSLATE_NOOP("Report", "sequence"),   QT_TRANSLATE_NOOP("Report", "type"),
};

QString word(const QString &code)
{
    const auto known = std::ranges::find(codes, code, [](const char *one) { return QString::fromLatin1(one); });
    return known == std::end(codes) ? code : QCoreApplication::translate("Report", *known);
}

ReportTone toneOf(diff::Change change)
{
    switch (change) {
    case diff::Change::Added:
        return ReportTone::Added;
    case diff::Change::Removed:
        return ReportTone::Removed;
    case diff::Change::Altered:
    case diff::Change::Renamed:
        return ReportTone::Changed;
    }
    return ReportTone::Plain;
}

QString signOf(diff::Change change)
{
    switch (change) {
    case diff::Change::Added:
        return u"+"_s;
    case diff::Change::Removed:
        return u"−"_s;
    case diff::Change::Altered:
        return u"≠"_s;
    case diff::Change::Renamed:
        return u"→"_s;
    }
    return {};
}

ReportTone toneOf(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Error:
        return ReportTone::Bad;
    case checks::Severity::Warning:
        return ReportTone::Notice;
    case checks::Severity::Info:
        return ReportTone::Plain;
    }
    return ReportTone::Plain;
}

QString timeText(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) +
           u" UTC"_s;
}

class ReportMaker
{
public:
    ReportMaker(const ReportSubject &subject, const ReportOptions &options) : m_subject(subject), m_options(options) {}

    ReportDocument run()
    {
        m_document.title = m_subject.change != nullptr       ? Text::tr("Review of a database change")
                           : m_subject.checks != nullptr     ? Text::tr("Check of a migration")
                           : m_subject.comparison != nullptr ? Text::tr("Schema comparison")
                                                             : Text::tr("Report");
        if (!m_subject.workspace.isEmpty()) {
            fact(Text::tr("Workspace"), m_subject.workspace);
        }
        if (m_subject.change != nullptr) {
            addReview(*m_subject.change);
        }
        if (m_subject.checks != nullptr) {
            addChecks(*m_subject.checks);
        }
        if (m_subject.comparison != nullptr) {
            addComparison(*m_subject.comparison);
        }
        fact(Text::tr("Written"), m_options.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) +
                                      u" UTC by Countersign " COUNTERSIGN_VERSION ""_s);
        if (m_options.redact) {
            fact(Text::tr("Redacted"), Text::tr("literals in SQL are replaced, comments in SQL are left out"));
        }
        return std::move(m_document);
    }

private:
    void fact(const QString &what, const QString &value) { m_document.facts.push_back({what, value}); }
    void heading(int level, const QString &text) { m_document.blocks.emplace_back(ReportHeading{level, text}); }
    void paragraph(const QString &text, ReportTone tone = ReportTone::Plain)
    {
        m_document.blocks.emplace_back(ReportParagraph{text, tone});
    }
    void code(const QString &sql, schema::EngineKind engine)
    {
        QString text = m_options.redact ? redactedSql(sql, engine) : sql;
        constexpr qsizetype perRow = 200;
        const qsizetype most = qsizetype(m_options.mostRows) * perRow;
        const bool tooLong = most > 0 && text.size() > most;
        if (tooLong) {
            text.truncate(most);
        }
        m_document.blocks.emplace_back(ReportCode{text});
        if (tooLong) {
            paragraph(Text::tr("The rest of the SQL is not shown here."), ReportTone::Notice);
        }
    }
    [[nodiscard]] QString shownValue(const QString &value, schema::EngineKind engine) const
    {
        return m_options.redact ? redactedSql(value, engine) : value;
    }

    /// SQLite's constraint without a name goes by its condition (t.check (a <> 'x')), and that may hold data.
    [[nodiscard]] QString shownPath(const QString &path, schema::EngineKind engine) const
    {
        const qsizetype condition = m_options.redact ? path.indexOf(u"check ("_s) : -1;
        const bool begins = condition == 0 || (condition > 0 && path.at(condition - 1) == u'.');
        return begins ? path.left(condition) + redactedSql(path.sliced(condition), engine) : path;
    }

    void addReview(const ReviewedChange &change)
    {
        const review::Evaluation &evaluation = change.evaluation;
        fact(Text::tr("Change"), change.record.alias + u' ' + change.record.title);
        fact(Text::tr("Environment"), change.record.environment);
        fact(Text::tr("Revision"), Text::tr("%1, digest %2").arg(evaluation.revisionNumber).arg(evaluation.revision));
        fact(Text::tr("Policy"),
             Text::tr("serial %1, held to its rules for risk %2%3")
                 .arg(evaluation.policySerial)
                 .arg(word(evaluation.risk), evaluation.separation
                                                 ? QString()
                                                 : Text::tr(", small team: authors may count for their own change")));
        heading(2, Text::tr("Verdict"));
        const bool good = evaluation.verdict == review::VerdictKind::Approved;
        paragraph(word(review::verdictName(evaluation.verdict)), good ? ReportTone::Good : ReportTone::Bad);
        ReportTable requirements{{Text::tr("Requirement"), Text::tr("State"), Text::tr("By / what resolves it")}, {}};
        for (const review::SlotView &slot : evaluation.filled) {
            const bool filled = !slot.by.isEmpty();
            requirements.rows.push_back(
                {{Text::tr("sign-off by a person with the role %1").arg(slot.role), ReportTone::Plain, false},
                 {filled ? Text::tr("met") : Text::tr("open"), filled ? ReportTone::Good : ReportTone::Notice, false},
                 {slot.by, ReportTone::Plain, false}});
        }
        for (const review::Reason &reason : evaluation.reasons) {
            const bool blocks = reason.severity == review::ReasonSeverity::Block;
            requirements.rows.push_back({{reason.text, ReportTone::Plain, false},
                                         {blocks ? Text::tr("not met") : word(review::severityName(reason.severity)),
                                          blocks ? ReportTone::Bad : ReportTone::Notice, false},
                                         {reason.fix, ReportTone::Plain, false}});
        }
        table(std::move(requirements));
        addVotes(change);
        addTimeline(change);
        addFiles(change);
    }

    void addVotes(const ReviewedChange &change)
    {
        ReportTable votes{{Text::tr("Person"), Text::tr("Vote"), Text::tr("Revision"), Text::tr("Counts"),
                           Text::tr("When"), Text::tr("Message")},
                          {}};
        for (const review::VoteView &vote : change.evaluation.votes) {
            votes.rows.push_back(
                {{vote.by, ReportTone::Plain, false},
                 {word(review::voteName(vote.vote)), ReportTone::Plain, false},
                 {QString::number(vote.revision), ReportTone::Plain, false},
                 {vote.counts ? Text::tr("yes")
                              : Text::tr("no") + (vote.why ? u": "_s + codeName(*vote.why) : QString()),
                  vote.counts ? ReportTone::Good : ReportTone::Plain, false},
                 {timeText(vote.receivedUs), ReportTone::Plain, false},
                 {change.texts.value(vote.message), ReportTone::Plain, false}});
        }
        if (!votes.rows.empty()) {
            heading(2, Text::tr("Votes"));
            table(std::move(votes));
        }
        ReportTable comments{{Text::tr("Person"), Text::tr("Where"), Text::tr("Comment"), Text::tr("State")}, {}};
        for (const review::CommentView &comment : change.evaluation.comments) {
            const QString where = comment.anchor.object.isEmpty()
                                      ? Text::tr("statement %1").arg(comment.anchor.statement)
                                      : comment.anchor.object;
            comments.rows.push_back(
                {{comment.by, ReportTone::Plain, false},
                 {where, ReportTone::Plain, false},
                 {change.texts.value(comment.text), ReportTone::Plain, false},
                 {comment.resolved   ? Text::tr("resolved by %1").arg(comment.resolvedBy)
                  : comment.blocking ? Text::tr("blocks")
                                     : Text::tr("open"),
                  comment.blocking && !comment.resolved ? ReportTone::Bad : ReportTone::Plain, false}});
        }
        if (!comments.rows.empty()) {
            heading(2, Text::tr("Comments"));
            table(std::move(comments));
        }
    }

    void addTimeline(const ReviewedChange &change)
    {
        if (m_subject.ledger == nullptr) {
            return;
        }
        std::vector<TimelineMark> marks;
        ReportTable events{{Text::tr("When"), Text::tr("Who"), Text::tr("What"), Text::tr("Event")}, {}};
        for (const int index : change.record.events) {
            const review::Event &event = m_subject.ledger->events.at(index);
            QString what = review::kindName(event.payload.body);
            ReportTone tone = ReportTone::Plain;
            if (const auto *vote = std::get_if<review::Vote>(&event.payload.body)) {
                what = Text::tr("vote: %1").arg(word(review::voteName(vote->vote)));
                tone = vote->vote == review::VoteKind::Approve ? ReportTone::Good : ReportTone::Bad;
            } else if (std::holds_alternative<review::RevisionAdd>(event.payload.body)) {
                what = Text::tr("put a revision under review");
                tone = ReportTone::Changed;
            } else if (std::holds_alternative<review::ChangeOpen>(event.payload.body)) {
                what = Text::tr("opened the change");
                tone = ReportTone::Added;
            }
            if (!event.speaks()) {
                what += Text::tr(" (without effect)");
            }
            marks.push_back({QDateTime::fromMSecsSinceEpoch(event.receivedUs / 1000, QTimeZone::UTC),
                             event.payload.by + u": "_s + what, tone});
            events.rows.push_back({{timeText(event.receivedUs), ReportTone::Plain, false},
                                   {event.payload.by, ReportTone::Plain, false},
                                   {what, ReportTone::Plain, false},
                                   {event.eid.left(16), ReportTone::Plain, true}});
        }
        heading(2, Text::tr("Timeline"));
        m_document.blocks.emplace_back(timelinePicture(marks));
        table(std::move(events));
    }

    void addFiles(const ReviewedChange &change)
    {
        const review::RevisionRecord *latest = change.record.latest();
        if (latest == nullptr) {
            return;
        }
        heading(2, Text::tr("Signed files"));
        ReportTable files{{Text::tr("Role"), Text::tr("Bytes"), Text::tr("Path and SHA-256")}, {}};
        for (const review::ManifestFile &file : latest->manifest.files) {
            files.rows.push_back({{review::fileRoleName(file.role), ReportTone::Plain, false},
                                  {QString::number(file.bytes), ReportTone::Plain, false},
                                  {QString::fromUtf8(file.path) + u'\n' + file.sha256, ReportTone::Plain, true}});
        }
        table(std::move(files));
        const auto engine =
            schema::engineFromName(latest->manifest.environment.engine).value_or(schema::EngineKind::Sqlite);
        for (const review::MigrationFile &file : change.files) {
            heading(3, QString::fromUtf8(file.path));
            code(QString::fromUtf8(file.bytes), engine);
        }
    }

    void addChecks(const checks::Report &report)
    {
        const bool pass = report.verdict() == checks::Verdict::Pass;
        heading(2, Text::tr("Checks"));
        fact(Text::tr("Migration"), Text::tr("%1, SHA-256 %2").arg(report.migrationPath, report.migrationSha256));
        fact(Text::tr("Rehearsed on"), Text::tr("a scratch copy of %1 (%2 %3, fingerprint %4)")
                                           .arg(report.base.source, schema::titleOf(report.engine), report.base.version,
                                                report.base.fingerprint));
        fact(Text::tr("Report digest"), checks::digest(report));
        paragraph(pass ? Text::tr("The checks pass; risk %1.").arg(word(checks::nameOf(report.risk())))
                       : Text::tr("The checks fail; risk %1.").arg(word(checks::nameOf(report.risk()))),
                  pass ? ReportTone::Good : ReportTone::Bad);
        for (const checks::Phrase &reason : report.reasons()) {
            paragraph(reason.translated());
        }
        ReportTable findings{{Text::tr("Severity"), Text::tr("Rule"), Text::tr("Statement"), Text::tr("Object"),
                              Text::tr("What and why"), Text::tr("Safe way")},
                             {}};
        for (const checks::Finding &finding : report.findings) {
            const QString object = shownPath(finding.object, report.engine);
            const auto said = [&finding, &object](const checks::Phrase &phrase) {
                const QString text = phrase.translated();
                return object == finding.object ? text : QString(text).replace(finding.object, object);
            };
            findings.rows.push_back(
                {{word(checks::nameOf(finding.severity)) +
                      (finding.waived ? Text::tr(", waived: %1").arg(finding.waivedBecause) : QString()),
                  finding.waived ? ReportTone::Plain : toneOf(finding.severity), false},
                 {finding.rule, ReportTone::Plain, true},
                 {finding.statement > 0 ? QString::number(finding.statement) : Text::tr("all"), ReportTone::Plain,
                  false},
                 {object, ReportTone::Plain, true},
                 {said(finding.message), ReportTone::Plain, false},
                 {said(finding.advice), ReportTone::Plain, false}});
        }
        findings.rows.empty() ? paragraph(Text::tr("No finding.")) : table(std::move(findings));
        addRehearsal(report);
        addWholeMigration(report);
    }

    void addRehearsal(const checks::Report &report)
    {
        std::vector<Touch> touches;
        std::vector<StatementBar> bars;
        ReportTable rows{{u"#"_s, Text::tr("Statement"), Text::tr("Rehearsal"), Text::tr("Locks"), Text::tr("Effects")},
                         {}};
        for (const rehearsal::StatementRun &run : report.rehearsal.statements) {
            const QString sql = shownValue(run.sql, report.engine);
            const QString label = u"%1 %2"_s.arg(run.index).arg(sql.simplified());
            QStringList locks;
            QString strongest;
            for (const rehearsal::Lock &lock : run.locks) {
                locks << Text::tr("%1 on %2%3")
                             .arg(lock.mode, lock.object, lock.observed ? QString() : Text::tr(" (predicted)"));
                if (strongest.isEmpty() && (lock.blocksReads || lock.blocksWrites)) {
                    strongest =
                        lock.mode + (lock.blocksReads ? Text::tr(", blocks reads") : Text::tr(", blocks writes"));
                }
                touches.push_back({label, lock.object, Text::tr("locks"), ReportTone::Plain});
            }
            QStringList effects;
            for (const diff::Difference &effect : run.effects) {
                const QString owner =
                    schema::isPartOfRelation(effect.id.kind) ? effect.id.parentId().path() : effect.id.path();
                effects << signOf(effect.change) + u' ' + word(schema::nameOf(effect.id.kind)) + u' ' +
                               shownPath(effect.id.path(), report.engine);
                touches.push_back({label, owner, word(diff::nameOf(effect.change)), toneOf(effect.change)});
            }
            const bool ok = run.outcome == rehearsal::Outcome::Ok;
            const double ms = double(run.duration.count()) / 1000;
            bars.push_back({label, ms, strongest, ok ? ReportTone::Changed : ReportTone::Bad});
            rows.rows.push_back({{QString::number(run.index), ReportTone::Plain, false},
                                 {sql, ReportTone::Plain, true},
                                 {word(rehearsal::nameOf(run.outcome)) +
                                      (run.error ? u": "_s + shownValue(run.error->message, report.engine) : QString()),
                                  ok ? ReportTone::Good : ReportTone::Bad, false},
                                 {locks.join(u'\n'), ReportTone::Plain, false},
                                 {effects.join(u'\n'), ReportTone::Plain, false}});
        }
        if (rows.rows.empty()) {
            return;
        }
        heading(3, Text::tr("Statements"));
        m_document.blocks.emplace_back(statementsPicture(bars));
        if (!touches.empty()) {
            m_document.blocks.emplace_back(touchesPicture(touches, TouchesOf::Migration));
        }
        table(std::move(rows));
    }

    void addWholeMigration(const checks::Report &report)
    {
        if (report.completeness) {
            paragraph(report.completeness->matches ? Text::tr("Leads to the expected schema.")
                                                   : Text::tr("Does not lead to the expected schema."),
                      report.completeness->matches ? ReportTone::Good : ReportTone::Bad);
        }
        if (report.reversibility && report.reversibility->ran) {
            paragraph(report.reversibility->restoresBase ? Text::tr("The way back gives the schema before.")
                                                         : Text::tr("The way back does not give the schema before."),
                      report.reversibility->restoresBase ? ReportTone::Good : ReportTone::Bad);
            for (const QString &lost : report.reversibility->losesData) {
                paragraph(Text::tr("The way back loses data: %1").arg(lost), ReportTone::Notice);
            }
        }
        for (const QString &limit : report.limits) {
            paragraph(Text::tr("Limit: %1").arg(limit));
        }
        for (const checks::NotRun &item : report.notRun) {
            paragraph(Text::tr("Not run, and not passed: %1: %2").arg(item.check, item.why.translated()),
                      ReportTone::Notice);
        }
    }

    void addComparison(const SchemaComparison &comparison)
    {
        const diff::Comparison &found = comparison.plan.comparison;
        const schema::EngineKind engine = comparison.to.schema.engine;
        for (const auto &[what, side] :
             {std::pair{Text::tr("From"), &comparison.from}, std::pair{Text::tr("To"), &comparison.to}}) {
            fact(what, Text::tr("%1, %2 %3, fingerprint %4")
                           .arg(side->source, schema::titleOf(side->schema.engine), side->schema.serverVersion,
                                fingerprintOf(side->schema)));
        }
        heading(2, Text::tr("Differences"));
        if (found.identical()) {
            paragraph(Text::tr("No differences."), ReportTone::Good);
        }
        paragraph(Text::tr("%1 differences, %2 hidden by ignore options, %3 objects not compared.")
                      .arg(found.differences.size())
                      .arg(found.suppressed.size())
                      .arg(found.notCompared.size()));
        ReportTable rows{{Text::tr("Difference"), Text::tr("Kind"), Text::tr("Object"), Text::tr("Attribute"),
                          Text::tr("From"), Text::tr("To")},
                         {}};
        for (const diff::Difference &difference : found.differences) {
            QStringList names;
            QStringList from;
            QStringList to;
            for (const diff::Property &property : difference.properties) {
                names << property.name;
                from << shownValue(property.from, engine).simplified();
                to << shownValue(property.to, engine).simplified();
            }
            const QString path =
                difference.change == diff::Change::Renamed
                    ? shownPath(difference.before.path(), engine) + u" → "_s + shownPath(difference.id.path(), engine)
                    : shownPath(difference.id.path(), engine);
            rows.rows.push_back({{signOf(difference.change) + u' ' + word(diff::nameOf(difference.change)),
                                  toneOf(difference.change), false},
                                 {word(schema::nameOf(difference.id.kind)), ReportTone::Plain, false},
                                 {path, ReportTone::Plain, true},
                                 {names.join(u'\n'), ReportTone::Plain, false},
                                 {from.join(u'\n'), ReportTone::Plain, true},
                                 {to.join(u'\n'), ReportTone::Plain, true}});
        }
        if (!rows.rows.empty()) {
            addPlanPicture(comparison);
            table(std::move(rows));
            heading(2, Text::tr("SQL that closes the difference"));
            code(plan::script(comparison.plan.forward, engine), engine);
            heading(2, Text::tr("The way back"));
            code(plan::script(comparison.plan.rollback, comparison.from.schema.engine), engine);
        }
        for (const schema::NotCompared &entry : found.notCompared) {
            paragraph(Text::tr("Not compared: %1 %2: %3")
                          .arg(word(schema::nameOf(entry.id.kind)), shownPath(entry.id.path(), engine), entry.reason),
                      ReportTone::Notice);
        }
    }

    void addPlanPicture(const SchemaComparison &comparison)
    {
        std::vector<Touch> touches;
        int number = 0;
        for (const engine::Step &step : comparison.plan.forward) {
            ++number;
            const QString label =
                u"%1 %2"_s.arg(number).arg(shownValue(step.sql, comparison.to.schema.engine).simplified());
            for (const int index : step.differences) {
                if (index < 0 || index >= int(comparison.plan.comparison.differences.size())) {
                    continue;
                }
                const diff::Difference &difference = comparison.plan.comparison.differences[std::size_t(index)];
                const QString owner = schema::isPartOfRelation(difference.id.kind) ? difference.id.parentId().path()
                                                                                   : difference.id.path();
                Touch touch{label, owner, word(diff::nameOf(difference.change)), toneOf(difference.change)};
                if (std::ranges::find(touches, touch) == touches.end()) {
                    touches.push_back(std::move(touch));
                }
            }
        }
        if (!touches.empty()) {
            m_document.blocks.emplace_back(touchesPicture(touches, TouchesOf::GeneratedScript));
        }
    }

    void table(ReportTable rows)
    {
        if (rows.rows.empty()) {
            return;
        }
        const std::size_t all = rows.rows.size();
        const bool tooMany = m_options.mostRows > 0 && all > m_options.mostRows;
        if (tooMany) {
            rows.rows.resize(m_options.mostRows);
        }
        m_document.blocks.emplace_back(std::move(rows));
        if (tooMany) {
            paragraph(Text::tr("%1 more rows are not shown here.").arg(all - m_options.mostRows), ReportTone::Notice);
        }
    }

    const ReportSubject &m_subject;
    const ReportOptions &m_options;
    ReportDocument m_document;
};

} // namespace

ReportDocument makeReport(const ReportSubject &subject, const ReportOptions &options)
{
    return ReportMaker(subject, options).run();
}

QByteArray reportToJson(const ReportSubject &subject, const ReportOptions &options)
{
    QJsonObject root{{u"schema"_s, u"countersign.report/1"_s},
                     {u"written"_s, options.at.toUTC().toString(Qt::ISODate)},
                     {u"workspace"_s, subject.workspace}};
    if (subject.comparison != nullptr) {
        root.insert(u"comparison"_s, QJsonDocument::fromJson(comparisonToJson(*subject.comparison)).object());
    }
    if (subject.checks != nullptr) {
        root.insert(u"checks"_s, QJsonDocument::fromJson(checks::toJson(*subject.checks)).object());
    }
    if (subject.change != nullptr) {
        const review::Evaluation &evaluation = subject.change->evaluation;
        QJsonArray votes;
        for (const review::VoteView &vote : evaluation.votes) {
            votes.append(QJsonObject{{u"by"_s, vote.by},
                                     {u"vote"_s, review::voteName(vote.vote)},
                                     {u"revision"_s, vote.revision},
                                     {u"counts"_s, vote.counts}});
        }
        root.insert(u"review"_s, QJsonObject{{u"change"_s, subject.change->record.id},
                                             {u"title"_s, subject.change->record.title},
                                             {u"environment"_s, subject.change->record.environment},
                                             {u"verdict"_s, review::verdictName(evaluation.verdict)},
                                             {u"revision"_s, evaluation.revision},
                                             {u"votes"_s, votes}});
    }
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString redactedSql(const QString &sql, schema::EngineKind engine)
{
    // What stands between the parentheses of these is the size of a type, not data.
    static const QSet<QString> sized{u"char"_s,     u"character"_s, u"varchar"_s,   u"varying"_s,     u"nchar"_s,
                                     u"nvarchar"_s, u"binary"_s,    u"varbinary"_s, u"bit"_s,         u"varbit"_s,
                                     u"numeric"_s,  u"decimal"_s,   u"dec"_s,       u"float"_s,       u"double"_s,
                                     u"time"_s,     u"timestamp"_s, u"datetime"_s,  u"timestamptz"_s, u"timetz"_s,
                                     u"interval"_s, u"tinyint"_s,   u"smallint"_s,  u"mediumint"_s,   u"int"_s,
                                     u"integer"_s,  u"bigint"_s,    u"year"_s,      u"text"_s,        u"blob"_s};
    QString out;
    QString lastWord;
    bool inSize = false;
    for (const sql::Token &token : sql::tokenize(sql, sql::dialectOf(engine))) {
        const QStringView text = token.in(sql);
        switch (token.kind) {
        case sql::TokenKind::String:
        case sql::TokenKind::Invalid:
            out += u"'…'"_s;
            break;
        case sql::TokenKind::Number:
            out += inSize ? text.toString() : u"0"_s;
            break;
        case sql::TokenKind::Comment:
            out += u' ';
            break;
        case sql::TokenKind::Operator:
            inSize = text == u"(" ? sized.contains(lastWord) : inSize && text == u",";
            lastWord.clear();
            out += text;
            break;
        case sql::TokenKind::Word:
            lastWord = text.toString().toLower();
            inSize = false;
            out += text;
            break;
        case sql::TokenKind::QuotedIdentifier:
        case sql::TokenKind::Parameter:
        case sql::TokenKind::Space:
        case sql::TokenKind::Code:
            out += text;
            break;
        }
    }
    return out;
}

} // namespace countersign::app
