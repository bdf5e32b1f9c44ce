// Locks of every kind stay with a process that becomes another program, until it ends.
// Covers: flock execve
// Covers: fcntl F_SETLK, F_OFD_SETLK, execve
// Covers: execve locks by flock and of open files
#include "suite/file/locks.h"

namespace {

Result flock_now(int fd) { return sys::flock(fd, LOCK_EX | LOCK_NB); }
Result record_lock_now(int fd) { return locks::lock(fd, F_SETLK, locks::range(F_WRLCK, 0, 0)); }
Result open_file_lock_now(int fd) { return locks::lock(fd, F_OFD_SETLK, locks::range(F_WRLCK, 0, 0)); }

// Has a child take the lock and become cat, and tries to take it beside it and after it.
void show(const char *kind, Result (*lock_now)(int fd)) {
  setup::write_file(kind, "");
  Pipe to_cat = setup::pipe(O_CLOEXEC), from_cat = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    int own = setup::open(kind, O_RDWR).release();
    setup::require_zero(kind, lock_now(own));
    setup::require_value("dup2", sys::dup2(to_cat.read, 0), 0);
    setup::require_value("dup2", sys::dup2(from_cat.write, 1), 1);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  to_cat.read.reset();
  from_cat.write.reset();
  Fd file = setup::open(kind, O_RDWR);
  char byte = '?';
  setup::write_all(to_cat.write, "!");
  setup::require_count("read", sys::read(from_cat.read, &byte, 1), 1);
  report(label(kind, " beside cat, which echoes ", Text(&byte, 1)), lock_now(file));
  to_cat.write.reset();
  report("cat", child.wait());
  report(label(kind, " after its end"), lock_now(file));
}

} // namespace

void test() {
  show("flock", flock_now);
  show("F_SETLK", record_lock_now);
  show("F_OFD_SETLK", open_file_lock_now);
}
