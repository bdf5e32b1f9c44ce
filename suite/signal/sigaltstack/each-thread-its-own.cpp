// A new thread has no alternate stack; the one that it sets is not its
// spawner's. A child of fork has its parent's.
// Covers: sigaltstack threads, fork
#include "wali/test.h"

namespace {

struct stack at_first;
uint8_t place[16384], other[8192];

void set(void *) {
  sys::sigaltstack(nullptr, &at_first);
  const struct stack stack = {other, 0, sizeof(other)};
  sys::sigaltstack(&stack, nullptr);
}

} // namespace

void test() {
  const struct stack stack = {place, 0, sizeof(place)};
  setup::require_zero("sigaltstack", sys::sigaltstack(&stack, nullptr));
  Thread thread(set);
  thread.join();
  report("the thread's at first", at_first);
  struct stack now = {};
  report("sigaltstack", sys::sigaltstack(nullptr, &now));
  report("ours", now);
  Child child = setup::fork([] {
    struct stack inherited = {};
    sys::sigaltstack(nullptr, &inherited);
    return inherited.ss_sp == place ? static_cast<int>(inherited.ss_size >> 10) : 99;
  });
  report("child, with the size of its stack in KiB", child.wait());
}
