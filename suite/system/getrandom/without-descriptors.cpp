// getrandom needs neither a file nor a descriptor: it works where none can be opened.
// Covers: getrandom no descriptor
#include "wali/test.h"

void test() {
  GuardedBytes<32> first, second;
  setup::limit(RLIMIT_NOFILE, 0);
  report("open", sys::open("/dev/urandom", O_RDONLY, 0));
  report("getrandom", sys::getrandom(&first, 32, 0));
  report("getrandom again", sys::getrandom(&second, 32, 0));
  report("bytes that differ, compared with 16", compared(differing_bytes(*&first, *&second, 32), size_t{16}));
}
