#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

int repertoire(const QString &charset)
{
    static const QHash<QString, int> sizes = {{u"utf8mb4"_s, 4}, {u"utf16"_s, 4}, {u"utf32"_s, 4},  {u"utf8mb3"_s, 3},
                                              {u"utf8"_s, 3},    {u"ucs2"_s, 3},  {u"binary"_s, 4}, {u"ascii"_s, 0}};
    return sizes.value(charset.toLower(), 1);
}

void checkCharsetNarrowed(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        for (const schema::Column &after : table->after->columns) {
            const schema::Column *before = findColumn(*table->before, after.name);
            if (before == nullptr || familyOf(typeParts(after.type, context.engine())) != TypeFamily::Text) {
                continue;
            }
            const QString from = before->charset.isEmpty() ? table->before->charset : before->charset;
            const QString to = after.charset.isEmpty() ? table->after->charset : after.charset;
            const bool narrower = !from.isEmpty() && !to.isEmpty() && from != to &&
                                  (repertoire(to) < repertoire(from) || (repertoire(from) == 1 && repertoire(to) == 1));
            if (!narrower) {
                continue;
            }
            const QString path = table->columnPath(after);
            const auto pair = std::ranges::find_if(table->columns, [&](const auto &p) { return p.after == &after; });
            const int statement =
                pair != table->columns.end()
                    ? pair->statement
                    : statementThat(context, *table, [](const schema::Table &was, const schema::Table &is) {
                          return was.charset != is.charset;
                      });
            findings.findings.push_back(finding(
                probedClean(context, path) ? Severity::Warning : Severity::Error, statement, path,
                say("Finding",
                    "%1 changes from character set %2 to %3: characters that %3 does not have are lost or make the "
                    "statement fail.")
                    .arg(path, from, to),
                say("Finding", "Keep utf8mb4, or ask the data first.")));
        }
    }
}

} // namespace

Rule charsetNarrowed()
{
    return {u"charset-narrowed"_s, mySqlFamily(),
            say("Finding", "A character set is replaced by one that holds fewer characters."), Severity::Error,
            checkCharsetNarrowed};
}

} // namespace countersign::checks::rules
