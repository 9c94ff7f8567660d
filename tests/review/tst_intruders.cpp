#include "review/sentencebench.h"

#include <QTest>

using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// What somebody tries who may change the branch, its history, the environment variables of a program or the files
/// beside the ledger; with the command line alone. Lines as SentenceBench takes them.
class TestIntruders : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY2(m_bench.prepare(), m_bench.said()); }
    void branch_data();
    void branch() { resists(); }
    void history_data();
    void history() { resists(); }
    void surroundings_data();
    void surroundings() { resists(); }
    void targets_data();
    void targets() { resists(); }
    void ledgerFile_data();
    void ledgerFile() { resists(); }
    void pipelines_data();
    void pipelines() { resists(); }

private:
    void resists()
    {
        QFETCH(QStringList, lines);
        QVERIFY2(m_bench.hold(lines), m_bench.said());
    }

    SentenceBench m_bench;
};

namespace {

const QStringList approve{u"bo 0 review vote {C} approve --digest {D}"_s,
                          u"cy 0 review vote {C} approve --digest {D}"_s};
const QString git = u"git init -q . && git config user.name x && git config user.email x@example.org && "_s;
const QString asEve = u"git -c user.name=e -c user.email=Eve@example.org "_s;
const QString byCertificate = u"gate check --cert c --env production --dir migrations --trust "_s;
const QString open = u"bo 0 review open --env production --dir migrations"_s;
const QString eveVotes = u"eve 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s;
const QString newPolicy = u" && sed -i 's/^serial = .*/serial = 2/' policy.toml"_s;
const QString activate = u"ada 0 policy activate policy.toml --signers signers"_s;

void row(const char *attack, const QStringList &lines)
{
    QTest::newRow(attack) << lines;
}

} // namespace

