// Arguments and environment together may have a quarter of what RLIMIT_STACK allows.
// Covers: execve E2BIG, RLIMIT_STACK
// Covers: setrlimit RLIMIT_STACK, execve
#include "wali/test.h"

namespace {

constexpr int strings = 6;
const char *argv[strings + 2] = {"true"};

// Six strings of 100 kB, with a soft limit of `limit` for the stack.
void report_run(const char *name, uint64_t limit) {
  setup::in_child([=] {
    setup::limit(RLIMIT_STACK, limit);
    Child child = setup::fork([] { leave(static_cast<int>(-sys::execve("/bin/true", argv, nullptr).value)); });
    report(name, child.wait());
  });
}

} // namespace

void test() {
  static char bytes[100001];
  __builtin_memset(bytes, 'x', 100000);
  for (int i = 1; i <= strings; ++i)
    argv[i] = bytes;
  report_run("600 kB with a limit of 4 MiB", 4 << 20);
  report_run("600 kB with a limit of 2 MiB", 2 << 20);
}
