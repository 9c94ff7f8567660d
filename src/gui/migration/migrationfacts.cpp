// The Migration page: what is said about one statement, the way back beside it, and what the person has looked at.

#include "base/show.h"
#include "gui/common/factlist.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/compare/compareindex.h"
#include "gui/jobs/offthread.h"
#include "gui/migration/migrationpage.h"
#include "gui/migration/statementmodel.h"
#include "gui/review/comments.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/diffview.h"
#include "gui/text/sqlview.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSettings>
#include <QStackedWidget>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QString seenKey(const app::Workspace &workspace, const QString &file)
{
    const QByteArray text = workspace.folder.toUtf8() + '\n' + file.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return u"seen/"_s + QString::fromLatin1(hash.first(8).toHex());
}

bool mentions(const QString &sql, const QString &name)
{
    if (name.isEmpty() || !sql.contains(name, Qt::CaseInsensitive)) {
        return false;
    }
    const QRegularExpression word(u"(?<![\\w$])"_s + QRegularExpression::escape(name) + u"(?![\\w$])"_s,
                                  QRegularExpression::CaseInsensitiveOption);
    return sql.contains(word);
}

/// How surely a statement of the way back undoes one of these effects: the part is named, or only its relation.
int likeness(const QString &sql, const std::vector<diff::Difference> &effects)
{
    int best = 0;
    for (const diff::Difference &effect : effects) {
        const bool part = mentions(sql, effect.id.name) || mentions(sql, effect.before.name);
        const bool relation = effect.id.parent.isEmpty() || mentions(sql, effect.id.parent);
        best = std::max(best, part && relation ? 3 : part ? 2 : !effect.id.parent.isEmpty() && relation ? 1 : 0);
    }
    return best;
}

/// The statement of the way back that most surely undoes @p effects; -1 for none.
int inverseOf(const ReadScript &back, const std::vector<diff::Difference> &effects)
{
    int best = 0;
    int inverse = -1;
    for (std::size_t i = 0; i < back.statements.size(); ++i) {
        const int like = likeness(back.statements[i].text, effects);
        if (like > best) {
            best = like;
            inverse = int(i);
        }
    }
    return inverse;
}

} // namespace

std::optional<Fact> MigrationPage::wayBackFrom(int row) const
{
    const auto checked = m_session.checked();
    if (!checked || !m_session.reportIsCurrent() || !checked->report.reversibility) {
        return {};
    }
    const rehearsal::Reversibility &back = *checked->report.reversibility;
    const auto reversal = std::ranges::find(back.reversals, row + 1, &rehearsal::Reversal::fromStatement);
    const QString label = tr("Way back");
    if (reversal == back.reversals.end()) {
        return Fact{label, back.ran ? tr("not tried from here") : tr("not run: %1").arg(back.whyNotRun),
                    Token::TextMuted};
    }
    if (reversal->restoresBase) {
        return Fact{label, tr("from here, restores the schema of production"), Token::Met};
    }
    if (reversal->error) {
        //: %1 is the message of the database
        return Fact{label, tr("from here, fails: %1").arg(reversal->error->message), Token::High};
    }
    return Fact{label, tr("from here, leaves %n difference(s)", nullptr, int(reversal->left.size())), Token::High};
}

