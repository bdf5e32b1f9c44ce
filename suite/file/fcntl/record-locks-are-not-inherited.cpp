// A child holds none of its parent's record locks: they are in its way, with the
// parent's id, and its own unlocking takes nothing from the parent.
// Covers: fcntl F_SETLK, F_GETLK, fork, l_pid, record lock after fork
#include "wali/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 5)));
  struct Seen {
    int64_t attempt, unlock, pid;
  };
  Seen &shown = setup::shared<Seen>();
  Child child = setup::fork([&] {
    shown.attempt = locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 5)).value;
    shown.unlock = locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)).value;
    struct flock found = locks::range(F_WRLCK, 0, 5);
    setup::require_zero("fcntl", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
    shown.pid = found.l_pid;
  });
  report("child", child.wait());
  report("child's attempt", Result{shown.attempt});
  report("child's unlock", Result{shown.unlock});
  report("holder's id against this process's", compared(shown.pid, sys::getpid().value));
}
