// Closed descriptors, negative counts, wrong times and bad addresses are
// refused, and the sets stay as they were.
// Covers: pselect6 EBADF, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  fd_set read = {{uint64_t{1} << 40}}, write = read, except = read;
  timespec zero = {0, 0}, many = {0, 1000000000};
  report("closed descriptor", sys::pselect6(41, &read, &write, &except, &zero, nullptr));
  report("sets afterwards", label(Hex{read.bits[0]}, " ", Hex{write.bits[0]}, " ", Hex{except.bits[0]}));
  report("time afterwards", zero);
  zero = {0, 0};
  report("more than the limit of descriptors, no sets",
         sys::pselect6(1 << 20, nullptr, nullptr, nullptr, &zero, nullptr));
  zero = {0, 0};
  report("negative nfds", sys::pselect6(-1, nullptr, nullptr, nullptr, &zero, nullptr));
  zero = {0, 0};
  report("a billion nanoseconds", sys::pselect6(0, nullptr, nullptr, nullptr, &many, nullptr));
  auto *bad_time = static_cast<timespec *>(setup::bad_address());
  auto *bad_set = static_cast<fd_set *>(setup::bad_address());
  report("bad time", sys::pselect6(0, nullptr, nullptr, nullptr, bad_time, nullptr));
  report("bad set", sys::pselect6(41, bad_set, nullptr, nullptr, &zero, nullptr));
  zero = {0, 0};
  report("closed descriptor beyond nfds", sys::pselect6(40, &read, nullptr, nullptr, &zero, nullptr));
}