void TestIntruders::branch_data()
{
    QTest::addColumn<QStringList>("lines");
    const QStringList certified = approve + QStringList{u"ci 0 cert issue {C} --out c"_s};
    row("a trust file that Git tracks is the branch's",
        certified + QStringList{u"sh 0 "_s + git + u"cp trust.toml kept.toml && git add trust.toml"_s,
                                u"- 2 "_s + byCertificate + u"trust.toml"_s, u"- 2 cert verify c --trust trust.toml"_s,
                                u"- 0 "_s + byCertificate + u"kept.toml"_s, u"- 0 cert verify c --trust kept.toml"_s});
    row("a link to the trust file that Git tracks",
        certified +
            QStringList{u"sh 0 "_s + git +
                            u"mkdir -p ../outside.$$ && cp trust.toml kept.toml && ln -s kept.toml link.toml && "
                            u"git add link.toml && rmdir ../outside.$$"_s,
                        u"- 2 "_s + byCertificate + u"link.toml"_s, u"- 0 "_s + byCertificate + u"kept.toml"_s});
    row("a link outside to a trust file that Git tracks",
        certified + QStringList{u"sh 0 mkdir repo && cp trust.toml repo && cd repo && "_s + git +
                                    u"git add trust.toml && cd .. && ln -s repo/trust.toml link.toml"_s,
                                u"- 2 "_s + byCertificate + u"link.toml"_s});
    row("a folder on the way to the trust file is a link that Git tracks",
        certified + QStringList{u"sh 0 mkdir real repo && cp trust.toml real && cd repo && "_s + git +
                                    u"ln -s ../real conf && git add conf"_s,
                                u"- 2 "_s + byCertificate + u"repo/conf/trust.toml"_s,
                                u"- 0 "_s + byCertificate + u"real/trust.toml"_s});
    row("a trust file in a submodule",
        certified + QStringList{u"sh 0 "_s + git + u"mkdir sub && cp trust.toml sub && cd sub && "_s + git +
                                    u"git add trust.toml"_s,
                                u"- 2 "_s + byCertificate + u"sub/trust.toml"_s});
    row("where Git does not say whose the trust file is",
        certified + QStringList{u"sh 0 "_s + git + u"cp trust.toml kept.toml && printf x >.git/index"_s,
                                u"- 2 "_s + byCertificate + u"kept.toml"_s});
    row("variables that hide the repository around the trust file",
        certified + QStringList{u"sh 0 "_s + git +
                                u"git add trust.toml && for v in GIT_DIR=/none GIT_WORK_TREE=/ GIT_INDEX_FILE=/none "
                                u"GIT_CEILING_DIRECTORIES=$PWD GIT_CONFIG_GLOBAL=/none; do env $v {ctl} "_s +
                                byCertificate + u"trust.toml --json >/dev/null 2>&1; [ $? = 2 ] || exit 1; done"_s});
    row("a trust file that Git tracks, on a computer that knows the ledger",
        approve + QStringList{u"sh 0 "_s + git + u"git add trust.toml"_s, u"- 0 GATE"_s, u"sh 0 mv state kept"_s,
                              u"- 2 GATE"_s});
    row("a ledger that Git tracks",
        approve + QStringList{u"sh 0 "_s + git + u"git add ledger.sqlite"_s,
                              u"- 0 gate check --change {C} --env production --dir migrations"_s,
                              u"sh 0 mv state kept"_s,
                              u"- 2 gate check --change {C} --env production --dir migrations"_s});
    row("a certificate for the same files and another environment",
        {u"eve 0 review open --env staging --dir migrations"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"ci 0 cert issue {C} --out c"_s, u"- 1,ENV_DIFFERS "_s + byCertificate + u"trust.toml"_s,
         u"- 1,ENV_DIFFERS "_s + byCertificate + u"trust.toml --online"_s});
    row("a certificate once more, after the deployment",
        certified + QStringList{u"ci 0 gate begin --cert c --env production --dir migrations --trust trust.toml"_s,
                                u"ci 0 gate finish {A} --result ok"_s,
                                u"- 1,ALREADY_DEPLOYED "_s + byCertificate + u"trust.toml --online"_s,
                                u"ci 1,ALREADY_DEPLOYED gate begin --cert c --env production --dir migrations "_s +
                                    u"--trust trust.toml"_s});
    row("a certificate of the revision before",
        certified +
            QStringList{u"sh 0 cp -r migrations before; echo >>migrations/V1__note.sql"_s,
                        u"eve 0 review revise {C} --dir migrations"_s,
                        u"- 1,SUPERSEDED gate check --cert c --env production --dir before --trust trust.toml "_s +
                            u"--online"_s});
    row("a certificate by a policy that was replaced",
        certified +
            QStringList{u"sh 0 sed -i 's/slots = .*/slots = [\"dba\", \"owner\", \"lead\"]/' policy.toml"_s + newPolicy,
                        activate, u"- 1,SLOT_UNFILLED "_s + byCertificate + u"trust.toml --online"_s,
                        u"sh 0 sed -i 's/^min_serial.*/min_serial = 2/' trust.toml"_s,
                        u"- 4,POLICY_INVALID "_s + byCertificate + u"trust.toml"_s});
    row("a policy with the serial of the one before",
        {u"sh 0 sed -i 's/slots = .*/slots = [\"dba\"]/' policy.toml"_s,
         u"ada 5 policy activate policy.toml --signers signers"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"- 1,SLOT_UNFILLED GATE"_s});
    row("states that do not exist are not empty lists",
        {u"- 2 review list --state aproved"_s, u"- 0 review list --state pending"_s});
}

