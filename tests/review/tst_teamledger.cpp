#include "review/maintenance.h"
#include "review/workbench.h"
#include "support/servers.h"

#include <QProcess>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

/// The PostgreSQL store on a real server: what it promises, what it refuses, and eight reviewers at once.
class TestTeamLedger : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void createOpenAppend();
    void decisionsConflict();
    void refusesEditsEvenOfTheOwner();
    void peopleOnlyAppend();
    void strangerWithAppend();
    void redacted();
    void eightReviewersAtOnce();
    void moveKeepsEveryEvent();
    void moveThatWasStopped();
    void madeByALeastPrivilegedRole();
    void planted_data();
    void planted();
    void rewrittenByASuperuser_data();
    void rewrittenByASuperuser();
    void callersSearchPath();
    void hostsElsewhere_data();
    void hostsElsewhere();
    void unreachable();

private:
    std::unique_ptr<Workbench> m_bench;
    std::optional<TestDatabase> m_database;
};

void TestTeamLedger::init()
{
    m_bench = std::make_unique<Workbench>();
    const auto server = TestServers::postgresql();
    CS_REQUIRE(server);
    auto database = TestDatabase::create(schema::EngineKind::PostgreSql, u"ledger"_s);
    CS_REQUIRE(database);
    m_database.emplace(std::move(*database));
    const QByteArray service =
        u"[team]\nhost=%1\ndbname=%2\nuser=%3\n"_s.arg(server->folder, m_database->name(), m_database->url().user)
            .toUtf8();
    QVERIFY(writeDurably(m_bench->path(u"services"_s), service));
    qputenv("PGSERVICEFILE", m_bench->path(u"services"_s).toUtf8());
}

void TestTeamLedger::cleanup()
{
    m_database.reset();
}

namespace {

Ledger team(Workbench &bench)
{
    const Signatory ada = bench.person(u"ada"_s);
    FoundingOptions founding;
    founding.admins = {{u"ada"_s, ada.key.key.line()}};
    ClientOptions client = bench.client();
    client.clock = systemClockUs;
    Ledger ledger = must(Ledger::create(u"pg:team"_s, founding, ada, client));
    QByteArray policy = teamPolicy();
    QStringList people = test::team();
    for (int i = 0; i < 8; ++i) {
        policy += u"[person.r%1]\nroles = [\"reviewer\"]\n"_s.arg(i).toUtf8();
        people << u"r%1"_s.arg(i);
    }
    must(activatePolicy(ledger, policy, bench.signers(people), ada));
    return ledger;
}

} // namespace

void TestTeamLedger::createOpenAppend()
{
    Ledger ledger = team(*m_bench);
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, u"good"_s, m_bench->person(u"bo"_s)));
    QCOMPARE(ledger.state().head.size, 5);
    const VerifyResult verified = must(verifyLedger(u"pg:team"_s, m_bench->client(u"fresh"_s), true));
    QVERIFY(verified.bad.isEmpty());
    QCOMPARE(verified.head, ledger.state().head);
    // The same bytes again, as after a lost answer.
    store::NewEvent again;
    again.eid = ledger.state().events.last().eid;
    QVERIFY(must(ledger.storage().append(again, 0, {})).wasThere);
    QCOMPARE(Ledger::create(u"pg:team"_s, {}, m_bench->person(u"ada"_s), m_bench->client()).error().kind,
             base::ErrorKind::Conflict);
}

