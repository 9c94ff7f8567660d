#include "base/error.h"
#include "base/show.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;

class TestShow : public QObject
{
    Q_OBJECT

private slots:
    void escapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"orders_2026 'é' 日本"_s << u"orders_2026 'é' 日本"_s;
        QTest::newRow("escape code") << u"a\x1b[31m"_s << u"a\\x1B[31m"_s;
        QTest::newRow("C1") << QString(QChar(0x9b)) << u"\\x9B"_s;
        QTest::newRow("bidi override") << u"a\u202eb"_s << u"a\\u202Eb"_s;
        QTest::newRow("zero width") << u"a\u200bb\ufeff"_s << u"a\\u200Bb\\uFEFF"_s;
        QTest::newRow("no-break space") << u"a\u00a0b"_s << u"a\\xA0b"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
        QTest::newRow("hangul filler") << u"a\u3164"_s << u"a\\u3164"_s;
        QTest::newRow("tag character") << QString::fromUcs4(U"a\U000E0041", 2) << u"a\\u{E0041}"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << u"\\uD800"_s;
        QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F600", 1) << QString::fromUcs4(U"\U0001F600", 1);
    }
    void escapes()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(base::show(text), shown);
        QCOMPARE(base::hasHiddenCharacters(text), text != shown);
    }

    void layout()
    {
        QCOMPARE(base::show(u"a\n\tb"_s), u"a\\x0A\\x09b"_s);
        QCOMPARE(base::show(u"a\n\tb\r"_s, true), u"a\n\tb\\x0D"_s);
    }

    void bytes()
    {
        QCOMPARE(base::showBytes(QByteArrayView("a\xff\xc3\xa9\xc3")), u"a\\xFF\u00e9\\xC3"_s);
        QCOMPARE(base::showBytes(QByteArrayView("\xed\xa0\x80")), u"\\xED\\xA0\\x80"_s);
    }

    void exitCodes()
    {
        QCOMPARE(base::exitCode(base::ErrorKind::Usage), 2);
        QCOMPARE(base::exitCode(base::ErrorKind::Undecided), 3);
        QCOMPARE(base::exitCode(base::ErrorKind::Integrity), 4);
        QCOMPARE(base::exitCode(base::ErrorKind::Conflict), 5);
        QCOMPARE(base::exitCode(base::ErrorKind::NotAllowed), 6);
        QCOMPARE(base::exitCode(base::ErrorKind::Defect), 70);
    }
};

QTEST_GUILESS_MAIN(TestShow)
#include "tst_show.moc"
