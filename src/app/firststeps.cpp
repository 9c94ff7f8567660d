#include "app/firststeps.h"

#include "app/reviewusecase.h"
#include "app/tomlfile.h"
#include "base/show.h"
#include "review/policy.h"
#include "review/trust.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSet>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr qint64 settingsLimit = 1024 * 1024;
const auto settingsName = u"countersign.toml"_s;
const auto ignoreName = u".gitignore"_s;

QString homeOf(const QString &folder)
{
    return folder + u"/countersign"_s;
}

QString defaultPerson()
{
    QString name = qEnvironmentVariable("USER").toLower();
    name.removeIf([](QChar c) { return !((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')); });
    return name.isEmpty() ? u"me"_s : name;
}

/// The first of the usual places that holds SQL.
QString likelyMigrations(const QString &folder)
{
    for (const QString &name : {u"migrations"_s, u"db/migrations"_s, u"db/migrate"_s, u"sql/migrations"_s, u"migrate"_s,
                                u"src/main/resources/db/migration"_s}) {
        const QDir place(folder + u'/' + name);
        if (place.exists() && !place.isEmpty(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot)) {
            return place.absolutePath();
        }
    }
    return {};
}

QString relativeTo(const QString &folder, const QString &path)
{
    const QString relative = QDir(folder).relativeFilePath(path);
    return relative.startsWith(u".."_s) ? path : relative;
}

/// A line that gives @p key a value.
bool gives(const QByteArray &head, const QString &key)
{
    const QRegularExpression line(u"^\\s*\"?%1\"?\\s*="_s.arg(key), QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(head)).hasMatch();
}

/// The place of the first table's header: plain keys come before it.
qsizetype firstTable(const QByteArray &text)
{
    if (text.startsWith('[')) {
        return 0;
    }
    const qsizetype at = text.indexOf("\n[");
    return at < 0 ? text.size() : at + 1;
}

/// @p text without the table [signer]; comments stay, for they may speak of what follows.
QByteArray withoutSigner(const QByteArray &text)
{
    QByteArray kept;
    bool inside = false;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith('[')) {
            inside = line.trimmed() == "[signer]";
        }
        if (!inside || line.startsWith('#')) {
            kept += line + '\n';
        }
    }
    while (kept.endsWith("\n\n")) {
        kept.chop(1);
    }
    return kept;
}

QByteArray signerTable(const FoundingWish &wish)
{
    QByteArray text = "\n[signer]\nperson = " + review::tomlString(wish.person) + '\n';
    if (wish.key.place == review::KeyPlace::File) {
        text += "key = " + review::tomlString(QFileInfo(wish.key.file).absoluteFilePath()) + '\n';
    }
    return text;
}

Result<void> checkPeople(const FoundingWish &wish)
{
    if (!review::isPersonId(wish.person)) {
        return base::Fail(base::usageError(u"An id has lower-case letters, digits, - _ ."_s, base::show(wish.person)));
    }
    QSet<QString> ids{wish.person};
    QSet<QString> keys{wish.key.key.line()};
    for (const review::TemplatePerson &one : wish.colleagues) {
        if (!review::isPersonId(one.id)) {
            return base::Fail(base::usageError(u"An id has lower-case letters, digits, - _ ."_s, base::show(one.id)));
        }
        if (ids.contains(one.id) || keys.contains(one.key)) {
            return base::Fail(base::usageError(u"Two people have the same id or the same key"_s, base::show(one.id),
                                               u"Everybody signs with a key of their own."_s));
        }
        ids << one.id;
        keys << one.key;
    }
    return {};
}

/// Writes a file that must not be there yet.
Result<void> writeNew(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return base::Fail(QFileInfo::exists(path)
                              ? base::conflict(u"There is a %1 already"_s.arg(QFileInfo(path).fileName()), path,
                                               u"Remove it, or name it in countersign.toml."_s)
                              : base::undecided(u"The file could not be written: "_s + file.errorString(), path));
    }
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const base::Error error = base::undecided(u"The file could not be written: "_s + file.errorString(), path);
        file.remove();
        return base::Fail(error);
    }
    return {};
}

