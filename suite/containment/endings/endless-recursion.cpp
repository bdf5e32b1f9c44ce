// Endless recursion in the program, in a thread or in a signal handler ends the process, by a
// signal or with a status that is not 0. Its parent goes on.
// Covers: endings recursion
// Oracle: ABI.md, Start, end, arguments, environment
#include "suite/containment/containment.h"

namespace {

volatile bool more = true;

// What comes back is used in a way that keeps the call from becoming a loop.
int used(int value) {
  __asm__ volatile("" : "+r"(value));
  return value;
}

__attribute__((noinline)) int without_frame(int depth) {
  return more ? used(without_frame(depth + 1)) + used(depth) : depth;
}

__attribute__((noinline)) int with_frame(int depth) {
  volatile uint8_t frame[512];
  frame[depth & 511] = 1;
  return more ? used(with_frame(depth + 1)) + frame[(depth + 1) & 511] : depth;
}

void in_thread(void *) { without_frame(0); }
void in_handler(int) { without_frame(0); }

template <class Body> int status_of(Body body) {
  return setup::fork([&] {
           body();
           return 0;
         })
      .wait()
      .value;
}

} // namespace

void test() {
  report("without a frame, wait status", status_of([] { without_frame(0); }));
  report("with a frame, wait status", status_of([] { with_frame(0); }));
  report("in a thread, wait status", status_of([] { Thread(in_thread).join(); }));
  report("in a handler, wait status", status_of([] {
           setup::on_signal(SIGUSR2, in_handler);
           sys::kill(sys::getpid().pid(), SIGUSR2);
         }));
  report("child that works", containment::after([] {}));
}
