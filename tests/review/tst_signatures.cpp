#include "base/digest.h"
#include "review/sshagent.h"
#include "review/sshsig.h"
#include "review/sshwire.h"
#include "review/workbench.h"

#include <QProcess>
#include <QTest>

#include <openssl/evp.h>

#include <memory>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

namespace {

bool run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
         QByteArray *output = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    if (output != nullptr) {
        *output = process.readAllStandardOutput();
    }
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

class TestSignatures : public QObject
{
    Q_OBJECT
private slots:
    void everyKindOfKey_data();
    void everyKindOfKey();
    void weakRsaIsRefused();
    void mutationsAreRefused();
    void sshKeygenAgrees();
    void keysOnTokens_data();
    void keysOnTokens();
    void agentSigns();
    void agentThatIsNotThere();
    void allowedSigners_data();
    void allowedSigners();
};

void TestSignatures::everyKindOfKey_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("ed25519") << QStringList{u"-t"_s, u"ed25519"_s};
    QTest::newRow("ecdsa 256") << QStringList{u"-t"_s, u"ecdsa"_s, u"-b"_s, u"256"_s};
    QTest::newRow("ecdsa 384") << QStringList{u"-t"_s, u"ecdsa"_s, u"-b"_s, u"384"_s};
    QTest::newRow("ecdsa 521") << QStringList{u"-t"_s, u"ecdsa"_s, u"-b"_s, u"521"_s};
    QTest::newRow("rsa 3072") << QStringList{u"-t"_s, u"rsa"_s, u"-b"_s, u"3072"_s};
}

void TestSignatures::everyKindOfKey()
{
    QFETCH(QStringList, arguments);
    const Workbench bench;
    const QString file = bench.path(u"key"_s);
    QVERIFY(run(u"ssh-keygen"_s, arguments + QStringList{u"-q"_s, u"-N"_s, QString(), u"-f"_s, file}));
    const KeyChoice key = must(keyFromFile(file));
    SigningOptions options;
    options.mayAsk = false;
    // ECDSA integers vary in length, so several signatures are looked at.
    for (int i = 0; i < 8; ++i) {
        const QByteArray message = "message " + QByteArray::number(i);
        const QByteArray signature = must(sign(key, eventNamespace, message, options));
        QCOMPARE(must(verifySshSignature(signature, eventNamespace, message)), key.key);
        QVERIFY(!verifySshSignature(signature, eventNamespace, message + '!'));
        QVERIFY(!verifySshSignature(signature, certificateNamespace, message));
        QVERIFY(!verifySshSignature(signature + '\0', eventNamespace, message));
        QCOMPARE(must(dearmorSshSignature(armorSshSignature(signature))), signature);
    }
}

void TestSignatures::weakRsaIsRefused()
{
    const Workbench bench;
    const QString file = bench.path(u"key"_s);
    QVERIFY(run(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"rsa"_s, u"-b"_s, u"2048"_s, u"-N"_s, QString(), u"-f"_s, file}));
    QVERIFY(keyFromFile(file).error().message.contains(u"3072"));
}

void TestSignatures::mutationsAreRefused()
{
    Workbench bench;
    const Signatory ada = bench.person(u"ada"_s);
    const QByteArray message = "the bytes";
    const QByteArray signature = must(sign(ada.key, eventNamespace, message, ada.options));
    for (qsizetype at = 0; at < signature.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = signature;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto key = verifySshSignature(changed, eventNamespace, message);
            QVERIFY2(!key, qPrintable(u"byte %1 bit %2"_s.arg(at).arg(bit)));
        }
        QVERIFY(!verifySshSignature(signature.first(at), eventNamespace, message));
    }
}

