// A child whose main thread has exited while another goes on has not ended. wait4 returns its status when that thread
// has exited too.
// Covers: wait4 threads, main thread gone
// Covers: exit main thread
#include "wali/test.h"

namespace {

Event *main_has_gone, *end;
int main_word = 1;

void await_main(void *) {
  while (__atomic_load_n(&main_word, __ATOMIC_ACQUIRE) != 0)
    sys::sched_yield();
  main_has_gone->set();
  end->wait();
  sys::exit(9);
}

} // namespace

void test() {
  main_has_gone = &setup::shared<Event>();
  end = &setup::shared<Event>();
  Child child = setup::fork([] {
    sys::set_tid_address(&main_word);
    setup::start_thread(await_main);
    sys::exit(9); // as the other, since old kernels tell the status of the main thread
  });
  main_has_gone->wait();
  report("wait4 with WNOHANG", sys::wait4(child.pid(), nullptr, WNOHANG, nullptr));
  report("kill with 0", sys::kill(child.pid(), 0));
  end->set();
  report("child", child.wait());
}
