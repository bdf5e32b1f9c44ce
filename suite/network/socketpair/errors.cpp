// socketpair refuses families without pairs, unknown flags and protocols, and bad addresses.
// No descriptor is left over then.
// Covers: socketpair EAFNOSUPPORT, EOPNOTSUPP, EPROTONOSUPPORT, EINVAL, EFAULT, EMFILE
#include "wali/test.h"

void test() {
  Guarded<int[2]> ends;
  report("unknown flag", sys::socketpair(AF_UNIX, SOCK_STREAM | 0x100, 0, *&ends));
  report_poison("array", ends);
  report("AF_INET", sys::socketpair(AF_INET, SOCK_STREAM, 0, *&ends));
  report("family 99", sys::socketpair(99, SOCK_STREAM, 0, *&ends));
  report("protocol 9", sys::socketpair(AF_UNIX, SOCK_STREAM, 9, *&ends));
  report("bad array", sys::socketpair(AF_UNIX, SOCK_STREAM, 0, static_cast<int *>(setup::bad_address())));
  ends.fill();
  const int free = setup::lowest_free_descriptor();
  report("the only free descriptor", free);
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(free) + 1);
  report("room for one only", sys::socketpair(AF_UNIX, SOCK_STREAM, 0, *&ends));
  report_poison("array", ends);
  report("dup", sys::dup(0));
}
