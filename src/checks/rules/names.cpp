#include "checks/rules/rules.h"
#include "checks/rules/support.h"
#include "sql/reservedwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool isPluralPair(const QString &a, const QString &b)
{
    const auto singular = [](QString name) {
        for (const QString &ending : {u"ies"_s, u"es"_s, u"s"_s}) {
            if (name.endsWith(ending)) {
                name.chop(ending.size());
                break;
            }
        }
        return name.endsWith(u'y') ? name.chopped(1) : name.endsWith(u'e') ? name.chopped(1) : name;
    };
    return singular(a) == singular(b);
}

QString withoutDigits(QString name)
{
    while (!name.isEmpty() && (name.back().isDigit() || name.back() == u'_')) {
        name.chop(1);
    }
    return name;
}

/// Letters missing, doubled, swapped or, in a long word, replaced.
bool isMisspelt(const QString &a, const QString &b)
{
    QString x = a;
    QString y = b;
    std::ranges::sort(x);
    std::ranges::sort(y);
    // date and rate, cost and cast: short words of one length are other words, unless letters are swapped.
    if (a.size() == b.size() && a.size() < 5 && x != y) {
        return false;
    }
    const int allowed = std::min(a.size(), b.size()) >= 7 ? 2 : 1;
    return std::min(a.size(), b.size()) >= 3 && editDistance(a, b) <= allowed;
}

/// A near miss that is not one of the usual pairs.
bool isNearMiss(const QString &madeName, const QString &knownName)
{
    const QString made = madeName.toLower();
    const QString known = knownName.toLower();
    if (made == known || std::min(made.size(), known.size()) < 4) {
        return false;
    }
    const bool idPair =
        made == known + "_id"_L1 || known == made + "_id"_L1 || made == known + "id"_L1 || known == made + "id"_L1;
    if (idPair || withoutDigits(made) == withoutDigits(known) || isPluralPair(made, known)) {
        return false;
    }
    const QStringList words = made.split(u'_', Qt::SkipEmptyParts);
    const QStringList others = known.split(u'_', Qt::SkipEmptyParts);
    if (words.size() != others.size()) {
        return isMisspelt(made, known);
    }
    // created_at and created_by differ by two letters, but by a whole word: it is the words that are compared.
    bool misspelt = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == others[i]) {
            continue;
        }
        if (misspelt || isPluralPair(words[i], others[i]) || !isMisspelt(words[i], others[i])) {
            return false;
        }
        misspelt = true;
    }
    return misspelt;
}

/// Two neighbouring letters changed places, in a name long enough for that to be no other word: craeted_at, emial.
bool hasSwappedLetters(const QString &madeName, const QString &knownName)
{
    const QString made = madeName.toLower();
    const QString known = knownName.toLower();
    const auto [a, b] = std::ranges::mismatch(made, known);
    return made.size() == known.size() && made.size() >= 5 && made.end() - a >= 2 && a[0] == b[1] && a[1] == b[0] &&
           a[0] != a[1] && std::equal(a + 2, made.end(), b + 2);
}

/// Column names by the number of tables of the base that have them.
std::map<QString, int> columnUse(const schema::Schema &schema)
{
    std::map<QString, int> use;
    for (const schema::Table *table : tablesOf(schema)) {
        for (const schema::Column &column : table->columns) {
            ++use[column.name];
        }
    }
    return use;
}

void nearColumns(const CheckContext &context, Findings &findings)
{
    const std::map<QString, int> use = columnUse(context.base());
    QStringList queries = context.input().applicationSql == nullptr ? QStringList() : *context.input().applicationSql;
    for (const NewColumn &added : newColumns(context, true)) {
        const QString &name = added.column->name;
        if (use.contains(name)) {
            continue;
        }
        QString near;
        for (const schema::Column &sibling : added.table->columns) {
            // The siblings of a new table are as new as the name itself: which one is wrong cannot be told.
            const bool known = !added.tableIsNew && &sibling != added.column;
            near = known && isNearMiss(name, sibling.name) ? sibling.name : near;
        }
        // A sibling that the migration takes away counts as well: the new name may be meant to replace it.
        const schema::Table *old = context.resolve(context.base(), {added.table->schema, added.table->name});
        for (size_t i = 0; old != nullptr && near.isEmpty() && i < old->columns.size(); ++i) {
            near = isNearMiss(name, old->columns[i].name) ? old->columns[i].name : near;
        }
        for (const auto &[known, tables] : use) {
            const bool common = tables >= 3 || hasSwappedLetters(name, known);
            near = near.isEmpty() && common && isNearMiss(name, known) ? known : near;
        }
        if (near.isEmpty()) {
            continue;
        }
        const Step *step = context.step(added.statement);
        findings.findings.push_back(
            finding(Severity::Warning, added.statement, added.path(),
                    say("Finding", "The new column %1 is spelt almost like %2: a typo made permanent breaks everything "
                                   "that uses the right "
                                   "name.")
                        .arg(added.path(), near),
                    say("Finding", "If it is meant to be %1, write it so.").arg(near),
                    step == nullptr ? QString() : withReplaced(context, step->sql(), name, near)));
    }
}

/// What the application asks for, one letter beside the new name.
void nearQueries(const CheckContext &context, Findings &findings)
{
    if (context.input().applicationSql == nullptr) {
        return;
    }
    for (const NewColumn &added : newColumns(context, true)) {
        for (const QString &query : *context.input().applicationSql) {
            if (!mentions(context, query, added.table->name) || mentions(context, query, added.column->name)) {
                continue;
            }
            static const QRegularExpression word(u"[A-Za-z_][A-Za-z0-9_]*"_s);
            for (auto it = word.globalMatch(query); it.hasNext();) {
                const QString used = it.next().captured();
                if (findColumn(*added.table, used) != nullptr || !isNearMiss(added.column->name, used)) {
                    continue;
                }
                findings.findings.push_back(
                    finding(Severity::Warning, added.statement, added.path(),
                            say("Finding", "The new column %1 is spelt almost like %2, which the application uses.")
                                .arg(added.path(), used),
                            say("Finding", "Write it as the application does: %1.").arg(used)));
            }
        }
    }
}

