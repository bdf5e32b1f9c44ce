// Record locks are the process's: they stay when the thread ends that took them.
// Covers: exit threads, record locks
#include "wali/test.h"

namespace {

Result call_with(int file, int command, struct flock &lock) {
  return sys::fcntl(file, command, reinterpret_cast<uintptr_t>(&lock));
}

void lock_and_exit(void *file) {
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_len = 10;
  report("F_SETLK in a thread", call_with(*static_cast<Fd *>(file), F_SETLK, lock));
  sys::exit(0);
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  setup::await_exit(setup::start_thread(lock_and_exit, &file));
  setup::in_child([&] {
    struct flock found = {};
    found.l_type = F_WRLCK;
    report("F_GETLK in a child", call_with(file, F_GETLK, found));
    report("type", Choice{abi::sets::lock_type, found.l_type});
    report("length", found.l_len);
  });
}