std::vector<Fact> MigrationPage::factsOf(int row) const
{
    const rehearsal::StatementRun *run = m_model->run(row);
    if (run == nullptr) {
        return {{{},
                 forward() ? tr("Rehearse the migration to see its locks, effects and findings.")
                           : tr("The way back is rehearsed as a whole, from every half-applied state."),
                 Token::TextMuted}};
    }
    std::vector<Fact> facts;
    if (run->error) {
        facts.push_back({tr("Error"), rehearsalErrorText(*run->error), Token::Critical});
    }
    if (!run->refusal.isEmpty()) {
        facts.push_back({tr("Refused"), run->refusal, Token::Critical});
    }
    for (const diff::Difference &effect : run->effects) {
        //: %1 a status such as “Added”, %2 a kind such as “Column”, %3 the name of an object
        facts.push_back(
            {tr("Effect"),
             tr("%1: %2 %3").arg(lookOf(effect.change).word, titleOf(effect.id.kind), shownName(effect.id, true))});
    }
    for (const rehearsal::Lock &lock : run->locks) {
        QStringList words;
        if (lock.blocksReads) {
            words << tr("blocks reads and writes");
        } else if (lock.blocksWrites) {
            words << tr("blocks writes");
        }
        if (lock.rewritesTable) {
            words << tr("rewrites the table");
        }
        if (lock.scansTable) {
            words << tr("reads the whole table");
        }
        if (!lock.observed) {
            words << tr("from the lock tables, not observed");
        }
        //: %1 lock mode, %2 table
        facts.push_back({tr("Lock"), tr("%1 on %2").arg(lock.mode, lock.object) +
                                         (words.isEmpty() ? QString() : u", "_s + words.join(u", "_s))});
    }
    if (const rehearsal::StatementRun *since = run->locks.empty() ? m_model->heldSince(row) : nullptr) {
        facts.push_back({tr("Lock"), StatementModel::heldText(*since)});
    }
    if (const QString size = m_model->sizeText(row); !size.isEmpty()) {
        //: %1 a table, %2 its number of rows such as "about 1,200 rows"
        facts.push_back({tr("Table size"), tr("%1, %2 in production").arg(m_model->sizedTable(row), size)});
    }
    if (const std::optional<Fact> back = wayBackFrom(row)) {
        facts.push_back(*back);
    }
    for (const QString &notice : run->notices) {
        facts.push_back({tr("Server says"), notice, Token::TextMuted});
    }
    return facts;
}

void MigrationPage::updateSigns()
{
    const auto [begin, end] = m_sql->shownLines();
    const std::shared_ptr<const ReadScript> script = currentScript();
    std::vector<RowSign> signs;
    const auto &statements = m_model->statements();
    const auto firstShown = std::ranges::lower_bound(
        statements, begin + 1, {}, [](const sql::Statement &statement) { return statement.range.line; });
    for (int row = int(firstShown - statements.begin()); row < m_model->rowCount(); ++row) {
        const int line = statements[std::size_t(row)].range.line - 1;
        if (line >= end) {
            break;
        }
        const rehearsal::StatementRun *run = m_model->run(row);
        if (run != nullptr) {
            const Look look = lookOf(run->outcome);
            signs.push_back({line, look.glyph, look.token, tr("Rehearsal: %1").arg(look.word)});
        }
        if (const auto severity = m_model->worst(row)) {
            const Look look = lookOf(*severity);
            signs.push_back({line, look.glyph, look.token, tr("Finding: %1").arg(look.word)});
        }
        if (run != nullptr && std::ranges::any_of(run->locks, &rehearsal::Lock::blocksWrites)) {
            const bool reads = std::ranges::any_of(run->locks, &rehearsal::Lock::blocksReads);
            signs.push_back({line, Glyph::Lock, reads ? Token::Critical : Token::High,
                             reads ? tr("blocks reads and writes") : tr("blocks writes")});
        }
        if (m_model->comments(row) > 0) {
            signs.push_back({line, Glyph::Pencil, Token::Link, tr("%n comment(s)", nullptr, m_model->comments(row))});
        }
    }
    qsizetype hidden = 0;
    for (const HiddenInLine &one : script ? script->hidden : std::vector<HiddenInLine>{}) {
        hidden += one.names.size();
        signs.push_back({one.line, Glyph::High, Token::Critical, one.names.join(u", "_s)});
    }
    m_hidden->setVisible(hidden > 0);
    m_hidden->setStatus(Glyph::High, Token::Critical, tr("%n character(s) that cannot be seen", nullptr, int(hidden)),
                        true);
    m_sql->setLineSigns(std::move(signs));
}

