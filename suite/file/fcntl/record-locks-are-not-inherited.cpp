// A child has none of its parent's record locks: they conflict with its own, under the parent's
// id, and the child cannot unlock them.
// Covers: fcntl F_SETLK, F_GETLK, fork, l_pid, record lock after fork
// Covers: fork record locks
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 5)));
  report("getpid", sys::getpid());
  setup::in_child([&] {
    report("lock by the child", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 5)));
    report("unlock by the child", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)));
    struct flock found = locks::range(F_WRLCK, 0, 0);
    report("F_GETLK by the child", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
    report("lock in its way", found);
  });
}
