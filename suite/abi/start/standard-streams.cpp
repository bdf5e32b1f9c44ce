// A program starts with the standard streams as its engine got them: without O_NONBLOCK, which an engine's event loop
// may set for itself, and without FD_CLOEXEC.
// Covers: start standard streams, O_NONBLOCK
#include "wali/test.h"

void test() {
  for (int fd : {0, 1, 2}) {
    report(label("O_NONBLOCK of ", fd), Hex{setup::status_flags(fd).value & O_NONBLOCK});
    report(label("descriptor flags of ", fd), setup::descriptor_flags(fd));
  }
}