void TestIntruders::history_data()
{
    QTest::addColumn<QStringList>("lines");
    const QString written = u"sh 0 "_s + git + u"git add migrations && "_s + asEve + u"commit -qm a"_s;
    row("who wrote a script may not approve it", {written, open, eveVotes});
    row("a renamed script keeps its author",
        {written + u" && git mv migrations/V1__note.sql migrations/V2__note.sql && git commit -qm b"_s, open,
         eveVotes});
    row("a script that was moved into the folder keeps its author",
        {u"sh 0 "_s + git + u"mkdir draft && cp migrations/V1__note.sql draft/d.sql && git add draft && "_s + asEve +
             u"commit -qm a && git mv draft/d.sql migrations/V3__d.sql && git commit -qm b && rm migrations/V1*"_s,
         open, eveVotes});
    row("a script in a submodule has an author, too",
        {u"sh 0 "_s + git + u"git commit -q --allow-empty -m a && mkdir migrations/sub && cd migrations/sub && "_s +
             git + u"echo 'SELECT 1;' >V2__b.sql && git add . && "_s + asEve + u"commit -qm b"_s,
         open, eveVotes});
    row("an author who is named in a trailer",
        {u"sh 0 "_s + git + u"git add migrations && git commit -qm 'a\n\nCo-authored-by: E <eve@EXAMPLE.org>'"_s, open,
         eveVotes});
    row("an author whom a mailmap renames", {u"sh 0 echo 'X <x@example.org> <eve@example.org>' >.mailmap; "_s +
                                                 written.mid(5) + u" && git config log.mailmap true"_s,
                                             open, eveVotes});
    row("a replaced commit",
        {written + u" && new=$(git log -1 --format=%T | xargs git commit-tree -m a) && git replace HEAD $new"_s, open,
         eveVotes});
    row("grafts that hide the commit before",
        {written + u" && echo '-- more' >>migrations/V1__note.sql && git commit -qam b && "_s +
             u"git rev-parse HEAD >.git/info/grafts"_s,
         open, eveVotes});
    const QString elsewhere = u" {ctl} review open --env production --dir migrations --as bo --key {file:bo} --ledger "
                              u"sqlite:ledger.sqlite --json --no-input >o 2>err && "
                              u"{ctl} review vote $(sed 's/.*\"change\":\"\\([^\"]*\\)\".*/\\1/' o) approve --digest "
                              u"$(sed 's/.*\"digest\":\"\\([^\"]*\\)\".*/\\1/' o) --as eve --key {file:eve} --ledger "
                              u"sqlite:ledger.sqlite --json --no-input >v 2>&1; [ $? = 6 ]"_s;
    for (const char *variable :
         {"GIT_DIR=$PWD/other/.git", "GIT_WORK_TREE=/", "GIT_CEILING_DIRECTORIES=$PWD", "GIT_GRAFT_FILE=$PWD/graft",
          "GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=log.mailmap GIT_CONFIG_VALUE_0=true", "GIT_NAMESPACE=x",
          "GIT_OBJECT_DIRECTORY=$PWD/other/.git/objects", "GIT_LITERAL_PATHSPECS=0", "GIT_EXTERNAL_DIFF=/bin/true"}) {
        QTest::addRow("another history by %s", variable)
            << QStringList{written + u" && git init -q other && : >graft"_s,
                           u"sh 0 env %1"_s.arg(QString::fromLatin1(variable)) + elsewhere};
    }
    row("a folder that only looks like a repository",
        {written + u" && git init -q --bare bare && cp -r bare/HEAD bare/config bare/objects bare/refs migrations/"_s,
         u"bo 2 review open --env production --dir migrations"_s});
    row("a repository that Git does not read",
        {written + u" && printf x >.git/HEAD"_s, u"bo 2 review open --env production --dir migrations"_s});
    row("a repository without a commit has nobody to name", {u"sh 0 git init -q ."_s, open});
    row("an address that nobody of the roster has is named",
        QStringList{u"sh 0 "_s + git + u"git add migrations && git commit -qm a"_s,
                    u"eve 0,SELF_APPROVAL review open --env production --dir migrations"_s} +
            approve + QStringList{u"- 0,SELF_APPROVAL GATE"_s});
}

