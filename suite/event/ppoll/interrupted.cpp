// A signal handler interrupts ppoll with EINTR, even with SA_RESTART. No event is reported.
// Covers: ppoll EINTR, SA_RESTART, NULL timeout
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0x55};
  report("descriptor", entry.fd);
  report_interrupted("ppoll", [&] { return sys::ppoll(&entry, 1, nullptr, nullptr, 0); });
  report("entry", entry);
}