Result<void> stillWanted(std::stop_token stop)
{
    return stop.stop_requested() ? Result<void>(base::Fail(base::cancelled())) : Result<void>();
}

/// What one founding has made so far; takes all of it away again unless it is kept. Only its own: a file that was made
/// by somebody else is never in the list.
class Made
{
public:
    Made() = default;
    Made(const Made &) = delete;
    Made &operator=(const Made &) = delete;

    ~Made()
    {
        if (m_kept) {
            return;
        }
        for (const QString &path : std::as_const(m_files)) {
            QFile::remove(path);
        }
        for (const auto &[path, before] : std::as_const(m_changed)) {
            if (before.isNull()) {
                QFile::remove(path);
            } else {
                static_cast<void>(writeFile(path, before));
            }
        }
        m_claim.reset();
        // A folder that holds anything stays.
        for (const QString &path : std::as_const(m_folders)) {
            QDir().rmdir(path);
        }
    }

    void file(const QString &path) { m_files.prepend(path); }
    void folder(const QString &path) { m_folders.prepend(path); }
    /// @p before: null where it was not there.
    void changed(const QString &path, const QByteArray &before) { m_changed.emplace_back(path, before); }
    void keep()
    {
        m_kept = true;
        m_claim.reset();
    }

    /// The folder is ours alone from here on: a file in it, made exclusively, that names this process. What a process
    /// left that is no more does not hold anybody up.
    Result<void> claim(const QString &home)
    {
        constexpr int tries = 3;
        for (int i = 0; i < tries; ++i) {
            const bool there = QFileInfo::exists(home);
            CS_CHECK(review::makePrivateFolder(home));
            if (!there) {
                m_folders.removeAll(home);
                folder(home);
            }
            m_claim = std::make_unique<QLockFile>(home + u"/.founding"_s);
            m_claim->setStaleLockTime(std::chrono::milliseconds(0));
            if (m_claim->tryLock(std::chrono::milliseconds(0))) {
                return {};
            }
            if (m_claim->error() == QLockFile::LockFailedError) {
                m_claim.reset();
                return base::Fail(base::conflict(u"Somebody else is setting this workspace up right now"_s, home,
                                                 u"Wait until they are done, then open the workspace."_s));
            }
        }
        m_claim.reset();
        return base::Fail(
            base::undecided(u"Nothing can be written there"_s, home, u"Choose a folder that you may write to."_s));
    }

private:
    QStringList m_files;
    QStringList m_folders;
    std::vector<std::pair<QString, QByteArray>> m_changed;
    std::unique_ptr<QLockFile> m_claim;
    bool m_kept = false;
};

Result<QByteArray> settingsNow(const QString &folder)
{
    const QString path = folder + u'/' + settingsName;
    return QFileInfo::exists(path) ? review::readWholeFile(path, settingsLimit) : Result<QByteArray>(QByteArray());
}

/// Null where there is none.
Result<QByteArray> ignoredNow(const QString &home)
{
    const QString path = home + u'/' + ignoreName;
    if (QFileInfo(path).isSymLink()) {
        return base::Fail(base::conflict(u"This .gitignore is a link to another file"_s, path,
                                         u"Put a file in its place, or remove the link."_s));
    }
    return QFileInfo::exists(path) ? review::readWholeFile(path, settingsLimit) : Result<QByteArray>(QByteArray());
}

/// What must not be there: founding never takes anything over.
Result<void> nothingThere(const QString &home)
{
    for (const QString &name : {u"policy.toml"_s, u"allowed_signers"_s, u"ledger.sqlite"_s, u"trust.toml"_s}) {
        if (QFileInfo::exists(home + u'/' + name)) {
            return base::Fail(base::conflict(u"There is a %1 already"_s.arg(name), home,
                                             u"Remove it, or name it in countersign.toml."_s));
        }
    }
    return {};
}

} // namespace

