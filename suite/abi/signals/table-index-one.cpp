// Table index 1, which is Linux's SIG_IGN, is a handler like any other.
// Covers: signals table index 1
// Oracle: ABI.md, Signals
#include "wali/test.h"

namespace {

int runs;

// The linker numbers functions in the order in which their addresses are
// taken, this program's own before the harness's.
void handler(int) { ++runs; }

} // namespace

void test() {
  k_sigaction action = setup::action(handler), old = {};
  report("handler's index", int64_t{static_cast<int32_t>(action.handler)});
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("runs", runs);
  report("rt_sigaction, asked", sys::rt_sigaction(SIGUSR2, nullptr, &old, 8));
  report("index given back", int64_t{static_cast<int32_t>(old.handler)});
}
