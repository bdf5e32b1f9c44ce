// A handler runs in a loop that makes no call: in the main thread, in another thread, and in
// another handler that loops.
// Covers: signals loops without calls
#include "wali/test.h"

namespace {

volatile int first, second;

void set_first(int) { first = first + 1; }
void set_second(int) { second = second + 1; }

// Loops until the other handler has interrupted it.
void wait_for_second(int) {
  int before = second;
  while (second == before) {
  }
  first = first + 1;
}

void loop(void *) {
  int before = first;
  while (first == before) {
  }
}

} // namespace

void test() {
  setup::on_signal(SIGHUP, set_first);
  setup::on_signal(SIGUSR2, set_second);
  {
    Interrupter interrupter(SIGHUP);
    loop(nullptr);
  }
  report("handler runs in a loop", int{first});
  {
    Interrupter interrupter(SIGUSR2);
    setup::on_signal(SIGHUP, wait_for_second);
    first = 0;
    sys::kill(sys::getpid().pid(), SIGHUP);
  }
  report("handler runs in a handler's loop", int{second});
  report("the outer handler's runs", int{first});
  setup::on_signal(SIGHUP, set_first);
  first = 0;
  Thread thread(loop);
  setup::block(SIGHUP);
  {
    Interrupter interrupter(SIGHUP);
    thread.join();
  }
  report("handler runs in a thread's loop", int{first});
}
