#include "rehearsal/observedrenames.h"

#include "diff/renames.h"
#include "sql/tokens.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using diff::Rename;
using schema::ObjectKind;
using schema::Schema;

namespace {

/// The significant tokens of a statement: words as they are, in upper case where they stand unquoted, and as names.
struct Words {
    QStringList upper; ///< empty for quoted names
    QStringList names;
};

Words wordsOf(const QString &sql, const sql::Dialect &dialect)
{
    Words words;
    for (const sql::Token &token : sql::significantTokens(sql, dialect)) {
        const bool word = token.kind == sql::TokenKind::Word;
        words.upper << (word ? token.in(sql).toString().toUpper() : QString());
        words.names << (word || token.kind == sql::TokenKind::QuotedIdentifier
                            ? sql::identifierText(token, sql, dialect)
                            : QString());
    }
    return words;
}

/// RENAME [COLUMN] a TO b, CHANGE [COLUMN] a b: pairs of names, of columns if the effects say so.
std::vector<std::pair<QString, QString>> saidColumns(const Words &words, bool mysql)
{
    std::vector<std::pair<QString, QString>> said;
    for (qsizetype i = 0; i < words.upper.size(); ++i) {
        const bool change = mysql && words.upper.at(i) == u"CHANGE";
        if (!change && words.upper.at(i) != u"RENAME") {
            continue;
        }
        const qsizetype from = i + (words.upper.value(i + 1) == u"COLUMN" ? 2 : 1);
        const qsizetype to = from + (change ? 1 : 2);
        if (change || words.upper.value(from + 1) == u"TO") {
            said.emplace_back(words.names.value(from), words.names.value(to));
        }
    }
    return said;
}

bool hasEffect(const std::vector<Difference> &effects, Change change, const schema::ObjectId &id)
{
    return std::ranges::any_of(effects,
                               [&](const Difference &effect) { return effect.change == change && effect.id == id; });
}

std::vector<Rename> columnsRenamed(const StatementRun &run, const Words &words, bool mysql)
{
    std::vector<Rename> renames;
    for (const auto &[from, to] : saidColumns(words, mysql)) {
        for (const Difference &effect : run.effects) {
            if (effect.change != Change::Removed || effect.id.kind != ObjectKind::Column ||
                effect.id.name.compare(from, Qt::CaseInsensitive) != 0) {
                continue;
            }
            schema::ObjectId now = effect.id;
            for (const Difference &other : run.effects) {
                const bool here = other.id.schema == now.schema && other.id.parent == now.parent;
                if (here && other.id.kind == ObjectKind::Column &&
                    other.id.name.compare(to, Qt::CaseInsensitive) == 0) {
                    now.name = other.id.name;
                }
            }
            if (now != effect.id && hasEffect(run.effects, Change::Added, now)) {
                renames.push_back({effect.id, now});
            }
        }
    }
    return renames;
}

QStringList columnNames(const schema::Table *table)
{
    QStringList names;
    if (table != nullptr) {
        for (const schema::Column &column : table->columns) {
            names << column.name;
        }
    }
    return names;
}

std::vector<Rename> tablesRenamed(const StatementRun &run, const Schema &before, const Schema &after)
{
    std::vector<Rename> renames;
    for (const Difference &gone : run.effects) {
        if (gone.change != Change::Removed || gone.id.kind != ObjectKind::Table) {
            continue;
        }
        const QStringList columns = columnNames(before.findTable(gone.id.schema, gone.id.name));
        std::vector<schema::ObjectId> alike;
        for (const Difference &come : run.effects) {
            if (come.change == Change::Added && come.id.kind == ObjectKind::Table &&
                columnNames(after.findTable(come.id.schema, come.id.name)) == columns) {
                alike.push_back(come.id);
            }
        }
        if (alike.size() == 1) {
            renames.push_back({gone.id, alike.front()});
        }
    }
    return renames;
}

} // namespace

bool isThere(const Schema &schema, const schema::ObjectId &id)
{
    if (id.kind != ObjectKind::Column) {
        return schema.find(id) != nullptr;
    }
    return columnNames(schema.findTable(id.schema, id.parent)).contains(id.name);
}

std::vector<Rename> observedRenames(const Rehearsal &trail)
{
    std::vector<Rename> renames;
    const sql::Dialect dialect = sql::dialectOf(trail.base->engine);
    const bool mysql = schema::isMySqlFamily(trail.base->engine);
    const Schema *before = trail.base.get();
    Schema traced = *trail.base; // what was made on the way and renamed is nothing that the base has
    for (const StatementRun &run : trail.statements) {
        if (!run.after) {
            continue;
        }
        if (!run.effects.empty()) {
            const Words words = wordsOf(run.sql, dialect);
            std::vector<Rename> found;
            if (words.upper.contains(u"RENAME"_s)) {
                found = tablesRenamed(run, *before, *run.after);
            }
            std::ranges::move(columnsRenamed(run, words, mysql), std::back_inserter(found));
            for (const Rename &rename : found) {
                if (!diff::applyRenames(traced, {rename}).empty()) {
                    renames.push_back(rename);
                }
            }
        }
        before = run.after.get();
    }
    return renames;
}

