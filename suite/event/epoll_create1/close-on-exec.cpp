// epoll_create1 gives the lowest free descriptor. EPOLL_CLOEXEC is its only flag.
// Covers: epoll_create1 EPOLL_CLOEXEC, EINVAL, EMFILE
#include "wali/test.h"

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  Fd plain(sys::epoll_create1(0).fd()), closing(sys::epoll_create1(EPOLL_CLOEXEC).fd());
  report("epoll_create1", int{plain});
  report("flags of the first", setup::descriptor_flags(plain));
  report("flags of the second", setup::descriptor_flags(closing));
  report("unknown flag", sys::epoll_create1(1));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(closing) + 1);
  report("no descriptor left", sys::epoll_create1(0));
}