void TestTeamLedger::decisionsConflict()
{
    Ledger one = team(*m_bench);
    const OpenedRevision opened = must(openChange(one, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    store::NewEvent late;
    late.payload = "x";
    late.eid = eventId(late.payload);
    late.change = opened.change;
    late.kind = u"vote"_s;
    late.expectedLast = QString(64, u'0');
    QCOMPARE(one.storage().append(late, 0, {}).error().kind, base::ErrorKind::Conflict);
}

void TestTeamLedger::refusesEditsEvenOfTheOwner()
{
    Ledger ledger = team(*m_bench);
    for (const char *sql :
         {"UPDATE countersign.event SET recv_us = 0", "DELETE FROM countersign.event",
          "TRUNCATE countersign.event CASCADE", "UPDATE countersign.blob SET bytes = ''",
          "DELETE FROM countersign.meta", "SET session_replication_role = replica; DELETE FROM countersign.event",
          "INSERT INTO countersign.event SELECT 1, eid, change, kind, payload, sig, prev, link, 0 FROM "
          "countersign.event "
          "ON CONFLICT (seq) DO UPDATE SET recv_us = 0"}) {
        QVERIFY2(!m_database->execute(QString::fromLatin1(sql)), sql);
    }
}

void TestTeamLedger::peopleOnlyAppend()
{
    Ledger ledger = team(*m_bench);
    CS_REQUIRE(
        m_database->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'a_reviewer') THEN "
                            "CREATE ROLE a_reviewer LOGIN; END IF; END $$; GRANT countersign_people TO a_reviewer"_s));
    const QString as = u"SET SESSION AUTHORIZATION a_reviewer; "_s;
    QVERIFY(m_database->execute(as + u"SELECT count(*) FROM countersign.event"_s));
    QVERIFY(!m_database->execute(as + u"INSERT INTO countersign.meta VALUES ('x', 'y')"_s));
    QVERIFY(!m_database->execute(as + u"INSERT INTO countersign.blob VALUES (sha256('x'), 'x')"_s));
    QVERIFY(!m_database->execute(as + u"SET ROLE countersign_owner"_s));
    // What append() accepts is at least an event's bytes under their own id.
    const auto bad =
        m_database->execute(as + u"SELECT countersign.append(sha256('x'), '', 'vote', 'y', 'z', '{}', NULL)"_s);
    QVERIFY(!bad && bad.error().text().contains(u"not an event"));
    const auto none =
        m_database->execute(u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'a_stranger') THEN "
                            "CREATE ROLE a_stranger LOGIN; END IF; END $$; SET SESSION AUTHORIZATION a_stranger; "
                            "SELECT count(*) FROM countersign.event"_s);
    QVERIFY(!none);
}

void TestTeamLedger::strangerWithAppend()
{
    // Somebody who may call append() and nothing else, with a program of their own.
    Ledger ledger = team(*m_bench);
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    const Signatory eve = m_bench->person(u"eve"_s);
    const auto append = [&](const QString &ledgerId, const QString &claimed, const QByteArray &signature) {
        Payload payload;
        payload.ledger = ledgerId;
        payload.change = opened.change;
        payload.by = u"bo"_s;
        payload.nonce = randomNonce();
        payload.witness = ledger.state().head;
        payload.body = Vote{opened.digest, VoteKind::Approve, {}, {}};
        const QByteArray bytes = encodePayload(payload);
        const QByteArray good =
            must(sign(eve.key, eventNamespace, preAuthenticationEncoding(eventPayloadType, bytes), eve.options));
        return ledger.storage().append(
            {eventId(bytes), claimed, u"vote"_s, bytes, signature.isEmpty() ? good : signature, {}, {}}, 0, {});
    };
    const QString id = ledger.ledgerId();
    QVERIFY(!append(randomId(u'L'), opened.change, {}));
    QVERIFY(!append(id, randomId(u'C'), {}));
    QVERIFY(!append(id, opened.change, "no signature"));
    store::NewEvent junk{eventId("junk"), opened.change, u"vote"_s, "junk", QByteArray("SSHSIG"), {}, {}};
    QVERIFY(!ledger.storage().append(junk, 0, {}));
    // In bo's name, by eve's key: kept, and worth nothing.
    must(append(id, opened.change, {}));
    must(ledger.read());
    QVERIFY(ledger.state().events.last().withoutEffect == Code::KeyUnknown);
    // A signature that does not fit is stored, since the database cannot verify it; then everybody sees which.
    must(append(id, opened.change, QByteArray("SSHSIG") + QByteArray(80, 'x')));
    const auto broken = Ledger::open(u"pg:team"_s, m_bench->client());
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, base::ErrorKind::Integrity);
    const VerifyResult verified = must(verifyLedger(u"pg:team"_s, m_bench->client(), false));
    QCOMPARE(verified.bad.size(), 1);
    QCOMPARE(verified.bad[0].seq, verified.events);
}

