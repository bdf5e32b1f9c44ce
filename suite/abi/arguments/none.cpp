// Without arguments there is the program's name alone.
// Covers: arguments __cl_get_argc, none
#include "wali/test.h"

void test() { report("count", start::wali_cl_get_argc()); }
