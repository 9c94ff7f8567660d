#include "gui/migration/readscript.h"

#include "base/show.h"
#include "gui/jobs/offthread.h"
#include "gui/text/codepane.h"

#include <QCryptographicHash>

namespace countersign::gui {

namespace {

std::vector<HiddenInLine> hiddenIn(const QString &sql)
{
    std::vector<HiddenInLine> hidden;
    if (!base::hasHiddenCharacters(sql)) {
        return hidden;
    }
    int line = 0;
    for (const QStringView text : QStringView(sql).split(u'\n')) {
        const QString one = text.toString();
        if (base::hasHiddenCharacters(one)) {
            if (const QStringList names = hiddenCharacters(one); !names.isEmpty()) {
                hidden.push_back({line, names});
            }
        }
        ++line;
    }
    return hidden;
}

} // namespace

ReadScript readScript(const QString &file, const QByteArray &bytes, const QString &sql, schema::EngineKind engine)
{
    ReadScript script;
    script.file = file;
    script.sql = sql;
    script.places.file = file;
    script.places.digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    script.hidden = hiddenIn(sql);
    auto statements = sql::splitStatements(sql, sql::dialectOf(engine), file);
    if (!statements) {
        script.error = statements.error();
        return script;
    }
    script.statements = std::move(*statements);
    int number = 0;
    int lastLine = 0;
    for (const sql::Statement &statement : script.statements) {
        ++number;
        script.digests.push_back(app::statementDigest(statement.text));
        // What precedes a statement begins behind the one before it, at the end of that one's last line.
        const bool below = statement.whole.line <= lastLine && statement.range.line > lastLine;
        script.starts.push_back(below ? lastLine : statement.whole.line - 1);
        lastLine = statement.whole.endLine;
        if (!script.places.statementOf.contains(script.digests.back())) {
            script.places.statementOf.insert(script.digests.back(), number);
        }
    }
    return script;
}

std::shared_ptr<const ReadMigration> readMigration(const migration::Migration &one, schema::EngineKind engine)
{
    ReadMigration both{.up = readScript(one.upPath, one.upBytes, one.upSql, engine), .down = {}};
    if (one.hasDown) {
        both.down = readScript(one.downPath.isEmpty() ? one.upPath : one.downPath, one.downBytes, one.downSql, engine);
    }
    return sharedOffThread(std::move(both));
}

} // namespace countersign::gui
