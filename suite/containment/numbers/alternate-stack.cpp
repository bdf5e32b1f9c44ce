// An alternate stack outside memory is refused at once, or the signal to be handled on it ends the
// process. No handler runs there, and the parent goes on.
// Covers: numbers sigaltstack, SA_ONSTACK
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

struct Counts {
  int handler_runs, went_on;
};
Counts *counts;

void handler(int, siginfo *, void *) { ++counts->handler_runs; }

// A child that is refused the stack has nothing more to show.
void raise_on(uintptr_t address, size_t size) {
  setup::fork([=] {
    struct stack stack = {reinterpret_cast<void *>(address), 0, size};
    if (sys::sigaltstack(&stack, nullptr).value != 0)
      return;
    setup::on_siginfo(SIGUSR2, handler, SA_ONSTACK);
    sys::kill(sys::getpid().pid(), SIGUSR2);
    ++counts->went_on;
  }).wait();
}

} // namespace

void test() {
  counts = &setup::shared<Counts>();
  raise_on(0xc0000000, 65536); // beyond memory
  raise_on(0xffff0000, 65535); // up to the end of addresses
  report("handler runs", counts->handler_runs);
  report("processes that went on", counts->went_on);
  report("child that works", containment::after([] {}));
}
