// The children of a thread that exits still belong to the process: another thread can wait for
// them, and their getppid stays the same.
// Covers: exit children of a thread
// Covers: wait4 threads
// Covers: getppid threads
#include "wali/test.h"

namespace {

Event &asked() {
  static Event &event = setup::shared<Event>();
  return event;
}
Result *seen;
int child;

void fork_and_exit(void *) {
  child = setup::fork([] {
            asked().wait();
            *seen = sys::getppid();
            return 5;
          }).release();
  sys::exit(0);
}

} // namespace

void test() {
  asked();
  seen = &setup::shared<Result>();
  setup::await_exit(setup::start_thread(fork_and_exit));
  asked().set();
  WaitStatus status = {0};
  report("getpid", sys::getpid());
  report("fork", child);
  report("wait4", sys::wait4(child, &status.value, 0, nullptr));
  report("status", status);
  report("getppid in the child", *seen);
}
