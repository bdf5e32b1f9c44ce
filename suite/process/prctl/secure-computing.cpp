// PR_GET_SECCOMP returns the mode of secure computing that /proc tells of the thread.
// Covers: prctl PR_GET_SECCOMP
#include "wali/test.h"

void test() {
  report("PR_GET_SECCOMP", sys::prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
  Text status = setup::read_file("/proc/thread-self/status"), name = "\nSeccomp:\t";
  for (size_t i = 0; i + name.size < status.size; ++i)
    if (status.part(i, name.size) == name)
      report("in /proc", status.part(i + name.size, 1));
}