void TestTeamLedger::redacted()
{
    Ledger ledger = team(*m_bench);
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    const QString script = ledger.state().changes[opened.change].latest()->manifest.files.first().sha256;
    QCOMPARE(must(redactBlob(ledger, script.left(12))), script);
    QVERIFY(!ledger.blob(script));
    QVERIFY(must(verifyLedger(u"pg:team"_s, m_bench->client(u"fresh"_s), true)).bad.isEmpty());
    QVERIFY(!m_database->execute(u"DELETE FROM countersign.blob"_s));
}

void TestTeamLedger::eightReviewersAtOnce()
{
    Ledger ledger = team(*m_bench);
    const OpenedRevision opened = must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    if (!QFile::exists(program)) {
        QSKIP("countersignctl is not built: eight processes cannot be started");
    }
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 8; ++i) {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_s, m_bench->path(u"reviewer%1"_s.arg(i)));
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_bench->path(u"."_s));
        const Signatory who = m_bench->person(u"r%1"_s.arg(i));
        process->start(program,
                       {u"review"_s, u"vote"_s, opened.change, u"approve"_s, u"--digest"_s, opened.digest, u"--as"_s,
                        who.person, u"--key"_s, who.key.file, u"--ledger"_s, u"pg:team"_s, u"--no-input"_s});
        processes.push_back(std::move(process));
    }
    for (const auto &process : processes) {
        QVERIFY(process->waitForFinished(60000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    }
    must(ledger.read());
    QCOMPARE(ledger.state().changes[opened.change].votes.size(), 8);
    QVERIFY(must(verifyLedger(u"pg:team"_s, m_bench->client(u"fresh"_s), true)).bad.isEmpty());
}

void TestTeamLedger::moveKeepsEveryEvent()
{
    Ledger embedded = m_bench->ledger(teamPolicy(), test::team());
    const OpenedRevision opened =
        must(openChange(embedded, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    const Head head = must(moveLedger(embedded, u"pg:team"_s, m_bench->client()));
    QCOMPARE(head, embedded.state().head);
    Ledger moved = must(Ledger::open(u"pg:team"_s, m_bench->client()));
    QCOMPARE(moved.state().mark, MarkState::Equal);
    must(vote(moved, opened.change, opened.digest, VoteKind::Approve, {}, {}, m_bench->person(u"bo"_s)));
    QCOMPARE(moved.state().head.size, head.size + 1);
}

void TestTeamLedger::moveThatWasStopped()
{
    Ledger embedded = m_bench->ledger(teamPolicy(), test::team());
    must(openChange(embedded, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    // Killed between making the place and filling it.
    must(store::createStore(u"pg:team"_s, embedded.ledgerId(), std::chrono::seconds(10)));
    QCOMPARE(must(moveLedger(embedded, u"pg:team"_s, m_bench->client())), embedded.state().head);
    // Killed before anybody was told.
    QCOMPARE(must(moveLedger(embedded, u"pg:team"_s, m_bench->client())), embedded.state().head);
    QVERIFY(must(verifyLedger(u"pg:team"_s, m_bench->client(u"fresh"_s), true)).bad.isEmpty());
    // What is there already is no place for another ledger, nor for one that was rolled back.
    Workbench other;
    Ledger stranger = other.ledger(teamPolicy(), test::team());
    QCOMPARE(moveLedger(stranger, u"pg:team"_s, other.client()).error().kind, base::ErrorKind::Conflict);
    QVERIFY(QFile::copy(m_bench->path(u"ledger.sqlite"_s), m_bench->path(u"old.sqlite"_s)));
    must(openChange(embedded, u"More"_s, Workbench::revision("SELECT 1;\n"), m_bench->person(u"eve"_s)));
    Ledger old = must(Ledger::open(u"sqlite:"_s + m_bench->path(u"old.sqlite"_s), m_bench->client()));
    const auto refused = moveLedger(old, u"sqlite:"_s + m_bench->path(u"new.sqlite"_s), m_bench->client());
    QVERIFY(!refused && refused.error().message.startsWith(u"ROLLED_BACK"));
    QVERIFY(!QFile::exists(m_bench->path(u"new.sqlite"_s)));
}

void TestTeamLedger::madeByALeastPrivilegedRole()
{
    // No superuser, and nobody made the roles before.
    CS_REQUIRE(m_database->execute(u"DROP ROLE IF EXISTS countersign_owner, countersign_people, a_maker; "
                                   "CREATE ROLE a_maker LOGIN CREATEROLE; GRANT CREATE ON DATABASE "_s +
                                   m_database->name() + u" TO a_maker"_s));
    const auto server = TestServers::postgresql();
    must(
        writeDurably(m_bench->path(u"services"_s),
                     u"[team]\nhost=%1\ndbname=%2\nuser=a_maker\n"_s.arg(server->folder, m_database->name()).toUtf8()));
    Ledger ledger = team(*m_bench);
    // Given away, as `ledger init` advises, who made it still reads and appends, and nothing else.
    const QString as = u"SET SESSION AUTHORIZATION a_maker; "_s;
    QVERIFY(m_database->execute(as + u"REVOKE countersign_owner FROM CURRENT_USER"_s));
    must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
    QVERIFY(!m_database->execute(as + u"DELETE FROM countersign.event"_s));
    QVERIFY(!m_database->execute(as + u"ALTER TABLE countersign.event DISABLE TRIGGER ALL"_s));
    // Where the owner may log in, nobody makes a ledger.
    CS_REQUIRE(m_database->execute(u"DROP SCHEMA countersign CASCADE; ALTER ROLE countersign_owner LOGIN"_s));
    const auto refused = store::createStore(u"pg:team"_s, randomId(u'L'), std::chrono::seconds(10));
    CS_REQUIRE(m_database->execute(u"ALTER ROLE countersign_owner NOLOGIN; REVOKE ALL ON DATABASE "_s +
                                   m_database->name() + u" FROM a_maker"_s));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"may log in"), qPrintable(refused.error().text()));
}

void TestTeamLedger::planted_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const QString &sql) { QTest::newRow(name) << sql; };
    const QString open = u"ALTER TABLE countersign.%1 RENAME TO %1_was; "_s;
    row("a view that runs code",
        open.arg(u"meta"_s) + u"CREATE FUNCTION countersign.steal(v text) RETURNS text LANGUAGE sql AS 'SELECT v'; "
                              "CREATE VIEW countersign.meta AS SELECT key, countersign.steal(value) AS value "
                              "FROM countersign.meta_was; GRANT SELECT ON countersign.meta TO PUBLIC"_s);
    row("a function beside append()", u"CREATE FUNCTION countersign.helper() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s);
    row("append() with the caller's rights",
        u"ALTER FUNCTION countersign.append(bytea, text, text, bytea, bytea, bytea[], bytea) SECURITY INVOKER"_s);
    row("append() that looks where the caller says",
        u"ALTER FUNCTION countersign.append(bytea, text, text, bytea, bytea, bytea[], bytea) SET search_path = public"_s);
    row("append() that looks anywhere",
        u"ALTER FUNCTION countersign.append(bytea, text, text, bytea, bytea, bytea[], bytea) RESET ALL"_s);
    row("another owner of append()",
        u"ALTER FUNCTION countersign.append(bytea, text, text, bytea, bytea, bytea[], bytea) OWNER TO CURRENT_USER"_s);
    row("another owner of the events", u"ALTER TABLE countersign.event OWNER TO CURRENT_USER"_s);
    row("row security", u"ALTER TABLE countersign.event ENABLE ROW LEVEL SECURITY"_s);
    row("a rule", u"CREATE RULE gone AS ON INSERT TO countersign.blob DO ALSO NOTHING"_s);
    row("a table that adds rows", u"CREATE TABLE countersign.more () INHERITS (countersign.event)"_s);
    row("a trigger switched off", u"ALTER TABLE countersign.event DISABLE TRIGGER kept"_s);
    row("a trigger that a replica skips", u"ALTER TABLE countersign.event ENABLE TRIGGER kept"_s);
    row("a trigger less", u"DROP TRIGGER whole ON countersign.blob"_s);
    row("a trigger more", u"CREATE TRIGGER more BEFORE INSERT ON countersign.event FOR EACH ROW EXECUTE FUNCTION "
                          "countersign.refuse()"_s);
    row("a table that a crash empties", u"ALTER TABLE countersign.blob SET UNLOGGED"_s);
}

void TestTeamLedger::planted()
{
    QFETCH(QString, sql);
    Ledger ledger = team(*m_bench);
    must(Ledger::open(u"pg:team"_s, m_bench->client()));
    CS_REQUIRE(m_database->execute(sql));
    const auto opened = Ledger::open(u"pg:team"_s, m_bench->client());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::ErrorKind::Integrity);
    QVERIFY2(opened.error().message.contains(u"not a ledger as Countersign makes it"),
             qPrintable(opened.error().text()));
}

void TestTeamLedger::rewrittenByASuperuser_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("shorter");
    const auto row = [](const char *name, const QString &sql, bool shorter = false) {
        QTest::newRow(name) << sql << shorter;
    };
    row("a time", u"UPDATE countersign.event SET recv_us = recv_us + 1 WHERE seq = 4"_s);
    row("a vote turned round",
        u"UPDATE countersign.event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), "
        "'request-changes', 'approve'), 'UTF8') WHERE kind = 'vote'"_s);
    row("an event in the middle", u"DELETE FROM countersign.event WHERE seq = 3"_s);
    row("two events swapped", u"UPDATE countersign.event SET seq = 9 - seq + 1000 WHERE seq IN (4, 5); UPDATE "
                              "countersign.event SET seq = seq - 1000 WHERE seq > 1000"_s);
    row("another signature", u"UPDATE countersign.event SET sig = (SELECT sig FROM countersign.event WHERE seq = 4) "
                             "WHERE seq = 5"_s);
    row("the last event", u"DELETE FROM countersign.event WHERE seq = 5"_s, true);
    row("another ledger's name", u"UPDATE countersign.meta SET value = 'L-0000000000000000' WHERE key = 'ledger'"_s);
}

