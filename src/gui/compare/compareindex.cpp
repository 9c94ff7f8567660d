#include "gui/compare/compareindex.h"

#include "app/objectddl.h"
#include "base/digest.h"

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
        return u" col:"_s;
    case ObjectKind::Index:
        return u" idx:"_s;
    default:
        return u" part:"_s;
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
            own << property.name;
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

CompareIndex buildIndex(const app::SchemaComparison &comparison)
{
    const std::vector<diff::Difference> &differences = comparison.plan.comparison.differences;
    std::set<int> destructive;
    for (const engine::Step &step : comparison.plan.forward) {
        if (step.destructive) {
            destructive.insert(step.differences.begin(), step.differences.end());
        }
    }
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
        entry.losesData = entry.losesData || destructive.contains(int(i));
    }
    addNotCompared(comparison, byOwner);
    CompareIndex index;
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
        entry.search = entry.name.toLower() + u" kind:"_s + schema::nameOf(entry.id.kind) + u" status:"_s +
                       lookOf(entry.status).word.toLower();
        QByteArray content = entry.name.toUtf8();
        for (const int i : entry.differences) {
            const diff::Difference &difference = differences[std::size_t(i)];
            entry.search += partPrefix(difference.id.kind) + difference.id.name.toLower();
            content += diff::nameOf(difference.change).toUtf8() + difference.id.path().toUtf8();
            for (const diff::Property &property : difference.properties) {
                content += '\n' + property.name.toUtf8() + '\t' + property.from.toUtf8() + '\t' + property.to.toUtf8();
            }
        }
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
        const QString prefix = term.first(colon + 1);
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

} // namespace countersign::gui
