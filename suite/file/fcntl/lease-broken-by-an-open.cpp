// A write lease makes another process's nonblocking open fail with EAGAIN, and the holder gets SIGIO. When the lease
// is given up, the open succeeds.
// Covers: fcntl F_SETLEASE, F_GETLEASE, F_WRLCK, F_UNLCK, lease broken
#include "wali/test.h"

namespace {

void show_lease(int fd) { report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(fd, F_GETLEASE, 0).value}); }
void show_open() {
  setup::in_child([] {
    report("lowest free number", setup::lowest_free_descriptor());
    report("open by a child", sys::open("file", O_WRONLY | O_NONBLOCK, 0));
  });
}

} // namespace

void test() {
  setup::set_mask(signal_bit(SIGIO));
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  show_lease(file);
  report("F_SETLEASE", sys::fcntl(file, F_SETLEASE, F_WRLCK));
  show_lease(file);
  report("pending", setup::pending_signals());
  show_open();
  report("pending", setup::pending_signals());
  show_lease(file);
  report("F_SETLEASE F_UNLCK", sys::fcntl(file, F_SETLEASE, F_UNLCK));
  show_open();
}
