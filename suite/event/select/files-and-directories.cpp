// select reports regular files and directories as both readable and writable, even at the end of a file, and whether
// the file is open for reading or for writing.
// Covers: select regular files, directories
#include "suite/event/states.h"

void test() { states::files(states::by_select); }
