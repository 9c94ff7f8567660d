#include "gui/compare/compareindex.h"

#include "app/objectddl.h"
#include "base/digest.h"
#include "base/show.h"
#include "gui/compare/propertywords.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace countersign::gui {

using namespace Qt::StringLiterals;
using schema::ObjectKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CompareIndex)
};

schema::ObjectId ownerId(const schema::Schema &schema, const schema::ObjectId &id)
{
    if (!schema::isPartOfRelation(id.kind) || id.parent.isEmpty()) {
        return id;
    }
    const schema::Object *owner = app::ownerOf(schema, id);
    return owner != nullptr ? schema::idOf(*owner) : id.parentId();
}

ObjectStatus statusOf(diff::Change change)
{
    switch (change) {
    case diff::Change::Added:
        return ObjectStatus::Added;
    case diff::Change::Removed:
        return ObjectStatus::Removed;
    case diff::Change::Altered:
        return ObjectStatus::Changed;
    case diff::Change::Renamed:
        return ObjectStatus::Renamed;
    }
    Q_UNREACHABLE_RETURN(ObjectStatus::Unknown);
}

QString partPrefix(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Column:
        return u" COL:"_s;
    case ObjectKind::Index:
        return u" IDX:"_s;
    default:
        return u" PART:"_s;
    }
}

QString counted(ObjectKind kind, int count)
{
    switch (kind) {
    case ObjectKind::Column:
        return Text::tr("%n column(s)", nullptr, count);
    case ObjectKind::Index:
        return Text::tr("%n index(es)", nullptr, count);
    case ObjectKind::Constraint:
        return Text::tr("%n constraint(s)", nullptr, count);
    case ObjectKind::Trigger:
        return Text::tr("%n trigger(s)", nullptr, count);
    default:
        return Text::tr("%n other part(s)", nullptr, count);
    }
}

/// "4 columns, 1 index"; or the attributes when the object itself is altered.
QString summaryOf(const ObjectEntry &entry, const std::vector<diff::Difference> &differences)
{
    if (entry.status == ObjectStatus::Added) {
        return Text::tr("new");
    }
    if (entry.status == ObjectStatus::Unknown) {
        return entry.partlyRead;
    }
    if (entry.status == ObjectStatus::Removed) {
        return entry.losesData ? Text::tr("dropped, with its data") : Text::tr("dropped");
    }
    std::map<ObjectKind, int> parts;
    QStringList own;
    for (const int index : entry.differences) {
        const diff::Difference &difference = differences[std::size_t(index)];
        if (schema::isPartOfRelation(difference.id.kind)) {
            ++parts[difference.id.kind];
            continue;
        }
        for (const diff::Property &property : difference.properties) {
            own << propertyTitle(property.name);
        }
        if (difference.change == diff::Change::Renamed) {
            own << Text::tr("was %1").arg(difference.before.path());
        }
    }
    QStringList words;
    for (const auto &[kind, count] : parts) {
        words << counted(kind, count);
    }
    if (!entry.partlyRead.isEmpty()) {
        //: %1 is the reason
        own << Text::tr("partly not compared: %1").arg(entry.partlyRead);
    }
    return (words + own).join(u", "_s);
}

void addSame(CompareIndex &index, const schema::Schema &schema, const std::set<schema::ObjectId> &seen)
{
    for (const schema::Object &object : schema.objects) {
        const schema::ObjectId id = schema::idOf(object);
        if (!seen.contains(id)) {
            ObjectEntry entry;
            entry.id = entry.before = id;
            entry.status = ObjectStatus::Same;
            index.entries.push_back(std::move(entry));
        }
    }
}

} // namespace

StatusLook lookOf(ObjectStatus status)
{
    switch (status) {
    case ObjectStatus::Changed:
        return {Text::tr("Changed"), Glyph::Changed, Token::ChangedMark};
    case ObjectStatus::Added:
        return {Text::tr("Added"), Glyph::Added, Token::AddedMark};
    case ObjectStatus::Removed:
        return {Text::tr("Removed"), Glyph::Removed, Token::RemovedMark};
    case ObjectStatus::Renamed:
        return {Text::tr("Renamed"), Glyph::Renamed, Token::RenamedMark};
    case ObjectStatus::Same:
        return {Text::tr("Same"), Glyph::Same, Token::SameMark};
    case ObjectStatus::Unknown:
        return {Text::tr("Cannot tell"), Glyph::Question, Token::Unknown};
    }
    Q_UNREACHABLE_RETURN({});
}

StatusLook lookOf(diff::Change change)
{
    return lookOf(statusOf(change));
}

