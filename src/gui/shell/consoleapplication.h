#pragma once

#include "gui/shell/stallprobe.h"

#include <QApplication>

namespace countersign::gui {

/// QApplication that knows how long each event handler took.
class ConsoleApplication : public QApplication
{
    Q_OBJECT
public:
    ConsoleApplication(int &argc, char **argv);
    ~ConsoleApplication() override;

    [[nodiscard]] static ConsoleApplication *instance();
    [[nodiscard]] StallProbe &probe() { return m_probe; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    StallProbe m_probe;
};

} // namespace countersign::gui
