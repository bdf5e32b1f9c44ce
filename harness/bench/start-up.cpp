// Nothing: from its start to its end is what a program costs at least.
#include "wali/test.h"

void test() {}