Result<Beginnings> lookAround(const QString &folder, const review::SigningOptions &signing)
{
    Beginnings found;
    found.folder = QDir::cleanPath(QDir(folder).absolutePath());
    if (QFileInfo::exists(found.folder + u'/' + settingsName)) {
        CS_TRY(workspace, loadWorkspace(found.folder));
        found.workspace = workspace;
    }
    found.keys = review::findKeys(signing);
    found.person = found.workspace && !found.workspace->person.isEmpty() ? found.workspace->person : defaultPerson();
    const QString keys = signing.keyFolder.isNull() ? QDir::homePath() + u"/.ssh"_s : signing.keyFolder;
    found.newKeyFile = keys + u"/id_ed25519_countersign"_s;
    for (int i = 2; QFileInfo::exists(found.newKeyFile); ++i) {
        found.newKeyFile = keys + u"/id_ed25519_countersign_%1"_s.arg(i);
    }
    found.migrations = found.workspace ? found.workspace->migrations : QString();
    if (found.migrations.isEmpty()) {
        found.migrations = likelyMigrations(found.folder);
    }
    return found;
}

Result<QByteArray> settingsWith(const QByteArray &before, const FoundingWish &wish)
{
    QByteArray text = before;
    if (text.isNull()) {
        const QString name = wish.name.isEmpty() ? QFileInfo(wish.folder).fileName() : wish.name;
        text = "workspace = 1\nname = " + review::tomlString(name) + '\n';
    }
    const qsizetype table = firstTable(text);
    QByteArray head = text.first(table);
    QByteArray rest = text.sliced(table);
    for (const QString &key : {u"ledger"_s, u"policy"_s, u"allowed_signers"_s, u"trust"_s}) {
        if (gives(head, key)) {
            return base::Fail(base::conflict(u"countersign.toml names a %1 already"_s.arg(key), wish.folder,
                                             u"Open the workspace as it is, or take that line out."_s));
        }
    }
    if (!head.isEmpty() && !head.endsWith('\n')) {
        head += '\n';
    }
    const bool spaced = head.endsWith("\n\n");
    if (spaced) {
        head.chop(1);
    }
    if (!wish.migrations.isEmpty() && !gives(head, u"migrations"_s)) {
        head += "migrations = " + review::tomlString(relativeTo(wish.folder, wish.migrations)) + '\n';
    }
    head += "ledger = \"sqlite:countersign/ledger.sqlite\"\npolicy = \"countersign/policy.toml\"\n"
            "allowed_signers = \"countersign/allowed_signers\"\ntrust = \"countersign/trust.toml\"\n";
    if (spaced || rest.startsWith('[')) {
        head += '\n';
    }
    if (rest.contains("[signer]")) {
        rest = withoutSigner(rest);
    }
    if (!rest.isEmpty() && !rest.endsWith('\n')) {
        rest += '\n';
    }
    for (const Environment &one : wish.environments) {
        rest += u"\n[environment.%1]\nurl = %2\nclass = %3\n"_s
                    .arg(tomlKey(one.name), tomlString(one.urlText), tomlString(nameOf(one.environmentClass)))
                    .toUtf8();
    }
    return head + rest + signerTable(wish);
}

QByteArray ignoringWith(const QByteArray &before)
{
    const QByteArrayList wanted{"/ledger.sqlite*", "/trust.toml", "/.founding"};
    QByteArrayList lines;
    for (const QByteArray &line : before.split('\n')) {
        lines << line.trimmed();
    }
    // The last pattern that fits decides, and one with "!" takes a file back in.
    const bool undone = std::ranges::any_of(lines, [](const QByteArray &line) { return line.startsWith('!'); });
    QByteArray missing;
    for (const QByteArray &line : wanted) {
        if (undone || !lines.contains(line)) {
            missing += line + '\n';
        }
    }
    if (missing.isEmpty()) {
        return before;
    }
    const QByteArray head = before.isEmpty() || before.endsWith('\n') ? before : before + '\n';
    return head +
           "# Countersign: a branch must not change the ledger, nor what a pipeline trusts; "
           "gates refuse both where Git tracks them.\n" +
           missing;
}

