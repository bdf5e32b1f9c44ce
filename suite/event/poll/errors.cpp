// poll refuses bad arrays, and more entries than there may be descriptors.
// Covers: poll EFAULT, EINVAL
#include "wali/test.h"

void test() {
  auto *bad = static_cast<pollfd *>(setup::bad_address());
  report("bad array", sys::poll(bad, 1, 0));
  report("NULL array of one", sys::poll(nullptr, 1, 0));
  setup::limit(RLIMIT_NOFILE, 8);
  pollfd entries[9] = {};
  report("as many entries as descriptors", sys::poll(entries, 8, 0));
  report("more entries than descriptors", sys::poll(entries, 9, 0));
  report("nfds of -1", sys::poll(entries, 0xffffffff, 0));
}
