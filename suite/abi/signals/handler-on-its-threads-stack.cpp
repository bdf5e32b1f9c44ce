// A handler runs on the stack of the thread that it interrupts, below that
// thread's variables, in a call and in a loop.
// Covers: signals stack of the thread
#include "wali/test.h"

namespace {

volatile int runs;
volatile uintptr_t place;
uintptr_t distance_in_call, distance_in_loop;

void handler(int) {
  volatile char local = 1;
  place = reinterpret_cast<uintptr_t>(&local);
  runs = runs + 1;
}

void be_interrupted(void *) {
  volatile char local = 1;
  auto own = reinterpret_cast<uintptr_t>(&local);
  sys::tkill(sys::gettid().pid(), SIGUSR2);
  distance_in_call = own - place;
  int before = runs;
  while (runs == before) {
  }
  distance_in_loop = own - place;
  setup::block(SIGUSR2); // a thread that is joined may not have ended, and must not take the next signal
}

void report_distance(const char *name, uintptr_t distance) {
  report(label(name, ", bytes below, compared with 16 KiB"), compared(distance, uintptr_t{16384}));
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  {
    Thread thread(be_interrupted);
    setup::block(SIGUSR2);
    Interrupter interrupter(SIGUSR2);
    thread.join();
  }
  report_distance("in a thread's call", distance_in_call);
  report_distance("in a thread's loop", distance_in_loop);
  setup::unblock(SIGUSR2);
  {
    Interrupter interrupter(SIGUSR2);
    be_interrupted(nullptr);
  }
  report_distance("in the main thread's call", distance_in_call);
  report_distance("in the main thread's loop", distance_in_loop);
}
