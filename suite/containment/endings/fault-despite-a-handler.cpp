// A program that handles SIGSEGV and then faults ends all the same, and not with
// status 0.
// Covers: endings SIGSEGV, fault
// Oracle: ABI.md, Start, end, arguments, environment
#include "suite/containment/containment.h"

namespace {

void returning(int) {}

// An address above the maximum of memory.
volatile uint8_t *beyond() { return reinterpret_cast<volatile uint8_t *>(uintptr_t{0xc0000000}); }

template <class Fault> Compared status_of(Fault fault) {
  return compared(setup::fork([&] {
                    for (int signo : {SIGSEGV, SIGBUS, SIGILL, SIGFPE})
                      setup::on_signal(signo, returning);
                    fault();
                    return 0;
                  })
                      .wait()
                      .value,
                  0);
}

} // namespace

void test() {
  report("a read, status against 0", status_of([] { return static_cast<void>(*beyond()); }));
  report("a write, status against 0", status_of([] { *beyond() = 1; }));
  report("a trap, status against 0", status_of([] { __builtin_trap(); }));
  report("a call of nothing, status against 0", status_of([] {
           void (*volatile nothing)() = reinterpret_cast<void (*)()>(uintptr_t{0x7fffffff});
           nothing();
         }));
}
