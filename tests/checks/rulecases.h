#pragma once

// Cases of rules as files: cases/ENGINE.sql. Each begins with "-- case: title" and has the sections "-- base" and
// "-- migration"; "-- down" is the way back. Lines that say more:
//   -- facts: TABLE rows=N [exact] [bytes=N] [nulls.COLUMN=N]      what production is known to hold
//   -- scans: INDEX PATH=N                                         index statistics
//   -- key: COLUMN PATH last maximum
//   -- blocker: TABLE seconds
//   -- app: SELECT …                                               a statement of the application
//   -- file: NAME                                                 what follows of the migration is in a file of its own
//   -- option: version=8.0.30 | lock-timeout=2000 | tool=goose | transaction=none
//   -- expect: RULE SEVERITY STATEMENT [OBJECT]
//   -- silent: RULE …
//   -- once: RULE …                                                one finding of the whole migration
//   -- fix: TEXT THAT THE FIX OF THE LAST EXPECTED FINDING CONTAINS
//   -- says: TEXT THAT THE MESSAGE OF THE LAST EXPECTED FINDING CONTAINS
//   -- nofix                                                       the last expected finding has none

#include "checks/check.h"
#include "rehearsal/rehearse.h"

#include <QFile>
#include <QTest>

namespace countersign::testchecks {

struct Expectation {
    QString rule;
    QString severity;
    int statement = 0;
    QString object;
    QString fix;
    QString says;
    bool noFix = false;
};

struct RuleCase {
    QString title;
    QString base;
    QString migration;
    std::vector<std::pair<QString, QString>> files; ///< name and SQL; instead of migration
    QString down;
    bool hasFacts = false;
    checks::ProductionFacts facts;
    QStringList application;
    checks::RunnerProfile runner;
    QString version;
    std::vector<Expectation> expected;
    QStringList silent;
    QStringList once;
};

inline void readFacts(const QStringList &words, RuleCase &out)
{
    out.hasFacts = true;
    checks::RelationFacts &facts = out.facts.relations[words.value(0)];
    for (const QString &word : words.mid(1)) {
        const QString key = word.section(u'=', 0, 0);
        const qint64 value = word.section(u'=', 1).toLongLong();
        if (key == u"rows") {
            facts.rows = value;
        } else if (key == u"bytes") {
            facts.bytes = value;
        } else if (key == u"exact") {
            facts.rowsExact = true;
        } else if (key.startsWith(u"nulls.")) {
            facts.nulls[key.mid(6)] = value;
        }
    }
}

inline void readOption(const QString &option, RuleCase &out)
{
    const QString value = option.section(u'=', 1);
    if (option.startsWith(u"version=")) {
        out.version = value;
    } else if (option.startsWith(u"lock-timeout=")) {
        out.runner.lockTimeout = std::chrono::milliseconds(value.toInt());
    } else if (option.startsWith(u"tool=")) {
        out.runner.tool = value;
    } else if (option.startsWith(u"transaction=")) {
        out.runner.transaction =
            value == u"none" ? migration::TransactionMode::None : migration::TransactionMode::PerFile;
    }
}

/// A line that says something about the case; false for SQL.
inline bool readLine(const QString &line, RuleCase &out, QString *&section)
{
    const QString text = line.mid(3);
    const QString rest = text.section(u':', 1).trimmed();
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    if (text == u"base" || text == u"migration" || text == u"down") {
        section = text == u"base" ? &out.base : text == u"down" ? &out.down : &out.migration;
    } else if (text.startsWith(u"file:")) {
        out.files.emplace_back(rest, QString());
        section = nullptr;
    } else if (text.startsWith(u"facts:")) {
        readFacts(words, out);
    } else if (text.startsWith(u"scans:")) {
        out.hasFacts = true;
        out.facts.indexScans[rest.section(u'=', 0, 0)] = rest.section(u'=', 1).toLongLong();
    } else if (text.startsWith(u"key:")) {
        out.hasFacts = true;
        out.facts.keys[words.value(0)] = {words.value(1).toLongLong(), words.value(2).toLongLong()};
    } else if (text.startsWith(u"blocker:")) {
        out.hasFacts = true;
        out.facts.blockers.push_back(
            {words.value(0), words.value(1).toLongLong(), QStringLiteral("a transaction is open")});
    } else if (text.startsWith(u"app:")) {
        out.application.append(rest);
    } else if (text.startsWith(u"option:")) {
        readOption(rest, out);
    } else if (text.startsWith(u"expect:")) {
        out.expected.push_back({words.value(0), words.value(1), words.value(2).toInt(), words.value(3), {}, {}, false});
    } else if (text.startsWith(u"silent:")) {
        out.silent += words;
    } else if (text.startsWith(u"once:")) {
        out.once += words;
    } else if (text == u"nofix" && !out.expected.empty()) {
        out.expected.back().noFix = true;
    } else if (text.startsWith(u"fix:") && !out.expected.empty()) {
        out.expected.back().fix = rest;
    } else if (text.startsWith(u"says:") && !out.expected.empty()) {
        out.expected.back().says = rest;
    } else {
        return false;
    }
    return true;
}

inline std::vector<RuleCase> readCases(const QString &engine)
{
    QFile file(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + QStringLiteral("/tests/checks/cases/") + engine +
               QStringLiteral(".sql"));
    std::vector<RuleCase> out;
    if (!file.open(QIODevice::ReadOnly)) {
        return out;
    }
    QString *section = nullptr;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"-- case: ")) {
            out.emplace_back();
            out.back().title = line.mid(9);
            section = nullptr;
        } else if (!out.empty() && line.startsWith(u"-- ") && readLine(line, out.back(), section)) {
            continue;
        } else if (section != nullptr) {
            *section += line + u'\n';
        } else if (!out.empty() && !out.back().files.empty()) {
            out.back().files.back().second += line + u'\n';
        }
    }
    return out;
}

