#pragma once

#include <QString>

namespace countersign::gui {

/// Lets ssh-keygen and ssh-agent ask in a window where the system has no ssh-askpass: this program then is one, too
/// (ssh(1), SSH_ASKPASS, SSH_ASKPASS_REQUIRE). Call before any thread is started that reads the environment.
void offerAskpass();

/// True when this process was started by ssh to ask.
[[nodiscard]] bool isAskpass();

/// Asks @p prompt and writes the answer to standard output. Exit code 0: answered; 1: declined. A
/// prompt of the kind "none" (touch the security key) only shows, until ssh ends this process.
[[nodiscard]] int runAskpass(const QString &prompt);

} // namespace countersign::gui
