// A handler index that is out of range, or of a function of another type, harms
// at most the process that raises the signal: others, and this one, go on.
// Covers: signals bad handler index
// Oracle: wali-abi.md, Signals
#include "wali/test.h"

namespace {

int runs;

int64_t of_another_type(int64_t value, int64_t other) { return value + other + ++runs; }

void handler(int) { ++runs; }

} // namespace

void test() {
  const uintptr_t handlers[] = {static_cast<uintptr_t>(-1), static_cast<uintptr_t>(-3), 0x7fffffff, 100000,
                                reinterpret_cast<uintptr_t>(of_another_type)};
  setup::on_signal(SIGUSR1, handler);
  for (uintptr_t index : handlers) {
    k_sigaction action = {};
    action.handler = index;
    Child quiet = setup::fork([&] {
      sys::rt_sigaction(SIGUSR2, &action, nullptr, 8);
      return 5;
    });
    report("child that sets it", quiet.wait());
    for (uint64_t flags : {0, SA_SIGINFO}) {
      action.flags = flags;
      int pid = static_cast<int>(setup::require("fork", sys::fork()));
      if (pid == 0) {
        sys::rt_sigaction(SIGUSR2, &action, nullptr, 8);
        sys::kill(sys::getpid().pid(), SIGUSR2);
        sys::exit_group(0);
      }
      report("wait4 for a child that raises it", compared(sys::wait4(pid, nullptr, 0, nullptr).value, int64_t{pid}));
    }
  }
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR1));
  report("runs", runs);
}
