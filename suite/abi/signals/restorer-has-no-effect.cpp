// SA_RESTORER may be given or not, with whatever address: the handler runs, and
// returns.
// Covers: signals SA_RESTORER
// Covers: rt_sigaction SA_RESTORER
// Oracle: wali-abi.md, Layouts
#include "wali/test.h"

namespace {

int runs;

void handler(int) { ++runs; }

} // namespace

void test() {
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTORER}})
    for (uintptr_t restorer : {uintptr_t{0}, uintptr_t{1}, uintptr_t{0xfffffff0}}) {
      k_sigaction action = setup::action(handler, flags);
      action.restorer = reinterpret_cast<void *>(restorer);
      report("rt_sigaction", sys::rt_sigaction(SIGUSR2, &action, nullptr, 8));
      report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
    }
  report("runs", runs);
}
