#include "review/event.h"
#include "review/json.h"

#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT
private slots:
    void acceptsOnlyTheCanonicalForm_data();
    void acceptsOnlyTheCanonicalForm();
    void limits();
    void payloadRoundTrip();
    void unknownKeysAndKinds();
    void shortLinks();
};

void TestJson::acceptsOnlyTheCanonicalForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, QByteArray bytes, bool good) { QTest::newRow(name) << bytes << good; };
    row("empty object", "{}", true);
    row("sorted", R"({"a":1,"b":[true,false,-5,"x"]})", true);
    row("unsorted", R"({"b":1,"a":2})", false);
    row("duplicate key", R"({"a":1,"a":1})", false);
    row("null", R"({"a":null})", false);
    row("space", R"({"a": 1})", false);
    row("fraction", "[1.5]", false);
    row("exponent", "[1e3]", false);
    row("minus zero", "[-0]", false);
    row("leading zero", "[01]", false);
    row("largest", "[9007199254740991]", true);
    row("2^53", "[9007199254740992]", false);
    row("huge", "[99999999999999999999999]", false);
    row("key outside ASCII", "{\"\xc3\xa4\":1}", false);
    row("bom", "\xef\xbb\xbf{}", false);
    row("trailing", "{}\n", false);
    row("invalid UTF-8", "[\"\xff\"]", false);
    row("overlong UTF-8", "[\"\xc0\xaf\"]", false);
    row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]", false);
    row("escaped surrogate", R"(["\ud800"])", false);
    row("escaped letter", R"(["\u0041"])", false);
    row("upper-case escape", R"(["\u001F"])", false);
    row("control escape", R"(["\u001f"])", true);
    row("newline must be short", R"(["\u000a"])", false);
    row("newline", R"(["\n"])", true);
    row("solidus escaped", R"(["\/"])", false);
    row("raw control", QByteArray("[\"\x01\"]"), false);
    row("emoji", "[\"\xf0\x9f\x98\x80\"]", true);
    row("BOM inside a string", "[\"\xef\xbb\xbfx\"]", true);
    row("NUL escape", R"(["\u0000"])", true);
    row("NUL byte", QByteArray("[\"\0\"]", 5), false);
    row("unfinished", R"(["a)", false);
    row("nothing", "", false);
    row("comma at end", "[1,]", false);
}

void TestJson::acceptsOnlyTheCanonicalForm()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, good);
    const auto json = decodeJson(bytes);
    QCOMPARE(json.has_value(), good);
    if (good) {
        QCOMPARE(json->encode(), bytes);
    } else {
        QCOMPARE(json.error().kind, base::ErrorKind::Integrity);
    }
}

void TestJson::limits()
{
    QVERIFY(decodeJson(QByteArray(jsonDepthLimit, '[') + QByteArray(jsonDepthLimit, ']')));
    QVERIFY(!decodeJson(QByteArray(jsonDepthLimit + 2, '[') + QByteArray(jsonDepthLimit + 2, ']')));
    QVERIFY(!decodeJson(QByteArray(100000, '[')));
    QVERIFY(!decodeJson("\"" + QByteArray(eventBytesLimit, 'x') + "\""));
}

void TestJson::payloadRoundTrip()
{
    Payload payload;
    payload.ledger = randomId(u'L');
    payload.change = randomId(u'C');
    payload.by = u"ada"_s;
    payload.at = 1790000000000000;
    payload.nonce = randomNonce();
    payload.seen = {QString(64, u'a'), QString(64, u'b')};
    payload.witness = {7, QString(64, u'c')};
    payload.body = Vote{QString(64, u'd'), VoteKind::RequestChanges, {u"data-loss"_s}, {}};
    const QByteArray bytes = encodePayload(payload);
    const auto decoded = decodePayload(bytes);
    QVERIFY(decoded);
    QCOMPARE(*decoded, payload);
    // Every single flipped bit is either refused or gives another payload, never the same one.
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto other = decodePayload(changed);
        QVERIFY(!other || *other != payload);
    }
}

void TestJson::unknownKeysAndKinds()
{
    Payload payload;
    payload.ledger = randomId(u'L');
    payload.by = u"ada"_s;
    payload.nonce = randomNonce();
    payload.body = Endorse{QString(64, u'a')};
    const QByteArray good = encodePayload(payload);
    QVERIFY(decodePayload(good));
    QByteArray newer = good;
    newer.replace("\"v\":1", "\"v\":2");
    QCOMPARE(decodePayload(newer).error().kind, base::ErrorKind::Undecided);
    QByteArray kind = good;
    kind.replace("\"endorse\"", "\"approve\"");
    QCOMPARE(decodePayload(kind).error().kind, base::ErrorKind::Undecided);
    QByteArray extra = good;
    extra.replace("\"v\":1", "\"v\":1,\"x\":1");
    QCOMPARE(decodePayload(extra).error().kind, base::ErrorKind::Integrity);
}

void TestJson::shortLinks()
{
    const QString link = u"ff"_s.repeated(32);
    QCOMPARE(shortLink(link), u"ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"_s);
    QCOMPARE(shortHead({1432, link}, 2), u"1432 · ZZZZZ-ZZZZZ"_s);
    QVERIFY(linkMatches(link, u"ZZZZZ-ZZZZZ"_s));
    QVERIFY(linkMatches(link, u"ffffffffff"_s));
    QVERIFY(!linkMatches(link, u"fff"_s));
    QVERIFY(!linkMatches(link, QString()));
    QVERIFY(!linkMatches(link, u"ZZZZZ-ZZZZY"_s));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
