// Empty arguments are counted, also at the end, and have the length 0. A copy of one is a NUL.
// Covers: arguments __cl_get_argc, __cl_get_argv_len, __cl_copy_argv, empty
// RUN: %launch %engine "" "" between "" | %check
#include "wali/test.h"

void test() {
  report("count", start::wali_cl_get_argc());
  for (int i = 1; i < start::wali_cl_get_argc(); ++i) {
    GuardedBytes<8> buffer;
    report(label("length ", i), start::wali_cl_get_argv_len(i));
    report(label("copy ", i), start::wali_cl_copy_argv(reinterpret_cast<char *>(*&buffer), i));
    report("bytes", buffer.bytes());
    report_walls("walls", buffer);
  }
}
