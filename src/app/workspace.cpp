#include "app/workspace.h"

#include "app/tomlfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr auto fileName = "countersign.toml"_L1;

QString absolute(const QString &folder, const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

/// What a name says of an environment whose file says no class.
EnvironmentClass usualClass(const QString &name)
{
    const QString lower = name.toLower();
    if (lower.startsWith(u"prod"_s) || lower == u"live") {
        return EnvironmentClass::Production;
    }
    const bool isStaging = lower.startsWith(u"stag"_s) || lower == u"stg";
    return isStaging ? EnvironmentClass::Staging : EnvironmentClass::Other;
}

Result<EnvironmentClass> classFromName(const QString &name, const QString &where)
{
    for (const EnvironmentClass value :
         {EnvironmentClass::Production, EnvironmentClass::Staging, EnvironmentClass::Other}) {
        if (nameOf(value) == name) {
            return value;
        }
    }
    return base::Fail(base::usageError(u"Unknown environment class \"%1\""_s.arg(name), where,
                                       u"Write class = \"production\", \"staging\" or \"other\"."_s));
}

Result<checks::Severity> severityFromName(const QString &name, const QString &where)
{
    for (const checks::Severity value : {checks::Severity::Info, checks::Severity::Warning, checks::Severity::Error}) {
        if (checks::nameOf(value) == name) {
            return value;
        }
    }
    return base::Fail(base::usageError(u"Unknown severity \"%1\""_s.arg(name), where,
                                       u"Write \"info\", \"warning\" or \"error\"."_s));
}

class Loader
{
public:
    Loader(const QString &folder, TomlFile file) : m_file(std::move(file)) { m_workspace.folder = folder; }

    Result<Workspace> run()
    {
        TomlTable root = m_file.root();
        if (const qint64 version = root.integer(u"workspace"_s, 1); version > 1) {
            return base::Fail(base::undecided(u"This workspace has format %1; this program knows 1"_s.arg(version),
                                              root.where(u"workspace"_s), u"Use a newer Countersign."_s));
        }
        const QString &folder = m_workspace.folder;
        m_workspace.name = root.text(u"name"_s, QFileInfo(folder).fileName());
        m_workspace.migrations = absolute(folder, root.text(u"migrations"_s));
        m_workspace.policyFile = absolute(folder, root.text(u"policy"_s));
        m_workspace.signersFile = absolute(folder, root.text(u"allowed_signers"_s));
        m_workspace.trustFile = absolute(folder, root.text(u"trust"_s));
        m_workspace.ledger = root.text(u"ledger"_s);
        if (m_workspace.ledger.startsWith(u"sqlite:"_s)) {
            m_workspace.ledger = u"sqlite:"_s + absolute(folder, m_workspace.ledger.mid(7));
        }
        CS_CHECK(loadSigner(root));
        CS_CHECK(loadScratch(root));
        CS_CHECK(loadChecks(root, m_workspace.checks));
        CS_CHECK(loadEnvironments(root));
        CS_CHECK(loadWaivers(root));
        loadProfiles(root);
        for (TomlTable workload : root.tables(u"workload"_s)) {
            const QString file = absolute(folder, workload.text(u"file"_s));
            m_workspace.workloads.push_back({workload.text(u"name"_s, QFileInfo(file).baseName()), file});
        }
        CS_CHECK(m_file.problems());
        return std::move(m_workspace);
    }

private:
    Result<void> loadSigner(TomlTable &root)
    {
        if (auto signer = root.table(u"signer"_s)) {
            m_workspace.person = signer->text(u"person"_s);
            m_workspace.keyFile = absolute(m_workspace.folder, signer->text(u"key"_s));
        }
        return {};
    }

    Result<db::ConnectionUrl> url(const QString &text, const QString &where, bool wholeServer = false)
    {
        auto parsed = wholeServer ? db::parseServerUrl(text) : db::parseConnectionUrl(text, m_workspace.folder);
        if (!parsed) {
            base::Error error = parsed.error();
            error.where = where + u" ("_s + error.where + u')';
            return base::Fail(error);
        }
        if (parsed->hasPassword()) {
            m_workspace.warnings
                << u"%1: the URL holds a password; keep it in the password file or the keyring instead"_s.arg(where);
        }
        return parsed;
    }

    Result<void> loadScratch(TomlTable &root)
    {
        if (const QString text = root.text(u"scratch"_s); !text.isEmpty()) {
            CS_TRY(parsed, url(text, root.where(u"scratch"_s), true));
            m_workspace.scratch = parsed;
        }
        return {};
    }

    Result<void> loadEnvironments(TomlTable &root)
    {
        auto environments = root.table(u"environment"_s);
        if (!environments) {
            return {};
        }
        for (const QString &name : environments->tableNames()) {
            auto table = environments->table(name);
            Environment environment;
            environment.name = name;
            environment.urlText = table->text(u"url"_s);
            CS_TRY(parsed, url(environment.urlText, table->where(u"url"_s)));
            environment.url = parsed;
            CS_TRY(kind, classFromName(table->text(u"class"_s, nameOf(usualClass(environment.name))),
                                       table->where(u"class"_s)));
            environment.environmentClass = kind;
            environment.checks = m_workspace.checks;
            CS_CHECK(loadChecks(*table, *environment.checks));
            if (*environment.checks == m_workspace.checks) {
                environment.checks.reset();
            }
            m_workspace.environments.push_back(std::move(environment));
        }
        // Production first: it stands left on every page.
        std::ranges::stable_sort(m_workspace.environments, {}, &Environment::environmentClass);
        return {};
    }

    /// A misspelt rule would be a rule that nobody switched off or waived.
    static Result<void> known(const QString &rule, const QString &where)
    {
        if (std::ranges::contains(checks::allRules(), rule, &checks::Rule::id)) {
            return {};
        }
        return base::Fail(base::usageError(u"There is no rule \"%1\""_s.arg(rule), where,
                                           u"The reports of check name the rules as they are written."_s));
    }

    /// [checks] of the workspace, or of an environment over what the workspace says.
    Result<void> loadChecks(TomlTable &root, checks::Settings &settings)
    {
        auto table = root.table(u"checks"_s);
        if (!table) {
            return {};
        }
        for (const QString &rule : table->texts(u"disabled"_s)) {
            CS_CHECK(known(rule, table->where(u"disabled"_s)));
            settings.disabled << rule;
        }
        if (table->keys().contains(u"required"_s)) {
            settings.required = table->texts(u"required"_s);
        }
        settings.bigRows = table->integer(u"big_rows"_s, settings.bigRows);
        settings.bigBytes = table->integer(u"big_bytes"_s, settings.bigBytes);
        settings.bigBackfill = table->integer(u"big_backfill"_s, settings.bigBackfill);
        if (const QString text = table->text(u"fail_on"_s); !text.isEmpty()) {
            CS_TRY(severity, severityFromName(text, table->where(u"fail_on"_s)));
            settings.failOn = severity;
        }
        if (auto severities = table->table(u"severity"_s)) {
            for (const QString &rule : severities->keys()) {
                CS_CHECK(known(rule, severities->where(rule)));
                CS_TRY(severity, severityFromName(severities->text(rule), severities->where(rule)));
                settings.severities[rule] = severity;
            }
        }
        return {};
    }

    Result<void> loadWaivers(TomlTable &root)
    {
        for (TomlTable table : root.tables(u"waiver"_s)) {
            checks::Waiver waiver;
            waiver.rule = table.text(u"rule"_s);
            waiver.object = table.text(u"object"_s);
            waiver.reason = table.text(u"reason"_s);
            const QString until = table.text(u"until"_s);
            waiver.until = QDate::fromString(until, Qt::ISODate);
            if (waiver.rule.isEmpty() || !waiver.until.isValid()) {
                return base::Fail(base::usageError(u"A waiver needs a rule and an end date"_s, table.where(u"until"_s),
                                                   u"Write rule = \"drop-column\" and until = \"2026-12-31\"."_s));
            }
            CS_CHECK(known(waiver.rule, table.where(u"rule"_s)));
            m_workspace.waivers.push_back(waiver);
        }
        return {};
    }

    void loadProfiles(TomlTable &root)
    {
        for (TomlTable table : root.tables(u"profile"_s)) {
            CompareProfile profile;
            profile.name = table.text(u"name"_s);
            for (const QString &option : table.texts(u"ignore"_s)) {
                profile.options.ignore << option;
            }
            for (const QString &option : table.texts(u"include"_s)) {
                profile.options.include << option;
            }
            profile.options.schemas = table.texts(u"schemas"_s);
            profile.options.excludePaths = table.texts(u"exclude"_s);
            if (auto mapping = table.table(u"map"_s)) {
                for (const QString &from : mapping->keys()) {
                    profile.options.schemaMapping[from] = mapping->text(from);
                }
            }
            m_workspace.profiles.push_back(std::move(profile));
        }
    }

    TomlFile m_file;
    Workspace m_workspace;
};

} // namespace