void TestTeamLedger::rewrittenByASuperuser()
{
    // Who administers the database switches the triggers off, edits, and switches them on again.
    QFETCH(QString, sql);
    QFETCH(bool, shorter);
    {
        Ledger ledger = team(*m_bench);
        const OpenedRevision opened =
            must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench->person(u"eve"_s)));
        must(vote(ledger, opened.change, opened.digest, VoteKind::RequestChanges, {}, {}, m_bench->person(u"bo"_s)));
    }
    QString all;
    for (const char *mode : {"DISABLE", "ENABLE ALWAYS"}) {
        for (const char *trigger : {"event %1 TRIGGER next_link", "event %1 TRIGGER kept", "event %1 TRIGGER whole",
                                    "meta %1 TRIGGER kept", "meta %1 TRIGGER whole"}) {
            all += u"ALTER TABLE countersign."_s + QString::fromLatin1(trigger).arg(QLatin1StringView(mode)) + u"; "_s;
        }
        all += qstrcmp(mode, "DISABLE") == 0 ? sql + u"; "_s : QString();
    }
    CS_REQUIRE(m_database->execute(all));
    const auto opened = Ledger::open(u"pg:team"_s, m_bench->client());
    if (shorter) {
        QVERIFY(opened && opened->state().readOnly && opened->state().mark == MarkState::Behind);
    } else {
        QVERIFY(!opened || opened->state().readOnly);
        QVERIFY(opened || opened.error().kind == base::ErrorKind::Integrity);
    }
}