QString titleOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Table:
        return Text::tr("Table");
    case ObjectKind::View:
        return Text::tr("View");
    case ObjectKind::MaterializedView:
        return Text::tr("Materialized view");
    case ObjectKind::Index:
        return Text::tr("Index");
    case ObjectKind::Column:
        return Text::tr("Column");
    case ObjectKind::Constraint:
        return Text::tr("Constraint");
    case ObjectKind::Trigger:
        return Text::tr("Trigger");
    case ObjectKind::Routine:
        return Text::tr("Routine");
    case ObjectKind::Sequence:
        return Text::tr("Sequence");
    case ObjectKind::Type:
        return Text::tr("Type");
    case ObjectKind::Namespace:
        return Text::tr("Schema");
    case ObjectKind::Extension:
        return Text::tr("Extension");
    default: {
        QString name = schema::nameOf(kind).replace(u'-', u' ');
        return name.front().toUpper() + name.sliced(1);
    }
    }
}

QString shownName(const schema::ObjectId &id, bool whole)
{
    QString text = base::show(whole ? id.path() : id.name);
    if (id.kind == ObjectKind::Constraint && text.contains(u'(')) {
        text.replace(u"( "_s, u"("_s);
        text.replace(u" )"_s, u")"_s);
        text.replace(u" ,"_s, u","_s);
    }
    return text;
}

QString pluralTitleOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Table:
        return Text::tr("Tables");
    case ObjectKind::View:
        return Text::tr("Views");
    case ObjectKind::MaterializedView:
        return Text::tr("Materialized views");
    case ObjectKind::Index:
        return Text::tr("Indexes");
    case ObjectKind::Trigger:
        return Text::tr("Triggers");
    case ObjectKind::Routine:
        return Text::tr("Routines");
    case ObjectKind::Sequence:
        return Text::tr("Sequences");
    case ObjectKind::Type:
        return Text::tr("Types");
    case ObjectKind::Namespace:
        return Text::tr("Schemas");
    case ObjectKind::Extension:
        return Text::tr("Extensions");
    default:
        return titleOf(kind);
    }
}

namespace {

/// Objects about which a comparison can say nothing are rows of their own, or mark the object they are a part of.
void addNotCompared(const app::SchemaComparison &comparison, std::map<schema::ObjectId, ObjectEntry> &byOwner)
{
    for (const schema::NotCompared &one : comparison.plan.comparison.notCompared) {
        schema::ObjectId owner = ownerId(comparison.to.schema, one.id);
        const bool known = byOwner.contains(owner);
        ObjectEntry &entry = byOwner[owner];
        if (!known) {
            entry.id = entry.before = owner;
            entry.status = ObjectStatus::Unknown;
        }
        if (!entry.partlyRead.contains(one.reason)) {
            entry.partlyRead += (entry.partlyRead.isEmpty() ? QString() : u"; "_s) + one.reason;
        }
    }
}

} // namespace

namespace {

EffectWords worstEffect(const std::vector<app::StepEffect> &stepEffects, const std::vector<int> &steps)
{
    const rehearsal::Lock *worst = nullptr;
    // What makes others wait comes first: a scan that blocks nobody is harmless beside a short lock that does.
    const auto badness = [](const rehearsal::Lock &lock) {
        return std::tuple(lock.rewritesTable && lock.blocksWrites, lock.scansTable && lock.blocksWrites,
                          lock.blocksReads, lock.blocksWrites, lock.rewritesTable, lock.scansTable);
    };
    bool onlyNew = !steps.empty();
    bool byHand = false;
    bool unknown = false;
    bool losesData = false;
    for (const int step : steps) {
        const app::StepEffect &effect = stepEffects[std::size_t(step)];
        for (const rehearsal::Lock &lock : effect.locks) {
            worst = worst == nullptr || badness(*worst) < badness(lock) ? &lock : worst;
        }
        onlyNew = onlyNew && effect.onlyNew;
        byHand = byHand || effect.byHand;
        unknown = unknown || effect.unknown();
        losesData = losesData || effect.losesData;
    }
    QStringList words;
    if (losesData) {
        words << Text::tr("loses data");
    }
    if (byHand) {
        words << Text::tr("needs a person");
    }
    if (worst != nullptr) {
        words << (worst->rewritesTable ? Text::tr("rewrites the table")
                  : worst->scansTable  ? Text::tr("reads the whole table")
                                       : Text::tr("catalog only"));
        words << (worst->blocksReads    ? Text::tr("blocks reads and writes")
                  : worst->blocksWrites ? Text::tr("blocks writes")
                                        : Text::tr("blocks nobody"));
    } else if (onlyNew) {
        words << Text::tr("blocks nobody");
    } else if (unknown) {
        words << Text::tr("lock unknown");
    }
    const bool heavy = worst != nullptr && (worst->rewritesTable || worst->scansTable) && worst->blocksWrites;
    return {words.join(u", "_s), losesData ? Token::Critical : heavy ? Token::High : Token::TextMuted};
}

/// Which statements serve which difference, and what they do.
void addEffects(const app::SchemaComparison &comparison, CompareIndex &index)
{
    index.stepEffects = app::stepEffects(comparison);
    index.stepsOf.resize(comparison.plan.comparison.differences.size());
    for (std::size_t step = 0; step < comparison.plan.forward.size(); ++step) {
        for (const int difference : comparison.plan.forward[step].differences) {
            index.stepsOf[std::size_t(difference)].push_back(int(step));
        }
    }
}

} // namespace

