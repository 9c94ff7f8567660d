#include "gui/tour/askpass.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QTextStream>

#include <unistd.h>

#include <csignal>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto marker = "COUNTERSIGN_ASKPASS";

} // namespace

void offerAskpass()
{
    const bool has = !qEnvironmentVariableIsEmpty("SSH_ASKPASS") || QFileInfo::exists(u"/usr/bin/ssh-askpass"_s) ||
                     QFileInfo::exists(u"/usr/libexec/ssh-askpass"_s);
    if (!has) {
        qputenv("SSH_ASKPASS", QFile::encodeName(QCoreApplication::applicationFilePath()));
        qputenv(marker, "1");
    }
    // A terminal that this window was started from is not looked at.
    qputenv("SSH_ASKPASS_REQUIRE", "force");
}

bool isAskpass()
{
    return qEnvironmentVariableIsSet(marker) &&
           qEnvironmentVariable("SSH_ASKPASS") == QFileInfo(u"/proc/self/exe"_s).symLinkTarget();
}

int runAskpass(const QString &prompt)
{
    const QString kind = qEnvironmentVariable("SSH_ASKPASS_PROMPT");
    QDialog dialog;
    dialog.setObjectName(u"askpassDialog"_s);
    dialog.setWindowTitle(QDialog::tr("Your SSH key"));
    dialog.setMinimumWidth(460);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(plainLabel(QDialog::tr("Your SSH key"), &dialog, Token::Text, 1.3, true));
    QLabel *asked = wrappedLabel(base::show(prompt.trimmed(), true), &dialog, Token::Text);
    column->addWidget(asked);
    auto *answer = named(new QLineEdit(&dialog), u"askpassAnswer"_s, asked->text());
    answer->setEchoMode(QLineEdit::Password);
    const bool asks = kind != u"confirm"_s && kind != u"none"_s;
    answer->setVisible(asks);
    column->addWidget(answer);
    auto *buttons = new QDialogButtonBox(
        kind == u"none"_s ? QDialogButtonBox::Cancel : QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    QObject::connect(&dialog, &QDialog::finished, qApp,
                     [](int result) { QCoreApplication::exit(result == QDialog::Accepted ? 0 : 1); });
    dialog.open();
    dialog.activateWindow();
    const int code = QApplication::exec();
    // For ssh-keygen no answer is an empty one, and it would make a key that nothing protects.
    if (code != 0 && prompt.contains(u"passphrase)"_s)) {
        ::kill(::getppid(), SIGTERM);
    }
    if (code == 0 && asks) {
        QTextStream(stdout) << answer->text() << u'\n';
    }
    return code;
}

} // namespace countersign::gui
