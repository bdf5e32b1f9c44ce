// select tells regular files and directories as readable and writable, whatever they have and however
// they are open.
// Covers: select regular files, directories
#include "suite/event/states.h"

void test() { states::files(states::by_select); }