void TestIntruders::surroundings_data()
{
    QTest::addColumn<QStringList>("lines");
    const QString vote =
        u" {ctl} review vote {C} approve --digest {D} --ledger sqlite:ledger.sqlite --json --no-input "_s;
    row("an agent with somebody else's keys signs for nobody else",
        {u"sh 0 eval $(ssh-agent -s) >/dev/null; ssh-add -q {file:mallory};"_s + vote +
             u"--as ada >v 2>&1; e=$?; kill $SSH_AGENT_PID; [ $e = 6 ]"_s,
         u"- 1,SLOT_UNFILLED GATE"_s});
    row("an agent that is no socket",
        {u"sh 0 mkfifo agent; SSH_AUTH_SOCK=$PWD/agent"_s + vote + u"--as bo >v 2>&1; [ $? = 6 ]"_s,
         u"sh 0 SSH_AUTH_SOCK=/dev/null"_s + vote + u"--as bo --key {file:bo} >v 2>&1"_s});
    row("a program that only calls itself ssh-keygen",
        {u"sh 0 mkdir bin && printf '#!/bin/sh\\ncat >/dev/null\\necho -----BEGIN SSH SIGNATURE-----\\necho eHh4\\n"
         u"echo -----END SSH SIGNATURE-----\\n' >bin/ssh-keygen && chmod +x bin/ssh-keygen && PATH=$PWD/bin:$PATH"_s +
             vote + u"--as bo --key {file:bo} >v 2>&1; [ $? = 4 ]"_s,
         u"- 1,SLOT_UNFILLED GATE"_s});
    row("a program that signs with another key",
        {u"sh 0 mkdir bin && printf '#!/bin/sh\\nexec /usr/bin/ssh-keygen -q -Y sign -n countersign-event-v1 -f %s\\n' "
         u"{file:mallory} >bin/ssh-keygen && chmod +x bin/ssh-keygen && PATH=$PWD/bin:$PATH"_s +
             vote + u"--as bo --key {file:bo} >v 2>&1; [ $? = 4 ]"_s,
         u"- 1,SLOT_UNFILLED GATE"_s});
    row("a public key beside a private key of somebody else",
        {u"sh 0 cp {file:mallory} k && cp {file:bo}.pub k.pub &&"_s + vote + u"--as bo --key k >v 2>&1; [ $? != 0 ]"_s,
         u"- 1,SLOT_UNFILLED GATE"_s});
    row("no memory of the ledger: the head is pinned",
        approve +
            QStringList{u"sh 0 cp ledger.sqlite old"_s, u"cy 0 review vote {C} veto --digest {D} -m no"_s,
                        u"sh 0 {ctl} ledger head --ledger sqlite:ledger.sqlite | tail -1 >head; cp old ledger.sqlite"_s,
                        u"sh 0 export XDG_STATE_HOME=$PWD/none; {ctl} gate check --change {C} --env production --dir "
                        u"migrations --trust trust.toml --ledger sqlite:ledger.sqlite --expect-head $(cat head) --json "
                        u">v 2>&1; [ $? = 4 ]"_s});
    row("a state folder that cannot be written",
        approve +
            QStringList{u"sh 0 : >blocked; export XDG_STATE_HOME=$PWD/blocked; {ctl} gate check --change {C} --env "
                        u"production --dir migrations --trust trust.toml --ledger sqlite:ledger.sqlite --json "
                        u">v 2>&1; [ $? = 3 ] || [ $? = 2 ]"_s});
    row("a mark that somebody replaced by one of another ledger",
        approve +
            QStringList{u"sh 0 cd state/countersign/marks && sed -i 's/L-[0-9A-Z]*/L-0000000000000000/' L-*"_s,
                        u"sh 0 {ctl} gate check --change {C} --env production --dir migrations --trust trust.toml "
                        u"--ledger sqlite:ledger.sqlite --json >v 2>&1; e=$?; [ $e = 0 ] || [ $e -ge 3 ]"_s});
    row("the clock, a year back and a year ahead",
        approve +
            QStringList{u"sh 0 command -v faketime >/dev/null || exit 0; faketime -f -1y {ctl} gate check --change "
                        u"{C} --env production --dir migrations --trust trust.toml --ledger sqlite:ledger.sqlite "
                        u"--json >v 2>&1; [ $? = 3 ]"_s});
    row("a language in which the answers would be others",
        approve + QStringList{u"sh 0 for l in tr_TR.UTF-8 C POSIX zh_CN.GB18030; do LC_ALL=$l LANG=$l {ctl} gate check "
                              u"--change {C} --env production --dir migrations --trust trust.toml --ledger "
                              u"sqlite:ledger.sqlite --json >v 2>&1 || exit 1; done"_s});
    row("options given twice, and those that look like others",
        approve + QStringList{
                      u"- 2 GATE --expect-hea 1:aaaaaaaaaa"_s, u"- 2 GATE --no-such"_s,
                      u"- 1,ENV_DIFFERS GATE --env staging"_s, u"- 2 gate check --change {C} --env production"_s,
                      u"- 2 gate check --change {C} --cert c --env production --dir migrations --trust trust.toml"_s});
}

