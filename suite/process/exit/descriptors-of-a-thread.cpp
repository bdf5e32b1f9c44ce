// When a thread exits, what it has opened and locked stays with the process.
// Covers: exit descriptors, record locks, threads
#include "wali/test.h"

namespace {

int fds[2], file;

void open_and_exit(void *) {
  setup::require_zero("pipe2", sys::pipe2(fds, 0));
  flock lock = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  file = setup::open("file", O_RDWR | O_CREAT).release();
  setup::require_zero("fcntl", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&lock)));
  sys::exit(3);
}

} // namespace

void test() {
  setup::await_exit(setup::start_thread(open_and_exit));
  char byte = '?';
  report("write", sys::write(fds[1], "x", 1));
  report("read", sys::read(fds[0], &byte, 1));
  setup::in_child([] {
    flock lock = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
    report("F_SETLK in a child", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&lock)));
  });
}
