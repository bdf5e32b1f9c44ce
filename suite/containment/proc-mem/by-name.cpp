// The memory files of a process, by the names that procfs gives them, do not
// reach the host's memory.
// Covers: proc-mem self, pid, thread-self, task, O_CREAT
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  const int pid = sys::getpid().pid();
  report("/proc/self/mem, bytes reached", containment::reach("/proc/self/mem"));
  report("/proc/thread-self/mem, bytes reached", containment::reach("/proc/thread-self/mem"));
  report("/proc/PID/mem, bytes reached", containment::reach(label("/proc/", pid, "/mem").c_str()));
  report("/proc/self/task/TID/mem, bytes reached", containment::reach(label("/proc/self/task/", pid, "/mem").c_str()));
  report("/proc/PID/task/TID/mem, bytes reached",
         containment::reach(label("/proc/", pid, "/task/", pid, "/mem").c_str()));
  report("/proc/self/mem with O_CREAT, bytes reached",
         containment::reach_through(sys::openat(AT_FDCWD, "/proc/self/mem", O_RDWR | O_CREAT, 0600)));
}