QList<review::TemplateEnvironment> readIdentities(const std::vector<Environment> &environments, QStringList &warnings,
                                                  std::stop_token stop)
{
    QList<review::TemplateEnvironment> told;
    for (const Environment &one : environments) {
        review::TemplateEnvironment entry{one.name, {}};
        if (const auto identity = liveIdentity(one, stop)) {
            entry.identity = *identity;
        } else {
            warnings << u"%1 could not be reached, so the policy does not pin its identity: %2"_s.arg(
                one.name, identity.error().message);
        }
        told << entry;
    }
    return told;
}

Result<QList<review::TemplatePerson>> parseColleagues(const QString &text)
{
    QList<review::TemplatePerson> people;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.simplified();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        const QStringList words = line.split(u' ');
        const bool named = words.size() > 2 && review::parsePublicKey(words.sliced(1).join(u' ')).has_value();
        const QString keyText = named ? words.sliced(1).join(u' ') : line;
        const auto key = review::parsePublicKey(keyText);
        if (!key) {
            return base::Fail(key.error().within(u"line %1"_s.arg(number)));
        }
        const QString id = named ? words.first() : words.value(2).section(u'@', 0, 0).toLower();
        if (!review::isPersonId(id)) {
            return base::Fail(base::usageError(u"Line %1 does not say whose key it is"_s.arg(number), base::show(line),
                                               u"Write an id before the key: ada ssh-ed25519 AAAA…"_s));
        }
        people << review::TemplatePerson{id, {}, key->line()};
    }
    return people;
}

Result<FoundingPlan> planFounding(const FoundingWish &asked)
{
    FoundingPlan plan;
    plan.wish = asked;
    FoundingWish &wish = plan.wish;
    wish.folder = QDir::cleanPath(QDir(wish.folder).absolutePath());
    CS_CHECK(checkPeople(wish));
    if (wish.underPolicy.isEmpty()) {
        return base::Fail(
            base::usageError(u"The policy needs an environment"_s, wish.folder, u"Name the production database."_s));
    }
    CS_TRY(before, settingsNow(wish.folder));
    plan.settingsBefore = before;
    CS_TRY(settings, settingsWith(before, wish));
    plan.settings = settings;
    const QList<review::TemplatePerson> people =
        QList<review::TemplatePerson>{{wish.person, {}, wish.key.key.line()}} + wish.colleagues;
    plan.policy = review::policyFromTemplate(wish.policy, people, wish.underPolicy);
    plan.signersFile = review::signersFile(people);
    CS_TRY(policy, review::parsePolicy(plan.policy));
    CS_TRY(signers, review::parseAllowedSigners(plan.signersFile));
    plan.warnings = review::policyWarnings(policy, signers);
    const QString home = homeOf(wish.folder);
    CS_CHECK(nothingThere(home));
    CS_TRY(ignored, ignoredNow(home));
    plan.ignoredBefore = ignored;
    plan.ignored = ignoringWith(ignored);
    plan.files = {{.path = wish.folder + u'/' + settingsName, .bytes = settings, .exists = !before.isNull()},
                  {.path = home + u"/policy.toml"_s, .bytes = plan.policy},
                  {.path = home + u"/allowed_signers"_s, .bytes = plan.signersFile},
                  {.path = home + u'/' + ignoreName, .bytes = plan.ignored, .exists = !ignored.isNull()},
                  {.path = home + u"/ledger.sqlite"_s, .knownOnlyThen = true},
                  {.path = home + u"/trust.toml"_s, .knownOnlyThen = true}};
    return plan;
}