void MigrationPage::updateComments()
{
    QHash<int, int> counts;
    const migration::Migration *one = m_session.current();
    const app::ReviewedChange *change = m_session.change();
    if (one != nullptr && change != nullptr && side() != Side::Generated) {
        const std::shared_ptr<const ReadScript> script = currentScript();
        for (const PlacedComment &placed :
             placedComments(*change, script ? std::vector{script->places} : std::vector<ScriptPlaces>{})) {
            if (!placed.outdated && !placed.comment->resolved && placed.place.file == path()) {
                ++counts[placed.place.statement];
            }
        }
    }
    m_list->setColumnHidden(StatementModel::CommentsColumn, counts.isEmpty());
    m_model->setCommentCounts(counts);
    updateSigns();
}

void MigrationPage::showWayBack()
{
    const migration::Migration *one = m_session.current();
    if (one == nullptr || !m_backSide->isVisibleTo(this)) {
        return;
    }
    const auto checked = m_session.checked();
    const bool generated = !one->hasDown && checked && m_session.reportIsCurrent() && checked->report.reversibility &&
                           checked->report.reversibility->generated;
    const QString sql = one->hasDown ? one->downSql
                        : generated  ? checked->report.reversibility->sql
                                     : u"-- "_s + tr("The author gave no way back.") + u'\n';
    const auto scripts = m_session.scripts();
    if (scripts && scripts->down && scripts->down->sql == sql) {
        m_backScript = {scripts, &*scripts->down};
    } else if (!m_backScript || m_backScript->sql != sql) {
        m_backScript.reset();
        readWayBack(sql);
    }
    if (m_back->sql() != sql) {
        m_back->setSql(sql, engine(), 1, m_backScript ? m_backScript->starts : std::vector<int>{});
        m_back->setReference(one->downPath);
    }
    markInverse();
}

void MigrationPage::readWayBack(const QString &sql)
{
    using Value = std::shared_ptr<const ReadScript>;
    m_console.jobs().start<Value>(
        {u"migration.back"_s, {}},
        [sql, engine = engine()](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return sharedOffThread(readScript({}, {}, sql, engine));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *script = std::get_if<0>(&outcome); script != nullptr && m_back->sql() == (*script)->sql) {
                m_backScript = *script;
                markInverse();
            }
        });
}

void MigrationPage::markInverse()
{
    const rehearsal::StatementRun *run = m_model->run(m_list->currentIndex().row());
    m_console.jobs().supersede(u"migration.inverse"_s);
    if (!m_backScript || run == nullptr || run->effects.empty()) {
        showInverse(-1);
        return;
    }
    constexpr qsizetype atOnce = 64 * 1024; ///< characters that may be searched without holding the window up
    if (m_backScript->sql.size() <= atOnce) {
        showInverse(inverseOf(*m_backScript, run->effects));
        return;
    }
    m_console.jobs().start<int>(
        {u"migration.inverse"_s, {}},
        [back = m_backScript, effects = run->effects](
            std::stop_token, const base::ProgressSink &) -> base::Result<int> { return inverseOf(*back, effects); },
        this,
        [this](Outcome<int> outcome) {
            if (const int *inverse = std::get_if<0>(&outcome)) {
                showInverse(*inverse);
            }
        });
}

void MigrationPage::showInverse(int statement)
{
    const migration::Migration *one = m_session.current();
    if (one == nullptr) {
        return;
    }
    const rehearsal::StatementRun *run = m_model->run(m_list->currentIndex().row());
    const bool any = m_backScript && !m_backScript->statements.empty();
    const QString file = one->downPath.isEmpty() ? one->upPath : one->downPath;
    QString words = one->hasDown ? base::show(file) : any ? tr("Way back by Countersign") : tr("No way back given");
    if (run != nullptr && !run->effects.empty() && statement < 0 && any) {
        words += u" · "_s + tr("nothing here names what this statement changes");
    } else if (run != nullptr && run->effects.empty()) {
        words += u" · "_s + tr("this statement changes data only, which no way back brings back by itself");
    }
    m_backTitle->setText(words);
    m_backTitle->setToolTip(words.toHtmlEscaped());
    if (statement < 0 || !any) {
        m_back->setCurrentLines(0, -1);
        return;
    }
    const base::TextRange &range = m_backScript->statements[std::size_t(statement)].range;
    m_back->setCurrentLines(range.line - 1, range.endLine - 1);
    m_back->showLine(range.line - 1);
}

