// A signal handler interrupts poll with EINTR, even with SA_RESTART. No event is reported.
// Covers: poll EINTR, SA_RESTART
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0x55};
  report("descriptor", entry.fd);
  report_interrupted("poll", [&] { return sys::poll(&entry, 1, -1); });
  report("entry", entry);
}
