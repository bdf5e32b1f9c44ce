// Arguments that look like an engine's options, and bytes beyond ASCII, arrive unchanged and in order.
// Covers: arguments __cl_copy_argv, options
// RUN: %launch %engine --help -v --env-file=none -- --version - "a=b c" grün | %check
#include "wali/test.h"

void test() {
  report("count", start::wali_cl_get_argc());
  for (int i = 1; i < start::wali_cl_get_argc(); ++i)
    report(label("argument ", i), setup::argument(i));
}
