// What a person reads where no keyring is: in containers, over ssh, on servers.

#include "db/keyring.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

class TestKeyring : public QObject
{
    Q_OBJECT
private slots:
    void absentKeyringIsNamed();
};

void TestKeyring::absentKeyringIsNamed()
{
    const QTemporaryDir nothing;
    const QString bus = nothing.filePath(u"no-bus"_s);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.toLocal8Bit());
    const auto url = db::parseConnectionUrl(u"postgresql://reader@db.example/shop?keyring=yes"_s);
    QVERIFY(url.has_value());
    const auto password = db::readKeyring(*url, {});
    QVERIFY(!password);
    QCOMPARE(password.error().kind, base::ErrorKind::Undecided);
    QVERIFY2(password.error().message.contains(u"Secret Service"_s), qPrintable(password.error().message));
    QVERIFY2(password.error().advice.contains(u".pgpass"_s), qPrintable(password.error().advice));
    const auto kept = db::writeKeyring(*url, u"s3cret"_s);
    QVERIFY(!kept);
    QVERIFY2(kept.error().message.contains(u"Secret Service"_s), qPrintable(kept.error().message));
    QVERIFY(!kept.error().text().contains(u"s3cret"_s));
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
