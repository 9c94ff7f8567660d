#include "checks/check.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace countersign;
using namespace Qt::StringLiterals;
using checks::Phrase;
using checks::say;

namespace {

/// Turns the order of the places round.
class Backwards : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text == u"%1 loses %2"_s ? u"%2: von %1 verloren"_s : text == u"a value"_s ? u"ein Wert"_s : QString();
    }
};

QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%[1-9]"_s);
    QSet<QString> places;
    for (const QRegularExpressionMatch &match : place.globalMatch(text)) {
        places.insert(match.captured());
    }
    QStringList sorted = places.values();
    sorted.sort();
    return sorted;
}

} // namespace

class TestPhrase : public QObject
{
    Q_OBJECT

private slots:
    void namesStayAsTheyAre();
    void aWindowTranslatesAllParts();
    void everyRuleSaysWhatItIs();
    void translationsKeepThePlaces_data();
    void translationsKeepThePlaces();
};

void TestPhrase::namesStayAsTheyAre()
{
    const Phrase phrase = say("Finding", "%1 loses %2").arg(u"a%2%1"_s, u"b"_s);
    QCOMPARE(phrase.english(), u"a%2%1 loses b"_s);
    QCOMPARE((phrase + u"."_s).english(), u"a%2%1 loses b."_s);
    QCOMPARE(Phrase::joined({u"a"_s, Phrase(), say("Finding", "a value")}, u", "_s).english(), u"a, a value"_s);
    QVERIFY(Phrase().isEmpty());
    QVERIFY(Phrase::joined({}, u", "_s).isEmpty());
    QCOMPARE(say("Finding", "%1 rows").arg(7), say("Finding", "%1 rows").arg(u"7"_s));
}

void TestPhrase::aWindowTranslatesAllParts()
{
    Backwards translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const Phrase phrase = say("Finding", "%1 loses %2").arg(u"public.t"_s, say("Finding", "a value"));
    QCOMPARE(phrase.translated(), u"ein Wert: von public.t verloren"_s);
    QCOMPARE(phrase.english(), u"public.t loses a value"_s);
    QCOMPARE(say("Finding", "not known").translated(), u"not known"_s);
    QCoreApplication::removeTranslator(&translator);
}

void TestPhrase::everyRuleSaysWhatItIs()
{
    for (const checks::Rule &rule : checks::allRules()) {
        QVERIFY2(rule.description.english().endsWith(u'.'), qPrintable(rule.id));
    }
}

void TestPhrase::translationsKeepThePlaces_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << u"countersign_de.ts"_s;
    QTest::newRow("Chinese") << u"countersign_zh_CN.ts"_s;
}

void TestPhrase::translationsKeepThePlaces()
{
    QFETCH(QString, file);
    QFile ts(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR") + u"/translations/"_s + file);
    QVERIFY2(ts.open(QIODevice::ReadOnly), qPrintable(ts.fileName()));
    QXmlStreamReader xml(&ts);
    QString context;
    QString source;
    QStringList wrong;
    int sentences = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1 && context == "Finding"_L1) {
            ++sentences;
            const QString translation = xml.readElementText();
            if (placesOf(source) != placesOf(translation)) {
                wrong.append(source + u" => "_s + translation);
            }
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY2(sentences > 400, "the sentences of the rules are not in the translations");
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestPhrase)
#include "tst_phrase.moc"
