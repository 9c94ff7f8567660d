#pragma once

namespace countersign::gui {

/// The program `countersign`: reads the command line, opens a window or makes the tour, returns the exit code
/// (0 done, 1 the tour found something, 2 usage).
int runConsole(int argc, char **argv);

} // namespace countersign::gui
