// A handler can end its process while it interrupts a loop, or its thread while it interrupts a
// call. The other processes and threads go on.
// Covers: signals exit in a handler
// Covers: exit in a handler
// Covers: exit_group in a handler
#include "wali/test.h"

namespace {

volatile bool forever = true;
int word, input;

void read_until_ended(void *) {
  sys::set_tid_address(&word);
  setup::on_signal(SIGUSR2, [](int) { sys::exit(3); });
  __atomic_store_n(&word, 1, __ATOMIC_RELEASE); // from now on the signal may come
  char byte;
  sys::read(input, &byte, 1);
  word = 99; // not reached
}

} // namespace

void test() {
  Child child = setup::fork([] {
    setup::on_signal(SIGALRM, [](int) { sys::exit_group(6); });
    const itimerval soon = {{0, 0}, {0, 1000}};
    setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &soon, nullptr));
    while (forever) {
    }
  });
  report("child that loops", child.wait());
  Pipe pipe = setup::pipe();
  input = pipe.read;
  Child other = setup::fork([] {
    Thread thread(read_until_ended);
    while (__atomic_load_n(&word, __ATOMIC_ACQUIRE) == 0)
      sys::sched_yield();
    setup::block(SIGUSR2);
    while (__atomic_load_n(&word, __ATOMIC_ACQUIRE) == 1) {
      sys::tkill(thread.tid(), SIGUSR2);
      setup::sleep_ms(1);
    }
    sys::exit_group(20 + word);
  });
  report("child whose thread ends in a handler", other.wait());
}