QString nameOf(EnvironmentClass environmentClass)
{
    switch (environmentClass) {
    case EnvironmentClass::Production:
        return u"production"_s;
    case EnvironmentClass::Staging:
        return u"staging"_s;
    case EnvironmentClass::Other:
        return u"other"_s;
    }
    return {};
}

const Environment *Workspace::find(const QString &environmentName) const
{
    const auto it = std::ranges::find(environments, environmentName, &Environment::name);
    return it == environments.end() ? nullptr : &*it;
}

const Environment *Workspace::production() const
{
    const auto it = std::ranges::find(environments, EnvironmentClass::Production, &Environment::environmentClass);
    return it == environments.end() ? nullptr : &*it;
}

const Environment *Workspace::staging() const
{
    // Environments stand in the order of their classes: what is behind the productions is compared with one.
    const auto it = std::ranges::find_if(environments, [](const Environment &environment) {
        return environment.environmentClass != EnvironmentClass::Production;
    });
    return it == environments.end() ? nullptr : &*it;
}

Result<Environment> environmentFrom(const QString &name, const QString &urlText, const QString &folder)
{
    Environment environment;
    environment.name = name;
    environment.urlText = urlText;
    environment.environmentClass = usualClass(name);
    if (!db::looksLikeConnectionUrl(urlText) && QFileInfo(QDir(folder).absoluteFilePath(urlText)).isFile()) {
        db::ConnectionUrl file;
        file.engine = schema::EngineKind::Sqlite;
        file.database = urlText;
        environment.urlText = db::composeUrl(file);
    }
    CS_TRY(url, db::parseConnectionUrl(environment.urlText, folder));
    if (url.hasPassword()) {
        return base::Fail(base::usageError(u"A password does not belong into countersign.toml"_s, name,
                                           u"Use a password file, a service file or the keyring."_s));
    }
    environment.url = url;
    return environment;
}

