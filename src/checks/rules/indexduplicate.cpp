#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// An index or the index behind a key constraint.
struct Access {
    QString name;
    std::vector<schema::IndexKey> keys;
    QString method;
    QString predicate;
    bool unique = false;
    bool isNew = false;
};

QString normal(const QString &method)
{
    const QString lower = method.toLower();
    return lower.isEmpty() ? u"btree"_s : lower;
}

std::vector<Access> accessesOf(const schema::Table &table, const QString &except)
{
    std::vector<Access> out;
    for (const schema::Index &index : table.indexes) {
        if (index.name != except) {
            out.push_back(
                {index.name, index.keys, normal(index.method), index.predicate.text.simplified(), index.unique, false});
        }
    }
    for (const schema::Constraint &constraint : table.constraints) {
        if (constraint.kind == schema::ConstraintKind::PrimaryKey ||
            constraint.kind == schema::ConstraintKind::Unique) {
            out.push_back({nameOrKind(constraint), constraint.keys, normal(constraint.method), {}, true, false});
        }
    }
    return out;
}

bool isPrefix(const std::vector<schema::IndexKey> &shorter, const std::vector<schema::IndexKey> &longer)
{
    return shorter.size() < longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

bool alsoAdded(const CheckContext &context, const schema::Table &table, const QString &name)
{
    return std::ranges::any_of(
        newIndexes(context), [&](const NewIndex &index) { return index.table == &table && index.index->name == name; });
}

void duplicates(const CheckContext &context, Findings &findings)
{
    for (const NewIndex &added : newIndexes(context)) {
        for (const Access &other : accessesOf(*added.table, added.index->name)) {
            const bool same = other.keys == added.index->keys && other.method == normal(added.index->method) &&
                              other.predicate == added.index->predicate.text.simplified() &&
                              (other.unique || !added.index->unique);
            // Of two equal new ones only the later is one too many.
            const bool bothNew = alsoAdded(context, *added.table, other.name) && other.name > added.index->name;
            if (same && !bothNew) {
                findings.findings.push_back(
                    finding(Severity::Warning, added.statement, added.table->id().path() + u'.' + added.index->name,
                            say("Finding", "%1 is equal to %2: every write pays for both, no query gains.")
                                .arg(added.index->name, other.name),
                            say("Finding", "Leave it out."),
                            u"DROP INDEX %1%2"_s.arg(
                                context.dialect().qualified(added.table->schema, added.index->name),
                                context.isMySqlFamily() ? u" ON "_s + sqlName(context, *added.table) : QString())));
                break;
            }
        }
    }
}

void redundant(const CheckContext &context, Findings &findings)
{
    for (const NewIndex &added : newIndexes(context)) {
        const schema::Index &index = *added.index;
        if (!index.predicate.isEmpty() || normal(index.method) != "btree"_L1) {
            continue;
        }
        const QString path = added.table->id().path() + u'.' + index.name;
        for (const Access &other : accessesOf(*added.table, index.name)) {
            if (other.method != "btree"_L1 || !other.predicate.isEmpty()) {
                continue;
            }
            if (!index.unique && isPrefix(index.keys, other.keys)) {
                findings.findings.push_back(
                    finding(Severity::Warning, added.statement, path,
                            say("Finding", "%1 is the beginning of %2, which serves the same queries.")
                                .arg(index.name, other.name),
                            say("Finding", "Leave it out."),
                            u"DROP INDEX %1%2"_s.arg(
                                context.dialect().qualified(added.table->schema, index.name),
                                context.isMySqlFamily() ? u" ON "_s + sqlName(context, *added.table) : QString())));
                break;
            } else if (!other.unique && isPrefix(other.keys, index.keys)) {
                findings.findings.push_back(finding(
                    Severity::Info, added.statement, path,
                    say("Finding", "%1 is now the beginning of %2 and serves no query that the new one does not.")
                        .arg(other.name, index.name),
                    say("Finding", "Drop the shorter one when the new one is built.")));
            }
        }
    }
}

} // namespace

Rule indexDuplicate()
{
    return {u"index-duplicate"_s, everyEngine(), say("Finding", "A new index equals an existing one."),
            Severity::Warning, duplicates};
}

Rule indexRedundant()
{
    return {u"index-redundant"_s, everyEngine(), say("Finding", "An index is the beginning of another one."),
            Severity::Warning, redundant};
}

} // namespace countersign::checks::rules
