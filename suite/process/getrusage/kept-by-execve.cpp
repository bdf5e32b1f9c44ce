// The resource usage of a process counts on across execve, and its largest size stays.
// Covers: getrusage execve, ru_maxrss
// Covers: execve resource usage
#include "suite/process/getrusage/used.h"

void test() {
  Child child = setup::fork([] {
    work();
    uint8_t *bytes = setup::map(64 << 20);
    for (size_t i = 0; i < 64 << 20; i += 4096)
      bytes[i] = 1;
    const char *const argv[] = {"true", nullptr};
    blocked("execve", sys::execve("/bin/true", argv, nullptr));
  });
  report("child", child.wait());
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_CHILDREN, &usage));
  report("microseconds, compared with 299999", compared(microseconds(usage), int64_t{299999}));
  report("kilobytes, compared with 48 MiB", compared(usage.ru_maxrss, int64_t{48 << 10}));
}
