// The first argument is the program's name. It has the length that __cl_get_argv_len returns, and
// __cl_copy_argv writes a NUL after it and nothing more.
// Covers: arguments __cl_get_argv_len, __cl_copy_argv, the program's name
#include "wali/test.h"

void test() {
  GuardedBytes<8192> name;
  const int length = start::wali_cl_get_argv_len(0);
  report("length", length);
  report("copy", start::wali_cl_copy_argv(reinterpret_cast<char *>(*&name), 0));
  report("length of the copy", Text(reinterpret_cast<char *>(*&name)).size);
  report_poison("bytes behind it", *&name + length + 1, 16);
  report_walls("walls", name);
}
