// Closed descriptors, negative counts, negative times and bad addresses are
// refused, and the sets stay as they were.
// Covers: select EBADF, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  fd_set read = {{uint64_t{1} << 40}}, write = read, except = read;
  timeval zero = {0, 0}, negative = {-1, 0};
  report("closed descriptor", sys::select(41, &read, &write, &except, &zero));
  report("sets afterwards", label(Hex{read.bits[0]}, " ", Hex{write.bits[0]}, " ", Hex{except.bits[0]}));
  report("time afterwards", zero);
  zero = {0, 0};
  report("more than the limit of descriptors, no sets", sys::select(1 << 20, nullptr, nullptr, nullptr, &zero));
  zero = {0, 0};
  report("negative nfds", sys::select(-1, nullptr, nullptr, nullptr, &zero));
  zero = {0, 0};
  report("negative time", sys::select(0, nullptr, nullptr, nullptr, &negative));
  report("bad time", sys::select(0, nullptr, nullptr, nullptr, static_cast<timeval *>(setup::bad_address())));
  report("bad set", sys::select(41, static_cast<fd_set *>(setup::bad_address()), nullptr, nullptr, &zero));
  zero = {0, 0};
  report("closed descriptor beyond nfds", sys::select(40, &read, nullptr, nullptr, &zero));
}
