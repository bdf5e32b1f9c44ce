// Closed descriptors, negative counts, negative times and bad addresses are
// refused, and the sets stay as they were.
// Covers: select EBADF, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  fd_set set = {};
  set.bits[0] = uint64_t{1} << 40;
  timeval zero = {0, 0}, negative = {-1, 0};
  report("closed descriptor", sys::select(41, &set, nullptr, nullptr, &zero));
  report("set afterwards", Hex{set.bits[0]});
  report("negative nfds", sys::select(-1, nullptr, nullptr, nullptr, &zero));
  report("negative time", sys::select(0, nullptr, nullptr, nullptr, &negative));
  report("bad time", sys::select(0, nullptr, nullptr, nullptr, static_cast<timeval *>(setup::bad_address())));
  report("bad set", sys::select(41, static_cast<fd_set *>(setup::bad_address()), nullptr, nullptr, &zero));
  report("closed descriptor beyond nfds", sys::select(40, &set, nullptr, nullptr, &zero));
}