void TestSignatures::sshKeygenAgrees()
{
    Workbench bench;
    const Signatory ada = bench.person(u"ada"_s);
    const QByteArray message = preAuthenticationEncoding(eventPayloadType, "{}");
    const QByteArray signature = must(sign(ada.key, eventNamespace, message, ada.options));
    QVERIFY(writeDurably(bench.path(u"sig"_s), armorSshSignature(signature)));
    QVERIFY(writeDurably(bench.path(u"signers"_s), bench.signers({u"ada"_s})));
    const QStringList arguments{u"-Y"_s, u"verify"_s,
                                u"-f"_s, bench.path(u"signers"_s),
                                u"-I"_s, u"ada"_s,
                                u"-n"_s, QString::fromLatin1(eventNamespace),
                                u"-s"_s, bench.path(u"sig"_s)};
    QVERIFY(run(u"ssh-keygen"_s, arguments, message));
    QVERIFY(!run(u"ssh-keygen"_s, arguments, message + "x"));
}

namespace {

struct PkeyFree {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

/// What a token with an Ed25519 key answers (OpenSSH's PROTOCOL.u2f), with flags of our choice.
struct Token {
    std::unique_ptr<EVP_PKEY, PkeyFree> secret{EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")};
    QByteArray application = "ssh:";

    [[nodiscard]] PublicKey key() const
    {
        QByteArray point(32, '\0');
        std::size_t size = 32;
        EVP_PKEY_get_raw_public_key(secret.get(), reinterpret_cast<unsigned char *>(point.data()), &size);
        const QByteArray blob =
            WireWriter().string("sk-ssh-ed25519@openssh.com").string(point).string(application).bytes();
        return must(publicKeyFromBlob(blob));
    }

    [[nodiscard]] QByteArray sign(QByteArrayView nameSpace, const QByteArray &message, quint8 flags) const
    {
        const QByteArray trailer = WireWriter().byte(flags).number(7).bytes();
        const QByteArray data = base::sha256(application) + trailer + base::sha256(sshSignedData(nameSpace, message));
        QByteArray raw(64, '\0');
        std::size_t size = 64;
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, nullptr, nullptr, secret.get());
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(raw.data()), &size,
                       reinterpret_cast<const unsigned char *>(data.constData()),
                       static_cast<std::size_t>(data.size()));
        EVP_MD_CTX_free(context);
        return wrapSshSignature(key(), nameSpace,
                                WireWriter().string("sk-ssh-ed25519@openssh.com").string(raw).raw(trailer).bytes());
    }
};

} // namespace

void TestSignatures::keysOnTokens_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("goodWithUser");
    QTest::newRow("touched") << 0x01 << true << false;
    QTest::newRow("touched, user verified") << 0x05 << true << true;
    QTest::newRow("nobody there") << 0x00 << false << false;
    QTest::newRow("user verified, but not touched") << 0x04 << false << false;
}

void TestSignatures::keysOnTokens()
{
    QFETCH(int, flags);
    QFETCH(bool, good);
    QFETCH(bool, goodWithUser);
    const Workbench bench;
    const Token token;
    const QByteArray message = preAuthenticationEncoding(eventPayloadType, "{}");
    const QByteArray signature = token.sign(eventNamespace, message, static_cast<quint8>(flags));
    QCOMPARE(verifySshSignature(signature, eventNamespace, message).has_value(), good);
    QCOMPARE(verifySshSignature(signature, eventNamespace, message, UserVerification::Required).has_value(),
             goodWithUser);
    QVERIFY(!verifySshSignature(signature, eventNamespace, message + 'x'));
    // The flags are signed: they cannot be mended afterwards.
    QByteArray mended = signature;
    mended[mended.size() - 5] = '\x05';
    QCOMPARE(verifySshSignature(mended, eventNamespace, message).has_value(), flags == 0x05);
    // ssh-keygen takes the same bytes for a token's signature, whatever the flags are.
    QVERIFY(writeDurably(bench.path(u"sig"_s), armorSshSignature(signature)));
    QVERIFY(writeDurably(bench.path(u"signers"_s), "ada " + token.key().line().toUtf8() + '\n'));
    QVERIFY(run(u"ssh-keygen"_s,
                {u"-Y"_s, u"verify"_s, u"-f"_s, bench.path(u"signers"_s), u"-I"_s, u"ada"_s, u"-n"_s,
                 QString::fromLatin1(eventNamespace), u"-s"_s, bench.path(u"sig"_s)},
                message));
    const auto signers = must(parseAllowedSigners("ada verify-required " + token.key().line().toUtf8() + '\n'));
    QVERIFY(signers.size() == 1 && signers[0].verifyRequired && signers[0].key.onToken());
}