inline QString describe(const std::vector<checks::Finding> &findings)
{
    QStringList lines;
    for (const checks::Finding &item : findings) {
        lines.append(QStringList{item.rule, checks::nameOf(item.severity), QString::number(item.statement), item.object,
                                 item.message.english()}
                         .join(u' '));
    }
    return lines.join(u'\n');
}

/// One case, rehearsed on a real scratch database, and what the rules say about it.
struct Played {
    rehearsal::Rehearsal rehearsal;
    checks::Findings findings;
};

inline base::Result<Played> playWhole(rehearsal::ScratchPool &pool, schema::EngineKind engine, const RuleCase &item)
{
    CS_TRY(base, rehearsal::loadScript(pool, engine, item.base, QStringLiteral("base.sql"), {}, {}));
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(std::move(base));
    request.migrations =
        rehearsal::migrationsFromSql(item.migration, QStringLiteral("migration.sql"), item.runner.transaction);
    for (const auto &[name, sql] : item.files) {
        auto one = rehearsal::migrationsFromSql(sql, name, item.runner.transaction);
        one.migrations.front().version = name;
        if (&name == &item.files.front().first) {
            request.migrations = std::move(one);
        } else {
            request.migrations.migrations.push_back(std::move(one.migrations.front()));
        }
    }
    for (const auto layout : {migration::Layout::Flyway, migration::Layout::GolangMigrate, migration::Layout::Goose,
                              migration::Layout::Dbmate, migration::Layout::DjangoSql}) {
        if (migration::nameOf(layout) == item.runner.tool) {
            request.migrations.layout = layout;
        }
    }
    request.downSql = item.down;
    CS_TRY(rehearsal, rehearsal::rehearse(pool, request, {}, {}));
    checks::CheckInput input{rehearsal, nullptr, nullptr, nullptr, {}, {}};
    rehearsal::Reversibility reversibility;
    if (!item.down.trimmed().isEmpty()) {
        CS_TRY(back, rehearsal::reversibility(pool, request, rehearsal, {}, {}));
        reversibility = std::move(back);
        input.reversibility = &reversibility;
        input.hasDown = true;
    }
    checks::ProductionFacts facts = item.facts;
    facts.version = item.version;
    input.production = item.hasFacts || !item.version.isEmpty() ? &facts : nullptr;
    input.applicationSql = item.application.isEmpty() ? nullptr : &item.application;
    input.runner = item.runner;
    checks::Findings findings = checks::runRules(input);
    return Played{std::move(rehearsal), std::move(findings)};
}

inline base::Result<checks::Findings> play(rehearsal::ScratchPool &pool, schema::EngineKind engine,
                                           const RuleCase &item)
{
    CS_TRY(played, playWhole(pool, engine, item));
    return std::move(played.findings);
}

/// Empty when the findings are as the case expects them, else what is wrong.
inline QString problemOf(const RuleCase &item, const std::vector<checks::Finding> &findings)
{
    for (const Expectation &expected : item.expected) {
        const bool found = std::ranges::any_of(findings, [&](const checks::Finding &finding) {
            return finding.rule == expected.rule && checks::nameOf(finding.severity) == expected.severity &&
                   finding.statement == expected.statement &&
                   (expected.object.isEmpty() || finding.object == expected.object) &&
                   finding.fix.contains(expected.fix) && finding.message.english().contains(expected.says) &&
                   !(expected.noFix && !finding.fix.isEmpty()) && !finding.message.isEmpty() &&
                   !finding.advice.isEmpty() && !finding.message.english().contains(u"%1");
        });
        if (!found) {
            return QStringLiteral("expected %1 %2 %3 %4\nfound:\n%5")
                .arg(expected.rule, expected.severity, QString::number(expected.statement),
                     expected.object + u' ' + expected.fix + u' ' + expected.says, describe(findings));
        }
    }
    for (const QString &rule : item.once) {
        if (std::ranges::count(findings, rule, &checks::Finding::rule) != 1) {
            return QStringLiteral("%1 should be there once\nfound:\n%2").arg(rule, describe(findings));
        }
    }
    for (const QString &rule : item.silent) {
        if (std::ranges::contains(findings, rule, &checks::Finding::rule)) {
            return QStringLiteral("%1 should be silent\nfound:\n%2").arg(rule, describe(findings));
        }
    }
    return {};
}

/// Rules of an engine that no case of that engine makes fire, or that no case keeps silent.
inline QStringList untested(schema::EngineKind engine, const std::vector<RuleCase> &cases, const QStringList &elsewhere)
{
    QStringList out;
    for (const checks::Rule &rule : checks::allRules()) {
        if (!rule.engines.contains(engine) || elsewhere.contains(rule.id)) {
            continue;
        }
        const bool fires = std::ranges::any_of(cases, [&](const RuleCase &item) {
            return std::ranges::contains(item.expected, rule.id, &Expectation::rule);
        });
        const bool silent =
            std::ranges::any_of(cases, [&](const RuleCase &item) { return item.silent.contains(rule.id); });
        if (!fires || !silent) {
            out.append(rule.id + (fires ? QStringLiteral(" is never silent") : QStringLiteral(" never fires")));
        }
    }
    return out;
}

} // namespace countersign::testchecks
