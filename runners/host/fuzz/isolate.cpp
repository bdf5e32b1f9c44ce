#include <sched.h>
#include <unistd.h>

#include "runners/host/fuzz/input.h"

namespace wali::host::fuzz {

// A network namespace of its own, where the kernel gives one: as root or not,
// interfaces and tables are then nobody's.
void isolate() {
  if (unshare(CLONE_NEWNET) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
    MUST(geteuid() != 0);
}

void close_from(int first) { close_range(static_cast<unsigned>(first), ~0U, 0); }

} // namespace wali::host::fuzz
