// RLIMIT_NOFILE bounds the numbers that dup gives out.
// Covers: dup EMFILE, RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  Fd last = setup::open(".", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 1);
  report("dup with none left", sys::dup(last));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 2);
  Result one = sys::dup(last);
  report("dup with one left against the limit", compared(one.value, int64_t{last} + 1));
  report("dup with none left", sys::dup(last));
}