std::vector<Rename> undone(const std::vector<Rename> &renames)
{
    std::vector<Rename> back;
    for (auto rename = renames.rbegin(); rename != renames.rend(); ++rename) {
        back.push_back({rename->to, rename->from});
    }
    return back;
}

std::vector<LabelRename> observedLabels(const Rehearsal &trail)
{
    std::vector<LabelRename> renames;
    const Schema *before = trail.base.get();
    for (const StatementRun &run : trail.statements) {
        for (const Difference &effect : run.effects) {
            const schema::Object *then = before->find(effect.id);
            const schema::Object *now = run.after ? run.after->find(effect.id) : nullptr;
            const auto *was = then != nullptr ? std::get_if<schema::Type>(then) : nullptr;
            const auto *is = now != nullptr ? std::get_if<schema::Type>(now) : nullptr;
            if (was == nullptr || is == nullptr || was->labels.size() != is->labels.size()) {
                continue;
            }
            const auto [from, to] = std::ranges::mismatch(was->labels, is->labels);
            if (from != was->labels.end() && std::equal(from + 1, was->labels.end(), to + 1) &&
                run.sql.contains(u"RENAME"_s, Qt::CaseInsensitive)) {
                renames.push_back({effect.id, *from, *to});
            }
        }
        before = run.after ? run.after.get() : before;
    }
    return renames;
}

std::vector<LabelRename> undone(const std::vector<LabelRename> &renames)
{
    std::vector<LabelRename> back;
    for (auto rename = renames.rbegin(); rename != renames.rend(); ++rename) {
        back.push_back({rename->type, rename->to, rename->from});
    }
    return back;
}

bool applyLabel(Schema &schema, const LabelRename &rename, const Schema &wanted)
{
    const schema::Object *target = wanted.find(rename.type);
    const auto *type = target != nullptr ? std::get_if<schema::Type>(target) : nullptr;
    for (schema::Object &object : schema.objects) {
        auto *here = schema::idOf(object) == rename.type ? std::get_if<schema::Type>(&object) : nullptr;
        if (here != nullptr && type != nullptr && here->labels.contains(rename.from) &&
            !here->labels.contains(rename.to) && type->labels.contains(rename.to)) {
            here->labels.replace(here->labels.indexOf(rename.from), rename.to);
            return true;
        }
    }
    return false;
}

QString newNameOf(const QString &table, const QString &sql, const sql::Dialect &dialect)
{
    const Words words = wordsOf(sql, dialect);
    const Qt::CaseSensitivity sensitivity =
        dialect.engine == schema::EngineKind::PostgreSql ? Qt::CaseSensitive : Qt::CaseInsensitive;
    // Without a namespace in front of the new name: that of the old one stays.
    const bool alters = words.upper.value(0) == u"ALTER" && words.upper.value(1) == u"TABLE";
    const bool renames = words.upper.value(0) == u"RENAME" && words.upper.value(1) == u"TABLE";
    QString last; // name before RENAME or TO, the namespace left out
    for (qsizetype i = 2; i + 1 < words.upper.size(); ++i) {
        const bool here = last.compare(table, sensitivity) == 0 && !last.isEmpty();
        if (here && alters && words.upper.at(i) == u"RENAME" && words.upper.at(i + 1) == u"TO") {
            return words.names.value(i + 2);
        }
        if (here && renames && words.upper.at(i) == u"TO") {
            return words.names.at(i + 1);
        }
        last = words.names.at(i).isEmpty() ? last : words.names.at(i);
    }
    return {};
}

Schema underOldNames(const Schema &schema, const std::vector<Rename> &renames)
{
    Schema old = schema;
    for (auto rename = renames.rbegin(); rename != renames.rend(); ++rename) {
        if (isThere(old, rename->to) && !isThere(old, rename->from)) {
            static_cast<void>(diff::applyRenames(old, {{rename->to, rename->from}}));
        }
    }
    return old;
}

Rehearsal underOldNames(const Rehearsal &trail, const std::vector<Rename> &renames)
{
    Rehearsal old = trail;
    const Schema *before = old.base.get();
    for (StatementRun &run : old.statements) {
        if (run.after) {
            run.after = std::make_shared<const Schema>(underOldNames(*run.after, renames));
            run.effects = run.effects.empty() ? run.effects : diff::compare(*before, *run.after, {}).differences;
            before = run.after.get();
        }
    }
    return old;
}

} // namespace countersign::rehearsal