void MigrationPage::showGenerated()
{
    const auto comparison = m_console.comparison();
    const migration::Migration *one = m_session.current();
    if (one == nullptr) {
        return;
    }
    if (!comparison) {
        m_stack->setCurrentWidget(m_notCompared);
        m_notCompared->setTexts(tr("Nothing was generated yet"),
                                tr("Compare production with staging: the SQL that closes the difference is then shown "
                                   "beside what the author wrote."),
                                tr("Compare now"));
        return;
    }
    m_stack->setCurrentWidget(m_generated);
    SideView author;
    author.className = tr("By the author");
    author.name = base::show(one->upPath);
    SideView ours;
    ours.className = tr("Generated");
    ours.name = comparison->from.source + u" ► "_s + comparison->to.source;
    m_generated->setSides(author, ours);
    QString text;
    for (const engine::Step &step : comparison->plan.forward) {
        text += (step.sql.isEmpty() ? u"-- "_s + QString(step.comment).replace(u'\n', u"\n-- "_s) : step.sql + u';') +
                u"\n\n"_s;
    }
    m_generated->setReference(one->upPath);
    m_generated->setTexts(one->upSql, text, engine());
}

void MigrationPage::stepFinding(int direction)
{
    for (int row = m_list->currentIndex().row() + direction; row >= 0 && row < m_model->rowCount(); row += direction) {
        if (m_model->worst(row)) {
            m_list->setCurrentIndex(m_model->index(row, 0));
            m_list->scrollTo(m_list->currentIndex());
            return;
        }
    }
    emit m_console.announced(direction > 0 ? tr("No further finding.") : tr("No earlier finding."), false);
}

void MigrationPage::updateSeen()
{
    const int all = m_model->rowCount();
    const int seen = m_model->seenCount();
    m_seen->setVisible(all > 0 && side() != Side::Generated);
    if (forward()) {
        m_console.setStatementsSeen({seen, all});
    }
    //: How many statements the person has looked at
    m_seen->setText(tr("Seen %1 of %2").arg(localText(seen), localText(all)));
}

void MigrationPage::loadSeen()
{
    const QSignalBlocker quiet(m_model);
    const QStringList digests = QSettings().value(seenKey(*m_console.workspace(), path())).toStringList();
    m_knownSeen = QSet<QString>(digests.begin(), digests.end());
    m_model->setSeen(m_knownSeen);
}

void MigrationPage::rememberTick()
{
    const QSet<QString> now = m_model->seen();
    const QSet<QString> before = std::exchange(m_knownSeen, now);
    if (now == before) {
        return;
    }
    const auto restore = [this, file = path()](const QSet<QString> &digests) {
        if (path() == file) {
            m_knownSeen = digests;
            m_model->setSeen(digests);
        } else if (const auto workspace = m_console.workspace()) {
            // Another file is shown by now.
            QSettings().setValue(seenKey(*workspace, file), QStringList(digests.values()));
        }
    };
    m_console.perform(
        now.size() > before.size() ? tr("Mark as seen") : tr("Mark as not seen"), [restore, now] { restore(now); },
        [restore, before] { restore(before); });
}

void MigrationPage::saveSeen() const
{
    if (const auto workspace = m_console.workspace(); workspace && !path().isEmpty()) {
        QSettings().setValue(seenKey(*workspace, path()), QStringList(m_model->seen().values()));
    }
}

} // namespace countersign::gui