EffectWords CompareIndex::effectOf(const std::vector<int> &steps) const
{
    return worstEffect(stepEffects, steps);
}

CompareIndex buildIndex(const app::SchemaComparison &comparison)
{
    const std::vector<diff::Difference> &differences = comparison.plan.comparison.differences;
    CompareIndex index;
    addEffects(comparison, index);
    std::map<schema::ObjectId, ObjectEntry> byOwner;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const diff::Difference &difference = differences[i];
        const bool removed = difference.change == diff::Change::Removed;
        const schema::ObjectId owner = ownerId(removed ? comparison.from.schema : comparison.to.schema, difference.id);
        ObjectEntry &entry = byOwner[owner];
        entry.id = owner;
        if (entry.differences.empty()) {
            entry.before = owner;
            entry.status = ObjectStatus::Changed;
        }
        if (difference.id == owner) {
            entry.status = statusOf(difference.change);
            entry.before = difference.before;
        }
        entry.differences.push_back(int(i));
        entry.losesData = entry.losesData || std::ranges::any_of(index.stepsOf[i], [&](int step) {
                              return index.stepEffects[std::size_t(step)].losesData;
                          });
    }
    addNotCompared(comparison, byOwner);
    std::set<schema::ObjectId> seen;
    for (auto &[owner, entry] : byOwner) {
        seen.insert(entry.id);
        seen.insert(entry.before);
        index.entries.push_back(std::move(entry));
    }
    addSame(index, comparison.to.schema, seen);
    for (ObjectEntry &entry : index.entries) {
        entry.name = entry.id.path();
        entry.summary = entry.status == ObjectStatus::Same ? QString() : summaryOf(entry, differences);
        entry.search = entry.name.toLower() + u" KIND:"_s + schema::nameOf(entry.id.kind) + u" STATUS:"_s +
                       lookOf(entry.status).word.toLower();
        QByteArray content = entry.name.toUtf8();
        std::vector<int> steps;
        for (const int i : entry.differences) {
            const diff::Difference &difference = differences[std::size_t(i)];
            steps.insert(steps.end(), index.stepsOf[std::size_t(i)].begin(), index.stepsOf[std::size_t(i)].end());
            entry.search += partPrefix(difference.id.kind) + difference.id.name.toLower();
            if (difference.id != entry.id) {
                entry.parts.push_back(difference.id);
            }
            content += diff::nameOf(difference.change).toUtf8() + difference.id.path().toUtf8();
            for (const diff::Property &property : difference.properties) {
                content += '\n' + property.name.toUtf8() + '\t' + property.from.toUtf8() + '\t' + property.to.toUtf8();
            }
        }
        entry.effect = index.effectOf(steps);
        entry.digest = base::sha256(content).first(8).toHex();
        entry.mark = schema::nameOf(entry.id.kind) + u' ' + entry.name + u'#' + QString::fromLatin1(entry.digest);
        ++index.counts[std::size_t(entry.status)];
    }
    std::ranges::stable_sort(index.entries, [](const ObjectEntry &a, const ObjectEntry &b) {
        return std::tuple(a.id.kind, !a.losesData, a.name) < std::tuple(b.id.kind, !b.losesData, b.name);
    });
    index.suppressed = int(comparison.plan.comparison.suppressed.size());
    return index;
}

bool matches(const ObjectEntry &entry, const QStringList &terms)
{
    return std::ranges::all_of(terms, [&](const QString &term) {
        const qsizetype colon = term.indexOf(u':');
        if (colon < 0) {
            return entry.search.contains(term);
        }
        // "col:stat" finds every column that contains "stat", not only those that begin with it.
        const QString prefix = term.first(colon + 1).toUpper();
        const QString rest = term.sliced(colon + 1);
        for (qsizetype at = entry.search.indexOf(prefix); at >= 0; at = entry.search.indexOf(prefix, at + 1)) {
            const qsizetype begin = at + prefix.size();
            const qsizetype space = entry.search.indexOf(u' ', begin);
            if (entry.search.mid(begin, space < 0 ? -1 : space - begin).contains(rest)) {
                return true;
            }
        }
        return false;
    });
}

QStringList matchedParts(const ObjectEntry &entry, const QStringList &terms)
{
    QStringList met;
    const QString name = entry.name.toLower();
    for (const QString &term : terms) {
        const qsizetype colon = term.indexOf(u':');
        const QString prefix = colon < 0 ? QString() : u' ' + term.first(colon + 1).toUpper();
        const QString rest = term.sliced(colon + 1);
        if (rest.isEmpty() || (colon < 0 && name.contains(rest))) {
            continue;
        }
        for (const schema::ObjectId &part : entry.parts) {
            const bool kind = prefix.isEmpty() || partPrefix(part.kind) == prefix;
            if (const QString words = titleOf(part.kind) + u' ' + shownName(part);
                kind && part.name.contains(rest, Qt::CaseInsensitive) && !met.contains(words)) {
                met << words;
            }
        }
    }
    return met;
}

} // namespace countersign::gui
