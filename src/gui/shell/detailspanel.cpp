#include "gui/shell/detailspanel.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/widgets.h"
#include "gui/compare/compareindex.h"
#include "gui/compare/dependentsmodel.h"
#include "gui/compare/partwords.h"
#include "gui/compare/propertywords.h"
#include "gui/review/comments.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QLocale>
#include <QScrollArea>

namespace countersign::gui {

using namespace Qt::StringLiterals;

DetailsPanel::DetailsPanel(Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_title(nullptr), m_facts(nullptr)
{
    auto *inside = new QWidget(this);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_title = named(plainLabel({}, inside, Token::Text, 1.1, true), u"detailsTitle"_s);
    m_title->setWordWrap(true);
    m_facts = named(new FactList(inside), u"detailsFacts"_s);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addStretch();
    auto *scroll = named(new QScrollArea(this), u"detailsArea"_s, tr("Details"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(scroll);
    setMinimumWidth(240);
    connect(&m_console, &Console::placeChanged, this, &DetailsPanel::update);
    connect(&m_console, &Console::comparisonChanged, this, &DetailsPanel::update);
    connect(&m_console.session(), &ChangeSession::checkedChanged, this, &DetailsPanel::update);
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &DetailsPanel::update);
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    update();
}

void DetailsPanel::update()
{
    if (!isVisible()) {
        return;
    }
    const Place &place = m_console.place();
    if (!place.object.isEmpty()) {
        m_title->setText(base::show(place.object));
        const std::vector<Fact> facts = factsOfObject(place.object);
        m_facts->setFacts(facts);
        addDependents(place.object, facts);
    } else if (place.statement > 0) {
        m_title->setText(base::show(titleOf(place)));
        m_facts->setFacts(factsOfStatement(place.file, place.statement));
    } else {
        m_title->setText(tr("Nothing is selected"));
        m_facts->setFacts({{{}, tr("Select an object on Compare, or a statement on Migration."), Token::TextMuted}});
    }
}

QString DetailsPanel::text() const
{
    return m_title->text() + u'\n' + m_facts->text();
}

namespace {

const schema::Object *objectCalled(const QString &path, const schema::Schema &side)
{
    for (const schema::Object &object : side.objects) {
        const schema::ObjectId id = schema::idOf(object);
        // Comparing the last part first saves building every path.
        if (path.endsWith(id.name) && id.path() == path) {
            return &object;
        }
    }
    return nullptr;
}

/// Who owns it and what hangs on it, on both sides.
std::vector<Fact> dependentFacts(const app::SchemaComparison &comparison, const QString &path)
{
    constexpr std::size_t mostNamed = 12;
    const schema::Object *before = objectCalled(path, comparison.from.schema);
    const schema::Object *after = objectCalled(path, comparison.to.schema);
    const schema::Object *any = after != nullptr ? after : before;
    std::vector<Fact> facts;
    if (any == nullptr) {
        return facts;
    }
    const QString owner = ownerNameOf(*any);
    const QString ownerBefore = before != nullptr ? ownerNameOf(*before) : owner;
    if (!owner.isEmpty() || !ownerBefore.isEmpty()) {
        //: who owns an object of a database; %1 now, %2 as proposed
        facts.push_back({DetailsPanel::tr("Owner"),
                         owner == ownerBefore ? owner : DetailsPanel::tr("%1, proposed: %2").arg(ownerBefore, owner)});
    }
    const schema::ObjectId id = schema::idOf(*any);
    const schema::ObjectId idBefore = before != nullptr ? schema::idOf(*before) : id;
    std::array<std::size_t, 2> counts{};
    for (const DependentsModel::Row &row : dependentsOf(comparison, idBefore, id)) {
        if (++counts[row.needsThis ? 0 : 1] > mostNamed) {
            continue;
        }
        QString text = titleOf(row.id.kind) + u' ' + shownName(row.id, true);
        if (!row.now) {
            text += u" · "_s + DetailsPanel::tr("only as proposed");
        } else if (!row.proposed) {
            text += u" · "_s + DetailsPanel::tr("now, no longer as proposed");
        }
        facts.push_back({row.needsThis ? DetailsPanel::tr("Needed by") : DetailsPanel::tr("Needs"), text});
    }
    std::ranges::stable_partition(facts, [](const Fact &fact) { return fact.label != DetailsPanel::tr("Needs"); });
    for (const std::size_t count : counts) {
        if (count > mostNamed) {
            facts.push_back({{}, DetailsPanel::tr("and %n more: see Dependents", nullptr, int(count - mostNamed))});
        }
    }
    return facts;
}

} // namespace

void DetailsPanel::addDependents(const QString &path, const std::vector<Fact> &facts)
{
    const auto comparison = m_console.comparison();
    if (!comparison) {
        return;
    }
    using Value = std::vector<Fact>;
    m_console.jobs().start<Value>(
        {u"details"_s, {}},
        [comparison, path](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return dependentFacts(*comparison, path);
        },
        this,
        [this, path, facts](Outcome<Value> outcome) {
            auto *found = std::get_if<0>(&outcome);
            if (found != nullptr && isVisible() && m_console.place().object == path) {
                std::vector<Fact> all = facts;
                all.insert(all.end(), found->begin(), found->end());
                m_facts->setFacts(all);
            }
        });
}

std::vector<Fact> DetailsPanel::factsOfObject(const QString &path) const
{
    std::vector<Fact> facts;
    const auto comparison = m_console.comparison();
    if (!comparison) {
        return facts;
    }
    const schema::Object *before = objectCalled(path, comparison->from.schema);
    const schema::Object *after = objectCalled(path, comparison->to.schema);
    if (const schema::Object *any = after != nullptr ? after : before) {
        facts.push_back({tr("Kind"), titleOf(schema::idOf(*any).kind)});
    }
    facts.push_back({tr("Now"), before ? tr("is in %1").arg(comparison->from.source)
                                       : tr("is not in %1").arg(comparison->from.source)});
    facts.push_back({tr("Proposed"), after ? tr("is in %1").arg(comparison->to.source)
                                           : tr("is not in %1").arg(comparison->to.source)});
    for (const diff::Difference &difference : comparison->plan.comparison.differences) {
        const bool own = difference.id.path() == path || difference.before.path() == path;
        const bool part = schema::isPartOfRelation(difference.id.kind) && difference.id.parentId().path() == path;
        if (!own && !part) {
            continue;
        }
        const StatusLook look = lookOf(difference.change);
        QStringList names;
        for (const diff::Property &property : difference.properties) {
            names << propertyTitle(property.name);
        }
        //: %1 a status such as “Changed”, %2 a kind such as “Column”, %3 the name of an object
        facts.push_back({tr("Differs"),
                         tr("%1: %2 %3").arg(look.word, titleOf(difference.id.kind), shownName(difference.id)) +
                             (names.isEmpty() ? QString() : u" ("_s + names.join(u", "_s) + u')'),
                         look.token});
    }
    addSize(path, facts);
    if (const int comments = openComments(path, {}, 0); comments > 0) {
        facts.push_back({tr("Comments"), tr("%n open", nullptr, comments)});
    }
    return facts;
}

void DetailsPanel::addSize(const QString &path, std::vector<Fact> &facts) const
{
    const auto checked = m_console.session().checked();
    if (!checked || !checked->report.production) {
        return;
    }
    const auto found = checked->report.production->relations.find(path);
    if (found == checked->report.production->relations.end()) {
        return;
    }
    if (found->second.rows) {
        const QString rows = localText(*found->second.rows);
        facts.push_back(
            {tr("In production"), found->second.rowsExact ? tr("%1 rows").arg(rows) : tr("about %1 rows").arg(rows)});
    }
    if (found->second.bytes) {
        facts.push_back({tr("In production"), withPlainSpaces(QLocale().formattedDataSize(*found->second.bytes))});
    }
}

std::vector<Fact> DetailsPanel::factsOfStatement(const QString &file, int statement) const
{
    std::vector<Fact> facts;
    facts.push_back({tr("Text"), m_console.place().line});
    const ChangeSession &session = m_console.session();
    const auto checked = session.checked();
    const bool current = checked && session.reportIsCurrent() && checked->report.migrationPath == file;
    if (!current) {
        facts.push_back({tr("Rehearsal"), tr("Not rehearsed"), Token::Unknown});
    } else if (const auto &runs = checked->report.rehearsal.statements; statement <= int(runs.size())) {
        const rehearsal::StatementRun &run = runs[std::size_t(statement - 1)];
        const Look look = lookOf(run.outcome);
        facts.push_back(
            {tr("Rehearsal"),
             run.outcome == rehearsal::Outcome::Ok ? tr("Ran in %1").arg(durationText(run.duration)) : look.word,
             look.token});
        for (const diff::Difference &effect : run.effects) {
            facts.push_back(
                {tr("Effect"),
                 tr("%1: %2 %3").arg(lookOf(effect.change).word, titleOf(effect.id.kind), shownName(effect.id, true))});
            addSize(effect.id.parent.isEmpty() ? effect.id.path() : effect.id.parentId().path(), facts);
        }
        for (const rehearsal::Lock &lock : run.locks) {
            //: %1 lock mode, %2 table
            facts.push_back({tr("Lock"), tr("%1 on %2").arg(lock.mode, lock.object)});
        }
        for (const checks::Finding &finding : checked->report.findings) {
            if (finding.statement == statement) {
                const Look severity = lookOf(finding.severity);
                facts.push_back({severity.word, finding.rule + u": "_s + finding.message.translated(), severity.token});
            }
        }
    }
    if (const int comments = openComments({}, file, statement); comments > 0) {
        facts.push_back({tr("Comments"), tr("%n open", nullptr, comments)});
    }
    return facts;
}

int DetailsPanel::openComments(const QString &object, const QString &file, int statement) const
{
    const app::ReviewedChange *change = m_console.session().change();
    if (change == nullptr) {
        return 0;
    }
    if (!object.isEmpty()) {
        return int(std::ranges::count_if(change->evaluation.comments, [&object](const review::CommentView &comment) {
            return !comment.resolved && comment.anchor.object == object;
        }));
    }
    // Statements are counted where the revision under review has them; the page itself follows them into edited files.
    const auto path = std::ranges::find(change->files, file.toUtf8(), &review::MigrationFile::path);
    const review::RevisionRecord *latest = change->record.latest();
    if (path == change->files.end() || latest == nullptr) {
        return 0;
    }
    const auto described = std::ranges::find(latest->manifest.files, path->path, &review::ManifestFile::path);
    return int(std::ranges::count_if(change->evaluation.comments, [&](const review::CommentView &comment) {
        return !comment.resolved && described != latest->manifest.files.end() &&
               comment.anchor.file == described->sha256 && comment.anchor.statement == statement;
    }));
}

} // namespace countersign::gui