void TestIntruders::targets_data()
{
    QTest::addColumn<QStringList>("lines");
    const QString prepare = u"sh 0 sqlite3 shop.db 'CREATE TABLE trips (id int)'; printf 'workspace = 1\\nledger = "
                            u"\"sqlite:ledger.sqlite\"\\n"
                            u"[environment.production]\\nurl = \"sqlite:shop.db\"\\n' >countersign.toml"_s;
    const QString moved = u"sed -i 's/shop.db/moved.db/' countersign.toml"_s;
    const QStringList reviewed =
        QStringList{prepare, u"eve 0 review open --env production --dir migrations --check"_s} + approve +
        QStringList{u"- 0 GATE --db production"_s};
    row("a SQLite file that was moved",
        reviewed +
            QStringList{u"sh 0 mv shop.db moved.db; "_s + moved, u"- 1,ENV_DIFFERS GATE --db production"_s,
                        // Both are named: what was found and what was approved.
                        u"sh 0 {ctl} gate check --change {C} --env production --dir migrations --trust trust.toml "
                        u"--ledger sqlite:ledger.sqlite --db production | grep -E "
                        u"'target is \"sqlite:.*moved.db\"; what was reviewed is for \"sqlite:.*shop.db\"'"_s,
                        u"sh 0 mv moved.db shop.db; sed -i 's/moved.db/shop.db/' countersign.toml"_s,
                        u"- 0 GATE --db production"_s});
    row("a copy of a SQLite file",
        reviewed + QStringList{u"sh 0 cp shop.db moved.db; "_s + moved, u"- 1,ENV_DIFFERS GATE --db production"_s});
    row("a link to a SQLite file is the file",
        reviewed + QStringList{u"sh 0 ln -s shop.db moved.db; "_s + moved, u"- 0 GATE --db production"_s});
    row("another database in the place of a SQLite file",
        reviewed + QStringList{u"sh 0 sqlite3 new.db 'CREATE TABLE trips (id int, gone int)'; mv new.db shop.db"_s,
                               u"- 1,BASE_MOVED GATE --db production"_s});
    row("confirmed against another database than the one that was deployed to",
        reviewed +
            QStringList{
                u"ci 0 gate begin --change {C} --env production --dir migrations --trust trust.toml --db production"_s,
                u"ci 5 gate confirm {A} --db production"_s,
                u"sh 0 sqlite3 shop.db <migrations/V1__note.sql; cp shop.db moved.db"_s,
                u"ci 0 gate finish {A} --result ok"_s, u"ci 4,ENV_DIFFERS gate confirm {A} --db sqlite:moved.db"_s,
                u"ci 0 gate confirm {A} --db production"_s,
                u"ci 4,ENV_DIFFERS gate confirm {A} --db sqlite:moved.db"_s});
    row("a target that is not there",
        reviewed + QStringList{u"sh 0 rm shop.db"_s,
                               u"sh 0 {ctl} gate check --change {C} --env production --dir migrations "
                               u"--trust trust.toml --ledger sqlite:ledger.sqlite --db production "
                               u"--json >v 2>&1; [ $? = 2 ] || [ $? = 3 ]"_s,
                               u"sh 0 [ ! -e shop.db ]"_s});
}