void TestTeamLedger::callersSearchPath()
{
    // append() runs with its owner's rights: what a caller puts in front of pg_catalog must not be used by it.
    Ledger ledger = team(*m_bench);
    CS_REQUIRE(m_database->execute(
        u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'a_reviewer') THEN CREATE ROLE a_reviewer "
        "LOGIN; END IF; END $$; GRANT countersign_people TO a_reviewer; CREATE SCHEMA evil; "
        "CREATE FUNCTION evil.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\x00'::bytea $$; "
        "CREATE FUNCTION evil.length(bytea) RETURNS int LANGUAGE sql AS 'SELECT 32'; "
        "CREATE FUNCTION evil.convert_from(bytea, name) RETURNS text LANGUAGE sql AS $$ SELECT '{}' $$; "
        "GRANT USAGE ON SCHEMA evil TO a_reviewer"_s));
    for (const char *path : {"evil, pg_catalog", "evil", "pg_temp, evil, pg_catalog"}) {
        const auto refused = m_database->execute(u"SET SESSION AUTHORIZATION a_reviewer; SET search_path = %1; SELECT "
                                                 u"countersign.append('\\x00', '', 'vote', "
                                                 "'y', 'SSHSIG', '{}', NULL)"_s.arg(QLatin1StringView(path)));
        QVERIFY2(!refused && refused.error().text().contains(u"not an event"), path);
    }
    must(ledger.read());
    QCOMPARE(ledger.state().head.size, 2);
}

