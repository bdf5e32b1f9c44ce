// A handler index that is out of range, or of a function of another type, harms at most the process
// that uses it. Its parent goes on and still has its own handler.
// Covers: signals bad handler index
// Oracle: ABI.md, Signals
#include "wali/test.h"

namespace {

int runs;

int64_t of_another_type(int64_t value, int64_t other) { return value + other + ++runs; }

void handler(int) { ++runs; }

} // namespace

void test() {
  const uintptr_t handlers[] = {static_cast<uintptr_t>(-1), static_cast<uintptr_t>(-3), 0x7fffffff, 100000,
                                reinterpret_cast<uintptr_t>(of_another_type)};
  setup::on_signal(SIGHUP, handler);
  int ended = 0;
  for (uintptr_t index : handlers)
    for (uint64_t flags : {0, SA_SIGINFO}) {
      k_sigaction action = {};
      action.handler = index;
      action.flags = flags;
      Child child = setup::fork([&] {
        sys::rt_sigaction(SIGUSR2, &action, nullptr, 8);
        sys::kill(sys::getpid().pid(), SIGUSR2);
      });
      child.wait(); // however it ended, when it set the index or when it raised the signal
      ++ended;
    }
  report("children that ended", ended);
  report("kill", sys::kill(sys::getpid().pid(), SIGHUP));
  report("runs", runs);
}
