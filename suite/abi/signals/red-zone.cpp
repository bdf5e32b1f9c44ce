// A leaf function may keep variables in the 128 bytes below the stack pointer. No handler, with or
// without siginfo, changes them.
// Covers: signals red zone
#include "wali/test.h"

namespace {

volatile int handled;

__attribute__((noinline)) void use_stack() {
  volatile uint8_t bytes[1024];
  for (volatile uint8_t &byte : bytes)
    byte = 0xee;
}

void handler(int) {
  use_stack();
  handled = handled + 1;
}
void handler_with_info(int, siginfo *, void *) { handler(0); }

// It makes no call, so that it need not move the stack pointer.
__attribute__((noinline)) int changes(int runs) {
  volatile uint32_t values[28];
  int changed = 0;
  for (uint32_t round = 1; handled < runs; ++round) {
    for (volatile uint32_t &value : values)
      value = round;
    for (volatile uint32_t &value : values)
      changed += value != round;
  }
  return changed;
}

} // namespace

void test() {
  setup::on_signal(SIGHUP, handler);
  setup::on_siginfo(SIGUSR2, handler_with_info);
  for (int signo : {SIGHUP, SIGUSR2}) {
    Interrupter interrupter(signo);
    handled = 0;
    report(label("changed values, ", Signal{signo}), changes(20));
  }
}
