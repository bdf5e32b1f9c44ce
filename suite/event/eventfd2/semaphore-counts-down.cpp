// With EFD_SEMAPHORE each read takes 1 from the counter. Without it a read takes everything.
// With EFD_NONBLOCK a read of a counter that is 0 fails with EAGAIN.
// Covers: eventfd2 EFD_SEMAPHORE, EFD_NONBLOCK
#include "wali/test.h"

void test() {
  for (int flags : {0, EFD_SEMAPHORE}) {
    const Result result = sys::eventfd2(2, flags | EFD_NONBLOCK);
    report(label("eventfd2 ", Flags{abi::sets::eventfd_flags, static_cast<uint64_t>(flags)}), result);
    Fd counter(result.fd());
    for (const char *name : {"first read", "second read", "third read"}) {
      uint64_t value = 0;
      report(name, sys::read(counter, &value, 8));
      report("value", value);
    }
  }
}
