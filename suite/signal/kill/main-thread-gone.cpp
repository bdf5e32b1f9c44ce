// A process whose main thread has exited can be signalled as before: a handler runs in
// another thread, and a default action ends the process.
// Covers: kill main thread gone
#include "wali/test.h"

namespace {

Event *ready;
int main_word;

void await_main_then_suspend(void *) {
  while (__atomic_load_n(&main_word, __ATOMIC_ACQUIRE) != 0)
    sys::sched_yield();
  ready->set();
  const sigset none = 0;
  for (;;)
    sys::rt_sigsuspend(&none, 8);
}

void signal_it(int signo) {
  ready = &setup::shared<Event>();
  Child child = setup::fork([] {
    setup::block(SIGUSR2);
    main_word = 1;
    sys::set_tid_address(&main_word);
    Thread thread(await_main_then_suspend);
    sys::exit(1);
  });
  ready->wait();
  report(label("kill with ", Signal{signo}), sys::kill(child.pid(), signo));
  report("child", child.wait());
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { leave(21); });
  signal_it(SIGUSR2);
  signal_it(SIGTERM);
}
