// The memory file does not reach the host's memory, however its path is spelled.
// Covers: proc-mem slashes and dots, root, cwd
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  for (const char *path :
       {"//proc/./self//mem", "/proc/self/../self/mem", "/../proc/self/mem", "/proc/self/task/../mem",
        "/proc/self/root/proc/self/mem", "/proc/self/root/proc/thread-self/root/proc/self/mem", "/proc/1/../self/mem",
        "/proc/./self/./mem"})
    report(label(path, ", bytes reached"), containment::reach(path));
  setup::chdir("/");
  report("/proc/self/cwd/proc/self/mem, bytes reached", containment::reach("/proc/self/cwd/proc/self/mem"));
  report("proc/self/mem, bytes reached", containment::reach("proc/self/mem"));
}
