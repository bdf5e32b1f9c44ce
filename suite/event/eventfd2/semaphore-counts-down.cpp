// With EFD_SEMAPHORE each read takes one from the counter; without it a read takes all. With
// EFD_NONBLOCK a read of an empty counter fails with EAGAIN.
// Covers: eventfd2 EFD_SEMAPHORE, EFD_NONBLOCK
#include "wali/test.h"

void test() {
  for (int flags : {0, EFD_SEMAPHORE}) {
    Fd counter(sys::eventfd2(3, flags | EFD_NONBLOCK).fd());
    Line which = label(Flags{abi::sets::eventfd_flags, static_cast<uint64_t>(flags)}, ": ");
    uint64_t value = 0;
    report(label(which.text(), "read"), sys::read(counter, &value, 8));
    report(label(which.text(), "value"), value);
    report(label(which.text(), "read again"), sys::read(counter, &value, 8));
  }
}
