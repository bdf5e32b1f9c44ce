// Thousands of arguments arrive, each with its own bytes, and can be asked for in any order.
// Covers: arguments __cl_get_argc, __cl_copy_argv, many
// RUN: seq 4000 | xargs -n 4000 -s 200000 %launch %engine | %check
#include "wali/test.h"

void test() {
  report("count", start::wali_cl_get_argc());
  int out_of_place = 0;
  for (int i = start::wali_cl_get_argc() - 1; i > 0; --i) {
    char bytes[8];
    start::wali_cl_copy_argv(bytes, i);
    out_of_place += !(Text(bytes) == label(i).text());
  }
  report("arguments that are not their number", out_of_place);
  for (int i : {1, 10, 4000})
    report(label("length ", i), start::wali_cl_get_argv_len(i));
}
