#include "review/sentencebench.h"

#include <QTest>

using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// What the specification of ledger and gate promises, sentence by sentence, tried with the command line alone and by
/// editing files. Each case is a list of lines as SentenceBench takes them.
class TestSentences : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_bench.prepare(), m_bench.said()); }
    void holds_data();
    void holds();
    void resists_data();
    void resists() { holds(); }

private:
    SentenceBench m_bench;
};

void TestSentences::holds_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *sentence, const QStringList &lines) { QTest::newRow(sentence) << lines; };
    const QStringList approve{u"bo 0 review vote {C} approve --digest {D}"_s,
                              u"cy 0 review vote {C} approve --digest {D}"_s};
    const QString newPolicy = u" && sed -i 's/^serial = .*/serial = 2/' policy.toml"_s;
    const QString activate = u"ada 0 policy activate policy.toml --signers signers"_s;

    row("approved is derived: two people for two slots",
        QStringList{u"- 1,SLOT_UNFILLED GATE"_s} + approve + QStringList{u"- 0 GATE"_s, u"- 0 review status {C}"_s});
    row("a vote names what was read",
        {u"bo 2 review vote {C} approve"_s, u"bo 2 review vote {C} approve --digest abc"_s,
         u"bo 2 review vote {C} approve --digest 000000000000"_s, u"bo 2 review vote {C} agree --digest {D}"_s});
    row("nobody who contributed counts, nor another key of theirs",
        {u"eve 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s,
         u"sh 0 echo 'eve {line:eve2}' >>signers"_s + newPolicy, activate,
         u"eve2 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s, u"- 1 GATE"_s});
    row("a contributor of any revision",
        QStringList{u"sh 0 echo >>migrations/V1__note.sql"_s, u"bo 0 review revise {C} --dir migrations"_s,
                    u"bo 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s,
                    u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                    u"bo 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s});
    row("one person fills one slot", {u"bo 0 review vote {C} approve --digest {D}"_s,
                                      u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("machines never review",
        {u"ci 6 review vote {C} approve --digest {D}"_s, u"ci 6 review comment {C} --at object:trips -m no"_s,
         u"cy 0 emergency open {C} --incident I --reason down"_s, u"ci 6 emergency endorse {C}"_s,
         u"- 1 GATE --accept-emergency"_s});
    row("strangers and borrowed names",
        {u"mallory 6,KEY_UNKNOWN review vote {C} approve --digest {D}"_s,
         u"- 6,KEY_UNKNOWN review vote {C} approve --digest {D} --as ada --key {file:bo}"_s});
    row("policy and roster come from admins, not from the branch",
        QStringList{u"sh 0 sed -i 's/slots = .*/slots = [\"dba\"]/' policy.toml"_s + newPolicy,
                    u"eve 6 policy activate policy.toml --signers signers"_s,
                    u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("a reviewer who leaves takes the vote along",
        approve + QStringList{u"- 0 GATE"_s,
                              u"sh 0 sed -i '/person.bo/,+1d' policy.toml; sed -i '/^bo /d' signers"_s + newPolicy,
                              activate, u"- 1,SLOT_UNFILLED GATE"_s,
                              u"bo 6,KEY_UNKNOWN review vote {C} approve --digest {D}"_s});
    row("a key stays with its person",
        {u"sh 0 sed -i 's|^eve .*|eve {line:eve2}|; s|^cy .*|cy {line:eve}|' signers"_s + newPolicy,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s});
    row("a policy that nobody can read as it is",
        {u"sh 0 sed -i 's/\\[person.bo\\]/# \\xe2\\x80\\xae\\n&/' policy.toml"_s + newPolicy,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s,
         u"sh 0 sed -i '/^#/d; s/slots = \\[\"dba\"\\]/slots = [\"db\\xd0\\xb0\"]/' policy.toml"_s,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s});
    for (const char *line :
         {"* {line:mallory}", "ada,mallory {line:mallory}", "mallory cert-authority {line:mallory}",
          "mallory valid-after=\"20200101\" {line:mallory}", "mallory namespaces=\"git\" {line:mallory}",
          "mallory {line:bo}", "!ada {line:mallory}", "Mallory {line:mallory}"}) {
        QTest::addRow("allowed_signers: %s", line)
            << QStringList{u"sh 0 echo '%1' >>signers"_s.arg(QString::fromLatin1(line)) + newPolicy,
                           u"ada 2 policy activate policy.toml --signers signers"_s};
    }
    row("a vote is for one environment",
        {u"eve 0 review open --env staging --dir migrations"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"- 1,ENV_DIFFERS GATE"_s, u"- 0 gate check --change {C} --env staging --dir migrations --trust trust.toml"_s,
         u"- 1,ENV_DIFFERS gate check --change {C} --env nowhere --dir migrations --trust trust.toml"_s});
    row("votes are for bytes",
        approve + QStringList{u"sh 0 sed -i 's/$/\\r/' migrations/*"_s, u"- 1,BYTES_DIFFER GATE"_s,
                              u"sh 0 rm migrations/*"_s, u"- 1,EMPTY_SET GATE"_s,
                              u"sh 0 ln -s ../policy.toml migrations/V1__note.sql"_s, u"- 2 GATE"_s});
    row("a risk without a report is unknown, which is the strictest",
        {u"eve 0 review open --env production --dir migrations --risk low"_s,
         u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("hidden text is acknowledged, with a report or without",
        {u"sh 0 printf 'SELECT 1; -- \\u202e\\n' >>migrations/V1__note.sql"_s,
         u"eve 0 review open --env production --dir migrations"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"cy 0 review vote {C} approve --digest {D} --ack hidden-text"_s, u"- 1,ACK_MISSING GATE"_s,
         u"bo 0 review vote {C} approve --digest {D} --ack hidden-text"_s, u"- 0 GATE"_s});
    row("a new revision makes approvals stale",
        approve + QStringList{u"sh 0 echo '-- a comment' >>migrations/V1__note.sql"_s,
                              u"eve 0 review revise {C} --dir migrations"_s, u"- 1,SUPERSEDED GATE"_s});
    row("a veto blocks later revisions, too",
        QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s,
                    u"sh 0 echo '-- better' >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                    u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,VETO GATE"_s,
                    u"bo 6 review vote {C} veto --digest {D} -m no"_s, u"cy 0 review vote {C} approve --digest {D}"_s,
                    u"- 0 GATE"_s});
    row("a revoked key signs nothing more, a compromised one has signed nothing",
        approve + QStringList{u"eve 6 key revoke {key:bo}"_s, u"ada 0 key revoke {key:bo} --compromised-since 1"_s,
                              u"- 1,KEY_REVOKED GATE"_s, u"bo 6 review vote {C} approve --digest {D}"_s});
    row("an emergency is two people, a flag, and no other bytes",
        {u"eve 6 emergency open {C} --incident I --reason down"_s,
         u"cy 0 emergency open {C} --incident I --reason down"_s, u"cy 6 emergency endorse {C}"_s,
         u"- 1 GATE --accept-emergency"_s, u"bo 0 emergency endorse {C}"_s, u"- 1 GATE"_s,
         u"- 0 GATE --accept-emergency"_s, u"sh 0 echo >>migrations/V1__note.sql"_s,
         u"- 1,BYTES_DIFFER GATE --accept-emergency"_s});
    row("what an emergency owes can be paid after the change went on",
        {u"cy 0 emergency open {C} --incident I --reason down"_s, u"bo 0 emergency endorse {C}"_s,
         u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
         u"ada 0 emergency review {C} accept"_s});
    row("an earlier approval does not hold an emergency up",
        approve + QStringList{u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                              u"cy 0 emergency open {C} --incident I --reason down"_s, u"bo 0 emergency endorse {C}"_s,
                              u"- 0 GATE --accept-emergency"_s});
    row("one deployment at a time, by deployers",
        approve +
            QStringList{
                u"bo 6 gate begin --change {C} --env production --dir migrations --trust trust.toml"_s,
                u"ci 0 gate begin --change {C} --env production --dir migrations --trust trust.toml --attempt-file a"_s,
                u"sh 0 [ \"$(cat a)\" = {A} ]"_s,
                u"ci 1,ALREADY_DEPLOYED gate begin --change {C} --env production --dir migrations --trust trust.toml"_s,
                u"eve 6 gate finish {A} --result ok"_s, u"ci 0 gate finish {A} --result ok"_s,
                u"ci 5 gate finish {A} --result failed"_s, u"- 1,ALREADY_DEPLOYED GATE"_s});
    row("verified bytes go into a fresh folder",
        approve + QStringList{
                      u"- 0 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out"_s,
                      u"sh 0 [ \"$(stat -c %a out)\" = 700 ] && cmp out/V1__note.sql migrations/V1__note.sql"_s,
                      u"- 5 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out"_s,
                      u"sh 0 echo >>migrations/V1__note.sql; ln -s /tmp link"_s,
                      u"- 1 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out2"_s,
                      u"sh 0 [ ! -e out2 ]"_s});
    // Certificates.
    const QString byCertificate = u"gate check --cert c --env production --dir migrations --trust trust.toml"_s;
    const QStringList certified = approve + QStringList{u"ci 0 cert issue {C} --out c"_s, u"- 0 "_s + byCertificate};
    row("nothing is certified that is not approved", {u"ci 1 cert issue {C} --out c"_s, u"sh 0 [ ! -e c ]"_s});
    row("a certificate needs its trust file",
        certified + QStringList{u"- 2 gate check --cert c --env production --dir migrations"_s,
                                u"sh 0 sed -i 's/^min_serial.*/min_serial = 2/' trust.toml"_s,
                                u"- 4,POLICY_INVALID "_s + byCertificate});
    for (const char *edit :
         {"truncate -s -1 c", "echo >>c", "sed -i '1s/^/\\xef\\xbb\\xbf/' c", "sed -i 's/{/{ /' c", ": >c",
          "sed -i 's/certificate.v1/emergency.v1/' c", "sed -i 's/^{/{\"payload\":\"eA==\",/' c",
          "head -c 300000 /dev/zero | tr '\\0' '[' >c", "head -c 5000 /dev/urandom >c"}) {
        QTest::addRow("a certificate after: %s", edit)
            << certified + QStringList{u"sh 0 %1"_s.arg(QString::fromLatin1(edit)), u"- 4 "_s + byCertificate};
    }
    row("online the gate sees what came later",
        certified + QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s, u"- 0 "_s + byCertificate,
                                u"- 1,VETO "_s + byCertificate + u" --online"_s});
    // The ledger's file.
    row("a ledger that became shorter is rolled back",
        QStringList{u"sh 0 cp ledger.sqlite old"_s} + approve +
            QStringList{u"sh 0 cp old ledger.sqlite"_s, u"- 4,ROLLED_BACK GATE"_s, u"- 4 review status {C}"_s,
                        u"- 4 review list"_s, u"- 4 review show {C}"_s, u"- 4 ledger head"_s, u"- 4 ledger verify"_s,
                        u"ada 4,ROLLED_BACK review vote {C} abstain --digest {D}"_s});
    row("a ledger that went another way is forked",
        QStringList{u"sh 0 cp ledger.sqlite old"_s} + approve +
            QStringList{u"sh 0 cp old ledger.sqlite; mv state kept"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
                        u"cy 0 review vote {C} approve --digest {D}"_s, u"- 0 GATE"_s,
                        u"sh 0 rm -r state && mv kept state"_s, u"- 4,FORKED GATE"_s, u"- 4 ledger verify"_s});
    row("the pinned head", approve + QStringList{u"- 4,ROLLED_BACK GATE --expect-head 99:%1"_s.arg(QString(64, u'a')),
                                                 u"- 4,FORKED GATE --expect-head 2:%1"_s.arg(QString(64, u'a')),
                                                 u"- 2 GATE --expect-head soon"_s});
    for (const char *sql :
         {"DELETE FROM event WHERE seq = 3", "DELETE FROM event WHERE seq = 1",
          "UPDATE event SET recv_us = recv_us - 1", "UPDATE event SET kind = 'comment' WHERE kind = 'vote'",
          "UPDATE event SET sig = zeroblob(80) WHERE seq = 5",
          "UPDATE meta SET value = 'L-0000000000000000' WHERE key = 'ledger'",
          "UPDATE meta SET value = '9' WHERE key = 'format'", "DELETE FROM meta", "CREATE VIEW approved AS SELECT 1",
          "PRAGMA application_id = 1", "PRAGMA journal_mode = WAL",
          "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'approve', 'abstain') AS BLOB)"}) {
        QTest::addRow("the ledger after: %s", sql)
            << approve + QStringList{u"sh 0 bash tamper \"%1\" >/dev/null"_s.arg(QString::fromLatin1(sql)),
                                     u"- 4 GATE"_s, u"- 4 ledger verify --full"_s};
    }
    row("who contributed cannot be made unknown",
        QStringList{u"sh 0 echo {D} >first; echo >>migrations/V1__note.sql"_s,
                    u"eve 0 review revise {C} --dir migrations"_s} +
            approve +
            QStringList{u"- 0 GATE"_s, u"sh 0 bash tamper \"DELETE FROM blob WHERE sha256 = x'$(cat first)'\""_s,
                        u"- 1,BYTES_DIFFER GATE"_s, u"- 4 ledger verify --full"_s});
    row("a computer that sees the ledger first is told which one to trust",
        approve +
            QStringList{
                u"sh 0 printf 'workspace = 1\\nledger = \"sqlite:ledger.sqlite\"\\n' >countersign.toml; mv state kept"_s,
                u"sh 2 env -u LEDGER {ctl} gate check --change {C} --env production --dir migrations"_s,
                u"- 0 GATE"_s});
    row("files that are no ledger", {u"sh 0 : >ledger.sqlite"_s, u"- 4 GATE"_s, u"sh 0 rm ledger.sqlite"_s,
                                     u"- 2 GATE"_s, u"sh 0 head -c 9000 /dev/urandom >ledger.sqlite"_s, u"- 4 GATE"_s,
                                     u"sh 0 rm ledger.sqlite; mkfifo ledger.sqlite"_s, u"- 4 GATE"_s});
}

/// What somebody tries who may touch the folder, the ledger's file, the clock or the moment.
void TestSentences::resists_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *attack, const QStringList &lines) { QTest::newRow(attack) << lines; };
    const QStringList approve{u"bo 0 review vote {C} approve --digest {D}"_s,
                              u"cy 0 review vote {C} approve --digest {D}"_s};
    const QString target = u" --change {C} --env production --dir migrations --trust trust.toml"_s;
    const QString stage = u" gate stage"_s + target;
    const QString newPolicy = u" && sed -i 's/^serial = .*/serial = 2/' policy.toml"_s;
    const QString activate = u"ada 0 policy activate policy.toml --signers signers"_s;
    const QString sign = u" --ledger sqlite:ledger.sqlite --json --no-input >/dev/null 2>&1"_s;
    const QString begin = u"{ctl} gate begin"_s + target + u" --as ci --key {file:ci}"_s + sign;

    // The folder.
    for (const char *edit :
         {"ln -s ../other migrations/sub", "ln -s V1__note.sql migrations/V2__again.sql", "mkfifo migrations/V2__p.sql",
          "ln -s /dev/zero migrations/V2__zero.sql", "rm -r migrations && ln -s /dev/null migrations",
          "rm -r migrations && mkfifo migrations", "rm -r migrations"}) {
        QTest::addRow("no plain files: %s", edit)
            << approve + QStringList{u"sh 0 mkdir other; %1"_s.arg(QString::fromLatin1(edit)), u"- 2 GATE"_s,
                                     u"- 2"_s + stage + u" --out out"_s, u"sh 0 [ ! -e out ]"_s};
    }
    for (const char *edit :
         {"cp migrations/V1__note.sql migrations/v1__note.sql", "mv migrations/V1__note.sql migrations/V1__NOTE.SQL",
          "cp migrations/V1__note.sql $'migrations/V1__note.sql\\n'",
          "mv migrations/V1__note.sql $'migrations/V1__note.sql '",
          "cp migrations/V1__note.sql $'migrations/V2__\\xff.sql'",
          "mkdir migrations/sub && mv migrations/*.sql migrations/sub",
          "printf '\\xef\\xbb\\xbf' | cat - migrations/V1__note.sql >x && mv x migrations/V1__note.sql",
          "truncate -s -1 migrations/V1__note.sql", "printf '\\0' >>migrations/V1__note.sql"}) {
        QTest::addRow("other names or bytes: %s", edit)
            << approve + QStringList{u"sh 0 %1"_s.arg(QString::fromLatin1(edit)), u"- 1,BYTES_DIFFER GATE"_s,
                                     u"- 1,BYTES_DIFFER"_s + stage + u" --out out"_s, u"sh 0 [ ! -e out ]"_s};
    }
    row("a name that is composed otherwise",
        QStringList{u"sh 0 mv migrations/V1__note.sql $'migrations/V1__caf\\xc3\\xa9.sql'"_s,
                    u"eve 0 review open --env production --dir migrations"_s} +
            approve +
            QStringList{u"- 0 GATE"_s, u"sh 0 mv migrations/V1* $'migrations/V1__cafe\\xcc\\x81.sql'"_s,
                        u"- 1,BYTES_DIFFER GATE"_s});
    row("staged bytes are no link to the checkout",
        approve + QStringList{u"sh 0 ln migrations/V1__note.sql twin"_s, u"- 0"_s + stage + u" --out out"_s,
                              u"sh 0 cp out/V1__note.sql was && echo 'DROP TABLE trips;' >>twin"_s,
                              u"sh 0 cmp out/V1__note.sql was && [ \"$(stat -c %h out/V1__note.sql)\" = 1 ]"_s,
                              u"- 1,BYTES_DIFFER GATE"_s});
    row("a place for the staged files that somebody prepared",
        approve + QStringList{u"sh 0 mkdir elsewhere; ln -s elsewhere out; ln -s nowhere out2; mkfifo out3"_s,
                              u"- 5"_s + stage + u" --out out"_s, u"- 5"_s + stage + u" --out out2"_s,
                              u"- 5"_s + stage + u" --out out3"_s,
                              u"sh 0 [ -z \"$(ls elsewhere)\" ] && [ ! -e nowhere ]"_s});
    row("files to write that are links",
        approve + QStringList{u"sh 0 echo mine >victim; ln -s victim c; ln -s victim a"_s,
                              u"ci 0 cert issue {C} --out c"_s, u"ci 0 gate begin"_s + target + u" --attempt-file a"_s,
                              u"sh 0 [ \"$(cat victim)\" = mine ]"_s});
    row("certificates and trust files that never end",
        approve + QStringList{u"sh 0 mkfifo pipe"_s,
                              u"- 2 gate check --cert pipe --env production --dir migrations --trust trust.toml"_s,
                              u"- 2 gate check --cert /dev/zero --env production --dir migrations --trust trust.toml"_s,
                              u"- 2 gate check --change {C} --env production --dir migrations --trust pipe"_s});
    // The moment.
    row("eight deployments begin at once: one does",
        approve + QStringList{u"sh 0 for i in 1 2 3 4 5 6 7 8; do ( "_s + begin +
                                  u"; echo $? >exit.$i ) & done; wait; [ \"$(cat exit.* | grep -cx 0)\" = 1 ] && "
                                  u"[ \"$(cat exit.* | grep -cx -E '1|5')\" = 7 ]"_s,
                              u"- 1,ALREADY_DEPLOYED GATE"_s, u"- 0 ledger verify --full"_s});
    row("eight stage into one folder at once: one does, and it is complete",
        approve + QStringList{u"sh 0 for i in 1 2 3 4 5 6 7 8; do ( {ctl}"_s + stage + u" --out out"_s + sign +
                                  u"; echo $? >exit.$i ) & done; wait; [ \"$(cat exit.* | grep -cx 0)\" = 1 ] && "
                                  u"cmp out/V1__note.sql migrations/V1__note.sql"_s,
                              u"sh 0 ls -A | grep -v -x -E 'out|exit.[0-9]' | grep -c out; [ $? = 1 ]"_s});
    row("killed while staging: nothing or all of it",
        approve +
            QStringList{u"sh 0 for i in $(seq 1 25); do timeout -s KILL 0.0$((i % 10))$i {ctl}"_s + stage +
                            u" --out out.$i"_s + sign +
                            u"; [ ! -e out.$i ] || cmp out.$i/V1__note.sql migrations/V1__note.sql || exit 1; done"_s,
                        u"- 0 ledger verify --full"_s});
    row("killed while voting and beginning: the ledger is whole",
        {u"sh 0 for i in $(seq 1 25); do timeout -s KILL 0.0$((i % 10))$i {ctl} review vote {C} approve --digest {D} "
         u"--as bo --key {file:bo}"_s +
             sign + u"; timeout -s KILL 0.0$((9 - i % 10))$i "_s + begin + u"; done; true"_s,
         u"bo 0 ledger outbox --send"_s, u"- 0 ledger verify --full"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("a veto between asking and beginning",
        approve + QStringList{u"- 0"_s + stage + u" --out out"_s, u"cy 0 review vote {C} veto --digest {D} -m no"_s,
                              u"ci 1,VETO gate begin"_s + target});
    row("another policy between asking and beginning",
        approve +
            QStringList{u"- 0 GATE"_s,
                        u"sh 0 sed -i 's/slots = .*/slots = [\"dba\", \"owner\", \"lead\"]/' policy.toml"_s + newPolicy,
                        activate, u"ci 1,SLOT_UNFILLED gate begin"_s + target});
    // Keys and people.
    row("several keys are one person",
        QStringList{u"sh 0 echo 'bo {line:mallory}' >>signers"_s + newPolicy, activate,
                    u"bo 0 review vote {C} approve --digest {D}"_s,
                    u"- 0 review vote {C} approve --digest {D} --as bo --key {file:mallory}"_s,
                    u"- 1,SLOT_UNFILLED GATE"_s});
    row("a veto is not lifted by another key that is not in the roster",
        QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s,
                    u"- 6,KEY_UNKNOWN review vote {C} withdraw --digest {D} --as cy --key {file:mallory}"_s,
                    u"- 1,VETO GATE"_s});
    row("a revoked key stays revoked when a policy names it again",
        approve + QStringList{u"ada 0 key revoke {key:bo} --compromised-since 1"_s,
                              u"sh 0 echo '# the same keys' >>signers"_s + newPolicy, activate,
                              u"bo 6 review vote {C} approve --digest {D}"_s, u"- 1,KEY_REVOKED GATE"_s});
    row("authors waive, resolve and dismiss nothing",
        {u"eve 6 review waive {C} rollback --reason 'it is only a column, believe me' --until 2030-01-01"_s,
         u"cy 0 review comment {C} --at object:trips -m why --blocking"_s, u"- 1,COMMENT_OPEN GATE"_s,
         u"bo 0 review vote {C} request-changes --digest {D} -m please"_s, u"- 1,CHANGES_REQUESTED GATE"_s});
    for (const char *name : {"../../ada", "ada\\nbo", "-ada", "ADA", "\\u202eada", "ada bo"}) {
        QTest::addRow("signing as \"%s\"", name) << QStringList{
            u"sh 0 {ctl} review vote {C} approve --digest {D} --as \"$(printf '%b' '%1')\" --key {file:ada}"_s.replace(
                u"%1"_s, QString::fromLatin1(name)) +
                sign + u"; e=$?; [ $e = 2 ] || [ $e = 6 ]"_s,
            u"- 1,SLOT_UNFILLED GATE"_s};
    }
    // Policies, formats, other ledgers.
    for (const char *edit : {"policy = 1\\nnew_rule = true", "policy = 1\\npolicy = 1", "policy = \\\"1\\\""}) {
        QTest::addRow("a policy that begins with %s", edit) << QStringList{
            u"sh 0 sed -i \"s/^policy = 1/%1/\" policy.toml"_s.arg(QString::fromLatin1(edit)) + newPolicy,
            u"ada 2 policy activate policy.toml --signers signers"_s, u"- 1 GATE"_s};
    }
    row("formats that are newer are not guessed at",
        approve + QStringList{u"sh 0 sed -i 's/^policy = 1/policy = 2/' policy.toml"_s + newPolicy,
                              u"ada 3 policy activate policy.toml --signers signers"_s, u"- 0 GATE"_s,
                              u"sh 0 cp ledger.sqlite was; sqlite3 ledger.sqlite 'PRAGMA user_version = 2'"_s,
                              u"- 3 GATE"_s,
                              u"sh 0 cp was ledger.sqlite; sed -i 's/^trust = .*/trust = 2/' trust.toml"_s,
                              u"sh 0 {ctl} gate check"_s + target + sign + u"; [ $? -ge 2 ]"_s});
    row("a certificate of another workspace with the same names",
        approve + QStringList{u"ada 0 ledger init sqlite:twin.sqlite --trust twin.toml --ledger sqlite:twin.sqlite"_s,
                              u"ada 0 policy activate policy.toml --signers signers --ledger sqlite:twin.sqlite"_s,
                              u"eve 0 review open --env production --dir migrations --ledger sqlite:twin.sqlite"_s,
                              u"bo 0 review vote {C} approve --digest {D} --ledger sqlite:twin.sqlite"_s,
                              u"cy 0 review vote {C} approve --digest {D} --ledger sqlite:twin.sqlite"_s,
                              u"ci 0 cert issue {C} --out c --ledger sqlite:twin.sqlite"_s,
                              u"- 0 gate check --cert c --env production --dir migrations --trust twin.toml"_s,
                              u"- 4 gate check --cert c --env production --dir migrations --trust trust.toml"_s,
                              u"- 1,NO_REVIEW GATE"_s});
    // The ledger's file.
    const QString elsewhere = u"XDG_STATE_HOME=$PWD/state2 {ctl} review vote {C} %1 --digest {D} -m no --as bo --key "
                              u"{file:bo} --ledger sqlite:copy.sqlite --json --no-input >/dev/null"_s;
    row("two offline copies with contradicting votes: the one that stops counts",
        QStringList{u"sh 0 cp ledger.sqlite copy.sqlite; cp -r state state2"_s} + approve +
            QStringList{u"- 0 GATE"_s, u"sh 0 "_s + elsewhere.arg(u"request-changes"_s),
                        u"ada 0 ledger merge sqlite:copy.sqlite"_s, u"- 1,CHANGES_REQUESTED GATE"_s,
                        u"- 0 ledger verify --full"_s});
    row("an old backup takes no veto away",
        QStringList{u"- 0 ledger backup --out old.sqlite"_s} + approve +
            QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s, u"sh 0 cp old.sqlite ledger.sqlite"_s,
                        u"bo 4,ROLLED_BACK review vote {C} approve --digest {D}"_s, u"- 4,ROLLED_BACK GATE"_s,
                        u"ci 4 gate begin"_s + target, u"ci 4 cert issue {C} --out c"_s});
    row("a ledger with a second name has a second journal",
        approve + QStringList{u"sh 0 ln ledger.sqlite twin.sqlite"_s, u"- 2 GATE"_s, u"sh 0 rm twin.sqlite"_s,
                              u"- 0 GATE"_s});
    row("a hot journal that somebody left",
        approve + QStringList{u"sh 0 head -c 4096 /dev/urandom >ledger.sqlite-journal"_s,
                              u"sh 0 {ctl} gate check"_s + target + sign + u"; e=$?; [ $e = 0 ] || [ $e -ge 3 ]"_s,
                              u"- 0 ledger verify --full"_s});
}

void TestSentences::holds()
{
    QFETCH(QStringList, lines);
    QVERIFY2(m_bench.hold(lines), m_bench.said());
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
