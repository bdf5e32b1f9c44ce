// What a process has used counts on when it executes a program.
// Covers: getrusage execve
// Covers: execve resource usage
#include "suite/process/getrusage/used.h"

void test() {
  Child child = setup::fork([] {
    work();
    const char *const argv[] = {"true", nullptr};
    blocked("execve", sys::execve("/bin/true", argv, nullptr));
  });
  report("child", child.wait());
  report("microseconds, compared with 299999", compared(microseconds(RUSAGE_CHILDREN), int64_t{299999}));
}