QString findWorkspaceFolder(const QString &start)
{
    QDir dir(QFileInfo(start).absoluteFilePath());
    do {
        if (dir.exists(fileName)) {
            return dir.absolutePath();
        }
    } while (dir.cdUp());
    return {};
}

Result<Workspace> loadWorkspace(const QString &folder)
{
    const QString path = QDir(folder).absoluteFilePath(fileName);
    if (!QFileInfo::exists(path)) {
        return base::Fail(base::usageError(
            u"There is no workspace here"_s, path,
            u"A workspace is a folder with a countersign.toml; create one with: countersignctl review init"_s));
    }
    CS_TRY(file, TomlFile::read(path));
    return Loader(QFileInfo(path).absolutePath(), std::move(file)).run();
}

namespace {

/// The file of @p workspace without the tables that @p leaveOut names; a new head when there is no file.
QString keptText(const Workspace &workspace, const std::function<bool(const QString &)> &leaveOut)
{
    QFile file(QDir(workspace.folder).absoluteFilePath(fileName));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return u"workspace = 1\nname = %1\n"_s.arg(tomlString(workspace.name));
    }
    QString kept;
    bool inside = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'[')) {
            inside = leaveOut(line);
        }
        if (!inside) {
            kept += line + u'\n';
        }
    }
    while (kept.endsWith(u"\n\n"_s)) {
        kept.chop(1);
    }
    return kept;
}

Result<void> saveText(const Workspace &workspace, const QString &text)
{
    const QString path = QDir(workspace.folder).absoluteFilePath(fileName);
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0 || !out.commit()) {
        return base::Fail(base::undecided(u"The workspace could not be saved: "_s + out.errorString(), path));
    }
    return {};
}

