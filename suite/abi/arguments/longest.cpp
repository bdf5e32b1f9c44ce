// The longest argument that Linux takes, 131071 bytes and a NUL, arrives whole.
// Covers: arguments __cl_get_argv_len, __cl_copy_argv, MAX_ARG_STRLEN
// RUN: head -c 131071 /dev/zero | tr '\0' x | xargs -0 -s 200000 %launch %engine | %check
#include "wali/test.h"

void test() {
  constexpr int longest = 131071;
  static GuardedBytes<longest + 1> buffer;
  report("count", start::wali_cl_get_argc());
  report("length", start::wali_cl_get_argv_len(1));
  report("copy", start::wali_cl_copy_argv(reinterpret_cast<char *>(*&buffer), 1));
  int others = 0;
  for (int i = 0; i < longest; ++i)
    others += (*buffer)[i] != 'x';
  report("other bytes", others);
  report("byte behind them", (*buffer)[longest]);
  report_walls("walls", buffer);
}
