// From a working directory or a directory descriptor in procfs, the memory file
// does not reach the host's memory.
// Covers: proc-mem chdir, fchdir, openat
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  Fd process = setup::open("/proc/self", O_RDONLY | O_DIRECTORY), handle = setup::open("/proc/self/task", O_PATH);
  Fd root = setup::open("/", O_RDONLY | O_DIRECTORY);
  report("openat a directory, bytes reached", containment::reach_at(process, "mem"));
  report("openat a directory, with dots, bytes reached", containment::reach_at(process, "task/../mem"));
  report("openat an O_PATH descriptor, bytes reached", containment::reach_at(handle, "../mem"));
  report("openat the root, bytes reached", containment::reach_at(root, "proc/self/mem"));
  setup::chdir("/proc/self");
  report("after chdir, bytes reached", containment::reach("mem"));
  setup::require_zero("fchdir", sys::fchdir(handle));
  report("after fchdir, bytes reached", containment::reach("../mem"));
  report("by the working directory's link, bytes reached", containment::reach("/proc/self/cwd/../mem"));
}