namespace {

/// Listens as another computer would and keeps the first packet of a client: a request for TLS, or all it has to say.
class Listener
{
public:
    Listener()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        inet_pton(AF_INET, "127.0.0.2", &address.sin_addr);
        socklen_t size = sizeof(address);
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_socket, 8) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
            qFatal("nothing listens");
        }
        m_port = QByteArray::number(ntohs(address.sin_port));
    }
    ~Listener() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Listener)

    [[nodiscard]] QByteArray port() const { return m_port; }
    /// What the clients that came have sent.
    [[nodiscard]] QByteArray said() const
    {
        QByteArray all;
        for (int client = ::accept(m_socket, nullptr, nullptr); client >= 0;
             client = ::accept(m_socket, nullptr, nullptr)) {
            QByteArray bytes(256, Qt::Uninitialized);
            const auto size = ::recv(client, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT);
            all += bytes.first(std::max<qsizetype>(size, 0));
            ::close(client);
        }
        return all;
    }

private:
    int m_socket = -1;
    QByteArray m_port;
};

} // namespace

void TestTeamLedger::hostsElsewhere_data()
{
    QTest::addColumn<QByteArray>("hosts");
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("another host in reserve") << QByteArray("host=%1,db.example.org\nport=5432,5432\n") << QByteArray();
    QTest::newRow("an address beside the name")
        << QByteArray("host=localhost\nhostaddr=127.0.0.2\nport=%port\n") << QByteArray();
    QTest::newRow("an address from the environment")
        << QByteArray("host=localhost\nport=%port\n") << QByteArray("127.0.0.2");
}

void TestTeamLedger::hostsElsewhere()
{
    // Whatever is not this computer needs TLS with a verified name, also where it hides behind a local one.
    QFETCH(QByteArray, hosts);
    QFETCH(QByteArray, variable);
    Ledger ledger = team(*m_bench);
    const QByteArray server = TestServers::postgresql()->folder.toUtf8();
    const Listener listener;
    const bool heard = hosts.contains("%port");
    hosts.replace("%port", listener.port());
    must(writeDurably(m_bench->path(u"services"_s), "[team]\n" + hosts.replace("%1", server) +
                                                        "sslmode=disable\ndbname=" + m_database->name().toUtf8() +
                                                        "\nuser=" + m_database->url().user.toUtf8() + '\n'));
    qputenv("PGHOSTADDR", variable);
    ClientOptions client = m_bench->client();
    client.timeout = std::chrono::seconds(2);
    const auto opened = Ledger::open(u"pg:team"_s, client);
    qunsetenv("PGHOSTADDR");
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::ErrorKind::Undecided);
    const QByteArray said = listener.said();
    QCOMPARE(said.toHex(), heard ? QByteArray("0000000804d2162f") : QByteArray()); // SSLRequest
}

void TestTeamLedger::unreachable()
{
    QVERIFY(writeDurably(m_bench->path(u"services"_s),
                         "[team]\nhost=" + m_bench->path(u"nowhere"_s).toUtf8() + "\ndbname=x\n"));
    QCOMPARE(Ledger::open(u"pg:team"_s, m_bench->client()).error().kind, base::ErrorKind::Undecided);
    QCOMPARE(Ledger::open(u"pg:unknown-service"_s, m_bench->client()).error().kind, base::ErrorKind::Undecided);
}

QTEST_GUILESS_MAIN(TestTeamLedger)
#include "tst_teamledger.moc"
