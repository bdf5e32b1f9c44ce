// RLIMIT_NOFILE bounds the numbers that dup gives out.
// Covers: dup EMFILE, RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  Fd last = setup::open(".", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 1);
  report("last descriptor", int{last});
  report("dup with none left", sys::dup(last));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 2);
  report("dup with one left", sys::dup(last));
  report("dup with none left", sys::dup(last));
}
