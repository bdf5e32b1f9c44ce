// A program starts with the standard streams as its engine got them: reading and writing, without O_NONBLOCK, which
// an engine's event loop may set for itself, and without FD_CLOEXEC.
// Covers: start standard streams, O_NONBLOCK
#include "wali/test.h"

void test() {
  for (int fd : {0, 1, 2}) {
    report(label("status flags of ", fd), setup::status_flags(fd));
    report(label("descriptor flags of ", fd), setup::descriptor_flags(fd));
  }
}
