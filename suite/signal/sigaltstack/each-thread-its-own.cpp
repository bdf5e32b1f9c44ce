// A new thread has no alternate stack, and one that it sets applies to it alone. A child of fork
// has its parent's.
// Covers: sigaltstack threads, fork
// Covers: fork alternate stack
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
  report("ss_sp", reinterpret_cast<uintptr_t>(now.ss_sp));
  setup::in_child([] {
    struct stack inherited = {};
    report("in a child, sigaltstack", sys::sigaltstack(nullptr, &inherited));
    report("in a child", inherited);
    report("in a child, ss_sp", reinterpret_cast<uintptr_t>(inherited.ss_sp));
  });
}
