// The parent gets SIGCHLD when the last thread of its child has exited, and not when another
// has.
// Covers: exit SIGCHLD, threads
#include "wali/test.h"

void test() {
  auto &thread_has_gone = setup::shared<Event>(), &end = setup::shared<Event>();
  setup::block(SIGCHLD);
  Child child = setup::fork([&] {
    setup::await_exit(setup::start_thread([](void *) { sys::exit(3); }));
    thread_has_gone.set();
    end.wait();
    sys::exit(5);
  });
  thread_has_gone.wait();
  report("pending when a thread has exited", setup::pending_signals());
  end.set();
  report("child", child.wait());
  report("pending when the last has exited", setup::pending_signals());
}
