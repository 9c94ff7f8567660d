#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// RELIABILITY F14 and F15 for ledger, certificate and gate: hostile.py gives names that want to be more than text to
/// every command and looks at every byte that is printed. A sample; CS_SOAK=1 takes all of them.
class TestHostileNames : public QObject
{
    Q_OBJECT
public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); }

private slots:
    void everySinkShowsThemAsText();
};

void TestHostileNames::everySinkShowsThemAsText()
{
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    const QString seed = qEnvironmentVariable("CS_SEED", u"20261121"_s);
    QStringList arguments{QStringLiteral(COUNTERSIGN_HOSTILE), program, seed};
    if (!qEnvironmentVariableIsSet("CS_SOAK")) {
        arguments << u"10"_s;
    }
    QProcess process;
    process.start(u"python3"_s, arguments);
    QVERIFY(process.waitForFinished(-1));
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, "seed " + seed.toUtf8() + said);
    const int outputs = said.split(' ').value(2).toInt();
    QVERIFY2(outputs >= 500, said);
    qInfo("%s", said.trimmed().constData());
}

QTEST_GUILESS_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
