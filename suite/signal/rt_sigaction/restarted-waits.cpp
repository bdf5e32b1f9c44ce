// With SA_RESTART a wait for a child, a lock or a futex goes on after the
// handler, as often as it runs.
// Covers: rt_sigaction SA_RESTART
#include "wali/test.h"

namespace {

struct Shared {
  int runs, word, over;
  Event locked[2];
};
Shared *shared;
int parent;

// In a child: signals the parent until its handler has run three times more.
void interrupt() {
  setup::sleep_ms(5);
  for (int before = __atomic_load_n(&shared->runs, __ATOMIC_SEQ_CST);
       __atomic_load_n(&shared->runs, __ATOMIC_SEQ_CST) - before < 3; setup::sleep_ms(2))
    setup::require_zero("kill", sys::kill(parent, SIGUSR2));
}

// A child that holds a lock while it interrupts the parent.
template <class Lock> Child hold(Event &locked, Lock lock) {
  Child child = setup::fork([&] {
    Fd file = setup::open("file", O_RDWR);
    setup::require_zero("lock", lock(file));
    locked.set();
    interrupt();
  });
  locked.wait();
  return child;
}

} // namespace

void test() {
  shared = &setup::shared<Shared>();
  parent = sys::getpid().pid();
  setup::on_signal(SIGUSR2, [](int) { __atomic_fetch_add(&shared->runs, 1, __ATOMIC_SEQ_CST); }, SA_RESTART);
  int pid = setup::split();
  if (pid == 0) {
    interrupt();
    leave(5);
  }
  int status = 0;
  report("the child's id", pid);
  report("wait4", sys::wait4(pid, &status, 0, nullptr));
  report("status", WaitStatus{status});
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  static flock all = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  {
    Child holder = hold(shared->locked[0], [](int fd) { return sys::flock(fd, LOCK_EX); });
    report("flock", sys::flock(file, LOCK_EX));
  }
  {
    Child holder =
        hold(shared->locked[1], [](int fd) { return sys::fcntl(fd, F_SETLK, reinterpret_cast<uintptr_t>(&all)); });
    report("fcntl F_SETLKW", sys::fcntl(file, F_SETLKW, reinterpret_cast<uintptr_t>(&all)));
  }
  Child waker = setup::fork([] {
    interrupt();
    while (sys::futex(&shared->word, FUTEX_WAKE, 1, nullptr, nullptr, 0).value == 0 &&
           !__atomic_load_n(&shared->over, __ATOMIC_ACQUIRE))
      sys::sched_yield();
  });
  Result waited = sys::futex(&shared->word, FUTEX_WAIT, 0, nullptr, nullptr, 0);
  __atomic_store_n(&shared->over, 1, __ATOMIC_RELEASE);
  report("futex", waited);
  report("waker", waker.wait());
  report("handler runs, compared with 11", compared(shared->runs, 11));
}
