// PR_GET_SECCOMP returns the seccomp mode that /proc shows for the thread.
// Covers: prctl PR_GET_SECCOMP
#include "wali/test.h"

namespace {

Text mode_in_proc() {
  Text status = setup::read_file("/proc/thread-self/status"), field = "\nSeccomp:\t";
  size_t begin = 0;
  while (begin < status.size && !(status.part(begin, field.size) == field))
    ++begin;
  return status.part(begin + field.size, 1);
}

} // namespace

void test() {
  report("PR_GET_SECCOMP", sys::prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
  report("in /proc", mode_in_proc());
}
