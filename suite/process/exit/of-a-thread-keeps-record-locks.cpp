// Record locks are the process's: they stay when the thread ends that took them.
// Covers: exit threads, record locks
#include "suite/file/locks.h"

namespace {

void lock_and_exit(void *file) {
  report("F_SETLK in a thread", locks::lock(*static_cast<Fd *>(file), F_SETLK, locks::range(F_WRLCK, 0, 10)));
  sys::exit(0);
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  setup::await_exit(setup::start_thread(lock_and_exit, &file));
  report("what a child sees", locks::seen(file, 0));
}