QString tomlList(QStringList texts)
{
    texts.sort();
    for (QString &text : texts) {
        text = tomlString(text);
    }
    return u'[' + texts.join(u", "_s) + u']';
}

/// [checks] or [environment.NAME.checks] with its severities.
QString checksText(const QString &table, const checks::Settings &settings)
{
    QString text = u"\n[%1]\nfail_on = %2\nbig_rows = %3\nbig_bytes = %4\nbig_backfill = %5\n"_s
                       .arg(table, tomlString(checks::nameOf(settings.failOn)))
                       .arg(settings.bigRows)
                       .arg(settings.bigBytes)
                       .arg(settings.bigBackfill);
    if (!settings.disabled.isEmpty()) {
        text += u"disabled = "_s + tomlList(settings.disabled.values()) + u'\n';
    }
    if (!settings.required.isEmpty()) {
        text += u"required = "_s + tomlList(settings.required) + u'\n';
    }
    if (!settings.severities.empty()) {
        text += u"\n[%1.severity]\n"_s.arg(table);
        for (const auto &[rule, severity] : settings.severities) {
            text += u"%1 = %2\n"_s.arg(tomlKey(rule), tomlString(checks::nameOf(severity)));
        }
    }
    return text;
}

} // namespace

Result<void> saveEnvironments(const Workspace &workspace)
{
    QString text = keptText(workspace, [](const QString &line) { return line.startsWith(u"[environment."_s); });
    for (const Environment &environment : workspace.environments) {
        const QString name = tomlKey(environment.name);
        text += u"\n[environment.%1]\nurl = %2\nclass = %3\n"_s.arg(name, tomlString(environment.urlText),
                                                                    tomlString(nameOf(environment.environmentClass)));
        if (environment.checks) {
            text += checksText(u"environment.%1.checks"_s.arg(name), *environment.checks);
        }
    }
    return saveText(workspace, text);
}

Result<void> saveChecks(const Workspace &workspace)
{
    const QString text = keptText(workspace, [](const QString &line) {
        return line.startsWith(u"[checks]"_s) || line.startsWith(u"[checks."_s);
    });
    return saveText(workspace, text + checksText(u"checks"_s, workspace.checks));
}

Result<void> saveMigrations(const Workspace &workspace)
{
    const QString text = keptText(workspace, [](const QString &) { return false; });
    const QString inside = QDir(workspace.folder).relativeFilePath(workspace.migrations);
    const QString place = inside.startsWith(u".."_s) ? workspace.migrations : inside;
    QStringList kept;
    bool head = true;
    bool written = false;
    static const QRegularExpression old(u"^\\s*\"?migrations\"?\\s*="_s);
    for (const QString &line : text.split(u'\n')) {
        const bool table = line.startsWith(u'[');
        if (head && !written && (table || old.match(line).hasMatch())) {
            // Plain keys come before the first table.
            kept << u"migrations = "_s + tomlString(place);
            written = true;
            if (!table) {
                continue;
            }
        }
        head = head && !table;
        kept << line;
    }
    if (!written) {
        kept << u"migrations = "_s + tomlString(place) + u'\n';
    }
    return saveText(workspace, kept.join(u'\n'));
}

Result<void> saveProfiles(const Workspace &workspace)
{
    QString text = keptText(workspace, [](const QString &line) {
        return line.startsWith(u"[[profile]]"_s) || line.startsWith(u"[profile."_s);
    });
    for (const CompareProfile &profile : workspace.profiles) {
        text += u"\n[[profile]]\nname = %1\n"_s.arg(tomlString(profile.name));
        const auto list = [&](const QString &key, const QStringList &values) {
            if (!values.isEmpty()) {
                text += key + u" = "_s + tomlList(values) + u'\n';
            }
        };
        list(u"ignore"_s, profile.options.ignore.values());
        list(u"include"_s, profile.options.include.values());
        list(u"schemas"_s, profile.options.schemas);
        list(u"exclude"_s, profile.options.excludePaths);
        if (!profile.options.schemaMapping.empty()) {
            text += u"[profile.map]\n"_s;
            for (const auto &[from, to] : profile.options.schemaMapping) {
                text += u"%1 = %2\n"_s.arg(tomlKey(from), tomlString(to));
            }
        }
    }
    return saveText(workspace, text);
}

} // namespace countersign::app