void TestIntruders::ledgerFile_data()
{
    QTest::addColumn<QStringList>("lines");
    for (const char *sql :
         {"CREATE TRIGGER extra AFTER INSERT ON event BEGIN SELECT 1; END", "CREATE TABLE approved (change TEXT)",
          "CREATE INDEX extra ON event (kind)", "CREATE TABLE event_copy AS SELECT * FROM event",
          "DROP TRIGGER event_kept; CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT 1; END",
          "PRAGMA user_version = 0", "CREATE VIRTUAL TABLE extra USING fts5(a)"}) {
        QTest::addRow("planted: %s", sql)
            << approve + QStringList{u"sh 0 sqlite3 ledger.sqlite \"%1\""_s.arg(QString::fromLatin1(sql)),
                                     u"- 4 GATE"_s, u"bo 4 review vote {C} abstain --digest {D}"_s};
    }
    row("a write-ahead log beside the ledger",
        approve +
            QStringList{u"sh 0 cp ledger.sqlite evil.sqlite; sqlite3 evil.sqlite 'PRAGMA journal_mode=WAL; PRAGMA "
                        u"wal_autocheckpoint=0; DROP TRIGGER event_kept; DELETE FROM event WHERE seq=4; .shell cp "
                        u"evil.sqlite-wal ledger.sqlite-wal' >/dev/null 2>&1; [ -s ledger.sqlite-wal ] || head -c "
                        u"4096 /dev/urandom >ledger.sqlite-wal"_s,
                        u"sh 0 {ctl} gate check --change {C} --env production --dir migrations --trust trust.toml "
                        u"--ledger sqlite:ledger.sqlite --json >v 2>&1; e=$?; [ $e = 0 ] || [ $e -ge 3 ]"_s,
                        u"cy 0 review vote {C} veto --digest {D} -m no"_s, u"- 1,VETO GATE"_s});
    row("the journal of another file",
        approve +
            QStringList{u"sh 0 sqlite3 x.db 'CREATE TABLE a (b); INSERT INTO a VALUES (1)'; cp x.db "
                        u"ledger.sqlite-journal"_s,
                        u"sh 0 {ctl} gate check --change {C} --env production --dir migrations --trust trust.toml "
                        u"--ledger sqlite:ledger.sqlite --json >v 2>&1; e=$?; [ $e = 0 ] || [ $e -ge 3 ]"_s,
                        u"- 0 ledger verify --full"_s});
    row("fewer events, seen by a second client that knew more",
        QStringList{u"sh 0 cp ledger.sqlite old; cp -r state second"_s} + approve +
            QStringList{
                u"sh 0 XDG_STATE_HOME=$PWD/second {ctl} review status {C} --ledger sqlite:ledger.sqlite >/dev/null"_s,
                u"sh 0 cp old ledger.sqlite; XDG_STATE_HOME=$PWD/second {ctl} review list --ledger "
                u"sqlite:ledger.sqlite --json >v 2>&1; [ $? = 4 ]"_s,
                u"- 4,ROLLED_BACK GATE"_s,
                u"ci 4 gate begin --change {C} --env production --dir migrations "
                u"--trust trust.toml"_s});
    row("a rolled back ledger is moved nowhere",
        QStringList{u"sh 0 cp ledger.sqlite old"_s} + approve +
            QStringList{u"sh 0 cp old ledger.sqlite"_s, u"- 4,ROLLED_BACK ledger move sqlite:new.sqlite"_s,
                        u"sh 0 [ ! -e new.sqlite ]"_s});
    row("a ledger that is a folder, a device or somewhere else",
        {u"sh 0 mv ledger.sqlite l; mkdir ledger.sqlite"_s, u"- 4 GATE"_s,
         u"sh 0 rmdir ledger.sqlite; ln -s l ledger.sqlite"_s, u"- 4 GATE"_s,
         u"- 4 gate check --change {C} --env production --dir migrations --trust trust.toml --ledger sqlite:/dev/null"_s,
         u"- 2 gate check --change {C} --env production --dir migrations --trust trust.toml --ledger sqlite:"_s,
         u"- 2 gate check --change {C} --env production --dir migrations --trust trust.toml --ledger /etc/passwd"_s});
    row("a ledger in a folder that is reached by a link",
        approve +
            QStringList{u"sh 0 mkdir real && mv ledger.sqlite real && ln -s real way"_s,
                        u"- 0 gate check --change {C} --env production --dir migrations --trust trust.toml --ledger "
                        u"sqlite:way/ledger.sqlite"_s});
}

