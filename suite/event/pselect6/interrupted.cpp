// A signal handler interrupts pselect6 with EINTR, even with SA_RESTART. The set stays as it was.
// Covers: pselect6 EINTR, SA_RESTART, NULL timeout
#include "suite/event/interrupted.h"

void test() {
  const int fd = empty_pipe().read;
  fd_set read = {{uint64_t{1} << fd}};
  report("set before", Hex{read.bits[0]});
  report_interrupted("pselect6", [&] { return sys::pselect6(fd + 1, &read, nullptr, nullptr, nullptr, nullptr); });
  report("set", Hex{read.bits[0]});
}
