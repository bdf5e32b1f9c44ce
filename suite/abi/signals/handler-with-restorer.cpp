// A handler that was installed with SA_RESTORER runs, whatever address the restorer has, and then
// the program goes on.
// Covers: signals SA_RESTORER
// Covers: rt_sigaction SA_RESTORER
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
  for (uintptr_t restorer : {uintptr_t{0}, uintptr_t{1}, uintptr_t{0xfffffff0}}) {
    k_sigaction action = {};
    action.handler = reinterpret_cast<uintptr_t>(handler);
    action.flags = SA_RESTORER;
    action.restorer = reinterpret_cast<void *>(restorer);
    report(label("rt_sigaction, restorer ", Hex{restorer}), sys::rt_sigaction(SIGTERM, &action, nullptr, 8));
    report("kill", sys::kill(sys::getpid().pid(), SIGTERM));
    report("runs", runs);
    report("number", Signal{number});
  }
}