Result<Founded> found(const FoundingPlan &plan, const review::SigningOptions &signing,
                      const review::ClientOptions &client, const base::ProgressSink &progress, std::stop_token stop)
{
    constexpr int steps = 4;
    const FoundingWish &wish = plan.wish;
    const QString home = homeOf(wish.folder);
    Made made;
    base::report(progress, u"Preparing the folder"_s, 0, steps);
    if (!QFileInfo::exists(wish.folder)) {
        if (!QDir().mkpath(wish.folder)) {
            return base::Fail(base::undecided(u"The folder cannot be made"_s, wish.folder));
        }
        made.folder(wish.folder);
    }
    CS_CHECK(made.claim(home));
    CS_CHECK(nothingThere(home));
    CS_TRY(before, settingsNow(wish.folder));
    CS_TRY(ignored, ignoredNow(home));
    if (before != plan.settingsBefore || ignored != plan.ignoredBefore) {
        const QString changed = before != plan.settingsBefore ? settingsName : ignoreName;
        return base::Fail(base::conflict(changed + u" is not what it was when you looked"_s, wish.folder,
                                         u"Look at what will be written again."_s));
    }
    const auto make = [&made](const QString &path, const QByteArray &bytes) -> Result<void> {
        CS_CHECK(writeNew(path, bytes));
        made.file(path);
        return {};
    };
    // Before the ledger, so that no commit in between can hold it.
    if (plan.ignored != ignored) {
        made.changed(home + u'/' + ignoreName, ignored);
        CS_CHECK(writeFile(home + u'/' + ignoreName, plan.ignored));
    }
    CS_CHECK(make(home + u"/policy.toml"_s, plan.policy));
    CS_CHECK(make(home + u"/allowed_signers"_s, plan.signersFile));
    CS_CHECK(stillWanted(stop));
    base::report(progress, u"Signing the beginning of the ledger"_s, 1, steps);
    review::FoundingOptions founding;
    founding.name = wish.name.isEmpty() ? QFileInfo(wish.folder).fileName() : wish.name;
    founding.admins = {{wish.person, wish.key.key.line()}};
    const review::Signatory by{wish.person, wish.key, signing};
    const QString path = home + u"/ledger.sqlite"_s;
    auto ledger = review::Ledger::create(u"sqlite:"_s + path, founding, by, client, stop);
    // A conflict: somebody made one by another command, and it is theirs.
    if (ledger || ledger.error().kind != base::ErrorKind::Conflict) {
        for (const QString &end : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s, u"-queue"_s}) {
            made.file(path + end);
        }
    }
    if (!ledger) {
        return base::Fail(ledger.error());
    }
    CS_CHECK(stillWanted(stop));
    base::report(progress, u"Signing the policy"_s, 2, steps);
    CS_CHECK(review::activatePolicy(*ledger, plan.policy, plan.signersFile, by, stop));
    CS_CHECK(make(home + u"/trust.toml"_s, review::encodeTrust(review::trustOf(ledger->state()))));
    CS_CHECK(stillWanted(stop));
    base::report(progress, u"Writing countersign.toml"_s, 3, steps);
    const QString settingsFile = wish.folder + u'/' + settingsName;
    made.changed(settingsFile, plan.settingsBefore);
    CS_CHECK(writeFile(settingsFile, plan.settings));
    CS_CHECK(loadWorkspace(wish.folder));
    Founded founded;
    founded.locator = u"sqlite:"_s + path;
    founded.ledgerId = ledger->ledgerId();
    founded.policyFile = home + u"/policy.toml"_s;
    founded.environment = ledger->state().policy()->policy.environments.firstKey();
    founded.head = ledger->state().head;
    founded.warnings = plan.warnings;
    made.keep();
    return founded;
}

} // namespace countersign::app
