// A handler that was installed without SA_RESTORER runs, and then the program goes on.
// Covers: signals no SA_RESTORER
// Covers: rt_sigaction handler without SA_RESTORER
// Oracle: ABI.md, Layouts
#include "wali/test.h"

namespace {

int runs, number;

void handler(int signo) {
  ++runs;
  number = signo;
}

} // namespace

void test() {
  // By hand: set-up's handlers may have a restorer.
  k_sigaction action = {};
  action.handler = reinterpret_cast<uintptr_t>(handler);
  report("rt_sigaction", sys::rt_sigaction(SIGTERM, &action, nullptr, 8));
  report("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  report("runs", runs);
  report("number", Signal{number});
  // The flag alone is what tells that there is one.
  action.restorer = reinterpret_cast<void *>(uintptr_t{0xfffffff0});
  report("rt_sigaction, an address without the flag", sys::rt_sigaction(SIGTERM, &action, nullptr, 8));
  report("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  report("runs", runs);
}