void TestSignatures::agentSigns()
{
    Workbench bench;
    const Signatory ada = bench.person(u"ada"_s);
    const QString socket = bench.path(u"agent"_s);
    QProcess agent;
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
    QVERIFY(agent.waitForStarted());
    QTRY_VERIFY(QFile::exists(socket));
    SigningOptions options;
    options.agentSocket = socket;
    options.keyFolder = bench.path(u"none"_s);
    QCOMPARE(findKeys(options).size(), 0);
    QProcess add;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_AUTH_SOCK"_s, socket);
    add.setProcessEnvironment(environment);
    add.start(u"ssh-add"_s, {u"-q"_s, ada.key.file});
    QVERIFY(add.waitForFinished() && add.exitCode() == 0);
    const QList<KeyChoice> keys = findKeys(options);
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys[0].key, ada.key.key);
    QVERIFY(sign(keys[0], eventNamespace, "x", options));
    KeyChoice other = bench.person(u"bo"_s).key;
    other.place = KeyPlace::Agent;
    QCOMPARE(sign(other, eventNamespace, "x", options).error().kind, base::ErrorKind::NotAllowed);
    agent.kill();
    agent.waitForFinished();
}

void TestSignatures::agentThatIsNotThere()
{
    Workbench bench;
    KeyChoice key = bench.person(u"ada"_s).key;
    key.place = KeyPlace::Agent;
    SigningOptions options;
    options.agentSocket = bench.path(u"nothing"_s);
    QCOMPARE(sign(key, eventNamespace, "x", options).error().kind, base::ErrorKind::Undecided);
}

void TestSignatures::allowedSigners_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"ada KEY1\nbo KEY2\n"_s << true;
    QTest::newRow("comment and namespaces")
        << u"# people\n\nada namespaces=\"countersign-*\" KEY1 ada@host\n"_s << true;
    QTest::newRow("exact namespaces") << u"ada namespaces=\"git,countersign-event-v1,countersign-checkpoint-v1,"
                                         "countersign-certificate-v1\",verify-required KEY1\n"_s
                                      << true;
    QTest::newRow("some of the namespaces") << u"ada namespaces=\"countersign-event-v1\" KEY1\n"_s << false;
    QTest::newRow("none of the namespaces")
        << u"ada namespaces=\"countersign-*,!countersign-event-v1\" KEY1\n"_s << false;
    QTest::newRow("open quote") << u"ada namespaces=\" KEY1\n"_s << false;
    QTest::newRow("two keys for one") << u"ada KEY1\nada KEY2\n"_s << true;
    QTest::newRow("one key for two") << u"ada KEY1\nbo KEY1\n"_s << false;
    QTest::newRow("wildcard") << u"* KEY1\n"_s << false;
    QTest::newRow("list") << u"ada,bo KEY1\n"_s << false;
    QTest::newRow("authority") << u"ada cert-authority KEY1\n"_s << false;
    QTest::newRow("validity") << u"ada valid-before=\"20300101\" KEY1\n"_s << false;
    QTest::newRow("other namespace") << u"ada namespaces=\"git\" KEY1\n"_s << false;
    QTest::newRow("no key") << u"ada ssh-ed25519\n"_s << false;
    QTest::newRow("garbage") << u"ada ssh-ed25519 AAAA\n"_s << false;
    QTest::newRow("upper case") << u"Ada KEY1\n"_s << false;
}

void TestSignatures::allowedSigners()
{
    QFETCH(QString, pattern);
    QFETCH(bool, good);
    static Workbench bench;
    const QString text = QString(pattern)
                             .replace(u"KEY1"_s, bench.person(u"ada"_s).key.key.line())
                             .replace(u"KEY2"_s, bench.person(u"bo"_s).key.key.line());
    QCOMPARE(parseAllowedSigners(text.toUtf8()).has_value(), good);
}

QTEST_GUILESS_MAIN(TestSignatures)
#include "tst_signatures.moc"
