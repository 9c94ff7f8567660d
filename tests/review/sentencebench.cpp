#include "review/sentencebench.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace countersign::review::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray policyText = R"(policy = 1
serial = 1
admins = { people = ["ada"], threshold = 1 }
[person.ada]
roles = ["dba", "lead"]
[person.bo]
roles = ["dba", "owner"]
[person.cy]
roles = ["lead", "owner"]
[person.eve]
roles = ["dba", "owner"]
mail = ["eve@example.org"]
[person.ci]
machine = true
roles = ["deployer", "dba"]
[env.staging.risk.high]
slots = ["dba"]
[env.production]
vote_age = "14d"
[env.production.risk.high]
slots = ["dba", "owner"]
ack = ["hidden-text"]
[env.production.risk.low]
slots = ["dba"]
[env.production.emergency]
openers = ["lead"]
second = 1
)";

/// Edits the ledger as somebody does who knows its triggers: they are there again afterwards.
const QByteArray tamper = R"(#!/bin/bash
set -e
sqlite3 ledger.sqlite "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'" >drop.sql
sqlite3 ledger.sqlite "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'" >make.sql
{ cat drop.sql; echo "$1;"; cat make.sql; } | sqlite3 -bail ledger.sqlite
)";

} // namespace

SentenceBench::Outcome SentenceBench::run(const QString &who, QString command)
{
    command.replace(u"GATE"_s, u"gate check --change {C} --env production --dir migrations --trust trust.toml"_s);
    for (const auto &[word, value] : m_words.asKeyValueRange()) {
        command.replace(word, value);
    }
    QString line = command;
    if (who != u"sh") {
        line = m_words.value(u"{ctl}"_s) + u' ' + command + u" --json --no-input"_s;
        line += command.contains(u"--ledger"_s) ? QString() : u" --ledger sqlite:ledger.sqlite"_s;
        line += who == u"-" ? QString()
                            : u" --as %1 --key %2"_s.arg(who == u"eve2" ? u"eve"_s : who, m_keys.person(who).key.file);
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_folder + u"/state"_s);
    environment.insert(u"HOME"_s, m_folder + u"/home"_s);
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder);
    process.start(u"bash"_s, {u"-c"_s, line});
    process.waitForFinished(60000);
    Outcome outcome{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                    QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
    if (outcome.exit == 0 && (command.startsWith(u"review open") || command.startsWith(u"review revise"))) {
        m_words[u"{C}"_s] = outcome.json.value(u"change"_s).toString();
        m_words[u"{D}"_s] = outcome.json.value(u"revision"_s)[u"digest"_s].toString();
    } else if (outcome.exit == 0 && command.startsWith(u"gate begin")) {
        m_words[u"{A}"_s] = outcome.json.value(u"attempt"_s).toString();
    }
    return outcome;
}

bool SentenceBench::prepare()
{
    m_words[u"{ctl}"_s] =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    for (const QString &person : {u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s, u"eve2"_s, u"mallory"_s}) {
        const KeyChoice key = m_keys.person(person).key;
        m_words[u"{key:%1}"_s.arg(person)] = key.key.fingerprint();
        m_words[u"{file:%1}"_s.arg(person)] = key.file;
        m_words[u"{line:%1}"_s.arg(person)] = key.key.line();
    }
    m_folder = m_prepared.path();
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QDir().mkpath(QFileInfo(m_prepared.filePath(name)).absolutePath());
        must(writeDurably(m_prepared.filePath(name), bytes));
    };
    write(u"policy.toml"_s, policyText);
    write(u"signers"_s, m_keys.signers({u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s}));
    write(u"tamper"_s, tamper);
    write(u"migrations/V1__note.sql"_s, "ALTER TABLE trips ADD note text;\n");
    for (const auto &[who, command] : {std::pair{u"ada"_s, u"ledger init sqlite:ledger.sqlite --trust trust.toml"_s},
                                       std::pair{u"ada"_s, u"policy activate policy.toml --signers signers"_s},
                                       std::pair{u"eve"_s, u"review open --env production --dir migrations"_s}}) {
        const Outcome outcome = run(who, command);
        if (outcome.exit != 0) {
            m_said = outcome.err;
            return false;
        }
    }
    m_begin = m_words;
    return true;
}

bool SentenceBench::hold(const QStringList &lines)
{
    const QTemporaryDir copy;
    if (QProcess::execute(u"cp"_s, {u"-a"_s, m_prepared.path() + u"/."_s, copy.path()}) != 0) {
        m_said = "the prepared folder cannot be copied";
        return false;
    }
    m_folder = copy.path();
    m_words = m_begin;
    for (const QString &line : lines) {
        const QString expected = line.section(u' ', 1, 1);
        const Outcome outcome = run(line.section(u' ', 0, 0), line.section(u' ', 2));
        m_said = line.toUtf8() + "\n  exit " + QByteArray::number(outcome.exit) + ": " + outcome.err +
                 QJsonDocument(outcome.json).toJson(QJsonDocument::Compact);
        const QString code = expected.section(u',', 1);
        const QJsonArray reasons = outcome.json.value(u"reasons"_s).toArray();
        const bool named = code.isEmpty() || std::any_of(reasons.begin(), reasons.end(), [&](const QJsonValue &reason) {
                               return reason[u"code"_s] == code;
                           });
        if (outcome.exit != expected.section(u',', 0, 0).toInt() || !named) {
            return false;
        }
    }
    return true;
}

} // namespace countersign::review::test