void nearExisting(const CheckContext &context, Findings &findings)
{
    nearColumns(context, findings);
    nearQueries(context, findings);
    for (const TableChange &table : context.net().tables) {
        const bool renamed = table.altered() && table.before->name != table.after->name;
        if (!table.added() && !renamed) {
            continue;
        }
        for (const schema::Table *other : tablesOf(context.base())) {
            if (other->schema == table.after->schema &&
                context.resolve(context.result(), {other->schema, other->name}) != nullptr &&
                isNearMiss(table.after->name, other->name)) {
                const Step *step = context.step(table.statement);
                findings.findings.push_back(finding(
                    Severity::Warning, table.statement, table.path(),
                    say("Finding", "The new table %1 is spelt almost like %2.").arg(table.path(), other->id().path()),
                    say("Finding", "If it is meant to be the existing one, use that."),
                    step == nullptr ? QString() : withReplaced(context, step->sql(), table.after->name, other->name)));
            }
        }
    }
}

enum class CaseStyle : std::uint8_t { Snake, Camel, Other };

CaseStyle styleOf(const QString &name)
{
    static const QRegularExpression snake(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression camel(u"^[a-zA-Z]+[a-z0-9]*([A-Z][a-z0-9]*)+$"_s);
    return snake.match(name).hasMatch()   ? CaseStyle::Snake
           : camel.match(name).hasMatch() ? CaseStyle::Camel
                                          : CaseStyle::Other;
}

/// The style of more than half of the names, if there is one.
std::optional<CaseStyle> majority(const schema::Schema &schema)
{
    std::map<CaseStyle, int> counts;
    int all = 0;
    for (const schema::Table *table : tablesOf(schema)) {
        for (const schema::Column &column : table->columns) {
            ++counts[styleOf(column.name)];
            ++all;
        }
    }
    for (const auto &[style, count] : counts) {
        if (all >= 5 && count * 2 > all && style != CaseStyle::Other) {
            return style;
        }
    }
    return std::nullopt;
}

void checkStyle(const CheckContext &context, const QString &name, const QString &path, int statement,
                const std::optional<CaseStyle> &usual, Findings &findings)
{
    std::vector<Phrase> problems;
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    const bool folded = context.isPostgreSql() && name != name.toLower();
    if (!plain.match(name).hasMatch() || folded) {
        problems.push_back(say("Finding", "needs quoting everywhere"));
    } else if (sql::isReservedWord(name, context.engine())) {
        problems.push_back(say("Finding", "is a keyword"));
    }
    // A name of one word in small letters is of every style.
    if (usual && styleOf(name) != *usual && name != name.toLower()) {
        problems.push_back(say("Finding", "is written otherwise than most names here"));
    }
    if (!problems.empty()) {
        findings.findings.push_back(
            finding(Severity::Info, statement, path,
                    problems.size() == 1
                        ? say("Finding", "The new name %1 %2.").arg(path, problems.front())
                        : say("Finding", "The new name %1 %2 and %3.").arg(path, problems.front(), problems.back()),
                    say("Finding", "Rename it now; later it costs a release.")));
    }
}

void nameStyles(const CheckContext &context, Findings &findings)
{
    const auto usual = majority(context.base());
    for (const TableChange &table : context.net().tables) {
        if (table.added()) {
            checkStyle(context, table.after->name, table.path(), table.statement, usual, findings);
        }
    }
    for (const NewColumn &added : newColumns(context, true)) {
        checkStyle(context, added.column->name, added.path(), added.statement, usual, findings);
    }
}

void tooLong(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        QStringList names = {step.facts.object};
        for (const Action &action : step.facts.actions) {
            names << action.name << action.newName;
        }
        names.removeDuplicates();
        for (const QString &name : names) {
            const bool cut = context.isPostgreSql() && name.toUtf8().size() > 63;
            if (cut || (context.isMySqlFamily() && name.size() > 64)) {
                findings.findings.push_back(
                    finding(Severity::Warning, step.index(), name,
                            cut ? say("Finding", "The name %1 is cut to 63 bytes without an error: the next one that "
                                                 "begins alike clashes.")
                                      .arg(name)
                                : say("Finding", "The name %1 has more than 64 characters and is refused.").arg(name),
                            say("Finding", "Choose a shorter name.")));
            }
        }
        for (const QString &notice : step.run->notices) {
            if (context.isPostgreSql() && notice.contains("will be truncated to"_L1)) {
                findings.findings.push_back(finding(Severity::Warning, step.index(), step.facts.object, notice,
                                                    say("Finding", "Choose a shorter name.")));
            }
        }
    }
}

} // namespace

Rule nameNearExisting()
{
    return {u"name-near-existing"_s, everyEngine(), say("Finding", "A new name is a near miss of a known one."),
            Severity::Warning, nearExisting};
}

Rule nameStyle()
{
    return {u"name-style"_s, everyEngine(),
            say("Finding", "A new name needs quoting, is a keyword, or is against the usual style."), Severity::Info,
            nameStyles};
}

Rule nameTooLong()
{
    return {u"name-too-long"_s, servers(), say("Finding", "A name is longer than the engine keeps."), Severity::Warning,
            tooLong};
}

} // namespace countersign::checks::rules
