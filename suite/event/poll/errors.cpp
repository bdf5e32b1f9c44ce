// poll refuses bad arrays, and more entries than descriptors are allowed. With no entries it
// sleeps.
// Covers: poll EFAULT, EINVAL, nfds 0
#include "wali/test.h"

void test() {
  auto *bad = static_cast<pollfd *>(setup::bad_address());
  report("bad array", sys::poll(bad, 1, 0));
  report("NULL array of nothing", sys::poll(nullptr, 0, 0));
  setup::limit(RLIMIT_NOFILE, 8);
  pollfd entry = {0, 0, 0};
  report("more entries than descriptors", sys::poll(&entry, 9, 0));
  report("nfds of -1", sys::poll(&entry, 0xffffffff, 0));
}