void TestIntruders::pipelines_data()
{
    QTest::addColumn<QStringList>("lines");
    const QString gate = u"--change {C} --env production --dir migrations --trust trust.toml "_s;
    row("names that another locale or a shell's * would order otherwise",
        QStringList{
            u"sh 0 cd migrations; for f in b.sql B.sql _a.sql V2__b.sql V10__c.sql U2__b.sql sub/x.sql; do mkdir "
            u"-p sub; echo 'SELECT 1;' >$f; done"_s,
            u"eve 0 review open --env production --dir migrations"_s} +
            approve +
            QStringList{u"sh 0 {ctl} gate stage --ledger sqlite:ledger.sqlite "_s + gate +
                            u"--out staged --list scripts && printf 'B.sql\nV10__c.sql\nV1__note.sql\nV2__b.sql\n"
                            u"_a.sql\nb.sql\nsub/x.sql\n' | cmp - scripts"_s,
                        u"sh 0 while IFS= read -r f; do cmp staged/$f migrations/$f || exit 1; done <scripts"_s});
    row("a name with a line break in the list of scripts",
        QStringList{u"sh 0 echo 'SELECT 1;' >\"$(printf 'migrations/V3__a\\nb.sql')\""_s,
                    u"eve 0 review open --env production --dir migrations"_s} +
            approve +
            QStringList{u"- 2 gate stage "_s + gate + u"--out staged --list scripts"_s,
                        u"sh 0 [ ! -e staged ] && [ ! -e scripts ]"_s});
    row("a link of the branch where the pipeline writes",
        approve + QStringList{u"sh 0 echo kept >trusted; for f in scripts attempt c; do ln -s trusted $f; done"_s,
                              u"- 0 gate stage "_s + gate + u"--out staged --list scripts"_s,
                              u"ci 0 cert issue {C} --out c"_s,
                              u"ci 0 gate begin "_s + gate + u"--attempt-file attempt"_s,
                              u"sh 0 [ \"$(cat trusted)\" = kept ]"_s});
    row("a program to notify that lies in the branch",
        {u"sh 0 sed -i 's|^second = 1|second = 1\\nnotify = [\"./page.sh\"]|' policy.toml"_s + newPolicy,
         u"ada 2 policy activate policy.toml --signers signers"_s,
         u"sh 0 sed -i 's|./page.sh|/bin/true|' policy.toml"_s, activate});
    row("an environment of the branch's settings as the target",
        approve + QStringList{u"sh 0 "_s + git +
                                  u"sqlite3 shop.db 'CREATE TABLE trips (id int)'; printf 'workspace = 1\\nledger = "
                                  u"\"sqlite:ledger.sqlite\"\\n[environment.prod]\\nurl = \"sqlite:shop.db\"\\n' "
                                  u">countersign.toml; git add countersign.toml"_s,
                              u"sh 0 {ctl} gate check --db prod "_s + gate + u"2>&1 | grep -q 'Git tracks'"_s,
                              u"- 2 GATE --db service:prod"_s});
    row("an answer that cannot be written is none",
        approve +
            QStringList{
                u"sh 0 for c in 'ledger export' 'ledger head' 'gate check "_s + gate +
                u"'; do {ctl} $c --ledger sqlite:ledger.sqlite --no-input >/dev/full 2>v; [ $? = 3 ] || exit 1; done"_s});
    row("standard streams that are closed",
        approve + QStringList{u"sh 0 {ctl} review vote {C} abstain --digest {D} --as bo --key {file:bo} --ledger "
                              u"sqlite:ledger.sqlite --no-input <&- >&- 2>&-"_s,
                              u"- 0 ledger verify --full"_s});
}

QTEST_GUILESS_MAIN(TestIntruders)
#include "tst_intruders.moc"
