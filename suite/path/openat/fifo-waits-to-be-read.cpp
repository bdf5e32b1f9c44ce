// openat of a FIFO to read waits for a writer, until a handler ends it with EINTR. No descriptor is left open.
// Covers: openat EINTR, FIFO
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  report_under_signals(
      "openat to read", 0, [] { leave(100); }, [] { return sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0); });
  report("openat that does not wait", sys::openat(AT_FDCWD, "fifo", O_RDONLY | O_NONBLOCK, 0));
}
