#include "gui/tour/commandline.h"

int main(int argc, char **argv)
{
    return countersign::gui::runConsole(argc, argv);
}
