// A quarter of RLIMIT_STACK is the room for the arguments and the environment of execve.
// Covers: setrlimit RLIMIT_STACK
// Covers: execve E2BIG
#include "wali/test.h"

namespace {

Result execute(uint64_t stack) {
  rlimit limits = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_STACK, &limits));
  limits.rlim_cur = stack;
  report(label("setrlimit to ", stack), sys::setrlimit(RLIMIT_STACK, &limits));
  static char bytes[100001];
  __builtin_memset(bytes, 'x', sizeof(bytes) - 1);
  const char *const argv[] = {"true", bytes, bytes, bytes, bytes, nullptr}, *const environment[] = {nullptr};
  return sys::execve("/bin/true", argv, environment);
}

} // namespace

void test() {
  setup::in_child([] { report("400,000 bytes", execute(1 << 20)); });
  Child child = setup::fork([] {
    execute(4 << 20);
    return 9;
  });
  report("child", child.wait());
}
