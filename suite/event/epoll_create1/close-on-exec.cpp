// epoll_create1 gives the lowest free descriptor. EPOLL_CLOEXEC is its only flag.
// Covers: epoll_create1 EPOLL_CLOEXEC, EINVAL, EMFILE
#include "wali/test.h"

void test() {
  Fd plain(sys::epoll_create1(0).fd()), closing(sys::epoll_create1(EPOLL_CLOEXEC).fd());
  report("descriptors", label(static_cast<int>(plain), " and ", static_cast<int>(closing)));
  report("flags of the first", setup::descriptor_flags(plain));
  report("flags of the second", setup::descriptor_flags(closing));
  report("unknown flag", sys::epoll_create1(1));
  setup::limit(RLIMIT_NOFILE, 5);
  report("no descriptor left", sys::epoll_create1(0));
}
