// RLIMIT_NOFILE bounds the numbers that dup gives out.
// Covers: dup EMFILE, RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  Fd file = setup::open(".", O_RDONLY);
  const int free = setup::lowest_free_descriptor();
  report("lowest free descriptor", free);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(free));
  report("dup with none left", sys::dup(file));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(free) + 1);
  report("dup with one left", sys::dup(file));
  report("dup with none left", sys::dup(file));
}
