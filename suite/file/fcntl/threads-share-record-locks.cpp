// Record locks belong to the process: its threads' locks do not conflict, and one thread unlocks
// what another locked. An open file's lock conflicts with a thread's other open.
// Covers: fcntl F_SETLK, F_GETLK, F_OFD_SETLK, threads
#include "suite/file/locks.h"

namespace {

struct Attempt {
  int fd;
  Result lock, open_file, get, unlock;
  int seen;
};

void attempt(void *argument) {
  auto *a = static_cast<Attempt *>(argument);
  a->lock = locks::lock(a->fd, F_SETLK, locks::range(F_WRLCK, 0, 10));
  a->open_file = locks::lock(a->fd, F_OFD_SETLK, locks::range(F_WRLCK, 20, 1));
  struct flock found = locks::range(F_WRLCK, 0, 10);
  a->get = sys::fcntl(a->fd, F_GETLK, reinterpret_cast<uintptr_t>(&found));
  a->seen = found.l_type;
  a->unlock = locks::lock(a->fd, F_SETLK, locks::range(F_UNLCK, 0, 5));
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDWR);
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 10)));
  setup::require_zero("fcntl", locks::lock(file, F_OFD_SETLK, locks::range(F_WRLCK, 20, 1)));
  Attempt of_thread = {other, {0}, {0}, {0}, {0}, 0};
  Thread(attempt, &of_thread).join();
  report("thread's F_SETLK", of_thread.lock);
  report("thread's F_OFD_SETLK by another open", of_thread.open_file);
  report("thread's F_GETLK", of_thread.get);
  report("type", Choice{abi::sets::lock_type, of_thread.seen});
  report("thread's unlock of a part", of_thread.unlock);
  report("what a child sees", locks::seen(file, 0));
}
