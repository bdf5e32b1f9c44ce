// A fault or trap ends a program even if it has handlers for SIGSEGV and the like. The ending is a
// signal or a status that is not 0.
// Covers: endings SIGSEGV, fault
// Oracle: ABI.md, Start, end, arguments, environment
#include "suite/containment/containment.h"

namespace {

void returning(int) {}

// An address above the maximum of memory.
volatile uint8_t *beyond() { return reinterpret_cast<volatile uint8_t *>(uintptr_t{0xc0000000}); }

template <class Fault> int status_of(Fault fault) {
  return setup::fork([&] {
           for (int signo : {SIGSEGV, SIGBUS, SIGILL, SIGFPE})
             setup::on_signal(signo, returning);
           fault();
           return 0;
         })
      .wait()
      .value;
}

} // namespace

void test() {
  report("a read, wait status", status_of([] { return static_cast<void>(*beyond()); }));
  report("a write, wait status", status_of([] { *beyond() = 1; }));
  report("a trap, wait status", status_of([] { __builtin_trap(); }));
  report("a call of nothing, wait status", status_of([] {
           void (*volatile nothing)() = reinterpret_cast<void (*)()>(uintptr_t{0x7fffffff});
           nothing();
         }));
}
